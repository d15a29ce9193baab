//! The target of a redirect, as servers write it.

/// Returns the address in a `Location`, plain or in a JSON array.
pub(crate) fn location(location: &str) -> String {
    listed(location).unwrap_or_else(|| location.trim().to_owned())
}

/// The first address in `["https://…"]`, percent-encoded or not.
fn listed(location: &str) -> Option<String> {
    let decoded = percent_encoding::percent_decode_str(location.trim())
        .decode_utf8()
        .ok()?;
    let decoded = decoded.trim_start_matches('/');
    if !decoded.starts_with('[') {
        return None;
    }
    let list: Vec<String> = serde_json::from_str(decoded).ok()?;
    list.into_iter().next()
}
