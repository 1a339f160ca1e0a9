//! What a character is to the scanner: one table look-up for ASCII, a match for the rest.
#![allow(clippy::indexing_slicing, reason = "there is a place for every byte")]

/// Bits, so that a whole run's letters can be or-ed together.
pub(super) type Class = u8;

pub(super) const LOWER: Class = 1;
pub(super) const UPPER: Class = 2;
pub(super) const DIGIT: Class = 4;
/// Continues a word without being a letter: `_`, soft hyphen, joiners, combining marks, superscripts.
pub(super) const JOIN: Class = 8;
/// All that a word may be made of.
pub(super) const WORD: Class = LOWER | UPPER | DIGIT | JOIN;
/// White space that ends no line.
pub(super) const SPACE: Class = 16;
pub(super) const LINE: Class = 32;
/// A mark that is a token by itself or with its like.
pub(super) const MARK: Class = 64;
/// Beyond ASCII in the byte table; a script that needs Unicode's own word rules as a character.
pub(super) const OTHER: Class = 128;

/// The class of every byte; all bytes beyond ASCII are [`OTHER`].
pub(super) static BYTES: [Class; 256] = {
    let mut table = [MARK; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = match b as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            b'_' => JOIN,
            b'\n' | b'\r' | 0x0b | 0x0c => LINE,
            0..=b' ' | 0x7f => SPACE,
            0x80.. => OTHER,
            _ => MARK,
        };
        b += 1;
    }
    table
};

/// How many of eight bytes are ASCII letters before the first that is none, and their classes.
///
/// Words are short and their lengths can't be predicted: testing eight bytes at once costs less than one wrong guess.
#[inline]
pub(super) fn ascii_letters(eight: [u8; 8]) -> (usize, Class) {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const ONES: u64 = 0x0101_0101_0101_0101;
    let bytes = u64::from_le_bytes(eight);
    let lowered = (bytes & !HIGH) | (ONES * 0x20);
    let from_a = lowered + ONES * (0x80 - b'a' as u64);
    let past_z = lowered + ONES * (0x80 - b'z' as u64 - 1);
    let letters = from_a & !past_z & !bytes & HIGH;
    let count = (!letters & HIGH).trailing_zeros() / 8;
    let within = if count == 8 { HIGH } else { HIGH & ((1 << (8 * count)) - 1) };
    let small = (bytes << 2) & HIGH & within;
    let class = if small != 0 { LOWER } else { 0 } | if small != within { UPPER } else { 0 };
    (count as usize, class)
}

/// The class of a character beyond ASCII.
pub(super) fn wide(c: char) -> Class {
    match c as u32 {
        0x85 | 0x2028 | 0x2029 => LINE,
        0x80..=0xA0 | 0x1680 | 0x2000..=0x200B | 0x202F | 0x205F | 0x3000 | 0xFEFF => SPACE,
        0xAD | 0x200C | 0x200D | 0x2060 | 0x300..=0x36F | 0xB2 | 0xB3 | 0xB9 | 0xFE00..=0xFE0F => JOIN,
        0xAA | 0xBA => LOWER,
        0xC0..=0x24F | 0x370..=0x52F | 0x1E00..=0x1FFF if c.is_alphabetic() => {
            if c.is_uppercase() {
                UPPER
            } else {
                LOWER
            }
        }
        0x2070..=0x209C => JOIN,
        0x250..=0x2AF => LOWER,
        0x2010..=0x206F | 0x20A0..=0x20CF | 0xA1..=0xBF | 0x2190..=0x25FF | 0x3001..=0x3003 | 0x3008..=0x3011 => MARK,
        _ => OTHER,
    }
}

/// The class of the character at `at` and its length in bytes; `(LINE, 0)` at the end.
#[inline]
pub(super) fn at(text: &str, at: usize) -> (Class, usize) {
    let bytes = text.as_bytes();
    let Some(&b) = bytes.get(at) else { return (LINE, 0) };
    if b < 0x80 {
        return (BYTES[b as usize], 1);
    }
    // Umlauts are the most frequent characters beyond ASCII, so they skip the decoding.
    if b == 0xC3 {
        return match bytes.get(at + 1) {
            Some(0x97 | 0xB7) => (MARK, 2),
            Some(0x80..=0x9E) => (UPPER, 2),
            _ => (LOWER, 2),
        };
    }
    match char_at(text, at) {
        Some(c) => (wide(c), c.len_utf8()),
        None => (SPACE, 1),
    }
}

/// The character at a byte offset.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Whether the character stands for an apostrophe between letters.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '´' | '`')
}
