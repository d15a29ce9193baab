//! Observed errors of real servers, and their meaning.

use http::{HeaderMap, StatusCode};

use super::tests::read;
use super::{ended, refusal};
use crate::api::Reply;
use crate::model::ErrorKind;

#[test]
fn what_real_servers_say_is_understood() {
    use ErrorKind::*;
    for (status, body, kind, code) in [
        (
            403,
            r#"{"error":{"message":"用户额度不足, 剩余额度: ＄0.00 (request id: 1)","type":"new_api_error","param":"","code":"insufficient_user_quota"}}"#,
            QuotaExhausted,
            Some("insufficient_user_quota"),
        ),
        (
            403,
            r#"{"error":{"message":"token quota is not enough","type":"new_api_error","code":"pre_consume_token_quota_failed"}}"#,
            QuotaExhausted,
            Some("pre_consume_token_quota_failed"),
        ),
        (
            401,
            r#"{"error":{"message":"该令牌额度已用尽 !token.UnlimitedQuota","type":"one_api_error"}}"#,
            QuotaExhausted,
            Some("one_api_error"),
        ),
        (
            503,
            r#"{"error":{"message":"当前分组 default 下对于模型 sora-2 无可用渠道","type":"new_api_error","code":"model_not_found"}}"#,
            Overloaded,
            Some("model_not_found"),
        ),
        (
            404,
            r#"{"error":{"message":"The model `x` is unknown","type":"invalid_request_error","code":"model_not_found"}}"#,
            NotFound,
            Some("model_not_found"),
        ),
        (
            404,
            r#"{"detail":"No active tokens available"}"#,
            Overloaded,
            None,
        ),
        (
            400,
            r#"{"error":{"message":"user sensitive words detected","type":"new_api_error","code":"sensitive_words_detected"}}"#,
            ContentPolicy,
            Some("sensitive_words_detected"),
        ),
        (
            403,
            r#"{"error":{"code":"unsupported_country_region_territory","message":"Country, region, or territory not supported","param":null,"type":"request_forbidden"}}"#,
            Region,
            Some("unsupported_country_region_territory"),
        ),
        (
            403,
            r#"{"detail":"Unusual activity has been detected from your device. Try again later."}"#,
            Sentinel,
            None,
        ),
        (
            429,
            r#"{"error":{"message":"litellm.RateLimitError: RateLimitError: OpenAIException - You exceeded your current quota, please check your plan","type":"throttling_error","code":"429"}}"#,
            QuotaExhausted,
            Some("429"),
        ),
        (
            429,
            r#"{"error":{"message":"litellm.RateLimitError: RateLimitError: OpenAIException - slow","type":null,"code":"429"}}"#,
            RateLimited,
            Some("429"),
        ),
        (
            500,
            r#"{"error":{"message":"litellm.APIError: Error code: 400 - {'error': {'message': 'Your request was blocked by our moderation system.', 'code': 'moderation_blocked', 'param': None}}","code":"500"}}"#,
            ContentPolicy,
            Some("moderation_blocked"),
        ),
        (
            500,
            r#"{"detail":"API request failed: 400 - {
  "error": {
    "message": "You must verify a phone number before continuing.",
    "code": "phone_number_required"
  }
}"}"#,
            AccountSetup,
            Some("phone_number_required"),
        ),
        (
            500,
            r#"{"detail":"400: Invalid model: sora-9"}"#,
            BadRequest,
            None,
        ),
        (
            422,
            r#"{"detail":[{"type":"missing","loc":["body","safety_instruction_set"],"msg":"Field required"}]}"#,
            BadRequest,
            None,
        ),
        (
            500,
            r#"{"error":{"message":"duplicate key value violates unique constraint","type":"new_api_error"}}"#,
            Server,
            Some("new_api_error"),
        ),
        (
            400,
            r#"{"error":{"code":"InputTextSensitiveContentDetected","message":"The request failed because the input text may contain sensitive information."}}"#,
            ContentPolicy,
            Some("InputTextSensitiveContentDetected"),
        ),
        (
            403,
            r#"{"error":{"code":"AccountOverdueError","message":"m"}}"#,
            QuotaExhausted,
            Some("AccountOverdueError"),
        ),
        (
            429,
            r#"{"code":1303,"message":"parallel task over resource pack limit","request_id":"r"}"#,
            TooManyJobs,
            Some("1303"),
        ),
        (
            429,
            r#"{"code":1102,"message":"m","request_id":"r"}"#,
            QuotaExhausted,
            Some("1102"),
        ),
        (
            400,
            r#"{"err_code":"CreditInsufficient","message":"m"}"#,
            QuotaExhausted,
            Some("CreditInsufficient"),
        ),
        (
            400,
            r#"{"error":{"message":"Billing hard limit has been reached","code":"billing_hard_limit_reached"}}"#,
            QuotaExhausted,
            Some("billing_hard_limit_reached"),
        ),
        (
            400,
            r#"{"object":"error","message":"[{'type': 'missing'}]","type":"BadRequestError","param":null,"code":400}"#,
            BadRequest,
            Some("400"),
        ),
        (
            429,
            r#"{"error":{"code":429,"message":"Quota exceeded for requests per minute","status":"RESOURCE_EXHAUSTED"}}"#,
            RateLimited,
            None,
        ),
    ] {
        let error = read(status, body);
        assert_eq!(error.kind(), kind, "{status} {body}: {error}");
        if code.is_some() {
            assert_eq!(error.code(), code, "{body}");
        }
    }
}

#[test]
fn words_of_a_refusal_are_not_lost_where_no_message_stands() {
    for body in [
        r#"{"errors":{"prompt":["whale"]}}"#,
        r#"{"errors":{"prompt":"whale"}}"#,
        r#"{"data":{"error":"whale"}}"#,
        r#"{"Response":{"Error":{"Code":"X","Message":"whale"},"RequestId":"r"}}"#,
    ] {
        let reply = Reply::new(StatusCode::OK, HeaderMap::new(), body.to_owned());
        let error = refusal(&reply).unwrap_or_else(|| panic!("{body}"));
        assert!(error.reason().contains("whale"), "{body}: {error}");
    }
}

#[test]
fn what_servers_say_more_rarely_has_its_kind() {
    use ErrorKind::*;
    for (message, kind) in [
        ("令牌已禁用", Authentication),
        ("用户已被封禁", Permission),
        ("号池已空", Overloaded),
        ("All tokens are in use", Overloaded),
        ("Service temporarily unavailable", Overloaded),
        ("You do not have enough credits", QuotaExhausted),
        ("free trial has ended", QuotaExhausted),
        ("您的操作太快了", RateLimited),
        ("rpm limit exceeded", RateLimited),
        ("同时进行的任务数超过限制", TooManyJobs),
        ("输入内容存在风险", ContentPolicy),
        ("The request contains a minor", ContentPolicy),
        ("Banned prompt detected", ContentPolicy),
        ("Your prompt contains blocked words", ContentPolicy),
        ("输入图片中可能包含真实人物，请更换", ContentPolicy),
        (
            "Could not parse your authentication token. Please try signing in again.",
            Authentication,
        ),
        (
            "Authorization Token非法，请确认Authorization Token正确传递。",
            Authentication,
        ),
        ("您的 IP 不在令牌允许访问的列表中", Permission),
        // The names of fields are no words of moderation.
        ("prompt violates the maximum length of 500", BadRequest),
        ("safety_checker parameter is not supported", BadRequest),
        ("unknown parameter: moderation", BadRequest),
        ("the policy field is unknown", BadRequest),
        ("参数 真人模式 无效", BadRequest),
        ("参数无效：提示词违规", ContentPolicy),
        ("frame rate limit is 30", BadRequest),
        ("the country field is not supported", BadRequest),
        ("a minor error occurred in the decoder", BadRequest),
    ] {
        let body = serde_json::json!({ "error": { "message": message } }).to_string();
        assert_eq!(read(400, &body).kind(), kind, "{message}");
        let over = match kind {
            BadRequest => GenerationFailed,
            kind => kind,
        };
        assert_eq!(ended(None, message).kind(), over, "{message}");
    }
    let body =
        r#"{"error":{"code":"ModelNotOpen","message":"Your account has not activated the model"}}"#;
    assert_eq!(read(400, body).kind(), Permission);
    let body = r#"{"error":{"code":429,"message":"Resource has been exhausted (e.g. check quota).","status":"RESOURCE_EXHAUSTED"}}"#;
    assert_eq!(read(429, body).kind(), RateLimited);
    // What a failed job could not fetch is not what this call may not read.
    for reason in [
        "image_url is not accessible (403 Forbidden)",
        "cannot download image: 404 not found",
    ] {
        assert_eq!(ended(None, reason).kind(), GenerationFailed, "{reason}");
    }
}

#[test]
fn what_stands_beside_the_reason_does_not_hide_it() {
    use ErrorKind::*;
    for (status, body, kind, says) in [
        (
            503,
            r#"{"detail":"No available tokens for video generation. All tokens are either disabled, cooling down, Sora2 quota exhausted, don't support Sora2, or expired."}"#,
            Overloaded,
            "No available tokens",
        ),
        (
            403,
            r#"{"error":{"code":403,"message":"reCAPTCHA evaluation failed","status":"PERMISSION_DENIED","details":[{"reason":"PUBLIC_ERROR_UNUSUAL_ACTIVITY"}]}}"#,
            Sentinel,
            "reCAPTCHA evaluation failed",
        ),
        (
            422,
            r#"{"detail":[{"loc":["body","prompt"],"msg":"The content could not be processed.","type":"content_policy_violation"}]}"#,
            ContentPolicy,
            "could not be processed",
        ),
        (
            422,
            r#"{"detail":[{"loc":["body","seconds"],"msg":"must be 4, 8 or 12","type":"value_error"}]}"#,
            BadRequest,
            "body.seconds",
        ),
        (
            429,
            r#"{"code":1303,"message":"resource pack has been exhausted"}"#,
            QuotaExhausted,
            "exhausted",
        ),
        (
            429,
            r#"{"code":1303,"message":"parallel task over resource pack limit"}"#,
            TooManyJobs,
            "parallel",
        ),
        (
            429,
            r#"{"error":{"message":"同时进行的任务过多"}}"#,
            TooManyJobs,
            "任务过多",
        ),
        (
            500,
            r#"{"success":false,"error":{"message":"{\"error\":\"Internal Server Error\",\"message\":\"Veo API request failed: {\\\"error\\\":{\\\"code\\\":404,\\\"message\\\":\\\"Publisher Model `x` was not found\\\",\\\"status\\\":\\\"NOT_FOUND\\\"}}\"}"}}"#,
            Server,
            "Publisher Model `x` was not found",
        ),
        (
            403,
            r#"{"error":{"message":"餘額不足，請充值"}}"#,
            QuotaExhausted,
            "餘額不足",
        ),
    ] {
        let error = read(status, body);
        assert_eq!(error.kind(), kind, "{status} {body}: {error}");
        assert!(error.reason().contains(says), "{status} {body}: {error}");
    }
    assert_eq!(ended(Some("refusal"), "whales").kind(), ContentPolicy);
}
