//! How far the text stands behind a clause.

use super::choice::Rules;
use super::context::Context;
use super::{object, role};
use crate::answer::{FactTime, Modality, Rule, Statement, StatementId, StatementStyle};
use crate::clause::{Clause, ClauseKind, Tense, VerbGroup};
use crate::lexicon::class::{Adposition, Auxiliary, Modal, Pronoun, Subordinator, VerbKind};
use crate::lexicon::{Class, Form, Sense};
use crate::reading::verb::is_participle;
use crate::rule::rules;

rules! {
    reads: fn();

    /// A clause that is a condition, or what something is likened to.
    IF = "fact.modality.if" {
        pattern: "clause with \"if\" | \"as if\"",
        fires: [
            De "Der Saal wirkt, als [kämen](modality conditional) 300 Leute.",
            En "The hall looks as if 300 people [came](modality conditional).",
            De "Wenn 300 Leute [kommen](modality conditional), öffnet der Saal.",
            En "If 300 people [come](modality conditional), the hall opens.",
            En "Even if 300 people [come](modality conditional), the hall stays shut.",
        ],
        silent: [
            De "Weil 300 Leute kommen, öffnet der Saal.",
            En "Because 300 people come, the hall opens.",
            En "Although 300 people come, the hall stays shut.",
            En "Even if the mayor comes, the hall holds 300 people.",
        ],
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
            En "300 people really came.",
        ],
    }

    /// A main clause right beside its condition; one that says something, or tells of the past, is not under it.
    BESIDE_IF = "fact.modality.beside-if" {
        pattern: "main clause + clause with \"if\", in either order",
        fires: [
            De "Der Saal [öffnet](modality conditional) für 300 Leute, wenn der Bürgermeister kommt.",
            En "The hall [holds](modality conditional) 300 people if the mayor opens it.",
        ],
        silent: [
            De "Der Saal öffnet für 300 Leute, weil der Bürgermeister kommt.",
            En "The hall held 300 people if the mayor opened it.",
        ],
    }

    /// A clause that names its condition.
    IN_CASE = "fact.modality.in-case" {
        pattern: "clause with \"in case of\"",
        fires: [
            De "Die Firma [zahlt](modality conditional) im Falle einer Verurteilung 300 Euro.",
            En "The firm [pays](modality conditional) 300 euros in case of a conviction.",
        ],
        silent: [
            De "Die Firma zahlt wegen einer Verurteilung 300 Euro.",
            En "The firm pays 300 euros because of a conviction.",
        ],
    }

    /// A verb in the mood of what is not so: "would", Konjunktiv II. "Could" tells what is possible.
    WOULD = "fact.modality.would" {
        pattern: "clause with a verb in Konjunktiv II | \"would\"",
        fires: [
            De "Die Firma [würde](modality conditional) 300 Leute [einstellen](modality conditional).",
            En "The firm [would](modality conditional) [hire](modality conditional) 300 people.",
        ],
        silent: [
            De "Die Firma wird 300 Leute einstellen.",
            En "The firm could hire 300 people.",
        ],
    }

    /// In indirect speech the same mood only marks the report.
    REPORTED_WOULD = "fact.modality.reported-would" {
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

    /// An infinitive that a verb of planning governs.
    PLANNED_INFINITIVE = "fact.modality.planned-infinitive" {
        pattern: "clause with a verb of planning + infinitive clause",
        fires: [
            De "Die Firma plant, 300 Leute [einzustellen](modality planned).",
            En "The company plans to allow its staff to [buy](modality planned) 300 shares.",
        ],
        silent: [
            De "Die Firma begann, 300 Leute einzustellen.",
            En "The company asked its staff to buy 300 shares.",
        ],
    }

    /// An infinitive that hangs on a noun of its main clause, inside of it.
    INFINITIVE_OF_NOUN = "fact.modality.infinitive-of-noun" {
        pattern: "noun + infinitive clause + rest of the main clause",
        fires: [
            De "Der Versuch, 300 Leute [einzustellen](modality planned), kostet Geld.",
            En "The plan to [hire](modality planned) 300 people was dropped.",
        ],
        silent: [
            De "Die Firma versucht es, 300 Leute einzustellen.",
            En "The firm asked the town to hire 300 people.",
        ],
    }

    /// A verb of planning, alone or with the infinitive that it governs.
    PLAN = "fact.modality.plan" {
        pattern: "clause with a verb of planning [+ infinitive]",
        fires: [
            De "Die Firma [plant](modality planned) 300 Entlassungen.",
            En "The company [plans](modality planned) to [hire](modality planned) 25 investigators.",
        ],
        silent: [
            De "Die Firma meldet 300 Entlassungen.",
            En "The company failed to hire 25 investigators.",
        ],
    }

    /// "Be" and an infinitive tell what is arranged; in the past tense they leave open what became of it.
    BE_TO = "fact.modality.be-to" {
        pattern: "\"be\" in the present tense + infinitive with \"to\"",
        languages: [En],
        fires: [
            En "The office [is](modality planned) to [hire](modality planned) 300 people.",
        ],
        silent: [
            En "The office was to hire 300 people.",
        ],
    }

    /// What is expected to happen; not what is believed, nor what is expected to have happened.
    EXPECTED = "fact.modality.expected" {
        pattern: "\"be\" + expected | predicted | hoping + infinitive with \"to\"",
        languages: [En],
        fires: [En "The office [is](modality planned) [expected](modality planned) to [cost](modality planned) 3 million euros."],
        silent: [
            En "The office is paid to cost 3 million euros.",
            En "The office is believed to cost 3 million euros.",
            En "The office is expected to have cost 3 million euros.",
        ],
    }

    /// What is said or believed to be so or to have been so, by somebody who is not named.
    BELIEVED = "fact.modality.believed" {
        pattern: "\"be\" + believed | thought | said + infinitive with \"to\"",
        languages: [En],
        fires: [
            En "The office [is](modality reported) [believed](modality reported) to [employ](modality reported) 300 people.",
            En "The man [is](modality reported) [said](modality reported) to [have](modality reported) [killed](modality reported) 3 people.",
        ],
        silent: [En "The office is expected to employ 300 people."],
    }

    /// What only seems to be so or to come.
    SEEMS = "fact.modality.seems" {
        pattern: "seem | appear | threaten + infinitive with \"to\"",
        fires: [
            De "Die Firma [scheint](modality possible) 300 Leute [entlassen](modality possible) zu [haben](modality possible).",
            De "Die Firma [droht](modality possible) 300 Kunden zu [verlieren](modality possible).",
            En "The office [seems](modality possible) to have [hired](modality possible) 300 people.",
            En "The office [threatens](modality possible) to [close](modality possible) 300 shops.",
        ],
        silent: [
            De "Die Firma droht 300 Leuten mit der Kündigung.",
            En "The office tried to hire 300 people.",
            En "The office appeared in 300 reports.",
        ],
    }

    /// The future tense: what will be so is planned.
    FUTURE = "fact.modality.future" {
        pattern: "clause with a verb in the future tense",
        fires: [
            De "Die Firma [wird](modality planned) 300 Leute [einstellen](modality planned).",
            En "The firm [will](modality planned) [hire](modality planned) 300 people.",
        ],
        silent: [
            De "Die Firma wird 300 Euro reicher.",
            En "The firm hired 300 people.",
        ],
    }

    /// The future tense of what somebody expects, which is no plan.
    EXPECTATION = "fact.modality.expectation" {
        pattern: "statement of a verb of thinking, with a verb in the future tense",
        fires: [
            De "Der Minister glaubt, dass 300 Leute [kommen](modality reported) [werden](modality reported).",
            En "The minister believes that 300 people [will](modality reported) [come](modality reported).",
        ],
        silent: [
            De "Der Minister sagt, dass 300 Leute kommen werden.",
            En "The minister says that 300 people will come.",
        ],
    }

    /// The present tense with a time after the document's date tells what is planned.
    TO_COME = "fact.modality.time-to-come" {
        pattern: "clause with a verb in the present tense and a time to come",
        fires: [
            De "Die Firma [stellt](modality planned) im Herbst 2016 300 Leute [ein](modality planned).",
            En "The firm [opens](modality planned) 300 shops in 2016.",
        ],
        silent: [
            De "Die Firma stellte im Herbst 2014 300 Leute ein.",
            En "The firm opened 300 shops in 2014.",
        ],
    }

    /// "Can", "may", "could" and "might" tell what is possible, unless a condition stands beside them.
    CAN = "fact.modality.can" {
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
    MANAGED = "fact.modality.managed" {
        pattern: "clause with \"konnte\"",
        languages: [De],
        fires: [De "Die Firma [konnte](modality asserted) 300 Leute [einstellen](modality asserted)."],
        silent: [De "Die Firma könnte 300 Leute einstellen."],
    }

    /// "Want to", "is due to" and "soll" in the present tense tell what is planned.
    WANT = "fact.modality.want" {
        pattern: "clause with \"want to\" | \"be due to\" in the present tense",
        fires: [
            De "Die Firma [will](modality planned) 300 Leute [einstellen](modality planned).",
            En "The firm [wants](modality planned) to [hire](modality planned) 300 people.",
        ],
        silent: [
            De "Die Firma wollte 300 Leute einstellen.",
            En "The firm wanted to hire 300 people.",
        ],
    }

    /// "Soll" with an infinitive of the past tells hearsay.
    HEARSAY = "fact.modality.hearsay" {
        pattern: "\"soll\" | \"will\" in the present tense + infinitive of the past",
        languages: [De],
        fires: [
            De "Der Mann [soll](modality reported) 300 Leute [betrogen](modality reported) [haben](modality reported).",
        ],
        silent: [
            De "Der Mann soll 300 Leute betrügen.",
        ],
    }

    /// Konjunktiv I, the mood of reported speech.
    SUBJUNCTIVE = "fact.modality.subjunctive" {
        pattern: "clause with a verb in Konjunktiv I",
        languages: [De],
        fires: [De "Die Firma [habe](modality reported) 300 Leute [eingestellt](modality reported)."],
        silent: [De "Die Firma hat 300 Leute eingestellt."],
    }

    /// What goes on behind "and" with the infinitive of a plan is planned as well.
    SHARED_PLAN = "fact.modality.shared-plan" {
        pattern: "clause with a verb of planning | \"be\" + infinitive + \"and\" + infinitive",
        languages: [En],
        fires: [
            En "The firm is to close the plant and [dismiss](modality planned) 300 people.",
        ],
        silent: [
            En "The firm began to close the plant and dismissed 300 people.",
        ],
    }

    /// What something is said not to mean may be so or not.
    NOT_MEANT = "fact.modality.not-meant" {
        pattern: "negated \"mean\" | \"it is so\" + \"that\" + clause",
        fires: [
            De "Es ist nicht so, dass 300 Leute [kamen](modality possible).",
            De "Das bedeutet nicht, dass 300 Leute [kamen](modality possible).",
            En "The vote does not mean that 300 people [came](modality possible).",
        ],
        silent: [
            De "Das bedeutet, dass 300 Leute kamen.",
            En "The vote means that 300 people came.",
        ],
    }

    /// What somebody demands or wishes, or what is prevented, may be so or not.
    WANTED = "fact.modality.wanted" {
        pattern: "verb of demanding | wishing | preventing + \"that\" + clause",
        fires: [
            De "Die Partei forderte, dass die Firma 300 Leute [entlässt](modality possible).",
            De "Es soll verhindert werden, dass 300 Leute [kommen](modality possible).",
            En "The party demanded that 300 people [leave](modality possible).",
        ],
        silent: [
            De "Die Partei sah, dass die Firma 300 Leute entlässt.",
            De "Die Partei forderte Geld, weil die Firma 300 Leute entlässt.",
            En "The party saw that 300 people left.",
        ],
    }

    /// What stands in a statement, and is neither planned nor possible nor under a condition.
    STATEMENT = "fact.modality.statement" {
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
}

/// A modality with the rule that tells it.
type Told = (Modality, &'static Rule);

/// The modality of what a clause says; without a clause, that of a figure which only describes a noun. What is planned,
/// conditional or possible stays so in somebody's words. The rule that tells it is added to those that took part.
pub(super) fn of(
    context: &Context<'_, '_, '_>,
    clause: Option<usize>,
    statement: Option<StatementId>,
    time: Option<&FactTime>,
    rules: &mut Rules,
) -> Modality {
    let statement = statement.and_then(|id| context.statement(id));
    let found = |at: usize| context.clauses.get(at).and_then(|clause| Some((at, clause, clause.verb.as_ref()?)));
    let told = clause.and_then(found).and_then(|(at, clause, verb)| {
        condition(context, at, clause, verb).or_else(|| told(context, at, clause, verb, statement, time))
    });
    let may = || clause.is_some_and(|at| may_be(context, at));
    let not_meant = || clause.is_some_and(|at| is_not_meant(context, at));
    let wanted = || clause.is_some_and(|at| is_wanted(context, at));
    let told = match told {
        None | Some((Modality::Reported, _)) if not_meant() => Some((Modality::Possible, &NOT_MEANT)),
        None | Some((Modality::Reported, _)) if wanted() => Some((Modality::Possible, &WANTED)),
        None | Some((Modality::Reported, _)) if may() => Some((Modality::Possible, &PERHAPS)),
        told => told.or(statement.map(|_| (Modality::Reported, &STATEMENT))),
    };
    let Some((modality, rule)) = told else {
        return Modality::Asserted;
    };
    rules.push(rule);
    modality
}

/// What tense, mood and modal verb of a clause tell.
fn told(
    context: &Context<'_, '_, '_>,
    at: usize,
    clause: &Clause,
    verb: &VerbGroup,
    statement: Option<&Statement<'_>>,
    time: Option<&FactTime>,
) -> Option<Told> {
    // "dürfte kommen"
    if verb.conditional && !matches!(verb.modal, Some(Modal::Can | Modal::May)) {
        // "würden gestellt", "would have to reckon"
        let indirect = statement.is_some_and(|statement| statement.style != StatementStyle::Direct);
        return Some(if indirect { (Modality::Reported, &REPORTED_WOULD) } else { (Modality::Conditional, &WOULD) });
    }
    if clause.kind == ClauseKind::Infinitive {
        return infinitive(context, at, clause);
    }
    if decides(context, at, verb) {
        return Some((Modality::Planned, &PLANNED_INFINITIVE));
    }
    let present = verb.tense == Tense::Present;
    // "soll den Umbau vorgenommen haben"
    let shall = matches!(verb.modal, Some(Modal::Want | Modal::Shall)) && present;
    if shall && context.speaks(&HEARSAY, clause.sentence) && is_hearsay(context, verb) {
        return Some((Modality::Reported, &HEARSAY));
    }
    // "could plan an attack" is no plan yet.
    let may = matches!(verb.modal, Some(Modal::Can | Modal::May));
    if let Some(rule) = plan(context, verb).filter(|_| !may) {
        return Some((Modality::Planned, rule));
    }
    let free = context.analysis.profile(clause.sentence).verb_final;
    let only_seems = if free { verb.seems(context.analysis) } else { seems(context, verb) };
    if only_seems {
        return Some((Modality::Possible, &SEEMS));
    }
    if context.speaks(&BELIEVED, clause.sentence) && is_believed(context, verb) {
        return Some((Modality::Reported, &BELIEVED));
    }
    if context.speaks(&SHARED_PLAN, clause.sentence) && shares_plan(context, at, clause, verb) {
        return Some((Modality::Planned, &SHARED_PLAN));
    }
    match verb.modal {
        _ if verb.tense == Tense::Future => {
            // "he assumes that the party will fall below five per cent"
            let expected = statement.is_some_and(|statement| is_thought(context, statement));
            Some(if expected { (Modality::Reported, &EXPECTATION) } else { (Modality::Planned, &FUTURE) })
        }
        None if present && !verb.reported && is_to_come(context, time) => Some((Modality::Planned, &TO_COME)),
        Some(Modal::Can) if is_past(verb) && context.speaks(&MANAGED, clause.sentence) => {
            Some((Modality::Asserted, &MANAGED))
        }
        Some(Modal::Can | Modal::May) => Some((Modality::Possible, &CAN)),
        _ if shall => Some((Modality::Planned, &WANT)),
        _ => verb.reported.then_some((Modality::Reported, &SUBJUNCTIVE)),
    }
}

/// "is to alter the packaging | and change the colour": an infinitive alone behind that of a plan.
fn shares_plan(context: &Context<'_, '_, '_>, at: usize, clause: &Clause, verb: &VerbGroup) -> bool {
    let senses = || context.analysis.senses_of(verb.head, Class::Verb);
    let base = verb.tokens.len() == 1 && senses().any(|sense| sense.form.has(Form::INFINITIVE));
    let before = at.checked_sub(1).and_then(|at| context.clauses.get(at)).filter(|_| base && clause.coordinate);
    let before = before.filter(|before| before.sentence == clause.sentence).and_then(|before| before.verb.as_ref());
    before.is_some_and(|before| governing(context, before).is_some() && plan(context, before).is_some())
}

/// "did not mean | that he came", "es ist nicht so, | dass er kam"
fn is_not_meant(context: &Context<'_, '_, '_>, at: usize) -> bool {
    const MEANS: &[&str] = &["guarantee", "mean"];
    let analysis = context.analysis;
    let governing = holds(context, at);
    let it = |subject: &std::ops::Range<usize>| subject.len() == 1 && analysis.is_pronoun(subject.start, Pronoun::It);
    let is = governing.is_some_and(|holds| holds.subject.as_ref().is_some_and(it));
    let verb = governing.and_then(|holds| holds.verb.as_ref());
    // "es ist nicht das erste Mal, dass er kam"
    let noun = || governing.is_some_and(|holds| object::of_event(context, holds).direct);
    let denied = |verb: &VerbGroup| verb.means(analysis, MEANS) || is && role::is_copula(analysis, verb) && !noun();
    verb.is_some_and(|verb| verb.negated && denied(verb))
}

/// "forderte, dass er kommt", "prevented that he came and | that she left"
fn is_wanted(context: &Context<'_, '_, '_>, at: usize) -> bool {
    /// How many clauses may be joined.
    const MOST: usize = 3;
    const WANTS: &[&str] = &["appeal", "avoid", "demand", "plead", "prevent", "request", "urge", "wish"];
    let mut governing = holds(context, at);
    for back in 1..MOST {
        let joined = governing.is_some_and(|clause| clause.kind == ClauseKind::Subordinate(Subordinator::That));
        governing = if joined { at.checked_sub(back).and_then(|at| holds(context, at)) } else { governing };
    }
    // "Bitte beachten Sie, dass …"
    let verb = governing.and_then(|clause| clause.verb.as_ref().filter(|verb| verb.finite > clause.extent().start));
    verb.is_some_and(|verb| verb.means(context.analysis, WANTS))
}

/// The clause whose content one with "that" is: the one before it.
fn holds<'c>(context: &Context<'c, '_, '_>, at: usize) -> Option<&'c Clause> {
    let clause = context.clauses.get(at)?;
    let before = context.clauses.get(at.checked_sub(1)?)?;
    let content = clause.kind == ClauseKind::Subordinate(Subordinator::That) && before.sentence == clause.sentence;
    content.then_some(before)
}

fn is_past(verb: &VerbGroup) -> bool {
    verb.tense == Tense::Past && !verb.conditional && !verb.reported
}

/// Whether a clause says by an adverb that something may be so.
fn may_be(context: &Context<'_, '_, '_>, at: usize) -> bool {
    /// How many tokens of a clause are looked at: every fact in it asks.
    const NEAR: usize = 60;
    context.clauses.get(at).is_some_and(|clause| {
        let classes = clause.pieces.iter().flat_map(|piece| context.analysis.lexed.classes_in(piece.clone()));
        classes.take(NEAR).any(|classes| classes.has(Class::PossibleAdverb))
    })
}

/// Whether the clause is a condition, stands right beside one, or names one: "im Falle einer Verurteilung".
fn condition(context: &Context<'_, '_, '_>, at: usize, clause: &Clause, verb: &VerbGroup) -> Option<Told> {
    let is_if = |clause: &Clause| clause.kind == ClauseKind::Subordinate(Subordinator::If);
    // "if the court finds that the firm lied"
    let found = || holds(context, at).is_some_and(is_if);
    // "even if": what is told beside it is so all the same.
    let even_if = || {
        let first = clause.extent().start;
        let means = |at: usize| context.analysis.is_subordinator(at, Subordinator::If);
        clause.kind == ClauseKind::Subordinate(Subordinator::Although) && means(first)
    };
    let as_if = clause.kind == ClauseKind::Subordinate(Subordinator::AsIf);
    let verb_first = || is_verb_first(context, at) && !context.says(verb);
    if is_if(clause) || as_if || even_if() || found() || verb_first() {
        return Some((Modality::Conditional, &IF));
    }
    if verb.tense == Tense::Past && !verb.conditional {
        return None;
    }
    let analysis = context.analysis;
    let named = clause.tokens().take(40).any(|token| analysis.is_adposition(token, Adposition::InCase));
    if named {
        return Some((Modality::Conditional, &IN_CASE));
    }
    let is_beside = |at: Option<usize>| {
        at.and_then(|at| context.clauses.get(at)).is_some_and(|other| other.sentence == clause.sentence && is_if(other))
    };
    let beside = clause.kind == ClauseKind::Main
        && (is_beside(at.checked_sub(1)) || is_beside(Some(at + 1)) || at > 0 && is_verb_first(context, at - 1))
        && !context.says(verb);
    beside.then_some((Modality::Conditional, &BESIDE_IF))
}

/// "Tritt er zurück, | wählt der Rat den Nachfolger": a clause that begins with its verb right before another that does, where a
/// statement has the verb second.
fn is_verb_first(context: &Context<'_, '_, '_>, at: usize) -> bool {
    let analysis = context.analysis;
    let first = |clause: &&Clause| clause.kind == ClauseKind::Main && !clause.coordinate && clause.begins_with_verb();
    let (Some(clause), Some(next)) = (context.clauses.get(at), context.clauses.get(at + 1)) else {
        return false;
    };
    let start = clause.extent().start;
    analysis.profile(clause.sentence).verb_final
        && next.sentence == clause.sentence
        && analysis.begins_sentence(start)
        && first(&clause)
        && first(&next)
        && analysis.word(next.extent().start.wrapping_sub(1)) == ","
        && clause.verb.as_ref().is_some_and(|verb| verb.tense == Tense::Present)
        && next.verb.as_ref().is_some_and(|verb| !context.says(verb))
}

/// The concepts of verbs that say of what is to come that it will be so.
const EXPECTS: &[&str] = &["expect", "hope", "predict"];

/// "plans to hire", "is to open", "is expected to cost": a verb of planning in the group, or "be" and an infinitive.
fn plan(context: &Context<'_, '_, '_>, verb: &VerbGroup) -> Option<&'static Rule> {
    let analysis = context.analysis;
    let any = |tokens: &[usize], kind: VerbKind| {
        tokens.iter().flat_map(|token| analysis.senses_of(*token, Class::Verb)).any(|sense| {
            !sense.form.has_any(Form(Form::ATTRIBUTIVE.0 | Form::WANTS_PREFIX.0))
                && analysis.verb_kind(*sense) == Some(kind)
        })
    };
    // "plant den Bau zu beginnen": where the infinitive needs no comma, the finite verb plans.
    let finite = [verb.finite];
    let plans = || verb.head != verb.finite && any(&finite, VerbKind::Plan);
    if context.verb_kind(verb) == Some(VerbKind::Plan) || plans() {
        return Some(&PLAN);
    }
    // With a dependent infinitive the verbs before it say how far it is.
    let (before, infinitive) = governing(context, verb)?;
    let be_to = before.len() == 1
        && analysis.is(verb.finite, Class::Auxiliary)
        && infinitive.first() == Some(&(verb.finite + 1));
    if be_to && verb.tense == Tense::Present {
        return Some(&BE_TO);
    }
    if any(before, VerbKind::Plan) {
        return Some(&PLAN);
    }
    let expects = |token: &usize| analysis.senses_of(*token, Class::Verb).any(|sense| analysis.means(*sense, EXPECTS));
    let past =
        infinitive.len() > 2 && infinitive.get(1).is_some_and(|next| analysis.is_auxiliary(*next, Auxiliary::Have));
    (before.len() > 1 && before.iter().any(expects) && !past).then_some(&EXPECTED)
}

/// "is believed | to have killed": the tokens of a verb before those of the infinitive that it governs.
fn governing<'v>(context: &Context<'_, '_, '_>, verb: &'v VerbGroup) -> Option<(&'v [usize], &'v [usize])> {
    let to = |token: &usize| *token != verb.finite && context.analysis.is_adposition(*token, Adposition::To);
    Some(verb.tokens.split_at(verb.tokens.iter().position(to)?))
}

/// Whether a passive says what is thought or told of somebody: "is believed to have killed".
fn is_believed(context: &Context<'_, '_, '_>, verb: &VerbGroup) -> bool {
    let analysis = context.analysis;
    let says = |sense: &Sense| matches!(analysis.verb_kind(*sense), Some(VerbKind::Think | VerbKind::Say));
    let told = |token: &usize| {
        analysis.has_form(*token, Class::Verb, Form::PARTICIPLE) && analysis.senses_of(*token, Class::Verb).any(says)
    };
    governing(context, verb).is_some_and(|(before, _)| before.len() > 1 && before.iter().any(told))
}

/// "seems | to have sold", "threatens | to close"
fn seems(context: &Context<'_, '_, '_>, verb: &VerbGroup) -> bool {
    const SEEMS: &[&str] = &["appear", "seem", "threaten"];
    let means = |token: &usize| {
        let mut senses = context.analysis.senses_of(*token, Class::Verb);
        senses.any(|sense| context.analysis.means(*sense, SEEMS))
    };
    governing(context, verb).is_some_and(|(before, _)| before.last().is_some_and(means))
}

/// "soll … verlassen haben", "soll … getötet worden sein": an infinitive of the past is hearsay.
fn is_hearsay(context: &Context<'_, '_, '_>, verb: &VerbGroup) -> bool {
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

/// An infinitive clause is as sure as what governs it: a verb of planning, or a noun such as "the decision to".
fn infinitive(context: &Context<'_, '_, '_>, at: usize, clause: &Clause) -> Option<Told> {
    let start = clause.extent().start;
    let governing = context.clauses.get(at.checked_sub(1)?).filter(|other| other.sentence == clause.sentence)?;
    let verb = governing.verb.as_ref()?;
    if verb.finite > start {
        return Some((Modality::Planned, &INFINITIVE_OF_NOUN));
    }
    let planned = plan(context, verb).is_some() || decides(context, at - 1, verb);
    planned.then_some((Modality::Planned, &PLANNED_INFINITIVE))
}

/// "beschloss, das Werk zu schließen": whether a decision has what is decided in the infinitive clause right behind it.
pub(super) fn decides(context: &Context<'_, '_, '_>, at: usize, verb: &VerbGroup) -> bool {
    let (clause, next) = (context.clauses.get(at), context.clauses.get(at + 1));
    clause.zip(next).is_some_and(|(clause, next)| {
        !verb.passive
            && verb.means(context.analysis, &["decide"])
            && next.kind == ClauseKind::Infinitive
            && next.sentence == clause.sentence
            && next.extent().start <= clause.extent().end + 1
    })
}

/// Whether a verb of thinking introduces the statement.
fn is_thought(context: &Context<'_, '_, '_>, statement: &Statement<'_>) -> bool {
    let cue = statement.cue.as_ref().and_then(|cue| cue.spans.first());
    cue.and_then(|span| context.clause_of(context.analysis.token_at(span.start)))
        .and_then(|clause| context.verb_kind(clause.verb.as_ref()?))
        .is_some_and(|kind| kind == VerbKind::Think)
}

/// Whether a time lies after the document's date.
fn is_to_come(context: &Context<'_, '_, '_>, time: Option<&FactTime>) -> bool {
    match (time.and_then(|time| time.begin.as_ref()), context.answer.date) {
        (Some(begin), Some(date)) => begin.date() > date,
        _ => false,
    }
}
