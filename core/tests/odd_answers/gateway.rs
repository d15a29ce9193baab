//! A server whose every answer is the same.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

use futures_lite::future::block_on;
use sorakit::{Client, Dialect, Job, Options, VideoRequest};

/// A server that answers the same to everything.
pub struct Gateway {
    pub url: String,
    ends: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Gateway {
    pub fn answering(status: u16, body: impl Into<Vec<u8>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let ends = Arc::new(AtomicBool::new(false));
        let (body, ended) = (body.into(), ends.clone());
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if ended.load(Ordering::SeqCst) {
                    return;
                }
                let _ = stream.and_then(|stream| answer(stream, status, &body));
            }
        });
        Self {
            url,
            ends,
            thread: Some(thread),
        }
    }

    pub fn client(&self, dialect: Dialect) -> Client {
        Client::new(Options {
            dialect: Some(dialect),
            base_url: Some(self.url.clone()),
            api_key: Some("sk-test".into()),
            max_retries: Some(0),
            ..Options::default()
        })
        .unwrap()
    }

    pub fn poll(&self, dialect: Dialect) -> sorakit::Result<Job> {
        block_on(self.client(dialect).videos().get("t_1"))
    }

    pub fn create(&self, dialect: Dialect) -> sorakit::Result<Job> {
        block_on(
            self.client(dialect)
                .videos()
                .create(VideoRequest::new("a cat")),
        )
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.url.trim_start_matches("http://"));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Reads a request and answers it as `text/plain`, as relays do.
fn answer(stream: TcpStream, status: u16, body: &[u8]) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line == "\r\n" {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    std::io::copy(&mut reader.take(length), &mut std::io::sink())?;
    let mut stream = stream;
    write!(
        stream,
        "HTTP/1.1 {status} Odd\r\ncontent-type: text/plain\r\nx-oneapi-request-id: r-1\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(body)
}
