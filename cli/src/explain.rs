//! `faktum explain`: a rule with its examples, or how the items of a text came about.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};

use anyhow::{Context, bail};
use faktum::{Answer, Document, Example, Explanation, Extractor, Languages, Outcome, Rule, Span};

use crate::args::{Explain, ExplainFormat};
use crate::dict;

/// Writes what was asked for.
pub fn explain(args: &Explain) -> anyhow::Result<()> {
    let out = &mut io::stdout().lock();
    if let Some(name) = &args.rule {
        return Ok(one_rule(out, known(name)?)?);
    }
    let text = match (&args.text, &args.file) {
        (Some(text), _) => text.clone(),
        (None, Some(path)) => {
            let bytes = fs::read(path).with_context(|| path.display().to_string())?;
            String::from_utf8_lossy(&bytes).into_owned()
        }
        (None, None) => return Ok(all_rules(out)?),
    };
    let extractor = dict::add(Extractor::builder().parts(true), &args.dict)?.build()?;
    let mut document = Document::new(&text);
    (document.lang, document.date) = (args.lang, args.date);
    let explanation = extractor.explain(&document);
    if args.output == ExplainFormat::Json {
        serde_json::to_writer_pretty(&mut *out, &explanation)?;
        return Ok(out.write_all(b"\n")?);
    }
    if explanation.answer.sentences.is_empty() {
        bail!("{}", explanation.answer.note.as_deref().unwrap_or("there is nothing to read"));
    }
    Ok(items(out, &explanation, &text, args.at)?)
}

/// The rule of a name, or of the only name that ends so.
fn known(name: &str) -> anyhow::Result<&'static Rule> {
    if let Some(rule) = faktum::rule(name) {
        return Ok(rule);
    }
    let near: Vec<&str> = faktum::rules().iter().map(|rule| rule.name).filter(|known| known.contains(name)).collect();
    match near.as_slice() {
        [] => bail!("there is no rule {name}; `faktum explain` lists all"),
        near => bail!("there is no rule {name}; did you mean {}?", near.join(", ")),
    }
}

/// Every rule on a line.
fn all_rules(out: &mut impl Write) -> io::Result<()> {
    let widest = faktum::rules().iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    for rule in faktum::rules() {
        writeln!(out, "{:widest$}  {}", rule.name, first_sentence(rule))?;
    }
    Ok(())
}

/// The documentation on one line.
fn doc(rule: &Rule) -> String {
    rule.doc.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn first_sentence(rule: &Rule) -> String {
    let doc = doc(rule);
    doc.split_inclusive(". ").next().unwrap_or_default().trim_end().to_string()
}

/// A rule's documentation, pattern and examples.
fn one_rule(out: &mut impl Write, rule: &Rule) -> io::Result<()> {
    writeln!(out, "{}\n\n{}\n", rule.name, doc(rule))?;
    writeln!(out, "pattern     {}", rule.pattern)?;
    if !rule.begins.is_empty() {
        writeln!(out, "begins at   {}", rule.begins.join(", "))?;
    }
    let languages = match rule.languages {
        Languages::Only(langs) => langs.iter().map(|lang| lang.code()).collect::<Vec<_>>().join(", "),
        _ => "any".to_string(),
    };
    writeln!(out, "languages   {languages}")?;
    if rule.precedence > 0 {
        writeln!(out, "precedence  {}", rule.precedence)?;
    }
    examples(out, "fires in", rule.fires)?;
    examples(out, "is silent in", rule.silent)
}

fn examples(out: &mut impl Write, title: &str, examples: &[Example]) -> io::Result<()> {
    if !examples.is_empty() {
        writeln!(out, "\n{title}")?;
    }
    for example in examples {
        writeln!(out, "  {}  {}", example.lang.code(), example.text)?;
    }
    Ok(())
}

/// An item of an answer as it is explained.
struct Item<'a> {
    what: &'static str,
    span: Span,
    text: &'a str,
    value: String,
    rules: Vec<&'static Rule>,
    /// What its rule looked at, where there are dictionary rows to name.
    words: Option<Span>,
}

/// Every item of an answer, in the order of the text.
fn found<'a>(answer: &'a Answer<'_>, text: &'a str) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    items.extend(answer.mentions.iter().map(|mention| Item {
        what: "name",
        span: mention.span,
        text: &mention.text,
        value: mention.kind.to_string(),
        rules: vec![mention.rule],
        words: Some(mention.span),
    }));
    items.extend(answer.times.iter().map(|time| Item {
        what: "time",
        span: time.span,
        text: &time.text,
        value: format!("{} {}", time.kind, time.value),
        rules: vec![time.rule],
        words: Some(time.span),
    }));
    items.extend(answer.periods.iter().map(|period| Item {
        what: "period",
        span: period.span,
        text: &period.text,
        value: period.value.clone(),
        rules: vec![period.rule],
        words: Some(period.span),
    }));
    items.extend(answer.figures.iter().map(|figure| {
        let unit = figure.unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
        let of = figure.of.as_ref().map_or(String::new(), |of| format!(" of “{}”", of.text));
        Item {
            what: "figure",
            span: figure.span,
            text: &figure.text,
            value: format!("{} {}{unit}{of}", figure.kind, figure.amount()),
            rules: vec![figure.rule],
            words: Some(figure.of.as_ref().map_or(figure.span, |of| of.span.to(figure.span))),
        }
    }));
    items.extend(answer.statements.iter().filter_map(|statement| {
        let span = statement.content.iter().copied().reduce(Span::to)?;
        let speaker = statement.speaker.as_ref().map_or(String::new(), |speaker| format!(" of “{}”", speaker.text));
        Some(Item {
            what: "statement",
            span,
            text: span.of(text),
            value: format!("{}{speaker}", statement.style),
            rules: vec![statement.rule],
            words: None,
        })
    }));
    items.extend(answer.facts.iter().map(|fact| Item {
        what: "fact",
        span: fact.span,
        text: fact.span.of(text),
        value: format!("{} | {}", fact.gloss, fact.key),
        rules: fact.rules.to_vec(),
        words: None,
    }));
    items.sort_by_key(|item| (item.span.start, item.span.end));
    items
}

/// Tells of each item, or of those over one offset, what made it.
fn items(out: &mut impl Write, explanation: &Explanation<'_>, text: &str, at: Option<u32>) -> io::Result<()> {
    let wanted = |span: Span| at.is_none_or(|at| span.start <= at && at < span.end);
    let found = found(&explanation.answer, text);
    let mut any = false;
    for item in found.iter().filter(|item| wanted(item.span)) {
        any = true;
        writeln!(out, "“{}” [{}, {}]", one_line(item.text), item.span.start, item.span.end)?;
        writeln!(out, "  {} {}", item.what, item.value)?;
        for rule in &item.rules {
            writeln!(out, "  by {}: {}", rule.name, first_sentence(rule))?;
        }
        if let Some(span) = item.words {
            words(out, explanation, span)?;
            rivals(out, explanation, item)?;
        }
        writeln!(out)?;
    }
    // What was looked at and found to be nothing.
    for proposal in explanation.proposals.iter().filter(|proposal| wanted(proposal.span)) {
        if proposal.outcome == Outcome::Excluded {
            any = true;
            let span = proposal.span;
            writeln!(out, "“{}” [{}, {}]", one_line(&proposal.text), span.start, span.end)?;
            writeln!(out, "  nothing, by {}: {}\n", proposal.rule.name, first_sentence(proposal.rule))?;
        }
    }
    if !any {
        writeln!(out, "nothing was found here; the dictionaries say:")?;
        let whole = at.map_or(Span::new(0, u32::MAX), |at| Span::new(at, at + 1));
        words(out, explanation, whole)?;
    }
    Ok(())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rows that know the words under a span.
fn words(out: &mut impl Write, explanation: &Explanation<'_>, span: Span) -> io::Result<()> {
    let mut seen = BTreeSet::new();
    for lookup in explanation.lookups.iter().filter(|lookup| lookup.span.overlaps(span)) {
        if seen.insert((&lookup.text, &lookup.class)) {
            let origin = lookup.origin.as_ref().map_or(String::new(), |origin| format!(", {origin}"));
            let part = if lookup.compound { " (its end)" } else { "" };
            writeln!(out, "     {}{part}: {}{origin}", lookup.text, lookup.class)?;
        }
    }
    Ok(())
}

/// The readings that gave way to an item.
fn rivals(out: &mut impl Write, explanation: &Explanation<'_>, item: &Item<'_>) -> io::Result<()> {
    for proposal in &explanation.proposals {
        let Outcome::Beaten(by) = proposal.outcome else { continue };
        let winner = explanation.proposals.get(by).filter(|winner| winner.span == item.span);
        if let Some(winner) = winner.filter(|winner| item.rules.contains(&winner.rule)) {
            let longer = winner.span.end - winner.span.start > proposal.span.end - proposal.span.start;
            let why = if longer { "is shorter" } else { "comes behind in the order of rules" };
            writeln!(out, "  not “{}” by {}, which {why}", one_line(&proposal.text), proposal.rule.name)?;
        }
    }
    Ok(())
}
