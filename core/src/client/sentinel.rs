//! A Sentinel token: ask for the challenge, solve it, write the token
//! (`docs/wire/sora.md` §2).

use crate::api::sora::RequestSentinel;
use crate::client::Client;
use crate::model::{Error, ErrorKind, Event, Result};
use sorakit_sentinel::{
    Challenge, Config, SentinelToken, Solution, SolveError, final_token, initial_token,
    unchallenged_token,
};

impl Client {
    /// Returns a Sentinel token for one creation or publication.
    ///
    /// # Errors
    /// `proof_of_work` when the challenge cannot be solved within the limits;
    /// an absurd difficulty is refused before any work is done.
    pub async fn sentinel_token(&self) -> Result<String> {
        let mut random = [0; 8];
        self.inner.host.random(&mut random);
        let first = self.solve(Challenge::initial(random), false).await?;
        let p = initial_token(&first.answer);
        let request = RequestSentinel {
            p: p.clone(),
            id: self.inner.device_id.clone(),
            flow: self.inner.sentinel.flow.clone(),
        };
        // Boxed: requesting a token is a call, and a call may need a token.
        let answer = Box::pin(self.call(request)).await?;
        let p = match answer.proofofwork {
            Some(work) if work.required => {
                let challenge = Challenge {
                    seed: work.seed.unwrap_or_default(),
                    difficulty: work
                        .difficulty
                        .as_deref()
                        .unwrap_or_default()
                        .parse()
                        .map_err(|error| unsolved(&error))?,
                };
                final_token(&self.solve(challenge, true).await?.answer)
            }
            _ => unchallenged_token(&p),
        };
        let token = SentinelToken {
            p,
            t: answer
                .turnstile
                .and_then(|turnstile| turnstile.dx)
                .unwrap_or_default(),
            c: answer.token,
            id: self.inner.device_id.clone(),
            flow: self.inner.sentinel.token_flow.clone(),
        };
        Ok(token.to_header())
    }

    async fn solve(&self, challenge: Challenge, tell: bool) -> Result<Solution> {
        let mut random = [0; 32];
        self.inner.host.random(&mut random);
        let now = u64::try_from(self.now().as_millis()).unwrap_or_default();
        let config = Config::new(&self.inner.profile, now, &random);
        let limits = self.inner.sentinel.limits.clone();
        let difficulty = challenge.difficulty.to_string();
        let solution = self
            .inner
            .host
            .solve(challenge, config, limits)
            .await
            .map_err(|error| unfinished(&error))?;
        if tell {
            self.tell(Event::Solved {
                difficulty,
                tries: solution.tries,
                elapsed: solution.elapsed,
            });
        }
        Ok(solution)
    }
}

fn unsolved(error: &dyn std::error::Error) -> Error {
    Error::new(ErrorKind::ProofOfWork, error.to_string())
}

/// Names the option that bounds the search, where the search came to its end.
fn unfinished(error: &SolveError) -> Error {
    let option = match error {
        SolveError::TooHard { .. } | SolveError::Exhausted { .. } => "pow_max_tries",
        SolveError::TooSlow { .. } => "pow_timeout",
        _ => return unsolved(error),
    };
    unsolved(error)
        .with_field(option)
        .with_hint(format!("The option `{option}` sets how much is tried."))
}
