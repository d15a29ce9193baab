//! `sorakit login`: keeps a server and its credential under a name.

use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use serde_json::json;
use sorakit::auth::{Credential, CredentialStore, FileStore};
use sorakit::{Client, Dialect, Error, ErrorKind, Feature, Options, Result, Secret};

use crate::configuration::{self, Configuration};
use crate::connection::{self, dialect};
use crate::files::make_folder;
use crate::outcome::{Outcome, Report, Session};
use crate::question;
use crate::servers;

/// What `login` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit login --dialect openai --base-url http://127.0.0.1:8000/v1 < key.txt\n  \
    sorakit login work --dialect sora2api --base-url https://gateway.example\n  \
    sorakit login native --dialect sora --base-url https://host/backend --token session\n\n\
    On a terminal the token is asked for, and not shown; else it is read from the standard input.\n\
    It is kept in a file that you alone can read, for this server alone, and renewed there.")]
pub struct Arguments {
    /// The name of the profile.
    #[arg(default_value = "default")]
    profile: String,
    /// What the server speaks. Default: what the profile says.
    #[arg(long, value_name = "NAME", value_parser = dialect())]
    dialect: Option<Dialect>,
    /// The API's base URL. Default: what the profile says.
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// What kind of token it is; `none` for a server that asks for none.
    #[arg(long, value_name = "KIND", default_value = "key",
        value_parser = PossibleValuesParser::new(["key", "session", "refresh", "none"]))]
    token: String,
    /// A file that holds the token alone, in place of the standard input.
    #[arg(long, value_name = "FILE")]
    api_key_file: Option<PathBuf>,
    /// A further trusted certificate authority, or the server's own certificate, as a PEM file.
    #[arg(long, value_name = "FILE")]
    ca_file: Option<PathBuf>,
    /// Allows plain HTTP to other hosts than this machine.
    #[arg(long)]
    allow_http: bool,
    /// Keeps it without asking the server whether it takes the token.
    #[arg(long)]
    offline: bool,
    /// Lets this profile count from now on where none is named.
    #[arg(long = "default")]
    is_default: bool,
    /// The configuration file, in place of the one of this user.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Prints a JSON object: the profile, its server, its files, and whether it was checked.
    #[arg(long)]
    pub json: bool,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let name = &arguments.profile;
    configuration::check_name(name)?;
    let path = match &arguments.config {
        Some(path) => path.clone(),
        None => configuration::path()?,
    };
    let known = Configuration::read(&path)?;
    let mut options = arguments.options(&known)?;
    let place = known.credential_file(name)?;
    let token = arguments.read_token(session).await?;
    if options.dialect.is_none() {
        options = arguments
            .recognized(options, token.clone(), session)
            .await?;
    }
    let credential = given(&options, &arguments.token, token.as_ref())?;
    let client = match &credential {
        Some(credential) => {
            let trial = place.with_extension("new.json");
            let tried = trying(&trial, &options, credential.clone(), &arguments, session).await;
            let (client, checked) = match tried {
                Ok(tried) => tried,
                Err(error) => {
                    remove(&trial)?;
                    return Err(error.into());
                }
            };
            std::fs::rename(&trial, &place)?;
            remove(&trial)?;
            (client, checked)
        }
        None => {
            let connected = connected_to(&options, None, session)?;
            remove(&place)?;
            (connected, false)
        }
    };
    let (client, checked) = client;
    let mut file = Configuration::change(&path)?;
    let text = |path: &Path| {
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        whole.to_string_lossy().into_owned()
    };
    let dialect = options.dialect.map(|dialect| dialect.to_string());
    let flavour = options.flavour.map(|flavour| flavour.to_string());
    file.set(
        name,
        vec![
            ("dialect", dialect.map(Into::into)),
            ("flavour", flavour.map(Into::into)),
            ("base_url", options.base_url.clone().map(Into::into)),
            (
                "credential_file",
                credential.is_some().then(|| text(&place).into()),
            ),
            (
                "ca_file",
                options.ca_file.as_deref().map(|path| text(path).into()),
            ),
            ("allow_http", options.allow_http.map(Into::into)),
        ],
    );
    if arguments.is_default {
        file.set_default(name);
    }
    file.save()?;
    let server = client.base_url();
    let how = match (token.is_some(), checked) {
        (false, _) => "without a credential",
        (true, true) => "the server takes the token",
        (true, false) => "the token is unchecked",
    };
    Ok(Report::of(
        format!("profile {name}: {server}, {how}"),
        json!({
            "profile": name,
            "dialect": options.dialect,
            "flavour": options.flavour,
            "base_url": server,
            "config": path.to_string_lossy(),
            "credential_file": token.is_some().then(|| place.to_string_lossy()),
            "checked": checked,
        }),
    ))
}

impl Arguments {
    /// The server: as given, or as the profile has it.
    fn options(&self, known: &Configuration) -> Result<Options> {
        let profile = |key: &str| known.get(&self.profile, key);
        let missing = |field: &str| {
            let what = "is needed for a new profile";
            Err(Error::invalid(field, what).with_hint("Give --base-url. Nothing was kept."))
        };
        let dialect = match (self.dialect, profile("dialect")) {
            (Some(dialect), _) => Some(dialect),
            (None, name) => name.map(|name| name.parse()).transpose()?,
        };
        let flavour = match (self.dialect, profile("flavour")) {
            (None, Some(name)) => Some(name.parse()?),
            _ => None,
        };
        let Some(base_url) = self.base_url.clone().or_else(|| profile("base_url")) else {
            return missing("base_url");
        };
        Ok(Options {
            dialect,
            flavour,
            base_url: Some(base_url),
            ca_file: self
                .ca_file
                .clone()
                .or_else(|| profile("ca_file").map(Into::into)),
            allow_http: (self.allow_http || known.flag(&self.profile, "allow_http"))
                .then_some(true),
            ..Options::default()
        })
    }

    /// The options with what the server speaks, which is asked with the token.
    async fn recognized(
        &self,
        options: Options,
        token: Option<Secret>,
        session: &Session,
    ) -> Result<Options> {
        if self.offline {
            let what = "is needed for a new profile of a server that is not asked";
            return Err(
                Error::invalid("dialect", what).with_hint("Give --dialect. Nothing was kept.")
            );
        }
        let asking = Options {
            environment: Some(false),
            api_key: token,
            ..options.clone()
        };
        let found = servers::ask(asking.resolve()?, session).await?;
        Ok(Options {
            dialect: Some(found.dialect),
            flavour: found.flavour,
            ..options
        })
    }

    async fn read_token(&self, session: &Session) -> Result<Option<Secret>> {
        if self.token == "none" {
            return Ok(None);
        }
        let text = match &self.api_key_file {
            Some(path) => return connection::read_secret("api_key_file", path).map(Some),
            None if std::io::stdin().is_terminal() => {
                if session.is_for_script() {
                    let what = "is asked for on a terminal, where --json shows nothing";
                    return Err(Error::invalid("token", what)
                        .with_hint("Name a file that holds it with --api-key-file."));
                }
                let asked = format!("Token for {} (not shown): ", self.profile);
                question::secret(&asked).await.map_err(unreadable)?
            }
            None => {
                let mut text = zeroize::Zeroizing::new(String::new());
                let mut input = std::io::stdin().take(LONGEST_TOKEN);
                input.read_to_string(&mut text).map_err(unreadable)?;
                text
            }
        };
        match text.trim() {
            "" => Err(Error::invalid("token", "is empty").with_hint(
                "Type it, pass it on the standard input, or name a file with --api-key-file; \
                 `--token none` is for a server without keys.",
            )),
            token => Ok(Some(token.into())),
        }
    }
}

/// The longest token that is read, in bytes.
const LONGEST_TOKEN: u64 = 64 << 10;

fn unreadable(error: std::io::Error) -> Error {
    Error::invalid("token", format!("cannot be read: {error}"))
}

/// The token as a credential of the kind that it is, for this server alone.
fn given(options: &Options, kind: &str, token: Option<&Secret>) -> Result<Option<Credential>> {
    let (Some(token), Some(dialect)) = (token.cloned(), options.dialect) else {
        return Ok(None);
    };
    let mut options = options.clone();
    let place = match kind {
        "session" => &mut options.session_token,
        "refresh" => &mut options.refresh_token,
        _ if dialect == Dialect::Sora => &mut options.access_token,
        _ => &mut options.api_key,
    };
    *place = Some(token);
    Credential::from_options(&options, dialect).map(Some)
}

/// A client of this server, with what a file keeps.
fn connected_to(options: &Options, file: Option<&Path>, session: &Session) -> Result<Client> {
    let options = Options {
        environment: Some(false),
        credential_file: file.map(Into::into),
        ..options.clone()
    };
    let connected = connection::connected(options.resolve()?, Vec::new(), session)?;
    Ok(connected.client)
}

/// Keeps the credential in a file of its own, and asks the server whether it takes it.
async fn trying(
    trial: &Path,
    options: &Options,
    credential: Credential,
    arguments: &Arguments,
    session: &Session,
) -> Result<(Client, bool)> {
    // Wrong options are refused before anything is kept.
    let client = Client::new(Options {
        environment: Some(false),
        ..options.clone()
    })?;
    let folder = trial.parent().unwrap_or(Path::new("."));
    make_folder(folder).map_err(|error| {
        Error::new(ErrorKind::Storage, format!("{}: {error}", folder.display()))
    })?;
    let credential = Credential {
        origin: Some(crate::kept_token::origin(client.base_url())),
        ..credential
    };
    FileStore::new(trial).save(credential).await?;
    // What is renewed from now on is in the file.
    let client = connected_to(options, Some(trial), session)?;
    let checked = match arguments.offline {
        true => false,
        false => check(&client, session).await?,
    };
    client.close().await;
    Ok((client, checked))
}

/// Asks the server something harmless. A token that it refuses is not kept.
async fn check(client: &Client, session: &Session) -> Result<bool> {
    let asked = match client.offers(Feature::Quota) {
        true => client.account().quota().await.map(drop),
        false => client.models().list().await.map(drop),
    };
    match asked {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::Authentication => {
            Err(error.with_hint("Nothing was kept. Copy the token again, or see --token."))
        }
        Err(error) => {
            let what = format!("the token could not be checked: {error}");
            session.screen().warn(&what);
            Ok(false)
        }
    }
}

/// Removes a credential that is kept, and its lock.
pub(super) fn remove(place: &Path) -> Result<()> {
    let mut lock = place.as_os_str().to_owned();
    lock.push(".lock");
    for file in [place, Path::new(&lock)] {
        match std::fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                let what = format!("cannot remove {}: {error}", file.display());
                return Err(Error::new(ErrorKind::Storage, what));
            }
            _ => {}
        }
    }
    Ok(())
}
