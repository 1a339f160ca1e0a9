//! `faktum dict diff`: what one dictionary has more, less or otherwise than another.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};

use faktum::dictionary::Dictionary;
use serde_json::{Map, Value};

use super::show::row;
use super::{Diff, open};

/// Writes a line for each row that is not in both: `-` and `+`, or `~` with the fields that differ.
pub fn diff(args: &Diff) -> anyhow::Result<()> {
    let (old, new) = (open(&args.old)?, open(&args.new)?);
    let (old, new) = (by_thing(&old), by_thing(&new));
    let mut out = BufWriter::new(io::stdout().lock());
    let [mut added, mut removed, mut changed] = [0; 3];
    let keys = old.keys().chain(new.keys().filter(|key| !old.contains_key(*key)));
    let mut keys: Vec<&Thing> = keys.collect();
    keys.sort();
    for key in keys {
        let rows = |side: &BTreeMap<Thing, Vec<Map<String, Value>>>| side.get(key).cloned().unwrap_or_default();
        let (mut before, mut after) = (rows(&old), rows(&new));
        before.retain(|row| after.iter().position(|other| other == row).map(|at| after.swap_remove(at)).is_none());
        if let ([before], [after]) = (before.as_slice(), after.as_slice()) {
            changed += 1;
            writeln!(out, "~ {}{}", key.0, fields(before, after))?;
            continue;
        }
        (removed, added) = (removed + before.len(), added + after.len());
        for (sign, rows) in [("-", before), ("+", after)] {
            for row in rows {
                writeln!(out, "{sign} {}", Value::Object(row))?;
            }
        }
    }
    out.flush()?;
    eprintln!("{added} added, {removed} removed, {changed} changed");
    Ok(())
}

/// What rows are compared by: the id, else name and type.
type Thing = (String, String);

fn by_thing(dictionary: &Dictionary) -> BTreeMap<Thing, Vec<Map<String, Value>>> {
    let mut things: BTreeMap<Thing, Vec<Map<String, Value>>> = BTreeMap::new();
    for (entry, aliases) in dictionary.entries().zip(dictionary.aliases()) {
        let key = match entry.id {
            "" => (entry.name.to_string(), entry.class.to_string()),
            id => (id.to_string(), String::new()),
        };
        things.entry(key).or_default().push(row(&entry, &aliases));
    }
    things
}

/// The fields that differ, as ` name: old → new`.
fn fields(before: &Map<String, Value>, after: &Map<String, Value>) -> String {
    let mut text = String::new();
    let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    for name in names.filter(|name| before.get(*name) != after.get(*name)) {
        let shown = |row: &Map<String, Value>| row.get(name).map_or_else(|| "nothing".to_string(), Value::to_string);
        text += &format!("  {name}: {} → {}", shown(before), shown(after));
    }
    text
}
