//! The plain-text lists in `tools/lists`: one entry a line, `#` lines are comments.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use crate::Result;

/// The directory that holds the lists.
pub struct Lists {
    directory: PathBuf,
}

impl Lists {
    /// Lists are read from `directory`.
    pub fn new(directory: PathBuf) -> Self {
        Self { directory }
    }

    /// The lines of a list as cells.
    pub fn rows(&self, name: &str) -> Result<Vec<Vec<String>>> {
        let path = self.directory.join(name);
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let lines = text.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
        Ok(lines.map(|l| l.split('\t').map(str::to_owned).collect()).collect())
    }

    /// A list of one cell a line.
    pub fn set(&self, name: &str) -> Result<HashSet<String>> {
        Ok(self.rows(name)?.into_iter().filter_map(|r| r.into_iter().next()).collect())
    }
}
