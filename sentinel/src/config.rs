//! The array that is hashed with a challenge's seed.

use std::{error::Error, fmt};

use serde::{Deserialize, Serialize};
use serde_json::{Number, Value};

use crate::profile::Profile;

/// The number of elements of a configuration.
pub(super) const ELEMENTS: usize = 18;
/// The element that counts candidates, `i`.
pub(super) const COUNTER: usize = 3;
/// The element that holds `i >> 1`.
pub(super) const HALF_COUNTER: usize = 9;

/// The configuration: 18 values that describe the browser (`docs/wire/sora.md` §2.2).
///
/// | element | type | what it is |
/// |---|---|---|
/// | 0 | integer | width of the screen, in pixels |
/// | 1 | string | local time, as a browser writes it |
/// | 2 | integer | limit of the JavaScript heap, in bytes |
/// | 3 | integer | the counter, put in by the search |
/// | 4 | string | `User-Agent` |
/// | 5 | string | address of a script that the page has loaded |
/// | 6 | null | reserved; some programs send a text |
/// | 7 | string | first language |
/// | 8 | string | all languages, separated by commas |
/// | 9 | integer | half of the counter, put in by the search |
/// | 10 | string | a property of `navigator`, with its value |
/// | 11 | string | a property of `document` |
/// | 12 | string | a property of `window` |
/// | 13 | float | milliseconds since the page was opened |
/// | 14 | string | UUID |
/// | 15 | string | empty |
/// | 16 | integer | number of processor cores |
/// | 17 | float | when the page was opened, in milliseconds since 1970 |
///
/// It is written as the JSON array that is hashed, and read from one of any 18 values, since
/// nothing checks their types. [`Config::new`] fills it from a [`Profile`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Value>", into = "Vec<Value>")]
pub struct Config([Value; ELEMENTS]);

impl Config {
    /// The configuration of a profile at a moment.
    ///
    /// `now` is the time in milliseconds since 1970, and `random` are random bytes. The same
    /// arguments give the same configuration.
    pub fn new(profile: &Profile, now: u64, random: &[u8; 32]) -> Self {
        let number = |at: usize| u32::from_le_bytes([0, 1, 2, 3].map(|i| random[at + i]));
        let one_of = |keys: &[String], at: usize| match keys.len() {
            0 => String::new(),
            length => keys[number(at) as usize % length].clone(),
        };
        // Between one second and 100 seconds, in tenths of a millisecond.
        let open_for = f64::from(10_000 + number(12) % 990_000) / 10.0;
        let opened = now as f64 - open_for;
        Self([
            profile.screen.into(),
            local_time(now, profile).into(),
            profile.heap_limit.into(),
            0.into(),
            profile.user_agent.as_str().into(),
            profile.script_url.as_str().into(),
            Value::Null,
            profile.language.as_str().into(),
            profile.languages.as_str().into(),
            0.into(),
            one_of(&profile.navigator_keys, 0).into(),
            one_of(&profile.document_keys, 4).into(),
            one_of(&profile.window_keys, 8).into(),
            decimal(open_for),
            uuid(random[16..].try_into().expect("sixteen bytes")).into(),
            "".into(),
            profile.cores.into(),
            decimal(opened),
        ])
    }

    /// A configuration of any 18 values. The counters at 3 and 9 are ignored.
    pub fn from_elements(elements: [Value; ELEMENTS]) -> Self {
        Self(elements)
    }

    /// The values.
    pub fn elements(&self) -> &[Value; ELEMENTS] {
        &self.0
    }

    /// The configuration as it is hashed: compact JSON, with no unnecessary escapes.
    pub fn to_json(&self) -> String {
        serde_json::to_string(&self.0).expect("values are JSON")
    }

    /// The values, with the counters of a nonce's candidate.
    pub fn with_nonce(mut self, nonce: u64) -> Self {
        self.0[COUNTER] = nonce.into();
        self.0[HALF_COUNTER] = (nonce >> 1).into();
        self
    }
}

impl From<Config> for Vec<Value> {
    fn from(config: Config) -> Self {
        config.0.into()
    }
}

impl TryFrom<Vec<Value>> for Config {
    type Error = ConfigError;

    fn try_from(elements: Vec<Value>) -> Result<Self, ConfigError> {
        let length = elements.len();
        elements
            .try_into()
            .map(Self)
            .map_err(|_| ConfigError::Length { length })
    }
}

/// The reason why a text or a list is not a [`Config`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigError {
    /// It is not a JSON array.
    NotAnArray,
    /// There is white space between the elements.
    NotCompact,
    /// It does not have 18 elements.
    Length {
        /// The number of elements.
        length: usize,
    },
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the configuration must be a compact JSON array of {ELEMENTS} elements, but it "
        )?;
        match self {
            Self::NotAnArray => f.write_str("is not an array"),
            Self::NotCompact => f.write_str("has white space between its elements"),
            Self::Length { length } => write!(f, "has {length}"),
        }
    }
}

impl Error for ConfigError {}

/// Tenths of milliseconds, as JavaScript writes them: without a fraction if it is zero.
fn decimal(value: f64) -> Value {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded.fract() == 0.0 {
        return (rounded as u64).into();
    }
    Number::from_f64(rounded).map_or(Value::Null, Value::Number)
}

/// A random UUID (version 4), from random bytes.
fn uuid(mut bytes: [u8; 16]) -> String {
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = bytes.map(|byte| format!("{byte:02x}")).concat();
    [
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..],
    ]
    .join("-")
}

/// The local time as `Date.toString` writes it, for instance
/// `Thu Jan 15 2026 08:07:31 GMT-0500 (Eastern Standard Time)`.
fn local_time(now: u64, profile: &Profile) -> String {
    let offset = profile.timezone.offset_minutes;
    let seconds = (now / 1000) as i64 + i64::from(offset) * 60;
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = date(days);
    let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][days.rem_euclid(7) as usize];
    let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let sign = if offset < 0 { '-' } else { '+' };
    let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
    format!(
        "{weekday} {} {day:02} {year} {:02}:{:02}:{:02} GMT{sign}{hours:02}{minutes:02} ({})",
        months[month as usize],
        second / 3600,
        second / 60 % 60,
        second % 60,
        profile.timezone.name,
    )
}

/// Year, month from 0 and day from 1 of a number of days since 1970-01-01.
///
/// Counts in years that begin in March, so that a leap day is the last of its year.
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468; // from 0000-03-01
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = (month + 2) % 12;
    (era * 400 + year + i64::from(month < 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Timezone;

    #[test]
    fn the_local_time_is_that_of_a_browser() {
        let profile = Profile::default();
        assert_eq!(
            local_time(1_768_482_451_999, &profile),
            "Thu Jan 15 2026 08:07:31 GMT-0500 (Eastern Standard Time)"
        );
        let timezone = Timezone {
            name: "India Standard Time".into(),
            offset_minutes: 330,
        };
        let profile = Profile {
            timezone,
            ..profile
        };
        assert_eq!(
            local_time(951_762_600_000, &profile),
            "Tue Feb 29 2000 00:00:00 GMT+0530 (India Standard Time)"
        );
    }

    #[test]
    fn a_configuration_has_the_documented_types() {
        let profile = Profile::default();
        let config = Config::new(&profile, 1_768_500_636_944, &[0xa5; 32]);
        let [screen, time, heap, _, agent, .., cores, origin] = config.elements();
        assert_eq!((screen, cores), (&1920.into(), &8.into()));
        assert!(
            time.as_str()
                .unwrap()
                .ends_with("GMT-0500 (Eastern Standard Time)")
        );
        assert_eq!(heap, 4_294_705_152u64);
        assert_eq!(agent, &profile.user_agent);
        let open_for = config.elements()[13].as_f64().unwrap();
        assert!((1_000.0..100_000.0).contains(&open_for));
        assert!((origin.as_f64().unwrap() + open_for - 1_768_500_636_944.0).abs() < 0.001);
        assert_eq!(
            config.elements()[14],
            "a5a5a5a5-a5a5-45a5-a5a5-a5a5a5a5a5a5"
        );
        assert_eq!(
            config,
            Config::new(&profile, 1_768_500_636_944, &[0xa5; 32])
        );
    }

    #[test]
    fn another_number_of_elements_is_refused() {
        let error = serde_json::from_str::<Config>("[1,2,3]").unwrap_err();
        assert!(
            error.to_string().contains("18 elements, but it has 3"),
            "{error}"
        );
    }
}
