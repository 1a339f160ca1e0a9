//! A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), trained by AdaGrad (Duchi, Hazan and Singer
//! 2011) with features dropped at random. The same data give the same weights.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use faktum::training::{bucket, may_follow, rows_of_bucket};

use super::data::Set;

/// Weights of features and transitions.
pub struct Model {
    pub labels: usize,
    /// The features that have weights.
    pub known: HashMap<u64, u32, BuildHasherDefault<AsItIs>>,
    /// For each feature a weight for each label but the first.
    pub weights: Vec<f32>,
    /// From each label to each.
    pub transitions: Vec<f32>,
    pub counts: Vec<u32>,
}

/// Features are hashes already.
#[derive(Default)]
pub struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0 << 8 | u64::from(*byte));
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

/// Epochs over all features, and over those that are kept.
const EPOCHS: [usize; 2] = [5, 6];
/// The share of features that a unit is trained without, as many 65,536ths.
const DROPPED: u64 = 32_768;
/// How far a step goes.
const RATE: f32 = 0.1;

/// Trains a model, with no more features in the end than a table has place for.
pub fn train(sets: &[Set], labels: usize, buckets: usize, mut after: impl FnMut(&Model, String)) -> Model {
    let mut counts: HashMap<u64, u32, BuildHasherDefault<AsItIs>> = HashMap::default();
    let stretches: Vec<_> = sets.iter().flat_map(|set| &set.stretches).collect();
    for feature in stretches.iter().flat_map(|stretch| stretch.features.iter().flatten()) {
        *counts.entry(*feature).or_default() += 1;
    }
    let mut features: Vec<(u64, u32)> = counts.into_iter().collect();
    features.sort_unstable();
    println!("{} stretches, {} features", stretches.len(), features.len());
    let mut model = Model::new(labels, &features);
    let mut learner = Learner::new(&model);
    let mut mean = None;
    for (stage, epochs) in EPOCHS.into_iter().enumerate() {
        if stage == 1 {
            (model, learner.weights) = model.pruned(buckets, &learner.weights);
        }
        let data: Vec<(Vec<Vec<u32>>, &[usize])> = stretches
            .iter()
            .map(|stretch| {
                (stretch.features.iter().map(|features| model.indices(features)).collect(), &stretch.labels[..])
            })
            .collect();
        let mut order: Vec<u32> = (0..data.len() as u32).collect();
        for epoch in 0..epochs {
            learner.shuffle(&mut order);
            for at in &order {
                let (features, labels) = &data[*at as usize];
                learner.learn(&mut model, features, labels);
            }
            after(&model, format!("{stage}.{epoch}"));
            if stage == 1 {
                mean.get_or_insert_with(|| Mean::of(&model)).add(&model);
            }
        }
    }
    if let Some(mean) = mean {
        (model.weights, model.transitions) = (mean.taken(mean.weights.iter()), mean.taken(mean.transitions.iter()));
        after(&model, "mean".to_owned());
    }
    model
}

impl Model {
    fn new(labels: usize, features: &[(u64, u32)]) -> Model {
        let known = features.iter().enumerate().map(|(at, (feature, _))| (*feature, at as u32)).collect();
        Model {
            labels,
            known,
            weights: vec![0.0; features.len() * (labels - 1)],
            transitions: vec![0.0; labels * labels],
            counts: features.iter().map(|feature| feature.1).collect(),
        }
    }

    fn indices(&self, features: &[u64]) -> Vec<u32> {
        features.iter().filter_map(|feature| self.known.get(feature).copied()).collect()
    }

    /// The model with those features only that a table has place for: the most telling ones of each bucket.
    fn pruned(&self, buckets: usize, squares: &[f32]) -> (Model, Vec<f32>) {
        let width = self.labels - 1;
        let mut features: Vec<(f32, u64, u32)> = self
            .known
            .iter()
            .map(|(feature, at)| {
                let weights = &self.weights[*at as usize * width..][..width];
                let norm = weights.iter().map(|weight| weight * weight).sum::<f32>().sqrt();
                (norm * (self.counts[*at as usize] as f32).powf(0.25), *feature, *at)
            })
            .collect();
        features.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut rows = vec![rows_of_bucket(self.labels); buckets];
        features.retain(|(_, feature, _)| {
            let free = &mut rows[bucket(*feature, buckets)];
            let kept = *free > 0;
            *free = free.saturating_sub(1);
            kept
        });
        features.sort_unstable_by_key(|feature| feature.1);
        let list: Vec<(u64, u32)> =
            features.iter().map(|(_, feature, at)| (*feature, self.counts[*at as usize])).collect();
        let mut model = Model::new(self.labels, &list);
        model.transitions.clone_from(&self.transitions);
        let mut kept = vec![0.0; model.weights.len()];
        for (to, (_, _, from)) in features.iter().enumerate() {
            kept[to * width..][..width].copy_from_slice(&squares[*from as usize * width..][..width]);
            model.weights[to * width..][..width].copy_from_slice(&self.weights[*from as usize * width..][..width]);
        }
        (model, kept)
    }

    fn emissions(&self, features: &[u32]) -> Vec<f32> {
        let width = self.labels - 1;
        let mut sum = vec![0.0; self.labels];
        for feature in features {
            for (sum, weight) in sum[1..].iter_mut().zip(&self.weights[*feature as usize * width..][..width]) {
                *sum += weight;
            }
        }
        sum
    }

    /// The most likely labels (Viterbi).
    pub fn decode(&self, features: &[Vec<u64>]) -> Vec<usize> {
        let labels = self.labels;
        let mut before = vec![f32::NEG_INFINITY; labels];
        before[0] = 0.0;
        let mut backs = Vec::with_capacity(features.len());
        for features in features {
            let emissions = self.emissions(&self.indices(features));
            let (mut best, mut back) = (vec![f32::NEG_INFINITY; labels], vec![0; labels]);
            for to in 0..labels {
                for from in (0..labels).filter(|from| may_follow(*from, to)) {
                    let score = before[from] + self.transitions[from * labels + to] + emissions[to];
                    if score > best[to] {
                        (best[to], back[to]) = (score, from);
                    }
                }
            }
            backs.push(back);
            before = best;
        }
        let end = |label: &usize| before[*label] + self.transitions[label * labels];
        let mut label = (0..labels).max_by(|a, b| end(a).total_cmp(&end(b))).unwrap_or(0);
        let mut path = vec![0; features.len()];
        for (slot, back) in path.iter_mut().zip(&backs).rev() {
            *slot = label;
            label = back[label];
        }
        path
    }
}

/// The mean of a model's weights after each epoch, which depends less than those of the last one on what was dropped there.
struct Mean {
    weights: Vec<f32>,
    transitions: Vec<f32>,
    count: f32,
}

impl Mean {
    fn of(model: &Model) -> Mean {
        let (weights, transitions) = (vec![0.0; model.weights.len()], vec![0.0; model.transitions.len()]);
        Mean { weights, transitions, count: 0.0 }
    }

    fn add(&mut self, model: &Model) {
        self.weights.iter_mut().zip(&model.weights).for_each(|(sum, weight)| *sum += weight);
        self.transitions.iter_mut().zip(&model.transitions).for_each(|(sum, weight)| *sum += weight);
        self.count += 1.0;
    }

    fn taken<'s>(&self, sums: impl Iterator<Item = &'s f32>) -> Vec<f32> {
        sums.map(|sum| sum / self.count).collect()
    }
}

/// What AdaGrad keeps of gradients, and a generator of numbers.
struct Learner {
    weights: Vec<f32>,
    transitions: Vec<f32>,
    random: u64,
}

impl Learner {
    fn new(model: &Model) -> Learner {
        let (weights, transitions) = (vec![1e-2; model.weights.len()], vec![1e-2; model.transitions.len()]);
        Learner { weights, transitions, random: 0x1234_5678_9abc_def1 }
    }

    /// The next number (xorshift, Marsaglia 2003).
    fn next(&mut self) -> u64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        self.random
    }

    fn shuffle(&mut self, order: &mut [u32]) {
        for at in (1..order.len()).rev() {
            order.swap(at, (self.next() % (at as u64 + 1)) as usize);
        }
    }

    /// One step along the gradient of a stretch's log-likelihood.
    fn learn(&mut self, model: &mut Model, features: &[Vec<u32>], gold: &[usize]) {
        let (labels, width, length) = (model.labels, model.labels - 1, features.len());
        let kept: Vec<Vec<u32>> = features
            .iter()
            .map(|features| features.iter().copied().filter(|_| self.next() >> 16 & 0xffff >= DROPPED).collect())
            .collect();
        let emissions: Vec<Vec<f32>> = kept.iter().map(|features| model.emissions(features)).collect();
        let transition = |from: usize, to: usize| model.transitions[from * labels + to];
        // Sums of the exponents of all ways to and from a label, as logarithms.
        let mut ahead = vec![vec![f32::NEG_INFINITY; labels]; length];
        for at in 0..length {
            for to in 0..labels {
                let ways = (0..labels).filter(|from| may_follow(*from, to)).filter_map(|from| {
                    let before = if at == 0 { if from == 0 { 0.0 } else { return None } } else { ahead[at - 1][from] };
                    Some(before + transition(from, to))
                });
                ahead[at][to] = log_sum(ways) + emissions[at][to];
            }
        }
        let mut behind = vec![vec![0.0; labels]; length];
        if let Some(last) = behind.last_mut() {
            last.iter_mut().enumerate().for_each(|(from, way)| *way = transition(from, 0));
        }
        for at in (0..length - 1).rev() {
            for from in 0..labels {
                let ways = (0..labels)
                    .filter(|to| may_follow(from, *to))
                    .map(|to| transition(from, to) + emissions[at + 1][to] + behind[at + 1][to]);
                behind[at][from] = log_sum(ways);
            }
        }
        let whole = log_sum((0..labels).map(|label| ahead[length - 1][label] + behind[length - 1][label]));

        let mut slopes = vec![0.0; labels * labels];
        for at in 0..=length {
            let before = if at == 0 { 0 } else { gold[at - 1] };
            let here = if at == length { 0 } else { gold[at] };
            slopes[before * labels + here] -= 1.0;
            for from in 0..labels {
                for to in (0..labels).filter(|to| may_follow(from, *to)) {
                    if at == 0 && from != 0 || at == length && to != 0 {
                        continue;
                    }
                    let left = if at == 0 { 0.0 } else { ahead[at - 1][from] };
                    let right = if at == length { 0.0 } else { emissions[at][to] + behind[at][to] };
                    slopes[from * labels + to] += (left + transition(from, to) + right - whole).exp();
                }
            }
        }
        for (at, features) in kept.iter().enumerate() {
            let mut slope = vec![0.0; width];
            for label in 1..labels {
                slope[label - 1] =
                    (ahead[at][label] + behind[at][label] - whole).exp() - f32::from(u8::from(gold[at] == label));
            }
            if slope.iter().all(|slope| slope.abs() < 1e-4) {
                continue;
            }
            for feature in features {
                let start = *feature as usize * width;
                let weights =
                    model.weights[start..start + width].iter_mut().zip(&mut self.weights[start..start + width]);
                for ((weight, squares), slope) in weights.zip(&slope) {
                    step(weight, squares, *slope);
                }
            }
        }
        for ((weight, squares), slope) in model.transitions.iter_mut().zip(&mut self.transitions).zip(&slopes) {
            step(weight, squares, *slope);
        }
    }
}

fn step(weight: &mut f32, squares: &mut f32, slope: f32) {
    *squares += slope * slope;
    *weight -= RATE * slope / squares.sqrt();
}

fn log_sum(ways: impl Iterator<Item = f32> + Clone) -> f32 {
    let most = ways.clone().fold(f32::NEG_INFINITY, f32::max);
    if most == f32::NEG_INFINITY { most } else { most + ways.map(|way| (way - most).exp()).sum::<f32>().ln() }
}
