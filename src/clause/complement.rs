//! What a clause says besides subject and verb: its object, or the phrase that its verb governs by a preposition.

use std::ops::Range;

use super::constituent::{behind_joined, is_time, is_topic, joins_nouns, skipped, skipped_length};
use super::front::{SHOWS, is_leading_participle, tells_how};
use super::thing::{is_person, is_thing};
use super::{Clause, ClauseKind, VerbGroup};
use crate::lexicon::class::{Adposition, Auxiliary, Coordinator, NounKind, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::reading::phrase::{
    begins_genitive, begins_gerund, begins_participle, can_be_accusative, genitive, is_bare_possessor, is_dative,
    is_genitive, is_nominative, is_oblique, is_preposition, names_deed, noun_phrase, prepositional_phrase,
};
use crate::reading::verb::infinitive_mark;
use crate::text::{Shape, TokenKind};

/// What stands beside subject and verb.
#[derive(Clone, Debug, Default)]
pub(crate) struct Complements {
    /// The object or predicative: a noun phrase without preposition, with what hangs on it as a genitive or "of" phrase.
    pub object: Option<Range<usize>>,
    /// The noun phrase behind a preposition that verbs govern: "reagiert auf das Angebot", "travelled to Warsaw".
    pub governed: Option<Range<usize>>,
    /// Who does it, of a passive, with the preposition: "von der Polizei", "by police".
    pub agent: Option<Range<usize>>,
}

/// How far from its verb what belongs to it is looked for, in tokens.
const FAR: usize = 80;

/// Finds them. `apart` tells what stands for itself, as times do.
pub(crate) fn complements(
    analysis: &Analysis<'_, '_>,
    clause: &Clause,
    verb: &VerbGroup,
    apart: impl Fn(Range<usize>) -> bool,
) -> Complements {
    let Some(of_verb) = clause.piece_of(verb.finite) else {
        return Complements::default();
    };
    let reader = Reader { analysis, clause, verb, free: analysis.profile(clause.sentence).verb_final };
    let mut choice = Choice::new(&reader, &apart);
    // Every figure of a clause may ask, so that only what stands near the verb is looked at.
    let near = verb.finite.saturating_sub(FAR)..verb.finite + FAR;
    let from = clause.pieces.partition_point(|piece| piece.end <= near.start);
    let pieces = clause.pieces.get(from..).unwrap_or_default().iter().take_while(|piece| piece.start < near.end);
    let mut last_end = clause.extent().start;
    for piece in pieces.filter(|piece| reader.free || piece.start == of_verb.start) {
        let piece = piece.start.max(near.start)..piece.end.min(near.end);
        let goes_on = reader.goes_on(&piece, last_end);
        last_end = piece.end;
        if goes_on && !verb.tokens.iter().any(|token| piece.contains(token)) {
            choice.said = true;
            continue;
        }
        choice.begin(&piece);
        let mut at = reader.first(&piece, goes_on);
        while at < piece.end {
            let (constituent, end) = reader.next(at, piece.end);
            at = end;
            if !choice.take(constituent, end) {
                break;
            }
        }
    }
    choice.made()
}

/// What begins at a token of a clause.
enum Constituent {
    /// Nothing that may belong to the verb.
    Other,
    Subject,
    /// A noun phrase behind a preposition. Without what hangs on it it ends at `core`.
    Prepositional {
        preposition: usize,
        phrase: Range<usize>,
        core: usize,
    },
    /// A noun phrase with what hangs on it; without that it ends at `core`.
    Nominal {
        phrase: Range<usize>,
        core: usize,
        deed: bool,
    },
}

/// Cuts a clause into what may belong to its verb.
struct Reader<'r, 'a, 't> {
    analysis: &'r Analysis<'a, 't>,
    clause: &'r Clause,
    verb: &'r VerbGroup,
    /// An object may stand anywhere; else, where the verb stands between subject and object, it comes first behind the verb.
    free: bool,
}

impl Reader<'_, '_, '_> {
    /// "kam ein Fremder, | ein Maler aus Bern": a noun phrase behind a comma goes on with the one before.
    fn goes_on(&self, piece: &Range<usize>, last_end: usize) -> bool {
        self.free
            && self.clause.kind == ClauseKind::Main
            && piece.start == last_end + 1
            && !self.analysis.is(last_end.wrapping_sub(1), Class::Adjective)
    }

    /// Where a piece is read from.
    fn first(&self, piece: &Range<usize>, goes_on: bool) -> usize {
        let start = if self.free {
            after_pronoun(self.analysis, self.clause, piece.start)
        } else {
            self.verb.end().max(piece.start)
        };
        let apposition = if goes_on { noun_phrase(self.analysis, start, piece.end) } else { None };
        apposition.map_or(start, |end| self.behind_conjunct(end, piece.end))
    }

    /// Behind the noun phrase that any conjunction joins to one, "als" and "than" too.
    fn behind_conjunct(&self, at: usize, limit: usize) -> usize {
        if !self.analysis.is(at, Class::Coordinator) {
            return at;
        }
        // "an Bahnhöfen oder auch | Häfen"
        let adverb = self.free && self.analysis.is(at + 1, Class::Adverb);
        let next = at + 1 + if adverb { skipped_length(self.analysis, at + 1) } else { 0 };
        noun_phrase(self.analysis, next, limit).unwrap_or(at)
    }

    /// What begins at a token, and where the next begins.
    fn next(&self, at: usize, limit: usize) -> (Constituent, usize) {
        let (analysis, verb) = (self.analysis, self.verb);
        if verb.tokens.contains(&at) || analysis.is_reflexive(at) {
            return (Constituent::Other, at + 1);
        }
        // What stands in brackets is said beside.
        if analysis.kind(at) == TokenKind::Open {
            let close = (at..limit).find(|at| analysis.kind(*at) == TokenKind::Close);
            return (Constituent::Other, close.unwrap_or(limit));
        }
        if let Some(subject) = self.clause.subject.as_ref().filter(|subject| subject.contains(&at)) {
            return (Constituent::Subject, behind_joined(analysis, subject.end, limit));
        }
        if let Some(end) = prepositional_phrase(analysis, at, limit) {
            let core = end;
            let start = analysis.behind(at, Class::Adposition);
            let by = verb.passive && analysis.is_adposition(end, Adposition::By);
            // "am Montag | von der Aussage"
            let alone = by || start < end && is_time(analysis, start..end);
            let phrase = start..if alone { end } else { with_attribute(analysis, verb, end, limit) };
            // "am Montag | als Nachfolger": what opens a phrase of its own joins nothing.
            let opens = analysis.is_adposition(phrase.end, Adposition::As);
            let end = if opens { phrase.end } else { self.behind_conjunct(phrase.end, limit) };
            return (Constituent::Prepositional { preposition: at, phrase, core }, end);
        }
        // "in ganz Europa": a phrase that is not read to its end is no object for that.
        if is_preposition(analysis, at) {
            return (Constituent::Other, next_phrase(analysis, at + 1, limit));
        }
        if skipped(analysis, at) && !analysis.is(at, Class::Quantifier) || is_adverbial(analysis, at) {
            return (Constituent::Other, at + skipped_length(analysis, at));
        }
        self.nominal(at, limit).unwrap_or((Constituent::Other, at + 1))
    }

    /// The noun phrase at a token, with what hangs on it.
    fn nominal(&self, at: usize, limit: usize) -> Option<(Constituent, usize)> {
        let (analysis, verb) = (self.analysis, self.verb);
        // "All-in-|Verträge"
        if self.free && analysis.kind(at.wrapping_sub(1)) == TokenKind::Hyphen && !analysis.space_before(at) {
            return None;
        }
        if let Some((object, end)) = self.gerund(at, limit) {
            let phrase = Constituent::Nominal { phrase: at..end, core: end, deed: true };
            return Some((if object { phrase } else { Constituent::Other }, end));
        }
        // "provided | support"
        let deed = !self.free && at == self.verb.end() && names_deed(analysis, at);
        let end = noun_phrase(analysis, at, limit).or(deed.then_some(at + 1))?;
        // "recalled the speech | given by him"
        let participle = !self.free && end > at + 1 && begins_participle(analysis, end - 1, at);
        let core = end - usize::from(participle);
        let end = if participle { core } else { with_attribute(analysis, verb, core, limit) };
        if self.is_postposition(end) {
            return Some((Constituent::Other, end + 1));
        }
        Some((Constituent::Nominal { phrase: at..end, core, deed }, end))
    }

    /// "denied | taking the money", "considered | returning to action": whether the verb takes a gerund for its object, and where
    /// that ends; not "died | fighting the fire".
    fn gerund(&self, at: usize, limit: usize) -> Option<(bool, usize)> {
        const TAKE: &[&str] =
            &["avoid", "begin", "continue", "end", "include", "keep", "postpone", "resume", "risk", "stop"];
        let (analysis, verb) = (self.analysis, self.verb);
        if self.free || at != verb.end() || analysis.shape(at) != Shape::Lower || !begins_gerund(analysis, at) {
            return None;
        }
        let further = at + 1 + usize::from(analysis.is(at + 1, Class::Particle) && !is_preposition(analysis, at + 1));
        let object = noun_phrase(analysis, further, limit).map(|end| with_attribute(analysis, verb, end, limit));
        let end = object.or_else(|| prepositional_phrase(analysis, further, limit))?;
        let takes = verb.says(analysis) || verb.kind(analysis) == Some(VerbKind::Plan) || verb.means(analysis, TAKE);
        Some((takes, end))
    }

    /// "Den Angaben | zufolge"
    fn is_postposition(&self, at: usize) -> bool {
        let (analysis, tokens) = (self.analysis, &self.verb.tokens);
        // "plant, den Brief | zu schicken", but "ist der Brief | zu hören"
        let mark = || self.clause.kind == ClauseKind::Infinitive && infinitive_mark(analysis, at);
        // "brachte ein Kind | zur Welt"
        let own = || tokens.contains(&at);
        analysis.is(at, Class::SourceAfter)
            || analysis.is(at, Class::Adposition) && tokens.contains(&(at + 1)) && !mark() && !own()
    }
}

/// Chooses among the constituents of a clause, in their order, those that belong to its verb.
struct Choice<'r, 'a, 't> {
    reader: &'r Reader<'r, 'a, 't>,
    apart: &'r dyn Fn(Range<usize>) -> bool,
    found: Complements,
    /// As or from what, where the verb governs nothing else: "served as deputy", "trennte sich von ihr".
    otherwise: Option<Range<usize>>,
    /// With or to whom, where there is none of these: "telefonierte mit ihr", "half den Bewohnern".
    joined: Option<Range<usize>>,
    /// What the verb governs in front of it; mostly the frame of a main clause: "Mit der Reform entstehen …".
    fronted: Option<Range<usize>>,
    /// What it seems to govern behind it says where: "Auf Kritik stieß der Plan in den USA".
    placed: bool,
    /// The clause has said anything before; what a later piece begins with goes on with that.
    said: bool,
    /// The piece that is read.
    piece: Range<usize>,
    /// An object was found before that piece.
    had: bool,
    /// Where the phrase before ends, on which a genitive right behind it hangs.
    before: Option<usize>,
    /// That phrase stood behind a preposition.
    led: bool,
    /// The last phrase with its preposition.
    governor: Option<Range<usize>>,
    /// The phrase with its preposition stands right behind another one that is no time.
    attached: bool,
    /// What stands before a phrase with "with".
    with: Option<usize>,
    /// The preposition that is read goes on behind an "of" that hangs on what the verb governs.
    chained: bool,
}

impl<'r, 'a, 't> Choice<'r, 'a, 't> {
    /// Nothing is chosen yet.
    fn new(reader: &'r Reader<'r, 'a, 't>, apart: &'r dyn Fn(Range<usize>) -> bool) -> Self {
        Choice {
            reader,
            apart,
            found: Complements::default(),
            otherwise: None,
            joined: None,
            fronted: None,
            placed: false,
            said: false,
            piece: 0..0,
            had: false,
            before: None,
            led: false,
            governor: None,
            attached: false,
            with: None,
            chained: false,
        }
    }

    /// A piece of the clause begins.
    fn begin(&mut self, piece: &Range<usize>) {
        (self.piece, self.had) = (piece.clone(), self.found.object.is_some());
        (self.before, self.led) = (None, false);
        (self.governor, self.with) = (None, None);
    }

    /// Takes what was read, up to a token; false where nothing more of the piece belongs to the verb.
    fn take(&mut self, constituent: Constituent, end: usize) -> bool {
        match constituent {
            Constituent::Other => true,
            Constituent::Subject => {
                self.before = Some(end);
                true
            }
            Constituent::Prepositional { preposition, phrase, core } => {
                self.chained = self.goes_on_behind_of(preposition);
                let hangs = self.hangs_on_noun(preposition, &phrase);
                let nouns = self.nouns_before(preposition);
                (self.before, self.led, self.said) = (Some(end), true, true);
                self.prepositional(preposition, phrase, core, end, hangs, &nouns) && self.reader.free
            }
            Constituent::Nominal { phrase, core, deed } => {
                let behind = self.before.replace(end) == Some(phrase.start);
                let led = std::mem::take(&mut self.led) && behind;
                let core = phrase.start..core;
                if self.is_distance(end) {
                    return false;
                }
                let thing = || deed || is_thing(self.reader.analysis, core.clone());
                // "half | den Bewohnern", but "ein Künstler, | den Bewohnern bekannt"
                let Reader { analysis, clause, verb, free } = *self.reader;
                let first = core.start == self.piece.start && self.said;
                let front = clause.kind == ClauseKind::Main && core.start < verb.finite;
                if free
                    && !led
                    && !first
                    && !front
                    && is_dative(analysis, &core)
                    && !(self.apart)(phrase.clone())
                    && thing()
                {
                    self.joined.get_or_insert(phrase);
                    return true;
                }
                if self.hangs(&core, behind, led) || !thing() || (self.apart)(phrase.clone()) {
                    return true;
                }
                self.nominal(phrase);
                self.reader.free
            }
        }
    }

    /// "is a step | ahead": with a particle right behind it a phrase tells where, not what somebody is.
    fn is_distance(&self, end: usize) -> bool {
        let Reader { analysis, verb, free, .. } = *self.reader;
        let copula = verb.head == verb.finite && analysis.is_auxiliary(verb.finite, Auxiliary::Be);
        let governs = analysis.is(end, Class::Adposition) && analysis.kind(end + 1) == TokenKind::Word;
        !free && copula && analysis.is(end, Class::Particle) && !governs
    }

    /// "Aufgrund der Beschreibung | durch Zeugen wurde …", "wurde als Nachfolger | von Hardy vorgestellt"
    fn hangs_on_noun(&mut self, preposition: usize, phrase: &Range<usize>) -> bool {
        let Reader { analysis, clause, verb, free } = *self.reader;
        let leads = clause.kind == ClauseKind::Main && !clause.shared && preposition < verb.finite;
        let of = analysis.is_adposition(preposition, Adposition::Of);
        let named = |before: Range<usize>| before.end == preposition && of && names(analysis, &before);
        let earlier = self.governor.replace(preposition..phrase.end);
        self.attached = earlier.as_ref().is_some_and(|earlier| {
            // "traf sich in Bern | mit Huber"
            let place = analysis.is_any(earlier.end - 1, groups::PLACE);
            let noun = analysis.behind(earlier.start, Class::Adposition)..earlier.end;
            earlier.end == preposition && !place && !(self.apart)(noun)
        });
        let named = earlier.is_some_and(named);
        free && (named || leads && self.before == Some(preposition))
    }

    /// "Gespräche mit der Firma | über die Löhne": the nouns on which what a preposition opens may hang.
    fn nouns_before(&mut self, preposition: usize) -> [Option<usize>; 2] {
        let with = self.with.take().filter(|_| self.before == Some(preposition));
        let nouns = [preposition.checked_sub(1), with];
        if self.reader.analysis.is_adposition(preposition, Adposition::With) {
            self.with = nouns[0];
        }
        nouns
    }

    /// Who does it, or what the verb governs; false where that stands for an object.
    fn prepositional(
        &mut self,
        preposition: usize,
        phrase: Range<usize>,
        core: usize,
        end: usize,
        hangs: bool,
        nouns: &[Option<usize>],
    ) -> bool {
        let Reader { analysis, clause, verb, free } = *self.reader;
        // "auf den Wahlkampf | des Jahres 2012"
        let core = phrase.start..core;
        if !(is_thing(analysis, phrase.clone()) || is_thing(analysis, core.clone())) || (self.apart)(core) {
            return true;
        }
        // "von der Polizei", not "von Wien aus"
        let place = analysis.is(phrase.start, Class::Place);
        if analysis.is_adposition(preposition, Adposition::By) && !place && !hangs {
            self.found.agent.get_or_insert(preposition..phrase.end);
        }
        // "refers to | the violation", "met with | the president": the preposition is the verb's own.
        let own = verb.sense.is_some_and(|sense| preposition < sense.end(verb.head));
        if own && preposition > verb.head {
            self.found.object = Some(phrase);
            return false;
        }
        let parts = self.parts(preposition, &phrase) || self.looks_for(preposition, &phrase);
        if is_role(analysis, verb, preposition, &phrase) || parts {
            self.otherwise.get_or_insert(phrase);
            return true;
        }
        if self.joins_in(preposition, &phrase) && analysis.kind(phrase.start) != TokenKind::Ordinal {
            self.joined.get_or_insert(phrase);
            return true;
        }
        // "zum ersten Mal"
        let rank = analysis.is(phrase.start, Class::OrdinalWord);
        let closes = || closes(analysis, verb, end, self.piece.end);
        let governed = is_governed(analysis, preposition, &phrase, closes) && !rank;
        // What stands before the verb is one phrase: "Zu der Pflicht für Firmen gehört".
        let front = free && clause.kind == ClauseKind::Main && preposition < verb.finite;
        let inner = front && preposition != clause.extent().start;
        if !governed || free && hangs_on_event(analysis, clause, nouns, preposition) || inner {
            return true;
        }
        if front {
            self.fronted.get_or_insert(phrase);
            return true;
        }
        let somewhere = analysis.is_adposition(preposition, Adposition::In)
            && is_oblique(analysis, phrase.start)
            && analysis.is_any(phrase.end - 1, groups::PLACE);
        self.placed |= self.found.governed.is_none() && somewhere;
        // "kann gegen Bern auf Huber zurückgreifen": of two the one before the verb's last part is its own, but where it
        // hangs on the first ("auf den Bericht über die Lage", "zur Förderung von Obst für Schulen").
        let last = free && verb.tokens.contains(&end);
        let parted = |earlier: &Range<usize>| {
            if earlier.end < preposition { !self.chained } else { is_name(analysis, earlier) }
        };
        if self.found.governed.as_ref().is_none_or(|earlier| last && parted(earlier)) {
            self.found.governed = Some(phrase);
        }
        true
    }

    /// "distanzierte sich | von der Aussage", "ergibt sich | aus der Lage"; but "lässt sich von ihr vertreten".
    fn parts(&self, preposition: usize, phrase: &Range<usize>) -> bool {
        let Reader { analysis, clause, verb, free } = *self.reader;
        free && !self.attached
            && analysis.is_any_adposition(preposition, &[Adposition::From, Adposition::Of])
            && !analysis.is_any(phrase.start, groups::PLACE)
            && !verb.means(analysis, &["let"])
            && is_reflexive(analysis, clause)
    }

    /// "telefonierte am Montag | mit der Kanzlerin", "endete | mit einem Freispruch"; but "beim Treffen | mit der Kanzlerin", "weil der
    /// Streit | mit Bern eskalierte", "Mit dem Zug reiste er", "überfuhr sie | mit dem Auto", "ist | mit Bern nicht zu vergleichen".
    fn joins_in(&self, preposition: usize, phrase: &Range<usize>) -> bool {
        let Reader { analysis, clause, verb, free } = *self.reader;
        let front = clause.kind == ClauseKind::Main && preposition < verb.finite;
        let of_subject = || clause.subject.as_ref().is_some_and(|subject| subject.end == preposition);
        let is =
            || analysis.is_auxiliary(verb.head, Auxiliary::Be) || analysis.is_auxiliary(verb.head, Auxiliary::Have);
        let can = || {
            let be = verb.tokens.iter().any(|token| analysis.is_auxiliary(*token, Auxiliary::Be));
            be && analysis.has_form(verb.head, Class::Verb, Form::INFINITIVE)
        };
        let object = |at: usize| {
            let subject = clause.subject.as_ref().is_some_and(|subject| subject.contains(&at));
            let pronoun = analysis.is(at, Class::Pronoun) && !analysis.is_any(at, groups::OPENS_PHRASE);
            pronoun && !subject && !analysis.is_reflexive(at) && !is_preposition(analysis, at - 1)
        };
        // "darf | mit dem Segen der Stadt bauen", "begann mit großem Eifer": how it is done.
        const NAMES: ClassSet = groups::DETERMINER.with(groups::NAMED).with(groups::PERSON);
        let somebody = || {
            analysis.holds_article(preposition)
                || analysis.is_any(phrase.start, NAMES)
                || analysis.lexed.classes(phrase.start).has_none()
        };
        // "die | mit Bern einen Vertrag schloss": the pronoun may be the object.
        let told = || {
            is_reflexive(analysis, clause) || clause.kind != ClauseKind::Relative && verb.modal.is_none() && somebody()
        };
        free && !front
            && !self.attached
            && analysis.is_adposition(preposition, Adposition::With)
            && told()
            // "rief mit dem Telefon, das er hatte, die Firma an"
            && verb.end() <= self.piece.end
            && !of_subject()
            && !(is() || can() || verb.means(analysis, SHOWS))
            && !self.piece.clone().skip(1).any(object)
    }

    /// "sucht | nach dem Mann"; but "sucht nach dem Anschlag Zeugen".
    fn looks_for(&self, preposition: usize, phrase: &Range<usize>) -> bool {
        let Reader { analysis, verb, free, .. } = *self.reader;
        free && analysis.is_adposition(preposition, Adposition::After)
            && verb.means(analysis, &["search"])
            && !analysis.is_noun_of(phrase.end - 1, NounKind::Event)
    }

    /// "zur Förderung | von Obst | für Schulen"
    fn goes_on_behind_of(&self, preposition: usize) -> bool {
        let analysis = self.reader.analysis;
        let of =
            |before: &Range<usize>| before.end == preposition && analysis.is_adposition(before.start, Adposition::Of);
        let of = self.governor.as_ref().filter(|before| of(before)).map(|before| before.start);
        of.is_some() && self.found.governed.as_ref().map(|governed| governed.end) == of
    }

    /// Whether a noun phrase hangs on what stands before it, or stands where no object does.
    fn hangs(&self, phrase: &Range<usize>, behind: bool, led: bool) -> bool {
        // What has no determiner goes on with a given name before it.
        const OPENS: ClassSet = groups::OPENS_PHRASE.or(&[Class::Pronoun, Class::Adjective]);
        let Reader { analysis, clause, verb, free } = *self.reader;
        let start = phrase.start;
        // "die seit Jahren | verehrte Musikerin": a participle goes on with what stands before it.
        let attribute = || behind && self.is_attribute(start);
        // "hinter Greg | van Avermaet", "vor Arjen | Robben"
        let name = || led && analysis.is(start.wrapping_sub(1), Class::GivenName) && !analysis.is_any(start, OPENS);
        // "will Rechte stärken und Sperren …": behind the verb's last part stands no object.
        let trails = || verb.head != verb.finite && start > verb.head.max(verb.finite);
        // Before the verb of a main clause stands one phrase.
        let leads = || clause.kind == ClauseKind::Main && !clause.shared && start < verb.finite;
        let fixed = || leads() && clause.subject.as_ref().is_some_and(|subject| subject.start < verb.finite);
        // "hat gebaut | und die Halle verkauft": what opens the clause joins no nouns.
        let opens = clause.shared && start == clause.extent().start + 1;
        let joined = || !opens && joins_nouns(analysis, start.wrapping_sub(1));
        // "*Brav* arbeitet der Sensor"
        let how = || leads() && tells_how(analysis, phrase, verb, self.piece.end);
        // "Geschult am Alten, malte er", but "Erhalten blieb ein Haus"
        let state = || {
            leads()
                && phrase.len() == 1
                && analysis.begins_sentence(start)
                && is_leading_participle(analysis, start)
                && !(start + 1 == verb.finite
                    && verb.tokens.len() == 1
                    && matches!(verb.kind(analysis), None | Some(VerbKind::Placed | VerbKind::Steady)))
        };
        // "Damals war Siemens | der größte Arbeitgeber"
        let equated = || verb.equates(analysis) && is_nominative(analysis, start);
        free && (how() || state() || attribute() || name() || fixed() || trails() || joined())
            || behind && !can_be_accusative(analysis, start) && !equated()
            || is_genitive(analysis, start)
            || is_dative(analysis, phrase)
    }

    /// "die seit Jahren | verehrte Musikerin": whether a participle goes on with what stands right before it; but "stoppten die
    /// Richter | geplante Reisen".
    fn is_attribute(&self, at: usize) -> bool {
        let Reader { analysis, clause, .. } = *self.reader;
        let profile = analysis.profile(clause.sentence);
        let word = analysis.word(at);
        // "belegt der diesem Blatt | vorliegende Antrag"
        let whole = |subject: &Range<usize>| subject.end == at && !is_determiner(analysis, subject.start + 1);
        let own = clause.subject.as_ref().is_some_and(whole)
            && (profile.accusative)(word)
            && !(profile.oblique_determiner)(word)
            && !analysis.has_form(at, Class::Verb, Form::GERUND);
        analysis.has_form(at, Class::Verb, Form::ATTRIBUTIVE) && !own
    }

    /// A noun phrase that may be the object.
    fn nominal(&mut self, phrase: Range<usize>) {
        let Reader { analysis, clause, verb, free } = *self.reader;
        if !free {
            // "gave | the minister | a report", but "called | the plan | a mistake"
            const MAKES: &[&str] = &["appoint", "call", "consider", "declare", "elect"];
            let at = phrase.end;
            let makes = verb.means(analysis, MAKES);
            let given = noun_phrase(analysis, at, self.piece.end).filter(|end| {
                !makes && analysis.is(at, Class::Article) && is_thing(analysis, at..*end) && !(self.apart)(at..*end)
            });
            let given = given.map(|end| at..with_attribute(analysis, verb, end, self.piece.end));
            self.found.object = Some(given.unwrap_or(phrase));
            return;
        }
        // Of two the latter is what is given, made or done ("überreichte der Wehr einen Wagen"), but no dative and no
        // apposition.
        let later = clause.kind == ClauseKind::Main && self.piece.start > verb.finite;
        let first = self.found.object.is_none();
        if !(later && self.said) && (first || !self.had && can_be_accusative(analysis, phrase.start)) {
            self.found.object = Some(phrase);
        }
        self.said = true;
    }

    /// The choice when all is read.
    fn made(self) -> Complements {
        let (behind, front) = (self.found.governed, self.fronted);
        let governed = if self.placed { front.or(behind) } else { behind.or(front) };
        Complements { governed: governed.or(self.otherwise).or(self.joined), ..self.found }
    }
}

/// A name, on which no other phrase hangs.
fn is_name(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    analysis.is_any(phrase.end - 1, groups::NAMED.with(groups::PERSON))
        && !phrase.clone().any(|at| analysis.is_any(at, groups::NOUN))
}

/// Whether a clause has a reflexive pronoun.
fn is_reflexive(analysis: &Analysis<'_, '_>, clause: &Clause) -> bool {
    clause.tokens().take(FAR).any(|at| analysis.is_reflexive(at))
}

/// Behind the pronoun that opens a relative clause.
pub(crate) fn after_pronoun(analysis: &Analysis<'_, '_>, clause: &Clause, start: usize) -> usize {
    if clause.kind != ClauseKind::Relative || clause.coordinate || start != clause.extent().start {
        return start;
    }
    start + 1 + usize::from(analysis.is(start, Class::Adposition))
}

/// "verbietet *energisch* jede Unterbrechung": an adjective without ending tells how, where adjectives decline.
fn is_adverbial(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let profile = analysis.profile(analysis.sentence_of(at));
    let adjective = || analysis.shape(at) == Shape::Lower && analysis.is(at, Class::Adjective);
    profile.capital_nouns
        && (adjective() || analysis.is_unknown_word(at))
        && !(profile.adjective_like)(analysis.word(at))
        && !is_determiner(analysis, at)
}

fn is_determiner(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is_any(at, groups::OPENS_PHRASE)
}

/// Behind the next noun phrase, and behind what stands before its noun: "durch das vom Kunden | eingeschaltete Portal".
fn next_phrase(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> usize {
    const NEAR: usize = 4;
    let mut at = at;
    let Some(mut behind) = (at..end.min(at + NEAR)).find_map(|at| noun_phrase(analysis, at, end)) else {
        return at;
    };
    while behind > at {
        at = behind;
        let goes_on = at < end && analysis.shape(at) == Shape::Lower && !is_determiner(analysis, at);
        behind = if goes_on { noun_phrase(analysis, at, end).unwrap_or(at) } else { at };
    }
    at
}

/// "die Diskussion | über die Reform", "der Prozess | gegen ihn": what an event is about or against, behind its noun; but "der
/// Protest richtet sich gegen die Reform", "sprach in der Sitzung gegen die Reform", "stieg im Vergleich um 13".
fn hangs_on_event(analysis: &Analysis<'_, '_>, clause: &Clause, nouns: &[Option<usize>], preposition: usize) -> bool {
    let says = || clause.verb.as_ref().is_some_and(|verb| verb.says(analysis));
    nouns.iter().flatten().any(|noun| clause.holds(*noun) && is_topic(analysis, *noun, preposition))
        && !says()
        && !is_reflexive(analysis, clause)
}

/// "als Nachfolger | von Hardy", "zur Chefin | von Hardy": what somebody or something is taken for or becomes.
fn names(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    analysis.is_adposition(phrase.start, Adposition::As)
        || analysis.is_adposition(phrase.start, Adposition::To) && is_person(analysis, phrase.end - 1)
}

/// Whether verbs govern what a preposition opens, so that it tells more than where, when or how.
fn is_governed(analysis: &Analysis<'_, '_>, at: usize, whole: &Range<usize>, closes: impl Fn() -> bool) -> bool {
    let phrase = whole.start;
    let both = analysis.is_adposition(at, Adposition::In);
    // "auf dem Platz", "am Ende": where it is, but next to where the verb stands or stood.
    if analysis.is_adposition(at, Adposition::On) && !points(analysis, at, phrase) {
        return closes();
    }
    // "nach Warschau", not "nach polnischen Angaben", "nach der Arbeit".
    if analysis.is_adposition(at, Adposition::After) {
        return analysis.is_any(phrase, groups::PLACE) && analysis.shape(phrase) != Shape::Lower;
    }
    analysis.senses_of(at, Class::Adposition).any(|sense| match Adposition::from_value(sense.value) {
        Some(
            Adposition::On
            | Adposition::To
            | Adposition::For
            | Adposition::About
            | Adposition::Against
            | Adposition::Over
            | Adposition::Towards,
        ) => true,
        // "in die Stadt", not "in der Stadt", "in den Städten".
        Some(Adposition::Into) => {
            !both
                || analysis.is(phrase, Class::Article)
                    && can_be_accusative(analysis, phrase)
                    && !is_dative(analysis, whole)
        }
        _ => false,
    })
}

/// "served *as* deputy", "arbeitet *als* Lehrer", "gilt *als* Grundstein": as what somebody does or is something; but "wie viele andere Lehrer", "besser als
/// Lehrer".
fn is_role(analysis: &Analysis<'_, '_>, verb: &VerbGroup, preposition: usize, phrase: &Range<usize>) -> bool {
    /// How far before it a comparative may stand.
    const NEAR: usize = 3;
    let head = noun_phrase(analysis, phrase.start, phrase.end).unwrap_or(phrase.end) - 1;
    let compared = || (preposition.saturating_sub(NEAR)..preposition).any(|at| analysis.is(at, Class::Comparative));
    analysis.is_adposition(preposition, Adposition::As)
        && !analysis.is(preposition, Class::Interrogative)
        && !analysis.is_any(phrase.start, groups::QUANTITY)
        && (is_person(analysis, head) || verb.means(analysis, &["apply"]))
        && !compared()
}

/// Whether nothing but adverbs stands between a place and the verb's last part or the end of the stretch.
fn closes(analysis: &Analysis<'_, '_>, verb: &VerbGroup, at: usize, end: usize) -> bool {
    let next = (at..end).find(|at| {
        !analysis.is_any(*at, ClassSet::of(&[Class::Adverb, Class::Negation, Class::Coordinator]))
            && analysis.kind(*at) != TokenKind::Terminal
    });
    next.is_none_or(|next| verb.tokens.contains(&next))
}

/// Whether what "on" opens may be more than a place: not with the article of a dative.
fn points(analysis: &Analysis<'_, '_>, at: usize, phrase: usize) -> bool {
    let profile = analysis.profile(analysis.sentence_of(at));
    let contracted = analysis.holds_article(at);
    !(profile.verb_final && (contracted || analysis.is(phrase, Class::Article) && !can_be_accusative(analysis, phrase)))
}

/// Takes along what hangs on a noun: "the number | of complaints", "die Zahl | der Beschwerden", "den Verkauf | von drei
/// Schiffen", "Polizei | und Armee".
fn with_attribute(analysis: &Analysis<'_, '_>, verb: &VerbGroup, end: usize, limit: usize) -> usize {
    // Where the same word opens who does it or where something comes from, it hangs on no noun.
    let other =
        || analysis.is_adposition(end, Adposition::By) && (verb.passive || analysis.is_any(end + 1, groups::PLACE));
    let of = analysis.is_adposition(end, Adposition::Of);
    // "an explosion of oil | and gas"
    let joined = |end: usize| {
        noun_phrase(analysis, end + 1, limit).filter(|_| analysis.is_coordinator(end, Coordinator::And)).filter(|end| {
            let ends = *end == limit || analysis.kind(*end) == TokenKind::Terminal;
            ends || is_preposition(analysis, *end) || verb.tokens.contains(end)
        })
    };
    let further = if of && !other() {
        genitive(analysis, end, limit).filter(|further| !is_time(analysis, end + 1..*further))
    } else if begins_genitive(analysis, end) || is_bare_possessor(analysis, end) {
        noun_phrase(analysis, end, limit)
    } else {
        None
    };
    let end = further.unwrap_or(end);
    joined(end).unwrap_or(end)
}
