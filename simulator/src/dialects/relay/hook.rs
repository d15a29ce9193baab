//! `notify_hook`: the address that a relay calls when a task has ended
//! (`docs/wire/relay.md` §2.3).

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use url::{Host, Url};

use super::bodies;
use crate::dialects::gateway::jobs;
use crate::exchange::Call;

/// How long the address may take to hear of it.
const PATIENCE: Duration = Duration::from_secs(5);

/// Posts the task to the address, as a poll answers it, once it has ended. Only plain HTTP to this
/// machine is called: a simulator reaches nobody else.
pub fn call_at_end(call: &Call, account: &str, id: &str, address: &str) {
    let Some(url) = Url::parse(address).ok().filter(is_near) else {
        return;
    };
    let (call, account, id) = (call.clone(), account.to_owned(), id.to_owned());
    tokio::spawn(async move {
        call.finished(&id_of_job(&call, &account, &id)).await;
        let call = Call {
            now: call.engine.clock.now(),
            ..call
        };
        if let Some(shown) = jobs::find(&call, &account, &id) {
            let body = bodies::task(&call, &shown).to_string();
            // Nobody is told that it failed: a relay would not say so either.
            let _ = tokio::time::timeout(PATIENCE, post(&url, &body)).await;
        }
    });
}

/// The simulator's own id of a task.
fn id_of_job(call: &Call, account: &str, id: &str) -> String {
    jobs::find(call, account, id).map_or_else(String::new, |shown| shown.job.id)
}

fn is_near(url: &Url) -> bool {
    let is_loopback = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    url.scheme() == "http" && is_loopback
}

async fn post(url: &Url, body: &str) -> std::io::Result<()> {
    let port = url.port_or_known_default().unwrap_or(80);
    let host = match url.host() {
        Some(Host::Ipv6(address)) => address.to_string(),
        Some(Host::Ipv4(address)) => address.to_string(),
        _ => "127.0.0.1".to_owned(),
    };
    let mut socket = TcpStream::connect((host.as_str(), port)).await?;
    let place = &url[url::Position::BeforePath..url::Position::AfterQuery];
    let authority = url.authority();
    let head = format!(
        "POST {place} HTTP/1.1\r\nhost: {authority}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    socket.write_all(head.as_bytes()).await?;
    socket.write_all(body.as_bytes()).await?;
    // The answer says nothing that matters, and is read so that the sender can end well.
    let mut answer = [0; 1024];
    while socket.read(&mut answer).await? > 0 {}
    Ok(())
}
