//! `bezint bench`: what checking costs, natively.
//!
//! For: how time, tables and loading grow with rules and with text, and a
//! check whose instructions can be counted. Not for: the core as the extension
//! runs it; `cargo xtask bench` measures that and calls this.

mod count;
mod generate;
mod growth;
mod texts;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::Outcome;

#[derive(Subcommand)]
pub(crate) enum BenchCommand {
    /// Time, tables and loading by number of rules and length of text.
    Growth {
        /// Files with posts in JSON lines, of which the texts are made.
        #[arg(required = true)]
        posts: Vec<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Write the tables of a generated pack.
    Generate {
        /// Files with posts in JSON lines, whose words the pack knows.
        #[arg(required = true)]
        posts: Vec<PathBuf>,
        /// How many rules.
        #[arg(long)]
        rules: usize,
        /// Where to write the tables.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Check one text once in a function called `counted_check`, for tools
    /// that count instructions.
    Count(CountArgs),
}

#[derive(Args)]
pub(crate) struct CountArgs {
    /// Files with posts in JSON lines, of which the text is made.
    #[arg(required = true)]
    posts: Vec<PathBuf>,
    /// Tables to use instead of those of the built-in packs.
    #[arg(long, value_name = "FILE")]
    tables: Option<PathBuf>,
    /// Length of the text; without it every post is checked by itself.
    #[arg(long)]
    characters: Option<usize>,
    /// A text in which every token starts a pattern.
    #[arg(long)]
    adversarial: bool,
    /// Count what one letter more costs, at the end of a text that was checked.
    #[arg(long)]
    letter: bool,
}

pub(crate) fn run(command: &BenchCommand) -> Outcome {
    match command {
        BenchCommand::Growth { posts, json } => growth::run(posts, *json)?,
        BenchCommand::Generate { posts, rules, out } => {
            let tables = generate::tables(*rules, &texts::vocabulary(posts)?)?;
            std::fs::write(out, tables)
                .map_err(|e| format!("{} cannot be written: {e}", out.display()))?;
        }
        BenchCommand::Count(args) => count::run(args)?,
    }
    Ok(ExitCode::SUCCESS)
}
