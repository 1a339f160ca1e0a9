//! Reports: what is so in the words of others.

use super::governing;
use super::possibility::asks;
use crate::clause::{Clause, VerbGroup};
use crate::fact::context::Context;
use crate::fact::role;
use crate::lexicon::class::{Adposition, Auxiliary, Commitment, VerbKind};
use crate::lexicon::{Class, Form, Sense};
use crate::reading::verb::{infinitive_mark, is_participle};
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// What stands in a statement, and is neither planned nor possible nor under a condition.
    pub(super) STATEMENT = "fact.modality.statement" {
        pattern: "clause in a statement",
        fires: [
            De "Die Polizei sagte, dass 300 Leute [kamen](modality reported).",
            En "The police said that 300 people [came](modality reported).",
        ],
        silent: [
            De "Die Polizei sah, dass 300 Leute kamen.",
            En "The police said that 300 people may come.",
        ],
    }

    /// In indirect speech the same mood only marks the report.
    pub(super) REPORTED_WOULD = "fact.modality.reported-would" {
        pattern: "indirect statement, with a verb in Konjunktiv II | \"would\"",
        fires: [
            De "Der Minister sagte, 300 Anträge [würden](modality reported) [gestellt](modality reported).",
            En "The minister said the firm [would](modality reported) have to [hire](modality reported) 300 people.",
        ],
        silent: [
            De "Der Minister sagte, 300 Anträge seien gestellt.",
            En "The minister said the firm has to hire 300 people.",
        ],
    }

    /// Konjunktiv I, the mood of reported speech.
    pub(super) SUBJUNCTIVE = "fact.modality.subjunctive" {
        pattern: "clause with a verb in Konjunktiv I",
        languages: [De],
        fires: [De "Die Firma [habe](modality reported) 300 Leute [eingestellt](modality reported)."],
        silent: [De "Die Firma hat 300 Leute eingestellt."],
    }

    /// "Soll" with an infinitive of the past tells hearsay.
    pub(super) HEARSAY = "fact.modality.hearsay" {
        pattern: "\"soll\" | \"will\" in the present tense + infinitive of the past",
        languages: [De],
        fires: [
            De "Der Mann [soll](modality reported) 300 Leute [betrogen](modality reported) [haben](modality reported).",
        ],
        silent: [
            De "Der Mann soll 300 Leute betrügen.",
        ],
    }

    /// What somebody is accused or suspected of doing.
    pub(super) ACCUSED = "fact.modality.accused" {
        pattern: "accuse | suspect | charge … \"of\" | \"with\" + gerund | infinitive",
        fires: [
            De "Der Mann ist angeklagt, 3 Leute [getötet](modality reported) zu [haben](modality reported).",
            En "The man was charged with [killing](modality reported) 3 people.",
            En "The police suspect him of [killing](modality reported) 3 people.",
        ],
        silent: [
            De "Der Mann begann, 3 Leute zu töten.",
            En "The man was fined for killing 3 people.",
        ],
    }

    /// What somebody fears or hopes, who is not named.
    pub(super) FEARED = "fact.modality.feared" {
        pattern: "verb of fearing | hoping in the passive",
        fires: [
            De "300 Tote [werden](modality reported) [befürchtet](modality reported).",
            En "Some 300 people [are](modality reported) [feared](modality reported) dead.",
        ],
        silent: [
            De "300 Tote werden geborgen.",
            En "Some 300 people are found dead.",
        ],
    }

    /// What there is only talk of.
    pub(super) TALK = "fact.modality.talk" {
        pattern: "\"von\" + noun phrase + \"ist\" + \"die Rede\"",
        languages: [De],
        fires: [De "Zunächst [war](modality reported) von 300 Toten die Rede."],
        silent: [De "Die Rede war nach 300 Sekunden zu Ende."],
    }

    /// What is said or believed to be so or to have been so, by somebody who is not named.
    pub(super) BELIEVED = "fact.modality.believed" {
        pattern: "\"be\" + believed | thought | said + infinitive with \"to\"",
        languages: [En],
        fires: [
            En "The office [is](modality reported) [believed](modality reported) to [employ](modality reported) 300 people.",
            En "The man [is](modality reported) [said](modality reported) to [have](modality reported) [killed](modality reported) 3 people.",
        ],
        silent: [En "The office is expected to employ 300 people."],
    }
}

/// "war von drei Toten *die Rede*": the noun behind its article at the clause's end or right before the verb's last words.
pub(super) fn is_talk(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> bool {
    /// How many tokens of a clause are looked at.
    const NEAR: usize = 40;
    let analysis = context.analysis;
    let talk = |at: usize| analysis.is(at, Class::Article) && analysis.is_concept(at + 1, &["speech"]);
    let end = clause.extent().end;
    let ends =
        |at: usize| (at + 2..end).all(|rest| verb.tokens.contains(&rest) || analysis.kind(rest) != TokenKind::Word);
    role::is_copula(analysis, verb)
        && clause.tokens().take(NEAR).any(|at| talk(at) && ends(at))
        && clause.tokens().take(NEAR).any(|at| analysis.is_adposition(at, Adposition::Of))
}

/// "are feared dead", "werden befürchtet"
pub(super) fn is_feared(context: &Context<'_, '_, '_>, verb: &VerbGroup) -> bool {
    verb.passive && !verb.negated && verb.commits(context.analysis, &[Commitment::Hopes])
}

/// "soll … verlassen haben", "soll … getötet worden sein": an infinitive of the past is hearsay.
pub(super) fn is_hearsay(context: &Context<'_, '_, '_>, verb: &VerbGroup) -> bool {
    let analysis = context.analysis;
    let others = || verb.tokens.iter().filter(|token| ![verb.finite, verb.head].contains(*token));
    let suffered = |token: &usize| analysis.has_form(*token, Class::Auxiliary, Form::PARTICIPLE);
    // "soll sich unter den Gästen befinden": where somebody is plans nobody.
    let is = verb.means(analysis, &["be-located"]);
    is || verb.head != verb.finite
        && is_participle(analysis, verb.head)
        && others().any(|token| analysis.is(*token, Class::Auxiliary))
        && (!verb.passive || others().any(suffered))
}

/// "was charged with | killing 3 people"
pub(super) fn is_accused(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    let analysis = context.analysis;
    let preposition = clause.before().filter(|at| analysis.is_any_adposition(*at, &[Adposition::Of, Adposition::With]));
    let verb = preposition.and_then(|at| context.clause_of(at)).and_then(|other| other.verb.as_ref());
    verb.is_some_and(|verb| verb.commits(analysis, &[Commitment::Accuses]))
}

/// "ist angeklagt, | 300 Euro gestohlen zu haben"
pub(super) fn is_charged(context: &Context<'_, '_, '_>, at: usize, clause: &Clause) -> bool {
    let before = at.checked_sub(1).and_then(|at| context.clauses.get(at));
    let before = before.filter(|before| before.sentence == clause.sentence).and_then(|before| before.verb.as_ref());
    before.is_some_and(|verb| {
        verb.finite < clause.extent().start && verb.commits(context.analysis, &[Commitment::Accuses])
    })
}

/// Whether a passive says what is thought or told of somebody: "is believed to have killed".
pub(super) fn is_believed(context: &Context<'_, '_, '_>, verb: &VerbGroup) -> bool {
    let analysis = context.analysis;
    let says = |sense: &Sense| matches!(analysis.verb_kind(*sense), Some(VerbKind::Think | VerbKind::Say));
    let told = |token: &usize| {
        // "was admitted to hospital", "was called in to help"
        let particle = verb.tokens.contains(&(*token + 1)) && !infinitive_mark(analysis, *token + 1);
        *token != verb.head
            && !particle
            && analysis.has_form(*token, Class::Verb, Form::PARTICIPLE)
            && analysis.senses_of(*token, Class::Verb).any(says)
    };
    // "has agreed to buy" tells of nobody else's words, "was asked to leave" of a wish.
    let suffers = |token: &usize| analysis.is_auxiliary(*token, Auxiliary::Be);
    governing(context, verb).is_some_and(|(before, _)| {
        before.iter().any(suffers) && before.iter().any(told) && !before.iter().any(|token| asks(context, *token))
    })
}
