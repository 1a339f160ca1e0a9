//! What a source holds, told by its name or by what it begins with.

use std::path::Path;

use anyhow::bail;
use serde::de::IgnoredAny;

use super::rows::delimiter;
use crate::args::InputFormat;

/// The formats whose files are read from folders.
pub const FOLDERS: &[InputFormat] = &[
    InputFormat::Text,
    InputFormat::Ndjson,
    InputFormat::Json,
    InputFormat::Csv,
    InputFormat::Html,
    InputFormat::Feed,
    InputFormat::Warc,
    #[cfg(feature = "parquet")]
    InputFormat::Parquet,
];

/// How files of a format are named.
pub fn endings(format: InputFormat) -> &'static [&'static str] {
    match format {
        InputFormat::Auto => &[],
        InputFormat::Text => &["txt"],
        InputFormat::Ndjson => &["ndjson", "jsonl"],
        InputFormat::Json => &["json"],
        InputFormat::Csv => &["csv", "tsv"],
        InputFormat::Html => &["html", "htm", "xhtml"],
        InputFormat::Feed => &["rss", "atom", "xml"],
        InputFormat::Warc => &["warc"],
        #[cfg(feature = "parquet")]
        InputFormat::Parquet => &["parquet"],
    }
}

/// Whether a file is named as those of a format are, perhaps with `.gz` or `.zst` behind it.
pub fn has_ending(path: &Path, format: InputFormat) -> bool {
    let is = |path: &Path, known: &[&str]| {
        path.extension().is_some_and(|ending| known.iter().any(|known| ending.eq_ignore_ascii_case(known)))
    };
    let name = if is(path, &["gz", "zst"]) { path.with_extension("") } else { path.to_path_buf() };
    is(&name, endings(format))
}

/// The format of a file's name. Of XML the content decides.
pub fn told_by_name(path: &Path) -> Option<InputFormat> {
    let named = FOLDERS.iter().copied().find(|format| has_ending(path, *format));
    let unpacked = path.with_extension("");
    let xml =
        [path, &unpacked].iter().any(|path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xml")));
    named.filter(|_| !xml)
}

/// The format of what begins so.
pub fn told_by_content(head: &[u8], text_fields: &[String]) -> anyhow::Result<InputFormat> {
    if head.starts_with(b"WARC/") {
        return Ok(InputFormat::Warc);
    }
    #[cfg(feature = "parquet")]
    if head.starts_with(super::parquet::MAGIC) {
        return Ok(InputFormat::Parquet);
    }
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with('<') {
        return markup(text);
    }
    let (line, complete) = text.split_once('\n').map_or((text, false), |(line, _)| (line, true));
    let is_json = |text: &str| serde_json::from_str::<IgnoredAny>(text).is_ok();
    // A line that is longer than the head ends in the middle.
    let cut = || serde_json::from_str::<IgnoredAny>(line).is_err_and(|error| error.is_eof());
    let object = |text: &str| text.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with('"'));
    Ok(if object(line) && (is_json(line) || (!complete && cut())) {
        InputFormat::Ndjson
    } else if object(text) || text.strip_prefix('[').is_some_and(|rest| object(rest.trim_start())) {
        InputFormat::Json
    } else if is_header(line, text_fields) {
        InputFormat::Csv
    } else {
        InputFormat::Text
    })
}

/// Of what begins with a tag: a feed or a page, by its first tag that is no declaration.
fn markup(text: &str) -> anyhow::Result<InputFormat> {
    let mut rest = text;
    loop {
        let open = rest.strip_prefix('<').unwrap_or_default();
        let begins = |name: &str| open.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        if begins("!doctype html") || begins("html") {
            return Ok(InputFormat::Html);
        }
        if begins("rss") || begins("feed") || begins("rdf:rdf") {
            return Ok(InputFormat::Feed);
        }
        let end = if begins("!--") {
            "-->"
        } else if begins("?") {
            "?>"
        } else if begins("!") {
            ">"
        } else {
            break;
        };
        let Some((_, behind)) = rest.split_once(end) else { break };
        rest = behind.trim_start();
    }
    if text.starts_with("<?xml") {
        bail!("this XML is neither a feed nor a page; --input text reads it as it stands");
    }
    Ok(InputFormat::Text)
}

/// Whether a line is the header of a table with one of the fields among its columns.
fn is_header(line: &str, text_fields: &[String]) -> bool {
    let cells: Vec<&str> =
        line.split(char::from(delimiter(line.as_bytes()))).map(|cell| cell.trim().trim_matches('"')).collect();
    cells.len() > 1 && cells.iter().any(|cell| text_fields.iter().any(|field| field == cell))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells_the_format() {
        let told = |text: &str| told_by_content(text.as_bytes(), &["text".to_string()]).unwrap();
        for (text, format) in [
            ("", InputFormat::Text),
            ("[Update] Police arrested 37 people.", InputFormat::Text),
            ("{sic} said the minister.", InputFormat::Text),
            ("<b>37</b> people", InputFormat::Text),
            ("The text, which was long.\nIt rained.", InputFormat::Text),
            ("{\"text\": \"a\"}\n", InputFormat::Ndjson),
            ("\u{feff}{\"text\": \"a", InputFormat::Ndjson),
            ("{\n \"text\": \"a\"\n}", InputFormat::Json),
            ("[\n {\"text\": \"a\"}, ", InputFormat::Json),
            ("id;\"text\"\n1;a", InputFormat::Csv),
            ("text\na", InputFormat::Text),
            ("<!DOCTYPE html>\n<title>a", InputFormat::Html),
            ("<!-- a --><HTML>", InputFormat::Html),
            ("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"\"><html>", InputFormat::Html),
            ("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">", InputFormat::Feed),
            ("<feed xmlns=\"http://www.w3.org/2005/Atom\">", InputFormat::Feed),
            ("WARC/1.1\r\n", InputFormat::Warc),
        ] {
            assert_eq!(told(text), format, "{text}");
        }
        assert!(told_by_content(b"<?xml version=\"1.0\"?><doc/>", &[]).is_err());
    }
}
