//! A small lexicon for tests of this module.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::{Abbreviation, Sentence, Token, Words, segment};
use crate::lang::Lang;

pub(crate) struct TestWords {
    abbreviations: HashMap<&'static str, Abbreviation>,
    openers: HashSet<&'static str>,
    months: HashSet<&'static str>,
}

const DE: &str = "aber alle allerdings als also am an auch auf aus außerdem bei beide bereits bis da dabei dadurch dafür \
    dagegen daher damals damit danach dann daran darauf darin darüber das dass davon davor dazu dem den denn dennoch der \
    deren des deshalb deswegen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer \
    eines einige er erst es etwa für ganz gegen genau gestern habe haben hat hatte hatten heute hier hinter ich ihm ihn \
    ihr ihre ihrem ihren ihrer im immer in insgesamt ist ja jede jeder jedes jedoch jetzt kein keine können laut man manche \
    mehr mein mehrere mit morgen nach nachdem neben nein nicht nichts noch nun nur ob obwohl oder ohne schließlich schon sein \
    seine seinem seinen seiner seit sich sie sind so sogar solche sollen sonst soll sowohl statt trotz über um und uns unser unter viele \
    vielen vielmehr vom von vor war waren warum was wegen weil weitere weiters welche wenn wer werden wie wieder wir wird wo \
    wurde wurden zu zudem zuletzt zum zunächst zur zuvor zwar zwischen zwei drei ebenso allein zumindest deren wobei";
const EN: &str = "a about according after all also although an and another any are as at because before being between both \
    but by can despite did do does during each earlier even every few first for from further had has have he her here his \
    how however i if in including instead into is it its just last later like many meanwhile more most much my no nor not \
    nothing now of on once one only or other our over perhaps please several she should since so some still such that the \
    their them then there these they this those though three through thus to two under until upon was we well were what \
    when where whether which while who why with within without would yes yet you your";

/// Abbreviations, words that open sentences, and months, in the order of [`Lang::ALL`].
const LANGUAGES: [(&str, &str, &str); Lang::ALL.len()] = [
    (
        include_str!("../../dictionaries/de/abbreviations.tsv"),
        DE,
        "Jänner Januar Februar März April Mai Juni Juli August September Oktober November Dezember Feber",
    ),
    (include_str!("../../dictionaries/en/abbreviations.tsv"), EN, "January"),
];

pub(crate) fn words(lang: Lang) -> TestWords {
    let (table, openers, months) = LANGUAGES[lang as usize];
    let abbreviations = table
        .lines()
        .filter_map(|line| line.strip_prefix("abbreviation.")?.split_once('\t'))
        .map(|(class, surface)| {
            let class = match class {
                "never-final" => Abbreviation::NeverFinal,
                "may-end" => Abbreviation::MayEnd,
                "before-number" => Abbreviation::BeforeNumber,
                other => panic!("unknown class {other}"),
            };
            (surface, class)
        })
        .collect();
    TestWords {
        abbreviations,
        openers: openers.split_whitespace().collect(),
        months: months.split_whitespace().collect(),
    }
}

/// A capital first letter made small, as a table's lower-case row matches either.
fn lowered(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |c| c.to_lowercase().chain(letters).collect())
}

impl Words for TestWords {
    fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        self.abbreviations.get(word).or_else(|| self.abbreviations.get(lowered(word).as_str())).copied()
    }

    fn opens_sentence(&self, word: &str) -> bool {
        self.openers.contains(word.to_lowercase().as_str())
    }

    fn month(&self, word: &str) -> bool {
        self.months.contains(word)
    }

    fn currency(&self, letters: &str) -> bool {
        matches!(letters, "USD" | "EUR" | "CHF")
    }

    fn unit(&self, letters: &str) -> bool {
        matches!(letters, "GB" | "kW" | "m2")
    }
}

/// Tokens and sentences of a text.
pub(crate) fn segmented(lang: Lang, text: &str) -> (Vec<Token>, Vec<Sentence>) {
    static WORDS: LazyLock<Vec<TestWords>> = LazyLock::new(|| Lang::ALL.map(words).into());
    let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
    segment(text, 0, lang.profile(), &WORDS[lang as usize], &mut tokens, &mut sentences);
    (tokens, sentences)
}

pub(crate) fn tokens(lang: Lang, text: &str) -> Vec<&str> {
    segmented(lang, text).0.iter().map(|t| &text[t.start as usize..t.end as usize]).collect()
}

pub(crate) fn sentences(lang: Lang, text: &str) -> Vec<&str> {
    segmented(lang, text).1.iter().map(|s| &text[s.start as usize..s.end as usize]).collect()
}

/// Each `text|parted|like this` must come out with its tokens parted at the bars (and at spaces).
pub(crate) fn parts(lang: Lang, cases: &[&str]) {
    for case in cases {
        let text = case.replace('|', "");
        assert_eq!(tokens(lang, &text), case.split([' ', '|']).collect::<Vec<_>>(), "{text}");
    }
}

/// Each `One sentence.| Another.` must come out with its sentences parted at the bars.
pub(crate) fn splits(lang: Lang, cases: &[&str]) {
    for case in cases {
        let text = case.replace('|', "");
        assert_eq!(sentences(lang, &text), case.split('|').map(str::trim).collect::<Vec<_>>(), "{text}");
    }
}
