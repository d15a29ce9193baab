//! Two processes with one credential file, whose access token expires again and again:
//! each time one of them renews it, and both have the new one.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitCode, Stdio};

use serde::{Deserialize, Serialize};
use sorakit::auth::FileStore;
use sorakit::{Client, Dialect, Options};
use sorakit_simulator::Simulator;

use crate::cell::said;

/// What a process is told first.
#[derive(Serialize, Deserialize)]
struct Account {
    base_url: String,
    refresh_token: String,
    client_id: String,
    redirect_uri: String,
    file: PathBuf,
}

/// Every so many times a process begins anew, from what the file holds.
const ANEW: usize = 7;

/// Lets the token expire so often.
pub fn play(expiries: usize) -> ExitCode {
    let folder = tempfile::tempdir().expect("a folder");
    let simulator = Simulator::builder().start().expect("a simulator");
    let given = simulator.credentials();
    let account = Account {
        base_url: simulator.base_url("sora"),
        refresh_token: given.refresh_token,
        client_id: given.client_id,
        redirect_uri: given.redirect_uri,
        file: folder.path().join("account.json"),
    };
    let mut both = [Process::begin(&account), Process::begin(&account)];
    let mut wrong = Vec::new();
    for expiry in 1..=expiries {
        for (number, process) in both.iter_mut().enumerate() {
            process.ask(match (expiry + number).is_multiple_of(ANEW) {
                true => "anew",
                false => "go",
            });
        }
        for process in &mut both {
            let said = process.answer();
            if said != "ok" {
                wrong.push(format!("expiry {expiry}: {said}"));
            }
        }
        let renewals = simulator.requests_of("sora.tokens.refresh").len();
        if renewals != expiry {
            wrong.push(format!("expiry {expiry}: {renewals} renewals"));
        }
        if !wrong.is_empty() {
            break;
        }
        expire(&simulator);
    }
    let lost = wrong.len();
    println!("two processes, {expiries} expiries, {lost} failed");
    match wrong.first() {
        None => ExitCode::SUCCESS,
        Some(wrong) => {
            println!("    {wrong}");
            ExitCode::FAILURE
        }
    }
}

fn expire(simulator: &Simulator) {
    let now = simulator.now();
    let mut world = simulator.engine().world();
    let ids: Vec<_> = world.accounts.iter().map(|one| one.id.clone()).collect();
    for id in ids {
        world.tokens.expire_access(&id, now);
    }
}

/// One of the two.
struct Process {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Process {
    fn begin(account: &Account) -> Self {
        let program = std::env::current_exe().expect("this program");
        let mut child = Command::new(program)
            .arg("--renews")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a process");
        let mut process = Self {
            input: child.stdin.take().expect("a pipe"),
            output: BufReader::new(child.stdout.take().expect("a pipe")),
            child,
        };
        process.ask(&serde_json::to_string(account).expect("JSON"));
        process
    }

    fn ask(&mut self, line: &str) {
        writeln!(self.input, "{line}").expect("a process that listens");
    }

    fn answer(&mut self) -> String {
        let mut line = String::new();
        self.output.read_line(&mut line).expect("an answer");
        match line.trim() {
            "" => "the process is gone".into(),
            said => said.into(),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One of the two, from inside: asks for the quota whenever it is told to.
pub fn renew() -> ExitCode {
    let mut lines = std::io::stdin().lines().map_while(Result::ok);
    let first = lines.next().expect("an account");
    let account: Account = serde_json::from_str(&first).expect("an account");
    let mut client = client(&account, &account.file);
    for line in lines {
        if line == "anew" {
            client = self::client(&account, &account.file);
        }
        let quota = futures_lite::future::block_on(client.account().quota());
        match quota {
            Ok(_) => println!("ok"),
            Err(error) => println!("{}", said(&error)),
        }
    }
    ExitCode::SUCCESS
}

fn client(account: &Account, file: &Path) -> Client {
    let options = Options {
        dialect: Some(Dialect::Sora),
        base_url: Some(account.base_url.clone()),
        refresh_token: Some(account.refresh_token.as_str().into()),
        client_id: Some(account.client_id.as_str().into()),
        redirect_uri: Some(account.redirect_uri.as_str().into()),
        ..Options::default()
    };
    Client::new_with_store(options, FileStore::new(file)).expect("a client")
}
