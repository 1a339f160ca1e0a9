//! A length of time or a height in two units: "zehn Minuten und 13 Sekunden", "17 years and 166 days", "five feet ten inches".

use super::sign;
use super::unit::{self, Found, Unit, code};
use crate::answer::{Decimal, FigureKind};
use crate::lexicon::class::Coordinator;
use crate::reading::Sentence;
use crate::reading::number::Amount;

/// How many of the next smaller unit one of a unit is, from the largest; what has no fixed number begins anew.
const UNITS: [(&str, u32); 9] = [
    ("year", 12),
    ("month", 0),
    ("week", 7),
    ("day", 24),
    ("hour", 60),
    ("minute", 60),
    ("second", 0),
    ("ft", 12),
    ("in", 0),
];

/// What a smaller unit adds to a length.
pub(super) struct More {
    /// The token behind it.
    pub end: usize,
    /// The smaller unit, how many of it one of the larger is, and how many it adds; none where a larger has no fixed number
    /// of it ("17 years and 166 days").
    pub counted: Option<(Unit, Decimal, Decimal)>,
}

/// Numbers of smaller units right behind a length of time or a height, perhaps with "and" or a comma before them: "two hours
/// 21 minutes 15 seconds".
pub(super) fn behind(s: &Sentence<'_, '_>, found: &Found) -> Option<More> {
    let (mut more, rest) = next(s, found)?;
    if let Some((last, _)) = next(s, &rest) {
        more.counted = match (more.counted, last.counted) {
            (Some((_, each, adds)), Some((unit, smaller, rest))) => {
                Some((unit, each.times(smaller)?, adds.times(smaller)?.plus(rest)?))
            }
            _ => None,
        };
        more.end = last.end;
    }
    Some(more)
}

/// A number of a smaller unit, and that unit.
fn next(s: &Sentence<'_, '_>, found: &Found) -> Option<(More, Found)> {
    if !matches!(found.kind, FigureKind::Duration | FigureKind::Measure) {
        return None;
    }
    let comma = found.end + usize::from(s.is_comma(found.end));
    let next = s.coordinator(found.end, &[Coordinator::And]).unwrap_or(comma);
    let number = sign::read(s, next)?;
    let Amount::Number(value) = number.amount else {
        return None;
    };
    let rest = unit::at(s, number.tokens.end).filter(|rest| rest.kind == found.kind)?;
    let name = |unit: Unit| match unit {
        Unit::Time(name) => Some(name),
        Unit::Entry(sense) => Some(code(s.analysis.entry(sense).id)),
        _ => None,
    };
    let place = |unit: Unit| UNITS.iter().position(|(own, _)| name(unit) == Some(*own));
    let (larger, smaller) = (place(found.unit)?, place(rest.unit)?);
    if larger >= smaller {
        return None;
    }
    let each = UNITS.get(larger..smaller)?.iter().map(|(_, factor)| factor).product::<u32>();
    // "alle fünf Jahre 100 Tage"
    if each == 0 && next == comma {
        return None;
    }
    let counted = (each > 0).then(|| Some((rest.unit, Decimal::from(each), rest.convert(value)?)));
    Some((More { end: rest.end, counted: counted.flatten() }, rest))
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn the_smaller_unit_counts_where_the_larger_has_a_fixed_number_of_it() {
        assert_eq!(
            de("Sie flogen zehn Minuten und 13 Sekunden."),
            ["zehn Minuten und 13 Sekunden|Duration|613|second|Exact|-"]
        );
        assert_eq!(
            de("Sie lief zwei Stunden, 21 Minuten und 15 Sekunden."),
            ["zwei Stunden, 21 Minuten und 15 Sekunden|Duration|8475|second|Exact|-"]
        );
        assert_eq!(en("He ran 20 minutes 38 seconds."), ["20 minutes 38 seconds|Duration|1238|second|Exact|-"]);
        assert_eq!(en("He is five feet ten inches tall."), ["five feet ten inches|Measure|70|in|Exact|-"]);
        assert_eq!(
            en("It is 5 feet or 10 inches."),
            ["5 feet|Measure|5|ft|Exact|-", "10 inches|Measure|10|in|Exact|-"]
        );
        assert_eq!(en("It lasted two years and six months."), ["two years and six months|Duration|30|month|Exact|-"]);
        assert_eq!(
            de("Er starb im Alter von 17 Jahren und 166 Tagen."),
            ["17 Jahren und 166 Tagen|Age|17|year|Exact|-"]
        );
        assert_eq!(
            en("It took two hours and two men."),
            ["two hours|Duration|2|hour|Exact|-", "two|Count|2|-|Exact|men"]
        );
        assert_eq!(de("Es dauerte zwei Tage und zwei Tage.").len(), 2);
    }
}
