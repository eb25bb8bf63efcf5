//! Reading, changing and storing settings.

use super::*;
use serde_json::json;

fn settings(stored: Value) -> Settings {
    Settings::from_stored(stored)
}

fn after(stored: Value, change: Change) -> Value {
    let mut changed = settings(stored);
    changed.apply(change);
    Value::Object(changed.stored().clone())
}

fn assert_defaults(settings: &Settings) {
    assert_eq!(settings.employer(), Employer::Rijk);
    assert_eq!(settings.function(), Function::Overig);
    assert_eq!(settings.topics().count(), 0);
    assert!(!settings.abroad());
    for &site in Site::ALL {
        assert_eq!(settings.capacity(site), Capacity::Prive);
        assert!(settings.on(site));
    }
    assert_eq!(settings.off().count(), 0);
    assert_eq!(settings.paused_until(0.0), None);
}

#[test]
fn nothing_stored_is_all_defaults() {
    for stored in [
        json!(null),
        json!({}),
        json!([]),
        json!("settings"),
        json!(3),
        json!(true),
    ] {
        assert_defaults(&settings(stored));
    }
}

#[test]
fn every_malformed_field_is_its_default() {
    for wrong in [
        json!(null),
        json!("zzz"),
        json!(-7),
        json!([1, null]),
        json!({ "x": 1 }),
    ] {
        let fields = "employer function topics abroad sites off welcomed pausedUntil version";
        let all = fields
            .split(' ')
            .map(|field| (field.to_owned(), wrong.clone()));
        let read = settings(Value::Object(all.collect()));
        assert_eq!(read.employer(), Employer::Rijk, "{wrong}");
        assert_eq!(read.function(), Function::Overig, "{wrong}");
        assert_eq!(read.topics().count(), 0, "{wrong}");
        assert!(!read.abroad() && read.on(Site::X), "{wrong}");
        assert_eq!(read.capacity(Site::X), Capacity::Prive, "{wrong}");
        assert_eq!(read.paused_until(0.0), None, "{wrong}");
    }
}

#[test]
fn a_malformed_field_spoils_no_other() {
    let read = settings(json!({
        "employer": "klm", "function": "top", "topics": ["asiel", 4, "onbekend", "zorg"],
        "abroad": "ja", "off": ["rijk/een", 2, "bz/twee"], "pausedUntil": 12.5, "welcomed": true,
        "sites": { "x": { "on": 1, "capacity": "namens" }, "facebook": [], "linkedin": { "on": false } },
    }));
    assert_eq!(read.employer(), Employer::Rijk);
    assert_eq!(read.function(), Function::Top);
    assert_eq!(read.topics().collect::<Vec<_>>(), ["asiel", "zorg"]);
    assert!(!read.abroad());
    assert_eq!(read.off().collect::<Vec<_>>(), ["rijk/een", "bz/twee"]);
    assert!(read.on(Site::X) && read.on(Site::Facebook) && !read.on(Site::Linkedin));
    assert_eq!(read.capacity(Site::X), Capacity::Namens);
    assert_eq!(read.capacity(Site::Facebook), Capacity::Prive);
    assert_eq!(read.paused_until(12.0), Some(12.5));
    assert_eq!(read.paused_until(12.5), None);
}

#[test]
fn what_is_stored_comes_back_whole() {
    let stored = json!({ "employer": "klm", "new": { "deep": [1, 2.5, null, "é"] }, "sites": 7 });
    assert_eq!(
        Value::Object(settings(stored.clone()).stored().clone()),
        stored
    );
}

#[test]
fn a_change_touches_its_field_only() {
    let stored =
        json!({ "version": 3, "employer": "klm", "new": [1], "off": "x", "messages": true });
    let mut expected = stored.clone();
    expected["abroad"] = json!(true);
    assert_eq!(after(stored, Change::Abroad(true)), expected);
}

#[test]
fn the_first_change_says_which_version() {
    assert_eq!(
        after(json!(null), Change::Employer(Employer::Bz)),
        json!({ "version": 1, "employer": "bz" })
    );
    assert_eq!(
        after(json!({}), Change::Welcomed),
        json!({ "version": 1, "welcomed": true })
    );
}

#[test]
fn every_choice_is_stored_by_its_name() {
    for &employer in Employer::ALL {
        assert_eq!(
            settings(after(json!({}), Change::Employer(employer))).employer(),
            employer
        );
    }
    for &function in Function::ALL {
        assert_eq!(
            settings(after(json!({}), Change::Function(function))).function(),
            function
        );
    }
    for &site in Site::ALL {
        for &capacity in Capacity::ALL {
            let changed = settings(after(json!({}), Change::Capacity(site, capacity)));
            assert_eq!(changed.capacity(site), capacity);
            for &other in Site::ALL.iter().filter(|&&other| other != site) {
                assert_eq!(changed.capacity(other), Capacity::Prive);
            }
        }
        assert!(!settings(after(json!({}), Change::On(site, false))).on(site));
    }
}

#[test]
fn a_site_keeps_what_else_it_has() {
    let stored = json!({ "version": 1, "sites": { "x": { "on": false, "later": 1 }, "mastodon": { "on": true } } });
    let expected = json!({ "version": 1, "sites": {
        "x": { "on": false, "later": 1, "capacity": "functie" }, "mastodon": { "on": true },
    } });
    assert_eq!(
        after(stored, Change::Capacity(Site::X, Capacity::Functie)),
        expected
    );
    for sites in [
        json!(null),
        json!([]),
        json!("x"),
        json!({ "x": null }),
        json!({ "x": 5 }),
    ] {
        let stored = json!({ "version": 1, "sites": sites });
        let expected = json!({ "version": 1, "sites": { "x": { "on": false } } });
        assert_eq!(after(stored, Change::On(Site::X, false)), expected);
    }
}

#[test]
fn unknown_topics_stay_and_none_is_listed_twice() {
    let stored = json!({ "version": 1, "topics": ["asiel", "visserij", "asiel", 4] });
    let added = after(stored.clone(), Change::Topic("zorg", true));
    assert_eq!(
        added["topics"],
        json!(["asiel", "visserij", "asiel", 4, "zorg"])
    );
    assert_eq!(
        after(stored.clone(), Change::Topic("asiel", true))["topics"],
        json!(["visserij", 4, "asiel"])
    );
    assert_eq!(
        after(stored, Change::Topic("asiel", false))["topics"],
        json!(["visserij", 4])
    );
    assert_eq!(
        after(json!({ "topics": "asiel" }), Change::Topic("zorg", true))["topics"],
        json!(["zorg"])
    );
}

#[test]
fn a_pause_is_whole_milliseconds_and_ends() {
    let paused = after(json!({}), Change::PausedUntil(1_800_000_000_000.75));
    assert_eq!(paused["pausedUntil"], json!(1_800_000_000_000_u64));
    assert_eq!(settings(paused.clone()).paused_until(1e12), Some(1.8e12));
    assert_eq!(settings(paused.clone()).paused_until(1.8e12), None);
    assert_eq!(
        after(paused, Change::PausedUntil(0.0))["pausedUntil"],
        json!(0)
    );
    assert_eq!(
        after(json!({}), Change::PausedUntil(-5.0))["pausedUntil"],
        json!(0)
    );
}

#[test]
fn names_are_those_of_the_core() {
    use bezint_engine as core;
    fn ours<C: Choice>() -> Vec<&'static str> {
        C::ALL.iter().map(|one| one.name()).collect()
    }
    assert_eq!(TOPICS, core::TOPICS);
    assert_eq!(
        ours::<Employer>(),
        core::Employer::ALL
            .iter()
            .map(|one| one.name())
            .collect::<Vec<_>>()
    );
    assert_eq!(
        ours::<Capacity>(),
        core::Capacity::ALL
            .iter()
            .map(|one| one.name())
            .collect::<Vec<_>>()
    );
    assert_eq!(
        ours::<Function>(),
        core::Function::ALL
            .iter()
            .map(|one| one.name())
            .collect::<Vec<_>>()
    );
}

#[test]
fn private_messages_are_looked_at_only_when_wanted() {
    for stored in [json!({}), json!({ "messages": "ja" }), json!(null)] {
        assert!(!settings(stored).messages());
    }
    assert!(settings(after(json!({}), Change::Messages(true))).messages());
}

#[test]
fn a_rule_that_was_off_comes_back_alone() {
    let on = |stored| after(stored, Change::RuleOn("rijk/een".to_owned()));
    let stored = json!({ "version": 1, "off": ["rijk/een", 2, "later/twee", "rijk/een"] });
    assert_eq!(on(stored)["off"], json!([2, "later/twee"]));
    let malformed = json!({ "version": 1, "off": "rijk/een" });
    assert_eq!(on(malformed.clone()), malformed);
}
