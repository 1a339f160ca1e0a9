//! The examples of the catalogue: every rule fires in the sentences that it names and is silent in the others.
//!
//! What a rule finds is marked in its sentence: `[Montag](DATE 2015-06-08)` for times, `[37](count 37 of=Berichte)` for
//! figures, `[Emma Hardy](PER)` for names, `[von Mai bis Juli](2015-05/2015-07)` for periods, `[0800 1234](none)` for what
//! only says that its words are no item. Of a statement its parts are marked, `[sagte](cue)`, `(speaker)`, `(medium)`,
//! `(content)`; of a fact those that the rule chose: `(subject)`, `(predicate)`, `(object)`, `(place)`, `(source)`,
//! `(figure)`, `(time 2015-06)`, `(modality planned)`, `(negated)`. Features that a mark leaves out are not looked at.

use std::collections::BTreeSet;

use faktum::{Document, Explanation, Extractor, Lang, Languages, Names, Outcome, Rule, TimeSource};

mod support;

use support::cases;

/// What a rule made of a text, as marks.
fn found(explanation: &Explanation<'_>, rule: &Rule, text: &str) -> Vec<String> {
    let answer = &explanation.answer;
    let mut marks = Vec::new();
    for mention in answer.mentions.iter().filter(|mention| mention.rule == rule) {
        marks.push(format!("[{}]({})", mention.text, mention.kind));
    }
    for time in answer.times.iter().filter(|time| time.rule == rule) {
        let mut mark = format!("[{}]({} {}", time.text, time.kind, time.value);
        mark.extend(time.modifier.map(|value| format!(" mod={}", value)));
        mark.extend(time.freq.iter().map(|value| format!(" freq={value}")));
        mark.extend(time.quant.iter().map(|value| format!(" quant={value}")));
        marks.push(mark + ")");
    }
    for period in answer.periods.iter().filter(|period| period.rule == rule) {
        marks.push(format!("[{}]({})", period.text, period.value));
    }
    for figure in answer.figures.iter().filter(|figure| figure.rule == rule) {
        let mut mark = format!("[{}]({} {}", figure.text, figure.kind, figure.amount());
        mark.extend(figure.unit.iter().map(|unit| format!(" unit={unit}")));
        mark.push_str(&format!(" approx={}", figure.approx));
        mark.extend(figure.of.iter().map(|of| format!(" of={}", of.text.replace(' ', "_"))));
        marks.push(mark + ")");
    }
    for proposal in &explanation.proposals {
        if proposal.rule == rule && proposal.outcome == Outcome::Excluded {
            marks.push(format!("[{}](none)", proposal.text));
        }
    }
    for proposal in &explanation.proposals {
        // How a speaker was found.
        if proposal.rule == rule && proposal.outcome == Outcome::Kept && rule.name.starts_with("speech.speaker.") {
            marks.push(format!("[{}](speaker)", proposal.text));
        }
    }
    for statement in answer.statements.iter().filter(|statement| statement.rule == rule) {
        marks.extend(statement.speaker.iter().map(|speaker| format!("[{}](speaker)", speaker.text)));
        marks.extend(statement.medium.iter().map(|medium| format!("[{}](medium)", medium.text)));
        let cues = statement.cue.iter().flat_map(|cue| &cue.spans);
        marks.extend(cues.map(|span| format!("[{}](cue)", span.of(text))));
        marks.extend(statement.content.iter().map(|span| format!("[{}](content)", span.of(text))));
    }
    for fact in answer.facts.iter().filter(|fact| fact.rules.contains(&rule)) {
        marks.extend(fact.subject.iter().map(|subject| format!("[{}](subject)", subject.text)));
        marks.extend(fact.object.iter().map(|object| format!("[{}](object)", object.text)));
        marks.extend(fact.place.iter().map(|place| format!("[{}](place)", place.text)));
        marks.extend(fact.source.iter().map(|source| format!("[{}](source)", source.text)));
        marks.extend(fact.figure.iter().map(|id| format!("[{}](figure)", answer.figures[id.0 as usize].text)));
        if let Some(time) = &fact.time {
            let words = match time.from {
                TimeSource::Time(id) => answer.time(id).map(|time| &time.text),
                TimeSource::Period(id) => answer.period(id).map(|period| &period.text),
                _ => None,
            };
            marks.extend(words.map(|words| format!("[{words}](time {})", time.value)));
        }
        for span in fact.predicate.iter().flat_map(|predicate| &predicate.spans) {
            let word = span.of(text);
            marks.push(format!("[{word}](predicate)"));
            marks.push(format!("[{word}](modality {})", fact.modality));
            marks.extend(fact.negated.then(|| format!("[{word}](negated)")));
        }
    }
    marks
}

/// Whether a mark as found has all that a wanted one names.
fn agrees(wanted: &str, found: &str) -> bool {
    let split = |mark: &str| {
        let (text, words) = mark.rsplit_once("](").expect("a mark has ](");
        let words = words.trim_end_matches(')').split(' ').map(str::to_string).collect::<BTreeSet<_>>();
        (text.to_string(), words)
    };
    let ((text, wanted), (other, found)) = (split(wanted), split(found));
    text == other && wanted.is_subset(&found)
}

fn check(extractor: &Extractor, rule: &'static Rule, faults: &mut Vec<String>) {
    let date = "2015-06-10".parse().expect("a date");
    for example in rule.fires {
        let case = cases::case(rule.name, 0, example.text, None);
        let document = Document::new(&case.text).with_lang(example.lang).with_date(date);
        let found = found(&extractor.explain(&document), rule, &case.text);
        if case.items.is_empty() {
            faults.push(format!("{}: nothing is marked in {:?}", rule.name, example.text));
        }
        for item in &case.items {
            let features = item.features.iter().map(|(name, value)| format!(" {name}={value}")).collect::<String>();
            let text = item.span.map_or("", |span| span.of(&case.text));
            let wanted = format!("[{text}]({}{features})", item.head);
            if !found.iter().any(|found| agrees(&wanted, found)) {
                faults.push(format!("{}: {}\n    wanted {wanted}, found {}", rule.name, example.text, found.join(" ")));
            }
        }
    }
    for example in rule.silent {
        let document = Document::new(example.text).with_lang(example.lang).with_date(date);
        let found = found(&extractor.explain(&document), rule, example.text);
        if !found.is_empty() {
            faults.push(format!("{}: fires in {:?}: {}", rule.name, example.text, found.join(" ")));
        }
    }
    for lang in Lang::ALL.into_iter().filter(|lang| rule.languages.hold(*lang)) {
        for (what, examples) in [("fires", rule.fires), ("is silent", rule.silent)] {
            if !examples.iter().any(|example| example.lang == lang) {
                faults.push(format!("{}: no sentence in which it {what} in {lang:?}", rule.name));
            }
        }
    }
    for example in rule.fires.iter().chain(rule.silent) {
        if !rule.languages.hold(example.lang) {
            faults.push(format!("{}: an example in {:?}, for which it does not hold", rule.name, example.lang));
        }
    }
}

/// What the examples of rules for a user's own entries find.
const USER: [(&str, &str); 2] = [
    (
        "names.tsv",
        "class\tsurface\norganisation.org/quellmark-neo\tQuellmark Neo\nperson.per/quellmar-orbin\tQuellmar Orbin\n\
         misc.prize/quellkrug\tGoldener Quellkrug\n",
    ),
    ("patterns.tsv", "class\tpattern\nmisc.court-case\t\\b\\d+ QX \\d+\\b\n"),
];

/// `RULES=time.week cargo test --test rules` looks only at rules whose names begin so.
#[test]
fn rules_fire_and_are_silent_as_their_examples_say() {
    let builder =
        USER.iter().fold(Extractor::builder().parts(true), |builder, (name, table)| builder.dictionary(*name, *table));
    // Where the model finds names, rules do not show, or only where it is silent.
    let [rules, model] = [Names::Dictionaries, Names::Model]
        .map(|names| builder.clone().names(names).build().expect("the dictionaries open"));
    let only = std::env::var("RULES").unwrap_or_default();
    let mut faults = Vec::new();
    for rule in faktum::rules().iter().filter(|rule| rule.name.starts_with(&only)) {
        let extractor = if rule.name.ends_with(".model") { &model } else { &rules };
        check(extractor, rule, &mut faults);
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn names_are_unique_and_documentation_is_written() {
    let names: BTreeSet<_> = faktum::rules().iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), faktum::rules().len());
    for rule in faktum::rules() {
        assert!(
            rule.doc.trim().ends_with(['.', '"', '”', '“']) && rule.doc.len() > 20,
            "{}: {:?}",
            rule.name,
            rule.doc
        );
        assert!(!rule.pattern.is_empty() && rule.pattern != "TODO", "{}", rule.name);
    }
}

/// The catalogue as `docs/rules.md` has it.
fn manual() -> String {
    let mut text = String::from(
        "# Rules\n\nPrinted from the catalogue; `MANUAL=write cargo test --test rules` writes it anew. `faktum explain RULE` \
         shows one rule,\n`faktum explain --text \"…\"` what made the items of a text. Examples are read with the document date \
         2015-06-10.\n",
    );
    let mut layer = "";
    for rule in faktum::rules() {
        let own = rule.name.split('.').next().unwrap_or_default();
        if own != layer {
            layer = own;
            text += &format!("\n## {layer}\n");
        }
        let doc = rule.doc.split_whitespace().collect::<Vec<_>>().join(" ");
        text += &format!("\n### {}\n\n{doc}\n\n- pattern: `{}`\n", rule.name, rule.pattern);
        if !rule.begins.is_empty() {
            text += &format!("- begins at: {}\n", rule.begins.join(", "));
        }
        if let Languages::Only(langs) = rule.languages {
            text += &format!("- languages: {}\n", langs.iter().map(|lang| lang.code()).collect::<Vec<_>>().join(", "));
        }
        if rule.precedence > 0 {
            text += &format!("- precedence: {}\n", rule.precedence);
        }
        for (what, examples) in [("fires", rule.fires), ("silent", rule.silent)] {
            for example in examples {
                text += &format!("- {what} ({}): {}\n", example.lang.code(), example.text);
            }
        }
    }
    text
}

#[test]
fn the_manual_is_current() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    if std::env::var("MANUAL").is_ok_and(|what| what == "write") {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("docs can be made");
        std::fs::write(&path, manual()).expect("docs/rules.md can be written");
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == manual(), "docs/rules.md is stale: MANUAL=write cargo test --test rules");
}
