//! A folder that gets files of its own for each document.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::PathBuf;

/// A name that is longer is cut, in characters.
const LONGEST: usize = 100;

/// What is written of a document.
pub struct Files {
    /// The document's id.
    pub id: String,
    /// The ending and the content of each file; the first one is what is asked for.
    pub parts: Vec<(&'static str, Vec<u8>)>,
}

pub struct Folder {
    path: PathBuf,
    /// The names that are taken, in small letters: some file systems tell them apart by nothing else.
    taken: HashSet<String>,
}

impl Folder {
    /// Makes the folder where there is none.
    pub fn open(path: PathBuf) -> io::Result<Folder> {
        fs::create_dir_all(&path)?;
        Ok(Folder { path, taken: HashSet::new() })
    }

    /// Writes a document's files, named by its id.
    pub fn write(&mut self, files: &Files) -> io::Result<()> {
        let name = name(&files.id);
        let numbered = (1..).map(|number| if number == 1 { name.clone() } else { format!("{name}-{number}") });
        let free = numbered.into_iter().find(|name| self.taken.insert(name.to_lowercase())).unwrap_or(name);
        files
            .parts
            .iter()
            .try_for_each(|(ending, content)| fs::write(self.path.join(format!("{free}.{ending}")), content))
    }
}

/// The last part of a path or address, without what no name of a file may hold.
fn name(id: &str) -> String {
    let last = id.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = last.strip_suffix(".txt").unwrap_or(last);
    let allowed = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '_' };
    let name: String = stem.trim_start_matches('.').chars().take(LONGEST).map(allowed).collect();
    if name.is_empty() || name == "-" { "document".to_string() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_become_names_of_files() {
        for (id, expected) in [
            ("articles/Köln 1.txt", "Köln_1"),
            ("https://example.org/a/?b=1", "_b_1"),
            ("../..", "document"),
            ("", "document"),
            ("-", "document"),
            ("7", "7"),
        ] {
            assert_eq!(name(id), expected, "{id}");
        }
    }
}
