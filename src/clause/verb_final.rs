//! Clauses of languages whose subordinate clauses end in the finite verb, which stands second in a main clause: German.
#![allow(
    clippy::indexing_slicing,
    reason = "there is a sign for every token of the text, and a verb has at least one token"
)]

use std::ops::Range;

use super::agreement::{agrees, is_plural};
use super::constituent::{
    behind_bound, is_demonstrative, is_nominal, is_part, is_time, joins_nouns, skipped, skipped_length, trimmed, within,
};
use super::front::{is_fronted_adjective, is_leading_participle, tells_how};
use super::opener::{Found, Opening};
use super::segment::{joins_clauses, junction};
use super::speaker::{can_speak, is_definite};
use super::subject::fronts;
use super::thing::is_person;
use super::{Clause, ClauseKind, Cut, Grammar, Subject, VerbGroup, View};
use crate::lexicon::class::{Adposition, Auxiliary, Coordinator, NounKind, Pronoun, Subordinator, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Known, Sense, is_family};
use crate::reading::Analysis;
use crate::reading::phrase::{
    begins_genitive, is_feminine_dative, is_masculine, is_masculine_nominative, is_nominative, is_nominative_pronoun,
    is_oblique, is_possessor, is_preposition, noun_phrase, prepositional_phrase,
};
use crate::reading::verb::{Finite, Sign, opens_attribute};
use crate::text::{Shape, TokenKind};

pub(super) static GRAMMAR: Grammar = Grammar {
    // A participle or infinitive belongs to the finite verb.
    own_verb: Finite::Yes,
    // "beteiligt gewesen zu sein": a participle before "zu" looks like a finite verb.
    beside_infinitive: Finite::Perhaps,
    opener,
    cut_at_nonfinite: gap,
    cut_before,
    // "soll | aber am Montag verkauft werden": right behind its verb the conjunction is an adverb.
    cut_between: |analysis, first, second| {
        let adverb = analysis.is_coordinator(first + 1, Coordinator::But);
        junction(analysis, first + 1 + usize::from(adverb)..second, begins_clause)
    },
    subject,
    relative_subject,
};

/// "seit Montag" and "wie erwartet" open no clause; what does ends in its verb.
fn opener(view: View<'_, '_, '_>, tokens: &Range<usize>, opening: Opening, found: Found) -> Option<ClauseKind> {
    let analysis = view.analysis;
    let Opening { at, subordinator } = opening;
    // "als hätte es ein Unglück gegeben"
    let verb = analysis.sense(at + 1, Class::Auxiliary).or_else(|| analysis.sense(at + 1, Class::Verb));
    if matches!(subordinator, Some(Subordinator::As | Subordinator::When))
        && at > view.start
        && view.signs[at + 1].finite == Finite::Yes
        && verb.is_some_and(|verb| verb.form.has_any(Form::SUBJUNCTIVE_1.and(Form::SUBJUNCTIVE_2)))
    {
        return Some(ClauseKind::Subordinate(Subordinator::AsIf));
    }
    if let Some(kind) = subordinator {
        let preposition = analysis.is(at, Class::Adposition) || analysis.is(at, Class::Adverb);
        if !preposition || found.ends_in_verb && !leads_to_verb(view, at, tokens.end) {
            return Some(ClauseKind::Subordinate(kind));
        }
    }
    // "Wann das Werk schließt, | ist offen"
    let asks_first = || {
        let asks = opening.pronoun(view, tokens).is_some_and(|pronoun| analysis.is(pronoun, Class::Interrogative));
        asks && found.ends_in_verb && tokens.end < view.end && analysis.word(tokens.end) == ","
    };
    if tokens.start == view.start {
        return asks_first().then_some(ClauseKind::Subordinate(Subordinator::How));
    }
    let pronoun = opening.pronoun(view, tokens)?;
    if analysis.is(pronoun, Class::RelativePronoun)
        && (!found.verb || found.ends_in_verb)
        && !asks_which(view, pronoun, tokens)
        && !is_complete(view, pronoun, tokens)
    {
        return Some(ClauseKind::Relative);
    }
    let noun_clause = analysis.is(pronoun, Class::Interrogative) && found.ends_in_verb;
    noun_clause.then_some(ClauseKind::Subordinate(Subordinator::How))
}

/// "Bis Montag *könnten* alle Gäste gehen": what opens the stretch is a preposition whose phrase stands before a verb in the second place.
fn leads_to_verb(view: View<'_, '_, '_>, at: usize, end: usize) -> bool {
    let analysis = view.analysis;
    // "bis | in zwei Wochen"
    let inner = at + usize::from(is_preposition(analysis, at + 1));
    // "bis die Polizei *hatte eingreifen müssen*"
    let word = |at: &usize| analysis.kind(*at) == TokenKind::Word;
    let complex = |verb: usize| (verb + 1..end).filter(word).all(|at| view.signs[at].is(Sign::NONFINITE));
    let verb = prepositional_phrase(analysis, inner, end).filter(|verb| !complex(*verb));
    is_preposition(analysis, at)
        && verb.is_some_and(|verb| view.signs[verb].finite == Finite::Yes && analysis.is_any(verb, groups::AUXILIARY))
}

/// "Pubs und Hotels | und wollen …", behind a comma or dash: right before its finite verb a conjunction begins a clause, and what
/// stands before that goes on with the clause before.
fn cut_before(view: View<'_, '_, '_>, start: usize, verb: usize) -> Option<Cut> {
    let junction = verb.checked_sub(1)?;
    let mark = |at: usize| view.analysis.word(at) == "," || view.analysis.kind(at) == TokenKind::Dash;
    let goes_on = start > view.start && mark(start - 1) && junction > start;
    (goes_on && joins_nouns(view.analysis, junction)).then_some(Cut::Before(junction))
}

/// "Der Umsatz stieg, | der Gewinn sank": an article with its noun before a verb that has no object, where a relative clause would
/// have one.
fn is_complete(view: View<'_, '_, '_>, article: usize, tokens: &Range<usize>) -> bool {
    use VerbKind::{Alone, Down, Up};
    let analysis = view.analysis;
    let last = tokens.clone().rev().find(|at| analysis.kind(*at) == TokenKind::Word);
    let Some(verb) = last.filter(|verb| *verb > article + 1 && analysis.is(article, Class::Article)) else {
        return false;
    };
    let phrase = article..verb;
    let alone = |sense: &Sense| matches!(analysis.verb_kind(*sense), Some(Alone | Down | Up));
    // "die Firma, | der Geld fehlt"
    let group = VerbGroup::of(verb);
    let lacks = || analysis.senses_of(verb, Class::Verb).any(|sense| analysis.means(*sense, HAPPENS_TO));
    view.signs[verb].finite == Finite::Yes
        && analysis.senses_of(verb, Class::Verb).next().is_some()
        && analysis.senses_of(verb, Class::Verb).all(alone)
        && noun_phrase(analysis, article, verb) == Some(verb)
        && analysis.is(verb - 1, Class::Noun)
        && !lacks()
        && !is_time(analysis, article + 1..verb)
        && agrees(analysis, &group, phrase)
}

/// "klar, | welche Dateien fehlen", "die Frage, | welche Dateien fehlen": before its noun the pronoun asks behind what governs a
/// question, and behind a noun that the verb does not agree with; but "Gesetze, | welche Frauen schützen".
fn asks_which(view: View<'_, '_, '_>, pronoun: usize, tokens: &Range<usize>) -> bool {
    const QUESTIONS: &[&str] = &["decision", "question"];
    let analysis = view.analysis;
    let noun = pronoun + 1;
    let common = || {
        analysis.shape(noun) != Shape::Lower
            && (analysis.is_any(noun, groups::NOUN) || analysis.known(noun).is_some())
            && !analysis.is_any(noun, groups::NAMED.with(groups::PERSON))
    };
    let before = tokens.start.checked_sub(2).filter(|before| analysis.word(before + 1) == ",");
    let Some(before) = before.filter(|_| analysis.is(pronoun, Class::Interrogative) && noun < tokens.end && common())
    else {
        return false;
    };
    if analysis.shape(before) == Shape::Lower {
        let finds = |sense: &Sense| {
            matches!(analysis.verb_kind(*sense), Some(VerbKind::Say | VerbKind::Think | VerbKind::Find))
        };
        return analysis.is(before, Class::Adjective) || analysis.senses_of(before, Class::Verb).any(finds);
    }
    let verb = tokens.clone().rev().find(|at| view.signs[*at].finite > Finite::No);
    let many = || verb.is_some_and(|verb| is_plural(analysis, &VerbGroup::of(verb)));
    let one = || {
        let mut nouns = analysis.senses_of(before, Class::Noun).peekable();
        let known = nouns.peek().is_some();
        // "Festlegung": where no dictionary has the noun, its ending may tell.
        let ending = || (view.profile.noun_lemma)(&format!("{}en", analysis.word(before))).is_some();
        if known { nouns.all(|sense| !sense.form.has(Form::PLURAL)) } else { ending() }
    };
    analysis.is_concept(before, QUESTIONS) || one() && many()
}

/// "bis", "seit": what may be a preposition begins no clause between two verbs.
fn begins_clause(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.is(token, Class::Subordinator) && !analysis.is(token, Class::Adposition)
}

/// "will 25 Ermittler einstellen | und ein Büro eröffnen": behind its infinitive or participle a clause goes on with
/// another one that shares the finite verb.
fn gap(view: View<'_, '_, '_>, before: Range<usize>, token: usize, end: usize) -> Option<Cut> {
    let analysis = view.analysis;
    if token + 3 >= end || !analysis.is(token + 1, Class::Coordinator) {
        return None;
    }
    let last = (token + 2..end).rev().take(3).find(|token| analysis.kind(*token) == TokenKind::Word)?;
    let nonfinite = |forms: u8| {
        let own = |token: usize| view.signs[token].is(forms) && view.signs[token].finite < Finite::Yes;
        // "hat ein Werk gebaut | und die Halle verkauft": a finite verb would stand second.
        let participle = last > token + 3
            && analysis.is_auxiliary(before.end, Auxiliary::Have)
            && analysis.has_form(last, Class::Verb, Form::PARTICIPLE);
        last > token + 2 && own(token) && (own(last) || participle)
            // "wurde gewählt und wurde gehandelt"
            && (token + 2..last).all(|between| view.signs[between].finite < Finite::Yes)
    };
    // "wurden getötet | und 40 verletzt": what may be an adjective needs another subject.
    let other = || {
        let start = behind_bound(analysis, token + 2, last);
        // "ihr Alter | auf 2000 Jahre | bestimmt", "seien getötet | und 40 verletzt worden"
        // "von Weber gefunden | und vom Arzt untersucht"
        let agent =
            || prepositional_phrase(analysis, start, last).filter(|_| analysis.is_adposition(start, Adposition::By));
        let phrase = noun_phrase(analysis, start, last).or_else(agent);
        let whole = phrase.map(|end| prepositional_phrase(analysis, end, last).unwrap_or(end));
        let verbs = |behind: usize| (behind..last).all(|at| view.signs[at].is(Sign::NONFINITE));
        whole.is_some_and(|behind| behind + 1 >= last && verbs(behind))
    };
    let goes_on = nonfinite(Sign::BARE) || nonfinite(Sign::NONFINITE) && other();
    // "weder geführt | noch ein Bericht geschrieben"
    let neither = |at: usize| analysis.is_coordinator(at, Coordinator::Nor) && analysis.is(at, Class::Negation);
    let nor = || analysis.is_coordinator(token + 1, Coordinator::Nor) && (before.start..token).any(neither);
    (goes_on && (joins_clauses(analysis, token + 1, true) || nor())).then_some(Cut::Sharing(token + 1))
}

/// The subject of a main or subordinate clause.
fn subject(view: View<'_, '_, '_>, clause: &Clause, verb: &VerbGroup, piece_of_verb: &Range<usize>) -> Subject {
    let analysis = view.analysis;
    let first = clause.extent().start;
    if clause.kind != ClauseKind::Main {
        // A condition that begins with its verb has its subject behind it.
        let start =
            if verb.finite == first { first + 1..clause.extent().end } else { first..verb.tokens[0].max(first) };
        // "dass Firmen, | die Geld haben, | sparen": what stands in another clause is none.
        let runs = clause.pieces.chunk_by(|piece, next| next.start <= piece.end + 1);
        let mut own = runs.filter_map(|run| Some(run.first()?.start..run.last()?.end));
        return own.find_map(|run| within(analysis, run.start.max(start.start)..run.end.min(start.end), verb));
    }
    if clause.shared {
        // "will Ermittler einstellen | und ein Büro eröffnen": an object, but of a passive.
        let own = !clause.coordinate || verb.passive;
        return if own { within(analysis, first..verb.tokens[0].max(first), verb) } else { None };
    }
    // "Mann in Graz *verletzt*": before the participle that ends a headline stands more than one constituent.
    if verb.finite == verb.head && (verb.passive || view.signs[verb.finite].finite == Finite::No) {
        return within(analysis, first..verb.tokens[0].max(first), verb);
    }
    let behind = || within(analysis, verb.finite + 1..piece_of_verb.end, verb);
    // "Den Männern aus Bern, Wien und Graz wird vorgeworfen": one constituent stands before the verb.
    // "*Unter anderem* die Kanzlerin kritisierte": what begins like a preposition.
    let adverb = analysis.senses_of(first, Class::Adverb).any(|sense| sense.length > 1);
    let found = if let Some(found) = behind_dash(analysis, first, verb, piece_of_verb) {
        Some(found)
    } else if is_preposition(analysis, first) && !adverb || is_oblique(analysis, first) {
        None
    } else {
        [false, true].into_iter().find_map(|inserted| {
            let mut fronts = fronts(analysis, clause, verb, piece_of_verb, inserted);
            fronts.find_map(|piece| leading_constituent(analysis, piece))
        })
    };
    let found = found.filter(|found| {
        !tells_how(analysis, found, verb, piece_of_verb.end)
            && !is_fronted_adjective(analysis, found, verb)
            && !is_dative_front(analysis, found, verb)
    });
    // "Das teilte die Polizei mit", "Hoeneß fiebere dem Ende entgegen, sagte Hardy": what is said stands first.
    let said = verb.says(analysis)
        && found.as_ref().is_some_and(|found| {
            let content = piece_of_verb.start == verb.finite && goes_on_as_clause(analysis, found);
            is_demonstrative(analysis, found) || content
        });
    // "Einen Grund gibt es", "Die Predigt hält der neue Bischof"
    // "Vorrangig geht es um Geld"
    let goes = || verb.tokens.len() == 1 && verb.means(analysis, &["go"]);
    let expletive = || (occurs(analysis, verb) || goes()) && is_it(analysis, verb.finite + 1);
    let nominative = || is_nominative_pronoun(analysis, verb.finite + 1) || expletive();
    if found.is_some() && (said || nominative()) {
        return behind().or(found);
    }
    // "Anstiege verzeichnete Belgien", "Weitere Angaben machten die Ermittler": a name or person behind the verb rather than a
    // bare noun before it.
    let next = verb.finite + 1 + usize::from(analysis.is(verb.finite + 1, Class::Adverb));
    let named = || verb.sense.is_some() && is_name(analysis, next);
    let person_named = || named() && !analysis.is_any(next, groups::PLACE.or(&[Class::Organisation]));
    // "Schüsse trafen die Männer"
    let person = || is_definite_person(analysis, next..piece_of_verb.end) && !verb.is_done_to_persons(analysis);
    if verb.head == verb.finite
        && found.as_ref().is_some_and(|found| is_bare_noun(analysis, &core_of(analysis, found)))
        && (named() || person())
    {
        return behind().filter(|behind| agrees(analysis, verb, behind.clone()) || is_plural(analysis, verb)).or(found);
    }
    // "Das Buch hat Anna Weber geschrieben", "Das Buch schrieb die Autorin": a thing makes nothing.
    // "Die Wahl gewann die Opposition"
    let wins = || !verb.passive && verb.means(analysis, &["lose", "win"]);
    let several = |maker: &Range<usize>| {
        let end = maker.end;
        is_plural(analysis, verb)
            && (matches!(analysis.kind(end), TokenKind::Open | TokenKind::Separator) || joins_nouns(analysis, end))
    };
    // "Länder haben Xelod genehmigt": a word that nobody knows, without an article, is no several.
    let alone = |maker: &Range<usize>| {
        maker.len() == 1 && is_plural(analysis, verb) && analysis.lexed.classes(maker.start).has_none()
    };
    if (verb.needs_agent(analysis) || wins())
        && found.as_ref().is_some_and(|found| {
            let nominative = is_nominative(analysis, found.start) || is_masculine(analysis, found);
            let core = core_of(analysis, found);
            is_thing_only(analysis, &core) && !analysis.is(core.end - 1, Class::PlaceHead) && !nominative
        })
        && let Some(maker) = behind()
        && (is_name(analysis, next) || is_somebody(analysis, &maker))
        // "Modelle produzieren Zahlen"
        && !is_thing_only(analysis, &core_of(analysis, &maker))
        // "verzeichneten Spanien (49,6 Prozent) und Italien"
        && (agrees(analysis, verb, maker.clone()) && !alone(&maker) || is_name(analysis, next) && several(&maker))
    {
        return Some(maker);
    }
    // "Das Geld hat ihr die Familie gegeben": behind whom it is given to stands who gives.
    if verb.means(analysis, GIVES)
        && !verb.passive
        && is_dative_pronoun(analysis, verb.finite + 1)
        && found.as_ref().is_some_and(|found| !can_speak(analysis, found) && !is_nominative(analysis, found.start))
        && let Some(giver) = within(analysis, verb.finite + 2..piece_of_verb.end, verb)
        && is_somebody(analysis, &giver)
        && agrees(analysis, verb, giver.clone())
    {
        return Some(giver);
    }
    // "Weber gelang der Sieg", "Dem Team fehlt der Mut": whom it happens to is somebody, what happens is not.
    if verb.means(analysis, HAPPENS_TO)
        && found.as_ref().is_some_and(|found| can_speak(analysis, found) && !is_nominative(analysis, found.start))
        && let Some(behind) = behind().filter(|behind| !can_speak(analysis, behind) || is_it(analysis, behind.start))
        && agrees(analysis, verb, behind.clone())
    {
        return Some(behind);
    }
    // "300 Millionen Euro zahlt die Firma": an amount of many is no subject of a verb in the singular.
    if verb.head == verb.finite || verb.modal.is_some() {
        let amount = found.as_ref().is_some_and(|found| is_amount_of_many(analysis, found));
        let payer = if amount && is_singular(analysis, verb) { behind() } else { None };
        const OPENS: ClassSet = groups::DETERMINER.with(groups::OFFICE);
        let definite = |payer: &Range<usize>| analysis.is_any(payer.start, OPENS) || is_name(analysis, payer.start);
        if let Some(payer) = payer.filter(|payer| !verb.passive && definite(payer)) {
            return Some(payer);
        }
    }
    // "Preis und Termin hat Huber verraten", "Häuser und Straßen zerstörte der Sturm": two things have no verb in the singular.
    let joined = |found: &Range<usize>| {
        found.clone().any(|at| analysis.is_coordinator(at, Coordinator::And)) && !can_speak(analysis, found)
    };
    let one = |behind: &Range<usize>| named() || is_somebody(analysis, behind) || is_masculine(analysis, behind);
    if is_singular(analysis, verb)
        && !verb.equates(analysis)
        && found.as_ref().is_some_and(|found| joins_things(analysis, found) || named() && joined(found))
        && let Some(behind) = behind().filter(|behind| one(behind) && agrees(analysis, verb, behind.clone()))
    {
        return Some(behind);
    }
    // "Hilfe erhält der Antrag", but "Ziel bleibt der Sieg"
    let nominative_form = |behind: &Range<usize>| {
        /// How far behind the verb it may stand.
        const NEAR: usize = 4;
        let between = verb.finite + 1..behind.start;
        let masculine = || {
            between.len() < NEAR
                && !between.clone().any(|at| analysis.is(at, Class::Coordinator))
                && is_masculine_nominative(analysis, &core_of(analysis, behind))
                && agrees(analysis, verb, behind.clone())
                && !verb.says(analysis)
                && !verb.means(analysis, &["remain"])
        };
        is_nominative(analysis, behind.start) || masculine()
    };
    // "Meier wurde der neue Trainer"
    if !verb.equates(analysis)
        && found.as_ref().is_some_and(|found| !is_nominative(analysis, found.start))
        && let Some(behind) = behind().filter(nominative_form)
    {
        return Some(behind);
    }
    // "Die Entscheidung bestätigte Richter Meier": who says something is a person or body.
    // "Das Bild zeigt Meier" shows him.
    let shows = verb.means(analysis, &["show"]);
    // "Die Stadt kritisierte die Firma"
    let body = |found: &Range<usize>| {
        analysis.is(found.end - 1, Class::PlaceHead)
            && !behind().is_some_and(|behind| is_nominative(analysis, behind.start))
    };
    // "Die Leistung der Helfer lobte Huber": what is said of belongs to somebody.
    let owned = |found: &Range<usize>| {
        let core = noun_phrase(analysis, found.start, found.end).filter(|end| *end < found.end);
        let core = core.map(|end| found.start..end).filter(|core| begins_genitive(analysis, core.end));
        core.is_some_and(|core| !can_speak(analysis, &core) && is_possession(analysis, &core)) && person_named()
    };
    let speechless = |found: &Range<usize>| (!can_speak(analysis, found) || owned(found)) && !body(found);
    if verb.says(analysis) && !shows && found.as_ref().is_some_and(speechless) {
        let definite = |behind: &Range<usize>| {
            is_definite(analysis, behind)
                || analysis.is(behind.start, Class::Country) && is_name(analysis, behind.start)
        };
        return behind().filter(|behind| can_speak(analysis, behind) && definite(behind)).or(found);
    }
    // "Die Entscheidungen traf der Minister": the verb agrees with its subject.
    if found.as_ref().is_some_and(|found| !agrees(analysis, verb, found.clone())) {
        return behind().filter(|behind| agrees(analysis, verb, behind.clone())).or(found);
    }
    found.or_else(behind)
}

/// "300 Millionen Euro", "80 Kilometer": more than one of a unit, alone.
fn is_amount_of_many(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    const NUMBERS: ClassSet = groups::AMOUNT.or(&[Class::Approx]);
    let Range { start, end } = *phrase;
    let number =
        |at: usize| analysis.kind(at) == TokenKind::Number && analysis.word(at) != "1" || analysis.is_any(at, NUMBERS);
    end > start + 1
        && analysis.is_any(end - 1, ClassSet::of(&[Class::Currency, Class::MeasureUnit]))
        && !analysis.is(start, Class::IndefiniteArticle)
        && (start..end - 1).all(number)
}

/// "Preis und Termin", "die Häuser und Straßen": two common nouns that are joined and name nobody.
fn joins_things(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    const OTHER: ClassSet =
        groups::OFFICE.with(groups::NAMED).or(&[Class::Demonym, Class::Medium, Class::OrganisationHead]);
    let Some(joint) = noun_phrase(analysis, phrase.start, phrase.end) else {
        return false;
    };
    // "Die Zeitung Kunst und Leben": the first has one noun only.
    let simple = |part: Range<usize>| {
        let noun = part.end - 1;
        // "Fleiß" is a family's name too.
        let named = |at: usize| analysis.is_any(at, groups::PERSON) && analysis.known(at) != Some(Known::Noun);
        let other = |at: usize| analysis.is_any(at, OTHER) || named(at) || analysis.kind(at) != TokenKind::Word;
        let described = |at: usize| analysis.shape(at) == Shape::Lower || at == phrase.start;
        (part.start..noun).all(described)
            && !other(noun)
            && !analysis.is_noun_of_any(noun, &[NounKind::Person, NounKind::Group])
            && (analysis.is(noun, Class::Noun) || analysis.known(noun).is_some())
    };
    analysis.is_coordinator(joint, Coordinator::And)
        && noun_phrase(analysis, joint + 1, phrase.end) == Some(phrase.end)
        && simple(phrase.start..joint)
        && simple(joint + 1..phrase.end)
}

/// A finite verb that only a subject in the singular has.
fn is_singular(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    let mut finite = analysis.senses(verb.finite).iter().filter(|sense| groups::VERBAL.has(sense.class)).peekable();
    finite.peek().is_some() && finite.all(|sense| sense.form.has(Form::SINGULAR) && !sense.form.has(Form::PLURAL))
}

/// "*Der Firma* fehlen 200 Euro", "*Der Frau* wurde der Pass abgenommen": as a subject "der" stands before one man or thing.
fn is_dative_front(analysis: &Analysis<'_, '_>, front: &Range<usize>, verb: &VerbGroup) -> bool {
    let profile = analysis.profile(analysis.sentence_of(front.start));
    let joined = || front.clone().any(|at| analysis.is(at, Class::Coordinator));
    is_possessor(analysis, front.start)
        && (profile.masculine)(analysis.word(front.start))
        && front.end == verb.finite
        && (is_plural(analysis, verb) && !joined() || is_feminine_dative(analysis, front))
}

/// The concepts of verbs that tell what happens to whom, who stands in the dative.
const HAPPENS_TO: &[&str] = &["lack", "please", "succeed"];

/// "Ob Strom oder Gas – | *die Preise* steigen", "Sie zahlte, | *die Firma* lieferte": what stands between a dash or comma and the verb,
/// alone.
fn behind_dash(analysis: &Analysis<'_, '_>, first: usize, verb: &VerbGroup, piece: &Range<usize>) -> Subject {
    // "Eine Einheit – das Land hat 300 Leute geschickt – erreichte Bern": between two dashes something else is told.
    let dash = piece.start > first
        && analysis.kind(piece.start - 1) == TokenKind::Dash
        && analysis.kind(piece.end) != TokenKind::Dash
        || piece.start > first && analysis.word(piece.start - 1) == ",";
    let stretch = piece.start..verb.finite.max(piece.start);
    let phrase =
        noun_phrase(analysis, stretch.start, stretch.end).filter(|_| dash && !is_oblique(analysis, stretch.start))?;
    // "Spuren im Sand – *Britischer Forscher* vermutet Dorf": a word with a capital that is no noun begins anew.
    const ANEW: ClassSet = ClassSet::of(&[Class::Adjective, Class::Demonym, Class::PlaceAdjective]);
    let anew = analysis.shape(stretch.start) == Shape::Title
        && analysis.is_any(stretch.start, ANEW)
        && phrase > stretch.start + 1;
    let whole = phrase == stretch.end && (anew || analysis.is_any(stretch.start, groups::DETERMINER));
    (whole
        && agrees(analysis, verb, stretch.clone())
        && !is_time(analysis, stretch.clone())
        && is_nominal(analysis, stretch.clone()))
    .then_some(stretch)
}

/// The concepts of verbs that tell who gives what to whom.
const GIVES: &[&str] = &["award", "bid", "give", "give-away", "give-back", "pay", "promise", "repay", "sell", "send"];

/// A name, or an article before somebody or a body: "die Familie", not "die Hoffnung".
fn is_somebody(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    const HEADS: ClassSet = groups::OFFICE.with(groups::HEAD).or(&[Class::Demonym, Class::Organisation]);
    let head = noun_phrase(analysis, phrase.start, phrase.end).unwrap_or(phrase.end) - 1;
    analysis.is_any(head, HEADS)
        || analysis.is_noun_of_any(head, &[NounKind::Person, NounKind::Group])
        || !analysis.is_any(phrase.start, groups::DETERMINER) && can_speak(analysis, phrase)
}

/// "ihm", or "ihr" where an article tells that it is no possessive.
fn is_dative_pronoun(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is(at, Class::Pronoun)
        && !analysis.is_reflexive(at)
        && (is_oblique(analysis, at) || analysis.is(at, Class::Possessive) && analysis.is(at + 1, Class::Article))
}

/// "das Buch": a common noun that names a thing and nothing else.
fn is_thing_only(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    const THINGS: &[NounKind] = &[NounKind::Thing, NounKind::Measure, NounKind::Quantity, NounKind::Event];
    let head = phrase.end - 1;
    let mut nouns = analysis.senses_of(head, Class::Noun).peekable();
    nouns.peek().is_some()
        && nouns.all(|sense| analysis.noun_kind(*sense).is_some_and(|kind| THINGS.contains(&kind)))
        && !analysis.is_any(head, groups::OFFICE.with(groups::NAMED).with(groups::HEAD))
}

/// "die Arbeit": a common noun for what somebody has or does, and not for some of them, as "die Mehrheit".
fn is_possession(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    const KINDS: &[NounKind] = &[NounKind::Thing, NounKind::Event];
    is_thing_only(analysis, phrase)
        && analysis.is_noun_of_any(phrase.end - 1, KINDS)
        && !analysis.is_noun_of_any(phrase.end - 1, &[NounKind::Measure, NounKind::Quantity])
}

/// "die Ermittler", "der Minister", which is no dative.
fn is_definite_person(analysis: &Analysis<'_, '_>, stretch: Range<usize>) -> bool {
    let start = stretch.start;
    analysis.is(start, Class::Article)
        && !is_oblique(analysis, start)
        && noun_phrase(analysis, start, stretch.end).is_some_and(|end| end > start + 1 && is_person(analysis, end - 1))
}

/// "die er sah", "die der Minister vorstellte", but "die 37 Menschen festnahm": a subject between pronoun and verb.
fn relative_subject(analysis: &Analysis<'_, '_>, pronoun: usize, tokens: Range<usize>, verb: &VerbGroup) -> Subject {
    // "die schon | Hardy verwendete"
    let is_next = |at: usize| at > pronoun && (pronoun + 1..at).all(|between| analysis.is(between, Class::Adverb));
    // "das | zwölf Forscher geschrieben haben"
    let one = analysis.has_form(pronoun, Class::RelativePronoun, Form::SINGULAR);
    within(analysis, tokens, verb).filter(|own| {
        is_oblique(analysis, pronoun)
            || one && is_plural(analysis, verb)
            // "in dem Hardy wohnt"
            || analysis.is(pronoun, Class::Adposition)
            || analysis.is_any(own.start, ClassSet::of(&[Class::Pronoun, Class::Article]))
            // "die | seine Partei veröffentlichte"
            || analysis.is(own.start, Class::Possessive)
                && !verb.passive
                && (verb.needs_agent(analysis) || verb.says(analysis))
                && can_speak(analysis, own)
            || is_next(own.start) && is_name(analysis, own.start) && !is_possessor(analysis, pronoun)
            || is_next(own.start) && is_maker(analysis, pronoun, own, verb)
    })
}

/// "ein Manifest, das | Varoufakis veröffentlicht hat": a word that no dictionary and no list knows, alone behind the pronoun that
/// stands for a thing.
fn is_maker(analysis: &Analysis<'_, '_>, pronoun: usize, own: &Range<usize>, verb: &VerbGroup) -> bool {
    let unknown = own.len() == 1
        && analysis.shape(own.start) == Shape::Title
        && analysis.lexed.classes(own.start).has_none()
        && !analysis.is_listed(own.start);
    let noun = pronoun.checked_sub(2).filter(|_| unknown && !verb.passive && !is_plural(analysis, verb));
    const SPEAKERS: ClassSet = groups::OFFICE.with(groups::NAMED).with(groups::PERSON).with(groups::HEAD);
    noun.is_some_and(|noun| {
        analysis.shape(noun) == Shape::Title
            && analysis.known(noun).is_some()
            && !analysis.is_any(noun, SPEAKERS)
            && !analysis.is_noun_of_any(noun, &[NounKind::Person, NounKind::Group])
    })
}

/// A word that names somebody or something.
fn is_name(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const NAMES: ClassSet = ClassSet::of(&[
        Class::GivenName,
        Class::Surname,
        Class::Person,
        Class::Organisation,
        Class::Country,
        Class::Place,
    ]);
    const NO_NAME: ClassSet = ClassSet::of(&[Class::Noun, Class::Adjective]);
    // "Hardy": a family's name that is no word of the language.
    let family = || {
        analysis.lexed.classes(at).has_none() && is_family(&analysis.word(at).to_lowercase()) && !analysis.is_listed(at)
    };
    // "Huber": nothing else here.
    let surname = || analysis.lexed.classes(at) == ClassSet::of(&[Class::NameWord]);
    analysis.shape(at) == Shape::Title
        && !analysis.is_any(at, NO_NAME)
        && (analysis.is_any(at, NAMES) || surname() || family())
}

/// The subject in the stretch before the finite verb, with all that hangs on it: one constituent stands there; after a
/// prepositional one there is no subject.
fn leading_constituent(analysis: &Analysis<'_, '_>, piece: Range<usize>) -> Subject {
    let mut at = behind_heading(analysis, &piece);
    // "Der von der Stadt beauftragten Studie zufolge"
    if piece.end.checked_sub(1).is_some_and(|last| last > at && analysis.is(last, Class::SourceAfter)) {
        return None;
    }
    // "Sind froh – 2.000 Migranten kommen": a sentence before a dash.
    // "Sein Land schickte …"
    if analysis.is_any(at, groups::AUXILIARY) && !analysis.is(at, Class::Possessive) {
        return None;
    }
    while at < piece.end {
        // "Schon seit Kindertagen": a conjunction stands before no verb.
        let subordinator = analysis.is(at, Class::Subordinator)
            && is_preposition(analysis, at)
            && !analysis.is(at, Class::Coordinator);
        if skipped(analysis, at) && !subordinator {
            at += skipped_length(analysis, at);
            continue;
        }
        if is_preposition(analysis, at) {
            return None;
        }
        // "Die von Rebellen entführte Gruppe"
        if opens_attribute(analysis, at) && !is_oblique(analysis, at) {
            return Some(at..trimmed(analysis, at..piece.end));
        }
        if at + 1 == piece.end && analysis.is_any(at, groups::PRONOMINAL) && !is_oblique(analysis, at) {
            return Some(at..piece.end);
        }
        if let Some(end) = noun_phrase(analysis, at, piece.end) {
            if is_oblique(analysis, at) {
                return None;
            }
            // "Berichten zufolge", "Gefordert wird"
            let postposition = end + 1 == piece.end && analysis.is(end, Class::Adposition);
            if postposition || end == at + 1 && is_leading_participle(analysis, at) {
                return None;
            }
            // "Fünfmal musste die Feuerwehr ausrücken", "Jahrelang stritten die Erben"
            const ADVERBS: ClassSet = ClassSet::of(&[Class::Multiple, Class::UnitLong]);
            if end == piece.end && end == at + 1 && analysis.is_any(at, ADVERBS) {
                return None;
            }
            // "Jahrelang versuchten die Firmen …"
            let unknown = end == piece.end && end == at + 1 && analysis.lexed.classes(at).has_none();
            if unknown && (analysis.profile(analysis.sentence_of(at)).adverb_like)(analysis.word(at)) {
                return None;
            }
            if is_time(analysis, at..end) && !is_part(analysis, at..end) || !is_nominal(analysis, at..end) {
                at = end;
                continue;
            }
            let end = trimmed(analysis, at..piece.end);
            return Some(at..end.max(at + 1));
        }
        at += 1;
    }
    None
}

/// "Alte und Junge | Neben den Alten": where a word of a closed class has a capital, what stands before it is a heading.
pub(super) fn behind_heading(analysis: &Analysis<'_, '_>, piece: &Range<usize>) -> usize {
    const CLOSED: ClassSet = ClassSet::of(&[Class::Adposition, Class::Demonstrative, Class::Possessive]);
    let opens = |at: &usize| {
        analysis.shape(*at) == Shape::Title
            && analysis.is_any(*at, CLOSED)
            && analysis.kind(*at - 1) == TokenKind::Word
            && !analysis.is_any(*at, ClassSet::of(&[Class::Noun, Class::Organisation, Class::Surname]))
    };
    (piece.start + 1..piece.end).rev().find(opens).unwrap_or(piece.start)
}

/// Whether more follows on a stretch's first noun phrase than hangs on a noun: a verb that no dictionary knows.
fn goes_on_as_clause(analysis: &Analysis<'_, '_>, stretch: &Range<usize>) -> bool {
    const HANGS: ClassSet = groups::LINK.or(&[Class::Adverb, Class::Article]);
    let next = noun_phrase(analysis, stretch.start, stretch.end).unwrap_or(stretch.end);
    next < stretch.end
        && analysis.kind(next) == TokenKind::Word
        && analysis.shape(next) == Shape::Lower
        && !analysis.is_any(next, HANGS)
}

/// "Bereitschaft | zum Verzicht": a phrase without what hangs on it with a preposition.
fn core_of(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> Range<usize> {
    let end = noun_phrase(analysis, phrase.start, phrase.end).filter(|end| is_preposition(analysis, *end));
    phrase.start..end.unwrap_or(phrase.end)
}

/// "Anstiege", "Große Verluste": a common noun without a determiner.
fn is_bare_noun(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    const NAMES: ClassSet =
        ClassSet::of(&[Class::GivenName, Class::Surname, Class::Role, Class::Title, Class::Organisation]);
    const OTHER: ClassSet = groups::DETERMINER.or(&[Class::Pronoun]);
    phrase.len() <= 2
        && analysis.is_any(phrase.end - 1, groups::NOUN)
        && !phrase.clone().any(|at| analysis.is_any(at, NAMES.with(OTHER)))
}

fn occurs(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    verb.kind(analysis) == Some(VerbKind::Occur)
}

fn is_it(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is_pronoun(at, Pronoun::It) && !analysis.is_any(at, ClassSet::of(&[Class::Article, Class::Demonstrative]))
}
