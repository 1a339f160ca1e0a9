//! The gloss of a fact: figure, counted noun, topic, period, place, and the source in brackets, from the record alone.
//!
//! - counts: "37 reports, Jan–Apr 2014 (Internet Watch Foundation)"
//! - measures: "revenue up to GBP 418 million, Q3 2022", "share down from 24 %"
//! - ages: "man aged 34"
//! - events: "Europol: published a report, Mar 2015"

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;

use super::context::Context;
use super::{change, object, wording};
use crate::answer::Decimal;
use crate::answer::{
    Approximation, Counted, Direction, Fact, Figure, FigureKind, FigureUse, FigureValue, Modality, Phrase, Reference,
    Span,
};
use crate::clause::{Clause, VerbGroup, can_speak};
use crate::lang::{GlossWords, Lang};
use crate::lexicon::class::{Adposition, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense, builtin};
use crate::options::GlossLang;
use crate::reading::Analysis;
use crate::reading::phrase::is_preposition;

/// Predicates that say of what is counted only that it is there or that somebody has it.
const EXISTS: &[&str] = &["be", "have", "receive"];

/// How many tokens of a clause are looked at for words that belong to its verb.
const LONGEST_CLAUSE: usize = 80;

/// Appends the gloss in the language asked for.
pub(super) fn write(context: &Context<'_, '_, '_>, fact: &Fact<'_>, wanted: GlossLang, out: &mut String) {
    let source = context.analysis.lang(fact.sentence as usize);
    let lang = match wanted {
        GlossLang::In(lang) => lang,
        GlossLang::Source => source.unwrap_or(Lang::En),
    };
    let words = &lang.profile().gloss;
    let mut writer = Writer { context, lang, source, words, same: source == Some(lang), out };
    let denied = match fact.figure.and_then(|id| context.answer.figures.get(id.0 as usize)) {
        Some(figure) if figure.of.is_none() && writer.is_told(fact, figure) => writer.told(fact, figure),
        Some(figure) => {
            writer.quantity(fact, figure);
            writer.deed(fact, figure);
            false
        }
        None => writer.event(fact, fact.object.as_ref()),
    };
    if let Some(time) = fact.time.as_ref().filter(|time| time.begin.is_some() || time.end.is_some()) {
        writer.out.push_str(", ");
        wording::time(writer.out, time, words);
    }
    let place = fact.place.as_ref().map(|place| writer.place(place));
    let not = (fact.negated && !denied).then_some(words.not);
    for part in [place, not, mood(fact.modality, words)].into_iter().flatten() {
        writer.out.push_str(", ");
        writer.out.push_str(part);
    }
    if let Some(source) = &fact.source {
        let entity = source.entity.and_then(|id| context.answer.entities.get(id.0 as usize));
        writer.out.push_str(" (");
        writer.out.push_str(entity.map_or(&source.text, |entity| &entity.name));
        writer.out.push(')');
    }
}

fn mood(modality: Modality, words: &GlossWords) -> Option<&'static str> {
    match modality {
        Modality::Planned => Some(words.planned),
        Modality::Possible => Some(words.possible),
        Modality::Conditional => Some(words.conditional),
        Modality::Asserted | Modality::Reported => None,
    }
}

/// A gloss as it grows, with what its words are taken from.
struct Writer<'c, 'a, 't> {
    context: &'c Context<'c, 'a, 't>,
    lang: Lang,
    /// The language of the text.
    source: Option<Lang>,
    words: &'static GlossWords,
    /// The gloss is in the language of the text.
    same: bool,
    out: &'c mut String,
}

impl<'c> Writer<'c, '_, '_> {
    /// Appends a word, with a blank where another stands before it.
    fn word(&mut self, word: &str) {
        self.blank();
        self.out.push_str(word);
    }

    fn blank(&mut self) {
        if !matches!(self.out.as_bytes().last(), None | Some(b'(')) {
            self.out.push(' ');
        }
    }

    /// A place, by the name that the gloss's language has for it where the phrase is only a name.
    fn place<'p>(&self, place: &'p Reference<'_>) -> &'p str {
        let entity = place.entity.and_then(|id| self.context.answer.entities.get(id.0 as usize));
        let known = entity
            .filter(|entity| entity.name == place.text || entity.aliases.contains(&place.text))
            .and_then(|entity| entity.reference.as_deref());
        let lexicon = builtin(self.lang);
        let name =
            known.and_then(|id| lexicon.canonical(Class::Place, id).or_else(|| lexicon.canonical(Class::Country, id)));
        name.map(|entry| entry.lemma).filter(|name| !name.is_empty()).unwrap_or(&place.text)
    }

    /// Whether a figure without a noun has a clause that says what it is about.
    fn is_told(&self, fact: &Fact<'_>, figure: &Figure<'_>) -> bool {
        let moves = change::words(fact, self.words).is_some() || figure.usage == FigureUse::Frequency;
        (!moves || self.compared(fact).is_some()) && fact.subject.is_some() && fact.predicate.is_some()
    }

    /// "Europol: pays EUR 300 *more*": how much more or less of something that is not said somebody has to do with.
    fn compared(&self, fact: &Fact<'_>) -> Option<&'static str> {
        let analysis = self.context.analysis;
        let agent = can_speak(analysis, &analysis.tokens_of(fact.subject.as_ref()?.span));
        let direction = change::compares(self.context, fact.figure?).filter(|_| agent && fact.change.is_some())?;
        Some(if direction == Direction::Up { self.words.more } else { self.words.less })
    }

    /// "Europol: sold the ship USD 7 million": a figure without a noun behind who or what has to do with it; the verb where
    /// it says more than that it is so. Whether a negation that the fact has is among the words.
    fn told(&mut self, fact: &Fact<'c>, figure: &Figure<'_>) -> bool {
        let Some(subject) = &fact.subject else {
            return false;
        };
        let only_is = fact.predicate.as_ref().and_then(|predicate| predicate.concept.as_deref());
        let denied = if only_is.is_some_and(|concept| EXISTS.contains(&concept)) {
            self.subject(subject);
            self.out.push(':');
            false
        } else {
            self.event(fact, fact.object.as_ref().filter(|object| !object.span.overlaps(figure.span)))
        };
        if figure.kind == FigureKind::Age {
            self.word(self.words.aged);
        }
        self.amount(figure);
        self.compared(fact).into_iter().for_each(|word| self.word(word));
        denied
    }

    /// The figure with what it counts or measures, in the order a reader expects.
    fn quantity(&mut self, fact: &Fact<'c>, figure: &'c Figure<'c>) {
        let change = change::words(fact, self.words);
        let counts = matches!(figure.kind, FigureKind::Count | FigureKind::OrdinalRank);
        // "Anna Weber aged 45", also where the text has "der 45-Jährige".
        let person = || {
            let id = fact.subject.as_ref().filter(|_| figure.kind == FigureKind::Age)?.entity?;
            Some(Cow::Borrowed(&*self.context.answer.entities.get(id.0 as usize)?.name))
        };
        let noun = match (&figure.of, counts) {
            // "Output rose at a rate of 2 %": what moved is the subject.
            (Some(_), false) if change.is_some() && change::is_rate(self.context, figure) => {
                fact.subject.as_ref().and_then(|subject| self.topic(subject)).map(Cow::Borrowed)
            }
            (Some(_), true) => {
                self.counted(figure, !is_one(figure) && figure.kind == FigureKind::Count || change.is_some())
            }
            (Some(_), false) => person().or_else(|| self.counted(figure, false)),
            (None, true) if figure.usage == FigureUse::Frequency => {
                let [once, often] = self.words.times;
                Some(Cow::Borrowed(if is_one(figure) { once } else { often }))
            }
            (None, true) => None,
            (None, false) => fact
                .subject
                .as_ref()
                .filter(|_| change.is_some())
                .and_then(|subject| self.topic(subject))
                .map(Cow::Borrowed)
                .or_else(person),
        };
        let moved = if figure.kind == FigureKind::Age { Some(self.words.aged) } else { change };
        match (moved, noun) {
            (Some(moved), noun) => {
                noun.into_iter().for_each(|noun| self.word(&noun));
                self.word(moved);
                self.amount(figure);
            }
            (None, Some(noun))
                if matches!(figure.kind, FigureKind::Money | FigureKind::Measure | FigureKind::OrdinalRank) =>
            {
                self.word(&noun);
                self.amount(figure);
            }
            (None, Some(noun)) if counts => {
                self.amount(figure);
                self.word(&noun);
            }
            (None, Some(noun)) => {
                self.amount(figure);
                self.word("(");
                self.word(&noun);
                self.out.push(')');
            }
            (None, None) => self.amount(figure),
        }
    }

    /// "about EUR 45,000", "3 years", "71 %".
    fn amount(&mut self, figure: &Figure<'_>) {
        let words = self.words;
        let approx = match figure.approx {
            Approximation::Exact => None,
            Approximation::About => Some(words.about),
            Approximation::Over => Some(words.over),
            Approximation::Under => Some(words.under),
            Approximation::AtLeast => Some(words.at_least),
            Approximation::AtMost => Some(words.at_most),
        };
        let unit = figure.unit.as_deref();
        let (before, behind) = match figure.kind {
            FigureKind::Money => (unit, None),
            FigureKind::Age => (None, None),
            FigureKind::Duration => (None, unit.map(|unit| time_unit(unit, is_one(figure), words).unwrap_or(unit))),
            _ => (None, unit),
        };
        [approx, before].into_iter().flatten().for_each(|word| self.word(word));
        self.blank();
        wording::amount(self.out, figure, self.lang);
        behind.into_iter().for_each(|word| self.word(word));
    }

    /// The counted or measured noun in the gloss's language, where a dictionary pairs it with one, else in the text's words.
    fn counted(&self, figure: &'c Figure<'c>, plural: bool) -> Option<Cow<'c, str>> {
        let of = figure.of.as_ref()?;
        // A name is the same in every language.
        let mentions = &self.context.answer.mentions;
        let named = || mentions.binary_search_by_key(&of.span.start, |mention| mention.span.start).is_ok();
        if self.same || of.concept.is_none() && named() {
            return Some(Cow::Borrowed(&of.text));
        }
        // A synonym of the concept's own noun would come out as another word.
        let own = |concept: &&str| {
            let entry = self.source.and_then(|source| builtin(source).canonical(Class::Noun, concept));
            entry.is_some_and(|entry| entry.lemma == of.lemma)
        };
        let known = of.concept.as_deref().filter(own).and_then(|concept| noun(concept, plural, self.lang));
        Some(known.map_or_else(|| Cow::Owned(format!("\"{}\"", of.text)), Cow::Borrowed))
    }

    /// What a quantity that moved is: the subject, in another language only where a dictionary has its noun.
    fn topic(&self, subject: &Reference<'_>) -> Option<&'c str> {
        let entity = subject.entity.and_then(|id| self.context.answer.entities.get(id.0 as usize));
        if self.same && entity.is_none_or(|entity| entity.name != subject.text) {
            return Some(self.without_article(subject.span));
        }
        entity.map(|entity| &*entity.name).or_else(|| self.known_noun(subject.span))
    }

    fn without_article(&self, span: Span) -> &'c str {
        let analysis = self.context.analysis;
        let tokens = analysis.tokens_of(span);
        let first = usize::from(tokens.len() > 1 && analysis.is(tokens.start, Class::Article));
        let span = analysis.span(tokens.start + first..tokens.end);
        span.of(analysis.text)
    }

    /// The last noun of a phrase that is a concept, in the gloss's language and the phrase's number.
    fn known_noun(&self, span: Span) -> Option<&'static str> {
        let analysis = self.context.analysis;
        let sense = analysis.tokens_of(span).rev().take(8).find_map(|token| analysis.sense(token, Class::Noun))?;
        let plural = sense.form.is_only_plural();
        noun(analysis.entry(sense).id, plural, self.lang)
    }

    /// What the counted things do or suffer: "5 people *died*", "640 workers *dismissed*". Not that they only are there.
    fn deed(&mut self, fact: &Fact<'c>, figure: &Figure<'_>) {
        let analysis = self.context.analysis;
        let counts = figure.kind == FigureKind::Count && figure.of.is_some() && fact.change.is_none();
        let said = fact.predicate.as_ref().filter(|_| counts).and_then(|predicate| predicate.spans.first());
        let clause = said.and_then(|span| self.context.clause_of(analysis.token_at(span.start)));
        let Some((clause, verb)) = clause.and_then(|clause| Some((clause, clause.verb.as_ref()?))) else {
            return;
        };
        let Some(sense) = verb.sense.filter(|sense| !self.only_exists(*sense)) else {
            return;
        };
        // "37 injured": counted and told by the same word.
        let told =
            |of: &Counted<'_>| verb.tokens.iter().any(|token| analysis.span(*token..*token + 1).overlaps(of.span));
        if verb.negated || figure.of.as_ref().is_some_and(told) {
            return;
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
        let does = fact.subject.is_none() && clause.subject.as_ref().is_some_and(leads);
        let object = if does {
            // What stands before them is mostly the frame: "Aus Wut auf die Firma hatten 500 Fahrer …".
            object::of_event(self.context, clause).phrase.value.filter(|object| object.span.start >= figure.span.end)
        } else {
            None
        };
        let complete = verb.passive || object.is_some() || analysis.verb_kind(sense) == Some(VerbKind::Alone);
        let suffers = fact.subject.is_some() && self.is_object(fact, amount.start);
        // "won 37 games": as somebody does it to them, so it is done.
        let (prefix, participle) = analysis.entry(sense).parts_of_verb();
        if suffers && !verb.passive && !participle.is_empty() {
            // A phrase is no part of the participle: "in Brand gesetzt".
            let phrase = Some(prefix).filter(|prefix| prefix.contains(' '));
            self.blank();
            self.marked(phrase.into_iter().chain([participle]));
            return;
        }
        if !(does && complete || suffers && self.is_done(fact, clause, verb)) {
            return;
        }
        // Of a group the participle or infinitive says it, with its particle or phrase: "ums Leben gekommen".
        let grouped = verb.head != verb.finite;
        let phrase = |token: usize| prefix.split(' ').any(|word| word == analysis.word(token));
        let own = |token: &&usize| {
            !grouped || **token == verb.head || phrase(**token) || **token > verb.head && !verb.passive
        };
        let mut words: SmallVec<[Span; 8]> =
            verb.tokens.iter().filter(own).map(|token| analysis.span(*token..*token + 1)).collect();
        words.retain(|span| !(grouped && analysis.is_any(analysis.token_at(span.start), groups::AUXILIARY)));
        if let Some(object) = object {
            let phrase = self.with_preposition(object.span);
            words.insert(words.partition_point(|word| word.start < phrase.start), phrase);
        }
        self.blank();
        self.quoted(&words);
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

    /// "Europol: published a report": subject, verb and object in the text's own words, in quotation marks where the gloss
    /// is in another language. Whether a negation that the fact has is among them.
    fn event(&mut self, fact: &Fact<'_>, object: Option<&Phrase<'_>>) -> bool {
        if let Some(subject) = &fact.subject {
            self.subject(subject);
            self.out.push(':');
        }
        let Some(predicate) = &fact.predicate else {
            return false;
        };
        let analysis = self.context.analysis;
        let mut said: SmallVec<[Span; 8]> = predicate.spans.iter().copied().collect();
        let mut denied = false;
        let verb = predicate.spans.first().map(|span| analysis.token_at(span.start));
        if let Some(clause) = verb.and_then(|token| self.context.clause_of(token)) {
            let result = clause.verb.as_ref().and_then(|verb| object::result(analysis, clause, verb));
            said.extend(result.map(|token| analysis.span(token..token + 1)));
            for token in clause.pieces.iter().cloned().flatten().take(LONGEST_CLAUSE) {
                let negation = fact.negated && analysis.is(token, Class::Negation);
                denied |= negation;
                let determiner = analysis.is(token, Class::Quantifier);
                // "in sich widersprüchlich", but "während sich …"
                let governs = |at: usize| is_preposition(analysis, at) && !analysis.is(at, Class::Subordinator);
                let governed = || token.checked_sub(1).is_some_and(governs);
                let other = negation && !determiner || analysis.is_reflexive(token) && !governed();
                if other && !said.contains(&analysis.span(token..token + 1)) {
                    said.push(analysis.span(token..token + 1));
                }
            }
            said.sort_unstable_by_key(|span| span.start);
            said.dedup();
        }
        if let Some(object) = object {
            let phrase = self.with_infinitive(verb, self.with_preposition(object.span));
            said.retain(|span| !phrase.contains(*span));
            let at = self.place_of_object(fact, object.span, &said);
            said.insert(at.min(said.len()), phrase);
        }
        // "was fined 300 million euros": the amount stands behind.
        let figure = fact.figure.and_then(|id| self.context.answer.figures.get(id.0 as usize));
        let counted = |span: &Span| figure.is_some_and(|figure| span.overlaps(figure.span));
        said.extend(self.of_passive(fact, object::kept).filter(|span| !counted(span)));
        said.extend(self.of_passive(fact, object::result_of_passive));
        let place = |span: &Span| fact.place.as_ref().is_some_and(|place| span.overlaps(place.span));
        let governed = self.of_passive(fact, |_, clause| object::governed_of_passive(self.context, clause));
        if let Some(governed) = governed.filter(|span| !counted(span) && !place(span)) {
            said.insert(said.partition_point(|word| word.start < governed.start), governed);
        }
        said.extend(self.of_passive(fact, |_, clause| object::agent(self.context, clause)));
        self.blank();
        self.quoted(&said);
        denied
    }

    /// Who or what the event is about: the entity's name where the phrase is only that or stands for it, else the phrase.
    fn subject(&mut self, subject: &Reference<'_>) {
        let entity = subject.entity.and_then(|id| self.context.answer.entities.get(id.0 as usize));
        let named = self.named(subject.span);
        self.blank();
        match entity {
            Some(entity) if named.is_none_or(|named| named == self.without_article(subject.span)) => {
                self.out.push_str(&entity.name);
            }
            _ => self.quoted(&[subject.span]),
        }
    }

    /// Words of the text, in quotation marks where the gloss is in another language.
    fn quoted(&mut self, spans: &[Span]) {
        let text = self.context.analysis.text;
        self.marked(spans.iter().flat_map(|span| span.of(text).split_whitespace()));
    }

    /// Words of the text's language, in quotation marks where the gloss is in another one.
    fn marked<'w>(&mut self, words: impl Iterator<Item = &'w str>) {
        let mark = if self.same { "" } else { "\"" };
        self.out.push_str(mark);
        let from = self.out.len();
        for word in words {
            if self.out.len() > from {
                self.out.push(' ');
            }
            self.out.push_str(word);
        }
        self.out.push_str(mark);
    }

    /// What a passive says besides: who does it ("by police"), or what is left of an object ("was awarded *a prize*").
    fn of_passive(
        &self,
        fact: &Fact<'_>,
        find: impl Fn(&Analysis<'_, '_>, &Clause) -> Option<Range<usize>>,
    ) -> Option<Span> {
        let analysis = self.context.analysis;
        let predicate = fact.predicate.as_ref()?;
        let clause = self.context.clause_of(analysis.token_at(predicate.spans.first()?.start))?;
        find(analysis, clause).map(|tokens| analysis.span(tokens))
    }

    /// An object with the preposition before it: "auf den Bericht".
    fn with_preposition(&self, object: Span) -> Span {
        let analysis = self.context.analysis;
        let first = analysis.token_at(object.start);
        let before = first.saturating_sub(4)..first;
        let preposition = before.into_iter().find(|at| {
            let senses = || analysis.senses_of(*at, Class::Adposition);
            senses().any(|sense| at + usize::from(sense.length) == first)
                && !analysis.is_any(*at, ClassSet::of(&[Class::Article, Class::SourceAfter]))
        });
        preposition.map_or(object, |at| Span { start: analysis.span(at..at + 1).start, end: object.end })
    }

    /// An object with the infinitive that says what it does: "the contracts to be examined".
    fn with_infinitive(&self, verb: Option<usize>, object: Span) -> Span {
        let analysis = self.context.analysis;
        let clause = verb.and_then(|verb| self.context.clauses.at(verb));
        let end = clause.and_then(|clause| object::infinitive(self.context, clause, &analysis.tokens_of(object)));
        end.map_or(object, |end| Span { end: analysis.span(end - 1..end).end, ..object })
    }

    /// Where the object stands among the words of the verb: in the order of the text, but not before the verb where it
    /// stands before the subject ("Den Antrag lehnte das Gericht ab").
    fn place_of_object(&self, fact: &Fact<'_>, object: Span, verb: &[Span]) -> usize {
        let at = verb.partition_point(|word| word.start < object.start);
        let fronted = fact.subject.as_ref().is_some_and(|subject| object.start < subject.span.start);
        if fronted { at.max(1) } else { at }
    }

    /// The name that a phrase is.
    fn named(&self, span: Span) -> Option<&'c str> {
        let mentions = &self.context.answer.mentions;
        let at = mentions.partition_point(|mention| mention.span.end <= span.start);
        mentions
            .get(at)
            .filter(|mention| span.contains(mention.span) && mention.span.end == span.end)
            .map(|mention| &*mention.text)
    }
}

fn is_one(figure: &Figure<'_>) -> bool {
    matches!(&figure.value, Some(FigureValue::Number(number)) if *number == Decimal::from(1u32))
}

/// The canonical noun of a concept in a language.
fn noun(concept: &str, plural: bool, lang: Lang) -> Option<&'static str> {
    let entry = builtin(lang).canonical(Class::Noun, concept)?;
    Some(if plural && !entry.extra.is_empty() { entry.extra } else { entry.lemma })
}

/// The name of a unit of time, as the language has it.
fn time_unit(unit: &str, one: bool, words: &GlossWords) -> Option<&'static str> {
    let (_, singular, plural) = words.time_units.iter().find(|(code, ..)| *code == unit)?;
    Some(if one { singular } else { plural })
}
