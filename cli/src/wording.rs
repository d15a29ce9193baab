//! The library's advice in the words of the command: the options that are typed in place of
//! the fields that a program sets.

use sorakit::Error;

/// What to do without an admin's session, where a gateway asks for one.
pub const ADMINLESS: &str = "Name a file that holds an admin's token with --admin-token-file, or \
    set SORAKIT_ADMIN_USERNAME and SORAKIT_ADMIN_PASSWORD.";

/// Whether an error advises to give an admin's session, as none is given.
pub fn asks_for_admin(error: &Error) -> bool {
    error
        .hint()
        .is_some_and(|hint| hint.contains("`admin_token`"))
}

/// The words before a field that is to be set.
const ADVISING: &[&str] = &["set", "give", "as", "or", "with", "in"];

/// An error's message, in which a field that is to be set is the command's option, or its
/// variable where there is no option; `options` are the long names of those that are typed.
pub fn of_command(message: &str, options: &[String]) -> String {
    let mut text = String::new();
    let mut parts = message.split('`');
    text.push_str(parts.next().unwrap_or_default());
    let mut is_name = true;
    for part in parts {
        let word = text.split_whitespace().next_back().unwrap_or_default();
        let is_advised = ADVISING
            .iter()
            .any(|advising| word.eq_ignore_ascii_case(advising));
        text.push('`');
        match typed(part, options).filter(|_| is_name && is_advised) {
            Some(typed) => text.push_str(&typed),
            None => text.push_str(part),
        }
        is_name = !is_name;
    }
    text
}

/// The option of this field, where there is one.
fn typed(field: &str, options: &[String]) -> Option<String> {
    let option = field.replace('_', "-");
    if options.contains(&option) {
        return Some(format!("--{option}"));
    }
    let catalog = sorakit_bridge::catalog();
    let is_field = !catalog["definitions"]["shared"]["Options"]["properties"][field].is_null();
    is_field.then(|| format!("SORAKIT_{}", field.to_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_is_to_be_set_is_an_option_or_a_variable() {
        let options = ["allow-http", "ca-file"].map(String::from);
        for (said, expected) in [
            (
                "use https, or set `allow_http`",
                "use https, or set `--allow-http`",
            ),
            ("give it as `ca_file`", "give it as `--ca-file`"),
            (
                "Set `total_timeout` to allow more",
                "Set `SORAKIT_TOTAL_TIMEOUT` to allow more",
            ),
            (
                "give either `url` or `from_task`",
                "give either `url` or `from_task`",
            ),
            ("did you mean `base_url`?", "did you mean `base_url`?"),
        ] {
            assert_eq!(of_command(said, &options), expected);
        }
    }
}
