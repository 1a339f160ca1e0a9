//! What ends the command: arguments, dictionaries, files; with status 2 and a message on standard error.

mod common;

use std::fs;

use assert_cmd::Command;
use common::extract;
use predicates::prelude::*;

#[test]
fn wrong_arguments_are_named() {
    let faults = [
        ("--output xml", "xml"),
        ("--lang fr", "de (German) and en (English)"),
        ("--lang fra", "de (German) and en (English)"),
        ("--lang French", "de (German) and en (English)"),
        ("--date soon", "YYYY-MM-DD"),
        ("--threads 0", "--threads"),
        ("--offsets word", "--offsets"),
        ("--sense", "--sense"),
    ];
    for (arguments, named) in faults {
        extract(arguments).write_stdin("").assert().code(2).stdout("").stderr(predicate::str::contains(named));
    }
    Command::new(env!("CARGO_BIN_EXE_faktum")).assert().code(2);
    Command::new(env!("CARGO_BIN_EXE_faktum")).arg("--help").assert().success();
    Command::new(env!("CARGO_BIN_EXE_faktum"))
        .arg("--version")
        .assert()
        .success()
        .stdout(format!("faktum {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let folder = tempfile::tempdir().unwrap();
    extract("no/such/file.txt")
        .assert()
        .code(2)
        .stdout("")
        .stderr(predicate::str::starts_with("error: no/such/file.txt: "));
    extract("").arg(folder.path()).assert().code(2).stderr(predicate::str::contains("holds no *.txt, *.ndjson, "));
    extract("--dict none.tsv")
        .write_stdin("")
        .assert()
        .code(2)
        .stderr(predicate::str::starts_with("error: none.tsv: "));
}

#[test]
fn a_bad_dictionary_is_an_error_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.tsv");
    let at = |content: &[u8], place: &str, message: &str| {
        fs::write(&path, content).unwrap();
        let expected = format!("error: {}:{place}: {message}\n", path.display());
        extract("--output ndjson")
            .arg("--dict")
            .arg(&path)
            .write_stdin("")
            .assert()
            .code(2)
            .stdout("")
            .stderr(expected);
    };
    at(b"# mine\nclass\tsurface\nmonht.3\tApril\n", "3:1", "unknown class \"monht\"");
    at(b"class\tsurface\nmonth.3\n", "2:1", "1 cells, expected 2 (class, surface)");
    at(b"class\tsurface\nmonth.3\t\n", "2:9", "the cell surface is empty");
    at(b"name\tgender\nUwe\tx\n", "2:5", "\"x\" is no gender: expected m, f or u");
    at(b"", "1:1", "expected a header line with the column names");
    at(b"class\tsurface\nmonth.3\tM\xe4rz\n", "2:10", "expected UTF-8");
}

#[test]
fn dictionaries_add_up_and_the_first_outranks_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let dictionary = |name: &str, id: &str| {
        let path = folder.path().join(name);
        fs::write(&path, format!("id\tsubtype\tany\ten\tde\n{id}\tcompany\tNordwerk\t\t\n")).unwrap();
        path
    };
    let (first, second) = (dictionary("1.tsv", "org/one"), dictionary("2.tsv", "org/two"));
    extract("--output ndjson --lang de --dict")
        .arg(first)
        .arg("--dict")
        .arg(second)
        .write_stdin("Nordwerk kündigte am Montag 37 Stellen an.")
        .assert()
        .success()
        .stdout(predicate::str::contains("\"ref\":\"org/one\""));
}
