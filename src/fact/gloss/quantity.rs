//! Figures in a gloss: the amount with what it counts or measures.

use std::borrow::Cow;

use super::super::{change, role, wording};
use super::{EXISTS, Writer, is_source};
use crate::answer::{
    Approximation, Counted, Decimal, Direction, Fact, Figure, FigureKind, FigureUse, FigureValue, Reference, Span,
};
use crate::clause::can_speak;
use crate::lang::{GlossWords, Lang};
use crate::lexicon::{Class, builtin, groups};

impl<'c> Writer<'c, '_, '_> {
    /// Whether a figure without a noun has a clause that says what it is about.
    pub(super) fn is_told(&self, fact: &Fact<'_>) -> bool {
        let exists = || self.concept(fact).is_some_and(|concept| EXISTS.contains(&concept));
        let often = self.context.figure(fact).is_some_and(|figure| figure.usage == FigureUse::Frequency);
        let moves = change::words(fact, self.words).is_some() || often && exists();
        (!moves || self.compared(fact).is_some()) && fact.subject.is_some() && fact.predicate.is_some()
    }

    fn concept<'f>(&self, fact: &'f Fact<'_>) -> Option<&'f str> {
        fact.predicate.as_ref().and_then(|predicate| predicate.concept.as_deref())
    }

    /// "Europol: pays EUR 300 *more*": how much more or less of something that is not said somebody has to do with.
    fn compared(&self, fact: &Fact<'_>) -> Option<&'static str> {
        let analysis = self.context.analysis;
        let is = || {
            let verb = self.context.clause_of_fact(fact).and_then(|clause| clause.verb.as_ref());
            verb.is_some_and(|verb| role::is_copula(analysis, verb))
        };
        let agent = can_speak(analysis, &analysis.tokens_of(fact.subject.as_ref()?.span)) || is();
        let direction = change::compares(self.context, fact.figure?).filter(|_| agent && fact.change.is_some())?;
        Some(if direction == Direction::Up { self.words.more } else { self.words.less })
    }

    /// "Europol: sold the ship USD 7 million": a figure without a noun behind who or what has to do with it; the verb where
    /// it says more than that it is so. Whether a negation that the fact has is among the words.
    pub(super) fn told(&mut self, fact: &Fact<'c>, figure: &'c Figure<'c>) -> bool {
        let Some(subject) = &fact.subject else {
            return false;
        };
        let object = fact.object.as_ref().filter(|object| !object.span.overlaps(figure.span));
        // "was on sale for 37 days"
        let lasts = figure.kind == FigureKind::Duration && object.is_some();
        let denied = if !lasts && self.concept(fact).is_some_and(|concept| EXISTS.contains(&concept)) {
            self.subject(subject);
            self.out.push(':');
            false
        } else {
            let phrase = self.receiver(fact, figure).or_else(|| self.before_amount(fact, figure));
            self.clause(fact, object, phrase)
        };
        if figure.kind == FigureKind::Age {
            self.word(self.words.aged);
        }
        if figure.usage == FigureUse::Frequency {
            self.quantity(fact, figure);
        } else {
            self.amount(figure);
        }
        self.compared(fact).into_iter().for_each(|word| self.word(word));
        if figure.kind == FigureKind::Money {
            self.behind_amount(fact, figure);
        }
        denied
    }

    /// "Europol: paid EUR 37 *for the ship*"
    fn behind_amount(&mut self, fact: &Fact<'c>, figure: &'c Figure<'c>) {
        let analysis = self.context.analysis;
        let clause = self.context.clause_of_fact(fact);
        let behind = clause.and_then(|clause| self.behind(fact, clause, analysis.tokens_of(figure.span).end));
        if let Some(behind) = behind {
            self.blank();
            self.quoted(&[behind]);
        }
    }

    /// "Europol: *its forecast* up to 3 %": who moved something, and what, before the figure that tells by or to how much. Whether
    /// that is so.
    fn moved(&mut self, fact: &Fact<'c>) -> bool {
        let figures = &self.context.answer.figures;
        let amount = |span: Span| {
            let at = figures.partition_point(|figure| figure.span.end <= span.start);
            figures.get(at).is_some_and(|figure| figure.span.overlaps(span))
        };
        let (Some(subject), Some(object)) = (&fact.subject, &fact.object) else {
            return false;
        };
        let active = fact.predicate.is_some() && !amount(object.span) && !amount(subject.span);
        if active {
            self.subject(subject);
            self.out.push(':');
            self.blank();
            self.quoted(&[object.span]);
        }
        active
    }

    /// "Europol: 37 reports", "the firm: 640 workers dismissed": who has to do with what is counted or measured, where the verb is told
    /// or needs not to be, and nobody else says so. Whether it is told.
    pub(super) fn doer(&mut self, fact: &Fact<'c>, figure: &'c Figure<'c>) -> bool {
        let analysis = self.context.analysis;
        let (Some(subject), Some(of)) = (&fact.subject, &figure.of) else {
            return false;
        };
        let says = is_source(fact);
        let tokens = analysis.tokens_of(subject.span);
        let nobody = subject.entity.is_none() && tokens.len() == 1 && analysis.is_any(tokens.start, groups::PRONOMINAL);
        // "The index fell 120 points": told as what moved.
        let moved = fact.change.is_some() && of.concept.as_deref() == Some("point");
        let counted = moved || of.span.overlaps(subject.span) || subject.span.overlaps(figure.span);
        if figure.kind == FigureKind::Age || says || nobody || counted || !self.is_done_by(fact, figure, of.span) {
            return false;
        }
        self.subject(subject);
        self.out.push(':');
        true
    }

    /// The figure with what it counts or measures, in the order a reader expects.
    pub(super) fn quantity(&mut self, fact: &Fact<'c>, figure: &'c Figure<'c>) {
        let change = change::words(fact, self.words);
        let counts = matches!(figure.kind, FigureKind::Count | FigureKind::OrdinalRank);
        // "Anna Weber aged 45", also where the text has "der 45-Jährige".
        let person = || {
            let id = fact.subject.as_ref().filter(|_| figure.kind == FigureKind::Age)?.entity?;
            Some(Cow::Borrowed(&*self.context.answer.entity(id)?.name))
        };
        let noun = match (&figure.of, counts) {
            // "Output rose at a rate of 2 %": what moved is the subject.
            (Some(_), false) if change.is_some() && change::is_rate(self.context, figure) => {
                fact.subject.as_ref().and_then(|subject| self.topic(subject)).map(Cow::Borrowed)
            }
            // "The index fell 120 points to 3,000": it did, not the points.
            (Some(of), true)
                if change.is_some() && of.concept.as_deref() == Some("point") && fact.subject.is_some() =>
            {
                fact.subject.as_ref().and_then(|subject| self.topic(subject)).map(Cow::Borrowed)
            }
            // "European *sales* down 2.8 %"
            (Some(of), _)
                if change.is_some()
                    && self.same
                    && fact.subject.as_ref().is_some_and(|subject| subject.span.contains(of.span)) =>
            {
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
            (None, _) => fact
                .subject
                .as_ref()
                .filter(|_| change.is_some() && !self.moved(fact))
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
    pub(super) fn amount(&mut self, figure: &Figure<'_>) {
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
            FigureKind::OrdinalRank if figure.of.is_none() => (Some(words.rank), None),
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
        let translated = self.translated(of, plural);
        Some(translated.map_or_else(|| Cow::Owned(format!("\"{}\"", of.text)), Cow::Borrowed))
    }

    /// A counted noun in the gloss's language, where a dictionary pairs the two.
    pub(super) fn translated(&self, of: &Counted<'_>, plural: bool) -> Option<&'static str> {
        // A synonym of the concept's own noun would come out as another word.
        let own = |concept: &&str| {
            let entry = self.source.and_then(|source| builtin(source).canonical(Class::Noun, concept));
            entry.is_some_and(|entry| entry.lemma == of.lemma)
        };
        of.concept.as_deref().filter(own).and_then(|concept| noun(concept, plural, self.lang))
    }

    /// What a quantity that moved is: the subject, in another language only where a dictionary has its noun.
    fn topic(&self, subject: &Reference<'_>) -> Option<&'c str> {
        let entity = self.context.entity(subject);
        if self.same && entity.is_none_or(|entity| entity.name != subject.text) {
            return Some(self.without_article(subject.span));
        }
        entity.map(|entity| &*entity.name).or_else(|| self.known_noun(subject.span))
    }

    /// The last noun of a phrase that is a concept, in the gloss's language and the phrase's number.
    fn known_noun(&self, span: Span) -> Option<&'static str> {
        let analysis = self.context.analysis;
        let sense = analysis.tokens_of(span).rev().take(8).find_map(|token| analysis.sense(token, Class::Noun))?;
        let plural = sense.form.is_only_plural();
        noun(analysis.entry(sense).id, plural, self.lang)
    }
}

pub(super) fn is_one(figure: &Figure<'_>) -> bool {
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
