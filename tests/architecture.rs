//! The rooms of `src/` and the order they stand in: an import runs downward only, and no files of a room import each other
//! in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// The rooms from the ground up. Rooms on one line do not know of each other.
const ORDER: &[&[&str]] = &[
    &["lang", "error"],
    &["options"],
    &["answer"],
    &["metadata"],
    &["text"],
    &["lexicon"],
    &["detect"],
    &["reading"],
    &["rule"],
    &["name", "time", "figure"],
    &["clause"],
    &["speech"],
    &["fact"],
    &["output", "catalogue", "dictionary", "fingerprint"],
    &["extractor"],
    &["training"],
    &["testing"],
];

/// The source of a file without comments and without its unit tests, which look at a room from above.
fn source(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("its entries can be read").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The room or file that a path below a folder belongs to: its first part without `.rs`.
fn place(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).expect("the path lies below");
    below.iter().next().map(|part| part.to_string_lossy().trim_end_matches(".rs").to_string()).unwrap_or_default()
}

/// The first names of the paths that begin with `root`: of `root::{a::b, c}` a and c.
fn named(source: &str, root: &str) -> BTreeSet<String> {
    let start = Regex::new(&format!(r"(?:^|[^\w:]){root}::")).expect("a valid pattern");
    let mut names = BTreeSet::new();
    for found in start.find_iter(source) {
        let rest = &source[found.end()..];
        let list = match rest.strip_prefix('{') {
            None => vec![rest],
            Some(inner) => {
                let (mut depth, mut parts, mut from) = (0, Vec::new(), 0);
                for (at, c) in inner.char_indices() {
                    match c {
                        '{' => depth += 1,
                        ',' if depth == 0 => {
                            parts.push(&inner[from..at]);
                            from = at + 1;
                        }
                        '}' if depth == 0 => {
                            parts.push(&inner[from..at]);
                            break;
                        }
                        '}' => depth -= 1,
                        _ => {}
                    }
                }
                parts
            }
        };
        let word = |path: &str| path.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        names.extend(list.into_iter().map(word).filter(|name: &String| !name.is_empty()));
    }
    names
}

#[test]
fn imports_run_downward() {
    let rank: BTreeMap<&str, usize> =
        ORDER.iter().enumerate().flat_map(|(rank, rooms)| rooms.iter().map(move |room| (*room, rank))).collect();
    let mut upward = Vec::new();
    for path in files(&src()) {
        let room = place(&src(), &path);
        if room == "lib" {
            continue;
        }
        let own = *rank.get(room.as_str()).unwrap_or_else(|| panic!("{room} has no place in the order"));
        for other in named(&source(&path), "crate") {
            if other != room && rank.get(other.as_str()).is_none_or(|rank| *rank >= own) {
                upward.push(format!("{}: crate::{other}", path.display()));
            }
        }
    }
    assert!(upward.is_empty(), "imports that run upward:\n{}", upward.join("\n"));
}

/// What can be reached from a file over imports of its siblings.
fn reached(imports: &BTreeMap<String, BTreeSet<String>>, from: &str) -> BTreeSet<String> {
    let (mut seen, mut open) = (BTreeSet::new(), vec![from.to_string()]);
    while let Some(file) = open.pop() {
        for other in imports.get(&file).into_iter().flatten() {
            if seen.insert(other.clone()) {
                open.push(other.clone());
            }
        }
    }
    seen
}

#[test]
fn files_of_a_room_import_each_other_in_no_circle() {
    let mut circular = Vec::new();
    for room in ORDER.iter().copied().flatten() {
        let folder = src().join(room);
        if !folder.is_dir() || *room == "testing" {
            continue;
        }
        let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for path in files(&folder) {
            // A parent module declares the types that its files share.
            let file = place(&folder, &path);
            if file != "mod" {
                let names = named(&source(&path), "super").into_iter().filter(|name| *name != file);
                imports.entry(file.clone()).or_default().extend(names);
            }
        }
        let circle: Vec<&String> = imports.keys().filter(|file| reached(&imports, file).contains(*file)).collect();
        if !circle.is_empty() {
            circular.push(format!("{room}: {circle:?}"));
        }
    }
    assert!(circular.is_empty(), "circles:\n{}", circular.join("\n"));
}
