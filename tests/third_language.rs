//! That the rules know no language: with a few Dutch words in a dictionary, the rules written for German and English read
//! Dutch. (A real third language brings its own folder of dictionaries and a profile; here German's serves for times and
//! English's for figures, since Dutch writes nouns as English does.)

use faktum::{Document, Extractor, Lang};

/// Words of Dutch, bound to the classes that `dictionaries/de/*.tsv` binds German words to.
const DUTCH: &str = "class\tsurface
adposition.between\ttussen
adposition.in\tin
adposition.on\top
approx.about\tongeveer
article\tde
article\thet
coordinator.and\ten
month.1\tjanuari
month.3\tmaart
month.4\tapril
relative.day.-1\tgisteren
scale.6\tmiljoen
time-unit.year\tjaar
weekday.1\tmaandag
";

const NOUNS: &str = "concept\tkind\ten\tde
report\tthing\tmelding/meldingen\t
";

fn dutch() -> Extractor {
    Extractor::builder().dictionary("woorden.tsv", DUTCH).dictionary("begrippen.tsv", NOUNS).build().unwrap()
}

fn document(text: &str, lang: Lang) -> Document<'_> {
    Document::new(text).with_lang(lang).with_date("2015-04-20".parse().unwrap())
}

#[test]
fn dutch_times_are_read() {
    let (extractor, text) = (dutch(), "Het gebeurde gisteren en op 3 maart 2014.");
    let answer = extractor.extract(&document(text, Lang::De));
    let times: Vec<_> = answer.times.iter().map(|time| (&*time.text, time.value.as_str())).collect();
    assert_eq!(times, [("gisteren", "2015-04-19"), ("3 maart 2014", "2014-03-03")]);
}

#[test]
fn dutch_periods_are_read() {
    let (extractor, text) = (dutch(), "Dat was tussen januari en april 2014.");
    let answer = extractor.extract(&document(text, Lang::De));
    let periods: Vec<_> = answer.periods.iter().map(|period| period.value.as_str()).collect();
    assert_eq!(periods, ["2014-01/2014-04"]);
}

#[test]
fn dutch_figures_are_read() {
    let (extractor, text) = (dutch(), "Er kwamen ongeveer 37 meldingen, zo veel als 2 miljoen meldingen in 2014.");
    let answer = extractor.extract(&document(text, Lang::En));
    let figures: Vec<_> = answer
        .figures
        .iter()
        .map(|figure| {
            let concept = figure.of.as_ref().and_then(|of| of.concept.as_deref());
            (&*figure.text, figure.value.as_ref().map(ToString::to_string), concept)
        })
        .collect();
    assert_eq!(
        figures,
        [
            ("ongeveer 37", Some("37".to_string()), Some("report")),
            ("2 miljoen", Some("2000000".to_string()), Some("report")),
        ]
    );
}
