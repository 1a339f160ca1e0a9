//! Reads tables of names: TSV whose header names the columns, or NDJSON with the columns as fields.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::super::compiler::compose::compose;
use super::super::compiler::table::{TableError, place};
use super::row::{self, COLUMNS, Row};

/// Where the rows of a table go, and what is wrong with those that are no rows.
pub(super) trait Rows<'t> {
    /// The number of a further column.
    fn column(&mut self, name: &str) -> usize;
    /// Takes a row.
    fn row(&mut self, row: Row<'t>);
    /// Takes note of a bad row: line and column from 1.
    fn error(&mut self, line: u32, column: usize, message: String);
    /// So many bytes more of the table were read.
    fn read(&mut self, bytes: usize);
}

/// Whether a text is a table of names: one with the columns `name` and `type` or `class`, or lines of JSON.
pub(crate) fn is_names(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    is_json(text)
        || header(text).is_some_and(|(_, header)| {
            let has = |name| header.split('\t').any(|column| column == name);
            has("name") && (has("type") || has("class"))
        })
}

fn is_json(text: &str) -> bool {
    text.trim_start().starts_with('{')
}

/// The first line that is neither empty nor a comment, with its number from 1.
fn header(text: &str) -> Option<(usize, &str)> {
    let numbered = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    numbered.into_iter().find(|(_, line)| !line.starts_with('#') && !line.trim().is_empty())
}

/// Reads all rows of a table.
pub(super) fn read<'t>(text: &'t str, rows: &mut impl Rows<'t>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if is_json(text) { read_json(text, rows) } else { read_tsv(text, rows) }
}

fn read_tsv<'t>(text: &'t str, rows: &mut impl Rows<'t>) {
    let Some((first, header)) = header(text) else {
        return rows.error(1, 1, "expected a header line with the column names".to_string());
    };
    let names: Vec<&str> = header.split('\t').collect();
    let mut faults = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let message = if name.is_empty() {
            Some("a column without a name".to_string())
        } else if names.iter().take(at).any(|earlier| earlier == name) {
            Some(format!("the column \"{name}\" stands twice"))
        } else {
            slip(name)
        };
        faults.extend(message.map(|message| (place(&names, at), message)));
    }
    for wanted in [&["name"][..], &["type", "class"]] {
        match names.iter().filter(|name| wanted.contains(name)).count() {
            1 => {}
            0 => faults.push((1, format!("expected a column {}", wanted.join(" or ")))),
            _ => faults.push((1, format!("expected one column of {}", wanted.join(" and ")))),
        }
    }
    if !faults.is_empty() {
        return faults.into_iter().for_each(|(column, message)| rows.error(first as u32, column, message));
    }
    // For each cell, the field it fills, or the number of the further column.
    let columns: Vec<Result<usize, usize>> = names
        .iter()
        .map(|name| COLUMNS.iter().position(|known| known == name).ok_or_else(|| rows.column(name)))
        .collect();
    let lines = text.lines().enumerate().skip(first).filter(|(_, line)| !line.is_empty());
    let mut cells: Vec<&str> = Vec::with_capacity(names.len());
    for (at, line) in lines {
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        rows.read(line.len() + 1);
        cells.clear();
        cells.extend(line.split('\t'));
        if cells.len() != names.len() {
            let (found, expected) = (cells.len(), names.len());
            let column = place(&cells, found.min(expected).saturating_sub(1));
            rows.error(number, column, format!("{found} cells, expected {expected} ({})", names.join(", ")));
            continue;
        }
        let mut fields = Fields::default();
        for (column, cell) in columns.iter().zip(&cells) {
            match column {
                Ok(field) => fields.set(*field, Cow::Borrowed(*cell)),
                Err(_) if cell.is_empty() => {}
                Err(column) => fields.data.push((*column, compose(cell))),
            }
        }
        if let Some(Cow::Borrowed(aliases)) = fields.at("aliases") {
            let aliases: &'t str = aliases;
            fields.aliases = aliases.split('|').filter(|alias| !alias.is_empty()).map(Cow::Borrowed).collect();
        }
        let faults = fields.finish(number, |row| rows.row(row));
        for (field, message) in faults {
            let same = |column: &Result<usize, usize>| column.is_ok_and(|at| COLUMNS.get(at) == Some(&field));
            rows.error(number, place(&cells, columns.iter().position(same).unwrap_or(0)), message);
        }
    }
}

/// What is wrong with a column's name that nearly is a known one.
fn slip(name: &str) -> Option<String> {
    let near = COLUMNS.iter().find(|known| known.len() > 3 && **known != name && row::is_slip(name, known))?;
    Some(format!("the column \"{name}\" is none that names have; did you mean {near}?"))
}

fn read_json<'t>(text: &'t str, rows: &mut impl Rows<'t>) {
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        rows.read(line.len() + 1);
        let object: Map<String, Value> = match serde_json::from_str(line) {
            Ok(object) => object,
            Err(error) => {
                // serde counts bytes.
                let before = line.get(..error.column().saturating_sub(1)).unwrap_or(line);
                rows.error(
                    number,
                    before.chars().count() + 1,
                    format!("expected an object of JSON: {}", reason(&error)),
                );
                continue;
            }
        };
        let (mut fields, mut faults) = (Fields::default(), Vec::new());
        for (name, value) in object {
            let field = COLUMNS.iter().position(|known| *known == name);
            match (field, value) {
                (_, Value::Null) => {}
                (Some(field), Value::Array(values)) if ["aliases", "flags", "language"].contains(&name.as_str()) => {
                    let texts = values.into_iter().map(|value| match value {
                        Value::String(text) => text,
                        other => other.to_string(),
                    });
                    if name == "aliases" {
                        fields.aliases.extend(texts.map(Cow::Owned));
                    } else {
                        fields.set(field, Cow::Owned(texts.collect::<Vec<_>>().join("|")));
                    }
                }
                (Some(field), Value::String(text)) => {
                    if name == "aliases" {
                        let aliases = text.split('|').filter(|alias| !alias.is_empty());
                        fields.aliases.extend(aliases.map(|alias| Cow::Owned(alias.to_string())));
                    }
                    fields.set(field, Cow::Owned(text));
                }
                (Some(field), Value::Number(value)) => fields.set(field, Cow::Owned(value.to_string())),
                (Some(_), value) => faults.push(format!("the field {name} holds {value}: expected a text")),
                (None, value) => {
                    faults.extend(slip(&name));
                    let text = match value {
                        Value::String(text) => text,
                        other => other.to_string(),
                    };
                    fields.data.push((rows.column(&name), Cow::Owned(text)));
                }
            }
        }
        if !fields.is_set("name") {
            faults.push("expected a field name".to_string());
        }
        if !fields.is_set("type") && !fields.is_set("class") {
            faults.push("expected a field type or class".to_string());
        }
        if faults.is_empty() {
            faults.extend(fields.finish(number, |row| rows.row(row)).into_iter().map(|(_, message)| message));
        }
        faults.into_iter().for_each(|message| rows.error(number, 1, message));
    }
}

/// A serde error without its place, which is told apart.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(reason, _)| reason.to_string())
}

/// The cells of a row by the columns that names have.
#[derive(Default)]
struct Fields<'t> {
    cells: [Option<Cow<'t, str>>; COLUMNS.len()],
    aliases: Vec<Cow<'t, str>>,
    data: Vec<(usize, Cow<'t, str>)>,
}

impl<'t> Fields<'t> {
    fn set(&mut self, field: usize, cell: Cow<'t, str>) {
        if let Some(slot) = self.cells.get_mut(field) {
            *slot = Some(cell);
        }
    }

    fn at(&self, name: &str) -> Option<&Cow<'t, str>> {
        self.cells.get(COLUMNS.iter().position(|known| *known == name)?)?.as_ref()
    }

    fn is_set(&self, name: &str) -> bool {
        self.at(name).is_some()
    }

    fn cell(&self, name: &str) -> &str {
        self.at(name).map_or("", |cell| cell)
    }

    fn take(&mut self, name: &str) -> Cow<'t, str> {
        let field = COLUMNS.iter().position(|known| *known == name);
        field.and_then(|field| self.cells.get_mut(field)?.take()).unwrap_or_default()
    }

    /// Hands the row on, or says of each bad cell what was expected.
    fn finish(mut self, line: u32, take: impl FnOnce(Row<'t>)) -> Vec<(&'static str, String)> {
        let mut faults = Vec::new();
        let type_column = if self.is_set("class") { "class" } else { "type" };
        let class = self.take(type_column);
        let mut check = |column: &'static str, result: Result<(), String>| {
            faults.extend(result.err().map(|message| (column, message)));
        };
        check("name", name_fault(self.cell("name")));
        for alias in &self.aliases {
            check("aliases", name_fault(alias));
        }
        let (languages, flags) = (row::parse_languages(self.cell("language")), row::parse_flags(self.cell("flags")));
        let (priority, kind) = (row::parse_priority(self.cell("priority")), row::parse_type(&class));
        let priority = take_result(priority, "priority", &mut check);
        let languages = take_result(languages, "language", &mut check);
        let flags = take_result(flags, "flags", &mut check);
        let kind = take_result(kind, type_column, &mut check);
        for column in ["id", "subtype"] {
            check(column, length_fault(self.cell(column)));
        }
        for (_, cell) in &self.data {
            check("name", length_fault(cell));
        }
        if let (Some(kind), Some(languages), Some(flags), Some(priority), true) =
            (kind, languages, flags, priority, faults.is_empty())
        {
            let given = self.take("subtype");
            let subtype = if given.is_empty() { Cow::Owned(kind.subtype.to_string()) } else { given };
            take(Row {
                line,
                name: composed(self.take("name")),
                kind: kind.kind,
                class: Cow::Owned(kind.name.to_string()),
                id: self.take("id"),
                aliases: self.aliases.into_iter().map(composed).collect(),
                subtype,
                languages,
                flags: flags | kind.flags,
                priority,
                data: self.data,
            });
        }
        faults
    }
}

fn take_result<T>(
    result: Result<T, String>,
    column: &'static str,
    check: &mut impl FnMut(&'static str, Result<(), String>),
) -> Option<T> {
    result.map_err(|message| check(column, Err(message))).ok()
}

/// A name in NFC.
fn composed(name: Cow<'_, str>) -> Cow<'_, str> {
    match compose(&name) {
        Cow::Borrowed(_) => name,
        Cow::Owned(composed) => Cow::Owned(composed),
    }
}

/// What is wrong with a name, as far as it cannot be a name at all.
fn name_fault(name: &str) -> Result<(), String> {
    if name.trim().is_empty() {
        Err("the name is empty".to_string())
    } else if name.trim() != name {
        Err(format!("\"{name}\": expected a name without blanks around it"))
    } else if let Some(control) = name.chars().find(|c| c.is_control()) {
        Err(format!("\"{}\" holds a control character", name.replace(control, "\u{fffd}")))
    } else {
        length_fault(name)
    }
}

fn length_fault(cell: &str) -> Result<(), String> {
    let most = usize::from(u16::MAX);
    if cell.len() > most { Err(format!("the cell has {} bytes, expected at most {most}", cell.len())) } else { Ok(()) }
}

/// The same as an error of a dictionary.
pub(super) fn error(file: &str, line: u32, column: usize, message: String) -> TableError {
    TableError { file: file.to_string(), line: line as usize, column, message }
}
