//! The client hints of a browser, which must agree with its `User-Agent`.

/// The client hints of a Chromium-based browser. Others send none.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Hints {
    /// The major version, as in `sec-ch-ua`.
    pub version: String,
    /// The product's name next to `Chromium`.
    pub brand: Option<&'static str>,
    /// `sec-ch-ua-mobile`.
    pub mobile: &'static str,
    /// `sec-ch-ua-platform`, without its quotes.
    pub platform: Option<&'static str>,
}

/// Parts of a `User-Agent` that identify the platform; the first match counts.
const PLATFORMS: [(&str, &str); 5] = [
    ("Windows NT", "Windows"),
    ("Android", "Android"),
    ("CrOS", "Chrome OS"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
];

/// Chromium-based products other than Chrome, by their part of a `User-Agent`.
const BRANDS: [(&str, &str); 3] = [
    ("Edg/", "Microsoft Edge"),
    ("OPR/", "Opera"),
    ("HeadlessChrome/", "HeadlessChrome"),
];

impl Hints {
    /// The hints that match a `User-Agent`; `None` if it is not a Chromium-based browser's.
    pub fn of(user_agent: &str) -> Option<Self> {
        let (_, version) = user_agent.split_once("Chrome/")?;
        let digits = version.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return None;
        }
        let other = BRANDS.iter().find(|(part, _)| user_agent.contains(part));
        let platform = PLATFORMS.iter().find(|(part, _)| user_agent.contains(part));
        Some(Self {
            version: version[..digits].to_owned(),
            brand: Some(other.map_or("Google Chrome", |(_, name)| *name)),
            mobile: match user_agent.contains("Mobile") {
                true => "?1",
                false => "?0",
            },
            platform: platform.map(|(_, name)| *name),
        })
    }

    /// `sec-ch-ua`.
    pub fn brands(&self) -> String {
        let version = &self.version;
        let mut brands = format!(r#""Not(A:Brand";v="8", "Chromium";v="{version}""#);
        if let Some(brand) = self.brand {
            brands.push_str(&format!(r#", "{brand}";v="{version}""#));
        }
        brands
    }

    /// `sec-ch-ua-platform`.
    pub fn quoted_platform(&self) -> String {
        self.platform
            .map_or_else(String::new, |platform| format!("\"{platform}\""))
    }
}

/// True if a `User-Agent` belongs to a browser that sends no client hints.
pub(super) fn has_none(user_agent: &str) -> bool {
    let known = ["Firefox/", "Safari/"];
    known.iter().any(|part| user_agent.contains(part)) && Hints::of(user_agent).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_agent_tells_version_brand_and_platform() {
        for (user_agent, expected) in [
            (
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
                ("120", "Google Chrome", "?0", "\"Chrome OS\""),
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
                ("131", "Google Chrome", "?1", "\"Android\""),
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0",
                ("130", "Microsoft Edge", "?0", "\"Windows\""),
            ),
        ] {
            let hints = Hints::of(user_agent).unwrap();
            let (version, brand, mobile, platform) = expected;
            assert_eq!((&*hints.version, hints.mobile), (version, mobile));
            assert_eq!(hints.quoted_platform(), platform);
            assert!(
                hints
                    .brands()
                    .ends_with(&format!("\"{brand}\";v=\"{version}\""))
            );
        }
        for other in [
            "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15",
            "Chrome/",
            "",
        ] {
            assert_eq!(Hints::of(other), None, "{other}");
        }
    }
}
