//! Invariants of `docs/architecture.md` that can be read off the sources.

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files_below(folder: &Path, endings: &[&str], out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder can be read") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            files_below(&path, endings, out);
        } else if endings.iter().any(|e| path.to_string_lossy().ends_with(e)) {
            out.push(path);
        }
    }
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    files_below(&root().join("extension/src"), &[".ts"], &mut files);
    files_below(
        &root().join("extension/pages"),
        &[".html", ".css"],
        &mut files,
    );
    for rust in ["text", "engine", "packs", "wasm", "pages"] {
        files_below(
            &root().join("crates").join(rust).join("src"),
            &[".rs"],
            &mut files,
        );
    }
    assert!(files.len() > 60, "{} files", files.len());
    files
        .into_iter()
        .map(|f| {
            (
                f.clone(),
                std::fs::read_to_string(f).expect("a source can be read"),
            )
        })
        .collect()
}

#[test]
fn no_source_that_is_shipped_can_use_the_network_or_run_text_as_code() {
    let forbidden = [
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "EventSource",
        "sendBeacon",
        "RTCPeerConnection",
        "WebTransport",
        "importScripts",
        "eval(",
        "new Function",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "std::net",
        "gloo::net",
        "gloo_net",
        "http://",
    ];
    for (file, text) in sources() {
        for word in forbidden {
            let xml_namespace = word == "http://"
                && text.matches(word).count() == text.matches("http://www.w3.org/").count();
            assert!(
                !text.contains(word) || xml_namespace || is_prose(&file, &text, word),
                "{} holds {word}",
                file.display()
            );
        }
    }
}

/// The engine speaks of web addresses when it recognises them in a text.
fn is_prose(file: &Path, text: &str, word: &str) -> bool {
    word == "http://"
        && file.to_string_lossy().contains("crates/text")
        && text.contains("strip_prefix(\"http://\")")
}

#[test]
fn the_manifest_asks_for_storage_and_three_sites_and_exposes_nothing() {
    let text =
        std::fs::read_to_string(root().join("manifest.json")).expect("the manifest can be read");
    let manifest: serde_json::Value = serde_json::from_str(&text).expect("the manifest is JSON");
    assert_eq!(manifest["permissions"], serde_json::json!(["storage"]));
    assert!(manifest.get("web_accessible_resources").is_none());
    assert!(manifest.get("externally_connectable").is_none());
    let policy = manifest["content_security_policy"]["extension_pages"]
        .as_str()
        .expect("a policy");
    assert!(
        policy.contains("connect-src 'none'") && policy.contains("default-src 'none'"),
        "{policy}"
    );
    let hosts: Vec<&str> = ["host_permissions", "optional_host_permissions"]
        .iter()
        .filter_map(|k| manifest[*k].as_array())
        .flatten()
        .chain(
            manifest["content_scripts"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|s| s["matches"].as_array())
                .flatten(),
        )
        .filter_map(|m| m.as_str())
        .collect();
    let allowed = [
        "https://x.com/",
        "https://twitter.com/",
        "https://*.facebook.com/",
        "https://*.linkedin.com/",
        "https://www.facebook.com/",
        "https://www.linkedin.com/",
        "https://facebook.com/",
    ];
    for host in hosts {
        assert!(allowed.iter().any(|a| host.starts_with(a)), "{host}");
    }
}

#[test]
fn every_interface_text_exists_in_both_languages() {
    let read = |lang: &str| -> serde_json::Map<String, serde_json::Value> {
        let text = std::fs::read_to_string(
            root().join(format!("extension/_locales/{lang}/messages.json")),
        )
        .expect("the messages can be read");
        serde_json::from_str(&text).expect("the messages are JSON")
    };
    let (nl, en) = (read("nl"), read("en"));
    let names = |m: &serde_json::Map<String, serde_json::Value>| {
        m.keys().cloned().collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(names(&nl), names(&en));
}

#[test]
fn lock_files_name_no_registry_host() {
    for lock in [
        "extension/package-lock.json",
        "tests/pages/package-lock.json",
    ] {
        let text = std::fs::read_to_string(root().join(lock)).expect("the lock file can be read");
        assert!(!text.contains("\"resolved\": \"http"), "{lock}");
    }
}
