//! From a video to a character.

use sorakit::api::sora::{GetProfile, UpdateCameo};
use sorakit::{
    Cameo, CameoPlan, CameoStep, CharacterRequest, ErrorKind, PageRequest, Reference, VideoRequest,
    Visibility,
};
use sorakit_simulator::{Action, Rule};

use crate::setup::{BOTH, block_on, client, count, make, mp4, simulator};

fn plan() -> CameoPlan {
    CameoPlan {
        username: Some("my.character".into()),
        display_name: Some("My Character".into()),
        visibility: Some(Visibility::Public),
        ..CameoPlan::default()
    }
}

#[test]
fn a_video_becomes_a_character_that_videos_can_show() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            let cameos = client.cameos();
            let begun = cameos.begin(mp4("me.mp4"), (0.0, 3.0), plan());
            let mut cameo = begun.await.unwrap();
            cameos.finish(&mut cameo).await.unwrap();
            assert_eq!(cameo.step, CameoStep::Done);
            let character = cameo.character_id.unwrap();
            let request = VideoRequest {
                characters: vec![character.clone()],
                ..VideoRequest::new("@my.character dances")
            };
            client.videos().generate(request).await.unwrap();
            let private = UpdateCameo {
                cameo_id: cameo.cameo_id,
                visibility: Some(Visibility::Private),
                instruction_set: None,
                safety_instruction_set: None,
            };
            client.call(private).await.unwrap();
            assert!(!cameos.delete(&character).await.unwrap().already_gone);
            assert!(cameos.delete(&character).await.unwrap().already_gone);
        });
        let journal = simulator.journal();
        let picture = journal.iter().find(|entry| entry.origin == "cdn").unwrap();
        assert_eq!(picture.header("authorization"), None);
        let upload = &simulator.requests_of("sora.uploads.file")[0];
        assert!(upload.body_size > 100);
    }
}

#[test]
fn it_is_gone_on_with_in_another_process_at_every_step() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let cameos = client(&simulator).cameos();
        let cameo = block_on(cameos.begin(mp4("me.mp4"), (0.0, 2.5), plan())).unwrap();
        let mut stored = serde_json::to_string(&cameo).unwrap();
        let mut steps = Vec::new();
        loop {
            let mut cameo: Cameo = serde_json::from_str(&stored).unwrap();
            if steps.last() != Some(&cameo.step) {
                steps.push(cameo.step);
            }
            if cameo.step == CameoStep::Done {
                break;
            }
            // A client that has seen nothing of what came before.
            block_on(client(&simulator).cameos().advance(&mut cameo)).unwrap();
            stored = serde_json::to_string(&cameo).unwrap();
        }
        assert_eq!(
            steps,
            [
                CameoStep::Process,
                CameoStep::Picture,
                CameoStep::Finalize,
                CameoStep::Publish,
                CameoStep::Done
            ]
        );
        for operation in ["sora.uploads.character", "sora.characters.finalize"] {
            assert_eq!(count(&simulator, operation), 1, "{operation}");
        }
    }
}

#[test]
fn finalizing_is_not_asked_for_twice_when_its_answer_is_lost() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        let lost = Rule::new(Action::ResetAfter).operation("sora.characters.finalize");
        simulator.add_fault(lost);
        block_on(async {
            let cameos = client.cameos();
            let begun = cameos.begin(mp4("me.mp4"), (0.0, 3.0), plan());
            let mut cameo = begun.await.unwrap();
            let error = cameos.finish(&mut cameo).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
            assert_eq!(cameo.step, CameoStep::Verify);
            cameos.finish(&mut cameo).await.unwrap();
            let username = "my.character".to_owned();
            let profile = client.call(GetProfile { username }).await.unwrap();
            assert_eq!(cameo.character_id, profile.character_id);
        });
        assert_eq!(count(&simulator, "sora.characters.finalize"), 1);
    }
}

#[test]
fn finalizing_is_asked_for_again_when_it_was_not_taken() {
    let simulator = simulator(sorakit_simulator::Shapes::Observed);
    let client = client(&simulator);
    let lost = Rule::new(Action::ResetBefore).operation("sora.characters.finalize");
    simulator.add_fault(lost);
    block_on(async {
        let cameos = client.cameos();
        let begun = cameos.begin(mp4("me.mp4"), (0.0, 3.0), plan());
        let mut cameo = begun.await.unwrap();
        let error = cameos.finish(&mut cameo).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OutcomeUnknown, "{error}");
        cameos.finish(&mut cameo).await.unwrap();
        assert!(cameo.character_id.is_some());
    });
    assert_eq!(count(&simulator, "sora.characters.finalize"), 2);
}

#[test]
fn a_video_without_a_face_fails_with_the_reason() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            let cameos = client.cameos();
            let begun = cameos.begin(mp4("simulate:fail.mp4"), (0.0, 3.0), plan());
            let mut cameo = begun.await.unwrap();
            let error = cameos.finish(&mut cameo).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::GenerationFailed, "{error}");
            assert_eq!(error.job_id(), Some(cameo.cameo_id.as_str()));
        });
        assert_eq!(count(&simulator, "sora.characters.finalize"), 0);
    }
}

#[test]
fn the_one_interface_makes_finds_and_deletes_characters() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            let characters = client.characters();
            let from_file = CharacterRequest {
                video: Some(Reference::File(mp4("me.mp4"))),
                username: Some("from.file".into()),
                visibility: Some(Visibility::Public),
                ..CharacterRequest::default()
            };
            let made = characters.create(from_file).await.unwrap();
            assert_eq!(made.username.as_deref(), Some("from.file"));
            // What is not said is as the server suggests it.
            assert_eq!(made.display_name.as_deref(), Some("Simulated Character"));
            let job = make(&client, "a cat").await;
            let from_job = CharacterRequest {
                from_job: Some(job.id),
                username: Some("from.job".into()),
                ..CharacterRequest::default()
            };
            characters.create(from_job).await.unwrap();
            let found = characters.search("from.", PageRequest::default());
            let found = found.await.unwrap().items;
            assert_eq!(found.len(), 2);
            for character in found {
                characters.delete(&character.id).await.unwrap();
            }
            let found = characters.search("from.", PageRequest::default());
            assert_eq!(found.await.unwrap().items.len(), 0);
        });
    }
}

#[test]
fn the_picture_is_fetched_again_whatever_stands_in_its_place() {
    for action in [
        Action::Cloudflare { status: 429 },
        Action::Cloudflare { status: 503 },
        Action::ResetBefore,
        Action::ResetBodyAt { bytes: 9 },
        Action::Cut { bytes: 0 },
    ] {
        let simulator = simulator(sorakit_simulator::Shapes::Observed);
        let client = client(&simulator);
        simulator.add_fault(Rule::new(action.clone()).origin("cdn"));
        block_on(async {
            let cameos = client.cameos();
            let begun = cameos.begin(mp4("me.mp4"), (0.0, 3.0), plan());
            let mut cameo = begun.await.unwrap();
            let finished = cameos.finish(&mut cameo).await;
            finished.unwrap_or_else(|error| panic!("{action:?}: {error}"));
        });
        for operation in ["sora.uploads.file", "sora.characters.finalize"] {
            assert_eq!(count(&simulator, operation), 1, "{action:?} {operation}");
        }
    }
}
