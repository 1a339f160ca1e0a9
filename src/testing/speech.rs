//! What unit tests of the speech rules share.

use crate::answer::Document;
use crate::extractor::Extractor;
use crate::lang::Lang;

/// The statements of a text, each as "rule | speaker | cue | content".
pub(crate) fn said(lang: &str, text: &str) -> Vec<String> {
    let extractor = Extractor::builder().build().unwrap();
    let document = Document::new(text).with_lang(Lang::from_code(lang).unwrap());
    extractor
        .extract(&document)
        .statements
        .iter()
        .map(|statement| {
            let speaker = statement.speaker.as_ref().map_or("-", |speaker| &speaker.text);
            let cue = statement.cue.as_ref().map_or("-", |cue| cue.text.as_ref());
            let content: Vec<&str> = statement.content.iter().map(|span| span.of(text)).collect();
            format!(
                "{} | {speaker} | {cue} | {}",
                statement.rule.name.trim_start_matches("speech."),
                content.join(" … ")
            )
        })
        .collect()
}
