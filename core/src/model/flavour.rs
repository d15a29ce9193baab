//! The servers of a dialect by name.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Dialect, Error};

macro_rules! flavours {
    ($($(#[$doc:meta])* $variant:ident $name:literal of $dialect:ident;)*) => {
        /// A kind of server that speaks a dialect in its own way. Servers of one dialect
        /// differ in their fields, in what they offer, and in how they answer.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            Serialize, Deserialize, JsonSchema,
        )]
        pub enum Flavour {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)*
        }

        impl Flavour {
            /// All flavours, in the order of the documents.
            pub const ALL: &'static [Flavour] = &[$(Self::$variant,)*];

            /// The flavour's name on every surface.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The dialect that the server speaks.
            pub const fn dialect(self) -> Dialect {
                match self { $(Self::$variant => Dialect::$dialect,)* }
            }
        }
    };
}

flavours! {
    /// The Videos API as OpenAI defined it; any server that is not known to be another.
    Openai "openai" of Openai;
    /// new-api, one-api and their forks.
    NewApi "new-api" of Openai;
    /// vLLM-Omni, and servers that follow it.
    VllmOmni "vllm-omni" of Openai;
    /// SGLang Diffusion.
    Sglang "sglang" of Openai;
    /// LiteLLM's proxy.
    Litellm "litellm" of Openai;
    /// Unsloth Studio.
    Unsloth "unsloth" of Openai;
    /// FastVideo.
    Fastvideo "fastvideo" of Openai;
    /// NVIDIA Dynamo, which answers when the video is done.
    Dynamo "dynamo" of Openai;
    /// LocalAI, which answers when the video is done, at an address of its own.
    Localai "localai" of Openai;
    /// TheSmallHanCat/sora2api, which makes everything in its chat.
    Upstream "upstream" of Sora2api;
    /// A fork of it, with `/v1/videos` and the other operations of the document.
    Fork "fork" of Sora2api;
}

impl Flavour {
    /// The flavours of a dialect; none where all its servers are alike.
    pub fn of(dialect: Dialect) -> impl Iterator<Item = Self> {
        let all = Self::ALL.iter().copied();
        all.filter(move |flavour| flavour.dialect() == dialect)
    }
}

impl fmt::Display for Flavour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Flavour {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let mut all = Self::ALL.iter().copied();
        all.find(|flavour| flavour.as_str() == text).ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|flavour| flavour.as_str()).collect();
            Error::invalid(
                "flavour",
                format!("`{text}` is none of {}", names.join(", ")),
            )
        })
    }
}
