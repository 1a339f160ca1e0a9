//! What an article tells of one thing: taken from an answer, and written as a line, so that the order of lines brings together
//! what is to be compared.

use std::borrow::Cow;
use std::fmt::Display;
use std::io::Write;

use faktum::{
    Approximation, Change, Decimal, DocumentId, EntityId, FactTime, FigureId, FigureValue, Lang, Modality, Reference,
    Span,
};
use serde::{Deserialize, Serialize};

/// The contract of the answers that are read.
const SCHEMA: &str = "faktum/1";

/// How far "about" reaches, of the value.
const ABOUT: f64 = 0.1;

/// What lies between the parts of a line; JSON has no such byte.
const SEPARATOR: u8 = 0;

/// The parts of an answer that are compared; the others are passed over.
#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    schema: Cow<'a, str>,
    #[serde(borrow)]
    id: Option<DocumentId<'a>>,
    lang: Option<Lang>,
    #[serde(borrow)]
    date: Option<Cow<'a, str>>,
    #[serde(default)]
    sentence_texts: Vec<Cow<'a, str>>,
    entities: Vec<Entity<'a>>,
    figures: Vec<Figure<'a>>,
    facts: Vec<Fact<'a>>,
}

/// What `extract` writes in the place of an answer.
#[derive(Deserialize)]
struct Fault {
    #[serde(rename = "error")]
    _error: String,
}

#[derive(Deserialize)]
struct Entity<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow, rename = "ref")]
    reference: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct Figure<'a> {
    value: Option<FigureValue>,
    low: Option<Decimal>,
    high: Option<Decimal>,
    approx: Approximation,
    #[serde(borrow)]
    unit: Option<Cow<'a, str>>,
    #[serde(borrow)]
    of: Option<Counted<'a>>,
}

#[derive(Deserialize)]
struct Counted<'a> {
    #[serde(borrow)]
    lemma: Cow<'a, str>,
    #[serde(borrow)]
    concept: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct Fact<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    key: Cow<'a, str>,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow)]
    gloss: Cow<'a, str>,
    #[serde(borrow)]
    subject: Option<Reference<'a>>,
    figure: Option<FigureId>,
    time: Option<FactTime>,
    #[serde(borrow)]
    place: Option<Reference<'a>>,
    #[serde(borrow)]
    source: Option<Speaker<'a>>,
    change: Option<Change>,
    negated: bool,
    modality: Modality,
    sentence: u32,
    span: Span,
    confidence: f32,
}

#[derive(Deserialize)]
struct Speaker<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
    entity: Option<EntityId>,
}

/// What is told: all of a fact's key but its value and its time, and what the key leaves out of it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Topic<'a> {
    pub kind: Cow<'a, str>,
    /// The concept of what is counted or measured, or its lemma with its language.
    pub of: Option<Cow<'a, str>>,
    pub unit: Option<Cow<'a, str>>,
    pub relation: Option<Cow<'a, str>>,
    /// The part that the figure has in a change: `by`, `from` or `to`.
    pub change: Option<Cow<'a, str>>,
    pub negated: bool,
    /// Planned, possible or conditional; nothing for what is asserted or reported.
    pub modality: Option<Modality>,
    /// Who or what, by its entry in a dictionary or its name.
    pub subject: Option<Cow<'a, str>>,
    pub place: Option<Cow<'a, str>>,
}

/// What is told of it: a figure, or of an event whether it is so.
#[derive(Debug, Serialize, Deserialize)]
pub struct Number {
    pub value: Option<serde_json::Value>,
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
}

/// Where an article tells it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Told<'a> {
    pub article: Option<DocumentId<'a>>,
    pub date: Option<Cow<'a, str>>,
    pub lang: Option<Lang>,
    pub fact: Cow<'a, str>,
    /// The sentence's place in the answer, and the fact's in the text.
    pub sentence: u32,
    pub span: Span,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Cow<'a, str>>,
    pub gloss: Cow<'a, str>,
    pub approx: Approximation,
    /// Who says so.
    pub source: Option<Cow<'a, str>>,
    pub modality: Modality,
    pub confidence: f32,
}

/// The parts of a line, in the order by which lines are sorted. Each is JSON but for numbers.
pub struct Line<'l> {
    pub topic: &'l [u8],
    /// How long the period is: a year is not compared with a month.
    pub length: &'l [u8],
    /// When: the fact's own time, else the article's date.
    pub period: &'l [u8],
    pub date: &'l [u8],
    pub article: &'l [u8],
    pub value: &'l [u8],
    /// What lacks to certainty, so that the surest comes first.
    #[allow(dead_code, reason = "it has its part in the order alone")]
    pub doubt: &'l [u8],
    /// The numbers that the value may stand for.
    pub bounds: &'l [u8],
    pub told: &'l [u8],
}

/// The length of facts that say no time, which are taken to hold at their articles' dates.
pub const UNDATED: &[u8] = b"";
/// The length of periods of which one end is not said: which of them came first, nobody knows.
pub const OPEN: &[u8] = b"open";

impl<'l> Line<'l> {
    /// `None` for what is no line.
    pub fn parse(line: &'l [u8]) -> Option<Line<'l>> {
        let mut parts = line.split(|byte| *byte == SEPARATOR);
        let mut next = || parts.next();
        Some(Line {
            topic: next()?,
            length: next()?,
            period: next()?,
            date: next()?,
            article: next()?,
            value: next()?,
            doubt: next()?,
            bounds: next()?,
            told: next()?,
        })
    }
}

/// What is compared of answers.
#[derive(Clone, Copy)]
pub struct Choice {
    pub min_confidence: f32,
    /// How many of what is counted, relation, subject, place and period a fact must have.
    pub shared: u8,
}

/// Gives `take` a line for each fact of an answer that can be compared with others.
pub fn read(json: &str, choice: Choice, take: &mut dyn FnMut(&[u8])) -> Result<(), String> {
    let answer: Answer<'_> = match serde_json::from_str(json) {
        Ok(answer) => answer,
        // The place of a document that could not be read.
        Err(_) if serde_json::from_str::<Fault>(json).is_ok() => return Ok(()),
        Err(error) => return Err(error.to_string()),
    };
    if answer.schema != SCHEMA {
        return Err(format!("the schema {:?}: expected {SCHEMA:?}", answer.schema));
    }
    let mut line = Vec::new();
    for fact in &answer.facts {
        line.clear();
        if fact.confidence >= choice.min_confidence && answer.write(fact, choice, &mut line).is_some() {
            take(&line);
        }
    }
    Ok(())
}

impl<'a> Answer<'a> {
    /// Writes a fact as a line; `None` where it can be compared with no other.
    fn write(&self, fact: &Fact<'a>, choice: Choice, line: &mut Vec<u8>) -> Option<()> {
        let key = Key::of(&fact.key)?;
        let figure = fact.figure.and_then(|id| self.figures.get(id.0 as usize));
        let event = figure.is_none();
        let of = figure.and_then(|figure| figure.of.as_ref()).map(|of| match (&of.concept, self.lang) {
            (Some(concept), _) => concept.clone(),
            (None, lang) => format!("{}:{}", lang.map_or("", Lang::code), of.lemma).into(),
        });
        let given = |text: &'a str| Some(Cow::Borrowed(text)).filter(|text| !text.is_empty());
        let topic = Topic {
            kind: fact.kind.clone(),
            of,
            unit: figure.and_then(|figure| figure.unit.clone()),
            relation: some(key.relation),
            change: fact.change.as_ref().and_then(|change| {
                let parts = [("by", change.by), ("from", change.from), ("to", change.to)];
                let part = parts.into_iter().find(|(_, part)| part.is_some() && *part == fact.figure);
                part.and_then(|(name, _)| given(name))
            }),
            negated: fact.negated && !event,
            modality: Some(fact.modality).filter(|said| !matches!(said, Modality::Asserted | Modality::Reported)),
            subject: if event {
                some(key.head.strip_prefix("event:")?)
            } else {
                fact.subject.as_ref().and_then(|subject| self.name(subject.entity))
            },
            place: fact.place.as_ref().and_then(|place| self.name(place.entity)),
        };
        let dated = !key.period.is_empty();
        let parts = [
            topic.of.is_some() && topic.kind != "event",
            topic.relation.is_some(),
            topic.subject.is_some(),
            topic.place.is_some(),
            dated,
        ];
        // An event is what is done and who does it, and nothing without either.
        if parts.into_iter().filter(|part| *part).count() < usize::from(choice.shared)
            || (event && (topic.relation.is_none() || topic.subject.is_none()))
        {
            return None;
        }
        let value = match figure {
            None => Number { value: Some((!fact.negated).into()), low: None, high: None },
            Some(figure) => Number {
                value: figure.value.as_ref().and_then(|value| serde_json::to_value(value).ok()),
                low: figure.low,
                high: figure.high,
            },
        };
        let length = if dated { length(fact.time.as_ref()?) } else { String::new() };
        let period = if dated { Some(Cow::Borrowed(key.period)) } else { self.date.clone() };
        let bounds = figure.map_or_else(|| bounds_of_event(fact), bounds);
        let told = Told {
            article: self.id.clone(),
            date: self.date.clone(),
            lang: self.lang,
            fact: fact.id.clone(),
            sentence: fact.sentence,
            span: fact.span,
            text: self.sentence_texts.get(fact.sentence as usize).cloned(),
            gloss: fact.gloss.clone(),
            approx: figure.map_or(Approximation::Exact, |figure| figure.approx),
            source: fact.source.as_ref().map(|source| match source.entity {
                Some(_) => self.name(source.entity).unwrap_or_else(|| source.text.clone()),
                None => source.text.clone(),
            }),
            modality: fact.modality,
            confidence: fact.confidence,
        };
        let mut line = Writer(line);
        line.json(&topic)?;
        line.part(&length)?;
        line.part_json(&period)?;
        line.part_json(&self.date)?;
        line.part_json(&self.id)?;
        line.part_json(&value)?;
        line.part(format_args!("{:.2}", 1.0 - fact.confidence))?;
        line.part(format_args!("{} {}", bounds.0, bounds.1))?;
        line.part_json(&told)
    }

    /// What the entity is called everywhere: its entry in a dictionary, else its name.
    fn name(&self, entity: Option<EntityId>) -> Option<Cow<'a, str>> {
        let entity = self.entities.get(entity?.0 as usize)?;
        Some(entity.reference.clone().unwrap_or_else(|| entity.name.clone()))
    }
}

/// The parts of a fact's key.
struct Key<'k> {
    head: &'k str,
    period: &'k str,
    relation: &'k str,
}

impl<'k> Key<'k> {
    /// Names may hold the bar as well, so the parts are taken from the end.
    fn of(key: &'k str) -> Option<Key<'k>> {
        let (rest, relation) = key.strip_suffix("|not").unwrap_or(key).rsplit_once('|')?;
        let (head, period) = rest.rsplit_once('|')?;
        Some(Key { head, period, relation })
    }
}

fn some(text: &str) -> Option<Cow<'static, str>> {
    (!text.is_empty()).then(|| Cow::Owned(text.to_string()))
}

/// Writes the parts of a line, which cannot fail.
struct Writer<'l>(&'l mut Vec<u8>);

impl Writer<'_> {
    fn json(&mut self, value: &impl Serialize) -> Option<()> {
        serde_json::to_writer(&mut *self.0, value).ok()
    }

    fn part_json(&mut self, value: &impl Serialize) -> Option<()> {
        self.0.push(SEPARATOR);
        self.json(value)
    }

    fn part(&mut self, value: impl Display) -> Option<()> {
        self.0.push(SEPARATOR);
        write!(self.0, "{value}").ok()
    }
}

/// How long a time is: in days up to four weeks, then in months; `open` where an end is.
fn length(time: &FactTime) -> String {
    const MONTH: f64 = 365.25 / 12.0;
    let (Some(begin), Some(end)) = (time.begin, time.end) else {
        return "open".to_string();
    };
    match (end.date() - begin.date()).get_days() {
        // A moment lies in a day.
        days @ ..28 => format!("{}d", days.max(1)),
        days => format!("{}m", (f64::from(days) / MONTH).round()),
    }
}

/// The numbers that a figure may stand for; all of them where it is no number.
fn bounds(figure: &Figure<'_>) -> (f64, f64) {
    const ALL: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);
    let number = |number: &Decimal| number.to_string().parse().unwrap_or(f64::NAN);
    match &figure.value {
        Some(FigureValue::Number(value)) => {
            let value: f64 = number(value);
            match figure.approx {
                Approximation::Exact => (value, value),
                Approximation::About => (value - value.abs() * ABOUT, value + value.abs() * ABOUT),
                Approximation::Over | Approximation::AtLeast => (value, f64::INFINITY),
                Approximation::Under | Approximation::AtMost => (f64::NEG_INFINITY, value),
                _ => ALL,
            }
        }
        None => (figure.low.as_ref().map_or(ALL.0, number), figure.high.as_ref().map_or(ALL.1, number)),
        // What is a 2:1 to the one is a 1:2 to the other.
        _ => ALL,
    }
}

fn bounds_of_event(fact: &Fact<'_>) -> (f64, f64) {
    let so = if fact.negated { 0.0 } else { 1.0 };
    (so, so)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_cut_from_their_end() {
        let parts = |key| Key::of(key).map(|key| (key.head, key.period, key.relation));
        assert_eq!(
            parts("count:37:report|2014-01/2014-04|receive"),
            Some(("count:37:report", "2014-01/2014-04", "receive"))
        );
        assert_eq!(parts("event:A|B||die|not"), Some(("event:A|B", "", "die")));
        assert_eq!(parts("event"), None);
    }
}
