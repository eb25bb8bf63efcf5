//! `bezint weigh`: learns the points of small signs from labelled posts.
//!
//! For: writing the `[weigh]` table of a pack, which people then read, and for
//! saying honestly how well it does: every post is judged by points learned
//! from other hands only. Not for: anything at run time.

mod features;
mod regression;
mod report;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bezint_engine::{
    Capacity, Checker, Context, Employer, Function, Long, Severity, TOPICS, Topic,
};
use clap::Args;

use self::features::{Features, Sign, Signs, Used};
use self::regression::{Sample, fit, fit_kinds, moved, telling};
use crate::Outcome;
use crate::post::{Post, print, read_file, read_post_file};
use crate::rules::compiled;

#[derive(Args)]
pub(crate) struct WeighArgs {
    /// Files with labelled posts to learn from.
    #[arg(required = true)]
    posts: Vec<PathBuf>,
    /// Files with ordinary text, one post a line, that deserves no warning.
    #[arg(long, num_args = 1..)]
    ordinary: Vec<PathBuf>,
    /// How much one ordinary line counts against one post.
    #[arg(long, default_value_t = 1.0)]
    ordinary_weight: f64,
    /// How much one quiet post counts against one that deserves a warning.
    #[arg(long, default_value_t = 5.0)]
    quiet_weight: f64,
    /// Every how manieth ordinary line is taken.
    #[arg(long, default_value_t = 4)]
    ordinary_step: usize,
    /// Files with labelled posts to judge but not to learn from.
    #[arg(long, num_args = 1..)]
    judge: Vec<PathBuf>,
    /// Points from which a post gets a warning, one for each kind.
    #[arg(long, value_delimiter = ',', allow_hyphen_values = true)]
    thresholds: Vec<i32>,
    /// Points the text itself must have for that.
    #[arg(long, default_value_t = 12)]
    least: i32,
    /// Points of the text below which a pattern gives only a hint, unless it is
    /// certain or serious.
    #[arg(long, default_value_t = 20, allow_negative_numbers = true)]
    floor: i32,
    /// The same for patterns that are certain or serious.
    #[arg(long, default_value_t = -50, allow_negative_numbers = true)]
    bottom: i32,
    /// Words beyond which a text is long, and further words that ask a point more.
    #[arg(long, value_delimiter = ',', num_args = 2, default_values_t = [35, 4])]
    long: Vec<u32>,
    /// Prefixes of the names of classes that may be signs; all when left out.
    #[arg(long, value_delimiter = ',')]
    classes: Vec<String>,
    /// Points of classes that are given and not learned: `NAME=POINTS`.
    #[arg(long, value_delimiter = ',', value_parser = given)]
    given: Vec<(String, i8)>,
    /// Strength of the pull of all points towards nought.
    #[arg(long, default_value_t = 10.0)]
    restraint: f64,
    /// The same for points of a kind.
    #[arg(long, default_value_t = 4.0)]
    kind_restraint: f64,
    /// Words, beginnings and pairs that get points: those that move most.
    #[arg(long, default_value_t = 5000)]
    keep: usize,
    /// Where to write the table.
    #[arg(long, value_name = "FILE", requires = "thresholds")]
    out: Option<PathBuf>,
}

/// Reads `NAME=POINTS`.
fn given(text: &str) -> Result<(String, i8), String> {
    let (name, points) = text.split_once('=').ok_or("give NAME=POINTS")?;
    let points = points.parse().map_err(|e| format!("{points}: {e}"))?;
    Ok((name.to_owned(), points))
}

/// A post with its signs and what the rules say of it.
pub(crate) struct Case {
    pub(crate) post: Post,
    pub(crate) employer: Employer,
    /// Folder of the file it stands in.
    pub(crate) folder: String,
    pub(crate) signs: Signs,
    /// How many words it has.
    pub(crate) words: u32,
    /// A pattern gives it a warning.
    pub(crate) spoken: bool,
    /// A pattern cites a right norm.
    pub(crate) found: bool,
}

/// How many parts the hands are dealt into when posts are judged.
const FOLDS: usize = 8;
/// Points of one unit of evidence.
pub(crate) const SCALE: f64 = 20.0;

pub(crate) fn run(packs: Option<&Path>, args: &WeighArgs) -> Outcome {
    let compiled = compiled(packs)?;
    let mut checker = Checker::new(bezint_engine::Tables {
        weights: None,
        ..compiled.tables.clone()
    })
    .map_err(|e| e.to_string())?;
    let mut features = Features::new(&compiled, &args.classes);
    let learn = cases(&mut checker, &mut features, &args.posts)?;
    let judge = cases(&mut checker, &mut features, &args.judge)?;
    let ordinary = ordinary(&mut checker, &mut features, args)?;
    let kinds = Kinds::of(&compiled)?;
    let long = Long {
        from: args.long[0],
        words_a_point: args.long[1],
    };
    let used = features.common(learn.iter().map(|c| &c.signs));
    print(&format!("{} signs stand in enough posts", used.count()));
    let learned = |chosen: &[&Case]| {
        let mut samples: Vec<Sample> = chosen
            .iter()
            .map(|c| Sample {
                signs: used.of(&c.signs),
                warn: c.post.expect == "warn",
                weight: if c.post.expect == "warn" {
                    1.0
                } else {
                    args.quiet_weight
                },
            })
            .collect();
        samples.extend(ordinary.iter().map(|s| Sample {
            signs: used.of(s),
            warn: false,
            weight: args.ordinary_weight,
        }));
        let towards = towards(&samples, &features, &used, args);
        let kept = |new: usize| {
            let kept = towards[new] != 0.0 && !matches!(features.sign(&used, new), Sign::Pair(_));
            if kept {
                args.kind_restraint
            } else {
                f64::INFINITY
            }
        };
        let restraints: Vec<f64> = (0..used.count()).map(kept).collect();
        let of_kind: Vec<(Vec<u32>, usize)> = chosen
            .iter()
            .filter_map(|c| Some((used.of(&c.signs), kinds.kind_of(&c.post)?)))
            .collect();
        let kind = fit_kinds(&of_kind, kinds.ids.len(), &restraints);
        report::Model { towards, kind }
    };
    let mut judged: std::collections::BTreeMap<String, Vec<report::Judged>> = Default::default();
    for fold in 0..FOLDS {
        let inside = |c: &&Case| report::hand(&c.post.id) % FOLDS == fold;
        let others: Vec<&Case> = learn.iter().filter(|c| !inside(c)).collect();
        let model = learned(&others);
        for case in learn.iter().filter(inside) {
            let list = judged.entry(case.folder.clone()).or_default();
            list.push(report::judge(&model, &used, &features, &kinds, case, long));
        }
    }
    for (folder, judged) in &judged {
        print(&format!(
            "{folder}, each post judged by points learned from other hands:"
        ));
        report::curve(judged);
    }
    let model = learned(&learn.iter().collect::<Vec<_>>());
    if !judge.is_empty() {
        let judged: Vec<_> = judge
            .iter()
            .map(|c| report::judge(&model, &used, &features, &kinds, c, long))
            .collect();
        print("posts not learned from:");
        report::curve(&judged);
    }
    if let Some(path) = &args.out {
        let table = report::table(&model, &used, &features, &kinds, (args, long));
        std::fs::write(path, table)
            .map_err(|e| format!("{} cannot be written: {e}", path.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Learns points towards a warning: of all signs, and then of those again that
/// moved most.
fn towards(samples: &[Sample], features: &Features, used: &Used, args: &WeighArgs) -> Vec<f64> {
    let mut restraints: Vec<f64> = telling(samples, used.count())
        .into_iter()
        .enumerate()
        .map(|(new, tells)| {
            args.restraint / (tells * tells * features.sign(used, new).stands_for())
        })
        .collect();
    let moved = moved(samples, &fit(samples, &restraints));
    let mut spelled: Vec<usize> = (0..used.count())
        .filter(|&new| matches!(features.sign(used, new), Sign::Word(_) | Sign::Pair(_)))
        .collect();
    spelled.sort_by(|a, b| moved[*b].total_cmp(&moved[*a]));
    for &dropped in spelled.iter().skip(args.keep) {
        restraints[dropped] = f64::INFINITY;
    }
    fit(samples, &restraints)
}

fn cases(
    checker: &mut Checker,
    features: &mut Features,
    files: &[PathBuf],
) -> Result<Vec<Case>, String> {
    let mut out = Vec::new();
    for file in files {
        for post in read_post_file(file)? {
            let context = post
                .context()
                .map_err(|e| format!("post {}: {e}", post.id))?;
            let warnings = checker.check(&post.text, &context);
            let loud: Vec<_> = warnings
                .iter()
                .filter(|w| w.severity >= Severity::Warning)
                .collect();
            let norms = &checker.tables().norms;
            let found = loud
                .iter()
                .flat_map(|w| &w.norms)
                .any(|n| post.norms.contains(&norms[*n as usize].id));
            let spoken = !loud.is_empty();
            let signs = features.read(checker, &context);
            let folder = file
                .parent()
                .map(|p| p.display().to_string())
                .unwrap_or_default();
            out.push(Case {
                post,
                employer: context.employer,
                folder,
                signs,
                words: checker.text().tokens().len() as u32,
                spoken,
                found,
            });
        }
    }
    Ok(out)
}

/// The policy areas of a writer of ordinary lines: none for one in four, the
/// employer's own where it has one for two, and any for the others.
fn usual_topics(employer: Employer, turn: usize) -> Topic {
    let any = Topic(1 << (turn % TOPICS.len()));
    let own = match employer {
        Employer::Defensie => Topic::named("defensie"),
        Employer::Bz => Topic::named("buitenland"),
        Employer::Rijk | Employer::Gemeente => None,
    };
    match turn % 4 {
        0 => Topic::default(),
        1 | 2 => own.unwrap_or(any),
        _ => any,
    }
}

/// The capacity and function of a writer of ordinary lines: mostly someone with
/// an ordinary function in private, as among those who post.
fn usual_capacity(turn: usize) -> (Capacity, Function) {
    let capacity = match turn % 7 {
        5 => Capacity::Functie,
        6 => Capacity::Namens,
        _ => Capacity::Prive,
    };
    let function = match turn % 11 {
        9 => Function::Communicatie,
        10 => Function::Top,
        _ => Function::Overig,
    };
    (capacity, function)
}

/// Ordinary lines in contexts dealt out in turn.
fn ordinary(
    checker: &mut Checker,
    features: &mut Features,
    args: &WeighArgs,
) -> Result<Vec<Signs>, String> {
    let mut out = Vec::new();
    for file in &args.ordinary {
        for (i, line) in read_file(file)?
            .lines()
            .filter(|l| !l.trim().is_empty())
            .enumerate()
        {
            if i % args.ordinary_step != 0 {
                continue;
            }
            let turn = out.len();
            let employer = Employer::ALL[turn % Employer::ALL.len()];
            let topics = usual_topics(employer, turn / Employer::ALL.len());
            let (capacity, function) = usual_capacity(turn / Employer::ALL.len());
            let context = Context {
                employer,
                capacity,
                function,
                topics,
                year: 2026,
                ..Context::default()
            };
            checker.check(line, &context);
            out.push(features.read(checker, &context));
        }
    }
    Ok(out)
}

/// The kinds of warning: rules with `weighed = true`, and their norms.
pub(crate) struct Kinds {
    pub(crate) ids: Vec<String>,
    norms: Vec<Vec<String>>,
    binds: std::collections::HashMap<String, u8>,
}

impl Kinds {
    fn of(compiled: &bezint_pack::Compiled) -> Result<Kinds, String> {
        let weighed: Vec<_> = compiled
            .packs
            .rules
            .iter()
            .filter(|r| r.rule.weighed)
            .collect();
        if weighed.is_empty() {
            return Err(
                "no rule has weighed = true; write one for each kind of warning first".to_owned(),
            );
        }
        Ok(Kinds {
            ids: weighed.iter().map(|r| r.id.clone()).collect(),
            norms: weighed.iter().map(|r| r.rule.norms.clone()).collect(),
            binds: compiled
                .tables
                .norms
                .iter()
                .map(|n| (n.id.clone(), n.employers))
                .collect(),
        })
    }

    /// The kind of a labelled post: the one that names its first norm first.
    fn kind_of(&self, post: &Post) -> Option<usize> {
        post.norms.iter().find_map(|norm| {
            let place = |norms: &Vec<String>| norms.iter().position(|n| n == norm);
            let all = self.norms.iter().enumerate();
            all.filter_map(|(k, norms)| Some((place(norms)?, k)))
                .min()
                .map(|(_, k)| k)
        })
    }

    /// Whether a warning of this kind cites a right norm.
    pub(crate) fn cites(&self, kind: usize, employer: Employer, post: &Post) -> bool {
        let binding = self.norms[kind]
            .iter()
            .filter(|n| self.binds.get(*n).is_some_and(|b| b & employer.bit() != 0));
        binding.into_iter().any(|n| post.norms.contains(n))
    }
}
