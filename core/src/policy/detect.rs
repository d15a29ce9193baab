//! Detection of a server's dialect from its answers to harmless requests.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::Dialect;

/// A harmless request: it only reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Probe {
    /// The path below the base URL.
    pub path: &'static str,
    /// True if the key is sent.
    pub authorized: bool,
}

/// The probes, in order. The first one that identifies the dialect ends the search.
pub const PROBES: &[Probe] = &[
    Probe {
        path: "/v1/models",
        authorized: true,
    },
    Probe {
        path: "/openapi.json",
        authorized: false,
    },
    Probe {
        path: "/v1/token/quota",
        authorized: true,
    },
    Probe {
        path: "/nf/check",
        authorized: true,
    },
    Probe {
        path: "/v1/videos?limit=1",
        authorized: true,
    },
    Probe {
        path: VIDEO,
        authorized: true,
    },
    Probe {
        path: BELOW_SORA,
        authorized: true,
    },
    Probe {
        path: "/v1/images/generations",
        authorized: true,
    },
];

/// A nonexistent video, as the API and a mirror's root would name it.
const VIDEO: &str = "/v1/videos/sorakit-probe";
const BELOW_SORA: &str = "/sora/v1/videos/sorakit-probe";

/// The list of videos, which not all servers have.
const LIST: &str = "/v1/videos?limit=1";

/// The answer to a probe.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// The HTTP status.
    pub status: u16,
    /// The body, if it is JSON.
    pub json: Option<Value>,
}

/// A server's detected dialect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Detection {
    /// The dialect.
    pub dialect: Dialect,
    /// The reasons: each request and its answer, one per line.
    pub evidence: Vec<String>,
}

/// The dialect that the latest answer points to, given those `before`, and the reason;
/// `None` if it proves nothing.
pub fn judge(
    base_url: &str,
    before: &[(Probe, Seen)],
    probe: Probe,
    seen: &Seen,
) -> Option<(Dialect, String)> {
    let earlier = |path: &str| {
        let mut found = before.iter().filter(|(probe, _)| probe.path == path);
        found.next().map(|(_, seen)| seen)
    };
    // Videos are made there, but cannot be listed.
    let unlisted = earlier(LIST).is_some_and(|list| list.status == 405);
    if probe.path == "/v1/images/generations" && unlisted {
        return Some(match seen.status {
            405 => (
                Dialect::Mirror,
                "videos are made and not listed, and images are made too".into(),
            ),
            _ => (
                Dialect::Skyriff,
                "videos are made and not listed, and no models are named".into(),
            ),
        });
    }
    let json = seen.json.as_ref()?;
    let ok = (200..300).contains(&seen.status);
    let under_sora = base_url.trim_end_matches('/').ends_with("/sora");
    match probe.path {
        "/v1/models" if ok => by_models(json),
        "/openapi.json" if ok => by_paths(json),
        "/v1/token/quota" if ok => ["remaining_quota", "total_quota", "quota"]
            .into_iter()
            .find(|name| json.get(name).is_some())
            .map(|name| (Dialect::Relay, format!("the quota has `{name}`"))),
        "/nf/check" => {
            let balance = json.get("rate_limit_and_credit_balance").is_some();
            let code = json
                .pointer("/error/code")
                .and_then(Value::as_str)
                .unwrap_or_default();
            if balance {
                Some((Dialect::Sora, "the native quota was answered".into()))
            } else if seen.status == 401 && code.starts_with("token_") {
                Some((
                    Dialect::Sora,
                    format!("the native quota was refused with `{code}`"),
                ))
            } else {
                None
            }
        }
        LIST if ok && json.get("data").is_some_and(Value::is_array) => {
            Some((Dialect::Openai, "videos can be listed".into()))
        }
        VIDEO if under_sora && matches!(seen.status, 400 | 404) => {
            Some((Dialect::Mirror, "videos are served below `/sora/v1`".into()))
        }
        LIST | VIDEO
            if json.pointer("/error/code").and_then(Value::as_str) == Some("invalid_license") =>
        {
            Some((Dialect::Mirror, "a license is asked for".into()))
        }
        VIDEO if unlisted && json.get("error").is_some_and(Value::is_string) => Some((
            Dialect::Mirror,
            "videos are made and not listed, and an error is a text".into(),
        )),
        // A server that answers everything unknown with an error proves nothing by it.
        BELOW_SORA
            if matches!(seen.status, 400 | 401 | 404)
                && !unlisted
                && json.get("error").is_some()
                && earlier(VIDEO).is_some_and(|plain| {
                    let json = plain.json.as_ref();
                    json.is_none_or(|json| json.get("error").is_none())
                }) =>
        {
            Some((
                Dialect::Mirror,
                "videos are served below `/sora/v1`: add `/sora` to the base URL".into(),
            ))
        }
        _ => None,
    }
}

/// Judges by the names of the models, which differ between the dialects.
fn by_models(json: &Value) -> Option<(Dialect, String)> {
    let models = json.get("data")?.as_array()?;
    for model in models {
        let id = model.get("id").and_then(Value::as_str).unwrap_or_default();
        let owner = model
            .get("owned_by")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let dialect =
            if owner == "sora2api" || id.starts_with("sora-video-") || id.starts_with("sora-image")
            {
                Dialect::Sora2api
            } else if id.starts_with("sora_") {
                Dialect::Mirror
            } else if id.starts_with("sora2-landscape")
                || id.starts_with("sora2-portrait")
                || id.starts_with("sora2-pro-")
            {
                Dialect::Skyriff
            } else {
                continue;
            };
        return Some((dialect, format!("the models include `{id}`")));
    }
    None
}

/// Judges by the paths that a server lists.
fn by_paths(json: &Value) -> Option<(Dialect, String)> {
    const SIGNS: &[(&str, Dialect)] = &[
        ("/api/tokens", Dialect::Sora2api),
        ("/v1/invite-codes", Dialect::Sora2api),
        ("/v2/videos/generations", Dialect::Relay),
        ("/nf/create", Dialect::Sora),
        ("/backend/nf/create", Dialect::Sora),
        ("/sora/v1/videos", Dialect::Mirror),
        ("/v1/videos", Dialect::Openai),
    ];
    let paths = json.get("paths")?.as_object()?;
    SIGNS
        .iter()
        .find(|(path, _)| paths.contains_key(*path))
        .map(|(path, dialect)| (*dialect, format!("the server lists the path `{path}`")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn judged(path: &str, status: u16, json: Value) -> Option<Dialect> {
        let probe = *PROBES.iter().find(|probe| probe.path == path).unwrap();
        let seen = Seen {
            status,
            json: Some(json),
        };
        judge("https://gateway.example/sora", &[], probe, &seen).map(|(dialect, _)| dialect)
    }

    /// The dialect that a series of answers points to, for a server whose address does
    /// not suggest a mirror.
    fn told(answers: &[(&str, u16, Option<Value>)]) -> Option<Dialect> {
        let mut before = Vec::new();
        for (path, status, json) in answers {
            let probe = *PROBES.iter().find(|probe| probe.path == *path).unwrap();
            let seen = Seen {
                status: *status,
                json: json.clone(),
            };
            let judged = judge("https://gateway.example/x", &before, probe, &seen);
            if let Some((dialect, _)) = judged {
                return Some(dialect);
            }
            before.push((probe, seen));
        }
        None
    }

    #[test]
    fn a_mirror_is_told_by_its_answers() {
        let text = || Some(json!({"error": "there is no such video"}));
        let coded = |code: &str| Some(json!({"error": {"message": "m", "code": code}}));
        let detail = || Some(json!({"detail": "Not Found"}));
        for (answers, dialect) in [
            (
                &[(LIST, 405, coded("x")), (VIDEO, 404, text())][..],
                Some(Dialect::Mirror),
            ),
            (
                &[(LIST, 401, coded("invalid_license"))],
                Some(Dialect::Mirror),
            ),
            (
                &[
                    (LIST, 405, None),
                    (VIDEO, 404, coded("not_found")),
                    ("/v1/images/generations", 405, None),
                ],
                Some(Dialect::Mirror),
            ),
            (
                &[
                    (LIST, 405, None),
                    (VIDEO, 404, coded("not_found")),
                    ("/v1/images/generations", 404, None),
                ],
                Some(Dialect::Skyriff),
            ),
            (
                &[
                    (LIST, 404, None),
                    (VIDEO, 404, None),
                    (BELOW_SORA, 404, text()),
                ],
                Some(Dialect::Mirror),
            ),
            (
                &[
                    (LIST, 404, text()),
                    (VIDEO, 404, text()),
                    (BELOW_SORA, 404, text()),
                ],
                None,
            ),
            (
                &[
                    (LIST, 404, detail()),
                    (VIDEO, 404, detail()),
                    (BELOW_SORA, 404, detail()),
                ],
                None,
            ),
        ] {
            assert_eq!(told(answers), dialect, "{answers:?}");
        }
    }

    #[test]
    fn each_dialect_has_its_signs() {
        let models = |id: &str| json!({"object": "list", "data": [{"id": "x"}, {"id": id}]});
        for (path, status, json, dialect) in [
            (
                "/v1/models",
                200,
                models("sora-video-landscape-10s"),
                Some(Dialect::Sora2api),
            ),
            (
                "/v1/models",
                200,
                models("sora2-portrait-15s"),
                Some(Dialect::Skyriff),
            ),
            (
                "/v1/models",
                200,
                models("sora_video2"),
                Some(Dialect::Mirror),
            ),
            ("/v1/models", 200, models("sora-2"), None),
            ("/v1/models", 401, models("sora_video2"), None),
            (
                "/openapi.json",
                200,
                json!({"paths": {"/v1/videos": {}, "/api/tokens": {}}}),
                Some(Dialect::Sora2api),
            ),
            (
                "/openapi.json",
                200,
                json!({"paths": {"/v1/videos": {}}}),
                Some(Dialect::Openai),
            ),
            (
                "/v1/token/quota",
                200,
                json!({"remaining_quota": 1}),
                Some(Dialect::Relay),
            ),
            (
                "/nf/check",
                200,
                json!({"rate_limit_and_credit_balance": {}}),
                Some(Dialect::Sora),
            ),
            (
                "/nf/check",
                401,
                json!({"error": {"code": "token_expired"}}),
                Some(Dialect::Sora),
            ),
            ("/nf/check", 404, json!({"detail": "Not Found"}), None),
            (
                "/v1/videos?limit=1",
                200,
                json!({"object": "list", "data": []}),
                Some(Dialect::Openai),
            ),
            (
                "/v1/videos/sorakit-probe",
                404,
                json!({"error": {}}),
                Some(Dialect::Mirror),
            ),
        ] {
            assert_eq!(judged(path, status, json.clone()), dialect, "{path} {json}");
        }
    }
}
