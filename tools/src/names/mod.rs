//! Trains the models of names: `cargo run --release -p faktum-tools -- train-names de --gold DIR`.

mod contexts;
mod crf;
mod data;
mod score;
mod table;

use std::path::PathBuf;

use faktum::{Extractor, Lang};

use crate::Result;
use data::Set;

/// What a model is trained on, by default: sets whose licences let weights of them ship.
struct Recipe {
    lang: Lang,
    train: &'static [&'static str],
    dev: &'static [&'static str],
    labels: usize,
    /// What the rules propose is among the features.
    hears_rules: bool,
    /// How large the tables are, in buckets of 64 bytes: of features that speak at several places, and of others.
    buckets: [usize; 2],
}

const RECIPES: [Recipe; 2] = [
    Recipe {
        lang: Lang::De,
        train: &["germeval14-train"],
        dev: &["germeval14-dev", "news-de", "mobie-train"],
        labels: faktum::training::LABEL_COUNTS[1],
        hears_rules: false,
        buckets: [17_000, 12_000],
    },
    Recipe {
        lang: Lang::En,
        train: &[
            "wikigold",
            "wnut17-train",
            "crossner-ai",
            "crossner-literature",
            "crossner-music",
            "crossner-politics",
            "crossner-science",
        ],
        dev: &["uner-ewt-dev", "news-en"],
        labels: faktum::training::LABEL_COUNTS[0],
        hears_rules: true,
        buckets: [12_000, 8_000],
    },
];

pub const USAGE: &str = "usage: faktum-tools train-names LANG --gold DIR [--without SET] [--out FILE]

  --gold DIR      the folder of annotated sentences: a JSON line each, with `text` and `entities`
  --without SET   leave a set out of the training, and score on it
  --out FILE      write the weights there (default: names.model in the language's dictionaries)";

/// Trains one language's model and writes its weights.
pub fn run(mut args: impl Iterator<Item = String>) -> Result<()> {
    let lang = args.next().as_deref().and_then(Lang::from_code).ok_or(USAGE)?;
    let recipe = RECIPES.iter().find(|recipe| recipe.lang == lang).ok_or(USAGE)?;
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or(USAGE)?;
    let (mut gold, mut without) = (None, Vec::new());
    let mut out = root.join("dictionaries").join(lang.code()).join("names.model");
    while let Some(arg) = args.next() {
        let value = args.next().ok_or(USAGE)?;
        match arg.as_str() {
            "--gold" => gold = Some(PathBuf::from(value)),
            "--without" => without.push(value),
            "--out" => out = value.into(),
            _ => return Err(USAGE.into()),
        }
    }
    let gold = gold.ok_or(USAGE)?;
    let extractor = Extractor::builder().languages([lang]).build()?;
    let read = |name: &str| Set::read(&extractor, recipe, &gold.join(format!("{name}.jsonl")));

    let train: Vec<&str> =
        recipe.train.iter().copied().filter(|name| !without.iter().any(|left| left == name)).collect();
    let mut train = train.into_iter().map(read).collect::<Result<Vec<Set>>>()?;
    let rows = std::fs::read_to_string(root.join(format!("tools/lists/contexts-{}.txt", lang.code())))?;
    train.push(Set::made(&extractor, recipe, &rows)?);
    let dev: Vec<&str> = recipe.dev.iter().copied().chain(without.iter().map(String::as_str)).collect();
    let dev = dev.iter().map(|name| Ok((*name, read(name)?))).collect::<Result<Vec<(&str, Set)>>>()?;

    let model = crf::train(&train, recipe.labels, recipe.buckets, |model, epoch| {
        let scores: Vec<String> = dev.iter().map(|(name, set)| format!("{name} {}", score::of(model, set))).collect();
        println!("{epoch}: {}", scores.join(", "));
    });
    let (file, report) = table::write(&model, recipe);
    println!("{report}");
    std::fs::write(&out, file)?;
    Ok(())
}
