//! A partly given profile: the rest follows from the given part, or comes from the default.

use serde::{Deserialize, Deserializer};

use super::{LANGUAGES, Profile, Timezone, hints::Hints};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Given {
    user_agent: Option<String>,
    app_user_agent: Option<String>,
    sec_ch_ua: Option<String>,
    sec_ch_ua_mobile: Option<String>,
    sec_ch_ua_platform: Option<String>,
    language: Option<String>,
    languages: Option<String>,
    screen: Option<u32>,
    cores: Option<u32>,
    timezone: Option<Timezone>,
    heap_limit: Option<u64>,
    script_url: Option<String>,
    navigator_keys: Option<Vec<String>>,
    document_keys: Option<Vec<String>>,
    window_keys: Option<Vec<String>>,
}

impl<'de> Deserialize<'de> for Profile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let given = Given::deserialize(deserializer)?;
        let mut rest = Self::default();
        if let Some(user_agent) = given.user_agent {
            rest = rest.with_user_agent(&user_agent);
        }
        match (given.language, &given.languages) {
            (Some(language), _) => rest = rest.with_language(&language),
            (None, Some(languages)) => {
                let first = languages.split(',').next().unwrap_or_default();
                rest.language = first.trim().to_owned();
            }
            (None, None) => {}
        }
        Ok(Self {
            user_agent: rest.user_agent,
            app_user_agent: given.app_user_agent.unwrap_or(rest.app_user_agent),
            sec_ch_ua: given.sec_ch_ua.unwrap_or(rest.sec_ch_ua),
            sec_ch_ua_mobile: given.sec_ch_ua_mobile.unwrap_or(rest.sec_ch_ua_mobile),
            sec_ch_ua_platform: given.sec_ch_ua_platform.unwrap_or(rest.sec_ch_ua_platform),
            language: rest.language,
            languages: given.languages.unwrap_or(rest.languages),
            screen: given.screen.unwrap_or(rest.screen),
            cores: given.cores.unwrap_or(rest.cores),
            timezone: given.timezone.unwrap_or(rest.timezone),
            heap_limit: given.heap_limit.unwrap_or(rest.heap_limit),
            script_url: given.script_url.unwrap_or(rest.script_url),
            navigator_keys: given.navigator_keys.unwrap_or(rest.navigator_keys),
            document_keys: given.document_keys.unwrap_or(rest.document_keys),
            window_keys: given.window_keys.unwrap_or(rest.window_keys),
        })
    }
}

impl Profile {
    /// The same profile in another browser: `sec_ch_ua`, `sec_ch_ua_mobile` and
    /// `sec_ch_ua_platform` are set to match `user_agent`, or empty for a browser that sends none.
    ///
    /// ```
    /// use sorakit_sentinel::Profile;
    ///
    /// let chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36";
    /// let profile = Profile::default().with_user_agent(chrome);
    /// assert_eq!(profile.sec_ch_ua_platform, "\"Linux\"");
    /// ```
    pub fn with_user_agent(mut self, user_agent: &str) -> Self {
        let hints = Hints::of(user_agent);
        self.user_agent = user_agent.to_owned();
        self.sec_ch_ua = hints.as_ref().map(Hints::brands).unwrap_or_default();
        self.sec_ch_ua_mobile = hints.as_ref().map_or("", |hints| hints.mobile).to_owned();
        self.sec_ch_ua_platform = hints
            .as_ref()
            .map(Hints::quoted_platform)
            .unwrap_or_default();
        self
    }

    /// The same profile in another language: `languages` are the documented ones of `language`, or
    /// the language itself and the one it is a form of.
    ///
    /// ```
    /// use sorakit_sentinel::Profile;
    ///
    /// assert_eq!(Profile::default().with_language("ja-JP").languages, "ja-JP,ja,en");
    /// assert_eq!(Profile::default().with_language("de-AT").languages, "de-AT,de");
    /// ```
    pub fn with_language(mut self, language: &str) -> Self {
        let documented = LANGUAGES.iter().find(|(first, ..)| *first == language);
        self.languages = match (documented, language.split_once('-')) {
            (Some((_, all, ..)), _) => (*all).to_owned(),
            (None, Some((base, _))) => format!("{language},{base}"),
            (None, None) => language.to_owned(),
        };
        self.language = language.to_owned();
        self
    }
}
