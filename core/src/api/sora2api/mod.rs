//! The Sora2API gateway: OpenAI-style `/v1`, and its admin `/api` (`docs/wire/sora2api.md`,
//! §1 to §7).
//!
//! Requests are as strict as the document; answers are read as running servers
//! write them (docs/wire/sora2api.md §12.1). One file a group of endpoints; the administration
//! is in [`admin`].

pub mod admin;
mod answer;
mod characters;
mod chat;
mod feeds;
mod images;
mod models;
mod people;
mod prompts;
mod route;
mod stats;
mod tasks;
mod token_id;
mod video;
mod videos;

pub use characters::{
    CharacterData, CharacterMatches, CreateCharacter, CreatedCharacter, FoundCharacter,
    SearchCharacters, SearchIntent,
};
pub use chat::{CharacterOptions, CreateChat};
pub use feeds::{
    FeedAuthor, FeedCut, FeedItem, FeedItems, ListOwnFeed, ListPublicFeed, ListUserFeed, OwnFeed,
    PublicFeed, UserFeed,
};
pub use images::{CreateImage, EditImage, ImageQuality, ImageStyle};
pub use models::{GatewayModel, GatewayModels, IMAGE_MODELS, ListModels, VIDEO_MODELS};
pub use people::{GetProfile, Profile, ProfileAnswer};
pub use prompts::{EnhancePrompt, EnhancedPrompt, Expansion};
pub(crate) use route::{lacks_route, other_flavour};
pub use stats::{GatewayStats, GetInviteCode, GetStats, InviteCode, StatsAnswer};
pub use tasks::{
    GatewayTask, GetTask, ListPendingTasks, ListPendingTasksV2, PendingTasks, TaskAnswer,
    TaskGeneration,
};
pub use token_id::TokenId;
pub use video::{VideoSeconds, VideoSize, VideoStyle};
pub use videos::{CreateVideo, GetVideo, GetVideoContent, RemixVideo, VideoContent, VideoMetadata};

use super::Descriptor;
use answer::operation;

/// The operations of this dialect, in the order of the document; those of the
/// other admin flavour (docs/wire/sora2api.md §11.3) are last.
pub const OPERATIONS: &[Descriptor] = &[
    Descriptor::of::<ListModels>(),
    Descriptor::of_events::<CreateChat>(),
    Descriptor::of::<CreateVideo>(),
    Descriptor::of::<GetVideo>(),
    Descriptor::of::<GetVideoContent>(),
    Descriptor::of::<RemixVideo>(),
    Descriptor::of::<CreateImage>(),
    Descriptor::of::<EditImage>(),
    Descriptor::of::<CreateCharacter>(),
    Descriptor::of::<GetStats>(),
    Descriptor::of::<GetInviteCode>(),
    Descriptor::of::<GetProfile>(),
    Descriptor::of::<ListUserFeed>(),
    Descriptor::of::<SearchCharacters>(),
    Descriptor::of::<ListPublicFeed>(),
    Descriptor::of::<EnhancePrompt>(),
    Descriptor::of::<ListPendingTasks>(),
    Descriptor::of::<ListPendingTasksV2>(),
    Descriptor::of::<GetTask>(),
    Descriptor::of::<ListOwnFeed>(),
    Descriptor::of::<admin::Login>(),
    Descriptor::of::<admin::Logout>(),
    Descriptor::of::<admin::ListTokens>(),
    Descriptor::of::<admin::AddToken>(),
    Descriptor::of::<admin::BatchAddTokens>(),
    Descriptor::of::<admin::UpdateToken>(),
    Descriptor::of::<admin::SetTokenStatus>(),
    Descriptor::of::<admin::EnableToken>(),
    Descriptor::of::<admin::DisableToken>(),
    Descriptor::of::<admin::TestToken>(),
    Descriptor::of::<admin::DeleteToken>(),
    Descriptor::of::<admin::DeleteDisabledTokens>(),
    Descriptor::of::<admin::TestTokens>(),
    Descriptor::of::<admin::EnableTokens>(),
    Descriptor::of::<admin::DisableTokens>(),
    Descriptor::of::<admin::ActivateTokens>(),
    Descriptor::of::<admin::ImportTokens>(),
    Descriptor::of::<admin::ExchangeSessionToken>(),
    Descriptor::of::<admin::ExchangeRefreshToken>(),
    Descriptor::of::<admin::GetConfig>(),
    Descriptor::of::<admin::SetConfig>(),
    Descriptor::of::<admin::SetPassword>(),
    Descriptor::of::<admin::SetApiKey>(),
    Descriptor::of::<admin::SetDebug>(),
    Descriptor::of::<admin::GetProxy>(),
    Descriptor::of::<admin::SetProxy>(),
    Descriptor::of::<admin::GetCache>(),
    Descriptor::of::<admin::SetCacheTimeout>(),
    Descriptor::of::<admin::SetCacheBaseUrl>(),
    Descriptor::of::<admin::SetCacheEnabled>(),
    Descriptor::of::<admin::GetGenerationTimeout>(),
    Descriptor::of::<admin::SetGenerationTimeout>(),
    Descriptor::of::<admin::GetWatermarkFree>(),
    Descriptor::of::<admin::SetWatermarkFree>(),
    Descriptor::of::<admin::GetCloudflare>(),
    Descriptor::of::<admin::SetCloudflare>(),
    Descriptor::of::<admin::GetCloudflareState>(),
    Descriptor::of::<admin::RefreshCloudflare>(),
    Descriptor::of::<admin::ClearCloudflare>(),
    Descriptor::of::<admin::GetTokenRefresh>(),
    Descriptor::of::<admin::SetTokenRefresh>(),
    Descriptor::of::<admin::GetSystemStats>(),
    Descriptor::of::<admin::ListLogs>(),
    Descriptor::of::<admin::ActivateSora2>(),
    Descriptor::of::<admin::ActivateUsername>(),
    Descriptor::of::<admin::ActivateUsernames>(),
    Descriptor::of::<admin::ListCharacters>(),
    Descriptor::of::<admin::ListTokenCharacters>(),
    Descriptor::of::<admin::GetCharacter>(),
    Descriptor::of::<admin::UpdateCharacter>(),
    Descriptor::of::<admin::DeleteCharacter>(),
    Descriptor::of::<admin::Describe>(),
    Descriptor::of::<admin::TestUpdateTokens>(),
    Descriptor::of::<admin::EnableAllTokens>(),
    Descriptor::of::<admin::DeleteAllDisabledTokens>(),
    Descriptor::of::<admin::DisableSelectedTokens>(),
    Descriptor::of::<admin::DeleteSelectedTokens>(),
    Descriptor::of::<admin::UpdateTokensProxy>(),
    Descriptor::of::<admin::ImportRefreshTokens>(),
    Descriptor::of::<admin::CancelTask>(),
    Descriptor::of::<admin::ClearLogs>(),
];
