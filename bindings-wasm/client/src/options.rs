//! The options that a browser cannot honour.

use sorakit::{Error, ErrorKind, Options, Result};

const NETWORK: &str = "a browser takes its network settings from the system";
const FILES: &str = "a browser opens no paths; keep the credential in a `store`";
const COOKIES: &str = "a browser lets no page send the cookie that holds it; exchange it outside of \
     the browser, and give the page an access token";

/// Refuses options that would have no effect, or cannot work, in a browser.
pub fn check(options: &Options, user_agent: &str) -> Result<()> {
    let given = [
        ("credential_file", options.credential_file.is_some(), FILES),
        ("config", options.config.is_some(), FILES),
        ("session_token", options.session_token.is_some(), COOKIES),
        ("proxy", options.proxy.is_some(), NETWORK),
        (
            "credential_proxy",
            options.credential_proxy.is_some(),
            NETWORK,
        ),
        ("sentinel_proxy", options.sentinel_proxy.is_some(), NETWORK),
        ("ca_file", options.ca_file.is_some(), NETWORK),
        (
            "connect_timeout",
            options.connect_timeout.is_some(),
            NETWORK,
        ),
    ];
    if let Some((field, _, why)) = given.iter().find(|(_, given, _)| *given) {
        return Err(refused(field, why));
    }
    let profile = options.profile.iter();
    let mut agents = profile.flat_map(|profile| [&profile.user_agent, &profile.app_user_agent]);
    if agents.any(|agent| agent != user_agent) {
        let why = "a browser sends its own `User-Agent`; leave it out of the profile";
        return Err(refused("profile", why));
    }
    Ok(())
}

fn refused(field: &str, why: &str) -> Error {
    let message = format!("`{field}` cannot be used in a browser: {why}");
    Error::new(ErrorKind::Configuration, message).with_field(field)
}
