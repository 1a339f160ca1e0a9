//! A figure among the words of its clause, in a gloss: "Weber: climbed *22 places* to rank 144 on Monday".

use smallvec::SmallVec;

use super::quantity::is_one;
use super::{EXISTS, Writer};
use crate::answer::{Fact, Figure, FigureKind, FigureUse, Span};
use crate::lexicon::class::VerbKind;

impl<'c> Writer<'c, '_, '_> {
    /// What a clause with a figure says of its subject, as of an event, where that is short enough to be told whole and more than that the
    /// figure exists. Whether a negation that the fact has is among the words; nothing where the figure is not.
    pub(super) fn in_clause(&mut self, fact: &Fact<'_>, figure: &'c Figure<'c>) -> Option<bool> {
        let verb = self.context.clause_of_fact(fact)?.verb.as_ref()?;
        let exists =
            verb.means(self.context.analysis, EXISTS) || verb.kind(self.context.analysis) == Some(VerbKind::Amount);
        let own = fact.subject.as_ref()?.span.overlaps(figure.span);
        if own || figure.usage == FigureUse::Attribute || exists && !self.has_more(fact) {
            return None;
        }
        let (start, told, apart) = (self.out.len(), self.told.len(), self.apart.take());
        self.within = Some(figure);
        let denied = self.event(fact, fact.object.as_ref());
        self.within = None;
        self.apart = apart;
        if self.told.iter().skip(told).any(|told| told.contains(figure.span)) {
            return Some(denied);
        }
        self.out.truncate(start);
        self.told.truncate(told);
        None
    }

    /// What is told of a figure whose gloss says nothing but its noun: its clause, else the words around it. Whether a negation that
    /// the fact has is among the words.
    pub(super) fn surroundings(&mut self, fact: &Fact<'_>, figure: &'c Figure<'c>) -> bool {
        self.instead(fact, figure).unwrap_or_else(|| self.excerpt(fact, figure))
    }

    /// "The firm: 640 people hired" becomes "The firm: *plans to hire 640 people for its works*": the clause in place of the gloss, where its
    /// verb says that it may or must be so, or where it tells more. Whether a negation that the fact has is among the words.
    pub(super) fn fuller(&mut self, fact: &Fact<'_>, figure: &'c Figure<'c>) -> Option<bool> {
        let verb = self.context.clause_of_fact(fact)?.verb.as_ref()?;
        let full = verb.modal.is_some() || self.has_more(fact);
        if full { self.instead(fact, figure) } else { None }
    }

    /// "places up 22" becomes "Weber: *climbed 22 places*": where the gloss of a change names a noun, and not who or what moved. Whether a
    /// negation that the fact has is among the words.
    pub(super) fn moved_by(&mut self, fact: &Fact<'_>, figure: &'c Figure<'c>) -> Option<bool> {
        let (subject, of) = (fact.subject.as_ref()?, figure.of.as_ref()?);
        let counted = figure.kind == FigureKind::Count && of.concept.as_deref() != Some("point");
        let apart = fact.object.is_none() && !subject.span.overlaps(of.span);
        if counted && apart { self.instead(fact, figure) } else { None }
    }

    /// Puts the clause in place of the gloss so far.
    fn instead(&mut self, fact: &Fact<'_>, figure: &'c Figure<'c>) -> Option<bool> {
        let quantity = std::mem::take(self.out);
        let told = std::mem::take(&mut self.told);
        let denied = self.in_clause(fact, figure);
        if denied.is_none() {
            *self.out = quantity;
            self.told = told;
        }
        denied
    }

    /// Whether a clause says more than subject, verb, figure and what a gloss tells apart.
    fn has_more(&self, fact: &Fact<'_>) -> bool {
        let clause = self.context.clause_of_fact(fact);
        let clause = clause.and_then(|clause| Some(clause.extent().start..*self.ends(clause).last()?));
        let subject = fact.subject.as_ref().map(|subject| self.context.analysis.tokens_of(subject.span));
        clause.is_some_and(|clause| self.says_more(fact, clause, subject))
    }

    /// Words of a clause in their order, with a figure as an amount; as it stands where the amount leans on its words ("6:2", "on
    /// rank 144", "aged 37").
    pub(super) fn around(&mut self, figure: &Figure<'_>, said: &[Span]) {
        let leans = matches!(figure.kind, FigureKind::Age | FigureKind::OrdinalRank | FigureKind::Score)
            || figure.usage != FigureUse::Amount;
        let at = said.iter().position(|said| said.contains(figure.span)).filter(|_| !leans);
        let Some((at, whole)) = at.and_then(|at| Some((at, said.get(at)?))) else {
            self.blank();
            return self.quoted(said);
        };
        let (before, behind) = said.split_at(at);
        let before = before.iter().copied().chain([Span { end: figure.span.start, ..*whole }]);
        let text = self.context.analysis.text;
        let next = |span: Span| text.get(figure.span.end as usize..span.start as usize) == Some(" ");
        let of = figure.of.as_ref().filter(|of| !self.same && next(of.span) && whole.contains(of.span));
        let noun = of.and_then(|of| Some((self.translated(of, !is_one(figure))?, of.span.end)));
        let end = noun.map_or(figure.span.end, |(_, end)| end);
        let behind = [Span { start: end, ..*whole }].into_iter().chain(behind.iter().skip(1).copied());
        let filled = |span: &Span| span.of(text).contains(char::is_alphanumeric);
        let before: SmallVec<[Span; 8]> = before.filter(|span| !span.of(text).trim().is_empty()).collect();
        let mut behind: SmallVec<[Span; 8]> = behind.filter(filled).collect();
        if !before.is_empty() {
            self.blank();
            self.quoted(&before);
        }
        self.amount(figure);
        if let Some((noun, _)) = noun {
            self.word(noun);
        }
        // "built 12 houses, 30 halls and a bridge"
        if let Some(first) = behind.first_mut().filter(|first| first.of(text).starts_with(',')) {
            first.start += 1;
            self.out.push(',');
        }
        if !behind.is_empty() {
            self.blank();
            self.quoted(&behind);
        }
    }
}
