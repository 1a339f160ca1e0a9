//! All rules, whatever they read.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{LazyLock, Mutex, PoisonError};

use serde::de::{Deserialize, Deserializer, Error, Visitor};

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
    RULES.binary_search_by_key(&name, |rule| rule.name).ok().and_then(|at| RULES.get(at).copied())
}

/// Rules that answers of other versions have named.
static FOREIGN: Mutex<BTreeMap<&'static str, &'static Rule>> = Mutex::new(BTreeMap::new());

/// Names are remembered for good, so that there must be an end of them; a version has a few hundred.
const MOST_FOREIGN: usize = 4096;
const LONGEST_NAME: usize = 64;

/// The rule of a name that this version does not have: always the same for the same name.
fn foreign(name: &str) -> Result<&'static Rule, &'static str> {
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))
    };
    if name.len() > LONGEST_NAME || !name.contains('.') || !name.split('.').all(part) {
        return Err("no rule has such a name");
    }
    let mut known = FOREIGN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(rule) = known.get(name) {
        return Ok(rule);
    }
    if known.len() == MOST_FOREIGN {
        return Err("too many rules that this version does not have");
    }
    let rule: &'static Rule = Box::leak(Box::new(Rule::foreign(String::leak(name.to_string()))));
    known.insert(rule.name, rule);
    Ok(rule)
}

/// By its name.
impl<'de> Deserialize<'de> for &'static Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<&'static Rule, D::Error> {
        struct Name;
        impl Visitor<'_> for Name {
            type Value = &'static Rule;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a rule")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<&'static Rule, E> {
                rule(name)
                    .map_or_else(|| foreign(name), Ok)
                    .map_err(|error| E::custom(format_args!("the rule {name:?}: {error}")))
            }
        }
        deserializer.deserialize_str(Name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_by_name_also_those_of_other_versions() {
        let read = |name: &str| serde_json::from_value::<&'static Rule>(name.into());
        assert!(std::ptr::eq(read("figure.percent").unwrap(), rule("figure.percent").unwrap()));
        let old = read("time.no-longer-there").unwrap();
        assert!(std::ptr::eq(old, read("time.no-longer-there").unwrap()));
        assert_eq!(serde_json::to_value(old).unwrap(), "time.no-longer-there");
        assert!(rule("time.no-longer-there").is_none(), "it is not in the catalogue");
        for bad in ["", "time", "time.", "Time.day", "time.day\n", &format!("time.{}", "x".repeat(LONGEST_NAME))] {
            assert!(read(bad).unwrap_err().to_string().contains("no rule has such a name"), "{bad:?}");
        }
    }
}
