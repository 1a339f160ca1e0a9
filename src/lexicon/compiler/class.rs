//! The classes that a lexicon gives to tokens: everything after the lexicon works on these, not on strings.
//!
//! A class is written `name` or `name.value` in a dictionary, for example `month.3`, and may end in `:` and
//! grammatical features of the form, for example `auxiliary.be:past`.

/// Declares the classes with their dictionary names and what their value is.
macro_rules! classes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal $value:ident,)*) => {
        /// What a word or phrase is, independent of language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Class { $($(#[$doc])* $variant,)* }

        impl Class {
            /// Every class, in the order of its discriminant.
            pub const ALL: &'static [Class] = &[$(Class::$variant,)*];

            /// The name in dictionaries.
            pub const fn name(self) -> &'static str {
                match self { $(Class::$variant => $name,)* }
            }

            /// Whether its senses lead to entries.
            pub fn has_entries(self) -> bool {
                self.value_kind() == ValueKind::Entry
            }

            /// What stands after the dot.
            fn value_kind(self) -> ValueKind {
                match self { $(Class::$variant => ValueKind::$value,)* }
            }
        }
    };
}

/// What the part of a class after the dot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ValueKind {
    /// Nothing.
    Absent,
    /// A whole number, perhaps negative.
    Number,
    /// Numerator and denominator: `1/3`.
    Ratio,
    /// A time unit and a number: `year.-1`.
    UnitOffset,
    /// A name from a closed list below.
    Deictic,
    Unit,
    Season,
    DayPart,
    Part,
    Ref,
    Meridiem,
    Zone,
    Approx,
    Counted,
    Adposition,
    Coordinator,
    Subordinator,
    Pronoun,
    Auxiliary,
    Modal,
    Direction,
    Trend,
    Indefinite,
    Ending,
    Mark,
    Medium,
    /// Any text; the sense leads to an entry with this id.
    Entry,
}

classes! {
    // time
    Month = "month" Number,
    Weekday = "weekday" Number,
    Season = "season" Season,
    DayPart = "daypart" DayPart,
    /// A name for a time of day, in minutes after midnight: noon is 720.
    ClockName = "clock-name" Number,
    TimeUnit = "time-unit" Unit,
    /// "täglich", "daily".
    UnitAdverb = "unit-adverb" Unit,
    /// "tagelang": for some number of units.
    UnitLong = "unit-long" Unit,
    /// "-tägig", "-jährig": lasting, or aged, so many units.
    UnitAdjective = "unit-adjective" Unit,
    /// "heute", "Vorjahr": a unit and its distance from the reference.
    Relative = "relative" UnitOffset,
    Deictic = "deictic" Deictic,
    TimeRef = "time-ref" Ref,
    Holiday = "holiday" Entry,
    /// "Anfang", "mid": a part of the period named after it.
    Part = "part" Part,
    /// "Uhr", "o'clock".
    Clock = "clock" Absent,
    Meridiem = "meridiem" Meridiem,
    TimeZone = "zone" Zone,
    /// "v. Chr.", "BC": -1; "n. Chr.", "AD": 1.
    Era = "era" Number,
    /// "neunziger", "nineties": the last two digits of the decade's first year.
    Decade = "decade" Number,
    Each = "each" Absent,
    /// "später", "ago", "zuvor".
    Direction = "direction" Direction,

    // number
    Cardinal = "cardinal" Number,
    /// Where the number is too large, the power of ten with a minus: the trillionth is -12.
    OrdinalWord = "ordinal" Number,
    /// The power of ten: million is 6.
    Scale = "scale" Number,
    Fraction = "fraction" Ratio,
    /// "doppelt", "twice", "dreimal".
    Multiple = "multiple" Number,
    /// A group of so many: "Dutzend" is 12.
    GroupOf = "group-of" Number,
    /// An open amount: "Hunderte" is 100.
    OpenAmount = "open-amount" Number,
    Indefinite = "indefinite" Indefinite,
    Approx = "approx" Approx,
    /// "-prozentig", "-köpfig": behind a number in one word.
    NumberAdjective = "number-adjective" Counted,
    /// "Mal", "times".
    Times = "times" Absent,
    /// More than that what follows could be: "too" ill to attend.
    Excess = "excess" Absent,
    /// Stands before an age: "Alter", "aged".
    AgeCue = "age-cue" Absent,
    /// A thing one can be in or at: "Kirche", "car".
    Site = "site" Absent,
    /// Stands before a place in an order: "Platz", "No.".
    RankCue = "rank-cue" Absent,
    /// Stands before a number that tells one of many apart: "Zimmer", "flight".
    Numbered = "numbered" Absent,

    // grammar
    Article = "article" Absent,
    /// "ein", "a": stands before one of a thing, and counts it where the thing is a measure.
    IndefiniteArticle = "indefinite-article" Absent,
    Demonstrative = "demonstrative" Absent,
    Possessive = "possessive" Absent,
    Quantifier = "quantifier" Absent,
    Pronoun = "pronoun" Pronoun,
    RelativePronoun = "relative-pronoun" Absent,
    Interrogative = "interrogative" Absent,
    Adposition = "adposition" Adposition,
    Coordinator = "coordinator" Coordinator,
    Subordinator = "subordinator" Subordinator,
    Auxiliary = "auxiliary" Auxiliary,
    Modal = "modal" Modal,
    Negation = "negation" Absent,
    Adverb = "adverb" Absent,
    /// Stands for a subject that comes behind the verb: "there".
    Existential = "existential" Absent,
    /// Says that something may be so: "vielleicht", "perhaps".
    PossibleAdverb = "possible-adverb" Absent,
    /// Says of a clause that it may be so: "möglich", "likely".
    PossibleAdjective = "possible-adjective" Absent,
    /// Says of a clause that it will hardly be so: "unwahrscheinlich", "unlikely".
    DoubtfulAdjective = "doubtful-adjective" Absent,
    /// Says of a clause that it had better be so: "notwendig", "essential".
    NecessaryAdjective = "necessary-adjective" Absent,
    /// Says of a verb that it did not quite happen: "almost".
    AlmostAdverb = "almost-adverb" Absent,
    /// "any", "a single": behind a negation there is none.
    AnyDeterminer = "any-determiner" Absent,
    /// Makes another verb of one: "out", "away"; the prefix of separable verbs that is neither preposition nor adverb: "ein", "los".
    Particle = "particle" Absent,
    Adjective = "adjective" Absent,
    Abbreviation = "abbreviation" Ending,

    // speech
    /// Stands before a source: "laut", "according to".
    SourceBefore = "source-before" Absent,
    /// Stands before a source whose words somebody passes on: "unter Berufung auf", "citing".
    SourceQuoted = "source-quoted" Absent,
    /// Stands after a source: "zufolge".
    SourceAfter = "source-after" Absent,
    /// Makes a source of something said behind it: "nach" (Angaben), "in" (the words).
    SourceOfMedium = "source-of-medium" Absent,
    /// Stands for a source in the sentence before: "demnach".
    SourceAdverb = "source-adverb" Absent,
    /// Stands for a verb of saying: ", so der Minister".
    Quotative = "quotative" Absent,
    /// An adjective for what somebody thinks of a thing: "überzeugt", "confident".
    Stance = "stance" Absent,
    /// Something written or said: "Bericht", "statement".
    Medium = "medium" Medium,

    // names
    Title = "title" Absent,
    /// A title by which one is addressed, before any name: "Frau", "Mr".
    Address = "address" Absent,
    /// A profession or office: "Ministerin", "spokesman".
    Role = "role" Entry,
    LegalForm = "legal-form" Absent,
    OrganisationHead = "organisation-head" Absent,
    PlaceHead = "place-head" Absent,
    NameParticle = "name-particle" Absent,
    GivenName = "given-name" Entry,
    Surname = "surname" Absent,
    /// An ordinary word that is a given name too: "Grace", "Ernst".
    GivenWord = "given-word" Absent,
    /// An ordinary word, office or trade that is a frequent surname too: "Bauer", "Young".
    NameWord = "name-word" Absent,
    Organisation = "organisation" Entry,
    Country = "country" Entry,
    Place = "place" Entry,
    /// An adjective of a country or place: "deutsch", "Berliner".
    PlaceAdjective = "place-adjective" Entry,
    /// A person from a country: "Franzose".
    Demonym = "demonym" Entry,
    Person = "person" Entry,
    Misc = "misc" Entry,

    // figures
    Currency = "currency" Entry,
    MeasureUnit = "unit" Entry,
    Noun = "noun" Entry,
    /// An ending that only nouns have: "-ung", "-keit".
    NounEnding = "noun-ending" Absent,
    Verb = "verb" Entry,
    /// A word for a sign or mark of a number: "minus", "Komma", "point".
    NumberMark = "number-mark" Mark,
    /// A verb's form that is as well a plural noun: "scales", "orders".
    Conversion = "conversion" Absent,
    /// An adverb that says which way a quantity went: "up", "tiefer".
    Trend = "trend" Trend,
    /// A word that says by how much one quantity is more or less than another: "5 percent *fewer*", "300 Euro *mehr*".
    Comparative = "comparative" Trend,
    /// No surface: the concept that stands for another one in a fact's key.
    Broader = "broader" Entry,
    /// No surface: how far a concept's words stand behind what hangs on them.
    Commitment = "commitment" Entry,
    /// Says of an infinitive or gerund behind it that it is not done yet: "bereit", "kurz davor", "on the verge of".
    Prospective = "prospective" Absent,
}

/// Declares a closed list with its dictionary names.
macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($variant:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "the names in dictionaries say what they are")]
        pub enum $type { $($variant,)* }

        #[allow(dead_code, reason = "not every list is asked for in all ways")]
        impl $type {
            /// All of them, in order.
            pub const ALL: &'static [$type] = &[$($type::$variant,)*];

            /// The one with a dictionary name.
            pub fn from_name(name: &str) -> Option<$type> {
                match name {
                    $($name => Some($type::$variant),)*
                    _ => None,
                }
            }

            /// Its dictionary name.
            pub fn name(self) -> &'static str {
                match self {
                    $($type::$variant => $name,)*
                }
            }

            /// All dictionary names.
            pub fn names() -> Vec<&'static str> {
                vec![$($name),*]
            }
        }
    };
}

/// A closed list of values that a class can have.
pub trait Closed: Sized {
    /// The value that a sense carries.
    fn from_value(value: u32) -> Option<Self>;
}

/// Declares a closed list of values that a class can have.
macro_rules! closed {
    ($(#[$doc:meta])* $type:ident { $($variant:ident = $name:literal,)* }) => {
        named! { $(#[$doc])* $type { $($variant = $name,)* } }

        impl $type {
            const NAMES: &'static [(&'static str, $type)] = &[$(($name, $type::$variant),)*];

            /// The value that a sense carries.
            pub fn from_value(value: u32) -> Option<$type> {
                Self::NAMES.get(value as usize).map(|(_, variant)| *variant)
            }

            fn parse(name: &str) -> Option<u32> {
                Self::from_name(name).map(|value| value as u32)
            }

            fn name_of(value: u32) -> Option<String> {
                Self::NAMES.get(value as usize).map(|(name, _)| name.to_string())
            }
        }

        impl Closed for $type {
            fn from_value(value: u32) -> Option<$type> {
                $type::from_value(value)
            }
        }
    };
}

closed! {
    /// Where a named or counted period lies, seen from the reference.
    Deictic { Last = "last", This = "this", Next = "next", Previous = "previous", Following = "following", Coming = "coming", Current = "current", Same = "same", BeforeLast = "before-last", AfterNext = "after-next", Whole = "whole", }
}
closed! {
    /// A unit of time.
    Unit {
        Second = "second", Minute = "minute", Hour = "hour", Day = "day", Weekend = "weekend", Week = "week",
        Fortnight = "fortnight", Month = "month", Quarter = "quarter", Half = "half-year", Year = "year", Decade = "decade",
        Century = "century", Millennium = "millennium", Weekday = "weekday", Night = "night", Morning = "morning",
        Afternoon = "afternoon", Evening = "evening", Season = "season", Moment = "moment", BusinessYear = "business-year",
        Evenings = "evenings",
    }
}
closed! {
    /// A season.
    Season { Spring = "SP", Summer = "SU", Autumn = "FA", Winter = "WI", }
}
closed! {
    /// A part of the day, as TIMEX3 names it.
    DayPart { Morning = "MO", Midday = "MI", Afternoon = "AF", Evening = "EV", Night = "NI", Daytime = "DT", }
}
closed! {
    /// A part of a period.
    Part { Start = "start", Mid = "mid", End = "end", FirstHalf = "first-half", SecondHalf = "second-half", }
}
closed! {
    /// A time that is only past, present or future.
    Ref { Past = "past", Present = "present", Future = "future", }
}
closed! {
    /// Before or after noon.
    Meridiem { Am = "am", Pm = "pm", }
}
closed! {
    /// A time zone as news writes it.
    Zone { Utc = "utc", Cet = "cet", Cest = "cest", Bst = "bst", Est = "est", Edt = "edt", Cst = "cst", Cdt = "cdt", Mst = "mst", Mdt = "mdt", Pst = "pst", Pdt = "pdt", Local = "local", }
}
closed! {
    /// How a figure relates to the exact amount.
    Approx { About = "about", Over = "over", Under = "under", AtLeast = "at_least", AtMost = "at_most", Exact = "exact", OrMore = "or-more", OrLess = "or-less", }
}
closed! {
    /// What a number counts that begins an adjective.
    Counted { Percent = "percent", Things = "things", Ordinal = "ordinal", }
}
closed! {
    /// Prepositions and postpositions by meaning, as far as rules ask for it.
    Adposition {
        In = "in", At = "at", On = "on", To = "to", From = "from", Of = "of", By = "by", With = "with", Without = "without",
        For = "for", About = "about", Against = "against", Between = "between", Until = "until", Since = "since",
        Before = "before", After = "after", During = "during", Within = "within", Around = "around", Over = "over",
        Under = "under", Near = "near", Through = "through", Per = "per", As = "as", Towards = "towards", Behind = "behind",
        Despite = "despite", Because = "because", Instead = "instead", Among = "among", Off = "off", Into = "into",
        Starting = "starting", InCase = "in-case", Other = "other",
    }
}
closed! {
    /// Coordinating conjunctions.
    Coordinator { And = "and", Or = "or", But = "but", Nor = "nor", Than = "than", For = "for", }
}
closed! {
    /// Subordinating conjunctions.
    Subordinator { That = "that", Whether = "whether", If = "if", Because = "because", When = "when", While = "while", Although = "although", After = "after", Before = "before", Until = "until", Since = "since", So = "so", As = "as", AsIf = "as-if", InOrder = "in-order", How = "how", }
}
closed! {
    /// Personal pronouns by person, number and gender ("sie" and "ihm" carry what they can mean).
    Pronoun { I = "i", You = "you", He = "he", She = "she", It = "it", We = "we", They = "they", SheThey = "she-they", One = "one", Self_ = "self", HeIt = "he-it", }
}
closed! {
    /// Auxiliary verbs.
    Auxiliary { Be = "be", Have = "have", Become = "become", Do = "do", }
}
closed! {
    /// Modal verbs by meaning.
    Modal { Can = "can", May = "may", Must = "must", Shall = "shall", Should = "should", Will = "will", Would = "would", Want = "want", Allowed = "allowed", }
}
closed! {
    /// Which way an adverb of time counts, and from where.
    Direction { Ago = "ago", Hence = "hence", Later = "later", Earlier = "earlier", Long = "long", Old = "old", Past = "past", To = "to", }
}
closed! {
    /// Which way a quantity went.
    Trend { Up = "up", Down = "down", }
}
closed! {
    /// Amounts without a number.
    Indefinite { Few = "few", Several = "several", Many = "many", Some = "some", All = "all", Most = "most", None = "none", Couple = "couple", }
}
closed! {
    /// A sign or mark of a number in words; `Negative` is an adjective too.
    Mark { Decimal = "decimal", Minus = "minus", Plus = "plus", Negative = "negative", }
}
named! {
    /// What a unit measures.
    UnitKind {
        Area = "area", Data = "data", Electric = "electric", Energy = "energy", Frequency = "frequency", Length = "length",
        Mass = "mass", Other = "other", Percent = "percent", Power = "power", Pressure = "pressure", Speed = "speed",
        Temperature = "temperature", Volume = "volume",
    }
}
named! {
    /// What the nouns of a concept name. A carrier only says that something has an amount: "Betrag", "level".
    NounKind {
        Person = "person", Group = "group", Thing = "thing", Event = "event", Measure = "measure", Quantity = "quantity",
        Carrier = "carrier",
    }
}
named! {
    /// What a predicate says in a fact's key. Translators choose other verbs for the same fact, and two reporters do so too; a
    /// lexical choice must not part it.
    Relation {
        Accuse = "accuse", Arrest = "arrest", Attack = "attack", Ban = "ban", Build = "build", Buy = "buy",
        Cancel = "cancel", Convict = "convict", Destroy = "destroy", Die = "die", Dismiss = "dismiss",
        Employ = "employ", Fall = "fall", Flee = "flee", Found = "found", Infect = "infect", Injure = "injure",
        Lose = "lose", Marry = "marry", Open = "open", Pay = "pay", Plan = "plan", Play = "play", Publish = "publish",
        Receive = "receive", Recover = "recover", Rescue = "rescue", Resign = "resign", Return = "return",
        Rise = "rise", Score = "score", Search = "search", Sell = "sell", Sign = "sign", Steal = "steal",
        Support = "support", Visit = "visit", Win = "win",
    }
}
named! {
    /// What the verbs of a concept do: say, think, find out or plan something that a clause tells, change an amount, tell
    /// something alone, without object or complement, or with no more than where or when, or nothing that rules ask for.
    VerbKind {
        Say = "say", Think = "think", Find = "find", Plan = "plan", Up = "up", Down = "down", Double = "double",
        Triple = "triple", Halve = "halve", Steady = "steady", Amount = "amount", Occur = "occur", Alone = "alone",
        Placed = "placed", Plain = "plain",
    }
}

named! {
    /// How far the words of a concept stand behind what hangs on them. Of verbs, whose infinitive, gerund or clause is not done
    /// ("leaves", with the negated ones that "manage" it, and "prevents" and "clears" somebody of it), denied, believed, asked for,
    /// allowed, attempted, weighed, supposed, hoped for, committed to, expected, wished, made sure of, meant, told of somebody as a charge, or only
    /// seems so; of nouns, whose infinitive or clause is a plan or open.
    Commitment {
        Accuses = "accuses", Allows = "allows", Asks = "asks", Attempts = "attempts", Believes = "believes", Clears = "clears",
        Commits = "commits", Denies = "denies", Ensures = "ensures", Expects = "expects", Hopes = "hopes", Leaves = "leaves",
        Manages = "manages", Means = "means", OpenNoun = "open-noun", PlanNoun = "plan-noun", Prevents = "prevents",
        Rejects = "rejects", Seems = "seems", Supposes = "supposes", Weighs = "weighs", Wishes = "wishes",
    }
}

/// What kind of thing an entry is of: its tag, where that is the name of a kind. No two lists share a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Of a noun's concept.
    Noun(NounKind),
    /// Of a verb's concept.
    Verb(VerbKind),
    /// Of a unit.
    Unit(UnitKind),
}

impl Kind {
    const FIRST_VERB: u8 = 1 + NounKind::ALL.len() as u8;
    const FIRST_UNIT: u8 = Kind::FIRST_VERB + VerbKind::ALL.len() as u8;

    /// The one with a dictionary name.
    pub fn from_name(name: &str) -> Option<Kind> {
        let verb = || VerbKind::from_name(name).map(Kind::Verb);
        let unit = || UnitKind::from_name(name).map(Kind::Unit);
        NounKind::from_name(name).map(Kind::Noun).or_else(verb).or_else(unit)
    }

    /// Its number in a compiled lexicon, where 0 is none.
    pub fn number(self) -> u8 {
        match self {
            Kind::Noun(kind) => 1 + kind as u8,
            Kind::Verb(kind) => Kind::FIRST_VERB + kind as u8,
            Kind::Unit(kind) => Kind::FIRST_UNIT + kind as u8,
        }
    }

    /// The one with a number.
    pub fn from_number(number: u8) -> Option<Kind> {
        let behind = |first: u8| number.checked_sub(first).map(usize::from);
        if let Some(at) = behind(Kind::FIRST_UNIT) {
            return UnitKind::ALL.get(at).copied().map(Kind::Unit);
        }
        match behind(Kind::FIRST_VERB) {
            Some(at) => VerbKind::ALL.get(at).copied().map(Kind::Verb),
            None => NounKind::ALL.get(behind(1)?).copied().map(Kind::Noun),
        }
    }
}

closed! {
    /// What is written or said; a claim is the thought itself, whatever it stands in.
    Medium {
        Article = "article", Book = "book", Broadcaster = "broadcaster", Claim = "claim", Demand = "demand", Document = "document",
        Email = "email", Interview = "interview", Letter = "letter", NewsAgency = "news-agency", Newspaper = "newspaper",
        PressConference = "press-conference", PressRelease = "press-release", Report = "report",
        SocialNetwork = "social-network", Speech = "speech", Statement = "statement", Statistics = "statistics",
        Study = "study", Survey = "survey", Tweet = "tweet", Video = "video",
    }
}
closed! {
    /// Whether a sentence can end after an abbreviation.
    Ending { NeverFinal = "never-final", MayEnd = "may-end", BeforeNumber = "before-number", }
}

/// Grammatical features of one form, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Form(pub u16);

impl Form {
    /// No feature is known.
    pub const NONE: Form = Form(0);
    /// Singular (nouns, verbs).
    pub const SINGULAR: Form = Form(1);
    /// Plural (nouns, verbs).
    pub const PLURAL: Form = Form(1 << 1);
    /// Infinitive.
    pub const INFINITIVE: Form = Form(1 << 2);
    /// Finite present.
    pub const PRESENT: Form = Form(1 << 3);
    /// Finite past.
    pub const PAST: Form = Form(1 << 4);
    /// Konjunktiv I.
    pub const SUBJUNCTIVE_1: Form = Form(1 << 5);
    /// Konjunktiv II.
    pub const SUBJUNCTIVE_2: Form = Form(1 << 6);
    /// Past participle.
    pub const PARTICIPLE: Form = Form(1 << 7);
    /// English -ing form; German present participle.
    pub const GERUND: Form = Form(1 << 8);
    /// German infinitive with zu inside: "bekanntzugeben".
    pub const ZU_INFINITIVE: Form = Form(1 << 9);
    /// A simple form of a separable verb, whose prefix must stand later in the clause.
    pub const WANTS_PREFIX: Form = Form(1 << 10);
    /// Belongs with a reflexive pronoun.
    pub const REFLEXIVE: Form = Form(1 << 11);
    /// German genitive of a noun or name.
    pub const GENITIVE: Form = Form(1 << 12);
    /// A form that cannot be the subject: "den", "ihm", a genitive.
    pub const OBLIQUE: Form = Form::GENITIVE;
    /// A determiner that can stand in the genitive: "des", "der". Shares its bit with a feature of verbs.
    pub const POSSESSOR: Form = Form::GERUND;
    /// A participle with an adjective's ending: "getöteten".
    pub const ATTRIBUTIVE: Form = Form(1 << 14);
    /// Found as the end of a compound.
    pub const COMPOUND: Form = Form(1 << 15);
    /// A verb in the sense that it has with a clause for its object: "festhalten, dass". Shares its bit with a feature of
    /// nouns.
    pub const CLAUSAL: Form = Form::GENITIVE;
    /// An acronym or other short name of its entry.
    pub const SHORT: Form = Form(1 << 13);

    const NAMES: &'static [(&'static str, Form)] = &[
        ("singular", Form::SINGULAR),
        ("plural", Form::PLURAL),
        ("short", Form::SHORT),
        ("infinitive", Form::INFINITIVE),
        ("present", Form::PRESENT),
        ("past", Form::PAST),
        ("subj1", Form::SUBJUNCTIVE_1),
        ("subj2", Form::SUBJUNCTIVE_2),
        ("participle", Form::PARTICIPLE),
        ("gerund", Form::GERUND),
        ("oblique", Form::OBLIQUE),
        ("genitive", Form::POSSESSOR),
    ];

    /// Whether all features of `other` are present.
    pub const fn has(self, other: Form) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any feature of `other` is present.
    pub const fn has_any(self, other: Form) -> bool {
        self.0 & other.0 != 0
    }

    /// A plural that is no singular as well.
    pub const fn is_only_plural(self) -> bool {
        self.has(Form::PLURAL) && !self.has(Form::SINGULAR)
    }

    /// Both together.
    pub const fn and(self, other: Form) -> Form {
        Form(self.0 | other.0)
    }
}

/// A class as a dictionary writes it, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassCell<'a> {
    /// The class.
    pub class: Class,
    /// Its number, where the class has one; for classes with entries, none.
    pub value: Option<u32>,
    /// The text after the dot, for classes with entries.
    pub entry: Option<&'a str>,
    /// The features after the colon.
    pub form: Form,
}

/// Reads a class cell, or says what was expected.
pub fn parse_class(cell: &str) -> Result<ClassCell<'_>, String> {
    let (id, features) = cell.split_once(':').unwrap_or((cell, ""));
    let (name, value) = id.split_once('.').unwrap_or((id, ""));
    let class =
        *Class::ALL.iter().find(|class| class.name() == name).ok_or_else(|| format!("unknown class \"{name}\""))?;
    let mut form = Form::NONE;
    for feature in features.split('.').filter(|f| !f.is_empty()) {
        let (_, bits) = Form::NAMES
            .iter()
            .find(|(known, _)| *known == feature)
            .ok_or_else(|| format!("unknown feature \"{feature}\""))?;
        form = form.and(*bits);
    }
    let one_of = |parsed: Option<u32>, names: Vec<&str>| {
        parsed.map(Some).ok_or_else(|| format!("\"{value}\" is no {name}: expected one of {}", names.join(", ")))
    };
    let number = |text: &str| {
        text.parse::<i32>().map(|n| n as u32).map_err(|_| format!("\"{value}\" is no {name}: expected a whole number"))
    };
    let mut entry = None;
    let value = match class.value_kind() {
        ValueKind::Absent if value.is_empty() => Some(0),
        ValueKind::Absent => return Err(format!("the class {name} takes no value")),
        ValueKind::Number => Some(number(value)?),
        ValueKind::Ratio => {
            let (n, d) = value.split_once('/').ok_or_else(|| format!("\"{value}\" is no ratio such as 1/3"))?;
            Some(number(n)? << 16 | number(d)? & 0xffff)
        }
        ValueKind::UnitOffset => {
            let (unit, n) = value.split_once('.').ok_or_else(|| format!("\"{value}\" is no offset such as year.-1"))?;
            let unit = one_of(Unit::parse(unit), Unit::names())?.unwrap_or(0);
            Some(unit << 16 | number(n)? & 0xffff)
        }
        ValueKind::Deictic => one_of(Deictic::parse(value), Deictic::names())?,
        ValueKind::Unit => one_of(Unit::parse(value), Unit::names())?,
        ValueKind::Season => one_of(Season::parse(value), Season::names())?,
        ValueKind::DayPart => one_of(DayPart::parse(value), DayPart::names())?,
        ValueKind::Part => one_of(Part::parse(value), Part::names())?,
        ValueKind::Ref => one_of(Ref::parse(value), Ref::names())?,
        ValueKind::Meridiem => one_of(Meridiem::parse(value), Meridiem::names())?,
        ValueKind::Zone => one_of(Zone::parse(value), Zone::names())?,
        ValueKind::Approx => one_of(Approx::parse(value), Approx::names())?,
        ValueKind::Counted => one_of(Counted::parse(value), Counted::names())?,
        ValueKind::Adposition => one_of(Adposition::parse(value), Adposition::names())?,
        ValueKind::Coordinator => one_of(Coordinator::parse(value), Coordinator::names())?,
        ValueKind::Subordinator => one_of(Subordinator::parse(value), Subordinator::names())?,
        ValueKind::Pronoun => one_of(Pronoun::parse(value), Pronoun::names())?,
        ValueKind::Auxiliary => one_of(Auxiliary::parse(value), Auxiliary::names())?,
        ValueKind::Modal => one_of(Modal::parse(value), Modal::names())?,
        ValueKind::Direction => one_of(Direction::parse(value), Direction::names())?,
        ValueKind::Trend => one_of(Trend::parse(value), Trend::names())?,
        ValueKind::Indefinite => one_of(Indefinite::parse(value), Indefinite::names())?,
        ValueKind::Ending => one_of(Ending::parse(value), Ending::names())?,
        ValueKind::Mark => one_of(Mark::parse(value), Mark::names())?,
        ValueKind::Medium => one_of(Medium::parse(value), Medium::names())?,
        ValueKind::Entry => {
            entry = Some(value);
            None
        }
    };
    Ok(ClassCell { class, value, entry, form })
}

/// A class with its value as a dictionary writes them, without features; `None` where the value is an entry, which has its
/// own names.
pub fn written(class: Class, value: u32) -> Option<String> {
    let name = match class.value_kind() {
        ValueKind::Absent => return Some(class.name().to_string()),
        ValueKind::Entry => return None,
        ValueKind::Number => Some((value as i32).to_string()),
        ValueKind::Ratio => Some(format!("{}/{}", value >> 16, value & 0xffff)),
        ValueKind::UnitOffset => Unit::name_of(value >> 16).map(|unit| format!("{unit}.{}", value as u16 as i16)),
        ValueKind::Deictic => Deictic::name_of(value),
        ValueKind::Unit => Unit::name_of(value),
        ValueKind::Season => Season::name_of(value),
        ValueKind::DayPart => DayPart::name_of(value),
        ValueKind::Part => Part::name_of(value),
        ValueKind::Ref => Ref::name_of(value),
        ValueKind::Meridiem => Meridiem::name_of(value),
        ValueKind::Zone => Zone::name_of(value),
        ValueKind::Approx => Approx::name_of(value),
        ValueKind::Counted => Counted::name_of(value),
        ValueKind::Adposition => Adposition::name_of(value),
        ValueKind::Coordinator => Coordinator::name_of(value),
        ValueKind::Subordinator => Subordinator::name_of(value),
        ValueKind::Pronoun => Pronoun::name_of(value),
        ValueKind::Auxiliary => Auxiliary::name_of(value),
        ValueKind::Modal => Modal::name_of(value),
        ValueKind::Direction => Direction::name_of(value),
        ValueKind::Trend => Trend::name_of(value),
        ValueKind::Indefinite => Indefinite::name_of(value),
        ValueKind::Ending => Ending::name_of(value),
        ValueKind::Mark => Mark::name_of(value),
        ValueKind::Medium => Medium::name_of(value),
    };
    Some(format!("{}.{}", class.name(), name?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_number_and_a_name_of_its_own() {
        let nouns = NounKind::ALL.iter().map(|kind| (Kind::Noun(*kind), kind.name()));
        let verbs = VerbKind::ALL.iter().map(|kind| (Kind::Verb(*kind), kind.name()));
        let units = UnitKind::ALL.iter().map(|kind| (Kind::Unit(*kind), kind.name()));
        let all: Vec<(Kind, &str)> = nouns.chain(verbs).chain(units).collect();
        for (number, (kind, name)) in (1..).zip(&all) {
            assert_eq!((kind.number(), Kind::from_number(number)), (number, Some(*kind)));
            assert_eq!(Kind::from_name(name), Some(*kind));
        }
        assert_eq!((Kind::from_number(0), Kind::from_number(all.len() as u8 + 1)), (None, None));
    }
}
