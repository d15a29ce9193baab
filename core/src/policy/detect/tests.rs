//! The dialects that answers point to.

use super::*;
use serde_json::json;

fn judged(path: &str, status: u16, json: Value) -> Option<Dialect> {
    let probe = *PROBES.iter().find(|probe| probe.path == path).unwrap();
    let seen = Seen {
        status,
        headers: Vec::new(),
        json: Some(json),
    };
    judge("https://gateway.example/sora", &[], probe, &seen).map(|verdict| verdict.dialect)
}

/// The dialect that a series of answers points to, for a server whose address does
/// not suggest a mirror.
fn told(answers: &[(&str, u16, Option<Value>)]) -> Option<Dialect> {
    let mut before = Vec::new();
    for (path, status, json) in answers {
        let probe = *PROBES.iter().find(|probe| probe.path == *path).unwrap();
        let seen = Seen {
            status: *status,
            headers: Vec::new(),
            json: json.clone(),
        };
        let judged = judge("https://gateway.example/x", &before, probe, &seen);
        if let Some(verdict) = judged {
            return Some(verdict.dialect);
        }
        before.push((probe, seen));
    }
    None
}

#[test]
fn a_mirror_is_told_by_its_answers() {
    let text = || Some(json!({"error": "there is no such video"}));
    let other = || Some(json!({"error": "there is no such thing"}));
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
                (LIST, 404, other()),
                (VIDEO, 404, other()),
                (BELOW_SORA, 404, other()),
            ],
            None,
        ),
        (
            &[
                ("/v1/models", 401, coded("bad_key")),
                (LIST, 404, detail()),
                (VIDEO, 404, detail()),
                (BELOW_SORA, 401, coded("bad_key")),
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
fn a_server_that_only_knows_its_videos_speaks_openai() {
    let nothing = || Some(json!({"detail": "Not Found"}));
    let of_path = || Some(json!({"error": {"message": "nothing at /v1/videos/sorakit-probe"}}));
    let no_task = || Some(json!({"error": {"code": "task_not_exist", "message": "no"}}));
    for (answers, dialect) in [
        (
            &[("/nf/check", 404, nothing()), (VIDEO, 404, no_task())][..],
            Some(Dialect::Openai),
        ),
        (
            &[(VIDEO, 200, Some(json!({"id": "sorakit-probe"})))],
            Some(Dialect::Openai),
        ),
        // It says the same of everything.
        (
            &[("/nf/check", 404, no_task()), (VIDEO, 404, no_task())],
            None,
        ),
        (
            &[("/nf/check", 404, nothing()), (VIDEO, 404, of_path())],
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

#[test]
fn each_server_is_told_by_its_signs() {
    let owned = |owner: &str| json!({"data": [{"id": "wan", "owned_by": owner}]});
    let titled = |title: &str| json!({"info": {"title": title}, "paths": {"/v1/videos": {}}});
    for (path, headers, json, flavour) in [
        ("/v1/models", "", owned("sglang"), Some(Flavour::Sglang)),
        (
            "/v1/models",
            "",
            owned("fastvideo"),
            Some(Flavour::Fastvideo),
        ),
        ("/v1/models", "", owned("nvidia"), Some(Flavour::Dynamo)),
        ("/v1/models", "", owned("vllm"), Some(Flavour::VllmOmni)),
        ("/v1/models", "", owned("openai"), None),
        (
            "/v1/models",
            "x-oneapi-request-id",
            owned("openai"),
            Some(Flavour::NewApi),
        ),
        (
            "/v1/models",
            "",
            json!({"data": [{"id": "a", "owned_by": "vllm", "supported_endpoint_types": []}]}),
            Some(Flavour::NewApi),
        ),
        (
            "/openapi.json",
            "",
            titled("LiteLLM API"),
            Some(Flavour::Litellm),
        ),
        (
            "/openapi.json",
            "",
            titled("Unsloth UI Backend"),
            Some(Flavour::Unsloth),
        ),
        (
            "/openapi.json",
            "",
            json!({"info": {"title": "FastAPI"}, "paths": {"/v1/videos/sync": {}}}),
            Some(Flavour::VllmOmni),
        ),
        (
            "/openapi.json",
            "",
            titled("FastAPI"),
            Some(Flavour::Openai),
        ),
        (SWAGGER, "", titled("LocalAI API"), Some(Flavour::Localai)),
        (
            "/v1/models",
            "x-oneapi-request-id",
            json!({"data": [{"id": "sora2-landscape-10s", "owned_by": "openai"}]}),
            None,
        ),
    ] {
        let probe = *PROBES.iter().find(|probe| probe.path == path).unwrap();
        let seen = Seen {
            status: 200,
            headers: vec![headers.to_owned()],
            json: Some(json.clone()),
        };
        let verdict = judge("https://gateway.example", &[], probe, &seen);
        let found = verdict.and_then(|verdict| verdict.flavour);
        assert_eq!(found, flavour, "{path} {headers} {json}");
    }
}

#[test]
fn only_a_list_without_owners_is_asked_further() {
    let swagger = *PROBES.iter().find(|probe| probe.path == SWAGGER).unwrap();
    for (model, is_asked) in [
        (json!({"id": "a"}), true),
        (json!({"id": "a", "owned_by": "openai"}), false),
    ] {
        let seen = Seen {
            status: 200,
            headers: Vec::new(),
            json: Some(json!({"data": [model]})),
        };
        assert_eq!(is_due(&[(PROBES[0], seen)], swagger), is_asked);
    }
    assert!(!is_due(&[], swagger));
}

#[test]
fn the_flavour_of_a_sora2api_gateway_is_told_by_its_paths() {
    for (status, paths, flavour) in [
        (
            200,
            json!({"/v1/chat/completions": {}, "/v1/videos": {}}),
            Some(Flavour::Fork),
        ),
        (
            200,
            json!({"/v1/chat/completions": {}, "/api/tokens": {}}),
            Some(Flavour::Upstream),
        ),
        (200, json!({"/api/tokens": {}}), None),
        (404, json!({"/v1/videos": {}}), None),
    ] {
        let seen = Seen {
            status,
            headers: Vec::new(),
            json: Some(json!({"paths": paths})),
        };
        let told = |dialect| {
            let probes = PROBES.iter();
            let mut found = probes.filter_map(|probe| flavour_in(dialect, *probe, &seen));
            found.next().map(|(flavour, _)| flavour)
        };
        assert_eq!(told(Dialect::Sora2api), flavour, "{seen:?}");
        assert_eq!(told(Dialect::Relay), None);
    }
    // Its models do not tell: upstream once had the names of its forks.
    let models = json!({"data": [{"id": "sora-video-landscape-10s", "owned_by": "sora2api"}]});
    let seen = Seen {
        status: 200,
        headers: Vec::new(),
        json: Some(models),
    };
    let verdict = judge("https://gateway.example", &[], PROBES[0], &seen).unwrap();
    assert_eq!(
        (verdict.dialect, verdict.flavour),
        (Dialect::Sora2api, None)
    );
}
