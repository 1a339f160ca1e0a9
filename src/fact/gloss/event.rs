//! Events in a gloss: subject, verb and object in the text's own words.

use std::ops::Range;

use smallvec::SmallVec;

use super::super::{completing, passive, predicative, role};
use super::Writer;
use crate::answer::{Fact, Phrase, Span};
use crate::clause::{Clause, ClauseKind, VerbGroup, is_thing, noun_phrase, prepositional_phrase};
use crate::lexicon::class::{Adposition, Coordinator};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::reading::phrase::{genitive, is_oblique, is_preposition};
use crate::reading::verb::{begins_infinitive, infinitive_mark};
use crate::text::{Shape, TokenKind};

/// What stands before a predication in a gloss.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// "Europol: *was founded in May*"
    Subject,
    /// "37 firms *founded in May*"
    Counted,
}

/// How many tokens "weder … noch …" is looked for in.
const LONGEST_PAIR: usize = 16;

/// How many tokens of a clause are looked at for words that belong to its verb.
const LONGEST_CLAUSE: usize = 80;

impl Writer<'_, '_, '_> {
    /// "Europol: published a report": subject, verb and object in the text's own words, in quotation marks where the gloss
    /// is in another language. Whether a negation that the fact has is among them.
    pub(super) fn event(&mut self, fact: &Fact<'_>, object: Option<&Phrase<'_>>) -> bool {
        self.clause(fact, object, None)
    }

    /// The same, with words that lead on to what the gloss says next.
    pub(super) fn clause(&mut self, fact: &Fact<'_>, object: Option<&Phrase<'_>>, next: Option<Span>) -> bool {
        if let Some(subject) = &fact.subject {
            self.subject(subject);
            self.out.push(':');
        }
        self.predication(fact, object, next, Told::Subject)
    }

    /// What a clause says of its subject, without that. Whether a negation that the fact has is among the words.
    pub(super) fn predication(
        &mut self,
        fact: &Fact<'_>,
        object: Option<&Phrase<'_>>,
        next: Option<Span>,
        of: Told,
    ) -> bool {
        let Some(predicate) = &fact.predicate else {
            return false;
        };
        let analysis = self.context.analysis;
        let figure = self.apart;
        let counted = |span: Span| of == Told::Counted && figure.is_some_and(|figure| span.overlaps(figure.span));
        let whole = figure.is_none() || of == Told::Counted;
        let mut said: SmallVec<[Span; 8]> = predicate.spans.iter().copied().collect();
        let mut denied = false;
        let verb = predicate.spans.first().map(|span| analysis.token_at(span.start));
        let clause = self.context.clause_of_fact(fact);
        let alone = || clause.filter(|_| figure.is_none() && object.is_none());
        let next = next.or_else(|| self.infinitive_behind(alone()?));
        if let Some(clause) = clause {
            let result = clause.verb.as_ref().and_then(|verb| {
                let result = || predicative::result(analysis, clause, verb).map(|token| token..token + 1);
                predicative::excess(analysis, clause, verb).or_else(result)
            });
            said.extend(result.map(|tokens| analysis.span(tokens)));
            let medial = !analysis.profile(clause.sentence).verb_final;
            for token in clause.tokens().take(LONGEST_CLAUSE) {
                let negation = fact.negated && analysis.is(token, Class::Negation);
                denied |= negation;
                let determiner = analysis.is(token, Class::Quantifier) && !analysis.denies_verb(token);
                // "in sich widersprüchlich", but "während sich …"
                let governs = |at: usize| is_preposition(analysis, at) && !analysis.is(at, Class::Subordinator);
                let governed = || token.checked_sub(1).is_some_and(governs);
                // "from drinks rather than beer itself"
                let emphasis = medial && clause.verb.as_ref().is_none_or(|verb| token > verb.end());
                // "Neither the army *nor* the police": told with the subject.
                let own = clause.subject.as_ref().is_some_and(|subject| subject.contains(&token));
                let other = negation && !determiner && !own || analysis.is_reflexive(token) && !governed() && !emphasis;
                if other && !said.contains(&analysis.span(token..token + 1)) {
                    let phrase = negation && analysis.denies_verb(token);
                    let end = if phrase { analysis.behind(token, Class::Negation) } else { token + 1 };
                    said.extend((token..end).map(|token| analysis.span(token..token + 1)));
                }
            }
            said.extend(self.it(fact, clause));
            said.extend(self.marks(clause));
            said.extend(self.joined(clause).into_iter().flatten().map(|at| analysis.span(at..at + 1)));
            said.extend(self.vote(clause).filter(|_| object.is_none()).map(|at| analysis.span(at..at + 1)));
            // "bot ihm an, | das Haus zu kaufen"
            let whom = next.and_then(|_| completing::whom(analysis, clause)).filter(|_| !medial && figure.is_none());
            said.extend(whom.map(|at| analysis.span(at..at + 1)));
            said.sort_unstable_by_key(|span| span.start);
            said.dedup();
        }
        let outside = |object: &&Phrase<'_>| {
            clause.is_some_and(|clause| clause.object.is_some() && !clause.holds(analysis.token_at(object.span.start)))
        };
        if let Some(object) = object.filter(outside) {
            said.insert(0, object.span);
        } else if let Some(object) = object {
            let phrase = self.with_infinitive(verb, self.with_preposition(object.span));
            let phrase = clause.map_or(phrase, |clause| self.with_receiver(clause, phrase));
            let alone = clause.filter(|_| whole);
            let phrase = alone.map_or(phrase, |clause| self.with_adjunct(fact, clause, phrase));
            let phrase = alone.map_or(phrase, |clause| self.with_phrases(fact, clause, phrase));
            // "There were 37 ships on each side": what is counted stands before the gloss's verb.
            let phrase = if counted(phrase) { self.with_preposition(object.span) } else { phrase };
            said.retain(|span| !phrase.contains(*span));
            let at = self.place_of_object(fact, object.span, &said, of);
            said.insert(at.min(said.len()), phrase);
        } else if let Some((clause, last)) = clause.zip(said.last().copied()).filter(|_| whole) {
            let phrase = self.with_adjunct(fact, clause, last);
            said.pop();
            said.push(phrase);
            if let Some(closing) = self.closing(fact, clause) {
                said.insert(said.partition_point(|word| word.start < closing.start), closing);
            }
        }
        if let Some(pronoun) = clause.and_then(|clause| pronoun_behind(analysis, clause)) {
            let pronoun = analysis.span(pronoun);
            if !said.iter().any(|said| said.overlaps(pronoun)) {
                said.insert(said.partition_point(|word| word.start < pronoun.start), pronoun);
            }
        }
        clause.into_iter().for_each(|clause| self.of_passive(fact, clause, next, &mut said));
        let completing =
            clause.and_then(|clause| completing::of(self.context, clause, object.map(|object| object.span)));
        let state = || completing::state(self.context, clause?, object.filter(|_| figure.is_none())?.span);
        let completing = completing.or_else(state);
        let place = |span: &Span| self.place_apart(fact).is_some_and(|place| span.overlaps(place.span));
        let other = |span: &Span| {
            said.iter().any(|said| said.overlaps(*span)) || figure.is_some_and(|figure| span.overlaps(figure.span))
        };
        if let Some(completing) =
            completing.map(|tokens| analysis.span(tokens)).filter(|span| !place(span) && !other(span))
        {
            said.insert(said.partition_point(|word| word.start < completing.start), completing);
        }
        // "gelang es | nicht, den Täter zu fassen"
        said.retain(|span| !next.is_some_and(|next| next.contains(*span)));
        said.extend(next);
        if of == Told::Counted {
            said.retain(|span| !counted(*span));
            let verb = clause.and_then(|clause| clause.verb.as_ref());
            if object.is_none() && verb.is_some_and(|verb| self.wants_object(verb, &said)) {
                return false;
            }
            self.without_auxiliaries(&mut said, verb);
        }
        // "keine Namen der Täter": where what denies was cut, the gloss says it apart.
        let subject = fact.subject.as_ref().filter(|_| of == Told::Subject).map(|subject| subject.span);
        denied = denied && said.iter().copied().chain(subject).any(|span| self.denies(span));
        let complete = clause.filter(|_| whole).is_some_and(|clause| self.with_rest(fact, clause, &mut said));
        let shared = || clause.filter(|_| of == Told::Subject).and_then(|clause| self.shared_auxiliary(clause));
        if let Some(auxiliary) = shared() {
            said.insert(0, auxiliary);
        }
        match self.within {
            Some(figure) if complete => self.around(figure, &said),
            Some(_) => return denied,
            None => {
                self.blank();
                self.quoted(&said);
            }
        }
        self.told.extend(said);
        denied
    }

    /// "*hatte* verzichtet und | das Haus verkauft": the auxiliary of the clause before, whose subject goes on with a participle or
    /// infinitive alone.
    fn shared_auxiliary(&self, clause: &Clause) -> Option<Span> {
        /// How many clauses may stand between.
        const NEAR: usize = 6;
        let (analysis, clauses) = (self.context.analysis, self.context.clauses);
        let own = clause.verb.as_ref().filter(|verb| clause.shared && clause.holds(verb.finite))?;
        let at = clauses.at(clause.extent().start)?;
        let before = (0..at).rev().take(NEAR).filter_map(|at| clauses.get(at));
        let before = before.into_iter().find(|before| before.kind == ClauseKind::Main && !before.shared)?;
        let finite = before.verb.as_ref()?.finite;
        let goes_on = before.sentence == clause.sentence && before.subject == clause.subject && own.finite == own.head;
        (goes_on && analysis.is_any(finite, groups::AUXILIARY)).then(|| analysis.span(finite..finite + 1))
    }

    /// "37 firms *bought*": whether nothing but a verb is said, and one that mostly has an object, which was not read.
    fn wants_object(&self, verb: &VerbGroup, said: &[Span]) -> bool {
        let analysis = self.context.analysis;
        let own = |span: &Span| analysis.tokens_of(*span).all(|token| verb.tokens.contains(&token));
        !verb.passive && !verb.needs_no_object(analysis) && !role::is_state(analysis, verb) && said.iter().all(own)
    }

    /// "37 firms *founded*": of a group of verbs, what is counted has the participle or infinitive, but all that an infinitive
    /// hangs on ("were unable to leave").
    fn without_auxiliaries(&self, said: &mut SmallVec<[Span; 8]>, verb: Option<&VerbGroup>) {
        let analysis = self.context.analysis;
        let Some(verb) = verb.filter(|verb| verb.head != verb.finite) else {
            return;
        };
        let medial = !analysis.profile(analysis.sentence_of(verb.head)).verb_final;
        let governs = medial && verb.tokens.iter().any(|token| infinitive_mark(analysis, *token));
        if governs || said.iter().any(|span| self.denies(*span)) {
            return;
        }
        let auxiliary = |span: &Span| {
            let tokens = analysis.tokens_of(*span);
            tokens.len() == 1 && verb.tokens.contains(&tokens.start) && analysis.is_any(tokens.start, groups::AUXILIARY)
        };
        said.retain(|span| !auxiliary(span));
    }

    pub(super) fn denies(&self, span: Span) -> bool {
        let analysis = self.context.analysis;
        analysis.tokens_of(span).any(|token| analysis.is(token, Class::Negation))
    }

    /// "versuchte, | *die Grenze zu überqueren*": the infinitive clause right behind a clause, up to its verb.
    pub(super) fn infinitive_behind(&self, clause: &Clause) -> Option<Span> {
        Some(self.context.analysis.span(completing::infinitive_behind(self.context, clause)?))
    }

    /// Adds what a passive says besides: what is left of an object ("was awarded *a prize*"), what it is of, to or for, and who
    /// does it ("by police").
    fn of_passive(&self, fact: &Fact<'_>, clause: &Clause, next: Option<Span>, said: &mut SmallVec<[Span; 8]>) {
        let analysis = self.context.analysis;
        let span = |tokens: Range<usize>| analysis.span(tokens);
        // "was fined 300 million euros": the amount stands behind.
        let figure = self.apart;
        let counted = |span: &Span| figure.is_some_and(|figure| span.overlaps(figure.span));
        // "was closed | two years ago": told as the date that it is.
        let dated = fact.time.as_ref().is_some_and(|time| time.begin.is_some());
        let time = |span: &Span| {
            let tokens = analysis.tokens_of(*span);
            dated && self.context.is_time(analysis.span(tokens.end - 1..tokens.end))
        };
        if let Some(kept) = passive::kept(analysis, clause).map(span).filter(|span| !counted(span) && !time(span)) {
            let medial = !analysis.profile(clause.sentence).verb_final;
            let at = if medial { said.len() } else { said.partition_point(|word| word.start < kept.start) };
            said.insert(at, kept);
        }
        said.extend(passive::result(analysis, clause).map(span));
        let place = |span: &Span| self.place_apart(fact).is_some_and(|place| span.overlaps(place.span));
        if let Some(receiver) =
            passive::receiver(analysis, clause).map(span).filter(|span| !counted(span) && !time(span))
        {
            let at = said.partition_point(|word| word.start < receiver.start).max(1);
            said.insert(at.min(said.len()), receiver);
        }
        let gerund = || {
            let verb = clause.verb.as_ref().filter(|verb| verb.passive)?;
            Some(verb.end()..completing::gerund(self.context, verb.end())?)
        };
        let governed = gerund().or_else(|| passive::governed(self.context, clause)).map(span);
        let parts = |span: &Span| said.iter().all(|word| span.contains(*word) || !span.overlaps(*word));
        if let Some(governed) = governed.filter(|span| !counted(span) && !place(span) && parts(span)) {
            said.retain(|word| !governed.contains(*word));
            said.insert(said.partition_point(|word| word.start < governed.start), governed);
        }
        // "by tensions | between two sides": told before the figure.
        // "wurde | nach dem Unfall von der Polizei | festgenommen"
        let told =
            |span: &Span| next.is_some_and(|next| next.overlaps(*span)) || said.iter().any(|word| word.overlaps(*span));
        let agent = passive::agent(self.context, clause).map(span).filter(|span| !counted(span) && !told(span));
        if let Some(agent) = agent {
            let medial = !analysis.profile(clause.sentence).verb_final;
            let at = if medial { said.len() } else { said.partition_point(|word| word.start < agent.start) };
            said.insert(at, agent);
        }
    }

    /// An object with the infinitive that says what it does: "the contracts to be examined".
    fn with_infinitive(&self, verb: Option<usize>, object: Span) -> Span {
        let analysis = self.context.analysis;
        let clause = verb.and_then(|verb| self.context.clauses.at(verb));
        let tokens = analysis.tokens_of(object);
        let end = clause.and_then(|clause| completing::infinitive(self.context, clause, &tokens));
        let done = || completing::done(self.context, self.context.clauses.get(clause?)?, &tokens);
        let end = end.or_else(done);
        end.map_or(object, |end| Span { end: analysis.span(end - 1..end).end, ..object })
    }

    /// An object with who gets it or what is made of it: "gave *the man* a book", "called the law *a mistake*", "überreichte *der
    /// Wehr* einen Wagen".
    fn with_receiver(&self, clause: &Clause, object: Span) -> Span {
        const ARTICLES: ClassSet = ClassSet::of(&[Class::Article, Class::IndefiniteArticle]);
        let analysis = self.context.analysis;
        let Some(verb) = clause.verb.as_ref() else {
            return object;
        };
        let Range { start, end } = analysis.tokens_of(object);
        let medial = !analysis.profile(clause.sentence).verb_final;
        // Right behind the verb, or behind a subject that stands there.
        let behind = clause.subject.as_ref().filter(|subject| subject.start == verb.finite + 1);
        let first = behind.map_or(verb.finite + 1, |subject| subject.end);
        let first = if medial { verb.before_object(analysis) } else { first };
        let receives = medial || is_oblique(analysis, first);
        let between = |end: &usize| *end == start && first < start && receives && is_thing(analysis, first..start);
        if noun_phrase(analysis, first, start).is_some_and(|end| between(&end)) {
            return Span { start: analysis.span(first..start).start, ..object };
        }
        let limit = clause.piece_of(start).map_or(end, |piece| piece.end);
        // "nannte die Strafe *einen Fehler*", "passt die Zahl *den Vorgaben* an"
        let opens = if medial {
            analysis.is(end, Class::IndefiniteArticle)
        } else {
            analysis.is_any(end, ARTICLES) && is_oblique(analysis, end)
        };
        let made = noun_phrase(analysis, end, limit).filter(|_| opens);
        let made =
            made.filter(|made| is_thing(analysis, end..*made) && !self.context.is_time(analysis.span(end..*made)));
        made.map_or(object, |made| Span { end: analysis.span(made - 1..made).end, ..object })
    }

    /// An object with what stands behind it after a preposition, where the verb stands before it: "replaced coal *with gas*", "put
    /// pressure *on the firm*".
    fn with_adjunct(&self, fact: &Fact<'_>, clause: &Clause, object: Span) -> Span {
        let end = self.adjunct(fact, clause, self.context.analysis.tokens_of(object).end);
        end.map_or(object, |end| Span { end: self.context.analysis.span(end - 1..end).end, ..object })
    }

    /// The end of what stands at a token behind the verb after a preposition, where the verb stands before its object.
    pub(super) fn adjunct(&self, fact: &Fact<'_>, clause: &Clause, at: usize) -> Option<usize> {
        use Adposition::{
            About, Against, As, Behind, Between, For, From, Into, Off, On, Over, To, Towards, Under, With, Without,
        };
        const TELLS: &[Adposition] =
            &[About, Against, As, Behind, Between, For, From, Into, Off, On, Over, To, Towards, Under, With, Without];
        /// How many tokens it may have.
        const LONGEST: usize = 8;
        let analysis = self.context.analysis;
        let medial = !analysis.profile(clause.sentence).verb_final;
        // What a passive is of or for is told anyway.
        let behind = clause.verb.as_ref().is_some_and(|verb| verb.end() < at || verb.end() == at && !verb.passive);
        if let Some(end) = completing::gerund(self.context, at).filter(|_| medial && behind) {
            return Some(end);
        }
        let piece = clause.piece_of(at).filter(|_| medial && behind)?;
        let phrase = prepositional_phrase(analysis, at, piece.end)
            .filter(|_| analysis.is_any_adposition(at, TELLS) && !begins_infinitive(analysis, at));
        let end = phrase.map(|end| genitive(analysis, end, piece.end).unwrap_or(end));
        let other = |end: usize| {
            let span = analysis.span(at..end);
            let noun = analysis.behind(at, Class::Adposition)..end;
            self.context.is_time(analysis.span(end - 1..end))
                || self.place_apart(fact).is_some_and(|place| span.overlaps(place.span))
                || !is_thing(analysis, noun)
        };
        end.filter(|end| end - at <= LONGEST && ends_phrase(analysis, *end) && !other(*end))
    }

    /// "scheint zu *haben*": what marks an infinitive of the verb, where that is no part of it.
    fn marks(&self, clause: &Clause) -> impl Iterator<Item = Span> {
        let analysis = self.context.analysis;
        let free = analysis.profile(clause.sentence).verb_final;
        let verb = clause.verb.as_ref().filter(|verb| free && verb.head != verb.finite);
        let others = verb.into_iter().flat_map(|verb| verb.tokens.iter().filter(|token| **token != verb.finite));
        let marks = others.filter_map(|token| token.checked_sub(1)).filter(|at| infinitive_mark(analysis, *at));
        marks.map(|at| analysis.span(at..at + 1)).collect::<SmallVec<[Span; 2]>>().into_iter()
    }

    /// "Den Forschern: gelang *es*": the subject of a clause, where it is not the fact's.
    fn it(&self, fact: &Fact<'_>, clause: &Clause) -> Option<Span> {
        let analysis = self.context.analysis;
        let verb = clause.verb.as_ref().filter(|verb| verb.means(analysis, role::SUCCEEDS) && self.apart.is_none())?;
        let own = clause.subject.clone().filter(|own| own.start > verb.finite).map(|own| analysis.span(own))?;
        fact.subject.as_ref().is_some_and(|subject| !subject.span.overlaps(own)).then_some(own)
    }

    /// "hat viele Spiele *gewonnen und* verloren": another participle or infinitive joined to the last of a group of verbs.
    fn joined(&self, clause: &Clause) -> Option<Range<usize>> {
        let analysis = self.context.analysis;
        let verb = clause.verb.as_ref().filter(|verb| verb.head > verb.finite + 2)?;
        // "will weder *Steuern erhöhen noch* Schulden machen"
        let nor = |at: &usize| analysis.is_coordinator(*at, Coordinator::Nor);
        let neither = |at: &usize| nor(at) && analysis.is(*at, Class::Negation);
        let last = verb.finite + 1..verb.head;
        if verb.head - verb.finite <= LONGEST_PAIR
            && let Some(first) = last.clone().find(neither)
            && let Some(second) = last.rev().find(nor)
            && second > first + 1
            && [Form::INFINITIVE, Form::PARTICIPLE].iter().any(|form| analysis.has_form(second - 1, Class::Verb, *form))
        {
            return Some(first..second + 1);
        }
        let first = verb.head - 2;
        let form = |form: Form| [first, verb.head].iter().all(|at| analysis.has_form(*at, Class::Verb, form));
        let lower = analysis.shape(first) == Shape::Lower && clause.holds(first);
        let joins = analysis.is_coordinator(verb.head - 1, Coordinator::And) && lower && !verb.tokens.contains(&first);
        (analysis.profile(clause.sentence).verb_final && joins && (form(Form::PARTICIPLE) || form(Form::INFINITIVE)))
            .then_some(first..verb.head)
    }

    /// "stimmten *dafür*": the adverb right behind a vote or before its participle.
    fn vote(&self, clause: &Clause) -> Option<usize> {
        let analysis = self.context.analysis;
        let verb = clause.verb.as_ref().filter(|verb| verb.means(analysis, &["vote"]))?;
        let at = if verb.head > verb.finite { verb.head - 1 } else { verb.finite + 1 };
        let own = clause.holds(at) && !verb.tokens.contains(&at) && !self.context.is_time(analysis.span(at..at + 1));
        let adverb = own && analysis.is(at, Class::Adverb) && analysis.shape(at) == Shape::Lower;
        (adverb && analysis.profile(clause.sentence).verb_final).then_some(at)
    }

    /// Where the object stands among the words of the verb: in the order of the text, but behind the verb and its reflexive
    /// pronoun where it stands before the subject ("Den Antrag lehnte das Gericht ab").
    fn place_of_object(&self, fact: &Fact<'_>, object: Span, verb: &[Span], of: Told) -> usize {
        let analysis = self.context.analysis;
        let counted = self.apart.filter(|_| of == Told::Counted).map(|figure| figure.span);
        let subject = fact.subject.as_ref().map(|subject| subject.span).or(counted);
        if subject.is_none_or(|subject| subject.start < object.start) {
            return verb.partition_point(|word| word.start < object.start);
        }
        let behind = verb.iter().skip(1);
        1 + behind.take_while(|word| analysis.is_reflexive(analysis.token_at(word.start))).count()
    }
}

/// "asked | him | for help", "made | it harder | for firms": the pronoun right behind a verb that it is done to, with what becomes
/// of that, where the verb stands before its object.
fn pronoun_behind(analysis: &Analysis<'_, '_>, clause: &Clause) -> Option<Range<usize>> {
    const OTHER: ClassSet = groups::DETERMINER.with(groups::NOUN).or(&[Class::RelativePronoun, Class::Interrogative]);
    let verb = clause.verb.as_ref().filter(|verb| !verb.passive && !verb.equates(analysis))?;
    let at = verb.before_object(analysis);
    let subject = clause.subject.as_ref().is_some_and(|subject| subject.contains(&at));
    let medial = !analysis.profile(clause.sentence).verb_final;
    let pronoun = medial && !subject && clause.holds(at) && analysis.is(at, Class::Pronoun);
    let becomes = analysis.is(at + 1, Class::Adjective) && analysis.is_any(at + 2, groups::LINK);
    (pronoun && !analysis.is_any(at, OTHER)).then(|| at..at + 1 + usize::from(becomes))
}

/// Whether no word follows with which a noun phrase may go on: "a fine | drive", "short | -time work", "their power | cut off".
pub(super) fn ends_phrase(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const GOES_ON: ClassSet = groups::NOUN.with(groups::VERBAL).or(&[Class::Adjective]);
    let other = analysis.is_any(at, groups::LINK.with(groups::OPENER).or(&[Class::Adverb, Class::Direction]));
    let word = analysis.kind(at) == TokenKind::Word && analysis.shape(at) == Shape::Lower;
    analysis.kind(at) != TokenKind::Hyphen
        && (!word || other || !(analysis.is_any(at, GOES_ON) || analysis.is_unknown_word(at)))
}
