//! Compiles `dictionaries/` into one lexicon per language, which the library embeds.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[allow(dead_code)]
#[path = "src/lexicon/compiler/mod.rs"]
mod compiler;

use compiler::{Compiler, Rules};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=dictionaries");
    println!("cargo::rerun-if-changed=src/lexicon/compiler");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for (language, rules) in [("de", Rules::German), ("en", Rules::English)] {
        let mut compiler = Compiler::new(rules);
        for folder in ["common", language] {
            for path in tables(&Path::new("dictionaries").join(folder))? {
                let text = fs::read_to_string(&path)?;
                compiler.add_table(&path.display().to_string(), &text)?;
            }
        }
        fs::write(out.join(format!("{language}.lexicon")), compiler.finish())?;
    }
    Ok(())
}

/// The tables of a folder in the order of their names, so that every build gives the same lexicon.
fn tables(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "tsv"));
    paths.sort();
    Ok(paths)
}
