//! The reading of the gateway's answers: refusals with status 200, and lists under one name or
//! another.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::api::{Reply, lenient, refusal};
use crate::model::Result;

/// Reads an answer; `success: false` is the error that it states, whatever the
/// status (docs/wire/sora2api.md §12.1).
pub(super) fn accepted<T: DeserializeOwned>(reply: &Reply) -> Result<T> {
    match refusal(reply) {
        Some(error) => Err(error),
        None => reply.json(),
    }
}

/// Reads a list that is bare, or under one of these names.
pub(super) fn listed<T: DeserializeOwned>(reply: &Reply, names: &[&str]) -> Result<Vec<T>> {
    if let Some(error) = refusal(reply) {
        return Err(error);
    }
    let mut value = reply.value()?;
    for name in names {
        if let Some(list) = value.get_mut(*name) {
            value = list.take();
            break;
        }
    }
    if value.is_null() {
        return Ok(Vec::new());
    }
    reply.read(value)
}

/// A whole number that may be negative, in any of its shapes.
pub(super) fn optional_integer<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<i64>, D::Error> {
    Ok(lenient::optional_number(deserializer)?.map(|number| number as i64))
}

/// A whole number that may be negative, in any of its shapes; 0 when absent.
pub(super) fn integer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    Ok(optional_integer(deserializer)?.unwrap_or_default())
}

/// A boolean that may not be known; gateways write `1` and `0` too.
pub(super) fn optional_flag<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<bool>, D::Error> {
    let value = Option::<Value>::deserialize(deserializer)?;
    Ok(value.and_then(|value| lenient::flag(value).ok()))
}

/// An operation that needs no more than its facts: the usual encoding, and an
/// answer read by [`accepted`].
macro_rules! operation {
    ($request:ty => $output:ty, $meta:expr) => {
        impl $crate::api::Operation for $request {
            type Output = $output;

            const META: $crate::api::Meta = $meta;

            fn decode(reply: &$crate::api::Reply) -> $crate::model::Result<$output> {
                $crate::api::sora2api::answer::accepted(reply)
            }
        }
    };
    ($request:ty => $output:ty, $meta:expr, check: $check:expr) => {
        impl $crate::api::Operation for $request {
            type Output = $output;

            const META: $crate::api::Meta = $meta;

            fn check(&self) -> $crate::model::Result<()> {
                let check: fn(&Self) -> $crate::model::Result<()> = $check;
                check(self)
            }

            fn decode(reply: &$crate::api::Reply) -> $crate::model::Result<$output> {
                $crate::api::sora2api::answer::accepted(reply)
            }
        }
    };
}

pub(super) use operation;
