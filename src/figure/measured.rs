//! What money, percentages and physical measures measure.

use super::before::{bracketed, by_number, carried, changed, moved, of_noun, rose, subject, with_noun};
use super::noun;
use crate::answer::FigureKind;
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Direction, NounKind, UnitKind};
use crate::lexicon::groups;
use crate::reading::Sentence;
use crate::reading::phrase::{self, Phrase};
use crate::text::{Shape, TokenKind};

/// What money, percent and measures measure.
pub(super) fn measured(s: &Sentence<'_, '_>, kind: FigureKind, from: usize, behind: usize) -> Option<Phrase> {
    // "5 Prozent mehr Autos"
    if phrase::comparative(s.analysis, behind, false).is_some()
        && let Some(phrase) = phrase::bare(s, behind + 1, false)
    {
        return Some(phrase);
    }
    // "100 Millionen Euro vom Staat" says where it comes from.
    let source = kind == FigureKind::Money && s.adposition(behind, &[Adposition::From]).is_some();
    // "40 percent of workers"; "40 Prozent der Befragten", "eines Jahrgangs", "ihres Wertes"
    let told = s.is(behind, Class::Article) && !s.is(behind, Class::IndefiniteArticle)
        || s.profile.genitive_case
            && (phrase::is_possessor(s.analysis, behind)
                || s.is(behind, Class::Possessive)
                || phrase::is_bare_possessor(s.analysis, behind));
    let genitive = s.adposition(behind, &[Adposition::Of]).is_some() && !source || kind == FigureKind::Percent && told;
    // "a 7bn rupee ($85m; £67m) claim"
    let contact = kind == FigureKind::Money && begins_contact_clause(s, from, behind);
    if let Some(phrase) = noun::described(s, from, noun::past_brackets(s, behind)).filter(|_| !contact) {
        return Some(phrase);
    }
    // "15 Kilometer von der Front", "vor dem Ziel": how far away something is.
    let away = [Adposition::From, Adposition::Near, Adposition::Before, Adposition::Behind];
    let from_there = s.adposition(behind, &away).is_some_and(|next| s.kind(next) != TokenKind::Terminal);
    if kind == FigureKind::Measure && from_there && is_length(s, from, behind) {
        return None;
    }
    // "the sale for $7 billion of four ships": what is counted there has a figure of its own.
    let other = kind == FigureKind::Money
        && s.adposition(behind, &[Adposition::Of])
            .is_some_and(|next| s.kind(next) == TokenKind::Number || s.is(next, Class::Cardinal));
    // "40 Prozent aller | Befragten"
    let all = s.is(behind, Class::Quantifier) && phrase::is_bare_possessor(s.analysis, behind);
    if genitive
        && !other
        && let Some(phrase) = noun::after(s, behind + usize::from(all), false)
        && !s.is_any(phrase.head, groups::TIME)
    {
        return Some(phrase);
    }
    if let Some(phrase) = in_attribute(s, from, behind) {
        return Some(phrase);
    }
    if let Some(phrase) = of_noun(s, from) {
        // "a total of $3 billion", "eine Summe von 5000 Euro" say nothing of the thing.
        let sum = kind == FigureKind::Money
            && phrase.sense.is_some_and(|sense| s.analysis.noun_kind(sense) == Some(NounKind::Quantity));
        return if sum { carried(s, &phrase).or_else(|| subject(s, phrase.tokens.start)) } else { Some(phrase) };
    }
    if let Some(phrase) = with_noun(s, kind, from) {
        return Some(phrase);
    }
    if let Some(phrase) = attributed(s, kind, noun::past_brackets(s, behind)).filter(|_| !contact) {
        return Some(phrase);
    }
    if let Some(phrase) = trended(s, from) {
        return Some(phrase);
    }
    // "zu 100 Prozent verhindern": how much of it is done.
    let degree = s.profile.genitive_case && s.adposition_before(from, &[Adposition::To]).is_some();
    if kind == FigureKind::Percent && degree {
        return None;
    }
    // "rose to 57.85 francs in early trading"
    let moved_to = from > s.start && s.adposition(from - 1, &[Adposition::To, Adposition::At]).is_some();
    purpose(s, kind, behind)
        .filter(|_| !moved_to)
        .or_else(|| changed(s, from))
        .or_else(|| subject(s, from))
        .or_else(|| by_number(s, from))
        .or_else(|| moved(s, from))
        .or_else(|| rose(s, from))
        .or_else(|| bracketed(s, from, behind))
}

/// "das mit | 50.000 Dollar | dotierte Turnier", "der um | 3 Prozent | gestiegene Umsatz": the noun whose attribute an amount
/// belongs to.
fn in_attribute(s: &Sentence<'_, '_>, from: usize, behind: usize) -> Option<Phrase> {
    let led = s.before(from).filter(|at| s.is(*at, Class::Adposition))?;
    s.before(led).filter(|at| s.is_any(*at, groups::DETERMINER))?;
    let declined = s.shape(behind) == Shape::Lower && (s.profile.adjective_like)(s.word(behind));
    let attribute = s.profile.genitive_case && declined && !s.is_any(behind, groups::CLOSED);
    if attribute { phrase::bare(s, behind + 1, false) } else { None }
}

/// "the $5m | analysts had expected": behind a definite amount several persons with a verb are the subject of a clause that no
/// pronoun opens.
fn begins_contact_clause(s: &Sentence<'_, '_>, from: usize, behind: usize) -> bool {
    let definite = from > s.start && s.is(from - 1, Class::Article) && !s.is(from - 1, Class::IndefiniteArticle);
    let persons = |phrase: &Phrase| {
        let person = |sense| s.analysis.noun_kind(sense) == Some(NounKind::Person);
        phrase.sense.is_some_and(person) && phrase.sense.is_some_and(|sense| sense.form.is_only_plural())
    };
    let acts = |at: usize| s.is_any(at, groups::AUXILIARY) || phrase::past(s, at);
    definite
        && !s.profile.capital_nouns
        && phrase::bare(s, behind, false).is_some_and(|phrase| persons(&phrase) && acts(phrase.tokens.end))
}

/// Whether a unit of length ends right before a token.
fn is_length(s: &Sentence<'_, '_>, from: usize, behind: usize) -> bool {
    let unit = s.sense_before(behind, Class::MeasureUnit, from);
    unit.is_some_and(|(sense, _)| s.analysis.unit_kind(sense) == Some(UnitKind::Length))
}

/// "shares up | 4.5%", "with sales down by | 3%": what went that way, right before the adverb.
fn trended(s: &Sentence<'_, '_>, from: usize) -> Option<Phrase> {
    let by = s.adposition_before(from, &[Adposition::By]).filter(|by| by + 1 == from);
    let trend = by.unwrap_or(from).checked_sub(1).filter(|trend| *trend > s.start && s.is(*trend, Class::Trend))?;
    // "sent Altria shares up", but "share prices climb up"
    let noun = |phrase: &Phrase| {
        phrase.tokens.start < phrase.head || phrase.head.checked_sub(1).is_some_and(|before| s.is_capital(before))
    };
    phrase::before(s, trend)
        .filter(|phrase| phrase.sense.is_some() && (noun(phrase) || !s.is(phrase.head, Class::Verb)))
}

/// What money goes into or is given as: "20 Milliarden Euro in den Ausbau", "$5 million in damages", "5 Euro als Hilfe".
fn purpose(s: &Sentence<'_, '_>, kind: FigureKind, behind: usize) -> Option<Phrase> {
    if kind != FigureKind::Money {
        return None;
    }
    // "$5 million in total"
    if s.senses_of(behind, Class::Adverb).any(|sense| sense.length > 1) {
        return None;
    }
    // "75 Millionen Euro an Hilfe"
    let amount = s.adposition(behind, &[Adposition::On]).filter(|next| s.has_noun_capital(*next));
    let next = s.adposition(behind, &[Adposition::In, Adposition::Into, Adposition::As]).or(amount)?;
    let noun = if s.is(next, Class::Article) { next + 1 } else { next };
    // "in the same period of 2014"
    if s.is(noun, Class::Deictic) {
        return None;
    }
    let phrase = phrase::bare(s, noun, false).or_else(|| phrase::verb_as_noun(s, noun))?;
    let place = s.is_any(phrase.head, groups::PLACE.with(groups::TIME));
    // "in the Far East": where nouns have no capitals, a capital is a name's.
    let place = place || s.has_name_capital(phrase.head);
    let known = phrase.sense.is_some() || s.has_noun_capital(phrase.head) || s.is(phrase.head, Class::Verb);
    // "75 Millionen Euro an Kunden": whom it is given.
    let given =
        amount.is_some() && phrase.sense.is_some_and(|sense| s.analysis.noun_kind(sense) == Some(NounKind::Person));
    (!place && !given && (known || noun > next)).then_some(phrase)
}

/// A noun right behind the unit: "sechs Gigawatt Strom", "11.000-Euro-Uhr", "109 Kilometer langen Abschnitt".
fn attributed(s: &Sentence<'_, '_>, kind: FigureKind, behind: usize) -> Option<Phrase> {
    // "$2bn to exit" goes on with another direction.
    let long = |at: usize| s.senses_of(at, Class::Direction).any(|sense| sense.value == Direction::Long as u32);
    let from = if long(behind) { behind + 1 } else { noun::behind_dimension(s, kind, behind) };
    let phrase = phrase::bare(s, from, false)?;
    // "the poorest 20% | pay more"
    if s.is(phrase.head, Class::Verb) && s.is(phrase.tokens.end, Class::Comparative) && !s.profile.capital_nouns {
        return None;
    }
    let close = if s.profile.capital_nouns {
        phrase.head == behind || s.kind(behind) == TokenKind::Hyphen || long(behind) || s.is(behind, Class::Adjective)
    } else {
        phrase.sense.is_some()
    };
    close.then_some(phrase)
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn a_measure_has_its_noun_behind_or_before() {
        assert_eq!(de("Die Zahl der Einbrüche sank um 5 Prozent."), ["5 Prozent|Percent|5|%|Exact|Einbrüche"]);
        assert_eq!(de("Er bekam 100 Millionen Euro vom Staat."), ["100 Millionen Euro|Money|100000000|EUR|Exact|-"]);
        assert_eq!(en("Turnout was 67 percent."), ["67 percent|Percent|67|%|Exact|Turnout"]);
        assert_eq!(en("Norway's share fell to 21 percent."), ["21 percent|Percent|21|%|Exact|share"]);
        assert_eq!(en("Prices fell to $39 in the Far East."), ["$39|Money|39|USD|Exact|Prices"]);
    }
}
