//! Features that a dialect may offer: options of the common interface, and its methods.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! features {
    ($($(#[$doc:meta])* $variant:ident $name:literal;)*) => {
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

            /// The feature's name: that of its option or method.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

features! {
    /// A length other than the model's default.
    Duration "duration";
    /// Landscape or portrait.
    Orientation "orientation";
    /// A size in pixels, or the native `small` and `large`.
    Size "size";
    /// Standard or high definition.
    Quality "quality";
    /// A style.
    Style "style";
    /// Images to start from.
    References "references";
    /// Shots described one by one.
    Storyboard "storyboard";
    /// A new version of a video.
    Remix "remix";
    /// Characters that appear.
    Characters "characters";
    /// With or without a watermark.
    Watermark "watermark";
    /// Keeping the video unpublished.
    Private "private";
    /// Several variants at once.
    Variants "n";
    /// A title.
    Title "title";
    /// The replacements of characters.
    CameoReplacements "cameo_replacements";
    /// The sound, in words.
    AudioCaption "audio_caption";
    /// The spoken words.
    AudioTranscript "audio_transcript";
    /// The picture, in words.
    VideoCaption "video_caption";
    /// Data of the caller's own.
    Metadata "metadata";
    /// A character out of another video.
    CharacterUrl "character_url";
    /// The start and end of the character's appearance.
    CharacterTimestamps "character_timestamps";
    /// A character out of a job's video.
    CharacterFromTask "character_from_task";
    /// A character out of the finished video.
    CharacterCreate "character_create";
    /// The start of the random numbers, to make the same video again.
    Seed "seed";
    /// A description of what must not be seen.
    NegativePrompt "negative_prompt";
    /// The number of steps of the model.
    Steps "steps";
    /// The guidance scale: how closely the model follows the prompt.
    Guidance "guidance";
    /// Frames in a second.
    Fps "fps";
    /// A length in frames.
    Frames "frames";
    /// The proportions of width and height.
    AspectRatio "aspect_ratio";
    /// An image to end with.
    LastFrame "last_frame";
    /// Videos to start from.
    VideoReferences "video_references";
    /// Sounds to start from.
    AudioReferences "audio_references";
    /// With or without sound.
    Audio "audio";
    /// Letting the server work out the prompt.
    Enhance "enhance";
    /// Listing videos.
    ListVideos "videos.list";
    /// Deleting a video.
    DeleteVideo "videos.delete";
    /// Stopping a video that is being made.
    CancelVideo "videos.cancel";
    /// Publishing a video.
    PublishVideo "videos.publish";
    /// Taking a published video back.
    UnpublishVideo "videos.unpublish";
    /// The link of a published video.
    LinkVideo "videos.link";
    /// Making images.
    GenerateImages "images.generate";
    /// Editing images.
    EditImages "images.edit";
    /// Reading images in progress by their job's id.
    GetImages "images.get";
    /// Making a character.
    CreateCharacter "characters.create";
    /// Reading one character.
    GetCharacter "characters.get";
    /// Searching for characters.
    SearchCharacters "characters.search";
    /// Deleting a character.
    DeleteCharacter "characters.delete";
    /// Enhancing prompts.
    EnhancePrompt "prompts.enhance";
    /// Reading the quota.
    Quota "account.quota";
    /// Reading who is signed in.
    Me "account.me";
    /// The account's subscriptions.
    Subscriptions "account.subscriptions";
    /// The account's invite code.
    Invites "account.invites";
    /// Accepting somebody's invite code.
    AcceptInvite "account.accept_invite";
    /// Checking whether a user name is free.
    UsernameAvailable "account.username_available";
    /// Setting the account's user name.
    Username "account.username";
    /// Opening Sora 2 for the account.
    Bootstrap "account.bootstrap";
    /// Listing models.
    ListModels "models.list";
}
