//! The names of the catalogue as each language writes them.

/// The first line of every generated file.
pub const HEADER: &str = "// Made from the catalogue by `cargo xtask gen`. Do not edit.\n";

/// The words of a name: `first_frame`, `accessToken`, `16:9`.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for letter in name.chars() {
        let begins = letter.is_ascii_uppercase() && was_lower;
        if (begins || !letter.is_ascii_alphanumeric())
            && words.last().is_some_and(|word| !word.is_empty())
        {
            words.push(String::new());
        }
        if letter.is_ascii_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.push(letter.to_ascii_lowercase());
        }
        was_lower = letter.is_ascii_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A name in PascalCase.
pub fn pascal(name: &str) -> String {
    let capital = |word: &String| {
        let (first, rest) = word.split_at(1);
        first.to_ascii_uppercase() + rest
    };
    words(name).iter().map(capital).collect()
}

/// A name in camelCase; one that begins with a digit gets a low line.
pub fn camel(name: &str) -> String {
    let name = pascal(name);
    let (first, rest) = name.split_at(1);
    not_a_digit(first.to_ascii_lowercase() + rest)
}

/// A name in CAPITALS.
pub fn capitals(name: &str) -> String {
    not_a_digit(words(name).join("_").to_ascii_uppercase())
}

fn not_a_digit(name: String) -> String {
    match name.starts_with(|letter: char| letter.is_ascii_digit()) {
        true => format!("_{name}"),
        false => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_each_language_has_them() {
        assert_eq!(camel("first_frame"), "firstFrame");
        assert_eq!(camel("accessToken"), "accessToken");
        assert_eq!(camel("720x1280"), "_720x1280");
        assert_eq!(capitals("16:9"), "_16_9");
        assert_eq!(capitals("b64_json"), "B64_JSON");
        assert_eq!(pascal("sora2api"), "Sora2api");
    }
}
