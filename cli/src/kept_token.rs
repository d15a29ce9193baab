//! The access token that a credential file keeps for a server.

use sorakit::Resolved;
use sorakit::auth::{CredentialStore, FileStore};

/// The same options with the access token that the credential file keeps for this
/// server: for who asks before a dialect is known.
pub async fn with_kept_token(mut resolved: Resolved) -> Resolved {
    let options = &mut resolved.options;
    if let (None, Some(file), Some(base_url)) =
        (resolved.tokens, &options.credential_file, &options.base_url)
        && let Ok(Some(kept)) = FileStore::new(file).load().await
        && kept.origin.is_none_or(|kept| kept == origin(base_url))
    {
        options.api_key = kept.access_token;
        options.credential_file = None;
    }
    resolved
}

/// The origin of a base URL, as a client writes it.
pub fn origin(base_url: &str) -> String {
    let host = base_url.find("://").map_or(0, |at| at + 3);
    let end = base_url[host..].find(['/', '?']);
    base_url[..end.map_or(base_url.len(), |at| host + at)].to_owned()
}
