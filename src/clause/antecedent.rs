//! What a relative pronoun stands for.
#![allow(clippy::indexing_slicing, reason = "there is a sign for every token of the text")]

use std::ops::Range;

use super::agreement::agrees;
use super::constituent::skipped;
use super::thing::is_proper_name;
use super::{Clause, ClauseKind, Subject, VerbGroup, View};
use crate::lang::Noun;
use crate::lexicon::class::{Adposition, NounKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::reading::phrase::{is_preposition, phrase_ending};
use crate::reading::verb::Finite;
use crate::text::{Shape, TokenKind};

/// How many phrases are looked at: "the head of the board of the firm, who".
const PHRASES: usize = 3;

/// The noun phrase that a relative pronoun stands for, where that is the subject: the nearest before the clause that agrees
/// with pronoun and verb, of those that hang on one another ("Die Firma des Mannes, die …", "the head of the firm, who …");
/// the nearest of all where none does.
pub(super) fn find(view: View<'_, '_, '_>, clause: &Clause, before: Option<&Clause>, pronoun: usize) -> Subject {
    nearest(view, clause, before, pronoun, |phrase| is_meant(view, clause, pronoun, phrase))
}

/// The same where the pronoun is the object, with which the verb need not agree; none where no phrase has its gender, and no amount.
pub(super) fn object(view: View<'_, '_, '_>, clause: &Clause, before: Option<&Clause>, pronoun: usize) -> Subject {
    let fits = |phrase: &Range<usize>| fits(view, pronoun, phrase);
    let amount = |phrase: &Range<usize>| view.analysis.is_any(phrase.end - 1, groups::UNIT);
    nearest(view, clause, before, pronoun, fits).filter(|phrase| fits(phrase) && !amount(phrase))
}

fn nearest(
    view: View<'_, '_, '_>,
    clause: &Clause,
    before: Option<&Clause>,
    pronoun: usize,
    meant: impl Fn(&Range<usize>) -> bool,
) -> Subject {
    let analysis = view.analysis;
    let sentence = analysis.sentences.get(clause.sentence).map_or(pronoun, |sentence| sentence.tokens.start as usize);
    let limit = before.map_or(sentence, |before| before.extent().start.max(sentence));
    // "Eines ist klar: Wer kommt, …"
    let colon = |before: usize| analysis.kind(before) == TokenKind::Separator && analysis.word(before) == ":";
    if pronoun.checked_sub(1).is_some_and(colon) {
        return None;
    }
    let mut end = before_aside(analysis, limit, pronoun);
    while end > limit && !matches!(analysis.kind(end - 1), TokenKind::Word | TokenKind::Number) {
        end -= 1;
    }
    let outer = |phrase: &Range<usize>| {
        let led = phrase.start > limit && is_preposition(analysis, phrase.start - 1);
        phrase_before(view, before, limit..phrase.start - usize::from(led))
    };
    // "attacked | firms | that dump waste"
    let acts = |verb: &&VerbGroup| {
        let past = analysis.has_form(verb.finite, Class::Verb, Form::PAST);
        let attribute = verb.finite > limit && analysis.is_possessive(verb.finite - 1, limit);
        !view.profile.verb_final && !attribute && (past || view.signs[verb.finite].finite == Finite::Yes)
    };
    let verb = before.and_then(|before| before.verb.as_ref()).filter(acts);
    let behind = verb.and_then(|verb| verb.tokens.iter().map(|token| token + 1).filter(|at| *at <= end).max());
    let object = behind.and_then(|behind| phrase_before(view, before, behind.max(limit)..end));
    let nearest = object.or_else(|| phrase_before(view, before, limit..end))?;
    // "the Bank of England, which": one name.
    let named = |at: usize| analysis.kind(at) == TokenKind::Word && analysis.shape(at) != Shape::Lower;
    let of = !view.profile.capital_nouns
        && nearest.start > limit + 1
        && analysis.is_adposition(nearest.start - 1, Adposition::Of)
        && named(nearest.start)
        && named(nearest.start - 2);
    let around = if of { outer(&nearest) } else { None };
    let nearest = around.map_or(nearest.start, |around| around.start)..nearest.end;
    // "a film by Nina Hardy | that won": without a comma nothing is told of a name behind a preposition, but of what that hangs on.
    // "people like me | who smoke"
    let like = nearest.start > limit && analysis.is_adposition(nearest.start - 1, Adposition::As);
    let named = is_proper_name(analysis, &nearest) || like && analysis.is(nearest.start, Class::Pronoun);
    let restricts = !view.profile.verb_final && end == pronoun && named;
    let is_common = |head: &Range<usize>| head.len() > 1 || analysis.is_any(head.start, groups::NOUN);
    let head = outer(&nearest).filter(|head| restricts && meant(head) && is_common(head));
    let nearest = head.unwrap_or(nearest);
    let mut hanging = std::iter::successors(Some(nearest.clone()), outer).take(PHRASES);
    let agreeing = hanging.clone().filter(|phrase| meant(phrase));
    // "the head of the company, who": somebody rather than what may be many.
    let somebody = (view.profile.relative_person)(analysis.word(pronoun)) == Some(true);
    let person = || agreeing.clone().find(|phrase| somebody && is_person(analysis, phrase) == Some(true));
    // "a quartet from Ohio, who": whoever comes from a place rather than that.
    let from_place = |phrase: &Range<usize>| {
        let from = phrase.start.checked_sub(1);
        let from = from.is_some_and(|at| analysis.is_any_adposition(at, &[Adposition::From, Adposition::In]));
        somebody && from && analysis.is_any(phrase.end - 1, groups::PLACE)
    };
    // "a fire at a cafe that killed two people": what happened there rather than the place.
    const HARMS: &[&str] = &["injure", "kill"];
    let harms = || clause.verb.as_ref().is_some_and(|verb| !verb.passive && verb.means(analysis, HARMS));
    let harms = !somebody && !view.profile.verb_final && harms();
    let scene = |phrase: &Range<usize>| {
        const AT: &[Adposition] = &[Adposition::At, Adposition::In, Adposition::On, Adposition::Near];
        harms
            && phrase.start > limit
            && analysis.is_any_adposition(phrase.start - 1, AT)
            && outer(phrase).is_some_and(|outer| meant(&outer) && is_person(analysis, &outer) != Some(true))
    };
    // "the bank in Leeds, which employs": the body or thing rather than where it is.
    let site = |phrase: &Range<usize>| {
        const BODIES: &[NounKind] = &[NounKind::Group, NounKind::Thing];
        let here = phrase.start.checked_sub(1);
        let here = here.is_some_and(|at| analysis.is_any_adposition(at, &[Adposition::At, Adposition::In]));
        !view.profile.verb_final
            && here
            && analysis.is_any(phrase.end - 1, groups::PLACE)
            && outer(phrase).is_some_and(|outer| {
                let head = outer.end - 1;
                meant(&outer) && (analysis.is(head, Class::Site) || analysis.is_noun_of_any(head, BODIES))
            })
    };
    let other = || agreeing.clone().find(|phrase| !from_place(phrase) && !scene(phrase) && !site(phrase));
    person().or_else(other).or_else(|| agreeing.clone().next()).or_else(|| hanging.next())
}

/// "Bosch - a maker of tools - | which", "the EU (European Union), | which": before what is said beside, right before a token.
fn before_aside(analysis: &Analysis<'_, '_>, limit: usize, at: usize) -> usize {
    /// How many words it may have.
    const NEAR: usize = 16;
    let comma = |at: usize| analysis.word(at) == ",";
    let close = at.checked_sub(1).map(|close| if comma(close) { close.saturating_sub(1) } else { close });
    let Some(close) = close.filter(|close| *close > limit) else {
        return at;
    };
    let opens = match analysis.kind(close) {
        TokenKind::Close => TokenKind::Open,
        TokenKind::Dash if close + 1 == at => TokenKind::Dash,
        _ => return at,
    };
    let open = (limit.max(close.saturating_sub(NEAR))..close).rev().find(|open| analysis.kind(*open) == opens);
    open.unwrap_or(at)
}

/// The longest noun phrase that ends where a stretch does.
fn phrase_before(view: View<'_, '_, '_>, before: Option<&Clause>, stretch: Range<usize>) -> Subject {
    let analysis = view.analysis;
    let verb = before.and_then(|before| before.verb.as_ref());
    // "über die | Meier, der …": what opens the clause before is no article.
    let opens = |at: usize| {
        let first = before.filter(|before| before.kind == ClauseKind::Relative).map(|before| before.extent().start);
        first.is_some_and(|first| at == first + 1 && is_preposition(analysis, first))
            && analysis.is(at, Class::RelativePronoun)
            && analysis.is(at, Class::Article)
    };
    phrase_ending(analysis, stretch, |at| {
        !skipped(analysis, at)
            && !analysis.is_reflexive(at)
            && !is_preposition(analysis, at)
            && !opens(at)
            // "said | Meier, who …"
            && view.signs[at].finite < Finite::Yes
            // "will play | Meier, who …"
            && !verb.is_some_and(|verb| verb.tokens.contains(&at))
    })
}

/// Whether a phrase agrees with the pronoun in gender and kind, and with the verb in number.
pub(super) fn is_meant(view: View<'_, '_, '_>, clause: &Clause, pronoun: usize, phrase: &Range<usize>) -> bool {
    let agreeing = || clause.verb.as_ref().is_none_or(|verb| agrees(view.analysis, verb, phrase.clone()));
    fits(view, pronoun, phrase) && agreeing()
}

/// Whether a phrase agrees with the pronoun in gender and kind.
fn fits(view: View<'_, '_, '_>, pronoun: usize, phrase: &Range<usize>) -> bool {
    let analysis = view.analysis;
    let word = analysis.word(pronoun);
    let person = (view.profile.relative_person)(word);
    let kind = person.is_none_or(|wanted| is_person(analysis, phrase).is_none_or(|is| is == wanted));
    let gender = noun_of(analysis, phrase).is_none_or(|noun| (view.profile.relative_gender)(word, noun));
    kind && gender
}

/// What a phrase's determiner, or the name that it is, says of its gender.
fn noun_of<'t>(analysis: &Analysis<'_, 't>, phrase: &Range<usize>) -> Option<Noun<'t>> {
    const OTHER: ClassSet = ClassSet::of(&[Class::Noun, Class::Adjective, Class::Role]);
    let first = phrase.start;
    let before = first.checked_sub(1).filter(|before| is_preposition(analysis, *before));
    let contraction = before.filter(|before| analysis.holds_article(*before));
    if analysis.is_any(first, groups::DETERMINER) {
        let determiner = analysis.word(first);
        let hangs = || first.checked_sub(1).is_some_and(|before| analysis.is_any(before, groups::NOUN));
        // "unter den Opfern | der ehemalige Minister": the adjective tells that nothing hangs here.
        let nominative =
            (analysis.profile(analysis.sentence_of(first)).nominative)(determiner, analysis.word(first + 1));
        return Some(Noun::Behind { determiner, oblique: before.is_some() || hangs() && !nominative });
    }
    if let Some(contraction) = contraction {
        return Some(Noun::Behind { determiner: analysis.word(contraction), oblique: true });
    }
    if let Some(given) = analysis.sense(first, Class::GivenName).filter(|_| !analysis.is_any(first, OTHER)) {
        return match analysis.entry(given).id {
            "m" => Some(Noun::Man),
            "f" => Some(Noun::Woman),
            _ => None,
        };
    }
    let place = phrase.len() == 1 && analysis.is_any(first, ClassSet::of(&[Class::Place, Class::Country]));
    (place && !analysis.is_any(first, OTHER)).then_some(Noun::Place)
}

/// Whether a phrase is somebody, where a dictionary tells; a group may be either.
fn is_person(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> Option<bool> {
    let head = phrase.end - 1;
    if analysis.is_any(head, groups::PERSON.with(groups::OFFICE).or(&[Class::Demonym, Class::Pronoun])) {
        return Some(true);
    }
    let kind = analysis.sense(head, Class::Noun).and_then(|sense| analysis.noun_kind(sense));
    match kind {
        Some(NounKind::Person) => Some(true),
        Some(NounKind::Thing | NounKind::Event | NounKind::Measure) => Some(false),
        _ => None,
    }
}
