//! Who is calling: the account of an API key.

use crate::engine::refusal::Refusal;
use crate::exchange::Call;

/// The account of the key in `Authorization: Bearer …`.
pub fn authenticate(call: &Call) -> Result<String, Refusal> {
    account_of(call, call.bearer())
}

/// The account of the key in `Authorization`, with or without `Bearer`.
pub fn authenticate_bare(call: &Call) -> Result<String, Refusal> {
    let key = call.bearer().or_else(|| call.header("authorization"));
    account_of(call, key.map(str::trim))
}

fn account_of(call: &Call, key: Option<&str>) -> Result<String, Refusal> {
    let key = key.filter(|key| !key.is_empty());
    let key = key.ok_or_else(|| Refusal::of("missing_credential"))?;
    let account = call.world().tokens.check_api_key(key);
    let account =
        account.ok_or_else(|| Refusal::of("Unauthorized").message("The API key is not valid."))?;
    call.note_account(&account);
    Ok(account)
}
