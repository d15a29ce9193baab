//! Images and characters.

use sorakit::{CharacterRequest, ImageRequest, Orientation, PageRequest, Reference};

use super::setup::{BOTH, block_on, client, count, mp4, png, simulator};

#[test]
fn an_image_is_made_from_a_prompt_and_from_images() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            let request = ImageRequest {
                orientation: Some(Orientation::Landscape),
                ..ImageRequest::new("a cat")
            };
            let first = client.images().generate(request).await.unwrap();
            assert!(first.images[0].url.starts_with("http"), "{shapes:?}");
            let by_address = ImageRequest {
                references: vec![Reference::url(&first.images[0].url)],
                size: Some("3:2".into()),
                ..ImageRequest::new("in oil")
            };
            client.images().edit(by_address).await.unwrap();
            let by_file = ImageRequest {
                references: vec![png().into(), png().into()],
                ..ImageRequest::new("in oil")
            };
            client.images().edit(by_file).await.unwrap();
        });
        assert_eq!(count(&simulator, "sora2api.images.generate"), 2);
        assert_eq!(count(&simulator, "sora2api.images.edit"), 1);
    }
}

#[test]
fn a_character_is_made_and_found() {
    for shapes in BOTH {
        let simulator = simulator(shapes);
        let client = client(&simulator);
        block_on(async {
            let request = CharacterRequest {
                video: Some(mp4().into()),
                timestamps: Some((0.0, 3.0)),
                username: Some("my_cat".into()),
                display_name: Some("My Cat".into()),
                ..CharacterRequest::default()
            };
            let made = client.characters().create(request).await.unwrap();
            assert_eq!(made.username.as_deref(), Some("my_cat"), "{shapes:?}");
            let characters = client.characters();
            let found = characters.search("my_cat", PageRequest::default()).await;
            let found = found.unwrap();
            assert_eq!(found.items[0].username.as_deref(), Some("my_cat"));
        });
    }
}
