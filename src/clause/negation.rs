//! Whether a clause denies what it says.

use super::VerbGroup;
use crate::lexicon::class::{Adposition, Coordinator, Indefinite};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Analysis;
use crate::reading::phrase::opens_compound;
use crate::text::{Shape, TokenKind};

/// Whether a negation in the clause scopes over its verb: "hat nicht erhalten", "did not reach", "received no reports".
/// One that belongs to another word does not: "nicht genehmigtes Treffen", "not only", "nicht nur".
pub(super) fn negates(analysis: &Analysis<'_, '_>, tokens: &[usize], verb: &VerbGroup) -> bool {
    tokens.iter().any(|token| {
        analysis.is(*token, Class::Negation)
            && !is_of_name(analysis, *token)
            && !is_in_brackets(analysis, *token, verb)
            && !opens_phrase(analysis, *token)
            && !before_attribute(analysis, *token, verb)
            && !contrasts(analysis, *token, verb)
            && !is_without(analysis, *token, verb)
            && !trails(analysis, *token, verb)
            && !leads(analysis, *token, verb)
            && !is_of_phrase(analysis, tokens, *token, verb)
            && !bounds(analysis, *token)
            && !is_quoted_apart(analysis, tokens, *token)
            && !heads(analysis, *token, verb)
    })
}

/// "*Kein* Verständnis für Kritik | In Bern hat die Stadt …": in the words of a heading that has run into the sentence, told by a
/// preposition or article with a capital in front of the verb.
fn heads(analysis: &Analysis<'_, '_>, token: usize, verb: &VerbGroup) -> bool {
    /// How far behind it the sentence may begin.
    const NEAR: usize = 12;
    const OPENS: ClassSet = groups::DETERMINER.or(&[Class::Adposition]);
    let begins = |at: usize| {
        let word = analysis.kind(at - 1) == TokenKind::Word && analysis.shape(at) == Shape::Title;
        word && analysis.is_any(at, OPENS) && !analysis.is_any(at, groups::NAMED)
    };
    analysis.is(token, Class::Quantifier)
        && analysis.begins_sentence(token)
        && (token + 2..verb.finite).take(NEAR).any(begins)
}

/// 'lost when a judge called it | "*no* more fair"': in a quotation behind another clause that no mark parts from the one before.
fn is_quoted_apart(analysis: &Analysis<'_, '_>, tokens: &[usize], token: usize) -> bool {
    /// How far before it the quotation may begin.
    const NEAR: usize = 12;
    let place = tokens.partition_point(|at| *at < token);
    let before = tokens.get(place.saturating_sub(NEAR)..place + 1).unwrap_or_default();
    let apart = before.iter().zip(before.iter().skip(1)).rev().find(|(at, next)| **at + 1 != **next);
    apart.is_some_and(|(at, next)| {
        analysis.kind(next - 1) == TokenKind::Quote
            && analysis.kind(at + 1) == TokenKind::Word
            && !analysis.profile(analysis.sentence_of(token)).verb_final
    })
}

/// "*kaum* 30 Menschen", "*kaum* eine halbe Stunde", "mit *kaum* sichtbarer Flamme": an adverb that denies bounds a number, or describes
/// an attribute.
fn bounds(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    let next = token + 1;
    let one = analysis.is(next, Class::IndefiniteArticle);
    let number = analysis.is(next, Class::Cardinal) && !one || one && analysis.is(next + 1, Class::Fraction);
    let profile = analysis.profile(analysis.sentence_of(token));
    let attribute = || {
        profile.capital_nouns
            && analysis.is(next, Class::Adjective)
            && (profile.adjective_like)(analysis.word(next))
            && analysis.shape(next + 1) != Shape::Lower
            && analysis.kind(next + 1) == TokenKind::Word
    };
    analysis.is(token, Class::Adverb) && (analysis.kind(next) == TokenKind::Number || number || attribute())
}

/// "the No campaign": with a capital inside a sentence it is part of a name.
fn is_of_name(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    let inside = token > 0 && analysis.kind(token - 1) == TokenKind::Word;
    inside && analysis.shape(token) == Shape::Title && analysis.sentence_of(token - 1) == analysis.sentence_of(token)
}

/// "sah zehn Leute (*keine* Kinder)": in brackets that do not hold the verb.
fn is_in_brackets(analysis: &Analysis<'_, '_>, token: usize, verb: &VerbGroup) -> bool {
    /// How far from it the brackets may open and close.
    const NEAR: usize = 12;
    let mark = |at: &usize| matches!(analysis.kind(*at), TokenKind::Open | TokenKind::Close);
    let before = (token.saturating_sub(NEAR)..token).rev().find(mark);
    before.filter(|at| analysis.kind(*at) == TokenKind::Open).is_some_and(|open| {
        let closes = |verb: usize| (token..verb).take(NEAR).any(|at| analysis.kind(at) == TokenKind::Close);
        verb.finite < open || verb.finite > token && closes(verb.finite)
    })
}

/// "nicht zuletzt", "not only": a longer phrase of another class begins with the word; "nicht-deutsche Schüler": it begins a word.
fn opens_phrase(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    if opens_compound(analysis, token) {
        return true;
    }
    let mut longest = analysis.senses(token).iter().take_while(|sense| sense.length > 1).peekable();
    // "none of": a quantity that denies.
    // "eleven people, none of them armed, …": not what stands beside.
    let beside = token > 0 && analysis.word(token - 1) == ",";
    let denies = |sense: &Sense| {
        let none = !beside
            && sense.class == Class::Indefinite
            && Indefinite::from_value(sense.value) == Some(Indefinite::None);
        none || sense.class == Class::Negation
    };
    longest.peek().is_some() && longest.all(|sense| !denies(sense))
}

/// "came late, and not alone", "kam spät und nicht allein": behind the verb a conjunction adds what is denied.
fn contrasts(analysis: &Analysis<'_, '_>, token: usize, verb: &VerbGroup) -> bool {
    let Some(conjunction) = token.checked_sub(1).filter(|before| analysis.is(*before, Class::Coordinator)) else {
        return false;
    };
    // "zahlte aber nicht": without a mark before it the word is an adverb, where the verb of a subordinate clause stands last.
    let adverb = analysis.profile(analysis.sentence_of(token)).verb_final
        && analysis.is_coordinator(conjunction, Coordinator::But)
        && conjunction.checked_sub(1).is_some_and(|before| analysis.kind(before) == TokenKind::Word);
    !adverb && verb.end() < token
}

/// "demanded money, *not* words", "learned that war was *not* …": where the verb stands between subject and object, what
/// denies a full verb stands before it; only a determiner behind it does so too ("received no reports").
fn trails(analysis: &Analysis<'_, '_>, token: usize, verb: &VerbGroup) -> bool {
    token > verb.head
        && !analysis.profile(analysis.sentence_of(token)).verb_final
        && !analysis.is(token, Class::Quantifier)
        && !analysis.is_any(verb.head, groups::AUXILIARY)
}

/// "verkaufte das Werk, *nicht* das Haus", "*Nicht* die Firma, sondern die Stadt verkaufte das Haus": where a negation may stand
/// anywhere, it is of a phrase alone behind the only comma, or before what stands in that phrase's stead.
fn is_of_phrase(analysis: &Analysis<'_, '_>, tokens: &[usize], token: usize, verb: &VerbGroup) -> bool {
    if tokens.first() == Some(&token) && token < verb.finite {
        return instead(analysis, token, verb.finite).is_some();
    }
    if !analysis.profile(analysis.sentence_of(token)).verb_final || analysis.is(token, Class::Quantifier) {
        return false;
    }
    let comma = |at: &usize| analysis.word(*at) == ",";
    // "zahlte, wie erwartet, nicht": between two commas stands something else.
    let behind = verb.end()..token;
    let phrase = matches!(analysis.kind(token + 1), TokenKind::Word | TokenKind::Number) && !verb.says(analysis);
    behind.clone().next_back().as_ref().is_some_and(comma) && behind.filter(comma).count() == 1 && phrase
}

/// "*Not* the firm | but | the city sold it", "*Nicht* die Firma, | sondern | die Stadt verkaufte es": the conjunction that puts another
/// phrase in the stead of one that is denied in front of the verb.
pub(super) fn instead(analysis: &Analysis<'_, '_>, first: usize, verb: usize) -> Option<usize> {
    /// How far behind the negation the other phrase may begin.
    const NEAR: usize = 12;
    if !analysis.is(first, Class::Negation) || analysis.is(first, Class::Quantifier) {
        return None;
    }
    let comma = |at: usize| analysis.word(at - 1) == ",";
    let named = analysis.kind(first + 1) == TokenKind::Word && analysis.shape(first + 1) != Shape::Lower;
    let phrase = (named || analysis.is_any(first + 1, groups::DETERMINER)) && !opens_phrase(analysis, first);
    let free = analysis.profile(analysis.sentence_of(first)).verb_final;
    let mut near = (first + 2..verb).take(NEAR);
    near.find(|at| analysis.is_coordinator(*at, Coordinator::But) && (comma(*at) || phrase && !free))
}

/// "Despite having *no* plan, it …", "With *no* money left, he …": in a phrase with a preposition that a comma parts from the verb
/// behind it.
fn leads(analysis: &Analysis<'_, '_>, token: usize, verb: &VerbGroup) -> bool {
    /// How far before the negation the phrase may begin, and how far behind it it may end.
    const NEAR: usize = 12;
    let inside = |at: &usize| analysis.kind(*at) == TokenKind::Word;
    let start = (token.saturating_sub(NEAR)..token).rev().take_while(inside).last();
    let comma = |at: usize| analysis.word(at) == ",";
    !analysis.profile(analysis.sentence_of(token)).verb_final
        && start.is_some_and(|start| analysis.is(start, Class::Adposition))
        && (token + 1..verb.finite).take(NEAR).any(comma)
}

/// "trained with *no* problems", "left the party under *no* pressure": as much as without them; not where the verb has the preposition, "met
/// with no success".
fn is_without(analysis: &Analysis<'_, '_>, token: usize, verb: &VerbGroup) -> bool {
    const BESIDE: &[Adposition] = &[Adposition::At, Adposition::For, Adposition::Under];
    let noun = |at: usize| analysis.is_any(at, groups::NOUN) && !analysis.is_any(verb.head, groups::AUXILIARY);
    let beside = |at: usize| analysis.is_any_adposition(at, BESIDE) && at > verb.end() && noun(at - 1);
    let with = token.checked_sub(1).filter(|with| analysis.is_adposition(*with, Adposition::With) || beside(*with));
    let own = |with: usize| verb.sense.is_some_and(|sense| (verb.head + 1..sense.end(verb.head)).contains(&with));
    !analysis.profile(analysis.sentence_of(token)).verb_final
        && analysis.is(token, Class::Quantifier)
        && with.is_some_and(|with| with > verb.head && !own(with))
}

/// "nicht genehmigtes Treffen", "the not yet approved plan": the next word is an attribute of a noun.
fn before_attribute(analysis: &Analysis<'_, '_>, token: usize, verb: &VerbGroup) -> bool {
    const DETERMINER: ClassSet = ClassSet::of(&[Class::Article, Class::Possessive]);
    let next = analysis.behind(token, Class::Negation);
    if verb.tokens.contains(&next) || analysis.kind(next) != TokenKind::Word {
        return false;
    }
    // "nicht nachzuvollziehende Gründe"
    let profile = analysis.profile(analysis.sentence_of(next));
    let unknown =
        profile.capital_nouns && analysis.is_unknown_word(next) && (profile.adjective_like)(analysis.word(next));
    let attributive = unknown || analysis.has_form(next, Class::Verb, Form::ATTRIBUTIVE);
    let noun_follows = analysis.shape(next + 1) != Shape::Lower && analysis.kind(next + 1) == TokenKind::Word;
    // "die Firma, | die nicht zahlt"
    let pronoun = |at: usize| analysis.is(at, Class::RelativePronoun) && at > 0 && analysis.word(at - 1) == ",";
    let determiner = |at: &usize| analysis.is_any(*at, DETERMINER) && !pronoun(*at);
    attributive && noun_follows || token.checked_sub(1).as_ref().is_some_and(determiner)
}

#[cfg(test)]
mod tests {
    use crate::testing::with_analysis;

    fn negated(lang: &str, text: &str) -> bool {
        with_analysis(lang, text, |analysis| {
            let mut scratch = crate::clause::Scratch::default();
            crate::clause::clauses(analysis, &mut scratch)
                .iter()
                .any(|clause| clause.verb.as_ref().is_some_and(|verb| verb.negated))
        })
    }

    #[test]
    fn what_a_conjunction_adds_is_denied_alone() {
        assert!(!negated("en", "He paid late, and not in full."));
        assert!(!negated("de", "Er zahlte spät und nicht alles."));
        assert!(negated("en", "He did not pay in full."));
        assert!(!negated("en", "He paid money, not words."));
        assert!(negated("en", "He paid no money."));
        assert!(!negated("en", "He trained on Monday with no problems."));
        assert!(negated("en", "He is not ill."));
        assert!(!negated("en", "He is running the No campaign."));
        assert!(!negated("en", "Despite having no plan, he paid."));
        assert!(negated("en", "In May, he paid no money."));
        assert!(negated("en", "No firm, large or small, paid."));
        assert!(negated("de", "Er zahlte und trank nicht."));
        assert!(negated("de", "Er zahlte das Geld jedoch nicht."));
        assert!(negated("de", "Er sah die Firma, die nicht zur Ruhe kam."));
        assert!(!negated("de", "Er sah die Demonstration, die nicht genehmigte Reden hatte."));
        assert!(!negated("de", "Er zahlte spät, aber nicht alles."));
        assert!(!negated("de", "Er verkaufte das Werk, nicht das Haus."));
        assert!(negated("de", "Er verkaufte, wie erwartet, nicht das Haus."));
        assert!(negated("de", "Er verkaufte nicht das Haus, sondern das Werk."));
        assert!(!negated("de", "Nicht er, sondern die Firma verkaufte das Haus."));
        assert!(negated("de", "Nicht verkauft wurde das Haus."));
        assert!(!negated("de", "Er sah zehn Leute (keine Deutschen) im Haus."));
        assert!(!negated("en", "He saw ten people (no children) in the house."));
        assert!(negated("en", "He won (he did not sell the house) in May."));
        assert!(negated("de", "Kein Mann in Bern hat das Haus verkauft."));
        assert!(!negated("de", "Kein Geld für Schulen In Bern hat die Stadt ein Haus verkauft."));
        assert!(negated("de", "Kaum ein Mann kam."));
        assert!(negated("de", "Der Umsatz ist kaum gestiegen."));
        assert!(!negated("de", "Kaum 30 Menschen kamen."));
        assert!(!negated("de", "Das Amt lehnte Bewerber aus nicht-staatlichen Schulen ab."));
        assert!(negated("de", "Das Amt lehnte Bewerber aus staatlichen Schulen nicht ab."));
    }
}
