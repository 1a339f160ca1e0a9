//! Named and numbered periods: quarters, seasons, decades, centuries, weeks.

use crate::answer::TimeMod;
use crate::lexicon::class::{Adposition, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};

use super::day::day;
use super::evidence::{TITLE, has_evidence, is_ambiguous, person_name};
use super::found::Found;
use super::step::unit_frame;
use super::value::{Frame, Name, Nth, Point, Shift};
use super::year::{era, year_behind};
use crate::reading::Sentence;
use crate::reading::number::digits::small;
use crate::rule::rules;
use crate::text::Shape;

rules! {
    reads: super::found::Find;

    /// A century by its number.
    pub(super) CENTURY = "time.century" {
        pattern: "ordinal century [era]",
        begins: [Cardinal, OrdinalWord],
        digits: [Ordinal, Letters],
        near: [TimeUnit],
        read: century,
        fires: [
            De "Die Kirche stammt aus dem [19. Jahrhundert](DATE 18).",
            En "The church dates from [the 15th century](DATE 14).",
        ],
        silent: [
            De "Die Kirche ist 19 Jahrhunderte alt.",
            En "The church is 15 centuries old.",
        ],
    }

    /// Ten years by their first one. Two digits may be an age ("in his 80s"): they need the word for years or a preposition
    /// with an article before them.
    pub(super) DECADE = "time.decade" {
        pattern: "decade [years]",
        begins: [Decade],
        digits: [Marked, Letters],
        read: decade,
        fires: [
            De "In [den 1990er Jahren](DATE 199) zog er um.",
            De "In [den Neunzigern](DATE 199) zog er um.",
            En "He moved in [the 1990s](DATE 199).",
            En "She spent [the twenties](DATE 192) in Paris.",
        ],
        silent: [
            De "Die 90er-Karte gilt nicht mehr.",
            En "The man was in his 80s.",
        ],
    }

    /// A day, week or weekend by its number in a month.
    pub(super) NTH_OF_MONTH = "time.nth-of-month" {
        pattern: "(ordinal | last) (weekday | day | week | weekend) (of|in) month [year]",
        begins: [Cardinal, OrdinalWord, Deictic],
        digits: [Ordinal, Letters],
        near: [TimeUnit, Weekday],
        read: nth,
        fires: [
            De "Es begann am [ersten Montag im Mai 2014](DATE 2014-05-05).",
            En "It began on [the first Monday in May 2014](DATE 2014-05-05).",
            En "It ended in [the last week of July 2014](DATE 2014-W31).",
        ],
        silent: [
            De "Der erste Montag im Amt war schwer.",
            En "The first Monday in office was hard.",
        ],
    }

    /// A week, weekend or half of a month, in one word with it.
    pub(super) NTH_OF_MONTH_WORD = "time.nth-of-month-word" {
        pattern: "(ordinal | last) month + (week | weekend | half), in one word, [year]",
        languages: [De],
        begins: [OrdinalWord, Deictic],
        digits: [Ordinal],
        read: nth_in_word,
        fires: [
            De "In [der ersten Januarwoche](DATE 2015-W01) schneite es.",
            De "In [der zweiten Märzhälfte](DATE 2015-03 mod=END) stieg der Wert.",
            De "Am [letzten Maiwochenende 2014](DATE 2014-W22-WE) war Markt.",
        ],
        silent: [De "In der ersten Modewoche schneite es."],
    }

    /// A day or month by its number in a month or year that the text tells without a name.
    pub(super) NTH_OF_UNIT = "time.nth-of-unit" {
        pattern: "(ordinal | last) (day | month | week | weekday) of (this|next|… unit); goes on from time.nth-of-month",
        precedence: 1,
        fires: [
            De "Es gilt ab [dem ersten Tag des nächsten Monats](DATE 2015-07-01).",
            En "It holds from [the 15th day of next month](DATE 2015-07-15).",
        ],
        silent: [
            De "Am ersten Tag des Prozesses schwieg er.",
            En "On the first day of the trial he kept silent.",
        ],
    }

    /// A week by its number in a year.
    pub(super) NTH_OF_YEAR = "time.nth-of-year" {
        pattern: "ordinal week [of] year; goes on from time.nth-of-month",
        fires: [
            De "In [der ersten Woche 2013](DATE 2013-W01) schneite es.",
            En "It snowed in [the first week of 2013](DATE 2013-W01).",
        ],
        silent: [
            De "In der ersten Woche der Gespräche schneite es.",
            En "It snowed in the first week of the talks in 2013.",
        ],
    }

    /// A quarter or half year by its number, with its year where that stands behind it.
    pub(super) QUARTER = "time.quarter" {
        pattern: "([article] ordinal (quarter | half-year) | Q1 … Q4 | H1, H2) [year]",
        begins: [Cardinal, OrdinalWord],
        digits: [Ordinal, Letters],
        near: [TimeUnit],
        marked: true,
        read: quarter,
        fires: [
            De "Der Umsatz fiel im [dritten Quartal 2009](DATE 2009-Q3).",
            En "Sales fell in [the first quarter of 2015](DATE 2015-Q1).",
            De "Der Umsatz fiel im [Q3/2014](DATE 2014-Q3).",
            En "Sales fell in [Q3 2014](DATE 2014-Q3).",
            En "[H1](DATE 2015-H1) was weak.",
        ],
        silent: [
            De "Er verlor das dritte Viertelfinale.",
            En "He lost his third quarterfinal.",
        ],
    }

    /// A quarter or half year behind the digits of its year.
    pub(super) YEAR_AND_QUARTER = "time.year-and-quarter" {
        pattern: "year [-] (Q1 … Q4 | H1, H2)",
        digits: [Four],
        read: year_and_quarter,
        fires: [
            De "Der Umsatz fiel in [2013-Q1](DATE 2013-Q1) stark.",
            En "Sales fell in [2013 Q1](DATE 2013-Q1).",
        ],
        silent: [
            De "Das Modell 2013 Q5 kommt an.",
            En "The 2013 Q5 model sold well.",
        ],
    }

    /// A season, with its year where that stands behind it. Where the word has other meanings ("fall", "spring"), something
    /// beside it must say that a time is meant.
    pub(super) SEASON = "time.season" {
        pattern: "season [year]",
        begins: [Season],
        read: season,
        fires: [
            De "Im [Sommer 2014](DATE 2014-SU) zog er um.",
            En "The wall came down in [the fall of 1989](DATE 1989-FA).",
            En "They met in [summer](DATE 2015-SU) and left.",
        ],
        silent: [
            De "Die Sommer-Sitzung fiel aus.",
            En "Prices continue to fall.",
        ],
    }

    /// A week of the year by its number. The third week of something else is counted from there.
    pub(super) WEEK = "time.week" {
        pattern: "calendar week number | ordinal calendar week [year]",
        begins: [Cardinal, OrdinalWord, TimeUnit],
        digits: [Ordinal, Letters],
        near: [TimeUnit],
        read: week,
        fires: [
            De "Der Bau beginnt in [KW 17](DATE 2015-W17).",
            De "Der Bau begann in der [17. Kalenderwoche](DATE 2015-W17).",
            En "The work begins in [week 31](DATE 2015-W31).",
        ],
        silent: [
            De "Die dritte Woche des Streiks begann.",
            En "The third week of the strike began.",
        ],
    }

    /// The week that a day lies in.
    pub(super) WEEK_OF = "time.week-of" {
        pattern: "[article] week of day; goes on from time.week",
        fires: [
            De "Es geschah in [der Woche vom 6. März 2015](DATE 2015-W10).",
            En "It happened in [the week of March 6, 2015](DATE 2015-W10).",
        ],
        silent: [
            De "Die Woche der Proteste begann.",
            En "The week of protests began.",
        ],
    }

    /// The weekend, behind a preposition or the article.
    pub(super) WEEKEND = "time.weekend" {
        pattern: "(preposition | article) weekend",
        begins: [TimeUnit],
        read: weekend,
        fires: [
            De "Am [Wochenende](DATE 2015-W23-WE) brannte es.",
            En "The house burned over [the weekend](DATE 2015-W23-WE).",
        ],
        silent: [
            De "Ein Wochenende in Wien ist teuer.",
            En "A weekend in Vienna is expensive.",
        ],
    }
}

/// A quarter or half year: "im dritten Quartal 2009", "der zweiten Jahreshälfte", "Q3 2014"; "the first quarter of 2015".
pub(super) fn quarter(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (name, end, spelled) = match letter_quarter(s, at) {
        Some((name, end)) => (name, end, false),
        None => {
            let (n, next) = s.ordinal(at)?;
            // "fourth-quarter earnings"
            let next = next + usize::from(s.is_dash(next) && s.is_tight(next) && s.is_tight(next + 1));
            let (unit, end) = s.unit(next)?;
            let n = i8::try_from(n).ok()?;
            match unit {
                Unit::Quarter if (1..=4).contains(&n) => (Name::Quarter(n), end, true),
                Unit::Half if (1..=2).contains(&n) => (Name::Half(n), end, true),
                _ => return None,
            }
        }
    };
    // "Q1/2015"
    let slash = s.is_slash(end) && s.is_tight(end) && s.is_tight(end + 1) && s.year(end + 1).is_some();
    let (frame, end) = match year_behind(s, end + usize::from(slash)) {
        // "im 3. Quartal 2019/20": a business year that lies in two
        Some((Frame::Year(year), after)) => match second_year(s, Frame::Year(year), after) {
            second if second > after => (Frame::TwoYears(year), second),
            _ => (Frame::Year(year), after),
        },
        Some(found) => found,
        None => (Frame::Open, end),
    };
    let start = if spelled && !s.profile.time_article { s.with_article(at) } else { at };
    Some(Found::point(start, end, &QUARTER, Point::new(frame, name)))
}

/// "2019 Q1", "2019-Q1", "2019-H2".
pub(super) fn year_and_quarter(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let year = s.year(at)?;
    let next = at + 1 + usize::from(s.is_dash(at + 1) && s.is_tight(at + 1));
    let [letter, digit @ b'1'..=b'4'] = s.word(next).as_bytes() else { return None };
    let n = (digit - b'0') as i8;
    let name = match letter.to_ascii_uppercase() {
        b'Q' => Name::Quarter(n),
        b'H' if n <= 2 => Name::Half(n),
        _ => return None,
    };
    Some(Found::point(at, next + 1, &YEAR_AND_QUARTER, Point::new(Frame::Year(year), name)))
}

/// "Q3", "4Q"; and "H1" before a year or behind a preposition.
fn letter_quarter(s: &Sentence<'_, '_>, at: usize) -> Option<(Name, usize)> {
    const IN: &[Adposition] = &[Adposition::In, Adposition::For, Adposition::During, Adposition::Of, Adposition::From];
    let (letter, digit) = match s.word(at).as_bytes() {
        [letter, digit @ b'1'..=b'4'] | [digit @ b'1'..=b'4', letter] => (letter, digit),
        _ => return None,
    };
    let n = (digit - b'0') as i8;
    match letter.to_ascii_uppercase() {
        b'Q' => Some((Name::Quarter(n), at + 1)),
        b'H' if n <= 2
            && (year_behind(s, at + 1).is_some()
                || s.adposition_before(at, IN).is_some()
                || at == s.start && s.shape(at + 1) == Shape::Lower) =>
        {
            Some((Name::Half(n), at + 1))
        }
        _ => None,
    }
}

/// A season, with its year: "im Sommer 2014", "Frühjahr"; "last fall" is a deictic, "the fall of 1989" is here.
pub(super) fn season(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (season, end) = s.meaning(at, Class::Season)?;
    // "continue to fall", not "from summer to fall"
    let to = at.checked_sub(1).filter(|to| *to > s.start && s.adposition(*to, &[Adposition::To]).is_some());
    if to.is_some_and(|to| s.is(at, Class::Verb) && !s.is_any(to - 1, groups::CALENDAR)) {
        return None;
    }
    let found = |end, frame| Found::point(at, end, &SEASON, Point::new(frame, Name::Season(season)));
    if let Some((frame, end)) = year_behind(s, end) {
        return Some(found(second_year(s, frame, end), frame));
    }
    let form = s.form(at, Class::Season);
    let plural = form.is_only_plural();
    let compound = s.is_dash(end) && s.is_tight(end);
    let of = s.adposition(end, &[Adposition::Of, Adposition::In, Adposition::To]).is_some();
    if let Some(name) = person_name(s, at, end) {
        return Some(name);
    }
    if plural || compound || (is_ambiguous(s, at) && (of || !has_evidence(s, at, end))) {
        return None;
    }
    // "winter semester", "summer camp"
    let compound = s.is_described(end) && !s.is_any(end, ClassSet::of(&[Class::Adposition, Class::TimeUnit]));
    if compound || (!s.is_titled_noun(at) && !has_evidence(s, at, end)) {
        return None;
    }
    Some(found(end, Frame::Open))
}

/// The token behind "1867–68": a winter and a business year lie in two years.
fn second_year(s: &Sentence<'_, '_>, frame: Frame, end: usize) -> usize {
    let follows = |year: i16| {
        (s.is_dash(end) || s.is_slash(end))
            && s.is_tight(end)
            && s.is_tight(end + 1)
            && s.word(end + 1).len() == 2
            && s.digits(end + 1) == Some((year + 1) % 100)
    };
    match frame {
        Frame::Year(year) if follows(year) => end + 2,
        _ => end,
    }
}

/// A decade: "die neunziger Jahre", "90er Jahre", "1990er", "in den Neunzigern"; "the 1990s", "the '60s", "the nineties".
pub(super) fn decade(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (first, mut end, mut sure) = match decade_digits(s, at) {
        Some((first, full)) => (first, at + 1, full),
        None => {
            let (value, end) = s.value(at, Class::Decade)?;
            (i16::try_from(value).ok()?, end, s.form(at, Class::Decade).has_any(Form::PLURAL.and(Form::SINGULAR)))
        }
    };
    let hyphen = usize::from(s.is_dash(end) && s.is_tight(end));
    // "in den 1970er- und 80er-Jahren", "the 1940s and 50s"
    let another = |at: usize| decade_digits(s, at).is_some();
    let shared = hyphen > 0 && s.is(end + 1, Class::Coordinator) && another(end + 2);
    let second = || {
        at.checked_sub(2).is_some_and(|first| first >= s.start && s.is(first + 1, Class::Coordinator) && another(first))
    };
    if let Some((Unit::Year, after)) = s.unit(end + hyphen) {
        (end, sure) = (after, true);
    } else if shared {
        sure = true;
    } else if hyphen > 0 {
        return None;
    } else if !sure && second() {
        sure = true;
    } else if !sure {
        // Without "Jahre" a preposition must say that a time is meant: people can be in their nineties.
        let place = s.adposition_before(
            at,
            &[
                Adposition::In,
                Adposition::Since,
                Adposition::Until,
                Adposition::During,
                Adposition::From,
                Adposition::Starting,
                Adposition::Of,
                Adposition::Through,
            ],
        );
        // "in his late thirties" tells an age.
        let owned = at.checked_sub(2).is_some_and(|owner| s.is(owner, Class::Possessive));
        let article =
            s.before(at).is_some_and(|before| s.is(before, Class::Article) || s.is(before, Class::Part) && !owned);
        sure = place.is_some() && article && !s.is_titled_noun(end);
        // "She spent the twenties in Paris"
        sure |= article && s.is(at, Class::Decade) && !s.is_titled_noun(at) && !s.is(end, Class::Noun);
        // "80s pop", not "in his 80s" or "in the low 80s"
        sure |= s.is_described(end) && !s.is_any(end, groups::LINK.or(&[Class::MeasureUnit, Class::Verb]));
    }
    let (first, end) = match s.small(end, Class::Era) {
        Some((sign, behind)) if first >= 100 => (if sign < 0 { -first } else { first }, behind),
        _ => (first, end),
    };
    let start = if s.profile.decade_article { s.with_article(at) } else { at };
    sure.then(|| Found::point(start, end, &DECADE, Point::new(Frame::Open, Name::Decade(first))))
}

/// "1990s", "'90s", "90er": the decade's first year and whether the digits alone make it one.
fn decade_digits(s: &Sentence<'_, '_>, at: usize) -> Option<(i16, bool)> {
    let word = s.word(at);
    let bare = word.trim_start_matches(['\'', '’', '‘']);
    let stop = bare.bytes().position(|b| !b.is_ascii_digit())?;
    let (digits, ending) = bare.split_at_checked(stop)?;
    let ending = ending.trim_start_matches(['\'', '’']);
    if !s.profile.decade_endings.contains(&ending) {
        return None;
    }
    let first = small(digits).filter(|first| first % 10 == 0)?;
    match digits.len() {
        4 => (1000..=2190).contains(&first).then_some((first, true)),
        3 => Some((first, false)),
        2 => Some((first, bare.len() < word.len())),
        _ => None,
    }
}

/// A century or decade by number: "im 19. Jahrhundert", "15th century", "2. Jahrhundert v. Chr.".
pub(super) fn century(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (n, mut next) = s.ordinal(at)?;
    if s.is_dash(next) && s.is_tight(next) {
        next += 1;
    }
    let (Unit::Century, end) = s.unit(next)? else { return None };
    // "Twentieth Century Fox"
    if s.is_titled(at) && s.is_titled(end - 1) && s.is_titled(end) && end == next + 1 {
        return Some(Found::not(at, end + 1, &TITLE));
    }
    let n = i8::try_from(n).ok().filter(|n| (1..=30).contains(n))?;
    let (sign, end) = match era(s, 1, end) {
        (Frame::Year(year), end) if year < 0 => (-1, end),
        (_, end) => (1, end),
    };
    Some(Found::point(at, end, &CENTURY, Point::new(Frame::Open, Name::Century(sign * n))))
}

/// A week by number or by a day in it: "KW 17", "17. Kalenderwoche", "week 31", "the week of March 6".
pub(super) fn week(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let check = |n: i16| i8::try_from(n).ok().filter(|n| (1..=53).contains(n));
    if let Some((n, next)) = s.ordinal(at) {
        let (Unit::Week, end) = s.unit(next)? else { return None };
        // "die dritte Woche" of something else is counted from there: only "17. Kalenderwoche" is a week of the year.
        let (frame, end) = year_behind(s, end).unwrap_or((Frame::Open, end));
        return check(n)
            .filter(|_| s.is(next, Class::Numbered))
            .map(|n| Found::point(at, end, &WEEK, Point::new(frame, Name::Week(n))));
    }
    let (Unit::Week, next) = s.unit(at)? else { return None };
    // "in 3 Wochen 4 Mal"
    let form = s.form(at, Class::TimeUnit);
    let several = form.is_only_plural();
    if let Some(n) = s.digits(next).and_then(check).filter(|_| !several) {
        let (frame, end) = year_behind(s, next + 1).unwrap_or((Frame::Open, next + 1));
        return Some(Found::point(at, end, &WEEK, Point::new(frame, Name::Week(n))));
    }
    let mut of = s.adposition(next, &[Adposition::Of])?;
    if s.is(of, Class::Article) {
        of += 1;
    }
    let (point, end) = day(s, of)?;
    let shift = Some(Shift { unit: Unit::Week, n: 0 });
    Some(Found::point(s.with_article(at), end, &WEEK_OF, Point { shift, ..point }))
}

/// "the third week of July", "der letzten Woche im Juli", "ersten Montag im Mai", "the first Monday in May 2014".
pub(super) fn nth(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let last = s.value(at, Class::Deictic).filter(|(value, _)| *value == 0);
    let (n, next) = match last {
        Some((_, end)) => (-1, end),
        None => s.ordinal(at).filter(|(n, _)| (1..=31).contains(n))?,
    };
    let (what, next) = match s.small(next, Class::Weekday) {
        Some((weekday, end)) => (Nth::Weekday(weekday), end),
        // "the last days of August" are several.
        None if s.form(next, Class::TimeUnit).is_only_plural() => {
            return None;
        }
        None => match s.unit(next)? {
            (Unit::Week, end) => (Nth::Week, end),
            (Unit::Weekend, end) => (Nth::Weekend, end),
            (Unit::Day, end) => (Nth::Day, end),
            (Unit::Month, end) => (Nth::Month, end),
            _ => return None,
        },
    };
    let mut of = s.adposition(next, &[Adposition::In, Adposition::Of, Adposition::On]).unwrap_or(next);
    if of == next && !s.profile.genitive_case {
        return None;
    }
    if s.is(of, Class::Article) {
        of += 1;
    }
    let n = i8::try_from(n).ok()?;
    if let Some((month, end)) = s.small(of, Class::Month) {
        let (frame, end) = year_behind(s, end).unwrap_or((Frame::Open, end));
        let name = Name::NthOf { n, what, month: Some(month) };
        return Some(Found::point(s.with_article(at), end, &NTH_OF_MONTH, Point::new(frame, name)));
    }
    // "the first week of 2019"
    if let (Nth::Week, Some(year)) = (what, s.year(of).filter(|_| n > 0)) {
        return Some(Found::point(
            s.with_article(at),
            of + 1,
            &NTH_OF_YEAR,
            Point::new(Frame::Year(year), Name::Week(n)),
        ));
    }
    // "the 15th day of next month", "am ersten Tag des Jahres"
    let frame = unit_frame(s, of)?;
    let name = match (what, frame.0) {
        (Nth::Day, Frame::Count { unit: Unit::Month, .. }) if n > 0 => Name::DayOfMonth(n),
        (Nth::Month, Frame::Count { unit: Unit::Year, .. }) if (1..=12).contains(&n) => Name::Month(n),
        (_, Frame::Count { unit: Unit::Month, .. }) => Name::NthOf { n, what, month: None },
        _ => return None,
    };
    Some(Found::point(s.with_article(at), frame.1, &NTH_OF_UNIT, Point::new(frame.0, name)))
}

/// "in der ersten Januarwoche", "am letzten Maiwochenende", "in der zweiten Märzhälfte".
pub(super) fn nth_in_word(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (n, next) = match s.value(at, Class::Deictic) {
        Some((0, end)) => (-1, end),
        Some(_) => return None,
        None => s.ordinal(at).filter(|(n, _)| (1..=5).contains(n))?,
    };
    let word = s.word(next);
    if s.shape(next) != Shape::Title || s.is(next, Class::Month) {
        return None;
    }
    let (length, month) = s.analysis.prefix(s.number, word, Class::Month)?;
    let (month, rest) = (i8::try_from(month).ok()?, word.get(length..)?);
    // The rest is a noun of its own, with a capital.
    let mut letters = rest.chars();
    let noun = letters.next()?.to_uppercase().chain(letters).collect::<String>();
    let n = i8::try_from(n).ok()?;
    let (frame, end) = year_behind(s, next + 1).unwrap_or((Frame::Open, next + 1));
    let what = match s.analysis.lookup(s.number, &noun, Class::TimeUnit).and_then(Unit::from_value) {
        Some(Unit::Week) => Nth::Week,
        Some(Unit::Weekend) => Nth::Weekend,
        _ => {
            // The half of a month is that month's beginning or end.
            const HALF: u32 = 1 << 16 | 2;
            let part = if n == 1 { TimeMod::Start } else { TimeMod::End };
            let point = Point::new(frame, Name::Month(month));
            return (s.analysis.lookup(s.number, &noun, Class::Fraction) == Some(HALF) && (n == 1 || n == 2))
                .then(|| Found::point(s.with_article(at), end, &NTH_OF_MONTH_WORD, point).with_mod(Some(part)));
        }
    };
    let name = Name::NthOf { n, what, month: Some(month) };
    Some(Found::point(s.with_article(at), end, &NTH_OF_MONTH_WORD, Point::new(frame, name)))
}

/// "am Wochenende", "over the weekend", "das Wochenende"; not "Wochenendhaus".
pub(super) fn weekend(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (Unit::Weekend, end) = s.unit(at)? else { return None };
    let form = s.form(at, Class::TimeUnit);
    let placed = s.before(at).is_some_and(|before| {
        s.is_any(before, ClassSet::of(&[Class::Article, Class::Adposition])) && !s.is(before, Class::IndefiniteArticle)
    });
    let start = if s.profile.weekend_article { s.with_article(at) } else { at };
    (form.has(Form::SINGULAR) && placed && !(s.is_dash(end) && s.is_tight(end)))
        .then(|| Found::point(start, end, &WEEKEND, Point::new(Frame::Open, Name::Weekend)))
}
