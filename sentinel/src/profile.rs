//! The browser and app identity that requests carry.

mod check;
mod given;
mod hints;

use serde::{Deserialize, Serialize};

pub use check::ProfileError;
use hints::Hints;

/// A browser and app identity, which fills the headers and the proof of work's configuration
/// (`docs/wire/sora.md` §2.1, §2.2 and §12).
///
/// It is a plain value: take the default, draw one from the documented browsers and apps, or
/// write your own. One credential should keep one profile. In a browser, fill it from that browser.
///
/// A profile read from JSON may omit any fields, and may have no others. The client hints follow from the given
/// `user_agent`, the `languages` from the `language`; anything else has the default's value. The
/// client refuses fields that contradict each other.
///
/// ```
/// use sorakit_sentinel::Profile;
///
/// let profile = Profile { cores: 8, ..Profile::default() };
/// assert!(profile.user_agent.contains("Chrome/131"));
/// assert_eq!(profile.sec_ch_ua_platform, "\"Windows\"");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Profile {
    /// The desktop browser's `User-Agent`.
    pub user_agent: String,
    /// The Sora app's `User-Agent`.
    pub app_user_agent: String,
    /// `sec-ch-ua`: the browser's brands and major versions. Like the next two, empty for a
    /// browser that sends none.
    pub sec_ch_ua: String,
    /// `sec-ch-ua-mobile`: `?0` for a desktop browser, `?1` for a phone.
    pub sec_ch_ua_mobile: String,
    /// `sec-ch-ua-platform`: the platform's name, in double quotes.
    pub sec_ch_ua_platform: String,
    /// The first language, for instance `en-US`.
    pub language: String,
    /// All languages, separated by commas, for instance `en-US,en`.
    pub languages: String,
    /// The width of the screen, in pixels.
    pub screen: u32,
    /// The number of processor cores.
    pub cores: u32,
    /// The time zone, for the local time.
    pub timezone: Timezone,
    /// The limit of the JavaScript heap, in bytes.
    pub heap_limit: u64,
    /// The address of a script that the page has loaded.
    pub script_url: String,
    /// Properties of `navigator` with their values, joined by U+2212; one is chosen at random.
    pub navigator_keys: Vec<String>,
    /// Properties of `document`; one is chosen at random.
    pub document_keys: Vec<String>,
    /// Properties of `window`; one is chosen at random.
    pub window_keys: Vec<String>,
}

/// A time zone with a fixed offset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Timezone {
    /// The name as a browser writes it, for instance `Eastern Standard Time`.
    pub name: String,
    /// Minutes to add to UTC, for instance -300.
    pub offset_minutes: i32,
}

/// The desktop browsers of `docs/wire/sora.md` §12.1: the `User-Agent`, the major version of Chrome, and
/// the platform.
pub const DESKTOPS: [(&str, u32, &str); 7] = [
    (
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
        131,
        "Windows",
    ),
    (
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36",
        130,
        "Windows",
    ),
    (
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36",
        129,
        "Windows",
    ),
    (
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
        131,
        "macOS",
    ),
    (
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36",
        130,
        "macOS",
    ),
    (
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
        131,
        "Linux",
    ),
    (
        "Mozilla/5.0 (Windows NT 11.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
        131,
        "Windows",
    ),
];

/// The app's `User-Agent`s of `docs/wire/sora.md` §12.2.
pub const APPS: [&str; 7] = [
    "Sora/1.2026.007 (Android 15; 24122RKC7C; build 2600700)",
    "Sora/1.2026.007 (Android 14; SM-G998B; build 2600700)",
    "Sora/1.2026.007 (Android 15; Pixel 8 Pro; build 2600700)",
    "Sora/1.2026.007 (Android 14; Pixel 7; build 2600700)",
    "Sora/1.2026.007 (Android 15; 2211133C; build 2600700)",
    "Sora/1.2026.007 (Android 14; SM-S918B; build 2600700)",
    "Sora/1.2026.007 (Android 15; OnePlus 12; build 2600700)",
];

/// The screen widths of `docs/wire/sora.md` §2.2.
pub const SCREENS: [u32; 8] = [1266, 1536, 1920, 2560, 3000, 3072, 3120, 3840];

/// The numbers of cores of `docs/wire/sora.md` §2.2.
pub const CORES: [u32; 6] = [4, 8, 12, 16, 24, 32];

/// The languages of `docs/wire/sora.md` §2.2: the first one, all of them, and a time zone where
/// the first is spoken, with its offset from UTC in minutes.
pub const LANGUAGES: [(&str, &str, &str, i32); 4] = [
    ("en-US", "en-US,en", "Eastern Standard Time", -300),
    ("zh-CN", "zh-CN,zh", "China Standard Time", 480),
    ("ja-JP", "ja-JP,ja,en", "Japan Standard Time", 540),
    ("ko-KR", "ko-KR,ko,en", "Korean Standard Time", 540),
];

const SCRIPT_URL: &str = "https://cdn.oaistatic.com/_next/static/cXh69klOLzS0Gy2joLDRS/_ssgManifest.js?dpl=453ebaec0d44c2decab71692e1bfe39be35a24b3";
const NAVIGATOR_KEYS: [&str; 6] = [
    "vendor\u{2212}Google Inc.",
    "webdriver\u{2212}false",
    "storage\u{2212}[object StorageManager]",
    "cookieEnabled\u{2212}true",
    "onLine\u{2212}true",
    "pdfViewerEnabled\u{2212}true",
];
const DOCUMENT_KEYS: [&str; 2] = ["location", "_reactListeningo743lnnpvdg"];
const WINDOW_KEYS: [&str; 6] = [
    "window",
    "location",
    "innerHeight",
    "requestAnimationFrame",
    "document",
    "0",
];

impl Profile {
    /// A profile assembled from the documented pools. The same bytes give the same profile.
    pub fn from_random(bytes: &[u8; 16]) -> Self {
        let index = |at: usize, length: usize| {
            usize::from(u16::from_le_bytes([bytes[2 * at], bytes[2 * at + 1]])) % length
        };
        Self::preset(
            DESKTOPS[index(0, DESKTOPS.len())],
            APPS[index(1, APPS.len())],
            LANGUAGES[index(2, LANGUAGES.len())],
            SCREENS[index(3, SCREENS.len())],
            CORES[index(4, CORES.len())],
        )
    }

    fn preset(
        (user_agent, ..): (&str, u32, &str),
        app_user_agent: &str,
        (language, languages, timezone, offset_minutes): (&str, &str, &str, i32),
        screen: u32,
        cores: u32,
    ) -> Self {
        let owned = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect();
        let hints = Hints::of(user_agent).expect("the documented browsers are Chrome");
        Self {
            user_agent: user_agent.into(),
            app_user_agent: app_user_agent.into(),
            sec_ch_ua: hints.brands(),
            sec_ch_ua_mobile: hints.mobile.into(),
            sec_ch_ua_platform: hints.quoted_platform(),
            language: language.into(),
            languages: languages.into(),
            screen,
            cores,
            timezone: Timezone {
                name: timezone.into(),
                offset_minutes,
            },
            heap_limit: 4_294_705_152,
            script_url: SCRIPT_URL.into(),
            navigator_keys: owned(&NAVIGATOR_KEYS),
            document_keys: owned(&DOCUMENT_KEYS),
            window_keys: owned(&WINDOW_KEYS),
        }
    }
}

impl Default for Profile {
    /// Chrome 131 on Windows, in American English, on a 1920 pixel screen with 8 cores.
    fn default() -> Self {
        Self::preset(DESKTOPS[0], APPS[0], LANGUAGES[0], 1920, 8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_agrees_with_itself() {
        for (user_agent, version, platform) in DESKTOPS {
            assert!(user_agent.contains(&format!("Chrome/{version}.")));
            let system = match platform {
                "Windows" => "(Windows NT",
                "macOS" => "(Macintosh;",
                _ => "(X11; Linux",
            };
            assert!(user_agent.contains(system), "{platform}: {user_agent}");
        }
        for (language, languages, ..) in LANGUAGES {
            assert_eq!(languages.split(',').next(), Some(language));
        }
    }

    #[test]
    fn the_same_bytes_give_the_same_profile() {
        let profile = Profile::from_random(&[3; 16]);
        assert_eq!(profile, Profile::from_random(&[3; 16]));
        assert_ne!(profile, Profile::from_random(&[4; 16]));
        let version = profile.user_agent.split("Chrome/").nth(1).unwrap();
        let version = version.split('.').next().unwrap();
        assert!(
            profile
                .sec_ch_ua
                .contains(&format!("\"Google Chrome\";v=\"{version}\""))
        );
    }

    #[test]
    fn what_follows_from_a_given_field_agrees_with_it() {
        let read = |text: &str| serde_json::from_str::<Profile>(text).unwrap();
        let (linux, ..) = DESKTOPS[5];
        let profile = read(&format!(
            r#"{{"user_agent": "{linux}", "language": "zh-CN"}}"#
        ));
        assert_eq!(profile.sec_ch_ua_platform, "\"Linux\"");
        assert_eq!(profile.languages, "zh-CN,zh");
        assert_eq!(read(r#"{"languages": "fr-FR,fr"}"#).language, "fr-FR");
        let own = read(r#"{"sec_ch_ua_platform": "\"Other\"", "user_agent": "Mine/1.0"}"#);
        assert_eq!(own.sec_ch_ua_platform, "\"Other\"");
        assert_eq!(own.sec_ch_ua, "");
    }

    #[test]
    fn a_partial_profile_is_completed_with_the_default() {
        let profile: Profile = serde_json::from_str(r#"{"screen": 2560}"#).unwrap();
        assert_eq!(
            profile,
            Profile {
                screen: 2560,
                ..Profile::default()
            }
        );
    }
}
