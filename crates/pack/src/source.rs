//! Reading pack files: from TOML text to the model, with places kept.

use std::collections::{BTreeMap, HashSet};

use toml::Spanned;

use crate::diagnostic::{Diagnostic, Lines, Origin};
use crate::model::{Condition, File, Head, Lexicon, NormText, Rule, Source, Weigh};

/// The largest pack file in bytes.
pub const LARGEST_FILE: usize = 2 << 20;

/// A pack file as text.
#[derive(Clone, Debug)]
pub struct PackFile {
    /// Path or name, for diagnostics.
    pub name: String,
    /// Id of the pack the file belongs to.
    pub pack: String,
    /// TOML.
    pub text: String,
}

/// Something and where it stands.
#[derive(Clone, Debug)]
pub struct Placed<T> {
    /// The thing.
    pub value: T,
    /// Where.
    pub at: Origin,
}

/// A rule with its pack.
#[derive(Clone, Debug)]
pub struct PlacedRule {
    /// The rule.
    pub rule: Rule,
    /// Its full id, `pack/rule`.
    pub id: String,
    /// Id of the pack.
    pub pack: String,
    /// Where it stands.
    pub at: Origin,
    /// Lines of its `any`, `yes` and `no` entries.
    pub any_lines: Vec<usize>,
    /// Lines of its `yes` entries.
    pub yes_lines: Vec<usize>,
    /// Lines of its `no` entries.
    pub no_lines: Vec<usize>,
}

/// Everything read from pack files.
#[derive(Debug, Default)]
pub struct Packs {
    /// Heads by pack id.
    pub heads: BTreeMap<String, Placed<Head>>,
    /// Documents.
    pub sources: BTreeMap<String, Source>,
    /// Norms.
    pub norms: BTreeMap<String, Placed<NormText>>,
    /// Lexicons; topics are called `topic.name`.
    pub lexicons: BTreeMap<String, Placed<Lexicon>>,
    /// Named conditions.
    pub conditions: BTreeMap<String, Placed<Condition>>,
    /// Rules in the order of the files.
    pub rules: Vec<PlacedRule>,
    /// Points of small signs.
    pub weigh: Option<Placed<Weigh>>,
}

/// Reads files. What cannot be read is left out and told.
pub fn read(files: &[PackFile], out: &mut Vec<Diagnostic>) -> Packs {
    let mut packs = Packs::default();
    let mut ids = HashSet::new();
    for file in files {
        let start = Origin {
            file: file.name.clone(),
            line: 1,
        };
        if file.text.len() > LARGEST_FILE {
            out.push(start.error(
                "too-large",
                "",
                format!("the file has more than {LARGEST_FILE} bytes"),
                format!("split the pack into files of at most {LARGEST_FILE} bytes"),
            ));
            continue;
        }
        let parsed: Result<File, toml::de::Error> = toml::from_str(&file.text);
        match parsed {
            Ok(parsed) => collect(file, parsed, &mut packs, &mut ids, out),
            Err(error) => {
                let line = error
                    .span()
                    .map_or(1, |s| Lines::of(&file.text).at(s.start));
                let at = Origin {
                    file: file.name.clone(),
                    line,
                };
                out.push(at.error(
                    "toml",
                    "",
                    error.message().trim().replace('\n', "; "),
                    "see docs/rules.md for the fields of a pack",
                ));
            }
        }
    }
    packs
}

fn collect(
    file: &PackFile,
    parsed: File,
    packs: &mut Packs,
    ids: &mut HashSet<String>,
    out: &mut Vec<Diagnostic>,
) {
    let places = Lines::of(&file.text);
    let origin = |offset: usize| Origin {
        file: file.name.clone(),
        line: places.at(offset),
    };
    let twice = |at: &Origin, what: &str, name: &str| {
        at.error(
            "twice",
            name,
            format!("{what} “{name}” is defined twice"),
            "give one of them another name",
        )
    };
    if let Some(head) = parsed.pack {
        let at = origin(head.span().start);
        let value = head.into_inner();
        if value.id != file.pack {
            out.push(at.error(
                "pack-id",
                &value.id,
                format!(
                    "the file belongs to pack “{}” but says “{}”",
                    file.pack, value.id
                ),
                "make them the same",
            ));
        }
        if packs.heads.contains_key(&value.id) {
            out.push(twice(&at, "pack", &value.id));
        }
        packs.heads.insert(value.id.clone(), Placed { value, at });
    }
    packs.sources.extend(parsed.source);
    if let Some(weigh) = parsed.weigh {
        let at = origin(weigh.span().start);
        if packs.weigh.is_some() {
            out.push(twice(&at, "weighing", "weigh"));
        }
        packs.weigh = Some(Placed {
            value: weigh.into_inner(),
            at,
        });
    }
    for (name, norm) in parsed.norm {
        let at = origin(norm.span().start);
        if packs.norms.contains_key(&name) {
            out.push(twice(&at, "norm", &name));
        }
        packs.norms.insert(
            name,
            Placed {
                value: norm.into_inner(),
                at,
            },
        );
    }
    let topics = parsed
        .topic
        .into_iter()
        .map(|(n, l)| (format!("topic.{n}"), l));
    for (name, lexicon) in parsed.lexicon.into_iter().chain(topics) {
        let at = origin(lexicon.span().start);
        if packs.lexicons.contains_key(&name) {
            out.push(twice(&at, "lexicon", &name));
        }
        packs.lexicons.insert(
            name,
            Placed {
                value: lexicon.into_inner(),
                at,
            },
        );
    }
    for (name, condition) in parsed.condition {
        let at = origin(condition.span().start);
        if packs.conditions.contains_key(&name) {
            out.push(twice(&at, "condition", &name));
        }
        packs.conditions.insert(
            name,
            Placed {
                value: condition.into_inner(),
                at,
            },
        );
    }
    for rule in parsed.rule {
        let at = origin(rule.span().start);
        let rule = rule.into_inner();
        let lines = |all: &[Spanned<crate::model::ExampleRef>]| {
            all.iter().map(|e| places.at(e.span().start)).collect()
        };
        let id = format!("{}/{}", file.pack, rule.id);
        if !ids.insert(id.clone()) {
            out.push(twice(&at, "rule", &id));
        }
        packs.rules.push(PlacedRule {
            any_lines: rule.any.iter().map(|a| places.at(a.span().start)).collect(),
            yes_lines: lines(&rule.yes),
            no_lines: lines(&rule.no),
            id,
            pack: file.pack.clone(),
            at,
            rule,
        });
    }
}

/// The pack files below `folder`: each folder in it is a pack, named after it.
/// Of a file that is too large only so much is read that [`read`] refuses it.
///
/// # Errors
/// When a folder or file cannot be read; the error names it.
#[cfg(not(target_arch = "wasm32"))]
pub fn read_folder(folder: &std::path::Path) -> std::io::Result<Vec<PackFile>> {
    let mut files = Vec::new();
    for pack in std::fs::read_dir(folder)? {
        let pack = pack?.path();
        if !pack.is_dir() {
            continue;
        }
        let id = pack
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        for file in std::fs::read_dir(&pack)? {
            let file = file?.path();
            if file.extension().is_some_and(|e| e == "toml") && file.is_file() {
                let name = file
                    .strip_prefix(folder)
                    .unwrap_or(&file)
                    .to_string_lossy()
                    .into_owned();
                let text = read_file(&file)
                    .map_err(|e| std::io::Error::new(e.kind(), format!("{name}: {e}")))?;
                files.push(PackFile {
                    name,
                    pack: id.clone(),
                    text,
                });
            }
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

#[cfg(not(target_arch = "wasm32"))]
fn read_file(file: &std::path::Path) -> std::io::Result<String> {
    use std::io::Read;
    let mut bytes = Vec::new();
    let most = LARGEST_FILE as u64 + 1;
    std::fs::File::open(file)?
        .take(most)
        .read_to_end(&mut bytes)?;
    if bytes.len() > LARGEST_FILE {
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        std::io::Error::new(
            std::io::ErrorKind::InvalidData,
            format!("not UTF-8 (byte {at}); convert it first, for instance with iconv -t utf-8"),
        )
    })
}
