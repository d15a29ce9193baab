//! Where servers write a video's address: one key or another, flat or nested.

use serde_json::Value;

/// Whether this is an address that a file can be fetched from.
pub(crate) fn is_address(text: &str) -> bool {
    let scheme = text.split_once("://").map(|(scheme, _)| scheme);
    matches!(scheme, Some("http" | "https"))
}

/// The address of the video in a server's answer (wire.md §3.2): `video_url`,
/// `url`, `result_url`, `output_url`, `metadata.url`, `data.output`,
/// `data.outputs[]`, `data[].url`, `links.mp4`.
pub(crate) fn address_in(value: &Value) -> Option<&str> {
    const PATHS: &[&str] = &[
        "/video_url",
        "/url",
        "/result_url",
        "/output_url",
        "/metadata/url",
        "/metadata/video_url",
        "/output",
        "/output/0",
        "/data/output",
        "/data/outputs/0",
        "/data/video_url",
        "/data/url",
        "/data/0/url",
        "/links/mp4",
        "/data/links/mp4",
        "/0",
    ];
    PATHS
        .iter()
        .filter_map(|path| value.pointer(path)?.as_str())
        .map(str::trim)
        .find(|text| is_address(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_address_is_found_wherever_servers_write_it() {
        let url = "https://cdn.example/1.mp4";
        for value in [
            json!({"video_url": url}),
            json!({"video_url": null, "url": url}),
            json!({"video_url": "", "result_url": url}),
            json!({"metadata": {"url": url}}),
            json!({"data": {"output": url}}),
            json!({"data": {"output": "", "outputs": [url, "https://cdn.example/2.mp4"]}}),
            json!({"data": [{"url": url}]}),
            json!({"output_url": url}),
            json!({"links": {"mp4": url, "mp4_wm": "https://cdn.example/wm.mp4"}}),
        ] {
            assert_eq!(address_in(&value), Some(url), "{value}");
        }
        for value in [
            json!({"url": "/v1/videos/1/content"}),
            json!({"url": "file:///tmp/1.mp4"}),
            json!({"links": {"gif": url}}),
            json!(null),
        ] {
            assert_eq!(address_in(&value), None, "{value}");
        }
    }
}
