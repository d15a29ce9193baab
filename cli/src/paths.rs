//! Paths are bytes: what is not text is kept whole, in the list of jobs, in JSON and
//! in commands to paste.

use std::path::{Path, PathBuf};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A path in JSON: text, or its bytes where it is none.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    Bytes { bytes: Vec<u8> },
}

/// Writes a path whole.
pub fn serialize<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    match path.to_str() {
        Some(text) => Written::Text(text.to_owned()),
        None => Written::Bytes {
            bytes: path.as_os_str().as_encoded_bytes().to_vec(),
        },
    }
    .serialize(serializer)
}

/// Reads what [`serialize`] wrote.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PathBuf, D::Error> {
    match Written::deserialize(deserializer)? {
        Written::Text(text) => Ok(text.into()),
        Written::Bytes { bytes } => of_bytes(bytes).ok_or_else(|| D::Error::custom("no path")),
    }
}

#[cfg(unix)]
fn of_bytes(bytes: Vec<u8>) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    Some(std::ffi::OsString::from_vec(bytes).into())
}

#[cfg(not(unix))]
fn of_bytes(bytes: Vec<u8>) -> Option<PathBuf> {
    String::from_utf8(bytes).ok().map(Into::into)
}

/// A path as a shell reads it.
pub fn quoted(path: &Path) -> String {
    match path.to_str() {
        Some(text) => sorakit::text::shell(text),
        None => {
            let bytes = path.as_os_str().as_encoded_bytes();
            let escaped = bytes.iter().map(|byte| match byte {
                b'\'' | b'\\' => format!("\\{}", char::from(*byte)),
                0x20..=0x7e => char::from(*byte).to_string(),
                other => format!("\\x{other:02x}"),
            });
            format!("$'{}'", escaped.collect::<String>())
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    #[derive(Serialize, Deserialize)]
    struct Holder(#[serde(with = "super")] PathBuf);

    #[test]
    fn a_path_of_any_bytes_comes_back_whole() {
        for bytes in [&b"cat.mp4"[..], b"caf\xe9/\xff.mp4"] {
            let path = Path::new(OsStr::from_bytes(bytes));
            let text = serde_json::to_string(&Holder(path.into())).unwrap();
            assert_eq!(serde_json::from_str::<Holder>(&text).unwrap().0, path);
        }
        let odd = Path::new(OsStr::from_bytes(b"caf\xe9's"));
        assert_eq!(quoted(odd), r"$'caf\xe9\'s'");
    }
}
