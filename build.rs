//! Compiles `dictionaries/` into one lexicon per language, which the library embeds.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[allow(dead_code)]
#[path = "src/lexicon/compiler/mod.rs"]
mod compiler;

use compiler::Compiler;
use compiler::inflect::Inflection;

/// The folder of tables that every language uses.
const COMMON: &str = "common";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=dictionaries");
    println!("cargo::rerun-if-changed=src/lexicon/compiler");
    let (dictionaries, out) = (Path::new("dictionaries"), PathBuf::from(env::var("OUT_DIR")?));
    // Expressions that list what the library embeds, by the languages' codes.
    let (mut list, mut models, mut words) = (String::from("&["), String::from("&["), String::from("&["));
    for language in sorted(dictionaries)?.iter().filter(|path| path.is_dir()) {
        let code = language.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if code == COMMON {
            continue;
        }
        let inflection = Inflection::of(code)
            .ok_or_else(|| format!("{}: src/lexicon/compiler/inflect has no such language", language.display()))?;
        let mut compiler = Compiler::new(inflection);
        for folder in [&dictionaries.join(COMMON), language] {
            for path in sorted(folder)?.iter().filter(|path| path.extension().is_some_and(|ending| ending == "tsv")) {
                compiler.add_table(&path.display().to_string(), &fs::read_to_string(path)?)?;
            }
        }
        let lexicon = out.join(format!("{code}.lexicon"));
        fs::write(&lexicon, compiler.finish())?;
        write!(list, "({code:?}, include_bytes!({lexicon:?})), ")?;
        let folder = env::current_dir()?.join(language);
        let (model, vocabulary) = (folder.join("names.model"), folder.join("words.bloom"));
        if model.exists() {
            write!(models, "({code:?}, &Aligned(*include_bytes!({model:?}))), ")?;
        }
        if vocabulary.exists() {
            write!(words, "({code:?}, include_bytes!({vocabulary:?})), ")?;
        }
    }
    fs::write(out.join("lexicons.rs"), list + "]")?;
    fs::write(out.join("models.rs"), models + "]")?;
    fs::write(out.join("vocabularies.rs"), words + "]")?;
    Ok(())
}

/// What a folder holds, in the order of names, so that every build gives the same lexicon.
fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}
