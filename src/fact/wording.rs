//! Numbers and times as a gloss writes them.

use crate::decimal::Decimal;
use crate::document::{FactTime, Figure, FigureValue};
use crate::lang::{GlossWords, Lang};

/// A number, a range or a score with the separators of the language.
pub(super) fn amount(figure: &Figure<'_>, lang: Lang) -> String {
    match (&figure.value, figure.low, figure.high) {
        (Some(FigureValue::Number(number)), ..) => grouped(*number, lang),
        (Some(FigureValue::Score(score)), ..) => score.clone(),
        (None, Some(low), Some(high)) => format!("{}–{}", grouped(low, lang), grouped(high, lang)),
        (None, Some(low), None) => format!("≥ {}", grouped(low, lang)),
        (None, None, Some(high)) => format!("≤ {}", grouped(high, lang)),
        (None, None, None) => String::new(),
    }
}

/// The number in groups of three digits; years apart, so from five digits on in full news style: 1,200 and 48,300.
fn grouped(number: Decimal, lang: Lang) -> String {
    let profile = lang.profile();
    let plain = number.to_string();
    let (sign, unsigned) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    // Millions and more read better with their scale.
    for (power, name) in profile.gloss.scales {
        let (power, digits) = (*power as usize, whole.len());
        if digits > power && fraction.is_empty() && whole.ends_with(&"0".repeat(power - 3)) {
            let (front, back) = whole.split_at(digits - power);
            let back = back.trim_end_matches('0');
            let point = if back.is_empty() { String::new() } else { format!("{}{back}", profile.decimal) };
            return format!("{sign}{front}{point} {name}");
        }
    }
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(profile.group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(profile.decimal);
        out.push_str(fraction);
    }
    out
}

/// When a fact is so: "Jan–Apr 2014", "since Mar 2014".
pub(super) fn time(time: &FactTime, words: &GlossWords) -> String {
    match (&time.begin, &time.end) {
        (None, Some(_)) => format!("{} {}", words.until, period(&time.value, words)),
        (Some(_), None) => format!("{} {}", words.since, period(&time.value, words)),
        _ => period(&time.value, words),
    }
}

/// A TIMEX3 value or period for a reader: "Jan–Apr 2014", "14 Apr 2023", "Q1 2014", "1939–1945".
fn period(value: &str, words: &GlossWords) -> String {
    let Some((from, to)) = value.split_once('/') else {
        return point(value, words);
    };
    match (from, to) {
        ("..", to) => format!("{} {}", words.until, point(to, words)),
        (from, "..") => format!("{} {}", words.since, point(from, words)),
        _ => {
            let (a, b) = (point(from, words), point(to, words));
            // What both ends share at their end is said once: "Jan–Apr 2014", "3–5 May 2014".
            let (x, y): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
            let shared = if x.len() == y.len() {
                x.iter().rev().zip(y.iter().rev()).take_while(|(p, q)| p == q).count().min(x.len() - 1)
            } else {
                0
            };
            format!("{}–{b}", x[..x.len() - shared].join(" "))
        }
    }
}

fn point(value: &str, words: &GlossWords) -> String {
    let (date, time) = value.split_once('T').map_or((value, None), |(date, time)| (date, Some(time)));
    let parts: Vec<&str> = date.split('-').collect();
    let month = |text: &str| text.parse::<usize>().ok().and_then(|n| words.months.get(n.wrapping_sub(1)).copied());
    let date = match parts.as_slice() {
        [year, part] => match (month(part), part.split_at_checked(1)) {
            (Some(month), _) => format!("{month} {year}"),
            (None, Some(("Q" | "H", _))) => format!("{part} {year}"),
            (None, Some(("W", week))) => format!("{} {week} {year}", words.week),
            _ => date.to_string(),
        },
        [year, part, day] => match month(part) {
            Some(month) => format!("{}{} {month} {year}", day.trim_start_matches('0'), words.ordinal_mark),
            None => date.to_string(),
        },
        _ => date.to_string(),
    };
    match time.filter(|time| time.starts_with(|c: char| c.is_ascii_digit())) {
        Some(time) => format!("{date} {time}"),
        None => date,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_say_once_what_both_ends_share() {
        let words = &Lang::En.profile().gloss;
        assert_eq!(period("2014-01/2014-04", words), "Jan–Apr 2014");
        assert_eq!(period("2014-05-03/2014-05-05", words), "3–5 May 2014");
        assert_eq!(period("1939/1945", words), "1939–1945");
        assert_eq!(period("2014-Q1", words), "Q1 2014");
        assert_eq!(period("2013-11/2014-02", words), "Nov 2013–Feb 2014");
        assert_eq!(period("2014-03/..", words), "since Mar 2014");
        assert_eq!(period("2014-05-03", &Lang::De.profile().gloss), "3. Mai 2014");
    }

    #[test]
    fn numbers_are_grouped_for_the_reader() {
        let shown = |text: &str, lang| grouped(text.parse().unwrap(), lang);
        assert_eq!(shown("48300", Lang::En), "48,300");
        assert_eq!(shown("48300.5", Lang::De), "48.300,5");
        assert_eq!(shown("62000000", Lang::En), "62 million");
        assert_eq!(shown("1650000000", Lang::En), "1.65 billion");
        assert_eq!(shown("1650000000", Lang::De), "1,65 Milliarden");
        assert_eq!(shown("37", Lang::En), "37");
        assert_eq!(shown("1234567", Lang::En), "1,234,567");
    }
}
