//! The OAuth clients that refresh tokens are issued to (`docs/wire/sora.md` §1.3).

/// A client id and the redirect URI that belongs to it.
///
/// A refresh token works only with the client that it was issued to; any other gets the
/// answer `invalid_grant`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OauthClient {
    /// The client id.
    pub id: &'static str,
    /// The redirect URI.
    pub redirect_uri: &'static str,
}

impl OauthClient {
    /// The iOS application, the default.
    pub const IOS: Self = Self {
        id: "app_LlGpXReQgckcGGUo2JrYvtJK",
        redirect_uri: "com.openai.chat://auth0.openai.com/ios/com.openai.chat/callback",
    };

    /// The web application.
    pub const WEB: Self = Self {
        id: "pdlLIX2Y72MIl2rhLhTE9VV9bN905kBh",
        redirect_uri: "https://chatgpt.com/api/auth/callback/login-web",
    };

    /// The documented clients; the default first.
    pub const ALL: &'static [Self] = &[Self::IOS, Self::WEB];

    /// The documented client with this id.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|client| client.id == id)
    }
}
