//! The adapter vectors: what each verb of the one interface sends on each dialect,
//! and what it makes of the answers. Every language runs the same files,
//! `tests/contract/adapters/<dialect>.json`; a dialect or a verb without a case, and
//! an option that no case shows to be sent or refused, fail here.
//!
//! A file holds a list of cases:
//!
//! ```json
//! [{"name": "what is shown", "verb": "videos.create", "options": {},
//!   "given": {"prompt": "a cat", "duration": 15},
//!   "exchanges": [
//!     {"sentinel": true,
//!      "request": {"method": "POST", "path": "/backend/nf/create", "json": {}},
//!      "response": {"status": 200, "headers": {}, "json": {}, "text": "", "base64": ""}}],
//!   "result": {},
//!   "error": {"kind": "invalid_input", "field": "duration"}}]
//! ```
//!
//! - The client's base URL is `https://gateway.example/backend`, its access token
//!   `test-token`; `options` are further options of it.
//! - The requests have to be equal, in this order. Each carries the access token,
//!   unless its `headers` say otherwise; `null` there means that none is sent. `host`
//!   names any other host than the gateway's. A body is `json`, `form` or `text` as
//!   in the operations' vectors. A form's `multipart` boundary is not compared.
//! - `sentinel` means that the request has a Sentinel token, and that the challenge
//!   which is asked for before it stands for itself.
//! - `result` has to be equal, and is `true` where nothing is answered; without what is null or an empty list, and without
//!   `raw`, unless it holds one. `<now>` is a time of the client's clock, `<uuid>` an
//!   id that the client made up.
//! - Of `error`, what is given has to be equal. A case without exchanges is refused
//!   before anything is sent.
//!
//! `UPDATE_EXPECT=1` writes what is sent and answered now into the files, to be read
//! in the difference before it is believed.

#[path = "adapters/case.rs"]
mod case;
#[path = "adapters/coverage.rs"]
mod coverage;
mod exchange;
#[path = "adapters/pairs.rs"]
mod pairs;
#[path = "adapters/run.rs"]
mod run;

use std::panic::{AssertUnwindSafe, catch_unwind};

use case::{read, write};
use run::run;
use sorakit::Dialect;

#[test]
fn every_adapter_sends_and_answers_what_its_vectors_say() {
    let mut wrong = Vec::new();
    for &dialect in Dialect::ALL {
        let mut cases = read(dialect);
        for case in &mut cases {
            let seen = catch_unwind(AssertUnwindSafe(|| run(dialect, case)))
                .unwrap_or_else(|_| panic!("{dialect} / {}", case.name));
            if std::env::var_os("UPDATE_EXPECT").is_some() {
                case.expect(seen);
            } else if let Err(difference) = case.check(&seen) {
                wrong.push(format!("{dialect} / {}: {difference}", case.name));
            }
        }
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            write(dialect, &cases);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
