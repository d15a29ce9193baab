//! The credentials of an account, and those that a first run finds ready.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::engine::tokens::CLIENTS;
use crate::engine::world::World;

/// Every way to authenticate as one account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Credentials {
    /// Bearer of the native dialect: a JWT.
    pub access_token: String,
    /// Value of the cookie `__Secure-next-auth.session-token`.
    pub session_token: String,
    /// Refresh token; it serves once and only with `client_id`.
    pub refresh_token: String,
    /// Client id that the refresh token is bound to.
    pub client_id: String,
    /// Redirect URI that goes with the client id.
    pub redirect_uri: String,
    /// Key of the gateway dialects.
    pub api_key: String,
}

/// A fixed date for the first-run access token, so that its text never changes.
const FIRST_RUN_ISSUED_S: i64 = 1_735_689_600;
/// 2100-01-01.
const FIRST_RUN_EXPIRES_S: i64 = 4_102_444_800;
const FIRST_RUN_ACCOUNT: &str = "user-firstrun";
const FIRST_RUN_EMAIL: &str = "first.run@example.test";

impl Credentials {
    /// The fixed credentials of the account that every simulator starts with.
    /// They are no secret: they open nothing but a simulator.
    pub fn first_run() -> Self {
        Self::install_first_run(&mut World::default(), Timestamp::UNIX_EPOCH)
    }

    /// Issues all credentials for `account`.
    pub(crate) fn issue(world: &mut World, account: &str, now: Timestamp) -> Self {
        let email = email_of(world, account);
        let expires = now + world.tokens.lives.access;
        let issued_to = world.accounts.get(account);
        let issued_to = issued_to.and_then(|account| account.spec.client_id.as_deref());
        let (client_id, redirect_uris) = CLIENTS
            .into_iter()
            .find(|(id, _)| Some(*id) == issued_to)
            .unwrap_or(CLIENTS[0]);
        let credentials = Self {
            access_token: world.tokens.issue_access(account, &email, now, expires),
            session_token: format!("sess-{}", world.random.token(40)),
            refresh_token: format!("rt_{}", world.random.token(40)),
            client_id: client_id.to_owned(),
            redirect_uri: redirect_uris[0].to_owned(),
            api_key: format!("sk-{}", world.random.token(40)),
        };
        credentials.register(world, account, now);
        credentials
    }

    /// Registers the fixed credentials in `world` for the first-run account.
    pub(crate) fn install_first_run(world: &mut World, now: Timestamp) -> Self {
        let at = |second| Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH);
        let (issued, expires) = (at(FIRST_RUN_ISSUED_S), at(FIRST_RUN_EXPIRES_S));
        let access_token =
            world
                .tokens
                .issue_access(FIRST_RUN_ACCOUNT, FIRST_RUN_EMAIL, issued, expires);
        let credentials = Self {
            access_token,
            session_token: "sess-simulator-first-run".into(),
            refresh_token: "rt_simulator_first_run".into(),
            client_id: CLIENTS[0].0.to_owned(),
            redirect_uri: CLIENTS[0].1[0].to_owned(),
            api_key: "sk-simulator-first-run".into(),
        };
        credentials.register(world, FIRST_RUN_ACCOUNT, now);
        credentials
    }

    fn register(&self, world: &mut World, account: &str, now: Timestamp) {
        let now = now.max(Timestamp::UNIX_EPOCH + SignedDuration::ZERO);
        world
            .tokens
            .add_session(self.session_token.clone(), account, now);
        world
            .tokens
            .add_refresh(self.refresh_token.clone(), account, &self.client_id, now);
        world.tokens.add_api_key(self.api_key.clone(), account);
    }

    /// Id and email of the first-run account.
    pub(crate) fn first_run_account() -> (&'static str, &'static str) {
        (FIRST_RUN_ACCOUNT, FIRST_RUN_EMAIL)
    }
}

fn email_of(world: &World, account: &str) -> String {
    let found = world.accounts.get(account);
    found
        .map(|account| account.email.clone())
        .unwrap_or_default()
}
