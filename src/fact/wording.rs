//! Numbers and times as a gloss writes them.
#![allow(clippy::string_slice, reason = "the places are lengths that the text had while it was written")]

use crate::answer::{Decimal, Digits};
use crate::answer::{FactTime, Figure, FigureKind, FigureValue};
use crate::lang::{GlossWords, Lang};

/// Appends a number, a range or a score with the separators of the language.
pub(super) fn amount(out: &mut String, figure: &Figure<'_>, lang: Lang) {
    match (&figure.value, figure.low, figure.high) {
        (Some(FigureValue::Number(number)), ..) => {
            let ratio = if figure.kind == FigureKind::Fraction { ratio(*number) } else { None };
            match ratio {
                Some((part, whole)) => {
                    grouped(out, part.into(), lang);
                    out.push('/');
                    grouped(out, whole.into(), lang);
                }
                None => grouped(out, *number, lang),
            }
        }
        (Some(FigureValue::Score(score)), ..) => out.push_str(score),
        (None, Some(low), Some(high)) => {
            grouped(out, low, lang);
            out.push('–');
            grouped(out, high, lang);
        }
        (None, Some(low), None) => {
            out.push_str("≥ ");
            grouped(out, low, lang);
        }
        (None, None, Some(high)) => {
            out.push_str("≤ ");
            grouped(out, high, lang);
        }
        (None, None, None) => {}
    }
}

/// A fraction as people say it, 1/3 for 0.3333: values are rounded to four places.
fn ratio(number: Decimal) -> Option<(u32, u32)> {
    (2..=10u8).find_map(|whole| {
        let exact = |part: u8| Decimal::new((i128::from(part) * 10_000 + i128::from(whole) / 2) / i128::from(whole), 4);
        let part = (1..whole).find(|part| exact(*part) == number)?;
        Some((part.into(), whole.into()))
    })
}

/// The number in groups of three digits, 1,200 and 48,300; millions and more read better with their scale.
fn grouped(out: &mut String, number: Decimal, lang: Lang) {
    let profile = lang.profile();
    let mut buffer = itoa::Buffer::new();
    let Digits { negative, whole, zeros: leading, fraction } = number.digits(&mut buffer);
    if negative {
        out.push('-');
    }
    // Up to three digits need no help.
    if whole.len() <= 3 && fraction.is_empty() {
        return out.push_str(whole);
    }
    let zeros = whole.bytes().rev().take_while(|digit| *digit == b'0').count();
    for (power, name) in profile.gloss.scales {
        let power = usize::from(*power);
        if whole.len() > power && fraction.is_empty() && zeros >= power - 3 {
            let (front, back) = whole.split_at(whole.len() - power);
            out.push_str(front);
            let back = back.trim_end_matches('0');
            if !back.is_empty() {
                out.push(profile.decimal);
                out.push_str(back);
            }
            out.push(' ');
            out.push_str(name);
            return;
        }
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(profile.group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(profile.decimal);
        out.extend(std::iter::repeat_n('0', leading));
        out.push_str(fraction);
    }
}

/// Appends when a fact is so: "Jan–Apr 2014", "since Mar 2014", and of what is to come "from Mar 2014".
pub(super) fn time(out: &mut String, time: &FactTime, ahead: bool, words: &GlossWords) {
    let open = match (&time.begin, &time.end) {
        (None, Some(_)) => Some(words.until),
        (Some(_), None) => Some(if ahead { words.starting } else { words.since }),
        _ => None,
    };
    if let Some(word) = open {
        out.push_str(word);
        out.push(' ');
    }
    match (time.begin, time.end) {
        // "over the next five years"
        (Some(begin), Some(end)) if time.value.starts_with('P') => {
            let last = if end.is_midnight() { end.date().yesterday().unwrap_or(end.date()) } else { end.date() };
            period(out, &format!("{}/{last}", begin.date()), words);
        }
        _ => period(out, &time.value, words),
    }
}

/// A TIMEX3 value or period for a reader: "Jan–Apr 2014", "14 Apr 2023", "Q1 2014", "1939–1945".
fn period(out: &mut String, value: &str, words: &GlossWords) {
    match cut(value, b'/') {
        (value, None) => point(out, value, words),
        ("..", Some(to)) => {
            out.push_str(words.until);
            out.push(' ');
            point(out, to, words);
        }
        (from, Some("..")) => {
            out.push_str(words.since);
            out.push(' ');
            point(out, from, words);
        }
        (from, Some(to)) => {
            let start = out.len();
            point(out, from, words);
            let middle = out.len();
            out.push('–');
            let end = out.len();
            point(out, to, words);
            // What both ends share at their end is said once: "Jan–Apr 2014", "3–5 May 2014".
            let shared = shared_end(&out[start..middle], &out[end..]);
            out.replace_range(middle - shared..middle, "");
        }
    }
}

/// The bytes of the words at the end of `from`, with the blank before them, that `to` ends with too; never all of them.
fn shared_end(from: &str, to: &str) -> usize {
    if from.matches(' ').count() != to.matches(' ').count() {
        return 0;
    }
    let words = from.rsplit(' ').zip(to.rsplit(' ')).take_while(|(a, b)| a == b).map(|(word, _)| word.len() + 1);
    let most = from.find(' ').map_or(0, |first| from.len() - first);
    words
        .scan(0, |sum, length| {
            *sum += length;
            Some(*sum)
        })
        .take_while(|sum| *sum <= most)
        .last()
        .unwrap_or(0)
}

/// A value up to an ASCII character, and what stands behind it. Values are short, so no search beats looking at each byte.
pub(super) fn cut(value: &str, mark: u8) -> (&str, Option<&str>) {
    let halves =
        value.bytes().position(|byte| byte == mark).and_then(|at| Some((value.get(..at)?, value.get(at + 1..)?)));
    halves.map_or((value, None), |(before, behind)| (before, Some(behind)))
}

/// A date or time: "14 Apr 2023", "Q1 2014", "summer 2014", "1990s", "44 BC", "14 Apr 2023 21:30".
fn point(out: &mut String, value: &str, words: &GlossWords) {
    let mut put = |pieces: &[&str]| pieces.iter().for_each(|piece| out.push_str(piece));
    if let Some(year) = value.strip_prefix("BC") {
        return put(&[cut(year, b'-').0.trim_start_matches('0'), " ", words.before_christ]);
    }
    match (value.len(), value.parse::<u16>()) {
        (2, Ok(century)) => return (words.century)(out, century + 1),
        (3, Ok(_)) => return put(&[value, "0", words.decade]),
        _ => {}
    }
    let (date, time) = cut(value, b'T');
    let (year, rest) = cut(date, b'-');
    let (part, day) = rest.map_or((None, None), |rest| {
        let (part, day) = cut(rest, b'-');
        (Some(part), day)
    });
    let month = part.and_then(|part| part.parse::<usize>().ok()).and_then(|n| words.months.get(n.wrapping_sub(1)));
    let season = part.and_then(|part| words.seasons.iter().find(|(code, _)| *code == part));
    match (month, part.and_then(|part| part.split_at_checked(1)), day) {
        (Some(month), _, Some(day)) if !day.contains('-') => {
            put(&[day.trim_start_matches('0'), words.ordinal_mark, " ", month, " ", year]);
        }
        (Some(month), _, None) => put(&[month, " ", year]),
        (None, Some((letter @ ("Q" | "H"), number)), None) => put(&[letter, number, " ", year]),
        (None, Some(("W", week)), None) => put(&[words.week, " ", week, " ", year]),
        (None, Some(("W", week)), Some("WE")) => put(&[words.weekend, ", ", words.week, " ", week, " ", year]),
        _ => match season {
            Some((_, season)) => put(&[season, " ", year]),
            None => put(&[date]),
        },
    }
    if let Some(time) = time.filter(|time| time.starts_with(|c: char| c.is_ascii_digit())) {
        put(&[" ", time]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_say_once_what_both_ends_share() {
        let words = &Lang::En.profile().gloss;
        let period = |value: &str, words: &GlossWords| {
            let mut out = String::from("x ");
            period(&mut out, value, words);
            out.split_off(2)
        };
        assert_eq!(period("2014-01/2014-04", words), "Jan–Apr 2014");
        assert_eq!(period("2014-05-03/2014-05-05", words), "3–5 May 2014");
        assert_eq!(period("1939/1945", words), "1939–1945");
        assert_eq!(period("2014-Q1", words), "Q1 2014");
        assert_eq!(period("2014-03/2014-03", words), "Mar–Mar 2014");
        assert_eq!(period("2013-11/2014-02", words), "Nov 2013–Feb 2014");
        assert_eq!(period("2014-03/..", words), "since Mar 2014");
        let german = &Lang::De.profile().gloss;
        assert_eq!(period("2014-05-03", german), "3. Mai 2014");
        for (value, en, de) in [
            ("199", "1990s", "1990er"),
            ("20", "21st century", "21. Jahrhundert"),
            ("11", "12th century", "12. Jahrhundert"),
            ("2014-SU", "summer 2014", "Sommer 2014"),
            ("2014-W10-WE", "weekend, week 10 2014", "Wochenende, Woche 10 2014"),
            ("BC0044", "44 BC", "44 v. Chr."),
        ] {
            assert_eq!((period(value, words), period(value, german)), (en.to_string(), de.to_string()));
        }
    }

    #[test]
    fn numbers_are_grouped_for_the_reader() {
        let shown = |text: &str, lang| {
            let mut out = String::new();
            grouped(&mut out, text.parse().unwrap(), lang);
            out
        };
        assert_eq!(shown("48300", Lang::En), "48,300");
        assert_eq!(shown("48300.5", Lang::De), "48.300,5");
        assert_eq!(shown("62000000", Lang::En), "62 million");
        assert_eq!(shown("1650000000", Lang::En), "1.65 billion");
        assert_eq!(shown("1650000000", Lang::De), "1,65 Milliarden");
        assert_eq!(shown("37", Lang::En), "37");
        assert_eq!(shown("1234567", Lang::En), "1,234,567");
    }
}
