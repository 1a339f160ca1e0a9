//! Answers that outlive their documents.

use std::borrow::Cow;

use super::*;

/// What can be cut loose from the text that it was borrowed from.
trait Detach {
    type Owned;

    fn detach(self) -> Self::Owned;
}

impl Detach for Cow<'_, str> {
    type Owned = Cow<'static, str>;

    fn detach(self) -> Cow<'static, str> {
        Cow::Owned(self.into_owned())
    }
}

impl Detach for DocumentId<'_> {
    type Owned = DocumentId<'static>;

    fn detach(self) -> DocumentId<'static> {
        self.into_owned()
    }
}

impl<T: Detach> Detach for Option<T> {
    type Owned = Option<T::Owned>;

    fn detach(self) -> Option<T::Owned> {
        self.map(T::detach)
    }
}

impl<T: Detach> Detach for Vec<T> {
    type Owned = Vec<T::Owned>;

    fn detach(self) -> Vec<T::Owned> {
        self.into_iter().map(T::detach).collect()
    }
}

/// Types that borrow nothing.
macro_rules! plain {
    ($($type:ty),* $(,)?) => {
        $(impl Detach for $type {
            type Owned = $type;

            fn detach(self) -> $type {
                self
            }
        })*
    };
}

plain! {
    &'static Rule, bool, f32, u32, String, Lang, Date, OffsetUnit, Span, Triple,
    EntityId, FigureId, StatementId, EntityType, TimeType, TimeMod, Moment, FigureKind, FigureUse, FigureValue, Decimal, Approximation,
    StatementStyle, FactKind, FactTime, Change, Modality, Outcome, Origin,
}

impl Detach for Data<'_> {
    type Owned = Data<'static>;

    fn detach(self) -> Data<'static> {
        self.into_owned()
    }
}

impl<T, const N: usize> Detach for List<T, N> {
    type Owned = List<T, N>;

    fn detach(self) -> List<T, N> {
        self
    }
}

/// Says which fields a type has; one that is left out does not compile.
macro_rules! into_owned {
    ($($type:ident { $($field:ident),* $(,)? })*) => {
        $(
            impl $type<'_> {
                /// With copies of the texts that are borrowed from the document, so that it can be kept without it.
                /// Linear in its size.
                pub fn into_owned(self) -> $type<'static> {
                    $type { $($field: self.$field.detach()),* }
                }
            }

            impl Detach for $type<'_> {
                type Owned = $type<'static>;

                fn detach(self) -> $type<'static> {
                    self.into_owned()
                }
            }
        )*
    };
}

into_owned! {
    Answer {
        schema, id, lang, date, offsets, note, text, sentences, sentence_texts, tokens, mentions, entities, times, periods, figures, statements,
        facts, triples,
    }
    Mention { span, text, kind, subtype, entity, confidence, rule, part, variant, role }
    Entity { kind, name, aliases, mentions, reference, candidates, data }
    Time { span, text, kind, value, modifier, freq, quant, begin, end, rule }
    Period { span, text, times, value, begin, end, rule }
    Figure { span, text, kind, value, low, high, approx, unit, of, usage, rule }
    Counted { span, text, lemma, concept }
    Statement { style, speaker, medium, cue, content, rule }
    Phrase { span, text }
    Reference { span, text, entity }
    Predicate { spans, text, lemma, concept }
    Fact {
        key, kind, gloss, subject, predicate, object, figure, time, place, source, change, negated, modality, sentence, span, rules,
        confidence,
    }
    Source { text, entity, statement }
    Explanation { answer, proposals, lookups }
    Lookup { span, text, class, lemma, compound, origin }
    Proposal { span, text, rule, outcome }
}
