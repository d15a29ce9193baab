//! `sorakit doctor`: why it does not work, and what to do next.

mod findings;
mod heads;
mod reach;

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::{Value, json};
use sorakit::text::address;
use sorakit::{Client, Dialect, Error, ErrorKind, Feature, Resolved, Result};

use crate::connection::{Connection, connected, credential_source, has_credential};
use crate::kept_token::with_kept_token;
use crate::log::with_log;
use crate::outcome::{Failure, KEYLESS, Outcome, Report, Session};
use crate::recording::{self, Recorder};
use crate::servers;
use crate::tap::Tapped;
use findings::{Finding, Grade};
use heads::Heads;

/// What `doctor` is told.
#[derive(clap::Args)]
#[command(
    after_help = "It asks a few questions that change nothing. The exit status is 1 when something is \
    wrong.\n\n\
    Examples:\n  \
    sorakit doctor\n  \
    sorakit doctor --profile work --report odd.json"
)]
pub struct Arguments {
    /// A new file that gets what was found, asked and answered, without secrets: for a bug report.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Prints a JSON object: what was found.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    connection: Connection,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    if let Some(path) = &arguments.report {
        recording::check("report", path)?;
    }
    let resolved = arguments.connection.resolve()?;
    let mut visit = Visit {
        session,
        findings: Vec::new(),
        recorder: Recorder::default(),
        asked: None,
    };
    let base_url = visit.look(&resolved).await;
    let findings = visit.findings;
    let text: String = findings.iter().map(Finding::lines).collect();
    if let Some(path) = &arguments.report {
        let (dialect, verb, answer) = visit.asked.unwrap_or_else(|| {
            let error = Error::new(ErrorKind::Connection, "nothing was asked");
            (None, "models.list", Err(error))
        });
        let base_url = base_url.unwrap_or_default();
        let about = recording::About {
            server: without_place(&text, &base_url),
            base_url,
            dialect,
            verb: verb.to_owned(),
        };
        visit.recorder.write(path, &about, &json!({}), &answer)?;
        let place = sorakit::text::shell(&path.to_string_lossy());
        session.note(&format!(
            "{place} is the report; read it before you send it on."
        ));
    }
    let is_bad = findings.iter().any(|finding| finding.grade == Grade::Bad);
    let report = Report::of(text, json!({ "works": !is_bad, "findings": findings }));
    match is_bad {
        true => Err(Failure::said(report)),
        false => Ok(report),
    }
}

/// The id of a video that no server has: what is said of it tells whether the key is taken.
const NO_VIDEO: &str = "sorakit-probe";

/// Whether the server was asked what it speaks, and its answers do not say it.
fn tells_nothing(error: &Error) -> bool {
    let kind = error.kind();
    matches!(
        kind,
        ErrorKind::Unsupported | ErrorKind::Authentication | ErrorKind::Permission
    )
}

/// What was found, without saying where the server is.
fn without_place(text: &str, base_url: &str) -> String {
    match reach::place(base_url) {
        Some((host, port)) => text
            .replace(&format!("{host}:{port}"), "gateway.example")
            .replace(&host, "gateway.example"),
        None => text.to_owned(),
    }
}

/// What was asked last, with the dialect, and what came of it.
type Asked = (Option<Dialect>, &'static str, Result<Value>);

/// One look at a server.
struct Visit<'a> {
    session: &'a Session,
    findings: Vec<Finding>,
    recorder: Recorder,
    asked: Option<Asked>,
}

impl Visit<'_> {
    /// Looks at everything, from the outside in; answers with the base URL.
    async fn look(&mut self, resolved: &Resolved) -> Option<String> {
        let options = &resolved.options;
        let Some(base_url) = options.base_url.clone() else {
            let missing = Finding::new("settings", Grade::Bad, "no base URL is given");
            self.findings.push(missing.next(
                "Name the server with --base-url, with SORAKIT_BASE_URL, or keep it with `sorakit \
                 login`.",
            ));
            return None;
        };
        for warning in &resolved.warnings {
            self.findings
                .push(Finding::new("settings", Grade::Odd, warning));
        }
        // Any dialect does where none is named: it is about the way there.
        let mut any = resolved.clone();
        any.options.dialect = options.dialect.or(Some(Dialect::Openai));
        any.warnings.clear();
        let client = match Client::from_resolved(any) {
            Ok(client) => client,
            Err(error) => {
                let wrong = Finding::new("settings", Grade::Bad, error.reason());
                self.findings
                    .push(wrong.next("Mend it: `sorakit config show` says where it is."));
                return Some(base_url);
            }
        };
        let named = options.dialect.map_or("none named", Dialect::as_str);
        let settings = format!("{}, dialect {named}", address(&base_url));
        self.findings
            .push(Finding::new("settings", Grade::Good, settings));
        if !self.reach(&client).await {
            return Some(base_url);
        }
        let Some(dialect) = self.dialect(resolved).await else {
            return Some(base_url);
        };
        self.credential(resolved, dialect).await;
        Some(base_url)
    }

    /// Whether the server, or the proxy before it, is there.
    async fn reach(&mut self, client: &Client) -> bool {
        let proxy = client.proxy();
        let found = match &proxy {
            Some(proxy) => format!("through {proxy}"),
            None => "none".to_owned(),
        };
        self.findings
            .push(Finding::new("proxy", Grade::Good, found));
        let (what, place) = match &proxy {
            Some(proxy) => ("the proxy", reach::place(&format!("http://{proxy}"))),
            None => ("the server", reach::place(client.base_url())),
        };
        let Some((host, port)) = place else {
            return true;
        };
        let finding = reach::look(what, host, port).await;
        let is_there = finding.grade != Grade::Bad;
        self.findings.push(finding);
        is_there
    }

    /// What the server speaks, and on the way there who it is.
    async fn dialect(&mut self, resolved: &Resolved) -> Option<Dialect> {
        let named = resolved.options.dialect;
        let mut unnamed = resolved.clone();
        unnamed.options.dialect = None;
        unnamed.options.flavour = None;
        unnamed.warnings.clear();
        let unnamed = with_kept_token(unnamed).await;
        let heads = Heads::default();
        let taps = with_log(vec![Arc::new(heads.clone())], self.session);
        let around = |host| Tapped::new(host, taps);
        let found = Client::detect_resolved_over(unnamed, around).await;
        let base_url = resolved.options.base_url.as_deref().unwrap_or_default();
        self.findings.push(security(base_url, found.as_ref().err()));
        self.findings.extend(heads.findings());
        let finding = |grade, found: String| Finding::new("dialect", grade, found);
        let (finding, dialect) = match (named, found) {
            (Some(named), Ok(found)) if named == found.dialect => (
                finding(Grade::Good, format!("{named}, as named")),
                Some(named),
            ),
            (Some(named), Ok(found)) => {
                let what = format!("named {named}, and it looks like {}", found.dialect);
                let next = format!("Try --dialect {}.", found.dialect);
                (finding(Grade::Odd, what).next(next), Some(named))
            }
            (None, Ok(found)) => {
                let what = servers::named(&found);
                (finding(Grade::Good, what), Some(found.dialect))
            }
            (Some(named), Err(error)) if tells_nothing(&error) => {
                let what = format!("{named} is named; the server itself tells nothing");
                (finding(Grade::Good, what), Some(named))
            }
            (None, Err(error)) if error.kind() == ErrorKind::Authentication => {
                let (what, next) = match has_credential(resolved) {
                    true => (
                        "the server asks for a key before it tells, and refuses this one",
                        "Check the key: `sorakit config show` says where it comes from. If it is \
                         right, name the dialect with --dialect.",
                    ),
                    false => (
                        "the server asks for a key before it tells, and none is given",
                        KEYLESS,
                    ),
                };
                (finding(Grade::Bad, what.into()).next(next), None)
            }
            (None, Err(error)) if tells_nothing(&error) => {
                let what = "the server does not tell it";
                let next = "Name it with --dialect; look at the path of the base URL too.";
                (finding(Grade::Bad, what.into()).next(next), None)
            }
            (_, Err(error)) => {
                let next = error
                    .hint()
                    .unwrap_or("Try again with -v, which shows the traffic.");
                let what = format!("could not be asked: {}", error.reason());
                (finding(Grade::Bad, what).next(next.to_owned()), None)
            }
        };
        self.findings.push(finding);
        dialect
    }

    /// Whether the server takes the credential.
    async fn credential(&mut self, resolved: &Resolved, dialect: Dialect) {
        let source = credential_source(resolved);
        let is_given = has_credential(resolved);
        let mut resolved = resolved.clone();
        resolved.options.dialect = Some(dialect);
        resolved.warnings.clear();
        let finding = |grade, found: String| Finding::new("credential", grade, found);
        let client = match connected(
            resolved,
            vec![Arc::new(self.recorder.clone())],
            self.session,
        ) {
            Ok(connected) => connected.client,
            Err(error) => {
                self.findings
                    .push(finding(Grade::Bad, error.reason().to_owned()));
                return;
            }
        };
        let (verb, answer) = self.tried(&client).await;
        self.findings.push(match &answer {
            Ok(_) if is_given => finding(Grade::Good, format!("{source}; the server answers")),
            Ok(_) => finding(
                Grade::Good,
                "none, and the server answers all the same".into(),
            ),
            Err(error) if error.kind() == ErrorKind::Authentication && !is_given => {
                finding(Grade::Bad, "none, and the server asks for one".into())
                    .said(Some(error.reason().to_owned()))
                    .next(KEYLESS)
            }
            Err(error) if error.kind() == ErrorKind::Authentication => {
                finding(Grade::Bad, format!("{source}; the server refuses it"))
                    .said(Some(error.reason().to_owned()))
                    .next("Give the key again; `sorakit config show` says where it comes from.")
            }
            Err(error) => finding(Grade::Odd, format!("{source}; it could not be tried"))
                .said(Some(error.reason().to_owned()))
                .next("Try again with -v, which shows the traffic."),
        });
        self.asked = Some((Some(dialect), verb, answer));
    }

    /// What the server says to the credential: the first answer of which nothing but the
    /// credential can be the reason. Some lists need none, or are known without asking, so that a
    /// video is asked for which there is not, too.
    async fn tried(&self, client: &Client) -> (&'static str, Result<Value>) {
        // A gateway shows its quota to an admin, who need not be the one that makes videos.
        let quota = client.dialect() != Dialect::Sora2api && client.offers(Feature::Quota);
        let (verb, answer) = match quota {
            true => {
                let quota = client.account().quota().await;
                ("account.quota", quota.map(|quota| json!(quota)))
            }
            false => {
                let models = client.models().list().await;
                ("models.list", models.map(|models| json!(models)))
            }
        };
        if quota || answer.is_err() {
            return (verb, answer);
        }
        match client.videos().get(NO_VIDEO).await {
            Err(error) if error.kind() == ErrorKind::Authentication => ("videos.get", Err(error)),
            _ => (verb, answer),
        }
    }
}

/// Whether the way there is safe.
fn security(base_url: &str, error: Option<&Error>) -> Finding {
    let finding = |grade, found: &str| Finding::new("tls", grade, found);
    let refused = error.map(Error::reason).unwrap_or_default();
    if !base_url.trim().starts_with("https") {
        return finding(Grade::Good, "not used: plain HTTP");
    }
    match error.map(Error::kind) {
        Some(ErrorKind::Connection) if refused.contains("certificate") => {
            finding(Grade::Bad, refused).next(
                "Where it is the server's own certificate, name it with --ca-file; where the clock \
                 is wrong, set it.",
            )
        }
        Some(ErrorKind::Connection) => finding(Grade::Odd, "no connection to be judged"),
        _ => finding(Grade::Good, "the certificate holds"),
    }
}
