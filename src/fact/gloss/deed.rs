//! What counted things do or suffer, in a gloss: "5 people *died*".

use std::ops::Range;

use super::super::{object, role};
use super::event::{Told, ends_phrase};
use super::quantity::is_one;
use super::{EXISTS, Writer};
use crate::answer::{Counted, Fact, Figure, FigureKind, FigureUse, Modality, Phrase, Span};
use crate::clause::{Clause, VerbGroup, is_singular};
use crate::lexicon::class::{Adposition, Coordinator, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::phrase::is_preposition;
use crate::reading::verb::{infinitive_mark, is_governed_gerund};
use crate::text::Shape;

impl Writer<'_, '_, '_> {
    /// What the counted things do or suffer: "5 people *died*", "640 workers *dismissed*". Not that they only are there. Gives the
    /// object that is told with it, and whether a negation that the fact has is among the words.
    pub(super) fn deed(&mut self, fact: &Fact<'_>, figure: &Figure<'_>) -> (Option<Span>, bool) {
        self.deed_of(fact, figure).unwrap_or((None, false))
    }

    /// "tried to save 37 people", "avoided dismissing 37 people": whether a figure counts what is done to things only if what its verb's infinitive hangs on says so.
    pub(super) fn is_governed(&self, fact: &Fact<'_>, figure: &Figure<'_>) -> bool {
        let analysis = self.context.analysis;
        let medial = !analysis.profile(fact.sentence as usize).verb_final;
        let spans = fact.predicate.iter().flat_map(|predicate| &predicate.spans);
        medial
            && figure.kind == FigureKind::Count
            && fact.modality != Modality::Planned
            && fact.change.is_none()
            && fact.object.as_ref().is_some_and(|object| object.span.overlaps(figure.span))
            && fact.subject.is_some()
            && spans.skip(1).take_while(|span| span.start < figure.span.start).any(|span| {
                let at = analysis.token_at(span.start);
                infinitive_mark(analysis, at) || is_governed_gerund(analysis, at)
            })
    }

    fn deed_of(&mut self, fact: &Fact<'_>, figure: &Figure<'_>) -> Option<(Option<Span>, bool)> {
        let analysis = self.context.analysis;
        let medial = !analysis.profile(fact.sentence as usize).verb_final;
        let counts = figure.kind == FigureKind::Count;
        // "40 % (workers) had accidents", but "a 9.1 % yield"
        let of = || analysis.is_adposition(analysis.tokens_of(figure.span).end, Adposition::Of);
        let share = matches!(figure.kind, FigureKind::Percent | FigureKind::Fraction | FigureKind::Money)
            && (!medial || figure.of.is_none() || of());
        // "30 Tonnen Reis wurden verbraucht", "zwei Jahre sind vergangen"
        let amount =
            matches!(figure.kind, FigureKind::Measure | FigureKind::Duration) && !medial && fact.subject.is_none();
        let tells = (counts || share || amount) && figure.usage != FigureUse::Frequency && fact.change.is_none();
        let clause = self.context.clause_of_fact(fact).filter(|_| tells);
        let (clause, verb) = clause.and_then(|clause| Some((clause, clause.verb.as_ref()?)))?;
        // "60 % of them *are members*", "40 workers *had accidents*": of what they are or have only they can tell.
        let has = role::has_or_becomes(analysis, verb) || role::is_copula(analysis, verb);
        let exists =
            has && !self.is_aside(clause, verb, figure) || verb.sense.is_some_and(|sense| self.only_exists(sense));
        if verb.sense.is_none() && !exists {
            return None;
        }
        // "37 injured": counted and told by the same word.
        let told =
            |of: &Counted<'_>| verb.tokens.iter().any(|token| analysis.span(*token..*token + 1).overlaps(of.span));
        if figure.of.as_ref().is_some_and(told) {
            return None;
        }
        let amount = analysis.tokens_of(figure.span);
        let counted = amount.end - 1;
        // "Talks between the two sides failed": what hangs on the subject does nothing; but "a total of 700 people", "three
        // in the car and six in the van".
        let hangs = |at: usize| is_preposition(analysis, at) && !analysis.is_adposition(at, Adposition::Of);
        let member = |at: &usize| !analysis.is(*at, Class::Coordinator);
        let leads = |subject: &Range<usize>| {
            (subject.contains(&amount.start) || subject.contains(&counted))
                && !(subject.start..amount.start).rev().take_while(member).any(hangs)
        };
        // "starben 20 Soldaten | sowie 19 Rebellen"
        let joined = |subject: &Range<usize>| {
            let between = subject.end..amount.start;
            let joins =
                |at: usize| analysis.is_any(at, ClassSet::of(&[Class::Coordinator, Class::Approx, Class::Adverb]));
            let and = between.clone().next().is_some_and(|at| analysis.is_coordinator(at, Coordinator::And));
            !medial && and && between.into_iter().all(joins)
        };
        // "Was schief *lief* und meine drei Wünsche": read amiss where the verb has another number.
        let many = counts && !is_one(figure) && figure.of.is_some();
        let amiss = !medial && many && is_singular(analysis, verb);
        let own = |subject: &Range<usize>| !amiss && (leads(subject) || joined(subject));
        if fact.subject.is_none() && clause.subject.as_ref().is_some_and(own) {
            return Some(self.does(fact, figure, clause, verb, exists));
        }
        let suffers = (counts || share && figure.kind != FigureKind::Money)
            && figure.of.is_some()
            && fact.subject.is_some()
            && self.is_object(fact, amount.start);
        if !exists && suffers && (!verb.negated || !medial) {
            self.suffers(fact, clause, verb);
        }
        None
    }

    /// "300 people *crossed the border*": what they do. Gives the object that is told with it, and whether a negation is among
    /// the words.
    fn does(
        &mut self,
        fact: &Fact<'_>,
        figure: &Figure<'_>,
        clause: &Clause,
        verb: &VerbGroup,
        exists: bool,
    ) -> (Option<Span>, bool) {
        let analysis = self.context.analysis;
        let medial = !analysis.profile(clause.sentence).verb_final;
        let said = object::of_event(self.context, clause);
        let (direct, adjective) = (said.direct && !exists, said.adjective);
        // "came *to Bern*"
        let arrives = verb.kind(analysis) == Some(VerbKind::Occur);
        let first = |object: &Phrase<'_>| analysis.token_at(object.span.start);
        let reaches = |object: &Phrase<'_>| {
            first(object).checked_sub(1).is_some_and(|before| {
                analysis.is_any_adposition(before, &[Adposition::After, Adposition::Into, Adposition::To])
            })
        };
        let ends =
            |object: &Phrase<'_>| !medial || adjective || ends_phrase(analysis, analysis.tokens_of(object.span).end);
        let object = said.phrase.value.filter(|object| {
            // What stands before them is mostly the frame ("Aus Wut auf die Firma hatten 500 Fahrer …"), but "*An der Wahl* nahmen
            // 500 Leute teil".
            let whole = || {
                let phrase = analysis.tokens_of(self.with_preposition(object.span));
                phrase.end == verb.finite
                    && clause.piece_of(phrase.start).is_some_and(|piece| piece.start == phrase.start)
            };
            let front = || (direct || !exists && whole()) && !object.span.overlaps(figure.span);
            let place = object.span.start >= figure.span.end || front();
            place && (!exists || ends(object) && (!arrives || reaches(object)))
        });
        let infinitive =
            if object.is_none() && !verb.passive && !medial { self.infinitive_behind(clause) } else { None };
        if exists && object.is_none() && infinitive.is_none() && !fact.negated {
            return (None, false);
        }
        let denied = self.predication(fact, object.as_ref(), infinitive, Told::Counted);
        (object.map(|object| object.span), denied)
    }

    /// "37 games *won*": as somebody does it to them, so it is done.
    fn suffers(&mut self, fact: &Fact<'_>, clause: &Clause, verb: &VerbGroup) {
        let analysis = self.context.analysis;
        let (prefix, participle) = verb.sense.map_or(("", ""), |sense| analysis.entry(sense).parts_of_verb());
        if !verb.passive && !participle.is_empty() {
            // A phrase is no part of the participle: "in Brand gesetzt".
            let phrase = Some(prefix).filter(|prefix| prefix.contains(' '));
            self.told.extend(fact.predicate.iter().flat_map(|predicate| predicate.spans.iter().copied()));
            let object = fact.object.as_ref().map(|object| analysis.tokens_of(object.span).end);
            // "left 37 people | dead"
            let result = object.filter(|end| self.is_result(clause, *end));
            let behind = result.map(|at| analysis.span(at..at + 1));
            let behind = behind.or_else(|| self.behind(fact, clause, object?));
            let behind = behind.into_iter().map(|behind| behind.of(analysis.text));
            self.blank();
            self.marked(phrase.into_iter().chain([participle]).chain(behind));
        } else if self.is_done(fact, clause, verb) {
            self.predication(fact, None, None, Told::Counted);
        }
    }

    /// Whether an adjective alone stands right behind an object, where the verb stands before that: what is made of it.
    fn is_result(&self, clause: &Clause, at: usize) -> bool {
        let analysis = self.context.analysis;
        !analysis.profile(clause.sentence).verb_final
            && clause.holds(at)
            && analysis.is(at, Class::Adjective)
            && analysis.shape(at) == Shape::Lower
            && !analysis.is_any(at, ClassSet::of(&[Class::Adverb, Class::Direction]))
            && ends_phrase(analysis, at + 1)
    }

    /// "17 Abgeordnete, *so war die Annahme*, …": a verb behind a comma, with what it begins with.
    fn is_aside(&self, clause: &Clause, verb: &VerbGroup, figure: &Figure<'_>) -> bool {
        let analysis = self.context.analysis;
        let piece = clause.piece_of(verb.finite).filter(|piece| piece.start > analysis.tokens_of(figure.span).start);
        piece.is_some_and(|piece| analysis.is_any(piece.start, groups::PRONOMINAL.or(&[Class::Adverb])))
    }

    /// Whether a clause tells of what is counted or measured what its subject did to it, had or said: by a verb that the gloss tells or
    /// need not tell.
    pub(super) fn is_done_by(&self, fact: &Fact<'_>, figure: &Figure<'_>, of: Span) -> bool {
        let analysis = self.context.analysis;
        let clause = self.context.clause_of_fact(fact).filter(|clause| !clause.shared);
        let Some((clause, verb)) = clause.and_then(|clause| Some((clause, clause.verb.as_ref()?))) else {
            return false;
        };
        // "killed four people and injured | 12": its noun stands elsewhere.
        let object =
            fact.object.as_ref().is_some_and(|object| object.span.overlaps(of) || object.span.overlaps(figure.span));
        if fact.change.is_some() {
            return object && !verb.passive;
        }
        let has = role::has_or_becomes(analysis, verb) || verb.means(analysis, EXISTS);
        let does = verb.sense.filter(|sense| !self.only_exists(*sense));
        let says =
            || verb.kind(analysis) == Some(VerbKind::Say) || does.is_some_and(|sense| self.is_participle_known(sense));
        object
            && !verb.passive
            && self.is_object(fact, analysis.tokens_of(figure.span).start)
            && (has || !verb.negated && says() || does.is_some() && self.is_done(fact, clause, verb))
    }

    fn is_participle_known(&self, sense: Sense) -> bool {
        !self.context.analysis.entry(sense).parts_of_verb().1.is_empty()
    }

    /// Whether the object of a fact begins with the counted things.
    fn is_object(&self, fact: &Fact<'_>, counted: usize) -> bool {
        let first = |object: &Phrase<'_>| self.context.analysis.token_at(object.span.start);
        fact.object.as_ref().is_some_and(|object| (0..2).contains(&counted.wrapping_sub(first(object))))
    }

    /// Whether a participle tells what is done to the object.
    fn is_done(&self, fact: &Fact<'_>, clause: &Clause, verb: &VerbGroup) -> bool {
        let analysis = self.context.analysis;
        let free = analysis.profile(fact.sentence as usize).verb_final;
        let participle = |sense: &Sense| sense.form.has(Form::PARTICIPLE) && !sense.form.has(Form::ATTRIBUTIVE);
        (verb.head != verb.finite || clause.shared || !free)
            && analysis.senses_of(verb.head, Class::Verb).any(participle)
    }

    /// Whether a verb tells of what is counted only that it is there.
    fn only_exists(&self, sense: Sense) -> bool {
        let analysis = self.context.analysis;
        let kind = analysis.verb_kind(sense);
        let there =
            matches!(kind, Some(VerbKind::Amount | VerbKind::Occur | VerbKind::Say | VerbKind::Think | VerbKind::Plan));
        there || EXISTS.contains(&analysis.entry(sense).id)
    }
}
