//! The cases of tests/corpus: own sentences, grouped by construction, each with all that a layer must give for it.
//!
//! How a file is read stands in support/cases.rs; what its marks and records say, layer by layer:
//!
//! - name: `[Emma Hardy](PER)`, inside a longer word `[SPD](ORG part)-Chef`; with `subtype=`, `entity=` (the entity's name),
//!   `ref=` and `role=` where they matter.
//! - time: `[24. Juli](DATE 2020-07-24 mod=START)`: type and value, then `mod=`, `freq=`, `quant=` where TIMEX3 has
//!   them. ` => 2014-01/2014-04` lists the periods of the sentence.
//! - figure: `[37](count 37 of=Berichte)`: kind and value (`10..20` a range, `200..` an open amount), then `unit=` and
//!   `approx=` where there are such, and `of=`, the counted phrase, where it matters.
//! - statement: `  => indirect speaker="The agency" cue=said content="37 reports had come in"`: the style, then what is
//!   to be looked at; `entity=` is the speaker's, `medium=` where it is said. Pieces are joined by ` … `.
//! - fact: `  => count:37 of=reports subject="The agency" predicate=received`: kind and value (`event` without a
//!   figure), then what is to be looked at: `object=`, `time=`, `place=`, `source=`, `modality=`, `key=`, `gloss=`,
//!   `unit=`, `approx=`, `entity=` (the subject's), `change=up` with `by=`, `from=` and `to=`, each a kind and value.
//!   `negated=true` is looked at always.
//!
//! What is not marked must give nothing, and all statements and facts of a case are listed in the order of the answer.

mod support;

use faktum::{Answer, EntityId, Extractor, FigureId, Lang, Predicate, Stage};
use support::cases::{self, Case, Feature, Found, Shown};

/// A kind of case file.
struct Layer {
    name: &'static str,
    stage: Stage,
    /// How many cases there must be.
    least: usize,
    /// How many of a hundred must yield nothing.
    empty: usize,
    /// The features whose words stand in the sentence.
    texts: &'static [&'static str],
    /// The other features.
    values: &'static [&'static str],
    found: fn(&Case, &Answer<'_>) -> Vec<Found>,
}

const NAME: Layer = Layer {
    name: "name",
    stage: Stage::Entities,
    least: 200,
    empty: 0,
    texts: &["role"],
    values: &["subtype", "entity", "ref"],
    found: names,
};
const TIME: Layer = Layer {
    name: "time",
    stage: Stage::Times,
    least: 500,
    empty: 25,
    texts: &[],
    values: &["mod", "freq", "quant"],
    found: times,
};
const FIGURE: Layer = Layer {
    name: "figure",
    stage: Stage::Figures,
    least: 500,
    empty: 25,
    texts: &["of"],
    values: &["unit", "approx"],
    found: figures,
};
const STATEMENT: Layer = Layer {
    name: "statement",
    stage: Stage::Statements,
    least: 150,
    empty: 0,
    texts: &["speaker", "medium", "cue", "content"],
    values: &["entity"],
    found: statements,
};
const FACT: Layer = Layer {
    name: "fact",
    stage: Stage::Facts,
    least: 150,
    empty: 0,
    texts: &["of", "subject", "predicate", "object", "place", "source"],
    values: &["unit", "approx", "entity", "time", "change", "by", "from", "to", "modality", "negated", "key", "gloss"],
    found: facts,
};

/// Runs every case of a layer in a language and fails with all faults at once.
fn run(lang: Lang, layer: Layer) {
    let file = format!("{}/{}.cases", lang.code(), layer.name);
    let cases = cases::read(&file);
    let extractor = Extractor::builder().stages([layer.stage]).parts(true).build().unwrap();
    let (mut faults, mut empty) = (Vec::new(), 0);
    for case in &cases {
        cases::check(&file, case, layer.texts, layer.values);
        empty += usize::from(case.items.is_empty());
        let answer = extractor.extract(&case.document(lang));
        let found = (layer.found)(case, &answer);
        let fault = cases::fault(case, &found).or_else(|| periods(case, &answer));
        let place = format!("{file}:{}", case.line);
        match fault {
            Some(fault) if !case.gap => faults.push(format!("{place}: {fault}\n{}", cases::shown(case, &found))),
            None if case.gap => faults.push(format!("{place}: a known gap passes: take its ? away")),
            _ => {}
        }
    }
    let count = cases.len();
    assert!(faults.is_empty(), "{} of {count} cases fail; found was:\n{}", faults.len(), faults.join("\n"));
    assert!(count >= layer.least, "{count} cases are too few");
    assert!(empty * 100 >= count * layer.empty, "only {empty} of {count} cases must yield nothing");
}

macro_rules! corpus {
    ($($name:ident: $lang:ident $layer:ident;)+) => {
        $(#[test]
        fn $name() {
            run(Lang::$lang, $layer);
        })+
    };
}

corpus! {
    german_names: De NAME;
    english_names: En NAME;
    german_times: De TIME;
    english_times: En TIME;
    german_figures: De FIGURE;
    english_figures: En FIGURE;
    german_statements: De STATEMENT;
    english_statements: En STATEMENT;
    german_facts: De FACT;
    english_facts: En FACT;
}

/// A feature that is looked at where a case gives it.
fn feature(name: &'static str, value: Option<String>) -> Feature {
    Feature { name, value, default: None, shown: Shown::WithValue }
}

/// A feature that is also looked at, and shown, where there is none.
fn slot(name: &'static str, value: Option<&str>) -> Feature {
    Feature { shown: Shown::Always, ..feature(name, value.map(str::to_string)) }
}

/// A feature that must be so where a case does not give it.
fn strict(name: &'static str, value: Option<String>, default: &'static str) -> Feature {
    Feature { default: Some(default), ..feature(name, value) }
}

/// A feature that is looked at where a case gives it, and of no interest otherwise.
fn aside(name: &'static str, value: Option<String>) -> Feature {
    Feature { shown: Shown::Never, ..feature(name, value) }
}

fn entity(answer: &Answer<'_>, id: Option<EntityId>) -> Option<String> {
    id.map(|id| answer.entities[id.0 as usize].name.to_string())
}

fn names(_: &Case, answer: &Answer<'_>) -> Vec<Found> {
    let found = answer.mentions.iter().map(|mention| {
        let entity = &answer.entities[mention.entity.0 as usize];
        let shown = if entity.name == mention.text { Shown::Never } else { Shown::Always };
        Found {
            span: Some(mention.span),
            head: format!("{}{}", mention.kind, if mention.part { " part" } else { "" }),
            features: vec![
                aside("subtype", mention.subtype.as_ref().map(|subtype| subtype.to_string())),
                Feature { shown, ..feature("entity", Some(entity.name.to_string())) },
                aside("ref", entity.reference.as_ref().map(|id| id.to_string())),
                aside("role", mention.role.as_ref().map(|role| role.text.to_string())),
            ],
        }
    });
    found.collect()
}

fn times(_: &Case, answer: &Answer<'_>) -> Vec<Found> {
    let found = answer.times.iter().map(|time| Found {
        span: Some(time.span),
        head: format!("{} {}", time.kind, time.value),
        features: vec![
            strict("mod", time.modifier.map(|modifier| modifier.to_string()), "-"),
            strict("freq", time.freq.clone(), "-"),
            strict("quant", time.quant.as_deref().map(str::to_string), "-"),
        ],
    });
    found.collect()
}

fn periods(case: &Case, answer: &Answer<'_>) -> Option<String> {
    let wanted = case.whole.as_ref()?;
    let periods: Vec<&str> = answer.periods.iter().map(|period| period.value.as_str()).collect();
    let found = periods.join(" ");
    (found != *wanted).then(|| format!("periods {found:?}, wanted {wanted:?}"))
}

fn figures(_: &Case, answer: &Answer<'_>) -> Vec<Found> {
    let found = answer.figures.iter().map(|figure| Found {
        span: Some(figure.span),
        head: format!("{} {}", figure.kind, figure.amount()),
        features: vec![
            strict("unit", figure.unit.as_ref().map(|unit| unit.to_string()), "-"),
            strict("approx", Some(figure.approx.to_string()), "exact"),
            slot("of", figure.of.as_ref().map(|of| &*of.text)),
        ],
    });
    found.collect()
}

fn text<'a>(predicate: &'a Option<Predicate<'_>>) -> Option<&'a str> {
    predicate.as_ref().map(|predicate| predicate.text.as_ref())
}

fn statements(case: &Case, answer: &Answer<'_>) -> Vec<Found> {
    let found = answer.statements.iter().map(|statement| {
        let content: Vec<&str> = statement.content.iter().map(|span| span.of(&case.text)).collect();
        Found {
            span: None,
            head: statement.style.to_string(),
            features: vec![
                slot("speaker", statement.speaker.as_ref().map(|speaker| &*speaker.text)),
                aside("entity", entity(answer, statement.speaker.as_ref().and_then(|speaker| speaker.entity))),
                feature("medium", statement.medium.as_ref().map(|medium| medium.text.to_string())),
                slot("cue", text(&statement.cue)),
                slot("content", Some(&content.join(" … "))),
            ],
        }
    });
    found.collect()
}

fn facts(_: &Case, answer: &Answer<'_>) -> Vec<Found> {
    let amount = |id: FigureId| {
        let figure = &answer.figures[id.0 as usize];
        format!("{}:{}", figure.kind, figure.amount())
    };
    let found = answer.facts.iter().map(|fact| {
        let figure = fact.figure.map(|id| &answer.figures[id.0 as usize]);
        let change = fact.change.as_ref();
        Found {
            span: None,
            head: fact.figure.map_or_else(|| fact.kind.to_string(), amount),
            features: vec![
                feature("unit", figure.and_then(|figure| figure.unit.as_ref()).map(|unit| unit.to_string())),
                aside("approx", figure.map(|figure| figure.approx.to_string())),
                slot("of", figure.and_then(|figure| figure.of.as_ref()).map(|of| &*of.text)),
                slot("subject", fact.subject.as_ref().map(|subject| &*subject.text).filter(|text| !text.is_empty())),
                aside("entity", entity(answer, fact.subject.as_ref().and_then(|subject| subject.entity))),
                slot("predicate", text(&fact.predicate)),
                slot("object", fact.object.as_ref().map(|object| &*object.text)),
                slot("time", fact.time.as_ref().map(|time| time.value.as_str())),
                slot("place", fact.place.as_ref().map(|place| &*place.text)),
                slot("source", fact.source.as_ref().map(|source| &*source.text)),
                feature("change", change.map(|change| change.direction.to_string())),
                feature("by", change.and_then(|change| change.by).map(amount)),
                feature("from", change.and_then(|change| change.from).map(amount)),
                feature("to", change.and_then(|change| change.to).map(amount)),
                slot("modality", Some(&fact.modality.to_string())),
                Feature { default: Some("false"), ..feature("negated", Some(fact.negated.to_string())) },
                aside("key", Some(fact.key.clone())),
                aside("gloss", Some(fact.gloss.clone())),
            ],
        }
    });
    found.collect()
}
