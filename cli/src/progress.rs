//! A progress bar for somebody who waits.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressStyle};

use crate::sources::{Place, Source};

/// A bar over the bytes of the files: shown where it disturbs nobody, that is on a terminal that the answers do not go
/// to, and where all sources are files.
pub fn bar(sources: &[Source]) -> ProgressBar {
    if io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let size = |source: &Source| match &source.place {
        Place::File(path) => path.metadata().ok().map(|metadata| metadata.len()),
        Place::StandardInput => None,
    };
    let Some(total) = sources.iter().map(size).sum::<Option<u64>>() else {
        return ProgressBar::hidden();
    };
    of_bytes(total)
}

/// A bar over so many bytes, where somebody sees it.
pub fn of_bytes(total: u64) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes}  {bytes_per_sec}  {eta} left");
    ProgressBar::new(total).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
