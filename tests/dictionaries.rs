//! That every dictionary is as `dictionaries/README.md` says: a table anybody can read, diff and trust.
//!
//! That every surface can match in a text is checked beside the lexicon, in `src/lexicon/reach.rs`.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use faktum::{Extractor, Lang};
use unicode_normalization::is_nfc;

/// Whether cells of a column may be empty, in every kind of table: a language's, and a few others. All others hold something.
fn is_optional(column: &str) -> bool {
    let language = column.split('_').next().and_then(Lang::from_code);
    language.is_some() || ["any", "symbol", "country", "relation"].contains(&column)
}

/// Whether a column holds names; a row has at least one.
fn holds_names(column: &str) -> bool {
    ["any", "symbol"].contains(&column) || Lang::ALL.iter().any(|lang| lang.code() == column)
}

/// The columns that together tell a row from all others.
const KEYS: &[&[&str]] = &[
    &["id"],
    &["code"],
    &["name"],
    &["concept", "kind"],
    &["concept", "broader"],
    &["concept", "commitment"],
    &["class", "surface"],
];

struct Table {
    path: PathBuf,
    comments: Vec<String>,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    text: String,
}

impl Table {
    fn read(path: PathBuf) -> Table {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let comments: Vec<String> = text.lines().take_while(|line| line.starts_with('#')).map(String::from).collect();
        let mut lines = text.lines().skip(comments.len()).map(|line| line.split('\t').map(String::from).collect());
        let columns = lines.next().unwrap_or_else(|| panic!("{}: no header", path.display()));
        let rows = lines.collect();
        Table { path, comments, columns, rows, text }
    }

    fn at(&self, row: usize) -> String {
        format!("{}:{}", self.path.display(), self.comments.len() + 2 + row)
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }
}

fn tables() -> Vec<Table> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("dictionaries");
    let mut paths = Vec::new();
    for folder in ["common"].into_iter().chain(Lang::ALL.map(Lang::code)) {
        paths.extend(fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()));
    }
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "tsv"));
    paths.sort();
    assert!(paths.len() > 10, "only {} tables", paths.len());
    paths.into_iter().map(Table::read).collect()
}

/// Runs a check over every table and lists everything it finds.
fn lint(check: impl Fn(&Table, &mut Vec<String>)) {
    let mut faults = Vec::new();
    for table in tables() {
        check(&table, &mut faults);
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_head_names_source_and_licence() {
    const LICENCES: &[&str] = &["MIT", "Apache-2.0", "CC-BY-4.0", "CC0", "Unicode-3.0", "BSD", "ODbL", "PDDL"];
    lint(|table, faults| {
        let head = table.comments.join(" ");
        if !head.contains("Source") {
            faults.push(format!("{}: the head names no source", table.path.display()));
        }
        if !LICENCES.iter().any(|licence| head.contains(licence)) {
            faults.push(format!("{}: the head names no licence", table.path.display()));
        }
    });
}

#[test]
fn the_text_is_plain() {
    lint(|table, faults| {
        let name = table.path.display();
        if !is_nfc(&table.text) {
            faults.push(format!("{name}: not in NFC"));
        }
        if table.text.contains(['\r', '\u{feff}', '\u{200b}', '\u{a0}', '\u{ad}', '’', '‘']) {
            faults.push(format!("{name}: carriage return, mark, blank, hyphen or apostrophe that matching folds"));
        }
        if !table.text.ends_with('\n') || table.text.ends_with("\n\n") {
            faults.push(format!("{name}: must end in one line break"));
        }
    });
}

#[test]
fn rows_are_sorted_and_none_stands_twice() {
    lint(|table, faults| {
        let rows: Vec<&str> = table.text.lines().skip(table.comments.len() + 1).collect();
        for (number, pair) in rows.windows(2).enumerate() {
            if pair[0] >= pair[1] {
                faults.push(format!("{}: stands after a row that sorts behind it: {}", table.at(number + 1), pair[1]));
            }
        }
        let Some(key) =
            KEYS.iter().find_map(|key| key.iter().map(|name| table.column(name)).collect::<Option<Vec<_>>>())
        else {
            faults.push(format!("{}: unknown columns", table.path.display()));
            return;
        };
        let mut known = HashSet::new();
        for (number, row) in table.rows.iter().enumerate() {
            let cells: Vec<&String> = key.iter().filter_map(|column| row.get(*column)).collect();
            if !known.insert(cells.clone()) {
                faults.push(format!("{}: {cells:?} stands twice", table.at(number)));
            }
        }
    });
}

#[test]
fn every_cell_is_filled_as_its_column_asks() {
    lint(|table, faults| {
        for (number, row) in table.rows.iter().enumerate() {
            if row.len() != table.columns.len() {
                faults.push(format!("{}: {} cells, expected {}", table.at(number), row.len(), table.columns.len()));
                continue;
            }
            for (column, cell) in table.columns.iter().zip(row) {
                if cell.is_empty() && !is_optional(column) {
                    faults.push(format!("{}: {column} is empty", table.at(number)));
                }
            }
            let mut names = table.columns.iter().zip(row).filter(|(column, _)| holds_names(column)).peekable();
            if names.peek().is_some() && names.all(|(_, cell)| cell.is_empty()) {
                faults.push(format!("{}: a row without any name", table.at(number)));
            }
        }
    });
}

#[test]
fn no_value_has_blanks_that_no_text_has() {
    lint(|table, faults| {
        for (number, row) in table.rows.iter().enumerate() {
            for value in row.iter().flat_map(|cell| cell.split(';')) {
                let blank = value.trim() != value || value.contains("  ");
                if blank || value.chars().any(char::is_control) {
                    faults.push(format!("{}: blanks in {value:?}", table.at(number)));
                }
            }
            for cell in row.iter().filter(|cell| cell.contains(';')) {
                let values: Vec<&str> = cell.split(';').collect();
                let different: HashSet<&&str> = values.iter().collect();
                if different.len() != values.len() || values.contains(&"") {
                    faults.push(format!("{}: a value is empty or stands twice in {cell:?}", table.at(number)));
                }
            }
        }
    });
}

#[test]
fn broader_concepts_are_concepts_that_nothing_stands_for() {
    let tables = tables();
    let column = |file: &str, column: &str| -> Vec<String> {
        let table = tables.iter().find(|table| table.path.ends_with(file)).unwrap();
        let at = table.column(column).unwrap();
        table.rows.iter().map(|row| row[at].clone()).collect()
    };
    let (concepts, narrower) = (column("common/concepts.tsv", "concept"), column("common/synonyms.tsv", "concept"));
    for broader in column("common/synonyms.tsv", "broader") {
        assert!(concepts.contains(&broader), "{broader} is no concept");
        assert!(!narrower.contains(&broader), "another one stands for {broader}");
    }
    for concept in &narrower {
        assert!(concepts.contains(concept), "{concept} is no concept");
    }
    assert!(narrower.windows(2).all(|pair| pair[0] != pair[1]), "a concept stands twice");
}

#[test]
fn commitments_are_those_of_concepts() {
    let tables = tables();
    let column = |file: &str| -> Vec<String> {
        let table = tables.iter().find(|table| table.path.ends_with(file)).unwrap();
        let at = table.column("concept").unwrap();
        table.rows.iter().map(|row| row[at].clone()).collect()
    };
    let (nouns, verbs) = (column("common/concepts.tsv"), column("common/verbs.tsv"));
    let committed = column("common/stances.tsv");
    for concept in &committed {
        assert!(nouns.contains(concept) || verbs.contains(concept), "{concept} is no concept");
    }
    assert!(committed.windows(2).all(|pair| pair[0] != pair[1]), "a concept stands twice");
}

#[test]
fn every_table_is_one_that_users_could_load() {
    for table in tables() {
        let name = table.path.display().to_string();
        if let Err(error) = Extractor::builder().dictionary(name, table.text).build() {
            // A word table holds the notation of its own language.
            let folder = table.path.parent().and_then(Path::file_name).unwrap();
            assert!(folder != "common", "{error}");
        }
    }
}
