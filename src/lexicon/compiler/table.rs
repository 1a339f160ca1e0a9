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

/// Everything that is wrong with a dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableErrors(pub Vec<TableError>);

impl fmt::Display for TableErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(TableError::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for TableErrors {}

impl From<TableError> for TableErrors {
    fn from(error: TableError) -> TableErrors {
        TableErrors(vec![error])
    }
}

/// Every error of some rows, if there is one.
pub fn all(results: impl Iterator<Item = Result<(), TableError>>) -> Result<(), TableErrors> {
    let errors: Vec<TableError> = results.filter_map(Result::err).collect();
    if errors.is_empty() { Ok(()) } else { Err(TableErrors(errors)) }
}

/// A table whose header has been read.
pub struct Table<'a> {
    file: &'a str,
    /// The line of the header, from 1.
    line: usize,
    /// The column names.
    pub columns: Vec<&'a str>,
    rows: Vec<(usize, &'a str)>,
}

/// One row, which knows where it stands.
pub struct Row<'a> {
    file: &'a str,
    columns: &'a [&'a str],
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
        let Some((line, header)) = lines.next() else {
            return Err(TableError {
                file: file.to_string(),
                line: 1,
                column: 1,
                message: "expected a header line with the column names".to_string(),
            });
        };
        Ok(Table {
            file,
            line,
            columns: header.split('\t').collect(),
            rows: lines.filter(|(_, line)| !line.is_empty()).collect(),
        })
    }

    /// Whether it has a column.
    pub fn has(&self, column: &str) -> bool {
        self.columns.contains(&column)
    }

    /// The rows, each checked for its number of cells.
    pub fn rows(&self) -> impl Iterator<Item = Result<Row<'_>, TableError>> + '_ {
        self.rows.iter().map(|&(line, text)| {
            let row = Row { file: self.file, columns: &self.columns, line, text, cells: text.split('\t').collect() };
            if row.cells.len() == self.columns.len() {
                Ok(row)
            } else {
                Err(row.error_at(
                    row.cells.len().min(self.columns.len()).saturating_sub(1),
                    format!("{} cells, expected {} ({})", row.cells.len(), self.columns.len(), self.columns.join(", ")),
                ))
            }
        })
    }

    /// An error that points at a column's name.
    pub fn header_error(&self, column: usize, message: String) -> TableError {
        let column = place(&self.columns, column);
        TableError { file: self.file.to_string(), line: self.line, column, message }
    }
}

/// Where a cell begins: a character of its line, from 1.
pub fn place(cells: &[&str], column: usize) -> usize {
    cells.iter().take(column).map(|cell| cell.chars().count() + 1).sum::<usize>() + 1
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

    /// The text of a column's cell; nothing where the table has no such column.
    pub fn cell(&self, column: &str) -> &'a str {
        self.columns.iter().zip(&self.cells).find(|(name, _)| **name == column).map_or("", |(_, cell)| cell)
    }

    /// The text of a cell that must not be empty.
    pub fn filled(&self, column: &str) -> Result<&'a str, TableError> {
        match self.cell(column) {
            "" => Err(self.error(column, format!("the cell {column} is empty"))),
            cell => Ok(cell),
        }
    }

    /// The values of a cell that `;` separates.
    pub fn values(&self, column: &str) -> Result<Vec<&'a str>, TableError> {
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

    /// An error that points at a column's cell.
    pub fn error(&self, column: &str, message: String) -> TableError {
        self.error_at(self.columns.iter().position(|name| *name == column).unwrap_or(0), message)
    }

    fn error_at(&self, column: usize, message: String) -> TableError {
        let column = place(&self.cells, column).min(self.text.chars().count() + 1);
        TableError { file: self.file.to_string(), line: self.line, column, message }
    }
}
