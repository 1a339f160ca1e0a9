//! What the rules' tests share.

use crate::answer::{Decimal, Document, Figure};
use crate::extractor::Extractor;
use crate::lang::Lang;
use crate::options::Stage;

/// The figures of a text, each as `text|kind|value|unit|approx|counted`, with `-` for what is missing.
pub(crate) fn figures(lang: Lang, text: &str) -> Vec<String> {
    let extractor = Extractor::builder().stages([Stage::Figures]).build().unwrap();
    let answer = extractor.extract(&Document::new(text).with_lang(lang));
    answer.figures.iter().map(line).collect()
}

/// German figures.
pub(crate) fn de(text: &str) -> Vec<String> {
    figures(Lang::De, text)
}

/// English figures.
pub(crate) fn en(text: &str) -> Vec<String> {
    figures(Lang::En, text)
}

fn line(figure: &Figure<'_>) -> String {
    let end = |end: Option<Decimal>| end.map_or(String::new(), |end| end.to_string());
    let value = match &figure.value {
        Some(value) => value.to_string(),
        None => format!("{}..{}", end(figure.low), end(figure.high)),
    };
    format!(
        "{}|{:?}|{value}|{}|{:?}|{}",
        figure.text,
        figure.kind,
        figure.unit.as_deref().unwrap_or("-"),
        figure.approx,
        figure.of.as_ref().map_or("-", |of| &of.text),
    )
}
