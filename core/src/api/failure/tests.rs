use super::*;
use http::{HeaderMap, StatusCode};

pub(super) fn read(status: u16, body: &str) -> Error {
    let status = StatusCode::from_u16(status).unwrap();
    failure(&Reply::new(status, HeaderMap::new(), body.to_owned()))
}

#[test]
fn every_shape_of_error_body_gives_its_message() {
    for (body, message) in [
        (
            r#"{"error":{"message":"m","type":"t","param":null,"code":"c"}}"#,
            "m",
        ),
        (r#"{"error":{"message":"m"}}"#, "m"),
        (r#"{"error":"m"}"#, "m"),
        (r#"{"detail":"m"}"#, "m"),
        (
            r#"{"detail":[{"loc":["body","n"],"msg":"m","type":"t"}]}"#,
            "body.n: m",
        ),
        (
            r#"{"detail":{"error":{"message":"m","code":"task_not_completed"}}}"#,
            "m",
        ),
        (r#"{"message":"m"}"#, "m"),
        (r#"{"success":false,"message":"m"}"#, "m"),
        (r#"{"code":7,"message":"m","data":null}"#, "m"),
        ("<html><title>m</title>", "a web page was answered: m"),
        ("", "the server answered Bad Request"),
    ] {
        assert_eq!(read(400, body).reason(), message, "{body}");
    }
}

#[test]
fn the_class_is_by_code_then_text_then_status() {
    use ErrorKind::*;
    for (status, body, kind) in [
        (
            400,
            r#"{"__type":"com.amazonaws#ThrottlingException","message":"Rate exceeded"}"#,
            RateLimited,
        ),
        (
            403,
            r#"{"type":"https://a/p","title":"Quota exceeded","detail":"all 5 of today are made"}"#,
            QuotaExhausted,
        ),
        (
            400,
            r#"{"error":{"code":400,"message":"API key not valid. Pass one.","status":"INVALID_ARGUMENT"}}"#,
            Authentication,
        ),
        (
            400,
            r#"{"error":{"code":"sentinel_block","message":"x"}}"#,
            Sentinel,
        ),
        (
            400,
            r#"{"error":{"message":"We're under heavy load, please try again later."}}"#,
            Overloaded,
        ),
        (
            500,
            r#"{"detail":"error: token_invalidated"}"#,
            Authentication,
        ),
        (403, r#"{"detail":"Not authenticated"}"#, Authentication),
        (403, "<html><title>Just a moment...</title>", Blocked),
        (403, "<html><title>403 Forbidden</title>", Permission),
        (
            401,
            "<html><title>401 Authorization Required</title>",
            Authentication,
        ),
        (
            413,
            "<html><title>413 Request Entity Too Large</title>",
            BadRequest,
        ),
        (
            429,
            "<html><title>429 Too Many Requests</title>",
            RateLimited,
        ),
        (
            503,
            "<html><title>503 Service Temporarily Unavailable</title>",
            Overloaded,
        ),
        (
            502,
            "<html><title>502 Bad Gateway</title><hr><center>nginx",
            Server,
        ),
        (407, "", Configuration),
        (
            429,
            r#"{"error":{"code":"too_many_concurrent_tasks"}}"#,
            TooManyJobs,
        ),
        (
            429,
            r#"{"error":{"code":"rate_limit_exceeded",
                "message":"You already have 3 generations in progress."}}"#,
            TooManyJobs,
        ),
        (429, r#"{"type":"rate_limit_exhausted"}"#, QuotaExhausted),
        (429, "", RateLimited),
        (
            400,
            r#"{"error":{"message":"x","param":"country"}}"#,
            Region,
        ),
        (
            400,
            r#"{"detail":{"error":{"message":"x","code":"task_not_completed"}}}"#,
            NotReady,
        ),
        (
            400,
            r#"{"error":"invalid_grant","error_description":"x"}"#,
            Authentication,
        ),
        (500, "oops", Server),
        (499, "client closed request", Timeout),
        (405, r#"{"detail":"Method Not Allowed"}"#, Unsupported),
    ] {
        assert_eq!(read(status, body).kind(), kind, "{status} {body}");
    }
}

/// `docs/wire/sora.md` §13 and §14.4: code, status, whether a retry
/// may help, and what is advised.
#[test]
fn every_documented_code_has_a_class_a_retry_class_and_a_hint() {
    use ErrorKind::*;
    for (status, code, kind, retryable, hint) in [
        (400, "bad_request", BadRequest, false, ""),
        (
            401,
            "token_invalidated",
            Authentication,
            false,
            "sign in again",
        ),
        (401, "token_expired", Authentication, false, "sign in again"),
        (401, "Unauthorized", Authentication, false, "sign in again"),
        (400, "invalid_grant", Authentication, false, "client id"),
        (403, "unsupported_country_code", Region, false, "country"),
        (400, "unsupported_country_code", Region, false, "country"),
        (429, "rate_limit_exceeded", RateLimited, true, "wait"),
        (429, "too_many_requests", RateLimited, true, "wait"),
        (429, "rate_limit_exhausted", QuotaExhausted, false, "reset"),
        (
            429,
            "too_many_concurrent_tasks",
            TooManyJobs,
            true,
            "Wait until one",
        ),
        (500, "internal_error", Server, true, "later"),
        (503, "heavy_load", Overloaded, true, "Nothing was created"),
        (400, "heavy_load", Overloaded, true, "Nothing was created"),
        (
            400,
            "sentinel_block",
            Sentinel,
            false,
            "profile, device id and proxy",
        ),
        (
            403,
            "phone_number_required",
            AccountSetup,
            false,
            "phone number",
        ),
        (
            400,
            "sora_username_not_yet_created",
            AccountSetup,
            false,
            "sora.username.set",
        ),
        (429, "cf_shield_429", Blocked, false, "CDN"),
        (
            400,
            "content_policy_violation",
            ContentPolicy,
            false,
            "Change the prompt",
        ),
        (
            400,
            "safety_filter_triggered",
            ContentPolicy,
            false,
            "Change the prompt",
        ),
        (500, "generation_failed", GenerationFailed, false, ""),
        (500, "timeout", Timeout, true, ""),
    ] {
        let body = format!(r#"{{"error":{{"message":"m","type":"t","code":"{code}"}}}}"#);
        let error = read(status, &body);
        assert_eq!(error.kind(), kind, "{code}");
        assert_eq!(error.code(), Some(code));
        assert_eq!(error.retryable(), retryable, "{code}");
        let advice = error.hint().unwrap_or_default();
        assert!(advice.contains(hint), "{code}: {advice}");
    }
}

/// The same things said in words, at other statuses (`docs/wire/sora.md` §13.3).
#[test]
fn what_servers_say_in_words_is_understood_at_any_status() {
    use ErrorKind::*;
    for (status, message, kind) in [
        (500, "a user is required", Authentication),
        (
            401,
            "Missing bearer authentication in header",
            Authentication,
        ),
        (
            500,
            "We're under heavy load, please try again later.",
            Overloaded,
        ),
        (
            403,
            "Hmmm something didn't look right with your request.",
            Sentinel,
        ),
        (
            400,
            "You already have 3 generations in progress",
            TooManyJobs,
        ),
        (400, "Unable to process request", BadRequest),
    ] {
        let body = format!(r#"{{"error":{{"message":"{message}","code":null}}}}"#);
        assert_eq!(read(status, &body).kind(), kind, "{message}");
        let body = format!(r#"{{"detail":"{message}"}}"#);
        assert_eq!(read(status, &body).kind(), kind, "{message}");
    }
}

#[test]
fn a_quota_error_says_when_it_resets() {
    let body = r#"{"type":"rate_limit_exhausted","error":{"message":"m","type":"rate_limit_error"},
        "rate_limit_and_credit_balance":{"access_resets_in_seconds":4000}}"#;
    let error = read(429, body);
    assert_eq!(error.code(), Some("rate_limit_exhausted"));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(4000)));
    assert!(error.to_string().contains("resets in 1 h 7 min"), "{error}");
}

#[test]
fn a_refusal_with_status_200_is_told_from_an_answer() {
    let refused = |body: &str| {
        let reply = Reply::new(StatusCode::OK, HeaderMap::new(), body.to_owned());
        refusal(&reply).map(|error| error.kind())
    };
    for (body, kind) in [
        (r#"{"success":false,"message":"m"}"#, ErrorKind::BadRequest),
        (r#"{"error":"m"}"#, ErrorKind::BadRequest),
        (
            r#"{"code":429,"message":"slow down","data":null}"#,
            ErrorKind::RateLimited,
        ),
        (
            r#"{"code":"insufficient_user_quota","message":"m","data":{}}"#,
            ErrorKind::QuotaExhausted,
        ),
        (
            r#"{"code":-1,"msg":"用户额度不足"}"#,
            ErrorKind::QuotaExhausted,
        ),
        (
            r#"{"code":-1,"msg":"gen video failed"}"#,
            ErrorKind::GenerationFailed,
        ),
        (
            r#"{"detail":"Not authenticated"}"#,
            ErrorKind::Authentication,
        ),
        (
            r#"{"detail":[{"loc":["body","n"],"msg":"m","type":"t"}]}"#,
            ErrorKind::BadRequest,
        ),
        (
            r#"{"base_resp":{"status_code":1008,"status_msg":"insufficient balance"}}"#,
            ErrorKind::QuotaExhausted,
        ),
        (
            r#"{"object":"error","message":"m","code":40301}"#,
            ErrorKind::BadRequest,
        ),
        (r#"{"status":"error","message":"m"}"#, ErrorKind::BadRequest),
        (
            r#"{"code":500,"msg":"m","data":{"task_id":""}}"#,
            ErrorKind::Server,
        ),
        (r#"{"errors":[{"message":"m"}]}"#, ErrorKind::BadRequest),
        (
            r#"{"detail":"No active tokens available"}"#,
            ErrorKind::Overloaded,
        ),
        (r#"{"detail":"没有可用的Token"}"#, ErrorKind::Overloaded),
        (
            r#"{"detail":"This token has no access to model sora-2"}"#,
            ErrorKind::Permission,
        ),
        (r#"{"detail":"cookie expired"}"#, ErrorKind::Authentication),
        (r#"{"detail":"whales in the token"}"#, ErrorKind::BadRequest),
        (
            r#"{"ErrCode":500090,"ErrMsg":"Insufficient balance","Resp":null}"#,
            ErrorKind::QuotaExhausted,
        ),
        (
            r#"{"Error":{"Message":"内容违规"}}"#,
            ErrorKind::ContentPolicy,
        ),
        (r#"{"message":"余额不足"}"#, ErrorKind::QuotaExhausted),
        ("余额不足", ErrorKind::QuotaExhausted),
        (r#""余额不足""#, ErrorKind::QuotaExhausted),
        ("<html><title>Just a moment...</title>", ErrorKind::Blocked),
        // The id of a request beside an error is no job's.
        (
            r#"{"Response":{"Error":{"Code":"FailedOperation.BalanceNotEnough","Message":"余额不足"},"RequestId":"r-1"}}"#,
            ErrorKind::QuotaExhausted,
        ),
        (
            r#"{"ResponseMetadata":{"RequestId":"r","Error":{"Code":"AccessDenied","Message":"m"}}}"#,
            ErrorKind::Permission,
        ),
        (
            r#"{"request_id":"r-1","msg":"whale refused"}"#,
            ErrorKind::BadRequest,
        ),
        (
            r#"{"data":null,"request_id":"r-1","success":0,"msg":"m"}"#,
            ErrorKind::BadRequest,
        ),
        (
            r#"{"uuid":"r-1","message":"whale refused"}"#,
            ErrorKind::BadRequest,
        ),
        (
            r#"{"requestId":"r-1","status":"error","message":"余额不足"}"#,
            ErrorKind::QuotaExhausted,
        ),
        (r#"{"success":0,"msg":"m"}"#, ErrorKind::BadRequest),
        (r#"{"success":"false","msg":"m"}"#, ErrorKind::BadRequest),
        (r#"{"status":"fail","msg":"m"}"#, ErrorKind::BadRequest),
        (r#"{"ret":"-1","msg":"m"}"#, ErrorKind::BadRequest),
        (r#"{"data":{"error":"m"}}"#, ErrorKind::BadRequest),
        (
            r#"{"result":{"error":{"message":"余额不足"}}}"#,
            ErrorKind::QuotaExhausted,
        ),
        (
            r#"[{"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED"}}]"#,
            ErrorKind::RateLimited,
        ),
        (
            r#"{"message":"m","type":"invalid_request_error","param":null}"#,
            ErrorKind::BadRequest,
        ),
        (
            r#"{"id":null,"status":"failed","error":{"message":"m"}}"#,
            ErrorKind::BadRequest,
        ),
        (
            r#"{"result":"余额不足","code":-1}"#,
            ErrorKind::QuotaExhausted,
        ),
        (
            r#"{"fault":{"faultstring":"余额不足","detail":{"errorcode":"x"}}}"#,
            ErrorKind::QuotaExhausted,
        ),
        (
            r#"{"code":23,"description":"队列已满，请稍后尝试","result":null,"properties":{}}"#,
            ErrorKind::Overloaded,
        ),
        (
            r#"{"code":24,"description":"可能包含敏感词","properties":{"bannedWord":"x"},"result":null}"#,
            ErrorKind::ContentPolicy,
        ),
    ] {
        assert_eq!(refused(body), Some(kind), "{body}");
    }
    for body in [
        r#"{"code":200,"message":"ok","data":null}"#,
        r#"{"code":"success","message":"","data":{"task_id":"1"}}"#,
        r#"{"code":7,"message":"m","data":{"task_id":"1"}}"#,
        r#"{"id":"1","error":null}"#,
        r#"{"id":"1","error":""}"#,
        r#"{"id":"1","error":{"code":"","message":""}}"#,
        r#"{"id":"1","status":"failed","message":"m"}"#,
        r#"{"detail":"Token deleted"}"#,
        r#"{"base_resp":{"status_code":0,"status_msg":"success"},"task_id":"1"}"#,
        r#"{"code":22,"description":"排队中，前面还有1个任务","result":"v1","properties":{"numberOfQueues":1}}"#,
        r#"{"code":21,"description":"任务已存在","result":"v1"}"#,
        r#"{"code":1,"description":"提交成功","result":"v1"}"#,
        r#"{"request_id":"r-1"}"#,
        r#"{"request_id":"r-1","status_url":"https://q/s"}"#,
        r#"{"request_id":"r-1","message":"Task submitted"}"#,
        r#"{"uuid":"r-1","message":"任务已提交"}"#,
        r#"{"ret":0,"data":{"id":"1"}}"#,
        r#"{"data":{"status":"failed","error":{"message":"m"}}}"#,
        "[]",
    ] {
        assert_eq!(refused(body), None, "{body}");
    }
}

/// The channels through which a server may say something.
fn through_every_channel(said: &Value, text: &str) -> Vec<(&'static str, Error)> {
    let body = serde_json::json!({ "error": said }).to_string();
    let ok = |body: String| Reply::new(StatusCode::OK, HeaderMap::new(), body);
    let job = |status| {
        let mut job = crate::Job::new("j", crate::Dialect::Relay, crate::JobKind::Video);
        job.status = status;
        job.error = Some(crate::JobError {
            code: said["code"].as_str().map(Into::into),
            message: said["message"].as_str().unwrap_or_default().into(),
        });
        crate::policy::ended::failure_of(&job).unwrap()
    };
    let mut channels = vec![
        ("HTTP 400", read(400, &body)),
        ("HTTP 403", read(403, &body)),
        ("HTTP 502", read(502, &body)),
        ("refusal", refusal(&ok(body.clone())).unwrap()),
        ("job", job(crate::JobStatus::Failed)),
        (
            "stream",
            refusal_in(&serde_json::from_str(&body).unwrap()).unwrap(),
        ),
        (
            "quoted",
            read(
                500,
                &serde_json::json!({ "detail": format!("HTTP Error: 400 {body}") }).to_string(),
            ),
        ),
    ];
    if !text.is_empty() {
        channels.push((
            "chat",
            crate::api::chat::refused(&format!("❌ 生成失败: {text}")).unwrap(),
        ));
        channels.push((
            "detail",
            read(500, &serde_json::json!({ "detail": text }).to_string()),
        ));
    }
    channels
}

#[test]
fn every_line_of_the_tables_means_the_same_wherever_it_stands() {
    let mut lines = 0;
    for (is_code, sign, kind) in meaning::lines() {
        let text = match is_code {
            true => String::new(),
            false => format!("Upstream: {}", sign.replace(" & ", " it is ")),
        };
        let said = match is_code {
            true => serde_json::json!({ "code": sign, "message": "m" }),
            false => serde_json::json!({ "message": text }),
        };
        for (channel, error) in through_every_channel(&said, &text) {
            let over = !(channel.starts_with("HTTP")
                || matches!(channel, "refusal" | "quoted" | "detail"));
            let expected = match kind {
                ErrorKind::NotReady | ErrorKind::Server if over => ErrorKind::GenerationFailed,
                kind => kind,
            };
            assert_eq!(error.kind(), expected, "{sign} as {channel}: {error}");
        }
        lines += 1;
    }
    assert!(lines > 300, "{lines}");
}

#[test]
fn a_page_is_a_cdns_only_with_a_sign_of_one() {
    let page = |status: u16, headers: &[(&'static str, &'static str)], body: &str| {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        let status = StatusCode::from_u16(status).unwrap();
        failure(&Reply::new(status, map, body.to_owned())).kind()
    };
    use ErrorKind::*;
    let plain = "<html><title>Denied</title>";
    let nginx = "<html><head><title>429 Too Many Requests</title></head><hr><center>nginx</center>";
    assert_eq!(page(403, &[], plain), Permission);
    assert_eq!(page(403, &[("cf-ray", "1")], plain), Blocked);
    assert_eq!(page(403, &[("server", "AkamaiGHost")], plain), Blocked);
    assert_eq!(page(503, &[("x-amz-cf-id", "1")], plain), Blocked);
    assert_eq!(page(429, &[("cf-ray", "1")], nginx), RateLimited);
    assert_eq!(page(401, &[("cf-ray", "1")], plain), Authentication);
    assert_eq!(page(502, &[("cf-ray", "1")], plain), Server);
    assert_eq!(page(404, &[], "<html>cdn: you have been blocked"), Blocked);
    assert_eq!(
        page(403, &[("cf-ray", "1")], r#"{"detail":"no"}"#),
        Permission
    );
    assert_eq!(page(403, &[("cf-ray", "1")], "error code: 1020"), Blocked);
    assert_eq!(page(429, &[], "error code: 1015"), Blocked);
}

#[test]
fn the_hint_names_the_next_step() {
    let said = |status, code: &str, message: &str| {
        let body = serde_json::json!({ "error": { "code": code, "message": message } });
        read(status, &body.to_string())
            .hint()
            .unwrap_or_default()
            .to_owned()
    };
    for client in [
        crate::api::sora::OauthClient::IOS,
        crate::auth::OauthClient::WEB,
    ] {
        assert!(said(400, "invalid_grant", "m").contains(client.id));
        assert!(said(401, "", "Unknown client").contains(client.id));
    }
    let step = said(401, "", "This account has no access to Sora 2");
    assert!(step.contains("sora.account.bootstrap") && step.contains("sora.invites.accept"));
    assert!(said(407, "", "").contains("http://user:password@"));
    assert!(said(413, "", "").contains("smaller"));
    assert!(said(403, "unsupported_country", "").contains("proxy"));
    // Nothing is claimed that the answer does not say.
    assert!(said(503, "heavy_load", "").contains("Nothing was created"));
    assert!(!said(503, "", "").contains("Nothing was created"));
    assert!(!said(500, "heavy_load", "").contains("Nothing was created"));
}
