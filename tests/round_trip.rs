//! Answers go to JSON and come back the same.

mod support;

use faktum::{Answer, Explanation, Extractor, GlossLang, OffsetUnit};
use support::{ARTICLES, document};

const UNITS: [OffsetUnit; 3] = [OffsetUnit::Byte, OffsetUnit::Char, OffsetUnit::Utf16];

fn extractor(unit: OffsetUnit) -> Extractor {
    Extractor::builder().offsets(unit).gloss(GlossLang::Source).tokens(true).triples(true).parts(true).build().unwrap()
}

#[test]
fn answers_come_back_from_json() {
    for unit in UNITS {
        let extractor = extractor(unit);
        for article in ARTICLES.iter() {
            let answer = extractor.extract(&document(article).with_id("an \"id\"\n"));
            assert!(!answer.facts.is_empty() && !answer.statements.is_empty() && answer.triples.is_some());
            let json = serde_json::to_string(&answer).unwrap();
            let read: Answer<'static> = serde_json::from_str(&json).unwrap();
            assert!(read == answer, "{unit:?}: {json}");
            assert_eq!(serde_json::to_string(&read).unwrap(), json);
            let pretty = serde_json::to_string_pretty(&answer).unwrap();
            let read: Answer<'_> = serde_json::from_reader(pretty.as_bytes()).unwrap();
            assert!(read == answer);
            let read: Answer<'_> = serde_json::from_value(serde_json::to_value(&answer).unwrap()).unwrap();
            assert!(read == answer);
        }
    }
}

#[test]
fn figures_of_any_length_come_back() {
    let numbers = ["123456789012345678901234567890", "1234567890,12345678", "18446744073709551615", "900 Trillionen"];
    let text = numbers.map(|number| format!("Es waren {number} Euro. ")).concat();
    let answer = extractor(OffsetUnit::Byte).extract(&document(&text).with_lang(faktum::Lang::De));
    // Nobody means an amount by more digits than a number of 64 bits has.
    let values: Vec<_> = answer.figures.iter().map(|figure| figure.value.as_ref().unwrap().to_string()).collect();
    assert_eq!(values, ["18446744073709551615", "900000000000000000000"]);
    let value = serde_json::to_value(&answer).unwrap();
    assert!(serde_json::from_value::<Answer<'_>>(value).unwrap() == answer);
    let json = serde_json::to_string(&answer).unwrap();
    assert!(serde_json::from_str::<Answer<'_>>(&json).unwrap() == answer);
}

#[test]
fn only_parts_of_words_say_that_they_are() {
    let text = "Der EU-Gipfel beginnt in Prag.";
    let answer = extractor(OffsetUnit::Byte).extract(&document(text).with_lang(faktum::Lang::De));
    let value = serde_json::to_value(&answer).unwrap();
    let parts: Vec<_> = answer.mentions.iter().map(|mention| (&*mention.text, mention.part)).collect();
    assert_eq!(parts, [("EU", true), ("Prag", false)]);
    assert_eq!(value["mentions"][0]["part"], true);
    assert!(value["mentions"][1].get("part").is_none());
    assert!(serde_json::from_value::<Answer<'_>>(value).unwrap() == answer);
}

#[test]
fn explanations_come_back_from_json() {
    let extractor = extractor(OffsetUnit::Byte);
    for article in ARTICLES.iter() {
        let explanation = extractor.explain(&document(article));
        let json = serde_json::to_string(&explanation).unwrap();
        assert!(serde_json::from_str::<Explanation<'static>>(&json).unwrap() == explanation);
    }
}

#[test]
fn an_owned_answer_is_the_same_and_outlives_its_text() {
    let kept: Vec<(String, Answer<'static>)> = ARTICLES
        .iter()
        .map(|article| {
            let text = article.clone();
            let answer = extractor(OffsetUnit::Byte).extract(&document(&text)).into_owned();
            (article.clone(), answer)
        })
        .collect();
    for (text, answer) in &kept {
        assert!(*answer == extractor(OffsetUnit::Byte).extract(&document(text)));
        support::check(answer, text);
    }
}

#[test]
fn what_is_no_answer_is_refused() {
    let text = "Police arrested 37 people on Monday.";
    let json = serde_json::to_value(extractor(OffsetUnit::Byte).extract(&document(text))).unwrap();
    let refused = |change: fn(&mut serde_json::Value)| {
        let mut changed = json.clone();
        change(&mut changed);
        assert_ne!(changed, json);
        serde_json::from_str::<Answer<'_>>(&changed.to_string()).unwrap_err().to_string()
    };
    let schema = refused(|json| json["schema"] = "faktum/2".into());
    assert!(schema.starts_with("\"faktum/2\": expected the schema \"faktum/1\""), "{schema}");
    let place = refused(|json| json["figures"][0]["id"] = "q1".into());
    assert!(place.starts_with("the id q1 in the place of q0"), "{place}");
    let letter = refused(|json| json["figures"][0]["id"] = "t0".into());
    assert!(letter.starts_with("\"t0\": expected the letter \"q\" and a number"), "{letter}");
    let missing = refused(|json| drop(json["figures"][0].as_object_mut().unwrap().remove("id")));
    assert!(missing.starts_with("missing field `id`"), "{missing}");
    let rule = refused(|json| json["times"][0]["rule"] = "What?".into());
    assert!(rule.starts_with("the rule \"What?\": no rule has such a name"), "{rule}");
    let kind = refused(|json| json["times"][0]["type"] = "AGE".into());
    assert!(kind.starts_with("unknown variant `AGE`"), "{kind}");
}

#[test]
fn answers_of_other_versions_are_read() {
    let text = "Police arrested 37 people on Monday.";
    let mut json = serde_json::to_value(extractor(OffsetUnit::Byte).extract(&document(text))).unwrap();
    json["times"][0]["rule"] = "time.old-name".into();
    json["times"][0]["new_field"] = serde_json::json!({ "a": [1] });
    let answer: Answer<'_> = serde_json::from_str(&json.to_string()).unwrap();
    assert_eq!(answer.times[0].rule.name, "time.old-name");
    assert!(faktum::rule("time.old-name").is_none());
}
