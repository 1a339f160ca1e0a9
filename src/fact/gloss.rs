//! The gloss of a fact: figure, counted noun, topic, period, place, and the source in brackets, from the record alone.
//!
//! - counts: "37 reports, Jan–Apr 2014 (Internet Watch Foundation)"
//! - measures: "revenue up to GBP 418 million, Q3 2022", "share down from 24 %"
//! - ages: "man aged 34"
//! - events: "Europol: publish report, Mar 2015"

use super::assembly::Context;
use super::{change, wording};
use crate::decimal::Decimal;
use crate::document::{Approximation, Fact, Figure, FigureKind, FigureValue, Modality, Reference, Span};
use crate::extractor::GlossLang;
use crate::lang::{GlossWords, Lang};
use crate::lexicon::{Class, Form, builtin};

/// The gloss in the language asked for.
pub(super) fn gloss(context: &Context<'_, '_, '_>, fact: &Fact<'_>, wanted: GlossLang) -> String {
    let source_lang = context.analysis.langs.get(fact.sentence as usize).copied().unwrap_or(Lang::En);
    let lang = match wanted {
        GlossLang::En => Lang::En,
        GlossLang::De => Lang::De,
        GlossLang::Source => source_lang,
    };
    let writer = Writer { context, lang, same: lang == source_lang };
    let words = &lang.profile().gloss;
    let figure = fact.figure.and_then(|id| context.answer.figures.get(id.0 as usize));
    let mut parts = vec![match figure {
        Some(figure) => writer.quantity(fact, figure),
        None => writer.event(fact),
    }];
    parts.extend(
        fact.time
            .as_ref()
            .filter(|time| time.begin.is_some() || time.end.is_some())
            .map(|time| wording::time(time, words)),
    );
    parts.extend(fact.place.as_ref().map(|place| writer.place(place)));
    parts.extend(fact.negated.then(|| words.not.to_string()));
    parts.extend(mood(fact.modality, words).map(str::to_string));
    let mut gloss = parts.join(", ");
    if let Some(source) = &fact.source {
        let entity = source.entity.and_then(|id| context.answer.entities.get(id.0 as usize));
        gloss.push_str(" (");
        gloss.push_str(entity.map_or(source.text, |entity| &entity.name));
        gloss.push(')');
    }
    gloss
}

fn mood(modality: Modality, words: &GlossWords) -> Option<&'static str> {
    match modality {
        Modality::Planned => Some(words.planned),
        Modality::Possible => Some(words.possible),
        Modality::Conditional => Some(words.conditional),
        Modality::Asserted | Modality::Reported => None,
    }
}

/// What the words of a gloss are taken from.
struct Writer<'w, 'c, 'a, 't> {
    context: &'w Context<'c, 'a, 't>,
    lang: Lang,
    /// The gloss is in the language of the text.
    same: bool,
}

impl Writer<'_, '_, '_, '_> {
    /// A place, by the name that the gloss's language has for it where the phrase is only a name.
    fn place(&self, place: &Reference<'_>) -> String {
        let entity = place.entity.and_then(|id| self.context.answer.entities.get(id.0 as usize));
        let known = entity
            .filter(|entity| entity.name == place.text || entity.aliases.iter().any(|alias| alias == place.text))
            .and_then(|entity| entity.reference.as_deref());
        let lexicon = builtin(self.lang);
        let name =
            known.and_then(|id| lexicon.canonical(Class::Place, id).or_else(|| lexicon.canonical(Class::Country, id)));
        name.map_or_else(|| place.text.to_string(), |entry| entry.lemma.to_string())
    }

    /// The figure with what it counts or measures, in the order a reader expects.
    fn quantity(&self, fact: &Fact<'_>, figure: &Figure<'_>) -> String {
        let words = &self.lang.profile().gloss;
        let amount = self.amount(figure);
        let change = change::words(fact, words);
        let counts = matches!(figure.kind, FigureKind::Count | FigureKind::OrdinalRank);
        let noun = match (&figure.of, counts) {
            (Some(_), true) => {
                self.counted(figure, !is_one(figure) && figure.kind == FigureKind::Count || change.is_some())
            }
            (Some(_), false) => self.counted(figure, false),
            (None, true) => None,
            (None, false) => fact.subject.as_ref().filter(|_| change.is_some()).and_then(|subject| self.topic(subject)),
        };
        match (figure.kind, change, noun) {
            (FigureKind::Age, _, noun) => joined(&[noun.as_deref(), Some(words.aged), Some(&amount)]),
            (_, Some(change), noun) => joined(&[noun.as_deref(), Some(change), Some(&amount)]),
            (_, None, Some(noun)) if counts => joined(&[Some(&amount), Some(&noun)]),
            (FigureKind::Money | FigureKind::Measure, None, Some(noun)) => joined(&[Some(&noun), Some(&amount)]),
            (_, None, Some(noun)) => format!("{amount} ({noun})"),
            (_, None, None) => amount,
        }
    }

    /// "about EUR 45,000", "3 years", "71 %".
    fn amount(&self, figure: &Figure<'_>) -> String {
        let words = &self.lang.profile().gloss;
        let approx = match figure.approx {
            Approximation::Exact => None,
            Approximation::About => Some(words.about),
            Approximation::Over => Some(words.over),
            Approximation::Under => Some(words.under),
            Approximation::AtLeast => Some(words.at_least),
            Approximation::AtMost => Some(words.at_most),
        };
        let number = wording::amount(figure, self.lang);
        let unit = figure.unit.as_deref();
        match figure.kind {
            FigureKind::Money => joined(&[approx, unit, Some(&number)]),
            FigureKind::Age => joined(&[approx, Some(&number)]),
            FigureKind::Duration => {
                let name = unit.map(|unit| time_unit(unit, is_one(figure), self.lang).unwrap_or(unit));
                joined(&[approx, Some(&number), name])
            }
            _ => joined(&[approx, Some(&number), unit]),
        }
    }

    /// The counted or measured noun in the gloss's language, where a dictionary has it, else in the text's words.
    fn counted(&self, figure: &Figure<'_>, plural: bool) -> Option<String> {
        let of = figure.of.as_ref()?;
        let known = of.concept.as_deref().and_then(|concept| noun(concept, plural, self.lang));
        Some(known.unwrap_or_else(|| of.text.to_string()))
    }

    /// What a quantity that moved is: the subject, in another language only where a dictionary has its noun.
    fn topic(&self, subject: &Reference<'_>) -> Option<String> {
        let entity = subject.entity.and_then(|id| self.context.answer.entities.get(id.0 as usize));
        if self.same && entity.is_none_or(|entity| entity.name != subject.text) {
            return Some(self.without_article(subject.span).to_string());
        }
        entity.map(|entity| entity.name.to_string()).or_else(|| self.known_noun(subject.span))
    }

    fn without_article(&self, span: Span) -> &str {
        let analysis = self.context.analysis;
        let tokens = analysis.tokens_of(span);
        let first = usize::from(tokens.len() > 1 && analysis.is(tokens.start, Class::Article));
        let span = analysis.span(tokens.start + first..tokens.end);
        span.of(analysis.text)
    }

    /// The last noun of a phrase that is a concept, in the gloss's language and the phrase's number.
    fn known_noun(&self, span: Span) -> Option<String> {
        let analysis = self.context.analysis;
        let sense = analysis.tokens_of(span).rev().take(8).find_map(|token| analysis.sense(token, Class::Noun))?;
        let plural = sense.form.has(Form::PLURAL) && !sense.form.has(Form::SINGULAR);
        noun(analysis.entry(sense).id, plural, self.lang)
    }

    /// "Europol: publish report": subject, verb and, where it can be said in the gloss's language, object.
    fn event(&self, fact: &Fact<'_>) -> String {
        let subject = fact.subject.as_ref();
        let entity = subject.and_then(|subject| self.context.answer.entities.get(subject.entity?.0 as usize));
        let name = entity.map_or(subject.map_or("", |subject| subject.text), |entity| &entity.name);
        let lexicon = builtin(self.lang);
        let verb = fact.predicate.as_ref().map(|predicate| {
            let known = predicate.concept.as_deref().and_then(|concept| lexicon.canonical(Class::Verb, concept));
            known.map_or_else(|| predicate.lemma.to_string(), |entry| entry.lemma.to_string())
        });
        let object = fact.object.as_ref().and_then(|object| {
            if self.same {
                Some(object.text.to_string())
            } else {
                self.named(object.span).or_else(|| self.known_noun(object.span))
            }
        });
        let said = joined(&[verb.as_deref(), object.as_deref()]);
        if said.is_empty() { name.to_string() } else { format!("{name}: {said}") }
    }

    /// The name that a phrase is.
    fn named(&self, span: Span) -> Option<String> {
        let mentions = &self.context.answer.mentions;
        let at = mentions.partition_point(|mention| mention.span.end <= span.start);
        mentions
            .get(at)
            .filter(|mention| span.contains(mention.span) && mention.span.end == span.end)
            .map(|mention| mention.text.to_string())
    }
}

fn joined(parts: &[Option<&str>]) -> String {
    parts.iter().flatten().copied().collect::<Vec<_>>().join(" ")
}

fn is_one(figure: &Figure<'_>) -> bool {
    matches!(&figure.value, Some(FigureValue::Number(number)) if *number == Decimal::from(1u32))
}

/// The canonical noun of a concept in a language.
fn noun(concept: &str, plural: bool, lang: Lang) -> Option<String> {
    let lexicon = builtin(lang);
    let entry = lexicon.canonical(Class::Noun, concept)?;
    Some(if plural && !entry.extra.is_empty() { entry.extra } else { entry.lemma }.to_string())
}

/// The name of a unit of time, as the language's dictionary of gloss words has it.
fn time_unit(unit: &str, one: bool, lang: Lang) -> Option<&'static str> {
    let units = lang.profile().gloss.time_units;
    let (_, singular, plural) = units.iter().find(|(code, ..)| *code == unit)?;
    Some(if one { singular } else { plural })
}
