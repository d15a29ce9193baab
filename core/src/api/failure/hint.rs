//! The next step for a person, where the answer says more than its kind.

use std::borrow::Cow;

use super::meaning::normal;
use super::stated::Stated;
use crate::model::ErrorKind;

/// The next step; `None` where the kind's own advice is all there is.
pub(super) fn of(
    kind: ErrorKind,
    status: Option<u16>,
    untaken: bool,
    stated: &Stated,
) -> Option<Cow<'static, str>> {
    if let (ErrorKind::QuotaExhausted, Some(seconds)) = (kind, stated.resets_in) {
        let minutes = (seconds.max(0.0) / 60.0).ceil();
        let (hours, minutes) = ((minutes / 60.0).floor(), minutes % 60.0);
        return Some(
            format!("The quota resets in {hours} h {minutes} min; until then use another account.")
                .into(),
        );
    }
    let message = stated.message.as_deref().unwrap_or_default().to_lowercase();
    let code = normal(stated.code().unwrap_or_default());
    Some(Cow::Borrowed(match (kind, code.as_str()) {
        (ErrorKind::AccountSetup, _) => setup(&code, &message),
        (ErrorKind::Authentication, "invalid_grant" | "invalid_client" | "unauthorized_client") => {
            OTHER_CLIENT
        }
        (ErrorKind::Authentication, _) if message.contains("client") => OTHER_CLIENT,
        (ErrorKind::Sentinel, "sentinel_block") => {
            "A fresh Sentinel token was refused too: check that profile, device id and proxy \
             agree in every request."
        }
        (ErrorKind::Overloaded, _) if untaken => "Nothing was created; try again later.",
        (ErrorKind::Configuration, _) if status == Some(407) => {
            "The proxy asks for a user and a password: write them into its address, \
             `http://user:password@host:port`."
        }
        (ErrorKind::BadRequest, _) if status == Some(413) => {
            "The request is larger than the server takes: send a smaller file."
        }
        (ErrorKind::NotFound, "model_not_found") => {
            "Check the model's name: the server lists those that it has."
        }
        _ if message == "unable to process request" => {
            "The server gives no reason, and a retry cannot help: check the values, and that \
             profile, device id and proxy agree in every request."
        }
        _ => return None,
    }))
}

/// The two clients are those of [`OauthClient`](crate::api::sora::OauthClient), which a
/// test checks.
pub(crate) const OTHER_CLIENT: &str = "The refresh token is used up or belongs to another client: give the \
     client id that it was issued to as `client_id` (`app_LlGpXReQgckcGGUo2JrYvtJK` of the iOS \
     application, the default, or `pdlLIX2Y72MIl2rhLhTE9VV9bN905kBh` of the web), or sign in again.";

/// The step that an account's owner has to take.
fn setup(code: &str, message: &str) -> &'static str {
    let says = |word| code.contains(word) || message.contains(word);
    if says("username") {
        "Set a user name first, with `sora.username.set`."
    } else if says("phone") || says("手机") {
        "Verify a phone number in the account's settings."
    } else if says("organization") {
        "Verify the organization in the account's settings."
    } else {
        NO_SORA_2
    }
}

/// The step for an account without Sora 2.
pub(crate) const NO_SORA_2: &str = "Call `sora.account.bootstrap` once; if that does not help, \
     redeem an invite code with `sora.invites.accept`.";
