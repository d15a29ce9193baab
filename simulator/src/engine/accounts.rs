//! Accounts: who they are, what they may use, and how much of it is left.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// A ChatGPT plan, in the words of `docs/wire/sora.md` §3.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Plan {
    /// No subscription: the list of subscriptions is empty.
    Free,
    /// ChatGPT Plus.
    Plus,
    /// ChatGPT Business.
    Team,
    /// ChatGPT Pro.
    Pro,
}

impl Plan {
    /// `plan.id` and `plan.title`; `None` for a free account.
    pub fn names(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Free => None,
            Self::Plus => Some(("chatgpt_plus", "ChatGPT Plus")),
            Self::Team => Some(("chatgpt_team", "ChatGPT Business")),
            Self::Pro => Some(("chatgpt_pro", "ChatGPT Pro")),
        }
    }
}

/// What an account is when it is made; every field has a default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AccountSpec {
    /// Email; `None` makes one up.
    pub email: Option<String>,
    /// Display name.
    pub name: String,
    /// User name; `None` until the user sets one.
    pub username: Option<String>,
    /// Subscription.
    pub plan: Plan,
    /// ISO country code; regions other than those that Sora served get
    /// `unsupported_country_code`.
    pub country: String,
    /// Whether Sora 2 is open to the account; otherwise `m/bootstrap` or an
    /// invite code opens it.
    pub sora2: bool,
    /// Whether a phone number is verified; without it creation is refused
    /// with `phone_number_required`.
    pub phone_verified: bool,
    /// Generations allowed in each quota window.
    pub quota: u32,
    /// Length of the quota window in seconds.
    pub quota_window_s: u32,
    /// Generations that may run at once.
    pub concurrency: usize,
    /// The client that the account's refresh token is issued to, one of
    /// `docs/wire/sora.md` §1.3; `None`, and one that is not known, are the iOS
    /// application. The first account's is always of that.
    pub client_id: Option<String>,
}

impl Default for AccountSpec {
    fn default() -> Self {
        Self {
            email: None,
            name: "Simulated User".into(),
            username: Some("simulated".into()),
            plan: Plan::Plus,
            country: "US".into(),
            sora2: true,
            phone_verified: true,
            quota: 30,
            quota_window_s: 86_400,
            concurrency: 3,
            client_id: None,
        }
    }
}

/// One account.
#[derive(Debug, Clone, Serialize)]
pub struct Account {
    /// Opaque id, `user-…`.
    pub id: String,
    /// Email address.
    pub email: String,
    /// What it may do.
    #[serde(flatten)]
    pub spec: AccountSpec,
    /// When it was made.
    pub created_at: Timestamp,
    /// Its own invite code.
    pub invite_code: String,
    /// How often its code was redeemed.
    pub invites_redeemed: u32,
    /// How often its code can be redeemed.
    pub invites_total: u32,
    /// Whether it redeemed an invite code.
    pub invite_accepted: bool,
    /// Times at which quota was used, with the job that used it.
    #[serde(skip)]
    charges: Vec<(Timestamp, String)>,
}

/// Quota at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    /// Generations left in this window.
    pub remaining: u32,
    /// Seconds until the window ends.
    pub resets_in_s: i64,
}

/// Countries whose accounts the simulator refuses, as one outside the service
/// area is.
const UNSERVED: [&str; 5] = ["CN", "CU", "IR", "KP", "RU"];

impl Account {
    /// Whether the service is offered in the account's country.
    pub fn is_served(&self) -> bool {
        !UNSERVED.contains(&self.spec.country.as_str())
    }

    /// The quota left at `now`. A charge for which `refunded` holds counts no more.
    pub fn balance(&self, now: Timestamp, refunded: impl Fn(&str) -> bool) -> Balance {
        let window = i64::from(self.spec.quota_window_s.max(1));
        let age = now.as_second() - self.created_at.as_second();
        let window_start = now.as_second() - age.rem_euclid(window);
        let used = self
            .charges
            .iter()
            .filter(|(at, job)| at.as_second() >= window_start && !refunded(job))
            .count();
        Balance {
            remaining: self
                .spec
                .quota
                .saturating_sub(u32::try_from(used).unwrap_or(u32::MAX)),
            resets_in_s: window_start + window - now.as_second(),
        }
    }

    /// Uses one generation for `job`.
    pub fn charge(&mut self, now: Timestamp, job: &str) {
        self.charges.push((now, job.to_owned()));
    }
}

/// Every account, by id.
#[derive(Debug, Default)]
pub struct Accounts {
    by_id: BTreeMap<String, Account>,
}

impl Accounts {
    /// Adds an account as `spec` says; `id` and `invite_code` are its names.
    pub fn add(
        &mut self,
        id: String,
        invite_code: String,
        spec: AccountSpec,
        now: Timestamp,
    ) -> &mut Account {
        let email = spec
            .email
            .clone()
            .unwrap_or_else(|| format!("{}@example.test", id.trim_start_matches("user-")));
        let account = Account {
            id: id.clone(),
            email,
            spec,
            created_at: now - SignedDuration::from_secs(0),
            invite_code,
            invites_redeemed: 0,
            invites_total: 5,
            invite_accepted: false,
            charges: Vec::new(),
        };
        self.by_id.entry(id).insert_entry(account).into_mut()
    }

    /// The account with `id`.
    pub fn get(&self, id: &str) -> Option<&Account> {
        self.by_id.get(id)
    }

    /// The account with `id`, to change it.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut Account> {
        self.by_id.get_mut(id)
    }

    /// The account whose user name is `username`, compared without case.
    pub fn by_username(&self, username: &str) -> Option<&Account> {
        let named = |account: &&Account| {
            let own = account.spec.username.as_deref();
            own.is_some_and(|own| own.eq_ignore_ascii_case(username))
        };
        self.by_id.values().find(named)
    }

    /// The account whose invite code is `code`.
    pub fn by_invite_code(&mut self, code: &str) -> Option<&mut Account> {
        self.by_id
            .values_mut()
            .find(|account| account.invite_code == code)
    }

    /// Opens Sora 2 to the account `id` with the invite code of another one:
    /// whether a code had opened it before, or `None` if there is no such
    /// account, or if the code is unknown, its own, or used up.
    pub fn redeem(&mut self, id: &str, code: &str) -> Option<bool> {
        if self.get(id)?.invite_accepted {
            return Some(true);
        }
        let host = self.by_invite_code(code)?;
        if host.id == id || host.invites_redeemed >= host.invites_total {
            return None;
        }
        host.invites_redeemed += 1;
        let account = self.get_mut(id)?;
        account.invite_accepted = true;
        account.spec.sora2 = true;
        Some(false)
    }

    /// All accounts, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Account> {
        self.by_id.values()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quota_counts_down_is_refunded_and_resets_with_the_window() {
        let start = Timestamp::from_second(1_700_000_000).unwrap();
        let mut accounts = Accounts::default();
        let spec = AccountSpec {
            quota: 2,
            quota_window_s: 3600,
            ..AccountSpec::default()
        };
        let account = accounts.add("user-1".into(), "CODE".into(), spec, start);
        account.charge(start, "a");
        account.charge(start, "b");
        let later = start + SignedDuration::from_mins(10);
        let balance = account.balance(later, |_| false);
        assert_eq!(
            balance,
            Balance {
                remaining: 0,
                resets_in_s: 3000
            }
        );
        assert_eq!(account.balance(later, |job| job == "b").remaining, 1);
        let next = start + SignedDuration::from_mins(61);
        assert_eq!(account.balance(next, |_| false).remaining, 2);
    }
}
