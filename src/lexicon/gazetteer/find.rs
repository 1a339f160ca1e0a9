//! Finds the names of dictionaries in a text: at each token the longest that begins there.

use std::ops::Range;

use smallvec::SmallVec;

use super::super::hash::Hash;
use super::super::vocabulary::Vocabulary;
use super::fold::{ByteClass, Folder, is_lower};
use super::format::{GOES_ON, HAS_INFLECTED, HAS_LOWER, LAST, Part};
use super::inside::Mapped;
use super::row::{CASE, INFLECT, language_bit};
use super::{Dictionary, filter, loose, row};
use crate::answer::{EntityType, Span};
use crate::lang::Profile;
use crate::text::{Sentence, Shape, Token, TokenKind};

/// More tokens than a name that fits an answer has.
const MOST_TOKENS: usize = 64;
/// More tokens than a name has that is found in another spelling.
const MOST_LOOSE: usize = 9;
/// Rows of one name that are told apart; of more only the first count.
const MOST_CANDIDATES: usize = 64;
/// Names with one skeleton that are compared.
const MOST_ALIKE: usize = 256;
/// The fewest bytes before an ending.
const SHORTEST_STEM: usize = 3;

/// A row of one of an extractor's dictionaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Reference {
    pub dictionary: u16,
    pub entry: u32,
}

/// The rows that a name may mean; mostly one.
pub(crate) type References = SmallVec<[Reference; 1]>;

/// How a name was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// As a word or words of its own.
    Whole,
    /// Inside a word.
    Inside,
    /// In a form that only tolerant matching takes: why.
    Variant(String),
}

/// A name of a dictionary in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub tokens: Range<u32>,
    pub span: Span,
    /// Bytes of an inflected form's ending at the end of the span.
    pub ending: u8,
    pub references: References,
    pub how: How,
}

/// Buffers that one document after another can use.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    walk: Walk,
    mapped: Mapped,
}

/// What is folded of the text behind a token.
#[derive(Debug)]
struct Walk {
    bytes: Vec<u8>,
    capitals: Vec<bool>,
    /// The hash of the bytes up to each one.
    hashes: Vec<Hash>,
    folder: Folder,
    class: ByteClass,
}

impl Default for Walk {
    fn default() -> Walk {
        let (bytes, capitals, hashes) = Default::default();
        Walk { bytes, capitals, hashes, folder: Folder::new(), class: ByteClass::Blank }
    }
}

impl Walk {
    fn clear(&mut self) {
        self.bytes.clear();
        self.capitals.clear();
        self.hashes.clear();
        (self.folder, self.class) = (Folder::new(), ByteClass::Blank);
    }

    /// The hash of so many bytes.
    fn hash(&self, length: usize) -> u64 {
        length.checked_sub(1).and_then(|at| self.hashes.get(at)).map_or(0, |hash| hash.finish())
    }

    /// Goes on with a piece of text as long as `goes_on` says of the hash of what lies behind that a name does.
    fn feed(&mut self, text: &str, goes_on: impl Fn(u64) -> bool) -> bool {
        let Walk { bytes, capitals, hashes, folder, class } = self;
        folder.feed(text, |byte, capital| {
            let next = ByteClass::of(byte);
            let so_far = hashes.last().copied().unwrap_or_else(Hash::new);
            if !bytes.is_empty() && class.ends_before(next) && !goes_on(so_far.finish()) {
                return false;
            }
            if next != ByteClass::Continues {
                *class = next;
            }
            bytes.push(byte);
            capitals.push(capital);
            hashes.push(so_far.and(byte));
            true
        })
    }
}

/// Where a name ends.
struct End {
    token: usize,
    byte: u32,
    ending: u8,
    references: References,
}

/// A text with what is looked for in it.
pub(crate) struct Seeker<'a> {
    pub dictionaries: &'a [Dictionary],
    pub text: &'a str,
    pub tokens: &'a [Token],
    /// Whether spellings count that no row has.
    pub tolerant: bool,
}

/// The first atom behind a token's start: the hashes of all its bytes, and of all but the last and the last two; these two;
/// and whether it begins with a small letter.
struct First {
    hashes: [Hash; 3],
    last: [u8; 2],
    lower: bool,
}

impl First {
    fn new(text: &str, start: usize) -> First {
        let bytes = text.as_bytes().get(start..).unwrap_or_default();
        let (mut hashes, mut last) = ([Hash::new(); 3], [0; 2]);
        let mut grow = |byte: u8| {
            hashes = [hashes[0].and(byte), hashes[0], hashes[1]];
            last = [last[1], byte];
        };
        let length = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if length > 0 && bytes.get(length).is_none_or(u8::is_ascii) {
            bytes.iter().take(length).for_each(|byte| grow(byte.to_ascii_lowercase()));
            return First { hashes, last, lower: bytes.first().is_some_and(u8::is_ascii_lowercase) };
        }
        let rest = text.get(start..).unwrap_or("");
        let word = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric();
        let end = rest.char_indices().skip(1).find(|(_, c)| !word(*c)).map_or(rest.len(), |(at, _)| at);
        let (mut class, mut small) = (ByteClass::Blank, None);
        Folder::new().feed(rest.get(..end).unwrap_or(""), |byte, capital| {
            let next = ByteClass::of(byte);
            if small.is_some() && class.ends_before(next) {
                return false;
            }
            if next != ByteClass::Continues {
                class = next;
            }
            small.get_or_insert(is_lower(&[byte], &[capital]));
            grow(byte);
            true
        });
        First { hashes, last, lower: small == Some(true) }
    }

    /// Whether a name of a dictionary may begin so.
    #[inline]
    fn may_begin(&self, dictionary: &Dictionary, profile: &Profile) -> bool {
        let file = dictionary.file();
        let filter = file.part(if self.lower { Part::LowerFilter } else { Part::Filter });
        if filter.is_empty() {
            return false;
        }
        let has = |hash: &Hash| filter::has(filter, hash.finish());
        has(&self.hashes[0])
            // Endings may be cut off, most of them only where rows ask for it.
            || profile.name_endings.iter().any(|(ending, always)| {
                (*always || file.has(HAS_INFLECTED))
                    && self.last.ends_with(ending.as_bytes())
                    && self.hashes.get(ending.len()).is_some_and(has)
            })
    }
}

impl Seeker<'_> {
    /// Finds the names in sentences that each have a language's profile; they are in the order of the text and apart.
    pub(crate) fn find(
        &self,
        sentences: &[Sentence],
        profiles: &[&'static Profile],
        scratch: &mut Scratch,
        found: &mut Vec<Found>,
    ) {
        let lower = self.dictionaries.iter().any(|dictionary| dictionary.file().has(HAS_LOWER));
        let mut free = 0;
        for (number, (sentence, profile)) in sentences.iter().zip(profiles).enumerate() {
            let (start, end) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
            for (at, token) in self.tokens.get(start..end).unwrap_or_default().iter().enumerate() {
                let at = start + at;
                if at < free || token.shape == Shape::Lower && !lower || !begins(token.kind) {
                    continue;
                }
                let first = First::new(self.text, token.start as usize);
                if !self.dictionaries.iter().any(|dictionary| first.may_begin(dictionary, profile))
                    || self.is_joined(at)
                {
                    continue;
                }
                let end = paragraph_end(sentences, profiles, number);
                if let Some(end) = self.longest(&first, at, end, profile, &mut scratch.walk) {
                    free = end.token;
                    found.push(Found {
                        tokens: at as u32..end.token as u32,
                        span: Span::new(token.start, end.byte),
                        ending: end.ending,
                        references: end.references,
                        how: How::Whole,
                    });
                }
            }
        }
        self.find_inside(sentences, &mut scratch.mapped, found);
        if self.tolerant {
            self.find_variants(sentences, profiles, found);
        }
    }

    /// Adds names in other spellings between those that were found.
    fn find_variants(&self, sentences: &[Sentence], profiles: &[&'static Profile], found: &mut Vec<Found>) {
        let exact = found.len();
        for (sentence, profile) in sentences.iter().zip(profiles) {
            let (mut at, end) = (sentence.tokens.start, sentence.tokens.end);
            let mut next = found.get(..exact).unwrap_or_default().partition_point(|name| name.tokens.end <= at);
            while at < end {
                let taken = found.get(next).filter(|_| next < exact).map(|name| name.tokens.clone());
                let until = taken.as_ref().map_or(end, |taken| taken.start.min(end));
                while at < until {
                    let name = self.variant(at as usize, until as usize, profile);
                    at = name.as_ref().map_or(at + 1, |name| name.tokens.end);
                    found.extend(name);
                }
                at = taken.map_or(end, |taken| taken.end).max(until);
                next += 1;
            }
        }
        found.sort_by_key(|name| name.span.start);
    }

    /// The longest name in another spelling that begins at a token.
    fn variant(&self, at: usize, until: usize, profile: &Profile) -> Option<Found> {
        let capital = |token: &Token| token.kind == TokenKind::Word && token.shape != Shape::Lower;
        let tokens = self.tokens.get(at..until.min(at + MOST_LOOSE))?;
        let start = tokens.first().filter(|token| capital(token))?.start;
        if self.is_joined(at) {
            return None;
        }
        let inner = |token: &Token| match token.kind {
            // "Osama bin Laden", "al-Quarni"
            TokenKind::Word => capital(token) || token.end - token.start <= 4,
            TokenKind::Hyphen => true,
            TokenKind::Separator => token.of(self.text) == ",",
            _ => false,
        };
        let length = tokens.iter().take_while(|token| inner(token)).count();
        (1..=length).rev().find_map(|length| {
            let end = tokens.get(length - 1).filter(|token| capital(token))?.end;
            let text = self.text.get(start as usize..end as usize)?;
            let endings = profile.name_endings.iter().filter(|(_, always)| *always).map(|(ending, _)| *ending);
            std::iter::once("").chain(endings).find_map(|ending| {
                let (references, why) = self.spelled(text.strip_suffix(ending)?, profile)?;
                let tokens = at as u32..(at + length) as u32;
                let ending = ending.len() as u8;
                Some(Found { tokens, span: Span::new(start, end), ending, references, how: How::Variant(why) })
            })
        })
    }

    /// The rows whose names may be spelled so, and how the first of them differs.
    fn spelled(&self, text: &str, profile: &Profile) -> Option<(References, String)> {
        let language = profile.lang.map_or(u8::MAX, language_bit);
        let (mut references, mut reason) = (References::new(), None);
        for (number, dictionary) in self.dictionaries.iter().enumerate() {
            let file = dictionary.file();
            let keys =
                [true, false].into_iter().flat_map(|person| loose::key(text, person).map(move |key| (key, person)));
            let hits = keys.flat_map(|(key, person)| file.find(Part::Loose, key).map(move |value| (value, person)));
            for (value, person) in hits {
                let Some(first) = value.checked_sub(1) else { continue };
                for surface in (first..).map_while(|number| file.surface(Part::LooseSurfaces, number)).take(MOST_ALIKE)
                {
                    let languages = dictionary.languages(surface.entry);
                    let reference = Reference { dictionary: number as u16, entry: surface.entry };
                    let known = references.contains(&reference) || languages != 0 && languages & language == 0;
                    if !known && let Some(why) = loose::explain(file.string(surface.text), text, person) {
                        references.push(reference);
                        reason.get_or_insert(why);
                    }
                    if surface.flags & LAST != 0 {
                        break;
                    }
                }
            }
        }
        reason.map(|reason| (references, reason))
    }

    /// Adds the names inside of words between those that were found.
    fn find_inside(&self, sentences: &[Sentence], mapped: &mut Mapped, found: &mut Vec<Found>) {
        let whole = found.len();
        for (number, dictionary) in self.dictionaries.iter().enumerate() {
            if dictionary.file().part(Part::Inside).is_empty() {
                continue;
            }
            for sentence in sentences {
                let (mut at, end) = (sentence.tokens.start, sentence.tokens.end);
                let mut next = found.get(..whole).unwrap_or_default().partition_point(|name| name.tokens.end <= at);
                while at < end {
                    let taken = found.get(next).filter(|_| next < whole).map(|name| name.tokens.clone());
                    let until = taken.as_ref().map_or(end, |taken| taken.start.min(end));
                    self.inside(number as u16, at as usize..until as usize, mapped, found);
                    at = taken.map_or(end, |taken| taken.end).max(until);
                    next += 1;
                }
            }
        }
        if found.len() > whole {
            found.sort_by_key(|name| (name.span.start, std::cmp::Reverse(name.span.end)));
            let mut end = 0;
            found.retain(|name| {
                let apart = name.span.start >= end;
                end = if apart { name.span.end } else { end };
                apart
            });
        }
    }

    /// Whether a token goes on behind a hyphen: names do not begin there.
    fn is_joined(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let here = self.tokens.get(at).is_some_and(|token| !token.space_before);
        here && before.is_some_and(|before| before.kind == TokenKind::Hyphen && !before.space_before)
    }

    /// The longest name that begins at a token and ends before another; among equal ones that of the first dictionary.
    fn longest(&self, first: &First, at: usize, end: usize, profile: &Profile, walk: &mut Walk) -> Option<End> {
        let mut best: Option<End> = None;
        for (number, dictionary) in self.dictionaries.iter().enumerate() {
            if first.may_begin(dictionary, profile) {
                self.walk(number as u16, at, end, profile, walk, &mut best);
            }
        }
        best
    }

    /// Every name of a dictionary that begins at a token, of which the longest stays.
    fn walk(&self, number: u16, at: usize, end: usize, profile: &Profile, walk: &mut Walk, best: &mut Option<End>) {
        let Some(dictionary) = self.dictionaries.get(usize::from(number)) else { return };
        let file = dictionary.file();
        let goes_on = |hash: u64| file.find(Part::Slots, hash).any(|value| value & GOES_ON != 0);
        walk.clear();
        for (place, token) in self.tokens.iter().enumerate().take(end.min(at + MOST_TOKENS)).skip(at) {
            if place > at && token.space_before && !walk.feed(" ", goes_on) {
                return;
            }
            let text = token.of(self.text);
            // "AT&T." and "Siemens’" are tokens with what is no part of a name.
            let body = text.trim_end_matches(['.', '\'', '’']);
            if !walk.feed(body, goes_on) {
                return;
            }
            let tail = text.get(body.len()..).unwrap_or("");
            let mut end_here = |walk: &Walk, byte: u32| {
                let longer = best.as_ref().is_none_or(|best| byte > best.byte);
                if longer && let Some(end) = self.end(number, at, place, byte, profile, walk) {
                    *best = Some(end);
                }
            };
            end_here(walk, token.start + body.len() as u32);
            if !tail.is_empty() {
                if !walk.feed(tail, goes_on) {
                    return;
                }
                end_here(walk, token.end);
            }
        }
    }

    /// The rows whose names end behind a token, with or without an ending.
    fn end(&self, number: u16, at: usize, place: usize, byte: u32, profile: &Profile, walk: &Walk) -> Option<End> {
        let length = walk.bytes.len();
        let mut references = References::new();
        self.collect(number, walk, length, 0, profile, &mut references);
        let mut cut = 0;
        if references.is_empty() {
            let file = self.dictionaries.get(usize::from(number))?.file();
            let known = || {
                // "Haus" is no "Hau".
                let word = self.text.get(self.tokens.get(at)?.start as usize..byte as usize)?;
                profile.lang.map(|lang| place == at && Vocabulary::builtin(lang).has(word))
            };
            for (ending, always) in profile.name_endings {
                let stem = length.saturating_sub(ending.len());
                let fits = stem >= SHORTEST_STEM && walk.bytes.get(stem..) == Some(ending.as_bytes());
                if !fits || !always && !file.has(HAS_INFLECTED) {
                    continue;
                }
                self.collect(number, walk, stem, if *always { 0 } else { INFLECT }, profile, &mut references);
                // An acronym has its ending in small letters.
                if walk.capitals.get(stem) == Some(&true) && walk.capitals.get(stem - 1) != Some(&true) {
                    references.clear();
                }
                if !references.is_empty() && known() != Some(true) {
                    cut = ending.len() as u8;
                    break;
                }
                references.clear();
            }
        }
        self.keep_in_compounds(place, profile, &mut references);
        (!references.is_empty()).then(|| End { token: place + 1, byte, ending: cut, references })
    }

    fn collect(
        &self,
        number: u16,
        walk: &Walk,
        length: usize,
        flags: u8,
        profile: &Profile,
        references: &mut References,
    ) {
        let (bytes, capitals) = (walk.bytes.get(..length), walk.capitals.get(..length));
        if let (Some(bytes), Some(capitals)) = (bytes, capitals) {
            self.verified(number, Part::Slots, walk.hash(length), bytes, capitals, 0, Some(profile), references);
            if flags != 0 {
                references.retain(|reference| self.flags(*reference) & flags == flags);
            }
        }
    }

    /// The flags of a row.
    fn flags(&self, reference: Reference) -> u8 {
        self.dictionaries
            .get(usize::from(reference.dictionary))
            .map_or(0, |dictionary| dictionary.flags(reference.entry))
    }

    /// Leaves only rows that a part of a compound can mean: "Kranichwerk-Tochter", but of persons none but "Merkel-Vertraute",
    /// since "Schmidt-Rottluff" is somebody else.
    fn keep_in_compounds(&self, place: usize, profile: &Profile, references: &mut References) {
        let [hyphen, word] = [1, 2].map(|step| self.tokens.get(place + step).filter(|token| !token.space_before));
        let (Some(hyphen), Some(word)) = (hyphen, word) else { return };
        if hyphen.kind != TokenKind::Hyphen || word.kind != TokenKind::Word {
            return;
        }
        let text = word.of(self.text);
        let noun = || profile.lang.is_some_and(|lang| Vocabulary::builtin(lang).find(&text.to_lowercase()).is_some());
        if text.starts_with(char::is_uppercase) && !noun() {
            references.retain(|reference| {
                let dictionary = self.dictionaries.get(usize::from(reference.dictionary));
                dictionary.is_none_or(|dictionary| dictionary.kind(reference.entry) != EntityType::Per)
            });
        }
    }

    /// The rows that a table leads to from a hash, as far as their names are what was hashed, with the capitals that they
    /// ask for, and hold in the language.
    #[allow(clippy::too_many_arguments, reason = "what is compared, and what with")]
    pub(super) fn verified(
        &self,
        number: u16,
        part: Part,
        hash: u64,
        bytes: &[u8],
        capitals: &[bool],
        wanted: u32,
        profile: Option<&Profile>,
        references: &mut References,
    ) {
        let Some(dictionary) = self.dictionaries.get(usize::from(number)) else { return };
        let file = dictionary.file();
        let language = profile.and_then(|profile| profile.lang).map_or(u8::MAX, language_bit);
        for value in file.find(part, hash) {
            let Some(first) = (value & !GOES_ON).checked_sub(1) else { continue };
            for surface in (first..).map_while(|number| file.surface(Part::Surfaces, number)) {
                if references.len() == MOST_CANDIDATES {
                    return;
                }
                let languages = dictionary.languages(surface.entry);
                let reference = Reference { dictionary: number, entry: surface.entry };
                if surface.flags & wanted == wanted
                    && (languages == 0 || languages & language != 0)
                    && !references.contains(&reference)
                    && is_written(
                        file.string(surface.text),
                        bytes,
                        capitals,
                        profile.is_some() && dictionary.flags(surface.entry) & CASE != 0,
                    )
                {
                    references.push(reference);
                }
                if surface.flags & LAST != 0 {
                    break;
                }
            }
        }
    }
}

/// Whether a name folds to some bytes and has no capital where they had none; none more where it is to be `exact`.
fn is_written(name: &str, bytes: &[u8], capitals: &[bool], exact: bool) -> bool {
    let mut at = 0;
    let same = Folder::new().feed(name, |byte, capital| {
        let here = capitals.get(at).copied();
        let same = bytes.get(at) == Some(&byte) && here.is_some_and(|here| here == capital || here && !exact);
        // A blank at the end is none.
        let same = same || at == bytes.len() && byte == b' ';
        at += 1;
        same
    });
    same && at >= bytes.len()
}

/// Whether names may begin with a token of a kind.
fn begins(kind: TokenKind) -> bool {
    use TokenKind::{Close, Dash, Hyphen, Quote, Separator};
    !matches!(kind, Close | Dash | Hyphen | Quote | Separator)
}

/// The token behind a sentence's paragraph, as far as it is in one language.
fn paragraph_end(sentences: &[Sentence], profiles: &[&'static Profile], number: usize) -> usize {
    let Some((first, profile)) = sentences.get(number).zip(profiles.get(number)) else {
        return 0;
    };
    // A name that ends in a mark may seem to end a sentence, and seldom more than two.
    let near = sentences.iter().zip(profiles).skip(number).take(4);
    let same =
        near.take_while(|(sentence, other)| sentence.paragraph == first.paragraph && std::ptr::eq(**other, *profile));
    same.last().map_or(0, |(sentence, _)| sentence.tokens.end as usize)
}

impl Dictionary {
    /// The flags of a row.
    pub(super) fn flags(&self, entry: u32) -> u8 {
        self.file().entry(entry).get(29).copied().unwrap_or(0)
    }

    /// The languages of a row, as bits; none for all.
    pub(super) fn languages(&self, entry: u32) -> u8 {
        self.file().entry(entry).get(30).copied().unwrap_or(0)
    }

    /// What kind of thing a row names.
    pub(crate) fn kind(&self, entry: u32) -> EntityType {
        row::kind(self.file().entry(entry).get(28).copied().unwrap_or(u8::MAX))
    }
}
