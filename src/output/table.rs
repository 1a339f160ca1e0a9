//! Tables for people: an article's names, who says what, and its facts in the text's own words.

use std::io;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::layer::Layer;
use super::plain::harmless;
use super::row;
use crate::answer::{Answer, EntityId, EntityType, Moment, Span, StatementStyle};
use crate::lang::Lang;

const INDENT: &str = "  ";
const GAP: &str = "  ";

/// A longer word may be broken, so that one does not take the line.
const LONG_WORD: usize = 20;

/// Where nothing is wrapped, a longer cell moves what stands behind it in its own row alone.
const ALIGNED: usize = 40;

/// Where lines must fit, a statement is shown by so many letters.
const FIRST_WORDS: usize = 160;

/// How a table looks, and what it shows.
///
/// ```
/// use faktum::output::{Layer, table::Style};
/// let style = Style::default().width(Some(80)).colour(true).layers(&[Layer::Facts]);
/// # let _ = style;
/// ```
#[derive(Clone, Debug)]
pub struct Style {
    width: Option<usize>,
    colour: bool,
    layers: Vec<Layer>,
}

/// As wide as it gets, without colours; names, statements and facts.
impl Default for Style {
    fn default() -> Style {
        Style { width: None, colour: false, layers: vec![Layer::Names, Layer::Statements, Layer::Facts] }
    }
}

impl Style {
    /// The columns that a line may take: cells are wrapped so that it fits. `None` wraps nothing, and each row is a line.
    pub fn width(self, width: Option<usize>) -> Style {
        Style { width, ..self }
    }

    /// Whether titles and marks stand out by the escape codes of terminals.
    pub fn colour(self, colour: bool) -> Style {
        Style { colour, ..self }
    }

    /// What is shown, in this order.
    pub fn layers(self, layers: &[Layer]) -> Style {
        Style { layers: layers.to_vec(), ..self }
    }

    fn paint(&self, paint: Paint, text: &str) -> String {
        match paint.code() {
            Some(code) if self.colour && !text.is_empty() => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            _ => text.to_string(),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Paint {
    Plain,
    Bold,
    Dim,
    Warn,
}

impl Paint {
    fn code(self) -> Option<&'static str> {
        match self {
            Paint::Plain => None,
            Paint::Bold => Some("1"),
            Paint::Dim => Some("2"),
            Paint::Warn => Some("33"),
        }
    }
}

/// Writes a head line, the note if there is one, and a table for each layer that holds something. The answer's spans are
/// bytes of `text`.
///
/// ```
/// use faktum::{Document, Extractor, output};
/// let text = "The police arrested 37 people.";
/// let answer = Extractor::builder().build()?.extract(&Document::new(text));
/// let mut out = Vec::new();
/// output::table::write(&answer, text, &output::table::Style::default(), &mut out)?;
/// let out = String::from_utf8(out)?;
/// assert!(out.contains("  #  WHO         DOES      WHAT\n  1  The police  arrested  37 people\n"), "{out}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Those of `w`.
pub fn write<W: io::Write>(answer: &Answer<'_>, text: &str, style: &Style, mut w: W) -> io::Result<()> {
    writeln!(w, "{}", head(answer, text, style))?;
    if let Some(note) = &answer.note {
        writeln!(w, "{INDENT}{}", style.paint(Paint::Warn, &format!("note: {}", harmless(note))))?;
    }
    let mut any = false;
    for layer in &style.layers {
        let grid = match layer {
            Layer::Facts => facts(answer, text),
            Layer::Names => names(answer),
            Layer::Statements => statements(answer, text, style),
            Layer::Times => times(answer),
            Layer::Figures => figures(answer),
        };
        if !grid.rows.is_empty() {
            writeln!(w)?;
            grid.write(style, &mut w)?;
            any = true;
        }
    }
    if !any && answer.note.is_none() {
        let layers: Vec<&str> = style.layers.iter().map(|layer| layer.name()).collect();
        writeln!(w, "{INDENT}no {}", layers.join(", no "))?;
    }
    Ok(())
}

/// Name, language and date, and how much was found.
fn head(answer: &Answer<'_>, text: &str, style: &Style) -> String {
    let name = answer.id.as_ref().map_or("document".into(), |id| id.text());
    // As commands call it.
    let name = if name == "-" { "standard input".to_string() } else { harmless(&name) };
    let lang = answer.lang.map_or("unknown language", Lang::name);
    let date = answer.date.map_or("no date".to_string(), |date| date.to_string());
    let counts = [(answer.sentences.len(), "sentence"), (row::rows(answer, text).count(), "fact")];
    let counts = counts.map(|(count, what)| format!("{count} {what}{}", if count == 1 { "" } else { "s" }));
    format!("{} · {lang} · {date} · {}", style.paint(Paint::Bold, &name), counts.join(", "))
}

/// A cell's text, and how it is painted.
struct Cell(String, Paint);

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell(harmless(&text), Paint::Plain)
    }
}

fn number(number: usize) -> Cell {
    Cell(number.to_string(), Paint::Dim)
}

/// The number of the sentence in which a span begins, counted from 1.
fn sentence(answer: &Answer<'_>, span: Span) -> Cell {
    answer.sentence_of(span).map_or(Cell(String::new(), Paint::Dim), |at| number(at + 1))
}

struct Grid {
    titles: Vec<&'static str>,
    rows: Vec<Vec<Cell>>,
}

fn facts(answer: &Answer<'_>, text: &str) -> Grid {
    let rows = row::rows(answer, text).map(|row| {
        let does = row.does.clone() + &row.reserve().map(|reserve| format!(" ({reserve})")).unwrap_or_default();
        vec![
            number(row.number()),
            Cell(if row.is_unsure() { "?" } else { "" }.to_string(), Paint::Warn),
            row.who_named(answer).into(),
            does.trim_start().to_string().into(),
            row.what.clone().into(),
            row.when(answer).into_owned().into(),
            row.place().into(),
            row.source(answer).into(),
        ]
    });
    Grid { titles: vec!["#", "", "WHO", "DOES", "WHAT", "WHEN", "WHERE", "SOURCE"], rows: rows.collect() }
}

/// How often an entity does what in its article.
#[derive(Clone, Default)]
struct Role {
    speaker: usize,
    subject: usize,
    place: usize,
}

impl Role {
    fn words(&self) -> String {
        let parts = [(self.speaker, "speaks"), (self.subject, "acts"), (self.place, "place")];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        let parts: Vec<String> = parts.map(|(count, what)| format!("{what} {count}×")).collect();
        parts.join(", ")
    }
}

fn names(answer: &Answer<'_>) -> Grid {
    let mut roles = vec![Role::default(); answer.entities.len()];
    let mut count = |entity: Option<EntityId>, field: fn(&mut Role) -> &mut usize| {
        if let Some(role) = entity.and_then(|id| roles.get_mut(id.0 as usize)) {
            *field(role) += 1;
        }
    };
    for statement in &answer.statements {
        count(statement.speaker.as_ref().and_then(|speaker| speaker.entity), |role| &mut role.speaker);
    }
    for fact in &answer.facts {
        count(fact.subject.as_ref().and_then(|subject| subject.entity), |role| &mut role.subject);
        count(fact.place.as_ref().and_then(|place| place.entity), |role| &mut role.place);
    }
    let rows = answer.entities.iter().zip(&roles).map(|(entity, role)| {
        let also: String = entity.aliases.iter().map(|alias| format!(", {alias}")).collect();
        let subtype =
            entity.mentions.first().and_then(|id| answer.mention(*id)).and_then(|first| first.subtype.as_deref());
        vec![
            format!("{}{also}", entity.name).into(),
            subtype.unwrap_or(kind(entity.kind)).to_string().into(),
            Cell(format!("{}×", entity.mentions.len()), Paint::Dim),
            role.words().into(),
        ]
    });
    Grid { titles: vec!["NAME", "TYPE", "", "ROLE"], rows: rows.collect() }
}

/// A word for a type of entity.
fn kind(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Per => "person",
        EntityType::Org => "organisation",
        EntityType::Loc => "place",
        EntityType::Misc => "other",
    }
}

/// Who says what: on lines that must fit, the first words.
fn statements(answer: &Answer<'_>, text: &str, style: &Style) -> Grid {
    let rows = answer.statements.iter().filter_map(|statement| {
        let first = *statement.content.first()?;
        let said: Vec<&str> = statement.content.iter().map(|span| span.of(text)).collect();
        let said = harmless(&said.join(" … "));
        let said = if style.width.is_some() { first_words(&said) } else { said };
        let (open, close) = if statement.style == StatementStyle::Direct { ("“", "”") } else { ("", "") };
        Some(vec![
            sentence(answer, first),
            statement.speaker.as_ref().map(|speaker| row::resolved(answer, speaker)).unwrap_or_default().into(),
            format!("{open}{said}{close}").into(),
        ])
    });
    Grid { titles: vec!["#", "SPEAKER", "SAYS"], rows: rows.collect() }
}

fn first_words(said: &str) -> String {
    match said.char_indices().nth(FIRST_WORDS) {
        None => said.to_string(),
        Some((end, _)) => {
            let (first, _) = said.split_at(end);
            format!("{} …", first.rsplit_once(' ').map_or(first, |(words, _)| words))
        }
    }
}

fn times(answer: &Answer<'_>) -> Grid {
    let rows = answer.times.iter().map(|time| {
        let moment = |moment: Option<Moment>| moment.map(|m| m.to_string()).unwrap_or_default();
        vec![
            sentence(answer, time.span),
            time.text.to_string().into(),
            time.kind.to_string().into(),
            format!("{}{}", time.value, time.modifier.map(|m| format!(" {m}")).unwrap_or_default()).into(),
            moment(time.begin).into(),
            moment(time.end).into(),
        ]
    });
    Grid { titles: vec!["#", "TIME", "TYPE", "VALUE", "BEGIN", "END"], rows: rows.collect() }
}

fn figures(answer: &Answer<'_>) -> Grid {
    let rows = answer.figures.iter().map(|figure| {
        vec![
            sentence(answer, figure.span),
            figure.text.to_string().into(),
            figure.kind.to_string().into(),
            figure.approx.to_string().replace("exact", "").replace('_', " ").into(),
            figure.amount().to_string().into(),
            figure.unit.as_deref().unwrap_or_default().to_string().into(),
            figure.of.as_ref().map(|of| of.text.to_string()).unwrap_or_default().into(),
        ]
    });
    Grid { titles: vec!["#", "FIGURE", "KIND", "", "VALUE", "UNIT", "OF"], rows: rows.collect() }
}

impl Grid {
    /// Writes the columns that hold something.
    fn write<W: io::Write>(mut self, style: &Style, w: &mut W) -> io::Result<()> {
        let empty: Vec<bool> = (0..self.titles.len())
            .map(|at| self.rows.iter().all(|row| row.get(at).is_none_or(|cell| cell.0.is_empty())))
            .collect();
        let mut kept = empty.iter().cycle().map(|empty| !empty);
        self.titles.retain(|_| kept.next().unwrap_or(true));
        for row in &mut self.rows {
            let mut kept = empty.iter().map(|empty| !empty);
            row.retain(|_| kept.next().unwrap_or(true));
        }
        let titles = self.titles.iter().map(|title| Cell(title.to_string(), Paint::Bold)).collect();
        let widths = self.widths(style.width);
        for row in std::iter::once(&titles).chain(&self.rows) {
            write_row(row, &widths, style, w)?;
        }
        Ok(())
    }

    /// The width of each column. Where the lines must fit, each has room for its longest word, and those that need little
    /// take it; the others share the rest.
    fn widths(&self, line: Option<usize>) -> Vec<usize> {
        let titles = || self.titles.iter().map(|title| title.width());
        let most = if line.is_some() { usize::MAX } else { ALIGNED };
        let mut wanted: Vec<usize> = titles().collect();
        let mut widths: Vec<usize> = wanted.clone();
        for row in &self.rows {
            for ((wanted, least), cell) in wanted.iter_mut().zip(&mut widths).zip(row) {
                *wanted = (*wanted).max(cell.0.width().min(most));
                let word = cell.0.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0);
                *least = (*least).max(word.min(LONG_WORD));
            }
        }
        let Some(line) = line else { return wanted };
        let room = line.saturating_sub(INDENT.len() + GAP.len() * widths.len().saturating_sub(1));
        // On a line too short for the longest words, the widest columns break them.
        while widths.iter().sum::<usize>() > room {
            match widths.iter_mut().max() {
                Some(widest) if *widest > 1 => *widest -= 1,
                _ => break,
            }
        }
        let mut rest = room.saturating_sub(widths.iter().sum());
        let mut growing: Vec<_> = widths.iter_mut().zip(wanted).collect();
        growing.sort_by_key(|(width, wanted)| wanted.saturating_sub(**width));
        let columns = growing.len();
        for (done, (width, wanted)) in growing.into_iter().enumerate() {
            let more = wanted.saturating_sub(*width).min(rest / (columns - done));
            *width += more;
            rest -= more;
        }
        widths
    }
}

fn write_row<W: io::Write>(row: &[Cell], widths: &[usize], style: &Style, w: &mut W) -> io::Result<()> {
    let columns: Vec<Vec<String>> = row
        .iter()
        .zip(widths)
        .map(|(cell, width)| if style.width.is_some() { wrap(&cell.0, *width) } else { vec![cell.0.clone()] })
        .collect();
    for line in 0..columns.iter().map(Vec::len).max().unwrap_or(0) {
        // Blanks are written only before something.
        let mut blanks = INDENT.len();
        for ((column, width), cell) in columns.iter().zip(widths).zip(row) {
            let part = column.get(line).map_or("", String::as_str);
            if !part.is_empty() {
                write!(w, "{:blanks$}{}", "", style.paint(cell.1, part))?;
                blanks = 0;
            }
            blanks += width.saturating_sub(part.width()) + GAP.len();
        }
        writeln!(w)?;
    }
    Ok(())
}

/// The text in lines of at most `width` columns, broken at blanks, and within a word that is longer than a line.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0);
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if used > 0 && used + 1 + word.width() > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        for c in word.chars() {
            let wide = c.width().unwrap_or(0);
            if used > 0 && used + wide > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(c);
            used += wide;
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_blanks_and_in_long_words_only() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("Donaudampfschiff an", 10), ["Donaudampf", "schiff an"]);
        assert_eq!(wrap("東京都 x", 4), ["東京", "都 x"]);
        assert_eq!(wrap("", 4), [""]);
    }

    #[test]
    fn columns_take_what_they_need_and_share_the_rest() {
        let grid = |cells: &[&str]| Grid {
            titles: vec!["A"; cells.len()],
            rows: vec![cells.iter().map(|cell| cell.to_string().into()).collect()],
        };
        let long = "word ".repeat(40);
        assert_eq!(grid(&["x", &long, "short words"]).widths(Some(80)), [1, 62, 11]);
        assert_eq!(grid(&[&long, &long]).widths(Some(80)), [38, 38]);
        assert_eq!(grid(&["Polizeiinspektion", &long]).widths(Some(40)), [17, 19]);
        assert!(grid(&["Polizeiinspektion"; 4]).widths(Some(40)).iter().sum::<usize>() <= 32);
        assert_eq!(grid(&["x", &long]).widths(None), [1, ALIGNED]);
    }

    #[test]
    fn a_long_statement_is_shown_by_its_first_words() {
        assert_eq!(first_words("a b"), "a b");
        let long = "word ".repeat(80);
        let first = first_words(&long);
        assert!(first.ends_with("word …") && first.chars().count() <= FIRST_WORDS + 2, "{first}");
    }
}
