//! The parts of a lower source that a higher one silences: a credential is one group, and
//! it is bound to the server that its source names.

use super::Options;
use crate::model::Parameters;
use crate::model::url::Url;

impl Options {
    /// These options, completed by the others. A credential is taken as one group: see
    /// [`Options`].
    #[must_use]
    pub fn or(self, mut others: Self) -> Self {
        silence(&self, &mut others);
        self.filled_with(others)
    }

    /// True if a token is among the options.
    pub(crate) fn has_token(&self) -> bool {
        let tokens = [
            &self.access_token,
            &self.api_key,
            &self.session_token,
            &self.refresh_token,
        ];
        tokens.iter().any(|token| token.is_some())
    }

    pub(super) fn has_credential(&self) -> bool {
        self.has_token() || self.credential_file.is_some()
    }

    fn forget_credential(&mut self) {
        self.access_token = None;
        self.api_key = None;
        self.session_token = None;
        self.refresh_token = None;
        self.client_id = None;
        self.redirect_uri = None;
        self.credential_proxy = None;
        self.credential_file = None;
    }

    /// True if the credential may go wherever `higher` would send it.
    fn may_go_where(&self, higher: &Self) -> bool {
        // Given alone, it goes to the server of the invocation; given with the place that
        // renews it, it is that place's.
        if self.base_url.is_none() {
            let pairs = [
                (&self.web_url, &higher.web_url),
                (&self.oauth_url, &higher.oauth_url),
            ];
            return pairs.into_iter().all(|(own, other)| {
                own.is_none() || other.is_none() || origin(own) == origin(other)
            });
        }
        let own = [&self.base_url, &self.web_url, &self.oauth_url].map(origin);
        let others = [&higher.base_url, &higher.web_url, &higher.oauth_url];
        others
            .into_iter()
            .filter(|address| address.is_some())
            .all(|address| {
                let there = origin(address);
                there.is_some() && own.contains(&there)
            })
    }
}

/// Removes from `lower` everything that must not be combined with `higher`.
fn silence(higher: &Options, lower: &mut Options) {
    if lower.has_credential() && (higher.has_token() || !lower.may_go_where(higher)) {
        lower.forget_credential();
    }
    // A gateway's extra parameters are for that gateway, as its key is.
    if !lower.may_go_where(higher) {
        lower.headers = None;
        lower.query = None;
    }
    // A header or parameter that is a secret is part of the credential.
    if higher.has_token() {
        for parameters in [&mut lower.headers, &mut lower.query] {
            *parameters = parameters.take().map(Parameters::without_secrets);
        }
    }
    // A server's other addresses are of no use for another server, and a credential bound
    // to one server goes to no address from a lower source.
    let elsewhere = lower.base_url.is_some() && origin(&lower.base_url) != origin(&higher.base_url);
    if higher.base_url.is_some() && (elsewhere || higher.has_credential()) {
        lower.web_url = None;
        lower.oauth_url = None;
        lower.sentinel_url = None;
    }
}

/// The origin of an address; `None` if it is not one, which the client refuses.
fn origin(address: &Option<String>) -> Option<String> {
    let url = Url::parse(address.as_deref()?.trim()).ok()?;
    Some(url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "https://here.example/v1";
    const THERE: &str = "https://there.example/v1";

    fn at(base_url: &str) -> Options {
        Options {
            base_url: Some(base_url.into()),
            ..Options::default()
        }
    }

    fn key(options: Options, key: &str) -> Options {
        Options {
            api_key: Some(key.into()),
            ..options
        }
    }

    fn whole() -> Options {
        Options {
            access_token: Some("low".into()),
            refresh_token: Some("low".into()),
            session_token: Some("low".into()),
            client_id: Some("low".into()),
            redirect_uri: Some("low".into()),
            credential_proxy: Some("low".into()),
            credential_file: Some("low".into()),
            ..Options::default()
        }
    }

    #[test]
    fn a_header_that_is_a_secret_is_silenced_with_the_credential() {
        let lower = || Options {
            headers: Some([("X-Api-Key", "low"), ("X-Team", "video")].into()),
            query: Some([("api_key", "low"), ("api-version", "1")].into()),
            ..Options::default()
        };
        let both = key(at(HERE), "high").or(lower());
        let (headers, query) = (both.headers.unwrap(), both.query.unwrap());
        assert_eq!(
            (headers.get("x-api-key"), headers.get("x-team")),
            (None, Some("video"))
        );
        assert_eq!(
            (query.get("api_key"), query.get("api-version")),
            (None, Some("1"))
        );
        assert!(
            at(HERE)
                .or(lower())
                .headers
                .unwrap()
                .get("x-api-key")
                .is_some()
        );
    }

    #[test]
    fn a_token_with_the_place_that_renews_it_is_that_places() {
        let lower = || Options {
            refresh_token: Some("low".into()),
            oauth_url: Some(HERE.into()),
            ..Options::default()
        };
        let elsewhere = Options {
            oauth_url: Some(THERE.into()),
            ..at(THERE)
        };
        assert!(elsewhere.or(lower()).refresh_token.is_none());
        assert!(at(THERE).or(lower()).refresh_token.is_some());
    }

    #[test]
    fn what_a_gateway_asks_for_is_for_that_gateway() {
        let asked_for = |base_url| Options {
            headers: Some([("X-Key", "low")].into()),
            query: Some([("key", "low")].into()),
            ..at(base_url)
        };
        let there = at(THERE).or(asked_for(HERE));
        assert_eq!((there.headers, there.query), (None, None));
        let here = at(HERE).or(asked_for(HERE));
        assert!(here.headers.is_some() && here.query.is_some());
    }

    #[test]
    fn a_token_silences_the_whole_group_of_lower_sources() {
        let token = || Some("high".into());
        for higher in [
            Options {
                access_token: token(),
                ..Options::default()
            },
            Options {
                api_key: token(),
                ..Options::default()
            },
            Options {
                session_token: token(),
                ..Options::default()
            },
            Options {
                refresh_token: token(),
                ..Options::default()
            },
        ] {
            assert_eq!(higher.clone().or(whole()), higher);
        }
        assert_eq!(Options::default().or(whole()), whole());
    }

    #[test]
    fn a_key_goes_to_the_server_of_its_source_or_of_the_invocation() {
        let plain = Options::default;
        let used = |options: Options| options.api_key.is_some();
        assert!(used(at(HERE).or(key(plain(), "k"))), "given alone");
        assert!(used(plain().or(key(at(THERE), "k"))));
        assert!(!used(at(HERE).or(key(at(THERE), "k"))), "bound elsewhere");
        assert!(
            used(at(HERE).or(key(at("https://here.example"), "k"))),
            "the same origin"
        );
        assert!(!used(at("http://here.example/v1").or(key(at(HERE), "k"))));
        assert!(!used(at("nonsense").or(key(at(HERE), "k"))));
        // The lowest source is bound to its own server, whatever lies between.
        assert!(!used(plain().or(at(HERE)).or(key(at(THERE), "k"))));
        assert!(used(plain().or(at(THERE)).or(key(at(THERE), "k"))));
    }

    #[test]
    fn no_address_of_another_source_gets_a_bound_credential() {
        let elsewhere = Options {
            oauth_url: Some(THERE.into()),
            ..Options::default()
        };
        assert!(elsewhere.clone().or(key(at(HERE), "k")).api_key.is_none());
        let bound = key(at(HERE), "k").or(elsewhere);
        assert_eq!(bound.oauth_url, None);
        let lower = Options {
            web_url: Some(THERE.into()),
            ..at(THERE)
        };
        assert_eq!(at(HERE).or(lower).web_url, None);
    }
}
