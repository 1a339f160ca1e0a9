//! Results: "2:1", "3-0", and in sets: "6:4, 7:6".

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
    /// range: no counted noun follows. Sets that follow each other outside of brackets are one result.
    pub(super) SCORE = "figure.score" {
        pattern: "number : number | number - number",
        digits: [Short, Marked],
        read: score,
        fires: [
            De "Die Mannschaft gewann am Sonntag mit [2:1](score 2:1).",
            De "Nach dem [3-1](score 3:1) gegen Kiel feierten die Fans.",
            En "The home side won [3-1](score 3:1) on Sunday.",
            En "They drew [2:2](score 2:2) in the final.",
            De "Sie gewann das Finale [6:1, 6:4](score 6:1 6:4).",
            En "She won the final [6-1 6-4](score 6:1 6:4).",
            En "She won the final [7-6 (7-4) 3-6 6-2](score 7:6 3:6 6:2).",
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
    let s = start.sentence;
    let (mut result, mut end) = read(s, start.at, start.scored)?;
    if is_set(&result) && !is_inside(s, start.at) {
        for _ in 1..MOST_SETS {
            let Some((set, behind)) = next_set(s, end) else {
                break;
            };
            result.push(' ');
            result.push_str(&set);
            end = behind;
        }
    }
    let parts = Parts { number: start.at..end, ..Parts::default() };
    let mut figure =
        build(start.sentence, start.at, end, Approximation::Exact, &parts, FigureKind::Score, Unit::Absent, &SCORE);
    figure.item.value = Some(FigureValue::Score(result));
    Some(figure)
}

const MOST_SETS: usize = 5;

/// "1:2 (17:21, | 21:17, 19:21)": whether nothing but results stands between a bracket and a token.
fn is_inside(s: &Sentence<'_, '_>, at: usize) -> bool {
    /// How far before it the bracket may open.
    const NEAR: usize = 16;
    let parts = |at: usize| matches!(s.kind(at), TokenKind::Number | TokenKind::Separator) || s.is_dash(at);
    let before = (s.start.max(at.saturating_sub(NEAR))..at).rev().find(|at| !parts(*at));
    before.is_some_and(|before| s.kind(before) == TokenKind::Open)
}

/// Whether a result can be that of a set: six games to four or fewer, or seven to five or six.
fn is_set(result: &str) -> bool {
    let games = |(home, away): (&str, &str)| Some((home.parse::<u32>().ok()?, away.parse::<u32>().ok()?));
    result.split_once(':').and_then(games).is_some_and(|(home, away)| {
        let (most, least) = (home.max(away), home.min(away));
        most == 6 && least <= 4 || most == 7 && matches!(least, 5 | 6)
    })
}

/// The set behind another, and the token behind it: "6-1 | 6-4", "7:6 (7:4), | 6:3".
fn next_set(s: &Sentence<'_, '_>, at: usize) -> Option<(String, usize)> {
    /// How many tokens a tie-break in brackets has at most.
    const LONGEST: usize = 5;
    let close = (at..at + LONGEST).find(|close| s.kind(at) == TokenKind::Open && s.kind(*close) == TokenKind::Close);
    let points = |close: usize| (at + 1..close).all(|at| s.kind(at) == TokenKind::Number || s.is_dash(at));
    let next = close.filter(|close| points(*close)).map_or(at, |close| close + 1);
    let next = next + usize::from(s.is_comma(next));
    read(s, next, true).filter(|(set, _)| is_set(set))
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
