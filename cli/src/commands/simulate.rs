//! `sorakit simulate`: a local server of all dialects.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde_json::{Map, Value, json};
use sorakit::text::shown;
use sorakit::{Dialect, Error, ErrorKind, Flavour};
use sorakit_simulator::faults::read_script;
use sorakit_simulator::{AccountSpec, Entry, Rule, Shapes, Simulator, oddities};

use crate::connection::{base_url, flavour};
use crate::outcome::{Outcome, Session, print};
use crate::screen::Screen;

/// What `simulate` is told.
#[derive(clap::Args)]
#[command(after_help = help())]
pub struct Arguments {
    /// The server to be: it stands alone, at the root, with its oddities.
    #[arg(long, value_name = "NAME", value_parser = flavour())]
    flavour: Option<Flavour>,
    /// The port; 0 takes a free one.
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// How many simulated seconds pass in one: 10 makes a ten-second video in twelve seconds.
    #[arg(long, value_name = "FACTOR", default_value_t = 10.0)]
    speed: f64,
    /// The form of answers where documents and real servers differ.
    #[arg(long, default_value = "observed", value_parser = shapes())]
    shapes: Shapes,
    /// The seed of ids, media and chances: the same one gives the same server.
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,
    /// How many generations the account may make.
    #[arg(long, value_name = "COUNT")]
    quota: Option<u32>,
    /// Scripted faults, as a TOML file of `[[fault]]` tables.
    #[arg(long, value_name = "FILE")]
    faults: Option<PathBuf>,
    /// Prints addresses and credentials as one JSON object.
    #[arg(long)]
    pub json: bool,
}

const HELP: &str = "Examples:\n  \
    sorakit simulate\n  \
    sorakit simulate --port 9000 --speed 1 --shapes documented --seed 7\n  \
    sorakit simulate --quota 1 --faults faults.toml\n\n\
    It listens on this machine alone, says each request on the standard error (not with -q), and \
    ends\nat Ctrl-C. The credentials that it prints open\n\
    nothing but a simulator. A prompt that holds `simulate:content_policy_violation`,\n\
    `simulate:stuck` and the like makes its job go that way. Settings of caches, proxies,\n\
    debugging and solvers, cooldowns and licences are kept and do nothing;\n\
    simulator/README.md lists what is not simulated.\n\n\
    With --flavour it is one server, at the root, as that one is:\n";

/// The examples, and the oddities of each flavour.
fn help() -> String {
    let lines = Flavour::ALL.iter().map(|flavour| {
        let oddities = oddities(flavour.as_str()).unwrap_or_default();
        format!("  {:<10} {oddities}\n", flavour.as_str())
    });
    format!("{HELP}{}", lines.collect::<String>())
}

/// The faults of a file.
fn rules(path: &Path) -> Result<Vec<Rule>, Error> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string());
    text.and_then(|text| read_script(&text))
        .map_err(|error| Error::invalid("faults", format!("{}: {error}", path.display())))
}

/// Serves until the command is interrupted, which is how a server ends.
pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    if !(arguments.speed >= 0.0 && arguments.speed.is_finite()) {
        return Err(Error::invalid("speed", "must be a number, 0 or above").into());
    }
    let mut simulator = Simulator::builder()
        .port(arguments.port)
        .speed(arguments.speed)
        .shapes(arguments.shapes);
    if let Some(flavour) = arguments.flavour {
        simulator = simulator.only(flavour.as_str());
    }
    if let Some(seed) = arguments.seed {
        simulator = simulator.seed(seed);
    }
    if let Some(quota) = arguments.quota {
        simulator = simulator.first_run_account(AccountSpec {
            quota,
            ..AccountSpec::default()
        });
    }
    for rule in arguments
        .faults
        .as_deref()
        .map(rules)
        .transpose()?
        .unwrap_or_default()
    {
        simulator = simulator.fault(rule);
    }
    let simulator = simulator.start().map_err(|error| {
        Error::new(ErrorKind::Configuration, error.to_string())
            .with_hint("Choose another port with --port; 0 takes a free one.")
    })?;
    match arguments.json {
        true => print(&facts(&simulator, arguments.flavour).to_string())?,
        false => print(&welcome(&simulator, arguments.flavour))?,
    }
    match session.screen().is_quiet() {
        true => std::future::pending().await,
        false => log(&simulator, session.screen()).await,
    }
}

/// How often the journal is looked at.
const PACE: Duration = Duration::from_millis(50);
/// How long an answer is waited for before later ones are said.
const PATIENCE: Duration = Duration::from_secs(2);

/// Says each request and what came of it, in the order of arrival, for ever.
async fn log(simulator: &Simulator, screen: &Screen) -> ! {
    let mut next = 0;
    let mut waited = Duration::ZERO;
    loop {
        let lines: Vec<_> = {
            let engine = simulator.engine();
            let journal = engine.journal();
            let fresh: Vec<_> = journal
                .entries()
                .filter(|entry| entry.index >= next)
                .collect();
            let mut lines = Vec::new();
            for entry in fresh {
                let is_over = entry.status.is_some() || entry.fault.is_some();
                if !is_over && waited < PATIENCE {
                    waited += PACE;
                    break;
                }
                waited = Duration::ZERO;
                next = entry.index + 1;
                lines.push(line(entry));
            }
            lines
        };
        lines.iter().for_each(|line| screen.log(line));
        tokio::time::sleep(PACE).await;
    }
}

/// A request and its answer; what the query says may be a key.
fn line(entry: &Entry) -> String {
    let status = match entry.status {
        Some(status) => status.to_string(),
        None => "---".into(),
    };
    let time = entry.at.get(11..19).unwrap_or(&entry.at);
    let mut line = format!("{time} {status} {} {}", entry.method, shown(&entry.path));
    if let Some(operation) = &entry.operation {
        line.push_str(&format!("  {operation}"));
    }
    if !entry.jobs.is_empty() {
        line.push_str(&format!("  made {}", entry.jobs.join(", ")));
    }
    if let Some(fault) = &entry.fault {
        line.push_str(&format!("  fault {fault}"));
    }
    line
}

/// What is served, and where.
fn places(simulator: &Simulator, only: Option<Flavour>) -> Vec<(String, String)> {
    match only {
        Some(flavour) => vec![(flavour.to_string(), simulator.url().to_owned())],
        None => Dialect::ALL
            .iter()
            .map(|dialect| (dialect.to_string(), base_url(simulator, *dialect)))
            .collect(),
    }
}

fn facts(simulator: &Simulator, only: Option<Flavour>) -> Value {
    let places = places(simulator, only).into_iter();
    let base_urls: Map<_, _> = places.map(|(name, url)| (name, json!(url))).collect();
    json!({
        "url": simulator.url(),
        "cdn": simulator.cdn_url(),
        "base_urls": base_urls,
        "credentials": simulator.credentials(),
        "control_token": simulator.control_token(),
    })
}

fn welcome(simulator: &Simulator, only: Option<Flavour>) -> String {
    let credentials = simulator.credentials();
    let what = only.map_or("all dialects", Flavour::as_str);
    let mut text = format!("A simulator of {what}, on this machine alone. Ctrl-C ends it.\n\n");
    for (name, url) in places(simulator, only) {
        text.push_str(&format!("  {name:<14} {url}\n"));
    }
    text.push_str(&format!("  {:<14} {}\n\n", "media", simulator.cdn_url()));
    for (name, value) in [
        ("API key", &credentials.api_key),
        ("access token", &credentials.access_token),
        ("session token", &credentials.session_token),
        ("refresh token", &credentials.refresh_token),
        ("control token", &simulator.control_token().to_owned()),
    ] {
        text.push_str(&format!("  {name:<14} {value}\n"));
    }
    text.push_str("\nThe control token, in the header `x-simulator-token`, opens /__simulator.\n");
    if only.is_some() {
        text.push_str(&format!(
            "\nIn another terminal:\n\n  SORAKIT_API_KEY={} \\\n  sorakit video \"a cat in the snow\" \
             --base-url {} -o cat.mp4\n",
            credentials.api_key,
            simulator.url(),
        ));
        return text;
    }
    text.push_str(&format!(
        "\nIn another terminal:\n\n  SORAKIT_SESSION_TOKEN={} \\\n  sorakit video \"a cat in the snow\" \
         --dialect sora --base-url {} -o cat.mp4\n",
        credentials.session_token,
        base_url(simulator, Dialect::Sora),
    ));
    text
}

fn shapes() -> impl TypedValueParser<Value = Shapes> {
    PossibleValuesParser::new(["documented", "observed"])
        .try_map(|name| serde_json::from_value::<Shapes>(name.into()))
}
