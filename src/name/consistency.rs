//! What one place of a document says of a name holds for its other places.
#![allow(
    clippy::indexing_slicing,
    reason = "there is a place for every byte, and for every pair of bytes that `start_of` makes of them"
)]

use super::definition::Definition;
use super::index::{Index, Text};
use super::unit::{FUNCTION, TIME, unit_end};
use super::{Again, Name};
use crate::answer::{EntityType, Rule, Span};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::reading::Analysis;
use crate::rule::Candidate;
use crate::rule::rules;
use crate::text::{Shape, TokenKind};

rules! {
    reads: super::Read;

    /// The short form of a work or event, wherever else the text has it: a definition holds for the whole text.
    pub(super) MISC_SHORT_FORM = "misc.short-form" {
        pattern: "short form, with its definition anywhere in the text",
        precedence: 7,
        fires: [
            De "Der Preis Goldener Quellkrug (GQ) ging an sie. Den [GQ](MISC) gibt es seit Mai.",
            En "The award Goldener Quellkrug (GQ) went to her. The [GQ](MISC) is new.",
        ],
        silent: [
            De "Der Preis Goldener Quellkrug ging an sie. Die Akte GQ liegt im Schrank.",
            En "The award Goldener Quellkrug went to her. The jury met in May.",
        ],
    }

    /// The short form of an organisation, wherever else the text has it: a definition holds for the whole text.
    pub(super) ORG_SHORT_FORM = "org.short-form" {
        pattern: "short form, with its definition anywhere in the text",
        precedence: 7,
        fires: [
            De "Die Internet Watch Foundation (IWF) warnt. Der Bericht der [IWF](ORG) liegt vor.",
            En "The Allied Metal and Engineering Union (AMEU) called a strike. Later the [AMEU](ORG) gave in.",
        ],
        silent: [
            De "Die Internet Watch Foundation warnt. Der Bericht der IWF liegt vor.",
            En "The Allied Metal and Engineering Union called a strike. Later the AMEU gave in.",
        ],
    }

    /// The short form of a person, wherever else the text has it: a definition holds for the whole text.
    pub(super) PERSON_SHORT_FORM = "person.short-form" {
        pattern: "short form, with its definition anywhere in the text",
        precedence: 7,
        fires: [
            De "Der Sänger Quellmar Orbin (QO) kommt im Mai. Karten für [QO](PER) sind teuer.",
            En "The singer Quellmar Orbin (QO) comes in May. Tickets for [QO](PER) are dear.",
        ],
        silent: [
            De "Der Sänger Quellmar Orbin kommt im Mai. Karten für QO sind teuer.",
            En "The singer Quellmar Orbin comes in May. Tickets for QO are dear.",
        ],
    }

    /// The short form of a country or place, wherever else the text has it: a definition holds for the whole text.
    pub(super) PLACE_SHORT_FORM = "place.short-form" {
        pattern: "short form, with its definition anywhere in the text",
        precedence: 7,
        fires: [
            De "Die Vereinigten Arabischen Emirate (VAE) liefern Öl. Im Mai lieferten die [VAE](LOC) wenig.",
            En "The United Arab Emirates (UAE) ship oil. In May the [UAE](LOC) shipped little.",
        ],
        silent: [
            De "Die Vereinigten Arabischen Emirate liefern Öl. Im Mai lieferten sie wenig.",
            En "The United Arab Emirates ship oil. In May they shipped little.",
        ],
    }

    /// An organisation of one word that is named again where nothing around it would say so.
    pub(super) ORG_AGAIN = "org.again" {
        pattern: "the word by which strong evidence elsewhere in the text names an organisation",
        precedence: 4,
        fires: [
            De "Er war früher bei DVKW in der Fabrik. Heute ist die [DVKW](ORG) weg.",
            En "The company Brelo went bankrupt. Nobody at all helped [Brelo](ORG) out.",
        ],
        silent: [
            De "Er war früher bei ihr in der Fabrik. Heute ist die DVKW weg.",
            En "The company went bankrupt. Nobody at all helped Brelo out.",
        ],
    }

    /// An organisation by the first word of its name with a legal form, where no dictionary knows the word as another.
    pub(super) ORG_FIRST_WORD = "org.first-word" {
        pattern: "the first word of a name that a legal form ends elsewhere in the text",
        precedence: 4,
        fires: [
            De "Im Mai kaufte die Brelotec GmbH zwei Hallen. Nun wächst [Brelotec](ORG) weiter.",
            En "In May Brelotec Ltd bought two halls. [Brelotec](ORG) is based in Leeds.",
        ],
        silent: [
            De "Im Mai kaufte Brelotec zwei Hallen. Nun wächst Brelotec weiter.",
            En "In May Brelotec bought two halls. Brelotec is based in Leeds.",
        ],
    }

    /// A person of one word who is named again where nothing around the name would say so.
    pub(super) PERSON_AGAIN = "person.again" {
        pattern: "the word by which strong evidence elsewhere in the text names a person",
        precedence: 4,
        fires: [
            De "Frau Hollweg kam am Montag. Der Wagen von [Hollweg](PER) stand im Hof.",
            En "Mrs Tarlow came on Monday. We saw [Tarlow](PER) there.",
        ],
        silent: [
            De "Sie kam am Montag. Der Wagen von Hollweg stand im Hof.",
            En "She came on Monday. We saw Tarlow there.",
        ],
    }

    /// A person by the surname alone, elsewhere named in full.
    pub(super) PERSON_SURNAME = "person.surname" {
        pattern: "the last word of a person's name of several words elsewhere in the text",
        precedence: 4,
        fires: [
            De "Am Montag kam Silvia Hollweg nach Hause. Der Wagen von [Hollweg](PER) stand im Hof.",
            En "On Monday Helen Tarlow came home. We saw [Tarlow](PER) there.",
        ],
        silent: [
            De "Am Montag kam Silvia nach Hause. Der Wagen von Hollweg stand im Hof.",
            En "On Monday Helen came home. We saw Tarlow there.",
        ],
    }

    /// A place of one word that is named again where nothing around it would say so.
    pub(super) PLACE_AGAIN = "place.again" {
        pattern: "the word by which strong evidence elsewhere in the text names a place",
        precedence: 4,
        fires: [
            De "Die Wanderung führt nach Lusental. Am Abend war [Lusental](LOC) leer.",
            En "The fire broke out near Dampfach. By night [Dampfach](LOC) was empty.",
        ],
        silent: [
            De "Die Gemeinde Lusental feierte. Am Abend war Lusental leer.",
            En "The fire broke out in May. By night Dampfach was empty.",
        ],
    }
}

/// How sure a rule must be, in hundredths, for a name to hold for other places too.
const SURE: u8 = 65;

/// What a form stands for.
#[derive(Clone, Copy, Debug)]
struct Meaning {
    kind: EntityType,
    full: Span,
    /// The rule of where the form stands again.
    rule: &'static Rule,
    /// An ordinary word may be the form of a definition only.
    defined: bool,
    /// How sure the rule is that found it, in hundredths.
    sure: u8,
}

/// Proposes the places where a defined short form, a surname or a name found by strong evidence stands again.
pub(super) fn propose<'t>(
    analysis: &Analysis<'_, 't>,
    definitions: &[Definition<'t>],
    names: &mut Vec<Candidate<Name>>,
) {
    let mut forms: Vec<(Text<'t>, Meaning)> = Vec::with_capacity(definitions.len() + names.len());
    for definition in definitions {
        let rule = short_form(definition.kind);
        let meaning = Meaning { kind: definition.kind, full: definition.full, rule, defined: true, sure: 100 };
        forms.push((definition.short.into(), meaning));
    }
    let found = names.iter().filter_map(|name| meaning(analysis, name));
    forms.extend(likeliest(found.collect()));
    let forms = Index::new(forms);
    if forms.is_empty() {
        return;
    }
    // Two bytes tell most other words apart without looking them up.
    let mut starts = [false; 256];
    let mut lower = false;
    for form in forms.keys() {
        starts[start_of(form.text.as_bytes())] = true;
        lower |= !form.text.starts_with(char::is_uppercase);
    }
    let bytes = analysis.text.as_bytes();
    let mut at = 0;
    while let Some(token) = analysis.tokens.get(at) {
        if token.kind != TokenKind::Word
            || token.shape == Shape::Lower && !lower
            || !starts[start_of(bytes.get(token.start as usize..token.end as usize).unwrap_or(&[]))]
        {
            at += 1;
            continue;
        }
        let sentence = analysis.sentence_of(at);
        let end = analysis.sentences.get(sentence).map_or(at + 1, |sentence| sentence.tokens.end as usize);
        let until = unit_end(analysis, at, end.max(at + 1));
        let joined = at > 0 && analysis.kind(at - 1) == TokenKind::Hyphen && !analysis.space_before(at);
        let text = analysis.span(at..until).of(analysis.text);
        // A genitive of a name that the text has without is that name: "Lusentals" and "Lusental".
        let stem = text.strip_suffix('s').filter(|_| analysis.profile(sentence).bare_genitive);
        let bare = forms.get(text);
        let found =
            stem.filter(|_| !bare.is_some_and(|meaning| meaning.defined)).and_then(|stem| forms.get(stem)).or(bare);
        let here = analysis.span(at..until);
        if let Some(meaning) = found.filter(|meaning| !joined && meaning.full != here) {
            let noun = analysis.is(at, Class::Noun) && analysis.profile(sentence).capital_nouns;
            let ordinary = analysis.is_any(at, FUNCTION.with(TIME)) || noun && !is_bare_surname(analysis, at, meaning);
            if meaning.defined || !ordinary {
                let confidence = if meaning.defined { 95 } else { 80 };
                let name =
                    Name { full: Some(meaning.full), again: Again::Never, ..Name::new(meaning.kind, confidence) };
                names.push(Candidate::new(analysis, at..until, meaning.rule, name));
            }
        }
        at = until;
    }
}

/// Of what a form is found to mean the kind for which most speaks comes first: one name is of one kind in a text, unless a
/// definition says otherwise.
fn likeliest<'t>(mut found: Vec<(Text<'t>, Meaning)>) -> Vec<(Text<'t>, Meaning)> {
    let rows = found.iter().map(|(form, meaning)| {
        let mut sum = [0; 4];
        sum[meaning.kind as usize] = u32::from(meaning.sure);
        (*form, sum)
    });
    let sums = Index::joined(rows.collect(), |sum: &mut [u32; 4], next| {
        sum.iter_mut().zip(next).for_each(|(sum, sure)| *sum += sure);
    });
    found.sort_by_cached_key(|(form, meaning)| {
        std::cmp::Reverse(sums.get(*form).map_or(0, |sum| sum[meaning.kind as usize]))
    });
    found
}

/// "EC3", "BaFin": more capitals than one.
fn has_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// Whether a noun is a person's surname by what does not stand before it: nothing that a noun has there.
fn is_bare_surname(analysis: &Analysis<'_, '_>, at: usize, meaning: &Meaning) -> bool {
    let before = at.checked_sub(1);
    meaning.kind == EntityType::Per
        && analysis.is(at, Class::NameWord)
        && !before.is_some_and(|before| analysis.is_any(before, DETERMINES) || analysis.shape(before) == Shape::Title)
}

/// What stands before nouns rather than names.
const DETERMINES: ClassSet = groups::BEFORE_NOUN.or(&[Class::Adjective, Class::Coordinator]);

fn short_form(kind: EntityType) -> &'static Rule {
    match kind {
        EntityType::Per => &PERSON_SHORT_FORM,
        EntityType::Org => &ORG_SHORT_FORM,
        EntityType::Loc => &PLACE_SHORT_FORM,
        EntityType::Misc => &MISC_SHORT_FORM,
    }
}

fn start_of(word: &[u8]) -> usize {
    match word {
        [first, second, ..] => usize::from(first.wrapping_mul(31).wrapping_add(*second)),
        _ => 0,
    }
}

/// The form by which a name can come again: a person's last word, else the name itself where it is one word.
fn meaning<'t>(analysis: &Analysis<'_, 't>, name: &Candidate<Name>) -> Option<(Text<'t>, Meaning)> {
    if name.item.again == Again::Never || name.item.confidence < SURE {
        return None;
    }
    let text = name.span.of(analysis.text);
    let several = text.contains(char::is_whitespace);
    if name.item.again == Again::Capitals && !has_capitals(text) {
        return None;
    }
    let (form, rule): (_, &'static Rule) = match name.item.kind {
        EntityType::Per if several => (text.rsplit(char::is_whitespace).next()?, &PERSON_SURNAME),
        // "Tarnbrook" after "Tarnbrook Instruments plc", where no dictionary knows the word as another.
        EntityType::Org if several && name.item.again == Again::FirstWord => {
            let unknown = analysis.senses(name.tokens.start).is_empty();
            (text.split(char::is_whitespace).next().filter(|_| unknown)?, &ORG_FIRST_WORD)
        }
        _ if several => return None,
        EntityType::Per => (text, &PERSON_AGAIN),
        EntityType::Org => (text, &ORG_AGAIN),
        EntityType::Loc => (text, &PLACE_AGAIN),
        // Works and events come from dictionaries and definitions only.
        EntityType::Misc => return None,
    };
    let whole = form.chars().count() >= 3 && !form.ends_with('.') && form.starts_with(char::is_uppercase);
    whole.then_some((
        form.into(),
        Meaning { kind: name.item.kind, full: name.span, rule, defined: false, sure: name.item.confidence },
    ))
}
