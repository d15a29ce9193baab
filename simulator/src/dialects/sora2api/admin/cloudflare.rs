//! Credentials that a solver gets from Cloudflare. The simulator has no solver:
//! it keeps the settings and the state that they would have.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::config::{change, done, required_flag, text};
use crate::dialects::sora2api::access::{administrator, body};
use crate::dialects::sora2api::gateway::open;
use crate::dialects::sora2api::settings::Settings;
use crate::dialects::sora2api::views::naive;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Reply};

/// How long credentials are good.
const LIFE: SignedDuration = SignedDuration::from_mins(30);

/// `GET /api/cloudflare/config`
pub async fn get(call: Call) -> Answer {
    administrator(&call)?;
    let config = change(&call, |settings| {
        json!({
            "solver_enabled": settings.solver_enabled,
            "solver_api_url": settings.solver_api_url,
        })
    });
    Ok(Reply::json(json!({"success": true, "config": config})))
}

/// `POST /api/cloudflare/config`
pub async fn set(call: Call) -> Answer {
    administrator(&call)?;
    let fields = body(&call, &["solver_enabled", "solver_api_url"])?;
    let enabled = required_flag(&fields, "solver_enabled")?;
    let url = text(&fields, "solver_api_url")?;
    change(&call, |settings| {
        settings.solver_enabled = enabled;
        settings.solver_api_url = url;
    });
    done("Cloudflare Solver configuration updated")
}

/// `GET /api/cloudflare/state`
pub async fn state(call: Call) -> Answer {
    administrator(&call)?;
    let state = open(&call, |gateway, _| word(&gateway.settings, call.now));
    Ok(Reply::json(json!({"success": true, "state": state})))
}

/// `POST /api/cloudflare/refresh`; refused while the solver is off.
pub async fn refresh(call: Call) -> Answer {
    administrator(&call)?;
    let state = change(&call, |settings| {
        if !settings.solver_enabled {
            let message = "The Cloudflare solver is not enabled; enable it in its configuration.";
            return Err(Refusal::wrong_value("solver_enabled", message));
        }
        if settings.solver_api_url.is_none() {
            let message = "The address of the Cloudflare solver is not configured.";
            return Err(Refusal::wrong_value("solver_api_url", message));
        }
        settings.solved_at = Some(call.now);
        Ok(word(settings, call.now))
    })?;
    Ok(Reply::json(json!({
        "success": true,
        "message": "Cloudflare credentials refreshed successfully",
        "state": state,
    })))
}

/// `POST /api/cloudflare/clear`
pub async fn clear(call: Call) -> Answer {
    administrator(&call)?;
    let state = change(&call, |settings| {
        settings.solved_at = None;
        word(settings, call.now)
    });
    Ok(Reply::json(json!({
        "success": true,
        "message": "Cloudflare credentials cleared",
        "state": state,
    })))
}

fn word(settings: &Settings, now: Timestamp) -> Value {
    let expires = settings.solved_at.map(|at| at + LIFE);
    let left = expires.map_or(0, |expires| expires.duration_since(now).as_secs().max(0));
    json!({
        "is_valid": left > 0,
        "has_credentials": settings.solved_at.is_some(),
        "last_updated": settings.solved_at.map(naive),
        "expires_at": expires.map(naive),
        "remaining_seconds": left,
        "cookies_count": settings.solved_at.map_or(0, |_| 1),
    })
}
