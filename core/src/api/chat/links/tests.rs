use std::time::Duration;

use super::*;

#[test]
fn a_link_is_found_however_it_is_written() {
    use JobKind::{Image, Video};
    for (text, kind, url) in [
        ("https://a/v.mp4", Video, "https://a/v.mp4"),
        ("done: HTTPS://a/V.MP4!", Video, "HTTPS://a/V.MP4"),
        ("<https://a/v.mp4>", Video, "https://a/v.mp4"),
        (
            r#"{"a": "x", url: "https:\/\/a\/v.mp4"}"#,
            Video,
            "https://a/v.mp4",
        ),
        (
            "下载链接：https://a/download/7",
            Video,
            "https://a/download/7",
        ),
        ("(https://a/v.mp4)", Video, "https://a/v.mp4"),
        ("（https://a/v.mp4）", Video, "https://a/v.mp4"),
        ("视频：https://a/v.mp4。请查收", Video, "https://a/v.mp4"),
        ("https://a/v.mp4请下载", Video, "https://a/v.mp4"),
        ("【https://a/v.mp4】", Video, "https://a/v.mp4"),
        ("`https://a/v.mp4`", Video, "https://a/v.mp4"),
        ("**https://a/v.mp4**", Video, "https://a/v.mp4"),
        ("https://a/v_(1).mp4", Video, "https://a/v_(1).mp4"),
        ("[x](https://a/v_(1).mp4)", Video, "https://a/v_(1).mp4"),
        ("[x](<https://a/v.mp4>)", Video, "https://a/v.mp4"),
        ("[x](https://a/v.mp4 \"title\")", Video, "https://a/v.mp4"),
        (
            "[download video](https://a/f/1?sig=2)",
            Video,
            "https://a/f/1?sig=2",
        ),
        ("[点击下载视频](https://a/f/1)", Video, "https://a/f/1"),
        ("![video](https://a/f.mp4)", Video, "https://a/f.mp4"),
        ("![x](https://a/f)", Image, "https://a/f"),
        ("Video URL: https://a/f/1", Video, "https://a/f/1"),
        ("<video src=https://a/2 controls>", Video, "https://a/2"),
        (
            "<video controls\n src = \"https://a/2\">",
            Video,
            "https://a/2",
        ),
        ("<VIDEO SRC='https://a/2'>", Video, "https://a/2"),
        ("<video src=\\\"https://a/2\\\">", Video, "https://a/2"),
        (
            "<video src=&quot;https://a/v.mp4&quot;>",
            Video,
            "https://a/v.mp4",
        ),
        (
            "<video poster='https://a/p.jpg' src='https://a/2'>",
            Video,
            "https://a/2",
        ),
        ("<img src='https://a/2'>", Image, "https://a/2"),
        (
            "<a href=\"https://a/2\" download>下载视频</a>",
            Video,
            "https://a/2",
        ),
        (
            "<a href='https://a/v.mp4'>here</a>",
            Video,
            "https://a/v.mp4",
        ),
        (
            "[![still](https://a/p.png)](https://a/v.mp4)",
            Video,
            "https://a/v.mp4",
        ),
        ("<video src='/tmp/1.mp4'></video>", Video, "/tmp/1.mp4"),
        ("[x](/cache/v.MP4)", Video, "/cache/v.MP4"),
        ("saved as /cache/v.mp4", Video, "/cache/v.mp4"),
        ("![x](./i.webp)", Image, "./i.webp"),
        (
            "https://a/get?file=v.mp4&s=1",
            Video,
            "https://a/get?file=v.mp4&s=1",
        ),
        (
            "https://a/o/1?rsct=video%2Fmp4",
            Video,
            "https://a/o/1?rsct=video%2Fmp4",
        ),
        (
            "https://a/v1/videos/1/content",
            Video,
            "https://a/v1/videos/1/content",
        ),
        ("see https://a/i.PNG, please", Image, "https://a/i.PNG"),
        ("\"video_url\": \"https://a/9\"", Video, "https://a/9"),
        (
            "https://a/v.mp4?x=1&amp;y=2",
            Video,
            "https://a/v.mp4?x=1&y=2",
        ),
        ("[v](<https://a/a b.mp4>)", Video, "https://a/a b.mp4"),
        ("[video]https://a/v.mp4[/video]", Video, "https://a/v.mp4"),
        ("[v](files/v.mp4)", Video, "files/v.mp4"),
        ("<video src=\"//a.b/v.mp4\">", Video, "//a.b/v.mp4"),
        (
            "https://videos.openai.com/vg-assets/x%2Fraw?st=1",
            Video,
            "https://videos.openai.com/vg-assets/x%2Fraw?st=1",
        ),
        ("http://例子.cn/视频.mp4", Video, "http://例子.cn/视频.mp4"),
    ] {
        let found = links(text);
        let expected = ChatMedia {
            kind,
            url: url.to_owned(),
        };
        assert_eq!(found, [expected], "{text}");
    }
}

#[test]
fn a_list_of_links_is_as_many() {
    for text in [
        "https://a/x.mp4,https://a/y.mp4",
        "https://a/x.mp4;https://a/y.mp4",
        "https://a/x.mp4\nhttps://a/y.mp4",
        "https://a/x.mp4https://a/y.mp4",
    ] {
        let urls: Vec<String> = links(text).into_iter().map(|media| media.url).collect();
        assert_eq!(urls, ["https://a/x.mp4", "https://a/y.mp4"], "{text}");
    }
}

#[test]
fn other_links_are_none() {
    for text in [
        "see https://a/page",
        "[the page](https://a/page)",
        "http://",
        "https:// /",
        "<video src=",
        "![x](",
        "and/or a/b.c 1/2.mp4x",
        "<a href='https://a/terms'>terms</a>",
    ] {
        assert_eq!(links(text), [], "{text}");
    }
}

/// Four times the text takes about four times as long, whatever it repeats.
#[cfg(unix)]
#[test]
fn reading_is_linear_in_the_length() {
    use crate::thread_time::thread_time;

    for piece in [
        "](",
        "http://a ",
        "https://a/v.mp4 ",
        "<a href='/a'>",
        "![x](",
        "<video ",
        "<video src=",
        "http://",
        "https://a/(",
        "/a.",
        "data:image/",
        "[",
        "{",
        "&quot;",
        "<a href='/",
        "：",
        "https://a/v.mp4",
        "\"url\":",
        "](/a",
        "视频",
    ] {
        let time = |length: usize| {
            let text = piece.repeat(length / piece.len());
            let fastest = (0..3).map(|_| {
                let begun = thread_time();
                let _ = super::super::ChatResult::read(&text);
                thread_time() - begun
            });
            fastest.min().unwrap()
        };
        let (short, long) = (time(64 << 10), time(256 << 10));
        let limit = short * 12 + Duration::from_millis(100);
        assert!(long < limit, "{piece}: {short:?}, then {long:?}");
    }
}
