//! Two numbers that give the ends of a range: "15–20", "10 bis 20", "between 6,000 and 6,500", "two or three", "zwei, drei".

use super::sign;
use super::unit::{self, Found};
use crate::answer::Decimal;
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Coordinator, VerbKind};
use crate::lexicon::groups;
use crate::reading::Sentence;
use crate::reading::number::{Amount, Numeral, Written};
use crate::reading::phrase;
use crate::text::TokenKind;

/// Both ends of a range.
#[derive(Clone, Debug)]
pub(super) struct Ends {
    pub low: Decimal,
    pub high: Decimal,
    /// The token behind the upper end.
    pub end: usize,
    /// "zwischen", "between": the range begins there.
    pub between: Option<usize>,
}

/// The range whose lower end is a number that was read already, with the unit `own` right behind that.
pub(super) fn from(s: &Sentence<'_, '_>, first: &Numeral, own: Option<&Found>, floor: usize) -> Option<Ends> {
    let Amount::Number(low) = first.amount else {
        return None;
    };
    let behind = own.map_or(first.tokens.end, |found| found.end);
    let mark = matches!(s.kind(behind), TokenKind::Hyphen | TokenKind::Dash) || s.is_comma(behind);
    if !mark && !s.is_any(behind, groups::LINK) {
        return None;
    }
    let joined = join(s, behind, first, floor)?;
    let upper = unit::symbol(s, joined.next).map_or(joined.next, |found| found.end);
    let second = sign::read(s, upper)?;
    let Amount::Number(high) = second.amount else {
        return None;
    };
    if second.written == Written::One && second.tokens.len() == 1 && !s.is(upper, Class::Cardinal) {
        return None;
    }
    let other = unit::symbol(s, joined.next).or_else(|| unit::at(s, second.tokens.end));
    let low = match first.scale == 0 && second.scale > 0 {
        true => low.scaled(second.scale).filter(|scaled| *scaled <= high).unwrap_or(low),
        false => thousands(low, high, &joined).unwrap_or(low),
    };
    // "80 Cent bis 1,20 Euro"
    let symbol_only = upper > joined.next && unit::at(s, second.tokens.end).is_none();
    let cents = !symbol_only
        && own
            .is_some_and(|own| own.hundredth && other.is_some_and(|other| !other.hundredth && own.is_like(&other, s)));
    let low = if cents { low.times(Decimal::new(1, 2))? } else { low };
    // "advanced 53 cents to 64.73 dollars"
    let cents = cents && low.times(Decimal::from(4u32)).is_some_and(|most| high <= most);
    // "fell by $5 to $7", "2012 to 4.1 million": each end has what the other has not, or both have all.
    let symbol = |at: usize| at > s.start && unit::symbol(s, at - 1).is_some_and(|found| found.end == at);
    let start = first.tokens.start - usize::from(symbol(first.tokens.start));
    let both = start < first.tokens.start && upper > joined.next;
    if s.is_year(&first.tokens) && second.scale > 0 && s.adposition_before(start, &[Adposition::In]).is_some() {
        return None;
    }
    let fits = match joined.by {
        // "zwei, drei Jahre": two words that follow each other, and no list.
        By::Comma => {
            let (last, words) = (second.tokens.end, second.written == Written::Words && second.scale == 0);
            let listed = s.is_comma(last) || s.is(last, Class::Coordinator);
            words && !listed && low.plus(Decimal::from(1u32)) == Some(high) && phrase::starts(s, last)
        }
        // "two or three" stand close together, else they are two figures.
        By::Or => low.plus(low).is_some_and(|twice| high <= twice.plus(Decimal::from(1u32)).unwrap_or(twice)),
        // "fell $12 to $1,780",  "fell by 24,000 to 1.4 million" is a change, "by 10 to 20 percent" a range.
        By::Word if joined.between.is_none() && start > s.start => {
            let by = s.adposition(start - 1, &[Adposition::By]).is_some();
            !(by || s.profile.to_may_change && after_change(s, start))
                || !both && low.times(Decimal::from(4u32)).is_some_and(|most| high <= most)
        }
        _ => true,
    };
    // "von 1983 bis 1992", "2006-2010"
    let years = s.is_year(&first.tokens) && s.is_year(&second.tokens);
    let round = [low, high].iter().all(|year| year.to_integer().is_some_and(|year| year % 100 == 0));
    if years && !(round && phrase::starts(s, second.tokens.end)) {
        return None;
    }
    // A unit behind both ends must be the same: "rose 15 % to $415 million" is no range.
    let apart = own.is_some_and(|own| symbol_only || other.is_none_or(|other| !cents && other.unit != own.unit));
    // "minus acht bis minus zwölf Grad", "12 bis 8 Grad" go down.
    let degrees = joined.by == By::Word
        && !s.profile.to_may_change
        && unit::at(s, second.tokens.end).is_some_and(|found| found.is_degree(s));
    let (low, high) = if high < low && (high < Decimal::ZERO || degrees) { (high, low) } else { (low, high) };
    if low >= high || !fits || apart {
        return None;
    }
    Some(Ends { low, high, end: second.tokens.end, between: joined.between })
}

/// A lower end that leaves out the thousands of the upper one: "5-8,000", "5- bis 8000", "2 bis 3000". Between words the
/// ends must stand close together.
fn thousands(low: Decimal, high: Decimal, joined: &Joined) -> Option<Decimal> {
    let whole = low.to_integer().filter(|low| (1..1000).contains(low))?;
    let round = high.to_integer().filter(|high| high % 1000 == 0 && *high < 1_000_000)? / 1000;
    let close = joined.by == By::Hyphen || joined.hung || joined.between.is_none() && round <= 2 * whole;
    (close && joined.by != By::Or && whole < round).then(|| low.scaled(3))?
}

#[derive(Clone, Copy, PartialEq)]
enum By {
    Hyphen,
    Word,
    Or,
    Comma,
}

struct Joined {
    by: By,
    next: usize,
    between: Option<usize>,
    /// A hyphen stands for what the lower end leaves out: "5- bis 8000".
    hung: bool,
}

/// What joins the ends, from the token behind the lower one.
fn join(s: &Sentence<'_, '_>, at: usize, first: &Numeral, floor: usize) -> Option<Joined> {
    let start = first.tokens.start;
    let between =
        (floor.max(s.start)..start).rev().take(3).find(|&from| s.adposition(from, &[Adposition::Between]).is_some());
    if between.is_some()
        && let Some(next) = s.coordinator(at, &[Coordinator::And])
    {
        return Some(Joined { by: By::Word, next, between, hung: false });
    }
    match s.kind(at) {
        // "15-20", "15–20", "40 - 50"
        TokenKind::Hyphen | TokenKind::Dash if first.written == Written::Digits || s.is_tight(at) => {
            let even = s.is_tight(at) == s.is_tight(at + 1);
            // "13,73 m – 200 m" are two.
            if !s.is_tight(at) && at > first.tokens.end {
                return None;
            }
            let symbol = unit::symbol(s, at + 1).is_some_and(|found| s.kind(found.end) == TokenKind::Number);
            if even && (symbol || s.kind(at + 1) == TokenKind::Number) {
                return Some(Joined { by: By::Hyphen, next: at + 1, between: None, hung: false });
            }
            // "18- bis 25-Jährige"
            let next = s.adposition(at + 1, &[Adposition::Until])?;
            return s.is_tight(at).then_some(Joined { by: By::Word, next, between: None, hung: true });
        }
        TokenKind::Word => {}
        TokenKind::Separator if first.written == Written::Words && first.scale == 0 => {
            return Some(Joined { by: By::Comma, next: at + 1, between: None, hung: false });
        }
        _ => return None,
    }
    if let Some(next) = s.adposition(at, &[Adposition::Until]) {
        // "rose from 3 to 5" is a change, with two figures.
        let changes = s.profile.to_may_change && start > s.start && changed(s, start);
        return (!changes).then_some(Joined { by: By::Word, next, between: None, hung: false });
    }
    let next = s.coordinator(at, &[Coordinator::Or])?;
    Some(Joined { by: By::Or, next, between: None, hung: false })
}

/// Whether "from" stands before a number and a verb of change near it.
fn changed(s: &Sentence<'_, '_>, start: usize) -> bool {
    const WINDOW: usize = 8;
    let from = (start.saturating_sub(3)..start).any(|at| s.adposition(at, &[Adposition::From]).is_some());
    from && (start.saturating_sub(WINDOW)..start).any(|at| is_change(s, at))
}

/// Whether a verb of change stands at a token: "rose", "fiel".
pub(super) fn is_change(s: &Sentence<'_, '_>, at: usize) -> bool {
    use VerbKind::{Double, Down, Halve, Triple, Up};
    s.senses_of(at, Class::Verb)
        .any(|sense| matches!(s.analysis.verb_kind(*sense), Some(Up | Down | Double | Triple | Halve)))
}

/// Whether a number follows a verb of change or an adverb such as "down", perhaps behind a currency's symbol.
fn after_change(s: &Sentence<'_, '_>, start: usize) -> bool {
    start > s.start && s.is(start - 1, Class::Trend) || (start.saturating_sub(2)..start).any(|at| is_change(s, at))
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn both_ends_are_kept() {
        assert_eq!(
            de("Es kosten zwei bis drei Millionen Euro."),
            ["zwei bis drei Millionen Euro|Money|2000000..3000000|EUR|Exact|-"]
        );
        assert_eq!(en("Between 5 and 6 boats sank."), ["Between 5 and 6|Count|5..6|-|Exact|boats"]);
        assert_eq!(en("It costs $2-3 billion."), ["$2-3 billion|Money|2000000000..3000000000|USD|Exact|-"]);
        assert_eq!(en("They sold 10-12,000 cars."), ["10-12,000|Count|10000..12000|-|Exact|cars"]);
        assert_eq!(de("Es kostet 5- bis 8000 Euro."), ["5- bis 8000 Euro|Money|5000..8000|EUR|Exact|-"]);
        assert_eq!(de("Es kostet 80 Cent bis 1,20 Euro."), ["80 Cent bis 1,20 Euro|Money|0.8..1.2|EUR|Exact|-"]);
        assert_eq!(de("Es dauerte zwei, drei Jahre."), ["zwei, drei Jahre|Duration|2..3|year|Exact|-"]);
        assert_eq!(en("It took two, three years."), ["two, three years|Duration|2..3|year|Exact|-"]);
        assert_eq!(de("Er nahm zwei, drei und vier Karten.").len(), 3);
        assert!(de("Von 1983 bis 1992 war er dort.").is_empty());
        assert!(en("He served from 2006 to 2010.").is_empty());
    }

    #[test]
    fn a_change_is_two_figures() {
        assert_eq!(
            en("Oil was down $1.33 to $42.12."),
            ["$1.33|Money|1.33|USD|Exact|Oil", "$42.12|Money|42.12|USD|Exact|Oil"]
        );
        assert_eq!(
            en("Rates rose from 3 to 5 percent."),
            ["3|Percent|3|%|Exact|Rates", "5 percent|Percent|5|%|Exact|Rates"]
        );
    }
}
