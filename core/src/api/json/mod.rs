//! JSON as servers write it. The strict reader comes first; what it refuses is read again
//! by [a loose one](loose), because servers cut emoji in half, or write `NaN`, Latin-1,
//! raw line breaks in texts, the text twice, or events instead of one text. Both are
//! linear in the length of the text.

mod decode;
mod long;
mod loose;

use std::borrow::Cow;

use serde_json::Value;

use crate::model::text::no_json;
use crate::model::{Error, Result};

pub(crate) use long::{Sieve, is_long, put_back, without_long};

/// Reads the JSON texts in a body, usually one. A text that is itself JSON in a text is
/// unwrapped, and an empty body reads as `null`.
///
/// # Errors
/// The strict reader's, when the meaning is not plain.
pub(crate) fn texts(body: &[u8]) -> serde_json::Result<Vec<Value>> {
    let body = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
    let body = &*exact(body);
    if body.trim_ascii().is_empty() {
        return Ok(vec![Value::Null]);
    }
    let values = match serde_json::from_slice(body) {
        Ok(value) => vec![value],
        Err(error) => {
            let texts = loose::texts(&decode::text(body));
            texts.filter(|texts| !texts.is_empty()).ok_or(error)?
        }
    };
    Ok(values.into_iter().map(unwrap).collect())
}

/// Reads what is left of the JSON texts in a body that was cut off: those that are whole, and
/// of the last the fields that are.
pub(crate) fn remains(body: &[u8]) -> Vec<Value> {
    let body = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
    let texts = loose::remains(&decode::text(&exact(body)));
    texts.into_iter().map(unwrap).collect()
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Puts numbers that would not come out as they were written into quotes: integers that are
/// too long, and an id such as `1e5` or `7.0`, which is text to whoever asks after it.
pub(crate) fn exact(body: &[u8]) -> Cow<'_, [u8]> {
    const LONGEST: usize = 19;
    let is_long = |body: &[u8]| {
        let mut runs = body.split(|byte| !byte.is_ascii_digit());
        runs.any(|run| run.len() > LONGEST)
    };
    let has_odd = |body: &[u8]| {
        let odd = |two: &[u8]| two[0].is_ascii_digit() && b".eE".contains(&two[1]);
        body.windows(2).any(odd)
    };
    if !is_long(body) && !has_odd(body) {
        return Cow::Borrowed(body);
    }
    let mut out = Vec::with_capacity(body.len() + 16);
    let mut rest = body;
    let mut within: Option<u8> = None;
    // The place in `out` at which the text before the value began, and true after a colon.
    let (mut text, mut named) = (0..0, false);
    while let Some(&byte) = rest.first() {
        let length = match within {
            Some(_) if byte == b'\\' => 2.min(rest.len()),
            Some(quote) => {
                if byte == quote {
                    within = None;
                    text.end = out.len();
                }
                1
            }
            None if matches!(byte, b'"' | b'\'') => {
                within = Some(byte);
                text = out.len() + 1..out.len() + 1;
                named = false;
                1
            }
            None if byte == b'-' || byte.is_ascii_digit() => {
                let part = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-.".contains(byte);
                let length = rest.iter().take_while(|byte| part(byte)).count();
                let number = &rest[..length];
                let digits = number.strip_prefix(b"-").unwrap_or(number);
                let is_whole = digits.iter().all(u8::is_ascii_digit);
                let is_id = named && names_an_id(&out[text.clone()]);
                named = false;
                if (is_whole && digits.len() > LONGEST) || (!is_whole && is_id) {
                    out.push(b'"');
                    out.extend_from_slice(number);
                    out.push(b'"');
                    rest = &rest[length..];
                    continue;
                }
                length
            }
            None => {
                named = byte == b':' || (named && byte.is_ascii_whitespace());
                1
            }
        };
        out.extend_from_slice(&rest[..length]);
        rest = &rest[length..];
    }
    Cow::Owned(out)
}

/// True for the key of an id: `id`, `task_id`, `taskId`, `taskid`, `uuid`; not `paid`.
fn names_an_id(key: &[u8]) -> bool {
    let (before, end) = key.split_at(key.len().saturating_sub(2));
    if !end.eq_ignore_ascii_case(b"id") {
        return false;
    }
    match before.last() {
        None | Some(b'_' | b'-') => true,
        Some(last) if last.is_ascii_lowercase() && end[0] == b'I' => true,
        _ => ["task", "job", "video", "uu", "gu"]
            .iter()
            .any(|word| before.eq_ignore_ascii_case(word.as_bytes())),
    }
}

/// Reads a body: the first of its [texts] that is not empty.
pub(crate) fn read(body: &[u8]) -> serde_json::Result<Value> {
    let mut texts = texts(body)?;
    let telling = texts.iter().position(|value| match value {
        Value::Object(fields) => !fields.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => false,
    });
    Ok(texts.swap_remove(telling.unwrap_or(0)))
}

/// Reads the object or list in a text, if it holds one.
pub(crate) fn inside(text: &str) -> Option<Value> {
    text.trim_start()
        .starts_with(['{', '['])
        .then(|| read(text.as_bytes()).ok())?
        .filter(|value| value.is_object() || value.is_array())
}

fn unwrap(value: Value) -> Value {
    match &value {
        Value::String(text) => inside(text).unwrap_or(value),
        _ => value,
    }
}

/// Reads JSON that another language wrote, such as the fields of a call.
///
/// # Errors
/// `invalid_input`, with the field that holds half of a character, as in a text that was
/// cut in the middle of an emoji; else with `whole`.
///
/// ```
/// let error = sorakit::api::read_given("params", r#"{"prompt": "a cat \ud83d"}"#).unwrap_err();
/// assert_eq!(error.field(), Some("prompt"));
/// ```
pub fn read_given(whole: &str, text: &str) -> Result<Value> {
    serde_json::from_str(text).map_err(|error| match loose::half_character(text) {
        Some(field) => half_character(if field.is_empty() { whole } else { &field }),
        None => Error::invalid(whole, format!("is no JSON: {}", no_json(&error))),
    })
}

/// The error of a text that holds half of a character.
pub fn half_character(field: &str) -> Error {
    Error::invalid(
        field,
        "holds half of a character (a lone surrogate): the text was cut in the middle of an emoji",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_not_quite_json_is_read_where_its_meaning_is_plain() {
        let plain = json!({"id": "v", "prompt": "a\u{fffd}b", "n": null});
        for (body, value) in [
            (
                &br#"{"id":"v","prompt":"a\ud83db","n":NaN}"#[..],
                plain.clone(),
            ),
            (
                br#"{"id":"v","prompt":"a\udc00b","n":-Infinity}"#,
                plain.clone(),
            ),
            (
                b"{\"id\":\"v\",\"prompt\":\"a\xed\xa0\xbdb\",\"n\":1e999}",
                plain,
            ),
            (
                "{\u{a0}\"id\":\u{a0}\"v\",\u{a0}\"prompt\":\"a\u{fffd}b\", \"n\":NaN}".as_bytes(),
                json!({"id": "v", "prompt": "a\u{fffd}b", "n": null}),
            ),
            (
                br#"<html><body><pre style="x">{"id":"v"}</pre></body></html>"#,
                json!({"id": "v"}),
            ),
            (
                b"{&quot;id&quot;:&quot;a&amp;b&quot;}",
                json!({"id": "a&b"}),
            ),
            // A pair that is whole stays one.
            (
                br#"{"id":"v","x":NaN,"p":"\ud83d\ude00"}"#,
                json!({"id": "v", "x": null, "p": "😀"}),
            ),
            // Latin-1, and UTF-8 that was cut.
            (b"{\"p\":\"caf\xe9\"}", json!({"p": "café"})),
            (b"{\"p\":\"\xe7\x8c\"}", json!({"p": "\u{fffd}"})),
            // Raw control characters.
            (b"{\"p\":\"a\nb\tc\x00\"}", json!({"p": "a\nb\tc\0"})),
            (b"\xef\xbb\xbf{\"p\":1}\0\0", json!({"p": 1})),
            (b"\xff\xfe{\0}\0", json!({})),
            // Two texts, lines of them, and events.
            (br#"{"id":"a"}{"id":"b"}"#, json!({"id": "a"})),
            (b"{}\n{\"id\":\"b\"}\n", json!({"id": "b"})),
            (
                b": hi\n\nevent: x\ndata: {\"id\":\ndata: \"a\"}\n\ndata: [DONE]\n\n",
                json!({"id": "a"}),
            ),
            (br#"{"id":"a"} <!-- 12 ms -->"#, json!({"id": "a"})),
            // JSON in a text, trailing commas, and what Python prints.
            (br#""{\"id\":\"a\"}""#, json!({"id": "a"})),
            (br#"{"a":[1,2,],}"#, json!({"a": [1, 2]})),
            (
                b"{'a': None, 'b': True, 'c': 'it\\'s'}",
                json!({"a": null, "b": true, "c": "it's"}),
            ),
            (br#"{"p":"C:\dir\x"}"#, json!({"p": "C:\\dir\\x"})),
            (
                br#"{"a":.5,"b":+1,"c":007}"#,
                json!({"a": 0.5, "b": 1, "c": 7}),
            ),
            // Wrappings.
            (b")]}',\n{\"id\":\"a\"}", json!({"id": "a"})),
            (br#"callback({"id":"a"});"#, json!({"id": "a"})),
            (br#"/**/ jQuery.cb_1 ({"id":"a"})"#, json!({"id": "a"})),
            (b"/* 12 ms */ {\"id\":\"a\"}", json!({"id": "a"})),
            // Comments, names without quotes, and the lines of a log.
            (
                b"{\"id\": /* the job */ \"a\", // and no more\n \"n\": 1}",
                json!({"id": "a", "n": 1}),
            ),
            (b"{id: 'a', $n: 1}", json!({"id": "a", "$n": 1})),
            (
                b"12:00 INFO creating\n{\"id\":\"a\"}\n",
                json!({"id": "a"}),
            ),
            (
                b"<br />\n<b>Warning</b>:  x in <b>/a.php</b> on line <b>7</b><br />\n{\"id\":\"a\"}",
                json!({"id": "a"}),
            ),
            (b"PHP Notice:  x in /a.php on line 7\n{\"id\":\"a\"}", json!({"id": "a"})),
            (b"  \n", json!(null)),
        ] {
            let read = read(body).unwrap_or_else(|error| {
                panic!("{}: {error}", String::from_utf8_lossy(body));
            });
            assert_eq!(read, value, "{}", String::from_utf8_lossy(body));
        }
    }

    #[test]
    fn no_digit_of_an_id_is_lost() {
        let body = br#"{"id":99999999999999999999,"n":-123456789012345678901234,"f":1.5e3,
            "s":"99999999999999999999 \" 12345678901234567890","i":18446744073709551615}"#;
        let read = read(body).unwrap();
        assert_eq!(read["id"], "99999999999999999999");
        assert_eq!(read["n"], "-123456789012345678901234");
        assert_eq!(read["f"], 1500.0);
        assert_eq!(read["s"], "99999999999999999999 \" 12345678901234567890");
        assert_eq!(read["i"], "18446744073709551615");
    }

    #[test]
    fn an_id_stays_as_it_is_written() {
        for (body, id) in [
            (r#"{"id":1e5}"#, "1e5"),
            (r#"{"a":"x:","taskId" : 1234567.0,"p":1}"#, "1234567.0"),
            (r#"{'uuid': -1E+2}"#, "-1E+2"),
            (r#"{"n":1.5,"video_id":007.5}"#, "007.5"),
        ] {
            let read = read(body.as_bytes()).unwrap();
            let is_id = |value: &&Value| value.as_str() == Some(id);
            assert!(
                read.as_object().unwrap().values().any(|v| is_id(&v)),
                "{read}"
            );
        }
        // Of anything else the value counts.
        let read =
            read(br#"{"progress":1e2,"ids":[1.5],"id":{"x":1.5},"y":"id","z":2.5,"paid":1.5}"#);
        let read = read.unwrap();
        assert_eq!(read["paid"], 1.5);
        assert_eq!(read["progress"], 100.0);
        assert_eq!(read["ids"][0], 1.5);
        assert_eq!(read["id"]["x"], 1.5);
        assert_eq!(read["z"], 2.5);
    }

    #[test]
    fn of_a_body_that_was_cut_the_whole_parts_are_left() {
        for (body, left) in [
            (r#"{"id":"a","status":"que"#, json!([{"id": "a"}])),
            (r#"{"id":"a"#, json!([{}])),
            (
                r#"{"data":{"task_id":"t","x":[1,{"y":2},"#,
                json!([{"data": {"task_id": "t", "x": [1, {"y": 2}]}}]),
            ),
            (
                "data: {\"note\":1}\n\ndata: {\"id\":\"a\",\"progress\":40}\n\ndata: {\"id\":\"a\",\"pro",
                json!([{"note": 1}, {"id": "a", "progress": 40}, {"id": "a"}]),
            ),
            (
                "{\"a\":1}\n{\"id\":\"b\"}\n",
                json!([{"a": 1}, {"id": "b"}]),
            ),
            ("<html>", json!([])),
            ("", json!([])),
        ] {
            assert_eq!(json!(remains(body.as_bytes())), left, "{body}");
        }
        // A number may have been cut in two.
        assert_eq!(json!(remains(br#"{"a":1,"id":12"#)), json!([{"a": 1}]));
    }

    #[test]
    fn what_is_cut_or_means_nothing_is_refused() {
        for body in [
            &b"{\"id\":\"v\""[..],
            b"{\"id\":\"v",
            b"{\"id\" \"v\"}",
            b"{,}",
            b"[1,,2]",
            b"502 Bad Gateway",
            b"<html>{\"id\":1}</html>",
            b"upstream error: {\"id\":1}",
            b"data",
        ] {
            assert!(read(body).is_err(), "{}", String::from_utf8_lossy(body));
        }
        assert!(read("[".repeat(100_000).as_bytes()).is_err());
        let deep = format!("{}NaN{}", "[".repeat(5_000), "]".repeat(5_000));
        assert!(read(deep.as_bytes()).is_err());
    }

    #[test]
    fn half_a_character_is_refused_by_its_field() {
        let field = |text| {
            read_given("params", text)
                .unwrap_err()
                .field()
                .map(ToOwned::to_owned)
        };
        assert_eq!(field(r#"{"prompt":"\ud83d"}"#).as_deref(), Some("prompt"));
        let deep = r#"{"a":1,"storyboard":[{"scene":"x"},{"scene":"\udc00"}]}"#;
        assert_eq!(field(deep).as_deref(), Some("storyboard.1.scene"));
        assert_eq!(field(r#"{"\ud83d":1}"#).as_deref(), Some("params"));
        assert_eq!(field(r#""\ud83d""#).as_deref(), Some("params"));
        assert_eq!(field("{").as_deref(), Some("params"));
        assert_eq!(
            read_given("params", r#"{"a":"\ud83d\ude00"}"#).unwrap()["a"],
            "😀"
        );
    }
}
