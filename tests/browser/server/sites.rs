//! The sites: host names and the policies they send.

/// A host name the server answers for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// x.com: WebAssembly allowed.
    X,
    /// twitter.com: the same pages under the name X had before.
    Twitter,
    /// www.facebook.com: WebAssembly allowed.
    Facebook,
    /// www.linkedin.com: WebAssembly refused, Trusted Types required.
    LinkedIn,
    /// A list of links to the pages of the three sites, and a newspaper with the
    /// comments of one of them in a frame; no site of Bezint's.
    Index,
}

impl Site {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::X,
        Self::Twitter,
        Self::Facebook,
        Self::LinkedIn,
        Self::Index,
    ];

    /// The host name.
    pub fn host(self) -> &'static str {
        match self {
            Self::X => "x.com",
            Self::Twitter => "twitter.com",
            Self::Facebook => "www.facebook.com",
            Self::LinkedIn => "www.linkedin.com",
            Self::Index => "demo.test",
        }
    }

    /// The name of the site in the settings of Bezint.
    pub fn setting(self) -> &'static str {
        match self {
            Self::X | Self::Twitter => "x",
            Self::Facebook => "facebook",
            Self::LinkedIn => "linkedin",
            Self::Index => "",
        }
    }

    /// The address of a page.
    pub fn url(self, path: &str) -> String {
        format!("https://{}{path}", self.host())
    }

    pub(super) fn of_authority(authority: &str) -> Option<Self> {
        let host = authority.strip_suffix(":443")?;
        Self::ALL.into_iter().find(|site| site.host() == host)
    }

    pub(super) fn document(self) -> &'static str {
        match self {
            Self::X | Self::Twitter => "x.html",
            Self::Facebook => "facebook.html",
            Self::LinkedIn => "linkedin.html",
            Self::Index => "index.html",
        }
    }

    /// Where the policy wants its reports.
    pub(super) fn report_path(self) -> &'static str {
        match self {
            Self::X | Self::Twitter => "/i/csp_report",
            Self::Facebook => "/csp/reporting",
            Self::LinkedIn => "/security/csp",
            Self::Index => "/csp",
        }
    }

    /// What the site sends in substance; the hosts of its own content networks
    /// are replaced by `'self'`, where the fixture bundle comes from.
    pub(super) fn policy(self) -> &'static str {
        match self {
            Self::X | Self::Twitter => {
                "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
                 style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; \
                 connect-src 'self'; frame-src 'self'; object-src 'none'; \
                 worker-src 'self' blob:; report-uri /i/csp_report"
            }
            Self::Facebook => {
                "default-src 'self' data: blob:; script-src 'self' blob: 'wasm-unsafe-eval'; \
                 style-src 'self' data: 'unsafe-inline'; img-src 'self' blob: data:; \
                 connect-src 'self'; report-uri /csp/reporting"
            }
            Self::LinkedIn => {
                "default-src 'self'; script-src 'report-sample' 'self'; script-src-attr 'none'; \
                 style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; \
                 connect-src 'self'; frame-src 'self'; object-src 'none'; \
                 require-trusted-types-for 'script'; \
                 trusted-types 'allow-duplicates' default jSecure highcharts dompurify; \
                 report-uri /security/csp"
            }
            Self::Index => {
                "default-src 'self'; style-src 'self' 'unsafe-inline'; \
                 frame-src https://www.facebook.com"
            }
        }
    }
}
