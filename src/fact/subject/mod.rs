//! The subject of a fact.

mod counted;
mod entity;

use std::borrow::Cow;
use std::ops::Range;

use self::counted::{group_of, is_counted};
use super::choice::Choice;
use super::context::Context;
use super::memo::Memo;
use super::{completing, role};
use crate::answer::{Figure, Reference, Rule, Span};
use crate::clause::{Clause, ClauseKind, VerbGroup, agrees, is_plural, is_thing, noun_phrase};
use crate::lexicon::class::{Adposition, Coordinator, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Analysis;
use crate::reading::verb::gives_name;
use crate::rule::rules;
use crate::text::{Shape, TokenKind};

rules! {
    reads: fn();

    /// The grammatical subject of the clause, as it stands.
    CLAUSE = "fact.subject.clause" {
        pattern: "clause with a subject of its own",
        fires: [
            De "[Die Behörde](subject) erhielt 37 Berichte.",
            En "[The agency](subject) received 37 reports.",
        ],
        silent: [
            De "Es gab 37 Berichte.",
            En "There were 37 reports.",
        ],
    }

    /// The subject of a relative clause whose pronoun is its subject: the noun phrase that the pronoun stands for.
    ANTECEDENT = "fact.subject.antecedent" {
        pattern: "noun phrase + relative clause without another subject",
        fires: [
            De "[Die Behörde](subject), die 37 Berichte erhielt, schweigt.",
            En "[The police](subject), who arrested 37 people on Monday, gave no names.",
        ],
        silent: [
            De "37 Berichte, die die Behörde erhielt, fehlen.",
            En "The police gave no names and arrested 37 people.",
        ],
    }

    /// Who does what an infinitive says: whom the clause before asks to do it, else the subject of that clause.
    INFINITIVE = "fact.subject.infinitive" {
        pattern: "clause with a subject + infinitive clause",
        fires: [
            De "[Die Behörde](subject) beschloss, 37 Berichte zu prüfen.",
            En "The agency asked [the firm](subject) to examine 37 reports.",
        ],
        silent: [
            De "Die Behörde beschloss die Prüfung der 37 Berichte.",
            En "The agency asked the firm for 37 reports.",
        ],
    }

    /// Who or what does or suffers what a participle says: the noun right before it, else what the clause around it is about.
    PARTICIPLE = "fact.subject.participle" {
        pattern: "clause with a subject … [noun] + participle + object | preposition",
        languages: [En],
        fires: [
            En "[The agency](subject) closed on Monday, dismissing 37 people.",
            En "The agency expects [waves](subject) reaching 37 metres.",
        ],
        silent: [
            En "The agency closed on Monday and dismissed 37 people.",
        ],
    }

    /// The subject that a clause without its own shares with the one before.
    SHARED = "fact.subject.shared" {
        pattern: "clause with a subject + \"and\" | comma + verb",
        fires: [
            De "[Die Läuferin](subject) stürzte im Finale und belegte den elften Platz.",
            En "[The agency](subject) kept silent and examined 37 reports.",
        ],
        silent: [
            De "Die Läuferin stürzte im Finale, und ihre Schwester belegte den elften Platz.",
            En "The agency kept silent, and the firm examined 37 reports.",
        ],
    }

    /// What an impersonal verb of happening brings up: the noun phrase behind "to".
    INTRODUCED = "fact.subject.introduced" {
        pattern: "\"es\" + verb of happening … \"zu\" + noun phrase",
        languages: [De],
        fires: [
            De "Am Freitag kam es zu [einem Streit](subject) zwischen zwei Gruppen.",
        ],
        silent: [
            De "Am Freitag kam er zu einem Streit zwischen zwei Gruppen.",
            De "Es kamen 200 Gäste zu dem Fest.",
        ],
    }

    /// Who succeeds in doing what an infinitive clause says, where "it" is the subject: a dative before the verb or behind that.
    SUCCEEDING = "fact.subject.succeeding" {
        pattern: "dative + \"gelingen\" + \"es\" + infinitive clause",
        languages: [De],
        fires: [
            De "[Den Forschern](subject) gelang es, das Virus zu isolieren.",
            De "Es gelang [der Polizei](subject) nicht, den Täter zu fassen.",
        ],
        silent: [
            De "Den Forschern gelang die Arbeit.",
            De "Es gelang, das Virus zu isolieren.",
        ],
    }

    /// An "it" that stands for nothing is no subject: with "be" alone, or with a verb that only says that something is
    /// there.
    EXPLETIVE = "fact.subject.expletive" {
        pattern: "\"it\" + \"be\" | verb of happening",
        fires: [
            De "Es gab [52](figure) Anträge.",
            En "It was [52 degrees](figure) in Bern.",
        ],
        silent: [
            De "Es erhielt 52 Anträge.",
            En "It reached 52 degrees in Bern.",
        ],
    }

    /// The subject of a clause that leaves its verb out: what is told of it stands in the place of the amount before.
    GAPPED = "fact.subject.gapped" {
        pattern: "clause with a verb + comma | \"and\" + noun phrase + figure",
        fires: [
            De "Die Grünen kommen auf 12 Prozent, [die Liberalen](subject) auf 9.",
            En "The Greens won 12 seats, [the Liberals](subject) nine.",
            De "Bern erzielt einen Umsatz von 750 Millionen Euro, [Basel](subject) von 500 Millionen.",
            En "Siemens has a turnover of 750 million euros, and [Bosch](subject) of 500 million.",
        ],
        silent: [
            De "Bern erzielt einen Umsatz von 750 Millionen Euro, einen Gewinn von 500 Millionen.",
            En "Siemens has a turnover of 750 million euros, and a profit of 500 million.",
        ],
    }

    /// The group that a figure's noun makes up, where it is the subject.
    GROUP = "fact.subject.group" {
        pattern: "group noun + \"of\" + figure + noun, as the subject",
        fires: [
            De "[Eine Gruppe](subject) von 28 Migranten erreichte Bern.",
            En "[A group](subject) of 28 migrants reached Bern.",
        ],
        silent: [
            De "28 Migranten erreichten eine Gruppe.",
            En "28 migrants reached a group.",
        ],
    }

    /// Whose age it is that describes somebody: a name in the same phrase or beside it, or the only person around whom "the
    /// 17-year-old" can mean. The phrase is no subject, so the text stays empty and only the entity is told.
    AGED = "fact.subject.aged" {
        pattern: "age + noun + name | name + ( age ) | definite article + age as a noun",
        fires: [
            De "Die [17-jährige](figure) Fahrerin Anna Weber wurde in Graz verletzt.",
            De "Anna Weber siegte in Graz. Danach lachte die [17-Jährige](figure).",
            En "The [17-year-old](figure) driver Anna Weber was injured in Graz.",
            En "Anna Weber won in Graz. The [17-year-old](figure) was happy.",
        ],
        silent: [
            De "Die [17-jährige](figure) Fahrerin wurde in Graz verletzt.",
            En "The [17-year-old](figure) driver was injured in Graz.",
        ],
    }

    /// Where the subject is what the figure counts, the fact has no subject besides. What is measured ("the rate is 5
    /// percent") is one.
    COUNTED = "fact.subject.counted" {
        pattern: "subject that holds the figure or the counted noun behind it",
        fires: [
            De "[37](figure) Berichte gingen ein.",
            En "[37](figure) reports came in.",
        ],
        silent: [
            De "Die Quote erreichte 37 Prozent.",
            En "The rate reached 37 percent.",
        ],
    }
}

/// How far into a clause "es kam zu …" is looked for, in tokens.
const NEAR: usize = 60;

/// Who or what the clause says it of; nothing where that is the counted noun itself.
pub(super) fn of<'t>(
    context: &Context<'_, '_, 't>,
    memo: &mut Memo<'t>,
    at: usize,
    figure: &Figure<'t>,
    tokens: &Range<usize>,
) -> Choice<Reference<'t>> {
    let chosen = of_clause(context, memo, at);
    let Some(subject) = &chosen.value else {
        return chosen;
    };
    if let Some(group) = group_of(context, subject.span, tokens) {
        return Choice::of(context.reference(group), &GROUP);
    }
    if is_counted(context, figure, subject.span, tokens) {
        return Choice::empty(&COUNTED);
    }
    chosen
}

/// Whose age a figure is that describes somebody.
pub(super) fn of_age<'t>(
    context: &Context<'_, '_, 't>,
    figure: &Figure<'t>,
    tokens: &Range<usize>,
) -> Choice<Reference<'t>> {
    let analysis = context.analysis;
    let first = tokens.start - usize::from(is_determined(analysis, tokens.start));
    let phrase = noun_phrase(analysis, first, analysis.tokens.len()).filter(|end| *end >= tokens.end);
    let counted = figure.of.as_ref().and_then(|of| context.person_at(of.span));
    // "der 50-jährige Moderator | Michael Strahan"
    let behind = || context.person_at(analysis.span(phrase?..phrase? + 1));
    // "Anna Weber (45)", "Anna Weber, 45 Jahre alt,"
    let beside = || {
        // "Anna Weber, aged 45,"
        let cue = tokens.start.checked_sub(1).filter(|cue| analysis.is(*cue, Class::AgeCue));
        let mark = cue.unwrap_or(tokens.start).checked_sub(1).filter(|mark| *mark > 0)?;
        let opens = analysis.kind(mark) == TokenKind::Open || analysis.word(mark) == ",";
        context.person_at(analysis.span(mark - 1..mark)).filter(|_| opens)
    };
    let described = || context.entity_of(first..phrase?).filter(|id| context.is_person(*id));
    let entity = counted.or_else(beside).or_else(described).or_else(behind);
    let span = Span { start: figure.span.start, end: figure.span.start };
    Choice::of(entity.map(|id| Reference { span, text: Cow::Borrowed(""), entity: Some(id) }), &AGED)
}

/// Whether a determiner stands right before a token.
fn is_determined(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| analysis.is_any(before, groups::DETERMINER))
}

/// The subject of a clause, for all facts in it.
pub(super) fn of_clause<'t>(context: &Context<'_, '_, 't>, memo: &mut Memo<'t>, at: usize) -> Choice<Reference<'t>> {
    memo.subject(at, || context.clauses.get(at).map_or(Choice::OPEN, |clause| find(context, clause)))
}

/// The subject that a clause has, with its entity; "es kam zu einem Streit" is about the quarrel, and an "it" that stands
/// for nothing is none.
fn find<'t>(context: &Context<'_, '_, 't>, clause: &Clause) -> Choice<Reference<'t>> {
    let Some((first, subject)) =
        clause.subject.clone().and_then(|tokens| Some((tokens.start, context.reference(tokens)?)))
    else {
        return Choice::OPEN;
    };
    if !is_whole(context, &subject) {
        return Choice::OPEN;
    }
    // "Austria, Italy and the Netherlands", "Weder Bern noch Basel": none of them alone.
    if context.is_list(subject.span) || context.analysis.is_coordinator(first, Coordinator::Nor) {
        return Choice::new(Reference { entity: None, ..subject }, shared_by(clause, first));
    }
    let entity = entity::of(context, clause, &subject);
    let subject = Reference { entity, ..subject };
    let rule = shared_by(clause, first);
    let Some(verb) = clause.verb.as_ref().filter(|_| is_expletive(context, &subject)) else {
        return Choice::new(subject, rule);
    };
    if let Some(whom) = whom(context, clause, verb, first) {
        return Choice::of(context.reference(whom), &SUCCEEDING);
    }
    if context.verb_kind(verb) == Some(VerbKind::Occur) {
        // "Es gab 58 Anfragen zu Konten": what there is is its object.
        // "Es kamen 200 Gäste zu dem Fest"
        let comes = verb.means(context.analysis, &["come"])
            && !is_plural(context.analysis, verb)
            && context.speaks(&INTRODUCED, clause.sentence);
        let introduced = introduced(context, clause).filter(|_| comes);
        return introduced
            .map_or(Choice::empty(&EXPLETIVE), |phrase| Choice::of(context.reference(phrase), &INTRODUCED));
    }
    // "Es entstand ein Schaden von 500 Euro", "Es fielen 30 Liter Regen": what follows is what it says it of.
    let announces = context.analysis.profile(clause.sentence).verb_final
        && clause.kind == ClauseKind::Main
        && first + 1 == verb.finite
        && noun_phrase(context.analysis, verb.finite + 1, clause.extent().end).is_some_and(|end| {
            let next = verb.finite + 1..end;
            let alone =
                context.verb_kind(verb) == Some(VerbKind::Alone) && agrees(context.analysis, verb, next.clone());
            is_thing(context.analysis, next) && (alone || is_plural(context.analysis, verb))
        });
    if announces {
        return Choice::empty(&EXPLETIVE);
    }
    if role::is_copula(context.analysis, verb) { Choice::empty(&EXPLETIVE) } else { Choice::new(subject, rule) }
}

/// Where a clause has its subject from.
fn shared_by(clause: &Clause, subject: usize) -> &'static Rule {
    match clause.kind {
        _ if clause.is_gapped() => &GAPPED,
        _ if clause.holds(subject) => &CLAUSE,
        ClauseKind::Infinitive => &INFINITIVE,
        ClauseKind::Participle => &PARTICIPLE,
        ClauseKind::Relative if !clause.coordinate => &ANTECEDENT,
        _ => &SHARED,
    }
}

/// Whether a phrase is what it seems, with no clause inside that was not cut out: "the firm warned profits", "the rate rises
/// and if it".
fn is_whole(context: &Context<'_, '_, '_>, subject: &Reference<'_>) -> bool {
    const OTHER: ClassSet = ClassSet::of(&[
        Class::Noun,
        Class::Role,
        Class::Adjective,
        Class::Adposition,
        Class::Adverb,
        Class::Coordinator,
        Class::RelativePronoun,
    ]);
    const CLAUSAL: ClassSet = ClassSet::of(&[Class::Subordinator, Class::Verb]);
    /// How many tokens are looked at.
    const NEAR: usize = 24;
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(subject.span);
    // "das Umschalten klappt": a word that no dictionary knows ends no phrase where nouns have capitals.
    let last = tokens.end - 1;
    let unknown = tokens.len() > 1
        && analysis.shape(last) == Shape::Lower
        && analysis.lexed.classes(last).has_none()
        && analysis.kind(last) == TokenKind::Word
        && analysis.profile(analysis.sentence_of(last)).capital_nouns;
    // "what France sold | and *bought* was …": a verb's form alone.
    let verb = tokens.len() == 1
        && analysis.shape(last) == Shape::Lower
        && analysis.has_form(last, Class::Verb, Form::PAST)
        && !analysis.is_any(last, OTHER.or(&[Class::Pronoun, Class::Quantifier, Class::Demonstrative]));
    if unknown || verb {
        return false;
    }
    let says = |sense: &Sense| sense.form.has(Form::PAST) && analysis.verb_kind(*sense) == Some(VerbKind::Say);
    let first = tokens.start;
    // "watching | them | lose"
    let gerund = || analysis.has_form(first, Class::Verb, Form::GERUND) && !analysis.is_any(first, groups::NOUN);
    if tokens.len() == 2 && analysis.is(first + 1, Class::Pronoun) && gerund() {
        return false;
    }
    // "The party wants | taxes": a present tense alone.
    let medial = || !analysis.profile(analysis.sentence_of(first)).verb_final;
    let wants = |at: usize| {
        let present = |sense: &Sense| sense.class == Class::Verb && sense.form == Form::PRESENT.and(Form::SINGULAR);
        analysis.senses(at).iter().all(present) && medial()
    };
    !tokens.skip(1).take(NEAR).any(|at| {
        analysis.is_any(at, CLAUSAL)
            && analysis.shape(at) == Shape::Lower
            && !analysis.is_any(at, OTHER)
            && (analysis.is(at, Class::Subordinator) || wants(at) || analysis.senses_of(at, Class::Verb).any(says))
            && gives_name(analysis, at, first).is_none()
            // "Hardy's *reported* views", "the most *requested* books"
            && !analysis.is_possessive(at - 1, first)
            && !analysis.is(at - 1, Class::Indefinite)
    })
}

/// "es", "it": what can stand for nothing; "das" and "this" point at something.
fn is_expletive(context: &Context<'_, '_, '_>, subject: &Reference<'_>) -> bool {
    const POINTS: ClassSet = ClassSet::of(&[Class::Article, Class::Demonstrative, Class::Deictic]);
    let tokens = context.analysis.tokens_of(subject.span);
    context.analysis.is_it(&tokens) && !context.analysis.is_any(tokens.start, POINTS)
}

/// "Den Forschern gelang es, …", "Dann gelang es | den Forschern, …": who did what an infinitive clause says, in front of the verb
/// or behind the subject that stands for that.
fn whom(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup, it: usize) -> Option<Range<usize>> {
    let analysis = context.analysis;
    let succeeds = clause.kind == ClauseKind::Main
        && context.speaks(&SUCCEEDING, clause.sentence)
        && verb.means(analysis, role::SUCCEEDS)
        && completing::infinitive_behind(context, clause).is_some();
    if !succeeds {
        return None;
    }
    let end = clause.extent().end;
    let phrase = |at: usize| {
        let phrase = at..noun_phrase(analysis, at, end)?;
        (is_thing(analysis, phrase.clone()) && !context.is_time(analysis.span(phrase.clone()))).then_some(phrase)
    };
    let front = clause.extent().start;
    let fronted = phrase(front).filter(|phrase| phrase.end == verb.finite && front != it);
    fronted.or_else(|| phrase(it.max(verb.finite) + 1))
}

/// "Es kam zu einem Streit zwischen zwei Gruppen": the noun phrase behind "to".
fn introduced(context: &Context<'_, '_, '_>, clause: &Clause) -> Option<Range<usize>> {
    let analysis = context.analysis;
    let near = clause.pieces.iter().flat_map(|piece| piece.clone().map(|token| (token, piece.end))).take(NEAR);
    for (token, end) in near {
        let to = analysis.senses_of(token, Class::Adposition).find(|sense| sense.value == Adposition::To as u32);
        if let Some(to) = to.filter(|_| !analysis.is_adposition(token, Adposition::After)) {
            let start = token + usize::from(to.length);
            return Some(start..noun_phrase(analysis, start, end)?);
        }
    }
    None
}
