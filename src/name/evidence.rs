//! What speaks for a name's being a person, an organisation or a place.

/// Declares the observations with their names in tables of weights.
macro_rules! evidence {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// One observation about a run of capitalised units.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Evidence { $($(#[$doc])* $variant,)* }

        impl Evidence {
            pub(super) const ALL: &'static [(&'static str, Evidence)] = &[$(($name, Evidence::$variant),)*];
        }
    };
}

evidence! {
    /// It is one unit long.
    Single = "single",
    /// It is two or more units long.
    Several = "several",
    /// It is four or more units long.
    Long = "long",
    /// One unit long, at a place where every word has a capital.
    Opens = "opens",
    /// One unit that the lexicon knows as an ordinary word.
    OrdinaryAlone = "ordinary-alone",
    /// Two or more units, some of them ordinary words.
    OrdinaryInside = "ordinary-inside",
    /// Two or more units, none of them ordinary.
    AllUnknown = "all-unknown",
    /// Its first unit is a given name and more follow.
    GivenFirst = "given-first",
    /// Its first unit is a given name, which is also a place, a surname or an ordinary word.
    GivenDoubtful = "given-doubtful",
    /// It is a given name.
    GivenAlone = "given-alone",
    /// An initial stands inside.
    Initial = "initial",
    /// A particle such as "van" stands inside.
    Particle = "particle",
    /// A title stands before it.
    Title = "title",
    /// A role stands before it.
    Role = "role",
    /// An age stands behind it: ", 34,", "(52)".
    AgeAfter = "age-after",
    /// A role stands behind it, after a comma.
    RoleAfter = "role-after",
    /// A verb of saying stands behind it.
    SaysAfter = "says-after",
    /// A verb of saying stands before it.
    SaysBefore = "says-before",
    /// Its shares are told of: "shares in X", "X shares fell".
    SharesBeside = "shares-beside",
    /// A verb stands behind it.
    VerbAfter = "verb-after",
    /// "'s" stands behind it.
    GenitiveAfter = "genitive-after",
    /// An article stands before it.
    Article = "article",
    /// A preposition of place stands before it.
    PlacePreposition = "place-preposition",
    /// A head noun of organisations stands before it: "der Sender X".
    OrganisationNounBefore = "organisation-noun-before",
    /// A head noun of places stands before it.
    PlaceNounBefore = "place-noun-before",
    /// A legal form ends it.
    LegalForm = "legal-form",
    /// A head noun of organisations ends it.
    OrganisationHeadLast = "organisation-head-last",
    /// A head noun of organisations begins it: "University of X".
    OrganisationHeadFirst = "organisation-head-first",
    /// A head noun of places ends it.
    PlaceHeadLast = "place-head-last",
    /// A head noun of places begins it: "Lake X".
    PlaceHeadFirst = "place-head-first",
    /// It is all capitals, two to six letters.
    Acronym = "acronym",
    /// It begins with a known place, and is longer.
    PlaceFirst = "place-first",
    /// It begins with a known organisation, and is longer.
    OrganisationFirst = "organisation-first",
    /// A comma and a known place stand behind it: "Springfield, Illinois".
    PlaceAfterComma = "place-after-comma",
    /// "&" stands inside.
    Ampersand = "ampersand",
    /// It stands alone between quotation marks.
    Quoted = "quoted",
    /// A number stands directly behind it.
    NumberAfter = "number-after",
    /// Its last unit is a compound with a hyphen.
    NounCompound = "noun-compound",
    /// A determiner stands before it: article, possessive, demonstrative, quantifier.
    Determiner = "determiner",
    /// A small word that may be an adjective stands before it.
    AdjectiveBefore = "adjective-before",
    /// Another preposition stands before it.
    Preposition = "preposition",
    /// An ordinary noun with a capital stands before it.
    NounBefore = "noun-before",
    /// A verb stands before it.
    VerbBefore = "verb-before",
    /// A conjunction stands before it.
    ConjunctionBefore = "conjunction-before",
    /// A comma stands before it.
    CommaBefore = "comma-before",
    /// Brackets open before it.
    BracketBefore = "bracket-before",
    /// A comma stands behind it.
    CommaAfter = "comma-after",
    /// A conjunction stands behind it.
    ConjunctionAfter = "conjunction-after",
    /// Brackets open behind it.
    BracketAfter = "bracket-after",
    /// A noun stands behind it.
    NounAfter = "noun-after",
    /// The sentence ends behind it.
    EndAfter = "end-after",
    /// A name known as a place stands beside it, joined by a conjunction or comma.
    PlaceBeside = "place-beside",
    /// A person stands beside it, joined by a conjunction or comma.
    PersonBeside = "person-beside",
    /// Its last word ends in a known noun.
    NounTail = "noun-tail",
    /// It has a capital inside.
    MixedCase = "mixed-case",
    /// Its last word has twelve letters or more.
    LongWord = "long-word",
    /// Its last word has four letters or fewer.
    ShortWord = "short-word",
    /// It has a hyphen inside.
    Hyphen = "hyphen",
    /// A digit stands inside.
    Digit = "digit",
    /// All its units are all capitals.
    AllCapitals = "all-capitals",
    /// The sentence is a headline or a list of names.
    Headline = "headline",
    /// Three units or more.
    Three = "three",
    /// An organisation's head noun in the middle.
    HeadInside = "head-inside",
    /// Ends in s where a genitive does.
    EndsInS = "ends-in-s",
    /// A preposition that holds an article stands before it.
    Contraction = "contraction",
    /// "in" stands before it.
    PrepIn = "prep-in",
    /// "to" stands before it.
    PrepTo = "prep-to",
    /// "from" stands before it.
    PrepFrom = "prep-from",
    /// "of" stands before it.
    PrepOf = "prep-of",
    /// "by" stands before it.
    PrepBy = "prep-by",
    /// "with" stands before it.
    PrepWith = "prep-with",
    /// "at" stands before it.
    PrepAt = "prep-at",
    /// "on" stands before it.
    PrepOn = "prep-on",
    /// "near" stands before it.
    PrepNear = "prep-near",
    /// "through" stands before it.
    PrepThrough = "prep-through",
    /// "for" stands before it.
    PrepFor = "prep-for",
    /// "against" stands before it.
    PrepAgainst = "prep-against",
    /// "after" stands before it.
    PrepAfter = "prep-after",
    /// "as" stands before it.
    PrepAs = "prep-as",
    /// Its last word ends as places' names do.
    PlaceTail = "place-tail",
    /// Its last word ends in a head noun of organisations.
    OrganisationTail = "organisation-tail",
    /// One unit that ends in s.
    SingleEndsInS = "single-ends-in-s",
    /// It begins with a known place, is longer, and an article stands before it: "the Texas Longhorns".
    PlaceFirstArticle = "place-first-article",
    /// A noun for a group of people stands before it: "the band X".
    GroupBefore = "group-before",
    /// A noun for a group of people stands behind it: "the X team".
    GroupAfter = "group-after",
    /// A noun for a person stands before it.
    PersonNounBefore = "person-noun-before",
    /// A noun for a person stands behind it.
    PersonNounAfter = "person-noun-after",
    /// "X is a village".
    IsPlace = "is-place",
    /// "X is a company".
    IsGroup = "is-group",
    /// "X is a singer".
    IsPerson = "is-person",
    /// The whole name is one letter of the alphabet or initials.
    OnlyInitials = "only-initials",
}
