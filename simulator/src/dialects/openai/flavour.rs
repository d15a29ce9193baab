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
}

impl Flavour {
    /// Every flavour.
    pub const ALL: [Self; 6] = [
        Self::OpenAi,
        Self::SgLang,
        Self::VllmOmni,
        Self::Dynamo,
        Self::NewApi,
        Self::LiteLlm,
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
        self != Self::Dynamo
    }

    /// Whether it lists and deletes.
    pub fn lists(self) -> bool {
        !matches!(self, Self::NewApi | Self::Dynamo)
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
            Self::SgLang | Self::VllmOmni | Self::Dynamo => 24,
            Self::OpenAi | Self::NewApi | Self::LiteLlm => 30,
        }
    }
}
