//! Compiles `dictionaries/` into one lexicon per language, which the library embeds.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[allow(dead_code)]
#[path = "src/lexicon/compiler/mod.rs"]
mod compiler;

#[allow(dead_code)]
#[path = "src/lexicon/hash.rs"]
mod hash;

use compiler::Compiler;
use compiler::inflect::Inflection;
use hash::checksum;

/// The folder of tables that every language uses.
const COMMON: &str = "common";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=dictionaries");
    println!("cargo::rerun-if-changed=src/lexicon/compiler");
    println!("cargo::rerun-if-changed=src/lexicon/hash.rs");
    let (dictionaries, out) = (Path::new("dictionaries"), PathBuf::from(env::var("OUT_DIR")?));
    // Expressions that list what the library embeds, by the languages' codes.
    let (mut list, mut models, mut words) = (String::from("&["), String::from("&["), String::from("&["));
    let mut checksums = String::from("&[");
    let names = fs::read(dictionaries.join(COMMON).join("names.bloom"))?;
    for language in sorted(dictionaries)?.iter().filter(|path| path.is_dir()) {
        let code = language.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if code == COMMON {
            continue;
        }
        let inflection = Inflection::of(code)
            .ok_or_else(|| format!("{}: src/lexicon/compiler/inflect has no such language", language.display()))?;
        let mut compiler = Compiler::new(inflection);
        let mut sum = checksum(0, &names);
        for folder in [&dictionaries.join(COMMON), language] {
            for path in sorted(folder)?.iter().filter(|path| path.extension().is_some_and(|ending| ending == "tsv")) {
                let table = fs::read_to_string(path)?;
                sum = checksum(sum, table.as_bytes());
                compiler.add_table(&path.display().to_string(), &table)?;
            }
        }
        let lexicon = out.join(format!("{code}.lexicon"));
        fs::write(&lexicon, compiler.finish())?;
        write!(list, "({code:?}, include_bytes!({lexicon:?})), ")?;
        let folder = env::current_dir()?.join(language);
        let (model, vocabulary) = (folder.join("names.model"), folder.join("words.bloom"));
        if model.exists() {
            sum = checksum(sum, &fs::read(&model)?);
            write!(models, "({code:?}, &Aligned(*include_bytes!({model:?}))), ")?;
        }
        if vocabulary.exists() {
            sum = checksum(sum, &fs::read(&vocabulary)?);
            write!(words, "({code:?}, include_bytes!({vocabulary:?})), ")?;
        }
        write!(checksums, "({code:?}, {sum:#018x}), ")?;
    }
    fs::write(out.join("lexicons.rs"), list + "]")?;
    fs::write(out.join("models.rs"), models + "]")?;
    fs::write(out.join("vocabularies.rs"), words + "]")?;
    fs::write(out.join("checksums.rs"), checksums + "]")?;
    Ok(())
}

/// What a folder holds, in the order of names, so that every build gives the same lexicon.
fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}
