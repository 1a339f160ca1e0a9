//! What people read: the tables of names, statements and facts.

mod common;

use common::{examples, extract, line, output};

const TEXT: &str = "The agency, the International Watch Board (IWB), said it received 37 reports between January and April last year. \
                    The number of complaints rose from 910 to 1,280. “We will not close the office,” said director Ann Smith.";

#[test]
fn names_statements_and_facts_stand_in_the_texts_own_words() {
    let table = output("--lang en --date 2015-04-20", TEXT);
    let expected = "\
standard input · English · 2015-04-20 · 3 sentences, 2 facts

  NAME                            TYPE              ROLE
  International Watch Board, IWB  organisation  2×  speaks 1×, acts 1×
  Ann Smith                       person        1×  speaks 1×

  #  SPEAKER                              SAYS
  1  the International Watch Board (IWB)  it received 37 reports between January and April last year
  3  director Ann Smith                   “We will not close the office”

  #  WHO                             DOES      WHAT               WHEN             SOURCE
  1  it (International Watch Board)  received  37 reports         2014-01/2014-04  the International Watch Board (IWB)
  2  The number of complaints        rose      from 910 to 1,280
";
    assert_eq!(table, expected, "{table}");
}

#[test]
fn a_table_fits_the_width_and_cuts_nothing_where_there_is_none() {
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    for layer in ["facts", "names", "times", "figures", "facts,names"] {
        let run = |arguments: &str| {
            let run = extract(&format!("--layer {layer} {arguments}")).arg(examples()).assert().success();
            String::from_utf8(run.get_output().stdout.clone()).unwrap()
        };
        let (wide, narrow) = (run(""), run("--width 100"));
        for line in narrow.lines().filter(|line| !line.contains(" · ")) {
            assert!(line.chars().count() <= 100, "{line}");
        }
        assert_eq!(letters(&wide), letters(&narrow), "{layer}");
        assert_eq!(run("--width 0"), wide);
    }
}

#[test]
fn layers_are_shown_as_they_are_asked_for() {
    let heads = |layers: &str| {
        let table = output(&format!("--lang en --layer {layers}"), TEXT);
        table
            .lines()
            .filter(|line| line.starts_with("  ") && *line == line.to_uppercase())
            .map(str::to_string)
            .collect::<Vec<_>>()
    };
    assert!(heads("figures")[0].contains("FIGURE"));
    let both = heads("times,names");
    assert!(both[0].contains("TIME") && both[1].contains("NAME"), "{both:?}");
}

#[test]
fn less_sure_facts_are_left_out_where_asked() {
    let text = "Police arrested 37 people. Angela Merkel opened the bridge.";
    let all = output("--lang en --layer facts", text);
    assert!(all.contains("  1  ?  Police         arrested  37 people\n"), "{all}");
    let sure = output("--lang en --layer facts --min-confidence 0.7", text);
    assert!(sure.contains("opened") && !sure.contains("arrested"), "{sure}");
    extract("--min-confidence 1.5").write_stdin("").assert().code(2);
}

#[test]
fn a_text_moves_nothing_on_a_terminal() {
    let text = "Police\u{1b}[2J arrested\u{202e} 37\u{7} people on Monday.";
    for layer in ["facts", "names,statements", "times", "figures"] {
        let table = output(&format!("-i ndjson --lang en --layer {layer}"), line("x\u{1b}]0;a", text))
            + &output("--lang en", text);
        assert!(!table.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{table:?}");
    }
}

#[test]
fn what_holds_nothing_says_so() {
    assert!(output("--lang en", "Hello there.").contains("no names, no statements, no facts"));
}
