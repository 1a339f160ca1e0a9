//! Rows for spreadsheets: CSV and TSV.

mod common;

use std::collections::BTreeMap;

use predicates::prelude::*;

use common::{examples, extract, line, output};

/// The rows as a reader sees them, by the names of their columns.
fn rows(text: &str, delimiter: u8) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

#[test]
fn a_row_holds_a_fact_with_its_sentence() {
    let text = "The agency said it received 37 reports between January and April last year.";
    let csv = output("-o csv --lang en -d 2015-04-20", text);
    let rows = rows(&csv, b',');
    assert_eq!(rows.len(), 1);
    let expected = [
        ("document", "-"),
        ("lang", "en"),
        ("sentence", "1"),
        ("id", "f0"),
        ("kind", "count"),
        ("who", "it"),
        ("does", "received"),
        ("what", "37 reports"),
        ("value", "37"),
        ("counted", "reports"),
        ("when", "between January and April last year"),
        ("time", "2014-01/2014-04"),
        ("begin", "2014-01-01"),
        ("end", "2014-05-01"),
        ("source", "The agency"),
        ("negated", "false"),
        ("modality", "reported"),
        ("sentence_text", "The agency said it received 37 reports between January and April last year."),
    ];
    for (column, value) in expected {
        assert_eq!(rows[0][column], value, "{column}");
    }
}

#[test]
fn a_change_is_one_row() {
    let rows = rows(&output("-o csv --lang en", "The loss rose from 910 to 1,280 euros."), b',');
    assert_eq!(rows.len(), 1);
    let change = ["what", "change", "by", "from", "to", "unit"].map(|column| rows[0][column].as_str());
    assert_eq!(change, ["from 910 to 1,280 euros", "up", "", "910", "1280", "EUR"]);
}

#[test]
fn each_layer_has_its_rows_and_tabs_part_them_as_well() {
    for (layer, item) in [("facts", "f"), ("names", "m"), ("statements", "s"), ("times", "t"), ("figures", "q")] {
        let read = |format: &str, delimiter| {
            let run = extract(&format!("-o {format} --layer {layer}")).arg(examples()).assert().success();
            let text = String::from_utf8(run.get_output().stdout.clone()).unwrap();
            let read = rows(&text, delimiter);
            assert_eq!(text.lines().count(), read.len() + 1, "a row is a line");
            read
        };
        let commas = read("csv", b',');
        assert_eq!(commas, read("tsv", b'\t'));
        assert!(commas.len() > 20 && commas.iter().all(|row| row["id"].starts_with(item)), "{layer}");
        assert!(commas.iter().all(|row| !row["sentence_text"].is_empty()));
    }
    extract("-o csv --layer facts,names").write_stdin("").assert().code(2);
}

#[test]
fn hostile_texts_come_back_as_they_are() {
    let text = "Police, said \"Ann\tSmith\", arrested 37 \"people; 'and' =cmd()\r\nmore\u{0}\" on Monday, </td><script>alert(1)</script>.";
    let id = "a,\"b\"\tc";
    for (format, delimiter) in [("csv", b','), ("tsv", b'\t')] {
        let rows =
            rows(&output(&format!("-i ndjson -o {format} --lang en --layer figures"), line(id, text)), delimiter);
        let joined = rows.iter().map(|row| row["sentence_text"].clone()).next().unwrap();
        let words: String = text.split(|c: char| c.is_whitespace() || c.is_control()).collect::<Vec<_>>().join(" ");
        assert!(words.split_whitespace().collect::<Vec<_>>().join(" ").contains(&joined), "{joined}");
        assert_eq!(rows[0]["document"], "a,\"b\" c");
    }
}

#[test]
fn spans_count_what_is_asked_for_and_a_mark_begins_the_file_where_asked() {
    let text = "Müßiggänger sahen 37 Autos.";
    let start = |unit: &str| {
        let rows = rows(&output(&format!("-o csv --lang de --layer figures --offsets {unit}"), text), b',');
        rows[0]["span_start"].clone()
    };
    assert_eq!([start("byte"), start("char")], ["21", "18"]);
    let marked = output("-o csv --bom", text);
    assert!(marked.starts_with("\u{feff}document,"));
    assert!(!output("-o csv", text).starts_with('\u{feff}'));
}

#[test]
fn what_could_not_be_read_is_no_row() {
    let run = extract("-i ndjson -o csv")
        .write_stdin("no JSON\n")
        .assert()
        .code(1)
        .stderr(predicate::str::starts_with("1 of 1 document could not be read, at line 1: expected ident"));
    assert_eq!(String::from_utf8_lossy(&run.get_output().stdout).lines().count(), 1);
}

#[test]
fn rows_go_to_a_file_where_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("facts.csv");
    let run =
        |arguments: &str| extract(arguments).arg("-O").arg(&path).write_stdin("Police arrested 37 people.").assert();
    run("-o csv --lang en").success().stdout("");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), output("-o csv --lang en", "Police arrested 37 people."));
    extract("-O no/such/file")
        .write_stdin("")
        .assert()
        .code(2)
        .stderr(predicate::str::starts_with("error: no/such/file: "));
}

#[test]
fn no_cell_is_a_formula_unless_it_is_asked_for() {
    let text = "@Nordwerk laid off 37 workers when the temperature was -5 degrees.";
    let cells = |arguments: &str| {
        let csv = output(&format!("-o csv --lang en --layer figures {arguments}"), text);
        let rows = rows(&csv, b',');
        rows.iter()
            .map(|row| [row["text"].clone(), row["value"].clone(), row["sentence_text"].clone()])
            .collect::<Vec<_>>()
    };
    let (inert, exact) = (cells(""), cells("--formulas"));
    assert!(exact.iter().any(|cells| cells[1] == "-5") && exact.iter().all(|cells| cells[2] == text), "{exact:?}");
    for (inert, exact) in inert.iter().zip(&exact) {
        assert_eq!(inert[1], exact[1], "a number is none");
        assert_eq!(inert[2], format!("'{}", exact[2]));
    }
}
