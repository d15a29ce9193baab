//! The features of each dialect, computed from its folder's declaration.

use crate::model::{Dialect, Error, ErrorKind, Feature, Result};

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

    /// Refuses a feature that the dialect lacks, naming those that have it.
    pub(crate) fn require(self, feature: Feature) -> Result<()> {
        match self.offers(feature) {
            true => Ok(()),
            false => Err(lacking(self, feature)),
        }
    }
}

impl Feature {
    /// The dialects that offer the feature, in the order of the documents.
    pub fn dialects(self) -> Vec<Dialect> {
        let all = Dialect::ALL.iter().copied();
        all.filter(|dialect| dialect.offers(self)).collect()
    }
}

fn lacking(dialect: Dialect, feature: Feature) -> Error {
    let names: Vec<_> = feature
        .dialects()
        .into_iter()
        .map(Dialect::as_str)
        .collect();
    let what = format!(
        "the dialect `{dialect}` does not offer `{}`; it is offered by {}",
        feature.as_str(),
        names.join(", ")
    );
    Error::new(ErrorKind::Unsupported, what).with_field(feature.as_str())
}
