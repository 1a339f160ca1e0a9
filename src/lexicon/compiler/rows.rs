//! The kinds of table, told apart by their columns, and what a row of each adds.

use super::class::{self, Class, Form, NounKind, VerbKind};
use super::inflect::{Forms, de, en};
use super::table::{Row, Table, TableError};
use super::{Compiler, EntryText, Rules};

/// Adds every row of a table.
pub fn add(compiler: &mut Compiler, table: &Table<'_>) -> Result<(), TableError> {
    let add_row: fn(&mut Compiler, &Row<'_>) -> Result<(), TableError> = match table.columns.as_slice() {
        ["class", "surface"] => word,
        ["concept", "kind", "en", "de"] => concept,
        ["id", "subtype", "any", "en", "de"] => organisation,
        ["id", "any", "en", "de", "en_adjective", "de_adjective", "en_person", "de_person"] => country,
        ["id", "subtype", "country", "any", "en", "de"] => place,
        ["name", "gender"] => given_name,
        ["code", "symbol", "en", "de"] => currency,
        ["code", "kind", "symbol", "en", "de"] => unit,
        other => {
            return Err(table.header_error(format!(
                "no table has the columns {}: the simplest has class, surface",
                other.join(", ")
            )));
        }
    };
    for row in table.rows() {
        let row = row?;
        compiler.begin_row(row.line());
        add_row(compiler, &row)?;
    }
    Ok(())
}

/// Concepts and verbs share their columns; their kinds tell them apart.
fn concept(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    match row.filled(1, "kind")? {
        kind if NounKind::from_name(kind).is_some() => noun(compiler, row),
        kind if VerbKind::from_name(kind).is_some() => verb(compiler, row),
        kind => Err(row.error(
            1,
            format!(
                "\"{kind}\" is no kind: expected one of {} (nouns), {} (verbs)",
                NounKind::names().join(", "),
                VerbKind::names().join(", ")
            ),
        )),
    }
}

/// A cell's noun in the compiler's language, with its lemma.
fn noun_forms(rules: Rules, cell: &str) -> Result<(String, Forms), String> {
    match rules {
        Rules::English => {
            let lemma = cell.split('/').next().unwrap_or(cell);
            Ok((lemma.to_string(), en::noun(cell)))
        }
        Rules::German => {
            let mut parts = cell.split('/');
            let (lemma, gender) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
            let forms = de::noun(lemma, gender, parts.next().unwrap_or(""))?;
            Ok((lemma.to_string(), forms))
        }
    }
}

fn word(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let cell = class::parse_class(row.filled(0, "class")?).map_err(|message| row.error(0, message))?;
    let surface = row.filled(1, "surface")?;
    if let Some(tail) = surface.strip_prefix('-').filter(|tail| tail.chars().count() > 1) {
        let (lemma, forms) = literal(compiler.rules, tail).map_err(|message| row.error(1, message))?;
        let value = word_value(compiler, &cell, lemma);
        for (form_surface, form) in forms.0 {
            compiler.add_tail(&form_surface, cell.class, value, form.and(cell.form));
        }
        return Ok(());
    }
    let (lemma, forms) = literal(compiler.rules, surface).map_err(|message| row.error(1, message))?;
    let value = word_value(compiler, &cell, lemma);
    for (form_surface, form) in forms.0 {
        compiler.add(&form_surface, cell.class, value, form.and(cell.form));
    }
    if let Some(id) = cell.entry {
        compiler.add_canonical(cell.class, id, value);
    }
    Ok(())
}

fn word_value(compiler: &mut Compiler, cell: &class::ClassCell<'_>, lemma: String) -> u32 {
    match (cell.value, cell.entry) {
        (Some(value), _) => value,
        (None, id) => compiler.entry(EntryText { id: id.unwrap_or("").to_string(), lemma, ..EntryText::default() }),
    }
}

/// A literal surface, an adjective with `~` or a noun in the notation with `/`, as all its forms.
fn literal(rules: Rules, surface: &str) -> Result<(String, Forms), String> {
    if is_noun_notation(rules, surface) {
        return noun_forms(rules, surface);
    }
    let mut forms = Forms::default();
    for form in de::adjective(surface) {
        forms.add(form, Form::NONE);
    }
    Ok((surface.replace('~', "e"), forms))
}

/// Tells `person/people` and `Bericht/m/Berichte` from words that are written with a slash ("A/S", "and/or").
fn is_noun_notation(rules: Rules, surface: &str) -> bool {
    let Some((lemma, rest)) = surface.split_once('/') else {
        return false;
    };
    match rules {
        Rules::English => rest == "-" || rest.chars().next() == lemma.chars().next(),
        Rules::German => {
            let gender = rest.split('/').next().unwrap_or("");
            gender.len() == 1 && gender.bytes().all(|byte| byte.is_ascii_lowercase())
        }
    }
}

fn noun(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let (concept, kind) = (row.filled(0, "concept")?, row.filled(1, "kind")?);
    let column = if compiler.rules == Rules::English { 2 } else { 3 };
    for cell in row.values(column)? {
        let alone = cell.strip_suffix("/!");
        let compounds = compiler.rules == Rules::German && alone.is_none();
        let (lemma, forms) =
            noun_forms(compiler.rules, alone.unwrap_or(cell)).map_err(|message| row.error(column, message))?;
        let plural = forms
            .0
            .iter()
            .find(|(surface, form)| form.has(Form::PLURAL) && (*surface != lemma || forms.0.len() == 1))
            .map_or_else(|| lemma.clone(), |(surface, _)| surface.clone());
        let entry = compiler.entry(EntryText {
            id: concept.to_string(),
            lemma: lemma.clone(),
            tag: kind.to_string(),
            extra: plural,
        });
        compiler.add_canonical(Class::Noun, concept, entry);
        for (surface, form) in forms.0 {
            compiler.add(&surface, Class::Noun, entry, form);
            // German writes compounds as one word; a short head would fire inside unrelated words.
            if compounds && surface.chars().count() >= 4 && !surface.contains(' ') {
                compiler.add_tail(&surface, Class::Noun, entry, form);
            }
        }
    }
    Ok(())
}

fn verb(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let (concept, kind) = (row.filled(0, "concept")?, row.filled(1, "kind")?);
    let column = if compiler.rules == Rules::English { 2 } else { 3 };
    for cell in row.values(column)? {
        let (lemma, prefix, forms) = match compiler.rules {
            Rules::English => {
                let lemma = cell.split('/').next().unwrap_or(cell);
                (lemma.to_string(), String::new(), en::verb(cell))
            }
            Rules::German => {
                let verb = de::verb(cell).map_err(|message| row.error(column, message))?;
                (verb.lemma, verb.prefix, verb.forms)
            }
        };
        let entry = compiler.entry(EntryText { id: concept.to_string(), lemma, tag: kind.to_string(), extra: prefix });
        compiler.add_canonical(Class::Verb, concept, entry);
        for (surface, form) in forms.0 {
            compiler.add(&surface, Class::Verb, entry, form);
        }
    }
    Ok(())
}

/// The names valid in the compiler's language: its own cell before the common one.
fn names<'a>(compiler: &Compiler, row: &Row<'a>, any: usize, en: usize, de: usize) -> Result<Vec<&'a str>, TableError> {
    let own = if compiler.rules == Rules::English { en } else { de };
    let mut names = row.values(own)?;
    names.extend(row.values(any)?);
    Ok(names)
}

fn add_names(compiler: &mut Compiler, names: &[&str], class: Class, entry: u32) {
    for name in names {
        let short = if name.chars().any(char::is_lowercase) { Form::NONE } else { Form::SHORT };
        for surface in de::adjective(name) {
            compiler.add(&surface, class, entry, short);
            if compiler.rules == Rules::German
                && let Some(genitive) = de::name_genitive(&surface)
            {
                compiler.add(&genitive, class, entry, short.and(Form::GENITIVE));
            }
        }
    }
}

fn canonical(names: &[&str]) -> String {
    names.first().map_or_else(String::new, |name| name.replace('~', "e"))
}

fn organisation(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let names = names(compiler, row, 2, 3, 4)?;
    let entry = compiler.entry(EntryText {
        id: row.filled(0, "id")?.to_string(),
        lemma: canonical(&names),
        tag: row.filled(1, "subtype")?.to_string(),
        extra: String::new(),
    });
    add_names(compiler, &names, Class::Organisation, entry);
    Ok(())
}

fn country(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let id = row.filled(0, "id")?;
    let names = names(compiler, row, 1, 2, 3)?;
    let entry = compiler.entry(EntryText {
        id: format!("country/{id}"),
        lemma: canonical(&names),
        tag: "country".to_string(),
        extra: id.to_string(),
    });
    add_names(compiler, &names, Class::Country, entry);
    compiler.add_canonical(Class::Country, &format!("country/{id}"), entry);
    let (adjectives, persons) = if compiler.rules == Rules::English { (4, 6) } else { (5, 7) };
    for adjective in row.values(adjectives)? {
        for surface in de::adjective(adjective) {
            compiler.add(&surface, Class::PlaceAdjective, entry, Form::NONE);
        }
    }
    for person in row.values(persons)? {
        let (_, forms) = noun_forms(compiler.rules, person).map_err(|message| row.error(persons, message))?;
        for (surface, form) in forms.0 {
            compiler.add(&surface, Class::Demonym, entry, form);
        }
    }
    Ok(())
}

fn place(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let names = names(compiler, row, 3, 4, 5)?;
    let subtype = row.filled(1, "subtype")?;
    let entry = compiler.entry(EntryText {
        id: row.filled(0, "id")?.to_string(),
        lemma: canonical(&names),
        tag: subtype.to_string(),
        extra: row.cell(2).to_string(),
    });
    add_names(compiler, &names, Class::Place, entry);
    compiler.add_canonical(Class::Place, row.filled(0, "id")?, entry);
    if compiler.rules == Rules::German && subtype == "city" {
        for name in &names {
            for adjective in de::city_adjectives(name) {
                compiler.add(&adjective, Class::PlaceAdjective, entry, Form::NONE);
            }
        }
    }
    Ok(())
}

fn given_name(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let (name, gender) = (row.filled(0, "name")?, row.filled(1, "gender")?);
    if !["m", "f", "u"].contains(&gender) {
        return Err(row.error(1, format!("\"{gender}\" is no gender: expected m, f or u")));
    }
    let entry = compiler.entry(EntryText { id: gender.to_string(), ..EntryText::default() });
    add_names(compiler, &[name], Class::GivenName, entry);
    Ok(())
}

/// Symbols stand as they are; words are nouns in the language's notation, or literal phrases with `~`.
fn measure(compiler: &mut Compiler, row: &Row<'_>, class: Class, tag: &str, symbol: usize) -> Result<(), TableError> {
    let code = row.filled(0, "code")?;
    let column = symbol + if compiler.rules == Rules::English { 1 } else { 2 };
    let words = row.values(column)?;
    let mut lemma = String::new();
    let mut all = Vec::new();
    for cell in words {
        let is_noun = cell.contains('/') || compiler.rules == Rules::English;
        let (first, forms) = if is_noun && !cell.contains('~') {
            noun_forms(compiler.rules, cell).map_err(|message| row.error(column, message))?
        } else {
            measure_phrase(compiler.rules, cell).map_err(|message| row.error(column, message))?
        };
        if lemma.is_empty() {
            lemma = first;
        }
        all.extend(forms.0);
    }
    let entry = compiler.entry(EntryText {
        id: code.to_string(),
        lemma: if lemma.is_empty() { code.to_string() } else { lemma },
        tag: tag.to_string(),
        extra: row.values(symbol)?.first().unwrap_or(&"").to_string(),
    });
    for (surface, form) in all {
        compiler.add(&surface, class, entry, form);
    }
    for surface in row.values(symbol)? {
        compiler.add(surface, class, entry, Form::SHORT);
        // At the end of a sentence "kg." may be one token.
        if surface.chars().all(char::is_alphabetic) {
            compiler.add(&format!("{surface}."), class, entry, Form::SHORT);
        }
    }
    compiler.add_canonical(class, code, entry);
    Ok(())
}

/// "schwedisch~ Krone/f/Kronen": an adjective before a noun.
fn measure_phrase(rules: Rules, cell: &str) -> Result<(String, Forms), String> {
    let Some((adjective, noun)) = cell.rsplit_once(' ').filter(|_| cell.contains('/')) else {
        return literal(rules, cell);
    };
    let (lemma, nouns) = noun_forms(rules, noun)?;
    let mut forms = Forms::default();
    for before in de::adjective(adjective) {
        for (surface, form) in &nouns.0 {
            forms.add(format!("{before} {surface}"), *form);
        }
    }
    Ok((format!("{} {lemma}", adjective.replace('~', "e")), forms))
}

fn currency(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    measure(compiler, row, Class::Currency, "currency", 1)
}

fn unit(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let kind = row.filled(1, "kind")?.to_string();
    measure(compiler, row, Class::MeasureUnit, &kind, 2)
}
