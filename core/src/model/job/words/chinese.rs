//! States in Chinese, which end with the word that says how it ended: `视频生成失败`. What stands
//! before it tells whose end that is.

use super::table::known;
use crate::model::JobStatus::{self, Cancelled, Failed, Running, Succeeded};

/// Words that name the job and its own work.
const OWN: &[&str] = &[
    "任务", "视频", "影片", "短片", "成片", "作品", "结果", "生成", "产生", "处理", "执行", "渲染",
    "合成", "制作", "创作", "转码", "出图", "出片", "运行", "导出", "全部", "已经", "已", "均",
    "都", "最终", "整个", "您的", "你的", "的", "状态", "进度",
];

/// Those who end a job before its time.
const ENDED_BY: &[&str] = &[
    "被",
    "由",
    "用户",
    "成功",
    "手动",
    "系统",
    "管理员",
    "平台",
    "自动",
    "主动",
    "强制",
    "人工",
    "后台",
    "客户端",
    "服务端",
];

const SUCCEEDED: &[&str] = &["成功", "完成", "完毕", "就绪", "结束"];

const CANCELLED: &[&str] = &[
    "取消", "终止", "中止", "停止", "撤销", "撤回", "作废", "放弃",
];

/// Ends without a result; one that ends with another stands before it.
const FAILED: &[&str] = &[
    "未通过审核",
    "未能通过",
    "没有通过",
    "不通过",
    "未通过",
    "未成功",
    "不合规",
    "不合格",
    "不可用",
    "失败",
    "错误",
    "异常",
    "超时",
    "逾时",
    "出错",
    "违规",
    "违禁",
    "拒绝",
    "驳回",
    "屏蔽",
    "拦截",
    "下架",
    "失效",
    "过期",
    "封禁",
    "涉黄",
    "涉政",
    "涉暴",
    "敏感",
    "崩溃",
    "中断",
    "丢失",
    "欠费",
    "不足",
    "耗尽",
    "用尽",
    "用完",
    "超限",
];

/// Words with which a failed state begins, whatever reason follows.
const BEGINS: &[&str] = &[
    "生成失败",
    "任务失败",
    "失败",
    "处理失败",
    "执行失败",
    "审核失败",
];

/// Words before an end that deny it, and those of what may come.
const NOT: &[&str] = &["未", "没", "没有", "无", "不", "非", "免", "防"];
const MAYBE: &[&str] = &["即将", "将要", "快要", "可能", "预计", "等待", "如果", "若"];

/// Words of what is tried again, and those that tell that it is not any more.
const AGAIN: &[&str] = &["重试", "重新", "再次", "恢复", "切换", "重跑"];
const NO_MORE: &[&str] = &[
    "上限",
    "用尽",
    "耗尽",
    "最大",
    "超过",
    "请",
    "多次",
    "均失败",
    "全部失败",
];

/// What may fail beside the job, which goes on; and several of which some failed.
const BESIDE: &[&str] = &[
    "回调",
    "通知",
    "取消",
    "退款",
    "退费",
    "封面",
    "缩略图",
    "预览",
    "字幕",
    "水印",
    "心跳",
    "缓存",
    "日志",
    "算力",
    "资源",
    "个",
    "条",
];

/// Words after a failure that is only counted.
const COUNTED: &[&str] = &["次数", "个", "条", "回调"];

/// True for a text with Chinese characters.
pub(super) fn is_in(text: &str) -> bool {
    text.contains(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// The status that a text without pauses means.
pub(super) fn status(text: &str) -> Option<JobStatus> {
    let text = text.trim_end_matches('了');
    let core = without(text, &["任务", "视频", "影片", "状态"]);
    if let Some(status) = known(text).or_else(|| known(core)) {
        return Some(status);
    }
    let has = |list: &[&str]| list.iter().any(|word| text.contains(word));
    if text.ends_with('中') || text.starts_with("正在") {
        return Some(Running);
    }
    if has(MAYBE) || (has(AGAIN) && !has(NO_MORE)) {
        return None;
    }
    let end = |list: &[&str]| list.iter().find_map(|end| text.strip_suffix(end));
    if let Some(before) = end(SUCCEEDED) {
        // `取消成功`.
        let cancelled = CANCELLED.iter().find_map(|end| before.strip_suffix(end));
        return match cancelled {
            Some(before) => is_only(before, &[OWN, ENDED_BY]).then_some(Cancelled),
            None => is_only(before, &[OWN]).then_some(Succeeded),
        };
    }
    if let Some(before) = end(CANCELLED) {
        return is_only(before, &[OWN, ENDED_BY]).then_some(Cancelled);
    }
    let denied = |before: &str| NOT.iter().any(|not| before.ends_with(not));
    let failed = match end(FAILED) {
        Some(before) => !denied(before) && !BESIDE.iter().any(|other| before.contains(other)),
        None => !has(COUNTED) && BEGINS.iter().any(|begin| core.starts_with(begin)),
    };
    (failed && !text.contains('0')).then_some(Failed)
}

/// The text without these words at either end.
fn without<'a>(text: &'a str, words: &[&str]) -> &'a str {
    words.iter().fold(text, |core, word| {
        let core = core.strip_prefix(word).unwrap_or(core);
        core.strip_suffix(word).unwrap_or(core)
    })
}

/// True if a text consists of these words alone.
fn is_only(mut text: &str, lists: &[&[&str]]) -> bool {
    let words = || lists.iter().flat_map(|list| list.iter());
    while !text.is_empty() {
        match words().find_map(|word| text.strip_prefix(word)) {
            Some(rest) => text = rest,
            None => return false,
        }
    }
    true
}
