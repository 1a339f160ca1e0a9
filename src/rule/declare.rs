//! How rules are declared.
#![allow(clippy::indexing_slicing, reason = "a loop over the slices, in a constant")]

use super::gate::Digits;
use crate::lexicon::Class;

/// Declares the rules of a file: a [`Rule`](crate::answer::Rule) for each, and `RULES`, which lists them with what they
/// begin at and the function that reads them.
///
/// ```text
/// rules! {
///     reads: Read;
///
///     /// A day by its weekday.
///     pub(super) WEEKDAY = "time.weekday" {
///         pattern: "weekday [day of the month] [time of day]",
///         languages: [De, En],        // left out: any
///         precedence: 1,              // left out: 0
///         begins: [Weekday],          // left out, with the rest: it goes on from another rule; or the name of a slice
///         digits: [Marked],           //   forms of digits that may begin it, or the name of a slice
///         near: [Month],              //   one of these stands at its first token or soon behind
///         marked: true,               //   … unless its digits have a mark or letters
///         read: weekday,
///         fires: [De "Am [Montag](DATE 2015-06-08) kam er.", En "It came on [Monday](DATE 2015-06-08)."],
///         silent: [De "Sie heißt Sonntag.", En "The Sunday Times wrote it."],
///     }
/// }
/// ```
///
/// The documentation becomes that of the catalogue. Examples are read with the document date 2015-06-10, a Wednesday.
macro_rules! rules {
    (
        reads: $function:ty;
        $(
            $(#[doc = $doc:literal])+
            $vis:vis $rule:ident = $name:literal {
                pattern: $pattern:literal,
                $(languages: [$($lang:ident),+ $(,)?],)?
                $(precedence: $precedence:literal,)?
                $(begins: $begins:tt,)?
                $(digits: $digits:tt,)?
                $(near: [$($near:ident),* $(,)?],)?
                $(marked: $marked:literal,)?
                $(read: $read:expr,)?
                fires: [$($fires_in:ident $fires:literal),* $(,)?],
                silent: [$($silent_in:ident $silent:literal),* $(,)?] $(,)?
            }
        )+
    ) => {
        $(
            $(#[doc = $doc])+
            $vis static $rule: $crate::answer::Rule = $crate::answer::Rule {
                name: $name,
                doc: concat!($($doc, "\n"),+),
                pattern: $pattern,
                begins: &{
                    const BEGINS: (&[$crate::lexicon::Class], &[$crate::rule::Digits]) = (
                        $crate::rule::declare::or!(&[] $(, $crate::rule::declare::list!($crate::lexicon::Class, $begins))?),
                        $crate::rule::declare::or!(&[] $(, $crate::rule::declare::list!($crate::rule::Digits, $digits))?),
                    );
                    $crate::rule::declare::names::<{ BEGINS.0.len() + BEGINS.1.len() }>(BEGINS)
                },
                languages: $crate::rule::declare::or!(
                    $crate::answer::Languages::Any
                    $(, $crate::answer::Languages::Only(&[$($crate::lang::Lang::$lang),+]))?
                ),
                precedence: $crate::rule::declare::or!(0 $(, $precedence)?),
                fires: &[$($crate::answer::Example::new($crate::lang::Lang::$fires_in, $fires)),*],
                silent: &[$($crate::answer::Example::new($crate::lang::Lang::$silent_in, $silent)),*],
            };
        )+

        /// The rules of this file.
        pub(super) const RULES: &[$crate::rule::Construction<$function>] = &[
            $(
                $crate::rule::Construction {
                    rule: &$rule,
                    gate: $crate::rule::Gate {
                        begins: $crate::lexicon::ClassSet::of(
                            $crate::rule::declare::or!(&[] $(, $crate::rule::declare::list!($crate::lexicon::Class, $begins))?),
                        ),
                        digits: $crate::rule::Digits::set(
                            $crate::rule::declare::or!(&[] $(, $crate::rule::declare::list!($crate::rule::Digits, $digits))?),
                        ),
                        near: $crate::lexicon::ClassSet::of(&[$($($crate::lexicon::Class::$near),*)?]),
                        marked: $crate::rule::declare::or!(false $(, $marked)?),
                    },
                    read: $crate::rule::declare::or!(None $(, Some($read))?),
                },
            )+
        ];
    };
}

/// The second of two, where there is one.
macro_rules! or {
    ($default:expr) => {
        $default
    };
    ($default:expr, $given:expr) => {
        $given
    };
}

/// Variants of a type, or a slice of them by its name.
macro_rules! list {
    ($type:path, [$($variant:ident),+ $(,)?]) => {{
        use $type as Listed;
        &[$(Listed::$variant),+]
    }};
    ($type:path, $slice:ident) => {
        $slice
    };
}

pub(crate) use {list, or, rules};

/// What the catalogue calls the classes and forms of digits that a rule begins at.
pub(crate) const fn names<const N: usize>((classes, digits): (&[Class], &[Digits])) -> [&'static str; N] {
    let (mut names, mut at) = ([""; N], 0);
    while at < N {
        names[at] = if at < classes.len() { classes[at].name() } else { digits[at - classes.len()].name() };
        at += 1;
    }
    names
}
