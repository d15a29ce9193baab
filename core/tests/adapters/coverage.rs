//! No adapter without a case, and no option that an adapter could drop unseen.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use sorakit::host::Exchange;
use sorakit::{CharacterRequest, Dialect, Feature, ImageRequest, VideoRequest};

use crate::case::{Case, read};
use crate::run::{play, run};

/// A way of asking, which has rules of its own for its options.
struct Way {
    name: &'static str,
    verb: &'static str,
    /// The option that makes it this way, or that would make it another one.
    turns: Option<(&'static str, bool)>,
    /// The feature that the dialect needs for it.
    needs: Option<Feature>,
    options: fn() -> BTreeSet<String>,
}

const WAYS: &[Way] = &[
    Way {
        name: "a video",
        verb: "videos.create",
        turns: Some(("remix", false)),
        needs: None,
        options: options::<VideoRequest>,
    },
    Way {
        name: "a remix",
        verb: "videos.create",
        turns: Some(("remix", true)),
        needs: Some(Feature::Remix),
        options: options::<VideoRequest>,
    },
    Way {
        name: "an image",
        verb: "images.create",
        turns: Some(("references", false)),
        needs: Some(Feature::GenerateImages),
        options: options::<ImageRequest>,
    },
    Way {
        name: "an image from images",
        verb: "images.create",
        turns: Some(("references", true)),
        needs: Some(Feature::EditImages),
        options: options::<ImageRequest>,
    },
    Way {
        name: "a character",
        verb: "characters.create",
        turns: None,
        needs: Some(Feature::CreateCharacter),
        options: options::<CharacterRequest>,
    },
];

impl Way {
    /// Whether a request is asked in this way.
    fn is(&self, given: &Map<String, Value>) -> bool {
        self.turns
            .is_none_or(|(option, with)| given.contains_key(option) == with)
    }
}

/// The names of a request's options: all of its fields.
fn options<T: Default + serde::Serialize>() -> BTreeSet<String> {
    match serde_json::to_value(T::default()).unwrap() {
        Value::Object(fields) => fields.into_iter().map(|(name, _)| name).collect(),
        other => panic!("{other} is no request"),
    }
}

/// The verbs that are no feature of their own, and that every dialect has.
const EVERYWHERE: &[&str] = &["videos.create", "videos.get", "videos.wait", "videos.open"];

/// The verb of a feature that is a method; `None` for an option.
fn verb_of(feature: Feature) -> Option<&'static str> {
    match feature {
        Feature::GenerateImages | Feature::EditImages => Some("images.create"),
        other => Some(other.as_str()).filter(|name| name.contains('.')),
    }
}

#[test]
fn every_verb_of_every_dialect_has_a_case() {
    for &dialect in Dialect::ALL {
        let cases = read(dialect);
        let answered = |verb: &str| {
            let mut of_verb = cases.iter().filter(|case| case.verb == verb);
            of_verb.any(|case| case.result.is_some())
        };
        let offered = Feature::ALL
            .iter()
            .filter(|feature| dialect.offers(**feature));
        for verb in EVERYWHERE
            .iter()
            .copied()
            .chain(offered.filter_map(|it| verb_of(*it)))
        {
            assert!(
                answered(verb),
                "{dialect} has no case of {verb} that is answered"
            );
        }
        let names: BTreeSet<_> = cases.iter().map(|case| &case.name).collect();
        assert_eq!(
            names.len(),
            cases.len(),
            "{dialect} has two cases of one name"
        );
    }
}

#[test]
fn every_option_changes_what_is_sent_or_is_refused() {
    let mut missing = Vec::new();
    for &dialect in Dialect::ALL {
        let cases = read(dialect);
        for way in WAYS
            .iter()
            .filter(|way| way.needs.is_none_or(|it| dialect.offers(it)))
        {
            let cases: Vec<_> = cases
                .iter()
                .filter(|case| case.verb == way.verb && way.is(&case.given))
                .collect();
            for option in (way.options)() {
                if way.turns == Some((&*option, false)) {
                    continue;
                }
                let given = cases
                    .iter()
                    .filter(|case| case.options_given().contains(&*option));
                let offered = feature_of(way, &option).map(|feature| dialect.offers(feature));
                let shown = given.clone().any(|case| match refusal(case, &option) {
                    // What the table does not offer is refused as such.
                    Some(kind) => offered.is_none_or(|offered| {
                        (kind == "unsupported") != offered || way.name != "a video"
                    }),
                    None => offered != Some(false) && matters(dialect, case, &option),
                });
                if !shown {
                    missing.push(format!(
                        "{dialect}: no case of {} shows that `{option}` is sent or refused",
                        way.name
                    ));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// The row of the table that an option of a new video has.
fn feature_of(way: &Way, option: &str) -> Option<Feature> {
    let found = Feature::ALL
        .iter()
        .find(|feature| feature.as_str() == option);
    found.copied().filter(|_| way.name == "a video")
}

/// The kind of error with which the case refuses the option, and nothing is sent.
fn refusal<'a>(case: &'a Case, option: &str) -> Option<&'a str> {
    let error = case.error.as_ref()?;
    let field = error.get("field")?.as_str()?;
    let refused = field == option && case.exchanges.is_empty();
    refused
        .then(|| error.get("kind").and_then(Value::as_str))
        .flatten()
}

/// Whether leaving the option out changes what the case sends.
fn matters(dialect: Dialect, case: &Case, option: &str) -> bool {
    let Some(whole) = case.error.is_none().then(|| run(dialect, case)) else {
        return false;
    };
    let mut given = case.given.clone();
    given.shift_remove(option);
    let script = case.exchanges.iter().flat_map(|exchange| {
        let answer = crate::run::answer(&exchange.response);
        let challenge = exchange.sentinel.then(crate::run::challenge);
        challenge.into_iter().chain([answer])
    });
    // Without it, more may be asked for than the case answers.
    let further = std::iter::repeat_with(|| Exchange::json(200, "{}")).take(4);
    let without = play(
        dialect,
        &case.options,
        &case.verb,
        &given,
        script.chain(further),
    );
    whole.requests != without.requests
}
