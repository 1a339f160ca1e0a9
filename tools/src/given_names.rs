//! `given-names.tsv`: given names of the name lists of two packages, less a block list, plus hand-written ones.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;
use unicode_normalization::UnicodeNormalization;

use crate::Result;
use crate::fetch::Packages;
use crate::lists::Lists;
use crate::table::Table;

const FAKER: &str = "40.54.0";
const MIMESIS: &str = "22.2.0";

/// Name lists that are small and careful enough to take every name from.
const TRUSTED: &[&str] = &[
    "faker/de_DE",
    "faker/de_AT",
    "faker/de_CH",
    "faker/en_US",
    "faker/en_GB",
    "faker/tr_TR",
    "mimesis/de",
    "mimesis/de-at",
    "mimesis/en",
];

/// Where a name is listed, and as whose.
#[derive(Default)]
struct Listed {
    lists: BTreeSet<String>,
    male: usize,
    female: usize,
}

type Names = BTreeMap<String, Listed>;

/// Builds the table.
pub fn build(packages: &Packages, lists: &Lists) -> Result<Table> {
    let mut names = Names::new();
    faker(packages, &mut names)?;
    mimesis(packages, &mut names)?;

    let blocked = lists.set("given-names-block.txt")?;
    let mut rows: BTreeMap<String, String> = BTreeMap::new();
    for (name, listed) in &names {
        if is_plain(name) && is_frequent(listed) && !blocked.contains(name) {
            rows.insert(name.clone(), listed.gender().to_owned());
        }
    }
    for row in lists.rows("given-names.txt")? {
        let [name, gender] = row.as_slice() else {
            return Err(format!("given-names.txt: {row:?}").into());
        };
        rows.insert(name.clone(), gender.clone());
    }
    Ok(Table {
        head: vec![
            "Given names in German and English news, with their gender (m, f, u: either).".into(),
            format!("Sources: faker {FAKER} (MIT), mimesis {MIMESIS} (MIT), and names written by hand."),
            "Names that are mostly something else in news (words, places, months, surnames) are left out: tools/lists/given-names-block.txt.".into(),
            "Built by tools/: change its lists, not this file.".into(),
        ],
        columns: &["name", "gender"],
        rows: rows.into_iter().map(|(name, gender)| vec![name, gender]).collect(),
    })
}

/// A name in more than one language's lists, or in a trusted one.
fn is_frequent(listed: &Listed) -> bool {
    let languages: BTreeSet<&str> = listed.lists.iter().filter_map(|l| l.split(['/', '_', '-']).nth(1)).collect();
    languages.len() > 1 || listed.lists.iter().any(|l| TRUSTED.contains(&l.as_str()))
}

/// Three letters or more, in title case, in Latin script; parts may be joined by hyphens.
fn is_plain(name: &str) -> bool {
    name.chars().count() > 2
        && name.split('-').all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(|c| c.is_uppercase() && is_latin(c))
                && letters.all(|c| c.is_lowercase() && is_latin(c))
        })
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && c < '\u{180}'
}

impl Listed {
    fn gender(&self) -> &'static str {
        match (self.male, self.female) {
            (m, f) if m >= 3 * f && m > 0 => "m",
            (m, f) if f >= 3 * m && f > 0 => "f",
            _ => "u",
        }
    }
}

fn add(names: &mut Names, list: &str, name: &str, gender: &str) {
    let listed = names.entry(name.trim().nfc().collect()).or_default();
    listed.lists.insert(list.to_owned());
    match gender {
        "male" => listed.male += 1,
        "female" => listed.female += 1,
        _ => {}
    }
}

/// Reads the literals of the `first_names…` constants of each locale's Python module.
fn faker(packages: &Packages, names: &mut Names) -> Result<()> {
    let constant = Regex::new(
        r"(?s)\n    first_names?_?(male|female|unisex|nonbinary)?\w*(?::[^=\n]*)? = ?((?:OrderedDict|\(|\[|\{).*?)\n    [)\]}]",
    )?;
    let literal = Regex::new(r#""([^"\n]+)"|'([^'\n]+)'"#)?;
    let wanted = |path: &str| path.starts_with("faker/providers/person/") && path.ends_with("/__init__.py");
    for (path, bytes) in packages.wheel("faker", FAKER, wanted)? {
        let Some(locale) = path.split('/').nth(3).filter(|l| !l.ends_with(".py")) else {
            continue;
        };
        let source = String::from_utf8(bytes)?;
        for found in constant.captures_iter(&source) {
            let gender = found.get(1).map_or("", |m| m.as_str());
            for name in literal.captures_iter(&found[2]) {
                let name = name.get(1).or(name.get(2)).map_or("", |m| m.as_str());
                add(names, &format!("faker/{locale}"), name, gender);
            }
        }
    }
    Ok(())
}

/// Reads `names` of each locale's `person.json`.
fn mimesis(packages: &Packages, names: &mut Names) -> Result<()> {
    let wanted = |path: &str| path.starts_with("mimesis/datasets/") && path.ends_with("/person.json");
    for (path, bytes) in packages.wheel("mimesis", MIMESIS, wanted)? {
        let locale = path.split('/').nth(2).unwrap_or_default();
        let person: serde_json::Value = serde_json::from_slice(&bytes)?;
        let Some(by_gender) = person["names"].as_object() else {
            continue;
        };
        for (gender, list) in by_gender {
            for name in list.as_array().into_iter().flatten().filter_map(|n| n.as_str()) {
                add(names, &format!("mimesis/{locale}"), name, gender);
            }
        }
    }
    Ok(())
}
