//! Sizes and time ranges as text.

use crate::engine::refusal::Refusal;
use crate::media::Video;

/// Width and height of `text`, such as `1280x720`; the simulator's videos have
/// sides of 16 to 4096 pixels.
pub fn size(name: &str, text: &str) -> Result<(u32, u32), Refusal> {
    let drawn = |side: &u32| Video::SIDE.contains(side);
    let sides = proportions(name, text).ok();
    let sides = sides.filter(|(width, height)| drawn(width) && drawn(height));
    sides.ok_or_else(|| {
        let message = format!(
            "`{name}` is \"{text}\"; accepted: WIDTHxHEIGHT with sides of {} to {} pixels, as in 1280x720.",
            Video::SIDE.start(),
            Video::SIDE.end()
        );
        Refusal::wrong_value(name, message)
    })
}

/// Width and height of `text` where only their proportions count, such as `9x16`.
pub fn proportions(name: &str, text: &str) -> Result<(u32, u32), Refusal> {
    let side = |side: &str| side.parse().ok().filter(|side| *side > 0);
    let sides = text
        .split_once('x')
        .and_then(|(width, height)| Some((side(width)?, side(height)?)));
    sides.ok_or_else(|| {
        let message = format!("`{name}` is \"{text}\"; accepted: WIDTHxHEIGHT, as in 1280x720.");
        Refusal::wrong_value(name, message)
    })
}

/// Start and end of `text`, such as `0,3`: at least `shortest` and at most
/// three seconds apart (`docs/wire/mirror.md` §6).
pub fn time_range(name: &str, text: &str, shortest: f64) -> Result<(f64, f64), Refusal> {
    let time = |time: &str| {
        time.trim()
            .parse::<f64>()
            .ok()
            .filter(|time| time.is_finite())
    };
    let range = text
        .split_once(',')
        .and_then(|(start, end)| Some((time(start)?, time(end)?)));
    range
        .filter(|(start, end)| *start >= 0.0 && (shortest..=3.0).contains(&(end - start)))
        .ok_or_else(|| {
            let message = format!(
                "`{name}` is \"{text}\"; accepted: \"start,end\" in seconds, {shortest} to 3 apart, as in \"0,3\"."
            );
            Refusal::wrong_value(name, message)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_ranges_are_read_strictly() {
        assert_eq!(size("size", "1280x720").unwrap(), (1280, 720));
        assert_eq!(proportions("size", "9x16").unwrap(), (9, 16));
        for bad in ["", "1280", "1280*720", "0x720", "1280x", "99999x720"] {
            assert!(size("size", bad).is_err(), "{bad}");
        }
        assert_eq!(time_range("timestamps", "1,3", 1.0).unwrap(), (1.0, 3.0));
        for bad in ["0,0.5", "0,4", "3,1", "0", "a,b", "-1,1"] {
            assert!(time_range("timestamps", bad, 1.0).is_err(), "{bad}");
        }
    }
}
