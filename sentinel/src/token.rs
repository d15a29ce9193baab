//! The tokens that carry an answer (`docs/wire/sora.md` §2.1 and §2.3).

use serde::{Deserialize, Serialize};

const INITIAL: &str = "gAAAAAC";
const FINAL: &str = "gAAAAAB";
const END: &str = "~S";

/// The token of the first request, `p` in its body: the answer to [`Challenge::initial`].
///
/// [`Challenge::initial`]: super::Challenge::initial
pub fn initial_token(answer: &str) -> String {
    format!("{INITIAL}{answer}")
}

/// The token of the following requests, for the answer to the server's challenge.
pub fn final_token(answer: &str) -> String {
    format!("{FINAL}{answer}{END}")
}

/// The token of the following requests if the server does not require its challenge to be solved:
/// the first request's token, closed.
pub fn unchallenged_token(initial_token: &str) -> String {
    format!("{initial_token}{END}")
}

/// The answer in a first request's token; `None` if the text is not such a token.
pub fn parse_initial_token(token: &str) -> Option<&str> {
    token.strip_prefix(INITIAL)
}

/// The contents of a later request's token; `None` if the text is not such a token.
pub fn parse_final_token(token: &str) -> Option<FinalToken<'_>> {
    let token = token.strip_suffix(END)?;
    let solved = token.strip_prefix(FINAL).map(FinalToken::Solved);
    solved.or_else(|| parse_initial_token(token).map(FinalToken::Unchallenged))
}

/// The contents of a later request's token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinalToken<'a> {
    /// The answer to the server's challenge.
    Solved(&'a str),
    /// The first request's answer, if the server required nothing more.
    Unchallenged(&'a str),
}

/// The header `openai-sentinel-token`, a JSON object (`docs/wire/sora.md` §2.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentinelToken {
    /// The token of the proof of work, as [`final_token`] makes it.
    pub p: String,
    /// `turnstile.dx` of the server's answer, or empty.
    #[serde(default)]
    pub t: String,
    /// `token` of the server's answer.
    pub c: String,
    /// The identifier sent with the first request, a UUID.
    pub id: String,
    /// The token's purpose, for instance `sora_2_create_task__auto`.
    pub flow: String,
}

impl SentinelToken {
    /// The header's value.
    pub fn to_header(&self) -> String {
        serde_json::to_string(self).expect("strings are JSON")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_read_as_they_were_written() {
        assert_eq!(initial_token("WzE="), "gAAAAACWzE=");
        assert_eq!(final_token("WzE="), "gAAAAABWzE=~S");
        assert_eq!(parse_initial_token(&initial_token("WzE=")), Some("WzE="));
        assert_eq!(parse_initial_token(&final_token("WzE=")), None);
        assert_eq!(
            parse_final_token(&final_token("WzE=")),
            Some(FinalToken::Solved("WzE="))
        );
        assert_eq!(parse_final_token(&initial_token("WzE=")), None);
        let unchallenged = unchallenged_token(&initial_token("WzE="));
        assert_eq!(unchallenged, "gAAAAACWzE=~S");
        assert_eq!(
            parse_final_token(&unchallenged),
            Some(FinalToken::Unchallenged("WzE="))
        );
    }

    #[test]
    fn the_header_has_the_documented_fields_in_order() {
        let token = SentinelToken {
            p: final_token("WzE="),
            t: "dx".into(),
            c: "token".into(),
            id: "550e8400-e29b-41d4-a716-446655440000".into(),
            flow: "sora_2_create_task__auto".into(),
        };
        let header = token.to_header();
        assert_eq!(
            header,
            r#"{"p":"gAAAAABWzE=~S","t":"dx","c":"token","id":"550e8400-e29b-41d4-a716-446655440000","flow":"sora_2_create_task__auto"}"#
        );
        assert_eq!(
            serde_json::from_str::<SentinelToken>(&header).unwrap(),
            token
        );
    }
}
