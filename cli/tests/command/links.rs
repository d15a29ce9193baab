//! Links in a chat's answer, and ids that would move a cursor.

use crate::run::{bare, run};

#[test]
fn links_are_listed_from_words_and_from_an_answer() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("answer.txt");
    std::fs::write(&file, "done 50 %: <https://a/v.mp4> and ![x](https://a/i)").unwrap();
    let file = file.to_str().unwrap();
    let ran = run(&mut bare(&["links", file])).expect(0);
    assert_eq!(ran.stdout, "video  https://a/v.mp4\nimage  https://a/i\n");
    let json = run(&mut bare(&["links", file, "--json"])).expect(0).json();
    assert_eq!(json["progress"], 50.0);
    assert_eq!(json["media"][1]["kind"], "image");

    std::fs::write(
        file,
        r#"{"choices":[{"message":{"content":[{"type":"video_url","video_url":{"url":"https://a/2"}}]}}]}"#,
    )
    .unwrap();
    assert_eq!(
        run(&mut bare(&["links", file])).expect(0).stdout,
        "video  https://a/2\n"
    );

    std::fs::write(file, "![x](https://a/\u{202e}i.png\u{1b}[2J)").unwrap();
    let shown = run(&mut bare(&["links", file])).expect(0).stdout;
    assert!(!shown.contains(['\u{202e}', '\u{1b}']), "{shown:?}");
}
