//! The native web backend (`docs/wire/sora.md`).
//!
//! Sora's own host closed in 2026; gateways that people deployed still serve this format. Each
//! file holds one group of endpoints.

mod account;
mod cameos;
mod characters;
mod drafts;
mod feeds;
mod headers;
mod images;
mod invites;
mod links;
mod model_name;
mod oauth_client;
mod outcome;
mod paging;
mod pending;
mod post;
mod posts;
mod profiles;
mod prompts;
mod quota;
mod references;
mod refresh;
mod sentinel;
mod session;
pub(crate) mod session_cookie;
mod settings;
mod storyboards;
mod tasks;
mod uploads;
mod usernames;
mod videos;

pub use account::{
    Bootstrap, GetMe, GetMyProfile, Initialize, ListSubscriptions, Me, MyProfile, Plan,
    Subscription, Subscriptions,
};
pub use cameos::{
    CameoProgress, CameoStage, GetCameoProgress, Instruction, InstructionSet, UpdateCameo,
};
pub use characters::{
    CharacterFromGeneration, DeleteCharacter, FinalizeCharacter, Finalized, FinalizedCharacter,
    UploadCharacter,
};
pub use drafts::{
    DownloadUrls, Draft, DraftPage, Encoding, Encodings, GetDraft, ListDrafts, ListDraftsV2,
};
pub use feeds::{ListProfileFeed, ListPublicFeed, ListRemixes};
pub(crate) use headers::WEB_ORIGIN;
pub use images::{CreateImage, ImageItem, ImageOperation};
pub use invites::{AcceptInvite, AcceptedInvite, GetInvite, Invite};
pub use links::{ResolveLink, ResolvedLink};
pub use model_name::ModelName;
pub use oauth_client::OauthClient;
pub use outcome::{Deleted, Done};
pub use pending::{ListPending, ListPendingV1, PendingTask};
pub use post::{Attachment, Post, PostPage, PostTree, Published};
pub use posts::{CreatePost, DeletePost, GetPost, GetPostTree, LikePost, NewAttachment};
pub use profiles::{GetProfile, Mention, MentionPage, SearchProfiles, UserProfile};
pub use prompts::{EnhancePrompt, EnhancedPrompt};
pub use quota::{CheckQuota, Quota, RateLimitAndCreditBalance};
pub use references::{
    CreateReference, DeleteReference, ListReferences, ReferencePage, ReferencePicture,
    UpdateReference,
};
pub use refresh::{RefreshToken, RefreshedToken};
pub use sentinel::{ProofOfWork, RequestSentinel, SentinelChallenge, Turnstile};
pub use session::{ExchangeSession, Session, SessionUser};
pub use settings::{InpaintItem, Model, Orientation, Size, Style, VideoSettings, frames_of};
pub use storyboards::CreateStoryboard;
pub(crate) use storyboards::{is_storyboard, shots_in};
pub use tasks::{
    Generation, GenerationDownload, GetGenerationDownload, ListRecentTasks, ListTasks, Task,
    TaskPage,
};
pub(crate) use uploads::check_image;
pub use uploads::{UploadFile, UploadImage, Uploaded, UploadedFile, UseCase};
pub use usernames::{CheckUsername, SetUsername, Username, UsernameAvailability};
pub use videos::{CreateVideo, CreateVideos, CreatedTask, CreatedTasks, ExtendVideo};

use super::Descriptor;

/// The native operations, in the order of the document.
pub const OPERATIONS: &[Descriptor] = &[
    Descriptor::of::<ExchangeSession>(),
    Descriptor::of::<RefreshToken>(),
    Descriptor::of::<RequestSentinel>(),
    Descriptor::of::<GetMe>(),
    Descriptor::of::<GetMyProfile>(),
    Descriptor::of::<ListSubscriptions>(),
    Descriptor::of::<GetInvite>(),
    Descriptor::of::<CheckQuota>(),
    Descriptor::of::<Bootstrap>(),
    Descriptor::of::<Initialize>(),
    Descriptor::of::<AcceptInvite>(),
    Descriptor::of::<CheckUsername>(),
    Descriptor::of::<SetUsername>(),
    Descriptor::of::<UploadImage>(),
    Descriptor::of::<UploadCharacter>(),
    Descriptor::of::<CharacterFromGeneration>(),
    Descriptor::of::<UploadFile>(),
    Descriptor::of::<CreateImage>(),
    Descriptor::of::<CreateVideo>(),
    Descriptor::of::<CreateVideos>(),
    Descriptor::of::<CreateStoryboard>(),
    Descriptor::of::<ExtendVideo>(),
    Descriptor::of::<EnhancePrompt>(),
    Descriptor::of::<ListPending>(),
    Descriptor::of::<ListPendingV1>(),
    Descriptor::of_pages::<ListDrafts>(),
    Descriptor::of_pages::<ListDraftsV2>(),
    Descriptor::of::<GetDraft>(),
    Descriptor::of::<ListRecentTasks>(),
    Descriptor::of_pages::<ListTasks>(),
    Descriptor::of::<GetGenerationDownload>(),
    Descriptor::of::<CreatePost>(),
    Descriptor::of::<GetPost>(),
    Descriptor::of::<DeletePost>(),
    Descriptor::of::<GetPostTree>(),
    Descriptor::of::<LikePost>(),
    Descriptor::of_pages::<ListRemixes>(),
    Descriptor::of_pages::<ListPublicFeed>(),
    Descriptor::of_pages::<ListProfileFeed>(),
    Descriptor::of::<GetProfile>(),
    Descriptor::of_pages::<SearchProfiles>(),
    Descriptor::of::<ResolveLink>(),
    Descriptor::of::<GetCameoProgress>(),
    Descriptor::of::<FinalizeCharacter>(),
    Descriptor::of::<UpdateCameo>(),
    Descriptor::of::<DeleteCharacter>(),
    Descriptor::of::<CreateReference>(),
    Descriptor::of_pages::<ListReferences>(),
    Descriptor::of::<UpdateReference>(),
    Descriptor::of::<DeleteReference>(),
];
