//! Sentinel challenges: issued once, solved once.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::random::Random;

/// A new challenge takes the place of one that ends soonest beyond this number.
const KEPT: usize = 10_000;

/// The shortest life of a challenge in real seconds, while simulated time runs.
const LEAST_REAL_S: f64 = 10.0;

/// How the simulator asks for proof of work.
#[derive(Debug, Clone, PartialEq)]
pub struct SentinelSettings {
    /// Difficulty of the challenges, hexadecimal of even length.
    pub difficulty: String,
    /// Whether a challenge must be solved; if not, `proofofwork.required` is false.
    pub required: bool,
    /// Whether answers carry a `turnstile` object with a `dx` value.
    pub turnstile: bool,
    /// How long a sentinel token can be used.
    pub life: SignedDuration,
}

impl Default for SentinelSettings {
    /// The difficulty that `docs/wire/sora.md` §2.1 shows, about sixteen tries; nine minutes of life.
    fn default() -> Self {
        Self {
            difficulty: "0fffff".into(),
            required: true,
            turnstile: false,
            life: SignedDuration::from_mins(9),
        }
    }
}

/// One challenge.
#[derive(Debug, Clone)]
pub struct Ticket {
    /// The token that names it, `gAAAAAB…`.
    pub token: String,
    /// The `p` with which it was asked for.
    pub initial: String,
    /// The request id of the one who asked.
    pub id: String,
    /// Seed of the proof of work.
    pub seed: String,
    /// Difficulty of the proof of work.
    pub difficulty: String,
    /// Whether it has to be solved.
    pub required: bool,
    /// The turnstile value, `""` when there is none.
    pub dx: String,
    expires: Timestamp,
    used: bool,
}

/// Why a sentinel token is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TicketProblem {
    /// No such token was issued.
    Unknown,
    /// It was used before.
    Replayed,
    /// It was issued too long ago.
    Expired,
}

/// Every challenge that is open or was used.
#[derive(Debug, Default)]
pub struct Challenges {
    /// How new challenges are made.
    pub settings: SentinelSettings,
    tickets: HashMap<String, Ticket>,
}

impl Challenges {
    /// Issues a challenge to the one who sent `id` and the first proof `initial`; `speed` is the
    /// clock's.
    pub fn issue(
        &mut self,
        id: &str,
        initial: &str,
        random: &mut Random,
        now: Timestamp,
        speed: f64,
    ) -> Ticket {
        // A busy machine may take some seconds to solve it, however fast simulated time runs.
        let least = SignedDuration::from_secs_f64((speed * LEAST_REAL_S).min(1e9));
        let life = self.settings.life.max(least);
        self.tickets.retain(|_, ticket| now < ticket.expires);
        let dx = if self.settings.turnstile {
            random.token(64)
        } else {
            String::new()
        };
        let ticket = Ticket {
            token: format!("gAAAAAB{}", random.token(80)),
            initial: initial.to_owned(),
            id: id.to_owned(),
            seed: format!("{:.16}", random.unit()),
            difficulty: self.settings.difficulty.clone(),
            required: self.settings.required,
            dx,
            expires: now + life,
            used: false,
        };
        if self.tickets.len() >= KEPT {
            let soonest = self.tickets.values().min_by_key(|ticket| ticket.expires);
            let soonest = soonest.map(|ticket| ticket.token.clone());
            soonest.and_then(|token| self.tickets.remove(&token));
        }
        self.tickets.insert(ticket.token.clone(), ticket.clone());
        ticket
    }

    /// Uses up the challenge that `token` names.
    pub fn redeem(&mut self, token: &str, now: Timestamp) -> Result<Ticket, TicketProblem> {
        let ticket = self.tickets.get_mut(token).ok_or(TicketProblem::Unknown)?;
        if ticket.used {
            return Err(TicketProblem::Replayed);
        }
        if now >= ticket.expires {
            return Err(TicketProblem::Expired);
        }
        ticket.used = true;
        Ok(ticket.clone())
    }
}
