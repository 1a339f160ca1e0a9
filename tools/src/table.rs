//! A table of the dictionaries: `#` head, column names, rows sorted bytewise.

use std::fs;
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use crate::Result;

/// A table before it is written.
pub struct Table {
    /// What the table holds, its sources and licences; one line each.
    pub head: Vec<String>,
    /// The names of the columns.
    pub columns: &'static [&'static str],
    /// The rows, in any order.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// Writes the table and returns the number of its rows.
    pub fn write(&self, path: &Path) -> Result<usize> {
        let mut lines = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            if row.len() != self.columns.len() {
                return Err(format!("{row:?}: {} cells expected", self.columns.len()).into());
            }
            lines.push(row.join("\t").nfc().collect::<String>());
        }
        lines.sort_unstable();
        lines.dedup();
        let mut text = String::new();
        for line in &self.head {
            text += &format!("# {line}\n");
        }
        text += &self.columns.join("\t");
        text.push('\n');
        for line in &lines {
            text += line;
            text.push('\n');
        }
        fs::write(path, text)?;
        Ok(lines.len())
    }
}
