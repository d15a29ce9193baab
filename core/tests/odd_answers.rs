//! Jobs of servers that answer oddly, over real sockets: what they say is found
//! wherever it stands, on every gateway dialect alike.

#[path = "odd_answers/gateway.rs"]
mod gateway;

use futures_lite::future::block_on;
use gateway::Gateway;
use sorakit::policy::ended::looks_done;
use sorakit::{Dialect, ErrorKind, JobStatus, PageRequest};

/// The dialects of gateways, each of which creates and polls by its own paths.
const GATEWAYS: [Dialect; 5] = [
    Dialect::Openai,
    Dialect::Mirror,
    Dialect::Sora2api,
    Dialect::Skyriff,
    Dialect::Relay,
];

#[test]
fn a_creation_that_is_not_quite_json_keeps_its_job() {
    for body in [
        &br#"{"id":"t_1","status":"queued","prompt":"a cat \ud83d"}"#[..],
        br#"{"id":"t_1","status":"queued","progress":NaN}"#,
        b"{\"id\":\"t_1\",\"status\":\"queued\",\"prompt\":\"caf\xe9\"}",
        b"{\"id\":\"t_1\",\"status\":\"queued\",\"prompt\":\"one\ntwo\"}",
        b"\xef\xbb\xbf{\"id\":\"t_1\",\"status\":\"queued\"}",
        br#"{"id":"t_1","status":"queued"}{"id":"t_1","status":"queued"}"#,
        br#"{"code":"success","message":"","data":"t_1"}"#,
        br#"{"code":0,"request_id":"r","data":{"task_id":"t_1","task_status":"submitted"}}"#,
        br#"{"data":[{"task_id":"t_1"}]}"#,
        br#"{"video_id":"t_1"}"#,
        br#"{"request_id":"t_1"}"#,
        br#"{"id":"req_7","task_id":"t_1","status":"success"}"#,
    ] {
        let server = Gateway::answering(200, body);
        for dialect in GATEWAYS {
            let text = String::from_utf8_lossy(body);
            let job = server.create(dialect).unwrap_or_else(|error| {
                panic!("{dialect}: {text}: {error}");
            });
            assert_eq!(job.id, "t_1", "{dialect}: {text}");
            assert_eq!(job.status, JobStatus::Queued, "{dialect}: {text}");
        }
    }
}

#[test]
fn a_creation_without_a_job_tells_how_its_answer_begins() {
    let body = r#"{"status":"accepted","ticket":{"no":4711},"token":"hush-hush"}"#;
    let server = Gateway::answering(200, body);
    for dialect in GATEWAYS {
        let error = server.create(dialect).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{dialect}");
        assert!(
            error.reason().contains(r#""ticket":{"no":4711}"#),
            "{error}"
        );
        assert!(!error.to_string().contains("hush"), "{error}");
        assert_eq!(error.request_id(), Some("r-1"), "{dialect}");
    }
}

#[test]
fn a_poll_knows_its_job_whatever_the_answer_calls_it() {
    use JobStatus::{Cancelled, Failed, Running, Succeeded};
    for (body, status) in [
        (r#"{"code":0,"data":{"task_status":"processing"}}"#, Running),
        (r#"{"id":"another","state":"dreaming"}"#, Running),
        (
            r#"{"status":"success","data":{"status":"generating"}}"#,
            Running,
        ),
        (r#"{"id":"t_1","status":"marinating"}"#, Running),
        (
            r#"{"output":{"task_status":"TASK_STATUS_SUCCEED","video_url":"/v/1.mp4"}}"#,
            Succeeded,
        ),
        (
            r#"{"data":{"status":"成功","results":[{"url":"/v/1.mp4"}]}}"#,
            Succeeded,
        ),
        (r#"{"id":"t_1","status":"Request Moderated"}"#, Failed),
        (r#"{"data":{"status":"失败","fail_reason":"m"}}"#, Failed),
        (r#"{"id":"t_1","status":"deleted"}"#, Failed),
        (r#"{"id":"t_1","state":"terminated"}"#, Cancelled),
    ] {
        let server = Gateway::answering(200, body);
        for dialect in GATEWAYS {
            let job = server
                .poll(dialect)
                .unwrap_or_else(|error| panic!("{dialect}: {body}: {error}"));
            assert_eq!(
                (job.id.as_str(), job.status),
                ("t_1", status),
                "{dialect}: {body}"
            );
            assert_eq!(
                job.raw,
                serde_json::from_str::<serde_json::Value>(body).unwrap()
            );
            if let Some(video) = job.video {
                assert_eq!(
                    video.url,
                    format!("{}/v/1.mp4", server.url),
                    "{dialect}: {body}"
                );
            }
        }
    }
}

#[test]
fn a_word_that_is_not_known_says_so() {
    let job = |body: &str| Gateway::answering(200, body).poll(Dialect::Openai).unwrap();
    let odd = job(r#"{"id":"t_1","status":"marinating","progress":100}"#);
    assert!(odd.has_unknown_status() && looks_done(&odd));
    assert_eq!(odd.status_word.as_deref(), Some("marinating"));
    let plain = job(r#"{"id":"t_1","status":"running","progress":40}"#);
    assert!(!plain.has_unknown_status() && !looks_done(&plain));
    let told = job(r#"{"id":"t_1","status":"baked","data":{"url":"https://cdn.example/1.mp4"}}"#);
    assert!(told.has_unknown_status() && looks_done(&told));
}

#[test]
fn a_failed_job_is_that_job_whatever_the_status() {
    let body = r#"{"id":"t_1","object":"video","status":"failed","error":{"code":507,"message":"out of memory"}}"#;
    for status in [200, 400, 404, 422, 500, 503, 507] {
        let server = Gateway::answering(status, body);
        for dialect in GATEWAYS {
            let job = server
                .poll(dialect)
                .unwrap_or_else(|error| panic!("{dialect} {status}: {error}"));
            assert_eq!(job.status, JobStatus::Failed, "{dialect} {status}");
            assert_eq!(job.error.unwrap().message, "out of memory");
        }
    }
}

#[test]
fn a_job_that_the_server_stopped_for_taking_too_long_has_failed() {
    let server = Gateway::answering(200, r#"{"id":"t_1","status":"timeout"}"#);
    let client = server.client(Dialect::Openai);
    let videos = client.videos();
    let error = block_on(videos.wait(&videos.resume("t_1"))).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::GenerationFailed, "{error}");
    assert_eq!(error.code(), Some("timeout"));
    assert!(!error.retryable(), "{error}");
}

#[test]
fn a_failure_never_lacks_a_reason_that_its_answer_gives() {
    for (body, reason) in [
        (r#"{"status":"failed","error":{"msg":"m-1"}}"#, "m-1"),
        (
            r#"{"status":"failed","detail":[{"loc":["body","size"],"msg":"m-1"}]}"#,
            "body.size: m-1",
        ),
        (
            r#"{"status":"failed","error":"{\"error\":{\"message\":\"m-1\"}}"}"#,
            "m-1",
        ),
        (
            r#"{"data":{"task_status":"failed","task_status_msg":"m-1"}}"#,
            "m-1",
        ),
        (r#"{"data":{"state":"fail","failMsg":"m-1"}}"#, "m-1"),
        (r#"{"status":"failed","why":{"not":"m-1"}}"#, "m-1"),
    ] {
        let server = Gateway::answering(200, body);
        for dialect in GATEWAYS {
            let message = server.poll(dialect).unwrap().error.unwrap().message;
            assert!(message.contains(reason), "{dialect}: {body}: {message}");
        }
    }
}

#[test]
fn a_list_shows_every_job_that_is_one() {
    let body = b"{\"data\":[{\"id\":\"a\",\"status\":\"succeed\",\"prompt\":\"\\ud83d\"},{\"object\":\"odd\"},\
                 {\"task_id\":\"b\",\"status\":\"marinating\",\"progress\":NaN}]}";
    let server = Gateway::answering(200, body);
    let page = block_on(
        server
            .client(Dialect::Openai)
            .videos()
            .list(PageRequest::default()),
    )
    .unwrap();
    let seen: Vec<_> = page
        .items
        .iter()
        .map(|job| (job.id.as_str(), job.status))
        .collect();
    assert_eq!(
        seen,
        [("a", JobStatus::Succeeded), ("b", JobStatus::Running)]
    );
}

#[test]
fn a_creation_is_known_by_its_id_wherever_that_stands() {
    for (body, id) in [
        (
            r#"{"name":"models/veo-3/operations/abc"}"#,
            "models/veo-3/operations/abc",
        ),
        (r#"{"task_ids":["v1"]}"#, "v1"),
        (r#"{"uuids":["v1"]}"#, "v1"),
        (r#"{"ID":"v1"}"#, "v1"),
        (r#"{"Data":{"TaskID":"v1"}}"#, "v1"),
        (r#"{"task-id":"v1"}"#, "v1"),
        (r#"{"data":{"videos":[{"id":"v1"}]}}"#, "v1"),
        (
            r#"{"request_id":"r-1","data":{"tasks":[{"task_id":"v1"}]}}"#,
            "v1",
        ),
        (r#""v1""#, "v1"),
        (r#"{"_id":{"$oid":"65f0aa"},"status":"queued"}"#, "65f0aa"),
        (r#"{"id":["v1"],"status":"queued"}"#, "v1"),
        (
            r#"{"status":"starting","urls":{"get":"https://a/predictions/p7","cancel":"https://a/predictions/p7/cancel"}}"#,
            "p7",
        ),
        (
            r#"{"status":"queued","_links":{"self":{"href":"/v1/videos/p7"}}}"#,
            "p7",
        ),
        (r#"{"polling_url":"https://a/v1/get_result?id=p7"}"#, "p7"),
    ] {
        let server = Gateway::answering(200, body);
        for dialect in GATEWAYS {
            let job = server.create(dialect);
            let job = job.unwrap_or_else(|error| panic!("{dialect}: {body}: {error}"));
            assert_eq!(job.id, id, "{dialect}: {body}");
        }
    }
}

#[test]
fn a_refusal_with_status_200_has_the_kind_that_its_words_mean() {
    use ErrorKind::*;
    for (body, kind) in [
        (r#"{"detail":"No active tokens available"}"#, Overloaded),
        (
            r#"{"retcode":1001,"retmsg":"insufficient credits"}"#,
            QuotaExhausted,
        ),
        (
            r#"{"result":false,"reason":"no channel available"}"#,
            Overloaded,
        ),
        (r#"{"status":false,"msg":"内容违规"}"#, ContentPolicy),
        (r#"{"detail":"没有可用的Token"}"#, Overloaded),
        (
            r#"{"detail":"该令牌额度已用尽 TokenStatusExhausted[sk-a]"}"#,
            QuotaExhausted,
        ),
        (
            r#"{"detail":"This token has no access to model sora-2"}"#,
            Permission,
        ),
        (r#"{"detail":"Invalid token format"}"#, Authentication),
        (r#"{"detail":"cookie expired"}"#, Authentication),
        (r#"{"detail":"access_token is invalid"}"#, Authentication),
        (r#"{"detail":"whales in the token"}"#, BadRequest),
        (
            r#"{"ErrCode":500090,"ErrMsg":"Insufficient balance","Resp":null}"#,
            QuotaExhausted,
        ),
        (r#"{"Error":{"Message":"内容违规"}}"#, ContentPolicy),
        (r#"{"message":"余额不足"}"#, QuotaExhausted),
        ("余额不足", QuotaExhausted),
        (r#""余额不足""#, QuotaExhausted),
        (
            r#"<html><title>Just a moment...</title>challenge-platform"#,
            Blocked,
        ),
    ] {
        let server = Gateway::answering(200, body);
        for dialect in GATEWAYS {
            let error = server.create(dialect).expect_err(body);
            assert_eq!(error.kind(), kind, "{dialect}: {body}: {error}");
            assert!(!error.reason().contains("redacted"), "{error}");
        }
    }
}

#[test]
fn what_vendors_say_of_filters_and_in_numbers_is_understood() {
    let filtered = r#"{"name":"models/veo-3/operations/1","done":true,"response":{"generateVideoResponse":
        {"raiMediaFilteredCount":1,"raiMediaFilteredReasons":["The prompt violates our policies."]}}}"#;
    let numbered = |number: u32| {
        format!(
            r#"{{"ErrCode":0,"ErrMsg":"success","Resp":{{"id":1,"status":{number},"url":"https://cdn.example/1.mp4"}}}}"#
        )
    };
    for dialect in GATEWAYS {
        let job = Gateway::answering(200, filtered).poll(dialect).unwrap();
        assert_eq!(job.status, JobStatus::Failed, "{dialect}");
        let why = job.error.unwrap().message;
        assert!(why.contains("violates our policies"), "{dialect}: {why}");
        for (number, status) in [
            (1, JobStatus::Succeeded),
            (5, JobStatus::Running),
            (6, JobStatus::Failed),
            (7, JobStatus::Failed),
            (8, JobStatus::Failed),
        ] {
            let job = Gateway::answering(200, numbered(number))
                .poll(dialect)
                .unwrap();
            assert_eq!(job.status, status, "{dialect}: {number}");
        }
    }
}

#[test]
fn a_code_in_a_text_means_what_it_means_elsewhere() {
    use ErrorKind::*;
    for (reason, kind) in [
        (
            "Throttling.RateQuota: Requests rate limit exceeded, please try again later.",
            RateLimited,
        ),
        ("InputTextSensitiveContentDetected: x", ContentPolicy),
        ("DataInspectionFailed: Input may be bad", ContentPolicy),
        ("1026: input new_sensitive", ContentPolicy),
        (
            "1301: Failure to pass the risk control system",
            ContentPolicy,
        ),
        ("AuditSubmitIllegal: x", ContentPolicy),
        (
            "Arrearage: Access denied, please make sure your account is in good standing.",
            QuotaExhausted,
        ),
        ("CreditInsufficient: x", QuotaExhausted),
        ("InvalidApiKey: x", Authentication),
    ] {
        let body = serde_json::json!({ "id": "t_1", "status": "FAILURE", "fail_reason": reason });
        let server = Gateway::answering(200, body.to_string());
        for dialect in [Dialect::Relay, Dialect::Openai] {
            let client = server.client(dialect);
            let videos = client.videos();
            let error = block_on(videos.wait(&videos.resume("t_1"))).unwrap_err();
            assert_eq!(error.kind(), kind, "{dialect}: {reason}: {error}");
        }
        let refusal = serde_json::json!({ "detail": reason }).to_string();
        let error = Gateway::answering(400, refusal)
            .poll(Dialect::Openai)
            .unwrap_err();
        assert_eq!(error.kind(), kind, "400: {reason}: {error}");
        let said = sorakit::api::chat::refused(&format!("❌ 生成失败：{reason}")).unwrap();
        assert_eq!(said.kind(), kind, "{reason}: {said}");
    }
}

#[test]
fn a_chat_that_ends_without_media_is_no_success() {
    use sorakit::api::{skyriff, sora2api};
    for text in [
        "❌ whales",
        "生成失败：参考视频 https://cdn.example/in.mp4 无法读取 whales",
        "生成失败<br><video src=\"https://cdn.example/whales.mp4\"></video>",
        "很抱歉，您的提示词违反了内容政策 whales",
        "I cannot create this video of whales because it may violate our policies.",
        "视频生成失败，原因：whales",
        "> Status: failed whales",
        "The engine gave up on whales.",
        "❌ whales ![e](https://x.example/error.png)",
        "",
    ] {
        let piece = |text: &str| {
            serde_json::json!({ "choices": [{ "delta": { "content": text } }] }).to_string()
        };
        let body = format!(
            "data: {}\n\ndata: {}\n\ndata: [DONE]\n\n",
            piece("> 进度 10%\n"),
            piece(text)
        );
        let server = Gateway::answering(200, body);
        let asked = serde_json::json!({
            "model": "sora2-landscape",
            "messages": [{ "role": "user", "content": "a cat" }],
        });
        let to_skyriff: skyriff::CompleteChat = serde_json::from_value(asked.clone()).unwrap();
        let to_sora2api: sora2api::CreateChat = serde_json::from_value(asked).unwrap();
        let chats = [
            block_on(server.client(Dialect::Skyriff).call(to_skyriff)),
            block_on(server.client(Dialect::Sora2api).call(to_sora2api)),
        ];
        for chat in chats {
            let error = chat.expect_err(text);
            assert!(
                error.reason().contains("whales") || text.is_empty(),
                "{text}: {error}"
            );
        }
    }
}

#[test]
fn a_request_that_was_refused_is_no_job_by_its_id() {
    for body in [
        r#"{"Response":{"Error":{"Code":"FailedOperation.BalanceNotEnough","Message":"whale refused"},"RequestId":"r-1"}}"#,
        r#"{"request_id":"r-1","msg":"whale refused"}"#,
        r#"{"data":null,"request_id":"r-1","success":0,"msg":"whale refused"}"#,
        r#"{"uuid":"r-1","message":"whale refused"}"#,
        r#"{"requestId":"r-1","status":"error","message":"whale refused"}"#,
        r#"{"id":null,"status":"failed","error":{"message":"whale refused"}}"#,
        r#"{"status":"fail","msg":"whale refused"}"#,
        r#"{"errors":{"prompt":["whale refused"]}}"#,
        r#"[{"error":{"code":400,"message":"whale refused","status":"INVALID_ARGUMENT"}}]"#,
    ] {
        let server = Gateway::answering(200, body);
        for dialect in GATEWAYS {
            let error = server.create(dialect).expect_err(body);
            assert_ne!(error.kind(), ErrorKind::OutcomeUnknown, "{dialect}: {body}");
            assert!(
                error.reason().contains("whale refused"),
                "{dialect}: {error}"
            );
        }
    }
    let begun = r#"{"request_id":"t_1","status":"IN_QUEUE","status_url":"https://q/s"}"#;
    let server = Gateway::answering(200, begun);
    for dialect in GATEWAYS {
        assert_eq!(server.create(dialect).unwrap().id, "t_1", "{dialect}");
    }
}

#[test]
fn a_poll_that_is_refused_is_no_state_of_the_job() {
    use ErrorKind::*;
    for (body, kind) in [
        (
            r#"{"task_id":"t_1","status":"","base_resp":{"status_code":1004,"status_msg":"login fail"}}"#,
            Authentication,
        ),
        (
            r#"{"task_id":"t_1","status":"","base_resp":{"status_code":1002,"status_msg":"rate limit"}}"#,
            RateLimited,
        ),
        (
            r#"{"success":false,"status":"error","error":"database is locked"}"#,
            BadRequest,
        ),
    ] {
        let server = Gateway::answering(200, body);
        for dialect in GATEWAYS {
            let error = server.poll(dialect).expect_err(body);
            assert_eq!(error.kind(), kind, "{dialect}: {body}: {error}");
        }
    }
    let running = r#"{"name":"operations/t_1","metadata":{"progressPercent":30}}"#;
    let server = Gateway::answering(200, running);
    for dialect in GATEWAYS {
        let job = server.poll(dialect).unwrap();
        assert_eq!(job.status, JobStatus::Running, "{dialect}");
        assert!((job.progress - 30.0).abs() < 0.1, "{dialect}: {job:?}");
    }
}

/// Whatever its own status, an answer that tells of an upstream which broke off may stand for a
/// job there: nothing may send the request again.
#[test]
fn an_upstream_that_broke_leaves_the_outcome_of_a_creation_unknown() {
    for (status, body) in [
        (
            200,
            r#"{"code":504,"msg":"upstream timeout, the task may still be running"}"#,
        ),
        (200, r#"{"code":"500","msg":"whale"}"#),
        (200, r#"{"code":500,"message":"服务异常"}"#),
        (200, r#"{"error":{"code":502,"message":"whale"}}"#),
        (200, r#"{"detail":"Gateway timeout waiting for upstream"}"#),
        (
            200,
            r#"{"error":{"message":"do request failed: context deadline exceeded","code":"do_request_failed"}}"#,
        ),
        (
            429,
            r#"{"error":{"message":"upstream timeout, task may be running"}}"#,
        ),
        (403, r#"{"error":{"message":"upstream request timeout"}}"#),
        (
            500,
            r#"{"error":{"message":"{\"error\":\"Internal Server Error\",\"message\":\"failed: {\\\"error\\\":{\\\"code\\\":404,\\\"message\\\":\\\"whale was not found\\\"}}\"}"}}"#,
        ),
    ] {
        let server = Gateway::answering(status, body);
        for dialect in GATEWAYS {
            let error = server.create(dialect).expect_err(body);
            let what = format!("{dialect}: {status} {body}: {error}");
            assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{what}");
            let told = body.contains("not found");
            assert!(!told || error.reason().contains("whale was not"), "{what}");
        }
    }
    for (body, kind) in [
        (
            r#"{"code":500,"msg":"余额不足"}"#,
            ErrorKind::QuotaExhausted,
        ),
        (r#"{"code":500,"msg":"内容违规"}"#, ErrorKind::ContentPolicy),
        (r#"{"code":-1,"msg":"whale"}"#, ErrorKind::BadRequest),
        (
            r#"{"code":-1,"msg":"apikey credits not enough"}"#,
            ErrorKind::QuotaExhausted,
        ),
        (
            r#"{"code":-1,"msg":"apikey error"}"#,
            ErrorKind::Authentication,
        ),
    ] {
        let server = Gateway::answering(200, body);
        for dialect in GATEWAYS {
            let error = server.create(dialect).expect_err(body);
            assert_eq!(error.kind(), kind, "{dialect}: {body}: {error}");
        }
    }
}

/// A success without a video that states why there is none is a failure.
#[test]
fn a_success_that_states_a_failure_and_has_no_video_has_failed() {
    for body in [
        r#"{"id":"t_1","status":"completed","url":null,"error":{"code":"moderation_blocked","message":"output blocked: whale"}}"#,
        r#"{"code":"success","data":{"task_id":"t_1","status":"SUCCESS","progress":"100%","fail_reason":"upstream: output blocked, whale"}}"#,
    ] {
        let server = Gateway::answering(200, body);
        for dialect in GATEWAYS {
            let job = server.poll(dialect).unwrap();
            assert_eq!(job.status, JobStatus::Failed, "{dialect}: {body}");
            let error = job.error.unwrap_or_default();
            assert!(error.message.contains("whale"), "{dialect}: {body}");
        }
    }
    for body in [
        r#"{"id":"t_1","status":"completed","error":null}"#,
        r#"{"id":"t_1","status":"completed","error":{"code":"","message":""}}"#,
        r#"{"id":"t_1","status":"completed","url":"https://cdn.example/1.mp4","error":{"message":"whale"}}"#,
        r#"{"id":"t_1","status":"SUCCESS","fail_reason":"https://cdn.example/1.mp4"}"#,
        r#"{"id":"t_1","status":"completed_with_errors","error":"whale"}"#,
    ] {
        let server = Gateway::answering(200, body);
        for dialect in GATEWAYS {
            let job = server.poll(dialect).unwrap();
            assert_eq!(job.status, JobStatus::Succeeded, "{dialect}: {body}");
        }
    }
}

#[test]
fn a_job_is_found_where_further_vendors_write_it() {
    for (body, id) in [
        (
            r#"{"operations":[{"operation":{"name":"t_1"},"status":"MEDIA_GENERATION_STATUS_PENDING"}]}"#,
            "t_1",
        ),
        (r#"{"prompt_id":"t_1","number":1}"#, "t_1"),
        (r#"{"sdGenerationJob":{"generationId":"t_1"}}"#, "t_1"),
    ] {
        let server = Gateway::answering(200, body);
        for dialect in GATEWAYS {
            assert_eq!(server.create(dialect).unwrap().id, id, "{dialect}: {body}");
        }
    }
    for (body, status) in [
        (
            r#"{"operations":[{"operation":{"name":"t_1","error":{"code":3,"message":"PUBLIC_ERROR_UNSAFE_GENERATION"}},"status":"MEDIA_GENERATION_STATUS_FAILED"}]}"#,
            JobStatus::Failed,
        ),
        (
            r#"{"operations":[{"operation":{"name":"t_1"},"status":"MEDIA_GENERATION_STATUS_ACTIVE"}]}"#,
            JobStatus::Running,
        ),
    ] {
        let server = Gateway::answering(200, body);
        for dialect in GATEWAYS {
            let job = server.poll(dialect).unwrap();
            assert_eq!(job.status, status, "{dialect}: {body}");
        }
    }
}
