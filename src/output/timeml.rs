//! Times as TimeML has them: TIMEX3 elements in the text.
//!
//! A document is one XML file: `DOCID`, the creation time (`DCT`), and `TEXT` with a `TIMEX3` around each time, which has the
//! item's id, its type and its value, and where they are told `mod`, `freq` and `quant`. Of times that overlap the first is
//! written. Source: [TimeML 1.2.1](https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html).

use std::fmt::Write as _;
use std::io;

use crate::answer::{Answer, Time};

/// Writes a document. The answer's spans are bytes of `text`; characters that no XML may hold become U+FFFD.
///
/// ```
/// use faktum::{Document, Extractor, output::timeml};
/// let text = "It rained in March & April.";
/// let document = Document::new(text).with_date("2015-04-20".parse()?);
/// let mut out = Vec::new();
/// timeml::write(&Extractor::builder().build()?.extract(&document), text, &mut out)?;
/// let out = String::from_utf8(out)?;
/// assert!(out.contains(r#"It rained in <TIMEX3 tid="t0" type="DATE" value="2015-03">March</TIMEX3> &amp; "#), "{out}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Those of `w`.
pub fn write<W: io::Write>(answer: &Answer<'_>, text: &str, mut w: W) -> io::Result<()> {
    let id = answer.id.as_ref().map(|id| id.text()).unwrap_or_default();
    write!(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>{}</DOCID>\n", escaped(&id))?;
    if let Some(date) = answer.date {
        // Behind the ids of the text's times, which stay as they are.
        let tid = answer.times.len();
        writeln!(
            w,
            "<DCT><TIMEX3 tid=\"t{tid}\" type=\"DATE\" value=\"{date}\" temporalFunction=\"false\" \
             functionInDocument=\"CREATION_TIME\">{date}</TIMEX3></DCT>"
        )?;
    }
    w.write_all(b"<TEXT>")?;
    let mut times: Vec<(usize, &Time<'_>)> = answer.times.iter().enumerate().collect();
    times.sort_by_key(|(_, time)| time.span);
    let mut at = 0;
    for (number, time) in times {
        let (start, end) = (time.span.start as usize, time.span.end as usize);
        let (Some(before), true) = (text.get(at..start), end > start) else { continue };
        write!(
            w,
            "{}<TIMEX3 tid=\"t{number}\"{}>{}</TIMEX3>",
            escaped(before),
            attributes(time),
            escaped(time.span.of(text))
        )?;
        at = end;
    }
    write!(w, "{}</TEXT>\n</TimeML>\n", escaped(text.get(at..).unwrap_or_default()))
}

fn attributes(time: &Time<'_>) -> String {
    let mut attributes = format!(" type=\"{}\" value=\"{}\"", time.kind, escaped(&time.value));
    let modifier = time.modifier.map(|modifier| modifier.to_string());
    for (name, value) in
        [("mod", modifier.as_deref()), ("freq", time.freq.as_deref()), ("quant", time.quant.as_deref())]
    {
        if let Some(value) = value {
            let _ = write!(attributes, " {name}=\"{}\"", escaped(value));
        }
    }
    attributes
}

/// The text as it stands in XML 1.0. A carriage return would be read as a line feed.
fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\r' => xml.push_str("&#13;"),
            '\n' | '\t' => xml.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => xml.push('\u{fffd}'),
            c => xml.push(c),
        }
    }
    xml
}
