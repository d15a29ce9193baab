//! Which server, with which credential: the options that commands share.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use sorakit::host::{NativeHost, NativeOptions};
use sorakit::{
    Client, Dialect, Error, ErrorKind, Event, Flavour, Options, Parameters, Resolved, Result,
    Secret,
};
use sorakit_simulator::Simulator;

use crate::configuration;
use crate::files::make_folder;
use crate::kept_token::origin;
use crate::log::with_log;
use crate::outcome::{KEYLESS, Session};
use crate::recording::Recorder;
use crate::servers::recognized;
use crate::tap::{Tap, Tapped};
use crate::verbosity::Level;

/// The server and the credential.
#[derive(clap::Args, Clone, Default)]
#[command(next_help_heading = "Server")]
pub struct Connection {
    /// What the server speaks. Without it the server is asked once, and its answer kept for a
    /// day.
    #[arg(long, value_name = "NAME", value_parser = dialect())]
    pub dialect: Option<Dialect>,
    /// The kind of the server, of a dialect that has several.
    #[arg(long, value_name = "NAME", value_parser = flavour())]
    pub flavour: Option<Flavour>,
    /// The API's base URL.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// The API key. Other users of this machine can see it: prefer the file or a variable.
    #[arg(long, value_name = "KEY", group = "credential")]
    api_key: Option<String>,
    /// A file that holds the API key or access token alone.
    #[arg(long, value_name = "FILE", group = "credential")]
    api_key_file: Option<PathBuf>,
    /// The environment variable that holds the access token.
    #[arg(long, value_name = "VARIABLE", group = "credential")]
    access_token_env: Option<String>,
    /// The file in which renewed tokens are kept.
    #[arg(long, value_name = "FILE")]
    credential_file: Option<PathBuf>,
    /// A file that holds the token of an admin login alone, for a gateway's administration. Without
    /// it the command logs in with SORAKIT_ADMIN_USERNAME and SORAKIT_ADMIN_PASSWORD.
    #[arg(long, value_name = "FILE")]
    admin_token_file: Option<PathBuf>,
    /// A further header of every request to the server; may be given again.
    #[arg(long = "header", value_name = "NAME: VALUE")]
    headers: Vec<String>,
    /// Further query parameters of every request to the server, NAME=VALUE; may be given again.
    #[arg(long = "query", value_name = "NAME=VALUE")]
    query: Vec<String>,
    /// The proxy: `http://…`, `socks5://…`, or `socks5h://…` where it looks names up; `none` for
    /// none. Without it the variables `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy` count.
    #[arg(long, value_name = "URL")]
    proxy: Option<String>,
    /// A further trusted certificate authority, or the server's own certificate, as a PEM file.
    #[arg(long, value_name = "FILE")]
    ca_file: Option<PathBuf>,
    /// Allows plain HTTP to other hosts than this machine.
    #[arg(long)]
    allow_http: bool,
    /// How often a request is sent again at most. Default: 3.
    #[arg(long, value_name = "COUNT")]
    max_retries: Option<u32>,
    /// The longest file that is taken, in bytes.
    #[arg(long, value_name = "BYTES")]
    max_bytes: Option<u64>,
    /// The longest video that is taken inside an answer, in bytes of base64.
    #[arg(long, value_name = "BYTES")]
    max_answer_bytes: Option<u64>,
    /// The slowest transfer that is gone on with, in bytes a second; 0 for any.
    #[arg(long, value_name = "BYTES")]
    min_rate: Option<f64>,
    /// Lets the server name addresses of media in networks that are not public.
    #[arg(long)]
    allow_private_media: bool,
    /// The profile that counts, whatever the variables say: `sorakit profiles` lists them.
    #[arg(long, value_name = "NAME", add = ArgValueCandidates::new(profiles))]
    profile: Option<String>,
    /// A TOML file with further settings, in place of the one of this user.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// The long names of these options.
pub fn option_names() -> Vec<String> {
    use clap::Args;
    let command = Connection::augment_args(clap::Command::new("sorakit"));
    let names = command.get_arguments().filter_map(clap::Arg::get_long);
    names.map(Into::into).collect()
}

fn profiles() -> Vec<CompletionCandidate> {
    let names = configuration::names().into_iter();
    names.map(CompletionCandidate::new).collect()
}

/// What to do without a server.
const MISSING: &str = "Name the server with --base-url, with SORAKIT_BASE_URL, or once and for all with `sorakit login`. Without one, --simulate shows how \
    it works, and `sorakit simulate` runs a local server.";

/// A server, or the simulator in its place.
#[derive(clap::Args)]
pub struct Server {
    #[command(flatten)]
    connection: Connection,
    /// Uses a simulator inside this command: no network, no account.
    #[arg(long, conflicts_with_all = ["base_url", "credential", "credential_file", "admin_token_file", "headers", "query", "proxy", "config", "profile"])]
    simulate: bool,
    /// How many simulated seconds pass in one.
    #[arg(
        long,
        value_name = "FACTOR",
        requires = "simulate",
        default_value_t = 20.0
    )]
    speed: f64,
}

/// A client, and the simulator that it talks to, if it does.
pub struct Connected {
    pub client: Client,
    /// What tells the credential from others, for the list of jobs.
    pub identity: Option<Secret>,
    /// The profile that counts, for the list of jobs.
    pub profile: Option<String>,
    simulator: Option<Simulator>,
}

impl Connection {
    /// What the options, the environment and the configuration file say.
    pub fn resolve(&self) -> Result<Resolved> {
        let mut resolved = self.explicit()?.resolve()?;
        if let Some(path) = &self.api_key_file
            && others_can_read(path)
        {
            resolved.warnings.push(format!(
                "others on this machine can read {}, which holds a credential: chmod 600",
                path.display()
            ));
        }
        Ok(resolved)
    }

    /// The same, with the profile with which a job was begun, where nothing else is named
    /// and that profile still means the job's server.
    pub fn remembering(&self, profile: Option<&str>, base_url: &str) -> Self {
        let named = self.profile.is_some() || self.base_url.is_some();
        let with_profile = Self {
            profile: profile.map(Into::into),
            ..self.clone()
        };
        let is_same = || {
            let resolved = with_profile.resolve().ok()?;
            let set = resolved.options.base_url?;
            Some(set.trim_end_matches('/') == base_url)
        };
        match profile.is_some() && !named && is_same() == Some(true) {
            true => with_profile,
            false => self.clone(),
        }
    }

    fn explicit(&self) -> Result<Options> {
        Ok(Options {
            dialect: self.dialect,
            flavour: self.flavour,
            base_url: self.base_url.clone(),
            api_key: self.credential()?,
            credential_file: self.credential_file.clone(),
            admin_token: self.admin_token()?,
            headers: parameters("header", &self.headers)?,
            query: parameters("query", &self.query)?,
            max_retries: self.max_retries,
            max_bytes: self.max_bytes,
            max_answer_bytes: self.max_answer_bytes,
            min_rate: self.min_rate,
            allow_private_media: self.allow_private_media.then_some(true),
            proxy: self.proxy.clone(),
            ca_file: self.ca_file.clone(),
            allow_http: self.allow_http.then_some(true),
            config: self.config.clone().or_else(configuration::of_this_user),
            config_profile: self.profile.clone(),
            ..Options::default()
        })
    }

    fn admin_token(&self) -> Result<Option<Secret>> {
        let path = self.admin_token_file.as_deref();
        path.map(|path| read_secret("admin_token_file", path))
            .transpose()
    }

    fn credential(&self) -> Result<Option<Secret>> {
        if let Some(path) = &self.api_key_file {
            return read_secret("api_key_file", path).map(Some);
        }
        if let Some(variable) = &self.access_token_env {
            let token = std::env::var(variable).map_err(|_| {
                let what = format!("the variable {variable} is not set, or is no text");
                Error::invalid("access_token_env", what)
            })?;
            return Ok(Some(token.into()));
        }
        Ok(self.api_key.as_deref().map(Into::into))
    }
}

/// What is given one or more times, as one.
fn parameters(option: &str, given: &[String]) -> Result<Option<Parameters>> {
    let mut all = Parameters::default();
    for text in given {
        let sign = if option == "header" { ':' } else { '=' };
        let read = text.contains(sign).then(|| text.parse::<Parameters>().ok());
        let Some(read) = read.flatten() else {
            let form = if option == "header" {
                "NAME: VALUE"
            } else {
                "NAME=VALUE"
            };
            return Err(Error::invalid(option, format!("must be `{form}`")));
        };
        for (name, value) in read.iter() {
            // The names of headers are the same in any case.
            let known = match sign {
                ':' => all.get(name).is_some(),
                _ => all.iter().any(|(known, _)| known == name),
            };
            if known {
                return Err(Error::invalid(option, format!("`{name}` is given twice")));
            }
            all.insert(name, value);
        }
    }
    Ok((!all.is_empty()).then_some(all))
}

impl Server {
    /// Whether a simulator stands in for the server.
    pub fn is_simulated(&self) -> bool {
        self.simulate
    }

    /// A client of the server; `dialect` when none is named.
    pub async fn connect(&self, dialect: Option<Dialect>, session: &Session) -> Result<Connected> {
        if self.simulate {
            let dialect = self.connection.dialect.or(dialect);
            return simulated(dialect.unwrap_or(Dialect::Sora), self.speed, session);
        }
        let resolved = self.resolve(dialect)?;
        self.connection.connect(resolved, session).await
    }

    /// A client of the server of a profile, in place of the one that counts.
    pub async fn connect_profile(&self, name: &str, session: &Session) -> Result<Connected> {
        let connection = Connection {
            profile: Some(name.to_owned()),
            ..self.connection.clone()
        };
        connection.connect(connection.resolve()?, session).await
    }

    /// A client of the server that records what it sends and is answered.
    pub async fn connect_recording(
        &self,
        dialect: Dialect,
        recorder: &Recorder,
        session: &Session,
    ) -> Result<Connected> {
        let resolved = self.resolve(Some(dialect))?;
        self.connection
            .connect_recording(resolved, recorder, session)
            .await
    }

    fn resolve(&self, dialect: Option<Dialect>) -> Result<Resolved> {
        let mut resolved = self.connection.resolve()?;
        let options = &mut resolved.options;
        options.dialect = options.dialect.or(dialect);
        keep_admin(options);
        Ok(resolved)
    }
}

impl Connection {
    /// A client with these options.
    pub async fn connect(&self, resolved: Resolved, session: &Session) -> Result<Connected> {
        check(&resolved, session)?;
        connected(recognized(resolved, session).await?, Vec::new(), session)
    }

    /// A client with these options that records what it sends and is answered.
    pub async fn connect_recording(
        &self,
        resolved: Resolved,
        recorder: &Recorder,
        session: &Session,
    ) -> Result<Connected> {
        check(&resolved, session)?;
        let resolved = recognized(resolved, session).await?;
        connected(resolved, vec![Arc::new(recorder.clone())], session)
    }
}

/// Refuses what is not enough to talk to a server, before anything is sent.
fn check(resolved: &Resolved, session: &Session) -> Result<()> {
    let options = &resolved.options;
    if options.base_url.is_none() {
        let what = "no base_url is given";
        let error = Error::new(ErrorKind::Configuration, what).with_hint(MISSING);
        return Err(error.with_field("base_url"));
    }
    if has_credential(resolved) {
        return Ok(());
    }
    // A gateway may take a key of another kind, in a header or a parameter; and a key
    // that is for another server is warned of.
    let is_dressed = options.headers.is_some() || options.query.is_some();
    let in_address = options
        .base_url
        .as_deref()
        .is_some_and(|url| url.contains('?'));
    let is_open = is_dressed || in_address || resolved.withheld.is_some();
    match options.dialect.filter(|dialect| dialect.has_keys()) {
        Some(dialect) if !is_open => {
            let what = format!("no credential is given, and servers of `{dialect}` ask for one");
            let error = Error::new(ErrorKind::Configuration, what).with_hint(KEYLESS);
            Err(error.with_field("api_key"))
        }
        _ => {
            session.goes_without_credential();
            Ok(())
        }
    }
}

/// Whether there is a token, or a file that may hold one.
pub fn has_credential(resolved: &Resolved) -> bool {
    let file = resolved.options.credential_file.as_deref();
    resolved.tokens.is_some() || file.is_some_and(|file| file.symlink_metadata().is_ok())
}

/// A client that this session sees at work.
pub fn connected(
    resolved: Resolved,
    taps: Vec<Arc<dyn Tap>>,
    session: &Session,
) -> Result<Connected> {
    let identity = resolved.options.identity();
    let profile = resolved.profile.clone();
    let source = credential_source(&resolved);
    let taps = with_log(taps, session);
    let client = match taps.is_empty() {
        true => Client::from_resolved(resolved)?,
        false => Client::from_resolved_over(resolved, |host| Tapped::new(host, taps))?,
    };
    watch(&client, session);
    if session.level() >= Level::Info {
        let line = format!("credential: {source}; server: {}", client.base_url());
        session.screen().log(&line);
    }
    Ok(Connected {
        client,
        identity,
        profile,
        simulator: None,
    })
}

/// Keeps the session of an admin login beside the other credentials, a file for each
/// server. It is read only by the user, and holds for that server alone.
fn keep_admin(options: &mut Options) {
    let has_administration = options.dialect == Some(Dialect::Sora2api);
    if !has_administration || options.admin_file.is_some() || options.admin_token.is_some() {
        return;
    }
    let (Some(server), Ok(place)) = (&options.base_url, configuration::path()) else {
        return;
    };
    let server = origin(server);
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || c == '.' {
            c
        } else {
            '-'
        }
    };
    let name: String = server.chars().take(200).map(plain).collect();
    let Ok(place) = std::path::absolute(place) else {
        return;
    };
    let folder = place.parent().unwrap_or(Path::new("/")).join("credentials");
    let file = folder.join(format!("admin-{name}.json"));
    // Nothing is made on the disk unless there is a session to keep.
    let may_log_in = options.admin_password.is_some();
    if file.is_file() || (may_log_in && make_folder(&folder).is_ok()) {
        options.admin_file = Some(file);
    }
}

/// Where the credential comes from, never what it is.
pub fn credential_source(resolved: &Resolved) -> String {
    match (resolved.tokens, resolved.credential_file) {
        (Some(tokens), Some(file)) if resolved.is_kept_in_file() => format!(
            "from the credential file that {file} names, which {tokens} fills while it holds none"
        ),
        (Some(source), _) => format!("from {source}"),
        (None, Some(source)) => format!("from the credential file that {source} names"),
        (None, None) => "none".into(),
    }
}

/// Shows what a client warns of.
fn watch(client: &Client, session: &Session) {
    let screen = session.screen().clone();
    client.observe(move |event: &Event| {
        if let Event::Warning { message } = event {
            screen.warn(message);
        }
    });
}

impl Connected {
    /// Whether what is made here is gone when the command ends.
    pub fn is_simulated(&self) -> bool {
        self.simulator.is_some()
    }
}

/// A client of a simulator in this process. Neither the environment nor a file has
/// a say in it.
fn simulated(dialect: Dialect, speed: f64, session: &Session) -> Result<Connected> {
    if !(speed > 0.0 && speed.is_finite()) {
        return Err(Error::invalid("speed", "must be a number above 0"));
    }
    let simulator = Simulator::builder()
        .speed(speed)
        .start()
        .map_err(|error| Error::new(ErrorKind::Configuration, error.to_string()))?;
    let credentials = simulator.credentials();
    let native = dialect == Dialect::Sora;
    let options = Options {
        dialect: Some(dialect),
        base_url: Some(base_url(&simulator, dialect)),
        session_token: native.then(|| credentials.session_token.as_str().into()),
        api_key: (!native).then(|| credentials.api_key.as_str().into()),
        poll_interval: Some((5.0 / speed).clamp(0.05, 2.0)),
        ..Options::default()
    };
    let host = NativeHost::new(NativeOptions::default())?;
    Ok(Connected {
        client: Client::with_host(options, Tapped::new(host, with_log(Vec::new(), session)))?,
        identity: None,
        profile: None,
        simulator: Some(simulator),
    })
}

/// Where a simulator serves a dialect. The native one stands at its root too;
/// `/backend` is what the document says.
pub fn base_url(simulator: &Simulator, dialect: Dialect) -> String {
    let url = simulator.base_url(dialect.as_str());
    match dialect {
        Dialect::Sora => format!("{url}/backend"),
        _ => url,
    }
}

/// The secret that a file holds alone; `option` names the file.
pub fn read_secret(option: &str, path: &Path) -> Result<Secret> {
    let failed = |why: String| {
        let what = format!("cannot read {}: {why}", path.display());
        Error::invalid(option, what)
    };
    #[cfg(unix)]
    if mode(path).is_some_and(|mode| mode & 0o022 != 0) {
        return Err(failed("other users can write to it: chmod go-w".into()));
    }
    let text = std::fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    match text.trim() {
        "" => Err(Error::invalid(
            option,
            format!("{} is empty", path.display()),
        )),
        token => Ok(token.into()),
    }
}

/// The mode of a regular file. What a shell puts in the place of one, as in `<(pass key)`,
/// is this process's own.
#[cfg(unix)]
fn mode(path: &Path) -> Option<u32> {
    use std::os::unix::fs::MetadataExt;
    let found = std::fs::metadata(path).ok()?;
    found.is_file().then(|| found.mode())
}

fn others_can_read(path: &Path) -> bool {
    #[cfg(unix)]
    return mode(path).is_some_and(|mode| mode & 0o044 != 0);
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// Reads a dialect's name, and lists all names in the help.
pub fn dialect() -> impl TypedValueParser<Value = Dialect> {
    let names = Dialect::ALL.iter().map(|dialect| dialect.as_str());
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Dialect>())
}

/// Reads a flavour's name, and lists all names in the help.
pub fn flavour() -> impl TypedValueParser<Value = Flavour> {
    let names = Flavour::ALL.iter().map(|flavour| flavour.as_str());
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Flavour>())
}
