//! Reading dictionary tables: TSV with `#` comments at the top, one header line, and rows with as many cells.

use std::fmt;

/// What is wrong with a dictionary, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    /// The file, as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
    /// What was found and what was expected.
    pub message: String,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

impl std::error::Error for TableError {}

/// A table whose header has been read.
pub struct Table<'a> {
    file: &'a str,
    /// The column names.
    pub columns: Vec<&'a str>,
    rows: Vec<(usize, &'a str)>,
}

/// One row, which knows where it stands.
pub struct Row<'a> {
    file: &'a str,
    line: usize,
    text: &'a str,
    cells: Vec<&'a str>,
}

impl<'a> Table<'a> {
    /// Splits the text into header and rows; rows are checked when they are read.
    pub fn parse(file: &'a str, text: &'a str) -> Result<Table<'a>, TableError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text
            .lines()
            .enumerate()
            .map(|(at, line)| (at + 1, line))
            .skip_while(|(_, line)| line.starts_with('#') || line.trim().is_empty());
        let Some((_, header)) = lines.next() else {
            return Err(TableError {
                file: file.to_string(),
                line: 1,
                column: 1,
                message: "expected a header line with the column names".to_string(),
            });
        };
        Ok(Table {
            file,
            columns: header.split('\t').collect(),
            rows: lines.filter(|(_, line)| !line.is_empty()).collect(),
        })
    }

    /// The rows, each checked for its number of cells.
    pub fn rows(&self) -> impl Iterator<Item = Result<Row<'a>, TableError>> + '_ {
        self.rows.iter().map(|&(line, text)| {
            let row = Row { file: self.file, line, text, cells: text.split('\t').collect() };
            if row.cells.len() == self.columns.len() {
                Ok(row)
            } else {
                Err(row.error(
                    row.cells.len().min(self.columns.len()).saturating_sub(1),
                    format!("{} cells, expected {} ({})", row.cells.len(), self.columns.len(), self.columns.join(", ")),
                ))
            }
        })
    }

    /// An error that points at the header.
    pub fn header_error(&self, message: String) -> TableError {
        TableError {
            file: self.file.to_string(),
            line: self.rows.first().map_or(1, |(line, _)| line - 1),
            column: 1,
            message,
        }
    }
}

impl<'a> Row<'a> {
    /// The table, as the caller named it.
    pub fn file(&self) -> &'a str {
        self.file
    }

    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The text of a cell.
    pub fn cell(&self, column: usize) -> &'a str {
        self.cells.get(column).copied().unwrap_or("")
    }

    /// The text of a cell that must not be empty.
    pub fn filled(&self, column: usize, name: &str) -> Result<&'a str, TableError> {
        match self.cell(column) {
            "" => Err(self.error(column, format!("the cell {name} is empty"))),
            cell => Ok(cell),
        }
    }

    /// The values of a cell that `;` separates.
    pub fn values(&self, column: usize) -> Result<Vec<&'a str>, TableError> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return Ok(Vec::new());
        }
        let values: Vec<&str> = cell.split(';').collect();
        match values.iter().find(|value| value.is_empty() || value.trim() != **value) {
            Some(value) => {
                Err(self
                    .error(column, format!("\"{value}\": expected values separated by \";\" without blanks around it")))
            }
            None => Ok(values),
        }
    }

    /// An error that points at a cell.
    pub fn error(&self, column: usize, message: String) -> TableError {
        let before: usize = self.cells.iter().take(column).map(|cell| cell.chars().count() + 1).sum();
        TableError {
            file: self.file.to_string(),
            line: self.line,
            column: before.min(self.text.chars().count()) + 1,
            message,
        }
    }
}
