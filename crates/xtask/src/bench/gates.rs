//! What must hold every time: sizes, instructions, and how they grow.
//!
//! The limits stand in `tests/perf/gates.toml`. Where one is passed, change the
//! design of that part; the recorded count is only set anew on purpose. What is
//! not yet where it should be has a target too: its limit keeps it from growing,
//! and every run says what is left to gain.

use super::{
    counted::{self, Counts},
    native, sizes,
};
use crate::command::heading;
use bezint_tests::{driver::Result, root};
use serde::Deserialize;

/// `tests/perf/gates.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Limits {
    core_gzip_kib: f64,
    core_gzip_kib_target: f64,
    content_script_gzip_kib: f64,
    engine_instructions: f64,
    engine_tolerance: f64,
    packs_instructions_most: f64,
    linearity_most: f64,
    adversarial_linearity_most: f64,
    rules_growth_most: f64,
    letter_most: f64,
}

/// One figure and what it may be at most and at least.
struct Gate {
    what: &'static str,
    figure: f64,
    least: f64,
    most: f64,
    /// What it should become, where that is less than `most`.
    target: Option<f64>,
}

/// Checks all gates; the extension must be built.
pub fn gates() -> Result<()> {
    heading("Sizes and counted instructions");
    native::build()?;
    let limits: Limits = toml::from_str(&std::fs::read_to_string(
        root().join("tests/perf/gates.toml"),
    )?)?;
    let sizes = sizes::measure()?;
    let gzip = |what: &str| {
        let size = sizes.iter().find(|s| s.what == what);
        size.map(|s| s.gzip / 1024.0)
            .ok_or_else(|| format!("{what} is not built: run `cargo xtask build`"))
    };
    let counts = counted::measure()?;
    let most = |what, figure, most| Gate {
        what,
        figure,
        least: 0.0,
        most,
        target: None,
    };
    let gates = [
        Gate {
            target: Some(limits.core_gzip_kib_target),
            ..most("core, gzip, KiB", gzip("core")?, limits.core_gzip_kib)
        },
        most(
            "content script, gzip, KiB",
            gzip("content script")?,
            limits.content_script_gzip_kib,
        ),
        Gate {
            what: "million instructions, 400 generated rules",
            figure: counts.engine as f64 / 1e6,
            least: limits.engine_instructions * (1.0 - limits.engine_tolerance),
            most: limits.engine_instructions * (1.0 + limits.engine_tolerance),
            target: None,
        },
        most(
            "million instructions, built-in packs",
            counts.packs as f64 / 1e6,
            limits.packs_instructions_most,
        ),
        most(
            "a character of 30,000 to one of 3,000",
            Counts::per_character(counts.lengths),
            limits.linearity_most,
        ),
        most(
            "the same, every token an anchor",
            Counts::per_character(counts.adversarial),
            limits.adversarial_linearity_most,
        ),
        most(
            "10,000 rules to 10",
            counts.per_rule(),
            limits.rules_growth_most,
        ),
        most(
            "a letter more to the whole of 3,000 characters",
            counts.of_whole(),
            limits.letter_most,
        ),
    ];
    let mut broken = Vec::new();
    for gate in gates {
        let Gate {
            what,
            figure,
            least,
            most,
            target,
        } = gate;
        println!("{what}: {figure:.2} (at most {most:.2})");
        if let Some(target) = target.filter(|&target| figure > target) {
            println!("    {:.2} above its target of {target:.2}", figure - target);
        }
        if figure > most {
            broken.push(format!("{what}: {figure:.2}, at most {most:.2}"));
        } else if figure < least {
            broken.push(format!(
                "{what}: {figure:.2} is better than {least:.2}; record it in tests/perf/gates.toml"
            ));
        }
    }
    if broken.is_empty() {
        Ok(())
    } else {
        Err(broken.join("\n").into())
    }
}
