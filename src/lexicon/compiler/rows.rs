//! The kinds of table, told apart by their columns, and what a row of each adds.

use super::class::{self, Class, Commitment, Form, NounKind, Relation, UnitKind, VerbKind};
use super::inflect::{Forms, Inflection};
use super::table::{self, Row, Table, TableError, TableErrors};
use super::{AGENTS, Compiler, EntryText, MOVES, PERSONS, inflect};

/// A kind of table. Its columns stand in any order; those of a language are named by its code, and there may be any number
/// of languages.
struct Kind {
    /// The columns that it has.
    columns: &'static [&'static str],
    /// It may have a column for names that every language uses.
    any: bool,
    /// What may stand behind the language's code in a language's columns.
    languages: &'static [&'static str],
    add: fn(&mut Compiler, &Row<'_>) -> Result<(), TableError>,
}

const KINDS: &[Kind] = &[
    Kind { columns: &["class", "surface"], any: false, languages: &[], add: word },
    Kind { columns: &["concept", "kind"], any: false, languages: &[""], add: concept },
    Kind { columns: &["concept", "kind", RELATION], any: false, languages: &[""], add: concept },
    Kind { columns: &["concept", BROADER, RELATION], any: false, languages: &[], add: broader },
    Kind { columns: &["concept", COMMITMENT], any: false, languages: &[], add: commitment },
    Kind { columns: &["id", "subtype"], any: true, languages: &[""], add: organisation },
    Kind { columns: &["id"], any: true, languages: &["", ADJECTIVE, PERSON], add: country },
    Kind { columns: &["id", "subtype", "country"], any: true, languages: &[""], add: place },
    Kind { columns: &["name", "gender"], any: false, languages: &[], add: given_name },
    Kind { columns: &["code", "symbol"], any: false, languages: &[""], add: currency },
    Kind { columns: &["code", "kind", "symbol"], any: false, languages: &[""], add: unit },
];

/// What a predicate says in a fact's key.
const RELATION: &str = "relation";

/// The concept that stands for another one in a fact's key.
const BROADER: &str = "broader";

/// How far the words of a concept stand behind what hangs on them.
const COMMITMENT: &str = "commitment";

/// Names valid in every language.
const ANY: &str = "any";
/// Behind a language's code: the adjectives of a country.
const ADJECTIVE: &str = "_adjective";
/// Behind a language's code: the people of a country.
const PERSON: &str = "_person";

impl Kind {
    /// Whether a table of the kind may have the column.
    fn has(&self, column: &str, own: &str) -> bool {
        let language = |code: &str| column.strip_prefix(code).is_some_and(|rest| self.languages.contains(&rest));
        self.columns.contains(&column)
            || self.any && column == ANY
            || language(own)
            || inflect::ALL.iter().any(|inflection| language(inflection.code))
    }

    /// Whether a table has the kind's columns and no others. Adjectives and people tell countries from other things with an
    /// id, so at least one language has them.
    fn fits(&self, columns: &[&str], own: &str) -> bool {
        let marks = self.languages.iter().filter(|ending| !ending.is_empty());
        self.columns.iter().all(|column| columns.contains(column))
            && columns.iter().all(|column| self.has(column, own))
            && marks.into_iter().all(|ending| columns.iter().any(|column| column.ends_with(ending)))
    }
}

/// Adds every row of a table.
pub fn add(compiler: &mut Compiler, table: &Table<'_>) -> Result<(), TableErrors> {
    let kind = kind(table, compiler.inflection.code)?;
    table::all(table.rows().map(|row| {
        let row = row?;
        compiler.begin_row(row.line());
        (kind.add)(compiler, &row)
    }))
}

fn kind(table: &Table<'_>, own: &str) -> Result<&'static Kind, TableError> {
    let columns = table.columns.as_slice();
    for (at, column) in columns.iter().enumerate() {
        if columns.iter().take(at).any(|earlier| earlier == column) {
            return Err(table.header_error(at, format!("the column \"{column}\" stands twice")));
        }
        if !KINDS.iter().any(|kind| kind.has(column, own)) {
            let message = format!("unknown column \"{column}\": no table has it, and no language that is read");
            return Err(table.header_error(at, message));
        }
    }
    KINDS.iter().find(|kind| kind.fits(columns, own)).ok_or_else(|| {
        let all = columns.join(", ");
        table.header_error(0, format!("no table has the columns {all}: the simplest has class, surface"))
    })
}

/// Concepts and verbs share their columns; their kinds tell them apart.
fn concept(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let kind = row.filled("kind")?;
    let ends = |feature| Some((kind.strip_suffix(feature)?, feature));
    let (verb_kind, feature) = ends(PERSONS).or_else(|| ends(AGENTS)).or_else(|| ends(MOVES)).unwrap_or((kind, ""));
    if NounKind::from_name(kind).is_some() {
        noun(compiler, row)
    } else if VerbKind::from_name(verb_kind).is_some() {
        verb(compiler, row, verb_kind, feature)
    } else {
        let (nouns, verbs) = (NounKind::names().join(", "), VerbKind::names().join(", "));
        let message = format!("\"{kind}\" is no kind: expected one of {nouns} (nouns), {verbs} (verbs)");
        Err(row.error("kind", message))
    }
}

fn word(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let cell = class::parse_class(row.filled("class")?).map_err(|message| row.error("class", message))?;
    let surface = row.filled("surface")?;
    let tail = surface.strip_prefix('-').filter(|tail| tail.chars().count() > 1);
    let (lemma, forms) =
        literal(compiler.inflection, tail.unwrap_or(surface)).map_err(|message| row.error("surface", message))?;
    let value = word_value(compiler, &cell, lemma);
    for (form_surface, form) in forms.0 {
        let form = form.and(cell.form);
        if tail.is_some() {
            compiler.add_tail(&form_surface, cell.class, value, form);
        } else {
            compiler.add(&form_surface, cell.class, value, form);
        }
    }
    if let Some(id) = cell.entry.filter(|_| tail.is_none()) {
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
fn literal(inflection: &Inflection, surface: &str) -> Result<(String, Forms), String> {
    if (inflection.is_noun)(surface) {
        return (inflection.noun)(surface);
    }
    let mut forms = Forms::default();
    for form in inflection.adjective(surface) {
        forms.add(form, Form::NONE);
    }
    Ok((inflection.base(surface), forms))
}

fn noun(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let (concept, kind) = (row.filled("concept")?, row.filled("kind")?);
    let inflection = compiler.inflection;
    for cell in row.values(inflection.code)? {
        let alone = cell.strip_suffix("/!");
        let compounds = inflection.compounds && alone.is_none();
        let (lemma, forms) =
            (inflection.noun)(alone.unwrap_or(cell)).map_err(|message| row.error(inflection.code, message))?;
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
            // A short head would fire inside unrelated words.
            if compounds && surface.chars().count() >= 4 && !surface.contains(' ') {
                compiler.add_tail(&surface, Class::Noun, entry, form);
            }
        }
    }
    Ok(())
}

/// The relation that a row names, if any.
fn relation<'a>(row: &Row<'a>) -> Result<&'a str, TableError> {
    let relation = row.cell(RELATION);
    if !relation.is_empty() && Relation::from_name(relation).is_none() {
        let relations = Relation::names().join(", ");
        return Err(row.error(RELATION, format!("\"{relation}\" is no relation: expected one of {relations}")));
    }
    Ok(relation)
}

/// No surface means the entry: it is found by its concept.
fn broader(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let (concept, relation) = (row.filled("concept")?, relation(row)?);
    let entry = compiler.entry(EntryText {
        id: concept.to_string(),
        lemma: row.filled(BROADER)?.to_string(),
        extra: relation.to_string(),
        ..EntryText::default()
    });
    compiler.add_canonical(Class::Broader, concept, entry);
    Ok(())
}

/// No surface means the entry: it is found by its concept.
fn commitment(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let (concept, all) = (row.filled("concept")?, row.filled(COMMITMENT)?);
    if let Some(wrong) = row.values(COMMITMENT)?.into_iter().find(|name| Commitment::from_name(name).is_none()) {
        let names = Commitment::names().join(", ");
        return Err(row.error(COMMITMENT, format!("\"{wrong}\" is no commitment: expected some of {names}")));
    }
    let entry = compiler.entry(EntryText { id: concept.to_string(), lemma: all.to_string(), ..EntryText::default() });
    compiler.add_canonical(Class::Commitment, concept, entry);
    Ok(())
}

fn verb(compiler: &mut Compiler, row: &Row<'_>, kind: &str, feature: &str) -> Result<(), TableError> {
    let (concept, relation) = (row.filled("concept")?, relation(row)?);
    // What the concept says, found by it; no surface means this entry.
    let said = compiler.entry(EntryText {
        id: concept.to_string(),
        tag: kind.to_string(),
        extra: relation.to_string(),
        ..EntryText::default()
    });
    compiler.add_canonical(Class::Verb, concept, said);
    let inflection = compiler.inflection;
    for cell in row.values(inflection.code)? {
        let verb = (inflection.verb)(cell).map_err(|message| row.error(inflection.code, message))?;
        let plain = |form: &Form| form.has(Form::PARTICIPLE) && !form.has_any(Form::ATTRIBUTIVE.and(Form::REFLEXIVE));
        let participle = verb.forms.0.iter().find(|(_, form)| plain(form)).map_or("", |(surface, _)| surface);
        let extra = format!("{}|{participle}{feature}", verb.prefix);
        let entry =
            compiler.entry(EntryText { id: concept.to_string(), lemma: verb.lemma, tag: kind.to_string(), extra });
        for (surface, form) in verb.forms.0 {
            compiler.add(&surface, Class::Verb, entry, form);
        }
    }
    Ok(())
}

/// The names valid in the compiler's language: its own cell before the common one.
fn names<'a>(compiler: &Compiler, row: &Row<'a>) -> Result<Vec<&'a str>, TableError> {
    let mut names = row.values(compiler.inflection.code)?;
    names.extend(row.values(ANY)?);
    Ok(names)
}

fn add_names(compiler: &mut Compiler, names: &[&str], class: Class, entry: u32) {
    let inflection = compiler.inflection;
    for name in names {
        let short = if name.chars().any(char::is_lowercase) { Form::NONE } else { Form::SHORT };
        for surface in inflection.adjective(name) {
            compiler.add(&surface, class, entry, short);
            if let Some(genitive) = (inflection.name_genitive)(&surface) {
                compiler.add(&genitive, class, entry, short.and(Form::GENITIVE));
            }
        }
    }
}

fn canonical(compiler: &Compiler, names: &[&str]) -> String {
    names.first().map_or_else(String::new, |name| compiler.inflection.base(name))
}

fn organisation(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let names = names(compiler, row)?;
    let entry = compiler.entry(EntryText {
        id: row.filled("id")?.to_string(),
        lemma: canonical(compiler, &names),
        tag: row.filled("subtype")?.to_string(),
        extra: String::new(),
    });
    add_names(compiler, &names, Class::Organisation, entry);
    Ok(())
}

fn country(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let id = row.filled("id")?;
    let names = names(compiler, row)?;
    let entry = compiler.entry(EntryText {
        id: format!("country/{id}"),
        lemma: canonical(compiler, &names),
        tag: "country".to_string(),
        extra: id.to_string(),
    });
    add_names(compiler, &names, Class::Country, entry);
    compiler.add_canonical(Class::Country, &format!("country/{id}"), entry);
    let inflection = compiler.inflection;
    for adjective in row.values(&format!("{}{ADJECTIVE}", inflection.code))? {
        for surface in inflection.adjective(adjective) {
            compiler.add(&surface, Class::PlaceAdjective, entry, Form::NONE);
        }
    }
    let persons = format!("{}{PERSON}", inflection.code);
    for person in row.values(&persons)? {
        let (_, forms) = (inflection.noun)(person).map_err(|message| row.error(&persons, message))?;
        for (surface, form) in forms.0 {
            compiler.add(&surface, Class::Demonym, entry, form);
        }
    }
    Ok(())
}

fn place(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let names = names(compiler, row)?;
    let (id, subtype) = (row.filled("id")?, row.filled("subtype")?);
    let entry = compiler.entry(EntryText {
        id: id.to_string(),
        lemma: canonical(compiler, &names),
        tag: subtype.to_string(),
        extra: row.cell("country").to_string(),
    });
    add_names(compiler, &names, Class::Place, entry);
    compiler.add_canonical(Class::Place, id, entry);
    if subtype == "city" {
        for name in &names {
            for adjective in (compiler.inflection.city_adjectives)(name) {
                compiler.add(&adjective, Class::PlaceAdjective, entry, Form::NONE);
            }
        }
    }
    Ok(())
}

fn given_name(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let (name, gender) = (row.filled("name")?, row.filled("gender")?);
    if !["m", "f", "u"].contains(&gender) {
        return Err(row.error("gender", format!("\"{gender}\" is no gender: expected m, f or u")));
    }
    let entry = compiler.entry(EntryText { id: gender.to_string(), ..EntryText::default() });
    add_names(compiler, &[name], Class::GivenName, entry);
    Ok(())
}

/// Symbols stand as they are; words are nouns in the language's notation, or literal phrases with `~`.
fn measure(compiler: &mut Compiler, row: &Row<'_>, class: Class, tag: &str) -> Result<(), TableError> {
    let code = row.filled("code")?;
    let inflection = compiler.inflection;
    let mut lemma = String::new();
    let mut all = Vec::new();
    for cell in row.values(inflection.code)? {
        let is_noun = (cell.contains('/') || inflection.bare_nouns) && !cell.contains('~');
        let read = if is_noun { (inflection.noun)(cell) } else { measure_phrase(inflection, cell) };
        let (first, forms) = read.map_err(|message| row.error(inflection.code, message))?;
        if lemma.is_empty() {
            lemma = first;
        }
        all.extend(forms.0);
    }
    let entry = compiler.entry(EntryText {
        id: code.to_string(),
        lemma: if lemma.is_empty() { code.to_string() } else { lemma },
        tag: tag.to_string(),
        extra: row.values("symbol")?.first().unwrap_or(&"").to_string(),
    });
    for (surface, form) in all {
        compiler.add(&surface, class, entry, form);
    }
    for surface in row.values("symbol")? {
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
fn measure_phrase(inflection: &Inflection, cell: &str) -> Result<(String, Forms), String> {
    let Some((adjective, noun)) = cell.rsplit_once(' ').filter(|_| cell.contains('/')) else {
        return literal(inflection, cell);
    };
    let (lemma, nouns) = (inflection.noun)(noun)?;
    let mut forms = Forms::default();
    for before in inflection.adjective(adjective) {
        for (surface, form) in &nouns.0 {
            forms.add(format!("{before} {surface}"), *form);
        }
    }
    Ok((format!("{} {lemma}", inflection.base(adjective)), forms))
}

fn currency(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    measure(compiler, row, Class::Currency, "currency")
}

fn unit(compiler: &mut Compiler, row: &Row<'_>) -> Result<(), TableError> {
    let kind = row.filled("kind")?;
    if UnitKind::from_name(kind).is_none() {
        let kinds = UnitKind::names().join(", ");
        return Err(row.error("kind", format!("\"{kind}\" is no kind of unit: expected one of {kinds}")));
    }
    measure(compiler, row, Class::MeasureUnit, kind)
}
