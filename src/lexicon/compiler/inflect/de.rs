//! German nouns, verbs, adjectives and names.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a split has a first part; the other places are found in the same word"
)]

use super::{Form, Forms, Inflection, Verb};

const SINGULAR: Form = Form::SINGULAR;
const PLURAL: Form = Form::PLURAL;
/// How an adjective may end.
pub const ADJECTIVE_ENDINGS: &[&str] = &["e", "en", "er", "es", "em"];

/// How German dictionaries inflect.
pub static INFLECTION: Inflection = Inflection {
    code: "de",
    noun,
    is_noun,
    bare_nouns: false,
    compounds: true,
    verb,
    adjective_endings: ADJECTIVE_ENDINGS,
    transcription,
    name_genitive,
    city_adjectives,
};

/// `Bericht/m/Berichte`, `Leute/p`, `Verletzte/a`.
fn noun(cell: &str) -> Result<(String, Forms), String> {
    let mut parts = cell.split('/');
    let (lemma, gender) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let forms = noun_forms(lemma, gender, parts.next().unwrap_or(""))?;
    Ok((lemma.to_string(), forms))
}

/// A gender stands behind the first slash.
fn is_noun(surface: &str) -> bool {
    let gender = surface.split('/').nth(1).unwrap_or("");
    gender.len() == 1 && gender.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Noun forms from lemma, gender (`m` `f` `n`, `p` plural only, `a` inflects like an adjective) and plural (`-`: none).
fn noun_forms(lemma: &str, gender: &str, plural: &str) -> Result<Forms, String> {
    let mut forms = Forms::default();
    match (gender, plural) {
        ("a", "") => {
            let stem = lemma.strip_suffix('e').ok_or_else(|| format!("\"{lemma}\": an adjectival noun ends in -e"))?;
            for ending in ADJECTIVE_ENDINGS {
                forms.add(format!("{stem}{ending}"), SINGULAR.and(PLURAL));
            }
        }
        ("p", "") => plurals(lemma, &mut forms),
        ("m" | "n" | "f", "") => return Err(format!("\"{lemma}\": expected a plural, or - for none")),
        ("m" | "n" | "f", _) => {
            forms.add(lemma, SINGULAR);
            if gender != "f" {
                for genitive in genitives(lemma) {
                    forms.add(genitive, SINGULAR.and(Form::GENITIVE));
                }
            }
            if plural != "-" {
                plurals(plural, &mut forms);
            }
        }
        _ => return Err(format!("\"{gender}\" is no gender: expected one of m, f, n, p, a")),
    }
    Ok(forms)
}

fn plurals(plural: &str, forms: &mut Forms) {
    forms.add(plural, PLURAL);
    if plural.ends_with('e') || plural.ends_with("el") || plural.ends_with("er") {
        forms.add(format!("{plural}n"), PLURAL);
    }
}

fn genitives(lemma: &str) -> Vec<String> {
    if lemma.ends_with("nis") {
        vec![format!("{lemma}ses")]
    } else if ["s", "ß", "x", "z"].iter().any(|end| lemma.ends_with(end)) {
        vec![format!("{lemma}es")]
    } else if lemma.ends_with(['e', 'a', 'i', 'o', 'u']) || ["er", "el", "en"].iter().any(|end| lemma.ends_with(end)) {
        vec![format!("{lemma}s")]
    } else {
        vec![format!("{lemma}s"), format!("{lemma}es")]
    }
}

/// The genitive of a name; none where it would not be written with an -s.
fn name_genitive(name: &str) -> Option<String> {
    let last = name.chars().next_back()?;
    let acronym = !name.chars().any(char::is_lowercase);
    (last.is_alphabetic() && !acronym && !['s', 'ß', 'x', 'z'].contains(&last)).then(|| format!("{name}s"))
}

/// The adjectives in -er of a city, with the spellings its ending allows: Bremer, Dresdner, Göttinger, Berliner.
fn city_adjectives(name: &str) -> Vec<String> {
    if name.contains(' ') || name.chars().count() < 3 {
        return Vec::new();
    }
    if let Some(stem) = name.strip_suffix("ingen") {
        return vec![format!("{stem}inger")];
    }
    if let Some(stem) = name.strip_suffix("en") {
        return vec![format!("{stem}er"), format!("{stem}ner"), format!("{name}er")];
    }
    if name.ends_with("er") {
        return vec![format!("{name}er")];
    }
    if name.ends_with('e') {
        return vec![format!("{name}r")];
    }
    vec![format!("{name}er")]
}

/// A verb from `melden`, `geben/gibt/gab/gegeben`, `bekannt|geben/gibt/gab/gegeben`, `ums Leben|kommen/kommt/kam/gekommen`,
/// `sich einigen` or `dass fest|halten/hält/hielt/gehalten`.
fn verb(cell: &str) -> Result<Verb, String> {
    let parts: Vec<&str> = cell.split('/').collect();
    let (whole, common) = match parts[0].split_once(' ') {
        Some(("sich", rest)) => (rest, Form::REFLEXIVE),
        Some(("dass", rest)) => (rest, Form::CLAUSAL),
        _ => (parts[0], Form::NONE),
    };
    let (prefix, infinitive) = whole.split_once('|').unwrap_or(("", whole));
    // What stands behind the infinitive ("rechnen mit") does not inflect and may stand anywhere.
    let infinitive = infinitive.split(' ').next().unwrap_or(infinitive);
    let simple = match parts.len() {
        1 => weak(infinitive, !prefix.is_empty())?,
        4 => strong(infinitive, parts[1], parts[2], parts[3])?,
        n => return Err(format!("\"{cell}\": {n} parts, expected the infinitive or four principal parts")),
    };
    let mut forms = Forms::default();
    let finite = Form(Form::PRESENT.0 | Form::PAST.0 | Form::SUBJUNCTIVE_1.0 | Form::SUBJUNCTIVE_2.0);
    for (surface, form) in simple.0 {
        let form = form.and(common);
        if prefix.is_empty() {
            forms.add(surface, form);
            continue;
        }
        // "ums Leben | gekommen"
        if prefix.contains(' ') {
            forms.add(surface, form.and(Form::WANTS_PREFIX));
            continue;
        }
        if form.has_any(finite) {
            let apart = Form(form.0 & !Form::INFINITIVE.0).and(Form::WANTS_PREFIX);
            forms.add(surface.clone(), apart);
        }
        forms.add(format!("{prefix}{surface}"), form);
        if form.has(Form::INFINITIVE) {
            forms.add(format!("{prefix}zu{surface}"), Form::ZU_INFINITIVE.and(common));
        }
    }
    let blank = if prefix.contains(' ') { " " } else { "" };
    Ok(Verb { lemma: format!("{prefix}{blank}{infinitive}"), prefix: prefix.to_string(), forms })
}

/// The stem before -en or -n.
fn stem_of(infinitive: &str) -> Result<&str, String> {
    infinitive
        .strip_suffix("en")
        .or_else(|| infinitive.strip_suffix('n'))
        .ok_or_else(|| format!("\"{infinitive}\" is no infinitive: expected -en or -n"))
}

/// Whether an e stands between stem and ending: "arbeitet", "rechnet", "öffnet".
fn inserts_e(stem: &str) -> bool {
    if stem.ends_with(['t', 'd']) {
        return true;
    }
    let mut back = stem.chars().rev();
    match (back.next(), back.next()) {
        (Some('m' | 'n'), Some(before)) => {
            !['l', 'r', 'm', 'n', 'h', 'a', 'e', 'i', 'o', 'u', 'ä', 'ö', 'ü', 'y'].contains(&before)
                || before == 'h' && (stem.ends_with("chn") || stem.ends_with("chm"))
        }
        _ => false,
    }
}

fn present(forms: &mut Forms, infinitive: &str, stem: &str, third: &str) {
    let first = if let Some(base) = stem.strip_suffix("el").filter(|_| infinitive.ends_with("eln")) {
        forms.add(format!("{stem}e"), Form::PRESENT.and(Form::SUBJUNCTIVE_1).and(SINGULAR));
        format!("{base}le")
    } else {
        format!("{stem}e")
    };
    forms.add(first, Form::PRESENT.and(Form::SUBJUNCTIVE_1).and(SINGULAR));
    forms.add(third, Form::PRESENT.and(SINGULAR));
    forms.add(infinitive, Form::INFINITIVE.and(Form::PRESENT).and(Form::SUBJUNCTIVE_1).and(PLURAL));
    attributive(forms, &format!("{infinitive}d"), Form::GERUND);
}

fn attributive(forms: &mut Forms, participle: &str, form: Form) {
    for ending in ADJECTIVE_ENDINGS {
        forms.add(format!("{participle}{ending}"), form.and(Form::ATTRIBUTIVE));
    }
}

fn weak(infinitive: &str, separable: bool) -> Result<Forms, String> {
    const UNSTRESSED: [&str; 8] = ["be", "emp", "ent", "er", "ge", "miss", "ver", "zer"];
    let stem = stem_of(infinitive)?;
    let e = if inserts_e(stem) { "e" } else { "" };
    let mut forms = Forms::default();
    present(&mut forms, infinitive, stem, &format!("{stem}{e}t"));
    let past = Form::PAST.and(Form::SUBJUNCTIVE_2);
    forms.add(format!("{stem}{e}te"), past.and(SINGULAR));
    forms.add(format!("{stem}{e}ten"), past.and(PLURAL));
    let bare =
        infinitive.ends_with("ieren") || !separable && UNSTRESSED.iter().any(|prefix| infinitive.starts_with(prefix));
    // "geben" begins with no prefix, "gestatten" does: a prefix leaves a stem with a vowel.
    let bare = bare && (infinitive.ends_with("ieren") || has_vowel_after_prefix(infinitive, &UNSTRESSED));
    let participle = if bare { format!("{stem}{e}t") } else { format!("ge{stem}{e}t") };
    attributive(&mut forms, &participle, Form::PARTICIPLE);
    forms.add(participle, Form::PARTICIPLE);
    Ok(forms)
}

fn has_vowel_after_prefix(infinitive: &str, prefixes: &[&str]) -> bool {
    prefixes.iter().filter_map(|prefix| infinitive.strip_prefix(prefix)).any(|rest| {
        let stem = rest.strip_suffix("en").or_else(|| rest.strip_suffix('n')).unwrap_or(rest);
        stem.chars().any(|c| "aeiouyäöü".contains(c)) && stem.chars().next().is_some()
    })
}

fn strong(infinitive: &str, third: &str, past: &str, participle: &str) -> Result<Forms, String> {
    let stem = stem_of(infinitive)?;
    let mut forms = Forms::default();
    present(&mut forms, infinitive, stem, third);
    let weak_past = past.ends_with("te");
    let plural = if past.ends_with('e') { format!("{past}n") } else { format!("{past}en") };
    forms.add(past, Form::PAST.and(SINGULAR));
    forms.add(plural, Form::PAST.and(PLURAL));
    let base = umlaut(past.strip_suffix('e').unwrap_or(past));
    let umlauts = !weak_past || base != past.strip_suffix('e').unwrap_or(past);
    for base in umlauts.then_some(base).into_iter().chain(old_subjunctive(past)) {
        forms.add(format!("{base}e"), Form::SUBJUNCTIVE_2.and(SINGULAR));
        forms.add(format!("{base}en"), Form::SUBJUNCTIVE_2.and(PLURAL));
    }
    attributive(&mut forms, participle, Form::PARTICIPLE);
    forms.add(participle, Form::PARTICIPLE);
    Ok(forms)
}

/// The subjunctive with the vowel that the past once had: "stünde" of "stand", "stürbe" of "starb".
fn old_subjunctive(past: &str) -> Option<String> {
    const ENDINGS: [(&str, &str); 4] = [("stand", "stünd"), ("alf", "ülf"), ("arb", "ürb"), ("arf", "ürf")];
    ENDINGS.iter().find_map(|(new, old)| Some(format!("{}{old}", past.strip_suffix(new)?)))
}

/// The last a, o or u with its umlaut.
fn umlaut(word: &str) -> String {
    match word.char_indices().rev().find(|(_, c)| "aouäöü".contains(*c)) {
        Some((at, c)) => {
            let with = match c {
                'a' => "ä",
                'o' => "ö",
                'u' => "ü",
                _ => return word.to_string(),
            };
            format!("{}{with}{}", &word[..at], &word[at + 1..])
        }
        None => word.to_string(),
    }
}

/// A word with its umlauts written out: "Muenchen" for "München"; `None` where it has none.
fn transcription(word: &str) -> Option<String> {
    if !word.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü']) {
        return None;
    }
    let mut out = String::with_capacity(word.len() + 4);
    for c in word.chars() {
        match c {
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'Ä' => out.push_str("Ae"),
            'Ö' => out.push_str("Oe"),
            'Ü' => out.push_str("Ue"),
            c => out.push(c),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(verb_cell: &str, surface: &str, form: Form) -> bool {
        let verb = verb(verb_cell).unwrap();
        verb.forms.0.iter().any(|(s, f)| s == surface && f.has(form))
    }

    fn surfaces(lemma: &str, gender: &str, plural: &str) -> Vec<String> {
        noun_forms(lemma, gender, plural).unwrap().0.into_iter().map(|(s, _)| s).collect()
    }

    #[test]
    fn nouns() {
        assert_eq!(surfaces("Bericht", "m", "Berichte"), ["Bericht", "Berichts", "Berichtes", "Berichte", "Berichten"]);
        assert_eq!(surfaces("Zahl", "f", "Zahlen"), ["Zahl", "Zahlen"]);
        assert_eq!(surfaces("Mitarbeiter", "m", "Mitarbeiter"), ["Mitarbeiter", "Mitarbeiters", "Mitarbeitern"]);
        assert_eq!(
            surfaces("Verletzte", "a", ""),
            ["Verletzte", "Verletzten", "Verletzter", "Verletztes", "Verletztem"]
        );
        assert_eq!(surfaces("Ergebnis", "n", "Ergebnisse"), ["Ergebnis", "Ergebnisses", "Ergebnisse", "Ergebnissen"]);
        assert!(noun_forms("Haus", "x", "Häuser").is_err());
    }

    #[test]
    fn weak_verbs() {
        assert!(has("melden", "meldete", Form::PAST));
        assert!(has("melden", "gemeldet", Form::PARTICIPLE));
        assert!(has("berichten", "berichtet", Form::PARTICIPLE));
        assert!(has("informieren", "informiert", Form::PARTICIPLE));
        assert!(has("sammeln", "sammle", Form::SUBJUNCTIVE_1));
        assert!(has("rechnen", "rechnet", Form::PRESENT));
        assert!(has("öffnen", "öffnete", Form::PAST));
        assert!(has("wohnen", "wohnt", Form::PRESENT));
    }

    #[test]
    fn strong_and_separable_verbs() {
        assert!(has("bekannt|geben/gibt/gab/gegeben", "gab", Form::PAST.and(Form::WANTS_PREFIX)));
        assert!(has("bekannt|geben/gibt/gab/gegeben", "bekanntgab", Form::PAST));
        assert!(has("bekannt|geben/gibt/gab/gegeben", "bekanntgegeben", Form::PARTICIPLE));
        assert!(has("bekannt|geben/gibt/gab/gegeben", "bekanntzugeben", Form::ZU_INFINITIVE));
        assert!(has("ums Leben|kommen/kommt/kam/gekommen", "kam", Form::PAST.and(Form::WANTS_PREFIX)));
        assert!(has("ums Leben|kommen/kommt/kam/gekommen", "gekommen", Form::PARTICIPLE.and(Form::WANTS_PREFIX)));
        assert!(has("geben/gibt/gab/gegeben", "gäbe", Form::SUBJUNCTIVE_2));
        assert!(has("bringen/bringt/brachte/gebracht", "brächten", Form::SUBJUNCTIVE_2));
        assert!(has("bestehen/besteht/bestand/bestanden", "bestünden", Form::SUBJUNCTIVE_2));
        assert!(has("bestehen/besteht/bestand/bestanden", "bestände", Form::SUBJUNCTIVE_2));
        assert!(has("an|kündigen", "angekündigt", Form::PARTICIPLE));
        assert!(has("schreiben/schreibt/schrieb/geschrieben", "schriebe", Form::SUBJUNCTIVE_2));
    }

    #[test]
    fn names_and_places() {
        assert_eq!(name_genitive("Europol").as_deref(), Some("Europols"));
        assert_eq!(name_genitive("Paris"), None);
        assert_eq!(name_genitive("EZB"), None);
        assert!(city_adjectives("Bremen").contains(&"Bremer".to_string()));
        assert_eq!(city_adjectives("Göttingen"), ["Göttinger"]);
        assert_eq!(INFLECTION.adjective("Europäisch~ Kommission")[1], "Europäischen Kommission");
    }
}
