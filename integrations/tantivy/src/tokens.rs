//! The words of a text as faktum cuts them, and what they stand for as further tokens at the same positions: `entity:` with
//! the id and with the name of an entity, `number:` with the value of a figure, `date:` with that of a time. So a search for
//! an entity finds its short forms and surnames, and one for 37 finds "thirty-seven" and "siebenunddreißig".

use faktum::{Answer, Document, Extractor, Lang, Span};
use tantivy::tokenizer::{PreTokenizedStream, PreTokenizedString, Token, Tokenizer};

/// What the index calls the tokenizer.
pub const NAME: &str = "faktum";

/// The token of an entity, by its id or name.
pub fn entity(name: &str) -> String {
    format!("entity:{name}")
}

/// The token of a number.
pub fn number(value: &str) -> String {
    format!("number:{value}")
}

/// The token of a time: `2014-03`.
pub fn date(value: &str) -> String {
    format!("date:{value}")
}

/// The tokens of a part of a text that was read with byte offsets and [tokens](faktum::ExtractorBuilder::tokens).
pub fn of(answer: &Answer<'_>, text: &str, part: Span) -> PreTokenizedString {
    let words = Words::of(answer, text, part);
    let mut tokens = words.tokens(text);
    let mut add = |span, text| tokens.extend(words.token(span, text));
    for mention in &answer.mentions {
        if let Some(known) = answer.entity(mention.entity) {
            add(mention.span, entity(&known.name));
            if let Some(id) = &known.reference {
                add(mention.span, entity(id));
            }
        }
    }
    for figure in &answer.figures {
        add(figure.span, number(&figure.amount().to_string()));
    }
    for time in &answer.times {
        add(time.span, date(&time.value.to_string()));
    }
    // The index wants them in order; words come before what they stand for.
    tokens.sort_by_key(|token| token.position);
    PreTokenizedString { text: part.of(text).to_string(), tokens }
}

/// The words of a part of a text, which have the positions 0, 1, 2, ….
struct Words {
    part: Span,
    spans: Vec<Span>,
}

impl Words {
    fn of(answer: &Answer<'_>, text: &str, part: Span) -> Words {
        let is_word = |span: &Span| part.contains(*span) && span.of(text).contains(char::is_alphanumeric);
        Words { part, spans: answer.tokens.iter().flatten().copied().filter(is_word).collect() }
    }

    /// Their tokens, without the dots of abbreviations and ordinals, of which each language has its own.
    fn tokens(&self, text: &str) -> Vec<Token> {
        let word = |span: &Span| span.of(text).trim_end_matches('.').to_lowercase();
        self.spans.iter().filter_map(|span| self.token(*span, word(span))).collect()
    }

    /// A token where words stand; none where none do.
    fn token(&self, span: Span, text: String) -> Option<Token> {
        let position = self.spans.partition_point(|word| word.end <= span.start);
        let behind = self.spans.partition_point(|word| word.start < span.end);
        let is_here = self.part.contains(span) && position < behind;
        is_here.then(|| Token {
            offset_from: (span.start - self.part.start) as usize,
            offset_to: (span.end - self.part.start) as usize,
            position,
            text,
            position_length: behind - position,
        })
    }
}

/// Cuts what is searched for into words, as articles are.
#[derive(Clone)]
pub struct WordTokenizer {
    extractor: Extractor,
}

impl WordTokenizer {
    /// The tokenizer.
    pub fn new() -> Result<WordTokenizer, faktum::Error> {
        Ok(WordTokenizer { extractor: Extractor::builder().stages([]).tokens(true).build()? })
    }
}

impl Tokenizer for WordTokenizer {
    type TokenStream<'a> = PreTokenizedStream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> PreTokenizedStream {
        // A few words do not tell their language, and but for dots both cut all but one in some thousand alike.
        let answer = self.extractor.extract(&Document::new(text).with_lang(Lang::En));
        let tokens = Words::of(&answer, text, Span::new(0, text.len() as u32)).tokens(text);
        PreTokenizedString { text: text.to_string(), tokens }.into()
    }
}
