//! Punctuation, quotation marks and symbols.
#![allow(clippy::indexing_slicing, clippy::string_slice, reason = "places are reached by whole characters of the text")]

use super::class::{self, DIGIT, LINE, LOWER, SPACE, UPPER, WORD};
use super::scan::{Cause, Scanner};
use super::{TokenKind, Words};

impl<W: Words> Scanner<'_, W> {
    /// A token that begins with a mark.
    pub(super) fn punctuation(&mut self) {
        let b = self.bytes[self.pos];
        let one = self.pos + 1;
        match b {
            b',' if self.space && self.repeated(b',') == 2 && self.class_at(one + 1) & WORD != 0 => {
                self.push_mark(one + 1, TokenKind::Quote) // „ typed as two commas
            }
            b',' => self.push_mark(one, TokenKind::Separator),
            b'.' => self.full_stop(),
            b'!' | b'?' => self.exclamation(),
            b':' | b';' => self.colon(),
            b'(' | b'[' | b'{' => self.push_mark(one, TokenKind::Open),
            b')' | b']' | b'}' => self.push_mark(one, TokenKind::Close),
            b'"' => self.push_mark(one, TokenKind::Quote),
            b'\'' | b'`' => self.single_quote(1),
            b'-' => self.hyphen(1),
            b'<' | b'>' if self.repeated(b) == 2 => self.push_mark(one + 1, TokenKind::Quote),
            b'@' | b'#' if self.tag() => {}
            b'*' if self.repeated(b) == 1 => self.bullet(one),
            b'#' | b'%' | b'&' | b'@' => self.push_mark(one, TokenKind::Symbol),
            0..0x80 => {
                let run = self.repeated(b);
                self.push_mark(self.pos + run, TokenKind::Symbol);
                if run > 2 {
                    self.note(Cause::Rule); // ***, ====
                }
            }
            _ => self.wide_mark(),
        }
    }

    fn class_at(&self, at: usize) -> class::Class {
        class::at(self.text, at).0
    }

    /// How often the byte stands here in a row.
    fn repeated(&self, b: u8) -> usize {
        self.bytes[self.pos..].iter().take_while(|&&other| other == b).count()
    }

    fn full_stop(&mut self) {
        if self.space && self.number_after_mark(1) {
            return;
        }
        let run = self.repeated(b'.');
        self.push_mark(self.pos + run, TokenKind::Terminal);
        self.note(Cause::Terminal);
    }

    fn exclamation(&mut self) {
        let run = self.bytes[self.pos..].iter().take_while(|b| matches!(b, b'!' | b'?')).count();
        self.push_mark(self.pos + run, TokenKind::Terminal);
        self.note(Cause::Terminal);
    }

    /// A colon or semicolon, or a face.
    fn colon(&mut self) {
        let nose = usize::from(self.bytes.get(self.pos + 1) == Some(&b'-'));
        let mouth = self.pos + 1 + nose;
        let face = self.space
            && matches!(self.bytes.get(mouth), Some(b')' | b'(' | b'D' | b'P' | b'/' | b'|'))
            && self.class_at(mouth + 1) & WORD == 0;
        if face {
            self.push_mark(mouth + 1, TokenKind::Symbol);
            self.note(Cause::Face);
        } else {
            self.push_mark(self.pos + 1, TokenKind::Separator);
        }
    }

    /// A hyphen between or beside words, a dash between clauses.
    fn hyphen(&mut self, len: usize) {
        if len == 1 && self.repeated(b'-') > 1 {
            return self.push_mark(self.pos + self.repeated(b'-'), TokenKind::Dash);
        }
        let apart = self.space && self.class_at(self.pos + len) & (SPACE | LINE) != 0;
        self.push_mark(self.pos + len, if apart { TokenKind::Dash } else { TokenKind::Hyphen });
    }

    /// A mark between spaces that begins an item.
    fn bullet(&mut self, end: usize) {
        let apart = self.space && self.class_at(end) & (SPACE | LINE) != 0;
        self.push_mark(end, TokenKind::Symbol);
        if apart {
            self.note(Cause::Bullet);
        }
    }

    /// `'`, `’` or a backtick where no word goes on over it.
    fn single_quote(&mut self, len: usize) {
        let end = self.pos + len;
        let b = self.bytes[self.pos];
        if len == 1 && self.bytes.get(end) == Some(&b) {
            return self.push_mark(end + 1, TokenKind::Quote); // `` and ''
        }
        let after = self.class_at(end);
        let begins = self.space
            || self.previous().is_none_or(|t| {
                matches!(t.kind, TokenKind::Open | TokenKind::Quote | TokenKind::Dash | TokenKind::Symbol)
            });
        if begins && after == DIGIT && self.number_after_mark(len) {
            return;
        }
        if (begins || !self.space) && after & WORD != 0 {
            let (stop, _) = self.letters(end);
            let letters = &self.text[end..stop];
            // "2014's", "(BBC)'s", German "'s ist"
            if self
                .profile
                .clitics
                .iter()
                .any(|c| c.strip_prefix('\'').is_some_and(|c| c.eq_ignore_ascii_case(letters)))
            {
                return self.push(self.pos, stop, TokenKind::Word, super::shape::shape(self.text, end, stop));
            }
        }
        if begins && after & WORD != 0 {
            self.single_open = true;
            return self.push_mark(end, TokenKind::Quote);
        }
        let after_word = !self.space && self.previous().is_some_and(|t| t.kind == TokenKind::Word);
        if after_word && !self.single_open {
            return self.push_mark(end, TokenKind::Word); // the genitive of a plural
        }
        self.single_open = false;
        self.push_mark(end, TokenKind::Quote);
    }

    fn wide_mark(&mut self) {
        let Some(c) = class::char_at(self.text, self.pos) else { return };
        let len = c.len_utf8();
        let end = self.pos + len;
        match c {
            '…' => {
                let mut end = end;
                while self.text[end..].starts_with('…') {
                    end += len;
                }
                self.push_mark(end, TokenKind::Terminal);
                self.note(Cause::Terminal);
            }
            '’' | '´' | 'ʼ' => self.single_quote(len),
            '‘' | '‚' | '‛' => {
                self.single_open = c == '‚' || self.class_at(end) & (LOWER | UPPER | DIGIT) != 0;
                self.push_mark(end, TokenKind::Quote);
            }
            '"' | '„' | '“' | '”' | '‟' | '«' | '»' | '‹' | '›' | '″' | '〝' | '〞' | '「' | '」' | '『' | '』' => {
                self.push_mark(end, TokenKind::Quote)
            }
            '‐' | '‑' | '\u{2043}' => self.hyphen(len),
            '‒' | '–' | '—' | '―' | '−' => self.push_mark(end, TokenKind::Dash),
            '•' | '·' | '▪' | '■' | '●' | '‣' | '►' => self.bullet(end),
            '‼' | '⁇' | '⁈' | '⁉' | '。' => {
                self.push_mark(end, TokenKind::Terminal);
                self.note(Cause::Terminal);
            }
            '、' => self.push_mark(end, TokenKind::Separator),
            '¡' | '¿' => self.push_mark(end, TokenKind::Open),
            _ => self.push_mark(end, TokenKind::Symbol),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::TokenKind;
    use super::super::testing::{parts, segmented};
    use crate::lang::Lang;

    #[test]
    fn runs() {
        parts(Lang::En, &["Well|...", "What|!?", "so|..", "a -- b", "=====", "word — word", "(|a|)|[|b|]"]);
        parts(Lang::De, &["Nun|…", "Toll|!!!"]);
    }

    #[test]
    fn quotation_marks() {
        parts(Lang::De, &["„|Gut|“|, sagte er", "»|Gut|«", "«|Gut|»", "‚|Gut|‘", ",,|Gut|“", "``|Gut|''", "<<|Gut|>>"]);
        parts(Lang::En, &["“|Good|”", "‘|Good|’", "'|Good|'", "\"|Good|\"", "the ‘|players|’"]);
        let kinds = |text| segmented(Lang::En, text).0.iter().map(|t| t.kind).collect::<Vec<_>>();
        assert_eq!(kinds("'a'"), [TokenKind::Quote, TokenKind::Word, TokenKind::Quote]);
        assert_eq!(kinds("boys'"), [TokenKind::Word, TokenKind::Word]);
    }

    #[test]
    fn hyphens_and_dashes() {
        let kinds = |text| segmented(Lang::De, text).0.iter().map(|t| t.kind).collect::<Vec<_>>();
        assert_eq!(kinds("a - b")[1], TokenKind::Dash);
        assert_eq!(kinds("a-b")[1], TokenKind::Hyphen);
        assert_eq!(kinds("a- und")[1], TokenKind::Hyphen);
        assert_eq!(kinds("a – b")[1], TokenKind::Dash);
    }
}
