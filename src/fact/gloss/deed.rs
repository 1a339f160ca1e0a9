//! What counted things do or suffer, in a gloss: "5 people *died*".

use std::ops::Range;

use smallvec::SmallVec;

use super::super::{completing, event, object, role};
use super::event::ends_phrase;
use super::{EXISTS, Writer};
use crate::answer::{Counted, Fact, Figure, FigureKind, FigureUse, Phrase, Span};
use crate::clause::{Clause, VerbGroup};
use crate::lexicon::class::{Adposition, Coordinator, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::phrase::{is_oblique, is_preposition};
use crate::reading::verb::infinitive_mark;

impl Writer<'_, '_, '_> {
    /// What the counted things do or suffer: "5 people *died*", "640 workers *dismissed*". Not that they only are there. Gives the
    /// object that is told with it.
    pub(super) fn deed(&mut self, fact: &Fact<'_>, figure: &Figure<'_>) -> Option<Span> {
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
        let said = fact.predicate.as_ref().filter(|_| tells).and_then(|predicate| predicate.spans.first());
        let clause = said.and_then(|span| self.context.clause_of(analysis.token_at(span.start)));
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
        if verb.negated || figure.of.as_ref().is_some_and(told) {
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
        let own = |subject: &Range<usize>| leads(subject) || joined(subject);
        let does = fact.subject.is_none() && clause.subject.as_ref().is_some_and(own);
        // What stands before them is mostly the frame ("Aus Wut auf die Firma hatten 500 Fahrer …"), but "fehlen *der Firma* 20 Euro".
        let said = does.then(|| object::of_event(self.context, clause));
        let direct = said.as_ref().is_some_and(|object| object.direct && !exists);
        // "came *to Bern*"
        let arrives = verb.sense.and_then(|sense| analysis.verb_kind(sense)) == Some(VerbKind::Occur);
        let reaches = |object: &Phrase<'_>| {
            let first = analysis.token_at(object.span.start);
            first.checked_sub(1).is_some_and(|before| {
                analysis.is_any_adposition(before, &[Adposition::After, Adposition::Into, Adposition::To])
            })
        };
        let adjective = said.as_ref().is_some_and(|object| object.adjective);
        let ends =
            |object: &Phrase<'_>| !medial || adjective || ends_phrase(analysis, analysis.tokens_of(object.span).end);
        let object = said.and_then(|object| object.phrase.value).filter(|object| {
            let told = || direct && !object.span.overlaps(figure.span);
            let place = object.span.start >= figure.span.end
                || told() && is_oblique(analysis, analysis.token_at(object.span.start));
            place && (!exists || ends(object) && (!arrives || reaches(object)))
        });
        let alone = verb.sense.and_then(|sense| analysis.verb_kind(sense)) == Some(VerbKind::Alone);
        // "50 people are missing": a participle that is an adjective too.
        let described = medial && verb.head != verb.finite && analysis.is(verb.head, Class::Adjective);
        // "gingen *von Bord*": what closes the clause makes one verb of both.
        let closing = || if medial || exists || direct { None } else { completing::of(self.context, clause, None) };
        let counted_to = figure.of.as_ref().map_or(counted, |of| analysis.tokens_of(of.span).end.max(amount.end) - 1);
        // What stands right behind them mostly hangs on them.
        let apart = |closing: &Range<usize>| closing.end <= amount.start || closing.start > counted_to + 1;
        let closing = closing().filter(|closing| does && object.is_none() && apart(closing));
        let closing = closing.map(|tokens| analysis.span(tokens));
        let state = event::is_state(analysis, verb);
        let complete =
            object.is_some() || closing.is_some() || described || !exists && (verb.passive || alone || state);
        let suffers = counts && figure.of.is_some() && fact.subject.is_some() && self.is_object(fact, amount.start);
        // "won 37 games": as somebody does it to them, so it is done.
        let (prefix, participle) = verb.sense.map_or(("", ""), |sense| analysis.entry(sense).parts_of_verb());
        if exists && !(does && complete) {
            return None;
        }
        if suffers && !verb.passive && !participle.is_empty() {
            // A phrase is no part of the participle: "in Brand gesetzt".
            let phrase = Some(prefix).filter(|prefix| prefix.contains(' '));
            self.blank();
            self.marked(phrase.into_iter().chain([participle]));
            return None;
        }
        if !(does && complete || suffers && self.is_done(fact, clause, verb)) {
            return None;
        }
        // Of a group the participle or infinitive says it, with its particle or phrase: "ums Leben gekommen".
        // "were unable to leave", "wanted to leave": what the infinitive hangs on is told too.
        let governed = medial && verb.tokens.iter().any(|token| infinitive_mark(analysis, *token));
        let grouped = verb.head != verb.finite && !governed;
        let phrase = |token: usize| prefix.split(' ').any(|word| word == analysis.word(token));
        let own = |token: &&usize| {
            !grouped || **token == verb.head || phrase(**token) || **token > verb.head && !verb.passive
        };
        let mut words: SmallVec<[Span; 8]> =
            verb.tokens.iter().filter(own).map(|token| analysis.span(*token..*token + 1)).collect();
        words.retain(|span| !(grouped && analysis.is_any(analysis.token_at(span.start), groups::AUXILIARY)));
        if let Some(object) = &object {
            let phrase = self.with_preposition(object.span);
            let leads = phrase.end <= figure.span.start && !grouped;
            let at = words.partition_point(|word| word.start < phrase.start);
            words.insert(if leads { at.max(1) } else { at }, phrase);
        }
        if let Some(closing) = closing {
            words.insert(words.partition_point(|word| word.start < closing.start), closing);
        }
        self.blank();
        self.quoted(&words);
        object.map(|object| object.span).or(closing)
    }

    /// "17 Abgeordnete, *so war die Annahme*, …": a verb behind a comma, with what it begins with.
    fn is_aside(&self, clause: &Clause, verb: &VerbGroup, figure: &Figure<'_>) -> bool {
        let analysis = self.context.analysis;
        let piece = clause.piece_of(verb.finite).filter(|piece| piece.start > analysis.tokens_of(figure.span).start);
        piece.is_some_and(|piece| analysis.is_any(piece.start, groups::PRONOMINAL.or(&[Class::Adverb])))
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
        let there = matches!(
            kind,
            Some(
                VerbKind::Amount | VerbKind::Occur | VerbKind::Say | VerbKind::Think | VerbKind::Find | VerbKind::Plan
            )
        );
        there || EXISTS.contains(&analysis.entry(sense).id)
    }
}
