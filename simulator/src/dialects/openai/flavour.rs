//! Which server's form of the Videos API is spoken.

/// A server that serves the Videos API. They differ in ids, in the fields of a
/// video, in what they accept and offer, and in their errors (`docs/wire/openai.md` §2 to §9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// OpenAI's own service.
    OpenAi,
    /// SGLang Diffusion.
    SgLang,
    /// vLLM-Omni.
    VllmOmni,
    /// NVIDIA Dynamo, which answers when the video is done.
    Dynamo,
    /// new-api, a gateway.
    NewApi,
    /// LiteLLM's proxy before OpenAI's service.
    LiteLlm,
    /// Unsloth Studio, which makes one video at a time.
    Unsloth,
    /// FastVideo.
    FastVideo,
    /// LocalAI, which answers when the video is done, at an address of its own.
    LocalAi,
}

impl Flavour {
    /// Every flavour.
    pub const ALL: [Self; 9] = [
        Self::OpenAi,
        Self::SgLang,
        Self::VllmOmni,
        Self::Dynamo,
        Self::NewApi,
        Self::LiteLlm,
        Self::Unsloth,
        Self::FastVideo,
        Self::LocalAi,
    ];

    /// Its name as a dialect, which is also its base path.
    pub fn name(self) -> &'static str {
        match self {
            Self::OpenAi => "openai",
            Self::SgLang => "openai/sglang",
            Self::VllmOmni => "openai/vllm-omni",
            Self::Dynamo => "openai/dynamo",
            Self::NewApi => "openai/new-api",
            Self::LiteLlm => "openai/litellm",
            Self::Unsloth => "openai/unsloth",
            Self::FastVideo => "openai/fastvideo",
            Self::LocalAi => "openai/localai",
        }
    }

    /// The flavour called `dialect`.
    pub fn of(dialect: &str) -> Self {
        let found = Self::ALL
            .into_iter()
            .find(|flavour| flavour.name() == dialect);
        found.unwrap_or(Self::OpenAi)
    }

    /// Whether it checks models, lengths and sizes as OpenAI does; the others
    /// run other models, too.
    pub fn is_strict(self) -> bool {
        matches!(self, Self::OpenAi | Self::LiteLlm)
    }

    /// Whether videos can be looked at and fetched after they were asked for.
    pub fn keeps(self) -> bool {
        !matches!(self, Self::Dynamo | Self::LocalAi)
    }

    /// Whether it lists and deletes.
    pub fn lists(self) -> bool {
        !matches!(self, Self::NewApi | Self::Dynamo | Self::LocalAi)
    }

    /// Whether it is one of the servers that were written after SGLang's.
    pub fn is_like_sglang(self) -> bool {
        matches!(self, Self::SgLang | Self::FastVideo)
    }

    /// The oddities of the server that its answers have here, for the help.
    pub fn oddities(self) -> &'static str {
        match self {
            Self::OpenAi => "lengths are text, four sizes; content that is too old is gone",
            Self::SgLang => {
                "lengths are numbers; errors are `detail`; the list shows 20 unless told, and \
                 nothing after a video that it does not know; a deletion answers with the video; a \
                 failed video has no content, 404; `n` is taken for the nearest of 1 to 10, and \
                 `variant=1` is the second video; images as `b64_json` alone"
            }
            Self::VllmOmni => {
                "forms alone; a failed video is answered with its error's status; its content is \
                 422; a value out of range is 500; a deletion stops the video; `/v1/videos/sync`; \
                 images as `b64_json` alone"
            }
            Self::Dynamo => "JSON alone; the answer is the finished video; options in `nvext`",
            Self::NewApi => {
                "models say `supported_endpoint_types`; no list, no deletion; unknown videos are 400"
            }
            Self::LiteLlm => "long ids in base64; codes are the status as text; no deletion",
            Self::Unsloth => {
                "one video at a time, 409 while it is made; unready content is 400; polls are told \
                 to wait; unknown fields are ignored"
            }
            Self::FastVideo => {
                "as SGLang; a path in `input_reference`, an address in `reference_url`; a failed \
                 video's content is 500"
            }
            Self::LocalAi => {
                "`POST /video` is answered with the finished video; `seconds`, `size` and \
                 `input_reference` are ignored; models have no owner"
            }
        }
    }

    /// Whether it makes images, too.
    pub fn makes_images(self) -> bool {
        matches!(self, Self::SgLang | Self::VllmOmni)
    }

    /// Whether it remixes.
    pub fn remixes(self) -> bool {
        matches!(self, Self::OpenAi | Self::NewApi | Self::LiteLlm)
    }

    /// Whether it edits, extends and makes characters.
    pub fn edits(self) -> bool {
        self.is_strict()
    }

    /// Frames in a second unless the request says otherwise.
    pub fn fps(self) -> u32 {
        match self {
            Self::OpenAi | Self::NewApi | Self::LiteLlm => 30,
            _ => 24,
        }
    }
}
