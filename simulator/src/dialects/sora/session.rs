//! From a session token or a refresh token to an access token (`docs/wire/sora.md` §1.1, §1.2).

use http::StatusCode;
use serde_json::{Value, json};

use super::access::{SESSION_COOKIE, require_accept, require_page};
use crate::engine::refusal::Refusal;
use crate::engine::tokens::RefreshProblem;
use crate::exchange::{Answer, Call, Reply};

/// `GET /api/auth/session`
pub async fn get(call: Call) -> Answer {
    if !call.observed() {
        require_accept(&call, "application/json")?;
        require_page(&call, "sora.chatgpt.com", "/")?;
    }
    let mut world = call.world();
    let session = call.cookie(SESSION_COOKIE).map(str::to_owned);
    let good = session.and_then(|session| {
        let (account, expires) = world.tokens.check_session(&session, call.now)?;
        let account = world.accounts.get(&account)?.clone();
        let (access_token, _) =
            world
                .tokens
                .access_of_session(&session, &account.email, call.now)?;
        Some((account, access_token, expires))
    });
    let Some((account, access_token, expires)) = good else {
        // Real servers answer 200 with an empty object.
        return if call.observed() {
            Ok(Reply::json(json!({})))
        } else {
            let message = "The session token is missing, invalid or expired.";
            Err(Refusal::of("Unauthorized").message(message))
        };
    };
    call.note_account(&account.id);
    let mut user = json!({"email": account.email, "name": account.spec.name});
    let mut body = json!({
        "accessToken": access_token,
        "user": user,
        "expires": expires.strftime("%Y-%m-%dT%H:%M:%S.000Z").to_string(),
    });
    if call.observed() {
        user = json!({
            "id": account.id,
            "name": account.spec.name,
            "email": account.email,
            "image": null,
            "picture": null,
            "idp": "auth0",
            "iat": call.now.as_second(),
            "mfa": false,
        });
        body["user"] = user;
        body["internalApiBase"] = json!("https://sora.chatgpt.com/backend");
    }
    Ok(Reply::json(body).header("cache-control", "private, no-store"))
}

/// `POST /oauth/token`
pub async fn refresh(call: Call) -> Answer {
    require_accept(&call, "application/json")?;
    let fields = call.json()?;
    fields.one_of("grant_type", &["refresh_token"])?;
    let client_id = fields.string("client_id")?.to_owned();
    let redirect_uri = fields.string("redirect_uri")?.to_owned();
    let token = fields.string("refresh_token")?.to_owned();

    let mut guard = call.world();
    let world = &mut *guard;
    let replacement = format!("rt_{}", world.random.token(40));
    let accounts = &world.accounts;
    let email_of = |id: &str| {
        accounts
            .get(id)
            .map(|account| account.email.clone())
            .unwrap_or_default()
    };
    let rotated = world.tokens.rotate(
        &token,
        &client_id,
        &redirect_uri,
        replacement,
        call.now,
        email_of,
    );
    match rotated {
        Ok(refreshed) => {
            call.note_account(&refreshed.account);
            Ok(Reply::json(json!({
                "access_token": refreshed.access_token,
                "refresh_token": refreshed.refresh_token,
                "expires_in": refreshed.expires_in,
                "token_type": "Bearer",
            })))
        }
        Err(problem) => Ok(refused(&call, problem)),
    }
}

/// OAuth errors: `error` is a string where real servers answer, an object in
/// the documents' common form.
fn refused(call: &Call, problem: RefreshProblem) -> Reply {
    let (status, code, message) = match problem {
        RefreshProblem::UnknownClient => (
            StatusCode::UNAUTHORIZED,
            "Unauthorized",
            "The client id is not known.",
        ),
        RefreshProblem::WrongRedirect => (
            StatusCode::BAD_REQUEST,
            "invalid_grant",
            "The redirect URI does not belong to the client id.",
        ),
        RefreshProblem::InvalidGrant => (
            StatusCode::BAD_REQUEST,
            "invalid_grant",
            "The refresh token is invalid, expired, already used, or bound to another client id.",
        ),
    };
    let body: Value = if call.observed() {
        json!({"error": code, "error_description": message})
    } else {
        json!({"error": {"message": message, "type": "invalid_request_error", "param": null, "code": code}})
    };
    Reply::json(body).status(status)
}
