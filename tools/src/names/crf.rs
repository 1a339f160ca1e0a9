//! A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), trained by AdaGrad (Duchi, Hazan and Singer
//! 2011) with features dropped at random. The same data give the same weights.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use faktum::EntityType;
use faktum::training::{Feature, PLACES, bucket, label, may_follow, rows_of_bucket};

use super::data::Set;

/// Weights of features and transitions.
pub struct Model {
    pub labels: usize,
    /// The features that have weights, and where by what tells them apart.
    pub features: Vec<(Feature, u32)>,
    known: HashMap<u64, u32, BuildHasherDefault<AsItIs>>,
    /// For each feature a weight for each label but the first.
    pub weights: Vec<f32>,
    /// From each label to each.
    pub transitions: Vec<f32>,
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
/// By how much more likely a name is made than training makes it: it finds less than it could at the same F1.
const LIFT: f32 = 0.3;
const TYPES: [EntityType; 3] = [EntityType::Per, EntityType::Org, EntityType::Loc];
/// How far a step goes.
const RATE: f32 = 0.1;

/// Trains a model, with no more features in the end than a table has place for.
pub fn train(sets: &[Set], labels: usize, buckets: [usize; 2], mut after: impl FnMut(&Model, String)) -> Model {
    let mut counts: HashMap<u64, (Feature, u32), BuildHasherDefault<AsItIs>> = HashMap::default();
    let stretches: Vec<_> = sets.iter().flat_map(|set| &set.stretches).collect();
    for feature in stretches.iter().flat_map(|stretch| stretch.features.iter().flatten()) {
        counts.entry(feature.key()).or_insert((*feature, 0)).1 += 1;
    }
    let mut features: Vec<(Feature, u32)> = counts.into_values().collect();
    features.sort_unstable();
    println!("{} stretches, {} features", stretches.len(), features.len());
    let mut model = Model::new(labels, features);
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
        model.lift();
        after(&model, "lifted".to_owned());
    }
    model
}

impl Model {
    /// A model of features, each with how often it was seen.
    fn new(labels: usize, features: Vec<(Feature, u32)>) -> Model {
        Model {
            labels,
            known: features.iter().enumerate().map(|(at, (feature, _))| (feature.key(), at as u32)).collect(),
            weights: vec![0.0; features.len() * (labels - 1)],
            transitions: vec![0.0; labels * labels],
            features,
        }
    }

    /// The weights of the feature with a number.
    pub fn row(&self, at: usize) -> &[f32] {
        &self.weights[at * (self.labels - 1)..][..self.labels - 1]
    }

    /// Makes typed names likelier than the likelihood of the sentences does.
    fn lift(&mut self) {
        let begins = TYPES.map(|kind| label(Some(kind), true));
        for from in 0..self.labels {
            begins.iter().for_each(|to| self.transitions[from * self.labels + to] += LIFT);
        }
    }

    fn indices(&self, features: &[Feature]) -> Vec<u32> {
        features.iter().filter_map(|feature| self.known.get(&feature.key()).copied()).collect()
    }

    /// The model with those features only that the tables have place for: the most telling ones of each bucket.
    fn pruned(&self, buckets: [usize; 2], squares: &[f32]) -> (Model, Vec<f32>) {
        let width = self.labels - 1;
        let mut telling: HashMap<(bool, u64), f32> = HashMap::new();
        for (at, (feature, count)) in self.features.iter().enumerate() {
            let norm = self.row(at).iter().map(|weight| weight * weight).sum::<f32>().sqrt();
            *telling.entry((feature.place.is_some(), feature.hash)).or_default() += norm * (*count as f32).powf(0.25);
        }
        let mut rows: Vec<((bool, u64), f32)> = telling.into_iter().collect();
        rows.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let [several, one] = buckets;
        let mut free = [vec![rows_of_bucket(PLACES * width); several], vec![rows_of_bucket(width); one]];
        let kept: HashSet<(bool, u64)> = rows
            .into_iter()
            .filter_map(|((several, hash), _)| {
                let free = &mut free[usize::from(!several)];
                let bucket = bucket(hash, free.len());
                free[bucket] = free[bucket].checked_sub(1)?;
                Some((several, hash))
            })
            .collect();
        let place = |at: &usize| kept.contains(&(self.features[*at].0.place.is_some(), self.features[*at].0.hash));
        let from: Vec<usize> = (0..self.features.len()).filter(place).collect();
        let mut model = Model::new(self.labels, from.iter().map(|at| self.features[*at]).collect());
        model.transitions.clone_from(&self.transitions);
        model.weights = from.iter().flat_map(|at| self.row(*at)).copied().collect();
        let squares = from.iter().flat_map(|at| &squares[at * width..][..width]).copied().collect();
        (model, squares)
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
    pub fn decode(&self, features: &[Vec<Feature>]) -> Vec<usize> {
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
