//! Possibilities: what may be so or not.

use super::{Told, governing};
use crate::answer::Modality;
use crate::clause::{Clause, ClauseKind, Tense, VerbGroup, can_speak};
use crate::fact::context::Context;
use crate::fact::{object, predicative};
use crate::lexicon::class::{Adposition, Commitment, Modal};
use crate::lexicon::{Class, ClassSet, groups};
use crate::reading::phrase::{can_be_accusative, tells_of_phrase};
use crate::rule::rules;
use crate::text::{Shape, TokenKind};

rules! {
    reads: fn();

    /// "Can", "may", "could" and "might" tell what is possible, unless a condition stands beside them.
    pub(super) CAN = "fact.modality.can" {
        pattern: "clause with \"can\" | \"may\"",
        fires: [
            De "Die Firma [kann](modality possible) 300 Leute [einstellen](modality possible).",
            En "The firm [may](modality possible) [hire](modality possible) 300 people.",
        ],
        silent: [
            De "Die Firma muss 300 Leute einstellen.",
            En "The firm must hire 300 people.",
        ],
    }

    /// "Konnte" tells what was done: somebody managed to.
    pub(super) MANAGED = "fact.modality.managed" {
        pattern: "clause with \"konnte\"",
        languages: [De],
        fires: [De "Die Firma [konnte](modality asserted) 300 Leute [einstellen](modality asserted)."],
        silent: [De "Die Firma könnte 300 Leute einstellen."],
    }

    /// An adverb that says that something may be so, where the verb does not say more.
    PERHAPS = "fact.modality.perhaps" {
        pattern: "clause with \"perhaps\" | \"probably\"",
        fires: [
            De "Möglicherweise [kamen](modality possible) 300 Leute.",
            En "300 people probably [came](modality possible).",
        ],
        silent: [
            De "Tatsächlich kamen 300 Leute.",
            De "Ein vermutlich betrunkener Fahrer verletzte 300 Leute.",
            De "Vermutlich wegen der Krise entließ die Firma 300 Leute.",
            En "The probably oldest man met 300 people.",
            En "300 people really came.",
        ],
    }

    /// What only seems to be so or to come.
    pub(super) SEEMS = "fact.modality.seems" {
        pattern: "seem | appear | threaten | \"be\" likely + infinitive with \"to\" | clause with \"that\", thing + \"droht\"",
        fires: [
            De "Die Firma [scheint](modality possible) 300 Leute [entlassen](modality possible) zu [haben](modality possible).",
            De "Die Firma [droht](modality possible) 300 Kunden zu [verlieren](modality possible).",
            De "Der Firma [drohen](modality possible) 300 Entlassungen.",
            En "The office [seems](modality possible) to have [hired](modality possible) 300 people.",
            En "The office [threatens](modality possible) to [close](modality possible) 300 shops.",
            De "Es scheint, dass die Firma 300 Leute [entlässt](modality possible).",
            En "The office [is](modality possible) likely to [close](modality possible) 300 shops.",
            En "It seems that the office [closed](modality possible) 300 shops.",
        ],
        silent: [
            De "Die Firma droht 300 Leuten mit der Kündigung.",
            En "The office tried to hire 300 people.",
            En "The office appeared in 300 reports.",
        ],
    }

    /// What somebody is asked, ordered or allowed to do, offers, threatens, tries, considers or hopes to do.
    OPEN_INFINITIVE = "fact.modality.open-infinitive" {
        pattern: "clause with a verb of asking | allowing | threatening | trying | considering | hoping | \"can\" + infinitive clause",
        fires: [
            De "Die Stadt forderte die Firma auf, 300 Leute [einzustellen](modality possible).",
            De "Die Firma drohte, 300 Leute zu [entlassen](modality possible).",
            De "Die Firma hat versucht, 300 Leute zu [entlassen](modality possible).",
            De "Die Firma erwägt, 300 Leute zu [entlassen](modality possible).",
            De "Die Firma schließt nicht aus, 300 Leute zu [entlassen](modality possible).",
            De "Die Firma kann helfen, 300 Leute zu [retten](modality possible).",
            En "The court ordered the firm to [pay](modality possible) 300 euros.",
        ],
        silent: [
            De "Die Firma begann, 300 Leute einzustellen.",
            En "The court helped the firm to pay 300 euros.",
        ],
    }

    /// What it is good, hard or possible to do is not done yet.
    OPEN_DEED = "fact.modality.open-deed" {
        pattern: "\"it is\" + adjective + infinitive clause",
        languages: [De],
        fires: [De "Es ist wichtig, 300 Leute zu [retten](modality possible)."],
        silent: [
            De "Es war schön, 300 Leute zu treffen.",
            De "Der Minister ist froh, 300 Leute zu treffen.",
        ],
    }

    /// What somebody is ready, able or about to do is not done yet.
    pub(super) NEARLY = "fact.modality.nearly" {
        pattern: "ready | able | close … + infinitive clause | gerund",
        fires: [
            De "Die Firma ist bereit, 300 Leute zu [entlassen](modality possible).",
            De "Die Firma stand kurz davor, 300 Leute zu [entlassen](modality possible).",
            En "The firm was on the verge of [dismissing](modality possible) 300 people.",
            En "The firm is close to [dismissing](modality possible) 300 people.",
        ],
        silent: [
            De "Die Firma ist dafür bekannt, 300 Leute entlassen zu haben.",
            En "The firm made a profit from dismissing 300 people.",
        ],
    }

    /// What somebody is against doing.
    pub(super) OPPOSED = "fact.modality.opposed" {
        pattern: "\"against\" | \"about\" + gerund",
        languages: [En],
        fires: [En "The council voted against [closing](modality possible) 30 schools."],
        silent: [En "The council won by closing 30 schools."],
    }

    /// What is asked may be so or not.
    ASKED = "fact.modality.asked" {
        pattern: "main clause that begins with its verb, with a question mark behind it",
        fires: [
            De "[Entlässt](modality possible) die Firma 300 Leute?",
            En "[Does](modality possible) the firm employ 300 people?",
        ],
        silent: [
            De "Warum entlässt die Firma 300 Leute?",
            En "Why has the firm dismissed 300 people?",
        ],
    }
}

/// What stands beside the verb of a clause and says that it may be so or not.
pub(super) fn beside(context: &Context<'_, '_, '_>, at: usize) -> Option<Told> {
    let rule = if is_asked(context, at) {
        &ASKED
    } else if may_be(context, at) {
        &PERHAPS
    } else {
        return None;
    };
    Some((Modality::Possible, rule))
}

/// "voted against | closing 30 schools", "spoke about | closing 30 schools"
pub(super) fn is_opposed(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    clause.before().is_some_and(|at| {
        context.analysis.is_any_adposition(at, &[Adposition::About, Adposition::Against])
            && !context.analysis.is_adposition(at, Adposition::On)
            && context.speaks(&OPPOSED, clause.sentence)
    })
}

/// "Entlässt die Firma 300 Leute?"
fn is_asked(context: &Context<'_, '_, '_>, at: usize) -> bool {
    context.clauses.get(at).is_some_and(|clause| {
        let verb = clause.verb.as_ref().filter(|_| clause.kind == ClauseKind::Main);
        let first = clause.extent().start;
        verb.is_some_and(|verb| verb.finite == first) && context.analysis.is_question(clause.sentence)
    })
}

/// Whether a clause says by an adverb that something may be so.
fn may_be(context: &Context<'_, '_, '_>, at: usize) -> bool {
    /// How many tokens of a clause are looked at: every fact in it asks.
    const NEAR: usize = 60;
    let analysis = context.analysis;
    let of_clause = |token: usize| {
        let adverb = analysis.sense(token, Class::PossibleAdverb);
        // "das Wohl der Stadt", "fühlt sich nicht wohl"
        let inside = |before: usize| analysis.kind(before) == TokenKind::Word && !analysis.begins_sentence(token);
        let other = token.checked_sub(1).is_some_and(|before| {
            analysis.is(before, Class::Negation) || analysis.shape(token) == Shape::Title && inside(before)
        });
        adverb.is_some_and(|adverb| !other && !tells_of_phrase(analysis, token, adverb.end(token)))
    };
    context.clauses.get(at).is_some_and(|clause| {
        clause.tokens().take(NEAR).any(|token| analysis.is(token, Class::PossibleAdverb) && of_clause(token))
    })
}

/// Whether what an infinitive clause says hangs on what somebody is asked, ordered or allowed to do, or threatens to do.
pub(super) fn infinitive(context: &Context<'_, '_, '_>, at: usize, clause: &Clause) -> Option<Told> {
    const OPEN: &[Commitment] =
        &[Commitment::Allows, Commitment::Asks, Commitment::Attempts, Commitment::Hopes, Commitment::Weighs];
    let governing = context.clauses.get(at.checked_sub(1)?).filter(|other| other.sentence == clause.sentence)?;
    let verb = governing.verb.as_ref().filter(|verb| verb.finite < clause.extent().start)?;
    if is_open_deed(context, governing, verb) {
        return Some((Modality::Possible, &OPEN_DEED));
    }
    if is_near(context, clause) {
        return Some((Modality::Possible, &NEARLY));
    }
    let open = verb.commits(context.analysis, OPEN);
    // "kann helfen, | 300 Leute zu retten"
    let managed = verb.tense == Tense::Past && !verb.conditional;
    let open = open || matches!(verb.modal, Some(Modal::Can | Modal::May)) && !managed;
    // "schließt nicht aus, | 300 Leute zu entlassen"
    let open = open || verb.negated && verb.commits(context.analysis, &[Commitment::Denies]);
    open.then_some((Modality::Possible, &OPEN_INFINITIVE))
}

/// "Es ist wichtig, | 300 Leute zu retten"
fn is_open_deed(context: &Context<'_, '_, '_>, governing: &Clause, verb: &VerbGroup) -> bool {
    let analysis = context.analysis;
    let it = governing.subject.as_ref().is_some_and(|subject| analysis.is_it(subject));
    it && verb.equates(analysis)
        && context.speaks(&OPEN_DEED, governing.sentence)
        && (verb.tense == Tense::Present || verb.conditional)
        && predicative::adjective(analysis, governing, verb).is_some()
}

/// "stand kurz davor, | 300 Leute zu entlassen", "on the verge of | dismissing": whether the words before a clause say that what it tells
/// is not done yet.
pub(super) fn is_near(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    /// How many words the phrase may have, and how many of the verb may stand behind it: "weil sie bereit gewesen war, …".
    const NEAR: usize = 5;
    let analysis = context.analysis;
    let start = clause.extent().start;
    (start.saturating_sub(NEAR)..start).any(|at| {
        let near = analysis.senses_of(at, Class::Prospective).map(|sense| sense.end(at)).max();
        let rest = |at: usize| analysis.is_any(at, groups::VERBAL) || analysis.word(at) == ",";
        near.is_some_and(|end| end <= start && (end..start).all(rest))
    })
}

/// Whether a verb asks somebody to do something.
pub(super) fn asks(context: &Context<'_, '_, '_>, token: usize) -> bool {
    context.analysis.senses_of(token, Class::Verb).any(|sense| context.analysis.commits(*sense, &[Commitment::Asks]))
}

/// "seems | to have sold", "threatens | to close"
pub(super) fn seems(context: &Context<'_, '_, '_>, verb: &VerbGroup) -> bool {
    let means = |token: &usize| {
        let mut senses = context.analysis.senses_of(*token, Class::Verb);
        senses.any(|sense| context.analysis.commits(*sense, &[Commitment::Seems]))
    };
    // "is likely | to close"
    const LIKELY: ClassSet = ClassSet::of(&[Class::PossibleAdjective, Class::DoubtfulAdjective]);
    let likely = |before: &[usize]| before.len() > 1 && before.iter().any(|at| context.analysis.is_any(*at, LIKELY));
    governing(context, verb).is_some_and(|(before, _)| before.last().is_some_and(means) || likely(before))
}

/// "Der Firma drohen Entlassungen": what threatens that is nobody, where the verb needs no infinitive; but "Stürme bedrohen die Stadt".
pub(super) fn looms(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> bool {
    let analysis = context.analysis;
    let accusative = || {
        let object = object::of_event(context, clause).phrase.value;
        let object = object.map(|object| analysis.token_at(object.span.start));
        object.is_some_and(|at| at != clause.extent().start && can_be_accusative(analysis, at))
    };
    verb.head == verb.finite
        && verb.means(analysis, &["threaten"])
        && clause.subject.as_ref().is_some_and(|subject| !can_speak(analysis, subject))
        && !accusative()
}
