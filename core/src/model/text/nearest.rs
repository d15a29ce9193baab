//! What somebody may have meant.

/// The name that is spelt nearly as `given`, when there is one: a few letters
/// apart, as typing errors are.
pub(crate) fn nearest<'a>(given: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.replace(['_', '-'], "").to_lowercase();
    let given = plain(given);
    names
        .map(|name| (strsim::damerau_levenshtein(&given, &plain(name)), name))
        // A third of the letters, at most: `url` is not a misspelt `key`.
        .filter(|(distance, name)| *distance <= 2 && distance * 3 <= name.len())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}
