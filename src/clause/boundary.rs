//! Where one clause ends and the next begins.
#![allow(clippy::indexing_slicing, reason = "numbers of clauses are those of clauses pushed before")]

use std::ops::Range;

use super::constituent::{is_subject_pronoun, joins_nouns};
use super::segment::Segment;
use super::speaker::can_speak;
use super::{Clause, ClauseKind, Pieces, View};
use crate::lexicon::class::{Pronoun, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Analysis;
use crate::reading::phrase::{genitive, is_preposition, noun_phrase};
use crate::reading::verb::{Finite, governs_clause, is_reported};
use crate::text::{Shape, TokenKind};

/// Where the cutting of a sentence stands.
#[derive(Default)]
struct State {
    /// The main clause that a later stretch may continue, and what it has of its verb yet.
    open: Option<(usize, Verb)>,
    /// Subordinate clauses whose verb is yet to come, innermost last: "weil Bern mit 2:3 (1:3) gegen Basel verlor".
    waiting: Vec<usize>,
    /// The clause of the stretch before.
    last: Option<usize>,
    /// The open main clause has its verb behind a clause inside.
    awaits: bool,
}

impl State {
    /// Whether the open main clause has its finite verb only.
    fn awaits_verb(&self) -> bool {
        self.open.is_some_and(|(_, verb)| verb == Verb::Auxiliary)
    }
}

/// What a clause has of its verb.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verb {
    None,
    /// An auxiliary that waits for its participle.
    Auxiliary,
    Whole,
}

impl Verb {
    fn of(segment: &Segment) -> Verb {
        match segment {
            _ if segment.is_verbless() => Verb::None,
            _ if segment.waits => Verb::Auxiliary,
            _ => Verb::Whole,
        }
    }
}

/// Cuts a sentence into clauses and appends them.
///
/// First at commas, dashes, colons, brackets and quotation marks; then at conjunctions between two finite verbs. A
/// stretch without a verb joins the clause it interrupts or continues: "Die Polizei, die …, sucht" is one clause around
/// another.
pub(super) fn split(view: View<'_, '_, '_>, segments: &[Segment], sentence: usize, clauses: &mut Vec<Clause>) {
    let analysis = view.analysis;
    let first = clauses.len();
    let mut state = State::default();
    for (place, segment) in segments.iter().enumerate() {
        if segment.apart {
            state = State::default();
        }
        let parenthesis = is_parenthesis(view, &state, segment, segments.get(place + 1..).unwrap_or_default());
        let content =
            parenthesis || is_content(view, &state, segment, clauses) || goes_on_within(view, &state, segment, clauses);
        if let Some(at) = joins(view, &state, segment, first, clauses, content) {
            clauses[at].pieces.push(segment.tokens.clone());
            if !segment.aside {
                if state.waiting.last() == Some(&at) {
                    // What may be a participle only does not end the wait: "40 km von hier entfernt".
                    if segment.finite >= Finite::Yes || segment.finite == Finite::Guess {
                        state.waiting.pop();
                    }
                } else if let Some((open, verb)) = state.open.filter(|(open, _)| *open == at) {
                    let joined = if segment.is_complete() { Verb::Whole } else { Verb::of(segment) };
                    state.open = Some((open, verb.max(joined)));
                }
                state.last = Some(at);
            }
            continue;
        }
        let coordinate = coordinates(analysis, segment, state.last.map(|last| clauses[last].kind));
        let kind = match (coordinate, segment.opener) {
            (Some(kind), _) | (None, Some(kind)) => kind,
            (None, None) if segment.infinitive => ClauseKind::Infinitive,
            (None, None) => ClauseKind::Main,
        };
        let quoted = quoted_subject(view, &state, segment, clauses);
        let at = clauses.len();
        let shared = segment.is_complete() && !segment.apart && state.open.is_some();
        let inserted = segment.aside || segment.bare || content || is_inserted(view, segment) && state.awaits_verb();
        if kind == ClauseKind::Main && !inserted && !(place == 0 && is_dateline(view, segment)) {
            state.open = Some((at, if shared { Verb::Whole } else { Verb::of(segment) }));
            state.awaits = segment.awaits;
            state.waiting.clear();
        }
        let subordinate = !matches!(kind, ClauseKind::Main | ClauseKind::Infinitive);
        if subordinate && segment.finite == Finite::No {
            state.waiting.push(at);
        }
        state.last = Some(at);
        let mut pieces: Pieces = quoted.into_iter().collect();
        pieces.push(segment.tokens.clone());
        clauses.push(Clause {
            sentence,
            pieces,
            kind,
            verb: None,
            subject: None,
            object: None,
            coordinate: coordinate.is_some() || analysis.is(segment.tokens.start, Class::Coordinator),
            shared,
        });
    }
}

/// The clause that a stretch continues: one that waits for its verb, the open main clause where one of the two has no
/// verb, or for words in brackets the clause around them; none where it is `content` of its own.
fn joins(
    view: View<'_, '_, '_>,
    state: &State,
    segment: &Segment,
    first: usize,
    clauses: &[Clause],
    content: bool,
) -> Option<usize> {
    let analysis = view.analysis;
    let verbless = segment.is_verbless();
    if segment.aside {
        return state.last.filter(|_| verbless);
    }
    let waiting = state.waiting.last().copied();
    // "dass die Behörde, die tagte, den Rat …": after a relative clause an article is hardly a pronoun.
    let start = segment.tokens.start;
    let article = segment.opener == Some(ClauseKind::Relative)
        && analysis.is(start, Class::Article)
        && analysis.shape(start + 1) != Shape::Lower;
    // "wenn kein Geld für den Bau, | die Straßen oder eine Brücke da ist": another determiner tells of a list.
    let listed = || {
        let joint = noun_phrase(analysis, start, segment.tokens.end).filter(|joint| joins_nouns(analysis, *joint));
        joint.is_some_and(|joint| analysis.is_any(joint + 1, groups::DETERMINER))
    };
    if article && !verbless && waiting.is_some_and(|at| at + 1 < clauses.len() || listed()) {
        return waiting;
    }
    let whole = segment.opener.is_some() || segment.infinitive || segment.apart || segment.bare;
    if whole || clauses.len() == first {
        return None;
    }
    if waiting.is_some() && (verbless || segment.ends_in_verb) {
        return waiting;
    }
    // "wird als „…“ bezeichnet", "ist in Asien, | Afrika und Europa verbreitet": a participle behind a quotation or at the end of a
    // list belongs to the verb before it.
    let unsure = segment.finite == Finite::Perhaps && segment.finite < view.grammar.own_verb;
    // "Die Lage ist ernst, | Meier verkauft."
    let whole = || {
        let last = segment.tokens.clone().rev().find(|token| analysis.kind(*token) == TokenKind::Word);
        analysis.is(start, Class::Pronoun) || noun_phrase(analysis, start, segment.tokens.end) == last
    };
    let list = segment.ends_in_verb && state.awaits_verb() && !whole();
    let participle = unsure && (segment.after_quote || list);
    match state.open {
        Some(_) if content => None,
        Some((at, Verb::None)) => (!attributes(view, segment, &clauses[at])).then_some(at),
        // "haben sich Bern, Basel | und Genf geeinigt": a list before the participle that the auxiliary waits for.
        Some(_) if segment.awaits => None,
        Some((at, verb)) if participle || verbless && (verb == Verb::Auxiliary || !segment.is_complete()) => Some(at),
        _ => None,
    }
}

/// 'said "substantial progress" | had been made': a quotation without a verb right before one is no part of the clause
/// before, but what the verb tells of.
fn quoted_subject(
    view: View<'_, '_, '_>,
    state: &State,
    segment: &Segment,
    clauses: &mut [Clause],
) -> Option<Range<usize>> {
    let start = segment.tokens.start;
    let finite = view.signs[start].finite;
    // 'the pair "*brought* joy"', but 'the ban "*imposed* by the city"'
    let acts = || view.analysis.has_form(start, Class::Verb, Form::PAST) && !is_preposition(view.analysis, start + 1);
    let verb = finite == Finite::Yes;
    let pieces = &mut clauses.get_mut(state.last?)?.pieces;
    let last = pieces.last()?;
    let follows = segment.after_quote
        && segment.opener.is_none()
        && (verb || finite >= view.grammar.own_verb && acts())
        && !view.profile.verb_final
        && last.end + 1 == start
        && last.start >= view.start;
    let quoted = follows
        && verb
        && last.start > view.start
        && view.analysis.kind(last.start - 1) == TokenKind::Quote
        && pieces.len() > 1;
    if quoted {
        return pieces.pop();
    }
    let told = if follows { told_before_quote(view, last) } else { None }?;
    pieces.last_mut()?.end = told.start;
    Some(told)
}

/// 'said | the ban | "would cost jobs"': a noun phrase between a verb of saying and a quotation that begins with a verb.
fn told_before_quote(view: View<'_, '_, '_>, piece: &Range<usize>) -> Option<Range<usize>> {
    /// How many tokens the phrase may have.
    const LONGEST: usize = 8;
    let analysis = view.analysis;
    let says = |at: &usize| view.signs[*at].finite >= view.grammar.own_verb;
    let verb = (piece.start.max(piece.end.saturating_sub(LONGEST))..piece.end).rev().find(says)?;
    let subject = verb + 1..piece.end;
    let it = || analysis.is_pronoun(subject.start, Pronoun::It);
    let pronoun = subject.len() == 1 && (is_subject_pronoun(analysis, subject.start) || it());
    let phrase = || noun_phrase(analysis, subject.start, subject.end);
    let whole = || phrase().map(|end| genitive(analysis, end, subject.end).unwrap_or(end)) == Some(subject.end);
    // 'asked Hardy "do you know"', 'told Hardy "go home"'
    let first = piece.end + 1;
    let asks = analysis.is(first + 1, Class::Pronoun) && !analysis.is(first + 1, Class::Possessive);
    let base = analysis.has_form(first, Class::Verb, Form::INFINITIVE)
        && !analysis.has_form(first, Class::Verb, Form::PAST)
        && !analysis.is_any(first, groups::AUXILIARY);
    let told = governs_clause(analysis, verb) && !asks && !base && !is_preposition(analysis, subject.start);
    (told && !subject.is_empty() && (pronoun || whole())).then_some(subject)
}

/// "…, das vorbeizog und als Sechster startet": a second clause of the kind of the one before, without its pronoun.
fn coordinates(analysis: &Analysis<'_, '_>, segment: &Segment, before: Option<ClauseKind>) -> Option<ClauseKind> {
    let subordinate = before.filter(|kind| !matches!(kind, ClauseKind::Main | ClauseKind::Infinitive))?;
    let start = segment.tokens.start;
    // "weil er geht | und die Leitung abgibt": before its noun the article is no pronoun.
    let article = segment.opener == Some(ClauseKind::Relative)
        && analysis.is(start + 1, Class::Article)
        && analysis.kind(start + 2) == TokenKind::Word
        && analysis.shape(start + 2) != Shape::Lower;
    let own = segment.opener.is_some() && !analysis.is(start + 1, Class::Adposition) && !article;
    (analysis.is(start, Class::Coordinator) && segment.ends_in_verb && segment.finite != Finite::No && !own)
        .then_some(subordinate)
}

/// "Die Behauptung, | die Firma lüge, ärgerte …": whether a stretch tells in the mood of reported speech what the noun right
/// before it says, or what the verb right before it does within another clause.
fn is_content(view: View<'_, '_, '_>, state: &State, segment: &Segment, clauses: &[Clause]) -> bool {
    let analysis = view.analysis;
    let Range { start, end } = segment.tokens;
    // "Weber, who denied | he planned to resign, said …"
    let told = || {
        let inner = state.last.and_then(|last| clauses.get(last)).is_some_and(|last| last.kind != ClauseKind::Main);
        let own = view.signs[start].finite == Finite::No && !analysis.is(start, Class::Coordinator);
        inner && own && view.signs[start - 1].finite != Finite::No && governs_clause(analysis, start - 1)
    };
    if !view.profile.verb_final {
        return start > view.start && segment.opener.is_none() && !segment.is_verbless() && told();
    }
    let Some(noun) = start.checked_sub(2).filter(|_| view.profile.verb_final && segment.opener.is_none()) else {
        return false;
    };
    let open = state.open.filter(|(_, verb)| *verb == Verb::None).and_then(|(at, _)| clauses.get(at));
    let says = || analysis.word(start - 1) == "," && analysis.is(noun, Class::Medium);
    // "die Firma lüge", "die Firma könnte lügen"
    let reported = |at: usize| {
        let unreal = |form: Form| form.has(Form::SUBJUNCTIVE_2) && !form.has(Form::PAST);
        let mut verbs = analysis.senses(at).iter().filter(|sense| groups::VERBAL.has(sense.class));
        let told = verbs.any(|sense| is_reported(sense.form) || unreal(sense.form));
        view.signs[at].finite == Finite::Yes && told
    };
    let subject = || noun_phrase(analysis, start, end);
    open.is_some_and(|open| open.holds(noun)) && says() && subject().is_some_and(reported)
}

/// "Drivers who speed | or ignore the lights | will pay": whether a stretch goes on with a relative clause right before it, inside a clause
/// whose verb is yet to come.
fn goes_on_within(view: View<'_, '_, '_>, state: &State, segment: &Segment, clauses: &[Clause]) -> bool {
    let start = segment.tokens.start;
    let inner = state.last.and_then(|last| clauses.get(last));
    let inside = inner.is_some_and(|inner| inner.kind == ClauseKind::Relative && inner.extent().end == start);
    let open = state.awaits && state.open.is_some_and(|(_, verb)| verb == Verb::None);
    open && inside && joins_nouns(view.analysis, start) && segment.finite != Finite::No && segment.opener.is_none()
}

/// "The bank | - it has 300 branches, which are old - | will close": whether a stretch that begins with its subject is put
/// between dashes before the verb of the clause around it.
fn is_parenthesis(view: View<'_, '_, '_>, state: &State, segment: &Segment, behind: &[Segment]) -> bool {
    /// How many stretches may stand between the dashes.
    const MOST: usize = 5;
    let analysis = view.analysis;
    let start = segment.tokens.start;
    let dash = |segment: &Segment| analysis.kind(segment.tokens.start.wrapping_sub(1)) == TokenKind::Dash;
    let awaits = state.open.is_some_and(|(_, verb)| verb == Verb::None);
    if !awaits || start == view.start || !dash(segment) || segment.opener.is_some() || segment.finite != Finite::Yes {
        return false;
    }
    let end =
        if is_subject_pronoun(analysis, start) { Some(start + 1) } else { noun_phrase(analysis, start, view.end) };
    let subject = || end.is_some_and(|verb| view.signs[verb].finite == Finite::Yes && segment.tokens.contains(&verb));
    let resumes = behind.iter().take(MOST).find(|segment| dash(segment)).map(|segment| segment.tokens.start);
    resumes.is_some_and(|verb| view.signs[verb].finite >= view.grammar.own_verb) && subject()
}

/// Whether a stretch stands between two dashes.
fn is_inserted(view: View<'_, '_, '_>, segment: &Segment) -> bool {
    let Range { start, end } = segment.tokens;
    let dash = |token: usize| view.analysis.kind(token) == TokenKind::Dash;
    start > view.start && dash(start - 1) && end < view.end && dash(end)
}

/// "40 Millionen in bar und 20 in Aktien, | sagte der Sprecher": what has no verb and names nobody is what is said.
fn attributes(view: View<'_, '_, '_>, segment: &Segment, before: &Clause) -> bool {
    let analysis = view.analysis;
    let verb = segment.tokens.start;
    let says = |sense: &Sense| !sense.form.has(Form::WANTS_PREFIX) && analysis.verb_kind(*sense) == Some(VerbKind::Say);
    view.profile.verb_final
        && view.signs[verb].finite == Finite::Yes
        && analysis.senses_of(verb, Class::Verb).any(says)
        && before.pieces.iter().all(|piece| !can_speak(analysis, piece))
        && before.tokens().any(|token| analysis.kind(token) == TokenKind::Number)
}

/// "Göttingen – Am Freitag …": a place before the first clause is no part of it.
fn is_dateline(view: View<'_, '_, '_>, segment: &Segment) -> bool {
    let analysis = view.analysis;
    let tokens = &segment.tokens;
    tokens.len() <= 6
        && segment.finite == Finite::No
        && tokens.end < view.end
        && analysis.kind(tokens.end) == TokenKind::Dash
        && analysis.shape(tokens.end + 1) != Shape::Lower
        && tokens.clone().all(|token| {
            let inside = token > tokens.start && token + 1 < tokens.end;
            (analysis.shape(token) != Shape::Lower || inside && analysis.is_unknown_word(token))
                && !analysis.is_any(token, ClassSet::of(&[Class::Article, Class::Pronoun]))
        })
}
