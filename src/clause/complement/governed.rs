//! Which prepositional phrases a verb governs.

use std::ops::Range;

use super::FAR;
use super::reader::Reader;
use crate::clause::constituent::is_topic;
use crate::clause::front::SHOWS;
use crate::clause::thing::is_person;
use crate::clause::{Clause, ClauseKind, VerbGroup};
use crate::lexicon::class::{Adposition, Auxiliary, NounKind};
use crate::lexicon::{Class, ClassSet, Form, groups};
use crate::reading::Analysis;
use crate::reading::phrase::{can_be_accusative, is_dative, is_preposition, noun_phrase};
use crate::text::{Shape, TokenKind};

impl Reader<'_, '_, '_> {
    /// "distanzierte sich | von der Aussage", "ergibt sich | aus der Lage"; but "lässt sich von ihr vertreten".
    pub(super) fn parts(&self, preposition: usize, phrase: &Range<usize>) -> bool {
        let Reader { analysis, clause, verb, free } = *self;
        free && analysis.is_any_adposition(preposition, &[Adposition::From, Adposition::Of])
            && !analysis.is_any(phrase.start, groups::PLACE)
            && !verb.lets(analysis)
            && is_reflexive(analysis, clause)
    }

    /// "muss sich | wegen Betrugs | verantworten", "ist | wegen Betrugs | angeklagt": what somebody has to answer for.
    pub(super) fn accounts_for(&self, preposition: usize) -> bool {
        let Reader { analysis, clause, verb, free } = *self;
        let state = || {
            analysis.is_auxiliary(verb.finite, Auxiliary::Be)
                && verb.head != verb.finite
                && analysis.has_form(verb.head, Class::Verb, Form::PARTICIPLE)
        };
        // "aus Angst", but "aus Holz gebaut"
        free && analysis.is_adposition(preposition, Adposition::Because)
            && !analysis.is_adposition(preposition, Adposition::From)
            && !verb.lets(analysis)
            && (is_reflexive(analysis, clause) || state())
    }

    /// "telefonierte am Montag | mit der Kanzlerin", "endete | mit einem Freispruch"; but "beim Treffen | mit der Kanzlerin", "weil der
    /// Streit | mit Bern eskalierte", "Mit dem Zug reiste er", "überfuhr sie | mit dem Auto", "ist | mit Bern nicht zu vergleichen".
    pub(super) fn joins_in(&self, preposition: usize, phrase: &Range<usize>, piece: &Range<usize>) -> bool {
        let Reader { analysis, clause, verb, free } = *self;
        let front = clause.kind == ClauseKind::Main && preposition < verb.finite;
        let of_subject = || clause.subject.as_ref().is_some_and(|subject| subject.end == preposition);
        let is =
            || analysis.is_auxiliary(verb.head, Auxiliary::Be) || analysis.is_auxiliary(verb.head, Auxiliary::Have);
        let can = || {
            let be = verb.tokens.iter().any(|token| analysis.is_auxiliary(*token, Auxiliary::Be));
            be && analysis.has_form(verb.head, Class::Verb, Form::INFINITIVE)
        };
        let object = |at: usize| {
            let subject = clause.subject.as_ref().is_some_and(|subject| subject.contains(&at));
            let pronoun = analysis.is(at, Class::Pronoun) && !analysis.is_any(at, groups::OPENS_PHRASE);
            pronoun && !subject && !analysis.is_reflexive(at) && !is_preposition(analysis, at - 1)
        };
        // "darf | mit dem Segen der Stadt bauen", "begann mit großem Eifer": how it is done.
        const NAMES: ClassSet = groups::DETERMINER.with(groups::NAMED).with(groups::PERSON);
        let somebody = || {
            analysis.holds_article(preposition)
                || analysis.is_any(phrase.start, NAMES)
                || analysis.lexed.classes(phrase.start).has_none()
        };
        // "die | mit Bern einen Vertrag schloss": the pronoun may be the object.
        let told = || {
            is_reflexive(analysis, clause) || clause.kind != ClauseKind::Relative && verb.modal.is_none() && somebody()
        };
        free && !front
            && analysis.is_adposition(preposition, Adposition::With)
            && told()
            // "rief mit dem Telefon, das er hatte, die Firma an"
            && verb.end() <= piece.end
            && !of_subject()
            && !(is() || can() || verb.means(analysis, SHOWS))
            && !piece.clone().skip(1).any(object)
    }

    /// "sucht | nach dem Mann"; but "sucht nach dem Anschlag Zeugen".
    pub(super) fn looks_for(&self, preposition: usize, phrase: &Range<usize>) -> bool {
        let Reader { analysis, verb, free, .. } = *self;
        free && analysis.is_adposition(preposition, Adposition::After)
            && verb.means(analysis, &["search"])
            && !analysis.is_noun_of(phrase.end - 1, NounKind::Event)
    }

    /// "leidet | unter dem Verlust", "profitiert | von der Reform": what somebody has good or bad of.
    pub(super) fn bears(&self, preposition: usize) -> bool {
        let Reader { analysis, verb, free, .. } = *self;
        let suffers = || verb.means(analysis, &["suffer"]) && analysis.is_adposition(preposition, Adposition::Under);
        let benefits = || verb.means(analysis, &["benefit"]) && analysis.is_adposition(preposition, Adposition::Of);
        free && (suffers() || benefits())
    }
}

/// Whether verbs govern what a preposition opens, so that it tells more than where, when or how.
pub(super) fn is_governed(
    analysis: &Analysis<'_, '_>,
    at: usize,
    whole: &Range<usize>,
    closes: impl Fn() -> bool,
) -> bool {
    let phrase = whole.start;
    let both = analysis.is_adposition(at, Adposition::In);
    // "auf dem Platz", "am Ende": where it is, but next to where the verb stands or stood.
    if analysis.is_adposition(at, Adposition::On) && !points(analysis, at, phrase) {
        return closes();
    }
    // "nach Warschau", not "nach polnischen Angaben", "nach der Arbeit".
    if analysis.is_adposition(at, Adposition::After) {
        return analysis.is_any(phrase, groups::PLACE) && analysis.shape(phrase) != Shape::Lower;
    }
    analysis.senses_of(at, Class::Adposition).any(|sense| match Adposition::from_value(sense.value) {
        Some(
            Adposition::On
            | Adposition::To
            | Adposition::For
            | Adposition::About
            | Adposition::Against
            | Adposition::Over
            | Adposition::Towards,
        ) => true,
        // "in die Stadt", not "in der Stadt", "in den Städten".
        Some(Adposition::Into) => {
            !both
                || analysis.is(phrase, Class::Article)
                    && can_be_accusative(analysis, phrase)
                    && !is_dative(analysis, whole)
        }
        _ => false,
    })
}

/// "served *as* deputy", "arbeitet *als* Lehrer", "gilt *als* Grundstein": as what somebody does or is something; but "wie viele andere Lehrer", "besser als
/// Lehrer".
pub(super) fn is_role(
    analysis: &Analysis<'_, '_>,
    verb: &VerbGroup,
    preposition: usize,
    phrase: &Range<usize>,
) -> bool {
    /// How far before it a comparative may stand.
    const NEAR: usize = 3;
    let head = noun_phrase(analysis, phrase.start, phrase.end).unwrap_or(phrase.end) - 1;
    let compared = || (preposition.saturating_sub(NEAR)..preposition).any(|at| analysis.is(at, Class::Comparative));
    analysis.is_adposition(preposition, Adposition::As)
        && !analysis.is(preposition, Class::Interrogative)
        && !analysis.is_any(phrase.start, groups::QUANTITY)
        && (is_person(analysis, head) || verb.means(analysis, &["apply"]))
        && !compared()
}

/// Whether what "on" opens may be more than a place: not with the article of a dative.
fn points(analysis: &Analysis<'_, '_>, at: usize, phrase: usize) -> bool {
    let profile = analysis.profile(analysis.sentence_of(at));
    let contracted = analysis.holds_article(at);
    !(profile.verb_final && (contracted || analysis.is(phrase, Class::Article) && !can_be_accusative(analysis, phrase)))
}

/// Whether nothing but adverbs stands between a place and the verb's last part or the end of the stretch.
pub(super) fn closes(analysis: &Analysis<'_, '_>, verb: &VerbGroup, at: usize, end: usize) -> bool {
    let next = (at..end).find(|at| {
        !analysis.is_any(*at, ClassSet::of(&[Class::Adverb, Class::Negation, Class::Coordinator]))
            && analysis.kind(*at) != TokenKind::Terminal
    });
    next.is_none_or(|next| verb.tokens.contains(&next))
}

/// "die Diskussion | über die Reform", "der Prozess | gegen ihn": what an event is about or against, behind its noun; but "der
/// Protest richtet sich gegen die Reform", "sprach in der Sitzung gegen die Reform", "stieg im Vergleich um 13".
pub(super) fn hangs_on_event(
    analysis: &Analysis<'_, '_>,
    clause: &Clause,
    nouns: &[Option<usize>],
    preposition: usize,
) -> bool {
    let says = || clause.verb.as_ref().is_some_and(|verb| verb.says(analysis));
    nouns.iter().flatten().any(|noun| clause.holds(*noun) && is_topic(analysis, *noun, preposition))
        && !says()
        && !is_reflexive(analysis, clause)
}

/// "als Nachfolger | von Hardy", "zur Chefin | von Hardy": what somebody or something is taken for or becomes.
pub(super) fn names(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    analysis.is_adposition(phrase.start, Adposition::As)
        || analysis.is_adposition(phrase.start, Adposition::To) && is_person(analysis, phrase.end - 1)
}

/// Whether a clause has a reflexive pronoun.
fn is_reflexive(analysis: &Analysis<'_, '_>, clause: &Clause) -> bool {
    clause.tokens().take(FAR).any(|at| analysis.is_reflexive(at))
}
