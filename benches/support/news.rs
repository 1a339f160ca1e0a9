//! Texts that do not repeat themselves: news from a folder, or else the project's own sentences and articles.

use std::fs;
use std::path::{Path, PathBuf};

use faktum::{Document, Lang};

/// The variable that names a folder with `de.ndjson` and `en.ndjson`: a `text` on each line, perhaps with a `date`.
pub const FOLDER: &str = "FAKTUM_NEWS";
/// The most bytes of text that are read of a language.
const MOST: usize = 1_000_000;
/// About how many bytes the project's own documents have.
const ARTICLE: usize = 2500;

/// The folder of news, where there is one.
fn folder() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/news");
    Some(std::env::var_os(FOLDER).map_or_else(beside, PathBuf::from)).filter(|folder| folder.is_dir())
}

/// Documents of a language, none of them twice, and what they are.
pub fn documents(lang: Lang) -> (&'static str, Vec<Document<'static>>) {
    match folder() {
        Some(folder) => ("news", articles(&folder.join(format!("{}.ndjson", lang.code())), lang)),
        None => ("own sentences and articles", own(lang)),
    }
}

fn articles(file: &Path, lang: Lang) -> Vec<Document<'static>> {
    let lines = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut size = 0;
    let read = |line: &str| -> Document<'static> {
        let article: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        let text: &'static str = article["text"].as_str().expect("a line has a text").to_string().leak();
        let document = Document::new(text).with_lang(lang);
        match article["date"].as_str().and_then(|date| date.parse().ok()) {
            Some(date) => document.with_date(date),
            None => document,
        }
    };
    lines
        .lines()
        .map(read)
        .take_while(|document| {
            size += document.text.len();
            size <= MOST
        })
        .collect()
}

/// The cases of `tests/corpus` without their marks, several to a document, behind the example articles.
fn own(lang: Lang) -> Vec<Document<'static>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(lang.code());
    let mut files: Vec<PathBuf> = fs::read_dir(folder).expect("the corpus").map(|file| file.unwrap().path()).collect();
    files.sort();
    let marks = regex::Regex::new(r"\[([^\]]*)\]\([^)]*\)|^\? | => .*").unwrap();
    let (mut texts, mut open) = (Vec::new(), String::new());
    for file in files {
        let cases = fs::read_to_string(file).expect("a file of the corpus");
        for line in cases.lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '@', ' '])) {
            open += &marks.replace_all(line, "$1");
            if open.len() >= ARTICLE {
                texts.push(std::mem::take(&mut open));
            } else {
                open.push(' ');
            }
        }
    }
    texts.push(open);
    let texts = texts.into_iter().map(|text| &*text.leak());
    let articles = super::articles(lang).iter().copied();
    articles.chain(texts).map(|text| Document::new(text).with_lang(lang).with_date(super::DATE)).collect()
}
