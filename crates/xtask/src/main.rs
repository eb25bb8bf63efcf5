//! The one tool around Bezint: `cargo xtask setup | build | package | demo | test | bench | gates`.

mod bench;
mod build;
mod command;
mod demo;
mod package;
mod setup;
mod test;

use bezint_tests::driver::{Browser, Result};
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask <command>

  setup                                 install what building and testing need
  build   [--browser chromium|firefox]  build the extension into target/extension/<browser>
  pages                                 bundle the fixture pages into target/pages
  package [--browser chromium|firefox]  zip it into target/package
  demo    [--browser chromium|firefox]  try Bezint on local copies of the sites' pages
  test                                  everything that must hold
  bench   [--browsers]                  what it costs, in a table; with --browsers,
                                        only what it costs in the browsers
  gates                                 whether size and speed are within their limits

Without --browser: both browsers; the demo takes Firefox.";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["setup"] => setup::everything(),
        ["build", rest @ ..] => build::extension(&browsers(rest)?),
        ["pages"] => setup::for_build().and_then(|()| build::pages()),
        ["package", rest @ ..] => package::zip(&browsers(rest)?),
        ["demo", rest @ ..] => demo::run(chosen(rest)?.unwrap_or(Browser::Firefox)),
        ["test"] => test::run_all(),
        ["bench"] => bench::run(),
        ["bench", "--browsers"] => bench::in_browsers(),
        ["gates"] => bench::gates(),
        _ => Err(USAGE.into()),
    }
}

fn browsers(rest: &[&str]) -> Result<Vec<Browser>> {
    Ok(chosen(rest)?.map_or(Browser::ALL.to_vec(), |browser| vec![browser]))
}

fn chosen(rest: &[&str]) -> Result<Option<Browser>> {
    match rest {
        [] => Ok(None),
        ["--browser", name] => {
            let found = Browser::ALL
                .into_iter()
                .find(|browser| browser.name() == *name);
            found
                .map(Some)
                .ok_or_else(|| format!("no such browser: {name}\n\n{USAGE}").into())
        }
        _ => Err(USAGE.into()),
    }
}
