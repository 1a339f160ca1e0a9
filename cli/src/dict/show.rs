//! `faktum dict show`: what is in a dictionary.

use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};

use faktum::Lang;
use faktum::dictionary::{Dictionary, Entry};
use serde_json::{Map, Value};

use super::{Show, check, open};

/// Shows a dictionary or some of its rows; tells whether all names that were asked for are there.
pub fn show(args: &Show) -> anyhow::Result<bool> {
    let dictionary = open(&args.file)?;
    let mut out = BufWriter::new(io::stdout().lock());
    if args.names.is_empty() && !args.all {
        about(&mut out, &dictionary)?;
        return Ok(true);
    }
    let aliases = dictionary.aliases();
    let mut unknown = Vec::new();
    if args.all {
        for (entry, aliases) in dictionary.entries().zip(&aliases) {
            write_row(&mut out, &entry, aliases)?;
        }
    }
    for name in &args.names {
        let named = dictionary.find(name);
        let rows = dictionary.entries().zip(&aliases).filter(|(entry, _)| entry.id == name || named.contains(entry));
        let mut any = false;
        for (entry, aliases) in rows {
            write_row(&mut out, &entry, aliases)?;
            any = true;
        }
        if !any {
            unknown.push(name);
        }
    }
    out.flush()?;
    unknown.iter().for_each(|name| eprintln!("there is no name or id {name}"));
    Ok(unknown.is_empty())
}

fn about(out: &mut impl Write, dictionary: &Dictionary) -> io::Result<()> {
    writeln!(out, "{}", check::summary(dictionary))?;
    let tables: BTreeSet<&str> = dictionary.entries().map(|entry| entry.file).collect();
    writeln!(out, "from {}", tables.into_iter().collect::<Vec<_>>().join(", "))?;
    let columns: BTreeSet<&str> = dictionary.entries().flat_map(|entry| entry.data).map(|(column, _)| column).collect();
    if !columns.is_empty() {
        writeln!(out, "with {}", columns.into_iter().collect::<Vec<_>>().join(", "))?;
    }
    out.flush()
}

/// Writes a row as a line that can be compiled again.
fn write_row(out: &mut impl Write, entry: &Entry<'_>, aliases: &[&str]) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &Value::Object(row(entry, aliases)))?;
    out.write_all(b"\n")
}

/// A row by the columns of a table; those that say nothing are left out.
pub fn row(entry: &Entry<'_>, aliases: &[&str]) -> Map<String, Value> {
    let mut row = Map::new();
    let texts = |texts: &[&str]| texts.iter().map(|text| Value::from(*text)).collect::<Vec<_>>();
    row.insert("name".to_string(), entry.name.into());
    row.insert("type".to_string(), entry.class.into());
    for (column, text) in [("id", entry.id), ("subtype", entry.subtype)] {
        let by_type = column == "subtype" && text == entry.class;
        if !text.is_empty() && !by_type {
            row.insert(column.to_string(), text.into());
        }
    }
    let languages: Vec<&str> = entry.languages.iter().copied().map(Lang::code).collect();
    for (column, list) in [("aliases", aliases), ("language", &languages), ("flags", &entry.flags)] {
        if !list.is_empty() {
            row.insert(column.to_string(), texts(list).into());
        }
    }
    if entry.priority != 0 {
        row.insert("priority".to_string(), entry.priority.into());
    }
    row.extend(entry.data.iter().map(|(column, text)| (column.to_string(), Value::from(*text))));
    row
}
