//! Logging in and out, and the password (`docs/wire/sora2api.md` §7.1 and §7.3).

use serde_json::json;

use crate::dialects::sora2api::access::{administrator, body};
use crate::dialects::sora2api::gateway::open;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Reply};

/// `POST /api/login`; a wrong password is answered with 200 and no token
/// (docs/wire/sora2api.md §12.1).
pub async fn login(call: Call) -> Answer {
    let fields = body(&call, &["username", "password"])?;
    let (username, password) = (fields.text("username")?, fields.text("password")?);
    let token = open(&call, |gateway, world| {
        let known = gateway.admin_username == username && gateway.admin_password == password;
        known.then(|| {
            let token = format!("admin-{}", world.random.hex(32));
            gateway.sessions.insert(token.clone());
            token
        })
    });
    let message = match &token {
        Some(_) => "Login successful",
        None => "Invalid credentials",
    };
    Ok(Reply::json(json!({
        "success": token.is_some(),
        "token": token,
        "message": message,
    })))
}

/// `POST /api/logout`
pub async fn logout(call: Call) -> Answer {
    administrator(&call)?;
    let session = call.bearer().unwrap_or_default();
    open(&call, |gateway, _| gateway.sessions.remove(session));
    Ok(Reply::json(
        json!({"success": true, "message": "Logged out successfully"}),
    ))
}

/// `POST /api/admin/password`; every session ends with the old password.
pub async fn set_password(call: Call) -> Answer {
    administrator(&call)?;
    let fields = body(&call, &["old_password", "new_password", "username"])?;
    let old = fields.text("old_password")?;
    let new = fields.string("new_password")?;
    let username = fields.optional_text("username")?;
    open(&call, |gateway, _| {
        if gateway.admin_password != old {
            let message = "Old password is incorrect";
            return Err(Refusal::wrong_value("old_password", message));
        }
        gateway.admin_password = new.to_owned();
        if let Some(username) = username.filter(|name| !name.is_empty()) {
            gateway.admin_username = username.to_owned();
        }
        gateway.sessions.clear();
        Ok(())
    })?;
    Ok(Reply::json(json!({
        "success": true,
        "message": "Password updated successfully. Please login again.",
    })))
}
