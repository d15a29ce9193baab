//! What a dialect may offer: options of the one interface, and its methods.

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

            /// The feature's name: the option or the method that it is.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

features! {
    /// A length other than the model's own.
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
    /// Whether there is a watermark.
    Watermark "watermark";
    /// Whether the video stays unpublished.
    Private "private";
    /// Several variants at once.
    Variants "n";
    /// Listing videos.
    ListVideos "videos.list";
    /// Deleting a video.
    DeleteVideo "videos.delete";
    /// Making images.
    GenerateImages "images.generate";
    /// Making images from images.
    EditImages "images.edit";
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
    /// Asking for the quota.
    Quota "account.quota";
    /// Listing models.
    ListModels "models.list";
}
