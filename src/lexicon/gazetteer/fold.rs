//! Names in the form in which they are compared, and the pieces that they are made of.
//!
//! Names fold as words do ([`compiler::fold`](super::super::compiler::fold)); beyond that a hyphen is a blank, and of
//! several blanks one stays. What is left falls into atoms: a run of letters and digits is one, any other character is one
//! of its own. Atoms are the same whatever a text's tokens are, so a name is found wherever its first atom begins a token
//! and its last one ends one.

use super::super::compiler::fold::fold;
use super::super::hash::{Hash, bytes};

/// What a byte of a folded text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ByteClass {
    /// Begins a letter or digit.
    Word,
    /// Goes on with a character.
    Continues,
    /// The blank.
    Blank,
    /// Begins any other character.
    Mark,
}

impl ByteClass {
    #[inline]
    pub(super) fn of(byte: u8) -> ByteClass {
        match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => ByteClass::Word,
            b' ' => ByteClass::Blank,
            0x80..=0xbf => ByteClass::Continues,
            // U+0080 to U+00BF and U+2000 to U+2FFF hold symbols and punctuation.
            0..=0x7f | 0xc2 | 0xe2 => ByteClass::Mark,
            _ => ByteClass::Word,
        }
    }

    /// Whether an atom ends between a character and the byte that follows it.
    #[inline]
    pub(super) fn ends_before(self, next: ByteClass) -> bool {
        let goes_on = next == ByteClass::Continues || self == ByteClass::Word && next == ByteClass::Word;
        !goes_on && self != ByteClass::Blank
    }
}

/// Folds one piece of text behind the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Folder {
    /// The last byte was a blank, or there is none yet.
    blank: bool,
}

impl Folder {
    pub(super) fn new() -> Folder {
        Folder { blank: true }
    }

    /// Passes the folded bytes of a piece on, each with whether it came from a capital. `push` returns false to stop.
    pub(super) fn feed(&mut self, text: &str, mut push: impl FnMut(u8, bool) -> bool) -> bool {
        fold(text, |byte, capital| match byte {
            b'-' | b' ' if self.blank => true,
            b'-' | b' ' => {
                self.blank = true;
                push(b' ', false)
            }
            _ => {
                self.blank = false;
                push(byte, capital)
            }
        })
    }
}

/// Whether a folded name begins with a small letter.
pub(super) fn is_lower(bytes: &[u8], capitals: &[bool]) -> bool {
    let letter = bytes.first().is_some_and(|byte| !byte.is_ascii_digit() && ByteClass::of(*byte) == ByteClass::Word);
    letter && capitals.first() == Some(&false)
}

/// A folded name.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    pub bytes: Vec<u8>,
    /// Which bytes came from capitals.
    pub capitals: Vec<bool>,
}

impl Folded {
    /// Folds a name into this one's buffers.
    pub(super) fn read(&mut self, name: &str) {
        self.bytes.clear();
        self.capitals.clear();
        Folder::new().feed(name, |byte, capital| {
            self.bytes.push(byte);
            self.capitals.push(capital);
            true
        });
        if self.bytes.last() == Some(&b' ') {
            self.bytes.pop();
            self.capitals.pop();
        }
    }

    /// The hashes of all beginnings that end with an atom; the last is that of the name itself.
    pub(super) fn prefixes(&self) -> impl Iterator<Item = u64> + '_ {
        let (mut hash, mut before) = (Hash::new(), ByteClass::Blank);
        let inner = self.bytes.iter().filter_map(move |byte| {
            let (class, so_far) = (ByteClass::of(*byte), hash);
            let ends = before.ends_before(class);
            hash = hash.and(*byte);
            if class != ByteClass::Continues {
                before = class;
            }
            ends.then(|| so_far.finish())
        });
        inner.chain((!self.bytes.is_empty()).then(|| self.hash()))
    }

    /// The hash of the whole.
    pub(super) fn hash(&self) -> u64 {
        bytes(self.bytes.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(name: &str) -> String {
        let mut folded = Folded::default();
        folded.read(name);
        String::from_utf8(folded.bytes).unwrap()
    }

    #[test]
    fn hyphens_and_blanks_are_the_same() {
        assert_eq!(folded("Coca-Cola"), "coca cola");
        assert_eq!(folded("Coca  Cola "), "coca cola");
        assert_eq!(folded("Straße O’Brien"), "strasse o'brien");
    }

    #[test]
    fn atoms_end_at_all_that_is_no_letter() {
        let mut name = Folded::default();
        let mut count = |text: &str| {
            name.read(text);
            name.prefixes().count()
        };
        assert_eq!(count("Kranichwerk"), 1);
        assert_eq!(count("Kranichwerk AG"), 2);
        assert_eq!(count("E.ON"), 3);
        assert_eq!(count("Müller’s §"), 4);
        assert_eq!(count("4711"), 1);
        assert_eq!(count(""), 0);
    }
}
