//! Which server, with which credential: the options that commands share.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use sorakit::host::{NativeHost, NativeOptions};
use sorakit::{
    Client, Dialect, Error, ErrorKind, Event, Options, Parameters, Resolved, Result, Secret,
};
use sorakit_simulator::Simulator;

use crate::recording::Recorder;

/// The server and the credential.
#[derive(clap::Args, Default)]
#[command(next_help_heading = "Server")]
pub struct Connection {
    /// What the server speaks.
    #[arg(long, value_name = "NAME", value_parser = dialect())]
    pub dialect: Option<Dialect>,
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
    /// The longest file that is taken, in bytes.
    #[arg(long, value_name = "BYTES")]
    max_bytes: Option<u64>,
    /// The slowest transfer that is gone on with, in bytes a second; 0 for any.
    #[arg(long, value_name = "BYTES")]
    min_rate: Option<f64>,
    /// Lets the server name addresses of media in networks that are not public.
    #[arg(long)]
    allow_private_media: bool,
    /// A TOML file with further settings.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Says where the credential comes from and which server gets it, never what it is.
    #[arg(long, short)]
    verbose: bool,
}

/// What to do without a server.
const MISSING: &str = "Name the server with --dialect and --base-url, or with SORAKIT_DIALECT and \
    SORAKIT_BASE_URL. Without one, --simulate shows how it works, and `sorakit simulate` runs a \
    local server.";

/// A server, or the simulator in its place.
#[derive(clap::Args)]
pub struct Server {
    #[command(flatten)]
    connection: Connection,
    /// Uses a simulator inside this command: no network, no account.
    #[arg(long, conflicts_with_all = ["base_url", "credential", "credential_file", "headers", "query", "proxy", "config"])]
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
    simulator: Option<Simulator>,
}

impl Connection {
    /// What the options, the environment and the configuration file say.
    pub fn resolve(&self) -> Result<Resolved> {
        self.explicit()?.resolve()
    }

    fn explicit(&self) -> Result<Options> {
        Ok(Options {
            dialect: self.dialect,
            base_url: self.base_url.clone(),
            api_key: self.credential()?,
            credential_file: self.credential_file.clone(),
            headers: parameters("header", &self.headers)?,
            query: parameters("query", &self.query)?,
            max_bytes: self.max_bytes,
            min_rate: self.min_rate,
            allow_private_media: self.allow_private_media.then_some(true),
            proxy: self.proxy.clone(),
            ca_file: self.ca_file.clone(),
            allow_http: self.allow_http.then_some(true),
            config: self.config.clone(),
            ..Options::default()
        })
    }

    fn credential(&self) -> Result<Option<Secret>> {
        if let Some(path) = &self.api_key_file {
            return read_secret(path).map(Some);
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
            all.insert(name, value);
        }
    }
    Ok((!all.is_empty()).then_some(all))
}

impl Server {
    /// A client of the server; `dialect` when none is named.
    pub fn connect(&self, dialect: Option<Dialect>) -> Result<Connected> {
        if self.simulate {
            let dialect = self.connection.dialect.or(dialect);
            return simulated(dialect.unwrap_or(Dialect::Sora), self.speed);
        }
        let resolved = self.resolve(dialect)?;
        self.connection.connect(resolved)
    }

    /// A client of the server that records what it sends and is answered.
    pub fn connect_recording(&self, dialect: Dialect, recorder: &Recorder) -> Result<Connected> {
        let resolved = self.resolve(Some(dialect))?;
        self.connection.connect_with(resolved, |resolved| {
            Client::from_resolved_over(resolved, |host| recorder.over(host))
        })
    }

    fn resolve(&self, dialect: Option<Dialect>) -> Result<Resolved> {
        let mut resolved = self.connection.resolve()?;
        let options = &mut resolved.options;
        options.dialect = options.dialect.or(dialect);
        Ok(resolved)
    }
}

impl Connection {
    /// A client with these options.
    pub fn connect(&self, resolved: Resolved) -> Result<Connected> {
        self.connect_with(resolved, Client::from_resolved)
    }

    fn connect_with(
        &self,
        resolved: Resolved,
        make: impl FnOnce(Resolved) -> Result<Client>,
    ) -> Result<Connected> {
        let options = &resolved.options;
        for (name, is_missing) in [
            ("dialect", options.dialect.is_none()),
            ("base_url", options.base_url.is_none()),
        ] {
            if is_missing {
                let what = format!("no {name} is given");
                return Err(Error::new(ErrorKind::Configuration, what).hint(MISSING));
            }
        }
        let identity = identity(options);
        let source = match (resolved.tokens, resolved.credential_file) {
            (Some(tokens), Some(file)) if resolved.is_kept_in_file() => format!(
                "from the credential file that {file} names, which {tokens} fills while it holds none"
            ),
            (Some(source), _) => format!("from {source}"),
            (None, Some(source)) => format!("from the credential file that {source} names"),
            (None, None) => "none".into(),
        };
        let client = make(resolved)?;
        client.observe(|event: &Event| {
            if let Event::Warning { message } = event {
                eprintln!("warning: {message}");
            }
        });
        if self.verbose {
            eprintln!("credential: {source}; server: {}", client.base_url());
        }
        Ok(Connected {
            client,
            identity,
            simulator: None,
        })
    }
}

/// What tells one credential from another: the token as it was given, or else the
/// file that keeps it.
pub fn identity(options: &Options) -> Option<Secret> {
    let tokens = [
        &options.access_token,
        &options.api_key,
        &options.refresh_token,
        &options.session_token,
    ];
    let token = tokens.into_iter().flatten().next().cloned();
    let file = || {
        let path = std::path::absolute(options.credential_file.as_ref()?).ok()?;
        Some(Secret::from(path.to_string_lossy().into_owned()))
    };
    token.or_else(file)
}

impl Connected {
    /// Whether what is made here is gone when the command ends.
    pub fn is_simulated(&self) -> bool {
        self.simulator.is_some()
    }
}

/// A client of a simulator in this process. Neither the environment nor a file has
/// a say in it.
fn simulated(dialect: Dialect, speed: f64) -> Result<Connected> {
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
        client: Client::with_host(options, host)?,
        identity: None,
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

fn read_secret(path: &Path) -> Result<Secret> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        let what = format!("cannot read {}: {error}", path.display());
        Error::invalid("api_key_file", what)
    })?;
    match text.trim() {
        "" => Err(Error::invalid(
            "api_key_file",
            format!("{} is empty", path.display()),
        )),
        token => Ok(token.into()),
    }
}

/// Reads a dialect's name, and lists all names in the help.
pub fn dialect() -> impl TypedValueParser<Value = Dialect> {
    let names = Dialect::ALL.iter().map(|dialect| dialect.as_str());
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Dialect>())
}
