//! Characters, alone or along with a video.

use super::access::paid_licence;
use super::bodies;
use super::named::named;
use crate::dialects::gateway::references::check_url_or_base64;
use crate::dialects::gateway::{characters, measures};
use crate::engine::jobs::Status;
use crate::engine::refusal::Refusal;
use crate::engine::uploads::FileType;
use crate::exchange::{Answer, Call, Fields, Reply};

/// Shortest part of a video that makes a character, in seconds (`docs/wire/mirror.md` §5.1).
const SHORTEST_S: f64 = 1.0;

/// `POST /sora/v1/characters`: from `url` or `from_task`.
pub async fn create(call: Call) -> Answer {
    let account = paid_licence(&call)?;
    let fields = call.json()?;
    fields.only(&["url", "from_task", "timestamps"])?;
    let range = range(&fields, "timestamps")?;
    match (
        fields.optional_text("url")?,
        fields.optional_text("from_task")?,
    ) {
        (Some(url), None) => check_url_or_base64("url", url, &[FileType::Mp4])?,
        (None, Some(task)) => check_task(&call, &account, "from_task", task)?,
        (None, None) => return Err(Refusal::missing("url", "One of `from_task` and the field")),
        (Some(_), Some(_)) => {
            let message = "`url` and `from_task` exclude each other.";
            return Err(Refusal::wrong_value("from_task", message));
        }
    }
    let character = characters::create(&call, &account, None, range);
    Ok(Reply::json(bodies::character(&call, &character)))
}

/// Which character comes with a video.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wanted {
    /// None.
    Nothing,
    /// One from these seconds of another video.
    Now((f64, f64)),
    /// One from these seconds of the finished video.
    AfterVideo((f64, f64)),
}

/// Reads and checks the `character_…` fields of a video request.
pub fn wanted(call: &Call, account: &str, fields: &Fields) -> Result<Wanted, Refusal> {
    let range = range(fields, "character_timestamps")?;
    let url = fields.optional_text("character_url")?;
    let task = fields.optional_text("character_from_task")?;
    match (url, task) {
        (None, None) => {
            let after = fields.optional_boolean("character_create")? == Some(true);
            return Ok(if after {
                Wanted::AfterVideo(range)
            } else {
                Wanted::Nothing
            });
        }
        (Some(_), Some(_)) => {
            let message = "`character_url` and `character_from_task` exclude each other.";
            return Err(Refusal::wrong_value("character_from_task", message));
        }
        (Some(url), None) => check_url_or_base64("character_url", url, &[FileType::Mp4])?,
        (None, Some(task)) => check_task(call, account, "character_from_task", task)?,
    }
    Ok(Wanted::Now(range))
}

fn range(fields: &Fields, name: &str) -> Result<(f64, f64), Refusal> {
    let text = fields.optional_text(name)?.unwrap_or("0,3");
    measures::time_range(name, text, SHORTEST_S)
}

/// A video of one's own that is done.
fn check_task(call: &Call, account: &str, name: &str, task: &str) -> Result<(), Refusal> {
    let done = named(call, account, task)?.status(call.now) == Status::Succeeded;
    if done {
        return Ok(());
    }
    let message = format!("`{name}`: the video {task} is not completed.");
    Err(Refusal::wrong_value(name, message))
}
