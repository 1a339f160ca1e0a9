//! What unit tests share: each looks at one room through the extractor, which stands above them all.

pub(crate) mod clause;
mod fact;
pub(crate) mod figure;
mod name;
mod part;
mod reach;
pub(crate) mod speech;
mod third_language;

use crate::answer::Document;
use crate::extractor::{Extractor, Scratch};
use crate::lang::Lang;
use crate::reading::Analysis;

/// Runs the first stages on a text and shows what they give.
pub(crate) fn with_analysis<R>(lang: &str, text: &str, show: impl FnOnce(&Analysis<'_, '_>) -> R) -> R {
    let extractor = Extractor::builder().build().unwrap();
    let document = Document::new(text).with_lang(Lang::from_code(lang).unwrap());
    let mut scratch = Scratch::default();
    show(&extractor.analyse(&mut scratch, &document))
}
