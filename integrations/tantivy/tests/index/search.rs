//! Searches by words, by entity, by number, by kind, value and period, and by source.

use crate::{Shelf, example};

#[test]
fn the_bundled_articles_are_found() {
    let (english, german) = (example("watchdog-report-en.txt"), example("watchdog-report-de.txt"));
    let shelf = Shelf::of(&[("en", &english), ("de", &german)]);
    assert_eq!(shelf.ids(&["complaints", "advertisement"]), ["en"]);
    assert_eq!(shelf.ids(&["beschwerden"]), ["de"]);
    assert_eq!(shelf.ids(&["--number", "48300"]), ["de", "en"]);
    assert_eq!(shelf.ids(&["--entity", "Helen Marwick"]), ["de", "en"]);
    let money = ["--kind", "money", "--of", "EUR", "--min", "5e7"];
    let in_2022 = shelf.search(&[&money[..], &["--from", "2022-01-01", "--to", "2022-12-31"]].concat());
    let has = |id: &str, words: &str| in_2022.iter().any(|found| found.id == id && found.text.contains(words));
    assert!(has("en", "62 million euros") && has("de", "62 Millionen Euro"), "{in_2022:#?}");
    assert!(shelf.search(&[&money[..], &["--to", "1999-12-31"]].concat()).is_empty());
}

#[test]
fn words_are_found_together_and_as_phrases() {
    let shelf = Shelf::of(&[
        ("en", "Police in Leeds arrested 38 people on Monday."),
        ("de", "Die Polizei in Köln nahm am 4. Mai 37 Menschen fest."),
    ]);
    assert_eq!(shelf.ids(&["KÖLN", "Menschen"]), ["de"]);
    assert!(shelf.ids(&["Köln", "Leeds"]).is_empty());
    assert_eq!(shelf.ids(&["\"arrested 38 people\""]), ["en"]);
    assert_eq!(shelf.ids(&["\"in Köln nahm\""]), ["de"]);
    // What is searched is read as English, where "4." is two tokens.
    assert_eq!(shelf.ids(&["\"am 4. Mai\""]), ["de"]);
    assert!(shelf.ids(&["\"38 arrested\""]).is_empty());
}

#[test]
fn entities_are_found_by_id_and_by_name() {
    let shelf = Shelf::of(&[
        ("en", "Angela Merkel travelled to Cologne. Merkel met thirty-seven people."),
        ("de", "Angela Merkel reiste nach Köln. Dort traf Merkel siebenunddreißig Menschen."),
        ("neither", "Police in Leeds arrested 38 people."),
    ]);
    assert_eq!(shelf.ids(&["--entity", "place/cologne"]), ["de", "en"]);
    assert_eq!(shelf.ids(&["--entity", "Cologne"]), ["en"]);
    assert_eq!(shelf.ids(&["--entity", "Angela Merkel"]), ["de", "en"]);
    // The second sentences have the surname alone, and the number in words.
    let second = shelf.search(&["--facts", "--entity", "Angela Merkel", "--number", "37"]);
    assert!(second.len() >= 2 && second.iter().all(|found| found.text.contains("Merkel")), "{second:#?}");
}

#[test]
fn what_is_asked_of_facts_holds_of_one_together() {
    let shelf = Shelf::of(&[
        ("en", "The agency received 37 reports in March 2014. The company paid 5 million euros in 2019."),
        ("de", "Die Firma zahlte im März 2014 mehr als 3 Millionen Euro. Die Behörde erhielt 2019 40 Meldungen."),
    ]);
    assert_eq!(shelf.ids(&["--kind", "money", "--to", "2014-12-31"]), ["de"]);
    assert_eq!(shelf.ids(&["--kind", "money", "--from", "2014-04-01"]), ["en"]);
    assert_eq!(shelf.ids(&["--kind", "money", "--min", "4000000"]), ["de", "en"]);
    assert_eq!(shelf.ids(&["--kind", "money", "--max", "4000000"]), ["de"]);
    assert_eq!(shelf.ids(&["--kind", "count", "--of", "report"]), ["de", "en"]);
    assert_eq!(shelf.ids(&["--kind", "count", "--of", "report", "--min", "38"]), ["de"]);
    assert_eq!(shelf.ids(&["--kind", "count", "--from", "2014-03-31", "--to", "2014-03-31"]), ["en"]);
    assert!(shelf.ids(&["--kind", "count", "--min", "1000"]).is_empty());
}

#[test]
fn sources_are_found_by_id_and_by_words() {
    let shelf = Shelf::of(&[
        ("en", "Europol said it received 37 reports in March 2014. The company paid 5 million euros."),
        ("de", "Europol teilte mit, es habe 2014 37 Meldungen erhalten. Die Firma zahlte 5 Millionen Euro."),
        ("words", "The agency said it received 37 reports."),
    ]);
    assert_eq!(shelf.ids(&["--source", "org/europol"]), ["de", "en"]);
    assert_eq!(shelf.ids(&["--source", "The agency", "--kind", "count"]), ["words"]);
    assert!(shelf.ids(&["--source", "org/europol", "--kind", "money"]).is_empty());
    let fact = shelf.search(&["--source", "org/europol", "reports"])[0].fact.clone().unwrap();
    assert_eq!((&fact["kind"], &fact["source"]["name"]), (&"count".into(), &"Europol".into()));
}
