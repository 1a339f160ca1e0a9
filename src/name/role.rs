//! The office or work of a person that stands beside the name: "Bundeskanzlerin Angela Merkel", "Mara Holt, head of research".

use std::ops::Range;

use super::Name;
use crate::answer::{EntityType, Span};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::reading::Analysis;
use crate::reading::verb::FINITE;
use crate::rule::Candidate;
use crate::text::{Shape, TokenKind};

/// How many tokens the noun for a role may have.
const LONGEST_HEAD: usize = 4;
/// How many tokens may stand before that noun, or hang on it.
const FARTHEST: usize = 12;

/// What stands before the noun for a role and belongs to it.
const BEFORE_HEAD: ClassSet = groups::ATTRIBUTE.or(&[Class::OrdinalWord, Class::Role]);
/// What is no attribute, whatever else the word may be.
const NO_ATTRIBUTE: ClassSet = groups::VERBAL.with(groups::BEFORE_NOUN).with(groups::LINK);
/// What a finite verb does not stand behind: "head of research".
const NO_FINITE: ClassSet = groups::BEFORE_NOUN.or(&[Class::Adposition, Class::Adjective]);
/// What a role may go on with behind its noun: "director of the museum", "Chefin des Hauses".
const BEHIND_HEAD: ClassSet = groups::LINK.or(&[Class::Article, Class::Possessive]);

/// Where the role of the person whose name has a place among all names stands; none where it does not stand beside the name.
pub(super) fn beside(analysis: &Analysis<'_, '_>, names: &[Candidate<Name>], at: usize) -> Option<Span> {
    let name = names.get(at).filter(|name| name.item.kind == EntityType::Per)?;
    let sentence = &analysis.sentences.get(analysis.sentence_of(name.tokens.start))?.tokens;
    let site = Site { analysis, names, sentence: sentence.start as usize..sentence.end as usize };
    let role = site.before(name.tokens.start).or_else(|| site.after(name.tokens.end))?;
    Some(analysis.span(role))
}

struct Site<'s, 'a, 't> {
    analysis: &'s Analysis<'a, 't>,
    names: &'s [Candidate<Name>],
    sentence: Range<usize>,
}

impl Site<'_, '_, '_> {
    /// The role that ends where a name begins, or before a title or an attribute there: "Ministerin Dr. Hardy", "Direktorin
    /// für Personal Emma Hardy".
    fn before(&self, name: usize) -> Option<Range<usize>> {
        let titles = (self.sentence.start..name)
            .rev()
            .take_while(|at| self.analysis.is(*at, Class::Title) && !self.analysis.is(*at, Class::Role));
        let end = titles.last().unwrap_or(name);
        let head = self.head_before(end).or_else(|| self.head_before(self.attribute_before(end)?))?;
        Some(self.with_attributes(head.start)..end)
    }

    /// The noun for a role that ends before a token.
    fn head_before(&self, end: usize) -> Option<Range<usize>> {
        let first = self.sentence.start.max(end.saturating_sub(LONGEST_HEAD));
        (first..end).map(|start| start..end).find(|head| self.is_role(head))
    }

    fn is_role(&self, tokens: &Range<usize>) -> bool {
        self.analysis.senses_of(tokens.start, Class::Role).any(|sense| usize::from(sense.length) == tokens.len())
    }

    /// Where an attribute with a preposition begins that ends before a token: "für Personal".
    fn attribute_before(&self, end: usize) -> Option<usize> {
        let first = self.sentence.start.max(end.saturating_sub(FARTHEST));
        let inside = (first..end)
            .rev()
            .take_while(|at| self.analysis.kind(*at) == TokenKind::Word && !self.analysis.is_any(*at, groups::VERBAL));
        let preposition = inside.into_iter().find(|at| self.analysis.is(*at, Class::Adposition))?;
        (preposition + 1 < end).then_some(preposition)
    }

    /// The start of a noun phrase, without its determiner, whose noun begins at a token.
    fn with_attributes(&self, head: usize) -> usize {
        let analysis = self.analysis;
        let nouns = !analysis.profile(analysis.sentence_of(head)).capital_nouns;
        let mut start = head;
        while let Some(before) = start.checked_sub(1).filter(|before| *before >= self.sentence.start) {
            let joined = analysis.kind(before) == TokenKind::Hyphen && !analysis.space_before(start);
            let noun = nouns && analysis.is(before, Class::Noun) && analysis.shape(before) == Shape::Lower;
            let attribute = (analysis.is_any(before, BEFORE_HEAD) || noun) && !analysis.is_any(before, NO_ATTRIBUTE);
            start = if let Some(name) = self.name_before(start) {
                name
            } else if joined && before > self.sentence.start && !analysis.space_before(before) {
                before - 1
            } else if attribute || analysis.is_possessive(before, self.sentence.start) {
                before
            } else {
                break;
            };
        }
        start
    }

    /// Where the name of a body or place begins that ends before a token.
    fn name_before(&self, end: usize) -> Option<usize> {
        let at = self.names.partition_point(|name| name.tokens.end < end);
        let name = self.names.get(at).filter(|name| name.tokens.end == end && name.item.kind != EntityType::Per)?;
        Some(name.tokens.start)
    }

    fn name_at(&self, start: usize) -> Option<&Candidate<Name>> {
        let at = self.names.partition_point(|name| name.tokens.start < start);
        self.names.get(at).filter(|name| name.tokens.start == start)
    }

    /// The role behind a name, between commas or in brackets, perhaps behind an age: "Mara Holt, 54, head of research, said".
    fn after(&self, name: usize) -> Option<Range<usize>> {
        let analysis = self.analysis;
        let comma = |at: usize| analysis.kind(at) == TokenKind::Separator && analysis.word(at) == ",";
        let brackets = analysis.kind(name) == TokenKind::Open;
        if !brackets && !comma(name) {
            return None;
        }
        let aged = analysis.kind(name + 1) == TokenKind::Number && comma(name + 2);
        let mut start = if aged { name + 3 } else { name + 1 };
        while analysis.is_any(start, groups::DETERMINER) {
            start += 1;
        }
        let head = self.head_after(start)?;
        let person = self.name_at(head.end).is_some_and(|name| name.item.kind == EntityType::Per);
        let goes_on = analysis.is_any(head.end, BEHIND_HEAD) || self.name_at(head.end).is_some();
        if person || !goes_on && analysis.kind(head.end) == TokenKind::Word {
            return None;
        }
        let last = self.sentence.end.min(head.end + FARTHEST);
        let until = (head.end..last).find(|at| {
            matches!(analysis.kind(*at), TokenKind::Separator | TokenKind::Close | TokenKind::Terminal)
                || analysis.is(*at, Class::RelativePronoun) && !analysis.is(*at, Class::Article)
        });
        let end = until.or((last == self.sentence.end).then_some(last))?;
        let closed = !brackets || analysis.kind(end) == TokenKind::Close;
        (closed && !(head.end..end).any(|at| self.is_finite(at))).then_some(start..end)
    }

    /// The noun for a role that begins at a token or behind its attributes; of several side by side the last: "deputy director".
    fn head_after(&self, start: usize) -> Option<Range<usize>> {
        let last = self.sentence.end.min(start + FARTHEST);
        let mut at = start;
        while at < last {
            if let Some(head) = self.role_at(at) {
                let compound =
                    self.analysis.kind(head.end) == TokenKind::Hyphen && !self.analysis.space_before(head.end);
                if !compound && (head.end >= self.sentence.end || self.role_at(head.end).is_none()) {
                    return Some(head);
                }
            }
            at = match self.name_at(at) {
                Some(name) if name.item.kind != EntityType::Per => name.tokens.end,
                Some(_) => return None,
                None if self.is_attribute(at) => at + 1,
                None => return None,
            };
        }
        None
    }

    /// The longest noun for a role that begins at a token.
    fn role_at(&self, start: usize) -> Option<Range<usize>> {
        (1..=LONGEST_HEAD).rev().map(|length| start..start + length).find(|head| self.is_role(head))
    }

    fn is_attribute(&self, at: usize) -> bool {
        let analysis = self.analysis;
        let tight = |at: usize| analysis.kind(at) == TokenKind::Hyphen && !analysis.space_before(at);
        tight(at)
            || tight(at + 1)
            || (analysis.is_any(at, BEFORE_HEAD.or(&[Class::Noun]))) && !analysis.is_any(at, NO_ATTRIBUTE)
            || analysis.is_possessive(at, self.sentence.start)
    }

    fn is_finite(&self, at: usize) -> bool {
        let analysis = self.analysis;
        analysis.is_any(at, groups::AUXILIARY)
            || analysis.shape(at) == Shape::Lower
                && !analysis.is_any(at - 1, NO_FINITE)
                && !analysis.is_any(at, ClassSet::of(&[Class::Noun, Class::Adjective, Class::Adposition]))
                && analysis.senses_of(at, Class::Verb).any(|sense| sense.form.has_any(FINITE))
    }
}
