//! Answers for people: a head line for each document and a table of its facts.

use std::io::{self, Write};

use console::{Alignment::Left, style};
use console::{Term, measure_text_width, pad_str, truncate_str};
use faktum::{Answer, Fact, Lang, Span};

/// The width where the terminal does not tell its own.
const WIDTH: usize = 100;
/// A narrower terminal shows nothing worth reading; a wider table is hard to follow.
const WIDTHS: std::ops::RangeInclusive<usize> = 60..=160;
const INDENT: &str = "  ";
const GAP: &str = "  ";

/// How a table looks.
pub struct Style {
    width: usize,
    bold: bool,
}

impl Style {
    /// What fits the terminal, or a file.
    pub fn of_terminal() -> Style {
        let term = Term::stdout();
        let width = term.size_checked().map_or(WIDTH, |(_, columns)| usize::from(columns));
        Style { width: width.clamp(*WIDTHS.start(), *WIDTHS.end()), bold: term.is_term() && console::colors_enabled() }
    }

    fn head(&self, text: &str) -> String {
        style(text).bold().force_styling(self.bold).to_string()
    }
}

/// Writes the head lines, the note if there is one, and one row for each fact. The answer's offsets are bytes of `text`.
pub fn write<W: Write>(answer: &Answer<'_>, text: &str, style: &Style, mut w: W) -> io::Result<()> {
    writeln!(w, "{}", head(answer, style))?;
    writeln!(w, "{INDENT}{}", counts(answer))?;
    if let Some(note) = &answer.note {
        writeln!(w, "{INDENT}note: {note}")?;
    }
    let rows: Vec<Row> = answer.facts.iter().map(|fact| Row::of(answer, fact, text)).collect();
    let longest = rows.iter().map(|row| measure_text_width(&row.gloss)).max().unwrap_or(0);
    let inner = style.width - INDENT.len();
    let gloss = longest.clamp(FACT.len(), inner / 2);
    let sentence = inner - gloss - GAP.len();
    if !rows.is_empty() {
        writeln!(w, "{INDENT}{}", style.head(&format!("{}{GAP}{SENTENCE}", cell(FACT, gloss))))?;
    }
    for row in &rows {
        let line = format!("{INDENT}{}{GAP}{}", cell(&row.gloss, gloss), row.sentence.window(sentence));
        writeln!(w, "{}", line.trim_end())?;
    }
    Ok(())
}

const FACT: &str = "FACT (SOURCE)";
const SENTENCE: &str = "SENTENCE";

fn cell(text: &str, width: usize) -> String {
    pad_str(&truncate_str(text, width, "…"), width, Left, None).into_owned()
}

/// Name, language and date.
fn head(answer: &Answer<'_>, style: &Style) -> String {
    let name = match answer.id.as_deref() {
        None => "document".to_string(),
        Some("-") => "standard input".to_string(),
        Some(id) => printable(id),
    };
    let lang = answer.lang.map_or("unknown language", Lang::name);
    let date = answer.date.map_or("no date".to_string(), |date| date.to_string());
    format!("{} · {lang} · {date}", style.head(&name))
}

/// How much was found.
fn counts(answer: &Answer<'_>) -> String {
    let counts = [
        (answer.facts.len(), "fact"),
        (answer.figures.len(), "figure"),
        (answer.times.len(), "time"),
        (answer.entities.len(), "name"),
        (answer.statements.len(), "statement"),
    ];
    counts.map(|(count, what)| format!("{count} {what}{}", if count == 1 { "" } else { "s" })).join(", ")
}

struct Row {
    /// Ends in the source, in brackets.
    gloss: String,
    sentence: Excerpt,
}

impl Row {
    fn of(answer: &Answer<'_>, fact: &Fact<'_>, text: &str) -> Row {
        let sentence = answer.sentences.get(fact.sentence as usize).copied().unwrap_or(fact.span);
        let figure = fact.figure.and_then(|id| answer.figure(id));
        Row {
            gloss: printable(&fact.gloss),
            sentence: Excerpt::of(text, sentence, figure.map_or(fact.span, |figure| figure.span)),
        }
    }
}

/// A sentence, cut where the point of it begins.
struct Excerpt {
    before: String,
    rest: String,
}

impl Excerpt {
    fn of(text: &str, sentence: Span, point: Span) -> Excerpt {
        let middle = point.start.clamp(sentence.start, sentence.end);
        let (before, rest) = (Span::new(sentence.start, middle), Span::new(middle, sentence.end));
        let mut before_text = printable(before.of(text));
        if before.of(text).ends_with(char::is_whitespace) {
            before_text.push(' ');
        }
        Excerpt { before: before_text, rest: printable(rest.of(text)) }
    }

    /// The part that fits: the beginning if the point is in it, else the words around the point.
    fn window(&self, width: usize) -> String {
        let shown = measure_text_width(&self.rest).min(width / 2);
        let room = width - shown;
        if measure_text_width(&self.before) <= room {
            return truncate_str(&format!("{}{}", self.before, self.rest), width, "…").into_owned();
        }
        // Whole words from behind, as many as fit beside the ellipsis.
        let mut start = self.before.len();
        for (at, _) in self.before.rmatch_indices(' ') {
            if measure_text_width(&self.before[at + 1..]) + 1 > room {
                break;
            }
            start = at + 1;
        }
        truncate_str(&format!("…{}{}", &self.before[start..], self.rest), width, "…").into_owned()
    }
}

/// The text on one line, without anything that a terminal would obey.
fn printable(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_shows_its_point() {
        let text = "In seinem langen Bericht gab der Rat bekannt, dass er 37 Berichte erhalten habe.";
        let at = text.find("37").unwrap() as u32;
        let excerpt = Excerpt::of(text, Span::new(0, text.len() as u32), Span::new(at, at + 2));
        assert_eq!(excerpt.window(100), text);
        assert_eq!(excerpt.window(40), "…bekannt, dass er 37 Berichte erhalten …");
        let first = Excerpt::of(text, Span::new(0, text.len() as u32), Span::new(0, 2));
        assert_eq!(first.window(20), "In seinem langen Be…");
    }

    #[test]
    fn a_terminal_obeys_nothing_in_a_text() {
        assert_eq!(printable("a\u{1b}[31m\n b\u{7}"), "a [31m b");
    }
}
