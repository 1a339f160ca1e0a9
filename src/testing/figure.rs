//! What the rules' tests share.

use crate::answer::{Document, Figure};
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
    format!(
        "{}|{:?}|{}|{}|{:?}|{}",
        figure.text,
        figure.kind,
        figure.amount(),
        figure.unit.as_deref().unwrap_or("-"),
        figure.approx,
        figure.of.as_ref().map_or("-", |of| &of.text),
    )
}
