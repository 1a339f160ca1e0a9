//! What a row of a table says of a name.

use std::borrow::Cow;

use crate::answer::EntityType;
use crate::lang::Lang;

/// The rows of a table have these columns, in any order; all others are data.
pub(super) const COLUMNS: [&str; 9] =
    ["name", "type", "class", "id", "aliases", "subtype", "language", "flags", "priority"];

/// The row is matched with exactly its capitals.
pub(super) const CASE: u8 = 1;
/// Its inflected forms match too.
pub(super) const INFLECT: u8 = 1 << 1;
/// It matches inside words too.
pub(super) const ANYWHERE: u8 = 1 << 2;
/// It needs something else in the document that speaks for it.
pub(super) const WEAK: u8 = 1 << 3;

/// The flags by their names.
pub(super) const FLAGS: [(&str, u8); 4] =
    [("case", CASE), ("inflect", INFLECT), ("anywhere", ANYWHERE), ("weak", WEAK)];

/// What kind of thing a byte of a compiled row says that it names.
pub(super) fn kind(byte: u8) -> EntityType {
    match byte {
        0 => EntityType::Per,
        1 => EntityType::Org,
        2 => EntityType::Loc,
        _ => EntityType::Misc,
    }
}

/// A type as tables write it: its kind, the subtype that it gives by itself, and the flags that it brings.
struct Type {
    names: &'static [&'static str],
    kind: EntityType,
    subtype: bool,
    flags: u8,
}

const TYPES: &[Type] = &[
    Type { names: &["person", "per"], kind: EntityType::Per, subtype: false, flags: 0 },
    Type { names: &["organisation", "organization", "org"], kind: EntityType::Org, subtype: false, flags: 0 },
    Type { names: &["company"], kind: EntityType::Org, subtype: true, flags: 0 },
    Type { names: &["place", "location", "loc"], kind: EntityType::Loc, subtype: false, flags: 0 },
    Type { names: &["country"], kind: EntityType::Loc, subtype: true, flags: 0 },
    Type { names: &["misc"], kind: EntityType::Misc, subtype: false, flags: 0 },
    Type { names: &["product"], kind: EntityType::Misc, subtype: true, flags: 0 },
    Type { names: &["law"], kind: EntityType::Misc, subtype: true, flags: 0 },
    Type { names: &["ticker"], kind: EntityType::Misc, subtype: true, flags: CASE },
];

/// What a cell of `type` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TypeCell<'c> {
    pub kind: EntityType,
    /// The type by its first name, or a class of one's own.
    pub name: &'c str,
    /// The subtype, where the type gives one.
    pub subtype: &'c str,
    pub flags: u8,
}

/// Reads `person`, `misc.vessel`, or a class of one's own such as `vessel`; or says what was expected.
pub(super) fn parse_type(cell: &str) -> Result<TypeCell<'_>, String> {
    let (name, subtype) = cell.split_once('.').unwrap_or((cell, ""));
    let lower = name.to_lowercase();
    if let Some(known) = TYPES.iter().find(|known| known.names.contains(&lower.as_str())) {
        let first = known.names.first().copied().unwrap_or_default();
        let subtype = if subtype.is_empty() && known.subtype { first } else { subtype };
        return Ok(TypeCell { kind: known.kind, name: first, subtype, flags: known.flags });
    }
    let expected = || {
        let names: Vec<&str> = TYPES.iter().filter_map(|known| known.names.first().copied()).collect();
        format!("expected {} or a class of your own in small letters, digits and hyphens", names.join(", "))
    };
    let own = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if !own {
        return Err(format!("\"{cell}\" is no type: {}", expected()));
    }
    // What differs by a letter or two from a type is a slip.
    let near = TYPES.iter().flat_map(|known| known.names).find(|known| known.len() > 4 && is_slip(&lower, known));
    match near {
        Some(near) => Err(format!("\"{cell}\" is no type; did you mean {near}? {}", expected())),
        None => Ok(TypeCell {
            kind: EntityType::Misc,
            name,
            subtype: if subtype.is_empty() { name } else { subtype },
            flags: 0,
        }),
    }
}

/// Whether one word becomes another by one letter that is missing, added or another, or by two that changed places.
pub(super) fn is_slip(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let front = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(front..).unwrap_or(&[]), other.get(front..).unwrap_or(&[]));
    match (one, other) {
        ([a, b, rest @ ..], [c, d, other_rest @ ..]) if a == d && b == c && rest == other_rest => true,
        ([_, rest @ ..], [_, other_rest @ ..]) if rest == other_rest => true,
        ([_, rest @ ..], other) if rest == other => true,
        (one, [_, rest @ ..]) if rest == one => true,
        _ => false,
    }
}

/// One row.
#[derive(Clone, Debug)]
pub(super) struct Row<'t> {
    pub line: u32,
    pub name: Cow<'t, str>,
    pub kind: EntityType,
    /// The type's name.
    pub class: Cow<'t, str>,
    pub id: Cow<'t, str>,
    pub aliases: Vec<Cow<'t, str>>,
    pub subtype: Cow<'t, str>,
    /// A bit for each language; none for all.
    pub languages: u8,
    pub flags: u8,
    pub priority: i16,
    /// The cells of further columns, each with the column's number in the table.
    pub data: Vec<(usize, Cow<'t, str>)>,
}

/// The bit of a language.
pub(crate) fn language_bit(lang: Lang) -> u8 {
    1 << (lang as u8)
}

/// Reads the codes of languages; nothing or `any` is all of them.
pub(super) fn parse_languages(cell: &str) -> Result<u8, String> {
    let mut bits = 0;
    for code in list(cell).filter(|code| *code != "any") {
        let lang = Lang::from_code(code).ok_or_else(|| {
            let codes = Lang::ALL.map(Lang::code).join(", ");
            format!("\"{code}\" is no language that is read: expected {codes}, or nothing for all")
        })?;
        bits |= language_bit(lang);
    }
    Ok(bits)
}

/// Reads the names of flags.
pub(super) fn parse_flags(cell: &str) -> Result<u8, String> {
    list(cell).try_fold(0, |flags, name| {
        let known = FLAGS.iter().find(|(known, _)| *known == name);
        let names = || FLAGS.map(|(name, _)| name).join(", ");
        let flag = known.ok_or_else(|| format!("\"{name}\" is no flag: expected some of {}", names()))?.1;
        Ok(flags | flag)
    })
}

/// Reads a priority.
pub(super) fn parse_priority(cell: &str) -> Result<i16, String> {
    let number = if cell.is_empty() { Ok(0) } else { cell.parse() };
    number.map_err(|_| format!("\"{cell}\" is no priority: expected a whole number from {} to {}", i16::MIN, i16::MAX))
}

/// The values of a cell of few words.
fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['|', ',', ';', ' ']).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_have_names_and_classes_of_ones_own() {
        assert_eq!(parse_type("organization").unwrap().name, "organisation");
        assert_eq!(parse_type("misc.vessel").unwrap().subtype, "vessel");
        let own = parse_type("vessel").unwrap();
        assert_eq!((own.kind, own.subtype), (EntityType::Misc, "vessel"));
        assert_eq!(parse_type("ticker").unwrap().flags, CASE);
        assert!(parse_type("organistaion").unwrap_err().contains("did you mean organisation?"));
        assert!(parse_type("Vessel!").is_err() && parse_type("").is_err());
    }

    #[test]
    fn slips_are_one_letter_away() {
        for (one, other) in [("peson", "person"), ("persson", "person"), ("parson", "person"), ("pesron", "person")] {
            assert!(is_slip(one, other), "{one}");
        }
        assert!(!is_slip("vessel", "person") && !is_slip("persona1", "person"));
    }
}
