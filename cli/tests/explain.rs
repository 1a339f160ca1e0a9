//! `faktum explain`: rules by name, and the items of a text with what made them.

use assert_cmd::Command;
use predicates::prelude::*;

fn explain(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faktum"));
    command.arg("explain").args(arguments);
    command
}

fn output(arguments: &[&str]) -> String {
    let assert = explain(arguments).assert().success().stderr("");
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

#[test]
fn a_rule_is_shown_with_its_examples() {
    let shown = output(&["time.weekday"]);
    for part in ["time.weekday\n", "pattern ", "begins at ", "languages ", "\nfires in\n", "\nis silent in\n"] {
        assert!(shown.contains(part), "{part:?} is not in {shown}");
    }
}

#[test]
fn without_arguments_all_rules_are_listed() {
    assert_eq!(output(&[]).lines().count(), faktum::rules().len());
}

#[test]
fn an_unknown_rule_is_named_with_those_that_are_near() {
    explain(&["weekday"]).assert().code(2).stdout("").stderr(predicate::str::contains("did you mean time.weekday"));
    explain(&["no-such"]).assert().code(2).stderr(predicate::str::contains("there is no rule no-such"));
}

#[test]
fn items_name_their_rule_and_the_rows_that_know_their_words() {
    let text = "Police arrested 37 people on Monday at Europol.";
    let shown = output(&["--text", text, "--lang", "en", "--date", "2015-06-10"]);
    let europol = include_str!("../../dictionaries/common/organisations.tsv");
    let line = europol.lines().position(|line| line.starts_with("org/europol\t")).unwrap() + 1;
    for part in [
        "“Monday” [29, 35]\n  time DATE 2015-06-08\n  by time.weekday: ",
        "Monday: weekday.1, dictionaries/en/time.tsv:",
        &format!("Europol: organisation.org/europol, dictionaries/common/organisations.tsv:{line}\n"),
    ] {
        assert!(shown.contains(part), "{part:?} is not in {shown}");
    }
}

#[test]
fn a_file_is_explained_at_an_offset_with_rows_of_ones_own() {
    let folder = tempfile::tempdir().unwrap();
    let (text, words) = (folder.path().join("article.txt"), folder.path().join("own.tsv"));
    std::fs::write(&text, "On Monday Nordwerk cut 640 jobs in Leeds.").unwrap();
    std::fs::write(&words, "# names\nid\tsubtype\tany\ten\tde\norg/nordwerk\tcompany\tNordwerk\t\t\n").unwrap();
    let (text, words) = (text.to_str().unwrap(), words.to_str().unwrap());
    let shown = output(&["--file", text, "--at", "12", "--dict", words]);
    assert!(shown.contains(&format!("Nordwerk: organisation.org/nordwerk, {words}:3\n")), "{shown}");
    assert!(!shown.contains("“Monday”"), "{shown}");
}

#[test]
fn json_holds_answer_proposals_and_lookups() {
    let shown = output(&["--text", "Police arrested 37 people on Monday.", "--output", "json"]);
    let json: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(json["answer"]["schema"], "faktum/1");
    assert_eq!(json["proposals"][0]["outcome"], "kept");
    assert_eq!(json["lookups"][0]["span"], serde_json::json!([0, 6]));
}
