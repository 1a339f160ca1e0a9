//! From the paths on the command line to the files to read.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::args::InputFormat;
use crate::read;

/// Where documents come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub place: Place,
    /// Its format; `None` where its content tells.
    pub format: Option<InputFormat>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    StandardInput,
    File(PathBuf),
}

impl Source {
    fn new(place: Place, format: Option<InputFormat>) -> Source {
        let told = match &place {
            Place::File(path) => read::told_by_name(path),
            Place::StandardInput => None,
        };
        Source { place, format: format.or(told) }
    }

    /// The name that answers and errors carry.
    pub fn name(&self) -> String {
        match &self.place {
            Place::StandardInput => "-".to_string(),
            Place::File(path) => path.display().to_string(),
        }
    }
}

/// The files that `paths` name, folders replaced by what they hold; standard input where there are no paths. What cannot be
/// looked at is an error, or is left to fail in its place.
pub fn expand(paths: &[PathBuf], format: InputFormat, keep_going: bool) -> anyhow::Result<Vec<Source>> {
    let format = Some(format).filter(|format| *format != InputFormat::Auto);
    if paths.is_empty() {
        return Ok(vec![Source::new(Place::StandardInput, format)]);
    }
    let mut sources = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            sources.push(Source::new(Place::StandardInput, format));
        } else if path.is_dir() {
            let wanted = format.as_ref().map_or(read::FOLDERS, std::slice::from_ref);
            let mut files = Vec::new();
            walk(path, wanted, &mut files)?;
            if files.is_empty() {
                let endings: Vec<&str> = wanted.iter().flat_map(|format| read::endings(*format)).copied().collect();
                bail!("{}: the folder holds no *.{} file", path.display(), endings.join(", *."));
            }
            files.sort();
            sources.extend(files.into_iter().map(|file| Source::new(Place::File(file), format)));
        } else {
            // Better now than when half of the sources are read.
            if !keep_going {
                fs::metadata(path).with_context(|| path.display().to_string())?;
            }
            sources.push(Source::new(Place::File(path.clone()), format));
        }
    }
    Ok(sources)
}

/// The files below a folder whose names fit a format. Links to folders are not followed: they may lead in circles.
fn walk(folder: &Path, wanted: &[InputFormat], files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry.with_context(|| folder.display().to_string())?;
        let path = entry.path();
        if entry.file_type().with_context(|| path.display().to_string())?.is_dir() {
            walk(&path, wanted, files)?;
        } else if wanted.iter().any(|format| read::has_ending(&path, *format)) && path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}
