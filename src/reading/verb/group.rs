//! The words that together are a predicate, and what they say of tense, mood and voice.

use smallvec::{SmallVec, smallvec};

use super::sign::{FINITE, Sign, Signs};
use super::{infinitive_mark, verb_final, verb_medial};
use crate::lang::Profile;
use crate::lexicon::class::{Adposition, Auxiliary, Commitment, Modal, VerbKind};
use crate::lexicon::{Class, Form, Known, Sense};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

/// The words that together are the predicate.
#[derive(Clone, Debug)]
pub(crate) struct VerbGroup {
    /// Its tokens in order: "wird … bekannt gegeben".
    pub tokens: SmallVec<[usize; 4]>,
    /// The finite verb, or the infinitive of an infinitive clause.
    pub finite: usize,
    /// The token of the verb that carries the meaning.
    pub head: usize,
    /// What the dictionaries say of that verb; `None` where they do not know it.
    pub sense: Option<Sense>,
    pub modal: Option<Modal>,
    pub passive: bool,
    pub negated: bool,
    pub tense: Tense,
    /// Konjunktiv I, the mood of reported speech.
    pub reported: bool,
    /// Konjunktiv II, "would".
    pub conditional: bool,
}

/// The concepts of verbs whose infinitive tells what seems to be so or may come.
const RAISES: &[&str] = &["consider", "seem", "threaten"];

/// The concepts of other verbs that an infinitive goes with, besides those of planning.
const GOVERNS: &[&str] = &["begin", "help", "need", "refuse", "stop", "try"];

/// When, as far as the verb says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Present,
    Future,
}

/// The words among which a verb group stands.
#[derive(Clone, Copy)]
pub(crate) struct Words<'v, 'a, 't> {
    pub analysis: &'v Analysis<'a, 't>,
    pub signs: &'v Signs,
    pub profile: &'static Profile,
}

impl VerbGroup {
    /// What it does, as far as the dictionaries know it.
    pub(crate) fn kind(&self, analysis: &Analysis<'_, '_>) -> Option<VerbKind> {
        analysis.verb_kind(self.sense?)
    }

    /// Whether it is of those that mostly say something without an object.
    pub(crate) fn needs_no_object(&self, analysis: &Analysis<'_, '_>) -> bool {
        self.kind(analysis).is_some_and(needs_no_object)
    }

    /// Whether it introduces what somebody says, thinks or finds.
    pub(crate) fn says(&self, analysis: &Analysis<'_, '_>) -> bool {
        matches!(self.kind(analysis), Some(VerbKind::Say | VerbKind::Think | VerbKind::Find))
    }

    /// Whether things do it to persons, or persons to one another: "Schüsse trafen die Männer".
    pub(crate) fn is_done_to_persons(&self, analysis: &Analysis<'_, '_>) -> bool {
        self.sense.is_some_and(|sense| analysis.entry(sense).is_done_to_persons())
    }

    /// "ist", "wurde" by itself: what somebody is or becomes is a nominative too.
    pub(crate) fn equates(&self, analysis: &Analysis<'_, '_>) -> bool {
        self.tokens.len() == 1
            && [Auxiliary::Be, Auxiliary::Become].iter().any(|wanted| analysis.is_auxiliary(self.finite, *wanted))
    }

    /// Whether only somebody, or a body of people, makes it of a thing: "Das Buch hat Anna Weber geschrieben".
    pub(crate) fn needs_agent(&self, analysis: &Analysis<'_, '_>) -> bool {
        !self.passive && self.sense.is_some_and(|sense| analysis.entry(sense).needs_agent())
    }

    /// Whether it takes somebody or something from one place to another.
    pub(crate) fn moves(&self, analysis: &Analysis<'_, '_>) -> bool {
        self.sense.is_some_and(|sense| analysis.entry(sense).moves())
    }

    /// Whether it is one of the concepts.
    pub(crate) fn means(&self, analysis: &Analysis<'_, '_>, concepts: &[&str]) -> bool {
        self.sense.is_some_and(|sense| analysis.means(sense, concepts))
    }

    /// Whether it stands so far behind what hangs on it as any of some commitments say.
    pub(crate) fn commits(&self, analysis: &Analysis<'_, '_>, wanted: &[Commitment]) -> bool {
        self.sense.is_some_and(|sense| analysis.commits(sense, wanted))
    }

    /// The token behind its last word.
    pub(crate) fn end(&self) -> usize {
        self.tokens.last().unwrap_or(&self.finite) + 1
    }

    /// Behind the verb, before the object that stands between it and its particle: "turned | the plan down".
    pub(crate) fn before_object(&self, analysis: &Analysis<'_, '_>) -> usize {
        let end = self.end();
        let apart = end > self.head + 2 && analysis.is(end - 1, Class::Particle) && !self.tokens.contains(&(end - 2));
        let medial = apart && !analysis.profile(analysis.sentence_of(self.head)).verb_final;
        if medial { self.head + 1 } else { end }
    }

    /// A verb that stands alone.
    pub(crate) fn of(finite: usize) -> VerbGroup {
        VerbGroup {
            tokens: smallvec![finite],
            finite,
            head: finite,
            sense: None,
            modal: None,
            passive: false,
            negated: false,
            tense: Tense::Present,
            reported: false,
            conditional: false,
        }
    }

    /// "is believed | to cut", "is believed to | have cut": whether the verb's last part is active behind its infinitive's mark.
    fn acts_behind_infinitive(&self, analysis: &Analysis<'_, '_>) -> bool {
        let marked = |at: usize| at.checked_sub(1).is_some_and(|mark| infinitive_mark(analysis, mark));
        let before = self.tokens.iter().copied().filter(|token| *token < self.head).max();
        let perfect = |at: usize| analysis.is_auxiliary(at, Auxiliary::Have) && marked(at);
        marked(self.head) || before.is_some_and(|before| before != self.finite && perfect(before))
    }

    /// The finite verb with what belongs to it among the tokens of its clause.
    pub(crate) fn joined(words: Words<'_, '_, '_>, tokens: &[usize], finite: usize) -> VerbGroup {
        let mut group = VerbGroup::of(finite);
        let auxiliary = group.auxiliary(words.analysis).or(group.modal(words.analysis)).is_some();
        let raises = !auxiliary && words.profile.verb_final && group.raises(words, own_stretch(tokens, finite));
        let join = if words.profile.verb_final { verb_final::join } else { verb_medial::join };
        let own = if raises { own_stretch(tokens, finite) } else { tokens };
        join(words, own, &mut group, auxiliary || raises);
        group
    }

    /// "scheint … | zu haben", "droht … | zu verlieren": without a comma the infinitive belongs to the verb.
    fn raises(&self, words: Words<'_, '_, '_>, tokens: &[usize]) -> bool {
        let analysis = words.analysis;
        const OPENS: &[Adposition] = &[Adposition::Around, Adposition::Without];
        let raises = |sense: &Sense| {
            let governs = analysis.means(*sense, RAISES)
                || analysis.means(*sense, GOVERNS)
                || analysis.verb_kind(*sense) == Some(VerbKind::Plan);
            !sense.form.has(Form::WANTS_PREFIX) && sense.form.has_any(FINITE) && governs
        };
        // "begann zu laufen | um zu siegen"
        let opened = || {
            let mut behind = tokens.iter().filter(|token| **token > self.finite);
            behind.any(|token| analysis.is_any_adposition(*token, OPENS))
        };
        let last = || {
            let word = |token: &usize| *token != self.finite && analysis.kind(*token) == TokenKind::Word;
            tokens.iter().rev().copied().find(word)
        };
        let verbs = || analysis.senses_of(self.finite, Class::Verb);
        let unknown = |last: usize| is_unknown_infinitive(analysis, last);
        let ends = |forms: u8| last().is_some_and(|last| words.signs[last].is(forms));
        ends(Sign::MARKED | Sign::ZU_INFINITIVE) && verbs().any(raises) && !opened()
            // "ließ den Vertrag | prüfen", "ließ die Glocken | schrillen"
            || (ends(Sign::INFINITIVE) || last().is_some_and(unknown)) && self.lets(analysis)
    }

    /// "ließ", alone or with an infinitive.
    pub(crate) fn lets(&self, analysis: &Analysis<'_, '_>) -> bool {
        lets(analysis, self.finite)
    }

    /// Whether it only says that what its infinitive tells seems to be so or may come: "seems to know", "droht zu fallen".
    pub(crate) fn seems(&self, analysis: &Analysis<'_, '_>) -> bool {
        self.head != self.finite
            && analysis.senses_of(self.finite, Class::Verb).any(|sense| analysis.means(*sense, RAISES))
    }

    /// What the finite verb is as an auxiliary.
    fn auxiliary(&self, analysis: &Analysis<'_, '_>) -> Option<Sense> {
        analysis.sense(self.finite, Class::Auxiliary).filter(|sense| sense.form.has_any(FINITE))
    }

    /// What the finite verb is as a modal verb or phrase.
    fn modal(&self, analysis: &Analysis<'_, '_>) -> Option<Sense> {
        analysis.sense(self.finite, Class::Modal).filter(|sense| sense.form.has_any(FINITE))
    }

    /// Reads tense, mood and voice from the finite verb.
    pub(crate) fn describe(&mut self, words: Words<'_, '_, '_>) {
        let analysis = words.analysis;
        let (auxiliary, modal) = (self.auxiliary(analysis), self.modal(analysis));
        let form = auxiliary
            .or(modal)
            .or(self.sense)
            .or_else(|| analysis.sense(self.finite, Class::Verb))
            .map_or(Form::NONE, |sense| sense.form);
        let kind = auxiliary.and_then(|sense| Auxiliary::from_value(sense.value));
        // "is expected | to cut", "is expected to have | cut": neither is done to its subject.
        let acts = !words.profile.be_perfect && self.acts_behind_infinitive(analysis);
        let with_participle = self.head != self.finite && is_participle(words.analysis, self.head) && !acts;
        let subjunctive = form.has(Form::SUBJUNCTIVE_2) && !form.has(Form::PAST);
        let future = kind == Some(Auxiliary::Become) && !with_participle && self.head != self.finite && !subjunctive
            || modal.is_some_and(|sense| sense.value == Modal::Will as u32);
        self.modal = modal.and_then(|sense| Modal::from_value(sense.value));
        self.passive = with_participle
            && (kind == Some(Auxiliary::Become)
                || self.tokens.iter().any(|token| {
                    *token != self.finite
                        && analysis.senses_of(*token, Class::Auxiliary).any(|sense| {
                            matches!(Auxiliary::from_value(sense.value), Some(Auxiliary::Become | Auxiliary::Be))
                        })
                })
                || kind == Some(Auxiliary::Be) && !words.profile.be_perfect);
        self.reported = is_reported(form);
        self.conditional = subjunctive || modal.is_some_and(|sense| sense.value == Modal::Would as u32);
        self.tense = if future {
            Tense::Future
        } else if form.has(Form::PAST)
            || with_participle && matches!(kind, Some(Auxiliary::Have | Auxiliary::Be)) && !self.passive
        {
            Tense::Past
        } else {
            Tense::Present
        };
    }
}

/// The tokens of a clause up to the first mark behind its finite verb.
fn own_stretch(tokens: &[usize], finite: usize) -> &[usize] {
    let from = tokens.partition_point(|token| *token < finite);
    let rest = tokens.get(from..).unwrap_or_default();
    let joined = rest.iter().zip(rest.iter().skip(1)).take_while(|(token, next)| **token + 1 == **next).count();
    tokens.get(..from + joined + 1).unwrap_or(tokens)
}

/// A participle, also of a verb that no dictionary has: "ausgeblieben".
pub(crate) fn is_participle(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.has_form(token, Class::Verb, Form::PARTICIPLE) || is_unknown_participle(analysis, token)
}

/// A participle of a verb that no dictionary has, by its form.
pub(super) fn is_unknown_participle(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    let profile = analysis.profile(analysis.sentence_of(token));
    analysis.lexed.classes(token).has_none() && (profile.past_form)(analysis.word(token))
        || is_prefixed_participle(analysis, token)
}

/// An infinitive of a verb that no dictionary has, by its form.
pub(super) fn is_unknown_infinitive(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    let profile = analysis.profile(analysis.sentence_of(token));
    analysis.lexed.classes(token).has_none()
        && analysis.shape(token) == Shape::Lower
        && (profile.infinitive_like)(analysis.word(token))
}

/// "Geschult": a participle of a verb that no dictionary has, in its sentence's capital.
pub(crate) fn is_leading_participle(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    let sentence = analysis.sentence_of(token);
    let profile = analysis.profile(sentence);
    let word = || analysis.word(token).to_lowercase();
    analysis.sentences.get(sentence).is_some_and(|sentence| sentence.tokens.start as usize == token)
        && analysis.lexed.classes(token).has_none()
        && analysis.known(token) == Some(Known::Form)
        // "Zeugen", "Scheuchen": what ends like an infinitive may be a plural.
        && !(profile.infinitive_like)(analysis.word(token))
        && (profile.past_form)(&word())
}

/// "durchschwommen" of "geschwommen": the participle of a verb that no dictionary has and that is a known one with a prefix.
pub(crate) fn is_prefixed_participle(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    if !analysis.lexed.classes(token).has_none() || analysis.shape(token) != Shape::Lower {
        return false;
    }
    let sentence = analysis.sentence_of(token);
    let participle = |sense: Sense| sense.class == Class::Verb && sense.form.has(Form::PARTICIPLE);
    (analysis.profile(sentence).simple_participle)(analysis.word(token))
        .is_some_and(|simple| analysis.senses_for(sentence, &simple).any(participle) || analysis.lists(token, &simple))
}

/// Whether verbs of a kind mostly say something without an object.
pub(crate) fn needs_no_object(kind: VerbKind) -> bool {
    use VerbKind::{Alone, Down, Occur, Placed, Steady, Up};
    matches!(kind, Alone | Down | Occur | Placed | Steady | Up)
}

/// "ließ", "lassen"
pub(crate) fn lets(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    let lets = |sense: &Sense| !sense.form.has(Form::WANTS_PREFIX) && analysis.means(*sense, &["let"]);
    analysis.senses_of(token, Class::Verb).any(lets)
}

/// Whether a form can only be the mood of reported speech: "sei", and "habe" besides the first person.
pub(crate) fn is_reported(form: Form) -> bool {
    form.has(Form::SUBJUNCTIVE_1)
        && (!form.has(Form::PRESENT) || form.has(Form::SINGULAR) && !form.has(Form::INFINITIVE))
}
