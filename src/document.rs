//! A document and its answer: the types behind the JSON contract `faktum/1`.
//!
//! Every [`Span`] is half-open; inside the library it counts UTF-8 bytes, and [`Answer::convert_offsets`] turns all
//! spans of an answer into characters or UTF-16 units. The text is never changed: slicing the document's text with an
//! item's byte span gives the item's `text`.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;
use serde::ser::{Error as _, SerializeSeq, SerializeTuple, Serializer};
use smallvec::SmallVec;

use crate::decimal::Decimal;
use crate::lang::Lang;
use crate::text::OffsetUnit;

/// A text to read, with what the caller knows of it.
///
/// ```
/// use faktum::Document;
/// let document = Document::new("Im März stieg die Zahl der Fälle auf 37.").with_date("2015-04-20".parse().unwrap());
/// assert_eq!(document.text.len(), 42);
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Document<'t> {
    /// The text, any Unicode; nothing in it is an error.
    pub text: &'t str,
    /// The caller's name for it, given back in the answer.
    pub id: Option<Cow<'t, str>>,
    /// Its language; detected for each paragraph where the caller does not know.
    pub lang: Option<Lang>,
    /// The date that "yesterday" is relative to; without one, a date line at the head of the text serves.
    pub date: Option<jiff::civil::Date>,
}

impl<'t> Document<'t> {
    /// A document of which only the text is known.
    pub fn new(text: &'t str) -> Document<'t> {
        Document { text, ..Document::default() }
    }

    /// Names the document.
    pub fn with_id(mut self, id: impl Into<Cow<'t, str>>) -> Document<'t> {
        self.id = Some(id.into());
        self
    }

    /// Says the language of the whole text.
    pub fn with_lang(mut self, lang: Lang) -> Document<'t> {
        self.lang = Some(lang);
        self
    }

    /// Says the date that relative dates count from.
    pub fn with_date(mut self, date: jiff::civil::Date) -> Document<'t> {
        self.date = Some(date);
        self
    }
}

/// A half-open range of offsets, `[start, end]` in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// The first offset.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`.
    pub fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    /// The part of `text` under a span of bytes; empty where it does not fit the text.
    ///
    /// ```
    /// assert_eq!(faktum::Span::new(0, 2).of("März 2014"), "");
    /// assert_eq!(faktum::Span::new(0, 5).of("März 2014"), "März");
    /// ```
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Whether the two share an offset.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span over both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// An id as its letter and number, without the formatting machinery: an answer holds hundreds.
fn serialize_id<S: Serializer>(serializer: S, letter: &str, number: usize) -> Result<S::Ok, S::Error> {
    let (mut digits, mut text) = (itoa::Buffer::new(), [0; 32]);
    let mut end = 0;
    for byte in letter.bytes().chain(digits.format(number).bytes()).take(text.len()) {
        text[end] = byte;
        end += 1;
    }
    serializer.serialize_str(std::str::from_utf8(&text[..end]).map_err(S::Error::custom)?)
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tuple = serializer.serialize_tuple(2)?;
        tuple.serialize_element(&self.start)?;
        tuple.serialize_element(&self.end)?;
        tuple.end()
    }
}

/// Declares the name of an item within its answer: a letter and the item's place in its list.
macro_rules! ids {
    ($($(#[$doc:meta])* $type:ident = $letter:literal,)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct $type(pub u32);

            impl fmt::Display for $type {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, concat!($letter, "{}"), self.0)
                }
            }

            impl Serialize for $type {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serialize_id(serializer, $letter, self.0 as usize)
                }
            }
        )*
    };
}

ids! {
    /// Place in [`Answer::mentions`], `m0` in JSON.
    MentionId = "m",
    /// Place in [`Answer::entities`], `e0` in JSON.
    EntityId = "e",
    /// Place in [`Answer::times`], `t0` in JSON.
    TimeId = "t",
    /// Place in [`Answer::periods`], `p0` in JSON.
    PeriodId = "p",
    /// Place in [`Answer::figures`], `q0` in JSON.
    FigureId = "q",
    /// Place in [`Answer::statements`], `s0` in JSON.
    StatementId = "s",
    /// Place in [`Answer::facts`], `f0` in JSON.
    FactId = "f",
}

/// What one document says.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Answer<'t> {
    /// The contract's name and version: `faktum/1`.
    pub schema: &'static str,
    /// The document's id, as the caller gave it.
    pub id: Option<Cow<'t, str>>,
    /// The language of the whole or of most of it; `None` where it is neither German nor English.
    pub lang: Option<Lang>,
    /// The date that relative dates were counted from.
    #[serde(serialize_with = "as_text")]
    pub date: Option<jiff::civil::Date>,
    /// The unit of all spans.
    pub offsets: OffsetUnit,
    /// What the caller should know of the reading: why layers are empty, where they are, or what was replaced in the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Cow<'t, str>>,
    /// The sentences, in order.
    pub sentences: Vec<Span>,
    /// The tokens, in order; only where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokens: Option<Vec<Span>>,
    /// Every place where an entity is named.
    #[serde(serialize_with = "with_ids")]
    pub mentions: Vec<Mention<'t>>,
    /// One for each thing named.
    #[serde(serialize_with = "with_ids")]
    pub entities: Vec<Entity<'t>>,
    /// TIMEX3: one for each expression.
    #[serde(serialize_with = "with_ids")]
    pub times: Vec<Time<'t>>,
    /// What several times say together.
    #[serde(serialize_with = "with_ids")]
    pub periods: Vec<Period<'t>>,
    /// Every number that counts or measures.
    #[serde(serialize_with = "with_ids")]
    pub figures: Vec<Figure<'t>>,
    /// Who says what.
    #[serde(serialize_with = "with_ids")]
    pub statements: Vec<Statement<'t>>,
    /// Figures, dates and named things put into their clauses.
    #[serde(serialize_with = "with_ids")]
    pub facts: Vec<Fact<'t>>,
    /// Subject, predicate and object of every clause; only where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub triples: Option<Vec<Triple>>,
}

/// A piece of text with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Phrase<'t> {
    /// Where it stands.
    pub span: Span,
    /// The text under the span.
    pub text: &'t str,
}

/// A piece of text that may name or refer to an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reference<'t> {
    /// Where it stands.
    pub span: Span,
    /// The text under the span.
    pub text: &'t str,
    /// The entity that it names or a pronoun refers to.
    pub entity: Option<EntityId>,
}

/// What kind of thing a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[non_exhaustive]
pub enum EntityType {
    /// A person.
    Per,
    /// An organisation.
    Org,
    /// A place.
    Loc,
    /// An event, work, product or law.
    Misc,
}

/// One place where an entity is named.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Mention<'t> {
    /// Where.
    pub span: Span,
    /// The text under the span.
    pub text: &'t str,
    /// Person, organisation, place or other.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// Finer: `country`, `party`, `company`, …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtype: Option<Cow<'t, str>>,
    /// The entity it names.
    pub entity: EntityId,
    /// How sure the rule is, 0 to 1.
    pub confidence: f32,
    /// The rule that found it, such as `org.definition`.
    pub rule: &'static str,
}

/// One thing named in the document.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Entity<'t> {
    /// Person, organisation, place or other.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// Its fullest name in the text, without inflection where a dictionary knows it.
    pub name: Cow<'t, str>,
    /// Its other names in the text.
    pub aliases: Vec<Cow<'t, str>>,
    /// Where it is named.
    pub mentions: SmallVec<[MentionId; 4]>,
    /// The dictionary entry it was linked to, such as `org/europol`.
    #[serde(rename = "ref")]
    pub reference: Option<Cow<'t, str>>,
}

/// The type of a time in TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeType {
    /// A day or longer calendar period.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Repeated times.
    Set,
}

/// How a time relates to its value in TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs)]
pub enum TimeMod {
    Start,
    Mid,
    End,
    Approx,
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
}

/// A point on the calendar, without a time zone; midnight prints as the date alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment(pub jiff::civil::DateTime);

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.time() == jiff::civil::Time::midnight() {
            write!(f, "{}", self.0.date())
        } else {
            write!(f, "{}T{:02}:{:02}", self.0.date(), self.0.hour(), self.0.minute())
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let date = self.0.date();
        // Most are days of years with four digits, which need no formatting machinery.
        if self.0.time() != jiff::civil::Time::midnight() || !(1000..=9999).contains(&date.year()) {
            return serializer.collect_str(self);
        }
        let mut text = *b"0000-00-00";
        let mut put = |places: &[usize], mut number: i16| {
            for place in places.iter().rev() {
                text[*place] = b'0' + (number % 10) as u8;
                number /= 10;
            }
        };
        put(&[0, 1, 2, 3], date.year());
        put(&[5, 6], i16::from(date.month()));
        put(&[8, 9], i16::from(date.day()));
        serializer.serialize_str(std::str::from_utf8(&text).map_err(S::Error::custom)?)
    }
}

/// A time expression, as TIMEX3 describes it.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Time<'t> {
    /// Where.
    pub span: Span,
    /// The text under the span.
    pub text: &'t str,
    /// Date, time of day, duration or set.
    #[serde(rename = "type")]
    pub kind: TimeType,
    /// The TIMEX3 value: `2014-01`, `2014-W17`, `P3D`, `PRESENT_REF`, …
    pub value: String,
    /// The TIMEX3 modifier.
    #[serde(rename = "mod")]
    pub modifier: Option<TimeMod>,
    /// Sets: how often, as TIMEX3 `freq` (`2X`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freq: Option<String>,
    /// Sets: which, as TIMEX3 `quant` (`EVERY`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quant: Option<&'static str>,
    /// The first moment, where the value resolves.
    pub begin: Option<Moment>,
    /// The first moment after it.
    pub end: Option<Moment>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// What several times say together.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Period<'t> {
    /// Where, from preposition to the last word.
    pub span: Span,
    /// The text under the span.
    pub text: &'t str,
    /// Its ends.
    pub times: SmallVec<[TimeId; 2]>,
    /// Both values with a slash: `2014-01/2014-04`; an open end is `..`.
    pub value: String,
    /// The first moment, where it resolves.
    pub begin: Option<Moment>,
    /// The first moment after it.
    pub end: Option<Moment>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    /// Things or people.
    Count,
    /// An amount of money.
    Money,
    /// Percent, percentage points, per mille.
    Percent,
    /// A physical quantity.
    Measure,
    /// A length of time.
    Duration,
    /// How old somebody or something is.
    Age,
    /// A result such as 2:1.
    Score,
    /// A part of a whole.
    Fraction,
    /// A place in an order.
    OrdinalRank,
}

/// How the text relates a figure to the exact amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Default)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Approximation {
    #[default]
    Exact,
    About,
    Over,
    Under,
    AtLeast,
    AtMost,
}

/// A figure's value: a number, or a score as the text has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum FigureValue {
    /// An exact decimal.
    Number(Decimal),
    /// `2:1`.
    Score(String),
}

impl fmt::Display for FigureValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FigureValue::Number(number) => write!(f, "{number}"),
            FigureValue::Score(score) => write!(f, "{score}"),
        }
    }
}

/// What a figure counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Counted<'t> {
    /// Where the noun stands, with its modifiers in front.
    pub span: Span,
    /// The text under the span.
    pub text: &'t str,
    /// The head noun's base form.
    pub lemma: Cow<'t, str>,
    /// The language-neutral concept, where the dictionaries have one.
    pub concept: Option<Cow<'t, str>>,
}

/// A number that counts or measures.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Figure<'t> {
    /// Where, from approximator to unit.
    pub span: Span,
    /// The text under the span.
    pub text: &'t str,
    /// What it measures.
    pub kind: FigureKind,
    /// The value; `None` for ranges and open amounts.
    pub value: Option<FigureValue>,
    /// The lower end of a range.
    pub low: Option<Decimal>,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// Exact, about, over, …
    pub approx: Approximation,
    /// ISO 4217, UCUM, `%`, `pp`, or a unit of time.
    pub unit: Option<Cow<'t, str>>,
    /// The counted noun.
    pub of: Option<Counted<'t>>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// How a statement is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum StatementStyle {
    /// Word for word, in quotation marks.
    Direct,
    /// Reported.
    Indirect,
    /// Reported, with quoted parts.
    Mixed,
}

/// Words that belong together but may stand apart: "gab … bekannt".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Predicate<'t> {
    /// Where its words stand: nearly always one or two places, which need no memory of their own.
    pub spans: SmallVec<[Span; 2]>,
    /// The words, joined by blanks.
    pub text: Cow<'t, str>,
    /// The base form.
    pub lemma: Cow<'t, str>,
    /// The language-neutral concept, where the dictionaries have one.
    pub concept: Option<Cow<'t, str>>,
}

/// Who says what.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Statement<'t> {
    /// Direct, indirect or mixed.
    pub style: StatementStyle,
    /// Who says it.
    pub speaker: Option<Reference<'t>>,
    /// In what it is said: "seinem Bericht".
    pub medium: Option<Phrase<'t>>,
    /// The words that introduce it.
    pub cue: Option<Predicate<'t>>,
    /// What is said, without quotation marks and cue; may be in pieces.
    pub content: SmallVec<[Span; 2]>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// The time of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FactTime {
    /// The TIMEX3 value or period.
    pub value: String,
    /// The first moment, where it resolves.
    pub begin: Option<Moment>,
    /// The first moment after it.
    pub end: Option<Moment>,
    /// The time or period it was taken from.
    pub from: TimeSource,
}

/// Which item gave a fact its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum TimeSource {
    /// One time.
    Time(TimeId),
    /// A period.
    Period(PeriodId),
}

/// Who a fact is attributed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Source<'t> {
    /// The speaker's text.
    pub text: &'t str,
    /// The speaker's entity.
    pub entity: Option<EntityId>,
    /// The statement.
    pub statement: StatementId,
}

/// Which way a quantity moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// More.
    Up,
    /// Less.
    Down,
}

/// A change of a quantity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// More or less.
    pub direction: Direction,
    /// By how much.
    pub by: Option<FigureId>,
    /// From what.
    pub from: Option<FigureId>,
    /// To what.
    pub to: Option<FigureId>,
}

/// How far the text stands behind a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// As a fact.
    Asserted,
    /// As somebody's words.
    Reported,
    /// As a possibility.
    Possible,
    /// As a plan.
    Planned,
    /// Under a condition.
    Conditional,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FactKind {
    /// A figure of [`FigureKind::Count`].
    Count,
    /// A figure of [`FigureKind::Money`].
    Money,
    /// A figure of [`FigureKind::Percent`].
    Percent,
    /// A figure of [`FigureKind::Measure`].
    Measure,
    /// A figure of [`FigureKind::Duration`].
    Duration,
    /// A figure of [`FigureKind::Age`].
    Age,
    /// A figure of [`FigureKind::Score`].
    Score,
    /// A figure of [`FigureKind::Fraction`].
    Fraction,
    /// A figure of [`FigureKind::OrdinalRank`].
    OrdinalRank,
    /// No figure, but a named subject with a predicate: a plan, a decision, a statement's act.
    Event,
}

/// A figure, a date or a named thing, put into its clause.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Fact<'t> {
    /// Language-neutral: kind, value, unit or concept, time, predicate.
    pub key: String,
    /// What it is about.
    pub kind: FactKind,
    /// The fact in a few words.
    pub gloss: String,
    /// Who or what.
    pub subject: Option<Reference<'t>>,
    /// Does what.
    pub predicate: Option<Predicate<'t>>,
    /// To what.
    pub object: Option<Phrase<'t>>,
    /// The figure.
    pub figure: Option<FigureId>,
    /// When.
    pub time: Option<FactTime>,
    /// Where.
    pub place: Option<Reference<'t>>,
    /// Who says so.
    pub source: Option<Source<'t>>,
    /// How the quantity moved.
    pub change: Option<Change>,
    /// The clause denies it.
    pub negated: bool,
    /// How far the text stands behind it.
    pub modality: Modality,
    /// The sentence's place in [`Answer::sentences`].
    pub sentence: u32,
    /// From the first to the last word of the clause, with its source.
    pub span: Span,
    /// The rules that made it: one or two.
    pub rules: SmallVec<[&'static str; 2]>,
    /// How sure they are together, 0 to 1.
    pub confidence: f32,
}

/// Subject, predicate and object of a clause.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Triple {
    /// Who or what.
    pub subject: String,
    /// Does what.
    pub predicate: String,
    /// To what.
    pub object: String,
    /// The fact of the same clause.
    pub fact: Option<FactId>,
    /// The clause.
    pub span: Span,
}

/// An item that JSON shows with its id, which is its place in its list.
trait Numbered {
    const LETTER: &'static str;
}

macro_rules! numbered {
    ($($type:ident = $letter:literal,)*) => {
        $(impl Numbered for $type<'_> {
            const LETTER: &'static str = $letter;
        })*
    };
}

numbered! {
    Mention = "m", Entity = "e", Time = "t", Period = "p", Figure = "q", Statement = "s", Fact = "f",
}

/// Adds the ids to the items of a list.
fn with_ids<S: Serializer, T: Serialize + Numbered>(items: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct WithId<'a, T> {
        id: Id,
        #[serde(flatten)]
        item: &'a T,
    }
    struct Id(&'static str, usize);
    impl Serialize for Id {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serialize_id(serializer, self.0, self.1)
        }
    }
    let mut list = serializer.serialize_seq(Some(items.len()))?;
    for (at, item) in items.iter().enumerate() {
        list.serialize_element(&WithId { id: Id(T::LETTER, at), item })?;
    }
    list.end()
}

fn as_text<S: Serializer>(date: &Option<jiff::civil::Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match date {
        Some(date) => serializer.collect_str(date),
        None => serializer.serialize_none(),
    }
}

impl<'t> Answer<'t> {
    /// An answer whose layers are empty.
    pub(crate) fn empty(document: &Document<'t>) -> Answer<'t> {
        Answer {
            schema: "faktum/1",
            id: document.id.clone(),
            lang: document.lang,
            date: document.date,
            offsets: OffsetUnit::Byte,
            note: None,
            sentences: Vec::new(),
            tokens: None,
            mentions: Vec::new(),
            entities: Vec::new(),
            times: Vec::new(),
            periods: Vec::new(),
            figures: Vec::new(),
            statements: Vec::new(),
            facts: Vec::new(),
            triples: None,
        }
    }

    /// Every span of the answer.
    pub(crate) fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        fn predicate<'a>(predicate: &'a mut Option<Predicate<'_>>) -> impl Iterator<Item = &'a mut Span> {
            predicate.iter_mut().flat_map(|predicate| &mut predicate.spans)
        }
        let statements = self.statements.iter_mut().flat_map(|statement| {
            let speaker = statement.speaker.iter_mut().map(|speaker| &mut speaker.span);
            let medium = statement.medium.iter_mut().map(|medium| &mut medium.span);
            speaker.chain(medium).chain(predicate(&mut statement.cue)).chain(&mut statement.content)
        });
        let facts = self.facts.iter_mut().flat_map(|fact| {
            let subject = fact.subject.iter_mut().map(|subject| &mut subject.span);
            let object = fact.object.iter_mut().map(|object| &mut object.span);
            let place = fact.place.iter_mut().map(|place| &mut place.span);
            subject
                .chain(object)
                .chain(place)
                .chain(predicate(&mut fact.predicate))
                .chain(std::iter::once(&mut fact.span))
        });
        let figures = self
            .figures
            .iter_mut()
            .flat_map(|figure| std::iter::once(&mut figure.span).chain(figure.of.iter_mut().map(|of| &mut of.span)));
        self.sentences
            .iter_mut()
            .chain(self.tokens.iter_mut().flatten())
            .chain(self.mentions.iter_mut().map(|mention| &mut mention.span))
            .chain(self.times.iter_mut().map(|time| &mut time.span))
            .chain(self.periods.iter_mut().map(|period| &mut period.span))
            .chain(figures)
            .chain(statements)
            .chain(facts)
            .chain(self.triples.iter_mut().flatten().map(|triple| &mut triple.span))
    }
}
