//! Reading case files: one case a line, what is expected marked in the sentence itself.
//!
//! `[text](a b c=d)` marks `text` with the words `a`, `b` and the feature `c` = `d`. `#` begins a comment or names a
//! construction, `@ 2015-06-10` sets the document's date for the lines behind it (`@ -`: none). A line that begins with
//! `? ` is a known gap, which fails once it passes. ` => ` at the end of a line gives what the whole sentence must say.
#![allow(dead_code)]

/// One line of a case file.
#[derive(Debug)]
pub struct Case {
    pub line: usize,
    pub gap: bool,
    pub date: Option<jiff::civil::Date>,
    pub text: String,
    pub marks: Vec<Mark>,
    /// What stands behind ` => `.
    pub whole: Option<String>,
}

/// A marked piece of a sentence.
#[derive(Debug, PartialEq)]
pub struct Mark {
    pub start: usize,
    pub end: usize,
    pub words: Vec<String>,
}

/// The cases of a file.
pub fn cases(file: &str) -> Vec<Case> {
    let path = format!("{}/tests/corpus/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let (mut cases, mut date) = (Vec::new(), None);
    for (number, line) in text.lines().enumerate() {
        if let Some(given) = line.strip_prefix("@ ") {
            date = given.parse().ok();
        } else if !line.is_empty() && !line.starts_with('#') {
            cases.push(case(number + 1, line, date));
        }
    }
    cases
}

pub fn case(line: usize, source: &str, date: Option<jiff::civil::Date>) -> Case {
    let (gap, source) = source.strip_prefix("? ").map_or((false, source), |rest| (true, rest));
    let (marked, whole) =
        source.split_once(" => ").map_or((source, None), |(marked, whole)| (marked, Some(whole.to_string())));
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), marked);
    while let Some(open) = rest.find('[') {
        let middle = open + rest[open..].find("](").unwrap_or_else(|| panic!("line {line}: a mark has ]("));
        let close = middle + rest[middle..].find(')').unwrap_or_else(|| panic!("line {line}: a mark ends in )"));
        text.push_str(&rest[..open]);
        let start = text.len();
        text.push_str(&rest[open + 1..middle]);
        let words = rest[middle + 2..close].split(' ').map(str::to_string).collect();
        marks.push(Mark { start, end: text.len(), words });
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    Case { line, gap, date, text, marks, whole }
}

/// Runs every case of a file; `check` says what is wrong with one. Fails with all faults at once.
pub fn run(file: &str, check: impl Fn(&Case) -> Option<String>) {
    let cases = cases(file);
    let faults: Vec<String> = cases
        .iter()
        .filter_map(|case| match (check(case), case.gap) {
            (Some(fault), false) => Some(format!("{file}:{}: {}\n    {fault}", case.line, case.text)),
            (None, true) => Some(format!("{file}:{}: {}\n    a known gap passes now", case.line, case.text)),
            _ => None,
        })
        .collect();
    assert!(faults.is_empty(), "{} of {} cases fail:\n{}", faults.len(), cases.len(), faults.join("\n"));
}
