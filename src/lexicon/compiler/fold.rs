//! The form in which a lexicon stores and looks up words: case, ß, apostrophes, hyphens and combining marks folded away.

use super::compose::{compose, may_hold_marks};

/// The first byte of "à" to "ÿ".
const LATIN: u8 = 0xc3;

/// Passes the folded bytes of `text` on, each with whether it came from a capital.
///
/// Folding drops soft hyphens, writes ß as ss, any apostrophe as `'`, any hyphen as `-`, any white space as one blank
/// each, a letter with a combining mark as one character. `push` returns false to stop.
pub fn fold(text: &str, mut push: impl FnMut(u8, bool) -> bool) -> bool {
    let composed;
    let text = if may_hold_marks(text) {
        composed = compose(text);
        &composed
    } else {
        text
    };
    for c in text.chars() {
        let go_on = match c {
            'A'..='Z' => push(c as u8 + 32, true),
            '\0'..='\x7f' if !c.is_ascii_whitespace() => push(c as u8, false),
            'à'..='ÿ' => push(LATIN, false) && push(c as u8 - 0x40, false),
            'À'..='Þ' if c != '×' => push(LATIN, true) && push(c as u8 - 0x20, false),
            '\u{ad}' => true,
            'ß' | 'ẞ' => push(b's', c == 'ẞ') && push(b's', c == 'ẞ'),
            '’' | '‘' | 'ʼ' | '´' | '`' => push(b'\'', false),
            '‐' | '‑' => push(b'-', false),
            _ if c.is_whitespace() => push(b' ', false),
            _ => {
                let mut buffer = [0; 4];
                let mut lower = c.to_lowercase();
                let folded = match (lower.next(), lower.next()) {
                    (Some(l), None) => l,
                    _ => c,
                };
                folded.encode_utf8(&mut buffer).bytes().enumerate().all(|(i, b)| push(b, i == 0 && folded != c))
            }
        };
        if !go_on {
            return false;
        }
    }
    true
}

/// The folded key of a surface, and which of its first 32 bytes were capitals.
pub fn key(surface: &str) -> (Vec<u8>, u32) {
    let (mut bytes, mut capitals) = (Vec::with_capacity(surface.len()), 0);
    fold(surface, |byte, capital| {
        if capital && bytes.len() < 32 {
            capitals |= 1 << bytes.len();
        }
        bytes.push(byte);
        true
    });
    (bytes, capitals)
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn folds_case_sharp_s_apostrophes_and_hyphens() {
        assert_eq!(key("Straße"), (b"strasse".to_vec(), 1));
        assert_eq!(key("O’Brien"), (b"o'brien".to_vec(), 0b101));
        assert_eq!(key("Nord\u{ad}see"), (b"nordsee".to_vec(), 1));
        assert_eq!(key("US‑Dollar"), (b"us-dollar".to_vec(), 0b1011));
        assert_eq!(key("Österreich").0, "österreich".as_bytes());
        for c in '\u{c0}'..='\u{ff}' {
            let (folded, capitals) = key(c.encode_utf8(&mut [0; 4]));
            let small: String = c.to_lowercase().collect();
            let wanted = if c == 'ß' { b"ss" } else { small.as_bytes() };
            assert_eq!((&*folded, capitals != 0), (wanted, small != c.to_string()), "{c}");
        }
        assert_eq!(key("O\u{308}sterreich"), key("Österreich"));
    }
}
