//! Words that say little by themselves: of fields, of files, and of what broke.

use crate::model::ErrorKind::{self, *};

/// What a text says that is about a field of the request, whose name may sound like
/// anything.
pub(super) const FIELDS: &[&str] = &[
    "parameter & not supported",
    "unknown parameter",
    "unsupported parameter",
    "unrecognized parameter",
    "unexpected parameter",
    "unknown field",
    "unrecognized field",
    "field & is unknown",
    "field & not supported",
    "field & not recognized",
    "maximum length",
    "minimum length",
    "frame rate",
];

/// Words that say little.
pub(super) const BROAD_WORDS: &[(ErrorKind, &[&str])] = &[
    (
        Timeout,
        &["timed out", "timeout", "deadline exceeded", "超时", "逾时"],
    ),
    (
        Server,
        &[
            "internal error",
            "internal server error",
            "bad gateway",
            "服务异常",
            "服务器异常",
            "服务错误",
            "服务器错误",
            "服务器内部错误",
            "系统异常",
            "系统错误",
            "内部错误",
        ],
    ),
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

/// Texts of a server that could not fetch a file of the request.
pub(super) const FETCHES: &[&str] = &[
    "not accessible",
    "inaccessible",
    "cannot download",
    "could not download",
    "failed to download",
    "unable to download",
    "cannot fetch",
    "could not fetch",
    "failed to fetch",
    "unable to fetch",
    "无法下载",
    "无法访问",
    "下载失败",
    "获取图片失败",
];
