//! Names as CoNLL-2003 has them: a token a line, tagged by IOB2.
//!
//! Each line has four columns with a blank between them: the token, `_` twice (no part of speech and no chunk is told), and the
//! tag: `B-PER` at the first token of a name, `I-PER` at the others, `O` elsewhere. A blank line ends a sentence, the line
//! `-DOCSTART- -X- O O` begins a document. Source: Tjong Kim Sang and De Meulder, [Introduction to the CoNLL-2003 Shared
//! Task](https://aclanthology.org/W03-0419/), with the tags of [CoNLL-2002](https://aclanthology.org/W02-2024/).

use std::io;

use crate::answer::{Answer, Mention, Span};

/// Writes a document. The answer's spans are bytes of `text`, and it must have its
/// [`tokens`](crate::ExtractorBuilder::tokens).
///
/// ```
/// use faktum::{Document, Extractor, output::conll};
/// let text = "Angela Merkel was in Leeds.";
/// let answer = Extractor::builder().tokens(true).build()?.extract(&Document::new(text));
/// let mut out = Vec::new();
/// conll::write(&answer, text, &mut out)?;
/// let out = String::from_utf8(out)?;
/// assert_eq!(out, "-DOCSTART- -X- O O\n\nAngela _ _ B-PER\nMerkel _ _ I-PER\nwas _ _ O\nin _ _ O\nLeeds _ _ B-LOC\n. _ _ O\n\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Those of `w`.
pub fn write<W: io::Write>(answer: &Answer<'_>, text: &str, mut w: W) -> io::Result<()> {
    w.write_all(b"-DOCSTART- -X- O O\n\n")?;
    let mut names = flat(&answer.mentions).into_iter().peekable();
    let mut tokens = answer.tokens.iter().flatten().peekable();
    for sentence in &answer.sentences {
        let mut before = None;
        while let Some(token) = tokens.next_if(|token| token.start < sentence.end) {
            while names.next_if(|name| name.span.end <= token.start).is_some() {}
            let name = names.peek().filter(|name| name.span.overlaps(*token));
            let word = token.of(text).replace(char::is_whitespace, "_");
            match name {
                None => writeln!(w, "{word} _ _ O")?,
                Some(name) => {
                    let place = if before == Some(name.span) { 'I' } else { 'B' };
                    writeln!(w, "{word} _ _ {place}-{}", name.kind)?;
                }
            }
            before = name.map(|name| name.span);
        }
        w.write_all(b"\n")?;
    }
    Ok(())
}

/// The names in the order of the text; of those that overlap the longest, of which a token can tell one.
fn flat<'m, 't>(mentions: &'m [Mention<'t>]) -> Vec<&'m Mention<'t>> {
    let mut sorted: Vec<&Mention<'_>> = mentions.iter().collect();
    sorted.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    let mut end = 0;
    sorted.retain(|mention| {
        let Span { start, end: own } = mention.span;
        let free = start >= end;
        if free {
            end = own;
        }
        free
    });
    sorted
}
