//! Pairs quotation marks of all kinds.
//!
//! Only the outermost quotation counts; what is quoted inside it belongs to it. Marks that lack a partner survive: an
//! opening one reaches over the next paragraphs to the closing one that is the next mark, else to its sentence's end (or, at a
//! paragraph's start, to the paragraph's end); a closing one back to its sentence's start.

use std::ops::Range;

use crate::reading::Analysis;
use crate::text::TokenKind;

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quote {
    /// The tokens between its marks.
    pub inner: Range<usize>,
    /// The tokens with its marks.
    pub outer: Range<usize>,
    /// Goes on with a quotation that the paragraph before left open.
    pub continues: bool,
    /// Has both its marks.
    pub balanced: bool,
}

/// What a mark does, as far as its character and the spaces around it say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Open,
    Close,
    Either,
}

/// A family of marks: single ones stand inside double ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Double,
    Single,
}

/// A quotation that waits for its end.
#[derive(Clone, Copy)]
struct Open {
    token: usize,
    family: Family,
    /// Quotations of the same family inside it.
    depth: usize,
    low: bool,
}

/// The outermost quotations of a document, in order. One pass.
pub(super) fn pair(analysis: &Analysis<'_, '_>) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::new();
    // A document with unclosed quotations in a paragraph goes on in the next one that begins with a mark.
    let mut carried = false;
    let mut open: Option<Open> = None;
    let mut paragraph = None;
    // Where a quotation over paragraphs closes: looked for once, at the end of its first one.
    let mut end = 0;
    for sentence in analysis.sentences {
        let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
        if paragraph != Some(sentence.paragraph) {
            paragraph = Some(sentence.paragraph);
            if open.is_some() && tokens.start >= end {
                end = closing(analysis, tokens.start).unwrap_or(end);
            }
            if open.is_none() || tokens.start >= end {
                let goes_on = opens(analysis, tokens.start);
                carried = end_of_paragraph(analysis, open.take(), tokens.start, goes_on, &mut quotes) && goes_on;
            }
        }
        for token in tokens.clone() {
            if analysis.kind(token) != TokenKind::Quote {
                continue;
            }
            let Some((family, role, low)) = mark(analysis, token, tokens.start) else {
                continue;
            };
            match &mut open {
                None if role == Role::Close => {
                    if family == Family::Double && !carried {
                        lone_close(analysis, token, tokens.start, &mut quotes);
                    }
                }
                None => open = Some(Open { token, family, depth: 0, low }),
                Some(current) if current.family != family => {
                    // A double mark inside single ones: the single one was an apostrophe.
                    if family == Family::Double && role != Role::Close {
                        open = Some(Open { token, family, depth: 0, low });
                    }
                }
                // A sentence that opens again, without a paragraph of its own in the text, goes on.
                Some(current) if role == Role::Open && token == tokens.start && current.depth == 0 => {
                    let inner = current.token + 1..token;
                    quotes.push(Quote {
                        outer: current.token..token,
                        inner,
                        continues: std::mem::take(&mut carried),
                        balanced: false,
                    });
                    carried = true;
                    open = Some(Open { token, family, depth: 0, low });
                }
                Some(current) if role == Role::Open && current.low == low && current.token + 1 < token => {
                    current.depth += 1;
                }
                Some(current) if current.depth > 0 => current.depth -= 1,
                Some(current) => {
                    let start = current.token;
                    if start + 1 < token {
                        let continues = std::mem::take(&mut carried);
                        quotes.push(Quote {
                            inner: start + 1..token,
                            outer: start..token + 1,
                            continues,
                            balanced: true,
                        });
                    }
                    open = None;
                }
            }
        }
    }
    end_of_paragraph(analysis, open, analysis.tokens.len(), false, &mut quotes);
    quotes
}

fn is_mark(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.kind(token) == TokenKind::Quote
}

/// The closing mark that is the next mark from a paragraph's start on.
fn closing(analysis: &Analysis<'_, '_>, start: usize) -> Option<usize> {
    /// How long a quotation goes on without a mark.
    const LONGEST: usize = 300;
    let stop = analysis.tokens.len().min(start + LONGEST);
    let next = (start..stop).find(|token| {
        let inches = analysis.kind(token.wrapping_sub(1)) == TokenKind::Number;
        is_mark(analysis, *token)
            && !inches
            && mark_of(analysis, *token).is_some_and(|(family, ..)| family == Family::Double)
    })?;
    mark_of(analysis, next).filter(|(_, role, _)| *role == Role::Close).map(|_| next)
}

fn mark_of(analysis: &Analysis<'_, '_>, token: usize) -> Option<(Family, Role, bool)> {
    let sentence = analysis.sentences.get(analysis.sentence_of(token))?;
    mark(analysis, token, sentence.tokens.start as usize)
}

/// Whether a paragraph begins with a mark that opens a quotation.
fn opens(analysis: &Analysis<'_, '_>, start: usize) -> bool {
    is_mark(analysis, start)
        && mark(analysis, start, start).is_some_and(|(family, role, _)| family == Family::Double && role != Role::Close)
}

/// A quotation that is still open where a paragraph ends: told whether the next paragraph begins with a mark. Says whether
/// that may go on with it.
fn end_of_paragraph(
    analysis: &Analysis<'_, '_>,
    open: Option<Open>,
    end: usize,
    goes_on: bool,
    quotes: &mut Vec<Quote>,
) -> bool {
    let Some(open) = open.filter(|open| open.family == Family::Double && open.token + 1 < end) else {
        return false;
    };
    let Some(sentence) = analysis.sentences.get(analysis.sentence_of(open.token)) else {
        return false;
    };
    let whole = goes_on || sentence.tokens.start as usize == open.token;
    let end = if whole { end } else { sentence.tokens.end as usize };
    if open.token + 1 < end {
        quotes.push(Quote { inner: open.token + 1..end, outer: open.token..end, continues: false, balanced: false });
    }
    whole
}

/// A closing mark without an opening one: what stands before it in its sentence is quoted.
fn lone_close(analysis: &Analysis<'_, '_>, token: usize, start: usize, quotes: &mut Vec<Quote>) {
    let after_last = quotes.last().map_or(0, |quote| quote.outer.end);
    let inches = analysis.kind(token.wrapping_sub(1)) == TokenKind::Number;
    if token > start && after_last <= start && !inches {
        quotes.push(Quote { inner: start..token, outer: start..token + 1, continues: false, balanced: false });
    }
}

/// What the mark at a token is; `None` for an apostrophe.
fn mark(analysis: &Analysis<'_, '_>, token: usize, sentence: usize) -> Option<(Family, Role, bool)> {
    let space_before = analysis.space_before(token) || token == sentence;
    let space_after = analysis.space_before(token + 1);
    let before = if token == sentence { TokenKind::Separator } else { analysis.kind(token - 1) };
    let after = analysis.kind(token + 1);
    let opens = space_before
        || matches!(before, TokenKind::Open | TokenKind::Dash)
        || before == TokenKind::Quote && !space_after;
    let closes = space_after
        || matches!(
            after,
            TokenKind::Separator | TokenKind::Terminal | TokenKind::Close | TokenKind::Quote | TokenKind::Hyphen
        );
    let by_space = match (opens, closes) {
        (true, false) => Role::Open,
        (false, true) => Role::Close,
        _ => Role::Either,
    };
    Some(match analysis.word(token).chars().next()? {
        '„' | '‟' | ',' => (Family::Double, Role::Open, true),
        '‚' => (Family::Single, Role::Open, true),
        '”' => (Family::Double, if by_space == Role::Open { Role::Open } else { Role::Close }, false),
        '“' | '"' | '«' | '»' | '＂' | '<' | '>' => (Family::Double, by_space, false),
        '\'' | '`' if analysis.word(token).len() > 1 => (Family::Double, by_space, false),
        '‘' | '’' | '\'' | '`' | '‹' | '›' | '´' => (Family::Single, by_space, false),
        _ => (Family::Double, by_space, false),
    })
}

#[cfg(test)]
mod tests {
    use super::pair;
    use crate::testing::with_analysis;

    fn quoted(lang: &str, text: &str) -> Vec<String> {
        with_analysis(lang, text, |analysis| {
            pair(analysis).iter().map(|quote| analysis.span(quote.inner.clone()).of(analysis.text).to_owned()).collect()
        })
    }

    #[test]
    fn marks_of_all_kinds() {
        for text in
            ["Er sagte: „Wir gehen.“", "Er sagte: \"Wir gehen.\"", "Er sagte: »Wir gehen.«", "Er sagte: «Wir gehen.»"]
        {
            assert_eq!(quoted("de", text), ["Wir gehen."], "{text}");
        }
        assert_eq!(quoted("en", "He said: “We leave.”"), ["We leave."]);
        assert_eq!(quoted("en", "He said: ‘We leave.’"), ["We leave."]);
    }

    #[test]
    fn nested_quotations_belong_to_the_outer_one() {
        assert_eq!(quoted("de", "„Er hat ‚Nein‘ gesagt“, sagte sie."), ["Er hat ‚Nein‘ gesagt"]);
        assert_eq!(quoted("en", "“He said ‘no’ to us,” she said."), ["He said ‘no’ to us,"]);
    }

    #[test]
    fn a_space_may_stand_before_the_closing_mark() {
        assert_eq!(
            quoted("de", "Sie sagte:\n\n\"Wir wissen das. Wir handeln. \"\n\nMehr nicht."),
            ["Wir wissen das. Wir handeln."]
        );
    }

    #[test]
    fn marks_without_a_partner() {
        assert_eq!(quoted("de", "Wir haben 37 Berichte erhalten“, sagte sie."), ["Wir haben 37 Berichte erhalten"]);
        assert_eq!(
            quoted("de", "Er betonte: \"Wir haben 37 Berichte erhalten. Das ist viel."),
            ["Wir haben 37 Berichte erhalten."]
        );
        assert_eq!(quoted("en", "The screen measures 27\" and is flat."), Vec::<String>::new());
    }

    #[test]
    fn a_quotation_over_two_paragraphs() {
        let text = "“We received 37 reports. We read them.\n\n“We answered all,” said Hardy.";
        assert_eq!(quoted("en", text), ["We received 37 reports. We read them.", "We answered all,"]);
    }

    #[test]
    fn a_quotation_that_only_closes_paragraphs_later() {
        let text = "Hardy said: “We received 37 reports.\n\nWe read them.\n\nWe answered all.” He left.";
        assert_eq!(quoted("en", text), ["We received 37 reports.\n\nWe read them.\n\nWe answered all."]);
        let text = "Hardy sagte: „Wir lesen alles.\n\nDie Stadt schwieg.\n\n„Wir antworten“, sagte Hardy.";
        assert_eq!(quoted("de", text), ["Wir lesen alles.", "Wir antworten"]);
        let text = "Hardy said: “The roof leaks. It is old.\n\n“We have asked for money.” He left.";
        assert_eq!(quoted("en", text), ["The roof leaks. It is old.", "We have asked for money."]);
    }

    #[test]
    fn a_quotation_that_opens_again_at_a_sentence() {
        let text = "“We received 37 reports. We read them.\n“We answered all.” He left.";
        assert_eq!(quoted("en", text), ["We received 37 reports. We read them.", "We answered all."]);
    }

    #[test]
    fn apostrophes_quote_nothing() {
        assert_eq!(quoted("en", "The agency’s report and the users’ data."), Vec::<String>::new());
    }
}
