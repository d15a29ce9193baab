//! How the gateway is set up (`docs/wire/sora2api.md` §7.3 to §7.9): what is set is kept and shown again.

use serde_json::{Value, json};

use crate::dialects::sora2api::access::{administrator, body};
use crate::dialects::sora2api::gateway::{Gateway, open};
use crate::dialects::sora2api::settings::Settings;
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Fields, Reply};

/// `GET /api/admin/config`
pub async fn get(call: Call) -> Answer {
    show(&call, |gateway| {
        json!({
            "error_ban_threshold": gateway.settings.error_ban_threshold,
            "api_key": gateway.api_key,
            "admin_username": gateway.admin_username,
            "debug_enabled": gateway.settings.debug_enabled,
        })
    })
}

/// `POST /api/admin/config`
pub async fn set(call: Call) -> Answer {
    administrator(&call)?;
    let fields = body(&call, &["error_ban_threshold"])?;
    let threshold = fields.integer("error_ban_threshold")?;
    if threshold < 1 {
        let message = "`error_ban_threshold` must be at least 1.";
        return Err(Refusal::wrong_value("error_ban_threshold", message));
    }
    change(&call, |settings| settings.error_ban_threshold = threshold);
    done("Configuration updated")
}

/// `POST /api/admin/apikey`
pub async fn set_api_key(call: Call) -> Answer {
    administrator(&call)?;
    let fields = body(&call, &["new_api_key"])?;
    let key = fields.string("new_api_key")?.to_owned();
    open(&call, |gateway, world| {
        world.tokens.change_api_key(&gateway.api_key, key.clone());
        gateway.api_key = key;
    });
    done("API key updated successfully")
}

/// `POST /api/admin/debug`
pub async fn set_debug(call: Call) -> Answer {
    administrator(&call)?;
    let enabled = enabled(&call)?;
    change(&call, |settings| settings.debug_enabled = enabled);
    let message = if enabled {
        "Debug mode enabled"
    } else {
        "Debug mode disabled"
    };
    Ok(Reply::json(
        json!({"success": true, "message": message, "enabled": enabled}),
    ))
}

/// `GET /api/proxy/config`
pub async fn proxy(call: Call) -> Answer {
    show(&call, |gateway| {
        let settings = &gateway.settings;
        json!({
            "proxy_enabled": settings.proxy_enabled,
            "proxy_url": settings.proxy_url,
            "proxy_pool_enabled": settings.proxy_pool_enabled,
            "proxy_pool_count": 0,
        })
    })
}

/// `POST /api/proxy/config`
pub async fn set_proxy(call: Call) -> Answer {
    administrator(&call)?;
    let fields = body(&call, &["proxy_enabled", "proxy_url", "proxy_pool_enabled"])?;
    let enabled = required_flag(&fields, "proxy_enabled")?;
    let url = text(&fields, "proxy_url")?;
    let pool = fields.optional_boolean("proxy_pool_enabled")?;
    change(&call, |settings| {
        settings.proxy_enabled = enabled;
        settings.proxy_url = url;
        settings.proxy_pool_enabled = pool.unwrap_or(settings.proxy_pool_enabled);
    });
    done("Proxy configuration updated")
}

/// `GET /api/cache/config`
pub async fn cache(call: Call) -> Answer {
    let own = call.engine.addresses().base_url(call.dialect);
    show(&call, |gateway| {
        let settings = &gateway.settings;
        let base = &settings.cache_base_url;
        let effective = if base.is_empty() { &own } else { base };
        json!({
            "success": true,
            "config": {
                "enabled": settings.cache_enabled,
                "timeout": settings.cache_timeout,
                "base_url": base,
                "effective_base_url": effective,
            },
        })
    })
}

/// `POST /api/cache/config`
pub async fn set_cache_timeout(call: Call) -> Answer {
    administrator(&call)?;
    let fields = body(&call, &["timeout"])?;
    let timeout = ranged(&fields, "timeout", 60, 86_400)?;
    change(&call, |settings| settings.cache_timeout = timeout);
    Ok(Reply::json(json!({
        "success": true,
        "message": format!("Cache timeout updated to {timeout} seconds"),
        "timeout": timeout,
    })))
}

/// `POST /api/cache/base-url`
pub async fn set_cache_base_url(call: Call) -> Answer {
    administrator(&call)?;
    let fields = body(&call, &["base_url"])?;
    let url = fields.text("base_url")?.trim_end_matches('/').to_owned();
    if !(url.is_empty() || url.starts_with("http://") || url.starts_with("https://")) {
        let message = "Base URL must start with http:// or https://";
        return Err(Refusal::wrong_value("base_url", message));
    }
    change(&call, |settings| settings.cache_base_url = url.clone());
    Ok(Reply::json(json!({
        "success": true,
        "message": "Cache base URL updated",
        "base_url": url,
    })))
}

/// `POST /api/cache/enabled`
pub async fn set_cache_enabled(call: Call) -> Answer {
    administrator(&call)?;
    let enabled = enabled(&call)?;
    change(&call, |settings| settings.cache_enabled = enabled);
    Ok(Reply::json(json!({
        "success": true,
        "message": if enabled { "Cache enabled" } else { "Cache disabled" },
        "enabled": enabled,
    })))
}

/// `GET /api/generation/timeout`
pub async fn timeouts(call: Call) -> Answer {
    show(
        &call,
        |gateway| json!({"success": true, "config": timeouts_of(&gateway.settings)}),
    )
}

/// `POST /api/generation/timeout`
pub async fn set_timeouts(call: Call) -> Answer {
    administrator(&call)?;
    let fields = body(&call, &["image_timeout", "video_timeout"])?;
    let read = |name: &str, most: i64| {
        let sent = fields.get(name).is_some();
        sent.then(|| ranged(&fields, name, 60, most)).transpose()
    };
    let image = read("image_timeout", 3600)?;
    let video = read("video_timeout", 7200)?;
    let config = change(&call, |settings| {
        settings.image_timeout = image.unwrap_or(settings.image_timeout);
        settings.video_timeout = video.unwrap_or(settings.video_timeout);
        timeouts_of(settings)
    });
    Ok(Reply::json(json!({
        "success": true,
        "message": "Generation timeout configuration updated",
        "config": config,
    })))
}

fn timeouts_of(settings: &Settings) -> Value {
    json!({
        "image_timeout": settings.image_timeout,
        "video_timeout": settings.video_timeout,
    })
}

/// `GET /api/watermark-free/config`
pub async fn watermark_free(call: Call) -> Answer {
    let observed = call.observed();
    show(&call, |gateway| {
        let settings = &gateway.settings;
        let mut config = json!({
            "watermark_free_enabled": settings.watermark_free_enabled,
            "parse_method": settings.parse_method,
            "custom_parse_url": settings.custom_parse_url,
            "custom_parse_token": settings.custom_parse_token,
        });
        if observed {
            config["fallback_on_failure"] = json!(settings.fallback_on_failure);
        }
        config
    })
}

/// `POST /api/watermark-free/config`
pub async fn set_watermark_free(call: Call) -> Answer {
    administrator(&call)?;
    let known = [
        "watermark_free_enabled",
        "parse_method",
        "custom_parse_url",
        "custom_parse_token",
    ];
    let fields = body(&call, &known)?;
    let enabled = required_flag(&fields, "watermark_free_enabled")?;
    let methods: &[&str] = if call.observed() {
        &["third_party", "custom", "builtin"]
    } else {
        &["third_party", "custom"]
    };
    let method = fields.optional_one_of("parse_method", methods)?;
    let url = text(&fields, "custom_parse_url")?;
    let token = text(&fields, "custom_parse_token")?;
    let fallback = fields.optional_boolean("fallback_on_failure")?;
    change(&call, |settings| {
        settings.watermark_free_enabled = enabled;
        settings.parse_method = method.unwrap_or("third_party").to_owned();
        settings.custom_parse_url = url;
        settings.custom_parse_token = token;
        settings.fallback_on_failure = fallback.unwrap_or(true);
    });
    done("Watermark-free mode configuration updated")
}

/// `GET /api/token-refresh/config`
pub async fn token_refresh(call: Call) -> Answer {
    show(&call, |gateway| {
        let enabled = gateway.settings.at_auto_refresh_enabled;
        json!({"success": true, "config": {"at_auto_refresh_enabled": enabled}})
    })
}

/// `POST /api/token-refresh/enabled`
pub async fn set_token_refresh(call: Call) -> Answer {
    administrator(&call)?;
    let enabled = enabled(&call)?;
    change(&call, |settings| settings.at_auto_refresh_enabled = enabled);
    Ok(Reply::json(json!({
        "success": true,
        "message": if enabled { "AT auto refresh enabled" } else { "AT auto refresh disabled" },
        "enabled": enabled,
    })))
}

fn show(call: &Call, view: impl FnOnce(&Gateway) -> Value) -> Answer {
    administrator(call)?;
    Ok(Reply::json(open(call, |gateway, _| view(gateway))))
}

/// Changes the settings.
pub fn change<T>(call: &Call, update: impl FnOnce(&mut Settings) -> T) -> T {
    open(call, |gateway, _| update(&mut gateway.settings))
}

/// That it is done, and what.
pub fn done(message: &str) -> Answer {
    Ok(Reply::json(json!({"success": true, "message": message})))
}

fn enabled(call: &Call) -> Result<bool, Refusal> {
    required_flag(&body(call, &["enabled"])?, "enabled")
}

/// True or false, which must be sent.
pub fn required_flag(fields: &Fields, name: &str) -> Result<bool, Refusal> {
    fields
        .optional_boolean(name)?
        .ok_or_else(|| Refusal::missing(name, "The field"))
}

/// A text; an empty one is none.
pub fn text(fields: &Fields, name: &str) -> Result<Option<String>, Refusal> {
    let text = fields.optional_text(name)?;
    Ok(text.filter(|text| !text.is_empty()).map(str::to_owned))
}

fn ranged(fields: &Fields, name: &str, least: i64, most: i64) -> Result<i64, Refusal> {
    let number = fields.integer(name)?;
    if (least..=most).contains(&number) {
        return Ok(number);
    }
    let message = format!("`{name}` is {number}; accepted: {least} to {most} seconds.");
    Err(Refusal::wrong_value(name, message))
}
