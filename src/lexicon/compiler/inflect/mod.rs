//! Inflected forms from base forms, by the rules of each language.

pub mod de;
pub mod en;

use super::class::Form;

/// Forms with their features; a form that several cells of a paradigm share has the features of all.
#[derive(Default)]
pub struct Forms(pub Vec<(String, Form)>);

impl Forms {
    /// Adds a form, or its features to the same form.
    pub fn add(&mut self, surface: impl Into<String>, form: Form) {
        let surface = surface.into();
        match self.0.iter_mut().find(|(known, _)| *known == surface) {
            Some((_, features)) => *features = features.and(form),
            None => self.0.push((surface, form)),
        }
    }
}
