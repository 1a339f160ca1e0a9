//! Which noun phrases are no object of the verb: what hangs on a phrase before them, or tells how or how far.

use std::ops::Range;

use super::reader::{Reader, is_determiner};
use crate::clause::ClauseKind;
use crate::clause::constituent::joins_nouns;
use crate::clause::front::{is_leading_participle, tells_how};
use crate::lexicon::class::{Auxiliary, VerbKind};
use crate::lexicon::{Class, ClassSet, Form, groups};
use crate::reading::phrase::{can_be_accusative, is_dative, is_genitive, is_nominative, is_oblique};
use crate::text::TokenKind;

impl Reader<'_, '_, '_> {
    /// Whether a noun phrase hangs on what stands before it, or stands where no object does.
    pub(super) fn hangs(&self, phrase: &Range<usize>, behind: bool, led: bool, limit: usize) -> bool {
        // What has no determiner goes on with a given name before it.
        const OPENS: ClassSet = groups::OPENS_PHRASE.or(&[Class::Pronoun, Class::Adjective]);
        let Reader { analysis, clause, verb, free } = *self;
        let start = phrase.start;
        // "die seit Jahren | verehrte Musikerin": a participle goes on with what stands before it.
        let attribute = || behind && self.is_attribute(start);
        // "hinter Greg | van Avermaet", "vor Arjen | Robben"
        let name = || led && analysis.is(start.wrapping_sub(1), Class::GivenName) && !analysis.is_any(start, OPENS);
        // "will Rechte stärken und Sperren …": behind the verb's last part stands no object.
        let trails = || verb.head != verb.finite && start > verb.head.max(verb.finite);
        // Before the verb of a main clause stands one phrase.
        let leads = || clause.kind == ClauseKind::Main && !clause.shared && start < verb.finite;
        let fixed = || leads() && clause.subject.as_ref().is_some_and(|subject| subject.start < verb.finite);
        // "hat gebaut | und die Halle verkauft", "weil er geht | und das Haus verkauft": what opens the clause joins no nouns.
        let whole =
            clause.shared || clause.coordinate && (clause.kind != ClauseKind::Main || is_oblique(analysis, start));
        let opens = whole && start == clause.extent().start + 1;
        let joined = || !opens && joins_nouns(analysis, start.wrapping_sub(1));
        // "*Brav* arbeitet der Sensor"
        let how = || leads() && tells_how(analysis, phrase, verb, limit);
        // "Geschult am Alten, malte er", but "Erhalten blieb ein Haus"
        let state = || {
            leads()
                && phrase.len() == 1
                && analysis.begins_sentence(start)
                && is_leading_participle(analysis, start)
                && !(start + 1 == verb.finite
                    && verb.tokens.len() == 1
                    && matches!(verb.kind(analysis), None | Some(VerbKind::Placed | VerbKind::Steady)))
        };
        // "Damals war Siemens | der größte Arbeitgeber"
        let equated = || verb.equates(analysis) && is_nominative(analysis, start);
        free && (how() || state() || attribute() || name() || fixed() || trails() || joined())
            || behind && !can_be_accusative(analysis, start) && !equated()
            || is_genitive(analysis, start)
            || is_dative(analysis, phrase)
    }

    /// "die seit Jahren | verehrte Musikerin": whether a participle goes on with what stands right before it; but "stoppten die
    /// Richter | geplante Reisen".
    fn is_attribute(&self, at: usize) -> bool {
        let Reader { analysis, clause, .. } = *self;
        let profile = analysis.profile(clause.sentence);
        let word = analysis.word(at);
        // "belegt der diesem Blatt | vorliegende Antrag"
        let whole = |subject: &Range<usize>| subject.end == at && !is_determiner(analysis, subject.start + 1);
        let own = clause.subject.as_ref().is_some_and(whole)
            && (profile.accusative)(word)
            && !(profile.oblique_determiner)(word)
            && !analysis.has_form(at, Class::Verb, Form::GERUND);
        analysis.has_form(at, Class::Verb, Form::ATTRIBUTIVE) && !own
    }

    /// "is a step | ahead": with a particle right behind it a phrase tells where, not what somebody is.
    pub(super) fn is_distance(&self, end: usize) -> bool {
        let Reader { analysis, verb, free, .. } = *self;
        let copula = verb.head == verb.finite && analysis.is_auxiliary(verb.finite, Auxiliary::Be);
        let governs = analysis.is(end, Class::Adposition) && analysis.kind(end + 1) == TokenKind::Word;
        !free && copula && analysis.is(end, Class::Particle) && !governs
    }
}
