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

/// Learns to tell posts that deserve a warning. A larger `restraint` keeps
/// points smaller.
pub(crate) fn fit(samples: &[Sample], signs: usize, restraint: f64) -> Line {
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
            let pull = if s == signs {
                BASE_RESTRAINT
            } else {
                restraint
            };
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

/// Learns to tell the kinds of warning from each other.
pub(crate) fn fit_kinds(
    posts: &[(Vec<u32>, usize)],
    signs: usize,
    kinds: usize,
    restraint: f64,
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
        .map(|kind| fit(&samples(kind), signs, restraint))
        .collect()
}
