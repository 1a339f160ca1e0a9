//! What a token is.

/// One token: a half-open byte span of the text, with what its characters say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub start: u32,
    pub end: u32,
    pub kind: TokenKind,
    pub shape: Shape,
    /// White space (or the text's start) stands before it.
    pub space_before: bool,
}

impl Token {
    /// Its text, in the text that it was read from.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// What kind of characters a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TokenKind {
    /// Letters, perhaps with digits, apostrophes and the dot of an abbreviation.
    Word,
    /// Digits with their separators: "37", "3.300", "7,1", "21.30", "24.07.2020", "2:1".
    Number,
    /// Digits with the ordinal dot: "1.".
    Ordinal,
    /// `.`, `!`, `?`, `…`
    Terminal,
    /// `,` `;` `:`
    Separator,
    /// `(` `[` `{`
    Open,
    /// `)` `]` `}`
    Close,
    /// A quotation mark of any kind.
    Quote,
    /// A hyphen inside or beside a word, of any kind.
    Hyphen,
    /// A dash between clauses or numbers: – — and a hyphen with spaces around it.
    Dash,
    /// A link or an e-mail address.
    Link,
    /// An @handle or a #hashtag.
    Tag,
    /// Any other character: %, €, §, &, …
    Symbol,
}

/// The letter case of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Shape {
    /// No letters.
    None,
    /// All lower-case.
    Lower,
    /// A capital first, lower-case after it; also a single capital.
    Title,
    /// Two or more letters, all capitals.
    Upper,
    /// Anything else ("iPhone", "McDonald").
    Mixed,
}
