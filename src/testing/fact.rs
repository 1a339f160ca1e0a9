//! Facts from sentences, slot by slot.

use crate::answer::{Document, Modality};
use crate::extractor::Extractor;
use crate::lang::Lang;

/// The first fact with a figure as "subject | predicate | time | place | source".
fn slots(lang: &str, text: &str) -> String {
    with_fact(lang, text, |fact| {
        let time = fact.time.as_ref().map_or("-", |time| &time.value);
        format!(
            "{} | {} | {time} | {} | {}",
            fact.subject.as_ref().map_or("-", |subject| &subject.text),
            fact.predicate.as_ref().map_or("-", |predicate| &predicate.text),
            fact.place.as_ref().map_or("-", |place| &place.text),
            fact.source.as_ref().map_or("-", |source| &source.text)
        )
    })
}

fn with_fact<R>(lang: &str, text: &str, show: impl FnOnce(&crate::answer::Fact<'_>) -> R) -> R {
    let extractor = Extractor::builder().gloss(Lang::En).build().unwrap();
    let document =
        Document::new(text).with_lang(Lang::from_code(lang).unwrap()).with_date("2020-07-27".parse().unwrap());
    let answer = extractor.extract(&document);
    show(answer.facts.iter().find(|fact| fact.figure.is_some()).unwrap())
}

fn modality(lang: &str, text: &str) -> Modality {
    with_fact(lang, text, |fact| fact.modality)
}

fn negated(lang: &str, text: &str) -> bool {
    with_fact(lang, text, |fact| fact.negated)
}

fn gloss(lang: &str, text: &str) -> String {
    with_fact(lang, text, |fact| fact.gloss.clone())
}

#[test]
fn a_counted_subject_is_no_subject() {
    assert_eq!(
        slots("de", "In Wien wurden am Sonntag drei Menschen verletzt."),
        "- | wurden verletzt | 2020-07-26 | Wien | -"
    );
    assert_eq!(
        slots("en", "Three people were injured in Vienna on Sunday."),
        "- | were injured | 2020-07-26 | Vienna | -"
    );
    assert_eq!(slots("de", "Die Behörde erhielt 2019 37 Berichte."), "Die Behörde | erhielt | 2019 | - | -");
}

#[test]
fn an_age_tells_of_its_noun_only() {
    assert_eq!(slots("de", "Der 17-jährige Fahrer wurde am Samstag in Graz verletzt."), "- | - | - | - | -");
    assert_eq!(slots("en", "The 17-year-old driver was injured in Graz on Saturday."), "- | - | - | - | -");
}

#[test]
fn expletives_give_way() {
    assert_eq!(
        slots("de", "Am Freitag kam es zu einem Streit zwischen zwei Gruppen."),
        "einem Streit | kam | 2020-07-24 | - | -"
    );
    assert_eq!(slots("de", "Bisher gab es vier Unfälle."), "- | gab | - | - | -");
}

#[test]
fn a_relative_clause_speaks_where_the_main_clause_only_is() {
    let german = "Das Kind ist eines von 400 Kindern, die in der Klinik behandelt werden.";
    assert_eq!(slots("de", german), "- | behandelt werden | - | Klinik | -");
}

#[test]
fn moods() {
    use Modality::*;
    assert_eq!(modality("de", "Die Firma will 25 Ermittler einstellen und ein Büro eröffnen."), Planned);
    assert_eq!(modality("en", "The company plans to hire 25 investigators."), Planned);
    assert_eq!(modality("en", "The office is expected to cost 3 million euros."), Planned);
    assert_eq!(
        modality("de", "Die Runde wird zwischen dem 11. und 14. September in zwei Städten ausgetragen."),
        Planned
    );
    assert_eq!(modality("de", "Damit könnten 300 Haushalte versorgt werden."), Possible);
    assert_eq!(modality("en", "The number could rise to 300 cases."), Possible);
    assert_eq!(modality("de", "Sollte es regnen, spielen nur 10 Leute."), Conditional);
    assert_eq!(modality("de", "Die Firma erhielt 37 Berichte."), Asserted);
    assert_eq!(modality("de", "Der Minister sagte, es seien 37 Berichte eingegangen."), Reported);
}

#[test]
fn negation_has_a_scope() {
    assert!(negated("de", "Die Firma hat 37 Berichte nicht erhalten."));
    assert!(negated("en", "The company did not receive 37 reports."));
    assert!(!negated("de", "Auf dem nicht genehmigten Treffen waren 37 Menschen."));
    assert!(!negated("de", "Im Ort leben 500 Menschen und sie dürfen ihn nicht verlassen."));
    assert!(!negated("en", "The company received not only 37 reports."));
}

#[test]
fn times_behind_a_comparison_belong_to_the_other_side() {
    assert_eq!(
        slots("de", "Die Firma erhielt 300 Berichte, mehr als im Jahr 2018."),
        "Die Firma | erhielt | - | - | -"
    );
    assert_eq!(slots("de", "Die Firma erhielt vor drei Jahren 300 Berichte."), "Die Firma | erhielt | 2017 | - | -");
}

#[test]
fn glosses_read_well() {
    assert_eq!(gloss("de", "Der Anteil sank von 24 auf 21 Prozent."), "share down from 24 %");
    assert_eq!(gloss("en", "The company increased its revenue by 12 per cent."), "The company: revenue up 12 %");
    assert_eq!(gloss("en", "A third of the voters stayed at home."), "1/3 (voters) stayed at home");
    assert_eq!(gloss("de", "Zwei Drittel der Wähler blieben zu Hause."), "2/3 (voter) \"blieben zu Hause\"");
    assert_eq!(gloss("en", "The man was arrested twice."), "The man: was arrested twice");
    assert_eq!(gloss("de", "Dreimal wurde der Mann verhaftet."), "\"der Mann\": \"wurde verhaftet\" 3 times");
    assert_eq!(
        gloss("de", "Ein 34-jähriger Mann kam ums Leben."),
        "man aged 34: \"Ein 34-jähriger Mann kam ums Leben\""
    );
    assert_eq!(gloss("de", "Bei dem Brand sind fünf Menschen ums Leben gekommen."), "5 people \"ums Leben gekommen\"");
    assert_eq!(gloss("de", "Die Polizei zählte 300 Bewohner."), "300 \"Bewohner\"");
    assert_eq!(gloss("de", "In Polen starben 2019 rund 300 Menschen."), "about 300 people \"starben\", 2019, Poland");
}

#[test]
fn an_adverb_that_begins_with_a_preposition_is_no_place() {
    assert_eq!(slots("de", "Vor Ort waren 38 Helfer."), "- | waren | - | - | -");
    assert_eq!(slots("de", "In der Kirche waren 38 Helfer."), "- | waren | - | Kirche | -");
}
