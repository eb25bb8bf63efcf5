//! `bezint`: the checker and the tools of rule authors on the command line.
//!
//! For: checking a text or many posts, explaining a verdict, measuring
//! quality, and testing and compiling packs. Not for: anything a civil servant
//! needs; that is the extension. Nothing here uses the network.

mod bench;
mod check;
mod coverage;
mod eval;
mod explain;
mod forms;
mod pack;
mod post;
mod rules;
mod scan;
mod weigh;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::post::ContextArgs;

#[derive(Parser)]
#[command(
    name = "bezint",
    version,
    about = "Checks posts against the four stelregels of online communication"
)]
struct Cli {
    /// Folder of packs to use instead of the built-in ones.
    #[arg(long, global = true, value_name = "FOLDER")]
    packs: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check a text, or posts in JSON lines with --jsonl.
    Check(CheckArgs),
    /// Tell of every match why it is a warning or not.
    Explain(ExplainArgs),
    /// Measure precision and recall on labelled posts.
    Eval(EvalArgs),
    /// Count the lines of plain text that get a warning.
    Scan(ScanArgs),
    /// Which norms are served by which rules.
    Coverage(CoverageArgs),
    /// Print every form of a lexicon.
    Forms(FormsArgs),
    /// Learn the points of small signs from labelled posts.
    Weigh(weigh::WeighArgs),
    /// Measure what checking costs.
    Bench {
        #[command(subcommand)]
        command: bench::BenchCommand,
    },
    /// Test or compile packs.
    Pack {
        #[command(subcommand)]
        command: PackCommand,
    },
}

#[derive(Args)]
struct CheckArgs {
    /// The text; standard input when left out.
    text: Option<String>,
    #[command(flatten)]
    context: ContextArgs,
    /// Language of the explanations.
    #[arg(long, default_value = "nl", value_parser = ["nl", "en"])]
    lang: String,
    /// Read posts in JSON lines from standard input, print warnings in JSON lines.
    #[arg(long, conflicts_with_all = ["text", "json"])]
    jsonl: bool,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct ExplainArgs {
    /// The text; standard input when left out.
    text: Option<String>,
    #[command(flatten)]
    context: ContextArgs,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct EvalArgs {
    /// Files with labelled posts in JSON lines.
    #[arg(required = true)]
    posts: Vec<PathBuf>,
    /// List misses and false alarms.
    #[arg(long)]
    list: bool,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct ScanArgs {
    /// Files with plain text, one post a line.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    context: ContextArgs,
    /// List the lines that get a warning.
    #[arg(long)]
    list: bool,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct CoverageArgs {
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct FormsArgs {
    /// Name of the lexicon, such as `eenheid` or `topic.asiel`; all when left out.
    lexicon: Option<String>,
    /// Word list, one word a line, to count how many forms are real words.
    #[arg(long, value_name = "FILE")]
    words: Option<PathBuf>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Subcommand)]
enum PackCommand {
    /// Check every example and prove every clause.
    Test {
        /// Print JSON.
        #[arg(long)]
        json: bool,
        /// Only rules whose id starts with this.
        #[arg(long, default_value = "")]
        only: String,
        /// Word list, one word a line, to count what compounds catch.
        #[arg(long, value_name = "FILE")]
        words: Option<PathBuf>,
    },
    /// Print every example with its context and what comes out, in JSON lines.
    Examples,
    /// Compile packs into tables.
    Compile {
        /// Where to write the tables.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
}

/// What went wrong, in words for the caller.
type Outcome = Result<ExitCode, String>;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let packs = cli.packs.as_deref();
    let outcome = match cli.command {
        Command::Check(args) => check::run(packs, &args),
        Command::Explain(args) => explain::run(packs, &args),
        Command::Eval(args) => eval::run(packs, &args),
        Command::Scan(args) => scan::run(packs, &args),
        Command::Coverage(args) => coverage::run(packs, args.json),
        Command::Weigh(args) => weigh::run(packs, &args),
        Command::Forms(args) => forms::run(packs, &args),
        Command::Bench { command } => bench::run(&command),
        Command::Pack {
            command: PackCommand::Test { json, only, words },
        } => pack::test(packs, json, &only, words.as_deref()),
        Command::Pack {
            command: PackCommand::Examples,
        } => pack::examples(packs),
        Command::Pack {
            command: PackCommand::Compile { out, json },
        } => pack::compile(packs, out.as_deref(), json),
    };
    outcome.unwrap_or_else(|message| {
        eprintln!("bezint: {message}");
        ExitCode::from(2)
    })
}
