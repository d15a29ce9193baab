//! The chunks of a chat stream, as documented and as measured (docs/wire/sora2api.md §2.2 and §12.2).

use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};

use crate::engine::characters::Character;
use crate::engine::jobs::JobKind;
use crate::exchange::Call;
use crate::exchange::chat::{Completion, Teller};

/// One stream.
pub struct Frame {
    teller: Teller,
    completion: Completion,
    observed: bool,
    begun: AtomicBool,
}

impl Frame {
    /// The frame of the answer to `call`. Its model is "sora", whatever was
    /// asked for.
    pub fn new(call: &Call, teller: Teller) -> Self {
        Self {
            teller,
            completion: Completion::new(call, "sora"),
            observed: call.observed(),
            begun: AtomicBool::new(false),
        }
    }

    /// Whether a chunk was sent.
    pub fn has_begun(&self) -> bool {
        self.begun.load(Ordering::Relaxed)
    }

    /// Says that an image or a video is being made.
    pub fn begin(&self, kind: JobKind) {
        let what = noun(kind);
        self.think(
            json!({"stage": "generation", "status": "started", "progress": 0, "message": "开始生成"}),
            &format!("**{what} generation started**\n\n"),
        );
    }

    /// Says that a character is being made.
    pub fn begin_character(&self) {
        self.think(
            json!({
                "stage": "character_creation",
                "status": "started",
                "progress": 0,
                "message": "开始创建角色",
            }),
            "**Character creation started**\n\n",
        );
    }

    /// Says how far it is.
    pub fn progress(&self, kind: JobKind, percent: u8) {
        let what = noun(kind);
        self.think(
            json!({
                "stage": "generation",
                "status": "processing",
                "progress": percent,
                "message": "生成中...",
            }),
            &format!("**{what} generation progress**: {percent}%\n"),
        );
    }

    /// A piece of the answer; `last` ends it.
    pub fn text(&self, text: &str, last: bool) {
        let finish = last.then_some(self.finish());
        self.chunk(json!(text), Value::Null, finish);
    }

    /// Ends the answer.
    pub fn stop(&self) {
        self.chunk(Value::Null, Value::Null, Some(self.finish()));
    }

    /// An event that is no chunk.
    pub fn event(&self, data: &Value) {
        self.teller.tell(data);
    }

    /// Ends the stream.
    pub fn done(&self) {
        self.teller.done();
    }

    fn finish(&self) -> &'static str {
        if self.observed { "STOP" } else { "stop" }
    }

    /// Documented, thoughts are objects; measured, they are text.
    fn think(&self, documented: Value, measured: &str) {
        let thought = if self.observed {
            json!(measured)
        } else {
            documented
        };
        self.chunk(Value::Null, thought, None);
    }

    fn chunk(&self, content: Value, thought: Value, finish: Option<&str>) {
        let is_first = !self.begun.swap(true, Ordering::Relaxed);
        let mut delta = json!({});
        if is_first {
            delta["role"] = json!("assistant");
        }
        delta["content"] = content;
        if self.observed {
            delta["reasoning_content"] = thought;
            delta["tool_calls"] = Value::Null;
        } else if !thought.is_null() {
            delta["reasoning_content"] = thought;
        }
        let mut chunk = self.completion.chunk(delta, finish);
        if self.observed {
            chunk["choices"][0]["native_finish_reason"] = json!(finish);
            chunk["usage"] = match finish {
                None => json!({"prompt_tokens": 0}),
                Some(_) => json!({"prompt_tokens": 0, "completion_tokens": 1, "total_tokens": 1}),
            };
        }
        self.teller.tell(&chunk);
    }
}

fn noun(kind: JobKind) -> &'static str {
    match kind {
        JobKind::Image => "Image",
        JobKind::Video => "Video",
    }
}

/// The answer that names a result: JSON text, or what real servers send.
pub fn result(call: &Call, kind: JobKind, url: &str) -> String {
    match (call.observed(), kind) {
        (true, JobKind::Video) => format!("```html\n<video src='{url}' controls></video>\n```"),
        (true, JobKind::Image) => format!("![Generated Image]({url})"),
        (false, JobKind::Video) => json!({"type": "video", "url": url}).to_string(),
        (false, JobKind::Image) => json!({"type": "image", "url": url}).to_string(),
    }
}

/// The card that tells of a new character.
pub fn card(call: &Call, character: &Character) -> Value {
    json!({
        "event": "character_card",
        "card": {
            "username": character.username,
            "display_name": character.display_name,
            "character_id": character.id,
            "cameo_id": character.cameo,
            "profile_asset_url": call.asset_url(&character.cameo, "profile.webp"),
            "instruction_set": character.instruction_set,
            "public": true,
            "source_model": "avatar-create",
            "created_at": character.created_at.as_second(),
        },
    })
}
