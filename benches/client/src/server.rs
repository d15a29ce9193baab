//! The least that a server can do: it answers every request with one job.

use std::io::{Read, Write};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::Outcome;

const JOB: &str = r#"{"id":"video_1","object":"video","model":"sora-2","status":"in_progress","progress":33,"created_at":1758941485,"size":"1280x720","seconds":"8"}"#;

/// Serves on loopback until the input ends; prints the address.
pub fn serve() -> Outcome {
    std::thread::spawn(|| {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        println!("http://{}", listener.local_addr()?);
        std::io::stdout().flush()?;
        loop {
            let (stream, _) = listener.accept().await?;
            tokio::spawn(answer(stream));
        }
    })
}

/// The requests have no bodies, so that each ends with its head.
async fn answer(mut stream: TcpStream) -> std::io::Result<()> {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ";
    let answer = format!("{head}{}\r\n\r\n{JOB}", JOB.len());
    let mut buffer = vec![0; 8 << 10];
    let mut filled = 0;
    loop {
        let size = stream.read(&mut buffer[filled..]).await?;
        filled += size;
        if size == 0 || filled == buffer.len() {
            return Ok(());
        }
        if buffer[..filled].ends_with(b"\r\n\r\n") {
            filled = 0;
            stream.write_all(answer.as_bytes()).await?;
        }
    }
}
