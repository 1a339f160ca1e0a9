//! What the names inside compounds do to an answer, and what they leave alone.

use crate::answer::{Answer, Document, Outcome};
use crate::extractor::Extractor;
use crate::lang::Lang;
use crate::options::Names;

fn extractor() -> Extractor {
    Extractor::builder().parts(true).build().expect("the built-in dictionaries are sound")
}

fn read(lang: Lang, text: &str) -> Answer<'_> {
    extractor().extract(&Document::new(text).with_lang(lang))
}

/// The parts as "text entity".
fn parts(answer: &Answer<'_>) -> Vec<String> {
    let parts = answer.mentions.iter().filter(|mention| mention.part);
    parts.map(|mention| format!("{} {}", mention.text, mention.entity)).collect()
}

#[test]
fn a_part_joins_the_entity_of_its_name() {
    let text = "Der UN-Einsatz endet. Die Vereinten Nationen tagen. Der VW-Chef ging, der VW-Rat blieb. Das sagte Emma Hardy. \
                Der Hardy-Besuch war kurz.";
    let answer = read(Lang::De, text);
    assert_eq!(parts(&answer), ["UN e0", "VW e2", "VW e2", "Hardy e1"]);
    let names: Vec<_> = answer.entities.iter().map(|entity| (&*entity.name, entity.reference.as_deref())).collect();
    let [united, hardy, vw] = names[..] else { panic!("{names:?}") };
    assert_eq!((united, hardy), (("Vereinten Nationen", Some("org/united-nations")), ("Emma Hardy", None)));
    assert_eq!(vw, ("VW", Some("org/volkswagen")));
    assert_eq!(answer.entities[0].aliases, ["UN"]);
    assert_eq!(answer.entities[0].mentions.iter().map(|id| id.0).collect::<Vec<_>>(), [0, 1]);
    assert!(answer.mentions.is_sorted_by_key(|mention| mention.span.start));
}

#[test]
fn a_part_is_nothing_to_its_clause() {
    let answer =
        read(Lang::De, "Der SPD-Chef sagte, er habe 37 Briefe erhalten. Der EU-Einsatz kostet 5 Millionen Euro.");
    assert_eq!(parts(&answer).len(), 2);
    assert!(answer.facts.len() >= 2);
    let subjects = answer.facts.iter().filter_map(|fact| fact.subject.as_ref()?.entity).count();
    let sources = answer.facts.iter().filter_map(|fact| fact.source.as_ref()?.entity).count();
    let speakers = answer.statements.iter().filter_map(|statement| statement.speaker.as_ref()?.entity).count();
    assert_eq!((subjects, sources, speakers), (0, 0, 0));
}

#[test]
fn a_surname_of_two_persons_is_no_part() {
    let text = "Emma Hardy met Peter Hardy in Leeds. The Hardy-era rules are gone.";
    assert!(parts(&read(Lang::En, text)).is_empty());
}

#[test]
fn a_part_is_explained() {
    let explanation = extractor().explain(&Document::new("Der SPD-Chef kam am Montag.").with_lang(Lang::De));
    let part = explanation.proposals.iter().find(|proposal| proposal.rule.name == "org.part").expect("a proposal");
    assert_eq!((&*part.text, &part.outcome), ("SPD", &Outcome::Kept));
}

#[test]
fn only_names_of_ones_own_are_parts_where_only_they_count() {
    let names = "id\tname\ttype\tflags\nx/1\tKranichwerk\torganisation\tanywhere\n";
    let extractor =
        Extractor::builder().dictionary("own.tsv", names).names(Names::Own).parts(true).build().expect("a sound table");
    let text = "Der SPD-Chef rügte die Kranichwerk-Tochter, den Kranichwerkskandal und Kranichwerk.";
    let answer = extractor.extract(&Document::new(text).with_lang(Lang::De));
    let found: Vec<_> = answer.mentions.iter().map(|mention| (&*mention.text, mention.part)).collect();
    assert_eq!(found, [("Kranichwerk", true), ("Kranichwerk", true), ("Kranichwerk", false)]);
}
