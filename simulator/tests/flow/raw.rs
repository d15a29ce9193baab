//! A server that says what a test tells it to, byte for byte.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// A request as it came.
#[derive(Debug, Clone)]
pub struct Request {
    /// How many came before it.
    pub number: usize,
    pub method: String,
    /// When it had come.
    pub at: Instant,
    pub path: String,
    pub headers: Vec<(String, String)>,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Where the range begins that is asked for.
    pub fn start(&self) -> Option<usize> {
        let range = self.header("range")?.strip_prefix("bytes=")?;
        range.strip_suffix('-')?.parse().ok()
    }
}

/// An answer, after which the connection is closed.
#[derive(Debug, Clone)]
pub struct Answer {
    bytes: Vec<u8>,
    /// How many bytes are sent at once, and the pause after each.
    drip: Option<(usize, Duration)>,
}

impl Answer {
    /// Exactly these bytes.
    pub fn raw(bytes: Vec<u8>) -> Self {
        Self { bytes, drip: None }
    }

    /// A head of these lines, and a body, with no length unless a line says it.
    pub fn lines(status: u16, lines: &[&str], body: &[u8]) -> Self {
        let mut head = format!("HTTP/1.1 {status} X\r\nconnection: close\r\n");
        for line in lines {
            head.push_str(line);
            head.push_str("\r\n");
        }
        head.push_str("\r\n");
        Self::raw([head.as_bytes(), body].concat())
    }

    /// A whole body with its length.
    pub fn body(status: u16, lines: &[&str], body: &[u8]) -> Self {
        let length = format!("content-length: {}", body.len());
        let lines: Vec<&str> = lines.iter().copied().chain([length.as_str()]).collect();
        Self::lines(status, &lines, body)
    }

    pub fn json(status: u16, text: &str) -> Self {
        Self::body(status, &["content-type: application/json"], text.as_bytes())
    }

    /// Sends so many bytes at once, and pauses after each.
    pub fn slowly(mut self, bytes: usize, pause: Duration) -> Self {
        self.drip = Some((bytes, pause));
        self
    }
}

type Handler = dyn Fn(&Request) -> Answer + Send + Sync;

pub struct RawServer {
    port: u16,
    ended: Arc<AtomicBool>,
    seen: Arc<Mutex<Vec<Request>>>,
}

impl RawServer {
    pub fn start(handler: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self {
            port: listener.local_addr().unwrap().port(),
            ended: Arc::default(),
            seen: Arc::default(),
        };
        let (ended, seen) = (server.ended.clone(), server.seen.clone());
        let handler: Arc<Handler> = Arc::new(handler);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if ended.load(Ordering::Relaxed) {
                    break;
                }
                let (ended, seen, handler) = (ended.clone(), seen.clone(), handler.clone());
                std::thread::spawn(move || serve(stream, &*handler, &seen, &ended));
            }
        });
        server
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// The requests so far whose path holds `part`.
    pub fn seen(&self, part: &str) -> Vec<Request> {
        let seen = self.seen.lock().unwrap();
        let seen = seen.iter().filter(|request| request.path.contains(part));
        seen.cloned().collect()
    }
}

impl Drop for RawServer {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

fn serve(mut stream: TcpStream, handler: &Handler, seen: &Mutex<Vec<Request>>, ended: &AtomicBool) {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(20)));
    let Some(mut request) = read(&mut stream) else {
        return;
    };
    {
        let mut seen = seen.lock().unwrap();
        request.number = seen.len();
        seen.push(request.clone());
    }
    let answer = handler(&request);
    let (step, pause) = answer.drip.unwrap_or((1 << 20, Duration::ZERO));
    for piece in answer.bytes.chunks(step) {
        if ended.load(Ordering::Relaxed) || stream.write_all(piece).is_err() {
            return;
        }
        std::thread::sleep(pause);
    }
    let _ = stream.shutdown(Shutdown::Write);
    let _ = stream.read(&mut [0; 1]);
}

fn read(stream: &mut TcpStream) -> Option<Request> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).ok()?;
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).ok()?;
    let mut lines = head.lines();
    let mut first = lines.next()?.split(' ');
    let method = first.next()?.to_owned();
    let path = first.next()?.to_owned();
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length = length
        .and_then(|(_, value)| value.parse().ok())
        .unwrap_or(0);
    stream.read_exact(&mut vec![0; length]).ok()?;
    Some(Request {
        number: 0,
        method,
        at: Instant::now(),
        path,
        headers,
    })
}
