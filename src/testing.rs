//! What unit tests of the stages share.

use crate::analysis::Analysis;
use crate::document::Document;
use crate::extractor::{Extractor, Scratch};
use crate::lang::Lang;

/// Runs the first stages on a text and shows what they give.
pub(crate) fn with_analysis<R>(lang: &str, text: &str, show: impl FnOnce(&Analysis<'_, '_>) -> R) -> R {
    let extractor = Extractor::builder().build().unwrap();
    let document = Document::new(text).with_lang(Lang::from_code(lang).unwrap());
    let mut scratch = Scratch::default();
    show(&extractor.analyse(&mut scratch, &document))
}
