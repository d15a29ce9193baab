//! Prompts: enhanced at a route of their own, or by a model of the chat.

use super::chat::said;
use super::gateway::{is_known_upstream, is_upstream, turns_out_upstream};
use crate::api::sora2api::{CreateChat, EnhancePrompt, Expansion};
use crate::client::Client;
use crate::model::{EnhanceRequest, Error, ErrorKind, ExpansionLevel, Result};

pub(super) async fn enhance(client: &Client, request: EnhanceRequest) -> Result<String> {
    if let Some(seconds) = request.duration
        && !matches!(seconds, 10 | 15 | 20)
    {
        return Err(Error::invalid(
            "duration",
            format!("must be 10, 15 or 20 seconds, not {seconds}"),
        ));
    }
    let is_upstream = match request.duration {
        Some(20) => is_upstream(client).await,
        _ => is_known_upstream(client),
    };
    if is_upstream {
        return by_chat(client, request).await;
    }
    if request.duration == Some(20) {
        return Err(Error::invalid(
            "duration",
            "must be 10 or 15 seconds, not 20",
        ));
    }
    let operation = EnhancePrompt {
        prompt: request.prompt.clone(),
        expansion_level: Some(match request.level.unwrap_or_default() {
            ExpansionLevel::Short => Expansion::Short,
            ExpansionLevel::Medium => Expansion::Medium,
            ExpansionLevel::Long => Expansion::Long,
        }),
        duration_s: request.duration,
        token_id: None,
    };
    match client.call(operation).await {
        Ok(answer) => Ok(answer.enhanced_prompt),
        Err(error) if turns_out_upstream(client, &error) => by_chat(client, request).await,
        Err(error) => Err(error),
    }
}

async fn by_chat(client: &Client, request: EnhanceRequest) -> Result<String> {
    let level = match request.level.unwrap_or_default() {
        ExpansionLevel::Short => "short",
        ExpansionLevel::Medium => "medium",
        ExpansionLevel::Long => "long",
    };
    let seconds = request.duration.unwrap_or(10);
    let model = format!("prompt-enhance-{level}-{seconds}s");
    let answer = said(client, CreateChat::new(model, request.prompt)).await?;
    match answer.content().trim() {
        "" => Err(Error::new(
            ErrorKind::UnexpectedResponse,
            "the chat ended without a prompt",
        )),
        prompt => Ok(prompt.to_owned()),
    }
}
