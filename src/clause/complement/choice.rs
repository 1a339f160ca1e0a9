//! The choice among the phrases of a clause of those that belong to its verb.

use std::ops::Range;

use super::Complements;
use super::governed::{closes, hangs_on_event, is_governed, is_role, names};
use super::reader::{Constituent, Reader, with_attribute};
use crate::clause::ClauseKind;
use crate::clause::thing::is_thing;
use crate::lexicon::class::{Adposition, Coordinator, NounKind};
use crate::lexicon::{Class, ClassSet, groups};
use crate::reading::Analysis;
use crate::reading::phrase::{begins_genitive, can_be_accusative, is_dative, is_oblique, noun_phrase};
use crate::text::TokenKind;

/// Chooses among the constituents of a clause, in their order, those that belong to its verb.
pub(super) struct Choice<'r, 'a, 't> {
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
    pub(super) fn new(reader: &'r Reader<'r, 'a, 't>, apart: &'r dyn Fn(Range<usize>) -> bool) -> Self {
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
    pub(super) fn begin(&mut self, piece: &Range<usize>) {
        (self.piece, self.had) = (piece.clone(), self.found.object.is_some());
        (self.before, self.led) = (None, false);
        (self.governor, self.with) = (None, None);
    }

    /// A piece goes on with what was said before.
    pub(super) fn go_on(&mut self) {
        self.said = true;
    }

    /// Takes what was read, up to a token; false where nothing more of the piece belongs to the verb.
    pub(super) fn take(&mut self, constituent: Constituent, end: usize) -> bool {
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
            Constituent::Nominal { phrase, core, deed } => self.nominal(phrase, core, end, deed),
        }
    }

    /// The object, or whom it is given to; false behind the object where that comes first.
    fn nominal(&mut self, phrase: Range<usize>, core: usize, end: usize, deed: bool) -> bool {
        let Reader { analysis, clause, verb, free } = *self.reader;
        let behind = self.before.replace(end) == Some(phrase.start);
        let led = std::mem::take(&mut self.led) && behind;
        let core = phrase.start..core;
        if self.reader.is_distance(end) {
            return false;
        }
        let belongs = || (deed || is_thing(analysis, core.clone())) && !(self.apart)(phrase.clone());
        // "half | den Bewohnern", but "ein Künstler, | den Bewohnern bekannt"
        let first = core.start == self.piece.start && self.said;
        let front = clause.kind == ClauseKind::Main && core.start < verb.finite;
        if free && !led && !first && !front && is_dative(analysis, &core) && belongs() {
            self.joined.get_or_insert(phrase);
            return true;
        }
        if self.reader.hangs(&core, behind, led, self.piece.end) || !belongs() {
            return true;
        }
        self.object(phrase);
        free
    }

    /// "Aufgrund der Beschreibung | durch Zeugen wurde …", "wurde als Nachfolger | von Hardy vorgestellt"
    fn hangs_on_noun(&mut self, preposition: usize, phrase: &Range<usize>) -> bool {
        let Reader { analysis, clause, verb, free } = *self.reader;
        let leads = clause.kind == ClauseKind::Main && !clause.shared && preposition < verb.finite;
        let of = analysis.is_adposition(preposition, Adposition::Of);
        // "nach dem Besuch | von Präsident Weber": what happens, before a name or noun without article.
        let bare = || !analysis.is_any(phrase.start, groups::DETERMINER) && !analysis.holds_article(preposition);
        let event = |before: &Range<usize>| analysis.is_noun_of(before.end - 1, NounKind::Event) && bare();
        let named =
            |before: Range<usize>| before.end == preposition && of && (names(analysis, &before) || event(&before));
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
        let parts = !self.attached
            && (self.reader.parts(preposition, &phrase) || self.reader.accounts_for(preposition))
            || self.reader.looks_for(preposition, &phrase)
            || self.reader.bears(preposition);
        // "*Als* die Polizei eintraf"
        let opens = matches!(clause.kind, ClauseKind::Subordinate(_)) && preposition == clause.extent().start;
        let role = is_role(analysis, verb, preposition, &phrase) && !opens;
        // "gilt | als Favorit | auf den Titel", "warnt | vor einer Reise | nach Bern"
        let warns = || analysis.is_adposition(preposition, Adposition::Before) && verb.means(analysis, &["warn"]);
        if free && (role && verb.means(analysis, &["apply"]) || warns()) {
            self.found.governed.get_or_insert(phrase);
            return true;
        }
        if role || parts {
            self.otherwise.get_or_insert(phrase);
            return true;
        }
        if !self.attached
            && self.reader.joins_in(preposition, &phrase, &self.piece)
            && analysis.kind(phrase.start) != TokenKind::Ordinal
        {
            self.joined.get_or_insert(phrase);
            return true;
        }
        // "zum ersten Mal"
        let rank = analysis.is(phrase.start, Class::OrdinalWord);
        let closes = || closes(analysis, verb, end, self.piece.end);
        // "befindet sich | unter den Gästen"
        let among = || verb.means(analysis, &["be-located"]) && analysis.is_adposition(preposition, Adposition::Under);
        let governed = among() || is_governed(analysis, preposition, &phrase, closes) && !rank;
        // What stands before the verb is one phrase: "Zu der Pflicht für Firmen gehört".
        let front = free && clause.kind == ClauseKind::Main && preposition < verb.finite;
        let inner = front && preposition != clause.extent().start;
        // "amid concerns | about the growth"
        let treats =
            || self.attached && analysis.is_any_adposition(preposition, &[Adposition::About, Adposition::Over]);
        let hangs = if free { hangs_on_event(analysis, clause, nouns, preposition) } else { treats() };
        if !governed || hangs || inner {
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

    /// "zur Förderung | von Obst | für Schulen"
    fn goes_on_behind_of(&self, preposition: usize) -> bool {
        let analysis = self.reader.analysis;
        let of =
            |before: &Range<usize>| before.end == preposition && analysis.is_adposition(before.start, Adposition::Of);
        let of = self.governor.as_ref().filter(|before| of(before)).map(|before| before.start);
        of.is_some() && self.found.governed.as_ref().map(|governed| governed.end) == of
    }

    /// A noun phrase that may be the object.
    fn object(&mut self, phrase: Range<usize>) {
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
        if let Some(denied) = self.found.object.as_ref().and_then(|earlier| self.neither(earlier, &phrase)) {
            self.found.object = Some(denied);
            return;
        }
        let settled = self.found.object.as_ref().is_some_and(|earlier| self.is_settled(earlier, phrase.start));
        if settled {
            return;
        }
        if !(later && self.said) && (first || !self.had && can_be_accusative(analysis, phrase.start)) {
            self.found.object = Some(phrase);
        }
        self.said = true;
    }

    /// "weder Namen | noch Zahlen": an object with what denies both of its parts.
    fn neither(&self, earlier: &Range<usize>, phrase: &Range<usize>) -> Option<Range<usize>> {
        let analysis = self.reader.analysis;
        let nor = |at: usize| analysis.is_coordinator(at, Coordinator::Nor);
        let opens = |at: &usize| nor(*at) && analysis.is(*at, Class::Negation);
        let start = earlier.start.checked_sub(1).filter(opens)?;
        (earlier.end + 1 == phrase.start && nor(earlier.end)).then_some(start..phrase.end)
    }

    /// "passt die Zahl | den Vorgaben an", "nannte die Strafe | einen Fehler": whether no form lets the earlier of two be whom
    /// something is given to.
    fn is_settled(&self, earlier: &Range<usize>, later: usize) -> bool {
        const ARTICLES: ClassSet = ClassSet::of(&[Class::Article, Class::IndefiniteArticle]);
        let Reader { analysis, clause, verb, .. } = *self.reader;
        let front = clause.kind == ClauseKind::Main && earlier.start < verb.finite;
        // "der Verlust | dieses Auftrags"
        let hangs = |subject: &Range<usize>| {
            subject.end == earlier.start
                && analysis.is(earlier.start, Class::Demonstrative)
                && !analysis.is(earlier.start, Class::Article)
        };
        let dative = || (analysis.profile(clause.sentence).oblique_determiner)(analysis.word(earlier.start));
        clause.subject.as_ref().is_some_and(|subject| !hangs(subject))
            && !front
            && analysis.is_any(later, ARTICLES)
            && is_oblique(analysis, later)
            && analysis.is_any(earlier.start, groups::DETERMINER)
            && can_be_accusative(analysis, earlier.start)
            && !begins_genitive(analysis, earlier.start)
            && !dative()
    }

    /// The choice when all is read.
    pub(super) fn made(self) -> Complements {
        let (behind, front) = (self.found.governed.clone(), self.fronted);
        let governed = if self.placed { front.or(behind) } else { behind.or(front) };
        let object = self.found.object.clone().map(|object| self.reader.with_list(object));
        let found = Complements { object, ..self.found };
        Complements { governed: governed.or(self.otherwise).or(self.joined), ..found }
    }
}

/// A name, on which no other phrase hangs.
fn is_name(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    analysis.is_any(phrase.end - 1, groups::NAMED.with(groups::PERSON))
        && !phrase.clone().any(|at| analysis.is_any(at, groups::NOUN))
}
