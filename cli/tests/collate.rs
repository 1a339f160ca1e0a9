//! `faktum collate`: what several articles tell of the same things.

mod common;

use std::fs;

use assert_cmd::Command;
use common::output;
use predicates::prelude::*;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Articles of both languages: two that agree, one that differs, one that tells of another year, and some that tell nothing new.
const ARTICLES: [(&str, &str, &str); 7] = [
    ("en-1", "2014-05-02", "The agency received 37 reports between January and April 2014."),
    ("de-1", "2014-05-03", "Die Behörde erhielt zwischen Januar und April 2014 37 Berichte."),
    ("en-2", "2014-05-04", "The agency received 39 reports between January and April 2014."),
    ("de-2", "2015-05-03", "Die Behörde erhielt zwischen Januar und April 2015 52 Berichte."),
    ("en-3", "2014-05-05", "The agency received more than 30 reports between January and April 2014."),
    ("de-3", "2014-05-06", "Die Behörde will zwischen Januar und April 2014 99 Berichte erhalten."),
    // Which of them is meant by the others?
    (
        "en-4",
        "2014-05-07",
        "The agency received 11 reports between January and April 2014. It received 12 reports between January and April 2014.",
    ),
];

/// The answers to some of them.
fn answers(ids: &[&str]) -> String {
    let articles = ARTICLES.iter().filter(|(id, ..)| ids.contains(id));
    let lines: String = articles
        .map(|(id, date, text)| format!("{}\n", json!({"id": id, "lang": &id[..2], "date": date, "text": text})))
        .collect();
    output("-i ndjson -o ndjson", lines)
}

fn all() -> String {
    answers(&ARTICLES.map(|(id, ..)| id))
}

fn collate(arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_faktum"));
    command.arg("collate").args(arguments.split_whitespace());
    command
}

fn text(arguments: &str, input: &str) -> String {
    let assert = collate(arguments).write_stdin(input).assert().success().stderr("");
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

fn records(arguments: &str, input: &str) -> Vec<Value> {
    text(arguments, input).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Each value of a record with the articles that tell it.
fn told(record: &Value) -> Vec<(String, Vec<&str>)> {
    let values = record["values"].as_array().unwrap().iter();
    values
        .map(|value| {
            let told = value["told"].as_array().unwrap().iter();
            (value["value"].to_string(), told.map(|told| told["article"].as_str().unwrap()).collect())
        })
        .collect()
}

#[test]
fn the_same_fact_in_two_languages_agrees() {
    let records = records("", &answers(&["en-1", "de-1"]));
    let [record] = records.as_slice() else { panic!("{records:#?}") };
    assert_eq!(told(record), [("37".to_string(), vec!["en-1", "de-1"])]);
    for (field, expected) in [
        ("verdict", json!("agree")),
        ("kind", json!("count")),
        ("of", json!("report")),
        ("unit", json!(null)),
        ("relation", json!("receive")),
        ("negated", json!(false)),
        ("articles", json!(2)),
        ("first", json!("2014-05-02")),
        ("last", json!("2014-05-03")),
    ] {
        assert_eq!(record[field], expected, "{field}");
    }
    let value = &record["values"][0];
    assert_eq!((&value["period"], &value["articles"]), (&json!("2014-01/2014-04"), &json!(2)));
    let told = &value["told"][0];
    assert_eq!((&told["fact"], &told["sentence"], &told["lang"]), (&json!("f0"), &json!(0), &json!("en")));
    assert!(told["gloss"].as_str().unwrap().contains("37 reports") && told["confidence"].is_number());
}

#[test]
fn other_values_of_the_same_period_differ_and_of_another_change() {
    let records = records("", &answers(&["en-1", "de-1", "en-2", "de-2"]));
    let verdicts: Vec<&str> = records.iter().map(|record| record["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["differ", "change"]);
    assert_eq!(told(&records[0]), [("37".to_string(), vec!["en-1", "de-1"]), ("39".to_string(), vec!["en-2"])]);
    assert_eq!(told(&records[1]).len(), 3);
    assert_eq!(records[1]["articles"], 4);
    assert_eq!(records[1]["values"][2]["period"], "2015-01/2015-04");
}

#[test]
fn what_may_both_be_so_does_not_differ() {
    assert!(records("", &answers(&["en-1", "en-3"])).is_empty());
    // A plan is another thing, and so is an article that tells two values.
    assert!(records("", &answers(&["en-1", "de-3", "en-4"])).is_empty());
}

#[test]
fn options_choose_among_the_records() {
    let all = all();
    let verdicts = |arguments: &str| -> Vec<Value> {
        records(arguments, &all).into_iter().map(|record| record["verdict"].clone()).collect()
    };
    assert_eq!(verdicts("--only change"), ["change"]);
    assert!(verdicts("--min-articles 6").is_empty());
    assert!(verdicts("--min-confidence 1").is_empty());
    assert!(verdicts("--shared 5").is_empty());
    let record = &records("--only differ --most 1", &all)[0];
    assert_eq!(
        (record["values"][0]["told"].as_array().unwrap().len(), &record["values"][0]["articles"]),
        (1, &json!(2))
    );
}

#[test]
fn an_article_counts_once() {
    let once = answers(&["en-1"]);
    assert!(records("", &format!("{once}{once}")).is_empty());
    let twice = "The agency received 37 reports between January and April 2014. It received 37 reports between January and April 2014.";
    let twice = output("-i ndjson -o ndjson", format!("{}\n", json!({"id": "a", "lang": "en", "text": twice})));
    assert!(records("", &twice).is_empty());
    assert_eq!(records("", &format!("{twice}{once}"))[0]["articles"], 2);
}

#[test]
fn rows_have_what_records_have() {
    let csv = text("--output csv --only differ", &all());
    let mut rows = csv.lines();
    assert!(rows.next().unwrap().starts_with("record,verdict,kind,of,unit,relation,"));
    let rows: Vec<&str> = rows.collect();
    assert_eq!(rows.len(), 4, "{csv}");
    assert!(
        rows.iter().all(|row| row.starts_with("1,differ,count,report,,receive,,false,,,,2014-01/2014-04,3")),
        "{csv}"
    );
}

#[test]
fn a_bad_line_is_told_and_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("a.ndjson"), folder.path().join("b.ndjson"));
    // What `extract` wrote in the place of a document is no bad line.
    let fault = "{\"id\":\"x\",\"line\":3,\"error\":\"no text\"}\n";
    fs::write(&first, format!("{}{{\"schema\":\n{fault}", answers(&["en-1"]))).unwrap();
    fs::write(&second, answers(&["de-1"]).replace("faktum/1", "faktum/9") + &answers(&["de-1"])).unwrap();
    collate("")
        .arg(folder.path())
        .assert()
        .code(1)
        .stdout(predicate::str::contains("\"agree\""))
        .stderr(predicate::str::contains(format!("{}: line 2: EOF", first.display())))
        .stderr(predicate::str::contains(format!("{}: line 1: the schema \"faktum/9\"", second.display())))
        .stderr(predicate::str::ends_with("2 of 5 answers could not be read\n"));
    collate("no/such.ndjson").assert().code(2).stderr(predicate::str::starts_with("error: no/such.ndjson: "));
    collate("--keep-going no/such.ndjson").arg(&first).assert().code(1);
}

/// Answers whose facts are told by hand: of few things, so that many meet.
fn made(facts: &[(u8, u8, u8)]) -> Vec<String> {
    let answer = |(article, (thing, period, value)): (usize, &(u8, u8, u8))| {
        let (period, end) = (format!("20{:02}", 10 + period), format!("20{:02}", 11 + period));
        json!({
            "schema": "faktum/1", "id": article / 2, "lang": "en", "date": format!("2021-01-{:02}", 1 + article % 28),
            "offsets": "byte", "entities": [{"name": format!("Thing {thing}"), "ref": null}],
            "figures": [{"value": value, "low": null, "high": null, "approx": "exact", "unit": null,
                "of": {"lemma": "report", "concept": "report"}}],
            "facts": [{"id": "f0", "key": format!("count:{value}:report|{period}|receive"), "kind": "count", "gloss": "…",
                "subject": {"span": [0, 5], "text": "Thing", "entity": "e0"}, "figure": "q0",
                "time": {"value": period, "begin": format!("{period}-01-01"), "end": format!("{end}-01-01"), "from": "t0"},
                "place": null, "source": null, "change": null, "negated": false, "modality": "asserted",
                "sentence": 0, "span": [0, 9], "confidence": 0.9}],
        })
        .to_string()
    };
    facts.iter().enumerate().map(answer).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn order_threads_and_layout_change_nothing(
        facts in prop::collection::vec((0..4u8, 0..3u8, 0..3u8), 0..60),
        turn in 0..60usize,
    ) {
        let mut lines = made(&facts);
        let expected = text("", &lines.join("\n"));
        let turn = turn.min(lines.len());
        lines.rotate_left(turn);
        prop_assert_eq!(&text("--threads 1", &lines.join("\n")), &expected);
        lines.reverse();
        prop_assert_eq!(&text("--threads 3", &lines.join("\n\n")), &expected);
    }
}

#[test]
fn what_outgrows_memory_gives_the_same() {
    let facts: Vec<(u8, u8, u8)> =
        (0..20_000u32).map(|at| ((at * 7 % 251) as u8, (at % 3) as u8, (at * 5 % 11 / 9) as u8)).collect();
    let lines = made(&facts).join("\n");
    let expected = text("--memory 1000", &lines);
    assert!(expected.lines().count() > 100);
    // About ten runs.
    assert!(text("--memory 1", &lines) == expected);
}
