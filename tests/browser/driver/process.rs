//! The driver processes.

use super::Result;
use std::{
    io::{BufRead, BufReader, ErrorKind},
    net::{Ipv4Addr, Ipv6Addr, TcpListener},
    path::PathBuf,
    process::{self, Child, Command, Stdio},
    sync::atomic::{AtomicU16, Ordering},
    thread,
};

/// A chromedriver or geckodriver of our own, on a port of its own.
pub(super) struct Driver {
    child: Child,
    url: String,
}

impl Driver {
    /// Starts `program`, found in `target/tools/bin` or on the path, and reads
    /// the port from the line that holds `marker`.
    pub fn start(program: &str, arguments: &[&str], marker: &str) -> Result<Self> {
        let own: PathBuf = crate::target().join("tools/bin").join(program);
        let found = if own.exists() {
            own
        } else {
            PathBuf::from(program)
        };
        let mut child = Command::new(&found)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{}: {error}; run `cargo xtask setup`", found.display()))?;
        let mut lines = BufReader::new(child.stdout.take().expect("piped above")).lines();
        let mut said = String::new();
        let port = loop {
            let Some(line) = lines.next().transpose()? else {
                return Err(format!("{program} ended at once, saying:\n{said}").into());
            };
            if let Some((_, rest)) = line.split_once(marker) {
                break rest.trim_end_matches('.').trim().to_owned();
            }
            said.push_str(&line);
            said.push('\n');
        };
        // What it says later is read so that it never blocks on a full pipe.
        thread::spawn(move || lines.for_each(drop));
        Ok(Self {
            child,
            url: format!("http://127.0.0.1:{port}"),
        })
    }

    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.child.kill().unwrap_or_default();
        self.child.wait().map(drop).unwrap_or_default();
    }
}

/// A port that is free on both loopback addresses, below those that systems hand
/// out by themselves. A chromedriver that picks its own takes one that is free on
/// the first address and ends when some connection holds it on the second.
pub(super) fn free_port() -> Result<u16> {
    const FIRST: u16 = 20_000;
    const COUNT: u16 = 12_000;
    static TRIED: AtomicU16 = AtomicU16::new(0);
    let start = process::id() % u32::from(COUNT);
    for _ in 0..COUNT {
        let step = u32::from(TRIED.fetch_add(1, Ordering::Relaxed));
        let port = FIRST + ((start + step) % u32::from(COUNT)) as u16;
        let taken = |bound: std::io::Result<TcpListener>| {
            bound.is_err_and(|error| error.kind() == ErrorKind::AddrInUse)
        };
        if !taken(TcpListener::bind((Ipv4Addr::LOCALHOST, port)))
            && !taken(TcpListener::bind((Ipv6Addr::LOCALHOST, port)))
        {
            return Ok(port);
        }
    }
    Err("no free port on the loopback addresses".into())
}
