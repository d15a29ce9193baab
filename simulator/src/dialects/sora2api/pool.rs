//! The pool: the tokens of the accounts that work for the gateway.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::settings::Settings;
use crate::credentials::Credentials;
use crate::engine::jobs::JobKind;
use crate::engine::refusal::{Reason, Refusal};
use crate::engine::world::World;

/// One token of the pool.
#[derive(Debug, Clone)]
pub struct Token {
    /// Number in the pool.
    pub id: u64,
    /// The account behind it; none for a token that this simulator did not issue.
    pub account: Option<String>,
    /// Email, by which tokens are told apart.
    pub email: String,
    /// Access token.
    pub token: String,
    /// Session token.
    pub st: Option<String>,
    /// Refresh token.
    pub rt: Option<String>,
    /// Client id of the refresh token.
    pub client_id: Option<String>,
    /// Proxy.
    pub proxy_url: Option<String>,
    /// A note.
    pub remark: Option<String>,
    /// When the access token expires.
    pub expires: Option<Timestamp>,
    /// Whether it may work.
    pub is_active: bool,
    /// When it joined.
    pub created_at: Timestamp,
    /// When it last worked.
    pub last_used_at: Option<Timestamp>,
    /// How often it worked.
    pub use_count: u64,
    /// Errors since it was last enabled.
    pub error_count: i64,
    /// May make images.
    pub image_enabled: bool,
    /// May make videos.
    pub video_enabled: bool,
    /// Images at once; -1 for any number.
    pub image_concurrency: i64,
    /// Videos at once; -1 for any number.
    pub video_concurrency: i64,
    /// Slots that were never given free: see [`super::slots`].
    pub leaked: Vec<JobKind>,
}

impl Token {
    /// A token that has not worked yet.
    pub fn new(email: String, token: String, now: Timestamp) -> Self {
        Self {
            id: 0,
            account: None,
            email,
            token,
            st: None,
            rt: None,
            client_id: None,
            proxy_url: None,
            remark: None,
            expires: None,
            is_active: true,
            created_at: now,
            last_used_at: None,
            use_count: 0,
            error_count: 0,
            image_enabled: true,
            video_enabled: true,
            image_concurrency: -1,
            video_concurrency: -1,
            leaked: Vec::new(),
        }
    }

    /// Why the account behind it would refuse the access token; `None` if it
    /// would not.
    pub fn problem(&self, world: &World, now: Timestamp) -> Option<&'static str> {
        use crate::engine::tokens::TokenProblem;
        match world.tokens.check_access(&self.token, now) {
            Ok(_) => None,
            Err(TokenProblem::Expired) => Some("Token has expired"),
            Err(TokenProblem::Invalidated) => Some("Token has been invalidated"),
            Err(TokenProblem::Unknown) => Some("Token is not valid"),
        }
    }

    /// Enables it and forgets its errors.
    pub fn enable(&mut self) {
        self.is_active = true;
        self.error_count = 0;
    }
}

/// The tokens in the order in which they joined.
#[derive(Debug, Default)]
pub struct Pool {
    tokens: Vec<Token>,
    last_id: u64,
    met: BTreeSet<String>,
}

impl Pool {
    /// Takes in the accounts that were made since the last time, the first-run
    /// account before all others.
    pub fn meet(&mut self, world: &mut World, now: Timestamp) {
        let accounts = world.accounts.iter();
        let mut strangers: Vec<_> = accounts
            .filter(|account| !self.met.contains(&account.id))
            .map(|account| {
                (
                    account.created_at,
                    account.id.clone(),
                    account.email.clone(),
                )
            })
            .collect();
        let (first, _) = Credentials::first_run_account();
        strangers.sort_by_key(|(at, id, _)| (id != first, *at));
        for (_, account, email) in strangers {
            let credentials = Credentials::issue(world, &account, now);
            let mut token = Token::new(email, credentials.access_token, now);
            token.account = Some(account.clone());
            token.st = Some(credentials.session_token);
            token.rt = Some(credentials.refresh_token);
            token.client_id = Some(credentials.client_id);
            token.expires = Some(now + world.tokens.lives.access);
            self.add(token);
            self.met.insert(account);
        }
    }

    /// Adds a token and returns its number.
    pub fn add(&mut self, mut token: Token) -> u64 {
        self.last_id += 1;
        token.id = self.last_id;
        self.tokens.push(token);
        self.last_id
    }

    /// All tokens.
    pub fn iter(&self) -> impl Iterator<Item = &Token> {
        self.tokens.iter()
    }

    /// All tokens, to change them.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Token> {
        self.tokens.iter_mut()
    }

    /// The token with the number `id`.
    pub fn get(&self, id: u64) -> Option<&Token> {
        self.iter().find(|token| token.id == id)
    }

    /// The token with the number `id`, to change it.
    pub fn get_mut(&mut self, id: u64) -> Option<&mut Token> {
        self.iter_mut().find(|token| token.id == id)
    }

    /// The token of `email`.
    pub fn by_email(&mut self, email: &str) -> Option<&mut Token> {
        self.iter_mut().find(|token| token.email == email)
    }

    /// Removes the tokens for which `keep` does not hold; how many those were.
    pub fn retain(&mut self, keep: impl FnMut(&Token) -> bool) -> usize {
        let before = self.tokens.len();
        self.tokens.retain(keep);
        before - self.tokens.len()
    }

    /// The token that is to make an image or a video: of those that can, the
    /// one that has rested longest. `only` names the account that it must be of.
    pub fn choose(
        &mut self,
        world: &mut World,
        settings: &Settings,
        kind: JobKind,
        only: Option<&str>,
        now: Timestamp,
    ) -> Result<u64, Refusal> {
        if settings.at_auto_refresh_enabled {
            self.refresh(world, now);
        }
        let able = self.tokens.iter().filter(|token| {
            let of_client = only.is_none() || only == token.account.as_deref();
            of_client && token.is_active && can(token, world, kind, now)
        });
        let chosen = able.min_by_key(|token| (token.last_used_at, token.id));
        chosen.map(|token| token.id).ok_or_else(no_token)
    }

    /// Renews expired access tokens from their session tokens.
    pub fn refresh(&mut self, world: &mut World, now: Timestamp) {
        for token in &mut self.tokens {
            if token.expires.is_none_or(|expires| now < expires) {
                continue;
            }
            let Some(st) = &token.st else { continue };
            if let Some((access, expires)) = world.tokens.access_of_session(st, &token.email, now) {
                token.token = access;
                token.expires = Some(expires);
            }
        }
    }
}

/// What real servers say when no token can work.
fn no_token() -> Refusal {
    let mut refusal = Refusal::of("not_found").message("No active tokens available");
    refusal.reason = Reason::NotFound;
    refusal
}

fn can(token: &Token, world: &World, kind: JobKind, now: Timestamp) -> bool {
    let (enabled, limit) = match kind {
        JobKind::Image => (token.image_enabled, token.image_concurrency),
        JobKind::Video => (token.video_enabled, token.video_concurrency),
    };
    let Some(account) = token
        .account
        .as_deref()
        .and_then(|id| world.accounts.get(id))
    else {
        return false;
    };
    let active: Vec<_> = world
        .jobs
        .of_account(&account.id)
        .filter(|job| job.is_active(now))
        .map(|job| job.asked.kind)
        .collect();
    let taken = active.iter().chain(&token.leaked);
    let of_kind = taken.filter(|taken| **taken == kind).count();
    enabled
        && token.problem(world, now).is_none()
        && (kind == JobKind::Image || account.spec.sora2)
        && world.balance(&account.id, now).remaining > 0
        && active.len() < account.spec.concurrency
        && usize::try_from(limit).is_ok_and(|limit| of_kind < limit) | (limit < 0)
}
