//! Sorting more lines than fit into memory: sorted runs in temporary files, and one merge of all.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Seek, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Runs that are merged at once: each is an open file.
const AT_ONCE: usize = 128;
/// What is read or written of a run at once.
const BUFFER: usize = 64 * 1024;

/// Takes lines in any order and gives them back in the order of their bytes.
pub struct Sorter {
    /// The folder of temporary files.
    folder: PathBuf,
    /// The most bytes that are held.
    memory: usize,
    bytes: Vec<u8>,
    lines: Vec<Range<usize>>,
    runs: Vec<File>,
}

impl Sorter {
    pub fn new(folder: PathBuf, memory: usize) -> Sorter {
        Sorter { folder, memory, bytes: Vec::new(), lines: Vec::new(), runs: Vec::new() }
    }

    /// Takes a line, without a break.
    pub fn push(&mut self, line: &[u8]) -> io::Result<()> {
        let held = self.bytes.len() + self.lines.len() * size_of::<Range<usize>>();
        if !self.lines.is_empty() && held + line.len() > self.memory {
            self.spill()?;
        }
        let from = self.bytes.len();
        self.bytes.extend_from_slice(line);
        self.lines.push(from..self.bytes.len());
        Ok(())
    }

    /// The lines in order, each given to `take`; equal ones once.
    pub fn each(mut self, take: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
        if self.runs.is_empty() {
            self.sort();
            let mut last: Option<&[u8]> = None;
            for line in self.lines.iter().map(|line| &self.bytes[line.clone()]) {
                if last.replace(line) != Some(line) {
                    take(line)?;
                }
            }
            return Ok(());
        }
        self.spill()?;
        // What is held is not needed again.
        self.bytes = Vec::new();
        self.lines = Vec::new();
        while self.runs.len() > AT_ONCE {
            let first = self.runs.drain(..AT_ONCE).collect();
            let mut out = BufWriter::with_capacity(BUFFER, temporary(&self.folder)?);
            merge(first, &mut |line| write_line(&mut out, line))?;
            self.runs.push(out.into_inner()?);
        }
        merge(self.runs, take)
    }

    fn sort(&mut self) {
        let bytes = &self.bytes;
        self.lines.sort_unstable_by(|a, b| bytes[a.clone()].cmp(&bytes[b.clone()]));
    }

    /// Writes what is held as a sorted run.
    fn spill(&mut self) -> io::Result<()> {
        self.sort();
        let mut out = BufWriter::with_capacity(BUFFER, temporary(&self.folder)?);
        for line in self.lines.drain(..) {
            write_line(&mut out, &self.bytes[line])?;
        }
        self.runs.push(out.into_inner()?);
        self.bytes.clear();
        Ok(())
    }
}

/// A file without a name, which is gone with the process.
fn temporary(folder: &Path) -> io::Result<File> {
    tempfile::tempfile_in(folder)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", folder.display())))
}

fn write_line(out: &mut impl Write, line: &[u8]) -> io::Result<()> {
    out.write_all(line)?;
    out.write_all(b"\n")
}

/// The lines of sorted runs in order; equal ones once.
fn merge(runs: Vec<File>, take: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut readers = Vec::with_capacity(runs.len());
    let mut heads = BinaryHeap::with_capacity(runs.len());
    for mut run in runs {
        run.rewind()?;
        let mut reader = BufReader::with_capacity(BUFFER, run);
        let mut line = Vec::new();
        if read_line(&mut reader, &mut line)? {
            heads.push(Reverse((line, readers.len())));
        }
        readers.push(reader);
    }
    let mut last: Option<Vec<u8>> = None;
    while let Some(Reverse((line, number))) = heads.pop() {
        if last.as_ref() != Some(&line) {
            take(&line)?;
        }
        let mut next = last.replace(line).unwrap_or_default();
        if read_line(&mut readers[number], &mut next)? {
            heads.push(Reverse((next, number)));
        }
    }
    Ok(())
}

/// Reads a line in the place of another; tells whether there was one.
fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let read = reader.read_until(b'\n', line)?;
    line.pop();
    Ok(read > 0)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn sorted(lines: &[impl AsRef<[u8]>], memory: usize) -> Vec<Vec<u8>> {
        let (mut sorter, mut sorted) = (Sorter::new(std::env::temp_dir(), memory), Vec::new());
        lines.iter().for_each(|line| sorter.push(line.as_ref()).unwrap());
        let mut take = |line: &[u8]| {
            sorted.push(line.to_vec());
            Ok(())
        };
        sorter.each(&mut take).unwrap();
        sorted
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn memory_changes_nothing(lines in prop::collection::vec("[ab]{0,4}", 0..100), memory in 1..900usize) {
            let expected: Vec<Vec<u8>> = BTreeSet::from_iter(&lines).into_iter().map(|line| line.clone().into()).collect();
            prop_assert_eq!(sorted(&lines, memory), expected);
        }
    }

    #[test]
    fn more_runs_than_are_merged_at_once() {
        let lines: Vec<String> = (0..10 * AT_ONCE).map(|at| format!("{}", at * 7919 % 10_007)).collect();
        let expected: Vec<Vec<u8>> = BTreeSet::from_iter(&lines).into_iter().map(|line| line.clone().into()).collect();
        assert!(sorted(&lines, 100) == expected);
    }

    #[test]
    fn a_line_may_be_longer_than_memory() {
        assert_eq!(sorted(&["long", "", "a"], 2), [b"".to_vec(), b"a".to_vec(), b"long".to_vec()]);
    }
}
