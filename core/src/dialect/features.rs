//! The features of each dialect and of each flavour, computed from their declarations.

use crate::api::openai::flavours::Server;
use crate::client::Client;
use crate::model::{Dialect, Error, ErrorKind, Feature, Flavour, Result};

impl Dialect {
    /// The features of the dialect.
    pub const fn features(self) -> &'static [Feature] {
        match self {
            Self::Sora => super::sora::FEATURES,
            Self::Mirror => super::mirror::FEATURES,
            Self::Sora2api => super::sora2api::FEATURES,
            Self::Skyriff => super::skyriff::FEATURES,
            Self::Relay => super::relay::FEATURES,
            Self::Openai => super::openai::FEATURES,
        }
    }

    /// True if the dialect offers a feature.
    ///
    /// ```
    /// use sorakit::{Dialect, Feature};
    ///
    /// assert!(Dialect::Openai.offers(Feature::DeleteVideo));
    /// assert!(!Dialect::Skyriff.offers(Feature::Remix));
    /// ```
    pub fn offers(self, feature: Feature) -> bool {
        self.features().contains(&feature)
    }
}

impl Feature {
    /// The dialects that offer the feature, in the order of the documents.
    pub fn dialects(self) -> Vec<Dialect> {
        let all = Dialect::ALL.iter().copied();
        all.filter(|dialect| dialect.offers(self)).collect()
    }
}

impl Flavour {
    /// The features of the server: those of its dialect that it has.
    pub fn features(self) -> &'static [Feature] {
        match self.dialect() {
            Dialect::Openai => Server::of(self).offers,
            _ if self == Self::Upstream => super::sora2api::UPSTREAM_FEATURES,
            dialect => dialect.features(),
        }
    }

    /// True if the server offers a feature.
    ///
    /// ```
    /// use sorakit::{Feature, Flavour};
    ///
    /// assert!(Flavour::Sglang.offers(Feature::ListVideos));
    /// assert!(!Flavour::Dynamo.offers(Feature::ListVideos));
    /// ```
    pub fn offers(self, feature: Feature) -> bool {
        self.features().contains(&feature)
    }
}

impl Client {
    /// True if the server offers a feature, as far as is known: see
    /// [`detected`](Client::detected).
    pub fn offers(&self, feature: Feature) -> bool {
        match self.flavour() {
            Some(flavour) => flavour.offers(feature),
            None => self.dialect().offers(feature),
        }
    }

    /// Refuses a feature that the server lacks, as soon as it is known what it speaks.
    pub(crate) async fn require(&self, feature: Feature) -> Result<()> {
        self.find_out().await?;
        self.must_offer(feature)
    }

    /// Refuses a feature that the server lacks, naming those that have it.
    pub(crate) fn must_offer(&self, feature: Feature) -> Result<()> {
        match self.offers(feature) {
            true => Ok(()),
            false => Err(lacking(self.dialect(), self.flavour(), feature)),
        }
    }
}

/// The error of a feature that a server lacks.
fn lacking(dialect: Dialect, flavour: Option<Flavour>, feature: Feature) -> Error {
    let dialects = feature.dialects().into_iter().map(Dialect::as_str);
    let flavours = Flavour::of(dialect).filter(|flavour| flavour.offers(feature));
    let own = match flavour {
        Some(flavour) => format!("a server of the flavour `{flavour}`"),
        None => format!("the dialect `{dialect}`"),
    };
    let flavours: Vec<_> = match flavour {
        Some(_) => flavours.map(Flavour::as_str).collect(),
        None => Vec::new(),
    };
    let dialects: Vec<_> = dialects
        .filter(|name| flavours.is_empty() || *name != dialect.as_str())
        .collect();
    let mut others = Vec::new();
    if !flavours.is_empty() {
        others.push(format!(
            "the flavours {} of `{dialect}`",
            flavours.join(", ")
        ));
    }
    if !dialects.is_empty() {
        others.push(dialects.join(", "));
    }
    let what = format!(
        "{own} does not offer `{}`; it is offered by {}",
        feature.as_str(),
        others.join(", and by ")
    );
    Error::new(ErrorKind::Unsupported, what).with_field(feature.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::openai::flavours::SERVERS;

    #[test]
    fn a_dialect_offers_what_one_of_its_servers_does() {
        for feature in Feature::ALL {
            let by_one = SERVERS.iter().any(|server| server.offers.contains(feature));
            assert_eq!(Dialect::Openai.offers(*feature), by_one, "{feature:?}");
        }
    }

    #[test]
    fn a_refusal_names_who_has_it() {
        let said = |flavour, feature| {
            let error = lacking(Dialect::Openai, Some(flavour), feature);
            error.reason().to_owned()
        };
        assert_eq!(
            said(Flavour::Dynamo, Feature::DeleteVideo),
            "a server of the flavour `dynamo` does not offer `videos.delete`; it is offered by the \
             flavours openai, vllm-omni, sglang, unsloth, fastvideo of `openai`"
        );
        let style = said(Flavour::Openai, Feature::Style);
        assert!(
            style.ends_with("it is offered by sora, mirror, sora2api"),
            "{style}"
        );
    }
}
