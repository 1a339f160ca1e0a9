//! All rules, whatever they read.

use std::sync::LazyLock;

use crate::answer::Rule;
use crate::{fact, figure, name, speech, time};

/// By name.
static RULES: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let mut rules: Vec<&Rule> =
        name::rules().chain(time::rules()).chain(figure::rules()).chain(speech::rules()).chain(fact::rules()).collect();
    rules.sort_unstable_by_key(|rule| rule.name);
    rules
});

/// Every rule that an answer can refer to, by name.
///
/// ```
/// let rules = faktum::rules();
/// assert!(rules.is_sorted_by_key(|rule| rule.name));
/// assert!(rules.iter().any(|rule| rule.name == "time.weekday"));
/// ```
pub fn rules() -> &'static [&'static Rule] {
    &RULES
}

/// The rule of a name; `None` where there is none.
///
/// ```
/// assert_eq!(faktum::rule("figure.percent").map(|rule| rule.name), Some("figure.percent"));
/// assert!(faktum::rule("figure.unheard-of").is_none());
/// ```
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.binary_search_by_key(&name, |rule| rule.name).ok().map(|at| RULES[at])
}
