//! `faktum dict compile`.

use std::fs::{self, File};
use std::io::{BufWriter, Write};

use anyhow::Context;
use faktum::dictionary::Builder;

use super::{Compile, add_table, bar, check};

/// Compiles tables into a file, which stands there only once it is whole.
pub fn compile(args: &Compile) -> anyhow::Result<()> {
    let mut builder = Builder::new().tolerant(args.tolerant);
    let bar = bar(&args.tables);
    let added = args.tables.iter().try_for_each(|path| add_table(&mut builder, path, &bar));
    bar.finish_and_clear();
    added?;
    let rows = builder.rows();
    let mut partial = args.output.clone().into_os_string();
    partial.push(".part");
    let named = || args.output.display().to_string();
    let written = File::create(&partial).with_context(named).and_then(|file| {
        let mut out = BufWriter::new(file);
        let warnings = builder.write(&mut out)?;
        out.flush().with_context(named)?;
        fs::rename(&partial, &args.output).with_context(named)?;
        Ok(warnings)
    });
    if written.is_err() {
        // What is not whole helps nobody; the error that matters is the first one.
        let _ = fs::remove_file(&partial);
    }
    check::tell(&written?);
    eprintln!("{rows} rows in {}", named());
    Ok(())
}
