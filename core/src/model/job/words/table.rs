//! The words that servers use for a job's status, one per line.

use crate::model::JobStatus::{self, Cancelled, Failed, Queued, Running, Succeeded};

/// The status that a word of the table means.
pub(super) fn known(word: &str) -> Option<JobStatus> {
    let mut words = WORDS.iter();
    words.find_map(|(status, words)| words.contains(&word).then_some(*status))
}

/// Every word, without separators, in lower case and with simplified characters.
pub(super) const WORDS: &[(JobStatus, &[&str])] = &[
    (
        Queued,
        &[
            "queued",       // OpenAI, and most
            "queue",        // SGLang's scheduler
            "queueing",     // MiniMax, Vidu
            "queuing",      // kie.ai
            "inqueue",      // fal, RunPod, Jimeng
            "enqueued",     // Meilisearch-like task queues
            "pending",      // DashScope, Runway, Replicate-like
            "submitted",    // Kling, Midjourney proxies
            "submit",       // one-api relays
            "created",      // Vidu, WaveSpeed, Freepik
            "notstart",     // new-api
            "notstarted",   // relays
            "preparing",    // MiniMax
            "waiting",      // kie.ai, HeyGen
            "wait",         // Tencent Hunyuan
            "accepted",     // Azure
            "received",     // Celery
            "scheduled",    // Kubernetes, RQ
            "deferred",     // RQ
            "initialized",  // self-hosted servers
            "initializing", // self-hosted servers
            "throttled",    // Runway
            "staged",       // PiAPI
            "提交成功",
            "待执行",
            "等待执行",
            "待生成",
            "等待生成",
            "待提交",
            "等待处理",
            "待审核",
            "待开始",
            "已受理",
            "已接收",
            "已入队",
            "已排队",
            "队列中",
            "排队等待",
            "已下发",
            "已派发",
            "待调度",
            "提交中",
            "dispatched",
            "dispatching",
            "provisioning",
            "provisioned",
            "onhold",
            "held",
            "hold",
            "delayed",
            "unspecified",
            "requeued",
            "new",
            "open",
            "init",
            "idle",
            "backlog",
            "planned",
            "blockedbyqueue",
            "enqueue",
            "inqueued",
            "paused",
            "warmingup",
            "coldstart",
            "pendingreview",
            "submitting",
            "allocating",
            "排队",
            "排队中",
            "等待",
            "等待中",
            "待处理",
            "未开始",
            "未启动",
            "已提交",
            "已创建",
            "准备中",
            "初始化",
            "待機中",
            "대기중",
            "enattente",
            "pendiente",
            "encola",
            "pendente",
            "nafila",
            "wartend",
            "inwarteschlange",
            "вочереди",
            "ожидание",
        ],
    ),
    (
        Running,
        &[
            "inprogress",     // OpenAI, fal, new-api
            "processing",     // Kling, Vidu, Zhipu, Replicate
            "process",        // relays
            "running",        // DashScope, Runway, Ark
            "run",            // Tencent Hunyuan
            "generating",     // Jimeng, kie.ai
            "started",        // Celery, Pika
            "starting",       // Replicate
            "preprocessing",  // Sora, Azure
            "postprocessing", // Hedra, self-hosted servers
            "rendering",      // HeyGen-like
            "encoding",       // self-hosted servers
            "transcoding",    // self-hosted servers
            "upscaling",      // Runway-like
            "uploading",      // new-api forks, self-hosted servers
            "downloading",    // Sora2API forks
            "saving",         // Sora2API forks
            "finalizing",     // Hedra
            "dreaming",       // Luma
            "streaming",      // Pika
            "executing",      // ComfyUI
            "active",         // BullMQ
            "ongoing",        // relays
            "working",        // relays
            "loading",        // LocalAI
            "retrying",       // RunPod, Sora2API forks
            "retry",          // Celery
            "suspended",      // DashScope: held back for a time
            "modal",          // Midjourney proxies: asks for more
            "开始",
            "已开始",
            "开始生成",
            "正在运行",
            "正在渲染",
            "正在合成",
            "合成中",
            "下载中",
            "转码中",
            "编码中",
            "保存中",
            "推理中",
            "绘制中",
            "排版中",
            "正在执行",
            "正在制作",
            "处理进行中",
            "工作中",
            "重试中",
            "cancelling",
            "canceling",
            "取消中",
            "正在取消",
            "已暂停",
            "inferencing",
            "inference",
            "sampling",
            "diffusing",
            "denoising",
            "decoding",
            "composing",
            "stitching",
            "merging",
            "muxing",
            "converting",
            "inrender",
            "busy",
            "booting",
            "computing",
            "baking",
            "thinking",
            "analyzing",
            "moderating",
            "reviewing",
            "inreview",
            "underreview",
            "progressing",
            "progress",
            "stepping",
            "resuming",
            "resumed",
            "处理中",
            "进行中",
            "生成中",
            "运行中",
            "执行中",
            "制作中",
            "渲染中",
            "上传中",
            "审核中",
            "未完成",
            "正在生成",
            "正在处理",
            "encours",
            "enproceso",
            "procesando",
            "emandamento",
            "processando",
            "inbearbeitung",
            "läuft",
            "вобработке",
            "выполняется",
            "処理中",
            "진행중",
        ],
    ),
    (
        Succeeded,
        &[
            "generatesuccess",
            "rendercomplete",
            "executionsuccess",
            "successed",
            "successd",
            "readyfordownload",
            "就绪",
            "出图成功",
            "已产生",
            "completed",  // OpenAI, fal, Luma
            "complete",   // new-api's channels, Hedra
            "success",    // MiniMax, Vidu, Zhipu, Celery
            "succeeded",  // DashScope, Runway, Replicate, Ark
            "succeed",    // Kling
            "successful", // relays
            "succ",       // relays
            "finished",   // Pika, new-api's channels
            "finish",     // relays
            "done",       // Jimeng, Tencent Hunyuan, xAI
            "ready",      // Black Forest Labs, LTX
            "generated",  // Freepik-like
            "finalized",  // Sora's cameos
            "true",       // relays that write a boolean
            "ok",         // relays
            "completedwithwarnings",
            "completedwithwarning",
            "completedwitherrors",
            "successwithwarning",
            "successwithwarnings",
            "succeededwithwarnings",
            "partialsuccess",
            "partiallysucceeded",
            "published",
            "available",
            "end",
            "ended",
            "downloadable",
            "rendered",
            "delivered",
            "passed",
            "resolved",
            "fulfilled",
            "readytodownload",
            "gotresult",
            "finalised",
            "processed",
            "exported",
            "saved",
            "outputready",
            "alldone",
            "succesful",
            "succesfull",
            "successfull",
            "渲染完成",
            "渲染成功",
            "合成完成",
            "合成成功",
            "生成完毕",
            "全部完成",
            "全部成功",
            "转码完成",
            "转码成功",
            "发布成功",
            "处理完毕",
            "制作完成",
            "制作成功",
            "任务成功",
            "已发布",
            "已出片",
            "已结束",
            "已渲染",
            "处理成功",
            "生成结束",
            "结束",
            "部分成功",
            "成功",
            "完成",
            "已完成",
            "已成功",
            "已生成",
            "生成成功",
            "生成完成",
            "处理完成",
            "执行成功",
            "完了",
            "완료",
            "terminé",
            "terminée",
            "completado",
            "completada",
            "concluído",
            "concluída",
            "fertig",
            "abgeschlossen",
            "готово",
            "завершено",
        ],
    ),
    (
        Failed,
        &[
            "reject",
            "deny",
            "refuse",
            "evicted",
            "panic",
            "panicked",
            "exceeded",
            "exhausted",
            "insufficient",
            "overquota",
            "overlimit",
            "outofcredits",
            "paymentrequired",
            "badrequest",
            "internal",
            "inputmoderation",
            "outputmoderation",
            "riskcontrol",
            "notpass",
            "recitation",
            "notsuccessful",
            "unsafecontent",
            "unable",
            "unauthenticated",
            "unimplemented",
            "dataloss",
            "abnormal",
            "retryfailed",
            "retriesfailed",
            "未成功",
            "重试失败",
            "failed",           // OpenAI, and most
            "failure",          // new-api, Celery
            "fail",             // MiniMax, Zhipu, Tencent Hunyuan, kie.ai
            "error",            // Black Forest Labs, Pika, ModelsLab
            "errored",          // relays
            "exception",        // self-hosted servers
            "crashed",          // self-hosted servers
            "dead",             // Sidekiq-like queues
            "lost",             // self-hosted servers
            "interrupted",      // self-hosted servers after a restart
            "expired",          // Ark, xAI, OpenRouter
            "timeout",          // RunPod-like, one-api relays
            "timedout",         // RunPod
            "deadlineexceeded", // gRPC, Kubernetes
            "rejected",         // Celery, moderation
            "refused",          // moderation
            "denied",           // moderation
            "declined",         // moderation
            "blocked",          // moderation
            "banned",           // moderation
            "moderated",        // Black Forest Labs: `Request Moderated`
            "contentmoderated", // Black Forest Labs
            "violation",        // Grsai
            "violated",         // moderation
            "nsfw",             // Wan's hosts
            "flagged",          // moderation
            "filtered",         // Veo's hosts
            "censored",         // moderation
            "sensitive",        // moderation
            "unsafe",           // moderation
            "prohibited",       // moderation
            "forbidden",        // moderation
            "restricted",       // moderation
            "incomplete",       // OpenAI's Responses
            "invalid",          // relays
            "deleted",          // SGLang
            "removed",          // relays
            "unsupported",      // relays
            "discarded",        // Bull-like queues
            "dropped",          // queues
            "unsuccessful",
            "unsuccess",
            "outofmemory",
            "oom",
            "oomkilled",
            "safety",
            "imagesafety",
            "prohibitedcontent",
            "contentfilter",
            "contentfiltered",
            "contentpolicy",
            "policyviolation",
            "quotaexceeded",
            "unrecoverable",
            "notpassed",
            "refunded",
            "unprocessable",
            "preempted",
            "fatal",
            "broken",
            "corrupted",
            "异常终止",
            "任务异常",
            "生成异常",
            "系统异常",
            "执行异常",
            "运行异常",
            "处理异常",
            "处理超时",
            "任务超时",
            "执行超时",
            "运行失败",
            "渲染失败",
            "合成失败",
            "制作失败",
            "提交失败",
            "创建失败",
            "上传失败",
            "下载失败",
            "审核拒绝",
            "审核驳回",
            "已驳回",
            "驳回",
            "不通过",
            "未通过",
            "没有通过",
            "已退款",
            "审核违规",
            "违规内容",
            "已封禁",
            "已丢失",
            "生成错误",
            "失败",
            "已失败",
            "生成失败",
            "处理失败",
            "执行失败",
            "错误",
            "出错",
            "异常",
            "超时",
            "已超时",
            "生成超时",
            "过期",
            "已过期",
            "拒绝",
            "已拒绝",
            "被拒绝",
            "违规",
            "内容违规",
            "审核失败",
            "审核不通过",
            "审核未通过",
            "未通过审核",
            "敏感内容",
            "已屏蔽",
            "被屏蔽",
            "已拦截",
            "被拦截",
            "已删除",
            "已失效",
            "逾时",
            "エラー",
            "실패",
            "échec",
            "échoué",
            "échouée",
            "fallido",
            "fallida",
            "falló",
            "falhou",
            "fehlgeschlagen",
            "fehler",
            "ошибка",
            "неудача",
        ],
    ),
    (
        Cancelled,
        &[
            "stop",
            "halt",
            "halted",
            "cancelled",  // Sora2API
            "canceled",   // DashScope, Replicate
            "cancel",     // Midjourney proxies
            "aborted",    // Replicate, vLLM-Omni
            "abort",      // vLLM
            "terminated", // Modal-like hosts
            "stopped",    // RQ, relays
            "killed",     // hosts
            "revoked",    // Celery
            "withdrawn",  // relays
            "已撤销",
            "撤销",
            "已撤回",
            "撤回",
            "用户终止",
            "手动取消",
            "手动停止",
            "已放弃",
            "已作废",
            "作废",
            "abandoned",
            "取消",
            "已取消",
            "被取消",
            "用户取消",
            "终止",
            "已终止",
            "中止",
            "已中止",
            "已停止",
            "annulé",
            "annulée",
            "cancelado",
            "cancelada",
            "abgebrochen",
            "отменено",
            "キャンセル",
            "취소",
        ],
    ),
];
