//! How many: figures with their value, unit, approximation and counted noun.
//!
//! From the numbers up: `sign` (reading one with its sign), `start` (a token at which a figure may begin), the rules of what is no amount (`score`, `rank`, `often`, `fraction`), `amount` (numbers with their unit), and
//! the rules that build on it; `counted` finds what a figure counts.
#![allow(clippy::indexing_slicing, reason = "gates give numbers of rules, and there is a reader for each")]

mod adjective;
mod age;
mod amount;
mod approx;
mod before;
mod bound;
mod count;
mod counted;
mod exclude;
mod feet;
mod fraction;
mod lemma;
mod measured;
mod money;
mod neighbour;
mod noun;
mod often;
mod range;
mod rank;
mod score;
mod sign;
mod smaller;
mod start;
mod stopwatch;
mod table;
mod unit;
mod window;

use std::borrow::Cow;
use std::ops::Range;

use crate::answer::{Approximation, Decimal, Figure, FigureKind, FigureUse, FigureValue, Rule};
use crate::lexicon::{Class, ClassSet};
use crate::reading::number::{self, word_number};
use crate::reading::{Analysis, Sentence};
use crate::rule::{Candidate, Competes, Construction, Digits, Gates, Layer, count, readers};
use crate::text::TokenKind;
use start::{Read, Start};
use table::Tables;
use unit::Unit;

/// The rules of each file.
const RULES: &[&[Construction<Read>]] = &[
    score::RULES,
    rank::RULES,
    often::RULES,
    fraction::RULES,
    age::RULES,
    window::RULES,
    amount::RULES,
    feet::RULES,
    stopwatch::RULES,
    money::RULES,
    adjective::RULES,
    exclude::RULES,
    count::RULES,
    neighbour::RULES,
    table::RULES,
];

static GATES: Gates = Gates::of(RULES).reaching(number::MOST_WORDS);

static READERS: [Read; count(RULES)] = readers(RULES);

/// The classes of words that can begin a figure.
const STARTS: ClassSet = Gates::of(RULES).begins();

/// The rules that figures come from.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().flatten().map(|construction| construction.rule)
}

/// A figure as the grammar reads it, without its counted noun.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub kind: FigureKind,
    pub value: Option<FigureValue>,
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
    pub approx: Approximation,
    usage: FigureUse,
    /// Whether it only says that its words are no figure.
    excludes: bool,
    /// An age behind the word for it without a unit: a number that is joined to it is an age too.
    cued: bool,
    unit: Unit,
    /// The power of ten of its scale word.
    scale: u32,
    counts: Counts,
}

/// Where the noun stands that a figure counts.
#[derive(Clone, Debug, PartialEq)]
enum Counts {
    /// Somewhere behind this token, else before the figure.
    Behind(usize),
    /// These tokens.
    These(Range<usize>),
    /// There is none.
    Nothing,
}

impl Reading {
    /// The same words as no figure.
    fn excluding(&self) -> Reading {
        Reading { excludes: true, ..self.clone() }
    }

    /// Whether its numbers can be read from an answer as they were written: no amount has more digits than that.
    fn is_lasting(&self) -> bool {
        let value = match self.value {
            Some(FigureValue::Number(value)) => Some(value),
            _ => None,
        };
        [value, self.low, self.high].into_iter().flatten().all(Decimal::is_lasting)
    }
}

impl Competes for Reading {
    fn layer(&self) -> Layer {
        match self.kind {
            _ if self.excludes => Layer::NoFigure,
            FigureKind::Duration | FigureKind::Age => Layer::DurationFigure,
            FigureKind::Measure => Layer::Measure,
            _ => Layer::Figure,
        }
    }

    fn excludes(&self) -> bool {
        self.excludes
    }
}

/// Proposes figures: one pass over each sentence. Of the readings that begin at a token the longest goes on, and among
/// equally long ones that of the higher precedence, as they will be settled. What is no figure is skipped; it takes text
/// from nothing else, so it is proposed only for an explanation.
pub(crate) fn propose(analysis: &Analysis<'_, '_>, figures: &mut Vec<Candidate<Reading>>, explained: bool) {
    let mut rest = Vec::new();
    let mut tables = Tables::default();
    for sentence in 0..analysis.sentences.len() {
        let Some(s) = Sentence::new(analysis, sentence) else {
            continue;
        };
        let first = figures.len();
        let (mut at, mut floor) = (s.start, s.start);
        let mut scored = false;
        while let Some(next) = next_start(&s, at) {
            at = next;
            let before = rest.len();
            let found = if may_start(&s, at) { read(&Start::new(&s, at, floor, scored), &mut rest) } else { None };
            match found {
                Some(figure) if figure.item.excludes => {
                    at = figure.tokens.end;
                    if explained {
                        rest.insert(before, figure);
                    }
                }
                Some(figure) => {
                    at = figure.tokens.end.max(at + 1);
                    floor = at;
                    scored |= figure.item.kind == FigureKind::Score;
                    figures.push(figure);
                }
                None => at += 1,
            }
        }
        if figures.len() > first {
            neighbour::share_units(&s, figures.get_mut(first..).unwrap_or_default());
        }
        figures.append(&mut rest);
        if let Some(from) = tables.read(figures, first).filter(|_| !explained) {
            tables.remove(figures, from);
        }
    }
    if explained {
        tables.exclude(analysis, figures);
    }
}

/// The first token from one on that could begin a figure: by its classes, as a number or mark, as a long word where numbers
/// make words, or as a word that begins with a digit. Every other token costs only this look.
fn next_start(s: &Sentence<'_, '_>, from: usize) -> Option<usize> {
    let shortest = if s.profile.number_compounds { word_number::SHORTEST } else { u32::MAX };
    let text = s.analysis.text.as_bytes();
    s.find(from, |token, lexeme| match token.kind {
        TokenKind::Word => {
            lexeme.classes.has_any(STARTS)
                || token.end - token.start >= shortest
                || text.get(token.start as usize).is_some_and(u8::is_ascii_digit)
        }
        TokenKind::Number | TokenKind::Symbol | TokenKind::Hyphen | TokenKind::Dash => true,
        _ => false,
    })
}

/// How many readings of a start are proposed besides the one that goes on.
const MOST_RIVALS: usize = 2;

/// The reading of a token that goes on; the others are rivals of it. Once it is known to be no figure, what it could
/// count is not asked.
fn read(start: &Start<'_, '_>, rivals: &mut Vec<Candidate<Reading>>) -> Option<Candidate<Reading>> {
    let Start { sentence: s, at, .. } = *start;
    let before = rivals.len();
    let mut best: Option<Candidate<Reading>> = None;
    for rule in GATES.open(s, at, begins(s, at)) {
        let Some(found) = READERS[rule](start) else {
            continue;
        };
        let rank = |figure: &Candidate<Reading>| (figure.span.end - figure.span.start, figure.rule.precedence);
        let stays = best.as_ref().is_some_and(|best| rank(best) >= rank(&found));
        let beaten = if stays { Some(found) } else { best.replace(found) };
        if rivals.len() < before + MOST_RIVALS {
            rivals.extend(beaten);
        }
        if best.as_ref().is_some_and(|best| best.item.excludes) {
            break;
        }
    }
    best
}

/// The classes of a token and its form as digits. A word that a number begins is a number word too.
fn begins(s: &Sentence<'_, '_>, at: usize) -> (ClassSet, Option<Digits>) {
    const NUMBER: ClassSet = ClassSet::of(&[Class::Cardinal]);
    let classes = s.classes(at);
    match s.kind(at) {
        // Without one of these classes it has been asked already.
        TokenKind::Word
            if !classes.has_any(STARTS) || !classes.has_any(number::NUMBER_WORDS) && word_number::may_be(s, at) =>
        {
            (classes.with(NUMBER), Digits::of(s.analysis, at))
        }
        TokenKind::Symbol | TokenKind::Hyphen | TokenKind::Dash => (classes, Some(Digits::Sign)),
        _ => (classes, Digits::of(s.analysis, at)),
    }
}

/// Whether a figure may begin at a token whose classes or kind speak for one.
fn may_start(s: &Sentence<'_, '_>, at: usize) -> bool {
    match s.kind(at) {
        TokenKind::Word => {
            let starts = s.classes(at).and(STARTS);
            if starts.has_none() {
                return word_number::may_be(s, at);
            }
            if starts == ARTICLE {
                return number::article_counts(s, at);
            }
            starts != INDEFINITE || number::indefinite_counts(s, at)
        }
        TokenKind::Number => true,
        // A currency's symbol, a sign, "½"
        TokenKind::Symbol => s.classes(at).has_any(STARTS) || number_behind(s, at) || !s.word(at).is_ascii(),
        TokenKind::Hyphen | TokenKind::Dash => {
            number_behind(s, at) || s.is_tight(at + 1) && s.is(at + 1, Class::Currency)
        }
        _ => false,
    }
}

/// Whether digits follow a token without a space.
fn number_behind(s: &Sentence<'_, '_>, at: usize) -> bool {
    s.is_tight(at + 1) && s.kind(at + 1) == TokenKind::Number
}

const ARTICLE: ClassSet = ClassSet::of(&[Class::IndefiniteArticle]);
const INDEFINITE: ClassSet = ClassSet::of(&[Class::Indefinite]);

/// Finds what each figure counts, once it is settled what is one.
pub(crate) fn bind<'t>(analysis: &Analysis<'_, 't>, figures: &mut Vec<Candidate<Reading>>) -> Vec<Figure<'t>> {
    figures.retain(|figure| !figure.item.excludes && figure.item.is_lasting());
    let mut out: Vec<Figure<'t>> = Vec::with_capacity(figures.len());
    let mut sentence: Option<Sentence<'_, 't>> = None;
    let mut first = 0;
    for at in 0..figures.len() {
        let Some(figure) = figures.get(at) else {
            break;
        };
        let s = match sentence.filter(|s| figure.tokens.start < s.end) {
            Some(s) => s,
            None => {
                let Some(s) = Sentence::new(analysis, analysis.sentence_of(figure.tokens.start)) else {
                    continue;
                };
                (sentence, first) = (Some(s), at);
                s
            }
        };
        let near = first.max(at.saturating_sub(neighbour::NEAR));
        let converted = at
            .checked_sub(1)
            .filter(|last| *last >= first)
            .and_then(|last| figures.get(last).zip(out.get(last)))
            .filter(|(last, _)| neighbour::is_converted(&s, figure, last));
        let of = match converted {
            Some((_, last)) => last.of.clone(),
            None => counted::find(&s, figure).or_else(|| {
                let earlier = figures.get(near..at)?.iter().zip(out.get(near..)?);
                neighbour::carried(&s, figure, earlier)
            }),
        };
        let reading = &figure.item;
        out.push(Figure {
            span: figure.span,
            text: figure.span.of(analysis.text).into(),
            kind: reading.kind,
            value: reading.value.clone(),
            low: reading.low,
            high: reading.high,
            approx: reading.approx,
            unit: unit_name(analysis, reading.unit),
            of,
            usage: reading.usage,
            rule: figure.rule,
        });
    }
    out
}

fn unit_name<'t>(analysis: &Analysis<'_, 't>, unit: Unit) -> Option<Cow<'t, str>> {
    match unit {
        Unit::Absent => None,
        Unit::Percent => Some(Cow::Borrowed("%")),
        Unit::Inch => Some(Cow::Borrowed("in")),
        Unit::Time(name) => Some(Cow::Borrowed(name)),
        Unit::Entry(sense) => analysis.id(sense).map(|id| match id {
            Cow::Borrowed(id) => Cow::Borrowed(unit::code(id)),
            Cow::Owned(id) => Cow::Owned(unit::code(&id).to_owned()),
        }),
    }
}
