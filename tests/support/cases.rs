//! Reading case files: one case a line, what is expected marked in the sentence itself or listed below it.
//!
//! - `[text](a b c=d)` marks `text` with the words `a`, `b` and the feature `c` = `d`, whose blanks are written `_`.
//! - A line `  => a c=d e="f g"` below a sentence lists a record of it. `\"` is a quotation mark inside a value.
//! - ` => x` at the end of a sentence gives what the whole sentence must say.
//! - `-` as a value: there must be none. What a feature that is not given means stands in corpus.rs.
//! - `\n` in a sentence or value is a line break.
//! - `#` begins a comment or names a construction, `@ 2015-06-10` sets the document's date for the lines behind it
//!   (`@ -`: none), `? ` begins a known gap: a case that must fail, so that its mark goes once it passes.

use faktum::{Document, Lang, Span};

/// A sentence, or a few, with what is expected of it.
#[derive(Debug)]
pub struct Case {
    pub line: usize,
    pub gap: bool,
    pub date: Option<faktum::Date>,
    pub text: String,
    /// The marked pieces and the records, each in their order.
    pub items: Vec<Wanted>,
    /// What stands behind ` => `.
    pub whole: Option<String>,
}

impl Case {
    pub fn document(&self, lang: Lang) -> Document<'_> {
        let mut document = Document::new(&self.text).with_lang(lang);
        document.date = self.date;
        document
    }
}

/// An item that a case expects.
#[derive(Debug)]
pub struct Wanted {
    /// The marked piece; none for a record.
    pub span: Option<Span>,
    pub head: String,
    pub features: Vec<(String, String)>,
}

/// An item of an answer.
#[derive(Debug)]
pub struct Found {
    pub span: Option<Span>,
    pub head: String,
    pub features: Vec<Feature>,
}

/// Something that an item of an answer says.
#[derive(Debug)]
pub struct Feature {
    pub name: &'static str,
    pub value: Option<String>,
    /// What it must be where a case does not give it; without one it may then be anything.
    pub default: Option<&'static str>,
    /// Whether it is shown where it has a value, always or never.
    pub shown: Shown,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown {
    WithValue,
    Always,
    Never,
}

impl Feature {
    pub fn value(&self) -> &str {
        self.value.as_deref().unwrap_or("-")
    }
}

/// The cases of a file of tests/corpus.
pub fn read(file: &str) -> Vec<Case> {
    let path = format!("{}/tests/corpus/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let (mut cases, mut date): (Vec<Case>, _) = (Vec::new(), None);
    for (number, line) in text.lines().enumerate() {
        let place = format!("{file}:{}", number + 1);
        if let Some(given) = line.strip_prefix("@ ") {
            date = given.parse().ok();
            assert!(date.is_some() || given == "-", "{place}: no date: {given}");
        } else if let Some(source) = line.strip_prefix("  => ") {
            let case = cases.last_mut().unwrap_or_else(|| panic!("{place}: a record of no sentence"));
            case.items.push(record(&place, source));
        } else if !line.is_empty() && !line.starts_with('#') {
            assert!(!line.starts_with(' '), "{place}: a sentence begins at the margin");
            cases.push(case(&place, number + 1, line, date));
        }
    }
    cases
}

/// A case from its line; `place` is named where the notation is wrong.
pub fn case(place: &str, line: usize, source: &str, date: Option<faktum::Date>) -> Case {
    let (gap, source) = source.strip_prefix("? ").map_or((false, source), |rest| (true, rest));
    let (marked, whole) =
        source.split_once(" => ").map_or((source, None), |(marked, whole)| (marked, Some(whole.to_string())));
    let marked = marked.replace("\\n", "\n");
    let (mut text, mut items, mut rest) = (String::new(), Vec::new(), marked.as_str());
    while let Some(middle) = rest.find("](") {
        let open = rest[..middle].rfind('[').unwrap_or_else(|| panic!("{place}: a mark begins with ["));
        let close = middle + rest[middle..].find(')').unwrap_or_else(|| panic!("{place}: a mark ends in )"));
        text.push_str(&rest[..open]);
        let start = text.len() as u32;
        text.push_str(&rest[open + 1..middle]);
        let span = Some(Span::new(start, text.len() as u32));
        let words = rest[middle + 2..close].split(' ').map(|word| match word.split_once('=') {
            Some((name, value)) => (Some(name.to_string()), value.to_string()),
            None => (None, word.to_string()),
        });
        items.push(wanted(place, span, words));
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    Case { line, gap, date, text, items, whole }
}

/// Words without a name are the head; the others follow it.
fn wanted(place: &str, span: Option<Span>, words: impl Iterator<Item = (Option<String>, String)>) -> Wanted {
    let mut item = Wanted { span, head: String::new(), features: Vec::new() };
    for (name, value) in words {
        match name {
            Some(name) => item.features.push((name, value)),
            None => {
                assert!(item.features.is_empty(), "{place}: {value} stands behind a feature");
                item.head += if item.head.is_empty() { "" } else { " " };
                item.head += &value;
            }
        }
    }
    assert!(!item.head.is_empty(), "{place}: nothing is expected of a mark or record");
    item
}

/// Takes `a c=d e="f g"` apart.
fn record(place: &str, source: &str) -> Wanted {
    let (mut words, mut rest) = (Vec::new(), source.trim_start());
    while !rest.is_empty() {
        let end = rest.find([' ', '=', '"']).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        assert!(!word.is_empty() && !behind.starts_with('"'), "{place}: a value without a name: {rest}");
        match behind.strip_prefix('=') {
            Some(value) => {
                let (value, behind) = match value.strip_prefix('"') {
                    Some(quoted) => quotation(quoted).unwrap_or_else(|| panic!("{place}: an open value: {rest}")),
                    None => {
                        let end = value.find(' ').unwrap_or(value.len());
                        (value[..end].to_string(), &value[end..])
                    }
                };
                assert!(behind.is_empty() || behind.starts_with(' '), "{place}: no blank behind a value: {rest}");
                words.push((Some(word.to_string()), value.replace("\\n", "\n")));
                rest = behind.trim_start();
            }
            None => {
                words.push((None, word.to_string()));
                rest = behind.trim_start();
            }
        }
    }
    wanted(place, None, words.into_iter())
}

/// What stands before the closing quotation mark, and what behind it.
fn quotation(source: &str) -> Option<(String, &str)> {
    let end = source.match_indices('"').map(|(at, _)| at).find(|at| !source[..*at].ends_with('\\'))?;
    Some((source[..end].replace("\\\"", "\""), &source[end + 1..]))
}

/// Refuses a feature that the layer does not have and words that are not in the sentence: a gap would hide them.
pub fn check(file: &str, case: &Case, texts: &[&str], values: &[&str]) {
    let place = format!("{file}:{}", case.line);
    for item in &case.items {
        for (name, value) in &item.features {
            if texts.contains(&name.as_str()) {
                let value = if item.span.is_some() { value.replace('_', " ") } else { value.clone() };
                // The words of a verb may stand apart.
                let verb = ["predicate", "cue"].contains(&name.as_str());
                let apart = |piece: &str| verb && piece.split(' ').all(|word| case.text.contains(word));
                let known = |piece: &str| case.text.contains(piece) || apart(piece);
                assert!(value == "-" || value.split(" … ").all(known), "{place}: {value:?} is not in the sentence");
            } else {
                assert!(values.contains(&name.as_str()), "{place}: there is no feature {name}");
            }
        }
    }
}

/// What is wrong with the items of an answer, or nothing.
pub fn fault(case: &Case, found: &[Found]) -> Option<String> {
    if found.len() != case.items.len() {
        return Some(format!("{} found, {} wanted", found.len(), case.items.len()));
    }
    found.iter().zip(&case.items).enumerate().find_map(|(number, (found, wanted))| {
        let mut faults = Vec::new();
        if found.span != wanted.span {
            let text = |span: Option<Span>| span.map_or("", |span| span.of(&case.text)).to_string();
            faults.push(format!("{:?} at {:?}, wanted {:?}", text(found.span), found.span, text(wanted.span)));
        }
        if found.head != wanted.head {
            faults.push(format!("{}, wanted {}", found.head, wanted.head));
        }
        for (name, value) in &wanted.features {
            match found.features.iter().find(|feature| feature.name == name) {
                Some(feature) if feature.value() == value => {}
                Some(feature) if wanted.span.is_some() && joined(feature) == *value => {}
                Some(feature) => faults.push(format!("{name} {:?}, wanted {value:?}", feature.value())),
                None => faults.push(format!("{name} \"-\", wanted {value:?}")),
            }
        }
        for feature in &found.features {
            let given = wanted.features.iter().any(|(name, _)| name == feature.name);
            if let Some(default) = feature.default.filter(|default| !given && *default != feature.value()) {
                faults.push(format!("{} {:?}, wanted {default:?}", feature.name, feature.value()));
            }
        }
        (!faults.is_empty()).then(|| format!("item {}: {}", number + 1, faults.join("; ")))
    })
}

/// A value as it stands in a mark.
fn joined(feature: &Feature) -> String {
    feature.value().replace(' ', "_")
}

/// A case as it would have to stand in its file for an answer to be right.
pub fn shown(case: &Case, found: &[Found]) -> String {
    let (mut line, mut records, mut end) = (String::new(), String::new(), 0);
    for item in found {
        let features = item.features.iter().filter(|feature| match feature.shown {
            Shown::WithValue => feature.value() != feature.default.unwrap_or("-"),
            Shown::Always => true,
            Shown::Never => false,
        });
        match item.span {
            Some(span) => {
                line += &format!("{}[{}]({}", &case.text[end..span.start as usize], span.of(&case.text), item.head);
                features.for_each(|feature| line += &format!(" {}={}", feature.name, joined(feature)));
                line += ")";
                end = span.end as usize;
            }
            None => {
                records += &format!("\n  => {}", item.head);
                for feature in features {
                    let value = feature.value().replace('"', "\\\"").replace('\n', "\\n");
                    let mark = if value.contains([' ', '"']) || value.is_empty() { "\"" } else { "" };
                    records += &format!(" {}={mark}{value}{mark}", feature.name);
                }
            }
        }
    }
    line += &case.text[end..];
    line.replace('\n', "\\n") + &records
}
