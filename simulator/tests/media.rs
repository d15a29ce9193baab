//! The media that the simulator makes, read back by sorakit's own reader and, where it is
//! installed, by ffmpeg.

use std::io::{Cursor, ErrorKind, Read, Result, Seek, SeekFrom, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

use sorakit::media::{ImageInfo, MediaType, VideoInfo};
use sorakit_simulator::media::{Still, Video, VirtualFile, seed_from};

const SIZES: [(u32, u32); 8] = [
    (16, 16),
    (17, 31),
    (480, 480),
    (720, 1280),
    (1280, 720),
    (1792, 1024),
    (1919, 1079),
    (1920, 1920),
];

fn video(width: u32, height: u32, frames: u32) -> Video {
    let seed = seed_from("a cat plays the piano");
    Video {
        width,
        height,
        frames,
        fps: 30,
        seed,
    }
}

/// Has ffmpeg decode a file to raw pixels, strictly. `None` where there is no ffmpeg.
fn decode(file: Vec<u8>, pixels: &str) -> Option<Vec<u8>> {
    let started = Command::new("ffmpeg")
        .args(["-v", "error", "-err_detect", "explode", "-i", "pipe:0"])
        .args([
            "-fps_mode",
            "passthrough",
            "-f",
            "rawvideo",
            "-pix_fmt",
            pixels,
            "pipe:1",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut ffmpeg = match started {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            eprintln!("ffmpeg is not installed: not decoded");
            return None;
        }
        started => started.unwrap(),
    };
    let mut stdin = ffmpeg.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        // ffmpeg may stop reading before a file's padding ends.
        let _ = stdin.write_all(&file);
    });
    let output = ffmpeg.wait_with_output().unwrap();
    writer.join().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
    Some(output.stdout)
}

#[test]
fn videos_have_the_size_and_length_that_were_asked_for() {
    for (width, height) in SIZES {
        for frames in [1, 29, 300] {
            let file = video(width, height, frames).to_mp4();
            assert_eq!(MediaType::sniff(&file), Some(MediaType::Mp4));
            assert_eq!(
                VideoInfo::read(Cursor::new(file)).unwrap(),
                VideoInfo {
                    width,
                    height,
                    duration: Duration::from_nanos(u64::from(frames) * 1_000_000_000 / 30),
                    frames: Some(frames.into()),
                    has_audio: false,
                }
            );
        }
    }
}

#[test]
fn videos_decode_without_a_complaint() {
    for (width, height) in SIZES {
        let frames = if width * height > 1 << 20 { 31 } else { 62 };
        let coded = width.next_multiple_of(2) * height.next_multiple_of(2);
        if let Some(pixels) = decode(video(width, height, frames).to_mp4(), "gray") {
            assert_eq!(pixels.len(), (coded * frames) as usize, "{width}x{height}");
        }
    }
}

#[test]
fn every_frame_differs_from_the_one_before() {
    if let Some(pixels) = decode(video(320, 180, 150).to_mp4(), "yuv420p") {
        let frames: Vec<_> = pixels.chunks_exact(320 * 180 * 3 / 2).collect();
        assert_eq!(frames.len(), 150);
        assert!(frames.windows(2).all(|pair| pair[0] != pair[1]));
    }
}

#[test]
fn a_thumbnail_shows_what_the_video_shows() {
    for seed in 0..10 {
        let video = Video {
            seed,
            ..video(320, 176, 40)
        };
        let Some(pixels) = decode(video.to_mp4(), "rgb24") else {
            return;
        };
        let decoded = &pixels[33 * 320 * 176 * 3..];
        let still = video.still(33, 320, 176);
        // The middle of each tile, which no smoothing of edges reaches.
        for tile in 0..20 * 11 {
            let (column, row) = (tile % 20, tile / 20);
            let at = ((row * 16 + 8) * 320 + column * 16 + 8) * 3;
            for (a, b) in decoded[at..at + 3].iter().zip(&still.rgb()[at..at + 3]) {
                assert!(a.abs_diff(*b) <= 4, "tile {column},{row}: {a} and {b}");
            }
        }
    }
}

#[test]
fn the_seed_decides_and_nothing_else() {
    let (a, b) = (video(320, 180, 30), video(320, 180, 30));
    let other = Video {
        seed: seed_from("a dog plays the piano"),
        ..a
    };
    assert_eq!(a.to_mp4(), b.to_mp4());
    assert_ne!(a.to_mp4(), other.to_mp4());
    assert_ne!(a.still(0, 64, 36), other.still(0, 64, 36));
    assert_ne!(Still::draw(64, 64, 1), Still::draw(64, 64, 2));
}

#[test]
fn stills_come_in_every_format() {
    for (width, height) in [(1, 1), (17, 31), (360, 640), (1792, 1024)] {
        let still = Still::draw(width, height, 7);
        for (file, media_type, lossless) in [
            (still.to_png(), MediaType::Png, true),
            (still.to_webp(), MediaType::WebP, true),
            (still.to_jpeg(), MediaType::Jpeg, false),
            (still.to_gif(), MediaType::Gif, false),
        ] {
            let info = ImageInfo::read(Cursor::new(&file)).unwrap();
            assert_eq!(
                info,
                ImageInfo {
                    media_type,
                    width,
                    height
                }
            );
            if let Some(pixels) = decode(file, "rgb24") {
                assert_eq!(pixels.len(), still.rgb().len(), "{media_type}");
                assert!(!lossless || pixels == still.rgb(), "{media_type} differs");
            }
        }
    }
}

#[test]
fn a_sheet_and_a_gif_run_through_the_film() {
    let video = video(1280, 720, 300);
    let sheet = video.spritesheet(5, 4, 64, 36);
    assert_eq!((sheet.width(), sheet.height()), (320, 144));
    let lines = sheet.rgb().chunks_exact(320 * 3).skip(3 * 36);
    let last_cell: Vec<u8> = lines
        .flat_map(|line| &line[4 * 64 * 3..])
        .copied()
        .collect();
    assert_eq!(last_cell, video.still(285, 64, 36).rgb());

    let gif = video.to_gif(20, 64, 36);
    let info = ImageInfo::read(Cursor::new(&gif)).unwrap();
    assert_eq!((info.width, info.height), (64, 36));
    if let Some(pixels) = decode(gif, "rgb24") {
        assert_eq!(pixels.len(), 20 * 64 * 36 * 3);
    }
}

#[test]
fn a_padded_video_is_as_long_as_asked_and_still_a_video() {
    let large = video(1280, 720, 300);
    let plain = large.to_mp4().len() as u64;
    for len in [
        plain + 8,
        plain + 9,
        10_000_000,
        1 << 30,
        (4 << 30) + 7,
        1 << 40,
    ] {
        let file = large.padded_to(len);
        assert_eq!(file.len(), len);
        let info = VideoInfo::read(Reader { file, at: 0 }).unwrap();
        assert_eq!((info.width, info.frames), (1280, Some(300)));
    }
    assert_eq!(large.padded_to(0).len(), plain + 8);

    let small = video(64, 64, 9).padded_to(50_000);
    if let Some(pixels) = decode(small.read_at(0..50_000).to_vec(), "gray") {
        assert_eq!(pixels.len(), 9 * 64 * 64);
    }
}

#[test]
fn any_way_of_reading_a_virtual_file_gives_the_same_bytes() {
    let file = video(64, 64, 30).padded_to(100_003);
    let whole = file.read_at(0..u64::MAX);
    assert_eq!(whole.len(), 100_003);
    for size in [1, 7, 4096, 1 << 20] {
        let pieces: Vec<_> = file.chunks(0..u64::MAX, size).collect();
        assert!(pieces.iter().all(|piece| piece.len() <= size));
        assert_eq!(pieces.concat(), whole);
    }
    for start in (0..100_003).step_by(997) {
        let end = (start + 1501).min(100_003);
        assert_eq!(file.read_at(start as u64..end as u64), whole[start..end]);
    }
    assert!(file.read_at(200_000..300_000).is_empty());
    assert_eq!(file.chunks(200_000..300_000, 10).count(), 0);
    // A range put in a wrong place is noticed: no two stretches are alike.
    assert_ne!(whole[50_000..51_000], whole[60_000..61_000]);
}

#[test]
#[should_panic(expected = "a video's width is 8, outside 16..=4096")]
fn a_number_out_of_range_is_named() {
    video(8, 720, 300).to_mp4();
}

/// Reads a virtual file as a file on disk is read.
struct Reader {
    file: VirtualFile,
    at: u64,
}

impl Read for Reader {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let piece = self.file.read_at(self.at..self.at + buffer.len() as u64);
        buffer[..piece.len()].copy_from_slice(&piece);
        self.at += piece.len() as u64;
        Ok(piece.len())
    }
}

impl Seek for Reader {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(by) => self.file.len().strict_add_signed(by),
            SeekFrom::Current(by) => self.at.strict_add_signed(by),
        };
        Ok(self.at)
    }
}
