//! What the command reads: files, folders, standard input, NDJSON, and what is wrong with them.

mod common;

use std::fs;

use common::{extract, line, lines, output};
use predicates::prelude::*;
use serde_json::{Value, json};

fn ids(lines: &[Value]) -> Vec<&str> {
    lines.iter().map(|line| line["id"].as_str().unwrap()).collect()
}

#[test]
fn folders_are_read_to_the_bottom_in_the_order_of_their_names() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("b/deep")).unwrap();
    for name in ["c.txt", "a.txt", "b/deep/x.TXT", "b/y.txt", "b/no.md"] {
        fs::write(folder.path().join(name), "Police arrested 37 people on Monday.").unwrap();
    }
    let run = extract("--output ndjson").arg(folder.path()).assert().success();
    let text = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    let answers: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let expected =
        ["a.txt", "b/deep/x.TXT", "b/y.txt", "c.txt"].map(|name| folder.path().join(name).display().to_string());
    assert_eq!(ids(&answers), expected);
}

#[test]
fn standard_input_is_read_where_no_path_or_a_dash_stands() {
    let text = "Police arrested 37 people on Monday.";
    assert_eq!(output("--output ndjson", text), output("--output ndjson -", text));
    assert_eq!(lines("--output ndjson", text)[0]["id"], "-");
}

#[test]
fn files_named_ndjson_are_ndjson() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("day.ndjson");
    fs::write(&path, line("a", "One.") + &line("b", "Two.")).unwrap();
    let run = extract("--output ndjson").arg(&path).assert().success();
    assert_eq!(run.get_output().stdout.iter().filter(|byte| **byte == b'\n').count(), 2);
    let run = extract("--output ndjson --input text").arg(&path).assert().success();
    assert_eq!(run.get_output().stdout.iter().filter(|byte| **byte == b'\n').count(), 1);
    let run = extract("--output ndjson --input ndjson").arg(folder.path()).assert().success();
    assert_eq!(run.get_output().stdout.iter().filter(|byte| **byte == b'\n').count(), 2);
}

#[test]
fn a_line_may_carry_language_date_and_a_text_of_another_name() {
    let input = concat!(
        r#"{"id":1,"lang":"de-AT","date":"2015-04-20T08:00:00Z","body":"Es regnet.","text":7}"#,
        "\n",
        r#"{"id":null,"lang":null,"date":null,"body":"It is raining again in the north of the country."}"#,
        "\n",
        r#"{"date":"","lang":"EN_gb","body":""}"#,
    );
    let answers = lines("--input ndjson --output ndjson --text-field body", input);
    let heads: Vec<_> = answers.iter().map(|a| json!([a["id"], a["lang"], a["date"]])).collect();
    assert_eq!(heads, [json!([1, "de", "2015-04-20"]), json!([null, "en", null]), json!([null, "en", null])]);
}

#[test]
fn options_serve_where_a_line_says_nothing() {
    let input = concat!(r#"{"text":"42"}"#, "\n", r#"{"text":"42","lang":"en","date":"2020-01-01"}"#);
    let answers = lines("--input ndjson --output ndjson --lang de-CH --date 2015-04-20", input);
    assert_eq!((&answers[0]["lang"], &answers[0]["date"]), (&json!("de"), &json!("2015-04-20")));
    assert_eq!((&answers[1]["lang"], &answers[1]["date"]), (&json!("en"), &json!("2020-01-01")));
}

#[test]
fn a_language_may_have_any_of_its_codes_and_names() {
    for (tag, code) in
        [("deu", "de"), ("ger", "de"), ("German", "de"), ("deutsch", "de"), ("eng", "en"), ("EN-au", "en")]
    {
        assert_eq!(lines(&format!("--output ndjson --lang {tag}"), "42")[0]["lang"], code, "{tag}");
        let input = json!({ "lang": tag, "text": "42" }).to_string();
        assert_eq!(lines("--input ndjson --output ndjson", input)[0]["lang"], code, "{tag}");
    }
}

#[test]
fn other_languages_get_an_empty_answer_and_a_note() {
    for tag in ["fr", "fra", "fr-CH"] {
        let input = json!({ "lang": tag, "text": "The police arrested 37 people on Monday." }).to_string();
        let answers = lines("--input ndjson --output ndjson", input);
        assert_eq!(answers[0]["note"], "not read: neither German nor English");
        assert_eq!(answers[0]["sentences"], json!([]));
    }
}

#[test]
fn what_names_no_language_is_an_error_in_its_place() {
    let input = concat!(r#"{"id":"a","lang":"German?!","text":"37"}"#, "\n", r#"{"id":"b","lang":"de","text":"37"}"#);
    let answers = lines("--input ndjson --output ndjson", input);
    assert!(answers[0]["error"].as_str().unwrap().starts_with("the language \"German?!\": expected"), "{}", answers[0]);
    assert_eq!(ids(&answers), ["a", "b"]);
    assert_eq!(answers[1]["lang"], "de");
}

#[test]
fn a_bad_line_leaves_an_error_in_its_place() {
    let input = [
        r#"{"id":"a","text":"One."}"#,
        r#"{"id":"b","text":"#,
        "",
        "no JSON",
        r#"{"id":"c"}"#,
        r#"{"id":"d","text":null}"#,
        r#"{"id":"e","date":"soon","text":""}"#,
        r#"["f"]"#,
        r#"{"id":"g","text":"Two."}"#,
    ]
    .join("\n");
    let answers = lines("--input ndjson --output ndjson", input.as_str());
    let seen: Vec<_> = answers.iter().map(|a| json!([a["id"], a.get("error").is_some()])).collect();
    let expected = [
        json!(["a", false]),
        json!(["b", true]),
        json!([4, true]),
        json!(["c", true]),
        json!(["d", true]),
        json!(["e", false]),
        json!([8, true]),
        json!(["g", false]),
    ];
    assert_eq!(seen, expected);
    assert_eq!(answers[4]["line"], 6);
    assert_eq!(answers[5]["note"], "the date \"soon\" could not be read");
    extract("--input ndjson --output ndjson")
        .write_stdin(input)
        .assert()
        .code(1)
        .stderr("5 of 8 documents could not be read, the first at line 2\n");
}

#[test]
fn how_many_documents_could_not_be_read_is_said_at_the_end() {
    let said = |command: &mut assert_cmd::Command, expected: &str| {
        command.assert().code(1).stderr(format!("{expected}\n"));
    };
    let ndjson = "--input ndjson --output ndjson";
    said(extract(ndjson).write_stdin("no JSON\n"), "1 of 1 document could not be read, at line 1");
    let many = line("a", "One.").repeat(100) + "no JSON\n" + &line("b", "Two.").repeat(100) + "\nno JSON\n";
    said(extract(ndjson).write_stdin(many), "2 of 202 documents could not be read, the first at line 101");
    let folder = tempfile::tempdir().unwrap();
    let (one, two) = (folder.path().join("1.ndjson"), folder.path().join("2.ndjson"));
    fs::write(&one, line("a", "One.")).unwrap();
    fs::write(&two, line("b", "Two.") + "no JSON\n").unwrap();
    let expected = format!("1 of 3 documents could not be read, at line 2 of {}", two.display());
    said(extract(ndjson).arg(one).arg(two), &expected);
}

#[test]
fn errors_stand_in_every_format() {
    let input = "nothing\n";
    let json = extract("--input ndjson --output json").write_stdin(input).assert().code(1);
    let array: Value = serde_json::from_slice(&json.get_output().stdout).unwrap();
    assert_eq!(array[0]["id"], 1);
    let text = extract("--input ndjson").write_stdin(input).assert().code(1);
    text.stdout(predicate::str::starts_with("line 1: error: "));
}

#[test]
fn carriage_returns_marks_and_blank_lines_are_no_documents() {
    let input = format!("\u{feff}{}\r\n\r\n  \t\r\n{}", line("a", "One.").trim_end(), line("b", "Two.").trim_end());
    assert_eq!(ids(&lines("--input ndjson --output ndjson", input)), ["a", "b"]);
    assert_eq!(lines("--input ndjson --output ndjson", ""), Vec::<Value>::new());
    assert_eq!(lines("--input ndjson --output ndjson", "\n\n"), Vec::<Value>::new());
}

#[test]
fn an_empty_text_is_a_document() {
    let answers = lines("--output ndjson", "");
    assert_eq!((answers.len(), &answers[0]["facts"]), (1, &json!([])));
}

#[test]
fn invalid_utf_8_is_replaced_and_noted() {
    let text = b"Die Polizei hat am Montag in K\xf6ln mehrere Wohnungen durchsucht.";
    let answers = lines("--output ndjson --tokens --encoding utf-8", text.as_slice());
    assert!(answers[0]["note"].as_str().unwrap().starts_with("invalid UTF-8"), "{}", answers[0]["note"]);
    let replaced = String::from_utf8_lossy(text);
    assert_eq!(answers[0]["sentences"], json!([[0, replaced.len()]]));
    let mut input = br#"{"id":"a","text":"K"#.to_vec();
    input.extend_from_slice(b"\xf6ln\"}\n\xff\xfe\n");
    input.extend_from_slice(line("b", "One.").as_bytes());
    let answers = lines("--input ndjson --output ndjson --encoding utf-8", input);
    assert!(answers[0]["note"].as_str().unwrap().contains("invalid UTF-8"));
    assert_eq!((&answers[1]["id"], answers[1].get("error").is_some()), (&json!(2), true));
    assert_eq!((&answers[2]["id"], answers[2].get("note")), (&json!("b"), None));
}

#[test]
fn ids_that_are_numbers_keep_their_digits() {
    let input = ["12345678901234567890123", "1.10"].map(|id| format!(r#"{{"id":{id},"text":"One."}}"#)).join("\n");
    assert_eq!(ids(&lines("--input ndjson --output ndjson", input.as_str())), ["12345678901234567890123", "1.10"]);
    let input = input.replace("text", "none");
    assert_eq!(ids(&lines("--input ndjson --output ndjson", input)), ["12345678901234567890123", "1.10"]);
}

#[test]
fn lone_surrogates_are_replaced_and_noted() {
    let input = concat!(
        r#"{"id":"a","text":"In K\ud83dln nahm die Polizei 37 Menschen fest."}"#,
        "\n",
        r#"{"id":"b","text":"In \ud83d\ude00 \\ud83d nahm die Polizei 37 Menschen fest."}"#,
    );
    let answers = lines("--input ndjson --output ndjson --lang de", input);
    assert!(answers[0]["note"].as_str().unwrap().starts_with("invalid UTF-8"), "{}", answers[0]);
    assert_eq!((&answers[0]["figures"][0]["text"], answers[1].get("note")), (&json!("37"), None));
}

#[test]
fn any_bytes_are_answered() {
    for seed in 0..64u32 {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        let bytes: Vec<u8> = (0..2_000).map(|_| next()).collect();
        assert_eq!(lines("--output ndjson --threads 1", bytes).len(), 1);
    }
}

#[test]
fn huge_lines_are_read() {
    let text = "Die Polizei nahm am Montag 37 Menschen fest. ".repeat(60_000);
    let answers = lines("--input ndjson --output ndjson", line("big", &text) + &line("small", "Ende."));
    assert_eq!(ids(&answers), ["big", "small"]);
    assert_eq!(answers[0]["sentences"].as_array().unwrap().len(), 60_000);
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_leave_the_offsets_right() {
    let text = "\u{feff}Erste Zeile der Meldung.\r\n\r\nZweite Zeile der Meldung.\r\n";
    let answers = lines("--output ndjson --tokens --lang de", text);
    let tokens: Vec<&str> = answers[0]["tokens"]
        .as_array()
        .unwrap()
        .iter()
        .map(|span| &text[span[0].as_u64().unwrap() as usize..span[1].as_u64().unwrap() as usize])
        .collect();
    assert_eq!(tokens, ["Erste", "Zeile", "der", "Meldung", ".", "Zweite", "Zeile", "der", "Meldung", "."]);
}

#[test]
fn a_row_of_csv_is_a_document() {
    let folder = tempfile::tempdir().unwrap();
    let rows = [
        ["key", "title", "body", "published", "url"],
        ["7", "Arrests; \"many\"", "Police arrested 37 people, today.\nIt rained.", "20.04.2015", "http://a"],
        ["8", "", "It rained.", "", ""],
    ];
    let read = |name: &str, delimiter: u8, mark: &str| {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(mark.as_bytes().to_vec());
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        let path = folder.path().join(name);
        fs::write(&path, writer.into_inner().unwrap()).unwrap();
        let run = extract("-o ndjson --id-field key --text-field title,body --date-field published --keep-fields --lang en --sentence-texts")
            .arg(&path)
            .assert()
            .success();
        String::from_utf8(run.get_output().stdout.clone())
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect::<Vec<Value>>()
    };
    let answers = read("a.csv", b',', "");
    assert_eq!(ids(&answers), ["7", "8"]);
    assert_eq!((&answers[0]["date"], &answers[0]["input"]), (&json!("2015-04-20"), &json!({"url": "http://a"})));
    let sentences = answers[0]["sentence_texts"].as_array().unwrap();
    assert_eq!(
        (&sentences[0], &sentences[1]),
        (&json!("Arrests; \"many\""), &json!("Police arrested 37 people, today."))
    );
    assert_eq!(answers, read("b.csv", b';', "\u{feff}"));
    assert_eq!(answers, read("c.tsv", b'\t', ""));
}

#[test]
fn rows_without_a_text_and_bytes_that_are_no_utf_8_are_told() {
    let input = b"id,text\na,It rained in K\xf6ln.\nb,\nc,It snowed.\n";
    let answers = lines("-i csv -o ndjson --lang en --encoding utf-8", input.as_slice());
    assert_eq!(ids(&answers), ["a", "b", "c"]);
    assert!(answers[0]["note"].as_str().unwrap().starts_with("invalid UTF-8"));
    assert_eq!((&answers[1]["line"], answers[1].get("error").is_some()), (&json!(3), true));
    assert_eq!(lines("-i csv -o ndjson", ""), Vec::<Value>::new());
}

#[test]
fn what_gzip_packed_is_unpacked() {
    let pack = |bytes: &[u8]| {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        std::io::Write::write_all(&mut packer, bytes).unwrap();
        packer.finish().unwrap()
    };
    let input = line("a", "One.") + &line("b", "Two.");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("day.ndjson.gz");
    // Files that were packed one by one and put together are one file.
    fs::write(&path, [pack(line("a", "One.").as_bytes()), pack(line("b", "Two.").as_bytes())].concat()).unwrap();
    let run = extract("-o ndjson").arg(&path).assert().success();
    assert_eq!(
        String::from_utf8(run.get_output().stdout.clone()).unwrap(),
        output("-i ndjson -o ndjson", input.as_str())
    );
    assert_eq!(lines("-i ndjson -o ndjson", pack(input.as_bytes())).len(), 2);
    // A part of what begins so is a text.
    assert_eq!(lines("-o ndjson --lang en", b"\x1f".as_slice()).len(), 1);
    extract("-i ndjson -o ndjson").write_stdin(&pack(input.as_bytes())[..20]).assert().code(2);
}
