//! The time cases of tests/corpus: own sentences, grouped by construction, each with the times it must give.
//!
//! `[24. Juli](DATE 2020-07-24)`: type and value, then `mod=`, `freq=`, `quant=` where TIMEX3 has them. What is not
//! marked must give nothing. ` => 2014-01/2014-04` behind a sentence lists its periods. The rest of the notation stands
//! in common/mod.rs.

mod common;

use common::Case;
use faktum::{Document, Extractor, Lang, Stage};

/// A value of a closed list as the answer writes it.
fn name(item: impl serde::Serialize) -> String {
    serde_json::to_value(item).ok().and_then(|value| value.as_str().map(str::to_string)).unwrap_or_default()
}

fn check(extractor: &Extractor, lang: Lang, case: &Case) -> Option<String> {
    let mut document = Document::new(&case.text).with_lang(lang);
    document.date = case.date;
    let answer = extractor.extract(&document);
    let found: Vec<String> = answer
        .times
        .iter()
        .map(|time| {
            let mut mark = format!("[{}]({} {}", time.text, name(time.kind), time.value);
            let features = [
                ("mod", time.modifier.map(name)),
                ("freq", time.freq.clone()),
                ("quant", time.quant.map(str::to_string)),
            ];
            for (feature, value) in features {
                mark.extend(value.map(|value| format!(" {feature}={value}")));
            }
            mark + ")"
        })
        .collect();
    let wanted: Vec<String> = case
        .marks
        .iter()
        .map(|mark| format!("[{}]({})", &case.text[mark.start..mark.end], mark.words.join(" ")))
        .collect();
    if found != wanted {
        return Some(format!("found {}, wanted {}", found.join(" "), wanted.join(" ")));
    }
    if let Some(whole) = &case.whole {
        let periods: Vec<&str> = answer.periods.iter().map(|period| period.value.as_str()).collect();
        if periods.join(" ") != *whole {
            return Some(format!("periods {}, wanted {whole}", periods.join(" ")));
        }
    }
    None
}

fn run(file: &str, lang: Lang) {
    let extractor = Extractor::builder().stages([Stage::Times]).build().expect("the built-in dictionaries open");
    common::run(file, |case| check(&extractor, lang, case));
}

#[test]
fn german() {
    run("de/time.cases", Lang::De);
}

#[test]
fn english() {
    run("en/time.cases", Lang::En);
}
