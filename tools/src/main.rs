//! Builds the dictionary tables that come from packages: `cargo run -p faktum-tools -- given-names places`.

mod fetch;
mod given_names;
mod lists;
mod mo;
mod names;
mod places;
mod table;
mod words;

use std::error::Error;
use std::path::{Path, PathBuf};

/// What every step here returns: a tool may stop at the first fault and say it.
pub type Result<T> = std::result::Result<T, Box<dyn Error>>;

const USAGE: &str = "usage: faktum-tools [--packages DIR] [--out DIR] TABLE...

Tables: given-names, places, words (of both languages)

  --packages DIR  keep downloaded packages in DIR and use those that are there (default: a temporary directory)
  --out DIR       write the tables there (default: dictionaries/common of this workspace)";

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tools/ lies in the workspace");
    let mut out = root.join("dictionaries/common");
    let mut packages: Option<PathBuf> = None;
    let mut tables = Vec::new();
    let mut args = std::env::args().skip(1).peekable();
    if args.next_if(|arg| arg == "train-names").is_some() {
        return names::run(args);
    }
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--packages" => packages = Some(args.next().ok_or(USAGE)?.into()),
            "--out" => out = args.next().ok_or(USAGE)?.into(),
            "given-names" | "places" | "words" => tables.push(arg),
            _ => return Err(USAGE.into()),
        }
    }
    if tables.is_empty() {
        return Err(USAGE.into());
    }

    let temporary = tempfile::tempdir()?;
    let directory = packages.unwrap_or_else(|| temporary.path().to_owned());
    std::fs::create_dir_all(&directory)?;
    let packages = fetch::Packages::new(directory);
    let lists = lists::Lists::new(root.join("tools/lists"));
    for name in tables {
        if name == "words" {
            words::build(&packages, &root.join("dictionaries"))?;
            continue;
        }
        let table = match name.as_str() {
            "given-names" => given_names::build(&packages, &lists)?,
            _ => places::build(&packages, &lists, &out)?,
        };
        let rows = table.write(&out.join(format!("{name}.tsv")))?;
        println!("{name}: {rows} rows");
    }
    Ok(())
}
