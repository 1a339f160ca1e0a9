//! The subject of a clause.

use std::ops::Range;

use super::agreement::{agrees, is_plural};
use super::antecedent;
use super::complement::complements;
use super::constituent::{is_floated, is_time, joins_nouns, skipped, trimmed, within};
use super::negation::instead;
use super::opener::behind_part;
use super::speaker::can_speak;
use super::{Clause, ClauseKind, Subject, VerbGroup, View};
use crate::lexicon::class::{Adposition, Auxiliary, Coordinator, Pronoun, Subordinator, VerbKind};
use crate::lexicon::{Class, ClassSet, Form, Sense, groups};
use crate::reading::Analysis;
use crate::reading::phrase::{
    can_be_accusative, genitive, is_masculine, is_nominative, is_nominative_pronoun, is_oblique, is_preposition,
    noun_phrase,
};
use crate::reading::verb::{Finite, Sign, infinitive_mark, mark_before};
use crate::text::TokenKind;

/// How many bytes a subject may have: more than any that somebody writes. Many clauses may share one, and the answer has its
/// text with each.
const LONGEST: u32 = 1_000;

/// The tokens of the subject. A relative clause takes the noun phrase before it, which stands in the clause before; a clause that
/// begins with a conjunction and has no subject of its own shares that of the one before, or of an earlier one that it is
/// like.
pub(super) fn find(view: View<'_, '_, '_>, clause: &Clause, earlier: &[Clause]) -> Subject {
    let before = earlier.last();
    let own = own(view, clause, before).filter(|own| {
        let span = view.analysis.span(own.clone());
        span.end - span.start <= LONGEST && !is_object_of_shared(view, clause, before, own)
    });
    if let Some(around) = around_cue(view, clause, before).filter(|_| own.is_none()) {
        return Some(around);
    }
    let outer = || {
        let outer = around_infinitive(view, clause, earlier).or_else(|| like(view, clause, earlier));
        outer.or_else(|| of_tense(view, clause, earlier))
    };
    let goes_on = || resumed(clause, earlier).or_else(|| around_inner(view, clause, earlier));
    let shared = || outer().or_else(goes_on).or(before).and_then(|before| before.subject.clone());
    if let Some(own) = own {
        let object = || goes_on_with_object(view, clause, before, &own);
        return shared().filter(|shared| is_shared(view, clause, shared) && object()).or(Some(own));
    }
    // "Welche Firma gewinnt, | wird entschieden", "Ob die Firma gewinnt, | wird geprüft": what is asked is the subject.
    const ASKS: &[ClauseKind] =
        &[ClauseKind::Subordinate(Subordinator::How), ClauseKind::Subordinate(Subordinator::Whether)];
    let asked = !clause.coordinate && before.is_some_and(|before| ASKS.contains(&before.kind));
    // "as | was announced in May": what is told before as a whole.
    let first = clause.extent().start;
    let whole = !view.profile.verb_final
        && view.analysis.is_adposition(first, Adposition::As)
        && clause.verb.as_ref().is_some_and(|verb| verb.finite == first + 1);
    let goes_on = clause.coordinate || clause.begins_with_verb() || shares_auxiliary(view, clause, before).is_some();
    if asked || whole || !goes_on || has_front(view, clause) {
        return None;
    }
    // "The rate has risen and firms, including Bosch, | *have been* talking": nothing that the verb cannot agree with.
    let several = |shared: &Range<usize>| {
        let auxiliary = |verb: &&VerbGroup| view.analysis.is_any(verb.finite, groups::AUXILIARY);
        let verb = clause.verb.as_ref().filter(auxiliary).filter(|_| !view.profile.verb_final && !clause.shared);
        verb.is_none_or(|verb| !is_plural(view.analysis, verb) || agrees(view.analysis, verb, shared.clone()))
    };
    shared().filter(several)
}

/// "hat das Werk geschlossen, | dann *verkauft*": the auxiliary of the clause before that one without a finite verb goes on with, where verbs
/// stand last.
fn shares_auxiliary(view: View<'_, '_, '_>, clause: &Clause, before: Option<&Clause>) -> Option<usize> {
    let finite = before?.verb.as_ref()?.finite;
    let shares = view.profile.verb_final && clause.shared && clause.kind == ClauseKind::Main;
    (shares && view.analysis.is_any(finite, groups::AUXILIARY)).then_some(finite)
}

/// "hat das Werk geschlossen, | *300 Leute* entlassen", but "…, Huber das Haus verkauft", "wurden getötet, | 40 verletzt": whether the only
/// phrase of such a clause is what somebody does something to.
fn is_object_of_shared(view: View<'_, '_, '_>, clause: &Clause, before: Option<&Clause>, own: &Range<usize>) -> bool {
    let analysis = view.analysis;
    let acts = |finite: usize| analysis.is_auxiliary(finite, Auxiliary::Have) || analysis.is(finite, Class::Modal);
    let verb = clause.verb.as_ref().filter(|verb| !clause.coordinate && !verb.passive);
    let first = verb.and_then(|verb| verb.tokens.first());
    let two = || first.is_some_and(|first| noun_phrase(analysis, own.end, *first).is_some());
    first.is_some()
        && shares_auxiliary(view, clause, before).is_some_and(acts)
        && !is_nominative(analysis, own.start)
        && !two()
}

/// "Siemens, | a spokesman said, | *will* close": around a verb of saying between commas the clause goes on with the subject before it.
fn around_cue(view: View<'_, '_, '_>, clause: &Clause, before: Option<&Clause>) -> Subject {
    let analysis = view.analysis;
    let before =
        before.filter(|_| !view.profile.verb_final && !clause.coordinate && clause.kind == ClauseKind::Main)?;
    let (first, rest) = before.pieces.split_first()?;
    let cue = before.verb.as_ref().filter(|verb| verb.says(analysis) && !verb.passive)?;
    let comma = |at: usize| analysis.word(at) == ",";
    let start = clause.extent().start;
    let own = rest.last()?;
    let between = comma(own.start - 1) && comma(own.end) && own.contains(&cue.finite) && own.end + 1 == start;
    if !between || cue.end() != own.end || !clause.begins_with_verb() || is_preposition(analysis, first.start) {
        return None;
    }
    // "Hardy, the mayor, | said"
    let speaker = before.subject.as_ref().is_some_and(|subject| subject.start >= own.start);
    (view.grammar.relative_subject)(analysis, first.start, first.clone(), cue).filter(|_| speaker)
}

/// "rief mit dem Telefon, das er hatte, die Frau an und | *grüßte* sie": the clause that goes on right before a conjunction.
fn resumed<'c>(clause: &Clause, earlier: &'c [Clause]) -> Option<&'c Clause> {
    let before = clause.before().filter(|_| clause.coordinate)?;
    earlier.iter().rev().find(|other| other.kind == ClauseKind::Main && other.holds(before))
}

/// "lobte die Helfer, die der Rat eingeladen hatte, | und *versprach* Geld", "sagte, der Umsatz sei gestiegen, | und *kündigte* Stellen
/// an": with its verb right behind the conjunction the last main clause goes on, and not what hangs on that, whose verb stands last or
/// in the mood of reported speech.
fn around_inner<'c>(view: View<'_, '_, '_>, clause: &Clause, earlier: &'c [Clause]) -> Option<&'c Clause> {
    /// How many clauses may stand within it.
    const MOST: usize = 6;
    let verb = clause.verb.as_ref().filter(|_| view.profile.verb_final && !clause.shared)?;
    let verb_first = clause.coordinate
        && clause.kind == ClauseKind::Main
        && verb.finite == clause.extent().start + 1
        && view.signs[verb.finite].finite == Finite::Yes;
    let reported = |other: &Clause| other.verb.as_ref().is_some_and(|other| other.reported);
    let inner = |other: &Clause| match other.kind {
        ClauseKind::Relative | ClauseKind::Subordinate(_) => true,
        _ => reported(other) && !verb.reported,
    };
    let comma = || clause.before().is_some_and(|before| view.analysis.word(before) == ",");
    let last = earlier.last().filter(|last| verb_first && inner(last) && comma())?;
    let main = earlier.iter().rev().take(MOST).find(|other| other.kind == ClauseKind::Main && !inner(other))?;
    let subject = main.subject.as_ref().filter(|_| main.sentence == last.sentence)?;
    is_shared(view, clause, subject).then_some(main)
}

/// "asked the firm to pay and | *called* a strike": behind an infinitive the main clause goes on.
fn around_infinitive<'c>(view: View<'_, '_, '_>, clause: &Clause, earlier: &'c [Clause]) -> Option<&'c Clause> {
    let finite = clause.verb.as_ref()?.finite;
    let goes_on = clause.coordinate
        && clause.kind == ClauseKind::Main
        && earlier.last()?.kind == ClauseKind::Infinitive
        && view.signs[finite].finite == Finite::Yes
        && !view.signs[finite].is(Sign::ANY_INFINITIVE);
    earlier.iter().rev().find(|other| goes_on && other.kind == ClauseKind::Main)
}

/// "will pay if they build things that are dear and | *will* lose": behind clauses within it the main clause goes on with the
/// same auxiliary, which they have not.
fn like<'c>(view: View<'_, '_, '_>, clause: &Clause, earlier: &'c [Clause]) -> Option<&'c Clause> {
    let analysis = view.analysis;
    let auxiliary = |clause: &Clause| {
        let finite = clause.verb.as_ref()?.finite;
        analysis.is_any(finite, groups::AUXILIARY).then(|| analysis.word(finite))
    };
    let wanted = auxiliary(clause).filter(|_| clause.coordinate)?;
    let same = |other: &&Clause| auxiliary(other).is_some_and(|word| word.eq_ignore_ascii_case(wanted));
    let inner = |other: &Clause| matches!(other.kind, ClauseKind::Relative | ClauseKind::Subordinate(_));
    let last = earlier.last().filter(|last| inner(last))?;
    if same(&last) { None } else { earlier.iter().rev().find(|other| other.kind == ClauseKind::Main && same(other)) }
}

/// "sold the plant that makes cars and | *bought* a rival": behind a clause within it about a thing, of another tense, the main clause goes on
/// in its own.
fn of_tense<'c>(view: View<'_, '_, '_>, clause: &Clause, earlier: &'c [Clause]) -> Option<&'c Clause> {
    let analysis = view.analysis;
    // "has lost" goes with either.
    let tense = |clause: &Clause| {
        let finite = clause.verb.as_ref().filter(|verb| verb.modal.is_none())?.finite;
        let mut forms = analysis.senses(finite).iter().filter(|sense| groups::VERBAL.has(sense.class));
        let past = forms.any(|sense| sense.form.has(Form::PAST));
        (past || !analysis.is_auxiliary(finite, Auxiliary::Have)).then_some(past)
    };
    let last = earlier.last().filter(|last| last.kind == ClauseKind::Relative && last.verb.is_some())?;
    let pronoun = last.extent().start;
    // "a man who lives in Leeds and | won the prize"
    let somebody = (view.profile.relative_person)(analysis.word(pronoun)) == Some(true);
    let goes_on = clause.coordinate && !view.profile.verb_final && clause.before() == Some(last.extent().end - 1);
    let main = earlier.iter().rev().find(|other| other.kind == ClauseKind::Main && other.verb.is_some())?;
    let own = tense(clause);
    let other = tense(last).is_some_and(|inner| Some(inner) != own) && tense(main) == own && own.is_some();
    (goes_on && !somebody && other && main.sentence == clause.sentence).then_some(main)
}

/// "kam herein und | grüßte die Gäste": right behind the verb that goes on with another clause stands its object, unless
/// the form tells of a subject.
fn goes_on_with_object(view: View<'_, '_, '_>, clause: &Clause, before: Option<&Clause>, own: &Range<usize>) -> bool {
    let first = clause.extent().start;
    let verb_first = clause.verb.as_ref().is_some_and(|verb| verb.finite == first + 1);
    // "kam nach Bern, | musste eine Strafe zahlen"; but "kommt er, | muss die Stadt zahlen"
    let continued = || {
        let second = before.is_some_and(|before| before.kind == ClauseKind::Main && !before.begins_with_verb());
        let verb = clause.verb.as_ref().filter(|verb| second && verb.finite == first);
        verb.is_some_and(|verb| {
            let grouped = verb.head != first && view.analysis.is_any(first, groups::AUXILIARY);
            // "baute ein Werk, | schloss die Läden", "…, kündigte aber eine Prüfung an": nobody who could say it
            let thing = !can_speak(view.analysis, own);
            let but = view.analysis.is_coordinator(first + 1, Coordinator::But);
            but && thing || !verb.says(view.analysis) && (grouped || thing)
        })
    };
    // "Damals schrieb und sang Hardy Lieder": both verbs have what follows.
    let both = before.is_some_and(|before| {
        let bare = before.verb.as_ref().is_some_and(|verb| verb.tokens.len() == 1 && verb.finite + 1 == first);
        bare && (before.subject.is_none() || before.kind != ClauseKind::Main)
    });
    // "weil Weber geht und | die Leitung *abgibt*": a thing behind somebody who may do that to it.
    let inner = || {
        let subject = before.and_then(|before| before.subject.as_ref());
        clause.verb.as_ref().is_some_and(|verb| !verb.passive && does_something(view.analysis, verb))
            && subject.is_some_and(|subject| can_speak(view.analysis, subject))
            && !can_speak(view.analysis, own)
    };
    let goes_on = match clause.kind {
        ClauseKind::Main => clause.coordinate && verb_first && !both || !clause.coordinate && continued(),
        ClauseKind::Subordinate(_) | ClauseKind::Relative => {
            let and = view.analysis.is_coordinator(first, Coordinator::And);
            // "weil die Firma Gewinne macht und | Leute *einstellt*"
            let other = || {
                clause.verb.as_ref().is_some_and(|verb| !verb.passive && is_several(view, own) && is_one(view, verb))
            };
            and && !view.analysis.is(first, Class::Subordinator) && (inner() || other())
        }
        _ => false,
    };
    view.profile.verb_final
        && !clause.shared
        && goes_on
        && !is_nominative(view.analysis, own.start)
        && !is_nominative_pronoun(view.analysis, own.start)
        && can_be_accusative(view.analysis, own.start)
}

/// "Leute": a noun that is only of several, alone.
fn is_several(view: View<'_, '_, '_>, phrase: &Range<usize>) -> bool {
    let mut nouns = view.analysis.senses_of(phrase.end - 1, Class::Noun).peekable();
    phrase.len() == 1 && nouns.peek().is_some() && nouns.all(|sense| sense.form.is_only_plural())
}

/// "macht": a form that only one does something in, where "ihr macht" is hardly written.
fn is_one(view: View<'_, '_, '_>, verb: &VerbGroup) -> bool {
    let analysis = view.analysis;
    let finite = verb.finite;
    view.profile.verb_final
        && verb.head == finite
        && !analysis.is_any(finite, groups::AUXILIARY)
        && !(view.profile.infinitive_like)(analysis.word(finite))
        && !analysis.has_form(finite, Class::Verb, Form::INFINITIVE)
}

/// Whether a verb is of those that mostly have an object.
fn does_something(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    verb.sense.is_some() && !analysis.is_auxiliary(verb.finite, Auxiliary::Be) && !verb.needs_no_object(analysis)
}

/// Whether a clause can have the subject of the one before: no pronoun that stands for nothing, and of the verb's number.
fn is_shared(view: View<'_, '_, '_>, clause: &Clause, shared: &Range<usize>) -> bool {
    let analysis = view.analysis;
    // A participle or infinitive agrees with nothing.
    !analysis.is_it(shared)
        && clause.verb.as_ref().is_some_and(|verb| clause.shared || agrees(analysis, verb, shared.clone()))
}

/// "denn in Bern kann …": where the verb stands second, what stands before it takes the place of a shared subject.
fn has_front(view: View<'_, '_, '_>, clause: &Clause) -> bool {
    let first = clause.extent().start;
    view.profile.verb_final
        && clause.kind == ClauseKind::Main
        && !clause.shared
        && clause
            .verb
            .as_ref()
            .is_some_and(|verb| verb.finite > first + 1 && view.signs[verb.finite].finite == Finite::Yes)
}

fn own(view: View<'_, '_, '_>, clause: &Clause, before: Option<&Clause>) -> Subject {
    let analysis = view.analysis;
    let verb = clause.verb.as_ref()?;
    if before.is_some_and(|before| is_whoever(view, clause, before)) {
        return None;
    }
    if clause.kind == ClauseKind::Infinitive {
        return governed(analysis, clause, before);
    }
    let piece_of_verb = clause.piece_of(verb.finite)?;
    if clause.kind != ClauseKind::Relative {
        let subject = (view.grammar.subject)(view, clause, verb, piece_of_verb)?;
        let subject = listed(analysis, clause, verb, &subject).unwrap_or(subject);
        return Some(neither(analysis, clause, subject));
    }
    let first = clause.pieces.first()?.start;
    let governed = usize::from(analysis.is(first, Class::Adposition));
    // ", the first part of which | was shown"
    let part = !view.profile.verb_final && behind_part(analysis, &(first..verb.finite)).is_some();
    let start = if clause.coordinate || part { first } else { first + 1 + governed };
    let own = (view.grammar.relative_subject)(analysis, first, start..verb.finite.max(start), verb);
    // "zu dem 600 Menschen kamen", "den es gab": what the pronoun stands for is no subject.
    // "wonach 176 Menschen dort lebten"
    let adverb = analysis.has_form(first, Class::RelativePronoun, Form::OBLIQUE);
    let other =
        clause.coordinate || part || adverb || analysis.is(first, Class::Adposition) || is_oblique(analysis, first);
    if other {
        return own;
    }
    let antecedent = || antecedent::find(view, clause, before, first);
    let acts = |antecedent: &Range<usize>| {
        own.as_ref().is_none_or(|own| {
            can_be_object(analysis, own)
                && antecedent::is_meant(view, clause, first, antecedent)
                && does_to(view, verb, first, antecedent, own)
        })
    };
    antecedent().filter(acts).or(own.clone())
}

/// "das Gesetz, | das der Bundestag beschloss": what a relative pronoun stands for, where somebody besides does something to it.
pub(super) fn object(view: View<'_, '_, '_>, clause: &Clause, before: Option<&Clause>) -> Option<Range<usize>> {
    let analysis = view.analysis;
    let first = clause.extent().start;
    // "den Pakt, | *den* die Führung schloss": told by the form.
    let accusative = is_oblique(analysis, first);
    let acts = |verb: &&VerbGroup| does_something(analysis, verb) || accusative && verb.sense.is_some();
    let verb = clause.verb.as_ref().filter(|verb| !verb.passive).filter(acts)?;
    let own = clause.subject.as_ref().filter(|own| clause.kind == ClauseKind::Relative && clause.holds(own.start))?;
    let pronoun = analysis.is(first, Class::RelativePronoun) && analysis.is(first, Class::Article);
    if !pronoun || clause.coordinate || !can_be_accusative(analysis, first) {
        return None;
    }
    let found = antecedent::object(view, clause, before, first)?;
    let nominative =
        is_nominative(analysis, own.start) || is_nominative_pronoun(analysis, own.start) || is_one_masculine(view, own);
    // "Pläne, die Hardy ablehnt", "Pläne, die die Firma ablehnt": by the number, or as somebody named to a thing.
    let acts = || antecedent::find(view, clause, before, first).filter(|other| agrees(analysis, verb, other.clone()));
    let number = || !agrees(analysis, verb, found.clone()) && acts().is_none();
    let somebody = || {
        let named = analysis.is_any(own.end - 1, groups::PERSON.with(groups::NAMED));
        named
            && !analysis.is_any(own.end - 1, groups::PLACE)
            && can_speak(analysis, own)
            && !can_speak(analysis, &found)
    };
    (accusative || nominative || agrees(analysis, verb, own.clone()) && (number() || somebody())).then_some(found)
}

/// "der Verein": an article of a masculine subject before a noun in the singular that is no feminine.
fn is_one_masculine(view: View<'_, '_, '_>, phrase: &Range<usize>) -> bool {
    let analysis = view.analysis;
    let mut nouns = analysis.senses_of(phrase.end - 1, Class::Noun).peekable();
    let one = nouns.peek().is_some() && nouns.all(|sense| !sense.form.has(Form::PLURAL));
    one && phrase.len() == 2 && is_masculine(analysis, phrase)
}

/// "Wer Autos verkauft, | verliert die Lizenz": what stands first and asks for a subject is the one of the verb behind it; but
/// "Wer gewinnt, | entscheidet das Los".
fn is_whoever(view: View<'_, '_, '_>, clause: &Clause, before: &Clause) -> bool {
    const FINDS: &[VerbKind] = &[VerbKind::Say, VerbKind::Think, VerbKind::Find];
    let analysis = view.analysis;
    let first = before.extent().start;
    let finds = |verb: &VerbGroup| {
        verb.kind(analysis).is_some_and(|kind| FINDS.contains(&kind)) || verb.means(analysis, &["decide"])
    };
    view.profile.verb_final
        && before.kind == ClauseKind::Subordinate(Subordinator::How)
        && analysis.begins_sentence(first)
        && analysis.is(first, Class::RelativePronoun)
        && clause.begins_with_verb()
        && clause.verb.as_ref().is_some_and(|verb| !verb.passive && !finds(verb))
}

/// "Austria, | Italy and the Netherlands saw": where phrases with commas and "and" or "or" between them lead from a subject to its verb,
/// all of them are it.
fn listed(
    analysis: &Analysis<'_, '_>,
    clause: &Clause,
    verb: &VerbGroup,
    first: &Range<usize>,
) -> Option<Range<usize>> {
    const MOST: usize = 8;
    let comma = |at: usize| analysis.kind(at) == TokenKind::Separator && analysis.word(at) == ",";
    // "verzeichneten | Spanien, Portugal und Italien": behind its verb, that tells of several.
    let behind = first.start > verb.finite;
    if behind
        && !(clause.kind == ClauseKind::Main
            && analysis.profile(clause.sentence).verb_final
            && is_plural(analysis, verb))
    {
        return None;
    }
    let limit = if behind { clause.extent().end } else { verb.finite };
    let mut at = first.end;
    for place in 0..MOST {
        if !comma(at) || at >= limit {
            return None;
        }
        let start = at + 1;
        // "Anna, Berta, and Carla", but "Anna, and you see Carla"
        let last = place > 0 && joins_nouns(analysis, start);
        let start = start + usize::from(last);
        let mut end = noun_phrase(analysis, start, limit).filter(|_| clause.holds(start))?;
        end = genitive(analysis, end, limit).unwrap_or(end);
        if is_oblique(analysis, start) || is_time(analysis, start..end) {
            return None;
        }
        let joined = !last && joins_nouns(analysis, end);
        if joined {
            end = noun_phrase(analysis, end + 1, limit)?;
            end = genitive(analysis, end, limit).unwrap_or(end);
        }
        if last || joined {
            let end = trimmed(analysis, start..end);
            if behind {
                let ends = end == limit || !comma(end) && !analysis.is(end, Class::Coordinator);
                return ends.then_some(first.start..end);
            }
            let beside = |at: usize| (skipped(analysis, at) || is_floated(analysis, at)) && !comma(at);
            return (end..verb.finite).all(beside).then_some(first.start..end);
        }
        at = end;
    }
    None
}

/// "*Weder* die Bahn noch die Post zahlte", "*Not* all shops closed": a subject with what denies both of its parts, or all of it.
fn neither(analysis: &Analysis<'_, '_>, clause: &Clause, subject: Range<usize>) -> Range<usize> {
    const NO_ADVERB: ClassSet = groups::DETERMINER.or(&[Class::Pronoun, Class::Quantifier]);
    let nor = |at: &usize| analysis.is_coordinator(*at, Coordinator::Nor);
    let before = subject.start.checked_sub(1).filter(|at| nor(at) && clause.holds(*at));
    let start = before.filter(|at| analysis.is(*at, Class::Negation) && subject.clone().any(|at| nor(&at)));
    // "did *not* all close"
    let all = || {
        let not = subject.start.checked_sub(1)?;
        let first = not == clause.extent().start && analysis.is(subject.start, Class::Quantifier);
        (first && analysis.is(not, Class::Negation) && !analysis.is_any(not, NO_ADVERB)).then_some(not)
    };
    start.or_else(all).unwrap_or(subject.start)..subject.end
}

/// "die Demonstration", "das Haus": a phrase with an article that no form tells to be the subject.
fn can_be_object(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    analysis.is(phrase.start, Class::Article)
        && phrase.len() > 1
        && can_be_accusative(analysis, phrase.start)
        && !is_nominative(analysis, phrase.start)
}

/// "den Mann, | der die Demonstration auflöste", "die Polizei, | die das Haus durchsuchte": whether what a relative pronoun stands
/// for does something to a phrase in its clause: by the pronoun's form, or as somebody to a thing.
fn does_to(
    view: View<'_, '_, '_>,
    verb: &VerbGroup,
    pronoun: usize,
    antecedent: &Range<usize>,
    object: &Range<usize>,
) -> bool {
    let analysis = view.analysis;
    if !view.profile.verb_final || verb.passive {
        return false;
    }
    (view.profile.masculine)(analysis.word(pronoun))
        || can_speak(analysis, antecedent)
            && !can_speak(analysis, object)
            && agrees(analysis, verb, antecedent.clone())
            && !verb.is_done_to_persons(analysis)
}

/// The stretches of a clause before its finite verb, either those that are inserted or the others.
pub(super) fn fronts(
    analysis: &Analysis<'_, '_>,
    clause: &Clause,
    verb: &VerbGroup,
    piece_of_verb: &Range<usize>,
    inserted: bool,
) -> impl Iterator<Item = Range<usize>> {
    let (first, last, finite) = (clause.extent().start, piece_of_verb.start, verb.finite);
    let pieces = clause.pieces.iter().take_while(move |piece| piece.start <= last);
    // "*Nicht* die Firma, sondern | die Stadt verkaufte es": what stands in its stead.
    let instead = instead(analysis, first, finite).map(|but| but + 1);
    pieces
        .filter(move |piece| instead.is_none_or(|start| piece.end > start))
        .filter(move |piece| piece.start == first || !is_aside(analysis, piece.start))
        .filter(move |piece| is_inserted(analysis, piece, first) == inserted)
        .map(move |piece| {
            let start = instead.filter(|start| piece.contains(start)).unwrap_or(piece.start);
            start..piece.end.min(finite)
        })
}

/// "The film - a French production - tells it": between dashes, so that what stands before is the subject rather.
fn is_inserted(analysis: &Analysis<'_, '_>, piece: &Range<usize>, first: usize) -> bool {
    let dash = |at: usize| analysis.kind(at) == TokenKind::Dash;
    piece.start > first && dash(piece.start - 1) && dash(piece.end)
}

/// Words in brackets, and a title in quotation marks that goes on with what stands before it: 'According to the "Times"'.
fn is_aside(analysis: &Analysis<'_, '_>, start: usize) -> bool {
    const GOES_ON: ClassSet = ClassSet::of(&[Class::Article, Class::Adposition, Class::Possessive]);
    match analysis.kind(start - 1) {
        TokenKind::Open => true,
        TokenKind::Quote => start > 1 && analysis.is_any(start - 2, GOES_ON),
        _ => false,
    }
}

/// The subject of an infinitive: whom the clause before asks or lets ("asks its creditors to forgive"), else that
/// clause's subject.
fn governed(analysis: &Analysis<'_, '_>, clause: &Clause, before: Option<&Clause>) -> Subject {
    let before = before?;
    let verb = before.verb.as_ref()?;
    let end = clause.extent().start;
    controlled(analysis, clause, before)
        .or_else(|| led_by_participle(analysis, clause))
        .or_else(|| asked(analysis, before, verb, end))
        .or_else(|| before.subject.clone())
}

/// "…, prompting | the bank | to raise rates": whom a participle lets do it that stands first in an infinitive's stretch.
fn led_by_participle(analysis: &Analysis<'_, '_>, clause: &Clause) -> Subject {
    let first = clause.extent().start;
    let mark = mark_before(analysis, *clause.verb.as_ref()?.tokens.iter().min()?)?;
    let lets = |sense: &Sense| sense.form.has(Form::GERUND) && analysis.means(*sense, LETS);
    let object = first + 1..mark;
    let end = noun_phrase(analysis, object.start, object.end)?;
    let whole = genitive(analysis, end, object.end).unwrap_or(end) == object.end;
    // "a deal allowing it to build": a pronoun stands for somebody told of before.
    let pronoun = analysis.is(object.start, Class::Pronoun) && object.len() == 1;
    (whole && !pronoun && analysis.senses_of(first, Class::Verb).any(lets)).then_some(object)
}

/// Verbs whose object does what the infinitive behind it says.
const LETS: &[&str] = &[
    "advise",
    "allow",
    "ask",
    "cause",
    "convince",
    "enable",
    "encourage",
    "expect",
    "force",
    "help",
    "inspire",
    "invite",
    "lead",
    "let",
    "oblige",
    "order",
    "prompt",
    "push",
    "teach",
    "tell",
    "urge",
    "want",
];

/// Who is said right before an infinitive to do it: "difficult for | firms | to hire", "asks | its creditors | to forgive".
pub(super) fn controlled(analysis: &Analysis<'_, '_>, clause: &Clause, before: &Clause) -> Subject {
    /// How far before the infinitive the preposition may stand.
    const LONGEST: usize = 8;
    let verb = before.verb.as_ref()?;
    let end = clause.extent().start;
    let adjacent = before.extent().end == end && infinitive_mark(analysis, end);
    // "difficult for | firms | to hire": who does it, if somebody can.
    if adjacent && !analysis.profile(clause.sentence).verb_final {
        let doer = (end.saturating_sub(LONGEST)..end)
            .find(|at| analysis.is_adposition(*at, Adposition::For) && noun_phrase(analysis, at + 1, end) == Some(end));
        let doer = doer.map(|at| at + 1..end).filter(|doer| doer.start > verb.finite && can_speak(analysis, doer));
        if doer.is_some() {
            return doer;
        }
    }
    if adjacent && (verb.says(analysis) || verb.means(analysis, LETS)) {
        let object = within(analysis, verb.tokens.last().map_or(end, |last| last + 1)..end, verb);
        // "announced plans to cut": what is planned is no one who does it.
        let agent = |object: &Range<usize>| object.end == end && !analysis.is(end - 1, Class::Conversion);
        return object.filter(agent);
    }
    None
}

/// "forderte *die Firma* auf, | Leute einzustellen", "warf *ihr* vor, | Leute entlassen zu haben": whom somebody asks, allows or
/// accuses, where the infinitive clause stands behind a comma.
fn asked(analysis: &Analysis<'_, '_>, before: &Clause, verb: &VerbGroup, end: usize) -> Subject {
    const ASKS: &[&str] = &[
        "accuse",
        "advise",
        "advise-against",
        "allow",
        "appeal",
        "ask",
        "ban",
        "commission",
        "convict",
        "convince",
        "enable",
        "encourage",
        "force",
        "help",
        "hinder",
        "instruct",
        "invite",
        "oblige",
        "order",
        "propose",
        "recommend",
        "request",
        "suspect",
        "urge",
        "warn",
    ];
    /// How far behind the verb a pronoun may stand.
    const NEAR: usize = 4;
    let behind = before.kind == ClauseKind::Main && !verb.passive && before.extent().end + 1 == end;
    if !behind || !verb.means(analysis, ASKS) || !analysis.profile(before.sentence).verb_final {
        return None;
    }
    let subject = before.subject.clone().unwrap_or(0..0);
    let other = |at: usize| analysis.is_any(at, groups::OPENS_PHRASE) || is_preposition(analysis, at - 1);
    let pronoun = |at: &usize| {
        analysis.is(*at, Class::Pronoun) && !subject.contains(at) && !analysis.is_reflexive(*at) && !other(*at)
    };
    let pronoun = (verb.finite + 1..end).take(NEAR).find(pronoun);
    let pronoun = pronoun.filter(|at| !analysis.is_pronoun(*at, Pronoun::It) && before.holds(*at));
    pronoun.map(|at| at..at + 1).or_else(|| {
        let found = complements(analysis, before, verb, |_| false);
        let object = found.object.or(found.governed)?;
        (!is_preposition(analysis, object.start.wrapping_sub(1)) && can_speak(analysis, &object)).then_some(object)
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::clause::shown;

    #[test]
    fn a_subject_that_nobody_writes_is_none() {
        let subject = |words: usize| shown("de", &format!("{}sagte dies.", "er ".repeat(words)));
        assert_eq!(subject(1), ["er | sagte | sagen"]);
        assert_eq!(subject(400), ["- | sagte | sagen"]);
    }

    #[test]
    fn a_preposition_that_begins_a_word_opens_no_phrase() {
        assert_eq!(shown("en", "Pre-tax profit fell."), ["Pre-tax profit | fell | fall"]);
        assert_eq!(shown("en", "Anti-fraud agencies warned."), ["Anti-fraud agencies | warned | warn"]);
        assert_eq!(shown("en", "In Leeds the profit fell."), ["the profit | fell | fall"]);
    }

    #[test]
    fn a_distance_in_time_is_no_part_of_the_subject() {
        assert_eq!(shown("en", "A week later police counted boats."), ["police | counted | count"]);
        assert_eq!(shown("en", "About three years ago the company left."), ["the company | left | leave"]);
        assert_eq!(shown("en", "Days later, Siemens sold the unit.")[0], "Siemens | sold | sell");
        assert_eq!(shown("de", "Wenige Tage später verkaufte Siemens es.")[0], "Siemens | verkaufte | verkaufen");
        assert_eq!(shown("de", "Die späten Tage verkaufte Siemens.")[0], "Siemens | verkaufte | verkaufen");
        assert_eq!(shown("en", "The 23 year old was arrested.")[0], "The 23 year old | was arrested | arrest");
    }

    #[test]
    fn who_says_something_is_a_person_or_body() {
        assert_eq!(
            shown("de", "Die Entscheidung bestätigte Richter Meier am Montag."),
            ["Richter Meier | bestätigte | bestätigen"]
        );
        assert_eq!(shown("de", "Die Polizei teilte Meier am Montag mit.")[0], "Die Polizei | teilte mit | mitteilen");
        assert_eq!(shown("de", "Ein Unfall forderte neun Verletzte."), ["Ein Unfall | forderte | fordern"]);
    }

    #[test]
    fn a_main_clause_goes_on_behind_clauses_within_it() {
        let last = |lang, text| shown(lang, text).last().cloned().unwrap_or_default();
        assert_eq!(
            last("en", "They will pay if they build things that are dear and will lose."),
            "They | will lose | lose"
        );
        assert_eq!(last("en", "They pay if they build things that are dear and are lost."), "things | are lost | lose");
        assert_eq!(
            last("de", "Er wird zahlen, wenn er Dinge baut, die teuer sind, und wird verlieren."),
            "Er | wird verlieren | verlieren"
        );
    }

    #[test]
    fn an_object_behind_a_verb_that_goes_on() {
        let second = |text: &str| shown("de", text)[1].clone();
        assert_eq!(second("Der Mann kam herein und führte die Beamten nach Hause."), "Der Mann | führte | führen");
        assert_eq!(second("Der Dax stieg und der Euro fiel."), "der Euro | fiel | fallen");
        assert_eq!(
            second("Gestern stieg der Dax und verlor der Minister sein Amt."),
            "der Minister | verlor | verlieren"
        );
        assert_eq!(second("Damals schrieb und sang Hardy Lieder."), "Hardy | sang | singen");
        assert_eq!(second("Das Haus brannte und starben zwei Menschen."), "zwei Menschen | starben | sterben");
    }

    #[test]
    fn an_apposition_is_not_the_subject() {
        assert_eq!(
            shown("en", "Helen Marwick, a spokeswoman for the agency, said nothing."),
            ["Helen Marwick | said | say"]
        );
        assert_eq!(shown("en", "On Monday, the agency said nothing."), ["the agency | said | say"]);
    }

    #[test]
    fn an_adjective_shows_the_case_of_its_article() {
        assert_eq!(shown("de", "Der niederländischen Ministerin sagte Meier nichts."), ["Meier | sagte | sagen"]);
        assert_eq!(shown("de", "Der neue Minister sagte nichts."), ["Der neue Minister | sagte | sagen"]);
    }

    #[test]
    fn a_year_is_not_the_subject() {
        assert_eq!(shown("de", "2021 waren es sieben."), ["es | waren | -"]);
        assert_eq!(shown("de", "2021 starben sie."), ["sie | starben | sterben"]);
        assert_eq!(shown("de", "2400 Menschen starben.")[0], "2400 Menschen | starben | sterben");
    }

    #[test]
    fn what_is_denied_has_a_case() {
        assert_eq!(shown("de", "Seit März hat keinen Hund der Mann."), ["der Mann | hat | -"]);
        assert_eq!(shown("de", "Im März bellte kein Hund."), ["kein Hund | bellte | bellen"]);
    }

    #[test]
    fn a_participle_behind_the_subject() {
        assert_eq!(
            shown("en", "Figures released last week showed a record."),
            ["Figures released last week | showed | show"]
        );
        assert_eq!(shown("en", "Last week the agency showed figures.")[0], "the agency | showed | show");
    }
}
