//! Chat completions: streamed, whole, refused, broken off.

use futures_lite::StreamExt;
use sorakit::api::chat::{ChatMessage, ChatPart};
use sorakit::api::sora2api::{CharacterOptions, CreateChat};
use sorakit::{ErrorKind, JobKind};
use sorakit_simulator::dialects::sora2api::UPSTREAM;
use sorakit_simulator::{Action, Rule};

use super::setup::{BOTH, block_on, client, client_of, count, simulator};

#[test]
fn a_stream_tells_progress_and_then_the_video() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        simulator.set_speed(40.0);
        let client = client(&simulator);
        block_on(async {
            let mut events = client.stream(CreateChat::new("sora-video-landscape-10s", "a cat"));
            let mut progress = Vec::new();
            let mut whole = sorakit::api::chat::ChatCompletion::default();
            while let Some(chunk) = events.next().await {
                let chunk = chunk.unwrap();
                progress.extend(chunk.progress());
                whole.add(chunk);
            }
            assert!(progress.len() > 1 && progress.is_sorted(), "{progress:?}");
            let media = &whole.result().media[0];
            assert_eq!(media.kind, JobKind::Video);
            assert!(media.url.starts_with(simulator.cdn_url()), "{shapes:?}");
            assert_eq!(whole.choices[0].finish_reason.as_deref(), Some("stop"));
        });
    }
}

#[test]
fn a_call_reads_the_stream_as_one_answer() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        let answer = block_on(client.call(CreateChat::new("sora-image", "a cat"))).unwrap();
        assert_eq!(answer.result().media[0].kind, JobKind::Image);
    }
}

#[test]
fn an_answer_without_a_stream_is_a_result_only_where_it_holds_one() {
    let [documented, observed] = BOTH;
    for (shapes, media) in [(documented, 1), (observed, 0)] {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        let mut chat = CreateChat::new("sora-image", "a cat");
        chat.stream = false;
        let answer = block_on(client.call(chat)).unwrap();
        assert_eq!(answer.result().media.len(), media, "{shapes:?}");
    }
}

#[test]
fn errors_and_refusals_inside_a_stream_are_errors() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        for (trigger, kind) in [
            ("content_policy_violation", ErrorKind::ContentPolicy),
            ("generation_failed", ErrorKind::GenerationFailed),
        ] {
            let prompt = format!("a cat simulate:{trigger}");
            let chat = CreateChat::new("sora-video-landscape-10s", prompt);
            let last = block_on(client.stream(chat).last()).unwrap();
            let error = last.unwrap_err();
            assert_eq!(error.kind(), kind, "{shapes:?} {trigger}: {error}");
        }
    }
}

#[test]
fn a_stream_that_is_cut_leaves_the_outcome_unknown() {
    let [_, observed] = BOTH;
    for action in [Action::ResetBodyAt { bytes: 300 }, Action::ResetAfter] {
        let simulator = simulator(observed);
        simulator.add_fault(Rule::new(action.clone()).operation("sora2api.chat.create"));
        let client = client(&simulator);
        let chat = CreateChat::new("sora-video-landscape-10s", "a cat");
        let last = block_on(client.stream(chat).last()).unwrap();
        let error = last.unwrap_err();
        assert_eq!(
            error.kind(),
            ErrorKind::OutcomeUnknown,
            "{action:?}: {error}"
        );
        assert_eq!(count(&simulator, "sora2api.chat.create"), 1);
    }
}

#[test]
fn a_character_comes_out_of_a_chat() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        let video = super::setup::mp4_base64();
        let url = format!("data:video/mp4;base64,{video}");
        let mut chat = CreateChat::new("sora-video-landscape-10s", "");
        chat.messages = vec![ChatMessage::parts([ChatPart::video(url)])];
        chat.character_options = Some(CharacterOptions {
            timestamps: Some("0,3".into()),
            username: Some("my_cat".into()),
            ..CharacterOptions::default()
        });
        let answer = block_on(client.call(chat)).unwrap();
        let card = answer
            .result()
            .character
            .unwrap_or_else(|| panic!("{shapes:?}: no character in {}", answer.content()));
        assert_eq!(card.username.as_deref(), Some("my_cat"));
    }
}

#[test]
fn the_upstream_gateway_makes_videos_in_chats() {
    let [documented, _] = BOTH;
    let simulator = simulator(documented);
    let client = client_of(&simulator, UPSTREAM);
    let models = block_on(client.models().list()).unwrap();
    let video = |model: &&sorakit::ModelInfo| model.kind == Some(sorakit::ModelKind::Video);
    let model = models.iter().find(video).expect("a video model");
    let answer = block_on(client.call(CreateChat::new(&model.id, "a cat"))).unwrap();
    assert_eq!(answer.result().media[0].kind, JobKind::Video);
}
