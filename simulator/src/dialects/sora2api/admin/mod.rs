//! The administration under `/api` (`docs/wire/sora2api.md` §7).

mod activation;
mod batch;
mod characters;
mod cloudflare;
mod config;
mod conversion;
mod import;
mod session;
mod tokens;
pub mod upstream;

use crate::dialects::Operation;

use super::stats;

/// What both flavours of the administration have.
pub fn shared() -> Vec<Operation> {
    let mut operations = session_and_tokens();
    operations.extend(settings());
    operations
}

fn session_and_tokens() -> Vec<Operation> {
    vec![
        Operation::post("sora2api.admin.login", "/api/login", session::login),
        Operation::post("sora2api.admin.logout", "/api/logout", session::logout),
        Operation::get("sora2api.admin_tokens.list", "/api/tokens", tokens::list),
        Operation::post("sora2api.admin_tokens.add", "/api/tokens", tokens::add),
        Operation::put(
            "sora2api.admin_tokens.update",
            "/api/tokens/{token_id}",
            tokens::update,
        ),
        Operation::put(
            "sora2api.admin_tokens.set_status",
            "/api/tokens/{token_id}/status",
            tokens::set_status,
        ),
        Operation::post(
            "sora2api.admin_tokens.enable",
            "/api/tokens/{token_id}/enable",
            tokens::enable,
        ),
        Operation::post(
            "sora2api.admin_tokens.disable",
            "/api/tokens/{token_id}/disable",
            tokens::disable,
        ),
        Operation::post(
            "sora2api.admin_tokens.test",
            "/api/tokens/{token_id}/test",
            tokens::test,
        ),
        Operation::delete(
            "sora2api.admin_tokens.delete",
            "/api/tokens/{token_id}",
            tokens::delete,
        ),
        Operation::post(
            "sora2api.admin_tokens.import",
            "/api/tokens/import",
            import::tokens,
        ),
        Operation::post(
            "sora2api.admin_tokens.st2at",
            "/api/tokens/st2at",
            conversion::session_token,
        ),
        Operation::post(
            "sora2api.admin_tokens.rt2at",
            "/api/tokens/rt2at",
            conversion::refresh_token,
        ),
        Operation::get("sora2api.admin_stats.get", "/api/stats", stats::system),
        Operation::get("sora2api.admin_logs.list", "/api/logs", stats::logs),
    ]
}

fn settings() -> Vec<Operation> {
    vec![
        Operation::get(
            "sora2api.admin_config.get",
            "/api/admin/config",
            config::get,
        ),
        Operation::post(
            "sora2api.admin_config.set",
            "/api/admin/config",
            config::set,
        ),
        Operation::post(
            "sora2api.admin_config.set_password",
            "/api/admin/password",
            session::set_password,
        ),
        Operation::post(
            "sora2api.admin_config.set_api_key",
            "/api/admin/apikey",
            config::set_api_key,
        ),
        Operation::post(
            "sora2api.admin_config.set_debug",
            "/api/admin/debug",
            config::set_debug,
        ),
        Operation::get(
            "sora2api.admin_proxy.get",
            "/api/proxy/config",
            config::proxy,
        ),
        Operation::post(
            "sora2api.admin_proxy.set",
            "/api/proxy/config",
            config::set_proxy,
        ),
        Operation::get(
            "sora2api.admin_cache.get",
            "/api/cache/config",
            config::cache,
        ),
        Operation::post(
            "sora2api.admin_cache.set_timeout",
            "/api/cache/config",
            config::set_cache_timeout,
        ),
        Operation::post(
            "sora2api.admin_cache.set_base_url",
            "/api/cache/base-url",
            config::set_cache_base_url,
        ),
        Operation::post(
            "sora2api.admin_cache.set_enabled",
            "/api/cache/enabled",
            config::set_cache_enabled,
        ),
        Operation::get(
            "sora2api.admin_generation.get",
            "/api/generation/timeout",
            config::timeouts,
        ),
        Operation::post(
            "sora2api.admin_generation.set",
            "/api/generation/timeout",
            config::set_timeouts,
        ),
        Operation::get(
            "sora2api.admin_watermark_free.get",
            "/api/watermark-free/config",
            config::watermark_free,
        ),
        Operation::post(
            "sora2api.admin_watermark_free.set",
            "/api/watermark-free/config",
            config::set_watermark_free,
        ),
        Operation::get(
            "sora2api.admin_token_refresh.get",
            "/api/token-refresh/config",
            config::token_refresh,
        ),
        Operation::post(
            "sora2api.admin_token_refresh.set",
            "/api/token-refresh/enabled",
            config::set_token_refresh,
        ),
    ]
}

/// What only the documented flavour has.
pub fn documented() -> Vec<Operation> {
    vec![
        Operation::post(
            "sora2api.admin_tokens.batch_add",
            "/api/tokens/batch-add",
            import::batch_add,
        ),
        Operation::delete(
            "sora2api.admin_tokens.delete_disabled",
            "/api/tokens/batch-delete-disabled",
            batch::delete_disabled,
        ),
        Operation::post(
            "sora2api.admin_tokens.batch_test",
            "/api/tokens/batch-test",
            batch::test,
        ),
        Operation::post(
            "sora2api.admin_tokens.batch_enable",
            "/api/tokens/batch-enable",
            batch::enable,
        ),
        Operation::post(
            "sora2api.admin_tokens.batch_disable",
            "/api/tokens/batch-disable",
            batch::disable,
        ),
        Operation::post(
            "sora2api.admin_tokens.batch_activate",
            "/api/tokens/batch-activate",
            activation::batch_sora2,
        ),
        Operation::get(
            "sora2api.admin_cloudflare.get",
            "/api/cloudflare/config",
            cloudflare::get,
        ),
        Operation::post(
            "sora2api.admin_cloudflare.set",
            "/api/cloudflare/config",
            cloudflare::set,
        ),
        Operation::get(
            "sora2api.admin_cloudflare.state",
            "/api/cloudflare/state",
            cloudflare::state,
        ),
        Operation::post(
            "sora2api.admin_cloudflare.refresh",
            "/api/cloudflare/refresh",
            cloudflare::refresh,
        ),
        Operation::post(
            "sora2api.admin_cloudflare.clear",
            "/api/cloudflare/clear",
            cloudflare::clear,
        ),
        Operation::post(
            "sora2api.admin_tokens.activate_sora2",
            "/api/tokens/{token_id}/sora2/activate",
            activation::sora2,
        ),
        Operation::post(
            "sora2api.admin_tokens.activate_username",
            "/api/tokens/{token_id}/activate-username",
            activation::username,
        ),
        Operation::post(
            "sora2api.admin_tokens.batch_activate_username",
            "/api/tokens/batch-activate-username",
            activation::batch_username,
        ),
        Operation::get(
            "sora2api.admin_characters.list",
            "/api/characters",
            characters::list,
        ),
        Operation::get(
            "sora2api.admin_characters.by_token",
            "/api/characters/by-token/{token_id}",
            characters::of_token,
        ),
        Operation::get(
            "sora2api.admin_characters.get",
            "/api/characters/{cameo_id}",
            characters::get,
        ),
        Operation::post(
            "sora2api.admin_characters.update",
            "/api/characters/{cameo_id}/update",
            characters::update,
        ),
        Operation::delete(
            "sora2api.admin_characters.delete",
            "/api/characters/{cameo_id}",
            characters::delete,
        ),
    ]
}
