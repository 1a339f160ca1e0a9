//! A model as the file that the library embeds.

use faktum::training;

use super::Recipe;
use super::crf::Model;

/// The largest weight that a row can hold; few are larger.
const LARGEST: f32 = 4.0;

/// The file, and what to say of it.
pub fn write(model: &Model, recipe: &Recipe) -> (Vec<u8>, String) {
    let (width, scale) = (model.labels - 1, 127.0 / LARGEST);
    let mut rows: Vec<(f32, u64, Vec<i8>)> = model
        .known
        .iter()
        .map(|(feature, at)| {
            let weights = &model.weights[*at as usize * width..][..width];
            let norm = weights.iter().map(|weight| weight * weight).sum::<f32>();
            (norm, *feature, weights.iter().map(|weight| (weight * scale).round() as i8).collect())
        })
        .filter(|(_, _, weights): &(f32, u64, Vec<i8>)| weights.iter().any(|weight| *weight != 0))
        .collect();
    rows.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let rows: Vec<(u64, Vec<i8>)> = rows.into_iter().map(|(_, feature, weights)| (feature, weights)).collect();
    let transitions: Vec<i16> = model.transitions.iter().map(|weight| (weight * scale).round() as i16).collect();
    let (file, lost) = training::file(model.labels, recipe.hears_rules, &transitions, &rows, recipe.buckets);
    let report = format!("{} rows, {lost} without place, {} bytes", rows.len(), file.len());
    (file, report)
}
