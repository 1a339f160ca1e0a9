//! What the entity layer as a whole finds in a sentence.

use crate::answer::{Answer, Document, EntityType};
use crate::extractor::Extractor;
use crate::lang::Lang;
use crate::options::Stage;

fn read<T>(lang: Lang, text: &str, look: impl Fn(&Answer<'_>) -> T) -> T {
    let extractor =
        Extractor::builder().stages([Stage::Entities]).build().expect("the built-in dictionaries are sound");
    look(&extractor.extract(&Document::new(text).with_lang(lang)))
}

/// The mentions as "text TYPE rule".
fn found(lang: Lang, text: &str) -> Vec<String> {
    read(lang, text, |answer| answer.mentions.iter().map(|m| format!("{} {:?} {}", m.text, m.kind, m.rule)).collect())
}

/// The entities as "name (aliases) reference".
fn entities(lang: Lang, text: &str) -> Vec<String> {
    read(lang, text, |answer| {
        answer
            .entities
            .iter()
            .map(|e| format!("{} ({}) {}", e.name, e.aliases.join(", "), e.reference.as_deref().unwrap_or("-")))
            .collect()
    })
}

#[test]
fn a_given_name_begins_a_person() {
    assert_eq!(
        found(Lang::De, "Das sagte Emma Hardy, die Direktorin, am Montag."),
        ["Emma Hardy Per person.given-name"]
    );
    assert_eq!(
        found(Lang::En, "Yesterday the director, Emma Hardy's deputy, left."),
        ["Emma Hardy Per person.given-name"]
    );
}

#[test]
fn a_role_or_title_is_no_part_of_the_name() {
    assert_eq!(
        found(Lang::De, "Am Abend kam Polizeisprecherin Katrin Oldehus.")[0],
        "Katrin Oldehus Per person.given-name"
    );
    assert!(found(Lang::En, "He met Dr. Tredgar in the morning.")[0].starts_with("Tredgar Per"));
}

#[test]
fn a_particle_joins_a_surname() {
    assert_eq!(found(Lang::De, "Die Rede hielt Anna von Hohenfels.")[0], "Anna von Hohenfels Per person.given-name");
}

#[test]
fn a_surname_follows_its_full_name() {
    let text = "Das sagte Helen Marwick. Der Bericht sei falsch. Marwicks Kritik ist scharf, und Marwick bleibt dabei.";
    assert_eq!(entities(Lang::De, text), ["Helen Marwick (Marwicks, Marwick) -"]);
}

#[test]
fn a_definition_outranks_the_dictionary() {
    let text = "Die Internet Watch Foundation (IWF) warnt. Der Bericht des IWF sagt es, so der IWF.";
    let names = entities(Lang::De, text);
    assert_eq!(names.len(), 1, "{names:?}");
    assert!(names[0].starts_with("Internet Watch Foundation (IWF)"), "{names:?}");
    assert!(!names[0].contains("imf"), "{names:?}");
    // Without a definition it is the fund.
    assert!(entities(Lang::De, "Der IWF gewährt einen Kredit.")[0].ends_with("org/imf"));
}

#[test]
fn both_orders_of_a_definition_are_read() {
    for text in ["Critics of the Fair Cart Alliance (FCA) left.", "Critics of the FCA (Fair Cart Alliance) left."] {
        let names = entities(Lang::En, text);
        assert_eq!(names.len(), 1, "{names:?}");
        assert!(names[0].starts_with("Fair Cart Alliance (FCA)"), "{names:?}");
    }
    // Letters that do not spell the name are none of it.
    assert_eq!(entities(Lang::De, "Das sagte Anna Hohenfels (SPD).").len(), 2);
}

#[test]
fn a_legal_form_ends_a_company() {
    assert_eq!(
        found(Lang::En, "Shares of Tarnbrook Instruments plc fell.")[0],
        "Tarnbrook Instruments plc Org org.legal-form"
    );
    assert!(
        found(Lang::De, "Gestern meldete die Nordwerk Anlagenbau GmbH Verluste.")[0]
            .ends_with("GmbH Org org.legal-form")
    );
}

#[test]
fn a_body_has_its_seat_in_its_name() {
    assert_eq!(found(Lang::De, "Das entschied das Landgericht Hamburg.")[0], "Landgericht Hamburg Org org.seat");
    assert_eq!(
        found(Lang::De, "Das teilte das Bundesamt für Strahlenkunde mit.")[0],
        "Bundesamt für Strahlenkunde Org org.purpose"
    );
    // Any such institute is none.
    assert!(found(Lang::De, "Es gibt eine Firma für Gartenbau.").is_empty());
}

#[test]
fn ordinary_nouns_are_no_names() {
    assert!(found(Lang::De, "Die Zahlung mit Bitcoin nimmt laut der Studie zu.").is_empty());
    assert!(found(Lang::De, "Die Versammlung beschloss eine Erhöhung der Beiträge.").is_empty());
    assert!(found(Lang::En, "Revenue rose. Most of the workers stayed on Monday.").is_empty());
}

#[test]
fn genitives_are_one_entity_with_their_base() {
    assert_eq!(entities(Lang::De, "Europols Bericht zeigt, was Europol weiß."), ["Europol () org/europol"]);
}

#[test]
fn a_user_dictionary_outranks_all() {
    let table = "id\tsubtype\tany\ten\tde\norg/marwick\tcompany\tHelen Marwick\t\t\n";
    let extractor = Extractor::builder().dictionary("own.tsv", table).build().expect("the table is sound");
    let answer = extractor.extract(&Document::new("Minister Helen Marwick spoke.").with_lang(Lang::En));
    assert_eq!(answer.mentions[0].kind, EntityType::Org);
    assert_eq!(answer.entities[0].reference.as_deref(), Some("org/marwick"));
}

#[test]
fn odd_input_is_read_in_linear_time() {
    for piece in ["Anna ", "(IWF) ", "University of ", "Anna-", "& Co. ", "Institut für ", "von A", "II. "] {
        let text = piece.repeat(20_000);
        for lang in Lang::ALL {
            read(lang, &text, |_| ());
        }
    }
}
