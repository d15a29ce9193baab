//! The link service that callers name themselves (`docs/wire/sora.md` §7.3).

use http::StatusCode;
use serde_json::json;

use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Reply};

/// `POST /get-sora-link`: `{download_link}`, or `{error}` with status 200 as
/// real services answer. The token is the gateway key of an account.
pub async fn resolve(call: Call) -> Answer {
    let fields = call.json()?;
    let url = fields.string("url")?;
    let token = fields.string("token")?;
    let world = call.world();
    let failed = |message: &str| {
        let status = if call.observed() {
            StatusCode::OK
        } else {
            StatusCode::BAD_REQUEST
        };
        Ok(Reply::json(json!({"error": message})).status(status))
    };
    let Some(account) = world.tokens.check_api_key(token) else {
        return failed("The token is not valid.");
    };
    call.note_account(&account);
    let id = url.split(['?', '#']).next().unwrap_or_default();
    let id = id.rsplit('/').next().unwrap_or_default();
    if !id.starts_with("s_") {
        let message = format!("`url` is \"{url}\"; accepted: https://sora.chatgpt.com/p/s_….");
        return Err(Refusal::wrong_value("url", message));
    }
    match world.posts.get(id) {
        Some(post) => {
            let link = call.asset_url(&post.generations[0], "source.mp4");
            Ok(Reply::json(json!({"download_link": link})))
        }
        None => failed("There is no such post."),
    }
}
