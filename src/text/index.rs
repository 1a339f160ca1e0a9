//! Finds the token at a byte and the sentence of a token without a search.

use super::{Sentence, Token};

/// Bytes that share one entry of the index: one for each bit.
const BLOCK: u32 = u64::BITS;

/// Where the tokens and sentences of a document stand.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// For each block of bytes, where tokens end.
    blocks: Vec<Block>,
    /// For each token, its sentence.
    sentences: Vec<u32>,
}

/// The ends of tokens in one block of the text.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    /// A bit for each byte right behind a token.
    ends: u64,
    /// How many tokens end before.
    before: u32,
}

impl Index {
    /// Forgets the last document, keeping the buffers, and reads the next. Linear in the tokens and the bytes.
    pub(crate) fn read(&mut self, tokens: &[Token], sentences: &[Sentence]) {
        self.blocks.clear();
        self.sentences.clear();
        self.blocks.resize(tokens.last().map_or(0, |last| (last.end / BLOCK) as usize + 1), Block::default());
        for token in tokens {
            if let Some(block) = self.blocks.get_mut((token.end / BLOCK) as usize) {
                block.ends |= 1 << (token.end % BLOCK);
            }
        }
        let mut before = 0;
        for block in &mut self.blocks {
            block.before = before;
            before += block.ends.count_ones();
        }
        for (at, sentence) in sentences.iter().enumerate() {
            self.sentences.resize(sentence.tokens.end as usize, at as u32);
        }
    }

    /// The first token that ends behind a byte, or the number of tokens: as many end before, counted without a branch.
    pub(crate) fn token_at(&self, tokens: &[Token], byte: u32) -> usize {
        let Some(block) = self.blocks.get((byte / BLOCK) as usize) else {
            return tokens.len();
        };
        let until = u64::MAX >> (BLOCK - 1 - byte % BLOCK);
        block.before as usize + (block.ends & until).count_ones() as usize
    }

    /// The sentence that holds a token.
    pub(crate) fn sentence_of(&self, token: usize) -> Option<usize> {
        self.sentences.get(token).map(|at| *at as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Shape, TokenKind};

    #[test]
    fn finds_what_a_search_finds() {
        let spans = [(0, 3), (4, 5), (5, 70), (100, 101), (101, 102), (127, 129)];
        let token = |&(start, end): &(u32, u32)| Token {
            start,
            end,
            kind: TokenKind::Word,
            shape: Shape::Lower,
            space_before: false,
        };
        let tokens: Vec<Token> = spans.iter().map(token).collect();
        let sentence = |start, end, tokens| Sentence { start, end, tokens, paragraph: 0 };
        let sentences = [sentence(0, 70, 0..3), sentence(100, 129, 3..6)];
        let mut index = Index::default();
        for _ in 0..2 {
            index.read(&tokens, &sentences);
            for byte in 0..300 {
                let searched = tokens.partition_point(|token| token.end <= byte);
                assert_eq!(index.token_at(&tokens, byte), searched, "{byte}");
            }
            let found: Vec<_> = (0..7).map(|token| index.sentence_of(token)).collect();
            assert_eq!(found, [Some(0), Some(0), Some(0), Some(1), Some(1), Some(1), None]);
        }
    }
}
