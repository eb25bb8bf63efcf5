//! What was learned: as figures and as a table for a pack.

use bezint_engine::{Employer, Long};

use super::features::{Features, Sign, Used};
use super::regression::{Line, score};
use super::{Case, Kinds, SCALE, WeighArgs};
use crate::post::print;

/// What was learned.
pub(crate) struct Model {
    pub(crate) towards: Line,
    pub(crate) kind: Vec<Line>,
}

/// A post judged.
pub(crate) struct Judged {
    points: f64,
    /// Of those, the points of the text.
    of_text: f64,
    deserves: bool,
    spoken: bool,
    found: bool,
    cites: bool,
}

/// A number for the hand that wrote a post: posts of one hand stay together.
pub(crate) fn hand(id: &str) -> usize {
    let name = id.rsplit_once('-').map_or(id, |(hand, _)| hand);
    name.bytes()
        .fold(7usize, |h, b| h.wrapping_mul(31).wrapping_add(b as usize))
        >> 3
}

pub(crate) fn judge(
    model: &Model,
    used: &Used,
    features: &Features,
    kinds: &Kinds,
    case: &Case,
    long: Long,
) -> Judged {
    let signs = used.of(&case.signs);
    let points = SCALE * score(&model.towards, &signs) - f64::from(long.more(case.words));
    let of_text = |s: &&u32| {
        let sign = features.sign(used, **s as usize);
        !matches!(sign, Sign::Context(_))
    };
    let of_text: f64 = signs
        .iter()
        .filter(of_text)
        .map(|s| SCALE * model.towards[*s as usize])
        .sum();
    let best = (0..model.kind.len())
        .max_by(|a, b| score(&model.kind[*a], &signs).total_cmp(&score(&model.kind[*b], &signs)));
    let employer: Employer = case.employer;
    Judged {
        points,
        of_text,
        deserves: case.post.expect == "warn",
        spoken: case.spoken,
        found: case.found,
        cites: best.is_some_and(|k| kinds.cites(k, employer, &case.post)),
    }
}

/// Prints precision and recall of patterns and weighing together, by the
/// points below which a pattern is only a hint and those from which weighing
/// warns by itself.
pub(crate) fn curve(judged: &[Judged]) {
    for floor in [i32::MIN, -10, -5, 0, 5, 10] {
        for threshold in [i32::MAX, 35, 25, 20, 15, 12, 10, 8, 5, 2, 0, -3, -6, -10] {
            line(judged, floor, threshold);
        }
    }
}

fn line(judged: &[Judged], floor: i32, threshold: i32) {
    let deserve = judged.iter().filter(|j| j.deserves).count();
    let quiet = judged.len() - deserve;
    let speaks = |j: &Judged| j.spoken && j.of_text >= f64::from(floor);
    let tips = |j: &&Judged| speaks(j) || j.points >= f64::from(threshold);
    let right = judged.iter().filter(tips).filter(|j| j.deserves).count();
    let alarms = judged.iter().filter(tips).filter(|j| !j.deserves).count();
    let cites = |j: &&Judged| if speaks(j) { j.found } else { j.cites };
    let found = judged
        .iter()
        .filter(tips)
        .filter(|j| j.deserves)
        .filter(cites)
        .count();
    let name = |n: i32| match n {
        i32::MIN | i32::MAX => "-".to_owned(),
        n => n.to_string(),
    };
    print(&format!(
        "  floor {:>4} alone {:>4}  precision {:.3}  recall {:.3} ({found}/{deserve})  false alarms {:.3} ({alarms}/{quiet})",
        name(floor),
        name(threshold),
        right as f64 / (right + alarms).max(1) as f64,
        found as f64 / deserve.max(1) as f64,
        alarms as f64 / quiet.max(1) as f64,
    ));
}

/// Points of one unit of evidence for a kind: coarse, since only the largest sum
/// is asked for, and small numbers take less room in the core.
const SCALE_OF_KIND: f64 = 3.0;
/// Fewest points towards a warning, or of any kind, for a sign to be kept.
const LEAST: i8 = 1;
const LEAST_OF_KIND: i8 = 2;

/// Whole points of one sign, or of the base: towards a warning and of each kind.
fn points(model: &Model, of: impl Fn(&Line) -> f64) -> Vec<i32> {
    let towards = (SCALE * of(&model.towards)).round() as i32;
    let kinds = model.kind.iter();
    let kinds = kinds.map(|line| (SCALE_OF_KIND * of(line)).round() as i32);
    std::iter::once(towards).chain(kinds).collect()
}

/// The table for a pack.
pub(crate) fn table(
    model: &Model,
    used: &Used,
    features: &Features,
    kinds: &Kinds,
    (args, long): (&WeighArgs, Long),
) -> String {
    let mut rows: [Vec<String>; 5] = Default::default();
    for new in 0..used.count() {
        let all = points(model, |line| line[new]);
        let all: Vec<i8> = all.iter().map(|p| (*p).clamp(-120, 120) as i8).collect();
        let (section, name, always) = match features.sign(used, new) {
            Sign::Context(name) => (0, name, true),
            Sign::Class(name) => (1, name, false),
            Sign::Official(name) => (2, name, false),
            Sign::Word(name) => (3, name, false),
            Sign::Pair(name) => {
                if all[0].abs() >= LEAST {
                    rows[4].push(format!("{} = {}", serde_json::json!(name), all[0]));
                }
                continue;
            }
        };
        let heavy = all[0].abs() >= LEAST || all[1..].iter().any(|p| p.abs() >= LEAST_OF_KIND);
        if always || heavy {
            rows[section].push(format!("{} = {all:?}", serde_json::json!(name)));
        }
    }
    for (class, points) in &args.given {
        let mut all = vec![0; kinds.ids.len() + 1];
        all[0] = *points;
        rows[1].push(format!("{} = {all:?}", serde_json::json!(class)));
    }
    let base = points(model, |line| line.last().copied().unwrap_or(0.0));
    let mut out = format!(
        "# Points of small signs, made by `bezint weigh`; see docs/weighing.md.\n# The first number counts towards a warning, the others towards each kind.\n\n[weigh]\nkinds = {}\nbase = {base:?}\nfloor = {}\nbottom = {}\nleast = {}\nthresholds = {:?}\nlong = {{ from = {}, words_a_point = {} }}\n",
        serde_json::json!(kinds.ids),
        args.floor,
        args.bottom,
        args.least,
        args.thresholds,
        long.from,
        long.words_a_point,
    );
    for (title, rows) in ["context", "class", "official", "word", "pair"]
        .iter()
        .zip(&mut rows)
    {
        rows.sort();
        out.push_str(&format!("\n[weigh.{title}]\n"));
        for row in rows {
            out.push_str(row);
            out.push('\n');
        }
    }
    out
}
