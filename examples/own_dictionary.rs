//! Names and words of one's own, before those that are built in, and what a bad row looks like.
//!
//! `cargo run --example own_dictionary`; the columns are described in `dictionaries/README.md`.

use faktum::{Document, Error, Extractor};

/// Organisations: an id, what they are, and their names in any, in English, in German text.
const COMPANIES: &str = "\
id\tsubtype\tany\ten\tde
org/nordwerk\tcompany\tNordwerk;Nordwerk AG\t\t
";

/// Names by their form: a regular expression.
const CASES: &str = "\
class\tpattern
misc.court-case\t\\b\\d+ [A-Z] \\d+/\\d\\d\\b
";

fn main() -> Result<(), Error> {
    let extractor =
        Extractor::builder().dictionary("companies.tsv", COMPANIES).dictionary("cases.tsv", CASES).build()?;
    let text = "The court decided in case 12 K 345/20 that Nordwerk has to pay 37 workers.";
    let answer = extractor.extract(&Document::new(text));
    for mention in &answer.mentions {
        let entity = answer.entity(mention.entity);
        let reference = entity.and_then(|entity| entity.reference.as_deref()).unwrap_or("no entry");
        println!("{:<12} {} {:<12} {reference}", mention.text, mention.kind, mention.subtype.as_deref().unwrap_or(""));
    }

    match Extractor::builder().dictionary("months.tsv", "class\tsurface\nmonht.3\tLenzing\n").build() {
        Err(Error::Dictionary { file, line, column, message, .. }) => {
            println!("row {line}, column {column} of {file}: {message}");
        }
        other => println!("no error: {other:?}"),
    }
    Ok(())
}
