//! Images from the request to the address.

use sorakit::{ErrorKind, ImageRequest, JobStatus, Orientation, Reference};

use crate::setup::{BOTH, block_on, client, count, png, simulator};

#[test]
fn a_prompt_becomes_an_image() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        let request = ImageRequest {
            orientation: Some(Orientation::Landscape),
            ..ImageRequest::new("a sunset")
        };
        let job = block_on(client.images().generate(request)).unwrap();
        assert_eq!(job.status, JobStatus::Succeeded);
        assert!(job.images[0].url.starts_with(simulator.cdn_url()));
        let entry = &simulator.requests_of("sora.images.create")[0];
        let sent = entry.json().unwrap();
        assert_eq!(sent["operation"], "simple_compose");
        assert_eq!(
            (&sent["width"], &sent["height"]),
            (&540.into(), &360.into())
        );
        assert_eq!(entry.header("oai-language"), None);
        assert!(count(&simulator, "sora.tasks.recent") > 1);
        assert_eq!(count(&simulator, "sora.tasks.pending"), 0);
    }
}

#[test]
fn an_image_becomes_another_by_the_name_of_its_model() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        let request = ImageRequest {
            model: Some("gpt-image-portrait".into()),
            references: vec![Reference::File(png())],
            ..ImageRequest::new("in oil")
        };
        block_on(client.images().edit(request)).unwrap();
        let sent = simulator.requests_of("sora.images.create")[0].json();
        let sent = sent.unwrap();
        assert_eq!(sent["operation"], "remix");
        assert_eq!(sent["height"], 540);
        assert_eq!(sent["inpaint_items"][0]["type"], "image");
    }
}

#[test]
fn a_failed_image_says_why_and_bad_values_are_not_sent() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        let request = ImageRequest::new("x simulate:generation_failed");
        let error = block_on(client.images().generate(request)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::GenerationFailed, "{error}");
        assert!(!error.reason().contains("no reason"), "{error}");
        let sent = count(&simulator, "sora.images.create");
        for (request, field) in [
            (
                ImageRequest {
                    size: Some("1024x1024".into()),
                    ..ImageRequest::new("x")
                },
                "size",
            ),
            (
                ImageRequest {
                    model: Some("sora2-landscape-10s".into()),
                    ..ImageRequest::new("x")
                },
                "model",
            ),
            (
                ImageRequest {
                    style: Some("vivid".into()),
                    ..ImageRequest::new("x")
                },
                "style",
            ),
            (
                ImageRequest {
                    model: Some("gpt-image-portrait".into()),
                    orientation: Some(Orientation::Landscape),
                    ..ImageRequest::new("x")
                },
                "orientation",
            ),
        ] {
            let error = block_on(client.images().create(request)).unwrap_err();
            assert_eq!(error.field(), Some(field), "{error}");
        }
        assert_eq!(count(&simulator, "sora.images.create"), sent);
    }
}
