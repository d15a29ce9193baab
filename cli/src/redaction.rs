//! Taking out of what was sent and answered what others must not see.

use serde_json::Value;
use sorakit::text::is_private;

/// A JSON value without what is named as a secret, its texts as `text` shows them.
pub fn cleaned(name: &str, value: &Value, text: &impl Fn(&str) -> String) -> Value {
    match value {
        Value::String(_) if is_private(name) => "left out".into(),
        Value::String(said) => text(said).into(),
        Value::Array(items) => items.iter().map(|item| cleaned(name, item, text)).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), cleaned(name, value, text)))
            .collect(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_named_as_a_secret_is_left_out() {
        let value = json!({"accessToken": "hidden", "items": [{"api_key": "hidden"}], "id": "a"});
        let shown = cleaned("", &value, &str::to_owned);
        assert!(!shown.to_string().contains("hidden"), "{shown}");
        assert_eq!(shown["id"], "a");
    }
}
