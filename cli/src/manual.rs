//! What the command says of itself: manual pages, completions, the schema of its answers.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::Context;
use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::args::Args;

/// Prints the JSON Schema of answers.
pub fn schema() -> anyhow::Result<()> {
    let schema = serde_json::to_string_pretty(&faktum::output::json::schema())?;
    Ok(writeln!(io::stdout().lock(), "{schema}")?)
}

/// Prints what completes the command's arguments in a shell.
pub fn completions(shell: Shell) -> anyhow::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "faktum", &mut script);
    Ok(io::stdout().lock().write_all(&script)?)
}

/// Prints the manual page, or writes it and those of the subcommands to a folder.
pub fn pages(folder: Option<&Path>) -> anyhow::Result<()> {
    let Some(folder) = folder else {
        let mut page = Vec::new();
        Man::new(Args::command()).render(&mut page)?;
        return Ok(io::stdout().lock().write_all(&page)?);
    };
    let within = || folder.display().to_string();
    fs::create_dir_all(folder).with_context(within)?;
    clap_mangen::generate_to(Args::command().disable_help_subcommand(true), folder).with_context(within)
}
