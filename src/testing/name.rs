//! What the entity layer as a whole finds in a sentence.

use crate::answer::{Answer, Document, EntityType};
use crate::extractor::Extractor;
use crate::lang::Lang;
use crate::options::{Names, Stage};
use unicode_normalization::UnicodeNormalization;

fn read<T>(lang: Lang, text: &str, look: impl Fn(&Answer<'_>) -> T) -> T {
    let extractor = Extractor::builder()
        .names(Names::Dictionaries)
        .stages([Stage::Entities])
        .build()
        .expect("the built-in dictionaries are sound");
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
    assert_eq!(found(Lang::De, "Die Rede hielt Anna von Hohenfels.")[0], "Anna von Hohenfels Per person.particle");
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
    let extractor = Extractor::builder()
        .names(Names::Dictionaries)
        .dictionary("own.tsv", table)
        .build()
        .expect("the table is sound");
    let answer = extractor.extract(&Document::new("Minister Helen Marwick spoke.").with_lang(Lang::En));
    assert_eq!(answer.mentions[0].kind, EntityType::Org);
    assert_eq!(answer.entities[0].reference.as_deref(), Some("org/marwick"));
}

/// The references of a German text's entities, read with tables of one's own.
fn references(tables: &[&str], text: &str) -> Vec<String> {
    let builder = tables
        .iter()
        .fold(Extractor::builder().names(Names::Dictionaries), |builder, table| builder.dictionary("own.tsv", *table));
    let extractor = builder.build().expect("the tables are sound");
    let answer = extractor.extract(&Document::new(text).with_lang(Lang::De));
    answer.entities.iter().map(|entity| entity.reference.as_deref().unwrap_or("-").to_string()).collect()
}

#[test]
fn letters_with_combining_marks_are_one_with_composed_ones() {
    let names = "id\tsubtype\tany\ten\tde\norg/m\tcompany\tMüllwerk Ölberg\t\t\norg/s\tcompany\tŞölkür\t\t\n";
    let anywhere = "class\tanywhere\norganisation.org/k\tKöhlwerk\n";
    let apart = |text: &str| text.nfd().to_string();
    let text = "Das Müllwerk Ölberg und Şölkürs Sprecher schwiegen zum Köhlwerkskandal.";
    for table in [names.to_string(), apart(names)] {
        for literals in [anywhere.to_string(), apart(anywhere)] {
            assert_eq!(references(&[&table, &literals], text), ["org/m", "org/s", "org/k"]);
        }
        assert_eq!(references(&[&table], &apart(text))[..2], ["org/m", "org/s"]);
        assert_eq!(references(&[&table], "Das sagte Muellwerk Oelberg."), ["org/m"]);
    }
    // The built-in dictionaries as well; what is answered is the text's own.
    let text = apart("Die Münchner Polizei und Köln schwiegen.");
    assert_eq!(found(Lang::De, &text), [format!("{} Loc place.dictionary", apart("Köln"))]);
}

#[test]
fn of_two_rows_with_one_name_the_first_counts() {
    let head = "id\tsubtype\tany\ten\tde\n";
    let (one, two) = ("org/one\tcompany\tNordwerk\t\t\n", "org/two\tcompany\tNordwerk\t\t\n");
    let text = "Nordwerk kündigte am Montag 37 Stellen.";
    assert_eq!(references(&[&format!("{head}{one}{two}")], text), ["org/one"]);
    assert_eq!(references(&[&format!("{head}{two}{one}")], text), ["org/two"]);
}

#[test]
fn a_name_comes_before_the_genitive_of_another() {
    let head = "id\tsubtype\tany\ten\tde\n";
    let (one, two) = ("org/one\tcompany\tNordwerk\t\t\n", "org/two\tcompany\tNordwerks\t\t\n");
    for table in [format!("{head}{one}{two}"), format!("{head}{two}{one}")] {
        assert_eq!(references(&[&table], "Die Zahlen von Nordwerks stiegen, sagte Nordwerk."), ["org/two", "org/one"]);
    }
}

#[test]
fn odd_input_is_read_in_linear_time() {
    for piece in [
        "Anna ",
        "(IWF) ",
        "University of ",
        "Anna-",
        "& Co. ",
        "Institut für ",
        "von A",
        "II. ",
        "u\u{308}",
        "\u{308}",
    ] {
        let text = piece.repeat(20_000);
        for lang in Lang::ALL {
            read(lang, &text, |_| ());
        }
    }
}
