//! The whole pool at once, in the documented flavour (`docs/wire/sora2api.md` §7.2.2).

use serde_json::json;

use crate::dialects::sora2api::access::{administrator, flag};
use crate::dialects::sora2api::gateway::open;
use crate::exchange::{Answer, Call, Reply};

/// `POST /api/tokens/batch-test?only_active&only_disabled`: tokens that turn
/// out bad are disabled, those that turn out good enabled.
pub async fn test(call: Call) -> Answer {
    administrator(&call)?;
    let only_disabled = flag(&call, "only_disabled", false)?;
    let only_active = flag(&call, "only_active", true)? && !only_disabled;
    let (mut valid, mut invalid, mut disabled, mut enabled) = (0, 0, 0, 0);
    let mut results = Vec::new();
    let total = open(&call, |gateway, world| {
        for token in gateway.pool.iter_mut() {
            if (only_active && !token.is_active) || (only_disabled && token.is_active) {
                continue;
            }
            let problem = token.problem(world, call.now);
            match problem {
                None => {
                    valid += 1;
                    if !token.is_active {
                        enabled += 1;
                        token.enable();
                    }
                }
                Some(_) => {
                    invalid += 1;
                    if token.is_active {
                        disabled += 1;
                        token.is_active = false;
                    }
                }
            }
            results.push(json!({
                "token_id": token.id,
                "email": token.email,
                "valid": problem.is_none(),
                "message": problem.unwrap_or("Token is valid"),
            }));
        }
        gateway.pool.iter().count()
    });
    let mut body = json!({
        "success": true,
        "message": format!(
            "测试完成: {valid} 有效, {invalid} 无效, {disabled} 已自动禁用, {enabled} 已自动启用"
        ),
        "valid": valid,
        "invalid": invalid,
        "auto_disabled": disabled,
        "auto_enabled": enabled,
    });
    if call.observed() {
        body["total"] = json!(total);
        body["tested"] = json!(results.len());
        body["results"] = json!(results);
    }
    Ok(Reply::json(body))
}

/// `POST /api/tokens/batch-enable`
pub async fn enable(call: Call) -> Answer {
    administrator(&call)?;
    let count = open(&call, |gateway, _| {
        let off = gateway.pool.iter_mut().filter(|token| !token.is_active);
        off.map(|token| token.enable()).count()
    });
    counted(format!("已启用 {count} 个 Token"), "enabled_count", count)
}

/// `POST /api/tokens/batch-disable`
pub async fn disable(call: Call) -> Answer {
    administrator(&call)?;
    let count = open(&call, |gateway, _| {
        let on = gateway.pool.iter_mut().filter(|token| token.is_active);
        on.map(|token| token.is_active = false).count()
    });
    counted(format!("已禁用 {count} 个 Token"), "disabled_count", count)
}

/// `DELETE /api/tokens/batch-delete-disabled`
pub async fn delete_disabled(call: Call) -> Answer {
    administrator(&call)?;
    let count = open(&call, |gateway, _| {
        gateway.pool.retain(|token| token.is_active)
    });
    counted(
        format!("已删除 {count} 个禁用 Token"),
        "deleted_count",
        count,
    )
}

/// That it is done, and with how many.
pub fn counted(message: String, name: &str, count: usize) -> Answer {
    let mut body = json!({"success": true, "message": message});
    body[name] = json!(count);
    Ok(Reply::json(body))
}
