//! Logistic regression, small and deterministic.
//!
//! Newton steps one sign at a time, in a fixed order, with a quadratic pull
//! towards nought: enough for some thousands of posts, and the same points on
//! every machine.

/// A post to learn from.
pub(crate) struct Sample {
    pub(crate) signs: Vec<u32>,
    pub(crate) warn: bool,
    pub(crate) weight: f64,
}

/// Weights of signs and, last, the base.
pub(crate) type Line = Vec<f64>;

const SWEEPS: usize = 40;
/// The largest step of one weight in one sweep.
const LARGEST_STEP: f64 = 1.0;
/// The pull on the base, which should be nearly free.
const BASE_RESTRAINT: f64 = 0.01;

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// The sum of a line over signs.
pub(crate) fn score(line: &Line, signs: &[u32]) -> f64 {
    line.last().copied().unwrap_or(0.0) + signs.iter().map(|s| line[*s as usize]).sum::<f64>()
}

/// Learns to tell posts that deserve a warning. A larger restraint keeps the
/// points of a sign smaller; an infinite one, at nought.
pub(crate) fn fit(samples: &[Sample], restraints: &[f64]) -> Line {
    let signs = restraints.len();
    let mut having: Vec<Vec<u32>> = vec![Vec::new(); signs + 1];
    for (i, sample) in samples.iter().enumerate() {
        for &s in &sample.signs {
            having[s as usize].push(i as u32);
        }
        having[signs].push(i as u32);
    }
    let mut line = vec![0.0; signs + 1];
    let mut sums = vec![0.0; samples.len()];
    for _ in 0..SWEEPS {
        for (s, having) in having.iter().enumerate() {
            let pull = restraints.get(s).copied().unwrap_or(BASE_RESTRAINT);
            if pull.is_infinite() {
                continue;
            }
            let (mut gradient, mut curvature) = (pull * line[s], pull);
            for &i in having {
                let sample = &samples[i as usize];
                let p = logistic(sums[i as usize]);
                gradient += sample.weight * (p - f64::from(u8::from(sample.warn)));
                curvature += sample.weight * p * (1.0 - p);
            }
            let step = (-gradient / curvature).clamp(-LARGEST_STEP, LARGEST_STEP);
            line[s] += step;
            for &i in having {
                sums[i as usize] += step;
            }
        }
    }
    line
}

/// How often each sign stands in posts that deserve a warning, and in others.
fn counts(samples: &[Sample], signs: usize) -> Vec<[f64; 2]> {
    let mut counts = vec![[0.0; 2]; signs];
    for sample in samples {
        for &s in &sample.signs {
            counts[s as usize][usize::from(!sample.warn)] += 1.0;
        }
    }
    counts
}

/// How much a sign tells by itself: the logarithm of how much more often it
/// stands in posts of the one sort than of the other. Points of a sign that tells
/// much are pulled towards nought less (Wang and Manning, 2012, “Baselines and
/// Bigrams”): among tens of thousands of rare signs these hold for other hands.
pub(crate) fn telling(samples: &[Sample], signs: usize) -> Vec<f64> {
    let counts = counts(samples, signs);
    let all = |sort: usize| counts.iter().map(|of| of[sort] + 1.0).sum::<f64>();
    let (warn, quiet) = (all(0), all(1));
    let ratio = |of: &[f64; 2]| ((of[0] + 1.0) / warn / ((of[1] + 1.0) / quiet)).ln();
    counts.iter().map(|of| ratio(of).abs()).collect()
}

/// How much the points of a sign move posts as a whole: those of a rare sign
/// move few.
pub(crate) fn moved(samples: &[Sample], line: &Line) -> Vec<f64> {
    let counts = counts(samples, line.len() - 1);
    let posts = counts.iter().map(|[warn, quiet]| warn + quiet);
    let each = line.iter().zip(posts);
    each.map(|(points, posts)| points.abs() * posts.sqrt())
        .collect()
}

/// Learns to tell the kinds of warning from each other.
pub(crate) fn fit_kinds(
    posts: &[(Vec<u32>, usize)],
    kinds: usize,
    restraints: &[f64],
) -> Vec<Line> {
    let samples = |kind: usize| -> Vec<Sample> {
        posts
            .iter()
            .map(|(signs, k)| Sample {
                signs: signs.clone(),
                warn: *k == kind,
                weight: 1.0,
            })
            .collect()
    };
    (0..kinds)
        .map(|kind| fit(&samples(kind), restraints))
        .collect()
}
