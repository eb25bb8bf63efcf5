//! The compose boxes of the fixture pages and how one writes in them.

use crate::{
    driver::{Key, Result, Session},
    server::Site,
};

/// How a box posts.
#[derive(Clone, Copy, Debug)]
pub enum Submit {
    /// A click on the element at this path.
    Button(&'static str),
    /// A bare Enter; Shift+Enter is a new line.
    Enter,
    /// Control+Enter.
    ControlEnter,
}

/// A compose box.
#[derive(Clone, Copy, Debug)]
pub struct Composer {
    /// A name for test and demo.
    pub name: &'static str,
    /// Where it is.
    pub site: Site,
    /// On which page.
    pub path: &'static str,
    /// The frame it is in.
    pub frame: Option<&'static str>,
    /// What is clicked to make it appear.
    pub open: Option<&'static str>,
    /// The editable element; ` >>> ` steps into a shadow root.
    pub editor: &'static str,
    /// The path in front of the tool buttons that belong to it.
    pub scope: &'static str,
    /// How it posts.
    pub submit: Submit,
}

const PAGE: Composer = Composer {
    name: "",
    site: Site::X,
    path: "/",
    frame: None,
    open: None,
    editor: "",
    scope: "main",
    submit: Submit::ControlEnter,
};

const DIALOG: &str = "[role=dialog]";
const SHARE: &str = "#interop-outlet >>> ";

/// The boxes in which Bezint looks along.
pub const PUBLIC: [Composer; 15] = [
    Composer {
        name: "x_home",
        path: "/home",
        editor: "main [data-testid=tweetTextarea_0]",
        submit: Submit::Button("main [data-testid=tweetButtonInline]"),
        ..PAGE
    },
    Composer {
        name: "x_dialog",
        path: "/compose/post",
        editor: "[role=dialog] [data-testid=tweetTextarea_0]",
        scope: DIALOG,
        submit: Submit::Button("[role=dialog] [data-testid=tweetButton]"),
        ..PAGE
    },
    Composer {
        name: "x_reply",
        path: "/wouter/status/1",
        editor: "main [data-testid=tweetTextarea_0]",
        submit: Submit::ControlEnter,
        ..PAGE
    },
    Composer {
        name: "x_reply_dialog",
        path: "/compose/post?in_reply_to=1",
        editor: "[role=dialog] [data-testid=tweetTextarea_0]",
        scope: DIALOG,
        submit: Submit::Button("[role=dialog] [data-testid=tweetButton]"),
        ..PAGE
    },
    Composer {
        name: "x_quote",
        path: "/compose/post?url=https%3A%2F%2Fx.com%2Fwouter%2Fstatus%2F1",
        editor: "[role=dialog] [data-testid=tweetTextarea_0]",
        scope: DIALOG,
        submit: Submit::Button("[role=dialog] [data-testid=tweetButton]"),
        ..PAGE
    },
    Composer {
        name: "twitter_home",
        site: Site::Twitter,
        path: "/home",
        editor: "main [data-testid=tweetTextarea_0]",
        submit: Submit::Button("main [data-testid=tweetButtonInline]"),
        ..PAGE
    },
    Composer {
        name: "x_thread",
        path: "/compose/post",
        open: Some("[role=dialog] [data-testid=addButton]"),
        editor: "[role=dialog] [data-testid=tweetTextarea_1]",
        scope: DIALOG,
        submit: Submit::Button("[role=dialog] [data-testid=tweetButton]"),
        ..PAGE
    },
    Composer {
        name: "facebook_post",
        site: Site::Facebook,
        open: Some("[data-open=post]"),
        editor: "[role=dialog] [data-lexical-editor]",
        scope: DIALOG,
        submit: Submit::Button("[role=dialog] [aria-label=Plaatsen]"),
        ..PAGE
    },
    Composer {
        name: "facebook_group",
        site: Site::Facebook,
        path: "/groups/1",
        open: Some("[data-open=post]"),
        editor: "[role=dialog] [data-lexical-editor]",
        scope: DIALOG,
        submit: Submit::Button("[role=dialog] [aria-label=Plaatsen]"),
        ..PAGE
    },
    Composer {
        name: "facebook_comment",
        site: Site::Facebook,
        editor: "form[role=presentation] [data-lexical-editor]",
        scope: "form[role=presentation]",
        submit: Submit::Enter,
        ..PAGE
    },
    Composer {
        name: "linkedin_share",
        site: Site::LinkedIn,
        path: "/feed/",
        open: Some("[data-open=share]"),
        editor: "#interop-outlet >>> .ql-editor",
        scope: SHARE,
        submit: Submit::Button("#interop-outlet >>> .share-actions__primary-action"),
        ..PAGE
    },
    Composer {
        name: "linkedin_comment",
        site: Site::LinkedIn,
        path: "/feed/",
        editor: "[data-testid=ui-core-tiptap-text-editor-wrapper] [contenteditable]",
        submit: Submit::Button("[componentkey*=commentButtonSection]"),
        ..PAGE
    },
    Composer {
        name: "linkedin_old_comment",
        site: Site::LinkedIn,
        path: "/posts/1",
        editor: ".comments-comment-box__form .ql-editor",
        submit: Submit::Button(".comments-comment-box__submit-button--cr"),
        ..PAGE
    },
    Composer {
        name: "linkedin_article",
        site: Site::LinkedIn,
        path: "/article/new/",
        editor: ".article .ProseMirror",
        submit: Submit::Button("[data-open=publish]"),
        ..PAGE
    },
    Composer {
        name: "linkedin_frame",
        site: Site::LinkedIn,
        path: "/interop/",
        frame: Some("iframe[data-testid=interop-iframe]"),
        editor: ".comments-comment-box__form .ql-editor",
        submit: Submit::Button(".comments-comment-box__submit-button--cr"),
        ..PAGE
    },
];

/// The boxes for private messages.
pub const PRIVATE: [Composer; 6] = [
    Composer {
        name: "x_chat",
        path: "/i/chat",
        editor: "[data-testid=dm-composer-textarea]",
        submit: Submit::Enter,
        ..PAGE
    },
    Composer {
        name: "x_messages",
        path: "/messages/1",
        editor: "[data-testid=dmComposerTextInput]",
        submit: Submit::Button("[data-testid=dmComposerSendButton]"),
        ..PAGE
    },
    Composer {
        name: "facebook_messenger",
        site: Site::Facebook,
        path: "/messages/t/1",
        editor: "main [data-lexical-editor]",
        submit: Submit::Enter,
        ..PAGE
    },
    Composer {
        name: "facebook_chat_window",
        site: Site::Facebook,
        path: "/with-chat",
        editor: ".chat-window [data-lexical-editor]",
        submit: Submit::Enter,
        ..PAGE
    },
    Composer {
        name: "linkedin_message",
        site: Site::LinkedIn,
        path: "/messaging/",
        editor: ".msg-form__contenteditable",
        submit: Submit::Enter,
        ..PAGE
    },
    Composer {
        name: "linkedin_message_overlay",
        site: Site::LinkedIn,
        path: "/with-chat/",
        editor: ".msg-overlay-conversation-bubble .msg-form__contenteditable",
        submit: Submit::Enter,
        ..PAGE
    },
];

const CREATE: Submit = Submit::Button("[data-open=create]");

/// Boxes no adapter knows: Bezint looks along because somebody types in them.
pub const UNKNOWN: [Composer; 3] = [
    Composer {
        name: "x_unknown",
        path: "/i/events/new",
        editor: ".unknown-rich",
        submit: CREATE,
        ..PAGE
    },
    Composer {
        name: "facebook_unknown",
        site: Site::Facebook,
        path: "/events/create",
        editor: ".unknown-rich",
        submit: CREATE,
        ..PAGE
    },
    Composer {
        name: "linkedin_unknown",
        site: Site::LinkedIn,
        path: "/events/create/",
        editor: ".unknown-rich",
        submit: CREATE,
        ..PAGE
    },
];

/// Plain text fields, whose words no highlight can reach: one no adapter knows,
/// and the title of an article.
pub const PLAIN: [Composer; 2] = [
    Composer {
        name: "facebook_plain",
        site: Site::Facebook,
        path: "/events/create",
        editor: ".unknown-plain",
        submit: CREATE,
        ..PAGE
    },
    Composer {
        name: "linkedin_article_title",
        site: Site::LinkedIn,
        path: "/article/new/",
        editor: ".article-title",
        submit: Submit::Button("[data-open=publish]"),
        ..PAGE
    },
];

/// A public box by its name.
pub fn named(name: &str) -> &'static Composer {
    PUBLIC
        .iter()
        .find(|composer| composer.name == name)
        .expect("a box of the table")
}

impl Session {
    /// Goes to a box and puts the caret in it.
    pub fn enter(&self, composer: &Composer) -> Result<()> {
        self.open(composer.site, composer.path)?;
        if let Some(frame) = composer.frame {
            self.frame(Some(frame))?;
        }
        if let Some(open) = composer.open {
            self.click(open)?;
        }
        self.click(composer.editor)
    }

    /// A new line in a box.
    pub fn new_line(&self, composer: &Composer) -> Result<()> {
        match composer.submit {
            Submit::Enter => self.press(&[Key::Shift], Key::Enter),
            Submit::Button(_) | Submit::ControlEnter => self.press(&[], Key::Enter),
        }
    }

    /// Posts what is in a box.
    pub fn submit(&self, composer: &Composer) -> Result<()> {
        match composer.submit {
            Submit::Button(path) => self.click(path),
            Submit::Enter => self.press(&[], Key::Enter),
            Submit::ControlEnter => self.press(&[Key::Control], Key::Enter),
        }
    }

    /// Clicks a tool of a box: `emoji` or `mention`.
    pub fn tool(&self, composer: &Composer, tool: &str) -> Result<()> {
        self.click(&format!("{} [data-tool={tool}]", composer.scope))
    }
}
