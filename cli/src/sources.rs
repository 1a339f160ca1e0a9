//! From the paths on the command line to the files to read.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::args::InputFormat;

/// Where documents come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub place: Place,
    pub format: InputFormat,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    StandardInput,
    File(PathBuf),
}

impl Source {
    fn new(place: Place, format: Option<InputFormat>) -> Source {
        let named = |format: &InputFormat| matches!(&place, Place::File(path) if has_ending(path, *format));
        let told = [InputFormat::Ndjson, InputFormat::Csv].into_iter().find(named).unwrap_or(InputFormat::Text);
        Source { place, format: format.unwrap_or(told) }
    }

    /// The name that answers and errors carry.
    pub fn name(&self) -> String {
        match &self.place {
            Place::StandardInput => "-".to_string(),
            Place::File(path) => path.display().to_string(),
        }
    }
}

/// The files that `paths` name, folders replaced by what they hold; standard input where there are no paths.
pub fn expand(paths: &[PathBuf], format: Option<InputFormat>) -> anyhow::Result<Vec<Source>> {
    if paths.is_empty() {
        return Ok(vec![Source::new(Place::StandardInput, format)]);
    }
    let mut sources = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            sources.push(Source::new(Place::StandardInput, format));
        } else if fs::metadata(path).with_context(|| path.display().to_string())?.is_dir() {
            let wanted = format.unwrap_or(InputFormat::Text);
            let mut files = Vec::new();
            walk(path, wanted, &mut files)?;
            if files.is_empty() {
                bail!("{}: the folder holds no *.{} file", path.display(), endings(wanted).join(" or *."));
            }
            files.sort();
            sources.extend(files.into_iter().map(|file| Source { place: Place::File(file), format: wanted }));
        } else {
            sources.push(Source::new(Place::File(path.clone()), format));
        }
    }
    Ok(sources)
}

/// The files below a folder whose names fit the format. Links to folders are not followed: they may lead in circles.
fn walk(folder: &Path, format: InputFormat, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry.with_context(|| folder.display().to_string())?;
        let path = entry.path();
        if entry.file_type().with_context(|| path.display().to_string())?.is_dir() {
            walk(&path, format, files)?;
        } else if has_ending(&path, format) && path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

fn endings(format: InputFormat) -> &'static [&'static str] {
    match format {
        InputFormat::Text => &["txt"],
        InputFormat::Ndjson => &["ndjson", "jsonl"],
        InputFormat::Csv => &["csv", "tsv"],
    }
}

/// Whether a file is named as those of a format are, perhaps with `.gz` behind it.
fn has_ending(path: &Path, format: InputFormat) -> bool {
    let packed = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"));
    let name = if packed { path.with_extension("") } else { path.to_path_buf() };
    name.extension().is_some_and(|ending| endings(format).iter().any(|known| ending.eq_ignore_ascii_case(known)))
}
