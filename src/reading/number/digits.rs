//! Digits with their separators, in either language's manner.

use crate::answer::Decimal;
use crate::lang::Profile;

/// Reads a number written in digits, or `None` where the separators make it something else: a date, a time, a score.
///
/// The language's own marks count first ("3.300" is 3300 in German, 3.3 in English). Where they can't be meant, the
/// other language's reading stands, since news mixes them: "1.5 Mio.", "272.000 infections".
pub(crate) fn parse(text: &str, profile: &Profile) -> Option<Decimal> {
    if let Some(whole) = whole(text) {
        return Some(whole);
    }
    let mut groups: [&str; 8] = [""; 8];
    let mut marks: [char; 8] = ['\0'; 8];
    let (mut count, mut from) = (0, 0);
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            continue;
        }
        *groups.get_mut(count)? = text.get(from..at)?;
        *marks.get_mut(count)? = mark(c)?;
        count += 1;
        from = at + c.len_utf8();
    }
    *groups.get_mut(count)? = text.get(from..)?;
    let (groups, marks) = (groups.get(..=count)?, marks.get(..count)?);
    let Some(&first) = marks.first() else {
        return decimal(groups, "");
    };
    let (last_group, whole) = groups.split_last()?;
    if marks.iter().all(|&mark| mark == first) {
        let grouped = in_threes(groups);
        let meant = first == ' ' || first == '\'' || first == profile.group;
        // One mark with three digits behind it is read by the language's rule, but nobody writes out three zeros.
        if grouped && (meant || count > 1 || *last_group == "000") {
            return decimal(groups, "");
        }
        let fraction = count == 1 && (first == '.' || first == ',') && !last_group.is_empty();
        return if fraction { decimal(whole, last_group) } else { None };
    }
    let (&last, before) = marks.split_last()?;
    let same = before.iter().all(|&mark| mark == first);
    (same && (last == '.' || last == ',') && in_threes(whole)).then(|| decimal(whole, last_group))?
}

/// Digits without any mark, up to what 64 bits hold: nearly every number.
fn whole(text: &str) -> Option<Decimal> {
    const LONGEST: usize = 18;
    if text.len() > LONGEST {
        return None;
    }
    let mut value = 0i64;
    for byte in text.bytes() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + i64::from(digit);
    }
    Some(Decimal::from(value))
}

/// Separators as one character each.
fn mark(c: char) -> Option<char> {
    match c {
        '.' | ',' => Some(c),
        '\'' | '’' => Some('\''),
        '\u{a0}' | '\u{202f}' | '\u{2009}' | ' ' => Some(' '),
        _ => None,
    }
}

/// One to three digits without a leading zero, then groups of three.
fn in_threes(groups: &[&str]) -> bool {
    groups.split_first().is_some_and(|(first, rest)| {
        (1..=3).contains(&first.len()) && !first.starts_with('0') && rest.iter().all(|group| group.len() == 3)
    })
}

fn decimal(whole: &[&str], fraction: &str) -> Option<Decimal> {
    let mut digits: i128 = 0;
    let length = whole.iter().map(|group| group.len()).sum::<usize>() + fraction.len();
    if length <= 18 {
        let mut small = 0i64;
        for byte in whole.iter().flat_map(|group| group.bytes()).chain(fraction.bytes()) {
            small = small * 10 + i64::from(byte.checked_sub(b'0')?);
        }
        return Some(Decimal::new(i128::from(small), u8::try_from(fraction.len()).ok()?));
    }
    for byte in whole.iter().flat_map(|group| group.bytes()).chain(fraction.bytes()) {
        digits = digits.checked_mul(10)?.checked_add(i128::from(byte.checked_sub(b'0')?))?;
    }
    Some(Decimal::new(digits, u8::try_from(fraction.len()).ok()?))
}

/// Digits alone as a small number.
pub(crate) fn small(digits: &str) -> Option<i16> {
    if digits.is_empty() || digits.len() > 4 {
        return None;
    }
    let mut number = 0i16;
    for byte in digits.bytes() {
        number = number.checked_mul(10)?.checked_add(i16::from(byte.checked_sub(b'0').filter(|d| *d < 10)?))?;
    }
    Some(number)
}

/// The value of a character such as ½.
pub(super) fn vulgar(text: &str) -> Option<(u32, u32)> {
    if text.is_ascii() {
        return None;
    }
    const VULGAR: [(&str, u32, u32); 18] = [
        ("½", 1, 2),
        ("⅓", 1, 3),
        ("⅔", 2, 3),
        ("¼", 1, 4),
        ("¾", 3, 4),
        ("⅕", 1, 5),
        ("⅖", 2, 5),
        ("⅗", 3, 5),
        ("⅘", 4, 5),
        ("⅙", 1, 6),
        ("⅚", 5, 6),
        ("⅐", 1, 7),
        ("⅛", 1, 8),
        ("⅜", 3, 8),
        ("⅝", 5, 8),
        ("⅞", 7, 8),
        ("⅑", 1, 9),
        ("⅒", 1, 10),
    ];
    VULGAR.iter().find(|(known, ..)| *known == text).map(|(_, n, d)| (*n, *d))
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::lang::Lang;

    fn read(text: &str, lang: Lang) -> Option<String> {
        parse(text, lang.profile()).map(|number| number.to_string())
    }

    #[test]
    fn separators_follow_the_language() {
        for (text, de, en) in [
            ("37", "37", "37"),
            ("3.300", "3300", "3.3"),
            ("3,300", "3.3", "3300"),
            ("7,1", "7.1", "7.1"),
            ("1.5", "1.5", "1.5"),
            ("3'300", "3300", "3300"),
            ("3’300", "3300", "3300"),
            ("1\u{202f}234\u{202f}567", "1234567", "1234567"),
            ("1.234.567", "1234567", "1234567"),
            ("1,234,567.89", "1234567.89", "1234567.89"),
            ("2.000,35", "2000.35", "2000.35"),
            ("272.000", "272000", "272000"),
            ("0.125", "0.125", "0.125"),
            ("007", "7", "7"),
        ] {
            assert_eq!(read(text, Lang::De).as_deref(), Some(de), "{text}");
            assert_eq!(read(text, Lang::En).as_deref(), Some(en), "{text}");
        }
    }

    #[test]
    fn dates_and_scores_are_no_numbers() {
        for text in ["24.07.2020", "2:1", "1.2.3.4", "2020-07-24", "24/7/2020", "12:30", "1.", "12.34,567.8"] {
            assert_eq!(read(text, Lang::De), None, "{text}");
            assert_eq!(read(text, Lang::En), None, "{text}");
        }
        assert_eq!(read(&"9".repeat(60), Lang::De), None);
    }
}
