//! The heads of answers: whose they are, and what time it is there.

use std::sync::{Arc, Mutex};

use http::HeaderMap;
use http::header::{CONTENT_TYPE, DATE, SERVER, VIA};
use jiff::Timestamp;
use sorakit::api::Body;
use sorakit::host::TransportError;

use super::findings::{Finding, Grade};
use crate::tap::{Exchange, Tap};

/// How far two clocks may be apart, in seconds: tokens and signatures allow for less
/// than five minutes.
const APART: i64 = 60;

/// Keeps the head of the first answer.
#[derive(Clone, Default)]
pub struct Heads(Arc<Mutex<Option<(HeaderMap, Timestamp)>>>);

impl Tap for Heads {
    fn begin(&self, _: &http::Request<Body>) -> Box<dyn Exchange> {
        Box::new(self.clone())
    }
}

impl Exchange for Heads {
    fn answered(&mut self, _: u16, headers: &HeaderMap) {
        let mut first = self.0.lock().unwrap_or_else(|broken| broken.into_inner());
        first.get_or_insert_with(|| (headers.clone(), Timestamp::now()));
    }

    fn part(&mut self, _: &[u8]) {}

    fn broke(&mut self, _: &TransportError) {}
}

impl Heads {
    /// Who answers, and how far its clock is from this one; nothing without an answer.
    pub fn findings(&self) -> Vec<Finding> {
        let first = self.0.lock().unwrap_or_else(|broken| broken.into_inner());
        first
            .as_ref()
            .map(|(headers, now)| vec![whose(headers), clock(headers, *now)])
            .unwrap_or_default()
    }
}

fn whose(headers: &HeaderMap) -> Finding {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let said = [("server", text(SERVER)), ("via", text(VIA))];
    let said = said
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name} {}", value?)))
        .collect::<Vec<_>>()
        .join(", ");
    let kind = text(CONTENT_TYPE).unwrap_or_default();
    let finding = match kind.contains("html") {
        false => Finding::new("whose", Grade::Good, "an API answers"),
        true => Finding::new("whose", Grade::Odd, "a page answers, and no API").next(
            "A proxy, a CDN or the application's own page stands there: look at the path of \
             the base URL, and whether the server is behind something that asks for more.",
        ),
    };
    finding.said(Some(said))
}

fn clock(headers: &HeaderMap, now: Timestamp) -> Finding {
    let date = headers.get(DATE).and_then(|date| date.to_str().ok());
    let there = date.and_then(|date| jiff::fmt::rfc2822::parse(date).ok());
    let Some(there) = there else {
        return Finding::new(
            "clock",
            Grade::Odd,
            "the server does not say what time it is",
        );
    };
    let ahead = now.as_second() - there.timestamp().as_second();
    match ahead.abs() {
        0..=APART => Finding::new("clock", Grade::Good, format!("{} s apart", ahead.abs())),
        apart => {
            let way = if ahead > 0 { "ahead of" } else { "behind" };
            let found = format!("this machine is {apart} s {way} the server");
            Finding::new("clock", Grade::Odd, found)
                .next("Set the clock, as by NTP: tokens seem to have ended, or not to have begun.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(name: http::HeaderName, value: &'static str) -> HeaderMap {
        [(name, http::HeaderValue::from_static(value))]
            .into_iter()
            .collect()
    }

    #[test]
    fn a_clock_that_is_wrong_is_told_which_way() {
        let date = || head(DATE, "Thu, 01 Jan 1970 00:10:00 GMT");
        let at = |second| clock(&date(), Timestamp::from_second(second).unwrap());
        assert_eq!(at(630).grade, Grade::Good);
        assert!(at(1200).found.contains("600 s ahead"), "{:?}", at(1200));
        assert!(at(0).found.contains("600 s behind"), "{:?}", at(0));
        assert_eq!(clock(&HeaderMap::new(), Timestamp::now()).grade, Grade::Odd);
    }

    #[test]
    fn a_page_is_no_api() {
        assert_eq!(whose(&head(CONTENT_TYPE, "text/html")).grade, Grade::Odd);
        assert_eq!(
            whose(&head(CONTENT_TYPE, "application/json")).grade,
            Grade::Good
        );
    }
}
