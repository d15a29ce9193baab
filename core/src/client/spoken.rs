//! The dialect and flavour of a server, and the limits that follow from them.

use std::sync::OnceLock;

use super::durations::seconds;
use crate::model::{Dialect, Error, Flavour, Result};
use crate::options::Options;
use crate::policy::detect::Detection;
use crate::policy::poll::{Pace, PollLimits};
use crate::policy::retry::RetryLimits;

/// The dialect and flavour of a server, and what follows from them.
#[derive(Debug)]
pub(crate) struct Spoken {
    first: Detection,
    /// The same with a flavour that was found out later.
    refined: OnceLock<Detection>,
    pub(crate) retry: RetryLimits,
    pub(crate) poll: PollLimits,
}

impl Spoken {
    /// The dialect and flavour, as far as they are known by now.
    pub(crate) fn detection(&self) -> &Detection {
        self.refined.get().unwrap_or(&self.first)
    }

    /// Takes in a flavour that was found out later; false if one was known already.
    pub(super) fn refine(&self, flavour: Flavour, why: String) -> bool {
        if self.detection().flavour.is_some() {
            return false;
        }
        let mut refined = self.first.clone();
        refined.flavour = Some(flavour);
        refined.evidence.push(why);
        self.refined.set(refined).is_ok()
    }

    /// The dialect and flavour that the options name; `None` where they leave it to be found out.
    pub(super) fn given(options: &Options) -> Result<Option<Self>> {
        let (dialect, flavour) = match (options.dialect, options.flavour) {
            (None, None) => return Ok(None),
            (None, Some(flavour)) => (flavour.dialect(), Some(flavour)),
            (Some(Dialect::Openai), None) => (Dialect::Openai, Some(Flavour::Openai)),
            (Some(dialect), None) => (dialect, None),
            (Some(dialect), Some(flavour)) if flavour.dialect() != dialect => {
                let what = format!(
                    "`{flavour}` is a flavour of the dialect `{}`, not of `{dialect}`",
                    flavour.dialect()
                );
                return Err(Error::invalid("flavour", what));
            }
            (Some(dialect), Some(flavour)) => (dialect, Some(flavour)),
        };
        let evidence = vec!["it is named in the options".to_owned()];
        let detection = Detection {
            dialect,
            flavour,
            evidence,
        };
        Self::of(detection, options).map(Some)
    }

    /// The stand-in for a server that has not been asked yet.
    pub(super) fn unknown(options: &Options) -> Result<Self> {
        let detection = Detection {
            dialect: Dialect::Openai,
            flavour: Some(Flavour::Openai),
            evidence: Vec::new(),
        };
        Self::of(detection, options)
    }

    pub(super) fn of(detection: Detection, options: &Options) -> Result<Self> {
        let defaults = RetryLimits::of(detection.dialect);
        let retry = RetryLimits {
            max_retries: options.max_retries.unwrap_or(defaults.max_retries),
            base: seconds("retry_base", options.retry_base)?.unwrap_or(defaults.base),
            slot_wait: seconds("slot_timeout", options.slot_timeout)?.unwrap_or(defaults.slot_wait),
            ..defaults
        };
        let defaults = PollLimits::of(detection.dialect);
        let poll = PollLimits {
            interval: seconds("poll_interval", options.poll_interval)?.unwrap_or(defaults.interval),
            deadline: seconds("video_timeout", options.video_timeout)?.unwrap_or(defaults.deadline),
            image_deadline: seconds("image_timeout", options.image_timeout)?
                .unwrap_or(defaults.image_deadline),
            grace: seconds("grace", options.grace)?.unwrap_or(defaults.grace),
            max_polls: options.max_poll_attempts,
            pace: match options.poll_backoff {
                Some(false) => Pace::Fixed,
                _ => defaults.pace,
            },
        };
        Ok(Self {
            first: detection,
            refined: OnceLock::new(),
            retry,
            poll,
        })
    }
}
