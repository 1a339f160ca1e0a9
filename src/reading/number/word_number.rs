//! Number words written as one word, beyond those in the dictionaries: "dreitausendfünfhundert", "zwölfköpfig".

use crate::answer::Decimal;
use crate::lexicon::{Class, Form};
use crate::reading::Sentence;
use crate::text::TokenKind;

/// The length of the shortest word that goes on from a number word without being in a dictionary: "elftägig".
pub(crate) const SHORTEST: u32 = 9;

/// The value of a word that is a number as a whole: "einhunderteinunddreißig".
pub(super) fn whole(s: &Sentence<'_, '_>, at: usize) -> Option<Decimal> {
    split(s, at).filter(|(_, rest)| rest.is_empty()).map(|(value, _)| value)
}

/// A word's leading number, in digits or number words, and what follows it: "44jährige", "zwölfköpfig", "dreitausend".
pub(crate) fn split<'t>(s: &Sentence<'_, 't>, at: usize) -> Option<(Decimal, &'t str)> {
    if s.kind(at) != TokenKind::Word {
        return None;
    }
    let word = s.word(at);
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let end = word.find(|c: char| !c.is_ascii_digit())?;
        let (number, rest) = word.split_at_checked(end)?;
        return Some((number.parse().ok()?, rest));
    }
    if !s.profile.number_compounds || s.senses(at).iter().any(|sense| !sense.form.has(Form::COMPOUND)) {
        return None;
    }
    pieces(s, word)
}

/// Takes number words off the front of a word, longest first, and composes them.
fn pieces<'t>(s: &Sentence<'_, 't>, word: &'t str) -> Option<(Decimal, &'t str)> {
    const MOST_PIECES: usize = 12;
    let (mut total, mut current) = (0u32, 0u32);
    let mut rest = word;
    let mut found = false;
    for _ in 0..MOST_PIECES {
        // "und" between pieces stands for nothing.
        let joined = if found { s.analysis.prefix(s.number, rest, Class::Coordinator) } else { None };
        let from = match joined {
            Some((length, _)) => rest.get(length..)?,
            None => rest,
        };
        let Some((length, value)) = s.analysis.prefix(s.number, from, Class::Cardinal) else {
            break;
        };
        match value {
            100 => current = current.max(1).checked_mul(100)?,
            _ if value >= 1000 && value % 1000 == 0 => {
                // The dictionaries know "hunderttausend" as one piece, so "zweihunderttausend" multiplies it.
                let thousands = match value / 1000 {
                    1 => current.max(1),
                    100 => current.max(1).checked_mul(100)?,
                    more => current.checked_add(more)?,
                };
                total = total.checked_add(thousands.checked_mul(1000)?)?;
                current = 0;
            }
            _ => current = current.checked_add(value)?,
        }
        rest = from.get(length..)?;
        found = true;
        if rest.is_empty() {
            break;
        }
    }
    found.then(|| (Decimal::from(total.saturating_add(current)), rest))
}

/// Whether a word may begin with a number; cheap, since it is asked of every word.
pub(crate) fn may_be(s: &Sentence<'_, '_>, at: usize) -> bool {
    let Some(token) = s.token(at) else {
        return false;
    };
    let digit = s.analysis.text.as_bytes().get(token.start as usize).is_some_and(u8::is_ascii_digit);
    // A compound noun inside a sentence ("das Zweifamilienhaus") is no number.
    digit
        || s.profile.number_compounds
            && token.end - token.start >= SHORTEST
            && has_front(s, at)
            && !(s.is(at, Class::Noun) && at > s.start && s.is_capital(at))
            && s.senses(at).iter().all(|sense| sense.form.has(Form::COMPOUND))
            && s.analysis.prefix(s.number, s.word(at), Class::Cardinal).is_some()
}

/// Whether a word's first letters are those of a number word.
fn has_front(s: &Sentence<'_, '_>, at: usize) -> bool {
    let &[first, second, ..] = s.word(at).as_bytes() else {
        return false;
    };
    s.profile.number_fronts.contains(&[first.to_ascii_lowercase(), second.to_ascii_lowercase()])
}

#[cfg(test)]
mod tests {
    use crate::lang::Lang;
    use crate::lexicon::{Class, builtin};
    use crate::testing::figure::de;

    #[test]
    fn number_words_begin_as_the_profile_says() {
        let profile = Lang::De.profile();
        for (surface, senses) in builtin(Lang::De).surfaces() {
            // No word goes on from "beiden".
            if senses.iter().any(|(class, ..)| *class == Class::Cardinal) && surface != "beiden" {
                let front = surface.as_bytes()[..2].try_into().unwrap();
                assert!(profile.number_fronts.contains(&front), "{surface}");
            }
        }
    }

    #[test]
    fn one_word_is_one_number() {
        assert_eq!(de("Zweihunderttausend Fans kamen."), ["Zweihunderttausend|Count|200000|-|Exact|Fans"]);
        assert_eq!(de("Hundertzehntausend Fans kamen."), ["Hundertzehntausend|Count|110000|-|Exact|Fans"]);
        assert_eq!(de("Eine zwölfköpfige Jury tagt."), ["zwölfköpfige|Count|12|-|Exact|Jury"]);
        for text in ["Die Elfenbeinküste spielt.", "Das Zweifamilienhaus steht."] {
            assert!(de(text).is_empty(), "{text}");
        }
    }
}
