//! Which media a path stands for, and how it is made.

use bytes::Bytes;
use jiff::Timestamp;

use super::jobs::{Job, JobKind};
use super::world::World;
use crate::media::{Still, Video, VirtualFile, seed_from};

/// Size of the videos of the trigger `huge`.
const HUGE: u64 = 1 << 30;
/// Longer side of thumbnails and previews, in pixels.
const SMALL: u32 = 320;

/// What to make, taken from the state so that making it holds no lock.
pub enum Rendition {
    /// A file as it was uploaded.
    Stored(Bytes, &'static str),
    /// A video, and the length that it is padded to.
    Video(Video, Option<u64>),
    /// Frame 0 of a video, or an animated preview of it.
    Preview(Video, Format),
    /// Frames from the whole of a video on one JPEG image, five by five.
    Spritesheet(Video),
    /// A picture of its own.
    Still(u32, u32, u64, Format),
}

/// A format of still images.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Png,
    Jpeg,
    Webp,
    Gif,
}

impl Format {
    fn of(file: &str) -> Option<Self> {
        match file.rsplit('.').next()? {
            "png" => Some(Self::Png),
            "jpg" => Some(Self::Jpeg),
            "webp" => Some(Self::Webp),
            "gif" => Some(Self::Gif),
            _ => None,
        }
    }
}

impl Rendition {
    /// What `file` of `owner` is, and when it was made.
    pub fn find(world: &World, owner: &str, file: &str) -> Option<(Self, Timestamp)> {
        if let Some(upload) = world.uploads.get(owner) {
            let stored = Self::Stored(upload.content.clone(), upload.file_type.media_type());
            return Some((stored, upload.created_at));
        }
        let picture = |name: &str| Some(Self::Still(256, 256, seed_from(name), Format::of(file)?));
        if let Some(cameo) = world.characters.cameos.get(owner) {
            return Some((picture(&cameo.id)?, cameo.done_at()));
        }
        if let Some(account) = world.accounts.get(owner) {
            return Some((picture(&account.id)?, account.created_at));
        }
        let job = world.jobs.by_generation(owner)?;
        Some((Self::of_job(job, owner, file)?, job.timeline.finished_at()))
    }

    fn of_job(job: &Job, generation: &str, file: &str) -> Option<Self> {
        let (width, height) = (job.asked.width, job.asked.height);
        let seed = job.seed ^ seed_from(generation) ^ seed_of_look(job, file);
        if job.asked.kind == JobKind::Image {
            return Some(Self::Still(width, height, seed, Format::of(file)?));
        }
        let mut video = Video {
            width,
            height,
            frames: job.asked.frames,
            fps: job.asked.fps,
            seed,
        };
        if file == "spritesheet.jpg" {
            return Some(Self::Spritesheet(video));
        }
        if !file.ends_with(".mp4") {
            return Some(Self::Preview(video, Format::of(file)?));
        }
        if file == "md.mp4" {
            (video.width, video.height) = (width / 2, height / 2);
        }
        Some(Self::Video(video, job.huge.then_some(HUGE)))
    }

    /// Its media type.
    pub fn media_type(&self) -> &'static str {
        match self {
            Self::Stored(_, media_type) => media_type,
            Self::Video(..) => "video/mp4",
            Self::Spritesheet(_) => "image/jpeg",
            Self::Preview(_, format) | Self::Still(_, _, _, format) => match format {
                Format::Png => "image/png",
                Format::Jpeg => "image/jpeg",
                Format::Webp => "image/webp",
                Format::Gif => "image/gif",
            },
        }
    }

    /// The file. A video takes a while.
    pub fn render(&self) -> VirtualFile {
        match self {
            Self::Stored(content, _) => content.clone().into(),
            Self::Video(video, Some(length)) => video.padded_to(*length),
            Self::Video(video, None) => whole(video.to_mp4()),
            Self::Preview(video, format) => {
                let (width, height) = small(video.width, video.height);
                match format {
                    Format::Gif => whole(video.to_gif(8, width, height)),
                    _ => encode(&video.still(0, width, height), *format),
                }
            }
            Self::Spritesheet(video) => {
                let (width, height) = small(video.width, video.height);
                encode(&video.spritesheet(5, 5, width, height), Format::Jpeg)
            }
            Self::Still(width, height, seed, format) => {
                encode(&Still::draw(*width, *height, *seed), *format)
            }
        }
    }
}

/// What of a request shows in the picture: its style, shots of a storyboard, and the watermark of the
/// file that carries one.
fn seed_of_look(job: &Job, file: &str) -> u64 {
    let asked = &job.asked.request;
    let styles = ["style", "style_id"].map(|name| asked[name].as_str());
    let shots = asked["storyboard"] == true
        || job.asked.model.split('-').any(|part| part == "storyboard")
        || job.asked.prompt.contains("Shot 1:");
    let looks = [
        styles[0].or(styles[1]),
        shots.then_some("storyboard"),
        (file == "watermark.mp4").then_some("watermark"),
    ];
    looks
        .into_iter()
        .flatten()
        .fold(0, |seed, look| seed ^ seed_from(look))
}

fn whole(file: Vec<u8>) -> VirtualFile {
    Bytes::from(file).into()
}

fn encode(still: &Still, format: Format) -> VirtualFile {
    whole(match format {
        Format::Png => still.to_png(),
        Format::Jpeg => still.to_jpeg(),
        Format::Webp => still.to_webp(),
        Format::Gif => still.to_gif(),
    })
}

/// The size of a preview with the same proportions.
fn small(width: u32, height: u32) -> (u32, u32) {
    let longer = width.max(height).max(1);
    let scale = |side: u32| (side * SMALL / longer).max(16);
    (scale(width), scale(height))
}
