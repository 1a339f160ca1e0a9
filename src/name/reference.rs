//! What pronouns and descriptions ("the foundation") refer to. Silent where two answers are as good.

use std::ops::Range;

use crate::answer::{Entity, EntityId, EntityType, Mention};
use crate::lang::Noun;
use crate::lexicon::class::{Direction, Indefinite, NounKind, Pronoun};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

/// How many sentences back a pronoun or description may reach.
const REACH: usize = 3;
/// How many mentions are looked at; enough for any three sentences that are not a list.
const LOOKED_AT: usize = 24;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    Masculine,
    Feminine,
}

/// Answers for one document.
pub(crate) struct Antecedents<'a, 't> {
    analysis: Analysis<'a, 't>,
    mentions: &'a [Mention<'t>],
    entities: &'a [Entity<'t>],
    /// Of each entity, where a given name says it.
    genders: Vec<Option<Gender>>,
    /// Of each entity, where a dictionary says it.
    subtypes: Vec<Option<&'a str>>,
    /// The first token of each mention.
    tokens: Vec<usize>,
}

/// What a referring word asks of its antecedent.
#[derive(Clone, Copy, Debug)]
enum Wanted {
    /// A person, of a gender where the word says one.
    Person(Option<Gender>),
    /// An organisation, of one of these subtypes where its own is known; of any where there are none.
    Organisation(&'static [&'static str]),
    /// A person of a gender, else an organisation: grammatical gender.
    Either(Gender),
}

impl<'a, 't> Antecedents<'a, 't> {
    /// Prepares the answers for a document's mentions and entities.
    pub(crate) fn new(
        analysis: &Analysis<'a, 't>,
        mentions: &'a [Mention<'t>],
        entities: &'a [Entity<'t>],
    ) -> Antecedents<'a, 't> {
        let tokens: Vec<usize> = mentions.iter().map(|mention| analysis.token_at(mention.span.start)).collect();
        let mut genders = vec![None; entities.len()];
        let mut subtypes = vec![None; entities.len()];
        for (mention, &token) in mentions.iter().zip(&tokens) {
            if let Some(slot) = subtypes.get_mut(mention.entity.0 as usize) {
                *slot = slot.or(mention.subtype.as_deref());
            }
            if let Some(slot) = genders.get_mut(mention.entity.0 as usize)
                && slot.is_none()
                && mention.kind == EntityType::Per
            {
                *slot = gender(analysis, token);
            }
        }
        Antecedents { analysis: *analysis, mentions, entities, genders, subtypes, tokens }
    }

    /// The entity that a noun phrase or pronoun names or refers to.
    ///
    /// - de: "Emma Hardy … Sie sagte", "die Internet Watch Foundation … die Stiftung", "gab der IWF bekannt, dass er"
    /// - en: "Helen Marwick … she said", "Tarnbrook plc … the company"
    pub(crate) fn of(&self, phrase: Range<usize>) -> Option<EntityId> {
        if let Some(at) = self.named(&phrase) {
            return Some(self.mentions.get(at)?.entity);
        }
        let head = head(&self.analysis, &phrase)?;
        if self.analysis.is(head, Class::Pronoun) {
            return self.pronoun(head);
        }
        let first = phrase.start;
        if !self.analysis.is_any(first, DEFINITE) || self.analysis.is(first, Class::IndefiniteArticle) {
            return None;
        }
        if let Some(wanted) = aged(&self.analysis, &phrase, head) {
            let age = self.analysis.word(first + 1);
            if let Some(told) = self.of_age(head, age) {
                return Some(told);
            }
            let known = |id: &EntityId| self.age_of(*id).is_none_or(|known| known == age);
            let found = self.search_one(head, wanted, true).filter(known);
            return found.filter(|_| !self.is_somebody_else(first + 1));
        }
        // "their company": whose it is, no name before it tells.
        self.description(head, self.analysis.is(first, Class::Possessive))
    }

    /// The last mention inside a phrase.
    fn named(&self, phrase: &Range<usize>) -> Option<usize> {
        let end = self.tokens.partition_point(|&token| token < phrase.end);
        end.checked_sub(1).filter(|&at| self.tokens.get(at).is_some_and(|&token| token >= phrase.start))
    }

    fn pronoun(&self, token: usize) -> Option<EntityId> {
        let grammatical = self.analysis.profile(self.analysis.sentence_of(token)).grammatical_gender;
        let values = self.analysis.senses_of(token, Class::Pronoun);
        let mut wanted = None;
        // "eint sie *alle*", but "zeigt sie | alle Merkmale"
        let all = |sense: &Sense| Indefinite::from_value(sense.value) == Some(Indefinite::All);
        let counts = self.analysis.kind(token + 2) == TokenKind::Word && self.analysis.shape(token + 2) != Shape::Lower;
        if !counts && self.analysis.senses_of(token + 1, Class::Indefinite).any(all) {
            return None;
        }
        for sense in values {
            wanted = match Pronoun::from_value(sense.value) {
                Some(Pronoun::He) if grammatical => Some(Wanted::Either(Gender::Masculine)),
                Some(Pronoun::He) => Some(Wanted::Person(Some(Gender::Masculine))),
                Some(Pronoun::She | Pronoun::SheThey) if grammatical => Some(Wanted::Either(Gender::Feminine)),
                Some(Pronoun::She | Pronoun::SheThey) => Some(Wanted::Person(Some(Gender::Feminine))),
                Some(Pronoun::It) if !grammatical => Some(Wanted::Organisation(&[])),
                Some(Pronoun::HeIt) => Some(Wanted::Either(Gender::Masculine)),
                _ => wanted,
            };
        }
        let found = self.search(token, wanted?)?;
        let he = matches!(wanted, Some(Wanted::Either(Gender::Masculine)));
        (!he || self.can_be_he(found, token)).then_some(found)
    }

    /// "der IWF … er": what is no person is "he" where an article before one of its names tells so.
    fn can_be_he(&self, entity: EntityId, pronoun: usize) -> bool {
        let analysis = &self.analysis;
        let profile = analysis.profile(analysis.sentence_of(pronoun));
        let word = analysis.word(pronoun).to_lowercase();
        let Some(entity) = self.entities.get(entity.0 as usize) else {
            return false;
        };
        let articled = |mention: &Mention<'_>| {
            let before = analysis.tokens_of(mention.span).start.checked_sub(1);
            before.is_some_and(|before| {
                let oblique = analysis.holds_article(before);
                let determiner = oblique || analysis.is_any(before, groups::DETERMINER);
                determiner
                    && (profile.relative_gender)(&word, Noun::Behind { determiner: analysis.word(before), oblique })
            })
        };
        let mentions = entity.mentions.iter().take(LOOKED_AT).filter_map(|id| self.mentions.get(id.0 as usize));
        entity.kind == EntityType::Per || mentions.into_iter().any(articled)
    }

    /// "the foundation": the organisation whose name holds the noun, else the only one around that it can mean.
    fn description(&self, head: usize, possessed: bool) -> Option<EntityId> {
        let sense = self.analysis.sense(head, Class::Noun);
        let group = sense.is_some_and(|sense| self.analysis.noun_kind(sense) == Some(NounKind::Group))
            || self.analysis.is(head, Class::OrganisationHead);
        // "the authorities" are no single one.
        let plural = sense.is_some_and(|sense| sense.form.is_only_plural());
        if !group || plural || self.has_own_name(head) {
            return None;
        }
        let word = sense.map_or(self.analysis.word(head), |sense| self.analysis.entry(sense).lemma);
        let before = self.tokens.partition_point(|&token| token < head);
        let from = before.saturating_sub(4 * LOOKED_AT);
        let named = self.mentions.get(from..before)?.iter().rev().find(|mention| {
            let entity = self.entities.get(mention.entity.0 as usize);
            mention.kind == EntityType::Org && entity.is_some_and(|entity| ends_with(&entity.name, word))
        });
        // Only what may be said of any organisation can mean one whose name does not hold it.
        let nearest = || {
            let concept = self.analysis.entry(sense.filter(|_| !possessed)?).id;
            let (_, subtypes) = GENERAL.iter().find(|(general, _)| *general == concept)?;
            self.search(head, Wanted::Organisation(subtypes))
        };
        named.map(|mention| mention.entity).or_else(nearest)
    }

    /// "die Nordwerk-Gruppe": a compound with a name stands for no other one; but "der Auto-Konzern", "der US-Konzern".
    fn has_own_name(&self, head: usize) -> bool {
        const WORDS: ClassSet = groups::NOUN.with(groups::PLACE);
        let joint = head >= 2 && self.analysis.kind(head - 1) == TokenKind::Hyphen;
        joint && self.analysis.shape(head - 2) == Shape::Title && !self.analysis.is_any(head - 2, WORDS)
    }

    /// The nearest sentence with an entity that fits decides: by its only one, or in an earlier sentence by its first.
    fn search(&self, token: usize, wanted: Wanted) -> Option<EntityId> {
        self.search_one(token, wanted, false)
    }

    /// The same; where it must be the `only` one, in an earlier sentence as well.
    fn search_one(&self, token: usize, wanted: Wanted, only: bool) -> Option<EntityId> {
        let here = self.analysis.sentence_of(token);
        let before = self.tokens.partition_point(|&at| at < token);
        let mut end = before;
        for back in 0..=REACH {
            let sentence = self.analysis.sentences.get(here.checked_sub(back)?)?;
            let start = self.tokens.get(..end)?.partition_point(|&at| at < sentence.tokens.start as usize);
            let start = start.max(end.saturating_sub(LOOKED_AT));
            let mentions = self.mentions.get(start..end)?;
            if let Some(found) = self.fitting(mentions, wanted, only || back == 0) {
                return found;
            }
            end = start;
        }
        None
    }

    /// `None`: nothing fits here; `Some(None)`: too much does.
    fn fitting(&self, mentions: &[Mention<'t>], wanted: Wanted, same: bool) -> Option<Option<EntityId>> {
        let only = |fits: &dyn Fn(&Mention<'t>) -> bool| -> Option<Option<EntityId>> {
            let mut all = mentions.iter().filter(|mention| fits(mention)).map(|mention| mention.entity);
            let first = all.next()?;
            let other = all.any(|entity| entity != first);
            Some((!other || !same).then_some(first))
        };
        let person = |gender: Option<Gender>| {
            let known = only(&|mention| {
                mention.kind == EntityType::Per && self.gender_of(mention) == gender && gender.is_some()
            });
            known.or_else(|| {
                let open = |mention: &Mention<'t>| gender.is_none() || self.gender_of(mention).is_none();
                only(&|mention| mention.kind == EntityType::Per && open(mention))
            })
        };
        let organisation = |subtypes: &[&str]| {
            let fits = |subtype: &str| subtypes.is_empty() || subtypes.contains(&subtype);
            let may_be = |mention: &Mention<'t>| match self.subtype_of(mention) {
                Some(subtype) => fits(subtype),
                None => {
                    subtypes.is_empty()
                        || self
                            .kinds_of(mention)
                            .is_none_or(|kinds| kinds.is_empty() || kinds.iter().any(|kind| fits(kind)))
                }
            };
            only(&|mention| mention.kind == EntityType::Org && may_be(mention))
        };
        match wanted {
            Wanted::Person(gender) => person(gender),
            Wanted::Organisation(subtypes) => organisation(subtypes),
            Wanted::Either(gender) => person(Some(gender)).or_else(|| organisation(&[])),
        }
    }

    /// "Ein 34-jähriger Mann …": the age was told of somebody without a name before.
    fn is_somebody_else(&self, number: usize) -> bool {
        /// How far back that may be, and how far behind the age a name may stand, in tokens.
        const FAR: usize = 400;
        const NEAR: usize = 6;
        let analysis = &self.analysis;
        let same = |at: &usize| {
            analysis.word(*at) == analysis.word(number)
                && analysis.kind(*at + 1) == TokenKind::Hyphen
                && analysis.is_any(*at + 2, ClassSet::of(&[Class::UnitAdjective, Class::TimeUnit]))
                && analysis.shape(*at + 2) == Shape::Lower
        };
        let unnamed = |at: usize| {
            let next = self.tokens.partition_point(|&token| token < at);
            self.tokens.get(next).is_none_or(|&token| token >= at + NEAR)
        };
        // "The 34-year-old …" after "The 34-year-old …" tells nothing of its own.
        let noun = |at: &usize| (*at + 3..*at + NEAR).any(|behind| analysis.is(behind, Class::Noun));
        (number.saturating_sub(FAR)..number).filter(same).filter(noun).any(unnamed)
    }

    /// The last person before a token of whom an age was told.
    fn of_age(&self, token: usize, age: &str) -> Option<EntityId> {
        let before = self.tokens.partition_point(|&at| at < token);
        let near = self.mentions.get(before.saturating_sub(4 * LOOKED_AT)..before)?;
        let persons = near.iter().rev().filter(|mention| mention.kind == EntityType::Per);
        persons.map(|mention| mention.entity).find(|person| self.age_of(*person) == Some(age))
    }

    /// An age in brackets or commas behind a person's name, or before it: "Anna Weber (45)", "die 45-jährige Anwältin Anna Weber".
    fn age_of(&self, person: EntityId) -> Option<&str> {
        let mentions = self.entities.get(person.0 as usize)?.mentions.iter().take(LOOKED_AT);
        mentions.filter_map(|id| self.mentions.get(id.0 as usize)).find_map(|mention| {
            let Range { start, end: mark } = self.analysis.tokens_of(mention.span);
            let opens = self.analysis.kind(mark) == TokenKind::Open || self.analysis.word(mark) == ",";
            let closes = self.analysis.kind(mark + 2) == TokenKind::Close || self.analysis.word(mark + 2) == ",";
            let number = self.analysis.kind(mark + 1) == TokenKind::Number;
            (opens && closes && number).then(|| self.analysis.word(mark + 1)).or_else(|| self.age_before(start))
        })
    }

    /// "die *45*-jährige Anwältin | Anna Weber": an age right before a name, with no more than nouns and what describes them between.
    fn age_before(&self, name: usize) -> Option<&str> {
        /// How far before the name it may stand.
        const NEAR: usize = 6;
        const UNIT: ClassSet = ClassSet::of(&[Class::UnitAdjective, Class::TimeUnit]);
        let analysis = &self.analysis;
        let inside = |at: &usize| {
            let word = matches!(analysis.kind(*at), TokenKind::Word | TokenKind::Hyphen);
            word && !analysis.is_any(*at, groups::VERBAL.with(groups::LINK)) || analysis.is_any(*at, UNIT)
        };
        let number = (name.saturating_sub(NEAR)..name).rev().find(|at| !inside(at))?;
        let aged = analysis.kind(number) == TokenKind::Number
            && analysis.kind(number + 1) == TokenKind::Hyphen
            && analysis.is_any(number + 2, UNIT);
        aged.then(|| analysis.word(number))
    }

    /// The subtypes of what the noun that a name ends in may be said of.
    fn kinds_of(&self, mention: &Mention<'_>) -> Option<&'static [&'static str]> {
        let last = self.analysis.tokens_of(mention.span).end.checked_sub(1)?;
        let sense = self.analysis.sense(last, Class::Noun);
        let group = sense.is_some_and(|sense| self.analysis.noun_kind(sense) == Some(NounKind::Group));
        let concept = sense.map_or("", |sense| self.analysis.entry(sense).id);
        let known = GENERAL.iter().find(|(general, _)| *general == concept).map(|(_, subtypes)| *subtypes);
        (group || self.analysis.is(last, Class::OrganisationHead)).then(|| known.unwrap_or(OTHER))
    }

    fn subtype_of(&self, mention: &Mention<'_>) -> Option<&'a str> {
        self.subtypes.get(mention.entity.0 as usize).copied().flatten()
    }

    fn gender_of(&self, mention: &Mention<'_>) -> Option<Gender> {
        self.genders.get(mention.entity.0 as usize).copied().flatten()
    }
}

/// Concepts of nouns that stand for an organisation whatever its name is, each with the subtypes of those it can mean; any
/// where there are none.
const GENERAL: &[(&str, &[&str])] = &[
    (
        "agency",
        &[
            "agency",
            "authority",
            "eu",
            "government",
            "intelligence",
            "international",
            "media",
            "other",
            "research",
            "un",
        ],
    ),
    ("airline", &["company", "other"]),
    ("association", &["association", "club", "ngo", "other", "sport", "union"]),
    (
        "authority",
        &[
            "agency",
            "authority",
            "central-bank",
            "court",
            "eu",
            "government",
            "intelligence",
            "ministry",
            "other",
            "police",
        ],
    ),
    ("bank", &["bank"]),
    ("carmaker", &["company", "other"]),
    ("central-bank", &["central-bank"]),
    ("club", &["association", "club", "sport"]),
    ("company", &["bank", "company", "exchange", "media", "other"]),
    ("corporation", &["bank", "company", "exchange", "media", "other"]),
    ("foundation", &["association", "ngo", "research"]),
    ("federation", &["association", "sport", "union"]),
    ("group", &[]),
    ("institution", &[]),
    ("insurer", &["company", "other"]),
    ("manufacturer", &["company", "other"]),
    ("ministry", &["ministry"]),
    (
        "organisation",
        &[
            "agency",
            "armed-group",
            "association",
            "authority",
            "church",
            "eu",
            "international",
            "media",
            "ngo",
            "other",
            "party",
            "research",
            "sport",
            "un",
            "union",
        ],
    ),
    ("party", &["party"]),
    ("team", &["club", "sport"]),
    ("trade-union", &["union"]),
];

/// A body of none of these kinds, of which only the widest are said: "Gerichtshof", "Council".
const OTHER: &[&str] = &["other"];

/// Words that make a noun phrase definite, as far as the lexicon tells them.
const DEFINITE: ClassSet = ClassSet::of(&[Class::Article, Class::Demonstrative, Class::Possessive]);

/// The last word of a phrase.
fn head(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> Option<usize> {
    phrase.clone().rev().take(12).find(|&at| analysis.kind(at) == TokenKind::Word)
}

/// "der 27-Jährige", "the 27-year-old": somebody by an age alone, or with what everybody has or is called after: "the 27-year-old
/// Finn", "the 27-year-old striker".
fn aged(analysis: &Analysis<'_, '_>, phrase: &Range<usize>, head: usize) -> Option<Wanted> {
    let number = phrase.start + 1;
    let joined = analysis.kind(number) == TokenKind::Number && analysis.kind(number + 1) == TokenKind::Hyphen;
    let old = |sense: &Sense| Direction::from_value(sense.value) == Some(Direction::Old);
    let nominal = match head.checked_sub(number)? {
        2 => analysis.shape(head) == Shape::Title && analysis.is(head, Class::UnitAdjective),
        4 => analysis.is(head - 2, Class::TimeUnit) && analysis.senses_of(head, Class::Direction).any(old),
        5 => {
            let called = analysis.is_any(head, ClassSet::of(&[Class::Demonym, Class::Role]));
            called && analysis.is(head - 3, Class::TimeUnit) && analysis.senses_of(head - 1, Class::Direction).any(old)
        }
        _ => false,
    };
    if !joined || !nominal {
        return None;
    }
    let profile = analysis.profile(analysis.sentence_of(head));
    if !profile.grammatical_gender {
        return Some(Wanted::Person(None));
    }
    // "der 27-Jährige", "dem 27-Jährigen"; "die 27-Jährige", "der 27-Jährigen"; "die 27-Jährigen" are several.
    let weak = (profile.oblique_adjective)(analysis.word(head));
    let oblique = analysis.has_form(phrase.start, Class::Article, Form::OBLIQUE);
    let gender = match (oblique, (profile.masculine)(analysis.word(phrase.start)), weak) {
        (true, _, _) | (_, true, false) => Gender::Masculine,
        (_, true, true) | (_, false, false) => Gender::Feminine,
        (_, false, true) => return None,
    };
    let gender = Some(gender);
    Some(Wanted::Person(gender))
}

/// What a given name says of its bearer.
fn gender(analysis: &Analysis<'_, '_>, token: usize) -> Option<Gender> {
    match analysis.entry(analysis.sense(token, Class::GivenName)?).id {
        "m" => Some(Gender::Masculine),
        "f" => Some(Gender::Feminine),
        _ => None,
    }
}

/// Whether a name's last word is, or is a compound with, a noun, whatever its letter case.
fn ends_with(name: &str, noun: &str) -> bool {
    let mut letters = name.chars().rev().flat_map(char::to_lowercase);
    !noun.is_empty() && noun.chars().rev().flat_map(char::to_lowercase).all(|want| letters.next() == Some(want))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::name;
    use crate::options::Names;
    use crate::testing::with_analysis;

    /// The name of what the last phrase with this text refers to.
    fn refers(lang: Lang, text: &str, phrase: &str) -> Option<String> {
        with_analysis(lang.code(), text, |analysis| {
            let mut names = Vec::new();
            name::propose(analysis, &mut names, &mut name::Scratch::default(), Names::Dictionaries, 0);
            crate::rule::settle::<_, crate::time::Expression, crate::figure::Reading>(
                &mut names,
                &mut Vec::new(),
                &mut Vec::new(),
                &mut crate::rule::Scratch::default(),
            );
            let (mentions, entities) = name::resolve(analysis, &names);
            let start = text.rfind(phrase).expect("the phrase stands in the text") as u32;
            let end = start + phrase.len() as u32;
            let from = analysis.tokens.partition_point(|token| token.start < start);
            let to = analysis.tokens.partition_point(|token| token.end <= end);
            let antecedents = Antecedents::new(analysis, &mentions, &entities);
            antecedents.of(from..to).map(|id| entities[id.0 as usize].name.to_string())
        })
    }

    #[test]
    fn pronouns_take_the_person_of_their_gender() {
        let text = "Emma Hardy traf Peter Lindner am Montag in Berlin. Das sagte sie.";
        assert_eq!(refers(Lang::De, text, "sie").as_deref(), Some("Emma Hardy"));
        let text = "Emma Hardy met Peter Lindner in Berlin on Monday. That is what he said.";
        assert_eq!(refers(Lang::En, text, "he").as_deref(), Some("Peter Lindner"));
    }

    #[test]
    fn two_persons_of_one_gender_are_one_too_many() {
        assert_eq!(refers(Lang::En, "Emma Hardy told Anna Lindner in Berlin that she agreed.", "she"), None);
    }

    #[test]
    fn a_german_pronoun_can_mean_an_organisation() {
        let text = "Die Internet Watch Foundation (IWF) warnt. In ihrem Bericht gab der IWF bekannt, dass er hilft.";
        assert_eq!(refers(Lang::De, text, "er").as_deref(), Some("Internet Watch Foundation"));
    }

    #[test]
    fn a_german_he_is_no_organisation_without_a_masculine_article() {
        let text = "Der Verband Nordwerk warnt. Das schreibt Tarnbrook. Dort hilft er.";
        assert_eq!(refers(Lang::De, text, "er"), None);
    }

    #[test]
    fn somebody_of_an_age_is_whom_that_was_told_of() {
        let text = "Der 70-jährige Arzt Peter Lindner kam. Das schrieb Emil Huber. Der 70-Jährige lachte.";
        assert_eq!(refers(Lang::De, text, "Der 70-Jährige").as_deref(), Some("Peter Lindner"));
        let text = "Der 34-jährige Täter schlug Peter Lindner. Emil Huber kam. Der 34-Jährige lachte.";
        assert_ne!(refers(Lang::De, text, "Der 34-Jährige").as_deref(), Some("Peter Lindner"));
    }

    #[test]
    fn a_description_takes_the_name_that_holds_it_or_the_only_one() {
        let text = "Die Internet Watch Foundation (IWF) warnt. Das teilte die Organisation mit.";
        assert_eq!(refers(Lang::De, text, "die Organisation").as_deref(), Some("Internet Watch Foundation"));
        assert_eq!(refers(Lang::En, "Europol warned of a company.", "a company"), None);
    }

    #[test]
    fn a_description_takes_no_organisation_of_another_kind() {
        let text = "Volkswagen verhandelte mit der IG Metall. Die Gewerkschaft lehnte ab.";
        assert_eq!(refers(Lang::De, text, "Die Gewerkschaft").as_deref(), Some("IG Metall"));
        let text = "Der Oberste Gerichtshof in Bern tagte. Das Ministerium lehnte ab.";
        assert_eq!(refers(Lang::De, text, "Das Ministerium"), None);
        let text = "Volkswagen wird bestreikt. Die Gewerkschaft lehnte ab.";
        assert_eq!(refers(Lang::De, text, "Die Gewerkschaft"), None);
        let text = "Volkswagen talked to Greenpeace. The company refused.";
        assert_eq!(refers(Lang::En, text, "The company").as_deref(), Some("Volkswagen"));
        assert_eq!(refers(Lang::En, "Volkswagen fined Emma Hardy. Her company refused.", "Her company"), None);
        assert_eq!(refers(Lang::De, "Volkswagen lobte Emma Hardy. Ihre Firma lehnte ab.", "Ihre Firma"), None);
        assert_eq!(refers(Lang::En, "Greenpeace went to Bern. The company refused.", "The company"), None);
    }
}
