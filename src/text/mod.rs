//! Sentences and tokens, as byte spans into a text that is never changed or copied.

mod token;

pub(crate) use token::{Shape, Token, TokenKind};
