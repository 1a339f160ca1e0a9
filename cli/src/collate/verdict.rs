//! What tellings of one thing say together: that they agree, that they differ, or that what they tell of changes over time.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;

use clap::ValueEnum;

use super::telling::{Line, OPEN, UNDATED};

/// The most values that are kept of one period, and of all periods: what has more is hardly one thing.
const MOST_VALUES: usize = 1000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Verdict {
    /// Several articles tell the same value of the same period
    Agree,
    /// They tell values of the same period that cannot all be so
    Differ,
    /// What they tell of one period is not so in another
    Change,
}

/// What articles tell of one thing. All texts are JSON.
pub struct Record<'r> {
    pub verdict: Verdict,
    pub topic: &'r str,
    pub articles: u64,
    pub values: &'r [Value],
    /// How many more values there are.
    pub left_out: u64,
}

impl Record<'_> {
    /// The first and the last date of its articles.
    pub fn dates(&self) -> (&str, &str) {
        let dates =
            || self.values.iter().flat_map(|value| [&*value.first, &*value.last]).filter(|date| *date != "null");
        (dates().min().unwrap_or("null"), dates().max().unwrap_or("null"))
    }
}

/// One value of one period, and who tells it.
#[derive(Debug)]
pub struct Value {
    pub period: String,
    /// An object with value, low and high.
    pub number: String,
    pub articles: u64,
    pub first: String,
    pub last: String,
    /// The first of those who tell it.
    pub told: Vec<String>,
    bounds: Bounds,
}

impl Value {
    /// Adds what another article tells of the same value.
    fn join(&mut self, other: Value, most_told: usize) {
        self.articles += other.articles;
        self.last = other.last;
        self.bounds = self.bounds.and(other.bounds);
        if self.told.len() < most_told {
            self.told.extend(other.told);
        }
    }
}

/// The numbers that a value may stand for, by all who tell it: from the first to the second.
#[derive(Clone, Copy, Debug)]
struct Bounds(f64, f64);

impl Bounds {
    const ALL: Bounds = Bounds(f64::NEG_INFINITY, f64::INFINITY);

    fn parse(text: &str) -> Bounds {
        let parsed = text.split_once(' ').and_then(|(low, high)| Some(Bounds(low.parse().ok()?, high.parse().ok()?)));
        parsed.unwrap_or(Bounds::ALL)
    }

    fn and(self, other: Bounds) -> Bounds {
        Bounds(self.0.max(other.0), self.1.min(other.1))
    }

    /// The highest low end and the lowest high end of several: where the first lies above the second, not all can be so.
    fn of(values: &[Value]) -> Bounds {
        values.iter().fold(Bounds::ALL, |bounds, value| bounds.and(value.bounds))
    }

    fn is_empty(self) -> bool {
        self.0 > self.1
    }
}

/// What becomes a record.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// How many articles have to tell it.
    pub min_articles: u64,
    pub only: Option<Verdict>,
    /// How many of those who tell a value are listed.
    pub most_told: usize,
}

/// Takes lines in their order and gives the records that they make.
pub struct Collator<'c> {
    choice: Choice,
    emit: &'c mut dyn FnMut(&Record<'_>) -> io::Result<()>,
    topic: String,
    length: Vec<u8>,
    period: String,
    /// Date and id.
    article: (String, String),
    /// What the last article tells of the period.
    own: Vec<Value>,
    now: Group,
    /// All periods.
    all: Group,
    /// Articles of all periods, by hash.
    seen: HashSet<u64>,
}

#[derive(Default)]
struct Group {
    values: Vec<Value>,
    articles: u64,
    left_out: u64,
}

impl<'c> Collator<'c> {
    pub fn new(choice: Choice, emit: &'c mut dyn FnMut(&Record<'_>) -> io::Result<()>) -> Collator<'c> {
        Collator {
            choice,
            emit,
            topic: String::new(),
            length: Vec::new(),
            period: String::new(),
            article: Default::default(),
            own: Vec::new(),
            now: Group::default(),
            all: Group::default(),
            seen: HashSet::new(),
        }
    }

    pub fn take(&mut self, line: &[u8]) -> io::Result<()> {
        let Some(line) = Line::parse(line) else { return Ok(()) };
        let topic = line.topic != self.topic.as_bytes() || line.length != self.length;
        let period = topic || line.period != self.period.as_bytes();
        let article = period || (line.date, line.article) != (self.article.0.as_bytes(), self.article.1.as_bytes());
        if article {
            self.end_article();
        }
        if period {
            self.end_period()?;
        }
        if topic {
            self.end_topic()?;
        }
        if article {
            self.topic = text(line.topic);
            self.length = line.length.to_vec();
            self.period = text(line.period);
            self.article = (text(line.date), text(line.article));
        }
        // The first one is the surest.
        if self.own.last().is_none_or(|last| last.number.as_bytes() != line.value) {
            self.own.push(Value {
                period: self.period.clone(),
                number: text(line.value),
                articles: 1,
                first: self.article.0.clone(),
                last: self.article.0.clone(),
                told: vec![text(line.told)],
                bounds: Bounds::parse(&text(line.bounds)),
            });
        }
        Ok(())
    }

    /// Gives the last records.
    pub fn end(mut self) -> io::Result<()> {
        self.end_article();
        self.end_period()?;
        self.end_topic()
    }

    /// Counts what the article tells. One that tells values that cannot all be so tells of several things, and does not say
    /// which is which.
    fn end_article(&mut self) {
        if self.own.is_empty() || Bounds::of(&self.own).is_empty() {
            self.own.clear();
            return;
        }
        self.now.articles += 1;
        let mut hasher = DefaultHasher::new();
        self.article.1.hash(&mut hasher);
        self.seen.insert(hasher.finish());
        let Group { values, left_out, .. } = &mut self.now;
        for value in self.own.drain(..) {
            match values.iter().position(|known| known.number == value.number) {
                Some(at) => values[at].join(value, self.choice.most_told),
                None if values.len() < MOST_VALUES => values.push(value),
                None => *left_out += 1,
            }
        }
    }

    fn end_period(&mut self) -> io::Result<()> {
        let now = std::mem::take(&mut self.now);
        if now.articles >= self.choice.min_articles {
            if Bounds::of(&now.values).is_empty() {
                self.give(Verdict::Differ, &now)?;
            } else if self.length != UNDATED
                && now.values.iter().any(|value| value.articles >= self.choice.min_articles)
            {
                self.give(Verdict::Agree, &now)?;
            }
        }
        self.all.left_out += now.left_out;
        for value in now.values {
            if self.all.values.len() < MOST_VALUES {
                self.all.values.push(value);
            } else {
                self.all.left_out += 1;
            }
        }
        Ok(())
    }

    fn end_topic(&mut self) -> io::Result<()> {
        let mut all = std::mem::take(&mut self.all);
        all.articles = self.seen.len() as u64;
        self.seen = HashSet::new();
        if all.articles < self.choice.min_articles {
            return Ok(());
        }
        if self.length != OPEN && changes(&all.values) {
            self.give(Verdict::Change, &all)?;
        } else if self.length == UNDATED && !Bounds::of(&all.values).is_empty() {
            // What has no time is told again on another day.
            let tell = |value: &Value| -> u64 {
                all.values.iter().filter(|other| other.number == value.number).map(|other| other.articles).sum()
            };
            if all.values.iter().any(|value| tell(value) >= self.choice.min_articles) {
                self.give(Verdict::Agree, &all)?;
            }
        }
        Ok(())
    }

    fn give(&mut self, verdict: Verdict, group: &Group) -> io::Result<()> {
        if self.choice.only.is_some_and(|only| only != verdict) {
            return Ok(());
        }
        (self.emit)(&Record {
            verdict,
            topic: &self.topic,
            articles: group.articles,
            values: &group.values,
            left_out: group.left_out,
        })
    }
}

/// Whether a value of one period cannot be so in another.
fn changes(values: &[Value]) -> bool {
    let periods: Vec<Bounds> = values.chunk_by(|a, b| a.period == b.period).map(Bounds::of).collect();
    let apart = |(at, a): (usize, &Bounds)| periods.iter().enumerate().any(|(other, b)| at != other && a.0 > b.1);
    periods.iter().enumerate().any(apart)
}

/// Lines are made of JSON and numbers, which are UTF-8.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
