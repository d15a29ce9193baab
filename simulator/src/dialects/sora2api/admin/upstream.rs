//! The upstream flavour of the administration: chosen tokens at once (docs/wire/sora2api.md §11.3).

use serde_json::json;

use super::batch::counted;
use super::config::text;
use super::import;
use crate::dialects::Operation;
use crate::dialects::sora2api::access::administrator;
use crate::dialects::sora2api::gateway::open;
use crate::dialects::sora2api::{stats, tasks};
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Fields, Reply};

/// What only this flavour has.
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::post(
            "sora2api.admin_upstream.test_update",
            "/api/tokens/batch/test-update",
            test_update,
        ),
        Operation::post(
            "sora2api.admin_upstream.enable_all",
            "/api/tokens/batch/enable-all",
            enable_all,
        ),
        Operation::post(
            "sora2api.admin_upstream.delete_disabled",
            "/api/tokens/batch/delete-disabled",
            delete_disabled,
        ),
        Operation::post(
            "sora2api.admin_upstream.disable_selected",
            "/api/tokens/batch/disable-selected",
            disable_selected,
        ),
        Operation::post(
            "sora2api.admin_upstream.delete_selected",
            "/api/tokens/batch/delete-selected",
            delete_selected,
        ),
        Operation::post(
            "sora2api.admin_upstream.update_proxy",
            "/api/tokens/batch/update-proxy",
            update_proxy,
        ),
        Operation::post(
            "sora2api.admin_upstream.import_pure_rt",
            "/api/tokens/import/pure-rt",
            import::refresh_tokens,
        ),
        Operation::post(
            "sora2api.admin_upstream.cancel_task",
            "/api/tasks/{task_id}/cancel",
            tasks::cancel,
        ),
        Operation::delete("sora2api.admin_logs.clear", "/api/logs", stats::clear_logs),
    ]
}

/// `POST /api/tokens/batch/test-update`: the chosen tokens, or all.
pub async fn test_update(call: Call) -> Answer {
    administrator(&call)?;
    let chosen = optional_choice(&call)?;
    let results: Vec<_> = open(&call, |gateway, world| {
        let tokens = gateway.pool.iter();
        let tokens = tokens.filter(|token| chosen.is_empty() || chosen.contains(&token.id));
        tokens
            .map(|token| match token.problem(world, call.now) {
                None => json!({"id": token.id, "email": token.email, "status": "success"}),
                Some(problem) => json!({
                    "id": token.id,
                    "email": token.email,
                    "status": "failed",
                    "message": problem,
                }),
            })
            .collect()
    });
    let good = results
        .iter()
        .filter(|result| result["status"] == "success")
        .count();
    let bad = results.len() - good;
    Ok(Reply::json(json!({
        "success": true,
        "message": format!("测试完成：成功 {good} 个，失败 {bad} 个"),
        "success_count": good,
        "failed_count": bad,
        "results": results,
    })))
}

/// `POST /api/tokens/batch/enable-all`: the chosen tokens, or all that are disabled.
pub async fn enable_all(call: Call) -> Answer {
    administrator(&call)?;
    let chosen = optional_choice(&call)?;
    let count = open(&call, |gateway, _| {
        let tokens = gateway.pool.iter_mut();
        let tokens = tokens.filter(|token| match chosen.as_slice() {
            [] => !token.is_active,
            chosen => chosen.contains(&token.id),
        });
        tokens.map(|token| token.enable()).count()
    });
    counted(format!("已启用 {count} 个Token"), "enabled_count", count)
}

/// `POST /api/tokens/batch/delete-disabled`: those of the chosen tokens, or of
/// all, that are disabled.
pub async fn delete_disabled(call: Call) -> Answer {
    administrator(&call)?;
    let chosen = optional_choice(&call)?;
    let count = open(&call, |gateway, _| {
        gateway.pool.retain(|token| {
            let meant = chosen.is_empty() || chosen.contains(&token.id);
            token.is_active || !meant
        })
    });
    counted(
        format!("已删除 {count} 个禁用Token"),
        "deleted_count",
        count,
    )
}

/// `POST /api/tokens/batch/disable-selected`
pub async fn disable_selected(call: Call) -> Answer {
    administrator(&call)?;
    let chosen = choice(&call.json()?)?;
    open(&call, |gateway, _| {
        let tokens = gateway.pool.iter_mut();
        for token in tokens.filter(|token| chosen.contains(&token.id)) {
            token.is_active = false;
        }
    });
    let count = chosen.len();
    counted(format!("已禁用 {count} 个Token"), "disabled_count", count)
}

/// `POST /api/tokens/batch/delete-selected`
pub async fn delete_selected(call: Call) -> Answer {
    administrator(&call)?;
    let chosen = choice(&call.json()?)?;
    open(&call, |gateway, _| {
        gateway.pool.retain(|token| !chosen.contains(&token.id))
    });
    let count = chosen.len();
    counted(format!("已删除 {count} 个Token"), "deleted_count", count)
}

/// `POST /api/tokens/batch/update-proxy`
pub async fn update_proxy(call: Call) -> Answer {
    administrator(&call)?;
    let fields = call.json()?;
    let chosen = choice(&fields)?;
    let url = text(&fields, "proxy_url")?;
    open(&call, |gateway, _| {
        let tokens = gateway.pool.iter_mut();
        for token in tokens.filter(|token| chosen.contains(&token.id)) {
            token.proxy_url.clone_from(&url);
        }
    });
    let count = chosen.len();
    counted(
        format!("已更新 {count} 个Token的代理"),
        "updated_count",
        count,
    )
}

/// The numbers in `token_ids`; none without a body.
fn optional_choice(call: &Call) -> Result<Vec<u64>, Refusal> {
    if call.body.is_empty() {
        return Ok(Vec::new());
    }
    choice(&call.json()?)
}

fn choice(fields: &Fields) -> Result<Vec<u64>, Refusal> {
    if fields.get("token_ids").is_none() {
        return Err(Refusal::missing("token_ids", "The field"));
    }
    let wrong = || Refusal::wrong_type("token_ids", "an array of integers");
    let ids = fields.array("token_ids")?.iter();
    ids.map(|id| id.as_u64().ok_or_else(wrong)).collect()
}
