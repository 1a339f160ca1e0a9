//! What the tests of the command share.
#![allow(dead_code)]

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

/// `faktum extract` with arguments, separated by blanks.
pub fn extract(arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faktum"));
    command.arg("extract").args(arguments.split_whitespace());
    command
}

/// What the command writes to standard output for an input that has no faults.
pub fn output(arguments: &str, input: impl Into<Vec<u8>>) -> String {
    let assert = extract(arguments).write_stdin(input).assert().success().stderr("");
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

/// The lines of standard output, whatever the exit status.
pub fn lines(arguments: &str, input: impl Into<Vec<u8>>) -> Vec<Value> {
    let output = extract(arguments).write_stdin(input).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The folder of example articles.
pub fn examples() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../examples"))
}

/// A line of NDJSON.
pub fn line(id: &str, text: &str) -> String {
    format!("{}\n", serde_json::json!({ "id": id, "text": text }))
}
