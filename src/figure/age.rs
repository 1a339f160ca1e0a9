//! How old: "30 years old", "im Alter von 19", "19-Jähriger", "Williams (33)", "als er 14 war".

use std::ops::Range;

use super::amount::{self, bare, with_unit};
use super::start::{AMOUNT, IN_DIGITS};
use super::start::{Amount, Figure, Follows, Read, Start, build};
use super::unit::{self, Found, Unit};
use super::{Counts, Reading, smaller};
use crate::answer::{Approximation, Decimal, FigureKind, Rule};
use crate::lexicon::class::{Adposition, Auxiliary, Direction, NounKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, is_family};
use crate::reading::Sentence;
use crate::reading::number::Written;
use crate::reading::phrase::{self, is_possessor};
use crate::rule::{Candidate, rules};
use crate::text::{Shape, TokenKind};

rules! {
    reads: Read;

    /// A length of time and "old".
    pub(super) AGE = "figure.age" {
        pattern: "[approximator] number [-] unit of time [-] old",
        precedence: 3,
        begins: AMOUNT,
        digits: IN_DIGITS,
        near: [Direction],
        read: age,
        fires: [
            De "Die [18 Jahre alte](age 18 unit=year of=Fahrerin) Fahrerin blieb unverletzt.",
            En "The driver is [30 years old](age 30 unit=year).",
            En "The [30-year-old](age 30 unit=year of=driver) driver fled.",
        ],
        silent: [
            De "Vor 18 Jahren war die Fahrerin noch gesund.",
            En "The 30-year contract ended.",
        ],
    }

    /// A length of time, or a number without a noun, behind the word for an age.
    pub(super) AGE_CUE = "figure.age-cue" {
        pattern: "age [of | between | from] number | range [unit of time]",
        precedence: 3,
        begins: AMOUNT,
        digits: IN_DIGITS,
        read: age_behind_cue,
        fires: [
            De "Sie starb im Alter von [83 Jahren](age 83 unit=year).",
            De "Er starb im Alter von [83](age 83 unit=year).",
            En "He died at the age of [73](age 73 unit=year).",
            En "The victim, aged [17](age 17 unit=year), was found on Monday.",
            En "Those aged [30-39](age 30..39 unit=year) smoke less.",
            En "People aged [18 to 24](age 18..24 unit=year) vote less.",
        ],
        silent: [
            De "Im Alter hatte der Dom 83 Stufen.",
            En "An age of 73 men ended.",
        ],
    }

    /// Years behind "mit", without anything that lasts so long behind them. English says what somebody has ("with 20
    /// years on the job").
    pub(super) AGE_REACHED = "figure.age-reached" {
        pattern: "mit number years",
        languages: [De],
        precedence: 3,
        begins: AMOUNT,
        digits: IN_DIGITS,
        near: [TimeUnit],
        read: age_reached,
        fires: [
            De "Mit [80 Jahren](age 80 unit=year) starb der Maler.",
        ],
        silent: [
            De "Mit 80 Jahren Erfahrung malte er weiter.",
        ],
    }

    /// Years behind "at", without anything that lasts so long behind them.
    pub(super) AGE_AT = "figure.age-at" {
        pattern: "at number years",
        languages: [En],
        precedence: 3,
        begins: AMOUNT,
        digits: IN_DIGITS,
        near: [TimeUnit],
        read: age_at,
        fires: [
            En "She won her first title at [18 years](age 18 unit=year).",
        ],
        silent: [
            En "The sentence was set at 18 years in prison.",
            En "She won at 18 degrees.",
        ],
    }

    /// A number from 3 to 115 in brackets or commas behind the name of a person.
    pub(super) AGE_OF_NAME = "figure.age-of-name" {
        pattern: "name ( number ) | name, number,",
        precedence: 3,
        digits: [Short, Plain],
        read: age_of_name,
        fires: [
            De "Heidi Krug ([37](age 37 unit=year)) singt wieder.",
            De "Paul Weber, [64](age 64 unit=year), kam am Montag.",
            De "Der Fahrer, [56](age 56 unit=year), wurde verletzt.",
            De "Der Fahrer des Wagens, [56](age 56 unit=year of=Fahrer), wurde verletzt.",
            En "The driver, [56](age 56 unit=year), was hurt.",
            En "The driver of the car, [56](age 56 unit=year of=driver), was hurt.",
            En "Jane Doe ([33](age 33 unit=year)) sings.",
            En "Anna Weber, [45](age 45 unit=year), resigned.",
        ],
        silent: [
            De "Der Beschluss (45) liegt vor.",
            De "Der FC Porto (10) liegt vorn.",
            En "The drivers, 56, were hurt.",
            En "The drivers of the cars, 56, were hurt.",
            En "The report (33) was long.",
        ],
    }

    /// A number without a noun that a form of "be" says of a person by a pronoun.
    pub(super) AGE_OF_PRONOUN = "figure.age-of-pronoun" {
        pattern: "pronoun be number | pronoun number be",
        precedence: 3,
        begins: [Cardinal, Scale, GroupOf, IndefiniteArticle],
        digits: [Short, Plain, Marked],
        read: age_of_pronoun,
        fires: [
            De "Das war, als er [19](age 19 unit=year) war.",
            De "Er war [14](age 14 unit=year), als der Krieg begann.",
            En "It began when she was [14](age 14 unit=year).",
            En "She will be [41](age 41 unit=year) next May.",
            En "The driver was [15](age 15 unit=year) at the time of the theft.",
            En "The driver, who is [36](age 36 unit=year), was hurt.",
        ],
        silent: [
            De "Sie hatte 19 Punkte.",
            En "She was 14 points ahead.",
            En "The price was 15 at the time.",
        ],
    }

    /// Years, or a number of two digits without a noun, behind "of" and one person. Of few, "a mother of three" has them.
    pub(super) AGE_OF_PERSON = "figure.age-of-person" {
        pattern: "indefinite article [adjective] person of number [years]",
        precedence: 3,
        begins: AMOUNT,
        digits: IN_DIGITS,
        read: age_of_person,
        fires: [
            De "Ein Bub von [zwölf Jahren](age 12 unit=year of=Bub) stürzte.",
            En "A boy of [12](age 12 unit=year of=boy) was hurt.",
            En "A young woman of [24](age 24 unit=year of=woman) won.",
        ],
        silent: [
            De "Ein Chef von 12 Leuten kündigte.",
            En "A mother of three won.",
            En "A leader of 12 men won.",
        ],
    }

    /// Years that bound how old persons are, right behind their noun.
    pub(super) AGE_OF_GROUP = "figure.age-of-group" {
        pattern: "persons under | over | between number years",
        precedence: 3,
        begins: AMOUNT,
        digits: IN_DIGITS,
        read: age_of_group,
        fires: [
            De "Kinder [unter zwölf Jahren](age 12 unit=year approx=under of=Kinder) zahlen nichts.",
            En "Children [under 12 years](age 12 unit=year approx=under of=Children) pay nothing.",
        ],
        silent: [
            De "Kinder gehen unter zwölf Jahren Aufsicht hin.",
            De "Die Kinder stritten über zwei Jahre.",
            En "The project took under 12 years.",
        ],
    }

    /// A number without a noun at which somebody did what the sentence tells, at the sentence's head. Up to twelve, "at" says the hour.
    pub(super) AGE_FIRST = "figure.age-first" {
        pattern: "[adverb] mit number verb | [adverb] at number [,] (pronoun | article person)",
        precedence: 3,
        begins: [Cardinal],
        digits: [Short],
        read: age_first,
        fires: [
            De "Mit [17](age 17 unit=year) ging sie nach Wien.",
            De "Mit [elf](age 11 unit=year) lernte er Geige.",
            De "Schon mit [17](age 17 unit=year) spielte er im Orchester.",
            En "At [17](age 17 unit=year), she left for London.",
            En "At [sixteen](age 16 unit=year) the boy left school.",
            En "Already at [17](age 17 unit=year) he played in an orchestra.",
        ],
        silent: [
            De "Mit 17 Stimmen ging die Wahl an sie.",
            De "Mit 17 zu 12 siegte der Klub.",
            De "Mit 14 erzielten Toren siegte der Klub.",
            En "At 17 shops, she left her card.",
            En "At 17, prices are low.",
            En "At eleven he left the office.",
        ],
    }

    /// A number without a noun at which somebody, by name or pronoun, did what the clause tells.
    pub(super) AGE_LAST = "figure.age-last" {
        pattern: "(pronoun | name) … verb … (mit | at) number",
        precedence: 3,
        begins: [Cardinal],
        digits: [Short],
        read: age_last,
        fires: [
            De "Er kam mit [17](age 17 unit=year) zum Verein.",
            De "Emma Hardy war schon mit [17](age 17 unit=year) aufgefallen.",
            De "Sie heiratete mit [19](age 19 unit=year) und bekam drei Kinder.",
            En "He joined the club at [17](age 17 unit=year) and made 412 appearances.",
            En "She left school at [sixteen](age 16 unit=year).",
            En "The singer died on Sunday at [85](age 85 unit=year).",
        ],
        silent: [
            De "Er siegte mit 17 zu 12.",
            De "Er kam mit 17 Freunden.",
            De "Der Kurs schloss mit 17 und fiel.",
            En "He left the office at eleven.",
            En "She finished at 17 under par.",
            En "The share closed at 17 and fell.",
        ],
    }

    /// A number and the adjective, or its noun, of a unit of time. Of people it says an age, of what lasts or happens a
    /// length of time.
    pub(super) UNIT_ADJECTIVE = "figure.unit-adjective" {
        pattern: "[approximator] number [-] adjective of a unit of time [noun]",
        languages: [De],
        begins: [Cardinal, Scale, Fraction, GroupOf, OpenAmount, Indefinite, NumberMark],
        digits: IN_DIGITS,
        near: [UnitAdjective],
        read: unit_adjective,
        fires: [
            De "Ein [19-Jähriger](age 19 unit=year) fiel vom Rad.",
            De "Das [100-jährige](duration 100 unit=year of=Jubiläum) Jubiläum naht.",
            De "Die [17-jährige](age 17 unit=year of=Thunberg) Thunberg sprach.",
            De "Ein [2-jähriges](duration 2 unit=year of=Einführungsprogramm) Einführungsprogramm begann.",
        ],
        silent: [De "Das ganzjährige Programm steht."],
    }

    /// A number and the adjective of a unit of time in one word: an age of people, a length of time of what lasts or happens.
    pub(super) UNIT_ADJECTIVE_IN_ONE_WORD = "figure.unit-adjective-in-one-word" {
        pattern: "[approximator] (number adjective of a unit of time) [noun]",
        languages: [De],
        begins: [Cardinal],
        digits: [Letters],
        read: unit_adjective_in_one_word,
        fires: [
            De "Ein [44jähriger](age 44 unit=year of=Mann) Mann fiel vom Rad.",
            De "Ein [dreitägiges](duration 3 unit=day of=Fest) Fest begann.",
        ],
        silent: [
            De "Eine mehrtägige Reise begann.",
            De "Die Ordnung entstand nach dem Dreißigjährigen Krieg.",
        ],
    }
}

fn age(start: &Start<'_, '_>) -> Figure {
    let (amount, found) = with_unit(start, FigureKind::Duration)?;
    let behind = old(start.sentence, found.end)?;
    aged(start, amount, &found, behind, &AGE)
}

fn age_behind_cue(start: &Start<'_, '_>) -> Figure {
    let s = start.sentence;
    if let Some((amount, found)) = with_unit(start, FigureKind::Duration) {
        let (_, from) = amount::bounds(s, amount, FigureKind::Duration);
        let cued = cued(s, from) || cued(s, amount.parts.number.start);
        return if cued && may_be_age(found.unit) { aged(start, amount, &found, found.end, &AGE_CUE) } else { None };
    }
    let amount = bare(start).filter(|amount| amount.parts.written != Written::One)?;
    // "children aged 5 to 11 | vote": right behind the word no noun is counted.
    let direct = amount.from > s.start && s.is(amount.from - 1, Class::AgeCue);
    let counts = !direct && phrase::starts(s, amount.parts.number.end);
    let mut figure = (cued(s, amount.from) && !counts).then(|| years(start, amount, &AGE_CUE))?;
    figure.item.cued = true;
    Some(figure)
}

fn age_reached(start: &Start<'_, '_>) -> Figure {
    let (amount, found) = with_unit(start, FigureKind::Duration)?;
    let (bound, from) = amount::bounds(start.sentence, amount, FigureKind::Duration);
    let reached = bound == Approximation::Exact && reached(start.sentence, from, &found);
    if reached { aged(start, amount, &found, found.end, &AGE_REACHED) } else { None }
}

fn age_at(start: &Start<'_, '_>) -> Figure {
    let (amount, found) = with_unit(start, FigureKind::Duration)?;
    let from = amount.parts.number.start;
    let at = from > start.sentence.start && start.sentence.adposition(from - 1, &[Adposition::At]).is_some();
    let years = found.unit == Unit::Time("year") && amount.from == from;
    let more = start.sentence.adposition(found.end, &[Adposition::In, Adposition::Of]).is_some();
    let more = more || phrase::starts(start.sentence, found.end);
    if at && years && !more { aged(start, amount, &found, found.end, &AGE_AT) } else { None }
}

fn age_of_person(start: &Start<'_, '_>) -> Figure {
    let s = start.sentence;
    let amount = amount::at(start).filter(|amount| amount.from == amount.parts.number.start)?;
    let noun = amount.from.checked_sub(2).filter(|noun| *noun > s.start && is_one_person(s, *noun))?;
    s.adposition(noun + 1, &[Adposition::Of, Adposition::From])?;
    let indefinite = |at: usize| at >= s.start && s.is(at, Class::IndefiniteArticle);
    let described = s.is(noun - 1, Class::Adjective) && noun.checked_sub(2).is_some_and(indefinite);
    if !indefinite(noun - 1) && !described {
        return None;
    }
    let mut figure = match with_unit(start, FigureKind::Duration) {
        Some((amount, found)) if found.unit == Unit::Time("year") => {
            aged(start, amount, &found, found.end, &AGE_OF_PERSON)?
        }
        Some(_) => return None,
        None => bare(start)
            .filter(|amount| has_two_digits(s, amount) && !phrase::starts(s, amount.parts.number.end))
            .map(|amount| years(start, amount, &AGE_OF_PERSON))?,
    };
    figure.item.counts = Counts::These(noun..noun + 1);
    Some(figure)
}

fn age_of_group(start: &Start<'_, '_>) -> Figure {
    /// From which age on "over" bounds one.
    const GROWN: i16 = 10;
    let s = start.sentence;
    let (amount, found) =
        with_unit(start, FigureKind::Duration).filter(|(_, found)| found.unit == Unit::Time("year"))?;
    let noun = s.before(amount.from).filter(|_| amount.from < amount.parts.number.start)?;
    let grown = || s.digits(amount.parts.number.start).is_some_and(|years| years >= GROWN);
    let bounded = match amount.bound {
        Approximation::Under => true,
        Approximation::Over => grown(),
        _ => amount.parts.high.is_some(),
    };
    let persons = s
        .senses_of(noun, Class::Noun)
        .any(|sense| s.analysis.noun_kind(*sense) == Some(NounKind::Person) && sense.form.has(Form::PLURAL));
    if !bounded || !persons {
        return None;
    }
    let mut figure = aged(start, amount, &found, found.end, &AGE_OF_GROUP)?;
    figure.item.counts = Counts::These(noun..noun + 1);
    Some(figure)
}

fn age_first(start: &Start<'_, '_>) -> Figure {
    let s = start.sentence;
    let amount = bare(start).filter(|amount| may_be_years(s, amount))?;
    let (with, end) = (at_age(s, amount)?, amount.parts.number.end);
    let head = with == s.start || with == s.start + 1 && s.is(s.start, Class::Adverb);
    let reached = if s.profile.verb_final {
        s.is_any(end, groups::VERBAL) && s.shape(end) == Shape::Lower && !phrase::starts(s, end)
    } else {
        let next = end + usize::from(s.is_comma(end));
        is_pronoun(s, next) || s.is(next, Class::Article) && is_one_person(s, next + 1)
    };
    (head && reached).then(|| years(start, amount, &AGE_FIRST))
}

fn age_last(start: &Start<'_, '_>) -> Figure {
    /// So many tokens before the number a clause's subject may stand.
    const FAR: usize = 8;
    let s = start.sentence;
    let amount = bare(start).filter(|amount| may_be_years(s, amount) && !start.scored)?;
    let (with, end) = (at_age(s, amount)?, amount.parts.number.end);
    let first = s.start.max(with.saturating_sub(FAR));
    let clause = (first..with).rev().find(|&at| s.kind(at) != TokenKind::Word).map_or(first, |mark| mark + 1);
    let person =
        |at: usize| is_pronoun(s, at) || s.is(at, Class::GivenName) && s.is_capital(at) && s.is_capital(at + 1);
    // "The singer died on Sunday at 85"
    let dies = |at: usize| s.senses_of(at, Class::Verb).any(|sense| s.analysis.means(*sense, &["die"]));
    let dead = |at: usize| is_one_person(s, at) && (at + 1..with).any(dies);
    let subject = (clause..with).find(|&at| person(at) || dead(at))?;
    let verb = |at: usize| s.is_any(at, groups::VERBAL);
    let told = (subject + 1..with).any(verb) || s.profile.verb_final && subject > clause && verb(subject - 1);
    // "siegte mit 17 zu 12", "finished at 17 under par", "fuhr mit 92 statt 50 km/h"
    const SCORE: [Adposition; 3] = [Adposition::To, Adposition::Under, Adposition::Over];
    let goes_on = s
        .adposition(end, &SCORE)
        .is_some_and(|next| s.kind(next) == TokenKind::Number || next == end + 1 && !s.profile.verb_final)
        || s.adposition(end, &[Adposition::Instead]).is_some();
    let closes = s.kind(end) == TokenKind::Terminal
        || s.is_comma(end)
        || s.is_any(end, groups::LINK.with(groups::VERBAL).or(&[Class::Subordinator]));
    (told && closes && !goes_on && !phrase::starts(s, end)).then(|| years(start, amount, &AGE_LAST))
}

/// The preposition of the age at which somebody did something, right before an amount.
fn at_age(s: &Sentence<'_, '_>, amount: &Amount) -> Option<usize> {
    let at = if s.profile.verb_final { Adposition::With } else { Adposition::At };
    let with = amount.from.checked_sub(1).filter(|with| *with >= s.start)?;
    s.adposition(with, &[at]).map(|_| with)
}

/// Whether an amount may be a person's years: two digits, or a word that is no hour behind "at".
fn may_be_years(s: &Sentence<'_, '_>, amount: &Amount) -> bool {
    const LAST_HOUR: u32 = 12;
    let youngest = Decimal::from(if s.profile.verb_final { 5 } else { LAST_HOUR + 1 });
    let words = amount.bound == Approximation::Exact
        && amount.parts.written == Written::Words
        && amount.parts.value.is_some_and(|years| youngest <= years && years < Decimal::from(100u32));
    words || has_two_digits(s, amount) && amount.parts.value.is_some_and(|years| years >= youngest)
}

/// Whether an amount is two digits that may be an age.
fn has_two_digits(s: &Sentence<'_, '_>, amount: &Amount) -> bool {
    let number = &amount.parts.number;
    amount.bound == Approximation::Exact
        && number.len() == 1
        && s.word(number.start).len() == 2
        && s.digits(number.start).is_some_and(|years| years >= 10)
}

/// Whether a noun names one person by what he or she is.
fn is_one_person(s: &Sentence<'_, '_>, at: usize) -> bool {
    s.sense(at, Class::Noun)
        .is_some_and(|sense| s.analysis.noun_kind(sense) == Some(NounKind::Person) && sense.form.has(Form::SINGULAR))
}

fn age_of_name(start: &Start<'_, '_>) -> Figure {
    let amount = bare(start)?;
    let name = behind_name(start.sentence, amount.parts.number.start, amount.parts.number.end)?;
    let mut figure = years(start, amount, &AGE_OF_NAME);
    figure.item.counts = Counts::These(name);
    Some(figure)
}

fn age_of_pronoun(start: &Start<'_, '_>) -> Figure {
    let amount = bare(start)?;
    let parts = &amount.parts;
    let said = parts.written != Written::One
        && amount.bound == Approximation::Exact
        && said_of(start.sentence, parts.number.start, parts.number.end, parts.value);
    said.then(|| years(start, amount, &AGE_OF_PRONOUN))
}

fn unit_adjective(start: &Start<'_, '_>) -> Figure {
    let amount = amount::at(start)
        .filter(|amount| matches!(amount.follows, Follows::Adjective) && amount.parts.written != Written::One)?;
    let found = unit::adjective(start.sentence, amount.parts.number.end)?;
    with_adjective(start, amount, &found, &UNIT_ADJECTIVE)
}

fn unit_adjective_in_one_word(start: &Start<'_, '_>) -> Figure {
    let s = start.sentence;
    let (amount, rest) = start.front()?;
    let unit = s.analysis.lookup(s.number, rest, Class::UnitAdjective)?;
    // "der Dreißigjährige Krieg": with a capital before a noun it is part of a name.
    let next = start.at + 1;
    if s.is_capital(start.at) && start.at > s.start && s.is(next, Class::Noun) && !s.is_any(next, groups::PERSON) {
        return None;
    }
    with_adjective(start, amount, &unit::adjective_of(unit, start.at + 1)?, &UNIT_ADJECTIVE_IN_ONE_WORD)
}

fn with_adjective(start: &Start<'_, '_>, amount: &Amount, found: &Found, rule: &'static Rule) -> Figure {
    let kind = kind_of_adjective(start.sentence, found.unit, found.end);
    let parts = amount.parts.convert(found)?;
    Some(build(start.sentence, amount.from, found.end, amount.bound, &parts, kind, found.unit, rule))
}

/// An age with its unit.
fn aged(start: &Start<'_, '_>, amount: &Amount, found: &Found, end: usize, rule: &'static Rule) -> Figure {
    let (bound, from) = amount::bounds(start.sentence, amount, FigureKind::Duration);
    let parts = amount.parts.convert(found)?;
    let end = smaller::behind(start.sentence, found).filter(|_| end == found.end).map_or(end, |more| more.end);
    Some(build(start.sentence, from, end, bound, &parts, FigureKind::Age, found.unit, rule))
}

/// An age in years that leaves its unit out.
fn years(start: &Start<'_, '_>, amount: &Amount, rule: &'static Rule) -> Candidate<Reading> {
    let (from, end) = (amount.from, amount.parts.number.end);
    build(start.sentence, from, end, amount.bound, &amount.parts, FigureKind::Age, Unit::Time("year"), rule)
}

/// Whether the adjective of a unit says an age or a length, from the noun behind it: "15-jährige Stute" is an age,
/// "100-jähriges Bestehen" and "dreitägiges Fest" are durations.
fn kind_of_adjective(s: &Sentence<'_, '_>, unit: Unit, end: usize) -> FigureKind {
    let years = unit == Unit::Time("year");
    let nominal = end > s.start && s.has_noun_capital(end - 1);
    let Some(phrase) = phrase::bare(s, end, false).filter(|_| !nominal) else {
        return if years { FigureKind::Age } else { FigureKind::Duration };
    };
    match phrase.sense.map(|sense| s.analysis.noun_kind(sense)) {
        Some(Some(NounKind::Person)) => FigureKind::Age,
        // The end of an unknown word ("Thunberg") says little, unless it lasts or happens.
        Some(Some(NounKind::Event | NounKind::Measure)) => FigureKind::Duration,
        Some(_) if years && phrase.sense.is_some_and(|sense| sense.form.has(Form::COMPOUND)) => {
            // "ein zweijähriges Einführungsprogramm": a word of the language is the thing that it ends in.
            let family = is_family(&s.word(phrase.head).to_lowercase());
            if !family && s.analysis.known(phrase.head).is_some() { FigureKind::Duration } else { FigureKind::Age }
        }
        Some(_) => FigureKind::Duration,
        None if !years => FigureKind::Duration,
        None if s.is(phrase.head, Class::Verb) => FigureKind::Duration,
        None => FigureKind::Age,
    }
}

/// The token behind "alt", "old", "-old", "of age".
fn old(s: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    let word = if s.is_joint(at) { at + 1 } else { at };
    s.senses_of(word, Class::Direction)
        .find(|sense| Direction::from_value(sense.value) == Some(Direction::Old))
        .map(|sense| sense.end(word))
}

/// "im Alter von", "aged", "at the age of" before a figure's first token.
fn cued(s: &Sentence<'_, '_>, at: usize) -> bool {
    // "im Alter von | nur | 42 Jahren"
    let only =
        |at: &usize| s.is_any(*at, ClassSet::of(&[Class::Adverb, Class::Approx])) && !s.is(*at, Class::Adposition);
    let about = (at.saturating_sub(2)..at).rev().take_while(only).count();
    let Some(last) = (at - about).checked_sub(1) else {
        return false;
    };
    let skip = s.adposition(last, &[Adposition::Of, Adposition::Between, Adposition::From]).is_some();
    let cue = if skip { last.checked_sub(1) } else { Some(last) };
    cue.is_some_and(|cue| s.is(cue, Class::AgeCue)) || s.is(last, Class::AgeCue)
}

/// "mit 104 Jahren gestorben": years after "with", without anything that lasts so long behind them.
fn reached(s: &Sentence<'_, '_>, at: usize, found: &Found) -> bool {
    found.unit == Unit::Time("year")
        && at > s.start
        && s.adposition(at - 1, &[Adposition::With]).is_some()
        && !phrase::starts(s, found.end)
        && s.adposition(found.end, &[Adposition::Of]).is_none()
}

/// A number in brackets or commas behind a name: "Lou Williams (33)", "Anna Weber, 45, sagte". Gives the name.
fn behind_name(s: &Sentence<'_, '_>, start: usize, end: usize) -> Option<Range<usize>> {
    const YOUNGEST: u32 = 3;
    const OLDEST: u32 = 115;
    let open = start.checked_sub(1).filter(|open| *open > s.start)?;
    if !matches!(s.kind(open), TokenKind::Open | TokenKind::Separator) {
        return None;
    }
    let years: u32 = s.word(start).parse().ok()?;
    let bracketed = s.kind(open) == TokenKind::Open && s.kind(end) == TokenKind::Close;
    let commas = s.word(open) == "," && (s.word(end) == "," || s.kind(end) == TokenKind::Terminal);
    if end != start + 1 || !(YOUNGEST..=OLDEST).contains(&years) || !(bracketed || commas) {
        return None;
    }
    let mut from = open;
    // "Elizabeth II. (89)"
    let roman = |at: usize| s.kind(at) == TokenKind::Ordinal && s.word(at).starts_with(char::is_alphabetic);
    let named = |at: usize| s.is_capital(at) || at + 1 == open && roman(at);
    while from > s.start && open - from < 4 && named(from - 1) && !s.is(from - 1, Class::Article) {
        from -= 1;
    }
    let words = open - from;
    // One word alone is a name only where nothing else has a capital, or where the dictionaries know it.
    let unknown = |at: usize| s.classes(at) == ClassSet::default();
    let known = (from..open).any(|at| {
        s.is(at, Class::GivenName) || s.is(at, Class::Surname) || commas && unknown(at) && s.has_name_capital(at)
    });
    // "der Angeklagte (45)", "the driver, 56, fled"
    let person = (bracketed || s.is_comma(end)) && is_one_person(s, open - 1);
    if person && words <= 1 {
        return Some(open - 1..open);
    }
    if let Some(person) = described_person(s, open).filter(|_| s.is_comma(end)) {
        return Some(person..person + 1);
    }
    const NOBODY: ClassSet = ClassSet::of(&[Class::Month, Class::Place, Class::Organisation]);
    const FIRM: ClassSet = groups::HEAD.or(&[Class::LegalForm, Class::Organisation]);
    // "John Houston": a town's name behind a given name is a person's.
    let nobody = s.is_any(open - 1, NOBODY) && !(words >= 2 && s.is(from, Class::GivenName));
    let other = nobody || (from..open).any(|at| s.is_any(at, FIRM) && !s.is(at, Class::Surname));
    ((words >= 2 || words == 1 && known) && !other).then_some(from..open)
}

/// "the driver of the car | , 56,", "der Fahrer des Wagens | , 56,": the person whom a thing behind describes.
fn described_person(s: &Sentence<'_, '_>, end: usize) -> Option<usize> {
    /// The article and an adjective stand before the thing.
    const MOST: usize = 3;
    let thing = end.checked_sub(1).filter(|thing| s.is(*thing, Class::Noun))?;
    for at in (s.start + 1..thing).rev().take(MOST) {
        if s.adposition(at, &[Adposition::Of]).is_some() || s.profile.genitive_case && is_possessor(s.analysis, at) {
            return Some(at - 1).filter(|person| is_one_person(s, *person));
        }
        if !s.is_any(at, groups::DETERMINER.or(&[Class::Adjective])) {
            return None;
        }
    }
    None
}

/// "when she was 14.", "er ist 45", "als sie 19 war": a bare number said of a person by a pronoun.
fn said_of(s: &Sentence<'_, '_>, start: usize, end: usize, value: Option<Decimal>) -> bool {
    const OLDEST: u32 = 115;
    let years = || value.is_some_and(|years| years >= Decimal::from(2u32) && years <= Decimal::from(OLDEST));
    let person = |at: usize| is_pronoun(s, at);
    let be = |at: usize| {
        s.sense(at, Class::Auxiliary).is_some_and(|sense| {
            sense.value == Auxiliary::Be as u32
                && sense.form.has(Form::SINGULAR)
                && sense.form.has_any(Form::PAST.and(Form::PRESENT))
        })
    };
    let Some(last) = start.checked_sub(1).filter(|last| *last > s.start || person(*last)) else {
        return false;
    };
    // "she will be 41"
    let will = last > s.start + 1
        && s.is(last - 1, Class::Modal)
        && s.analysis.is_auxiliary(last, Auxiliary::Be)
        && s.form(last, Class::Auxiliary).has(Form::INFINITIVE);
    let dated = s.is(end, Class::Deictic) && s.is_any(end + 1, groups::TIME);
    if !will && !be(last) && !person(last) || !years() || phrase::starts(s, end) && !be(end) && !dated {
        return false;
    }
    let closes = matches!(s.kind(end), TokenKind::Terminal | TokenKind::Separator | TokenKind::Quote)
        || s.is_any(end, groups::OPENER.or(&[Class::Coordinator]))
        || dated;
    // "The accused was 15 at the time of the killing."
    let then = s.digits(start).is_some_and(|years| years >= 10)
        && (s.adposition(end, &[Adposition::At]).is_some_and(|next| s.is(next, Class::Article))
            || s.is(end, Class::Subordinator));
    // "the winger, who is 34 at the end of May"
    let whom = |subject: usize| {
        s.is(subject, Class::RelativePronoun)
            && subject > s.start + 1
            && s.is_comma(subject - 1)
            && (is_one_person(s, subject - 2) || s.is_any(subject - 2, groups::PERSON))
    };
    let told = |subject: usize| {
        person(subject) && (closes || then)
            || is_one_person(s, subject) && then
            || whom(subject)
                && (closes || s.adposition(end, &[Adposition::At, Adposition::In, Adposition::On]).is_some())
    };
    will && told(last - 2)
        || be(last) && last > s.start && told(last - 1)
        || person(last) && s.profile.verb_final && be(end)
}

/// Whether a pronoun of one person stands at a token.
fn is_pronoun(s: &Sentence<'_, '_>, at: usize) -> bool {
    use crate::lexicon::class::Pronoun as P;
    let pronoun = s.value(at, Class::Pronoun).and_then(|(pronoun, _)| P::from_value(pronoun));
    matches!(pronoun, Some(P::He | P::She | P::SheThey | P::HeIt | P::I))
}

/// Whether the unit of a length of time is an age's.
fn may_be_age(unit: Unit) -> bool {
    matches!(unit, Unit::Time("year" | "month" | "week" | "day"))
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn ages_and_lengths() {
        assert_eq!(de("Ein 19-Jähriger fiel."), ["19-Jähriger|Age|19|year|Exact|-"]);
        assert_eq!(de("Das 100-jährige Jubiläum naht."), ["100-jährige|Duration|100|year|Exact|Jubiläum"]);
        assert_eq!(en("The 30-year-old driver fled."), ["30-year-old|Age|30|year|Exact|driver"]);
        assert_eq!(en("Jane Doe (33) sings."), ["33|Age|33|year|Exact|Jane Doe"]);
        assert_eq!(en("It began when she was 14."), ["14|Age|14|year|Exact|-"]);
        assert_eq!(de("Das war, als er 19 war."), ["19|Age|19|year|Exact|-"]);
        assert_eq!(de("Sie waren 12."), ["12|Count|12|-|Exact|-"]);
        // No name stands before these brackets.
        assert!(en("(33) sings.").iter().all(|figure| !figure.contains("Age")));
        assert!(de("Die Jahre vergehen.").is_empty());
        assert!(en("The year was old.").is_empty());
    }
}
