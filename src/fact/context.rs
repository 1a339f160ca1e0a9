//! What facts are made from, with the ways to find it.
#![allow(clippy::indexing_slicing, reason = "partition points lie within the slice they were found in")]

use std::borrow::Cow;
use std::ops::Range;

use crate::answer::{
    Answer, Entity, EntityId, EntityType, Fact, Figure, Mention, Phrase, Predicate, Reference, Rule, Span, Statement,
    StatementId, TimeSource,
};
use crate::clause::{Clause, Clauses, VerbGroup, noun_phrase};
use crate::lexicon::class::{Auxiliary, Coordinator, VerbKind};
use crate::lexicon::{Class, groups};
use crate::name::Antecedents;
use crate::reading::{Analysis, LONGEST_PHRASE};
use crate::speech::is_view;
use crate::text::{Shape, TokenKind};

/// What facts are made from, with the ways to find it.
pub(super) struct Context<'c, 'a, 't> {
    pub analysis: &'c Analysis<'a, 't>,
    pub clauses: Clauses<'c>,
    pub answer: &'c Answer<'t>,
    /// What pronouns and descriptions refer to.
    pub antecedents: Antecedents<'c, 't>,
    /// Places in `answer.statements`, by the start of a piece of content: where, one past its end, which.
    contents: Vec<(Span, u32)>,
    /// Where the speakers of statements are named, in order.
    speakers: Vec<Span>,
    /// Where the words that introduce statements stand, in order.
    cues: Vec<Span>,
}

/// How many pieces of content are looked at around a place: statements nest, but not deeply.
const NESTED: usize = 8;

impl<'c, 'a, 't> Context<'c, 'a, 't> {
    pub(super) fn new(analysis: &'c Analysis<'a, 't>, clauses: Clauses<'c>, answer: &'c Answer<'t>) -> Self {
        let mut contents: Vec<(Span, u32)> = Vec::with_capacity(answer.statements.len() * 2);
        for (at, statement) in answer.statements.iter().enumerate() {
            contents.extend(statement.content.iter().map(|span| (*span, at as u32)));
        }
        contents.sort_unstable_by_key(|(span, at)| (span.start, span.end, *at));
        let mut speakers: Vec<Span> = Vec::with_capacity(answer.statements.len());
        speakers.extend(answer.statements.iter().filter_map(|statement| Some(statement.speaker.as_ref()?.span)));
        speakers.sort_unstable_by_key(|span| (span.start, span.end));
        let mut cues: Vec<Span> = Vec::with_capacity(answer.statements.len() * 2);
        cues.extend(
            answer
                .statements
                .iter()
                // "denied the charge" is an event with an object as well.
                .filter(|statement| !is_view(statement))
                .filter_map(|statement| statement.cue.as_ref())
                .flat_map(|cue| cue.spans.iter().copied()),
        );
        cues.sort_unstable_by_key(|span| (span.start, span.end));
        let antecedents = Antecedents::new(analysis, &answer.mentions, &answer.entities);
        Context { analysis, clauses, answer, antecedents, contents, speakers, cues }
    }

    /// Whether a rule is one of a sentence's language.
    pub(super) fn speaks(&self, rule: &Rule, sentence: usize) -> bool {
        rule.languages.hold_in(self.analysis.lang(sentence))
    }

    /// The clause that holds a token.
    pub(super) fn clause_of(&self, token: usize) -> Option<&'c Clause> {
        self.clauses.get(self.clauses.at(token)?)
    }

    /// The clause whose verb a fact's predicate is.
    pub(super) fn clause_of_fact(&self, fact: &Fact<'_>) -> Option<&'c Clause> {
        let predicate = fact.predicate.as_ref()?.spans.first()?;
        self.clause_of(self.analysis.token_at(predicate.start))
    }

    /// The verb that introduces a statement, with its clause.
    pub(super) fn verb_of_cue(&self, statement: &Statement<'_>) -> Option<(&'c Clause, &'c VerbGroup)> {
        let span = statement.cue.as_ref()?.spans.first()?;
        let cue = self.analysis.token_at(span.start);
        let clause = self.clause_of(cue)?;
        let verb = clause.verb.as_ref().filter(|verb| verb.tokens.contains(&cue))?;
        Some((clause, verb))
    }

    /// The last word before a clause, without the comma and the adverb that stands for the clause: "Beweise *dafür*, | dass".
    pub(super) fn word_before(&self, clause: &Clause) -> Option<usize> {
        let analysis = self.analysis;
        let last = clause.before()?;
        let last = last.checked_sub(usize::from(analysis.word(last) == ","))?;
        let noun = last.checked_sub(1).filter(|noun| analysis.is_any(*noun, groups::NOUN));
        let stands_for = analysis.is(last, Class::Adverb) && analysis.profile(clause.sentence).verb_final;
        noun.filter(|_| stands_for).or(Some(last))
    }

    /// The innermost statement whose content holds the span.
    pub(super) fn statement_of(&self, span: Span) -> Option<StatementId> {
        let to = self.contents.partition_point(|(content, _)| content.start <= span.start);
        self.contents[..to]
            .iter()
            .rev()
            .take(NESTED)
            .filter(|(content, _)| content.contains(span))
            .min_by_key(|(content, _)| content.end - content.start)
            .map(|(_, at)| StatementId(*at))
    }

    pub(super) fn statement(&self, id: StatementId) -> Option<&'c Statement<'t>> {
        self.answer.statement(id)
    }

    /// The rule of the time or period that a fact's time is taken from.
    pub(super) fn rule_of(&self, time: TimeSource) -> Option<&'static Rule> {
        match time {
            TimeSource::Time(id) => self.answer.time(id).map(|time| time.rule),
            TimeSource::Period(id) => self.answer.period(id).map(|period| period.rule),
        }
    }

    /// Where a fact's time stands.
    pub(super) fn span_of(&self, time: TimeSource) -> Option<Span> {
        match time {
            TimeSource::Time(id) => self.answer.time(id).map(|time| time.span),
            TimeSource::Period(id) => self.answer.period(id).map(|period| period.span),
        }
    }

    /// Whether a span lies within the name of a speaker.
    pub(super) fn statement_of_speaker(&self, span: Span) -> bool {
        let to = self.speakers.partition_point(|speaker| speaker.start <= span.start);
        self.speakers[..to].iter().rev().take(2).any(|speaker| speaker.contains(span))
    }

    /// Whether a statement is introduced by a verb.
    pub(super) fn is_cue(&self, verb: &VerbGroup) -> bool {
        let span = self.analysis.span(verb.head..verb.head + 1);
        let from = self.cues.partition_point(|cue| cue.end <= span.start);
        self.cues.get(from).is_some_and(|cue| cue.overlaps(span))
    }

    /// Whether a time stands in a span.
    pub(super) fn is_time(&self, span: Span) -> bool {
        let times = &self.answer.times;
        let from = times.partition_point(|time| time.span.end <= span.start);
        times.get(from).is_some_and(|time| time.span.overlaps(span))
    }

    /// The member of a list that holds some tokens: from the comma or "and" before them to the one behind. What stands in it
    /// tells of them rather than of its neighbours ("20 in the east, 12 in the west").
    pub(super) fn member(&self, tokens: &Range<usize>) -> Range<usize> {
        const MOST: usize = 12;
        let analysis = self.analysis;
        let ends = |token: &usize| {
            analysis.kind(*token) == TokenKind::Separator || analysis.is_coordinator(*token, Coordinator::And)
        };
        let first = tokens.start.saturating_sub(MOST);
        let start = (first..tokens.start).rev().find(ends).map_or(first, |comma| comma + 1);
        let last = (tokens.end + MOST).min(analysis.tokens.len());
        start..(tokens.end..last).find(ends).unwrap_or(last)
    }

    /// A phrase with the entity that it names or stands for.
    pub(super) fn reference(&self, tokens: Range<usize>) -> Option<Reference<'t>> {
        let Phrase { span, text } = self.analysis.phrase(self.analysis.span(tokens.clone()))?;
        Some(Reference { span, text, entity: self.entity_of(tokens) })
    }

    /// The entity that a phrase names by its noun, not by what hangs on it: "negotiators | of Iran".
    pub(super) fn entity_of(&self, tokens: Range<usize>) -> Option<EntityId> {
        let analysis = self.analysis;
        let end = noun_phrase(analysis, tokens.start, tokens.end).unwrap_or(tokens.end);
        if end < tokens.end && analysis.is(end, Class::Coordinator) {
            return None;
        }
        let core = tokens.start..end;
        let mentions = &self.answer.mentions;
        let span = analysis.span(core.clone());
        let last = mentions.partition_point(|mention| mention.span.start < span.end).checked_sub(1);
        match last.and_then(|at| mentions.get(at)).filter(|mention| mention.span.overlaps(span)) {
            Some(mention) => {
                (mention.span.end >= span.end && !self.is_owner(mention, &tokens)).then_some(mention.entity)
            }
            None => self.antecedents.of(core),
        }
    }

    /// "die Lage *Griechenlands*", "*Webers* Familie": a name in the genitive beside the noun that a phrase is about.
    fn is_owner(&self, mention: &Mention<'_>, phrase: &Range<usize>) -> bool {
        let analysis = self.analysis;
        if !analysis.profile(analysis.sentence_of(phrase.start)).genitive_case {
            return false;
        }
        let name = analysis.tokens_of(mention.span);
        let owner = mention.text.strip_suffix('s').filter(|owner| !owner.is_empty());
        let own = |entity: &Entity<'_>, owner: &str| {
            let known = entity.name == owner || entity.aliases.iter().any(|alias| alias == owner);
            known || entity.name.split(' ').next_back() == Some(owner)
        };
        let owns = owner.zip(self.answer.entity(mention.entity)).is_some_and(|(owner, entity)| own(entity, owner));
        let noun =
            |at: usize| analysis.shape(at) == Shape::Title && analysis.is_any(at, groups::NOUN.with(groups::OFFICE));
        // "die Politik | Merkels", but "Ministerin Mertens"
        let before = |at: usize| noun(at) && !analysis.is_any(at, groups::OFFICE);
        let beside = if name.start > phrase.start { before(name.start - 1) } else { noun(name.end) };
        owns && beside
    }

    /// The figure that a fact tells of.
    pub(super) fn figure(&self, fact: &Fact<'_>) -> Option<&'c Figure<'t>> {
        self.answer.figure(fact.figure?)
    }

    /// The entity that a reference names or stands for.
    pub(super) fn entity(&self, reference: &Reference<'_>) -> Option<&'c Entity<'t>> {
        self.answer.entity(reference.entity?)
    }

    /// Whether phrases with commas between them make up one: "Austria, Italy and the Netherlands".
    pub(super) fn is_list(&self, span: Span) -> bool {
        self.analysis.tokens_of(span).any(|at| self.analysis.kind(at) == TokenKind::Separator)
    }

    /// Whether a reference has a name or stands for one; a list of them is no single entity.
    pub(super) fn is_named(&self, reference: &Reference<'_>) -> bool {
        let mentions = &self.answer.mentions;
        let at = mentions.partition_point(|mention| mention.span.end <= reference.span.start);
        let first = || mentions.get(at).map(|mention| mention.span);
        let listed = || first().is_some_and(|first| first.overlaps(reference.span));
        // "Emma Hardy and her husband"
        let joined = || {
            first().is_some_and(|first| {
                let behind =
                    self.analysis.tokens_of(Span { start: first.end.min(reference.span.end), ..reference.span });
                // "Austria, | Italy and France": not what is left of a list.
                let before = self.analysis.token_at(first.start).wrapping_sub(1);
                let listed =
                    self.analysis.kind(before) == TokenKind::Separator || self.analysis.is(before, Class::Article);
                first.start == reference.span.start && !listed && self.analysis.is(behind.start, Class::Coordinator)
            })
        };
        reference.entity.is_some() || self.is_list(reference.span) && listed() || joined()
    }

    /// The person named by a mention that a span touches.
    pub(super) fn person_at(&self, span: Span) -> Option<EntityId> {
        let mentions = &self.answer.mentions;
        let last = mentions.partition_point(|mention| mention.span.start < span.end).checked_sub(1)?;
        let mention = mentions.get(last).filter(|mention| mention.span.overlaps(span))?;
        (mention.kind == EntityType::Per).then_some(mention.entity)
    }

    pub(super) fn is_person(&self, id: EntityId) -> bool {
        self.answer.entity(id).is_some_and(|entity| entity.kind == EntityType::Per)
    }

    /// What the verb does, as far as the dictionaries know it.
    pub(super) fn verb_kind(&self, verb: &VerbGroup) -> Option<VerbKind> {
        verb.kind(self.analysis)
    }

    /// Whether the verb introduces what somebody says, thinks or finds.
    pub(super) fn says(&self, verb: &VerbGroup) -> bool {
        verb.says(self.analysis)
    }

    /// The word itself where no dictionary knows the verb, with the particle that makes it another one.
    fn unknown_lemma(&self, verb: &VerbGroup) -> Cow<'t, str> {
        let particle = verb.tokens.last().filter(|last| **last > verb.head);
        match (particle, self.analysis.sense(verb.head, Class::Verb)) {
            (Some(particle), Some(plain)) => {
                let (particle, plain) = (self.analysis.word(*particle), self.analysis.lemma(plain));
                let separable = self.analysis.profile(self.analysis.sentence_of(verb.head)).verb_final;
                if separable { format!("{particle}{plain}").into() } else { format!("{plain} {particle}").into() }
            }
            _ => self.analysis.word(verb.head).to_lowercase().into(),
        }
    }

    /// A verb group as the contract shows it; none where it is too long to be one.
    pub(super) fn predicate(&self, verb: &VerbGroup) -> Option<Predicate<'t>> {
        let text = self.analysis.joined(&verb.tokens);
        (text.len() <= LONGEST_PHRASE as usize).then(|| Predicate {
            spans: verb.tokens.iter().map(|token| self.analysis.span(*token..*token + 1)).collect(),
            text,
            lemma: match verb.sense {
                Some(sense) => self.analysis.lemma(sense),
                None => self.unknown_lemma(verb),
            },
            concept: match verb.sense {
                Some(sense) => self.analysis.id(sense),
                // An auxiliary that is the whole predicate: "is", "hatte".
                None => {
                    let sense = self.analysis.sense(verb.head, Class::Auxiliary);
                    sense.and_then(|sense| Auxiliary::from_value(sense.value)).map(|verb| verb.name().into())
                }
            },
        })
    }
}
