//! Models: orientation, length and definition stand in the name.

use crate::engine::refusal::Refusal;

/// A model's videos.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Model {
    /// Name.
    pub name: &'static str,
    /// Pixels.
    pub size: (u32, u32),
    /// Length.
    pub seconds: u32,
}

const fn model(name: &'static str, size: (u32, u32), seconds: u32) -> Model {
    Model {
        name,
        size,
        seconds,
    }
}

const WIDE: (u32, u32) = (1280, 720);
const TALL: (u32, u32) = (720, 1280);
const WIDE_HD: (u32, u32) = (1792, 1024);
const TALL_HD: (u32, u32) = (1024, 1792);

/// The documented models: four of the normal mode, four of Pro mode.
const DOCUMENTED: [Model; 8] = [
    model("sora2-landscape", WIDE, 10),
    model("sora2-portrait", TALL, 10),
    model("sora2-landscape-15s", WIDE, 15),
    model("sora2-portrait-15s", TALL, 15),
    model("sora2-pro-landscape-25s", WIDE, 25),
    model("sora2-pro-portrait-25s", TALL, 25),
    model("sora2-pro-landscape-hd-15s", WIDE_HD, 15),
    model("sora2-pro-portrait-hd-15s", TALL_HD, 15),
];

/// Models that the original relay has besides (`docs/wire/skyriff.md` §9).
const OBSERVED: [Model; 2] = [
    model("sora2-pro-landscape-hd-10s", WIDE_HD, 10),
    model("sora2-pro-portrait-hd-10s", TALL_HD, 10),
];

impl Model {
    /// The model called `name`.
    pub fn read(name: &str, observed: bool) -> Result<Self, Refusal> {
        let more = if observed { &OBSERVED[..] } else { &[] };
        Self::among(name, DOCUMENTED.iter().chain(more))
    }

    /// The model called `name` in chat mode, where Pro models are not offered.
    pub fn read_for_chat(name: &str) -> Result<Self, Refusal> {
        Self::among(name, DOCUMENTED[..4].iter())
    }

    /// Whether it is a Pro model.
    pub fn is_pro(name: &str) -> bool {
        name.starts_with("sora2-pro")
    }

    fn among<'a>(
        name: &str,
        models: impl Iterator<Item = &'a Self> + Clone,
    ) -> Result<Self, Refusal> {
        let found = models.clone().find(|model| model.name == name).copied();
        found.ok_or_else(|| {
            let names: Vec<_> = models.map(|model| model.name).collect();
            let message = format!("`model` is \"{name}\"; accepted: {}.", names.join(", "));
            Refusal::wrong_value("model", message)
        })
    }
}
