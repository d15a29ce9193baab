//! Telling a server's dialect from harmless requests.

use std::sync::{Arc, Mutex};

use sorakit::api::openai::CreateVideoSync;
use sorakit::{
    Client, Dialect, DownloadOptions, ErrorKind, Event, Feature, Flavour, JobStatus, Options,
    VideoRequest,
};
use sorakit_simulator::{Shapes, Simulator};

use crate::setup::{Target, run, simulator};

/// A client that is told the address and the key alone.
fn told_nothing(base_url: &str, simulator: &Simulator) -> Client {
    Client::new(Options {
        base_url: Some(base_url.into()),
        api_key: Some(simulator.credentials().api_key.as_str().into()),
        poll_interval: Some(0.05),
        environment: Some(false),
        ..Options::default()
    })
    .unwrap()
}

#[test]
fn every_server_of_the_videos_api_works_by_address_and_key_alone() {
    for flavour in Flavour::of(Dialect::Openai) {
        let simulator = Simulator::builder().speed(600.0).only(flavour.as_str());
        let simulator = simulator.start().unwrap();
        let client = told_nothing(simulator.url(), &simulator);
        let events = Arc::new(Mutex::new(Vec::new()));
        let kept = events.clone();
        client.observe(move |event: &Event| kept.lock().unwrap().push(event.clone()));
        assert!(client.detected().is_none());
        let target = Target::new(&format!("alone-{flavour}"));
        // LiteLLM stands before OpenAI's service here, which takes none of these.
        let takes = flavour != Flavour::Litellm;
        let offered = |feature, number: u32| (takes && flavour.offers(feature)).then_some(number);
        let request = || VideoRequest {
            model: Some("sora-2".into()),
            seed: offered(Feature::Seed, 7).map(i64::from),
            steps: offered(Feature::Steps, 20),
            fps: offered(Feature::Fps, 16).map(f64::from),
            frames: offered(Feature::Frames, 33),
            ..VideoRequest::new("a cat")
        };
        run(async {
            let done = client.videos().generate(request()).await;
            let done = done.unwrap_or_else(|error| panic!("{flavour}: {error}"));
            assert_eq!(done.status, JobStatus::Succeeded, "{flavour}");
            let file = client.videos().download(&done, target.file()).await;
            let file = file.unwrap_or_else(|error| panic!("{flavour}: {error}"));
            let video = file.video.unwrap();
            if let Some(frames) = offered(Feature::Frames, 33) {
                assert_eq!(video.frames, Some(u64::from(frames)), "{flavour}");
            }
        });
        let found = client.detected().unwrap();
        assert_eq!(found.flavour, Some(flavour), "{:?}", found.evidence);
        let said: Vec<_> = events.lock().unwrap().clone();
        let said = said.iter().filter_map(|event| match event {
            Event::Detected { flavour, .. } => *flavour,
            _ => None,
        });
        assert_eq!(said.collect::<Vec<_>>(), [flavour], "it is told once");
        let asked = |simulator: &Simulator| {
            let journal = simulator.journal();
            let probes = ["/v1/models", "/openapi.json", "/swagger/doc.json"];
            let probed = journal
                .iter()
                .filter(|entry| probes.contains(&&*entry.path));
            probed.count()
        };
        let probes = asked(&simulator);
        let most = match flavour {
            Flavour::Localai => 3,
            _ => 2,
        };
        assert!((1..=most).contains(&probes), "{flavour}: {probes} probes");
        // Another client of the process asks nothing.
        let second = told_nothing(simulator.url(), &simulator);
        run(second.videos().create(request())).unwrap();
        assert_eq!(asked(&simulator), probes, "{flavour}");
        assert_eq!(second.flavour(), Some(flavour));
    }
}

/// The flavours that a client tells as it finds them out.
fn flavours_told(client: &Client) -> Arc<Mutex<Vec<Flavour>>> {
    let told = Arc::new(Mutex::new(Vec::new()));
    let kept = told.clone();
    client.observe(move |event: &Event| {
        if let Event::Detected {
            flavour: Some(flavour),
            ..
        } = event
        {
            kept.lock().unwrap().push(*flavour);
        }
    });
    told
}

#[test]
fn a_gateway_of_sora2api_works_by_address_and_key_alone() {
    for (flavour, made_by) in [
        (Flavour::Upstream, "sora2api.chat.create"),
        (Flavour::Fork, "sora2api.videos.create"),
    ] {
        let simulator = Simulator::builder().speed(600.0).only(flavour.as_str());
        let simulator = simulator.start().unwrap();
        let client = told_nothing(simulator.url(), &simulator);
        let told = flavours_told(&client);
        let target = Target::new(&format!("alone-{flavour}"));
        run(async {
            let request = VideoRequest::new("a cat in the snow");
            let done = client.videos().generate(request).await;
            let done = done.unwrap_or_else(|error| panic!("{flavour}: {error}"));
            assert_eq!(done.resumable, flavour == Flavour::Fork);
            let file = client.videos().download(&done, target.file()).await;
            assert!(file.unwrap().video.is_some(), "{flavour}");
        });
        assert_eq!(*told.lock().unwrap(), [flavour], "it is told once");
        assert_eq!(client.flavour(), Some(flavour));
        assert_eq!(client.offers(Feature::Invites), flavour == Flavour::Fork);
        let journal = simulator.journal();
        let posted = journal.iter().filter(|entry| entry.method == "POST");
        let posted: Vec<_> = posted.map(|entry| entry.operation.as_deref()).collect();
        assert_eq!(posted, [Some(made_by)], "nothing is tried out");
        // Another client of the process asks nothing.
        let asked = journal.len();
        let second = told_nothing(simulator.url(), &simulator);
        run(second.videos().create(VideoRequest::new("a dog"))).unwrap();
        assert_eq!(
            simulator.journal()[asked].operation.as_deref(),
            Some(made_by)
        );
    }
}

#[test]
fn a_flavour_that_shows_itself_later_is_told_as_well() {
    let simulator = Simulator::builder().speed(600.0);
    let simulator = simulator.only("upstream").start().unwrap();
    let client = Client::new(Options {
        dialect: Some(Dialect::Sora2api),
        base_url: Some(simulator.url().into()),
        api_key: Some(simulator.credentials().api_key.as_str().into()),
        environment: Some(false),
        ..Options::default()
    })
    .unwrap();
    let told = flavours_told(&client);
    assert_eq!(client.flavour(), None);
    run(client.videos().create(VideoRequest::new("a cat"))).unwrap();
    assert_eq!(*told.lock().unwrap(), [Flavour::Upstream]);
    assert_eq!(client.flavour(), Some(Flavour::Upstream));
    // Now it is known what the gateway lacks.
    let error = run(client.account().invites()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    assert!(error.reason().contains("fork"), "{error}");
}

#[test]
fn what_is_given_is_not_asked_for() {
    let simulator = Simulator::builder().speed(600.0).only("sglang");
    let simulator = simulator.start().unwrap();
    let client = Client::new(Options {
        flavour: Some(Flavour::Sglang),
        base_url: Some(simulator.url().into()),
        api_key: Some(simulator.credentials().api_key.as_str().into()),
        environment: Some(false),
        ..Options::default()
    });
    run(client.unwrap().videos().create(VideoRequest::new("a cat"))).unwrap();
    assert_eq!(simulator.journal().len(), 1);
}

#[test]
fn several_videos_of_sglang_are_fetched_by_their_numbers() {
    let simulator = Simulator::builder().speed(600.0).only("sglang");
    let simulator = simulator.start().unwrap();
    let client = told_nothing(simulator.url(), &simulator);
    let target = Target::new("several");
    run(async {
        let request = VideoRequest {
            n: Some(2),
            enhance: Some(true),
            ..VideoRequest::new("a cat")
        };
        let done = client.videos().generate(request).await.unwrap();
        assert_eq!(done.videos.len(), 2);
        assert_eq!(done.revised_prompt.as_deref(), Some("a cat, in detail"));
        let both = client
            .videos()
            .download_all(&done, target.file(), DownloadOptions::default())
            .await;
        assert_eq!(both.unwrap().len(), 2);
    });
    let content = simulator.requests_of("openai.videos.content");
    assert!(
        content
            .iter()
            .any(|entry| entry.query.contains("variant=1"))
    );
}

#[test]
fn a_video_is_made_while_the_answer_is_waited_for() {
    let simulator = Simulator::builder().speed(600.0).only("vllm-omni");
    let simulator = simulator.start().unwrap();
    let client = told_nothing(simulator.url(), &simulator);
    let create = CreateVideoSync {
        prompt: "a cat".into(),
        ..CreateVideoSync::default()
    };
    let made = run(client.call(create)).unwrap();
    assert_eq!(made.content_type.as_deref(), Some("video/mp4"));
    assert!(!made.data.unwrap().is_empty());
}

#[test]
fn a_video_is_stopped_where_the_server_can() {
    for (flavour, can) in [(Flavour::VllmOmni, true), (Flavour::Sglang, false)] {
        let simulator = Simulator::builder().speed(1.0).only(flavour.as_str());
        let simulator = simulator.start().unwrap();
        let client = told_nothing(simulator.url(), &simulator);
        run(async {
            let job = client.videos().create(VideoRequest::new("a cat")).await;
            let job = job.unwrap();
            let stopped = client.videos().cancel(&job.id).await;
            match can {
                true => assert!(stopped.is_ok(), "{stopped:?}"),
                false => {
                    let error = stopped.unwrap_err();
                    assert_eq!(error.kind(), ErrorKind::Unsupported);
                    assert!(error.reason().contains("vllm-omni"), "{error}");
                }
            }
        });
        let sent = simulator.requests_of("openai.videos.delete").len();
        assert_eq!(sent, usize::from(can), "{flavour}");
    }
}

#[test]
fn each_dialect_is_told_and_nothing_is_created() {
    let simulator = simulator(Shapes::Observed);
    let credentials = simulator.credentials();
    for (dialect, path) in [
        (Dialect::Sora, "/backend"),
        (Dialect::Mirror, "/mirror/sora"),
        (Dialect::Mirror, "/mirror"),
        (Dialect::Sora2api, "/sora2api"),
        (Dialect::Skyriff, "/skyriff"),
        (Dialect::Relay, "/relay"),
        (Dialect::Openai, "/openai"),
    ] {
        let key = match dialect {
            Dialect::Sora => &credentials.access_token,
            _ => &credentials.api_key,
        };
        let found = run(Client::detect(Options {
            base_url: Some(format!("{}{path}", simulator.url())),
            api_key: Some(key.as_str().into()),
            max_retries: Some(0),
            ..Options::default()
        }));
        let found = found.unwrap_or_else(|error| panic!("{dialect}: {error}"));
        assert_eq!(found.dialect, dialect, "{:?}", found.evidence);
    }
    assert!(
        simulator
            .journal()
            .iter()
            .all(|entry| entry.method == "GET")
    );
}
