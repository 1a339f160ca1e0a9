//! What the index finds, and how it is written.

mod search;
mod write;

use std::path::Path;

use clap::Parser;
use faktum_tantivy::{COMMIT, Counts, Found, Search, Store, extractor};

/// The arguments of a search.
#[derive(Parser)]
struct Arguments {
    #[command(flatten)]
    search: Search,
}

/// An index in a folder of its own, which goes with it.
struct Shelf {
    _folder: tempfile::TempDir,
    store: Store,
}

impl Shelf {
    fn new() -> Shelf {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open_or_create(folder.path()).unwrap();
        Shelf { _folder: folder, store }
    }

    /// An index of articles, given by id and text.
    fn of(articles: &[(&str, &str)]) -> Shelf {
        let shelf = Shelf::new();
        shelf.add(articles);
        shelf
    }

    fn add(&self, articles: &[(&str, &str)]) -> Counts {
        let lines: String = articles.iter().map(|(id, text)| line(id, text)).collect();
        self.store.index(&extractor().unwrap(), lines.as_bytes(), COMMIT, |_, error| panic!("{error}")).unwrap()
    }

    fn search(&self, arguments: &[&str]) -> Vec<Found> {
        found(&self.store, arguments)
    }

    fn ids(&self, arguments: &[&str]) -> Vec<String> {
        let mut ids: Vec<String> = self.search(arguments).into_iter().map(|found| found.id).collect();
        ids.sort();
        ids.dedup();
        ids
    }
}

fn found(store: &Store, arguments: &[&str]) -> Vec<Found> {
    let arguments = Arguments::try_parse_from(["search"].iter().chain(arguments)).unwrap();
    store.search(&arguments.search).unwrap()
}

fn line(id: &str, text: &str) -> String {
    format!("{}\n", serde_json::json!({"id": id, "text": text}))
}

/// A bundled article.
fn example(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)).unwrap()
}
