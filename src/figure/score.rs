//! Results: "2:1", "3-0", "6:4, 7:6".

use super::start::{Figure, Parts, Read, Start, build};
use super::unit::{self, Unit};
use crate::answer::{Approximation, FigureKind, FigureValue};
use crate::lexicon::Class;
use crate::reading::Sentence;
use crate::reading::phrase;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: Read;

    /// The result of a game, with a colon or a hyphen. With a colon it could be a time of day: it has a single digit
    /// behind the colon, or another result before it in the sentence ("1:2 (17:21)"). With a hyphen it could be a
    /// range: no counted noun follows.
    pub(super) SCORE = "figure.score" {
        pattern: "number : number | number - number",
        digits: [Short, Marked],
        read: score,
        fires: [
            De "Die Mannschaft gewann am Sonntag mit [2:1](score 2:1).",
            De "Nach dem [3-1](score 3:1) gegen Kiel feierten die Fans.",
            En "The home side won [3-1](score 3:1) on Sunday.",
            En "They drew [2:2](score 2:2) in the final.",
        ],
        silent: [
            De "Die Sitzung beginnt um 20:15 Uhr.",
            De "Die Klasse hat 20-25 Kinder.",
            En "The meeting starts at 20:15.",
            En "The class has 20-25 children.",
            En "Those aged 30-39 smoke less.",
        ],
    }
}

fn score(start: &Start<'_, '_>) -> Figure {
    let (result, end) = read(start.sentence, start.at, start.scored)?;
    let parts = Parts { number: start.at..end, ..Parts::default() };
    let mut figure =
        build(start.sentence, start.at, end, Approximation::Exact, &parts, FigureKind::Score, Unit::Absent, &SCORE);
    figure.item.value = Some(FigureValue::Score(result));
    Some(figure)
}

/// Whether a result begins here.
pub(super) fn begins(start: &Start<'_, '_>) -> bool {
    start.has_result(|| read(start.sentence, start.at, start.scored).is_some())
}

/// A result, as "2:1", with the token behind it.
fn read(s: &Sentence<'_, '_>, at: usize, earlier: bool) -> Option<(String, usize)> {
    if s.kind(at) != TokenKind::Number {
        return None;
    }
    let word = s.word(at);
    if word.as_bytes().contains(&b':')
        && let Some((home, away)) = word.split_once(':')
    {
        let goals = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        // "24:24 (12:11)": no hour is followed by another in brackets.
        let halves =
            s.kind(at + 1) == TokenKind::Open && s.word(at + 2).contains(':') && s.kind(at + 3) == TokenKind::Close;
        let clock = away.len() == 2 && home.len() <= 2 && !earlier && !halves && !beyond_clock(home, away);
        if !goals(home) || !goals(away) || clock || s.is(at + 1, Class::Clock) {
            return None;
        }
        return Some((word.to_string(), at + 1));
    }
    hyphened(s, at)
}

/// "25:23" can't be a time of day, nor can "10:75".
fn beyond_clock(hour: &str, minute: &str) -> bool {
    hour.parse().is_ok_and(|hour: u32| hour > 24) || minute.parse().is_ok_and(|minute: u32| minute > 59)
}

/// "3-1", with a word that nothing is counted by behind it.
fn hyphened(s: &Sentence<'_, '_>, at: usize) -> Option<(String, usize)> {
    let joint = matches!(s.kind(at + 1), TokenKind::Hyphen | TokenKind::Dash);
    // "aged 30-39"
    let aged = at.checked_sub(1).is_some_and(|before| s.is(before, Class::AgeCue));
    if !joint || aged || !s.is_tight(at + 1) || !s.is_tight(at + 2) || s.kind(at + 2) != TokenKind::Number {
        return None;
    }
    if s.is_tight(at + 3)
        && !matches!(s.kind(at + 3), TokenKind::Terminal | TokenKind::Separator | TokenKind::Close | TokenKind::Quote)
    {
        return None;
    }
    let goals = |at: usize| {
        let word = s.word(at);
        (word.len() <= 2 && (word == "0" || !word.starts_with('0'))).then(|| word.parse::<u32>().ok())?
    };
    let (home, away) = (goals(at)?, goals(at + 2)?);
    // A range goes up; a loss is told from it by the lack of anything counted.
    let result = home >= away || !phrase::starts(s, at + 3);
    (result && unit::at(s, at + 3).is_none()).then(|| (format!("{home}:{away}"), at + 3))
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn results_are_scores() {
        assert_eq!(de("Sie siegten 2:1."), ["2:1|Score|2:1|-|Exact|-"]);
        assert_eq!(en("They won 3-1."), ["3-1|Score|3:1|-|Exact|-"]);
        assert!(de("Es begann um 20:15 Uhr.").is_empty());
        assert!(en("It began at 20:15.").is_empty());
    }
}
