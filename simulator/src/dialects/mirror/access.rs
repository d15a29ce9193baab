//! Who is calling, and what the licence opens.

use crate::dialects::gateway::access::authenticate_bare;
use crate::engine::accounts::Plan;
use crate::engine::refusal::Refusal;
use crate::exchange::Call;

/// The account of the licence, with or without `Bearer` before it.
pub fn licence(call: &Call) -> Result<String, Refusal> {
    authenticate_bare(call)
}

/// The account of a licence that opens more than chat: images, videos and
/// characters are paid for on top, so an account without a plan has none.
pub fn paid_licence(call: &Call) -> Result<String, Refusal> {
    let account = licence(call)?;
    let free = call
        .world()
        .accounts
        .get(&account)
        .is_some_and(|account| account.spec.plan == Plan::Free);
    if free {
        let message =
            "The licence does not open this interface; it opens /sora/v1/chat/completions.";
        return Err(Refusal::of("forbidden").message(message));
    }
    Ok(account)
}

/// Refuses what only a Pro subscription opens, as the document says. Observed mirrors leave it to
/// the service behind them.
pub fn check_plan(call: &Call, account: &str, model: &str) -> Result<(), Refusal> {
    let is_pro = |plan| plan == Plan::Pro;
    let world = call.world();
    let plan = world.accounts.get(account).map(|account| account.spec.plan);
    let needs_pro = model.split('-').any(|part| part == "pro" || part == "hd");
    if call.observed() || !needs_pro || plan.is_some_and(is_pro) {
        return Ok(());
    }
    let message = format!("`model` {model} needs an account with a Pro subscription.");
    Err(Refusal::of("forbidden").message(message))
}
