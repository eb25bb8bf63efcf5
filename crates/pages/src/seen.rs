//! What Bezint does and sees in the tab in front.
//!
//! For: one answer out of what the tab reports and what the settings say. The
//! settings win: they hold from now on, the report is from a moment ago. Not
//! for: asking (`tab`) or words on screen (`popup`).

use crate::settings::{Settings, Site};

/// What the content script of the tab's main frame says it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Nobody is writing.
    Idle,
    /// It looks at what is written.
    Watching,
    /// What is being written is a private message.
    Message,
    /// The check does not work here.
    Failed,
}

impl Frame {
    /// From the name in the message. Off and paused are left to the settings.
    pub fn named(name: &str) -> Self {
        match name {
            "watching" => Self::Watching,
            "message" => Self::Message,
            "failed" => Self::Failed,
            _ => Self::Idle,
        }
    }
}

/// What a tab reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reported {
    /// Which site it is.
    pub site: Site,
    /// What its main frame does.
    pub frame: Frame,
    /// Remarks in all its frames together.
    pub count: u32,
}

/// What Bezint does in the tab in front.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Seen {
    /// Not a site of ours.
    Elsewhere,
    /// Paused until a moment in milliseconds since 1970.
    Paused(f64),
    /// Switched off on this site.
    Off,
    /// Ready, nobody is writing.
    Idle(Site),
    /// Looking, with so many remarks.
    Watching(u32),
    /// Not looking at a private message.
    Message,
    /// Not able to look.
    Failed,
}

impl Seen {
    /// What Bezint does, given what the tab reports, at a moment.
    pub fn now(report: Option<Reported>, settings: &Settings, now: f64) -> Self {
        if let Some(until) = settings.paused_until(now) {
            return Self::Paused(until);
        }
        let Some(Reported { site, frame, count }) = report else {
            return Self::Elsewhere;
        };
        match frame {
            _ if !settings.on(site) => Self::Off,
            Frame::Failed => Self::Failed,
            Frame::Message if count == 0 => Self::Message,
            Frame::Idle if count == 0 => Self::Idle(site),
            _ => Self::Watching(count),
        }
    }

    /// Its name in the page, `data-state`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Elsewhere => "elsewhere",
            Self::Paused(_) => "paused",
            Self::Off => "off",
            Self::Idle(_) => "idle",
            Self::Watching(_) => "watching",
            Self::Message => "message",
            Self::Failed => "failed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Change;

    fn reported(frame: &str, count: u32) -> Option<Reported> {
        Some(Reported {
            site: Site::X,
            frame: Frame::named(frame),
            count,
        })
    }

    fn seen(report: Option<Reported>, changes: &[Change]) -> Seen {
        let mut settings = Settings::default();
        for change in changes {
            settings.apply(change.clone());
        }
        Seen::now(report, &settings, 1000.0)
    }

    #[test]
    fn the_report_counts_where_bezint_is_on() {
        assert_eq!(seen(None, &[]), Seen::Elsewhere);
        assert_eq!(seen(reported("idle", 0), &[]), Seen::Idle(Site::X));
        assert_eq!(seen(reported("watching", 0), &[]), Seen::Watching(0));
        assert_eq!(seen(reported("watching", 2), &[]), Seen::Watching(2));
        assert_eq!(seen(reported("message", 0), &[]), Seen::Message);
        assert_eq!(seen(reported("failed", 0), &[]), Seen::Failed);
        assert_eq!(
            seen(reported("new in a later version", 0), &[]),
            Seen::Idle(Site::X)
        );
    }

    #[test]
    fn remarks_in_another_frame_count() {
        assert_eq!(seen(reported("idle", 1), &[]), Seen::Watching(1));
    }

    #[test]
    fn settings_win_over_a_report_from_a_moment_ago() {
        let off = Change::On(Site::X, false);
        assert_eq!(seen(reported("watching", 2), &[off]), Seen::Off);
        assert_eq!(seen(reported("off", 0), &[]), Seen::Idle(Site::X));
        assert_eq!(
            seen(
                reported("watching", 2),
                &[Change::On(Site::Facebook, false)]
            ),
            Seen::Watching(2)
        );
    }

    #[test]
    fn a_pause_holds_everywhere_and_ends() {
        let paused = Change::PausedUntil(1001.0);
        assert_eq!(
            seen(reported("watching", 2), std::slice::from_ref(&paused)),
            Seen::Paused(1001.0)
        );
        assert_eq!(seen(None, &[paused]), Seen::Paused(1001.0));
        assert_eq!(seen(None, &[Change::PausedUntil(1000.0)]), Seen::Elsewhere);
    }
}
