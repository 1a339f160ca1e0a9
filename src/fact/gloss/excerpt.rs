//! The text's own words around a figure, in a gloss that else would tell nothing but an amount and its noun.

use std::ops::Range;

use smallvec::SmallVec;

use super::Writer;
use crate::answer::{Fact, Figure, FigureKind, Span};
use crate::lexicon::{Class, groups};
use crate::text::TokenKind;

/// How many words are told.
const LONGEST: usize = 20;

impl Writer<'_, '_, '_> {
    /// "boy aged 8: *the role of the eight-year-old boy went to Anna Weber's son*": adds the words that a figure stands among, where they
    /// say more than the gloss does. Whether a negation that the fact has is among them.
    pub(super) fn excerpt(&mut self, fact: &Fact<'_>, figure: &Figure<'_>) -> bool {
        let known =
            figure.kind == FigureKind::Age && fact.subject.as_ref().is_some_and(|person| person.entity.is_some());
        let passage = self.passage(figure).filter(|passage| !known && self.says_more(fact, passage.clone(), None));
        let Some(passage) = passage else {
            return false;
        };
        let analysis = self.context.analysis;
        let clause = self.context.clause_of(passage.start).filter(|clause| clause.verb.is_some());
        let clause = clause.map_or(passage.clone(), |clause| self.trimmed(clause.extent()));
        let goes_on = |cut: bool| cut.then_some("…");
        let (before, behind) = (goes_on(clause.start < passage.start), goes_on(passage.end < clause.end));
        let span = analysis.span(passage);
        self.out.push_str(": ");
        self.marked(before.into_iter().chain([span.of(analysis.text)]).chain(behind));
        self.told.push(span);
        fact.negated && self.denies(span)
    }

    /// The widest of sentence, clause, stretch of that and words between commas that is short enough; of a list without a verb,
    /// the member.
    fn passage(&self, figure: &Figure<'_>) -> Option<Range<usize>> {
        let analysis = self.context.analysis;
        let figure = analysis.tokens_of(figure.span);
        let sentence = analysis.sentences.get(analysis.sentence_of(figure.start))?;
        let sentence = sentence.tokens.start as usize..sentence.tokens.end as usize;
        let clause = self.context.clause_of(figure.start).filter(|clause| clause.verb.is_some());
        let piece = clause.and_then(|clause| clause.piece_of(figure.start)).unwrap_or(&sentence).clone();
        let whole = clause.map(|clause| [sentence, clause.extent(), piece.clone()]);
        let count =
            |range: &Range<usize>, kind: TokenKind| range.clone().filter(|at| analysis.kind(*at) == kind).count();
        let fits = |range: &Range<usize>| {
            let balanced = || count(range, TokenKind::Open) == count(range, TokenKind::Close);
            range.len() <= 2 * LONGEST && range.len() - count(range, TokenKind::Separator) <= LONGEST && balanced()
        };
        let member = || self.member_of_list(piece, &figure);
        let passage = whole.into_iter().flatten().map(|range| self.trimmed(range)).find(fits);
        passage.or_else(|| Some(self.trimmed(member())).filter(fits))
    }

    /// The words between commas around a figure.
    fn member_of_list(&self, range: Range<usize>, figure: &Range<usize>) -> Range<usize> {
        let analysis = self.context.analysis;
        let parts = |at: &usize| analysis.kind(*at) == TokenKind::Separator;
        let start = (range.start..figure.start).rev().take(2 * LONGEST).find(parts).map_or(range.start, |at| at + 1);
        let end = (figure.end..range.end).take(2 * LONGEST).find(parts).unwrap_or(range.end);
        start..end
    }

    /// Words without the marks and conjunctions at their edges.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        use TokenKind::{Close, Dash, Open, Quote, Separator, Terminal};
        let analysis = self.context.analysis;
        let mark = |at: usize| matches!(analysis.kind(at), Separator | Dash | Quote);
        let joins = |at: usize| analysis.is(at, Class::Coordinator) && !analysis.is(at, Class::Interrogative);
        let opens = |at: &usize| mark(*at) || joins(*at) || analysis.kind(*at) == Close;
        let closes = |at: &usize| mark(*at) || matches!(analysis.kind(*at), Terminal | Open);
        let start = range.start + range.clone().take(LONGEST).take_while(opens).count();
        let end = range.end - (start..range.end).rev().take(LONGEST).take_while(closes).count();
        start..end
    }

    /// Whether words say more than what a gloss tells of a fact anyway, perhaps with a subject.
    pub(super) fn says_more(&self, fact: &Fact<'_>, passage: Range<usize>, subject: Option<Range<usize>>) -> bool {
        /// How many words of meaning are worth it.
        const FEWEST: usize = 2;
        /// How many are looked at.
        const FAR: usize = 64;
        let analysis = self.context.analysis;
        let told: SmallVec<[Range<usize>; 4]> = self.told_apart(fact).chain(subject).collect();
        let predicate = |span: &Span| fact.predicate.iter().any(|predicate| predicate.spans.contains(span));
        let mut more = passage.take(FAR).filter(|at| {
            analysis.kind(*at) == TokenKind::Word
                && !analysis.is_any(*at, groups::CLOSED)
                && !told.iter().any(|told| told.contains(at))
                && !predicate(&analysis.span(*at..*at + 1))
        });
        more.nth(FEWEST - 1).is_some()
    }
}
