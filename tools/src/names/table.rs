//! A model as the file that the library embeds.

use std::collections::BTreeMap;

use faktum::training::{self, PLACES, Rows};

use super::Recipe;
use super::crf::Model;

/// The largest weight that a row can hold; few are larger.
const LARGEST: f32 = 4.0;

/// The file, and what to say of it.
pub fn write(model: &Model, recipe: &Recipe) -> (Vec<u8>, String) {
    let (width, scale) = (model.labels - 1, 127.0 / LARGEST);
    let mut tables: [BTreeMap<u64, (f32, Vec<i8>)>; 2] = Default::default();
    for (at, (feature, _)) in model.features.iter().enumerate() {
        let (table, places, place) = match feature.place {
            Some(place) => (0, PLACES, usize::from(place)),
            None => (1, 1, 0),
        };
        let (norm, row) = tables[table].entry(feature.hash).or_insert_with(|| (0.0, vec![0; places * width]));
        *norm += model.row(at).iter().map(|weight| weight * weight).sum::<f32>();
        let weights = model.row(at).iter().map(|weight| (weight * scale).round() as i8);
        row[place * width..][..width].iter_mut().zip(weights).for_each(|(slot, weight)| *slot = weight);
    }
    let [several, one] = tables.map(|table| {
        let mut rows: Vec<(u64, (f32, Vec<i8>))> =
            table.into_iter().filter(|(_, (_, row))| row.iter().any(|weight| *weight != 0)).collect();
        rows.sort_by(|a, b| b.1.0.total_cmp(&a.1.0));
        rows.into_iter().map(|(feature, (_, row))| (feature, row)).collect::<Rows>()
    });
    let transitions: Vec<i16> = model.transitions.iter().map(|weight| (weight * scale).round() as i16).collect();
    let [of_several, of_one] = recipe.buckets;
    let tables = [(&several, of_several), (&one, of_one)];
    let (file, lost) = training::file(model.labels, recipe.hears_rules, &transitions, tables);
    let report = format!("{} + {} rows, {lost} without place, {} bytes", several.len(), one.len(), file.len());
    (file, report)
}
