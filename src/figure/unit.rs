//! What stands behind a number and says what it measures: money, percent, physical units, units of time.

use crate::answer::Decimal;
use crate::answer::FigureKind;
use crate::lexicon::class::{Counted, Unit as TimeUnit, UnitKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, Form, Sense};
use crate::reading::Sentence;
use crate::text::{Shape, TokenKind};

/// A unit of measure, money or time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Unit {
    /// Counts have none.
    Absent,
    /// A unit of time by its name in the answer.
    Time(&'static str),
    /// Percent, where no entry says so: "zehnprozentig".
    Percent,
    /// Inches, where only a mark says so: 5' 10".
    Inch,
    /// A currency or a unit of measure by its dictionary entry.
    Entry(Sense),
}

/// A unit as a rule finds it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub kind: FigureKind,
    pub unit: Unit,
    /// How many of the unit one of the words is: a decade is ten years.
    pub factor: u32,
    /// One of the words is a hundredth of the unit: "Cent".
    pub hundredth: bool,
    /// The token behind it.
    pub end: usize,
}

/// The unit at a token, also behind a joining hyphen: "37 Euro", "7,1 GW", "20 Prozent", "drei Wochen", "2.5-mile".
pub(super) fn at(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let at = if s.is_joint(at) { at + 1 } else { at };
    if !s.is_any(at, groups::UNIT) {
        return None;
    }
    let longest = s.senses(at).iter().find(|sense| groups::UNIT.has(sense.class))?;
    // Of equally long readings money and measures come before time ("second" has no other).
    let sense = s
        .senses(at)
        .iter()
        .filter(|sense| {
            sense.length == longest.length && groups::UNIT.has(sense.class) && !sense.form.has(Form::COMPOUND)
        })
        .min_by_key(|sense| (sense.class == Class::TimeUnit, sense.class == Class::MeasureUnit))?;
    let end = s.without_stop(sense.end(at));
    if sense.class != Class::Currency && !sense.form.has(Form::SHORT) && is_named(s, at, *sense) {
        return None;
    }
    match sense.class {
        // "two $500 cheques": the sign is of the number behind it.
        Class::Currency if sense.form.has(Form::SHORT) && s.kind(end) == TokenKind::Number && s.is_tight(end) => None,
        Class::Currency => Some(money(s, *sense, end)),
        Class::MeasureUnit => {
            let percent = s.analysis.unit_kind(*sense) == Some(UnitKind::Percent);
            let kind = if percent { FigureKind::Percent } else { FigureKind::Measure };
            Some(Found { kind, unit: Unit::Entry(*sense), factor: 1, hundredth: false, end })
        }
        _ => {
            let (code, factor) = of_time(TimeUnit::from_value(sense.value)?)?;
            Some(Found { kind: FigureKind::Duration, unit: Unit::Time(code), factor, hundredth: false, end })
        }
    }
}

/// Whether the capital of a unit's word is a name's: "the 2000 Millennium Declaration", "for 30 Seconds to Mars", but "Gets
/// 10 Years", "10,000 Volt".
fn is_named(s: &Sentence<'_, '_>, at: usize, sense: Sense) -> bool {
    if !s.has_name_capital(at) || s.shape(at) != Shape::Title {
        return false;
    }
    let person = matches!(
        s.analysis.unit_kind(sense),
        Some(
            UnitKind::Electric
                | UnitKind::Energy
                | UnitKind::Frequency
                | UnitKind::Power
                | UnitKind::Pressure
                | UnitKind::Temperature
        )
    );
    let before = at.checked_sub(2).filter(|before| *before >= s.start);
    !person && before.is_some_and(|before| s.shape(before) == Shape::Lower)
}

/// A currency's symbol or code before a number: "€249", "US$ 5", "EUR 125".
pub(super) fn symbol(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let sense = s.sense(at, Class::Currency).filter(|sense| sense.form.has(Form::SHORT))?;
    // "S&P 500": "p" stands behind its number only.
    Some(money(s, sense, sense.end(at))).filter(|found| !found.hundredth)
}

fn money(s: &Sentence<'_, '_>, sense: Sense, end: usize) -> Found {
    let id = s.analysis.entry(sense).id;
    let factor = MULTIPLES.iter().find(|(ending, _)| id.ends_with(ending)).map_or(1, |(_, factor)| *factor);
    Found { kind: FigureKind::Money, unit: Unit::Entry(sense), factor, hundredth: id.ends_with(HUNDREDTH), end }
}

/// Whether a unit is the hundredth that several currencies name alike, and the language means one of them.
pub(super) fn is_cent(s: &Sentence<'_, '_>, unit: Unit) -> bool {
    const CENTS: [&str; 2] = ["EUR.01", "USD.01"];
    matches!(unit, Unit::Entry(sense) if sense.length == 1 && !sense.form.has(Form::SHORT) && CENTS.contains(&s.analysis.entry(sense).id))
}

/// Ends the ids of currencies' subunits.
const HUNDREDTH: &str = ".01";

/// End the ids of signs for a thousand or a million of a currency: "T€", "MUSD".
const MULTIPLES: [(&str, u32); 2] = [(".1e3", 1_000), (".1e6", 1_000_000)];

/// A unit's code, of a currency's multiple or subunit that of the currency.
pub(super) fn code(id: &str) -> &str {
    let endings = MULTIPLES.iter().map(|(ending, _)| *ending).chain([HUNDREDTH]);
    endings.into_iter().find_map(|ending| id.strip_suffix(ending)).unwrap_or(id)
}

/// A unit of time in the answer's terms; `None` for parts of the calendar that are counted as things ("zwei Nächte").
pub(super) fn of_time(unit: TimeUnit) -> Option<(&'static str, u32)> {
    match unit {
        TimeUnit::Second => Some(("second", 1)),
        TimeUnit::Minute => Some(("minute", 1)),
        TimeUnit::Hour => Some(("hour", 1)),
        TimeUnit::Day => Some(("day", 1)),
        TimeUnit::Week => Some(("week", 1)),
        TimeUnit::Fortnight => Some(("week", 2)),
        TimeUnit::Month => Some(("month", 1)),
        TimeUnit::Quarter => Some(("month", 3)),
        TimeUnit::Half => Some(("month", 6)),
        TimeUnit::Year | TimeUnit::BusinessYear => Some(("year", 1)),
        TimeUnit::Decade => Some(("year", 10)),
        TimeUnit::Century => Some(("year", 100)),
        TimeUnit::Millennium => Some(("year", 1000)),
        TimeUnit::Weekend
        | TimeUnit::Weekday
        | TimeUnit::Night
        | TimeUnit::Morning
        | TimeUnit::Afternoon
        | TimeUnit::Evening
        | TimeUnit::Evenings
        | TimeUnit::Season
        | TimeUnit::Moment => None,
    }
}

/// Whether an adjective or noun of a unit of time stands at a token, perhaps behind a hyphen: "-Jähriger", "-tägig".
pub(super) fn adjective(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let word = if s.kind(at) == TokenKind::Hyphen { at + 1 } else { at };
    let (unit, end) = s.value(word, Class::UnitAdjective)?;
    adjective_of(unit, end)
}

/// What an adjective of a unit of time measures, with the token behind it.
pub(super) fn adjective_of(unit: u32, end: usize) -> Option<Found> {
    let (code, factor) = of_time(TimeUnit::from_value(unit)?)?;
    Some(Found { kind: FigureKind::Age, unit: Unit::Time(code), factor, hundredth: false, end })
}

/// The adjective of what is counted that a hyphen at a token joins to its number: "20-köpfige", "5-prozentige".
pub(super) fn number_adjective(s: &Sentence<'_, '_>, at: usize) -> Option<(FigureKind, Unit, usize)> {
    if !s.is_joint(at) {
        return None;
    }
    let (counted, end) = s.value(at + 1, Class::NumberAdjective)?;
    let (kind, unit) = counted_by(Counted::from_value(counted)?)?;
    Some((kind, unit, end))
}

/// What an adjective behind a number counts; `None` for the ending of an ordinal.
pub(super) fn counted_by(counted: Counted) -> Option<(FigureKind, Unit)> {
    match counted {
        Counted::Things => Some((FigureKind::Count, Unit::Absent)),
        Counted::Percent => Some((FigureKind::Percent, Unit::Percent)),
        Counted::Ordinal => None,
    }
}

impl Found {
    /// Whether the unit is a temperature's.
    pub(super) fn is_degree(&self, s: &Sentence<'_, '_>) -> bool {
        matches!(self.unit, Unit::Entry(sense) if s.analysis.unit_kind(sense) == Some(UnitKind::Temperature))
    }

    /// Whether both are of one currency, or one unit.
    pub(super) fn is_like(&self, other: &Found, s: &Sentence<'_, '_>) -> bool {
        match (self.unit, other.unit) {
            (Unit::Entry(one), Unit::Entry(two)) => code(s.analysis.entry(one).id) == code(s.analysis.entry(two).id),
            (one, two) => one == two,
        }
    }

    /// A number of the unit as the answer gives it.
    pub(super) fn convert(&self, value: Decimal) -> Option<Decimal> {
        let value = value.times(Decimal::from(self.factor))?;
        if self.hundredth { value.times(Decimal::new(1, 2)) } else { Some(value) }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn units_follow_numbers() {
        assert_eq!(de("Es wiegt 5 kg."), ["5 kg|Measure|5|kg|Exact|-"]);
        assert_eq!(de("Es dauerte zwei Jahrzehnte."), ["zwei Jahrzehnte|Duration|20|year|Exact|-"]);
        assert_eq!(en("It rose two percentage points."), ["two percentage points|Percent|2|pp|Exact|-"]);
        assert_eq!(en("It costs 50 cents."), ["50 cents|Money|0.5|USD|Exact|-"]);
        assert!(de("Das Kilo war teuer.").is_empty());
        assert!(en("The dollar fell.").is_empty());
    }
}
