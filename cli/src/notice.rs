//! What is said on standard error beside the answers.

use std::fmt;

use indicatif::ProgressBar;

/// Says things without disturbing the progress bar, or says nothing.
#[derive(Clone)]
pub struct Notices {
    pub quiet: bool,
    pub bar: ProgressBar,
}

impl Notices {
    pub fn say(&self, message: impl fmt::Display) {
        if !self.quiet {
            self.bar.suspend(|| eprintln!("{message}"));
        }
    }
}
