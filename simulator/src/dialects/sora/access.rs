//! Who is calling.

use crate::engine::refusal::Refusal;
use crate::engine::tokens::TokenProblem;
use crate::exchange::Call;

/// The cookie that carries a session token.
pub const SESSION_COOKIE: &str = "__Secure-next-auth.session-token";

/// The account of the bearer token. In a browser the session cookie serves
/// too, for the paths under `/project_y` (`docs/wire/sora.md` §14.2).
pub fn authenticate(call: &Call) -> Result<String, Refusal> {
    let account = match call.bearer() {
        Some(token) => {
            let checked = call.world().tokens.check_access(token, call.now);
            checked.map_err(|problem| {
                Refusal::of(match problem {
                    TokenProblem::Unknown => "Unauthorized",
                    TokenProblem::Expired => "token_expired",
                    TokenProblem::Invalidated => "token_invalidated",
                })
            })?
        }
        None => by_cookie(call).ok_or_else(|| Refusal::of("missing_credential"))?,
    };
    call.note_account(&account);
    Ok(account)
}

/// The account of the bearer token; the `Accept` header that the documents
/// require is checked too, in the documented form.
pub fn authenticate_json(call: &Call) -> Result<String, Refusal> {
    let account = authenticate(call)?;
    require_accept(call, "application/json")?;
    Ok(account)
}

/// Refuses an `Accept` other than the documented one, in the documented form.
pub fn require_accept(call: &Call, media_type: &str) -> Result<(), Refusal> {
    if call.observed() {
        return Ok(());
    }
    let accept = call.require_header("Accept")?;
    if accept.contains(media_type) {
        return Ok(());
    }
    let message = format!("The header `Accept` is \"{accept}\"; accepted: {media_type}.");
    Err(Refusal::wrong_value("Accept", message))
}

/// Refuses an `Origin` or a `Referer` other than those of a page on `site`:
/// `https://` and the documented host, or the host that the request names. In
/// a browser pages cannot choose them, so there they are not checked.
pub fn require_page(call: &Call, site: &str, path: &str) -> Result<(), Refusal> {
    if call.from_browser() {
        return Ok(());
    }
    let host = call.header("host").unwrap_or_default();
    let hosts = [
        format!("https://{site}"),
        format!("http://{host}"),
        format!("https://{host}"),
    ];
    let accepted: Vec<_> = hosts.iter().map(String::as_str).collect();
    call.require_header_value("Origin", &accepted)?;
    let pages = hosts.map(|host| format!("{host}{path}"));
    let accepted: Vec<_> = pages.iter().map(String::as_str).collect();
    call.require_header_value("Referer", &accepted)
}

/// Refuses a `User-Agent` that is not a browser's, in the documented form.
pub fn require_browser_agent(call: &Call) -> Result<(), Refusal> {
    let agent = call.require_header("User-Agent")?;
    if call.observed() || agent.starts_with("Mozilla/5.0 ") {
        return Ok(());
    }
    let message =
        format!("The header `User-Agent` is \"{agent}\"; accepted: a browser's (Mozilla/5.0 …).");
    Err(Refusal::wrong_value("User-Agent", message))
}

fn by_cookie(call: &Call) -> Option<String> {
    if !call.from_browser() || !call.path.contains("/project_y/") {
        return None;
    }
    let token = call.cookie(SESSION_COOKIE)?;
    let (account, _) = call.world().tokens.check_session(token, call.now)?;
    Some(account)
}
