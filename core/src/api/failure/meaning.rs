//! What the codes and words of servers mean. To teach sorakit another one, add a
//! line: whatever channel it comes through (an HTTP error, a failed job, an event of a
//! stream, the text of a chat, a refusal with status 200), it then means the same.

use crate::error::ErrorKind;
use crate::error::ErrorKind::{
    AccountSetup, Authentication, BadRequest, Blocked, Configuration, Conflict, ContentPolicy,
    GenerationFailed, NotFound, NotReady, Overloaded, Permission, QuotaExhausted, RateLimited,
    Region, Sentinel, Server, Timeout, TooManyJobs,
};

/// Codes that say it all, as [`normal`] writes them.
const CODES: &[(ErrorKind, &[&str])] = &[
    // OpenAI and its like; new-api and LiteLLM for their own keys.
    (
        Authentication,
        &[
            "token_invalidated",
            "token_expired",
            "missing_credential",
            "invalid_grant",
            "invalid_client",
            "unauthorized_client",
            "invalid_token",
            "invalid_access_token",
            "access_token_expired",
            "invalid_api_key",
            "incorrect_api_key",
            "api_key_invalid",
            "api_key_expired",
            "missing_api_key",
            "authentication_error",
            "authentication_failed",
            "invalid_authentication",
            "unauthenticated",
            "token_not_found_in_db",
        ],
    ),
    (
        Blocked,
        &["cf_shield_429", "cf_challenge", "cloudflare_challenge"],
    ),
    (
        Sentinel,
        &[
            "sentinel_block",
            "sentinel_required",
            "unusual_activity",
            "suspicious_activity",
        ],
    ),
    (
        Overloaded,
        &[
            "heavy_load",
            "overloaded",
            "overloaded_error",
            "server_overloaded",
            "engine_overloaded",
            "model_overloaded",
            "capacity_exceeded",
            "server_busy",
            "system_busy",
            "service_busy",
            // new-api and one-api: no channel serves the model.
            "get_channel_failed",
            "no_available_channel",
            "channel_no_available_key",
            "no_available_key",
            "no_available_account",
            "no_available_token",
        ],
    ),
    (
        TooManyJobs,
        &[
            "too_many_concurrent_tasks",
            "too_many_concurrent_requests",
            "too_many_tasks",
            "too_many_jobs",
            "concurrency_limit",
            "concurrency_limit_exceeded",
            "concurrent_limit_exceeded",
            "request_concurrency_limited",
        ],
    ),
    (
        QuotaExhausted,
        &[
            "rate_limit_exhausted",
            "insufficient_credits",
            "insufficient_credit",
            "insufficient_quota",
            "insufficient_balance",
            "insufficient_user_quota",
            "pre_consume_token_quota_failed",
            "free_model_blocked_no_quota",
            "model_daily_usage_exceeded",
            "quota_exceeded",
            "quota_exhausted",
            "billing_hard_limit_reached",
            "billing_not_active",
            "budget_exceeded",
            "daily_limit_reached",
            "daily_limit_exceeded",
            "usage_limit_reached",
            "payment_required",
            // Vidu, Volcengine, Aliyun.
            "credit_insufficient",
            "account_overdue_error",
            "set_limit_exceeded",
            "arrearage",
            // Kling, MiniMax, Zhipu.
            "1101",
            "1102",
            "1008",
            "1113",
        ],
    ),
    (
        Region,
        &[
            "unsupported_country_code",
            "unsupported_country",
            "unsupported_region",
            "unsupported_country_region_territory",
            "region_not_supported",
            "country_not_supported",
        ],
    ),
    (
        AccountSetup,
        &[
            "phone_number_required",
            "sora_username_not_yet_created",
            "username_required",
            "invite_required",
            "invite_code_required",
            "sora2_not_supported",
            "sora2_not_enabled",
        ],
    ),
    (
        ContentPolicy,
        &[
            "content_policy_violation",
            "safety_filter_triggered",
            "sora_content_violation",
            "moderation_blocked",
            "image_review_failed",
            "prompt_review_failed",
            "result_review_failed",
            "sensitive_words_detected",
            "violation_fee_grok_csam",
            "prompt_blocked",
            "input_blocked",
            "output_blocked",
            "content_blocked",
            "content_filter",
            // Aliyun, Vidu.
            "data_inspection_failed",
            "audit_submit_illegal",
            // MiniMax, Kling and Zhipu, Jimeng.
            "1026",
            "1027",
            "1301",
            "50411",
            "50412",
            "50413",
            "50511",
            "50512",
            "50513",
        ],
    ),
    (
        NotReady,
        &[
            "task_not_completed",
            "video_not_ready",
            "video_not_completed",
            "job_not_completed",
        ],
    ),
    (
        NotFound,
        &[
            "task_not_found",
            "task_not_exist",
            "content_not_found",
            "video_not_found",
            "job_not_found",
        ],
    ),
];

/// Words that tell more than a broad code or a status, in order of precedence, in
/// lower case. Of a phrase with ` & ` all parts stand in the text.
const WORDS: &[(ErrorKind, &[&str])] = &[
    // A database's own words, which sound like moderation.
    (Server, &["violates & constraint"]),
    (
        Blocked,
        &[
            "cf_shield_429",
            "just a moment...",
            "attention required! | cloudflare",
            "you have been blocked",
            "checking your browser",
            "error code: 1006",
            "error code: 1009",
            "error code: 1010",
            "error code: 1015",
            "error code: 1020",
            "cloudflare challenge",
            "cloudflare盾",
            "incapsula incident",
        ],
    ),
    (Configuration, &["proxy authentication required"]),
    (
        RateLimited,
        &[
            "requests per minute",
            "requests per second",
            "per minute & limit",
            "per minute & quota",
        ],
    ),
    (
        TooManyJobs,
        &[
            "generations in progress",
            "tasks in progress",
            "jobs in progress",
            "too many concurrent",
            "concurrency limit",
            "concurrent & limit",
            "concurrent & exceed",
            "parallel task",
            "并发任务",
            "并发数",
            "并发限制",
            "并发上限",
            "并发 & 超",
            "任务数 & 上限",
            "正在进行 & 上限",
        ],
    ),
    (
        QuotaExhausted,
        &[
            "insufficient quota",
            "insufficient user quota",
            "insufficient balance",
            "insufficient account balance",
            "insufficient credit",
            "insufficient fund",
            "credit insufficient",
            "exceeded your current quota",
            "quota & not enough",
            "quota & insufficient",
            "quota & exhausted",
            "quota & exceeded",
            "quota & used up",
            "not enough credit",
            "out of credit",
            "no credits",
            "credit & exhausted",
            "credit & used up",
            "balance & not enough",
            "balance & too low",
            "billing hard limit",
            "hard limit",
            "daily limit",
            "daily quota",
            "daily & limit",
            "limit for today",
            "monthly limit",
            "usage limit",
            "budget & exceeded",
            "payment required",
            "arrears",
            "额度不足",
            "额度不够",
            "额度 & 用尽",
            "额度 & 用完",
            "额度 & 耗尽",
            "额度 & 上限",
            "余额不足",
            "余额不够",
            "余额 & 用尽",
            "积分不足",
            "点数不足",
            "配额不足",
            "配额 & 用尽",
            "配额 & 用完",
            "配额 & 超",
            "次数 & 用完",
            "次数 & 用尽",
            "次数 & 上限",
            "每日 & 上限",
            "今日 & 上限",
            "欠费",
            "请充值",
        ],
    ),
    (
        Overloaded,
        &[
            "heavy_load",
            "heavy load",
            "overloaded",
            "over capacity",
            "at capacity",
            "server is busy",
            "servers are busy",
            "system is busy",
            "service is busy",
            "high demand",
            "no available channel",
            "no available account",
            "no available token",
            "no available provider",
            "no available key",
            "no available upstream",
            "no channel available",
            "no active token",
            "no active account",
            "no free account",
            "no account available",
            "no accounts available",
            "no tokens available",
            "no healthy upstream",
            "no healthy deployment",
            "no deployments available",
            "无可用渠道",
            "无可用账号",
            "无可用账户",
            "无可用令牌",
            "无可用的",
            "暂无可用",
            "没有可用",
            "负载已饱和",
            "负载过高",
            "服务器繁忙",
            "服务繁忙",
            "系统繁忙",
            "算力不足",
        ],
    ),
    (
        Sentinel,
        &[
            "hmmm something didn't look right",
            "unusual activity",
            "suspicious activity",
            "异常活动",
            "sentinel",
        ],
    ),
    (
        Region,
        &[
            "unsupported_country",
            "country, region, or territory",
            "in your country",
            "in your region",
            "country & not supported",
            "region & not supported",
            "region & not available",
            "location is not supported",
            "unsupported country",
            "unsupported region",
            "地区 & 不支持",
            "不支持 & 地区",
            "不支持 & 国家",
            "地区 & 不可用",
            "地区 & 限制",
        ],
    ),
    (
        AccountSetup,
        &[
            "verify a phone",
            "phone number & verif",
            "手机号 & 验证",
            "username & not yet",
            "sora2 & not support",
            "sora 2 & not support",
            "sora2 & not enabled",
            "sora 2 & not enabled",
            "sora2 & not activated",
            "sora 2 & not activated",
            "sora2 & access",
            "sora 2 & access",
            "no sora2",
            "no sora 2",
            "access to sora",
            "sora & 不支持",
            "不支持 & sora",
            "sora & 未激活",
            "sora & 未开通",
            "invite code & required",
            "invite & required",
            "invitation & required",
            "need & invite code",
            "需要邀请码",
            "organization must be verified",
        ],
    ),
    (
        ContentPolicy,
        &[
            "policy",
            "policies",
            "violat",
            "guardrail",
            "moderat",
            "safety",
            "unsafe",
            "likeness",
            "realistic human",
            "realistic person",
            "realistic people",
            "real person",
            "real people",
            "real human",
            "public figure",
            "third-party content",
            "third party content",
            "copyright",
            "trademark",
            "sensitive word",
            "sensitive content",
            "sensitive information",
            "sensitive topic",
            "sensitive material",
            "be sensitive",
            "content filter",
            "content blocked",
            "output blocked",
            "input blocked",
            "prompt blocked",
            "inappropriate",
            "prohibited content",
            "prohibited use",
            "harmful",
            "flagged",
            "nsfw",
            "nudity",
            "sexual",
            "risk not pass",
            "review failed",
            "违规",
            "违反",
            "违禁",
            "违法",
            "审核",
            "审查",
            "敏感",
            "不合规",
            "真人",
            "人脸",
            "肖像",
            "名人",
            "色情",
            "暴力",
            "涉黄",
            "涉政",
            "版权",
            "侵权",
            "不当内容",
            "内容安全",
            "内容风控",
        ],
    ),
    (
        Authentication,
        &[
            "token_invalidated",
            "token_expired",
            "a user is required",
            "missing bearer",
            "not authenticated",
            "unauthenticated",
            "invalid api key",
            "invalid api_key",
            "incorrect api key",
            "api key & invalid",
            "api key & expired",
            "api key & required",
            "api key & missing",
            "api key & not provided",
            "api key & disabled",
            "invalid or expired token",
            "invalid token",
            "invalid access token",
            "invalid credentials",
            "token has expired",
            "token is expired",
            "token expired",
            "token & been invalidated",
            "authenticationerror",
            "authentication failed",
            "authentication error",
            "无效的令牌",
            "令牌无效",
            "令牌 & 过期",
            "令牌 & 失效",
            "令牌 & 不可用",
            "未提供令牌",
            "鉴权失败",
            "认证失败",
            "身份验证失败",
            "未登录",
            "登录 & 过期",
            "密钥无效",
            "密钥错误",
            "api key & 无效",
        ],
    ),
    (
        RateLimited,
        &[
            "rate limit",
            "rate-limit",
            "rate_limit",
            "ratelimit",
            "too many requests",
            "toomanyrequests",
            "throttl",
            "slow down",
            "过于频繁",
            "频繁操作",
            "频率 & 限制",
            "频率过高",
            "频率过快",
            "请求过快",
            "请求过多",
            "限流",
        ],
    ),
    (
        NotReady,
        &[
            "task is not completed",
            "task not completed",
            "not completed yet",
            "not ready",
            "still in-progress",
            "still in progress",
            "still processing",
            "still generating",
            "任务未完成",
            "尚未完成",
        ],
    ),
    (
        NotFound,
        &[
            "task not found",
            "job not found",
            "video not found",
            "task_not_exist",
            "任务不存在",
            "视频不存在",
        ],
    ),
    (Conflict, &["already exists", "已存在"]),
    (
        Permission,
        &[
            "permission denied",
            "permissiondeniederror",
            "无权访问",
            "没有权限",
            "无权限",
            "权限不足",
        ],
    ),
    (
        BadRequest,
        &[
            "invalid parameter",
            "invalid model",
            "unsupported model",
            "badrequesterror",
            "参数错误",
            "参数无效",
            "无效的参数",
        ],
    ),
];

/// Codes that words and, for a bad request, the status refine.
const BROAD_CODES: &[(ErrorKind, &[&str])] = &[
    (
        RateLimited,
        &[
            "rate_limit_exceeded",
            "rate_limit_error",
            "rate_limit",
            "rate_limited",
            "too_many_requests",
            "request_limit_exceeded",
            "resource_exhausted",
            "throttling",
            "throttling_error",
            "1302",
            "1039",
            "50429",
            "50430",
        ],
    ),
    (TooManyJobs, &["1303"]),
    (Authentication, &["unauthorized", "2049"]),
    (
        Permission,
        &[
            "permission_denied",
            "permission_error",
            "forbidden",
            "access_denied",
            "account_deactivated",
        ],
    ),
    (
        NotFound,
        &[
            "not_found",
            "not_found_error",
            "resource_not_found",
            "model_not_found",
        ],
    ),
    (Conflict, &["conflict", "already_exists"]),
    (
        GenerationFailed,
        &[
            "generation_failed",
            "sora_error",
            "task_failed",
            "video_generation_failed",
            "job_failed",
        ],
    ),
    (
        Timeout,
        &[
            "timeout",
            "task_timeout",
            "request_timeout",
            "gateway_timeout",
        ],
    ),
    (Server, &["internal_error", "internal_server_error"]),
    (
        BadRequest,
        &[
            "bad_request",
            "invalid_request",
            "invalid_parameter",
            "invalid_parameters",
            "invalid_params",
            "missing_parameter",
            "unsupported_parameter",
            "2013",
        ],
    ),
];

/// Words that say little.
const BROAD_WORDS: &[(ErrorKind, &[&str])] = &[
    (Timeout, &["timed out", "timeout", "超时"]),
    (
        GenerationFailed,
        &[
            "generation failed",
            "video failed",
            "task failed",
            "生成失败",
            "任务失败",
        ],
    ),
];

/// What a code means, when it says it all.
pub(super) fn of_code(code: &str) -> Option<ErrorKind> {
    find(CODES, |known| known == code)
}

/// What a code means that says little.
pub(super) fn of_broad_code(code: &str) -> Option<ErrorKind> {
    find(BROAD_CODES, |known| known == code)
}

/// What a text in lower case means.
pub(super) fn of_words(text: &str) -> Option<ErrorKind> {
    find(WORDS, |phrase| holds(text, phrase))
}

/// What a text in lower case means that says little.
pub(super) fn of_broad_words(text: &str) -> Option<ErrorKind> {
    find(BROAD_WORDS, |phrase| holds(text, phrase))
}

/// What a status means.
pub(super) fn of_status(status: u16) -> Option<ErrorKind> {
    Some(match status {
        401 => Authentication,
        402 => QuotaExhausted,
        403 => Permission,
        404 | 410 => NotFound,
        405 | 501 => ErrorKind::Unsupported,
        407 => Configuration,
        408 | 504 => Timeout,
        409 => Conflict,
        429 => RateLimited,
        451 => Region,
        503 | 529 => Overloaded,
        400..=499 => BadRequest,
        500..=599 => Server,
        _ => return None,
    })
}

/// A code in the form of the tables: `SensitiveWords-Detected` is
/// `sensitive_words_detected`.
pub(super) fn normal(code: &str) -> String {
    let mut out = String::with_capacity(code.len() + 4);
    let mut after_small = false;
    for c in code.trim().chars().take(100) {
        if c.is_ascii_uppercase() && after_small {
            out.push('_');
        }
        after_small = c.is_ascii_lowercase() || c.is_ascii_digit();
        match c.is_alphanumeric() {
            true => out.extend(c.to_lowercase()),
            false if out.ends_with('_') || out.is_empty() => {}
            false => out.push('_'),
        }
    }
    out.truncate(out.trim_end_matches('_').len());
    out
}

fn find(table: &[(ErrorKind, &[&str])], matches: impl Fn(&str) -> bool) -> Option<ErrorKind> {
    let mut lines = table.iter();
    let line = lines.find(|(_, signs)| signs.iter().any(|sign| matches(sign)));
    line.map(|(kind, _)| *kind)
}

fn holds(text: &str, phrase: &str) -> bool {
    phrase.split(" & ").all(|part| text.contains(part))
}

/// Every line of the tables that tells a kind: a code or a phrase, and what it means.
#[cfg(test)]
pub(super) fn lines() -> impl Iterator<Item = (bool, &'static str, ErrorKind)> {
    let lines = |code, table: &'static [(ErrorKind, &'static [&'static str])]| {
        table
            .iter()
            .flat_map(move |(kind, signs)| signs.iter().map(move |sign| (code, *sign, *kind)))
    };
    lines(true, CODES).chain(lines(false, WORDS))
}
