//! Names by the thousand, the same each time: persons of built-in given names, companies of built-in legal forms.

use std::collections::HashSet;

const GIVEN: &str = include_str!("../../dictionaries/common/given-names.tsv");
const FORMS: &str = include_str!("../../dictionaries/de/names.tsv");
/// Surnames and first words of companies are made of these.
const SYLLABLES: &[&str] = &[
    "ba", "ker", "lin", "dor", "mann", "feld", "stein", "hau", "berg", "wal", "ter", "rich", "son", "ham", "ton",
    "brink", "mey", "schu", "ler", "ro", "sen", "vo", "gel", "kra", "mer", "hol", "den", "wei", "zel", "nau",
];
const TRADES: &[&str] =
    &["Bau", "Energie", "Handel", "Holding", "Logistik", "Media", "Metall", "Pharma", "Systems", "Technik"];

/// The finaliser of SplitMix64 over a counter.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut hash = self.0;
        hash = (hash ^ hash >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        hash = (hash ^ hash >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((hash ^ hash >> 31) % most as u64) as usize
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }

    fn made(&mut self) -> String {
        let count = 2 + self.below(2);
        let word: String = (0..count).map(|_| self.of(SYLLABLES)).collect();
        let mut letters = word.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
    }
}

/// The cells of a built-in table's rows that are literal surfaces.
fn cells(table: &'static str, class: Option<&str>) -> Vec<&'static str> {
    let rows = table.lines().skip_while(|line| line.starts_with('#')).skip(1);
    let cells = rows.filter_map(|row| {
        let (first, second) = row.split_once('\t')?;
        match class {
            Some(class) => (first == class).then_some(second),
            None => Some(first),
        }
    });
    cells.filter(|cell| !cell.contains(['~', '/', '\t']) && !cell.starts_with('-')).collect()
}

/// A table of so many names.
pub fn table(rows: usize) -> String {
    let (given, forms, mut random) = (cells(GIVEN, None), cells(FORMS, Some("legal-form")), Random(7));
    let (mut table, mut known) = (String::from("name\ttype\tid\tcountry\n"), HashSet::with_capacity(rows));
    while known.len() < rows {
        let (name, class) = match random.below(10) {
            0..=5 => (format!("{} {}", random.of(&given), random.made()), "person"),
            6..=8 => (format!("{} {} {}", random.made(), random.of(TRADES), random.of(&forms)), "organisation"),
            _ => (format!("{} {}", random.made(), random.of(TRADES)), "organisation"),
        };
        if known.insert(name.clone()) {
            table += &format!("{name}\t{class}\tx/{}\t{}\n", known.len(), random.of(&["AT", "DE", "GB", "US"]));
        }
    }
    table
}
