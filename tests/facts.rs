//! Facts through the public interface: one report in two languages, and a figure in reported speech.

use std::collections::BTreeSet;

use faktum::{Answer, Document, Extractor, Lang, Modality};

fn read<'t>(text: &'t str, lang: Lang, date: &str) -> Answer<'t> {
    let extractor = Extractor::builder().build().unwrap();
    extractor.extract(&Document::new(text).with_lang(lang).with_date(date.parse().unwrap()))
}

fn keys(answer: &Answer<'_>) -> BTreeSet<String> {
    answer.facts.iter().map(|fact| fact.key.clone()).collect()
}

#[test]
fn two_languages_give_the_same_keys() {
    let german = keys(&read(include_str!("../examples/watchdog-report-de.txt"), Lang::De, "2023-04-18"));
    let english = keys(&read(include_str!("../examples/watchdog-report-en.txt"), Lang::En, "2023-04-18"));
    for key in [
        "count:48300:complaint|2022|receive",
        "money:62000000:EUR|2022|lose",
        "money:910:EUR||rise",
        "money:1280:EUR||rise",
        "percent:71:%||rise",
        "count:5800:complaint||rise",
        "percent:24:%||fall",
        "percent:21:%||fall",
        "count:2140:website|2023-01/2023-03|",
        "count:600:case||",
        "event:Helen Marwick||",
    ] {
        assert!(german.contains(key), "German lacks {key}: {german:#?}");
        assert!(english.contains(key), "English lacks {key}: {english:#?}");
    }
    assert!(german.intersection(&english).count() >= 15);
}

#[test]
fn a_reported_figure_has_subject_source_and_period() {
    let text = "Die Kinderhilfe Nordland (KHN) plant, mit Banken zusammenzuarbeiten. In ihrem Bericht gab die KHN bekannt, \
                dass sie zwischen Januar und April letzten Jahres 37 Berichte über Websites erhalten habe.";
    let answer = read(text, Lang::De, "2015-04-20");
    let fact = answer.facts.iter().find(|fact| fact.figure.is_some()).unwrap();
    assert_eq!(fact.key, "count:37:report|2014-01/2014-04|receive");
    assert!(fact.gloss.starts_with("37 reports, Jan–Apr 2014 ("), "{}", fact.gloss);
    assert_eq!(fact.modality, Modality::Reported);
    assert_eq!(fact.subject.as_ref().map(|subject| &*subject.text), Some("sie"));
    assert_eq!(fact.source.as_ref().map(|source| &*source.text), Some("die KHN"));
    let plan = answer.facts.iter().find(|fact| fact.figure.is_none()).unwrap();
    assert_eq!(plan.modality, Modality::Planned);
    assert_eq!(plan.predicate.as_ref().unwrap().concept.as_deref(), Some("cooperate"));
}

#[test]
fn articles_that_disagree_differ_at_the_value_alone() {
    let key = |text| {
        let answer = read(text, Lang::En, "2023-04-18");
        answer.facts[0].key.clone()
    };
    assert_eq!(
        key("Police arrested 37 people on Monday.").replace("37", "41"),
        key("On Monday 41 people were arrested by police.")
    );
}

/// The keys of the facts of a sentence, which is German where it says so.
fn keys_of(text: &str, lang: Lang) -> Vec<String> {
    read(text, lang, "2020-07-27").facts.into_iter().map(|fact| fact.key).collect()
}

#[test]
fn the_words_that_translators_choose_do_not_part_facts() {
    for (german, english) in [
        ("Am Freitag ereignete sich in Bern ein Verkehrsunfall.", "An accident happened in Bern on Friday."),
        ("Am Freitag ereignete sich in Bern ein Verkehrsunfall.", "A traffic accident happened in Bern on Friday."),
        ("Der Vertrag wurde gestern unterzeichnet.", "The agreement was signed yesterday."),
        ("Bei dem Unfall gab es am Freitag fünf Verletzte.", "Five people were injured in the accident on Friday."),
        ("Bei dem Unfall gab es am Freitag fünf Verletzte.", "Five were injured on Friday."),
        ("Am Freitag gab es fünf Verletzte.", "Helpers found five injured people on Friday."),
        ("Helfer fanden am Freitag fünf verletzte Menschen.", "There were five injured on Friday."),
        ("Am Montag kam es in Bern zu Unruhen.", "Riots erupted in Bern on Monday."),
        ("Bern verlor das Spiel am Montag mit 1:2.", "Bern were defeated 1:2 on Monday."),
        ("Bei dem Unfall kamen am Freitag fünf Menschen ums Leben.", "Five people lost their lives on Friday."),
        ("Emma Hardy hat das Rennen am Freitag für sich entschieden.", "Emma Hardy won the race on Friday."),
        ("Eine 19-Jährige wurde am Freitag verletzt.", "A 19-year-old woman was injured on Friday."),
        ("Die Verletzung verhinderte am Freitag den Sieg.", "The injury prevented the win on Friday."),
        ("Der VAR verhinderte am Freitag den Sieg.", "The VAR prevented the win on Friday."),
        (
            "Innenministerin Emma Hardy verbot am Freitag das Spiel.",
            "The Minister of the Interior Emma Hardy (SPD) banned the match on Friday.",
        ),
        ("Ein Zeuge rettete gegen 3.40 Uhr ein Kind.", "A witness rescued a child around 3:40 a.m."),
        ("Quaxtorp verpasste das Finale.", "Quaxtorp missed the final."),
        ("Anton Hübner starb im Alter von 73 Jahren.", "Anton Hübner passed away. He was 73 years old."),
    ] {
        let keys = keys_of(german, Lang::De);
        assert!(!keys.is_empty(), "{german}");
        let other = keys_of(english, Lang::En);
        assert!(keys.iter().all(|key| other.contains(key)), "{german} {keys:?}, {english} {other:?}");
    }
}

#[test]
fn a_key_tells_apart_who_acts_and_what_they_do() {
    let ministries = ["The defence ministry ordered a report.", "The interior ministry ordered a report."];
    let [defence, interior] = ministries.map(|text| keys_of(text, Lang::En));
    assert_ne!(defence, interior);
    let deeds = ["bought", "sold", "built", "stole"].map(|did| format!("Emma Hardy {did} a ship on Monday."));
    let deeds = deeds.map(|text| keys_of(&text, Lang::En));
    for (at, deed) in deeds.iter().enumerate() {
        assert!(!deeds[..at].contains(deed), "{deed:?}");
    }
    // What a ship does is no change of a quantity.
    assert_eq!(
        keys_of("Das Schiff stieg am Montag auf.", Lang::De).iter().filter(|key| key.ends_with("rise")).count(),
        0
    );
}
