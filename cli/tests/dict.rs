//! `faktum dict`, and dictionaries of names in `faktum extract`.

mod common;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use common::{extract, line};
use predicates::prelude::*;
use serde_json::Value;

const NAMES: &str = "name\ttype\tid\taliases\tlei\nKranichwerk\torganisation\torg/1\tKW Quarn\t5299\n\
                     Silvia Quarnbeck\tperson\tper/1\t\t\n";

fn dict(folder: &Path, arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faktum"));
    command.current_dir(folder).arg("dict").args(arguments.split_whitespace());
    command
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    files.iter().for_each(|(name, text)| fs::write(folder.path().join(name), text).unwrap());
    folder
}

#[test]
fn a_compiled_dictionary_reads_as_its_tables_do() {
    let json = "{\"name\":\"Quarnau\",\"type\":\"place\",\"id\":\"loc/1\"}\n";
    let folder = folder(&[("names.tsv", NAMES), ("more.ndjson", json)]);
    dict(folder.path(), "compile names.tsv more.ndjson -o all.fdict")
        .assert()
        .success()
        .stdout("")
        .stderr("3 rows in all.fdict\n");
    let input = line("a", "Die Kranichwerk AG verklagt Silvia Quarnbeck aus Quarnau.");
    let run = |arguments: &str| {
        let mut command = extract(arguments);
        let output = command.current_dir(folder.path()).write_stdin(input.clone()).assert().success();
        String::from_utf8(output.get_output().stdout.clone()).unwrap()
    };
    let tables = run("-i ndjson -o ndjson --dict names.tsv --dict more.ndjson");
    let compiled = run("-i ndjson -o ndjson --dict all.fdict");
    assert_eq!(tables, compiled);
    assert!(compiled.contains(r#""ref":"org/1","data":{"lei":"5299"}"#), "{compiled}");
    for arguments in ["--dict all.fdict", "--dict all.fdict --tolerant"] {
        let output = extract(arguments).current_dir(folder.path()).write_stdin("Hallo.").output().unwrap();
        assert_eq!(output.status.code(), Some(if arguments.ends_with("tolerant") { 2 } else { 0 }));
    }
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let bad = "name\ttype\tflags\nA B\tperson\tcsae\nC D\tpreson\t\n";
    let odd = "name\ttype\tid\n---\tperson\tx/1\nQuarn\tperson\tx/1\nQuarn\tplace\tx/2\n";
    let folder = folder(&[("bad.tsv", bad), ("odd.tsv", odd), ("names.tsv", NAMES)]);
    let two = || {
        predicate::str::contains("bad.tsv:2:12: \"csae\" is no flag")
            .and(predicate::str::contains("bad.tsv:3:5: \"preson\" is no type; did you mean person?"))
    };
    dict(folder.path(), "check bad.tsv").assert().code(2).stderr(two());
    dict(folder.path(), "compile bad.tsv -o bad.fdict").assert().code(2).stderr(two());
    assert!(!folder.path().join("bad.fdict").exists() && !folder.path().join("bad.fdict.part").exists());
    let warnings =
        predicate::str::contains("warning: odd.tsv:2: \"---\" can match nothing: it has no letter and no digit")
            .and(predicate::str::contains("warning: odd.tsv:4: \"Quarn\" is x/2 here and x/1 in odd.tsv:3"));
    dict(folder.path(), "check odd.tsv").assert().code(1).stderr(warnings);
    dict(folder.path(), "check names.tsv")
        .assert()
        .success()
        .stdout("names.tsv: 2 rows (1 organisation, 1 person)\n")
        .stderr("");

    dict(folder.path(), "compile names.tsv -o names.fdict").assert().success();
    let whole = fs::read(folder.path().join("names.fdict")).unwrap();
    fs::write(folder.path().join("cut.fdict"), &whole[..whole.len() / 2]).unwrap();
    dict(folder.path(), "check cut.fdict")
        .assert()
        .code(2)
        .stderr(predicate::str::contains("cut.fdict: the file is cut"));
    extract("--dict cut.fdict").current_dir(folder.path()).assert().code(2).stderr(predicate::str::contains("is cut"));
}

#[test]
fn rows_are_shown_and_compared() {
    let new = NAMES.replace("5299", "5300").replace("Silvia Quarnbeck\tperson\tper/1", "Quarnau\tplace\tloc/1");
    let folder = folder(&[("old.tsv", NAMES), ("new.tsv", &new)]);
    let shown = dict(folder.path(), "show old.tsv KW-Quarn per/1").assert().success();
    let lines = String::from_utf8(shown.get_output().stdout.clone()).unwrap();
    let names: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["name"].clone()).collect();
    assert_eq!(names, ["Kranichwerk", "Silvia Quarnbeck"]);
    dict(folder.path(), "show old.tsv Nobody").assert().code(1).stderr("there is no name or id Nobody\n");
    dict(folder.path(), "diff old.tsv new.tsv")
        .assert()
        .success()
        .stdout(predicate::str::contains("+ {\"id\":\"loc/1\",\"name\":\"Quarnau\",\"type\":\"place\"}\n"))
        .stdout(predicate::str::contains("~ org/1  lei: \"5299\" → \"5300\"\n"))
        .stderr("1 added, 1 removed, 1 changed\n");
    let all = dict(folder.path(), "show --all old.tsv").assert().success();
    fs::write(folder.path().join("all.ndjson"), &all.get_output().stdout).unwrap();
    dict(folder.path(), "diff old.tsv all.ndjson").assert().success().stdout("");
}

#[test]
fn screening_gives_ones_own_names_only() {
    let folder = folder(&[("names.tsv", NAMES)]);
    let input = line("a", "Angela Merkel flog nach Paris. Quarnbäck, Silvia entließ am Montag 20 Mitarbeiter.");
    let run = |arguments: &str| {
        let mut command = extract(arguments);
        let output = command.current_dir(folder.path()).write_stdin(input.clone()).assert().success();
        serde_json::from_slice::<Value>(&output.get_output().stdout).unwrap()
    };
    let strict = run("-i ndjson -o ndjson --dict names.tsv --only-dict");
    assert_eq!(strict["mentions"].as_array().map(Vec::len), Some(0));
    assert_eq!(strict["sentence_texts"].as_array().map(Vec::len), Some(2));
    let tolerant = run("-i ndjson -o ndjson --dict names.tsv --only-dict --tolerant");
    assert_eq!(tolerant["entities"][0]["ref"], "per/1", "{tolerant}");
    let why = tolerant["mentions"][0]["variant"].as_str().unwrap();
    assert!(why.starts_with("Silvia Quarnbeck: words in another order"), "{why}");
}
