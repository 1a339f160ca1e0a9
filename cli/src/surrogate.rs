//! Halves of surrogate pairs in JSON: `"\ud83d"`, which is no character. Programs that cut strings between UTF-16 units
//! write them.

use std::ops::Range;

/// Bytes of `\ud83d`.
const ESCAPE: usize = 6;

/// The line with `\ufffd` for every escape of a lone surrogate, which keeps all places; `None` where there is none.
pub fn mend(line: &str) -> Option<String> {
    let mut mended = String::new();
    let (mut copied, mut at) = (0, 0);
    while let Some(found) = line[at..].find('\\') {
        at += found;
        let length = match unit(line, at) {
            Some(high) if HIGH.contains(&high) && unit(line, at + ESCAPE).is_some_and(|low| LOW.contains(&low)) => {
                2 * ESCAPE
            }
            Some(lone) if HIGH.contains(&lone) || LOW.contains(&lone) => {
                mended.push_str(&line[copied..at]);
                mended.push_str("\\ufffd");
                copied = at + ESCAPE;
                ESCAPE
            }
            Some(_) => ESCAPE,
            // The backslash and what it escapes, perhaps another one.
            None => 1 + line[at + 1..].chars().next().map_or(0, char::len_utf8),
        };
        at += length;
    }
    (copied > 0).then(|| mended + &line[copied..])
}

const HIGH: Range<u32> = 0xd800..0xdc00;
const LOW: Range<u32> = 0xdc00..0xe000;

/// The UTF-16 unit that is escaped at a place.
fn unit(line: &str, at: usize) -> Option<u32> {
    let digits = line.get(at..at + ESCAPE)?.strip_prefix("\\u")?;
    let hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| hexadecimal)
}

#[cfg(test)]
mod tests {
    use super::mend;

    #[test]
    fn lone_surrogates_are_replaced() {
        let mended = [
            (r#""a\ud83d""#, r#""a\ufffd""#),
            (r#""\uDE00b""#, r#""\ufffdb""#),
            (r#""\ud83d\ud83d\ude00""#, r#""\ufffd\ud83d\ude00""#),
            (r#""\ude00\ud83d""#, r#""\ufffd\ufffd""#),
            (r#""\ud83d\n\u00e4""#, r#""\ufffd\n\u00e4""#),
            (r#""\\\ud83d""#, r#""\\\ufffd""#),
            (r#""\ud83dä\\ud83d""#, r#""\ufffdä\\ud83d""#),
        ];
        for (line, expected) in mended {
            assert_eq!(mend(line).as_deref(), Some(expected), "{line}");
        }
    }

    #[test]
    fn all_else_stays() {
        for line in ["", r"\", r"\u", r"\ud83", r"\ud83ä", r"\u+d83", r#""\\ud83d""#, r#""\ud83d\ude00""#, r"\ä\u00e4"]
        {
            assert_eq!(mend(line), None, "{line}");
        }
    }
}
