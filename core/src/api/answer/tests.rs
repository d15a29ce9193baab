//! Answers of real gateways, and of what they pass on.

use super::*;
use serde_json::json;

fn created(answer: &Value) -> Answer {
    read(answer, About::Begun).unwrap_or_else(|| panic!("{answer}"))
}

fn polled(answer: &Value) -> Answer {
    read(answer, About::Job("t_1")).unwrap_or_else(|| panic!("{answer}"))
}

#[test]
fn the_id_of_a_creation_is_found_wherever_it_stands() {
    for answer in [
        json!({"id": "t_1", "status": "queued"}),
        json!({"task_id": "t_1"}),
        json!({"taskId": "t_1"}),
        json!({"video_id": "t_1"}),
        json!({"generation_id": "t_1", "status": "queued"}),
        json!({"request_id": "t_1"}),
        json!({"data": [{"task_id": "t_1"}]}),
        json!({"data": [{"task_id": "t_1"}, {"task_id": "t_2"}]}),
        json!([{"id": "t_1"}]),
        json!({"code": "success", "message": "", "data": "t_1"}),
        json!({"code": 1, "description": "提交成功", "result": "t_1"}),
        json!({"code": 200, "msg": "success", "data": {"taskId": "t_1"}}),
        json!({"code": 0, "request_id": "r-1", "data": {"task_id": "t_1", "task_status": "submitted"}}),
        json!({"request_id": "r-1", "output": {"task_id": "t_1", "task_status": "PENDING"}}),
        json!({"Response": {"JobId": "t_1", "RequestId": "r-1"}}),
        json!({"ErrCode": 0, "ErrMsg": "success", "Resp": {"video_id": "t_1"}}),
        json!({"base_resp": {"status_code": 0, "status_msg": "success"}, "task_id": "t_1"}),
        // The id of the request is not the job's.
        json!({"id": "req_9", "task_id": "t_1", "status": "submitted"}),
        json!({"id": "8f14e45f", "task_id": "t_1", "status": "submitted"}),
        json!({"id": "r", "request_id": "r", "data": {"task_id": "t_1"}}),
        json!({"id": "8f14e45f", "status": "success", "data": {"task_id": "t_1"}}),
        json!({"id": 4711, "task_id": "t_1"}),
        // The upstream's task is not the gateway's job.
        json!({"id": "t_1", "object": "video", "status": "queued", "task_id": "upstream"}),
        json!({"id": "t_1", "object": "video", "status": "queued", "data": {"task_id": "upstream"}}),
        json!({"code": "success", "data": {"task_id": "t_1", "status": "SUBMITTED", "data": {"id": "upstream"}}}),
        json!({"data": "{\"task_id\": \"t_1\"}"}),
        json!({"task_ids": ["t_1"]}),
        json!({"uuids": ["t_1"]}),
        json!({"ID": "t_1"}),
        json!({"Data": {"TaskID": "t_1"}}),
        json!({"task-id": "t_1"}),
        json!({"data": {"videos": [{"id": "t_1"}]}}),
        json!({"request_id": "r-1", "data": {"tasks": [{"task_id": "t_1"}]}}),
        json!({"_id": "t_1"}),
        json!({"taskid": "t_1", "status": "success", "message": "任务已提交"}),
        json!({"job_uuid": "t_1"}),
        json!({"generate_id": "t_1"}),
        json!({"invocationArn": "t_1"}),
        json!({"data": ["t_1"]}),
        json!({"videos": ["t_1"]}),
        json!("t_1"),
    ] {
        let read = created(&answer);
        assert_eq!(read.id.as_deref(), Some("t_1"), "{answer}");
        let status = read.word.as_deref().and_then(JobStatus::from_word);
        assert!(
            status.is_none_or(|status| status == JobStatus::Queued),
            "{answer}: {read:?}"
        );
    }
    for answer in [
        json!({"code": "success", "data": "ok"}),
        json!({"message": "accepted"}),
        json!({"data": "submitted"}),
        json!({"data": "The task was taken."}),
    ] {
        assert_eq!(created(&answer).id, None, "{answer}");
    }
}

#[test]
fn what_vendors_say_of_filters_and_in_numbers_is_understood() {
    let name = json!({"name": "models/veo-3/operations/abc"});
    assert_eq!(
        created(&name).id.as_deref(),
        Some("models/veo-3/operations/abc")
    );
    let filtered = polled(&json!({"name": "operations/1", "done": true, "response": {
        "generateVideoResponse": {"raiMediaFilteredCount": 1, "raiMediaFilteredReasons": ["m"]}}}));
    assert_eq!(filtered.status(), Some(JobStatus::Failed));
    assert_eq!(filtered.reason, Some((Some("filtered".into()), "m".into())));
    for (number, status) in [
        (1, JobStatus::Succeeded),
        (5, JobStatus::Running),
        (6, JobStatus::Failed),
        (7, JobStatus::Failed),
        (8, JobStatus::Failed),
    ] {
        let answer =
            json!({"ErrCode": 0, "ErrMsg": "success", "Resp": {"id": 1, "status": number}});
        assert_eq!(polled(&answer).status(), Some(status), "{number}");
    }
}

#[test]
fn an_operation_of_google_without_done_goes_on() {
    for (answer, status) in [
        (json!({"name": "operations/t_1"}), JobStatus::Running),
        (
            json!({"data": {"name": "models/veo/operations/t_1", "metadata": {"@type": "x"}}}),
            JobStatus::Running,
        ),
        (
            json!({"name": "operations/t_1", "error": {"code": 3, "message": "m"}}),
            JobStatus::Failed,
        ),
        (
            json!({"name": "operations/t_1", "response": {"video": {"uri": "https://cdn.example/1.mp4"}}}),
            JobStatus::Succeeded,
        ),
    ] {
        let read = polled(&answer);
        assert_eq!(read.status(), Some(status), "{answer}");
        assert_eq!(read.id.as_deref(), Some("t_1"), "{answer}");
    }
    let read = polled(&json!({"name": "operations/t_1", "metadata": {"progressPercent": 30}}));
    assert_eq!(read.progress, Some(30.0));
    let begun = created(&json!({"operation": {"name": "operations/t_1"}}));
    assert_eq!(begun.id.as_deref(), Some("operations/t_1"));
}

#[test]
fn a_poll_finds_its_job_in_lists_and_under_its_id() {
    let job = json!({"id": "t_1", "status": "running"});
    let other = json!({"id": "t_0", "status": "failed"});
    for answer in [
        json!({"data": {"list": [job]}}),
        json!({"data": {"items": [other, job]}}),
        json!({"tasks": [job]}),
        json!({"tasks": [{"status": "running"}]}),
        json!({"generation": job}),
        json!({"prediction": job}),
        json!({"t_1": {"status": "running"}}),
    ] {
        let read = polled(&answer);
        assert_eq!(read.status(), Some(JobStatus::Running), "{answer}");
    }
    // The tasks of the job are not the job.
    let own = json!({"id": "t_1", "status": "running", "tasks": [{"id": "u", "status": "failed"}]});
    assert_eq!(polled(&own).status(), Some(JobStatus::Running));
}

#[test]
fn a_numeric_id_is_text() {
    assert_eq!(
        created(&json!({"task_id": 1712345678901234567_u64}))
            .id
            .as_deref(),
        Some("1712345678901234567")
    );
}

#[test]
fn the_state_is_the_jobs_and_not_its_envelopes() {
    use JobStatus::{Cancelled, Failed, Queued, Running, Succeeded};
    let url = "https://cdn.example/1.mp4";
    for (answer, status) in [
        (json!({"id": "t_1", "status": "completed"}), Some(Succeeded)),
        (json!({"id": "t_1", "state": "dreaming"}), Some(Running)),
        (
            json!({"status": "success", "data": {"task_id": "t_1", "status": "processing"}}),
            Some(Running),
        ),
        (
            json!({"status": "success", "data": {"status": "processing"}}),
            Some(Running),
        ),
        (
            json!({"status": "success", "task_id": "t_1", "data": {"state": "queueing"}}),
            Some(Queued),
        ),
        (
            json!({"status": "ok", "data": {"task_id": "t_1", "progress": "30%"}}),
            None,
        ),
        (
            json!({"status": 200, "data": {"task_id": "t_1", "status": "failed"}}),
            Some(Failed),
        ),
        (
            json!({"status": "200", "data": {"state": "failed"}}),
            Some(Failed),
        ),
        (
            json!({"status": true, "data": {"state": "stopped"}}),
            Some(Cancelled),
        ),
        (
            json!({"status": "success", "data": {"task_id": "t_1", "video_url": url}}),
            Some(Succeeded),
        ),
        (
            json!({"code": 0, "data": {"task_id": "t_1", "task_status": "succeed"}}),
            Some(Succeeded),
        ),
        (
            json!({"request_id": "r", "output": {"task_status": "RUNNING"}}),
            Some(Running),
        ),
        (
            json!({"Response": {"Status": "DONE", "ResultVideoUrl": url}}),
            Some(Succeeded),
        ),
        (
            json!({"code": 200, "data": {"taskId": "t_1", "successFlag": 1}}),
            Some(Succeeded),
        ),
        (
            json!({"code": 200, "data": {"taskId": "t_1", "successFlag": 0}}),
            Some(Running),
        ),
        (
            json!({"code": 200, "data": {"taskId": "t_1", "successFlag": 3}}),
            Some(Failed),
        ),
        (
            json!({"name": "operations/1", "done": true, "response": {"video": {"uri": url}}}),
            Some(Succeeded),
        ),
        (
            json!({"name": "operations/1", "done": true, "error": {"code": 3, "message": "m"}}),
            Some(Failed),
        ),
        (
            json!({"name": "operations/1", "done": false}),
            Some(Running),
        ),
        (json!({"status": {"state": "SUCCEEDED"}}), Some(Succeeded)),
        // The gateway's own word, not its upstream's.
        (
            json!({"code": "success", "data": {"task_id": "t_1", "status": "SUCCESS", "fail_reason": url,
                "data": {"id": "u", "status": "running"}}}),
            Some(Succeeded),
        ),
        (
            json!({"code": "success", "data": {"task_id": "t_1", "status": "SUCCESS",
                "data": {"status": "succeeded", "content": {"video_url": url}}}}),
            Some(Succeeded),
        ),
        (
            json!({"code": "success", "data": {"task_id": "t_1", "status": "FAILURE",
                "data": {"status": "succeeded", "content": {"video_url": url}}}}),
            Some(Failed),
        ),
        (
            json!([{"id": "t_0", "status": "failed"}, {"id": "t_1", "status": "running"}]),
            Some(Running),
        ),
        // Numbers and new words mean no end.
        (json!({"id": "t_1", "status": 1}), None),
        (json!({"id": "t_1", "status": "marinating"}), None),
    ] {
        assert_eq!(polled(&answer).status(), status, "{answer}");
    }
    assert_eq!(
        polled(&json!({"status": 2, "state": "baking"}))
            .word
            .as_deref(),
        Some("baking")
    );
    assert_eq!(polled(&json!({"status": 2})).word.as_deref(), Some("2"));
    let long = polled(&json!({"status": "x".repeat(1 << 20)}))
        .word
        .unwrap();
    assert_eq!(long.chars().count(), WORD + 1);
}

#[test]
fn an_answer_about_other_jobs_says_nothing_of_this_one() {
    let others = json!([{"id": "t_2", "status": "failed"}, {"id": "t_3", "status": "running"}]);
    assert!(read(&others, About::Job("t_1")).is_none());
}

#[test]
fn everything_else_is_found_too() {
    let answer = json!({
        "code": "success", "message": "",
        "data": {
            "task_id": "t_1", "status": "SUCCESS", "progress": "100%", "submit_time": 1703001234,
            "start_time": 0, "finish_time": 1703001300, "fail_reason": "https://cdn.example/1.mp4",
            "data": {"model": "m", "duration": 10, "cover_url": "https://cdn.example/1.jpg"},
        },
    });
    let read = polled(&answer);
    assert_eq!(read.address.as_deref(), Some("https://cdn.example/1.mp4"));
    assert_eq!(read.thumbnail.as_deref(), Some("https://cdn.example/1.jpg"));
    assert_eq!((read.progress, read.seconds), (Some(100.0), Some(10.0)));
    assert_eq!(read.model.as_deref(), Some("m"));
    assert_eq!(read.created_at, Some(Timestamp::from_secs(1703001234)));
    assert_eq!(read.started_at, None);
    assert_eq!(read.reason, None);
    let made =
        polled(&json!({"id": "t_1", "seconds": "10", "duration_s": 9.6, "progress_pct": 0.5}));
    assert_eq!((made.seconds, made.progress), (Some(9.6), Some(50.0)));
    assert_eq!(
        polled(&json!({"duration": "8s", "progress": {"percent": 3}})).seconds,
        Some(8.0)
    );
}

#[test]
fn a_failure_always_has_a_reason() {
    let reason = |answer: Value| polled(&answer).reason.unwrap();
    assert_eq!(
        reason(
            json!({"data": {"task_id": "t_1", "task_status": "failed", "task_status_msg": "m"}})
        ),
        (None, "m".to_owned())
    );
    assert_eq!(
        reason(json!({"status": "failed", "error": {"code": "c"}})),
        (Some("c".into()), "c".into())
    );
    let (code, message) = reason(json!({"id": "t_1", "status": "TIMED_OUT", "error": null}));
    assert_eq!(code.as_deref(), Some("timed_out"));
    assert!(
        message.contains(r#"{"id":"t_1","status":"TIMED_OUT""#),
        "{message}"
    );
    let (code, message) = reason(json!({"status": "failed", "puzzle": "\u{1b}[31m".repeat(1_000)}));
    assert_eq!(code, None);
    assert!(
        message.len() < 2_000 && !message.contains('\u{1b}'),
        "{message}"
    );
    // A job that goes on may still have one.
    assert_eq!(
        polled(&json!({"id": "t_1", "status": "running", "message": "hot"})).reason,
        None
    );
}

#[test]
fn of_several_texts_the_last_that_tells_is_read() {
    let lines =
        b"{\"id\":\"t_1\",\"status\":\"queued\"}\n{\"id\":\"t_1\",\"status\":\"completed\"}\n";
    assert_eq!(
        text_of(lines, About::Job("t_1")).unwrap()["status"],
        "completed"
    );
    let twice = b"{\"id\":\"t_1\",\"status\":\"queued\"}{\"error\":\"written twice\"}";
    assert_eq!(text_of(twice, About::Begun).unwrap()["id"], "t_1");
}

/// A reader that looks at a thing again for each other thing takes the square of the
/// time for an answer of twice the size.
#[cfg(unix)]
#[test]
fn reading_is_linear_in_the_size() {
    use crate::thread_time::thread_time;

    let shapes: &[fn(usize) -> String] = &[
        |size| format!("{{\"status\":\"{}\"}}", "x".repeat(size)),
        |size| {
            format!(
                "{{\"status\":\"failed\",\"error\":\"{}\"}}",
                "{[\\\"".repeat(size / 4)
            )
        },
        |size| {
            format!(
                "{{\"data\":[{}]}}",
                vec!["{\"a\":\"{\"}"; size / 12].join(",")
            )
        },
        |size| {
            let keys: Vec<String> = (0..size / 16)
                .map(|n| format!("\"error{n}\":\"\""))
                .collect();
            format!("{{\"status\":\"failed\",{}}}", keys.join(","))
        },
        |size| "{\"id\":1}".repeat(size / 8),
        |size| "{\"data\":".repeat(size / 8),
        |size| "data: {}\n".repeat(size / 9),
        |size| format!("{{\"a\":\"{}\",\"b\":NaN}}", "\\ud83d".repeat(size / 6)),
        |size| format!("{{\"a\":\"{}", "\\\"".repeat(size / 2)),
    ];
    for (index, shape) in shapes.iter().enumerate() {
        let time = |size: usize| {
            let body = shape(size);
            let started = thread_time();
            if let Ok(value) = text_of(body.as_bytes(), About::Job("t_1")) {
                std::hint::black_box(read(&value, About::Job("t_1")));
            }
            thread_time() - started
        };
        // The best of several: a cold cache only adds.
        let best = |size| (0..5).map(|_| time(size)).min().unwrap_or_default();
        let (small, large) = (best(4 << 10), best(128 << 10));
        // 32 times the size; the square of that is 1024.
        let most = small.max(std::time::Duration::from_micros(100)) * 256;
        assert!(large < most, "shape {index}: {small:?}, then {large:?}");
    }
}
