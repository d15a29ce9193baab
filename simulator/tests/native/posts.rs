//! Publishing, and what others see of it.

use sorakit::api::sora::{
    CreatePost, CreateReference, DeletePost, DeleteReference, GetPost, GetPostTree, GetProfile,
    LikePost, ListReferences, ResolveLink, SearchProfiles, UpdateReference, UploadFile, UseCase,
};
use sorakit::{ErrorKind, VideoRequest};

use crate::setup::{BOTH, block_on, client, count, make, newest, png, simulator};

#[test]
fn a_draft_is_published_read_liked_and_deleted() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            make(&client, "a cat").await;
            let generation = newest(&client).await;
            let published = client.call(CreatePost::of(&generation)).await.unwrap();
            let post_id = published.post.id.clone();
            assert!(post_id.starts_with("s_"));
            assert!(published.post.video().is_some());
            assert!(published.post.posted_at.is_some());
            let liked = LikePost {
                post_id: post_id.clone(),
            };
            client.call(liked).await.unwrap();
            let read = GetPost {
                post_id: post_id.clone(),
            };
            let read = client.call(read).await.unwrap();
            assert_eq!(read.post.like_count, Some(1));
            assert_eq!(
                read.post.attachments[0].generation_id.as_deref(),
                Some(generation.as_str())
            );
            let remix = client.videos();
            let job = remix.remix(&post_id, VideoRequest::new("on a beach")).await;
            remix.wait(&job.unwrap()).await.unwrap();
            let remixed = CreatePost::of(newest(&client).await);
            let remixed = client.call(remixed).await.unwrap().post.id;
            let tree = GetPostTree {
                post_id: post_id.clone(),
            };
            let tree = client.call(tree).await.unwrap();
            assert_eq!(tree.children.items[0].post.id, remixed);

            let delete = DeletePost { post_id };
            assert!(!client.call(delete.clone()).await.unwrap().already_gone);
            assert!(client.call(delete.clone()).await.unwrap().already_gone);
            let gone = GetPost {
                post_id: delete.post_id,
            };
            let error = client.call(gone).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::NotFound);
        });
        let publish = &simulator.requests_of("sora.posts.create")[0];
        assert!(publish.header("openai-sentinel-token").is_some());
    }
}

#[test]
fn a_profile_is_found_by_its_name() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            let username = "simulated".to_owned();
            let profile = client.call(GetProfile { username }).await.unwrap();
            assert_eq!(profile.display_name.as_deref(), Some("Simulated User"));
            let search = SearchProfiles {
                username: "simul".into(),
                intent: Some("users".into()),
                limit: Some(5),
                cursor: None,
            };
            let found = client.call(search).await.unwrap();
            assert_eq!(found.items[0].profile.user_id, profile.user_id);
            let username = "nobody.at.all".to_owned();
            let error = client.call(GetProfile { username }).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::NotFound);
        });
    }
}

#[test]
fn a_link_comes_from_the_callers_own_service_without_the_accounts_credential() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            make(&client, "a cat").await;
            let post = CreatePost::of(newest(&client).await);
            let post = client.call(post).await.unwrap().post.id;
            let resolve = |token: &str| ResolveLink {
                url: format!("https://sora.chatgpt.com/p/{post}"),
                token: token.into(),
            };
            let key = simulator.credentials().api_key;
            let link = client.call(resolve(&key)).await.unwrap();
            assert!(link.download_link.starts_with(simulator.cdn_url()));
            let error = client.call(resolve("wrong")).await.unwrap_err();
            assert!(error.reason().contains("token"), "{error}");
        });
        for entry in simulator.requests_of("sora.links.resolve") {
            assert_eq!(entry.header("authorization"), None);
            assert_eq!(entry.header("oai-device-id"), None);
        }
        assert_eq!(count(&simulator, "sora.links.resolve"), 2);
    }
}

#[test]
fn references_are_made_listed_changed_and_deleted() {
    let simulator = simulator(sorakit_simulator::Shapes::Observed);
    let client = client(&simulator);
    block_on(async {
        let upload = UploadFile {
            file: png(),
            use_case: UseCase::InpaintSafe,
        };
        let uploaded = client.call(upload).await.unwrap();
        assert!(uploaded.file_id.is_some());
        let create = CreateReference {
            name: "hat".into(),
            description: None,
            asset_pointer: Some(uploaded.asset_pointer),
            extra: Default::default(),
        };
        let reference_id = client.call(create).await.unwrap().reference_id;
        let update = UpdateReference {
            reference_id: reference_id.clone(),
            name: Some("cap".into()),
            description: None,
            asset_pointer: None,
            extra: Default::default(),
        };
        client.call(update).await.unwrap();
        let listed = client.call(ListReferences::default()).await.unwrap();
        assert_eq!(listed.items[0].name.as_deref(), Some("cap"));
        let delete = DeleteReference { reference_id };
        assert!(!client.call(delete.clone()).await.unwrap().already_gone);
        assert!(client.call(delete).await.unwrap().already_gone);
    });
}
