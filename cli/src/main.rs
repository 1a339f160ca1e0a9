//! The `faktum` command: facts from German and English news.

mod args;
mod collate;
mod decode;
mod dict;
mod document;
mod explain;
mod folder;
mod manual;
mod notice;
mod page;
mod pipeline;
mod progress;
mod read;
mod record;
mod render;
mod run;
mod sources;
mod surrogate;

use std::io;
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// Every document was read.
const DONE: u8 = 0;
/// Some documents could not be read; their places hold an error.
const SOME_FAILED: u8 = 1;
/// Wrong arguments, a bad dictionary, or a file that cannot be read.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let done = match Args::parse().command {
        Command::Extract(args) => run::extract(&args),
        Command::Collate(args) => collate::collate(&args),
        Command::Explain(args) => explain::explain(&args).map(|()| true),
        Command::Schema => manual::schema().map(|()| true),
        Command::Completions { shell } => manual::completions(shell).map(|()| true),
        Command::Man { folder } => manual::pages(folder.as_deref()).map(|()| true),
        Command::Dict(command) => dict::run(&command),
    };
    match done {
        Ok(true) => DONE.into(),
        Ok(false) => SOME_FAILED.into(),
        // Whoever reads the output has enough of it.
        Err(error) if is_closed_pipe(&error) => DONE.into(),
        Err(error) => {
            eprintln!("error: {error:#}");
            FAILED.into()
        }
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
