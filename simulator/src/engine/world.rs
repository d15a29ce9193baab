//! Everything a simulator remembers, behind one lock, and the rules between its parts.

use std::any::{Any, TypeId};
use std::collections::HashMap;

use jiff::Timestamp;
use serde_json::json;

use super::accounts::{AccountSpec, Accounts, Balance};
use super::challenges::Challenges;
use super::characters::Characters;
use super::jobs::{Job, Jobs, NewJob, Outcome};
use super::posts::Posts;
use super::random::Random;
use super::refusal::Refusal;
use super::timeline::{Pace, Timeline};
use super::tokens::Tokens;
use super::trigger::{Trigger, triggers};
use super::uploads::Uploads;

/// How long a job with the trigger `late_media` shows no media, in seconds.
const LATE_MEDIA_S: i64 = 15;

/// The state of one simulator.
#[derive(Default)]
pub struct World {
    /// Identifiers and choices.
    pub random: Random,
    /// Accounts.
    pub accounts: Accounts,
    /// Credentials.
    pub tokens: Tokens,
    /// Jobs.
    pub jobs: Jobs,
    /// Posts.
    pub posts: Posts,
    /// Cameos and characters.
    pub characters: Characters,
    /// Uploaded files.
    pub uploads: Uploads,
    /// Sentinel challenges.
    pub challenges: Challenges,
    /// How long the stages of new jobs last.
    pub pace: Pace,
    extensions: HashMap<TypeId, Box<dyn Any + Send>>,
}

impl Default for Random {
    fn default() -> Self {
        Self::new(0)
    }
}

impl World {
    /// State that only one dialect needs, made by `Default` when first asked for.
    pub fn state<T: Default + Send + 'static>(&mut self) -> &mut T {
        self.extensions
            .entry(TypeId::of::<T>())
            .or_insert_with(|| Box::new(T::default()))
            .downcast_mut()
            .expect("an extension is stored under its own type")
    }

    /// Adds an account with a new id and returns the id.
    pub fn add_account(&mut self, spec: AccountSpec, now: Timestamp) -> String {
        let id = format!("user-{}", self.random.token(24));
        let invite = self.random.code(6);
        self.accounts.add(id, invite, spec, now).id.clone()
    }

    /// The quota of `account` at `now`; failed jobs are not charged.
    pub fn balance(&self, account: &str, now: Timestamp) -> Balance {
        let refunded = |job: &str| self.jobs.get(job).is_some_and(|job| job.is_refunded(now));
        self.accounts.get(account).map_or(
            Balance {
                remaining: 0,
                resets_in_s: 0,
            },
            |account| account.balance(now, refunded),
        )
    }

    /// Makes a job for `account`, or says why not: a trigger in the prompt, the
    /// country, the phone number, quota, or too many jobs at once.
    ///
    /// `failure` is the code with which the job will end, whatever its prompt
    /// says; a scripted fault sets it.
    pub fn create_job(
        &mut self,
        account: &str,
        asked: NewJob,
        failure: Option<&str>,
        now: Timestamp,
    ) -> Result<&Job, Refusal> {
        let found = triggers(&asked.prompt);
        for trigger in &found {
            if let Trigger::RefuseCreate(code) = trigger {
                let refusal = Refusal::of(code);
                return Err(if *code == "rate_limit_exhausted" {
                    self.exhausted(account, now)
                } else {
                    refusal
                });
            }
        }
        self.check_standing(account, &asked, now)?;

        let id = format!("task_01{}", self.random.base32(24));
        let stretch = 0.75 + 0.5 * self.random.unit();
        let frames = f64::from(asked.frames) / f64::from(asked.fps.max(1));
        let seconds = match asked.kind {
            super::jobs::JobKind::Video => frames,
            super::jobs::JobKind::Image => 0.0,
        };
        let mut timeline = Timeline::new(now, &self.pace, seconds, stretch);
        let mut outcome = failure.map_or(Outcome::Success, Outcome::failure);
        let mut media_from = now;
        let mut huge = false;
        for trigger in found {
            match trigger {
                Trigger::FailJob(code) => outcome = Outcome::failure(code),
                Trigger::Huge => huge = true,
                Trigger::Stuck => timeline.stuck = true,
                Trigger::Vanish => outcome = Outcome::Vanished,
                Trigger::LateMedia => {
                    media_from =
                        timeline.finished_at() + jiff::SignedDuration::from_secs(LATE_MEDIA_S);
                }
                Trigger::Progress(curve) => timeline.curve = curve,
                Trigger::RefuseCreate(_) => {}
            }
        }
        let generations = (0..asked.variants.max(1))
            .map(|_| format!("gen_01{}", self.random.base32(24)))
            .collect();
        if let Some(account) = self.accounts.get_mut(account) {
            account.charge(now, &id);
        }
        let job = Job {
            id,
            account: account.to_owned(),
            asked,
            created_at: now,
            timeline,
            outcome,
            generations,
            seed: self.random.number(),
            cancelled_at: None,
            deleted: false,
            media_from,
            huge,
        };
        Ok(self.jobs.add(job))
    }

    fn check_standing(&self, id: &str, asked: &NewJob, now: Timestamp) -> Result<(), Refusal> {
        let Some(account) = self.accounts.get(id) else {
            return Err(Refusal::of("Unauthorized"));
        };
        if !account.is_served() {
            return Err(Refusal::of("unsupported_country_code"));
        }
        if !account.spec.phone_verified {
            return Err(Refusal::of("phone_number_required"));
        }
        if self.balance(id, now).remaining < asked.variants.max(1) {
            return Err(self.exhausted(id, now));
        }
        let limit = account.spec.concurrency;
        let active = self
            .jobs
            .of_account(id)
            .filter(|job| job.is_active(now))
            .count();
        if active >= limit {
            let message = format!(
                "You already have {active} generations in progress. Please wait until one is finished."
            );
            return Err(Refusal::of("too_many_concurrent_tasks")
                .message(message)
                .with("details", json!({"num_tasks": active})));
        }
        Ok(())
    }

    fn exhausted(&self, account: &str, now: Timestamp) -> Refusal {
        let balance = self.balance(account, now);
        let wait = balance.resets_in_s.max(1);
        Refusal::of("rate_limit_exhausted").with(
            "rate_limit_and_credit_balance",
            json!({
                "estimated_num_videos_remaining": 0,
                "rate_limit_reached": true,
                "access_resets_in_seconds": wait,
            }),
        )
    }
}
