//! One port on loopback that answers https for the host names of the sites.
//!
//! A browser reaches it as its proxy: it asks `CONNECT x.com:443` and gets TLS
//! for x.com from this process. Any other host is refused, so a browser under
//! test talks to nothing but this machine.

mod http;
mod sites;

pub use sites::Site;

use http::{Request, Response};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::{
    collections::BTreeSet,
    io::{self, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    sync::{Arc, Mutex},
    thread,
};

/// A running server. It ends with the process.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    pages: PathBuf,
    tls: Arc<ServerConfig>,
    reports: Mutex<Vec<String>>,
    refused: Mutex<BTreeSet<String>>,
}

impl Server {
    /// Serves the bundled fixture pages in `pages`.
    pub fn start(pages: PathBuf) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let tls = Arc::new(certificate().map_err(io::Error::other)?);
        let shared = Arc::new(Shared {
            pages,
            tls,
            reports: Mutex::default(),
            refused: Mutex::default(),
        });
        let for_thread = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&for_thread);
                // A browser that hangs up in the middle is no failure of ours.
                thread::spawn(move || shared.connection(stream).unwrap_or_default());
            }
        });
        Ok(Self { address, shared })
    }

    /// Where the browser finds its proxy.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The bodies of the content-security-policy reports sent to `site` so far.
    pub fn csp_reports(&self, site: Site) -> Vec<String> {
        let marker = format!("{} ", site.host());
        let reports = self.shared.reports.lock().expect("no thread panicked");
        reports
            .iter()
            .filter_map(|report| report.strip_prefix(&marker))
            .map(str::to_owned)
            .collect()
    }

    /// Hosts somebody wanted to reach and could not.
    pub fn refused(&self) -> Vec<String> {
        self.shared
            .refused
            .lock()
            .expect("no thread panicked")
            .iter()
            .cloned()
            .collect()
    }
}

impl Shared {
    fn connection(&self, mut stream: TcpStream) -> io::Result<()> {
        let head = read_head(&mut stream)?;
        let target = head
            .strip_prefix("CONNECT ")
            .and_then(|rest| rest.split(' ').next());
        let Some(site) = target.and_then(Site::of_authority) else {
            let asked = head.lines().next().unwrap_or_default().to_owned();
            self.refused
                .lock()
                .expect("no thread panicked")
                .insert(asked);
            return stream.write_all(
                b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
            );
        };
        stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")?;
        let connection = ServerConnection::new(Arc::clone(&self.tls)).map_err(io::Error::other)?;
        let mut stream = BufReader::new(StreamOwned::new(connection, stream));
        while let Some(request) = Request::read(&mut stream)? {
            self.answer(site, &request).write(stream.get_mut())?;
        }
        Ok(())
    }

    fn answer(&self, site: Site, request: &Request) -> Response {
        if request.method == "POST" && request.path == site.report_path() {
            let report = format!("{} {}", site.host(), String::from_utf8_lossy(&request.body));
            self.reports
                .lock()
                .expect("no thread panicked")
                .push(report);
            return Response::empty(204);
        }
        match request.path.strip_prefix("/assets/") {
            Some(name) if !name.contains("..") => Response::file(&self.pages.join(name)),
            Some(_) => Response::empty(404),
            None if request.path == "/favicon.ico" => Response::empty(204),
            // The sites are single-page applications: every path is the same document.
            None => Response::file(&self.pages.join(site.document()))
                .with("content-security-policy", site.policy()),
        }
    }
}

/// The plain-text head of a request to the proxy, byte by byte: what follows it is TLS.
fn read_head(stream: &mut TcpStream) -> io::Result<String> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && head.len() < 8192 {
        stream.read_exact(&mut byte)?;
        head.push(byte[0]);
    }
    String::from_utf8(head).map_err(io::Error::other)
}

/// A certificate for all host names, made for this run only.
fn certificate() -> Result<ServerConfig, Box<dyn std::error::Error + Send + Sync>> {
    let hosts: Vec<String> = Site::ALL
        .iter()
        .map(|site| site.host().to_owned())
        .collect();
    let made = rcgen::generate_simple_self_signed(hosts)?;
    let key = rustls::pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der())?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)?;
    Ok(config)
}
