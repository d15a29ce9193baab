//! Lists that come in pages.

use futures_lite::{StreamExt, pin};
use sorakit::api::sora::{
    CreatePost, GetDraft, ListDrafts, ListDraftsV2, ListProfileFeed, ListPublicFeed, ListRemixes,
    ListTasks,
};
use sorakit::{Client, ErrorKind, PageRequest, VideoRequest};
use sorakit_simulator::{Action, Rule, Shapes};

use crate::setup::{LONG, block_on, client, count, simulator};

/// Five drafts, published; answers the ids of the posts, oldest first.
async fn five_posts(client: &Client, simulator: &sorakit_simulator::Simulator) -> Vec<String> {
    for number in 0..5 {
        let request = VideoRequest::new(format!("cat {number}"));
        client.videos().create(request).await.unwrap();
        simulator.advance(LONG);
    }
    let drafts = client.items(ListDraftsV2::default());
    let drafts: Vec<_> = drafts.collect().await;
    let mut posts = Vec::new();
    for draft in drafts {
        let post = CreatePost::of(draft.unwrap().id);
        posts.push(client.call(post).await.unwrap().post.id);
    }
    posts
}

#[test]
fn every_list_is_walked_to_its_end_page_by_page() {
    let simulator = simulator(Shapes::Observed);
    let client = client(&simulator);
    block_on(async {
        let posts = five_posts(&client, &simulator).await;
        simulator.clear_journal();
        let drafts = client.items(ListDrafts {
            limit: Some(2),
            cursor: None,
        });
        let drafts: Vec<_> = drafts.map(|draft| draft.unwrap()).collect().await;
        assert_eq!(drafts.len(), 5);
        assert_eq!(count(&simulator, "sora.drafts.list"), 3);
        let one = GetDraft {
            generation_id: drafts[0].id.clone(),
        };
        let one = client.call(one).await.unwrap();
        assert_eq!(one.task_id, drafts[0].task_id);
        assert_eq!(one.has_watermark(), Some(true));

        let newest_first: Vec<_> = posts.iter().rev().cloned().collect();
        let feed = client.items(ListPublicFeed {
            limit: Some(2),
            ..ListPublicFeed::default()
        });
        let feed: Vec<_> = feed.map(|post| post.unwrap().post.id).collect().await;
        assert_eq!(feed, newest_first);
        let own = client.items(ListProfileFeed {
            limit: Some(3),
            ..ListProfileFeed::of("me")
        });
        let own: Vec<_> = own.map(|post| post.unwrap().post.id).collect().await;
        assert_eq!(own, newest_first);
        let remixes = client.items(ListRemixes {
            post_id: posts[0].clone(),
            limit: None,
            cursor: None,
        });
        assert_eq!(remixes.count().await, 0);
        let tasks = client.items(ListTasks {
            limit: Some(2),
            after: None,
        });
        assert_eq!(tasks.count().await, 5);
        assert_eq!(count(&simulator, "sora.tasks.list"), 3);
    });
}

#[test]
fn only_what_is_looked_at_is_asked_for() {
    let simulator = simulator(Shapes::Observed);
    let client = client(&simulator);
    block_on(async {
        five_posts(&client, &simulator).await;
        simulator.clear_journal();
        let feed = client.items(ListPublicFeed {
            limit: Some(2),
            ..ListPublicFeed::default()
        });
        pin!(feed);
        feed.next().await.unwrap().unwrap();
        feed.next().await.unwrap().unwrap();
        assert_eq!(count(&simulator, "sora.feeds.public"), 1);
        // An error ends the walk.
        let refuse = Action::Refuse {
            code: "unsupported_country_code".into(),
        };
        simulator.add_fault(Rule::new(refuse).operation("sora.feeds.public"));
        let error = feed.next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Region);
        assert!(feed.next().await.is_none());
    });
}

#[test]
fn a_list_that_repeats_its_page_ends_in_an_error() {
    let simulator = simulator(Shapes::Observed);
    let client = client(&simulator);
    let page = Action::Status {
        status: 200,
        body: Some(serde_json::json!({"items": [], "cursor": "same"})),
        text: None,
        headers: Default::default(),
        retry_after: None,
    };
    let rule = Rule::new(page).operation("sora.feeds.public");
    simulator.add_fault(rule.always());
    let feed: Vec<_> = block_on(client.items(ListPublicFeed::default()).collect());
    let error = feed.last().unwrap().as_ref().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedResponse, "{error}");
    assert_eq!(count(&simulator, "sora.feeds.public"), 2);
}

#[test]
fn the_accounts_videos_are_listed_as_jobs() {
    for shapes in crate::setup::BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            crate::setup::make(&client, "a cat").await;
            let page = client.videos().list(PageRequest::default()).await.unwrap();
            assert_eq!(page.items.len(), 1);
            assert!(page.items[0].video.is_some());
            let id = &page.items[0].id;
            let again = client.videos().get(id).await.unwrap();
            // The addresses are signed anew.
            let path = |job: &sorakit::Job| {
                let url = &job.video.as_ref().unwrap().url;
                url.split('?').next().unwrap().to_owned()
            };
            assert_eq!(path(&again), path(&page.items[0]));
        });
    }
}
