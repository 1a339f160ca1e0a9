//! A Latin letter with its combining marks as one character, as NFC has it.

use std::borrow::Cow;

/// The marks, each with the small letters that it may stand behind and what they make together.
const MARKS: [(char, &str); 25] = [
    ('\u{300}', "aàeèiìoòuùüǜnǹēḕōṑwẁâầăằêềôồơờưừyỳ"),
    ('\u{301}', "aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵåǻæǽøǿçḉēḗïḯkḱmḿõṍōṓpṕũṹwẃâấăắêếôốơớưứ"),
    ('\u{302}', "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ"),
    ('\u{303}', "aãnñoõiĩuũvṽâẫăẵeẽêễôỗơỡưữyỹ"),
    ('\u{304}', "aāeēiīoōuūüǖäǟȧǡæǣǫǭöȫõȭȯȱyȳgḡḷḹṛṝ"),
    ('\u{306}', "aăeĕgğiĭoŏuŭȩḝạặ"),
    ('\u{307}', "cċeėgġzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡśṥšṧṣṩtṫwẇxẋyẏſẛ"),
    ('\u{308}', "aäeëiïoöuüyÿhḧõṏūṻwẅxẍtẗ"),
    ('\u{309}', "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"),
    ('\u{30a}', "aåuůwẘyẙ"),
    ('\u{30b}', "oőuű"),
    ('\u{30c}', "cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧkǩʒǯjǰhȟ"),
    ('\u{30f}', "aȁeȅiȉoȍrȑuȕ"),
    ('\u{311}', "aȃeȇiȋoȏrȓuȗ"),
    ('\u{31b}', "oơuư"),
    ('\u{323}', "bḅdḍhḥkḳlḷmṃnṇrṛsṣtṭvṿwẉzẓaạeẹiịoọơợuụưựyỵ"),
    ('\u{324}', "uṳ"),
    ('\u{325}', "aḁ"),
    ('\u{326}', "sștț"),
    ('\u{327}', "cçgģkķlļnņrŗsştţeȩdḑhḩ"),
    ('\u{328}', "aąeęiįuųoǫ"),
    ('\u{32d}', "dḓeḙlḽnṋtṱuṷ"),
    ('\u{32e}', "hḫ"),
    ('\u{330}', "eḛiḭuṵ"),
    ('\u{331}', "bḇdḏkḵlḻnṉrṟtṯzẕhẖ"),
];

/// Whether a combining mark may begin with a byte. Few texts hold such a byte at all.
#[inline]
pub fn begins_mark(byte: u8) -> bool {
    matches!(byte, 0xcc | 0xcd)
}

/// Whether a text may hold a combining mark.
#[inline]
pub fn may_hold_marks(text: &str) -> bool {
    !text.is_ascii() && text.bytes().any(begins_mark)
}

/// The text with every Latin letter and the marks behind it as one character, where there is one.
pub fn compose(text: &str) -> Cow<'_, str> {
    if !may_hold_marks(text) {
        return Cow::Borrowed(text);
    }
    let mut composed = String::with_capacity(text.len());
    for c in text.chars() {
        match composed.chars().next_back().and_then(|letter| pair(letter, c)) {
            Some(both) => {
                composed.pop();
                composed.push(both);
            }
            None => composed.push(c),
        }
    }
    Cow::Owned(composed)
}

/// What a letter and a mark behind it make together.
fn pair(letter: char, mark: char) -> Option<char> {
    let (_, pairs) = MARKS.iter().find(|(known, _)| *known == mark)?;
    let small = only(letter.to_lowercase())?;
    let mut pairs = pairs.chars();
    while let (Some(known), Some(both)) = (pairs.next(), pairs.next()) {
        if known == small {
            return if small == letter { Some(both) } else { only(both.to_uppercase()) };
        }
    }
    None
}

/// The character that stands alone.
fn only(mut chars: impl Iterator<Item = char>) -> Option<char> {
    chars.next().filter(|_| chars.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::compose;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn latin_letters_are_composed_as_in_nfc() {
        // Latin-1 to Latin Extended-B, and Latin Extended Additional. Of the capital I with a dot there is no small letter
        // of one character.
        for c in ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}').filter(|c| *c != 'İ') {
            let (apart, together) = (c.to_string().nfd().to_string(), c.to_string().nfc().to_string());
            assert_eq!(compose(&apart), together, "{c}");
        }
        assert_eq!(compose("Mu\u{308}ller und Việt"), "Müller und Việt");
        assert_eq!(compose("Vie\u{323}\u{302}t"), "Việt");
    }

    #[test]
    fn what_has_no_character_of_its_own_stays() {
        for text in ["", "\u{308}", "x\u{308}\u{301}", "q\u{30a}u", "Köln", "東京\u{308}"] {
            assert_eq!(compose(text), text.nfc().to_string(), "{text:?}");
        }
    }
}
