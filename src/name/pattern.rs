//! Names that match a user's patterns.

use super::dictionary::kind;
use super::{Again, Name};
use crate::answer::Span;
use crate::reading::Analysis;
use crate::rule::Candidate;
use crate::rule::rules;

rules! {
    reads: super::Read;

    /// What a user's regular expression or literal finds, wherever it stands. It outranks every other reading of the same
    /// text: the user asked for it.
    pub(super) USER_PATTERN = "user.pattern" {
        pattern: "match of a user's pattern",
        precedence: 255,
        fires: [
            De "Das Verfahren [12 QX 345](MISC) beginnt im Mai.",
            En "The case [12 QX 345](MISC) begins in May.",
        ],
        silent: [
            De "Das Verfahren 12 X 345 beginnt im Mai.",
            En "The case 12 X 345 begins in May.",
        ],
    }
}

/// A name for each match, over the tokens it touches.
pub(super) fn propose(analysis: &Analysis<'_, '_>, names: &mut Vec<Candidate<Name>>) {
    analysis.lexicons.patterns.find(analysis.text, |range, sense| {
        let span = Span::new(range.start as u32, range.end as u32);
        let tokens = analysis.tokens_of(span);
        if !tokens.is_empty() {
            let item = Name { sense: Some(sense), again: Again::Never, ..Name::new(kind(sense.class), 99) };
            names.push(Candidate { tokens, span, rule: &USER_PATTERN, item });
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::{Document, Extractor};

    fn found(table: &str, text: &str) -> Vec<(String, Option<String>)> {
        let extractor = Extractor::builder().dictionary("own.tsv", table).build().unwrap();
        let answer = extractor.extract(&Document::new(text));
        let own = answer.mentions.iter().filter(|mention| mention.rule == &super::USER_PATTERN);
        own.map(|mention| {
            let entity = &answer.entities[mention.entity.0 as usize];
            (mention.text.to_string(), entity.reference.as_deref().map(String::from))
        })
        .collect()
    }

    #[test]
    fn expressions_and_literals_name_what_the_user_wants() {
        let cases = "class\tpattern\nmisc.court-case\t\\b\\d+ [A-Z] \\d+/\\d\\d\\b\n";
        let text = "Das Gericht entschied am Montag im Verfahren 12 K 345/20 gegen die Stadt.";
        assert_eq!(found(cases, text), [("12 K 345/20".to_string(), Some("court-case".to_string()))]);
        assert_eq!(found(cases, "Das Gericht entschied am Montag gegen die Stadt."), []);

        let names = "class\tanywhere\norganisation.org/nordwerk\tNordwerk\n";
        let text = "Der Nordwerkskandal beschäftigt seit Montag auch die Staatsanwaltschaft in der Stadt.";
        assert_eq!(found(names, text), [("Nordwerk".to_string(), Some("org/nordwerk".to_string()))]);
    }

    #[test]
    fn a_bad_pattern_is_an_error_in_its_place() {
        let error = |table: &str| Extractor::builder().dictionary("own.tsv", table).build().unwrap_err().to_string();
        assert_eq!(error("class\tpattern\nmisc.a\t(\n"), "own.tsv:2:8: unclosed group");
        assert!(error("class\tpattern\nmonth.3\tx\n").starts_with("own.tsv:2:1: a pattern names"));
    }
}
