//! A page to look at: one file for any number of articles, which needs no network and no other file.
//!
//! Each article has its text with what was found in it, which can be switched by layer and shows its record and rule where the
//! mouse, a finger or the keyboard is; and beside it its facts, statements, dated facts in their order, and names. What an article
//! says is never markup, whatever stands in it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::fingerprint::fingerprint;
use super::layer::Layer;
use super::mark::marks;
use super::plain::{one_line, turns_direction};
use super::row::{self, Row};
use crate::answer::{Answer, EntityType, Moment, Span, TimeSource};
use crate::lang::Lang;

const STYLE: &str = include_str!("page/page.css");
const SCRIPT: &str = include_str!("page/page.js");

/// The SHA-256 of both with the line break in front, by which the page allows them and no others.
const STYLE_HASH: &str = "SxXKfKNHTc1WRczrItfQz1qC2Z3hQWUVOt11qBND8ZU=";
const SCRIPT_HASH: &str = "ryEPdFjEFR/BCC3azgLZY1P1VU/6xuFK5dLLW81jbGA=";

/// Writes what stands before the articles. The layers are those that are switched on at first.
///
/// ```
/// use faktum::output::{Layer, html};
/// use faktum::{Document, Extractor};
/// let text = "Police arrested <b>37</b> people.";
/// let answer = Extractor::builder().build()?.extract(&Document::new(text));
/// let mut page = Vec::new();
/// html::write_head("Arrests", &Layer::ALL, &mut page)?;
/// html::write(&answer, text, &mut page)?;
/// html::write_foot(&mut page)?;
/// let page = String::from_utf8(page)?;
/// assert!(page.starts_with("<!DOCTYPE html>") && page.contains("&lt;b&gt;") && !page.contains("<b>37"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Those of `w`.
pub fn write_head<W: io::Write>(title: &str, layers: &[Layer], mut w: W) -> io::Result<()> {
    let on: Vec<String> = layers.iter().map(|layer| format!("on-{layer}")).collect();
    write!(
        w,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; \
         style-src 'sha256-{STYLE_HASH}'; script-src 'sha256-{SCRIPT_HASH}'\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body class=\"{}\">\n",
        escaped(title),
        on.join(" ")
    )?;
    write!(w, "<header class=\"bar\">\n<h1>{}</h1>\n<fieldset aria-label=\"Layers\">\n", escaped(title))?;
    for layer in Layer::ALL {
        let checked = if layers.contains(&layer) { " checked" } else { "" };
        writeln!(
            w,
            "<label><input type=\"checkbox\" data-layer=\"{layer}\"{checked}> <span class=\"key k-{layer}\">{layer}</span></label>"
        )?;
    }
    w.write_all(
        b"</fieldset>\n<label>Search <input type=\"search\" id=\"search\"></label> <span id=\"found\" role=\"status\"></span>\n\
          </header>\n<main>\n",
    )
}

/// Writes what stands behind the articles.
///
/// # Errors
///
/// Those of `w`.
pub fn write_foot<W: io::Write>(mut w: W) -> io::Result<()> {
    write!(
        w,
        "</main>\n<div id=\"card\" role=\"status\" aria-label=\"Record\" hidden></div>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n"
    )
}

/// Writes what stands in the place of an article that could not be read.
///
/// # Errors
///
/// Those of `w`.
pub fn write_error<W: io::Write>(name: &str, message: &str, mut w: W) -> io::Result<()> {
    writeln!(w, "<article>\n<h2>{}</h2>\n<p class=\"mark\">{}</p>\n</article>", escaped(name), escaped(message))
}

/// Writes an article. The answer's spans are bytes of `text`.
///
/// # Errors
///
/// Those of `w`.
pub fn write<W: io::Write>(answer: &Answer<'_>, text: &str, mut w: W) -> io::Result<()> {
    // Tells the article's sentences from another one's.
    let page = Article { answer, text, anchor: format!("a{:032x}", fingerprint(answer, text)) };
    let name = answer.id.as_ref().map_or("document".into(), |id| id.text());
    let name = if name == "-" { "standard input".into() } else { name };
    let lang = answer.lang.map_or("unknown language", Lang::name);
    let date = answer.date.map_or("no date".to_string(), |date| date.to_string());
    writeln!(w, "<article>\n<h2>{}</h2>\n<p class=\"about\">{lang} · {date}</p>", escaped(&name))?;
    if let Some(note) = &answer.note {
        writeln!(w, "<p class=\"mark\">{}</p>", escaped(note))?;
    }
    let code = answer.lang.map_or("", Lang::code);
    write!(w, "<div class=\"parts\">\n<div class=\"text\" lang=\"{code}\">")?;
    page.text(&mut w)?;
    w.write_all(b"</div>\n<div>\n")?;
    page.facts(&mut w)?;
    page.statements(&mut w)?;
    page.timeline(&mut w)?;
    page.names(&mut w)?;
    w.write_all(b"</div>\n</div>\n<script type=\"application/json\">")?;
    // Nothing in the records can end the element that they stand in.
    let records = serde_json::to_string(&Records(&page))?;
    w.write_all(records.replace('&', "\\u0026").replace('<', "\\u003c").replace('>', "\\u003e").as_bytes())?;
    w.write_all(b"</script>\n</article>\n")
}

/// The text as it stands in HTML: without markup, and without characters that no page may have or that turn the direction
/// of what follows.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' | '\t' => html.push(c),
            c if c.is_control() => html.push(if c == '\r' { '\n' } else { '\u{fffd}' }),
            c if turns_direction(c) => {}
            c => html.push(c),
        }
    }
    html
}

struct Article<'a, 't> {
    answer: &'a Answer<'t>,
    text: &'a str,
    anchor: String,
}

/// A stretch of text in which an item of the answer shows.
struct Shown {
    span: Span,
    class: &'static str,
    id: String,
}

impl Article<'_, '_> {
    /// The stretches of all items.
    fn shown(&self) -> Vec<Shown> {
        let mut shown = Vec::new();
        for mark in marks(self.answer, &Layer::ALL) {
            let class = match mark.layer {
                Layer::Names => "n",
                Layer::Times => "t",
                Layer::Figures => "q",
                Layer::Statements => "c",
                Layer::Facts => "f",
            };
            shown.extend(mark.spans.iter().map(|span| Shown { span: *span, class, id: mark.id() }));
        }
        shown.retain(|shown| !shown.span.of(self.text).is_empty());
        shown.sort_by_key(|shown| shown.span);
        shown
    }

    /// Writes the text in pieces: a piece ends where an item or a sentence begins or ends.
    fn text<W: io::Write>(&self, w: &mut W) -> io::Result<()> {
        let shown = self.shown();
        let sentences = &self.answer.sentences;
        let mut ends: Vec<u32> = shown
            .iter()
            .map(|shown| shown.span)
            .chain(sentences.iter().copied())
            .flat_map(|s| [s.start, s.end])
            .collect();
        ends.push(self.text.len() as u32);
        ends.sort_unstable();
        ends.dedup();
        let (mut coming, mut over, mut sentence, mut inside) =
            (shown.iter().peekable(), Vec::<&Shown>::new(), 0, false);
        let mut at = 0;
        for end in ends {
            if end > at {
                while coming.peek().is_some_and(|next| next.span.start <= at) {
                    over.extend(coming.next());
                }
                over.retain(|shown| shown.span.end > at);
                if !inside && sentences.get(sentence).is_some_and(|span| span.start <= at) {
                    write!(w, "<span class=\"s\" id=\"{}-{}\">", self.anchor, sentence + 1)?;
                    inside = true;
                }
                self.piece(Span::new(at, end), &over, w)?;
                at = end;
            }
            while inside && sentences.get(sentence).is_some_and(|span| span.end <= at) {
                w.write_all(b"</span>")?;
                (sentence, inside) = (sentence + 1, false);
            }
        }
        if inside { w.write_all(b"</span>") } else { Ok(()) }
    }

    fn piece<W: io::Write>(&self, span: Span, over: &[&Shown], w: &mut W) -> io::Result<()> {
        let piece = escaped(span.of(self.text));
        if over.is_empty() {
            return w.write_all(piece.as_bytes());
        }
        let classes: BTreeSet<&str> = over.iter().map(|shown| shown.class).collect();
        let classes: Vec<&str> = classes.into_iter().collect();
        let ids: Vec<&str> = over.iter().map(|shown| shown.id.as_str()).collect();
        // The keyboard stops where something begins.
        let stop = if over.iter().any(|shown| shown.span.start == span.start) { " tabindex=\"0\"" } else { "" };
        write!(w, "<span class=\"i {}\" data-i=\"{}\"{stop}>{piece}</span>", classes.join(" "), ids.join(" "))
    }

    /// A link to a sentence, counted from 1.
    fn link(&self, sentence: usize) -> String {
        format!("<a href=\"#{}-{sentence}\" title=\"sentence {sentence}\">{sentence}</a>", self.anchor)
    }

    fn link_to(&self, span: Span) -> String {
        self.answer.sentence_of(span).map(|at| self.link(at + 1)).unwrap_or_default()
    }

    /// A fact in one sentence.
    fn told(&self, row: &Row<'_, '_>) -> String {
        let mut told = String::new();
        let who = row.who_named(self.answer);
        if !who.is_empty() {
            let _ = write!(told, "<b>{}</b> ", escaped(&who));
        }
        let _ = write!(told, "{} {}", escaped(&row.does), escaped(&row.what));
        if let Some(reserve) = row.reserve() {
            let _ = write!(told, " <span class=\"mark\">({reserve})</span>");
        }
        if row.is_unsure() {
            told.push_str(" <span class=\"mark\" title=\"not sure\">?</span>");
        }
        told
    }

    fn facts<W: io::Write>(&self, w: &mut W) -> io::Result<()> {
        let mut any = false;
        w.write_all(b"<h3>Facts</h3>\n<ol class=\"facts\">\n")?;
        for row in row::rows(self.answer, self.text) {
            any = true;
            let more = [row.when(self.answer).into_owned(), row.place()];
            let more: Vec<String> = more.iter().filter(|part| !part.is_empty()).map(|part| escaped(part)).collect();
            let source = row.source(self.answer);
            let source = if source.is_empty() { source } else { format!(" — {}", escaped(&source)) };
            writeln!(
                w,
                "<li data-i=\"f{}\">{} {} <span class=\"more\">{}{source}</span></li>",
                row.at,
                self.link(row.number()),
                self.told(&row),
                more.join(" · ")
            )?;
        }
        w.write_all(if any { b"</ol>\n" } else { b"</ol>\n<p class=\"none\">none</p>\n" })
    }

    fn statements<W: io::Write>(&self, w: &mut W) -> io::Result<()> {
        if self.answer.statements.is_empty() {
            return Ok(());
        }
        w.write_all(b"<h3>Statements</h3>\n<ul class=\"said\">\n")?;
        for (at, statement) in self.answer.statements.iter().enumerate() {
            let Some(first) = statement.content.first() else { continue };
            let speaker = statement.speaker.as_ref().map(|speaker| row::resolved(self.answer, speaker));
            let content: Vec<&str> = statement.content.iter().map(|span| span.of(self.text)).collect();
            writeln!(
                w,
                "<li data-i=\"s{at}\">{} <b>{}</b>: {}</li>",
                self.link_to(*first),
                escaped(speaker.as_deref().unwrap_or("?")),
                escaped(&one_line(&content.join(" … ")))
            )?;
        }
        w.write_all(b"</ul>\n")
    }

    /// Writes the dated facts, and the periods that are no fact's, in the order of their beginnings.
    fn timeline<W: io::Write>(&self, w: &mut W) -> io::Result<()> {
        let mut entries: Vec<(Moment, &str, String, String)> = Vec::new();
        let mut used = BTreeSet::new();
        for row in row::rows(self.answer, self.text) {
            let Some(time) = &row.fact.time else { continue };
            if let TimeSource::Period(id) = time.from {
                used.insert(id);
            }
            if let Some(begin) = time.begin {
                let open = format!("<li data-i=\"f{}\">{}", row.at, self.link(row.number()));
                entries.push((begin, &time.value, open, self.told(&row)));
            }
        }
        for (at, period) in self.answer.periods.iter().enumerate() {
            if let Some(begin) = period.begin.filter(|_| !used.iter().any(|id| id.0 as usize == at)) {
                let open = format!("<li>{}", self.link_to(period.span));
                entries.push((begin, &period.value, open, escaped(&period.text)));
            }
        }
        if entries.is_empty() {
            return Ok(());
        }
        entries.sort_by_key(|(begin, ..)| *begin);
        w.write_all(b"<h3>Timeline</h3>\n<ol class=\"timeline\">\n")?;
        for (begin, value, open, told) in entries {
            writeln!(w, "{open} <time class=\"more\" datetime=\"{begin}\">{}</time> {told}</li>", escaped(value))?;
        }
        w.write_all(b"</ol>\n")
    }

    fn names<W: io::Write>(&self, w: &mut W) -> io::Result<()> {
        if self.answer.entities.is_empty() {
            return Ok(());
        }
        w.write_all(b"<h3>Names</h3>\n<ul class=\"names\">\n")?;
        for entity in &self.answer.entities {
            let first = entity.mentions.first().and_then(|id| self.answer.mention(*id));
            let link = first.map(|mention| self.link_to(mention.span)).unwrap_or_default();
            let also: String = entity.aliases.iter().map(|alias| format!(", {alias}")).collect();
            let kind = match entity.kind {
                EntityType::Per => "person",
                EntityType::Org => "organisation",
                EntityType::Loc => "place",
                EntityType::Misc => "other",
            };
            writeln!(
                w,
                "<li>{link} {}{} <span class=\"more\">{kind}, {}×</span></li>",
                escaped(&entity.name),
                escaped(&also),
                entity.mentions.len()
            )?;
        }
        w.write_all(b"</ul>\n")
    }
}

/// What the page shows of each item: names and values, by its id.
struct Records<'p, 'a, 't>(&'p Article<'a, 't>);

impl Serialize for Records<'_, '_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Article { answer, text, .. } = *self.0;
        let name = |entity| answer.entity(entity).map(|entity| one_line(&entity.name)).unwrap_or_default();
        let shown = |value: Option<String>| value.unwrap_or_default();
        let mut map = serializer.serialize_map(None)?;
        let mut add = |letter: char, at: usize, fields: &[(&str, String)]| {
            let filled: Vec<[&str; 2]> = fields
                .iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(name, value)| [*name, value.as_str()])
                .collect();
            map.serialize_entry(&format!("{letter}{at}"), &filled)
        };
        for (at, mention) in answer.mentions.iter().enumerate() {
            let entity = answer.entity(mention.entity);
            add(
                'm',
                at,
                &[
                    ("name", name(mention.entity)),
                    ("type", mention.kind.to_string()),
                    ("subtype", shown(mention.subtype.as_deref().map(one_line))),
                    ("part of a word", if mention.part { "yes".to_string() } else { String::new() }),
                    ("role", shown(mention.role.as_ref().map(|role| one_line(&role.text)))),
                    ("entry", shown(entity.and_then(|entity| entity.reference.as_deref()).map(one_line))),
                    ("confidence", mention.confidence.to_string()),
                    ("rule", mention.rule.name.to_string()),
                ],
            )?;
        }
        for (at, time) in answer.times.iter().enumerate() {
            add(
                't',
                at,
                &[
                    ("time", one_line(&time.text)),
                    ("type", time.kind.to_string()),
                    ("value", time.value.clone()),
                    ("mod", shown(time.modifier.map(|modifier| modifier.to_string()))),
                    ("begin", shown(time.begin.map(|begin| begin.to_string()))),
                    ("end", shown(time.end.map(|end| end.to_string()))),
                    ("rule", time.rule.name.to_string()),
                ],
            )?;
        }
        for (at, figure) in answer.figures.iter().enumerate() {
            add(
                'q',
                at,
                &[
                    ("figure", one_line(&figure.text)),
                    ("kind", figure.kind.to_string()),
                    ("value", figure.amount().to_string()),
                    ("approx", figure.approx.to_string()),
                    ("unit", shown(figure.unit.as_deref().map(one_line))),
                    ("of", shown(figure.of.as_ref().map(|of| one_line(&of.text)))),
                    ("rule", figure.rule.name.to_string()),
                ],
            )?;
        }
        for (at, statement) in answer.statements.iter().enumerate() {
            add(
                's',
                at,
                &[
                    ("statement", statement.style.to_string()),
                    ("speaker", shown(statement.speaker.as_ref().map(|speaker| row::resolved(answer, speaker)))),
                    ("medium", shown(statement.medium.as_ref().map(|medium| one_line(&medium.text)))),
                    ("cue", shown(statement.cue.as_ref().map(|cue| one_line(&cue.text)))),
                    ("rule", statement.rule.name.to_string()),
                ],
            )?;
        }
        for (at, fact) in answer.facts.iter().enumerate() {
            let row = Row::of(answer, at, fact, text);
            let rules: Vec<&str> = fact.rules.iter().map(|rule| rule.name).collect();
            add(
                'f',
                at,
                &[
                    ("fact", one_line(&fact.gloss)),
                    ("who", row.who_named(answer)),
                    ("does", row.does.clone()),
                    ("what", row.what.clone()),
                    ("when", row.when(answer).into_owned()),
                    ("where", row.place()),
                    ("source", row.source(answer)),
                    ("modality", format!("{}{}", if fact.negated { "negated, " } else { "" }, fact.modality)),
                    ("confidence", fact.confidence.to_string()),
                    ("rules", rules.join(", ")),
                ],
            )?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_page_allows_its_own_script_and_style() {
        let hash = |content: &str| {
            base64::engine::general_purpose::STANDARD.encode(Sha256::digest(format!("\n{content}").as_bytes()))
        };
        assert_eq!((STYLE_HASH, SCRIPT_HASH), (hash(STYLE).as_str(), hash(SCRIPT).as_str()));
    }
}
