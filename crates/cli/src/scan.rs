//! `bezint scan`: how many lines of ordinary text get a warning.

use std::path::Path;
use std::process::ExitCode;

use bezint_engine::Severity;
use serde_json::json;

use crate::post::{print, read_file};
use crate::rules::checker;
use crate::{Outcome, ScanArgs};

pub(crate) fn run(packs: Option<&Path>, args: &ScanArgs) -> Outcome {
    let mut checker = checker(packs)?;
    let context = args.context.context()?;
    let (mut lines, mut warned, mut hinted) = (0usize, 0usize, 0usize);
    let mut list = Vec::new();
    for file in &args.files {
        for line in read_file(file)?.lines().filter(|l| !l.trim().is_empty()) {
            lines += 1;
            let warnings = checker.check(line, &context);
            let loud = warnings.iter().find(|w| w.severity >= Severity::Warning);
            warned += usize::from(loud.is_some());
            hinted += usize::from(loud.is_none() && !warnings.is_empty());
            if let (true, Some(warning)) = (args.list, loud) {
                let rule = &checker.tables().rules[warning.rule as usize].id;
                let (_, phrase, _) = crate::check::cut(line, warning.span.start, warning.span.end);
                if args.json {
                    list.push(json!({ "rule": rule, "phrase": phrase, "line": line }));
                } else {
                    print(&format!("{rule} “{phrase}” {line}"));
                }
            }
        }
    }
    if args.json {
        let listed = args.list.then_some(list);
        print(
            &json!({ "lines": lines, "warned": warned, "hinted": hinted, "list": listed })
                .to_string(),
        );
    } else {
        let share = if lines == 0 {
            0.0
        } else {
            100.0 * warned as f64 / lines as f64
        };
        print(&format!(
            "{lines} lines, {warned} with a warning ({share:.3} %), {hinted} with only a hint"
        ));
    }
    Ok(ExitCode::SUCCESS)
}
