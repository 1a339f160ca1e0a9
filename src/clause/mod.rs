//! Sentences cut into clauses, each with its verb group and subject: what the speech and fact stages work on.
//!
//! A shallow grammar over classes, not a parser: a clause is what surrounds one finite verb. It holds for the common
//! patterns of news prose and leaves a clause without verb or subject where it is not sure.

mod agreement;
mod antecedent;
mod boundary;
mod complement;
mod constituent;
mod contact;
mod embedded;
mod front;
mod gapping;
mod negation;
mod opener;
mod participle;
mod reduced;
mod segment;
mod speaker;
mod subject;
mod thing;
mod unmarked;
mod verb;
mod verb_final;
mod verb_medial;

use std::ops::{Deref, Range};

use smallvec::SmallVec;

use crate::lang::Profile;
use crate::lexicon::class::{Pronoun, Subordinator};
use crate::lexicon::{Form, groups};
use crate::reading::Analysis;
use crate::reading::verb::{self as forms, Finite, Signs, Words};
use crate::text::TokenKind;
use opener::{Found, Opening};
use segment::Segment;

pub(crate) use crate::reading::phrase::{noun_phrase, prepositional_phrase};
pub(crate) use crate::reading::verb::{Tense, VerbGroup};
pub(crate) use agreement::{agrees, is_plural, is_singular};
pub(crate) use complement::{after_pronoun, complements};
pub(crate) use constituent::behind_origin;
pub(crate) use front::{SHOWS, is_fronted_adjective};
pub(crate) use participle::participles;
pub(crate) use reduced::says_on;
pub(crate) use speaker::{can_speak, is_definite};
pub(crate) use thing::{is_person, is_thing, whole_of};

/// How a clause hangs on the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClauseKind {
    /// Stands by itself.
    Main,
    /// Opened by a subordinating conjunction.
    Subordinate(Subordinator),
    /// Opened by a relative pronoun.
    Relative,
    /// An infinitive with zu or to.
    Infinitive,
    /// A participle without an auxiliary; only where they are asked for.
    Participle,
}

/// The tokens of a clause.
type Pieces = SmallVec<[Range<usize>; 2]>;

/// What surrounds one finite verb (or one infinitive group).
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    /// Its place in the document's sentences.
    pub sentence: usize,
    /// Its tokens in order; in pieces where another clause stands inside.
    pub pieces: Pieces,
    pub kind: ClauseKind,
    pub verb: Option<VerbGroup>,
    /// The tokens of the subject; of a relative clause, of the noun phrase that its pronoun stands for.
    pub subject: Option<Range<usize>>,
    /// Of a relative clause with a subject of its own, the noun phrase that its pronoun stands for, where that is the object.
    pub object: Option<Range<usize>>,
    /// Begins with a conjunction and may share its subject with the clause before.
    pub coordinate: bool,
    /// Leaves its finite verb out and shares the one of the clause before.
    pub shared: bool,
}

impl Clause {
    /// Whether a token belongs to the clause.
    pub(crate) fn holds(&self, token: usize) -> bool {
        self.piece_of(token).is_some()
    }

    /// The piece that holds a token; pieces stand in order.
    pub(crate) fn piece_of(&self, token: usize) -> Option<&Range<usize>> {
        let at = self.pieces.partition_point(|piece| piece.end <= token);
        self.pieces.get(at).filter(|piece| piece.contains(&token))
    }

    /// "prallte gegen eine Mauer": whether its finite verb stands first.
    pub(crate) fn begins_with_verb(&self) -> bool {
        self.verb.as_ref().is_some_and(|verb| verb.finite == self.extent().start)
    }

    /// Whether its verb stands in another clause: "won 12 seats, the Liberals nine".
    pub(crate) fn is_gapped(&self) -> bool {
        self.shared && self.verb.as_ref().is_some_and(|verb| !self.holds(verb.finite))
    }

    /// Its tokens, in order.
    pub(crate) fn tokens(&self) -> impl Iterator<Item = usize> + '_ {
        self.pieces.iter().cloned().flatten()
    }

    /// From its first token to one past its last.
    pub(crate) fn extent(&self) -> Range<usize> {
        let start = self.pieces.first().map_or(0, |piece| piece.start);
        start..self.pieces.last().map_or(start, |piece| piece.end)
    }

    /// The token before its first.
    pub(crate) fn before(&self) -> Option<usize> {
        self.extent().start.checked_sub(1)
    }
}

/// The clauses of a document, in the order of their first tokens.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clauses<'s> {
    all: &'s [Clause],
    /// For each token, the place of the innermost clause that holds it, or `NONE`.
    of_token: &'s [u32],
}

/// A token outside of every clause.
const NONE: u32 = u32::MAX;

impl<'s> Clauses<'s> {
    /// The clause at a place.
    pub(crate) fn get(&self, at: usize) -> Option<&'s Clause> {
        self.all.get(at)
    }

    /// The place of the innermost clause that holds a token.
    pub(crate) fn at(&self, token: usize) -> Option<usize> {
        self.of_token.get(token).filter(|at| **at != NONE).map(|at| *at as usize)
    }
}

impl Deref for Clauses<'_> {
    type Target = [Clause];

    fn deref(&self) -> &[Clause] {
        self.all
    }
}

/// Buffers that one document after another can use.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    signs: Signs,
    segments: Vec<Segment>,
    tokens: Vec<usize>,
    clauses: Vec<Clause>,
    of_token: Vec<u32>,
}

/// A sentence with what its tokens can be.
#[derive(Clone, Copy)]
struct View<'v, 'a, 't> {
    analysis: &'v Analysis<'a, 't>,
    /// Of every token in the document.
    signs: &'v Signs,
    /// The sentence's first token and the one behind its last.
    start: usize,
    end: usize,
    profile: &'static Profile,
    grammar: &'static Grammar,
}

/// What of the grammar of clauses differs between families of languages, as the functions that read it.
struct Grammar {
    /// How sure a form must be to be a clause's own verb.
    own_verb: Finite,
    /// How sure the forms may be that stand beside an infinitive with its mark.
    beside_infinitive: Finite,
    /// The kind of clause that a stretch's first words open.
    opener: fn(View<'_, '_, '_>, &Range<usize>, Opening, Found) -> Option<ClauseKind>,
    /// Whether a stretch is cut at a form behind its verb: told where the stretch began and had its verb, the form, and
    /// the stretch's end.
    cut_at_nonfinite: fn(View<'_, '_, '_>, Range<usize>, usize, usize) -> Option<Cut>,
    /// Where a clause begins between a stretch's start and its first finite verb, without a mark.
    cut_before: fn(View<'_, '_, '_>, usize, usize) -> Option<Cut>,
    /// Where a clause begins between two finite verbs that no mark separates.
    cut_between: fn(&Analysis<'_, '_>, usize, usize) -> Option<usize>,
    /// The subject of a main or subordinate clause, whose verb stands in the piece given.
    subject: fn(View<'_, '_, '_>, &Clause, &VerbGroup, &Range<usize>) -> Subject,
    /// The subject that a relative clause has besides its pronoun, in the stretch before its verb.
    relative_subject: fn(&Analysis<'_, '_>, usize, Range<usize>, &VerbGroup) -> Subject,
}

/// The tokens of a subject, where there is one.
type Subject = Option<Range<usize>>;

impl Grammar {
    fn of(profile: &Profile) -> &'static Grammar {
        if profile.verb_final { &verb_final::GRAMMAR } else { &verb_medial::GRAMMAR }
    }
}

impl<'v, 'a, 't> View<'v, 'a, 't> {
    fn of(analysis: &'v Analysis<'a, 't>, sentence: usize, signs: &'v Signs) -> View<'v, 'a, 't> {
        let tokens = analysis.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
        let (start, end) = (tokens.start as usize, tokens.end as usize);
        let profile = analysis.profile(sentence);
        View { analysis, signs, start, end, profile, grammar: Grammar::of(profile) }
    }

    fn words(self) -> Words<'v, 'a, 't> {
        Words { analysis: self.analysis, signs: self.signs, profile: self.profile }
    }
}

/// Where a stretch is cut.
enum Cut {
    /// A clause begins here.
    Before(usize),
    /// A clause begins here inside another one, with nothing that opens it.
    Inside(usize),
    /// A clause begins here that shares the finite verb before it.
    Sharing(usize),
}

impl Cut {
    /// Where the clause begins.
    fn at(&self) -> usize {
        match *self {
            Cut::Before(at) | Cut::Inside(at) | Cut::Sharing(at) => at,
        }
    }
}

/// The clauses of every sentence. Linear in the tokens.
pub(crate) fn clauses<'s>(analysis: &Analysis<'_, '_>, scratch: &'s mut Scratch) -> Clauses<'s> {
    let Scratch { signs, segments, tokens, clauses, of_token } = scratch;
    forms::read(analysis, signs);
    clauses.clear();
    for sentence in 0..analysis.sentences.len() {
        let view = View::of(analysis, sentence, signs);
        let from = clauses.len();
        segment::segments(view, segments);
        boundary::split(view, segments, sentence, clauses);
        for at in from..clauses.len() {
            let (before, rest) = clauses.split_at_mut(at);
            let earlier = before.get(from..).unwrap_or_default();
            let Some(clause) = rest.first_mut() else {
                break;
            };
            tokens.clear();
            // What stands in brackets behind the clause's own words is no part of its verb.
            for (place, piece) in clause.pieces.iter().enumerate() {
                if place == 0 || piece.start == 0 || analysis.kind(piece.start - 1) != TokenKind::Open {
                    tokens.extend(piece.clone());
                }
            }
            verb::drop_standard(view, clause.kind, tokens);
            clause.verb = verb::group(view, clause, tokens, earlier.last());
            clause.subject = subject::find(view, clause, earlier);
            clause.object = subject::object(view, clause, earlier.last());
            if let Some(verb) = &mut clause.verb {
                verb.reported &= !says_i(analysis, clause.subject.as_ref(), verb.finite);
            }
            let shares = clause.shared.then_some(clause.verb.as_ref()).flatten();
            if let Some(before) = before.get_mut(from..).and_then(|earlier| earlier.last_mut()) {
                verb::share_passive(analysis, before.verb.as_mut(), shares);
            }
        }
        gapping::split(view, clauses, from);
    }
    of_token.clear();
    of_token.resize(analysis.tokens.len(), NONE);
    assign(clauses, of_token);
    Clauses { all: clauses, of_token }
}

/// "ich habe": with "I" a form that may be the mood of reported speech is a present tense.
fn says_i(analysis: &Analysis<'_, '_>, subject: Option<&Range<usize>>, finite: usize) -> bool {
    let at = subject.map_or(finite + 1, |subject| subject.start);
    let present =
        || analysis.senses(finite).iter().any(|sense| groups::VERBAL.has(sense.class) && sense.form.has(Form::PRESENT));
    analysis.is_pronoun(at, Pronoun::I) && present()
}

/// Tells each token its clause. They stand in the order of their first tokens, so an inner one writes over the outer.
fn assign(clauses: &[Clause], of_token: &mut [u32]) {
    for (at, clause) in clauses.iter().enumerate() {
        for piece in clause.pieces.iter() {
            of_token.get_mut(piece.clone()).unwrap_or_default().fill(at as u32);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::clause::shown;

    #[test]
    fn a_quoted_name_does_not_cut_its_clause() {
        assert_eq!(shown("de", "Am Abend war „Anna“ auf die Küste getroffen."), ["Anna | war getroffen | treffen"]);
        assert_eq!(shown("de", "Die Band „Nordlicht“ spielte lange."), ["Die Band „Nordlicht“ | spielte | spielen"]);
        assert_eq!(shown("de", "„Ja“, sagte er.").last().map(String::as_str), Some("er | sagte | sagen"));
    }

    #[test]
    fn german_main_clauses() {
        assert_eq!(shown("de", "Die Behörde erhielt 37 Berichte."), ["Die Behörde | erhielt | erhalten"]);
        assert_eq!(
            shown("de", "Im März hat die Behörde 37 Berichte erhalten."),
            ["die Behörde | hat erhalten | erhalten"]
        );
        assert_eq!(
            shown("de", "Die Firma gab am Montag neue Zahlen bekannt."),
            ["Die Firma | gab bekannt | bekanntgeben"]
        );
    }

    #[test]
    fn german_subordinate_clauses() {
        assert_eq!(
            shown("de", "Die Behörde teilte mit, dass sie 37 Berichte erhalten habe."),
            ["Die Behörde | teilte mit | mitteilen", "sie | erhalten habe | erhalten"]
        );
        assert_eq!(
            shown("de", "Die Polizei, die am Montag 37 Menschen festnahm, sucht weitere Zeugen."),
            ["Die Polizei | sucht | suchen", "Die Polizei | festnahm | festnehmen"]
        );
    }

    #[test]
    fn a_verb_behind_a_conjunction_shares_the_subject() {
        assert_eq!(
            shown("en", "The union called a strike and said that 37 members had signed.")[1],
            "The union | said | say"
        );
        assert_eq!(
            shown("de", "Die Behörde erhielt 37 Berichte und sagte, es gehe weiter.")[1],
            "Die Behörde | sagte | sagen"
        );
    }

    #[test]
    fn subjects_of_english_subordinate_clauses() {
        assert_eq!(shown("en", "37 reports came in, as the agency announced.")[1], "the agency | announced | announce");
    }

    #[test]
    fn that_as_a_pronoun() {
        assert_eq!(shown("en", "That is a new record.").len(), 1);
        assert_eq!(shown("en", "That is a new record.")[0].split(' ').next(), Some("That"));
    }

    #[test]
    fn subordinate_clauses_wait_for_their_verb() {
        assert_eq!(
            shown(
                "de",
                "Die Kläger bemängeln, dass die Regierung den Rat, die Kammer der Länder, ausgeschlossen habe."
            ),
            ["Die Kläger | bemängeln | bemängeln", "die Regierung | ausgeschlossen habe | ausschließen"]
        );
        assert_eq!(
            shown("de", "Er sagte, dass die Behörde, die gestern tagte, den Rat einlade."),
            ["Er | sagte | sagen", "die Behörde | einlade | einladen", "die Behörde | tagte | tagen"]
        );
        assert_eq!(
            shown("de", "Wie die Behörde am Montag mitteilte, wurden 37 Berichte gemeldet."),
            ["die Behörde | mitteilte | mitteilen", "37 Berichte | wurden gemeldet | melden"]
        );
    }

    #[test]
    fn german_past_tenses_and_participles_of_one_form() {
        assert_eq!(
            shown("de", "Ein Sprecher erklärte, es gehe den Kindern gut."),
            ["Ein Sprecher | erklärte | erklären", "es | gehe | gehen"]
        );
        assert_eq!(
            shown("de", "Gestern beantragte Anwalt Meier eine Haftstrafe."),
            ["Anwalt Meier | beantragte | beantragen"]
        );
        assert_eq!(
            shown("de", "Die beantragte Strafe fiel milde aus."),
            ["Die beantragte Strafe | fiel aus | ausfallen"]
        );
    }

    #[test]
    fn words_that_only_look_like_german_verbs() {
        assert_eq!(shown("de", "Mehr als eine Behörde erhielt Berichte.").len(), 1);
        assert_eq!(shown("de", "Ende Oktober kam eine Meldung."), ["eine Meldung | kam | kommen"]);
    }

    #[test]
    fn a_clause_behind_it_tells_what_a_verb_means() {
        let head = |text: &str| shown("de", text)[0].clone();
        assert!(head("Er hielt fest, dass die Lage ernst ist.").ends_with("| festhalten"));
        let lemmas = |lang, text| shown(lang, text).len();
        assert_eq!(lemmas("en", "The court held that the sale was void."), 2);
        assert_eq!(
            shown("de", "Wie die Stadt bekannt gab, ist sie offen.")[0],
            "die Stadt | bekannt gab | bekanntgeben"
        );
    }

    #[test]
    fn a_finite_verb_before_its_participle_ends_no_relative_clause() {
        assert_eq!(shown("de", "Er sagte, der Gast sei geflohen.")[1], "der Gast | sei geflohen | fliehen");
        assert_eq!(shown("de", "Er sah den Gast, der geflohen ist.")[1], "den Gast | geflohen ist | fliehen");
    }

    #[test]
    fn a_participle_belongs_to_its_infinitive() {
        assert_eq!(
            shown("de", "Die beiden werden beschuldigt, an einem Anschlag beteiligt gewesen zu sein.")[0],
            "Die beiden | werden beschuldigt | beschuldigen"
        );
    }

    #[test]
    fn english_clauses() {
        assert_eq!(shown("en", "The agency received 37 reports."), ["The agency | received | receive"]);
        assert_eq!(
            shown("en", "The agency said that it had received 37 reports."),
            ["The agency | said | say", "it | had received | receive"]
        );
        assert_eq!(
            shown("en", "The agency said it has not received any reports."),
            ["The agency | said | say", "it | has received | receive"]
        );
        assert_eq!(
            shown("en", "Police arrested 37 people and two were injured."),
            ["Police | arrested | arrest", "two | were injured | injure"]
        );
    }
}
