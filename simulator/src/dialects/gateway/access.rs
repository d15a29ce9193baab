//! Who is calling: the account of an API key.

use crate::engine::refusal::Refusal;
use crate::exchange::Call;

/// The account of the key in `Authorization: Bearer …`.
pub fn authenticate(call: &Call) -> Result<String, Refusal> {
    let key = call.bearer().filter(|key| !key.is_empty());
    key.ok_or_else(|| Refusal::of("missing_credential"))?;
    call.account_of_api_key().ok_or_else(wrong_key)
}

/// The account of the key in `Authorization`, with or without `Bearer`.
pub fn authenticate_bare(call: &Call) -> Result<String, Refusal> {
    let bare = call.header("authorization").map(str::trim);
    match bare.filter(|bare| !bare.is_empty() && !bare.contains(' ')) {
        None => authenticate(call),
        Some(key) => {
            let account = call
                .world()
                .tokens
                .check_api_key(key)
                .ok_or_else(wrong_key)?;
            call.note_account(&account);
            Ok(account)
        }
    }
}

fn wrong_key() -> Refusal {
    Refusal::of("Unauthorized").message("The API key is not valid.")
}
