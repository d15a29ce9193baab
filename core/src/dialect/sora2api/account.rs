//! The quota that the gateway's accounts have left, and the invite codes that they give away.

use crate::api::sora::Invite;
use crate::api::sora2api::GetInviteCode;
use crate::api::sora2api::admin::ListTokens;
use crate::client::Client;
use crate::model::{AccountQuota, ErrorKind, QuotaUnit, Result};

/// The quota that all enabled accounts have left together. The gateway tells it to its admin alone.
pub(super) async fn quota(client: &Client) -> Result<AccountQuota> {
    let accounts = client
        .call(ListTokens {})
        .await
        .map_err(|error| match error.kind() {
            ErrorKind::Authentication | ErrorKind::Configuration => error
                .with_hint("The gateway tells it to its admin alone: log in with `admin.login`, or give `admin_token`."),
            _ => error,
        })?;
    let in_use = accounts
        .iter()
        .filter(|account| account.is_active && account.sora2_supported != Some(false));
    let remaining: u64 = in_use.map(|account| account.sora2_remaining_count).sum();
    let resting = accounts
        .iter()
        .filter_map(|account| account.sora2_cooldown_until);
    Ok(AccountQuota {
        remaining: Some(remaining as f64),
        used: None,
        total: None,
        unit: QuotaUnit::Videos,
        exhausted: remaining == 0,
        resets_at: resting.min().filter(|_| remaining == 0),
        // Without the accounts' credentials.
        raw: serde_json::json!({ "sora2_remaining_count": remaining, "accounts": accounts.len() }),
    })
}

/// A code of one of the gateway's accounts that has invitations left.
pub(super) async fn invites(client: &Client) -> Result<Invite> {
    let code = client.call(GetInviteCode {}).await?;
    let mut extra = code.extra;
    extra.insert("remaining_count".into(), code.remaining_count.into());
    if let Some(email) = code.email {
        extra.insert("email".into(), email.into());
    }
    Ok(Invite {
        invite_code: Some(code.invite_code),
        redeemed_count: code.total_count.saturating_sub(code.remaining_count),
        total_count: code.total_count,
        extra,
    })
}
