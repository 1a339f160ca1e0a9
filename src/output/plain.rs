//! Pieces of a text as they may stand in a cell or on a terminal.

/// The text on one line: blanks, line breaks and control characters become single blanks.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The text on one line, without marks that turn the direction of what follows.
#[cfg(any(test, feature = "table"))]
pub(super) fn harmless(text: &str) -> String {
    let mut line = one_line(text);
    line.retain(|c| !turns_direction(c));
    line
}

/// Whether a character embeds, overrides or isolates a direction, perhaps beyond the text that it stands in.
pub(super) fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_single_blanks_and_nothing_to_obey() {
        assert_eq!(one_line("\u{feff}a\u{1b}[31m\n b\u{7}\r\n\tc \u{85}"), "\u{feff}a [31m b c");
        assert_eq!(harmless("a \u{202e}cb\u{2066} d\u{200f}"), "a cb d\u{200f}");
    }
}
