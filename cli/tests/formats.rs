//! What the command reads: a real file of each kind, packed or not, and folders of all kinds at once.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{extract, line, lines};
use predicates::prelude::*;
use serde_json::{Value, json};

fn input(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs").join(name)
}

/// The answers to a file, as lines of NDJSON.
fn answers(arguments: &str, path: &Path) -> Vec<Value> {
    let output = extract(&format!("-o ndjson {arguments}")).arg(path).output().unwrap();
    String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn field<'a>(answers: &'a [Value], name: &str) -> Vec<&'a Value> {
    answers.iter().map(|answer| &answer[name]).collect()
}

/// Every item's span lies in the text that the answer carries.
fn check_spans(answer: &Value) {
    let text = answer["text"].as_str().unwrap();
    for layer in ["mentions", "times", "figures"] {
        for item in answer[layer].as_array().unwrap() {
            let at = |end: usize| item["span"][end].as_u64().unwrap() as usize;
            assert_eq!(&text[at(0)..at(1)], item["text"].as_str().unwrap());
        }
    }
}

#[test]
fn of_a_page_the_article_is_read() {
    let answers = answers("--keep-fields", &input("article.html"));
    assert_eq!(answers.len(), 1);
    let text = answers[0]["text"].as_str().unwrap();
    assert!(text.starts_with("Police arrest 37 people in Leeds\n\n"), "{text}");
    assert!(text.contains("centre & seized £40,000 in cash") && text.contains("“This was a long inquiry”"), "{text}");
    for other in ["99", "Sport", "12 pounds", "Fifty ways", "200 staff"] {
        assert!(!text.contains(other), "{other} in {text}");
    }
    assert_eq!((&answers[0]["date"], &answers[0]["lang"]), (&json!("2015-04-20"), &json!("en")));
    assert_eq!(answers[0]["input"]["author"], "Jane Smith");
    assert!(answers[0]["facts"].as_array().unwrap().len() > 3);
    check_spans(&answers[0]);
}

#[test]
fn articles_of_feeds_are_documents() {
    let rss = answers("--keep-fields", &input("feed.rss"));
    assert_eq!(field(&rss, "id"), [&json!("https://gazette.example/nordwerk"), &json!("rain-2")]);
    assert_eq!(field(&rss, "date"), [&json!("2015-04-20"), &json!("2015-04-21")], "the day that stands there");
    assert_eq!(field(&rss, "lang"), [&json!("en"), &json!("en")]);
    let expected = "Nordwerk lays off 120 workers\n\nThe company laid off 120 workers yesterday, it said. “We regret this”, its director said.";
    assert_eq!(rss[0]["text"], expected);
    assert_eq!(rss[1]["text"], "Rain & wind\n\nA storm cut power to 3,000 homes.");
    assert_eq!(rss[0]["input"]["url"], "https://gazette.example/nordwerk");
    rss.iter().for_each(check_spans);
    let atom = answers("--keep-fields", &input("feed.atom"));
    assert_eq!(
        (&atom[0]["id"], &atom[0]["date"], &atom[0]["lang"]),
        (&json!("urn:example:1"), &json!("2015-04-20"), &json!("de"))
    );
    assert_eq!(atom[0]["input"]["author"], "Anna Weber");
    assert!(
        atom[0]["text"].as_str().unwrap().ends_with("120 Beschäftigte.\n\n„Wir bedauern das“, sagte der Direktor.")
    );
}

#[test]
fn pages_and_texts_of_a_web_archive_are_documents() {
    let expected = ["https://gazette.example/flood", "https://gazette.example/leeds", "https://nord.example/koeln"];
    let archive = answers("", &input("crawl.warc"));
    assert_eq!(field(&archive, "id"), expected);
    assert_eq!(field(&archive, "date"), ["2015-04-20"; 3]);
    assert!(archive[1]["text"].as_str().unwrap().contains("200 houses in Leeds"), "chunked and packed");
    archive.iter().for_each(check_spans);
    // Archives are packed record by record.
    let folder = tempfile::tempdir().unwrap();
    let bytes = fs::read(input("crawl.warc")).unwrap();
    let cut = bytes.windows(5).rposition(|window| window == b"WARC/").unwrap();
    let path = folder.path().join("crawl.warc.gz");
    fs::write(&path, [gzip(&bytes[..cut]), gzip(&bytes[cut..])].concat()).unwrap();
    assert_eq!(answers("", &path), archive);
    fs::write(&path, &bytes[..bytes.len() - 20]).unwrap();
    extract("").arg(&path).assert().code(2).stderr(predicate::str::contains("record 7 ends too early"));
}

#[test]
fn elements_of_a_json_array_are_documents() {
    let array = answers("", &input("array.json"));
    assert_eq!(field(&array, "id"), [&json!(1), &json!(2), &json!(3), &json!(4)]);
    assert_eq!(array[0]["date"], "2015-04-01");
    assert_eq!(array[0]["note"], "the date \"2015-04\" has no day; times count from 2015-04-01");
    assert_eq!((&array[3]["element"], array[3].get("error").is_some()), (&json!(4), true));
    extract("-o ndjson").arg(input("array.json")).assert().code(1).stderr(predicate::str::contains("at element 3"));
    let two = "{\n \"text\": \"One.\"\n}\n{\"text\": \"Two.\"}";
    assert_eq!(lines("-o ndjson -i json", two).len(), 2);
    extract("-i json -o ndjson")
        .write_stdin("[{\"text\": \"One.\"}, ")
        .assert()
        .code(2)
        .stderr(predicate::str::contains("EOF"));
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut packer, bytes).unwrap();
    packer.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

#[test]
fn what_zstandard_packed_is_unpacked_frame_by_frame() {
    let (one, two) = (line("a", "One."), line("b", "Two."));
    let skipped = [&[0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0][..], b"abc"].concat();
    let packed = [zstd(one.as_bytes()), skipped, zstd(two.as_bytes())].concat();
    assert_eq!(lines("-i ndjson -o ndjson", packed.as_slice()), lines("-i ndjson -o ndjson", one + &two));
    extract("-i ndjson").write_stdin(&packed[..packed.len() - 6]).assert().code(2);
    // A part of what begins so is a text.
    assert_eq!(lines("-o ndjson --lang en", b"\x28\xb5".as_slice()).len(), 1);
}

#[test]
fn a_folder_of_all_kinds_gives_a_line_for_each_document() {
    let folder = tempfile::tempdir().unwrap();
    let deep = folder.path().join("deep");
    fs::create_dir(&deep).unwrap();
    for name in ["article.html", "feed.rss", "feed.atom", "crawl.warc", "table.csv", "lines.ndjson", "article.txt"] {
        fs::copy(input(name), deep.join(name)).unwrap();
    }
    fs::copy(input("feed.rss"), folder.path().join("feed.xml")).unwrap();
    fs::write(folder.path().join("lines.jsonl.gz"), gzip(&fs::read(input("lines.ndjson")).unwrap())).unwrap();
    fs::write(folder.path().join("article.txt.zst"), zstd(&fs::read(input("article.txt")).unwrap())).unwrap();
    fs::write(folder.path().join("two.json"), "[{\"text\": \"One.\"}, {\"text\": \"Two.\"}]").unwrap();
    fs::write(folder.path().join("picture.png"), b"\x89PNG").unwrap();
    let run = extract("-o ndjson").arg(folder.path()).assert().success();
    let documents = [1, 2, 1, 3, 1, 1, 1, 2, 1, 1, 2].iter().sum::<usize>();
    let text = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert_eq!(text.lines().count(), documents);
    let said = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    assert_eq!(said.lines().count(), 1);
    assert!(said.ends_with("feed.xml: taken for a feed; --input says otherwise\n"), "{said}");
    extract("-o ndjson --quiet").arg(folder.path()).assert().success().stderr("");
    let rows = extract("-o csv --layer figures -q").arg(folder.path()).assert().success();
    assert!(rows.get_output().stdout.len() > 1000);
}

#[test]
fn what_is_piped_in_is_told_by_its_content() {
    for (name, taken, documents) in [
        ("article.html", "HTML", 1),
        ("feed.atom", "a feed", 1),
        ("crawl.warc", "WARC", 3),
        ("array.json", "JSON", 4),
        ("table.csv", "CSV", 1),
        ("lines.ndjson", "NDJSON", 1),
    ] {
        let run = extract("-o ndjson").write_stdin(fs::read(input(name)).unwrap()).output().unwrap();
        assert_eq!(run.stdout.iter().filter(|byte| **byte == b'\n').count(), documents, "{name}");
        let said = String::from_utf8(run.stderr).unwrap();
        assert!(said.starts_with(&format!("-: taken for {taken}; --input says otherwise\n")), "{said}");
        let text = extract("-o ndjson -i text").write_stdin(fs::read(input(name)).unwrap()).assert().success();
        assert_eq!(text.get_output().stdout.iter().filter(|byte| **byte == b'\n').count(), 1, "{name}");
    }
    // JSON is an array unless the source is one document.
    let json = |name: &str| {
        let run = extract("-o json").write_stdin(fs::read(input(name)).unwrap()).output().unwrap();
        serde_json::from_slice::<Value>(&run.stdout).unwrap()
    };
    assert!(json("article.html").is_object() && json("lines.ndjson").is_array() && json("article.txt").is_object());
    extract("")
        .write_stdin("<?xml version=\"1.0\"?><doc/>")
        .assert()
        .code(2)
        .stderr(predicate::str::contains("neither a feed"));
}

#[test]
fn encodings_are_guessed_or_given() {
    let guessed = answers("", &input("windows-1252.txt"));
    assert!(guessed[0]["note"].as_str().unwrap().starts_with("read as windows-1252"), "{}", guessed[0]["note"]);
    assert!(guessed[0]["figures"][0]["text"].as_str().unwrap().contains('€'), "{}", guessed[0]["figures"]);
    let given = answers("--encoding windows-1252", &input("windows-1252.txt"));
    assert_eq!((&given[0]["figures"], given[0].get("note")), (&guessed[0]["figures"], None));
    let replaced = answers("--encoding utf-8", &input("windows-1252.txt"));
    assert!(replaced[0]["note"].as_str().unwrap().starts_with("invalid UTF-8"));
    let declared = answers("", &input("latin.html"));
    assert!(declared[0]["text"].as_str().unwrap().contains("Köln mehrere Büros"), "{}", declared[0]["text"]);
    let utf_16: Vec<u8> = "\u{feff}Die Polizei nahm in Köln 37 Menschen fest."
        .encode_utf16()
        .flat_map(|unit| unit.to_le_bytes())
        .collect();
    assert_eq!(lines("-o ndjson", utf_16)[0]["figures"][0]["value"], 37);
    extract("--encoding klingon").write_stdin("").assert().code(2).stderr(predicate::str::contains("windows-1252"));
}

#[test]
fn what_cannot_be_read_ends_the_command_or_is_an_error_in_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let (torn, good) = (folder.path().join("1.txt.gz"), folder.path().join("2.txt"));
    fs::write(&torn, &gzip(b"Police arrested 37 people.")[..20]).unwrap();
    fs::write(&good, "Police arrested 37 people.").unwrap();
    extract("-o ndjson").args([&torn, &good]).assert().code(2);
    extract("-o ndjson").args([Path::new("none.txt"), &good]).assert().code(2).stdout("");
    let run = extract("-o ndjson --keep-going").args([&torn, Path::new("none.txt"), &good]).output().unwrap();
    assert_eq!(run.status.code(), Some(1));
    let answers: Vec<Value> =
        String::from_utf8(run.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 3);
    assert_eq!(answers[0]["id"], torn.display().to_string());
    assert!(answers[0]["error"].is_string() && answers[1]["error"].as_str().unwrap().contains("No such file"));
    assert_eq!(answers[2]["figures"][0]["value"], 37);
    let said = String::from_utf8(run.stderr).unwrap();
    assert_eq!(said, format!("2 of 3 documents could not be read, the first in {}\n", torn.display()));
}

#[test]
fn short_texts_have_a_language_of_their_own_or_the_given_one() {
    let lang = |arguments: &str, text: &str| lines(&format!("-o ndjson {arguments}"), text)[0]["lang"].clone();
    assert_eq!(lang("", "Nordwerk shares fall again"), "en");
    assert_eq!(lang("", "Bern 3-2 Wien"), Value::Null);
    assert_eq!(lang("--lang auto:de", "Bern 3-2 Wien"), "de");
    assert_eq!(lang("--lang auto:de", "Nordwerk shares fall again"), "en");
    assert_eq!(lang("--lang auto", "Nordwerk shares fall again"), "en");
    extract("--lang auto:fr").write_stdin("").assert().code(2);
}

#[cfg(feature = "parquet")]
#[test]
fn rows_of_parquet_are_documents() {
    let rows = answers("--keep-fields", &input("table.parquet"));
    assert_eq!(field(&rows, "id"), [&json!(7), &json!(8)]);
    assert_eq!(field(&rows, "date"), [&json!("2015-04-20"), &Value::Null]);
    assert_eq!(rows[0]["figures"][0]["value"], 37);
    assert_eq!(rows[0]["input"], json!({"title": "Arrests"}));
    let piped = lines("-o ndjson -i parquet --keep-fields", fs::read(input("table.parquet")).unwrap());
    assert_eq!(piped, rows);
    extract("-i parquet").write_stdin("PAR1").assert().code(2);
}
