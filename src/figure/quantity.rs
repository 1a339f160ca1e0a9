//! A whole figure from its first token: the rules in the order in which they are tried.

use super::numeral::{self, Amount, Numeral, Written};
use super::scope::Scope;
use super::shared_rules::COUNT;
use super::unit::{self, Unit};
use super::whole::{Parts, build, measured, whole};
use super::{Counts, Reading};
use super::{approx, compose, fraction, money, often, range, rank, score, spoken, word_number};
use crate::answer::{Approximation, FigureKind, FigureValue};
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Unit as TimeUnit};
use crate::rule::Candidate;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// TODO.
    pub(super) FRACTION = "figure.fraction" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) SCORE = "figure.score" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}

pub(super) type Figure = Option<Candidate<Reading>>;

/// The figure whose number begins at a token. `floor` is the end of the figure before; `scored` says whether that
/// sentence had a result already.
pub(super) fn read(scope: &Scope<'_, '_, '_>, at: usize, floor: usize, scored: bool) -> Figure {
    let classes = scope.classes(at);
    let word = match scope.kind(at) {
        TokenKind::Number => {
            if let Some((result, end)) = score::read(scope, at, scored) {
                return Some(scored_figure(scope, at, end, result));
            }
            false
        }
        TokenKind::Symbol | TokenKind::Hyphen | TokenKind::Dash => {
            if let Some(figure) = signed(scope, at, floor) {
                return Some(figure);
            }
            false
        }
        _ => true,
    };
    if classes.has(Class::Currency)
        && let Some(money) = money::before(scope, at, floor)
    {
        return Some(money);
    }
    if classes.has(Class::Each)
        && let Some(share) = fraction::every(scope, at)
    {
        return Some(part(scope, at, at, &share, floor));
    }
    if word
        && !classes.has_any(numeral::NUMBER_WORDS)
        && let Some(figure) = often::in_one_word(scope, at, floor)
    {
        return Some(figure);
    }
    if let Some(found) = rank::behind_cue(scope, at).or_else(|| rank::word(scope, at)) {
        return Some(ranked(scope, at, found));
    }
    if classes.has(Class::Times)
        && let Some(figure) = often::adverb(scope, at, floor)
    {
        return Some(figure);
    }
    if word && !classes.has_any(super::NUMBERS) && !word_number::may_be(scope, at) {
        return None;
    }
    let number = numeral::read(scope, at)?;
    if let Some(found) = rank::composed(scope, &number) {
        return Some(ranked(scope, at, found));
    }
    if scope.is(number.tokens.end, Class::Times) || scope.is_joint(number.tokens.end) {
        if often::is_ratio(scope, &number) {
            return None;
        }
        if let Some(figure) = often::times(scope, &number, floor) {
            return Some(figure);
        }
    }
    of_number(scope, &number, floor)
}

/// A number and what follows it.
fn of_number(scope: &Scope<'_, '_, '_>, number: &Numeral, floor: usize) -> Figure {
    let start = number.tokens.start;
    let behind = number.tokens.end;
    let one = number.written == Written::One;
    if (one || scope.is(behind, Class::Adposition))
        && let Some(share) = fraction::in_so_many(scope, number)
    {
        let mut figure = part(scope, start, start, &share, floor);
        if let Some(noun) = share.noun {
            figure.item.counts = Counts::These(noun..noun + 1);
        }
        return Some(figure);
    }
    if (scope.is(behind, Class::Fraction) || scope.is_joint(behind))
        && let Some(share) = fraction::counted(scope, number)
    {
        return share_figure(scope, start, &share, floor);
    }
    if let Some(share) = fraction::alone(number) {
        let loose = number.written == Written::Words && fraction::is_loose(scope, &share, start, floor);
        return share_of_unit(scope, start, &share, floor)
            .or_else(|| (!loose).then(|| part(scope, start, start, &share, floor)));
    }
    let unit = unit::at(scope, behind);
    if let Some(ends) = range::from(scope, number, unit.as_ref(), floor) {
        let from = ends.between.unwrap_or(start);
        let unit = unit::at(scope, ends.end);
        return whole(
            scope,
            from..start,
            &Parts { low: Some(ends.low), high: Some(ends.high), number: start..ends.end, ..Parts::default() },
            unit,
            floor,
        );
    }
    let mut parts =
        Parts { number: number.tokens.clone(), scale: number.scale, written: number.written, ..Parts::default() };
    match number.amount {
        Amount::Number(value) => parts.value = Some(value),
        Amount::Open { low, vague } => (parts.low, parts.vague) = (Some(low), vague),
        Amount::Share(..) => return None,
    }
    whole(scope, start..start, &parts, unit, floor)
}

/// "+60", "-5 Grad": a sign that belongs to the number; with it even a bare number counts.
fn signed(scope: &Scope<'_, '_, '_>, at: usize, floor: usize) -> Figure {
    let number = spoken::signed(scope, at)?;
    of_number(scope, &number, floor.max(at)).or_else(|| {
        let Amount::Number(value) = number.amount else { return None };
        let end = number.tokens.end;
        let telephone =
            scope.kind(end) == TokenKind::Number || scope.glued(end) && scope.kind(end) == TokenKind::Hyphen;
        let parts = Parts { value: Some(value), number: number.tokens.clone(), ..Parts::default() };
        (!telephone)
            .then(|| build(scope, at, end, Approximation::Exact, &parts, FigureKind::Count, Unit::Absent, &COUNT))
    })
}

/// A share, unless a unit follows that it is a part of: "half a year", "ein halbes Prozent", "half-hour".
fn share_figure(scope: &Scope<'_, '_, '_>, at: usize, share: &fraction::Share, floor: usize) -> Figure {
    share_of_unit(scope, at, share, floor).or_else(|| {
        let bare_half = share.half && share.n == 1 && fraction::is_loose(scope, share, share.end - 1, floor);
        (!bare_half).then(|| part(scope, at, at, share, floor))
    })
}

fn share_of_unit(scope: &Scope<'_, '_, '_>, at: usize, share: &fraction::Share, floor: usize) -> Figure {
    // "fourth-quarter earnings"
    let ordinal = share.n == 1 && share.end == at + 1 && scope.is(at, Class::OrdinalWord);
    if ordinal || at > scope.start && scope.is(at - 1, Class::OrdinalWord) {
        return None;
    }
    let mut end = share.end;
    // "a quarter of a percentage point"
    if let Some(next) =
        scope.adposition(end, &[Adposition::Of]).filter(|next| scope.is(*next, Class::IndefiniteArticle))
    {
        end = next;
    }
    if scope.is(end, Class::IndefiniteArticle) {
        end += 1;
    }
    // "Viertelstunde" is the share and its unit in one word; a quarter of the year is no part of itself.
    let fused = share.end > at
        && scope
            .value(share.end - 1, Class::TimeUnit)
            .is_some_and(|(unit, _)| !matches!(TimeUnit::from_value(unit), Some(TimeUnit::Quarter | TimeUnit::Half)));
    let found = unit::at(scope, if fused { share.end - 1 } else { end })?;
    // "zwei Drittel Liter", but not "third quarter" or "two-thirds minute".
    if !share.half && !fused && found.kind == FigureKind::Duration && !scope.is_joint(share.end) {
        return None;
    }
    let (bound, from) = approx::before(scope, at, floor);
    let parts = Parts { value: Some(compose::ratio(share.n, share.d)?), number: at..end, ..Parts::default() };
    measured(scope, from, bound, &parts, &found)
}

fn part(
    scope: &Scope<'_, '_, '_>,
    at: usize,
    start: usize,
    share: &fraction::Share,
    floor: usize,
) -> Candidate<Reading> {
    let (bound, from) = approx::before(scope, at, floor);
    let parts = Parts { value: compose::ratio(share.n, share.d), number: start..share.end, ..Parts::default() };
    build(scope, from, share.end, bound, &parts, FigureKind::Fraction, Unit::Absent, &FRACTION)
}

fn ranked(scope: &Scope<'_, '_, '_>, at: usize, found: rank::Rank) -> Candidate<Reading> {
    let parts = Parts { value: Some(found.value), number: at..found.end, ..Parts::default() };
    let cued = found.rule.name.ends_with("cue");
    let mut figure =
        build(scope, at, found.end, Approximation::Exact, &parts, FigureKind::OrdinalRank, Unit::Absent, found.rule);
    if cued {
        figure.item.counts = match scope.sense_before(at, Class::RankCue, scope.start) {
            Some((_, from)) => Counts::These(from..at),
            None => Counts::Nothing,
        };
    }
    figure
}

fn scored_figure(scope: &Scope<'_, '_, '_>, at: usize, end: usize, result: String) -> Candidate<Reading> {
    let parts = Parts { number: at..end, ..Parts::default() };
    let mut figure = build(scope, at, end, Approximation::Exact, &parts, FigureKind::Score, Unit::Absent, &SCORE);
    figure.item.value = Some(FigureValue::Score(result));
    figure
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn the_first_rule_that_fits_reads_the_figure() {
        assert_eq!(de("Ein halbes Jahr verging."), ["Ein halbes Jahr|Duration|0.5|year|Exact|-"]);
        assert_eq!(de("Das sind -5 Grad."), ["-5 Grad|Measure|-5|Cel|Exact|-"]);
        assert_eq!(
            en("Rates rose a quarter of a percentage point."),
            ["a quarter of a percentage point|Percent|0.25|pp|Exact|Rates"]
        );
        assert_eq!(de("Es dauerte eine Viertelstunde."), ["eine Viertelstunde|Duration|0.25|hour|Exact|-"]);
        assert_eq!(en("A quarter of the men left."), ["A quarter|Fraction|0.25|-|Exact|men"]);
        assert_eq!(en("It grew for six quarters."), ["six quarters|Duration|18|month|Exact|-"]);
        assert!(en("Profits fell in the previous quarter.").is_empty());
        assert!(en("The fourth-quarter earnings fell.").is_empty());
    }
}
