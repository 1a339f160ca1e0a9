//! `faktum dict check`: what is wrong with tables of names and compiled dictionaries.

use std::collections::BTreeMap;
use std::io::{self, Write};

use faktum::dictionary::{Dictionary, Entry, Warning};
use faktum::{Document, Extractor, Lang, Names, Stage};

use super::{Check, open};

/// More warnings than anybody reads.
const MOST: usize = 200;

/// Checks each file; tells whether nothing was wrong with any.
pub fn check(args: &Check) -> anyhow::Result<bool> {
    let mut out = io::stdout().lock();
    let mut clean = true;
    for path in &args.files {
        let dictionary = open(path)?;
        dictionary.verify()?;
        let unmatched = unmatched(&dictionary)?;
        tell(dictionary.warnings());
        clean &= dictionary.warnings().is_empty() && unmatched == 0;
        writeln!(out, "{}: {}", path.display(), summary(&dictionary))?;
    }
    Ok(clean)
}

/// Writes warnings to standard error.
pub fn tell(warnings: &[Warning]) {
    warnings.iter().take(MOST).for_each(|warning| eprintln!("warning: {warning}"));
    if warnings.len() > MOST {
        eprintln!("warning: and {} more", warnings.len() - MOST);
    }
}

/// What kinds of rows a dictionary has.
pub fn summary(dictionary: &Dictionary) -> String {
    let mut classes: BTreeMap<&str, usize> = BTreeMap::new();
    dictionary.entries().for_each(|entry| *classes.entry(entry.class).or_default() += 1);
    let classes: Vec<String> = classes.iter().map(|(class, rows)| format!("{rows} {class}")).collect();
    let tolerant = if dictionary.is_tolerant() { ", tolerant" } else { "" };
    format!("{} rows ({}){tolerant}", dictionary.rows(), classes.join(", "))
}

/// Reads the names that are more than words, each as a text of its own, and tells of those that are not found.
fn unmatched(dictionary: &Dictionary) -> anyhow::Result<usize> {
    let extractor =
        Extractor::builder().compiled(dictionary.clone()).names(Names::Own).stages([Stage::Entities]).build()?;
    let plain = |name: &str| name.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-');
    let mut count = 0;
    for entry in dictionary.entries().filter(|entry| !plain(entry.name) && !entry.flags.contains(&"weak")) {
        if !is_found(&extractor, &entry) {
            count += 1;
            if count <= MOST {
                let Entry { file, line, name, .. } = entry;
                eprintln!("warning: {file}:{line}: \"{name}\" can match nothing: words of a text end elsewhere");
            }
        }
    }
    Ok(count)
}

fn is_found(extractor: &Extractor, entry: &Entry<'_>) -> bool {
    let languages = if entry.languages.is_empty() { Lang::ALL.to_vec() } else { entry.languages.clone() };
    languages.into_iter().any(|lang| {
        let answer = extractor.extract(&Document::new(entry.name).with_lang(lang));
        answer.mentions.iter().any(|mention| mention.text == entry.name)
    })
}
