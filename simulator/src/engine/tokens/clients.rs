//! The clients that refresh tokens are issued to, and the tokens (`docs/wire/sora.md` §1.3).

use jiff::Timestamp;

/// The client ids that `docs/wire/sora.md` §1.3 and public programs name, each with the
/// redirect URIs that go with it.
pub const CLIENTS: [(&str, &[&str]); 3] = [
    (
        "app_LlGpXReQgckcGGUo2JrYvtJK",
        &["com.openai.chat://auth0.openai.com/ios/com.openai.chat/callback"],
    ),
    (
        "pdlLIX2Y72MIl2rhLhTE9VV9bN905kBh",
        &["https://chatgpt.com/api/auth/callback/login-web"],
    ),
    (
        "app_1LOVEceTvrP2tHFDNnrPLQkJ",
        &["com.openai.sora://auth.openai.com/android/com.openai.sora/callback"],
    ),
];

/// A refresh token.
#[derive(Debug, Clone)]
pub(super) struct Refresh {
    pub(super) account: String,
    pub(super) client_id: String,
    pub(super) expires: Timestamp,
    pub(super) used: bool,
}
