//! A gateway that does what a test says.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use sorakit::{Client, Dialect, Options};

use crate::setup::client_with;

/// What a gateway does with a request.
pub(crate) enum Does {
    Answers(String),
    /// Says nothing, until it is ended.
    Hangs,
    /// Closes the connection.
    Breaks,
}

pub(crate) fn answers(status: u16, headers: &str, body: &str) -> Does {
    let length = body.len();
    Does::Answers(format!(
        "HTTP/1.1 {status} X\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
    ))
}

pub(crate) fn json(status: u16, body: &str) -> Does {
    answers(status, "content-type: application/json\r\n", body)
}

pub(crate) fn page(status: u16, body: &str) -> Does {
    answers(status, "content-type: text/html\r\n", body)
}

pub(crate) fn stands(id: &str, word: &str) -> Does {
    let body = format!(r#"{{"id": "{id}", "object": "video", "status": "{word}", "progress": 5}}"#);
    json(200, &body)
}

/// A gateway that does what a test says. A path is that of the request without its
/// query and version, and comes with how often it was asked before.
pub(crate) struct Gateway {
    pub(crate) port: u16,
    pub(crate) ended: Arc<AtomicBool>,
    pub(crate) asked: Arc<Mutex<Vec<(String, Instant)>>>,
}

impl Gateway {
    pub(crate) fn start(does: impl Fn(&str, usize) -> Does + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let gateway = Self {
            port: listener.local_addr().unwrap().port(),
            ended: Arc::default(),
            asked: Arc::default(),
        };
        let (ended, asked) = (gateway.ended.clone(), gateway.asked.clone());
        let does = Arc::new(does);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if ended.load(Ordering::Relaxed) {
                    break;
                }
                let (ended, asked, does) = (ended.clone(), asked.clone(), does.clone());
                std::thread::spawn(move || {
                    let Some(path) = read_path(&stream) else {
                        return;
                    };
                    let before = {
                        let mut asked = asked.lock().unwrap();
                        asked.push((path.clone(), Instant::now()));
                        asked.iter().filter(|(other, _)| *other == path).count() - 1
                    };
                    match does(&path, before) {
                        Does::Answers(text) => drop((&stream).write_all(text.as_bytes())),
                        Does::Hangs => {
                            while !ended.load(Ordering::Relaxed) {
                                std::thread::sleep(Duration::from_millis(20));
                            }
                        }
                        Does::Breaks => {}
                    }
                    let _ = stream.shutdown(Shutdown::Both);
                });
            }
        });
        gateway
    }

    /// When this path was asked.
    pub(crate) fn asked(&self, path: &str) -> Vec<Instant> {
        let asked = self.asked.lock().unwrap();
        let asked = asked.iter().filter(|(other, _)| other == path);
        asked.map(|(_, at)| *at).collect()
    }

    pub(crate) fn options(&self, dialect: Dialect) -> Options {
        Options {
            dialect: Some(dialect),
            base_url: Some(format!("http://127.0.0.1:{}", self.port)),
            api_key: Some("key".into()),
            poll_interval: Some(0.05),
            ..Options::default()
        }
    }

    pub(crate) fn client(&self) -> Client {
        client_with(self.options(Dialect::Openai))
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

pub(crate) fn read_path(mut stream: &TcpStream) -> Option<String> {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).ok()?;
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let target = head.split(' ').nth(1)?;
    let path = target.split('?').next()?;
    Some(path.strip_prefix("/v1").unwrap_or(path).to_owned())
}
