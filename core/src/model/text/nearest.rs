//! Suggestions for misspelt names.

/// The name spelt most like `given`, if one is a few letters apart, as in a typing error.
pub fn nearest<'a>(given: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.replace(['_', '-'], "").to_lowercase();
    let given = plain(given);
    names
        .map(|name| (strsim::damerau_levenshtein(&given, &plain(name)), name))
        // A third of the letters at most: `url` is not a misspelt `key`.
        .filter(|(distance, name)| *distance <= 2 && distance * 3 <= name.len())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}
