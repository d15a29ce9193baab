//! Lists in pages with an opaque cursor.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;

use crate::engine::refusal::Refusal;

/// The page of `all` that begins after `cursor`, and the cursor of the next
/// one: none at the end. `key` names an item; items that come or go between
/// two requests do not shift the pages.
pub fn page<'a, T>(
    all: &'a [T],
    limit: usize,
    cursor: Option<&str>,
    key: impl Fn(&T) -> &str,
) -> Result<(&'a [T], Option<String>), Refusal> {
    let start = match cursor {
        None => 0,
        Some(cursor) => {
            let broken = || {
                Refusal::wrong_value(
                    "cursor",
                    format!("`cursor` \"{cursor}\" is not one of this list."),
                )
            };
            let last = BASE64.decode(cursor).map_err(|_| broken())?;
            let found = all.iter().position(|item| key(item).as_bytes() == last);
            found.ok_or_else(broken)? + 1
        }
    };
    let end = (start + limit).min(all.len());
    let shown = &all[start..end];
    let next = shown
        .last()
        .filter(|_| end < all.len())
        .map(|item| BASE64.encode(key(item)));
    Ok((shown, next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_each_other_to_the_end() {
        let all = ["a", "b", "c", "d", "e"];
        let mut seen: Vec<&str> = Vec::new();
        let mut cursor = None;
        loop {
            let (shown, next) = page(&all, 2, cursor.as_deref(), |item| item).unwrap();
            seen.extend(shown);
            cursor = next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(seen, all);
        assert!(page(&all, 2, Some("!"), |item| item).is_err());
    }
}
