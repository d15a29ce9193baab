//! Reading media that other programs made, and bytes that nobody should have made.
//!
//! The files in `media/` come from ffmpeg's test pattern: a second of 64x48 video at 30 frames a
//! second (its sound is a sine), and 65x47 stills.

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::time::Duration;

use proptest::prelude::*;
use sorakit::media::{ImageInfo, MediaError, MediaType, NotMedia, VideoInfo, check_whole};

const FILES: [&str; 12] = [
    "faststart.mp4",
    "moov_at_end_with_audio.mp4",
    "fragmented_with_audio.mp4",
    "rotated.mp4",
    "quicktime.mov",
    "short.webm",
    "still.png",
    "still.jpg",
    "still.gif",
    "lossy.webp",
    "lossless.webp",
    "animated.webp",
];

fn file(name: &str) -> Vec<u8> {
    fs::read(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/media")
            .join(name),
    )
    .unwrap()
}

fn video(bytes: impl AsRef<[u8]>) -> Result<VideoInfo, MediaError> {
    VideoInfo::read(Cursor::new(bytes))
}

fn image(bytes: impl AsRef<[u8]>) -> Result<ImageInfo, MediaError> {
    ImageInfo::read(Cursor::new(bytes))
}

#[test]
fn every_type_is_recognised_by_content() {
    for name in FILES {
        let found = MediaType::sniff(&file(name)).unwrap();
        assert!(
            name.ends_with(found.extension()),
            "{name} was taken for {found}"
        );
        assert!(
            found
                .mime()
                .starts_with(if found.is_video() { "video/" } else { "image/" })
        );
    }
}

#[test]
fn a_video_is_read_wherever_its_index_stands() {
    let silent = VideoInfo {
        width: 64,
        height: 48,
        duration: Duration::from_secs(1),
        frames: Some(30),
        has_audio: false,
    };
    assert_eq!(video(file("faststart.mp4")).unwrap(), silent);
    assert_eq!(
        video(file("moov_at_end_with_audio.mp4")).unwrap(),
        VideoInfo {
            has_audio: true,
            ..silent
        }
    );
    assert_eq!(
        video(file("rotated.mp4")).unwrap(),
        VideoInfo {
            width: 48,
            height: 64,
            ..silent
        }
    );
    let fragmented = video(file("fragmented_with_audio.mp4")).unwrap();
    assert_eq!((fragmented.frames, fragmented.has_audio), (Some(30), true));
    // The sound outlasts the picture by the rest of its last block.
    let tail = fragmented
        .duration
        .checked_sub(Duration::from_secs(1))
        .unwrap();
    assert!(tail < Duration::from_millis(100), "{fragmented:?}");
}

#[test]
fn a_64_bit_box_is_read() {
    let bytes = file("faststart.mp4");
    let (before, mdat) = bytes.split_at(bytes.windows(4).position(|w| w == b"mdat").unwrap() - 4);
    let size = mdat.len() as u64 + 8;
    let wide = [
        before,
        &1_u32.to_be_bytes(),
        b"mdat",
        &size.to_be_bytes(),
        &mdat[8..],
    ]
    .concat();
    assert_eq!(video(wide).unwrap(), video(bytes).unwrap());
}

#[test]
fn images_are_measured() {
    for name in [
        "still.png",
        "still.jpg",
        "still.gif",
        "lossy.webp",
        "lossless.webp",
        "animated.webp",
    ] {
        let info = image(file(name)).unwrap();
        assert_eq!((info.width, info.height), (65, 47), "{name}");
        assert_eq!(Some(info.media_type), MediaType::sniff(&file(name)));
    }
}

#[test]
fn a_download_cut_short_is_told_from_a_damaged_file() {
    let whole = file("faststart.mp4");
    let cut = &whole[..whole.len() - 1];
    match video(cut).unwrap_err() {
        MediaError::Truncated { needed, actual } => {
            assert_eq!((needed, actual), (whole.len() as u64, cut.len() as u64));
        }
        other => panic!("{other}"),
    }
    let without_index = [&b"\0\0\0\x10ftypisom\0\0\0\0"[..], b"\0\0\0\x08mdat"].concat();
    assert!(matches!(
        video(without_index),
        Err(MediaError::Incomplete(_))
    ));
    assert!(matches!(
        image(&file("still.png")[..20]),
        Err(MediaError::Truncated { actual: 20, .. })
    ));
}

#[test]
fn no_beginning_of_a_file_passes_for_the_whole() {
    for name in ["faststart.mp4", "moov_at_end_with_audio.mp4"] {
        let whole = file(name);
        for len in 0..whole.len() {
            assert!(video(&whole[..len]).is_err(), "{name} cut to {len} bytes");
        }
    }
}

#[test]
fn no_beginning_of_any_kind_is_whole() {
    // Cut between two fragments, a file is a shorter film and says no more.
    let fragmented = file("fragmented_with_audio.mp4");
    let fragments: Vec<usize> = (4..fragmented.len())
        .filter(|at| {
            [b"moof", b"mfra"]
                .iter()
                .any(|kind| fragmented[*at..].starts_with(*kind))
        })
        .map(|at| at - 4)
        .collect();
    for name in FILES {
        let whole = file(name);
        check_whole(Cursor::new(&whole)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let step = (whole.len() / 400).max(1);
        for len in (0..whole.len() - 8).step_by(step).chain([whole.len() - 9]) {
            let passes = check_whole(Cursor::new(&whole[..len])).is_ok();
            let at_fragment = name == "fragmented_with_audio.mp4"
                && fragments
                    .iter()
                    .skip(1)
                    .any(|at| (*at..at + 8).contains(&len));
            assert!(!passes || at_fragment, "{name} cut to {len} bytes");
        }
    }
}

#[test]
fn media_data_without_a_stated_size_shows_a_cut_too() {
    let whole = file("faststart.mp4");
    let mdat = whole.windows(4).position(|w| w == b"mdat").unwrap() - 4;
    let open = [&whole[..mdat], &[0; 4], &whole[mdat + 4..]].concat();
    assert_eq!(video(&open).unwrap(), video(&whole).unwrap());
    for len in [mdat + 8, mdat + 100, open.len() - 100] {
        let cut = check_whole(Cursor::new(&open[..len]));
        assert!(
            matches!(cut, Err(MediaError::Truncated { .. })),
            "{len}: {cut:?}"
        );
    }
}

#[test]
fn an_index_alone_or_media_data_alone_is_no_video() {
    let whole = file("faststart.mp4");
    let mdat = whole.windows(4).position(|w| w == b"mdat").unwrap() - 4;
    let moov = whole.windows(4).position(|w| w == b"moov").unwrap() - 4;
    let without_index = [&whole[..moov], &whole[mdat..]].concat();
    let incomplete = |bytes: &[u8]| match check_whole(Cursor::new(bytes)) {
        Err(error @ MediaError::Incomplete(_)) => error.to_string(),
        other => panic!("{other:?}"),
    };
    assert!(incomplete(&without_index).contains("moov"));
    assert!(incomplete(&whole[..mdat]).contains("mdat"));
}

#[test]
fn errors_say_what_the_file_is() {
    let error = video(br#"{"detail":"Video expired"}"#).unwrap_err();
    assert!(matches!(error, MediaError::NotMedia(NotMedia::Json)));
    assert!(error.to_string().contains("JSON"), "{error}");
    assert!(matches!(
        video(""),
        Err(MediaError::NotMedia(NotMedia::Empty))
    ));
    assert!(matches!(
        image("<html>"),
        Err(MediaError::NotMedia(NotMedia::Html))
    ));
    assert!(matches!(
        video(file("short.webm")),
        Err(MediaError::Unsupported(MediaType::WebM))
    ));
    assert!(matches!(
        video(file("still.png")),
        Err(MediaError::Unsupported(MediaType::Png))
    ));
    assert!(matches!(
        image(file("faststart.mp4")),
        Err(MediaError::Unsupported(MediaType::Mp4))
    ));
}

#[test]
fn an_endless_list_of_boxes_ends_in_an_error() {
    let mut bytes = file("faststart.mp4");
    bytes.extend(b"\0\0\0\x08free".repeat(300_000));
    assert!(matches!(
        video(bytes),
        Err(MediaError::Malformed("too many boxes"))
    ));
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let _ = (MediaType::sniff(&bytes), NotMedia::sniff(&bytes), video(&bytes), image(&bytes));
    }

    #[test]
    fn any_damage_is_read_without_panic(
        name in prop::sample::select(&FILES[..]),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = file(name);
        for (at, value) in damage {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        let _ = (video(&bytes), image(&bytes), video(&bytes[..cut.index(bytes.len())]));
        let _ = check_whole(Cursor::new(&bytes));
    }
}
