//! What a caller moves is small: a future goes by value through executors, and through
//! stacks that another language has left little of.

use sorakit::{CharacterRequest, ImageRequest};

use crate::setup::{cat, client, stepped};

/// The most that a future of the one interface may take, in bytes, as it is built for
/// tests; a release takes less.
const MOST: usize = 4 << 10;

#[test]
fn a_future_of_the_one_interface_is_small() {
    let simulator = stepped();
    let client = client(&simulator);
    let (videos, images) = (client.videos(), client.images());
    let characters = client.characters();
    let job = videos.resume("task_1");
    let sizes = [
        ("create", size_of_val(&videos.create(cat()))),
        ("generate", size_of_val(&videos.generate(cat()))),
        ("wait", size_of_val(&videos.wait(&job))),
        ("download", size_of_val(&videos.download(&job, "cat.mp4"))),
        ("open", size_of_val(&videos.open(&job))),
        (
            "images.generate",
            size_of_val(&images.generate(ImageRequest::new("a cat"))),
        ),
        (
            "characters.create",
            size_of_val(&characters.create(CharacterRequest::default())),
        ),
        ("quota", size_of_val(&client.account().quota())),
    ];
    println!("{sizes:?}");
    for (name, size) in sizes {
        assert!(size <= MOST, "{name} takes {size} bytes");
    }
}
