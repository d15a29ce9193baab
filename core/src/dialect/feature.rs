//! What each dialect offers: the one table that refusals, documentation and
//! the bindings' types are made from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Dialect;
use crate::error::{Error, ErrorKind, Result};

macro_rules! features {
    ($($(#[$doc:meta])* $variant:ident $name:literal: $($dialect:ident)*;)*) => {
        /// Something that a dialect offers or lacks.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            Serialize, Deserialize, JsonSchema,
        )]
        pub enum Feature {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)*
        }

        impl Feature {
            /// All features, in the order of the documentation.
            pub const ALL: &'static [Feature] = &[$(Self::$variant,)*];

            /// The feature's name: the option or the method that it is.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The dialects that offer it.
            pub const fn dialects(self) -> &'static [Dialect] {
                match self { $(Self::$variant => &[$(Dialect::$dialect,)*],)* }
            }
        }
    };
}

features! {
    /// A length other than the model's own.
    Duration "duration": Sora Mirror Sora2api Skyriff Relay Openai;
    /// Landscape or portrait.
    Orientation "orientation": Sora Mirror Sora2api Skyriff Relay Openai;
    /// A size in pixels, or the native `small` and `large`.
    Size "size": Sora Mirror Sora2api Skyriff Openai;
    /// Standard or high definition.
    Quality "quality": Sora Mirror Skyriff Relay;
    /// A style.
    Style "style": Sora Mirror Sora2api;
    /// Images to start from.
    References "references": Sora Mirror Sora2api Skyriff Relay Openai;
    /// Shots described one by one.
    Storyboard "storyboard": Sora Mirror;
    /// A new version of a video.
    Remix "remix": Sora Mirror Sora2api Relay Openai;
    /// Characters that appear.
    Characters "characters": Sora Openai;
    /// Whether there is a watermark.
    Watermark "watermark": Mirror Relay;
    /// Whether the video stays unpublished.
    Private "private": Mirror Relay;
    /// Several variants at once.
    Variants "n": Mirror;
    /// A title.
    Title "title": Sora;
    /// Which character takes whose place.
    CameoReplacements "cameo_replacements": Sora;
    /// What is heard, in words.
    AudioCaption "audio_caption": Sora;
    /// What is said, in words.
    AudioTranscript "audio_transcript": Sora;
    /// What is seen, in words.
    VideoCaption "video_caption": Sora;
    /// Data of the caller's own.
    Metadata "metadata": Sora Sora2api;
    /// A character out of another video.
    CharacterUrl "character_url": Mirror Relay;
    /// Where the character is seen in it.
    CharacterTimestamps "character_timestamps": Mirror Relay;
    /// A character out of a job's video.
    CharacterFromTask "character_from_task": Mirror;
    /// A character out of the finished video.
    CharacterCreate "character_create": Mirror;
    /// Listing videos.
    ListVideos "videos.list": Sora Openai;
    /// Deleting a video.
    DeleteVideo "videos.delete": Openai;
    /// Publishing a video.
    PublishVideo "videos.publish": Sora;
    /// Taking a published video back.
    UnpublishVideo "videos.unpublish": Sora;
    /// The link of a published video.
    LinkVideo "videos.link": Sora;
    /// Making images.
    GenerateImages "images.generate": Sora Mirror Sora2api;
    /// Making images from images.
    EditImages "images.edit": Sora Mirror Sora2api;
    /// Making a character.
    CreateCharacter "characters.create": Sora Mirror Sora2api Relay Openai;
    /// Reading one character.
    GetCharacter "characters.get": Openai;
    /// Searching for characters.
    SearchCharacters "characters.search": Sora Sora2api;
    /// Deleting a character.
    DeleteCharacter "characters.delete": Sora;
    /// Enhancing prompts.
    EnhancePrompt "prompts.enhance": Sora Sora2api;
    /// Asking for the quota.
    Quota "account.quota": Sora Sora2api Relay;
    /// Who is signed in.
    Me "account.me": Sora;
    /// The account's subscriptions.
    Subscriptions "account.subscriptions": Sora;
    /// The account's invite code.
    Invites "account.invites": Sora Sora2api;
    /// Accepting somebody's invite code.
    AcceptInvite "account.accept_invite": Sora;
    /// Whether a user name is free.
    UsernameAvailable "account.username_available": Sora;
    /// Setting the account's user name.
    Username "account.username": Sora;
    /// Opening Sora 2 for the account.
    Bootstrap "account.bootstrap": Sora;

    /// Listing models.
    ListModels "models.list": Sora Mirror Sora2api Skyriff Relay Openai;
}

/// Refuses options that a dialect takes for videos, and not for images.
pub(super) fn refuse_for_images(dialect: Dialect, options: &[(&str, bool)]) -> Result<()> {
    match options.iter().find(|(_, given)| *given) {
        Some((option, _)) => Err(Error::new(
            ErrorKind::Unsupported,
            format!("the dialect `{dialect}` does not offer `{option}` for images"),
        )
        .with_field(*option)),
        None => Ok(()),
    }
}

impl Dialect {
    /// Whether the dialect offers a feature.
    ///
    /// ```
    /// use sorakit::{Dialect, Feature};
    ///
    /// assert!(Dialect::Openai.offers(Feature::DeleteVideo));
    /// assert!(!Dialect::Skyriff.offers(Feature::Remix));
    /// ```
    pub fn offers(self, feature: Feature) -> bool {
        feature.dialects().contains(&self)
    }

    /// Refuses a feature that the dialect lacks, naming those that have it.
    pub(crate) fn require(self, feature: Feature) -> Result<()> {
        if self.offers(feature) {
            return Ok(());
        }
        let names: Vec<_> = feature
            .dialects()
            .iter()
            .map(|dialect| dialect.as_str())
            .collect();
        Err(Error::new(
            ErrorKind::Unsupported,
            format!(
                "the dialect `{self}` does not offer `{}`; it is offered by {}",
                feature.as_str(),
                names.join(", ")
            ),
        )
        .with_field(feature.as_str()))
    }
}
