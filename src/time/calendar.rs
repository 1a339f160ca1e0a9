//! Written dates: days, months and years by name.

use crate::lexicon::class::{Adposition, Coordinator, Deictic, Unit};
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

use super::clock;
use super::found::Found;
use super::reader::{Reader, small};
use super::relative;
use super::value::{Frame, From, Name, Point};

/// Words that make a bare month or year a time: "im", "since", "bis", "Anfang".
pub(super) const TEMPORAL: &[Adposition] = &[
    Adposition::In,
    Adposition::Since,
    Adposition::Until,
    Adposition::From,
    Adposition::Starting,
    Adposition::Before,
    Adposition::After,
    Adposition::During,
    Adposition::By,
    Adposition::Of,
    Adposition::Between,
    Adposition::Around,
    Adposition::For,
    Adposition::To,
    Adposition::Through,
    Adposition::Within,
    Adposition::On,
    Adposition::At,
];

/// What a number that looks like a year counts or measures.
const COUNTED: ClassSet = ClassSet::of(&[
    Class::TimeUnit,
    Class::Currency,
    Class::MeasureUnit,
    Class::Scale,
    Class::Cardinal,
    Class::Clock,
]);

/// A date by day and month, with weekday and year where they stand beside it.
///
/// `[weekday [,] [article]] day month [year]`: "Donnerstag, den 18. Dezember 2014"; "Friday 24 July", "July 24th, 2020".
pub(super) fn written_date(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let start = at;
    let (weekday, at) = match after_weekday(r, at) {
        Some((weekday, at)) => (Some(weekday), at),
        None => (None, at),
    };
    let (month, day, frame, end) = day_and_month(r, at)?;
    let point = Point::new(frame, Name::Day { month, day, weekday });
    Some(with_clock(r, Found::point(start, end, "time.date", point)))
}

/// Behind a weekday with its comma and article.
fn after_weekday(r: &Reader<'_, '_, '_>, at: usize) -> Option<(i8, usize)> {
    let (weekday, mut at) = r.value(at, Class::Weekday)?;
    let weekday = i8::try_from(weekday).ok()?;
    if r.is_comma(at) || r.kind(at) == TokenKind::Open || (r.is_dash(at) && r.is_tight(at)) {
        at += 1;
    }
    Some((weekday, if r.is(at, Class::Article) { at + 1 } else { at }))
}

/// "24. Juli 2020", "24th of July", "July 24, 2020", "Sep-23-2020": month, day, year and the token after them.
pub(super) fn day_and_month(r: &Reader<'_, '_, '_>, at: usize) -> Option<(i8, i8, Frame, usize)> {
    if let Some((month, day, end)) = day_then_month(r, at).or_else(|| month_then_day(r, at)) {
        let comma = !r.profile.day_first && r.is_comma(end);
        let (frame, end) = year_behind(r, if comma { end + 1 } else { end })
            .or_else(|| mark(r, end).and_then(|at| year_behind(r, at)))
            .unwrap_or((Frame::Open, end));
        return Some((month, day, frame, end));
    }
    None
}

/// Behind a tight hyphen, slash or dot between the parts of a date.
fn mark(r: &Reader<'_, '_, '_>, at: usize) -> Option<usize> {
    ((r.is_dash(at) || r.is_slash(at)) && r.is_tight(at) && r.is_tight(at + 1)).then_some(at + 1)
}

fn day_then_month(r: &Reader<'_, '_, '_>, at: usize) -> Option<(i8, i8, usize)> {
    let (day, mut next) = match r.day(at) {
        Some(day) if !r.is_signed(at) => (day, at + 1),
        _ => {
            let (day, end) = r.ordinal(at)?;
            (i8::try_from(day).ok()?, end)
        }
    };
    next = mark(r, next).unwrap_or(next);
    if let Some(end) = r.adposition(next, &[Adposition::Of]).filter(|_| r.kind(at) != TokenKind::Ordinal) {
        next = end;
    }
    let (month, end) = r.value(next, Class::Month)?;
    // "9. Jan Kuppelwieser"
    if r.word(next).len() <= 3 && r.is(next, Class::GivenName) && r.shape(end) == Shape::Title && !r.is(end, Class::Clock) && r.kind(end) == TokenKind::Word {
        return None;
    }
    let month = i8::try_from(month).ok()?;
    (1..=days_in(month)).contains(&day).then_some((month, day, end))
}

fn month_then_day(r: &Reader<'_, '_, '_>, at: usize) -> Option<(i8, i8, usize)> {
    if r.profile.day_first {
        return None;
    }
    let (month, next) = r.value(at, Class::Month)?;
    let month = i8::try_from(month).ok()?;
    let tight = mark(r, next);
    let next = tight.unwrap_or(next);
    let next = if r.is(next, Class::Article) { next + 1 } else { next };
    let (day, end) = match r.day(next) {
        Some(day) => (day, next + 1),
        None => r.ordinal(next).and_then(|(day, end)| Some((i8::try_from(day).ok()?, end)))?,
    };
    let (day, next) = ((1..=days_in(month)).contains(&day).then_some(day)?, end - 1);
    // "In May 12 people died": the preposition of months does not stand before days.
    let in_month = at.checked_sub(1).is_some_and(|before| r.adposition(before, &[Adposition::In]) == Some(at));
    let goes_on = r.shape(next + 1) == Shape::Lower && !r.is(next + 1, Class::Adposition);
    if (in_month && goes_on) || r.is_any(next + 1, COUNTED) || (r.kind(next + 1) == TokenKind::Symbol && r.is_tight(next + 1) && tight.is_none()) {
        return None;
    }
    Some((month, day, next + 1))
}

/// The year behind a name: a number, or a phrase such as "letzten Jahres", "of last year".
pub(super) fn year_behind(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Frame, usize)> {
    if let Some(year) = r.year(at) {
        let counts = r.is_any(at + 1, ClassSet::of(&[Class::TimeUnit, Class::Currency, Class::MeasureUnit, Class::Scale]));
        if !counts && !is_percent(r, at + 1) {
            return Some(era(r, year, at + 1));
        }
        return None;
    }
    if let Some(year) = short_year(r, at) {
        return Some((Frame::ShortYear(year), at + 1));
    }
    year_phrase(r, at)
}

/// "'98".
pub(super) fn short_year(r: &Reader<'_, '_, '_>, at: usize) -> Option<u8> {
    let digits = r.word(at).strip_prefix(['\'', '’', '‘'])?;
    (digits.len() == 2).then(|| small(digits).and_then(|year| u8::try_from(year).ok())).flatten()
}

/// A year with the era behind it.
pub(super) fn era(r: &Reader<'_, '_, '_>, year: i16, at: usize) -> (Frame, usize) {
    match r.value(at, Class::Era) {
        Some((sign, end)) => (Frame::Year(if sign < 0 { -year } else { year }), end),
        None => (Frame::Year(year), at),
    }
}

/// "letzten Jahres", "of last year", "des Vorjahres", "im Jahr 2020", "of 2015", "this year".
fn year_phrase(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Frame, usize)> {
    let of = r.adposition(at, &[Adposition::Of]);
    let mut next = of.or_else(|| r.adposition(at, &[Adposition::In])).unwrap_or(at);
    if r.is(next, Class::Article) && !r.is(next, Class::IndefiniteArticle) {
        next += 1;
    }
    if let Some(year) = r.year(next).filter(|_| of.is_some()) {
        return Some(era(r, year, next + 1));
    }
    if let Some((Unit::Year, end)) = r.unit(next) {
        if let Some(year) = r.year(end) {
            return Some(era(r, year, end + 1));
        }
    }
    if let Some((unit, n, from, end)) = relative::relative_unit(r, next) {
        return (unit == Unit::Year).then_some((Frame::Count { unit, n, from }, end));
    }
    let (deictic, next) = r.value(next, Class::Deictic)?;
    let deictic = Deictic::from_value(deictic as u32)?;
    let (Unit::Year, end) = r.unit(next)? else { return None };
    let (n, from) = relative::direction(deictic, Unit::Year)?;
    Some((Frame::Count { unit: Unit::Year, n, from }, end))
}

fn is_percent(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    r.kind(at) == TokenKind::Symbol && !r.is_slash(at)
}

/// A weekday, with a day of the month or a time of day beside it.
///
/// `weekday [article day] [daypart]`: "Montag", "Freitag, den 13.", "Dienstagabend"; "Friday the 26th", "Friday morning".
pub(super) fn weekday(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let (weekday, end) = r.value(at, Class::Weekday)?;
    let weekday = i8::try_from(weekday).ok()?;
    let short = r.word(at).len() <= 5;
    if is_name(r, at, end) || (short && !short_stands_free(r, at, end)) {
        return None;
    }
    let found = |end, point| Found::point(at, end, "time.weekday", point);
    // "Friday the 26th", "Freitag, den 13."
    let comma = usize::from(r.is_comma(end));
    let day_at = end + comma + usize::from(r.is(end + comma, Class::Article));
    let bare = r.kind(day_at) == TokenKind::Number;
    let closes = matches!(r.kind(day_at + 1), TokenKind::Terminal | TokenKind::Close) || r.adposition(day_at + 1, &[Adposition::At, Adposition::Around, Adposition::From]).is_some();
    if (day_at > end || bare) && !r.is(day_at + 1, Class::Month) && (!bare || (closes && comma == 0)) {
        let ordinal = r.ordinal(day_at).filter(|(n, _)| (1..=31).contains(n)).and_then(|(n, end)| Some((i8::try_from(n).ok()?, end)));
        if let Some((day, end)) = r.day(day_at).map(|day| (day, day_at + 1)).or(ordinal) {
            let point = Point::new(Frame::Open, Name::WeekdayAndDay { weekday, day });
            return Some(with_clock(r, found(end, point)));
        }
    }
    // "Montag letzter Woche", "Monday of last week", "Tuesday last week"
    if let Some((frame, end)) = week_behind(r, end) {
        return Some(with_clock(r, found(end, Point::new(frame, Name::Weekday(weekday)))));
    }
    if is_repeated(r, at) {
        return None;
    }
    let mut point = Point::new(Frame::Open, Name::Weekday(weekday));
    if let Some((part, _)) = clock::part_of_day(r, at) {
        point = point.with_clock(part);
    }
    Some(with_clock(r, found(end, point)))
}

/// Whether a weekday comes back: "montags", "Mondays"; "Montags" too, unless it is the genitive behind an article.
pub(super) fn is_repeated(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    let adverb = |form: Form| form.has(Form::PLURAL) && !form.has(Form::SINGULAR);
    let plural = r.is(at, Class::Weekday) && r.analysis.senses(at).iter().any(|sense| sense.class == Class::Weekday && adverb(sense.form));
    let determined = at.checked_sub(1).is_some_and(|before| before >= r.begin && r.is_any(before, ClassSet::of(&[Class::Article, Class::Deictic, Class::Demonstrative])));
    plural && !(determined && r.form(at, Class::Weekday).has(Form::SINGULAR))
}

/// "letzter Woche", "of next week", "dieser Woche", "in a week's"
fn week_behind(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Frame, usize)> {
    let mut next = r.adposition(at, &[Adposition::Of]).unwrap_or(at);
    if r.is(next, Class::Article) {
        next += 1;
    }
    if let Some((Unit::Week, n, from, end)) = relative::relative_unit(r, next) {
        return Some((Frame::Count { unit: Unit::Week, n, from }, end));
    }
    let (deictic, next) = r.value(next, Class::Deictic)?;
    let (Unit::Week, end) = r.unit(next)? else { return None };
    let (n, from) = relative::direction(Deictic::from_value(deictic as u32)?, Unit::Week)?;
    Some((Frame::Count { unit: Unit::Week, n, from }, end))
}

/// "So." and "Sat" are words of other kinds unless a date or time of day stands beside them.
fn short_stands_free(r: &Reader<'_, '_, '_>, at: usize, end: usize) -> bool {
    let next = end + usize::from(r.is_comma(end) || (r.kind(end) == TokenKind::Terminal && r.word(end) == "."));
    let digit = matches!(r.kind(next), TokenKind::Number | TokenKind::Ordinal) || r.day(next).is_some();
    let before = at.checked_sub(1).is_some_and(|before| r.is_any(before, ClassSet::of(&[Class::Deictic, Class::Meridiem])));
    digit || before
}

/// A day whose month stands at the end of a list.
///
/// `day {, day} and|bis|- day month [year]`: "3., 4. und 7. Oktober"; "11, 18 and 25 March".
pub(super) fn day_in_list(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    const LONGEST: usize = 16;
    let day = r.day(at)?;
    let mut next = at + 1;
    let mut days = 1;
    while next < at + LONGEST {
        let from = next;
        while next < from + 3
            && (r.is_comma(next)
                || r.is_dash(next)
                || r.is_slash(next)
                || (r.is_any(next, ClassSet::of(&[Class::Coordinator, Class::Adposition, Class::Article])) && r.day(next).is_none()))
        {
            next += 1;
        }
        if next == from {
            return None;
        }
        if days > 0 {
            if let Some((month, last, frame, _)) = day_and_month(r, next) {
                let ordered = r.kind(at) == TokenKind::Ordinal || (day < last && r.day(next) == Some(last));
                let point = Point::new(frame, Name::Day { month, day, weekday: None });
                return (ordered && day <= days_in(month)).then(|| Found::point(at, at + 1, "time.day-list", point));
            }
        }
        r.day(next)?;
        days += 1;
        next += 1;
    }
    None
}

/// The second day behind a month: "April 24 and 25", "July 3-5".
pub(super) fn second_day(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    if r.profile.day_first {
        return None;
    }
    let day = r.day(at)?;
    let joint = at.checked_sub(1).filter(|joint| *joint >= r.begin)?;
    let joined = r.is_dash(joint)
        || r.is_coordinator(joint, Coordinator::And)
        || r.is_coordinator(joint, Coordinator::Or)
        || r.adposition(joint, &[Adposition::Until]).is_some();
    let first = r.day(joint.checked_sub(1)?)?;
    let (month, end) = r.value(joint.checked_sub(2)?, Class::Month)?;
    if !joined || end + 1 != joint || day <= first || r.floor < joint || r.is_any(at + 1, COUNTED) || r.is(at + 1, Class::Noun) {
        return None;
    }
    let month = i8::try_from(month).ok()?;
    let (frame, end) = year_behind(r, at + 1 + usize::from(r.is_comma(at + 1))).unwrap_or((Frame::Open, at + 1));
    (day <= days_in(month)).then(|| Found::point(at, end, "time.day-list", Point::new(frame, Name::Day { month, day, weekday: None })))
}

/// A day of the month alone: "am 24.", "bis zum 5."; "on the 24th".
pub(super) fn day_of_month(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let day = r.day(at)?;
    if r.kind(at) == TokenKind::Number {
        return None;
    }
    let before = r.adposition_before(at, &[Adposition::At, Adposition::On, Adposition::From, Adposition::Until, Adposition::Since, Adposition::Starting, Adposition::By])?;
    // English days have the article, German ones need none.
    if !r.profile.ordinal_dot && before + 1 == at {
        return None;
    }
    // "of this month", "dieses Monats"
    if let Some((frame, end)) = month_behind(r, at + 1) {
        return Some(Found::point(at, end, "time.day-of-month", Point::new(frame, Name::DayOfMonth(day))));
    }
    let next = at + 1;
    let free = match r.kind(next) {
        TokenKind::Word => {
            r.shape(next) == Shape::Lower && !r.is_any(next, ClassSet::of(&[Class::Noun, Class::OrdinalWord, Class::Adjective, Class::TimeUnit]))
        }
        TokenKind::Number | TokenKind::Ordinal | TokenKind::Hyphen | TokenKind::Symbol => false,
        _ => true,
    };
    free.then(|| Found::point(at, next, "time.day-of-month", Point::new(Frame::Open, Name::DayOfMonth(day))))
}

/// "dieses Monats", "of last month", "day of next month".
fn month_behind(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Frame, usize)> {
    let at = match r.unit(at) {
        Some((Unit::Day, end)) => end,
        _ => at,
    };
    let mut next = r.adposition(at, &[Adposition::Of]).unwrap_or(at);
    if r.is(next, Class::Article) {
        next += 1;
    }
    let (deictic, next) = r.value(next, Class::Deictic)?;
    let (Unit::Month, end) = r.unit(next)? else { return None };
    let (n, from) = relative::direction(Deictic::from_value(deictic as u32)?, Unit::Month)?;
    Some((Frame::Count { unit: Unit::Month, n, from }, end))
}

/// A month, with its year where that stands behind it: "im April 2015", "August vorigen Jahres"; "July of last year".
pub(super) fn month(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let (month, end) = r.value(at, Class::Month)?;
    let month = i8::try_from(month).ok()?;
    let found = |end, frame| Found::point(at, end, "time.month", Point::new(frame, Name::Month(month)));
    let comma = usize::from(!r.profile.day_first && r.is_comma(end) && r.year(end + 1).is_some());
    if let Some((frame, end)) = year_behind(r, end + comma).or_else(|| mark(r, end).and_then(|at| year_behind(r, at))) {
        return Some(found(end, frame));
    }
    if is_name(r, at, end) {
        return None;
    }
    if is_ambiguous(r, at) && !has_evidence(r, at, end) {
        return None;
    }
    Some(found(end, Frame::Open))
}

/// Whether a word means other things than its time: "May", "March", "fall".
pub(super) fn is_ambiguous(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    const OTHER: ClassSet = ClassSet::of(&[Class::Modal, Class::Verb, Class::Noun, Class::Surname, Class::GivenName, Class::Subordinator]);
    r.is_any(at, OTHER) || r.word(at).len() <= 3
}

/// Whether a preposition, a deictic or a joined time word stands beside an ambiguous one.
pub(super) fn has_evidence(r: &Reader<'_, '_, '_>, at: usize, end: usize) -> bool {
    const BESIDE: ClassSet = ClassSet::of(&[Class::Month, Class::Season, Class::Weekday, Class::Part, Class::Deictic]);
    if r.adposition_before(at, TEMPORAL).is_some() {
        return true;
    }
    // "the March accession"
    if at.checked_sub(1).is_some_and(|before| before >= r.begin && r.is(before, Class::Article)) && r.shape(at) == Shape::Title && r.is(end, Class::Noun) && r.shape(end) == Shape::Lower {
        return true;
    }
    let beside = |at: usize| r.is_any(at, BESIDE);
    let joint = |at: usize| r.is_comma(at) || r.is_dash(at) || r.is_slash(at) || r.is(at, Class::Coordinator);
    at.checked_sub(1).is_some_and(|before| before >= r.begin && beside(before))
        || (joint(end) && r.is(end + 1, Class::Month))
        || at.checked_sub(2).is_some_and(|before| before >= r.begin && joint(before + 1) && r.is(before, Class::Month))
}

/// Whether a month or weekday is part of a person's name: "Karl Mai", "Theresa May", "April Jones", "Frau Sonntag".
pub(super) fn is_name(r: &Reader<'_, '_, '_>, at: usize, end: usize) -> bool {
    const NAMES: ClassSet = ClassSet::of(&[Class::GivenName, Class::Title, Class::Role]);
    const TIMES: ClassSet = ClassSet::of(&[Class::Month, Class::Weekday, Class::Season, Class::Part, Class::Relative]);
    let before = at.checked_sub(1).filter(|before| *before >= r.begin);
    let named = before.is_some_and(|before| {
        r.shape(before) == Shape::Title
            && r.is_any(before, NAMES)
            && !r.is_any(before, TIMES)
            && !r.is(before, Class::Adposition)
            && !r.is(before, Class::Article)
    });
    let family = r.is(at, Class::GivenName)
        && r.is(end, Class::Surname)
        && r.shape(end) == Shape::Title
        && !r.is_any(end, TIMES);
    named || family
}

/// A year: "im Jahr 2009", "2009"; "the year 1895", "in 2009".
pub(super) fn year(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let found = |start, end, frame| Found::point(start, end, "time.year", Point::new(frame, Name::Whole));
    if let Some((unit @ (Unit::Year | Unit::BusinessYear), next)) = r.unit(at) {
        let number = r.year(next)?;
        let (frame, end) = era(r, number, next + 1);
        let _ = unit;
        return Some(found(r.with_article(at), end, frame));
    }
    if let Some(year) = short_year(r, at) {
        let stands = r.adposition_before(at, TEMPORAL).is_some();
        return stands.then(|| found(at, at + 1, Frame::ShortYear(year)));
    }
    // "44 v. Chr.", "1200 BC"
    if let Some(number) = r.digits(at) {
        if let (Frame::Year(year), end) = era(r, number, at + 1) {
            if end > at + 1 {
                return Some(found(at, end, Frame::Year(year)));
            }
        }
    }
    let year = r.year(at).filter(|_| year_stands_free(r, at))?;
    Some(found(at, at + 1, Frame::Year(year)))
}

/// Whether four digits are a year and not a count: nothing is counted by them, or a word of time stands before them.
fn year_stands_free(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    let next = at + 1;
    if r.is_any(next, COUNTED) || is_percent(r, next) || (r.is_dash(next) && r.is_tight(next) && r.kind(next + 1) == TokenKind::Word) {
        return false;
    }
    let before = at.checked_sub(1).filter(|before| *before >= r.begin);
    if before.is_some_and(|before| r.kind(before) == TokenKind::Symbol && matches!(r.word(before), "§" | "#" | "$" | "€" | "£" | "&" | "%")) {
        return false;
    }
    if before.is_some_and(|before| {
        r.is_any(before, ClassSet::of(&[Class::Currency, Class::Approx, Class::MeasureUnit]))
            && r.adposition(before, &[Adposition::In, Adposition::Around, Adposition::Since, Adposition::Until, Adposition::From]).is_none()
    }) {
        return false;
    }
    let recent = r.year(at).is_some_and(|year| (1700..=2050).contains(&year));
    // "2000 bis 3000 Grad"
    if r.is_any(next, ClassSet::of(&[Class::Adposition, Class::Coordinator])) && r.kind(next + 1) == TokenKind::Number && r.is_any(next + 2, COUNTED) {
        return false;
    }
    // "1984 Menschen", "1,984 people": a plural noun behind the number is what it counts.
    let noun = r.form(next, Class::Noun).has(Form::PLURAL) || r.is(next, Class::Demonym);
    let adjective = !r.profile.capital_nouns && before.is_some_and(|before| r.is(before, Class::Article));
    let counts = noun && !(adjective && recent) && r.kind(next) == TokenKind::Word && r.adposition_before(at, &[Adposition::In, Adposition::Since, Adposition::Until]) != at.checked_sub(1);
    let capital = r.profile.capital_nouns && r.shape(next) == Shape::Title && r.kind(next) == TokenKind::Word;
    let introduced = before.is_none_or(|before| {
        r.is_any(before, ClassSet::of(&[Class::Adposition, Class::Month, Class::Season, Class::Coordinator, Class::Part, Class::Subordinator]))
            || matches!(r.kind(before), TokenKind::Open | TokenKind::Dash | TokenKind::Hyphen | TokenKind::Separator | TokenKind::Symbol | TokenKind::Quote)
            || r.shape(before) == Shape::Title
            || r.shape(before) == Shape::Upper
    });
    (recent || (introduced && before.is_some())) && !counts && (!capital || introduced) && (introduced || !r.profile.capital_nouns || r.kind(next) != TokenKind::Word || r.shape(next) == Shape::Lower)
}

/// Adds the time of day that stands right behind: "heute Abend", "Mittwoch 4:00", "Tuesday in the morning".
pub(super) fn with_clock(r: &Reader<'_, '_, '_>, mut found: Found) -> Found {
    use super::value::Value;
    if let (Value::Point(point), Some((clock, end))) = (found.expression.value, clock::behind_day(r, found.end)) {
        let (start, rule) = (found.start, found.rule);
        found = Found::point(start, end, rule, point.with_clock(clock));
    }
    found
}

/// How many days a month can have.
pub(super) fn days_in(month: i8) -> i8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A frame counted from the text's own time, for the units a phrase leaves open: "das Jahr", "the week".
pub(super) fn same(unit: Unit) -> Frame {
    Frame::Count { unit, n: 0, from: From::Mention }
}
