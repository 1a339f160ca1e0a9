//! English nouns and verbs.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "the places are found in the same word, whose end is checked to be ASCII"
)]

use super::{Form, Forms, Inflection, Verb, de};

const SINGULAR: Form = Form::SINGULAR;
const PLURAL: Form = Form::PLURAL;

/// How English dictionaries inflect.
pub static INFLECTION: Inflection = Inflection {
    code: "en",
    noun: |cell| Ok((lemma(cell).to_string(), noun(cell))),
    is_noun,
    bare_nouns: true,
    compounds: false,
    verb: |cell| {
        let (verb, common) = cell.strip_prefix("that ").map_or((cell, Form::NONE), |verb| (verb, Form::CLAUSAL));
        let forms = verb_forms(verb).0.into_iter().map(|(surface, form)| (surface, form.and(common))).collect();
        Ok(Verb { lemma: lemma(verb).to_string(), prefix: String::new(), forms: Forms(forms) })
    },
    // German names keep their forms.
    adjective_endings: de::ADJECTIVE_ENDINGS,
    transcription: |_| None,
    name_genitive: |_| None,
    city_adjectives: |_| Vec::new(),
};

fn lemma(cell: &str) -> &str {
    cell.split('/').next().unwrap_or(cell)
}

/// `person/people`, `police/-`: the plural begins as the singular does.
fn is_noun(surface: &str) -> bool {
    surface.split_once('/').is_some_and(|(lemma, rest)| rest == "-" || rest.chars().next() == lemma.chars().next())
}

/// Noun forms from `report` or `person/people`; `police/-` has no other form.
fn noun(cell: &str) -> Forms {
    let mut forms = Forms::default();
    match cell.split_once('/') {
        Some((lemma, "-")) => forms.add(lemma, SINGULAR.and(PLURAL)),
        Some((lemma, plural)) => {
            forms.add(lemma, SINGULAR);
            forms.add(plural, PLURAL);
        }
        None => {
            forms.add(cell, SINGULAR);
            forms.add(plural(cell), PLURAL);
        }
    }
    forms
}

/// The regular plural.
fn plural(lemma: &str) -> String {
    sibilant_s(lemma)
}

/// Adds -s, -es or -ies, as plurals and the third person do.
fn sibilant_s(word: &str) -> String {
    let vowel_before_y = word.len() >= 2 && matches!(word.as_bytes()[word.len() - 2], b'a' | b'e' | b'i' | b'o' | b'u');
    if word.ends_with('y') && !vowel_before_y {
        format!("{}ies", &word[..word.len() - 1])
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

/// Verb forms from `announce`, `say/said`, `take/took/taken` or `find out/found out/found out`.
fn verb_forms(cell: &str) -> Forms {
    let mut parts = cell.split('/');
    let lemma = parts.next().unwrap_or(cell);
    let past = parts.next();
    let participle = parts.next().or(past);
    let (head, rest) = match lemma.split_once(' ') {
        Some((head, rest)) => (head, format!(" {rest}")),
        None => (lemma, String::new()),
    };
    let mut forms = Forms::default();
    forms.add(lemma, Form::INFINITIVE.and(Form::PRESENT).and(PLURAL));
    forms.add(
        match head {
            "go" | "do" | "undergo" | "forego" | "outdo" | "veto" | "echo" => format!("{head}es{rest}"),
            _ => format!("{}{rest}", sibilant_s(head)),
        },
        Form::PRESENT.and(SINGULAR),
    );
    let regular = past_of(head);
    let whole_past = past.map_or_else(|| format!("{regular}{rest}"), String::from);
    forms.add(whole_past, Form::PAST.and(SINGULAR).and(PLURAL));
    let whole_participle = participle.map_or_else(|| format!("{regular}{rest}"), String::from);
    forms.add(whole_participle, Form::PARTICIPLE);
    for gerund in gerunds(head, past) {
        forms.add(format!("{gerund}{rest}"), Form::GERUND);
    }
    forms
}

fn past_of(head: &str) -> String {
    if head.ends_with('e') {
        format!("{head}d")
    } else if head.ends_with('y') && !ends_in_vowel_y(head) {
        format!("{}ied", &head[..head.len() - 1])
    } else {
        format!("{head}ed")
    }
}

fn ends_in_vowel_y(head: &str) -> bool {
    head.len() >= 2 && matches!(head.as_bytes()[head.len() - 2], b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The -ing form; both spellings where only stress decides on doubling ("beginning", "opening").
fn gerunds(head: &str, past: Option<&str>) -> Vec<String> {
    let doubled = || {
        let last = &head[head.len() - 1..];
        format!("{head}{last}ing")
    };
    if let Some(stem) = head.strip_suffix("ie") {
        return vec![format!("{stem}ying")];
    }
    if head.ends_with("ee") || head.ends_with("oe") || head.ends_with("ye") {
        return vec![format!("{head}ing")];
    }
    if let Some(stem) = head.strip_suffix('e').filter(|stem| !stem.is_empty()) {
        return vec![format!("{stem}ing")];
    }
    let bytes = head.as_bytes();
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    let closed = bytes.len() >= 3
        && bytes.is_ascii()
        && !vowel(bytes[bytes.len() - 1])
        && !matches!(bytes[bytes.len() - 1], b'w' | b'x' | b'y')
        && vowel(bytes[bytes.len() - 2])
        && !vowel(bytes[bytes.len() - 3]);
    let one_syllable = bytes.iter().filter(|b| vowel(**b)).count() == 1;
    match past {
        // "planned", "admitted" show the doubling.
        Some(past) if past.starts_with(head) && past.ends_with("ed") => {
            vec![past[..past.len() - 2].to_string() + "ing"]
        }
        Some(_) if closed && one_syllable => vec![doubled()],
        Some(_) if closed => vec![format!("{head}ing"), doubled()],
        _ => vec![format!("{head}ing")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surfaces(forms: Forms) -> Vec<String> {
        forms.0.into_iter().map(|(surface, _)| surface).collect()
    }

    #[test]
    fn nouns() {
        assert_eq!(surfaces(noun("report")), ["report", "reports"]);
        assert_eq!(surfaces(noun("city")), ["city", "cities"]);
        assert_eq!(surfaces(noun("bus")), ["bus", "buses"]);
        assert_eq!(surfaces(noun("person/people")), ["person", "people"]);
        assert_eq!(surfaces(noun("police/-")), ["police"]);
    }

    #[test]
    fn verbs() {
        assert_eq!(surfaces(verb_forms("announce")), ["announce", "announces", "announced", "announcing"]);
        assert_eq!(surfaces(verb_forms("say/said")), ["say", "says", "said", "saying"]);
        assert_eq!(surfaces(verb_forms("take/took/taken")), ["take", "takes", "took", "taken", "taking"]);
        assert_eq!(surfaces(verb_forms("plan/planned")), ["plan", "plans", "planned", "planning"]);
        assert_eq!(surfaces(verb_forms("carry")), ["carry", "carries", "carried", "carrying"]);
        assert_eq!(surfaces(verb_forms("point out")), ["point out", "points out", "pointed out", "pointing out"]);
        assert_eq!(surfaces(verb_forms("get/got/got")), ["get", "gets", "got", "getting"]);
    }
}
