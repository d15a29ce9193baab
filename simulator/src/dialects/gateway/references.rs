//! Images and videos to start from: files, addresses, data URLs, base64.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;

use crate::engine::refusal::Refusal;
use crate::engine::uploads::FileType;

/// What a reference image may be.
pub const IMAGES: [FileType; 3] = [FileType::Png, FileType::Jpeg, FileType::Webp];

/// Checks an http(s) address or a data URL with a file of one of the types
/// `accepted`. The simulator does not fetch addresses.
pub fn check_url(name: &str, text: &str, accepted: &[FileType]) -> Result<(), Refusal> {
    if let Some(data) = text.strip_prefix("data:") {
        return check_data(name, data, accepted);
    }
    let is_web = |url: url::Url| matches!(url.scheme(), "http" | "https") && url.has_host();
    if url::Url::parse(text).is_ok_and(is_web) {
        return Ok(());
    }
    let shown: String = text.chars().take(40).collect();
    let message = format!("`{name}` is \"{shown}\"; accepted: an http(s) URL or a data URL.");
    Err(Refusal::wrong_value(name, message))
}

/// As [`check_url`], and bare base64 too.
pub fn check_url_or_base64(name: &str, text: &str, accepted: &[FileType]) -> Result<(), Refusal> {
    if text.contains(':') {
        return check_url(name, text, accepted);
    }
    check_base64(name, text, accepted).map(|_| ())
}

fn check_data(name: &str, data: &str, accepted: &[FileType]) -> Result<(), Refusal> {
    let (stated, content) = data.split_once(";base64,").ok_or_else(|| {
        let message =
            format!("`{name}` must be a data URL in base64, as in data:image/png;base64,….");
        Refusal::wrong_value(name, message)
    })?;
    let found = check_base64(name, content, accepted)?;
    if stated == found.media_type() {
        return Ok(());
    }
    let message = format!(
        "`{name}` is stated to be {stated} but is {}.",
        found.media_type()
    );
    Err(Refusal::wrong_value(name, message))
}

fn check_base64(name: &str, text: &str, accepted: &[FileType]) -> Result<FileType, Refusal> {
    let content = BASE64.decode(text.trim()).unwrap_or_default();
    let found = FileType::of(&content).filter(|found| accepted.contains(found));
    found.ok_or_else(|| {
        let names: Vec<_> = accepted.iter().map(|it| it.media_type()).collect();
        let message = format!(
            "`{name}` is not base64 of an accepted type: {}.",
            names.join(", ")
        );
        Refusal::wrong_value(name, message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_data_urls_and_base64_are_told_apart() {
        let png = BASE64.encode([0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0]);
        let check = |text: &str| check_url("image_url", text, &IMAGES);
        check("https://example.com/a.png").unwrap();
        check(&format!("data:image/png;base64,{png}")).unwrap();
        assert!(check(&png).is_err());
        assert!(check(&format!("data:image/jpeg;base64,{png}")).is_err());
        assert!(check("file:///etc/passwd").is_err());
        assert!(check("data:image/png,plain").is_err());
        check_url_or_base64("image_url", &png, &IMAGES).unwrap();
        assert!(check_url_or_base64("image_url", "not base64!", &IMAGES).is_err());
    }
}
