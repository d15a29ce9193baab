//! Checks that a profile does not contradict itself: a server would see two browsers in one.

use std::fmt;

use super::{Profile, hints};

/// Two fields of a profile that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileError {
    field: &'static str,
    reason: String,
}

impl ProfileError {
    /// The field that conflicts with another.
    pub fn field(&self) -> &'static str {
        self.field
    }

    /// The field that it conflicts with, and the remedy.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for ProfileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`profile.{}` {}", self.field, self.reason)
    }
}

impl std::error::Error for ProfileError {}

impl Profile {
    /// Refuses a profile whose fields describe different browsers or languages.
    ///
    /// # Errors
    /// Names the two fields.
    pub fn check(&self) -> Result<(), ProfileError> {
        let first = self.languages.split(',').next().unwrap_or_default().trim();
        if !self.language.is_empty() && !first.is_empty() && first != self.language {
            return Err(contradiction(
                "languages",
                &self.languages,
                "language",
                &self.language,
                "`Profile::with_language` sets both",
            ));
        }
        for (field, value, agrees) in self.hints() {
            if !value.is_empty() && !agrees {
                return Err(contradiction(
                    field,
                    value,
                    "user_agent",
                    &self.user_agent,
                    "leave it out, and it follows from the other; in Rust, \
                     `Profile::with_user_agent` sets both",
                ));
            }
        }
        Ok(())
    }

    /// The hints, and whether each agrees with the `User-Agent`.
    fn hints(&self) -> [(&'static str, &str, bool); 3] {
        let none = hints::has_none(&self.user_agent);
        let own = hints::Hints::of(&self.user_agent);
        let agrees = |of: &dyn Fn(&hints::Hints) -> bool| match &own {
            Some(own) => of(own),
            None => !none,
        };
        [
            (
                "sec_ch_ua",
                &self.sec_ch_ua,
                agrees(&|own| self.sec_ch_ua.contains(&format!("v=\"{}\"", own.version))),
            ),
            (
                "sec_ch_ua_mobile",
                &self.sec_ch_ua_mobile,
                agrees(&|own| self.sec_ch_ua_mobile == own.mobile),
            ),
            (
                "sec_ch_ua_platform",
                &self.sec_ch_ua_platform,
                agrees(&|own| {
                    own.platform.is_none() || self.sec_ch_ua_platform == own.quoted_platform()
                }),
            ),
        ]
    }
}

fn contradiction(
    field: &'static str,
    value: &str,
    other: &str,
    said: &str,
    hint: &str,
) -> ProfileError {
    ProfileError {
        field,
        reason: format!("is `{value}`, which does not go with `profile.{other}`, `{said}`; {hint}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0";

    #[test]
    fn what_follows_from_a_field_agrees_with_it() {
        for (user_agent, ..) in super::super::DESKTOPS {
            let profile = Profile::default().with_user_agent(user_agent);
            assert!(profile.check().is_ok(), "{user_agent}");
        }
        for bytes in 0..64 {
            assert!(Profile::from_random(&[bytes; 16]).check().is_ok());
        }
        let firefox: Profile =
            serde_json::from_value(serde_json::json!({"user_agent": FIREFOX})).unwrap();
        assert_eq!(firefox.sec_ch_ua, "");
        assert!(firefox.check().is_ok());
    }

    #[test]
    fn a_contradiction_names_both_fields() {
        let of = |change: fn(&mut Profile)| {
            let mut profile = Profile::default();
            change(&mut profile);
            let error = profile.check().unwrap_err();
            (error.field(), error.to_string())
        };
        let (field, said) = of(|profile| profile.user_agent = FIREFOX.into());
        assert_eq!(field, "sec_ch_ua");
        assert!(said.contains("profile.user_agent"), "{said}");
        let (field, _) = of(|profile| profile.sec_ch_ua_platform = "\"Linux\"".into());
        assert_eq!(field, "sec_ch_ua_platform");
        let (field, _) = of(|profile| profile.sec_ch_ua_mobile = "?1".into());
        assert_eq!(field, "sec_ch_ua_mobile");
        let (field, said) = of(|profile| profile.language = "zh-CN".into());
        assert_eq!(field, "languages");
        assert!(said.contains("profile.language`, `zh-CN`"), "{said}");
    }
}
