//! Model names and the parameters in them, such as `sora_video2-portrait-15s-hd`.

use crate::engine::refusal::Refusal;

/// The three models.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// `sora_image`.
    Image,
    /// `sora_video`, the older version.
    Video,
    /// `sora_video2`.
    Video2,
}

/// A model name, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Model {
    /// Which model.
    pub family: Family,
    /// `portrait` or `landscape`, if the name says so.
    pub landscape: Option<bool>,
    /// Seconds, if the name says so.
    pub seconds: Option<i64>,
    /// `hd` is in the name.
    pub hd: bool,
    /// `pro` is in the name.
    pub pro: bool,
    /// `storyboard` is in the name.
    pub storyboard: bool,
}

impl Model {
    /// Reads `name`: a model and, for `sora_video2`, parameters after dashes.
    pub fn read(name: &str) -> Result<Self, Refusal> {
        let mut words = name.split('-');
        let family = match words.next() {
            Some("sora_image") => Family::Image,
            Some("sora_video") => Family::Video,
            Some("sora_video2") => Family::Video2,
            _ => return Err(unknown(name)),
        };
        let mut model = Self {
            family,
            landscape: None,
            seconds: None,
            hd: false,
            pro: false,
            storyboard: false,
        };
        for word in words {
            match word {
                _ if family != Family::Video2 => return Err(unknown(name)),
                "portrait" => model.landscape = Some(false),
                "landscape" => model.landscape = Some(true),
                "10s" => model.seconds = Some(10),
                "15s" => model.seconds = Some(15),
                "25s" => model.seconds = Some(25),
                "hd" => model.hd = true,
                "pro" => model.pro = true,
                "storyboard" => model.storyboard = true,
                _ => return Err(unknown(name)),
            }
        }
        Ok(model)
    }
}

fn unknown(name: &str) -> Refusal {
    let message = format!(
        "`model` is \"{name}\"; accepted: sora_image, sora_video, sora_video2, and after sora_video2 -portrait, -landscape, -10s, -15s, -25s, -hd, -pro, -storyboard."
    );
    Refusal::wrong_value("model", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_stand_in_the_name() {
        let model = Model::read("sora_video2-landscape-15s-pro-hd").unwrap();
        assert_eq!((model.landscape, model.seconds), (Some(true), Some(15)));
        assert!(model.hd && model.pro && !model.storyboard);
        for bad in ["sora_image-hd", "sora_video2-30s", "sora-2", ""] {
            assert!(Model::read(bad).is_err(), "{bad}");
        }
    }
}
