//! The Videos API and the servers that speak it.

use sorakit::api::openai::{Encoding, GetContent, Variant};
use sorakit::{Dialect, ErrorKind, JobStatus, Options, PageRequest, VideoRequest};
use sorakit_simulator::Shapes;

use crate::setup::{Target, asked_of_cdn, client, client_at, run, simulator};

#[test]
fn openai_lists_deletes_and_has_other_files_of_a_video() {
    let simulator = simulator(Shapes::Documented);
    let client = client(&simulator, Dialect::Openai);
    run(async {
        let videos = client.videos();
        let mut ids = Vec::new();
        for n in 0..3 {
            let request = VideoRequest::new(format!("cat {n}"));
            ids.push(videos.generate(request).await.unwrap().id);
        }
        let page = |limit, cursor| PageRequest {
            limit: Some(limit),
            cursor,
        };
        let first = videos.list(page(2, None)).await.unwrap();
        let second = videos.list(page(2, first.next.clone())).await.unwrap();
        let listed = first.items.iter().chain(&second.items);
        let listed: Vec<_> = listed.map(|job| job.id.clone()).collect();
        ids.reverse();
        assert_eq!(listed, ids, "newest first, over two pages");
        assert_eq!(second.next, None);

        let thumbnail = GetContent {
            video_id: ids[0].clone(),
            variant: Some(Variant::Thumbnail),
        };
        let still = client.call(thumbnail).await.unwrap();
        assert_eq!(still.content_type.as_deref(), Some("image/webp"));

        videos.delete(&ids[0]).await.unwrap();
        let gone = videos.get(&ids[0]).await.unwrap_err();
        assert_eq!(gone.kind(), ErrorKind::NotFound);
        assert_eq!(gone.job_id(), Some(ids[0].as_str()));
    });
}

#[test]
fn many_jobs_of_openai_are_polled_with_one_request() {
    let simulator = simulator(Shapes::Documented);
    let client = client(&simulator, Dialect::Openai);
    run(async {
        let videos = client.videos();
        let mut jobs = Vec::new();
        for n in 0..3 {
            let request = VideoRequest::new(format!("cat {n}"));
            jobs.push(videos.create(request).await.unwrap());
        }
        let waits = jobs.iter().map(|job| videos.wait(job));
        for done in futures_util::future::join_all(waits).await {
            assert_eq!(done.unwrap().status, JobStatus::Succeeded);
        }
    });
    let lists = simulator.requests_of("openai.videos.list").len();
    let gets = simulator.requests_of("openai.videos.get").len();
    assert!(lists > 0, "the list was not used");
    assert!(gets <= lists, "{gets} single requests, {lists} lists");
}

#[test]
fn other_servers_of_the_videos_api_are_spoken_to() {
    let simulator = simulator(Shapes::Documented);
    for (server, encoding) in [
        ("sglang", Encoding::Multipart),
        ("sglang", Encoding::Json),
        ("vllm-omni", Encoding::Multipart),
        ("new-api", Encoding::Multipart),
        ("litellm", Encoding::Multipart),
        ("dynamo", Encoding::Json),
    ] {
        let place = format!("{server} {encoding:?}");
        let options = Options {
            encoding: Some(encoding),
            ..Options::default()
        };
        let path = format!("/openai/{server}/v1");
        let client = client_at(&simulator, Dialect::Openai, &path, options);
        let target = Target::new(&format!("{server}-{encoding:?}"));
        let mut request = VideoRequest {
            duration: Some(4),
            size: Some("1280x720".into()),
            ..VideoRequest::new("a cat")
        };
        let own = "Wan-AI/Wan2.1-T2V-1.3B-Diffusers";
        let model = match server {
            "litellm" | "new-api" => "sora-2",
            _ => own,
        };
        request.model = Some(model.into());
        if server == "dynamo" {
            request.extra.insert("response_format".into(), "url".into());
        }
        run(async {
            let videos = client.videos();
            let done = videos.generate(request).await;
            let done = done.unwrap_or_else(|error| panic!("{place}: {error}"));
            assert_eq!(done.status, JobStatus::Succeeded, "{place}");
            let file = videos.download(&done, target.file()).await;
            let file = file.unwrap_or_else(|error| panic!("{place}: {error}"));
            assert_eq!(file.video.unwrap().width, 1280, "{place}");
        });
    }
    asked_of_cdn(&simulator);
}

#[test]
fn a_server_without_a_list_is_asked_for_it_once() {
    let simulator = simulator(Shapes::Documented);
    let options = Options::default();
    let client = client_at(&simulator, Dialect::Openai, "/openai/new-api/v1", options);
    run(async {
        let videos = client.videos();
        let ask = |prompt: &str| VideoRequest {
            model: Some("sora-2".into()),
            ..VideoRequest::new(prompt)
        };
        let one = videos.create(ask("a cat")).await.unwrap();
        let two = videos.create(ask("a dog")).await.unwrap();
        let (one, two) = futures_util::future::join(videos.wait(&one), videos.wait(&two)).await;
        assert!(one.is_ok() && two.is_ok());
    });
    let lists = simulator
        .journal()
        .into_iter()
        .filter(|entry| entry.method == "GET" && entry.path.ends_with("/v1/videos"));
    assert_eq!(lists.count(), 1);
}
