//! The figure cases of tests/corpus: own sentences, grouped by construction, each with the figures it must give.
//!
//! A line is a sentence with its figures marked: `[37](count 37 of=Berichte) Berichte`. Behind the kind stands the
//! value (`10..20` for a range, `200..` for an open amount), then what differs from the default: `unit=`, `approx=`,
//! `of=` (the counted phrase as it stands in the text, blanks as `_`; `-` for none; not given: not looked at). What is
//! not marked must give nothing. `#` begins a comment or names a construction. A line that begins with `?` is a known
//! gap, which fails once it passes.

use faktum::{Document, Extractor, Figure, Lang, Stage};

/// A figure as a case expects it.
#[derive(Debug)]
struct Expected {
    start: usize,
    end: usize,
    kind: String,
    value: String,
    unit: String,
    approx: String,
    of: Option<String>,
}

/// Takes the markup out of a line.
fn parse(line: &str) -> (String, Vec<Expected>) {
    let (mut text, mut expected) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some(open) = rest.find('[') {
        let middle = rest.find("](").expect("a mark has ](");
        let close = middle + rest[middle..].find(')').expect("a mark ends in )");
        text.push_str(&rest[..open]);
        let start = text.len();
        text.push_str(&rest[open + 1..middle]);
        let mut words = rest[middle + 2..close].split(' ');
        let mut item = Expected {
            start,
            end: text.len(),
            kind: words.next().expect("a kind").to_string(),
            value: words.next().expect("a value").to_string(),
            unit: "-".to_string(),
            approx: "exact".to_string(),
            of: None,
        };
        for word in words {
            match word.split_once('=') {
                Some(("unit", unit)) => item.unit = unit.to_string(),
                Some(("approx", approx)) => item.approx = approx.to_string(),
                Some(("of", of)) => item.of = Some(of.replace('_', " ")),
                _ => panic!("unknown feature {word} in {line}"),
            }
        }
        expected.push(item);
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    (text, expected)
}

/// A figure's value as cases write it.
fn value(figure: &Figure<'_>) -> String {
    match (&figure.value, figure.low, figure.high) {
        (Some(value), ..) => value.to_string(),
        (None, low, high) => {
            let end = |end: Option<faktum::Decimal>| end.map_or(String::new(), |end| end.to_string());
            format!("{}..{}", end(low), end(high))
        }
    }
}

/// A closed list's value as the answer writes it.
fn name<T: serde::Serialize>(item: T) -> String {
    serde_json::to_value(item).ok().and_then(|value| value.as_str().map(str::to_string)).unwrap_or_default()
}

/// What is wrong with an answer, or nothing.
fn fault(figures: &[Figure<'_>], expected: &[Expected]) -> Option<String> {
    if figures.len() != expected.len() {
        return Some(format!("{} figures, expected {}", figures.len(), expected.len()));
    }
    figures.iter().zip(expected).find_map(|(figure, wanted)| {
        let (start, end) = (figure.span.start as usize, figure.span.end as usize);
        let got = [
            format!("{start}..{end}"),
            name(figure.kind),
            value(figure),
            figure.unit.as_deref().unwrap_or("-").to_string(),
            name(figure.approx),
        ];
        let want = [
            format!("{}..{}", wanted.start, wanted.end),
            wanted.kind.clone(),
            wanted.value.clone(),
            wanted.unit.clone(),
            wanted.approx.clone(),
        ];
        let of = figure.of.as_ref().map_or("-", |of| of.text);
        let right = got == want && wanted.of.as_deref().is_none_or(|wanted| wanted == of);
        (!right).then(|| format!("{:?}: {got:?} of {of:?}, expected {want:?} of {:?}", figure.text, wanted.of))
    })
}

/// Runs the cases of a language.
fn run(lang: Lang, cases: &str) {
    let extractor = Extractor::builder().stages([Stage::Figures]).build().unwrap();
    let (mut faults, mut empty, mut count) = (Vec::new(), 0, 0);
    for (number, line) in cases.lines().enumerate() {
        let (gap, case) = match line.strip_prefix('?') {
            Some(case) => (true, case.trim_start()),
            None => (false, line),
        };
        if case.is_empty() || case.starts_with('#') {
            continue;
        }
        let (text, expected) = parse(case);
        count += 1;
        empty += usize::from(expected.is_empty());
        let answer = extractor.extract(&Document::new(&text).with_lang(lang));
        match fault(&answer.figures, &expected) {
            Some(fault) if !gap => faults.push(format!("line {}: {text}\n    {fault}", number + 1)),
            None if gap => faults.push(format!("line {}: {text}\n    a known gap passes: take its ? away", number + 1)),
            _ => {}
        }
    }
    assert!(faults.is_empty(), "{} of {count} cases fail:\n{}", faults.len(), faults.join("\n"));
    assert!(count >= 500, "{count} cases are too few");
    assert!(empty * 4 >= count, "only {empty} of {count} cases must yield nothing");
}

#[test]
fn german_figures() {
    run(Lang::De, include_str!("corpus/de/figure.cases"));
}

#[test]
fn english_figures() {
    run(Lang::En, include_str!("corpus/en/figure.cases"));
}

/// Numbers, separators and number words in a row take time linear in their number: what looks back over all figures of
/// a sentence takes minutes here.
#[test]
fn repetition_stays_linear() {
    let extractor = Extractor::builder().stages([Stage::Figures]).build().unwrap();
    for unit in [
        "1",
        "300 ",
        "1.",
        "1,",
        "zwei ",
        "hundert",
        "2-",
        "zwei und ",
        "(3 ",
        "hundert und ",
        "3 von ",
        "3 neue ",
        "3 bis ",
        "½",
    ] {
        let text = unit.repeat((1 << 19) / unit.len());
        let start = std::time::Instant::now();
        extractor.extract(&Document::new(&text).with_lang(Lang::De));
        assert!(start.elapsed().as_secs() < 20, "{unit:?} takes {:?}", start.elapsed());
    }
}
