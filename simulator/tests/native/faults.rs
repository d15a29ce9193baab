//! What goes wrong on the way, and what it costs.

use std::time::Instant;

use serde_json::json;
use sorakit::api::sora::{CheckQuota, UploadImage};
use sorakit::{Client, Error, ErrorKind, Options, VideoRequest};
use sorakit_simulator::{Action, Rule, SentinelSettings, Shapes, Simulator};

use crate::setup::{BOTH, block_on, client, count, make, options, png, simulator};

const CREATE: &str = "sora.videos.create";

fn create(client: &Client) -> Result<sorakit::Job, Error> {
    block_on(client.videos().create(VideoRequest::new("a cat")))
}

fn refuse(code: &str) -> Action {
    Action::Refuse { code: code.into() }
}

/// How many jobs the server has made.
fn jobs(simulator: &Simulator) -> usize {
    simulator
        .journal()
        .iter()
        .map(|entry| entry.jobs.len())
        .sum()
}

#[test]
fn a_create_whose_answer_is_lost_is_sent_once_and_unknown() {
    for shapes in BOTH {
        for (action, made) in [
            (Action::ResetAfter, 1),
            (Action::ResetBefore, 0),
            (Action::Truncate { bytes: 3 }, 1),
            (Action::InvalidJson, 1),
        ] {
            let simulator = simulator(shapes);
            let client = client(&simulator);
            simulator.add_fault(Rule::new(action).operation(CREATE));
            let error = create(&client).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
            assert!(
                error.to_string().contains("before you send it again"),
                "{error}"
            );
            assert_eq!(count(&simulator, CREATE), 1);
            assert_eq!(jobs(&simulator), made);
        }
    }
}

#[test]
fn a_create_that_takes_too_long_is_sent_once_and_unknown() {
    let simulator = simulator(Shapes::Observed);
    let mut options = options(&simulator);
    options.creation_timeout = Some(1.0);
    let client = Client::new(options).unwrap();
    let slow = Action::StallAnswer { ms: 3000 };
    simulator.add_fault(Rule::new(slow).operation(CREATE));
    let error = create(&client).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert_eq!(count(&simulator, CREATE), 1);
}

#[test]
fn whether_a_server_or_gateway_that_breaks_took_it_is_unknown() {
    for status in [500, 502, 503, 504, 520] {
        let simulator = simulator(Shapes::Observed);
        let client = client(&simulator);
        let broken = Action::Status {
            status,
            body: None,
            text: Some("broken".into()),
            headers: Default::default(),
            retry_after: None,
        };
        simulator.add_fault(Rule::new(broken).operation(CREATE));
        let error = create(&client).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{status} {error}");
        assert_eq!(count(&simulator, CREATE), 1);
    }
}

#[test]
fn heavy_load_at_any_status_is_tried_again_because_nothing_was_made() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        simulator.add_fault(Rule::new(refuse("heavy_load")).operation(CREATE));
        create(&client).unwrap();
        assert_eq!(count(&simulator, CREATE), 2);
        assert_eq!(jobs(&simulator), 1);
        let statuses: Vec<_> = simulator
            .requests_of(CREATE)
            .iter()
            .map(|entry| entry.status)
            .collect();
        let refused = if shapes == Shapes::Observed { 400 } else { 503 };
        assert_eq!(statuses, [Some(refused), Some(200)]);
    }
}

#[test]
fn a_refused_sentinel_token_is_replaced_once() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        simulator.add_fault(Rule::new(refuse("sentinel_block")).operation(CREATE));
        create(&client).unwrap();
        assert_eq!(count(&simulator, "sora.sentinel.request"), 2);
        let tokens: Vec<_> = simulator
            .requests_of(CREATE)
            .iter()
            .map(|entry| entry.header("openai-sentinel-token").unwrap().to_owned())
            .collect();
        assert_ne!(tokens[0], tokens[1]);

        simulator.clear_journal();
        let twice = Rule::new(refuse("sentinel_block")).operation(CREATE);
        simulator.add_fault(twice.times(2));
        let error = create(&client).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Sentinel, "{error}");
        assert_eq!(count(&simulator, CREATE), 2);
        assert_eq!(jobs(&simulator), 0);
    }
}

#[test]
fn too_many_jobs_at_once_wait_for_a_slot() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        let full = Action::Status {
            status: 429,
            body: Some(json!({"error": {
                "message": "You already have 3 generations in progress.",
                "code": "too_many_concurrent_tasks",
                "details": {"num_tasks": 3},
            }})),
            text: None,
            headers: Default::default(),
            retry_after: Some(1),
        };
        simulator.add_fault(Rule::new(full).operation(CREATE));
        let begun = Instant::now();
        create(&client).unwrap();
        assert!(begun.elapsed().as_millis() >= 1000);
        assert_eq!(count(&simulator, CREATE), 2);

        // Who does not want to wait gets the error.
        let mut options = options(&simulator);
        options.slot_timeout = Some(0.001);
        let client = Client::new(options).unwrap();
        let error = block_on(async {
            let prompt = "a cat simulate:too_many_concurrent_tasks";
            client.videos().create(VideoRequest::new(prompt)).await
        });
        let error = error.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooManyJobs, "{error}");
    }
}

#[test]
fn a_token_that_ends_in_the_middle_of_a_wait_is_renewed_and_the_wait_goes_on() {
    for shapes in BOTH {
        for expire in [Action::ExpireToken, Action::InvalidateToken] {
            let simulator = simulator(shapes);
            let credentials = simulator.credentials();
            let mut options = options(&simulator);
            options.refresh_token = Some(credentials.refresh_token.clone().into());
            let client = Client::new(options).unwrap();
            let ends = Rule::new(expire).operation("sora.tasks.pending").skip(2);
            simulator.add_fault(ends);
            block_on(make(&client, "a cat"));
            let renewals = simulator.requests_of("sora.tokens.refresh");
            assert_eq!(renewals.len(), 1);
            let sent = renewals[0].json().unwrap();
            assert_eq!(sent["refresh_token"], credentials.refresh_token);
            assert_eq!(count(&simulator, CREATE), 1);
        }
    }
}

#[test]
fn a_dead_token_without_another_is_an_authentication_error() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let mut options = options(&simulator);
        options.access_token = Some("eyJhbGciOiJub25lIn0.e30.x".into());
        let client = Client::new(options).unwrap();
        let error = block_on(client.call(CheckQuota {})).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Authentication, "{error}");
        assert_eq!(count(&simulator, "sora.quota.check"), 1);
    }
}

#[test]
fn a_cdns_page_is_a_block_and_no_fault_of_the_credential() {
    for status in [403, 429, 503] {
        let simulator = simulator(Shapes::Observed);
        let mut options = options(&simulator);
        options.refresh_token = Some(simulator.credentials().refresh_token.into());
        let client = Client::new(options).unwrap();
        let page = Rule::new(Action::Cloudflare { status });
        simulator.add_fault(page.operation(CREATE).always());
        let error = create(&client).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Blocked, "{error}");
        assert!(error.to_string().contains("not at fault"), "{error}");
        assert_eq!(count(&simulator, CREATE), 1);
        assert_eq!(count(&simulator, "sora.tokens.refresh"), 0);
    }
}

#[test]
fn refusals_keep_their_class_in_both_forms() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        for (trigger, kind) in [
            ("phone_number_required", ErrorKind::AccountSetup),
            ("sora_username_not_yet_created", ErrorKind::AccountSetup),
            ("unsupported_country_code", ErrorKind::Region),
            ("refuse_content", ErrorKind::ContentPolicy),
            ("invalid_request", ErrorKind::BadRequest),
            ("rate_limit_exhausted", ErrorKind::QuotaExhausted),
        ] {
            simulator.clear_journal();
            let request = VideoRequest::new(format!("a cat simulate:{trigger}"));
            let error = block_on(client.videos().create(request)).unwrap_err();
            assert_eq!(error.kind(), kind, "{shapes:?} {error}");
            assert!(!error.retryable(), "{error}");
            assert_eq!(count(&simulator, CREATE), 1, "{trigger}");
        }
    }
}

#[test]
fn polls_that_fail_for_a_while_do_not_end_the_wait() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let mut options = options(&simulator);
        options.max_retries = Some(0);
        let client = Client::new(options).unwrap();
        for (skip, action) in [
            (1, Action::ResetBefore),
            (2, refuse("internal_error")),
            (3, refuse("rate_limit_exceeded")),
            (4, Action::Truncate { bytes: 1 }),
        ] {
            let rule = Rule::new(action).operation("sora.tasks.pending");
            simulator.add_fault(rule.skip(skip));
        }
        block_on(make(&client, "a cat"));
        assert_eq!(count(&simulator, CREATE), 1);
    }
}

#[test]
fn an_upload_that_breaks_off_is_not_sent_again() {
    let simulator = simulator(Shapes::Documented);
    let client = client(&simulator);
    let rule = Rule::new(Action::ResetAfter).operation("sora.uploads.image");
    simulator.add_fault(rule);
    let error = block_on(client.call(UploadImage { file: png() })).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
    assert_eq!(count(&simulator, "sora.uploads.image"), 1);
}

#[test]
fn a_proof_of_work_that_is_too_hard_names_the_option_that_bounds_it() {
    let hard = SentinelSettings {
        difficulty: "0000000f".into(),
        ..SentinelSettings::default()
    };
    let simulator = Simulator::builder().sentinel(hard).start().unwrap();
    for (tries, seconds, named) in [
        (Some(1000), None, "pow_max_tries"),
        (Some(u64::MAX), Some(0.001), "pow_timeout"),
    ] {
        let options = Options {
            pow_max_tries: tries,
            pow_timeout: seconds,
            ..options(&simulator)
        };
        let error = create(&Client::new(options).unwrap()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ProofOfWork, "{error}");
        assert_eq!(error.field(), Some(named), "{error}");
    }
    assert_eq!(jobs(&simulator), 0);
}
