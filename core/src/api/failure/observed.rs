//! Observed errors of real servers, and their meaning.

use super::tests::read;
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
