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
