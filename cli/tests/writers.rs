//! Formats of the field, as their readers see them; and what the command says of itself.

mod common;

use std::fs;

use common::{examples, extract, line, lines, output};
use predicates::prelude::*;
use serde_json::{Value, json};

const TEXT: &str = "Zürich: Angela Merkel said on Monday\nthat 37 <people> & 5 dogs had not died. Rain fell in Leeds.";

/// The answers to the text, in JSON.
fn answer() -> Value {
    lines("-o ndjson --lang en -d 2015-04-20 --offsets char --tokens", TEXT).remove(0)
}

fn chars(start: &Value, end: &Value) -> String {
    let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
    TEXT.chars().skip(start).take(end - start).collect()
}

#[test]
fn conll_has_the_tags_of_names() {
    let text = output("-o conll --lang en", TEXT);
    let sentences: Vec<Vec<(&str, &str)>> = text
        .strip_prefix("-DOCSTART- -X- O O\n\n")
        .unwrap()
        .trim_end()
        .split("\n\n")
        .map(|sentence| {
            sentence
                .lines()
                .map(|line| match line.split(' ').collect::<Vec<_>>()[..] {
                    [word, "_", "_", tag] => (word, tag),
                    _ => panic!("{line}"),
                })
                .collect()
        })
        .collect();
    let answer = answer();
    assert_eq!(sentences.len(), answer["sentences"].as_array().unwrap().len());
    let words: Vec<&str> = sentences.iter().flatten().map(|(word, _)| *word).collect();
    let tokens: Vec<String> =
        answer["tokens"].as_array().unwrap().iter().map(|span| chars(&span[0], &span[1])).collect();
    assert_eq!(words, tokens);
    let tagged: Vec<(&str, &str)> = sentences.concat().into_iter().filter(|(_, tag)| *tag != "O").collect();
    let expected = [("Zürich", "B-LOC"), ("Angela", "B-PER"), ("Merkel", "I-PER"), ("Leeds", "B-LOC")];
    assert_eq!(tagged, expected);
}

#[test]
fn brat_has_files_that_belong_together() {
    let folder = tempfile::tempdir().unwrap();
    let input = line("news/a.txt", TEXT) + &line("b/a.txt", "Police arrested 37 people.");
    let out = format!("{}/", folder.path().join("brat").display());
    extract("-i ndjson -o brat --lang en -O").arg(&out).write_stdin(input.as_str()).assert().success().stdout("");
    let read = |name: &str| fs::read_to_string(folder.path().join("brat").join(name)).unwrap();
    assert_eq!((read("a.txt").as_str(), read("a-2.txt").as_str()), (TEXT, "Police arrested 37 people."));
    let mut labels = Vec::new();
    for annotation in read("a.ann").lines() {
        let cells: Vec<&str> = annotation.split('\t').collect();
        if let ([id, place, words], true) = (&cells[..], annotation.starts_with('T')) {
            let (label, spans) = place.split_once(' ').unwrap();
            let parts: Vec<String> = spans
                .split(';')
                .map(|span| {
                    let (start, end) = span.split_once(' ').unwrap();
                    chars(&json!(start.parse::<u64>().unwrap()), &json!(end.parse::<u64>().unwrap()))
                })
                .collect();
            assert_eq!(
                (parts.join(" "), parts.iter().any(|part| part.contains('\n'))),
                (words.to_string(), false),
                "{id}"
            );
            labels.push(label.to_string());
        }
    }
    for label in ["PER", "LOC", "DATE", "COUNT", "STATEMENT", "FACT", "Who", "Figure"] {
        assert!(labels.iter().any(|known| known == label), "{label} in {labels:?}");
    }
    assert!(read("a.ann").contains("\tNegated E") && read("a.ann").contains("AnnotatorNotes"));
    // Without a folder there is room for one document.
    assert!(output("-o brat --layer names --lang en", "Rain fell in Leeds.").starts_with("T1\tLOC 13 18\tLeeds\n"));
    extract("-i ndjson -o brat").write_stdin(input).assert().code(2).stderr(predicate::str::contains("-O FOLDER/"));
}

#[test]
fn timeml_has_the_text_with_its_times() {
    let text = output("-o timeml --lang en -d 2015-04-20", TEXT);
    let (_, body) = text.split_once("<TEXT>").unwrap();
    let body = body.strip_suffix("</TEXT>\n</TimeML>\n").unwrap();
    let plain = regex::Regex::new("</?TIMEX3[^>]*>").unwrap().replace_all(body, "").into_owned();
    assert_eq!(plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"), TEXT);
    assert!(body.contains("<TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2015-04-20\">Monday</TIMEX3>"), "{body}");
    assert!(text.contains("functionInDocument=\"CREATION_TIME\">2015-04-20</TIMEX3></DCT>"));
    let folder = tempfile::tempdir().unwrap();
    extract("-o timeml -q -O").arg(folder.path()).arg(examples()).assert().success();
    let articles = fs::read_dir(examples())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|ending| ending == "txt"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), articles.count());
}

#[test]
fn prodigy_has_spans_of_characters_and_tokens() {
    let tasks = lines("-o prodigy --lang en --layer names,times,facts", TEXT);
    assert_eq!((tasks.len(), &tasks[0]["text"]), (1, &json!(TEXT)));
    let tokens = tasks[0]["tokens"].as_array().unwrap();
    for token in tokens {
        assert_eq!(chars(&token["start"], &token["end"]), token["text"].as_str().unwrap());
    }
    let spans = tasks[0]["spans"].as_array().unwrap();
    for span in spans {
        let at = |name: &str| &tokens[span[name].as_u64().unwrap() as usize];
        assert_eq!((&at("token_start")["start"], &at("token_end")["end"]), (&span["start"], &span["end"]));
    }
    let labels: Vec<&str> = spans.iter().map(|span| span["label"].as_str().unwrap()).collect();
    assert!(["LOC", "PER", "DATE", "FACT"].iter().all(|label| labels.contains(label)), "{labels:?}");
    let names = lines("-o prodigy --lang en", TEXT);
    assert!(
        names[0]["spans"]
            .as_array()
            .unwrap()
            .iter()
            .all(|span| ["LOC", "PER"].contains(&span["label"].as_str().unwrap()))
    );
}

#[test]
fn annotations_point_into_the_text() {
    let pages = lines("-o web-annotation --lang en", TEXT);
    assert_eq!(pages[0]["type"], "AnnotationPage");
    let items = pages[0]["items"].as_array().unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for item in items {
        assert!(seen.insert(item["id"].as_str().unwrap()), "{} stands twice", item["id"]);
        let target = &item["target"];
        let targets = target["items"].as_array().cloned().unwrap_or_else(|| vec![target.clone()]);
        for target in targets {
            let [position, quote] = [0, 1].map(|at| &target["selector"][at]);
            let exact = quote["exact"].as_str().unwrap();
            assert_eq!(chars(&position["start"], &position["end"]), exact);
            let around = [quote["prefix"].as_str().unwrap(), exact, quote["suffix"].as_str().unwrap()].concat();
            assert!(TEXT.contains(&around), "{around}");
        }
    }
    assert!(items.len() > 6);
    assert_eq!(pages, lines("-o web-annotation --lang en", TEXT), "the same text has the same ids");
}

#[test]
fn answers_keep_to_the_schema() {
    let schema = assert_cmd::Command::new(env!("CARGO_BIN_EXE_faktum")).arg("schema").assert().success();
    let schema: Value = serde_json::from_slice(&schema.get_output().stdout).unwrap();
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler.add_resource("answer.json", schema).unwrap();
    let schema = compiler.compile("answer.json", &mut schemas).unwrap();
    let mut answers = Vec::new();
    for arguments in ["--tokens --triples --sentence-texts", "--offsets utf16 --min-confidence 0.8", "--layer names"] {
        let run = extract(&format!("-q -o ndjson {arguments}")).arg(examples()).assert().success();
        let text = String::from_utf8(run.get_output().stdout.clone()).unwrap();
        answers.extend(text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()));
    }
    answers.extend(lines(
        "-i ndjson -o ndjson --keep-fields",
        r#"{"id": 7, "url": "a", "lang": "fr", "text": "Il pleut."}"#,
    ));
    for answer in &answers {
        if let Err(error) = schemas.validate(answer, schema) {
            panic!("{error:#}");
        }
        let mut wrong = answer.clone();
        wrong["sentences"] = json!([[1, 2, 3]]);
        assert!(schemas.validate(&wrong, schema).is_err());
    }
    assert!(answers.len() > 6);
}

#[test]
fn manual_pages_and_completions_are_printed() {
    let run = |arguments: &[&str]| {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_faktum"));
        String::from_utf8(command.args(arguments).assert().success().get_output().stdout.clone()).unwrap()
    };
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(run(&["completions", shell]).contains("keep-going"), "{shell}");
    }
    assert!(run(&["man"]).contains(".TH faktum 1"));
    let folder = tempfile::tempdir().unwrap();
    run(&["man", &folder.path().display().to_string()]);
    let page = fs::read_to_string(folder.path().join("faktum-extract.1")).unwrap();
    assert!(page.contains("min\\-confidence"), "{page}");
}
