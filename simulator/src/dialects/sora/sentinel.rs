//! The sentinel: challenges, and the tokens that prove that they were solved (`docs/wire/sora.md` §2).

use std::time::Duration;

use serde_json::json;
use sorakit::sentinel::{
    Challenge, Config, FinalToken, Limits, Profile, SentinelToken, final_token, initial_token,
    parse_final_token, parse_initial_token, unchallenged_token, verify,
};

use super::access::require_page;
use crate::engine::challenges::{Ticket, TicketProblem};
use crate::engine::refusal::Refusal;
use crate::exchange::{Answer, Call, Reply};

/// Elements of the array that is hashed.
const ELEMENTS: usize = 18;

/// `POST /backend-api/sentinel/req`
pub async fn request(call: Call) -> Answer {
    if !call.observed() {
        call.require_header_value("Accept", &["*/*"])?;
        call.require_header_value(
            "Content-Type",
            &["text/plain;charset=UTF-8", "text/plain", "application/json"],
        )?;
        require_page(&call, "chatgpt.com", "/backend-api/sentinel/frame.html")?;
        if !call.from_browser() {
            for name in [
                "User-Agent",
                "sec-ch-ua",
                "sec-ch-ua-mobile",
                "sec-ch-ua-platform",
            ] {
                call.require_header(name)?;
            }
        }
    }
    let fields = call.json()?;
    let initial = fields.string("p")?;
    if !is_initial_proof(initial) {
        let message =
            "`p` must be \"gAAAAAC\" followed by the base64 of a JSON array of 18 elements.";
        return Err(Refusal::wrong_value("p", message));
    }
    let id = fields.string("id")?;
    if call.observed() {
        fields.string("flow")?;
    } else {
        fields.one_of("flow", &["sora_init"])?;
    }

    let mut guard = call.world();
    let world = &mut *guard;
    let ticket = world.challenges.issue(
        id,
        initial,
        &mut world.random,
        call.now,
        call.engine.clock.speed(),
    );
    let mut body = json!({"token": ticket.token});
    if !ticket.dx.is_empty() {
        body["turnstile"] = json!({"dx": ticket.dx});
    } else if !call.observed() {
        body["turnstile"] = json!({"dx": ""});
    }
    body["proofofwork"] = json!({
        "required": ticket.required,
        "seed": ticket.seed,
        "difficulty": ticket.difficulty,
    });
    if call.observed() {
        body["persona"] = json!("chatgpt-paid");
        if !ticket.dx.is_empty() {
            body["turnstile"]["required"] = json!(true);
        }
        if !ticket.required {
            body["proofofwork"] = json!({"required": false});
        }
    }
    Ok(Reply::json(body))
}

/// `GET /` of the chat host: a page that sets the device id, which gateways send along.
pub async fn home(call: Call) -> Answer {
    let device = match call.cookie("oai-did") {
        Some(known) => known.to_owned(),
        None => call.world().random.uuid(),
    };
    let page = Reply::bytes(
        "text/html; charset=utf-8",
        "<!doctype html><title>Chat</title>",
    );
    Ok(page.header("set-cookie", &format!("oai-did={device}; Path=/; Secure")))
}

/// `POST /api/v1/sora/sentinel-token`: the service that gateways may leave the proof of
/// work to. It asks for a key of its own, and takes any.
pub async fn solve(call: Call) -> Answer {
    if !call
        .header("authorization")
        .is_some_and(|key| key.starts_with("Bearer "))
    {
        return Err(Refusal::of("Unauthorized").message("The service asks for a key."));
    }
    let fields = call.json()?;
    for name in ["device_type", "access_token", "session_token", "proxy_url"] {
        fields.optional_text(name)?;
    }
    let (device, ticket) = {
        let mut guard = call.world();
        let world = &mut *guard;
        let device = world.random.uuid();
        let initial = unchallenged();
        let ticket = world.challenges.issue(
            &device,
            &initial,
            &mut world.random,
            call.now,
            call.engine.clock.speed(),
        );
        (device, ticket)
    };
    let p = match ticket.required {
        false => unchallenged_token(&ticket.initial),
        true => final_token(&solved(&ticket)?),
    };
    let token = SentinelToken {
        p,
        t: ticket.dx,
        c: ticket.token,
        id: device.clone(),
        flow: "sora_2_create_task__auto".into(),
    };
    Ok(Reply::json(json!({
        "sentinel_token": token.to_header(),
        "device_id": device,
        "user_agent": Profile::default().user_agent,
        "cookie_header": format!("oai-did={device}"),
    })))
}

/// A first proof of the right form.
fn unchallenged() -> String {
    use base64::Engine as _;
    let array = serde_json::to_vec(&[0; ELEMENTS]).unwrap_or_default();
    initial_token(&base64::prelude::BASE64_STANDARD.encode(array))
}

/// The answer to a challenge, which has to be an easy one.
fn solved(ticket: &Ticket) -> Result<String, Refusal> {
    let refused = |why: String| Refusal::of("internal_error").message(why);
    let difficulty = ticket.difficulty.parse();
    let challenge = Challenge {
        seed: ticket.seed.clone(),
        difficulty: difficulty.map_err(|error| refused(format!("{error}")))?,
    };
    let config = Config::new(&Profile::default(), 0, &[0; 32]);
    let limits = Limits {
        max_time: Duration::from_secs(5),
        ..Limits::default()
    };
    let solution = sorakit::sentinel::solve(&challenge, &config, limits);
    let solution = solution.map_err(|error| refused(error.to_string()))?;
    Ok(solution.answer)
}

/// Uses up the sentinel token of a request that needs one; anything wrong with
/// it is a `sentinel_block`.
pub fn require(call: &Call) -> Result<(), Refusal> {
    check(call).map_err(|why| {
        let refusal = Refusal::of("sentinel_block");
        let message = format!("{} ({why})", refusal.message);
        let mut refusal = refusal.message(message);
        refusal.param = Some("openai-sentinel-token".into());
        refusal
    })
}

fn check(call: &Call) -> Result<(), String> {
    let header = call
        .header("openai-sentinel-token")
        .ok_or("the header openai-sentinel-token is missing")?;
    let token: SentinelToken = serde_json::from_str(header)
        .map_err(|error| format!("the token cannot be read: {error}"))?;
    if token.flow.is_empty() {
        return Err("flow is empty".into());
    }
    if !call.observed() && token.flow != "sora_2_create_task__auto" {
        return Err(format!(
            "flow is {}, not sora_2_create_task__auto",
            token.flow
        ));
    }
    let redeemed = call.world().challenges.redeem(&token.c, call.now);
    let ticket = redeemed.map_err(|problem| match problem {
        TicketProblem::Unknown => "c was not issued by this server",
        TicketProblem::Replayed => "c was used before",
        TicketProblem::Expired => "c has expired",
    })?;
    if token.id != ticket.id {
        return Err("id is not that of the sentinel request".into());
    }
    if token.t != ticket.dx {
        return Err("t is not the turnstile value".into());
    }
    check_proof(&token.p, &ticket)
}

fn check_proof(proof: &str, ticket: &Ticket) -> Result<(), String> {
    match parse_final_token(proof) {
        Some(FinalToken::Solved(answer)) => {
            let difficulty = ticket
                .difficulty
                .parse()
                .map_err(|error| format!("{error}"))?;
            let challenge = Challenge {
                seed: ticket.seed.clone(),
                difficulty,
            };
            verify(&challenge, answer).map_err(|error| error.to_string())
        }
        Some(FinalToken::Unchallenged(_)) if ticket.required => {
            Err("the challenge was not solved".into())
        }
        Some(FinalToken::Unchallenged(_)) if proof.strip_suffix("~S") == Some(&ticket.initial) => {
            Ok(())
        }
        _ => Err("p is not a token of the form gAAAAAB…~S".into()),
    }
}

/// The seed of the first proof is the client's own, so only its form can be checked.
fn is_initial_proof(text: &str) -> bool {
    use base64::Engine as _;
    let answer = parse_initial_token(text);
    let json = answer.and_then(|answer| base64::prelude::BASE64_STANDARD.decode(answer).ok());
    let elements =
        json.and_then(|json| serde_json::from_slice::<Vec<serde_json::Value>>(&json).ok());
    elements.is_some_and(|elements| elements.len() == ELEMENTS)
}
