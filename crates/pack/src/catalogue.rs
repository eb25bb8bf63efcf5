//! What cards say: the texts of rules and norms, for the interface.

use std::collections::BTreeMap;

use bezint_engine::Employer;
use serde::Serialize;

use crate::model::Localised;
use crate::source::Packs;

/// A citation on a card.
#[derive(Debug, Serialize)]
pub struct Cite {
    /// Norm id.
    pub norm: String,
    /// What it is about, in a few words.
    pub title: Localised,
    /// Title of the document.
    pub source: Localised,
    /// Section.
    pub section: Localised,
    /// What the norm asks.
    pub statement: Localised,
    /// Stelregels.
    pub stelregel: Vec<u8>,
    /// Employers it binds; empty for all.
    pub employers: Vec<String>,
}

/// What a card says about a rule.
#[derive(Debug, Serialize)]
pub struct RuleText {
    /// Why this deserves a second look.
    pub why: Localised,
    /// What to do instead.
    pub advice: Localised,
    /// Norm ids, best first; keys of [`Catalogue::norms`].
    pub norms: Vec<String>,
}

/// All texts.
#[derive(Debug, Serialize)]
pub struct Catalogue {
    /// By rule id.
    pub rules: BTreeMap<String, RuleText>,
    /// By norm id.
    pub norms: BTreeMap<String, Cite>,
    /// Whom to ask, by employer.
    pub contact: BTreeMap<String, Localised>,
    /// What a user of a profile must know, by employer.
    pub notice: BTreeMap<String, Localised>,
}

/// Collects the texts.
pub fn catalogue(packs: &Packs) -> Catalogue {
    let rules = packs
        .rules
        .iter()
        .map(|r| {
            (
                r.id.clone(),
                RuleText {
                    why: r.rule.message.clone(),
                    advice: r.rule.advice.clone(),
                    norms: r.rule.norms.clone(),
                },
            )
        })
        .collect();
    let norms = packs
        .norms
        .iter()
        .map(|(id, norm)| {
            let norm = &norm.value;
            let source = packs
                .sources
                .get(&norm.source)
                .map(|s| s.title.clone())
                .unwrap_or_default();
            (
                id.clone(),
                Cite {
                    norm: id.clone(),
                    title: norm.title.clone(),
                    source,
                    section: norm.section.clone(),
                    statement: norm.statement.clone(),
                    stelregel: norm.stelregel.clone(),
                    employers: norm.employers.clone(),
                },
            )
        })
        .collect();
    let mut contact = BTreeMap::new();
    let mut notice = BTreeMap::new();
    for employer in Employer::ALL {
        let name = employer.name().to_owned();
        let own = packs
            .heads
            .values()
            .find(|h| h.value.employers == [name.clone()]);
        let head = own.or_else(|| packs.heads.get("rijk"));
        if let Some(head) = head {
            contact.insert(name.clone(), head.value.contact.clone());
            if let Some(text) = &head.value.notice {
                notice.insert(name, text.clone());
            }
        }
    }
    Catalogue {
        rules,
        norms,
        contact,
        notice,
    }
}
