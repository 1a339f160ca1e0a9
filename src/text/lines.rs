//! Single line breaks: does the line break end a paragraph, or was the text wrapped to a width?
#![allow(clippy::indexing_slicing, clippy::string_slice, reason = "places are those of lines and words of the text")]

/// Text is wrapped to widths in this range; longer lines are paragraphs, shorter ones lists and verse.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=130;

/// The lines of the block (what stands between two empty lines) looked at last.
pub(super) struct Lines<'a> {
    text: &'a str,
    block: Option<Block>,
}

#[derive(Clone, Copy)]
struct Block {
    start: usize,
    /// Length in characters of its longest line.
    width: usize,
    lines: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Lines { text, block: None }
    }

    /// Whether the line that ends at `end` goes on at `next`: the first word there had no room on it.
    pub(super) fn wraps(&mut self, block: usize, end: usize, next: usize, lower: bool) -> bool {
        if lower && !self.text[..end].ends_with(['.', '!', '?', ':']) {
            return true;
        }
        let block = match self.block {
            Some(b) if b.start == block => b,
            _ => *self.block.insert(measure(self.text, block)),
        };
        if !WIDTHS.contains(&block.width) || (block.lines < 3 && !lower) {
            return false;
        }
        let bytes = self.text.as_bytes();
        let from = end.saturating_sub(4 * block.width);
        let start = bytes[from..end].iter().rposition(|&b| b == b'\n').map_or(from, |at| from + at + 1);
        let word = bytes[next..].iter().take(block.width * 4).take_while(|b| !b.is_ascii_whitespace()).count();
        characters(&bytes[start..end]) + 1 + characters(&bytes[next..next + word]) > block.width
    }
}

/// Measures the lines from `start` to the next empty line.
fn measure(text: &str, start: usize) -> Block {
    let mut block = Block { start, width: 0, lines: 0 };
    for line in text.get(start..).unwrap_or("").split('\n') {
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        block.width = block.width.max(characters(line.as_bytes()));
        block.lines += 1;
    }
    block
}

/// Characters of a stretch of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::super::testing::splits;
    use crate::lang::Lang;

    #[test]
    fn a_headline_stands_alone() {
        splits(Lang::De, &["Regierung tritt zurück\n|Die Regierung ist zurückgetreten.", "Wetter\n|Regen\n|Sport"]);
        splits(
            Lang::En,
            &["Ministers quit\n|The government resigned on Monday after a long day of talks.", "- one\n|- two"],
        );
    }

    #[test]
    fn wrapped_lines_are_joined() {
        splits(
            Lang::En,
            &[
                "The government resigned on Monday after a long\nday of talks with the opposition, and the Prime\nMinister said that he would now be leaving for\nParis.| He left.",
                "a line that ends in the middle\nof a sentence.",
            ],
        );
    }
}
