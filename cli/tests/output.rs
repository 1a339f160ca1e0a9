//! What the command writes: formats, offsets, order.

mod common;

use common::{examples, extract, line, lines, output};
use predicates::prelude::*;
use serde_json::{Value, json};

/// The pieces of `text` under the spans of a list, in the unit that the answer names.
fn slices(text: &str, answer: &Value, spans: &Value) -> Vec<String> {
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let chars: Vec<char> = text.chars().collect();
    let slice = |span: &Value| {
        let range = span[0].as_u64().unwrap() as usize..span[1].as_u64().unwrap() as usize;
        match answer["offsets"].as_str().unwrap() {
            "byte" => text[range].to_string(),
            "char" => chars[range].iter().collect(),
            "utf16" => String::from_utf16(&utf16[range]).unwrap(),
            other => panic!("unknown unit {other}"),
        }
    };
    spans.as_array().unwrap().iter().map(slice).collect()
}

/// Every object that has a span and a text, wherever it stands.
fn pieces<'a>(value: &'a Value, found: &mut Vec<(&'a Value, &'a str)>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| pieces(item, found)),
        Value::Object(fields) => {
            if let (Some(span), Some(Value::String(text))) = (fields.get("span"), fields.get("text")) {
                found.push((span, text));
            }
            fields.values().for_each(|field| pieces(field, found));
        }
        _ => {}
    }
}

#[test]
fn offsets_slice_in_every_unit() {
    let text = "In Zürich 👩‍🚀 zahlte Müller 😀 am 3. März 2014 rund 5,2 Mio. € für 37 Gemälde. „Schön“, sagte er.";
    let answers: Vec<Value> = ["byte", "char", "utf16"]
        .iter()
        .map(|unit| lines(&format!("--output ndjson --tokens --lang de --offsets {unit}"), text).remove(0))
        .collect();
    let tokens: Vec<_> = answers.iter().map(|answer| slices(text, answer, &answer["tokens"])).collect();
    assert!(tokens[0].iter().any(|token| token == "zahlte"));
    assert!(tokens[0].iter().any(|token| token == "Gemälde"));
    assert!(tokens.iter().all(|list| *list == tokens[0]));
    for answer in &answers {
        let mut found = Vec::new();
        pieces(answer, &mut found);
        assert!(!found.is_empty());
        for (span, piece) in found {
            assert_eq!(slices(text, answer, &Value::Array(vec![span.clone()])), [piece]);
        }
    }
}

#[test]
fn threads_change_nothing() {
    let articles: Vec<String> = ["police-report-de.txt", "business-figures-en.txt"]
        .iter()
        .map(|name| std::fs::read_to_string(examples().join(name)).unwrap())
        .collect();
    let mut input = String::new();
    for number in 0..300 {
        let article = &articles[number % 2];
        let end = (0..=number * 37 % article.len()).rev().find(|at| article.is_char_boundary(*at)).unwrap();
        input += &line(&number.to_string(), &article[..end]);
        if number % 50 == 7 {
            input += "not JSON\n";
        }
    }
    let run = |threads: u32| {
        let arguments = format!("--input ndjson --output ndjson --tokens --triples --threads {threads}");
        extract(&arguments).write_stdin(input.clone()).assert().code(1).get_output().stdout.clone()
    };
    let one = run(1);
    let ids: Vec<String> = String::from_utf8(one.clone())
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|answer| answer.get("error").is_none())
        .map(|answer| answer["id"].as_str().unwrap().to_string())
        .collect();
    assert_eq!(ids, (0..300).map(|number| number.to_string()).collect::<Vec<_>>());
    for threads in [2, 3, 8] {
        assert!(run(threads) == one, "{threads} threads give another output than one");
    }
}

#[test]
fn json_is_an_object_for_one_text_and_an_array_for_more() {
    let value = |arguments: &str, input: &str| serde_json::from_str::<Value>(&output(arguments, input)).unwrap();
    assert!(value("--output json", "One.").is_object());
    assert_eq!(value("--output json --input ndjson", "").as_array().unwrap().len(), 0);
    assert_eq!(value("--output json --input ndjson", &line("a", "One.")).as_array().unwrap().len(), 1);
    let two = line("a", "One.") + &line("b", "Two.");
    assert_eq!(value("--output json --input ndjson", &two).as_array().unwrap().len(), 2);
    let run = extract("--output json").arg(examples()).assert().success();
    let all: Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert!(all.as_array().unwrap().len() > 2);
}

#[test]
fn optional_layers_are_there_only_if_asked_for() {
    let has = |arguments: &str, layer: &str| lines(arguments, "Police arrested 37 people.")[0].get(layer).is_some();
    assert!(!has("--output ndjson", "tokens") && !has("--output ndjson", "triples"));
    assert!(has("--output ndjson --tokens", "tokens") && has("--output ndjson --triples", "triples"));
}

#[test]
fn the_table_names_every_document_and_has_no_codes_for_a_terminal() {
    let run = extract("").arg(examples()).assert().success().stderr("");
    run.stdout(
        predicate::str::contains("police-report-de.txt · German")
            .and(predicate::str::contains("business-figures-en.txt · English"))
            .and(predicate::str::contains('\u{1b}').not()),
    );
}

#[test]
fn ids_keep_their_type_and_other_fields_travel() {
    let input = concat!(
        r#"{"id":7,"url":"http://a","text":"Police arrested 37 people.","title":"A <b>"}"#,
        "\n",
        r#"{"id":"7","text":"It rained."}"#,
        "\n",
        r#"{"id":12345678901234567890123,"text":"It rained."}"#,
        "\n",
        r#"{"id":8,"title":"no text"}"#,
    );
    let answers = lines("-i ndjson -o ndjson --keep-fields --sentence-texts", input);
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(ids, [&json!(7), &json!("7"), &json!("12345678901234567890123"), &json!(8)]);
    assert_eq!(answers[0]["input"], json!({"url": "http://a", "title": "A <b>"}));
    assert_eq!(answers[1]["input"], json!({}));
    assert_eq!(answers[0]["sentence_texts"], json!(["Police arrested 37 people."]));
    let plain = lines("-i ndjson -o ndjson", input);
    assert!(plain[0].get("input").is_none() && plain[0].get("sentence_texts").is_none());
    let pretty = extract("-i ndjson -o json --keep-fields").write_stdin(input).assert().code(1);
    let array: Value = serde_json::from_slice(&pretty.get_output().stdout).unwrap();
    assert_eq!(array[0]["input"], answers[0]["input"]);
}

#[test]
fn keys_stand_in_the_order_of_the_contract() {
    let answer = output(
        "-i ndjson -o ndjson --keep-fields --sentence-texts --tokens --triples --lang en",
        line("a", "It rained."),
    );
    let keys = [
        "schema",
        "id",
        "lang",
        "date",
        "offsets",
        "sentences",
        "sentence_texts",
        "tokens",
        "mentions",
        "entities",
        "times",
        "periods",
        "figures",
        "statements",
        "facts",
        "triples",
        "input",
    ];
    let places: Vec<_> = keys.iter().map(|key| answer.find(&format!("\"{key}\":")).unwrap()).collect();
    assert!(places.is_sorted(), "{answer}");
}

#[test]
fn layers_bound_the_work_and_confidence_the_answer() {
    let text = "Angela Merkel opened the bridge on Monday. Police arrested 37 people.";
    let one = |arguments: &str| lines(&format!("-o ndjson --lang en {arguments}"), text).remove(0);
    let times = one("--layer times");
    assert!(times["times"] != json!([]) && times["facts"] == json!([]) && times["mentions"] == json!([]));
    let (all, sure) = (one("--triples"), one("--triples --min-confidence 0.7"));
    assert_eq!(all["facts"].as_array().unwrap().len(), 2);
    assert_eq!(sure["facts"].as_array().unwrap().len(), 1);
    assert_eq!((&sure["facts"][0]["id"], &sure["facts"][0]["figure"]), (&json!("f0"), &Value::Null));
    let told =
        |answer: &Value| answer["triples"].as_array().unwrap().iter().filter(|triple| triple["fact"] == "f0").count();
    assert!(told(&sure) <= told(&all));
    let none = one("--min-confidence 1");
    assert_eq!((&none["mentions"], &none["entities"]), (&json!([]), &json!([])));
}

#[test]
fn the_fingerprint_tells_what_answers_depend_on_and_reads_nothing() {
    let told = |arguments: &str| -> Value { serde_json::from_str(&output(arguments, "It rained.")).unwrap() };
    let (plain, again) = (told("-o ndjson --fingerprint"), told("-o ndjson --fingerprint --threads 2"));
    assert_eq!(plain, again);
    assert_eq!((&plain["schema"], &plain["options"]["gloss"]), (&json!("faktum/1"), &json!("en")));
    assert_ne!(told("-o ndjson --fingerprint --gloss de")["id"], plain["id"]);
}
