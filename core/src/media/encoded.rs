//! Media written as text: base64 in any of its forms, and data URLs.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::MediaType;

/// With or without padding, whatever the last bits are.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// The bytes of a base64 text, in the standard or the URL-safe alphabet, with or without
/// padding and white space.
pub(crate) fn base64(text: &str) -> Option<Vec<u8>> {
    let standard = text
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace())
        .map(|byte| match byte {
            b'-' => b'+',
            b'_' => b'/',
            other => other,
        });
    LENIENT.decode(standard.collect::<Vec<_>>()).ok()
}

/// The bytes of a base64 text, if they are an image or a video.
pub(crate) fn media_in_base64(text: &str) -> Option<Vec<u8>> {
    written(text).filter(|bytes| MediaType::sniff(bytes).is_some())
}

/// The bytes that a text holds in base64, as people copy it: in quotes, as a language shows
/// bytes (`b'…'`), or as what is left of a data URL (`image/png;base64,…`).
pub(crate) fn written(text: &str) -> Option<Vec<u8>> {
    let text = text.trim();
    let quoted = ['"', '\'', '`'].into_iter().find_map(|quote| {
        let text = text.strip_prefix('b').unwrap_or(text);
        text.strip_prefix(quote)?.strip_suffix(quote)
    });
    let text = quoted.unwrap_or(text).trim();
    if is_data_url(text) {
        return data_url(text);
    }
    let text = match text.split_once("base64,") {
        Some((head, data)) if head.is_empty() || head.ends_with(';') => data,
        _ => text,
    };
    // Most texts are not base64, and their beginning shows it.
    let start = text;
    let start = &start.as_bytes()[..start.len().min(64)];
    let may_be = |byte: &u8| {
        byte.is_ascii_alphanumeric() || byte.is_ascii_whitespace() || b"+/-_=".contains(byte)
    };
    if !start.iter().all(may_be) {
        return None;
    }
    base64(text)
}

/// True if a text is a data URL.
pub(crate) fn is_data_url(text: &str) -> bool {
    let scheme = text.trim_start().as_bytes().first_chunk::<5>();
    scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case(b"data:"))
}

/// The bytes of a data URL, with or without a type and parameters, in base64 or escaped.
/// The stated type is ignored. `None` if it cannot be read.
pub(crate) fn data_url(text: &str) -> Option<Vec<u8>> {
    let (head, data) = text.trim_start().get(5..)?.split_once(',')?;
    let mut parameters = head.split(';').skip(1);
    let in_base64 = parameters.any(|parameter| parameter.trim().eq_ignore_ascii_case("base64"));
    let plain = percent_encoding::percent_decode_str(data);
    if in_base64 {
        return base64(&plain.decode_utf8().ok()?);
    }
    // Some omit the word.
    let bytes: Vec<u8> = plain.collect();
    let text = str::from_utf8(&bytes).ok();
    text.and_then(media_in_base64).or(Some(bytes))
}

/// Converts a data URL or a base64 text to the usual data URL, with the type of its
/// content. `None` if it is not an image or a video.
pub(crate) fn usual_data_url(text: &str) -> Option<String> {
    let bytes = match is_data_url(text) {
        true => data_url(text)?,
        false => media_in_base64(text)?,
    };
    let mime = MediaType::sniff(&bytes)?.mime();
    let data = base64::engine::general_purpose::STANDARD.encode(bytes);
    Some(format!("data:{mime};base64,{data}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Base64 that differs between the alphabets.
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\xfb\xff\xfe>?";

    #[test]
    fn every_form_of_base64_is_read() {
        let text = base64::engine::general_purpose::STANDARD.encode(PNG);
        assert!(text.contains(['+', '/']) && text.ends_with('='));
        let url_safe = text.replace('+', "-").replace('/', "_");
        let broken = format!("{}\r\n  {}\n", &text[..7], &text[7..]);
        for form in [&*text, text.trim_end_matches('='), &url_safe, &broken] {
            assert_eq!(base64(form).as_deref(), Some(PNG), "{form}");
            assert_eq!(media_in_base64(form).as_deref(), Some(PNG), "{form}");
        }
        for form in [
            format!("image/png;base64,{text}"),
            format!("base64,{text}"),
            format!("b'{text}'"),
            format!("\"{text}\"\n"),
            format!("'data:image/jpeg;base64,{text}'"),
        ] {
            assert_eq!(media_in_base64(&form).as_deref(), Some(PNG), "{form}");
        }
        assert_eq!(base64("not base64!"), None);
        // It is base64, but not an image: perhaps the name of a file.
        assert_eq!(media_in_base64("holiday"), None);
        assert_eq!(media_in_base64("cat.png"), None);
    }

    #[test]
    fn every_form_of_a_data_url_is_read() {
        let text = base64::engine::general_purpose::STANDARD.encode(PNG);
        let escaped: String = PNG.iter().map(|byte| format!("%{byte:02X}")).collect();
        for form in [
            format!("data:image/png;base64,{text}"),
            format!("DATA:image/jpeg;BASE64,{text}"),
            format!("data:;base64,{text}"),
            format!("data:image/png;name=a.png;charset=utf-8;base64,{text}"),
            format!("data:image/png,{text}"),
            format!(
                "data:image/png;base64,{}",
                text.replace('+', "%2B").replace('=', "%3d")
            ),
            format!(" data:image/png,{escaped}"),
        ] {
            assert!(is_data_url(&form));
            assert_eq!(data_url(&form).as_deref(), Some(PNG), "{form}");
        }
        let usual = format!("data:image/png;base64,{text}");
        assert_eq!(
            usual_data_url(&format!("Data:image/jpeg,{text}")),
            Some(usual.clone())
        );
        assert_eq!(usual_data_url(&text), Some(usual));
        assert_eq!(usual_data_url("https://a.example/a.png"), None);
        assert_eq!(data_url("data:image/png;base64"), None);
        assert_eq!(data_url("data:image/png;base64,!"), None);
        assert!(!is_data_url("database.png"));
    }
}
