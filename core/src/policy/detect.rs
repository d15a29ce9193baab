//! Detection of a server's dialect and flavour from its answers to harmless requests.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::api::openai::flavours::{SERVERS, Server};
use crate::model::{Dialect, Flavour};

/// A harmless request: it only reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Probe {
    /// The path below the base URL.
    pub path: &'static str,
    /// True if the key is sent.
    pub authorized: bool,
}

/// The probes, in order. The first one that identifies the server ends the search.
pub const PROBES: &[Probe] = &[
    Probe {
        path: "/v1/models",
        authorized: true,
    },
    Probe {
        path: DESCRIPTION,
        authorized: false,
    },
    Probe {
        path: SWAGGER,
        authorized: true,
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

/// The description that servers in Python often have.
const DESCRIPTION: &str = "/openapi.json";

/// The description that servers in Go often have, among them LocalAI.
const SWAGGER: &str = "/swagger/doc.json";

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
    /// The names of the headers, in lower case.
    pub headers: Vec<String>,
    /// The body, if it is JSON.
    pub json: Option<Value>,
}

/// A server's detected dialect and flavour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Detection {
    /// The dialect.
    pub dialect: Dialect,
    /// The flavour, of a dialect that has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flavour: Option<Flavour>,
    /// The reasons: each request and its answer, one per line.
    pub evidence: Vec<String>,
}

/// The conclusion from the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The dialect.
    pub dialect: Dialect,
    /// The flavour, of a dialect that has several.
    pub flavour: Option<Flavour>,
    /// The reason.
    pub why: String,
}

/// True if a probe may tell more, given the answers `before`.
pub fn is_due(before: &[(Probe, Seen)], probe: Probe) -> bool {
    // LocalAI lists models without an owner.
    probe.path != SWAGGER
        || before.iter().any(|(probe, seen)| {
            probe.path == "/v1/models" && models(seen).any(|model| model.get("owned_by").is_none())
        })
}

/// The server that the latest answer points to, given those `before`; `None` if it
/// proves nothing.
pub fn judge(
    base_url: &str,
    before: &[(Probe, Seen)],
    probe: Probe,
    seen: &Seen,
) -> Option<Verdict> {
    if let Some((server, why)) = by_signs(probe, seen) {
        return Some(Verdict {
            dialect: server.flavour.dialect(),
            flavour: Some(server.flavour),
            why,
        });
    }
    let (dialect, why) = by_answers(base_url, before, probe, seen)?;
    let (flavour, why) = match dialect {
        // Nothing said that it is another.
        Dialect::Openai => (Some(Flavour::Openai), why),
        _ => match flavour_in(dialect, probe, seen) {
            Some((flavour, more)) => (Some(flavour), format!("{why}; {more}")),
            None => (None, why),
        },
    };
    Some(Verdict {
        dialect,
        flavour,
        why,
    })
}

/// True if a probe can tell the flavour of a server whose dialect is known.
pub fn tells_flavour(dialect: Dialect, probe: Probe) -> bool {
    dialect == Dialect::Sora2api && probe.path == DESCRIPTION
}

/// The flavour that an answer shows of a server whose dialect is known, and the reason. A gateway
/// of Sora2API tells it by the paths that it lists: the names of its models do not, for
/// upstream once had those of its forks, and the forks have upstream's.
pub fn flavour_in(dialect: Dialect, probe: Probe, seen: &Seen) -> Option<(Flavour, String)> {
    if !tells_flavour(dialect, probe) || !(200..300).contains(&seen.status) {
        return None;
    }
    let paths = seen.json.as_ref()?.get("paths")?.as_object()?;
    let has = |path: &str| paths.contains_key(path);
    if has("/v1/videos") {
        Some((Flavour::Fork, "it lists the path `/v1/videos`".into()))
    } else if has("/v1/chat/completions") {
        let why = "it lists `/v1/chat/completions` and no `/v1/videos`";
        Some((Flavour::Upstream, why.into()))
    } else {
        None
    }
}

/// The models in an answer.
fn models(seen: &Seen) -> impl Iterator<Item = &Value> {
    let is_ok = (200..300).contains(&seen.status);
    let data = seen.json.as_ref().and_then(|json| json.get("data"));
    let data = data.and_then(Value::as_array).filter(|_| is_ok);
    data.into_iter().flatten()
}

/// The server of the Videos API that an answer is signed by, and the sign.
fn by_signs(probe: Probe, seen: &Seen) -> Option<(&'static Server, String)> {
    let is_ok = (200..300).contains(&seen.status);
    let all = || SERVERS.iter().copied();
    let header = all().find_map(|server| {
        let starts = |name: &&String| {
            let mut signs = server.signs.headers.iter();
            signs.any(|sign| name.starts_with(sign))
        };
        let name = seen.headers.iter().find(starts)?;
        Some((server, format!("an answer has the header `{name}`")))
    });
    match probe.path {
        // Gateways with models of their own know others' headers.
        "/v1/models" if by_models(seen).is_some() => None,
        "/v1/models" => {
            let by_field = all().find_map(|server| {
                let mut fields = server.signs.of_models.iter();
                let field = fields.find(|field| models(seen).any(|m| m.get(**field).is_some()))?;
                Some((server, format!("the models have `{field}`")))
            });
            let by_owner = || {
                let mut owners = models(seen).filter_map(|model| model.get("owned_by")?.as_str());
                owners.find_map(|owner| {
                    let server = all().find(|server| server.signs.owners.contains(&owner))?;
                    Some((server, format!("the models are owned by `{owner}`")))
                })
            };
            by_field.or(header).or_else(by_owner)
        }
        DESCRIPTION | SWAGGER if is_ok => {
            let json = seen.json.as_ref()?;
            let title = json.pointer("/info/title").and_then(Value::as_str);
            let title = title.unwrap_or_default();
            let by_title = all().find(|server| {
                let mut titles = server.signs.titles.iter();
                titles.any(|sign| title.starts_with(sign))
            });
            let by_title = by_title.map(|server| (server, format!("the server is `{title}`")));
            by_title.or(header).or_else(|| {
                let paths = json.get("paths")?.as_object()?;
                all().find_map(|server| {
                    let mut signs = server.signs.paths.iter();
                    let path = signs.find(|path| paths.contains_key(**path))?;
                    Some((server, format!("the server lists the path `{path}`")))
                })
            })
        }
        _ => None,
    }
}

/// The dialect that the latest answer points to, given those `before`, and the reason.
fn by_answers(
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
        "/v1/models" => by_models(seen),
        DESCRIPTION if ok => by_paths(json),
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
        // Some make a job of any id.
        VIDEO if ok && !under_sora && json.get("id").is_some() => {
            Some((Dialect::Openai, "a video is answered by its id".into()))
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
        VIDEO
            if matches!(seen.status, 400 | 404)
                && !unlisted
                && !earlier("/nf/check").is_some_and(speaks_of_a_video)
                && speaks_of_a_video(seen) =>
        {
            Some((Dialect::Openai, "it is a video that is not found".into()))
        }
        // A server that answers everything unknown with an error proves nothing by it, nor one
        // that refuses the key everywhere.
        BELOW_SORA
            if matches!(seen.status, 400 | 401 | 404)
                && !unlisted
                && !(seen.status == 401 && before.iter().any(|(_, seen)| seen.status == 401))
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

/// True if an answer names a video, or the job that makes one, and not just the path.
fn speaks_of_a_video(seen: &Seen) -> bool {
    let Some(json) = &seen.json else {
        return false;
    };
    let said = json.to_string().to_ascii_lowercase();
    let said = said.replace("v1/videos", "").replace("sorakit-probe", "");
    ["video", "task", "job"]
        .iter()
        .any(|thing| said.contains(thing))
}

/// Judges by the names of the models, which differ between the dialects.
fn by_models(seen: &Seen) -> Option<(Dialect, String)> {
    for model in models(seen) {
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
mod tests;
