//! What a figure counts or measures.

use super::before::{behind_colon, by_number, moved, number_of, of_noun, stated};
use super::measured::measured;
use super::noun::{self, behind_brackets};
use super::{Counts, Reading, lemma, unit};
use crate::answer::{Counted, FigureKind};
use crate::lexicon::class::{Adposition, Coordinator, NounKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Sentence;
use crate::reading::number::{self, Written};
use crate::reading::phrase::{self, Phrase};
use crate::rule::Candidate;
use crate::text::{Shape, TokenKind};

/// The noun that a figure counts, or of money, percent and measures what is measured.
pub(super) fn find<'t>(s: &Sentence<'_, 't>, figure: &Candidate<Reading>) -> Option<Counted<'t>> {
    let behind = match &figure.item.counts {
        Counts::Nothing => return None,
        Counts::These(tokens) => {
            let last = tokens.end.checked_sub(1)?;
            // The surname of "Robert Schneider (39)" is no noun.
            let named = tokens.len() > 1 && s.is(tokens.start, Class::GivenName);
            let sense = s.sense(last, Class::Noun).filter(|_| !named);
            let phrase = Phrase { tokens: tokens.clone(), head: last, sense };
            return lemma::counted(s, &phrase);
        }
        Counts::Behind(behind) => *behind,
    };
    let from = figure.tokens.start;
    let phrase = match figure.item.kind {
        FigureKind::Count => count(s, from, behind),
        FigureKind::Fraction => noun::after(s, behind, false).or_else(|| moved(s, from)).or_else(|| by_number(s, from)),
        FigureKind::Age => person(s, from, behind),
        FigureKind::OrdinalRank => phrase::bare(s, behind, false),
        FigureKind::Score => result(s, behind),
        FigureKind::Duration => lasting(s, from, behind),
        FigureKind::Money | FigureKind::Percent | FigureKind::Measure => measured(s, figure.item.kind, from, behind),
    }?;
    lemma::counted(s, &both(s, phrase))
}

/// "300 Schülerinnen | und Schüler", "300 Schüler | und Schülerinnen": women and men, who are counted together.
fn both(s: &Sentence<'_, '_>, phrase: Phrase) -> Phrase {
    let end = phrase.tokens.end;
    let next = s.coordinator(end, &[Coordinator::And]).filter(|_| s.profile.capital_nouns && phrase.head + 1 == end);
    let women = |noun: usize| s.profile.gender_endings.last().is_some_and(|ending| s.word(noun).ends_with(ending));
    let begins = |noun: usize| s.word(noun).chars().next();
    let pair = next.filter(|next| women(phrase.head) != women(*next) && begins(phrase.head) == begins(*next));
    match pair.and_then(|next| phrase::bare(s, next, true)).filter(|other| other.tokens == (other.head..other.head + 1))
    {
        Some(other) if women(phrase.head) => Phrase { tokens: phrase.tokens.start..other.tokens.end, ..other },
        Some(other) => Phrase { tokens: phrase.tokens.start..other.tokens.end, ..phrase },
        None => phrase,
    }
}

/// "250-Mann-Betrieb": the noun between two hyphens.
fn between_hyphens(s: &Sentence<'_, '_>, behind: usize) -> Option<Phrase> {
    let noun = behind + 1;
    let inner = s.is_joint(behind) && s.kind(noun) == TokenKind::Word && s.is_joint(noun + 1);
    inner.then(|| Phrase { tokens: noun..noun + 1, head: noun, sense: s.sense(noun, Class::Noun) })
}

/// "drei | und vier Generationen", "three | or more likely four ships", "17 | ihrer 42 Mandate", "mit 56 | zu 41 Stimmen",
/// "von 900 | auf 1200 Stellen": the noun of the number that is joined to it.
fn shared(s: &Sentence<'_, '_>, from: usize, behind: usize) -> Option<Phrase> {
    // "four, | five or six sides"
    if s.is_comma(behind) && behind > from {
        let listed = number::read(s, behind + 1).filter(|listed| {
            let small = s.kind(from) == TokenKind::Word && s.kind(behind + 1) == TokenKind::Word;
            small && s.coordinator(listed.tokens.end, &[Coordinator::And, Coordinator::Or]).is_some()
        });
        return listed.and_then(|listed| shared(s, behind + 1, listed.tokens.end));
    }
    let led = s.adposition_before(from, &[Adposition::From, Adposition::With, Adposition::By]).is_some();
    let next = s
        .coordinator(behind, &[Coordinator::And, Coordinator::Or])
        .or_else(|| s.adposition(behind, &[Adposition::To, Adposition::On]).filter(|_| led))
        .or_else(|| (s.profile.genitive_case && s.is(behind, Class::Possessive)).then_some(behind + 1))?;
    let number = number::read(s, next).filter(|number| number.written != Written::One)?;
    let noun = s.kind(number.tokens.end) == TokenKind::Word && unit::at(s, number.tokens.end).is_none();
    noun.then(|| phrase::bare(s, number.tokens.end, true))?
}

/// "a 6.1 | -magnitude quake": the scale that a hyphen joins to its number.
fn joined_scale(s: &Sentence<'_, '_>, behind: usize) -> Option<Phrase> {
    let at = behind + 1;
    let sense = s.sense(at, Class::Noun).filter(|_| s.is_joint(behind))?;
    let phrase = Phrase { tokens: at..at + 1, head: at, sense: Some(sense) };
    (s.analysis.noun_kind(sense) == Some(NounKind::Measure)).then_some(phrase)
}

/// "174 Erntehelfer", "4.840 (+60) positive Testungen", "Zahl der Toten stieg auf 37".
fn count(s: &Sentence<'_, '_>, from: usize, behind: usize) -> Option<Phrase> {
    // "a 19-strong panel": so many are in one.
    if s.is_joint(behind) && !s.profile.capital_nouns && s.is(behind + 1, Class::Adjective) {
        return None;
    }
    // "a quake of magnitude 6.1 | hit", "a 6.1 | -magnitude quake"
    let scale = |at: usize| s.analysis.is_concept(at, &["magnitude", "wind-force"]);
    let scaled = s.word(from).contains(s.profile.decimal) || s.before(from).is_some_and(scale);
    if scaled && let Some(scale) = noun::labels(s, from).or_else(|| joined_scale(s, behind)) {
        return Some(scale);
    }
    let closed = if s.kind(behind) == TokenKind::Close { behind + 1 } else { behind };
    between_hyphens(s, behind)
        .or_else(|| noun::described_by_amount(s, behind))
        .or_else(|| shared(s, from, behind))
        .or_else(|| noun::after(s, closed, true).map(|phrase| in_pieces(s, phrase)))
        .or_else(|| behind_brackets(s, behind))
        .or_else(|| of_noun(s, from))
        .or_else(|| number_of(s, from))
        .or_else(|| behind_colon(s, from))
        .or_else(|| noun::labels(s, from))
        .or_else(|| moved(s, from))
        .or_else(|| stated(s, from))
}

/// "22.105 Stück | Granaten": what is counted in pieces.
fn in_pieces(s: &Sentence<'_, '_>, phrase: Phrase) -> Phrase {
    let pieces = s.profile.capital_nouns && s.analysis.is_concept(phrase.head, &["piece"]);
    let things = if pieces && s.kind(phrase.tokens.end) == TokenKind::Word {
        phrase::bare(s, phrase.tokens.end, true)
    } else {
        None
    };
    things.unwrap_or(phrase)
}

/// The person of an age: "44jährige Autofahrerin", "18 year-old motorcyclist", "deutsche Männer im Alter zwischen …".
fn person(s: &Sentence<'_, '_>, from: usize, behind: usize) -> Option<Phrase> {
    let nominal = behind > s.start && s.has_noun_capital(behind - 1) && s.is(behind - 1, Class::UnitAdjective);
    if nominal {
        return None;
    }
    if let Some(mut phrase) = phrase::bare(s, behind, false).filter(|phrase| may_be_person(s, phrase)) {
        // "die 26-jährige Anna Weber"
        if s.is(phrase.head, Class::GivenName) && phrase.sense.is_none() {
            while phrase.tokens.len() < 4 && s.is_capital(phrase.tokens.end) {
                phrase.head = phrase.tokens.end;
                phrase.tokens.end += 1;
            }
        }
        return Some(phrase);
    }
    // "im Alter von", "aged": the noun stands before the cue.
    let mut at = from;
    let mut cued = false;
    while let Some(last) = at.checked_sub(1).filter(|last| from - last <= 4) {
        let cue = s.is(last, Class::AgeCue);
        if !cue && !s.is(last, Class::Adposition) && !s.is(last, Class::Article) {
            break;
        }
        cued |= cue;
        at = last;
    }
    if cued {
        // "The child, | aged six, was found"
        let comma = at.checked_sub(1).filter(|comma| s.is_comma(*comma) && s.kind(behind) != TokenKind::Word);
        return phrase::before(s, comma.unwrap_or(at)).filter(|phrase| {
            !s.is_any(phrase.head, groups::TIME) && !s.is_any(phrase.head, groups::NAMED) && is_person(s, phrase)
        });
    }
    // "ihre beiden Töchter (3½ und 1½ Jahre alt)"
    (1..=4).find_map(|back| {
        let open = from.checked_sub(back)?;
        (s.kind(open) == TokenKind::Open).then(|| phrase::before(s, open))?
    })
}

/// "the 16-year-old steps aside": a verb is nobody, nor is its object.
fn may_be_person(s: &Sentence<'_, '_>, phrase: &Phrase) -> bool {
    let person = |sense: Sense| s.analysis.noun_kind(sense) == Some(NounKind::Person);
    let first = phrase.tokens.start;
    // "the 25-year-old missed the match", "told police", but "the 40-year-old injured driver"
    if s.is(first, Class::Verb)
        && first < phrase.head
        && !s.is_any(first, ClassSet::of(&[Class::Adjective, Class::Noun]))
    {
        let one = |sense: Sense| person(sense) && sense.form.has(Form::SINGULAR) && !sense.form.has(Form::PLURAL);
        return s.profile.capital_nouns || phrase.sense.is_some_and(one) || s.is(phrase.head, Class::Demonym);
    }
    s.profile.capital_nouns || !s.is(phrase.head, Class::Verb) || phrase.sense.is_some_and(person)
}

/// Whether a phrase names a person, as far as the dictionaries know its head.
fn is_person(s: &Sentence<'_, '_>, phrase: &Phrase) -> bool {
    match phrase.sense {
        Some(sense) => {
            s.analysis.noun_kind(sense).is_none_or(|kind| matches!(kind, NounKind::Person | NounKind::Group))
        }
        None => !s.has_name_capital(phrase.head) || s.is_any(phrase.head, groups::PERSON),
    }
}

/// "2:0-Endstand", "einen 2:0 (0:0) -Erfolg", "the 2:0 final score".
fn result(s: &Sentence<'_, '_>, behind: usize) -> Option<Phrase> {
    let mut at = behind;
    const LONGEST: usize = 5;
    for _ in 0..3 {
        match s.kind(at) {
            TokenKind::Close => at += 1,
            TokenKind::Open if s.kind(at + 1) == TokenKind::Number => {
                let close = (at + 2..at + LONGEST).find(|&close| s.kind(close) == TokenKind::Close);
                at = close.map_or(at + 2, |close| close + 1);
            }
            _ => break,
        }
    }
    // "0:6 (0:2) Serravalle": a name is no result.
    phrase::bare(s, at, false).filter(|phrase| phrase.sense.is_some() || s.kind(at) == TokenKind::Hyphen)
}

/// "zehn Jahre Haft", "seven year contract", "ten years in prison", "four days of mourning", "a delay of half a year".
fn lasting(s: &Sentence<'_, '_>, from: usize, behind: usize) -> Option<Phrase> {
    if let Some(phrase) = noun::described(s, from, behind) {
        return Some(phrase);
    }
    // "10 Sekunden | lange Aufnahmen"
    let adjective =
        s.is(behind, Class::Adjective) && !s.is(behind, Class::Direction) && s.shape(behind) == Shape::Lower;
    if s.profile.capital_nouns && adjective && (s.profile.adjective_like)(s.word(behind)) {
        let noun = noun::behind_dimension(s, FigureKind::Duration, behind);
        return phrase::bare(s, noun, false).filter(|phrase| may_last(s, phrase));
    }
    let known = |phrase: &Phrase| phrase.sense.is_some() || s.has_noun_capital(phrase.head);
    if let Some(phrase) = phrase::bare(s, behind, false).filter(|phrase| phrase.tokens.start == behind && known(phrase))
    {
        // "held for 33 months plans to sue"
        let form = |class| s.form(phrase.head, class);
        let verb = form(Class::Verb).has(Form::PRESENT) && form(Class::Noun).is_only_plural();
        let units = behind > from && s.form(behind - 1, Class::TimeUnit).is_only_plural();
        if verb && units && !s.profile.capital_nouns {
            return None;
        }
        let close = s.is_capital(behind)
            || !s.profile.capital_nouns
            || s.kind(behind) == TokenKind::Hyphen
            || attributive_unit(s, behind);
        if close {
            return Some(phrase);
        }
    }
    let thing = |phrase: &Phrase| may_last(s, phrase) && !s.has_name_capital(phrase.head);
    if !s.profile.capital_nouns && s.adposition(behind, &[Adposition::Of]).is_some() {
        let of = s.adposition(behind, &[Adposition::Of]).unwrap_or(behind);
        return noun::after(s, behind, false).or_else(|| phrase::verb_as_noun(s, of)).filter(thing);
    }
    if let Some(next) = s.adposition(behind, &[Adposition::In, Adposition::Under, Adposition::Of])
        && s.is(next, Class::Noun)
    {
        return phrase::bare(s, next, false).filter(thing);
    }
    of_noun(s, from)
}

/// Persons and units of time do not last so long: "die fünf Jahre jüngere Schwester".
fn may_last(s: &Sentence<'_, '_>, phrase: &Phrase) -> bool {
    let person = phrase.sense.is_some_and(|sense| s.analysis.noun_kind(sense) == Some(NounKind::Person));
    !person && !s.is_any(phrase.head, groups::PERSON.or(&[Class::Demonym, Class::TimeUnit]))
}

/// "100-jähriges", "dreitägiges": the unit is an adjective of what follows.
fn attributive_unit(s: &Sentence<'_, '_>, behind: usize) -> bool {
    behind > s.start && (s.is(behind - 1, Class::UnitAdjective) || s.shape(behind - 1) == Shape::Lower)
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn what_is_counted_stands_behind_or_before() {
        assert_eq!(de("Die Zahl der Toten stieg auf 37."), ["37|Count|37|-|Exact|Toten"]);
        assert_eq!(de("Der Umsatz von 3 Euro fiel."), ["3 Euro|Money|3|EUR|Exact|Umsatz"]);
        assert_eq!(en("A fine of 30 euros followed."), ["30 euros|Money|30|EUR|Exact|fine"]);
        assert_eq!(en("The number of cases rose to 60,000 this year."), ["60,000|Count|60000|-|Exact|cases"]);
        assert_eq!(en("He faces ten years in prison."), ["ten years|Duration|10|year|Exact|prison"]);
    }
}
