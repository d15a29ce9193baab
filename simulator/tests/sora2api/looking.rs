//! What the gateway shows: models, figures, people, feeds, tasks, prompts.

use sorakit::api::sora2api::admin::DisableTokens;
use sorakit::api::sora2api::{
    FeedCut, GetInviteCode, GetProfile, GetStats, GetTask, ListOwnFeed, ListPendingTasks,
    ListPendingTasksV2, ListPublicFeed,
};
use sorakit::{EnhanceRequest, ErrorKind, ModelKind, VideoRequest};
use sorakit_simulator::dialects::sora2api::NAME;

use super::setup::{BOTH, administrator, block_on, client, simulator};

#[test]
fn everything_that_the_gateway_shows_is_read() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            let models = client.models().list().await.unwrap();
            let images = models
                .iter()
                .filter(|model| model.kind == Some(ModelKind::Image));
            assert!(images.count() >= 1, "{shapes:?}");

            client
                .videos()
                .generate(VideoRequest::new("a cat"))
                .await
                .unwrap();
            let stats = client.call(GetStats {}).await.unwrap().stats;
            assert_eq!((stats.total_tokens, stats.total_videos), (1, 1));

            let prompt = EnhanceRequest {
                prompt: "a cat".into(),
                ..EnhanceRequest::default()
            };
            let enhanced = client.prompts().enhance(prompt).await.unwrap();
            assert!(enhanced.contains("a cat"), "{enhanced}");

            let stuck = VideoRequest::new("a cat simulate:stuck");
            client.videos().create(stuck).await.unwrap();
            let token_id = 1.into();
            let pending = client.call(ListPendingTasks { token_id }).await.unwrap();
            assert_eq!(pending.tasks.len(), 1);
            let token_id = 1.into();
            let second = client.call(ListPendingTasksV2 { token_id }).await.unwrap();
            assert_eq!(second.count, 1);
            let task_id = pending.tasks[0].id.clone().unwrap();
            let token_id = 1.into();
            let task = client.call(GetTask { token_id, task_id }).await.unwrap();
            assert_eq!(task.task.id, pending.tasks[0].id);

            let feed = ListPublicFeed {
                cut: Some(FeedCut::Top),
                limit: Some(5),
                ..ListPublicFeed::default()
            };
            let feed = client.call(feed).await.unwrap();
            assert!(feed.items.len() <= 5);
            let own = ListOwnFeed {
                token_id: 1.into(),
                limit: None,
            };
            client.call(own).await.unwrap();

            let profile = GetProfile {
                username: "simulated".into(),
                token_id: None,
            };
            let profile = client.call(profile).await.unwrap().profile;
            assert_eq!(profile.username.as_deref(), Some("simulated"));
        });
    }
}

#[test]
fn an_invite_code_is_given_while_an_account_is_in_use() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            let code = client.call(GetInviteCode {}).await.unwrap();
            assert!(code.remaining_count > 0, "{code:?}");
            let admin = administrator(&simulator, NAME).await;
            admin.call(DisableTokens {}).await.unwrap();
            let error = client.call(GetInviteCode {}).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::NotFound, "{shapes:?}: {error}");
        });
    }
}
