//! What tells answers of one extractor from those of another.

use std::collections::HashSet;

use faktum::{Extractor, ExtractorBuilder, Fingerprint, GlossLang, Lang, Names, OffsetUnit, Stage};

const QUARNWERK: &str = "id\tname\ttype\norg/1\tQuarnwerk\torganisation\n";
const LUSENWERK: &str = "id\tname\ttype\norg/2\tLusenwerk\torganisation\n";

fn fingerprint(choose: impl Fn(ExtractorBuilder) -> ExtractorBuilder) -> Fingerprint {
    choose(Extractor::builder()).build().unwrap().fingerprint()
}

#[test]
fn whatever_changes_answers_changes_the_id() {
    let choices: &[fn(ExtractorBuilder) -> ExtractorBuilder] = &[
        |builder| builder,
        |builder| builder.languages([Lang::De]),
        |builder| builder.languages([Lang::En]),
        |builder| builder.fallback_lang(Some(Lang::De)),
        |builder| builder.stages([Stage::Times]),
        |builder| builder.stages([Stage::Figures]),
        |builder| builder.offsets(OffsetUnit::Char),
        |builder| builder.gloss(Lang::De),
        |builder| builder.gloss(GlossLang::Source),
        |builder| builder.names(Names::Dictionaries),
        |builder| builder.sentence_texts(true),
        |builder| builder.tokens(true),
        |builder| builder.triples(true),
        |builder| builder.parts(true),
        |builder| builder.tolerant(true),
        |builder| builder.dictionary("own.tsv", QUARNWERK),
        |builder| builder.dictionary("own.tsv", LUSENWERK),
        |builder| builder.dictionary("a.tsv", QUARNWERK).dictionary("b.tsv", LUSENWERK),
        |builder| builder.dictionary("b.tsv", LUSENWERK).dictionary("a.tsv", QUARNWERK),
    ];
    let ids: HashSet<String> = choices.iter().map(|choose| fingerprint(choose).id).collect();
    assert_eq!(ids.len(), choices.len());
}

#[test]
fn what_changes_no_answer_does_not() {
    let plain = fingerprint(|builder| builder);
    assert_eq!(plain, fingerprint(|builder| builder.languages([Lang::En, Lang::De, Lang::En])));
    assert_eq!(plain, fingerprint(|builder| builder.stages([Stage::Facts])));
    let (here, there) = (
        fingerprint(|builder| builder.dictionary("here/own.tsv", QUARNWERK)),
        fingerprint(|builder| builder.dictionary("there/own.tsv", QUARNWERK)),
    );
    assert_eq!(here.id, there.id);
    assert_eq!((here.dictionaries[0].name.as_str(), here.to_string()), ("here/own.tsv", here.id));
}

#[test]
fn dictionaries_are_told_one_by_one() {
    let own = fingerprint(|builder| builder.dictionary("a.tsv", QUARNWERK).dictionary("b.tsv", LUSENWERK));
    let alone = fingerprint(|builder| builder.dictionary("b.tsv", LUSENWERK));
    assert_eq!(own.dictionaries[1], alone.dictionaries[0]);
    let languages: Vec<&str> = own.languages.iter().map(|built_in| built_in.name.as_str()).collect();
    assert_eq!(languages, ["de", "en"]);
    assert_ne!(own.languages[0].checksum, own.languages[1].checksum);
}
