use super::*;

const LINK: &str = "https://a/v.mp4";

fn piece(text: &str) -> String {
    serde_json::json!({ "choices": [{ "delta": { "content": text } }] }).to_string()
}

/// The same answer in pieces of every length, and at once.
fn read(body: &str) -> Result<String> {
    let whole = read_in_pieces(body, body.len().max(1));
    for size in [1, 2, 3, 7, 64] {
        let again = read_in_pieces(body, size);
        assert_eq!(
            again.as_ref().map_err(ToString::to_string),
            whole.as_ref().map_err(ToString::to_string),
            "{body} in pieces of {size}"
        );
    }
    whole
}

fn read_in_pieces(body: &str, size: usize) -> Result<String> {
    let mut reader = ChatReader::default();
    let mut text = String::new();
    let mut chunks = Vec::new();
    for piece in body.as_bytes().chunks(size) {
        chunks.extend(reader.push(piece));
    }
    chunks.extend(reader.finish());
    for chunk in chunks {
        text.push_str(&chunk?.content());
    }
    Ok(text)
}

#[test]
fn every_form_of_an_answer_is_read() {
    let stop = r#"{"choices":[{"delta":{},"finish_reason":"STOP"}]}"#;
    let link = piece(LINK);
    for body in [
        format!("data: {link}\n\ndata: {stop}\n\ndata: [DONE]\n\n"),
        format!("\u{feff}: hello\r\n\r\ndata: {link}\r\n\r\ndata: [DONE]\r\n\r\n"),
        format!("event: message\ndata: {link}\n\ndata: {stop}"),
        format!("event: ping\ndata: {{}}\n\ndata: ping\n\ndata: {link}\n\ndata: [DONE]"),
        format!("{link}\n{stop}\n"),
        format!("{link}\n{stop}"),
        format!("data: {link}\n\n"),
        format!(r#"{{"choices":[{{"message":{{"content":"{LINK}"}}}}]}}"#),
        format!("{{\n \"choices\": [\n {{\"message\": {{\"content\": \"{LINK}\"}}}}]\n}}\n"),
        format!(
            r#"data: {{"choices":[{{"message":{{"content":"{LINK}"}}}}]}}{}"#,
            "\n\ndata: [DONE]\n\n"
        ),
        format!(r#"{{"choices":[{{"text":"{LINK}","finish_reason":"stop"}}]}}"#),
    ] {
        assert_eq!(read(&body).unwrap(), LINK, "{body}");
    }
    for part in [
        r#"{"type":"video_url","video_url":{"url":"https://a/v.mp4"}}"#,
        r#"{"type":"video_url","video_url":"https://a/v.mp4"}"#,
        r#"{"type":"text","text":"https://a/v.mp4"}"#,
        r#"{"type":"video","url":"https://a/v.mp4"}"#,
    ] {
        for key in ["delta", "message"] {
            let body = format!(
                r#"data: {{"choices":[{{"{key}":{{"content":[{part}]}},"finish_reason":"stop"}}]}}"#
            );
            let text = read(&body).unwrap();
            assert_eq!(ChatResult::read(&text).media[0].url, LINK, "{body}");
        }
    }
}

#[test]
fn no_answer_ends_as_a_success_without_content() {
    use ErrorKind::*;
    let link = piece(LINK);
    for (body, kind, says) in [
        (String::new(), OutcomeUnknown, ""),
        ("data: [DONE]\n\n".into(), UnexpectedResponse, "without content"),
        (format!("data: {}\n\n", piece("10 %")), OutcomeUnknown, "10 %"),
        (format!("data: {}\n\n", piece("https://a/videos/1")), OutcomeUnknown, "https://a/videos/1"),
        (
            "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n".into(),
            UnexpectedResponse,
            "without content",
        ),
        (r#"{"choices":[]}"#.into(), UnexpectedResponse, "without content"),
        (r#"{"error":{"message":"用户额度不足"}}"#.into(), QuotaExhausted, "用户额度不足"),
        (r#"{"detail":"Not authenticated"}"#.into(), Authentication, "Not authenticated"),
        (r#"{"code":-1,"msg":"无可用渠道"}"#.into(), Overloaded, "无可用渠道"),
        ("任务失败：余额不足".into(), QuotaExhausted, "余额不足"),
        ("<html><title>x".into(), UnexpectedResponse, "web page"),
        (
            "event: error\ndata: {\"message\":\"heavy_load\"}\n\n".into(),
            Overloaded,
            "heavy_load",
        ),
        ("event: error\ndata: 内容违规\n\n".into(), ContentPolicy, "内容违规"),
        ("event: fail\ndata: {\"message\":\"whale\"}\n\n".into(), GenerationFailed, "whale"),
        ("event: task_failed\ndata: {\"msg\":\"whale\"}\n\n".into(), GenerationFailed, "whale"),
        (
            r#"data: {"choices":[{"delta":{"content":"x"},"finish_reason":"sensitive"}]}"#.into(),
            ContentPolicy,
            "sensitive",
        ),
        (
            r#"data: {"choices":[{"delta":{"content":"x"},"finish_reason":"network_error"}]}"#.into(),
            GenerationFailed,
            "network_error",
        ),
        (
            r#"data: {"choices":[{"delta":{"content":"x"},"finish_reason":"length"}]}"#.into(),
            GenerationFailed,
            "length",
        ),
        (
            format!("data: {}\n\ndata: {{\"type\":\"error\",\"message\":\"m\"}}\n\n", piece("x")),
            GenerationFailed,
            "m",
        ),
        (
            r#"data: {"choices":[{"delta":{"content":"why"},"finish_reason":"error"}]}"#.into(),
            GenerationFailed,
            "why",
        ),
        (
            r#"data: {"choices":[{"delta":{},"error":{"code":502,"message":"up"},"finish_reason":"error"}]}"#
                .into(),
            GenerationFailed,
            "up",
        ),
        (
            r#"data: {"choices":[{"delta":{"content":""},"finish_reason":"content_filter"}]}"#.into(),
            ContentPolicy,
            "content_filter",
        ),
        (
            r#"{"choices":[{"message":{"content":null,"refusal":"I cannot"},"finish_reason":"stop"}]}"#
                .into(),
            ContentPolicy,
            "I cannot",
        ),
        (
            format!("data: {}\n\ndata: {}\n\ndata: [DONE]\n\n", piece("⚠️ 生成失"), piece("败：内容违规")),
            ContentPolicy,
            "内容违规",
        ),
        (
            format!("data: {}\n\ndata: {}\n\ndata: [DONE]\n\n", piece("> 10%\n"), piece("> failed\n")),
            GenerationFailed,
            "failed",
        ),
        (format!("data: {link}\n\ndata: {{not json\n\n"), UnexpectedResponse, LINK),
    ] {
        let error = read(&body).expect_err(&body);
        assert_eq!(error.kind(), kind, "{body}: {error}");
        assert!(error.reason().contains(says) || error.code() == Some(says), "{body}: {error}");
    }
}

#[test]
fn further_answers_and_forms_of_others_are_read() {
    for body in [
        format!(
            r#"{{"choices":[{{"index":0,"delta":{{"content":"50%"}}}},{{"index":1,"delta":{{"content":"{LINK}"}}}}]}}"#
        ) + "\n{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n",
        format!("{{\"message\":{{\"content\":\"{LINK}\"}},\"done\":false}}\n{{\"done\":true}}\n"),
        format!("{{\"response\":\"{LINK}\",\"done\":false}}\n{{\"done\":true}}\n"),
        format!(
            "event: response.output_text.delta\ndata: {{\"type\":\"response.output_text.delta\",\
             \"delta\":\"{LINK}\"}}\n\nevent: response.completed\ndata: {{\"type\":\"response.completed\"}}\n\n"
        ),
        format!(
            r#"{{"object":"response","status":"completed","output":[{{"content":[{{"type":"output_text","text":"{LINK}"}}]}}]}}"#
        ),
        format!(
            r#"{{"candidates":[{{"content":{{"parts":[{{"text":"{LINK}"}}]}},"finishReason":"STOP"}}]}}"#
        ),
        format!(
            "event: content_block_delta\ndata: {{\"type\":\"content_block_delta\",\"delta\":{{\"text\":\
             \"{LINK}\"}}}}\n\nevent: message_stop\ndata: {{\"type\":\"message_stop\"}}\n\n"
        ),
        format!("Here it is: {LINK}"),
        format!(
            r#"[{{"choices":[{{"delta":{{"content":"{LINK}"}}}}]}},{{"choices":[{{"delta":{{}},"finish_reason":"stop"}}]}}]"#
        ),
        format!("data: {{\"choices\":[],\"video_url\":\"{LINK}\"}}\n\ndata: [done]\n\n"),
    ] {
        let text = read(&body).unwrap_or_else(|error| panic!("{body}: {error}"));
        assert!(text.contains(LINK) || text == "50%", "{body}: {text}");
    }
}

#[test]
fn an_answer_that_ends_is_complete_once_its_result_is_there() {
    let chunk = |text: &str| {
        format!(
            "data: {{\"choices\":[{{\"delta\":{{\"content\":\"{text}\"}},\"finish_reason\":\"STOP\"}}]}}\n\n"
        )
    };
    let mut reader = ChatReader::default();
    reader.push(chunk("> 进度 10%\\n").as_bytes());
    assert!(!reader.is_complete());
    reader.push(chunk(LINK).as_bytes());
    assert!(reader.is_complete() && !reader.is_over());
}

#[test]
fn media_beside_the_content_are_read() {
    for said in [
        format!(r#"{{"video_url":"{LINK}"}}"#),
        format!(r#"{{"video":{{"url":"{LINK}"}}}}"#),
        format!(r#"{{"content":"done","video_url":{{"url":"{LINK}"}}}}"#),
    ] {
        for key in ["delta", "message"] {
            let body =
                format!(r#"data: {{"choices":[{{"{key}":{said},"finish_reason":"stop"}}]}}"#);
            let text = read(&body).unwrap_or_else(|error| panic!("{body}: {error}"));
            assert_eq!(ChatResult::read(&text).media[0].url, LINK, "{body}");
        }
    }
}

#[test]
fn a_failed_attempt_before_the_result_is_no_refusal() {
    let body = format!(
        "data: {}\n\ndata: [DONE]\n\n",
        piece("❌ 第一次失败\nhttps://a/v.mp4")
    );
    assert!(read(&body).is_ok());
}

#[test]
fn whatever_the_failure_the_task_that_was_named_is_in_the_error() {
    let named = r#"{"id":"task_1","choices":[{"delta":{"content":"> 10%\n"}}]}"#;
    for last in [
        piece("❌ 生成失败: 内容违规"),
        r#"{"error":{"message":"heavy_load"}}"#.into(),
        r#"{"choices":[{"delta":{},"finish_reason":"content_filter"}]}"#.into(),
        "{not json".into(),
    ] {
        let body = format!("data: {named}\n\ndata: {last}\n\ndata: [DONE]\n\n");
        let error = read(&body).expect_err(&body);
        assert_eq!(error.job_id(), Some("task_1"), "{body}: {error}");
    }
}
