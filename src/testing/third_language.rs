//! That the rules know no language: with a profile and a few words of its own, Dutch is read by the rules that were written
//! for German and English.

use crate::answer::{Answer, Document};
use crate::extractor::Extractor;
use crate::lang::{GlossWords, Lang, Profile};
use crate::lexicon::Form;
use crate::lexicon::compiler::inflect::{Forms, Inflection, Verb};

/// Dutch grammar. Nouns have no capitals, as in English; subordinate clauses end in their verb, as in German.
static DUTCH: Profile = Profile {
    lang: None,
    code: "nl",
    three_letters: "nld",
    bibliographic: "dut",
    name: "Dutch",
    own_name: "Nederlands",
    place_adjective_endings: &[],
    contractions: &[],
    decimal: ',',
    group: '.',
    ordinal_dot: false,
    day_first: true,
    capital_nouns: false,
    of_joins_names: true,
    grammatical_gender: true,
    bare_genitive: true,
    name_endings: &[("s", true)],
    decade_article: true,
    time_article: false,
    weekend_article: false,
    year_alone: false,
    noun_compounds: true,
    genitive_case: false,
    reported_mood: false,
    it_is_nobody: true,
    verb_final: true,
    be_perfect: true,
    clitics: &[],
    fused: &[],
    number_endings: &["e", "de", "ste"],
    number_compounds: true,
    number_fronts: &[],
    multiple_before_article: true,
    noun_lemma: |_| None,
    adjective_like: |word| word.len() > 3 && word.ends_with('e'),
    oblique_adjective: |_| false,
    oblique_determiner: |_| false,
    oblique_possessive: |_| false,
    nominative: |_, _| false,
    masculine: |_| false,
    relative_gender: |_, _| true,
    relative_person: |_| None,
    dative_plural: |_| false,
    accusative: |_| true,
    finite_like: |word| word.len() > 3 && ["t", "te", "de", "ten", "den"].iter().any(|ending| word.ends_with(ending)),
    infinitive_like: |word| word.ends_with("en"),
    adverb_like: |_| false,
    superlative_like: |_| false,
    plural_like: |word| word.ends_with("en"),
    to_may_change: false,
    gender_endings: &[],
    genitive_endings: &[],
    past_form: |word| word.len() > 4 && word.starts_with("ge"),
    simple_participle: |_| None,
    decade_endings: &[],
    before_is_ago: false,
    half_to_hour: true,
    night_to_day: true,
    approx_in_times: true,
    genitive_apostrophe: false,
    gloss: GlossWords {
        months: ["jan.", "feb.", "maart", "april", "mei", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "dec."],
        ordinal_mark: "",
        week: "week",
        weekend: "weekend",
        seasons: &[],
        decade: "",
        century: |_, _| {},
        before_christ: "v.Chr.",
        since: "sinds",
        starting: "vanaf",
        until: "tot",
        about: "ongeveer",
        over: "meer dan",
        under: "minder dan",
        at_least: "minstens",
        at_most: "hoogstens",
        aged: "leeftijd",
        rank: "rang",
        times: ["keer", "keer"],
        not: "niet",
        planned: "gepland",
        possible: "mogelijk",
        conditional: "voorwaardelijk",
        reported: "gemeld",
        more: "more",
        less: "less",
        up_by: "plus",
        up_to: "gestegen tot",
        up_from: "gestegen van",
        down_by: "min",
        down_to: "gedaald tot",
        down_from: "gedaald van",
        scales: &[(6, "miljoen")],
        time_units: &[],
    },
};

/// Dutch words inflect by rows alone: `melding/meldingen`, `zeggen/zegt/zei/gezegd`.
static INFLECTION: Inflection = Inflection {
    code: "nl",
    noun: |cell| {
        let (lemma, plural) = cell.split_once('/').unwrap_or((cell, cell));
        let mut forms = Forms::default();
        forms.add(lemma, Form::SINGULAR);
        forms.add(plural, Form::PLURAL);
        Ok((lemma.to_string(), forms))
    },
    is_noun: |_| false,
    bare_nouns: true,
    compounds: false,
    verb: |cell| {
        let parts: Vec<&str> = cell.split('/').collect();
        let [infinitive, present, past, participle] = parts[..] else {
            return Err(format!("{cell}: expected four forms"));
        };
        let mut forms = Forms::default();
        forms.add(infinitive, Form::INFINITIVE.and(Form::PRESENT).and(Form::PLURAL));
        forms.add(present, Form::PRESENT.and(Form::SINGULAR));
        forms.add(past, Form::PAST.and(Form::SINGULAR));
        forms.add(participle, Form::PARTICIPLE);
        Ok(Verb { lemma: infinitive.to_string(), prefix: String::new(), forms })
    },
    adjective_endings: &["e", ""],
    transcription: |_| None,
    name_genitive: |_| None,
    city_adjectives: |_| Vec::new(),
};

const WORDS: &str = "class\tsurface
adposition.between\ttussen
adposition.in\tin
adposition.on\top
approx.about\tongeveer
article\tde
article\thet
auxiliary.have:past.singular\thad
coordinator.and\ten
deictic.last\tvorig
indefinite.none\tniets
indefinite-article\teen
month.1\tjanuari
month.3\tmaart
month.4\tapril
pronoun.they\tze
relative-pronoun\tdie
relative.day.-1\tgisteren
scale.6\tmiljoen
subordinator.that\tdat
time-unit.year\tjaar
weekday.1\tmaandag
";

/// Columns stand in any order, and other languages' may stand beside them.
const NOUNS: &str = "kind\tnl\tconcept\ten
thing\tmelding/meldingen\treport\treport
person\tpolitie\tpolice\tpolice/-
person\twoordvoerder/woordvoerders\tspokesperson\tspokesman/spokesmen
";

const VERBS: &str = "concept\tkind\tnl
receive\tplain\tontvangen/ontvangt/ontving/ontvangen
say\tsay\tzeggen/zegt/zei/gezegd
";

const CURRENCIES: &str = "nl\tcode\tsymbol
euro/euro\tEUR\t€
";

fn read<R>(text: &str, show: impl FnOnce(&Answer<'_>) -> R) -> R {
    let tables =
        [("woorden.tsv", WORDS), ("begrippen.tsv", NOUNS), ("werkwoorden.tsv", VERBS), ("munten.tsv", CURRENCIES)];
    let extractor = Extractor::trying(&DUTCH, &INFLECTION, &tables).unwrap();
    show(&extractor.try_on(&DUTCH, &Document::new(text).with_date("2015-04-20".parse().unwrap())))
}

#[test]
fn dutch_times() {
    let text = "Het gebeurde gisteren en op maandag 3 maart 2014.";
    let times = read(text, |answer| {
        answer.times.iter().map(|time| format!("{} {}", time.text, time.value)).collect::<Vec<_>>()
    });
    assert_eq!(times, ["gisteren 2015-04-19", "maandag 3 maart 2014 2014-03-03"]);
}

#[test]
fn dutch_periods() {
    let text = "Dat was tussen januari en april 2014.";
    let periods = read(text, |answer| answer.periods.iter().map(|period| period.value.to_string()).collect::<Vec<_>>());
    assert_eq!(periods, ["2014-01/2014-04"]);
}

#[test]
fn dutch_figures() {
    let text = "De politie ontving ongeveer 37 meldingen en 2,5 miljoen euro.";
    let figures = read(text, |answer| {
        let figures = answer.figures.iter().map(|figure| {
            let counted = figure.of.as_ref().and_then(|of| of.concept.as_deref()).or(figure.unit.as_deref());
            let value = figure.value.as_ref().map(ToString::to_string).unwrap_or_default();
            format!("{} {value} {}", figure.text, counted.unwrap_or("-"))
        });
        figures.collect::<Vec<_>>()
    });
    assert_eq!(figures, ["ongeveer 37 37 report", "2,5 miljoen euro 2500000 EUR"]);
}

#[test]
fn dutch_facts() {
    let keys = |text| read(text, |answer| answer.facts.iter().map(|fact| fact.key.to_string()).collect::<Vec<_>>());
    assert_eq!(keys("Vorig jaar ontving de politie 37 meldingen."), ["count:37:report|2014|receive"]);
    assert_eq!(keys("De politie, die vorig jaar 37 meldingen ontving, zei niets."), ["count:37:report|2014|receive"]);
}

#[test]
fn dutch_statements() {
    let text = "Een woordvoerder zei dat de politie 37 meldingen had ontvangen.";
    let said = read(text, |answer| {
        let statements = answer.statements.iter().map(|statement| {
            let speaker = statement.speaker.as_ref().map_or("-", |speaker| &speaker.text);
            format!("{speaker}: {}", statement.content[0].of(text))
        });
        let sources = answer.facts.iter().map(|fact| {
            let subject = fact.subject.as_ref().map_or("-", |subject| &subject.text);
            format!("{subject} ({})", fact.source.as_ref().map_or("-", |source| &source.text))
        });
        statements.chain(sources).collect::<Vec<_>>()
    });
    let content = "dat de politie 37 meldingen had ontvangen";
    assert_eq!(said, [format!("Een woordvoerder: {content}"), "de politie (Een woordvoerder)".to_string()]);
}

#[test]
fn a_language_without_its_column_gets_nothing() {
    let error = |table| Extractor::trying(&DUTCH, &INFLECTION, &[("eigen.tsv", table)]).unwrap_err().to_string();
    assert!(Extractor::trying(&DUTCH, &INFLECTION, &[("eigen.tsv", "concept\tkind\tde\n")]).is_ok());
    assert!(error("concept\tkind\tnl\tfr\n").contains("unknown column \"fr\""), "{}", error("concept\tkind\tnl\tfr\n"));
    assert!(error("nl\tkind\tconcept\tnl\n").contains("\"nl\" stands twice"));
    assert!(Lang::from_code("nl").is_none());
}
