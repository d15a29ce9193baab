//! Opening and reading a caller's files, where there is a file system.

use bytes::Bytes;

#[cfg(not(target_family = "wasm"))]
use crate::media::{NotMedia, encoded};
use crate::model::{Error, FileInput, Result, Source};
#[cfg(not(target_family = "wasm"))]
use crate::model::{Given, HEAD, Opened, written_out};
#[cfg(not(target_family = "wasm"))]
use std::{fs::File, io::Read, path::Path};

/// Opens a file of any kind, off the caller's thread; `field` names it in errors.
pub(crate) async fn open_file(field: &'static str, mut file: FileInput) -> Result<FileInput> {
    off_thread(move || {
        open_here(field, &mut file)?;
        Ok(file)
    })
    .await
}

/// Runs work that may block off the caller's thread, where there are threads.
#[cfg(not(target_family = "wasm"))]
pub(crate) async fn off_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    super::unblock(work).await
}

/// Runs work that may block off the caller's thread, where there are threads.
#[cfg(target_family = "wasm")]
pub(crate) async fn off_thread<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    work()
}

/// Opens a file on this thread; `field` names it in errors.
#[cfg(target_family = "wasm")]
pub(crate) fn open_here(_: &str, file: &mut FileInput) -> Result<()> {
    file.open_in_memory()
}

/// The bytes of an opened file, read off the caller's thread.
pub(crate) async fn read_file(field: &'static str, file: FileInput) -> Result<Bytes> {
    let unreadable = move |error: std::io::Error, filename: &str| {
        Error::invalid(field, format!("cannot read {filename}: {error}")).caused_by(error)
    };
    #[cfg(not(target_family = "wasm"))]
    return off_thread(move || {
        let opened = file.opened(field)?;
        read(&opened.source).map_err(|error| unreadable(error, &opened.filename))
    })
    .await;
    #[cfg(target_family = "wasm")]
    {
        let opened = file.opened(field)?;
        let read = match &opened.source {
            Source::Bytes(bytes) => Ok(bytes.clone()),
            Source::Path { .. } => Err(std::io::ErrorKind::Unsupported.into()),
            Source::Blob(blob) => blob.read().await,
        };
        read.map_err(|error| unreadable(error, &opened.filename))
    }
}

#[cfg(not(target_family = "wasm"))]
fn read(source: &Source) -> std::io::Result<Bytes> {
    match source {
        Source::Bytes(bytes) => Ok(bytes.clone()),
        Source::Path { path, .. } => std::fs::read(path).map(Into::into),
        Source::Reader { open, .. } => {
            let mut bytes = Vec::new();
            open.open()?.read_to_end(&mut bytes)?;
            Ok(bytes.into())
        }
    }
}

/// Opens a file to read it. A pipe that nobody writes to opens at once, as what it is.
#[cfg(not(target_family = "wasm"))]
pub(super) fn open_to_read(path: &Path) -> std::io::Result<File> {
    let mut options = std::fs::OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK);
    options.open(path)
}

/// Opens a file on this thread, blocking on the file system; `field` names it in errors.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn open_here(field: &str, file: &mut FileInput) -> Result<()> {
    let opened = match file.given() {
        Given::Bytes { .. } => return file.open_in_memory(),
        Given::Attachment(index) => {
            let what = format!("there is no attachment {index}");
            return Err(Error::invalid(field, what));
        }
        Given::Path(path) => {
            let unreadable = |error: std::io::Error| {
                if let Some(found) = written_as(path) {
                    let what = format!(
                        "is no file, and as base64 it is {found}; an image or a video is needed"
                    );
                    return Error::invalid(field, what).caused_by(error);
                }
                let message = format!("cannot read {}: {error}", shortened(path));
                Error::invalid(field, message).caused_by(error)
            };
            let mut content = match open_to_read(path) {
                Ok(content) => content,
                Err(error) => match written_out(path) {
                    Some(written) => {
                        *file = written;
                        return file.open_in_memory();
                    }
                    None => return Err(unreadable(error)),
                },
            };
            let facts = content.metadata().map_err(unreadable)?;
            if !facts.is_file() {
                let what = format!("{} is not a regular file", shortened(path));
                return Err(Error::invalid(field, what));
            }
            let head = head(&mut content).map_err(unreadable)?;
            let filename = match path.file_name() {
                Some(name) => name.to_string_lossy().into_owned(),
                None => "file".into(),
            };
            let source = Source::Path {
                path: path.clone(),
                length: facts.len(),
            };
            Opened::new(filename, &head, source)
        }
        Given::Reader {
            open,
            length,
            filename,
        } => {
            let read = open.open().and_then(|mut reader| head(&mut reader));
            let head =
                read.map_err(|error| Error::invalid(field, error.to_string()).caused_by(error))?;
            let source = Source::Reader {
                open: open.clone(),
                length: *length,
            };
            Opened::new(filename.clone(), &head, source)
        }
    };
    file.set_opened(opened);
    Ok(())
}

/// The first bytes of a file, which identify its type.
#[cfg(not(target_family = "wasm"))]
fn head(content: &mut impl Read) -> std::io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(HEAD);
    content.take(HEAD as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// What a path holds as base64 in place of a name, which is never shown. A name is shorter,
/// or says that it is one.
#[cfg(not(target_family = "wasm"))]
fn written_as(path: &Path) -> Option<NotMedia> {
    const LONGER_THAN_NAMES: usize = 64;
    let text = path.to_str()?;
    let says_so = encoded::is_data_url(text) || text.contains("base64,");
    let bytes = encoded::written(text);
    match bytes {
        Some(bytes) if says_so || text.len() >= LONGER_THAN_NAMES => Some(NotMedia::sniff(&bytes)),
        None if says_so => Some(NotMedia::Unknown),
        _ => None,
    }
}

/// A path as an error shows it: a very long one is not a path, and nobody reads it.
#[cfg(not(target_family = "wasm"))]
fn shortened(path: &Path) -> String {
    let text = path.display().to_string();
    match text.char_indices().nth(200) {
        None => text,
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

#[cfg(all(test, not(target_family = "wasm")))]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n....";

    fn opened(mut file: FileInput) -> Opened {
        open_here("file", &mut file).unwrap();
        file.opened("file").unwrap().clone()
    }

    #[test]
    fn names_follow_the_content() {
        for (given, expected) in [
            ("file", "image.png"),
            ("", "image.png"),
            ("blob", "image.png"),
            ("cat.jpg", "cat.png"),
            ("cat.PNG", "cat.PNG"),
            ("cat", "cat.png"),
            ("cat.of.mine", "cat.of.mine"),
            (".png", ".png.png"),
        ] {
            assert_eq!(opened(FileInput::bytes(PNG, given)).filename, expected);
        }
        let jpeg = opened(FileInput::bytes(&b"\xff\xd8\xff\xe0"[..], "a.jpeg"));
        assert_eq!(
            (&*jpeg.filename, &*jpeg.content_type),
            ("a.jpeg", "image/jpeg")
        );
        assert_eq!(
            opened(FileInput::bytes(&b"text"[..], "file")).filename,
            "file"
        );
    }

    #[test]
    fn a_path_that_is_no_file_may_be_the_file_itself() {
        let text = STANDARD.encode(PNG);
        for given in [&*text, &format!("DATA:image/jpeg;base64,{text}")] {
            let file = opened(FileInput::path(given));
            assert_eq!(
                (&*file.filename, &*file.content_type),
                ("image.png", "image/png")
            );
        }
        // A file with that name takes precedence.
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("iVBORw0KGgouLi4u");
        std::fs::write(&path, b"GIF89a").unwrap();
        assert_eq!(opened(FileInput::path(&path)).description(), "a GIF image");
        let long = "a".repeat(100_000);
        let error = open_here("image", &mut FileInput::path(&long)).unwrap_err();
        assert!(error.to_string().len() < 400, "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_refused_and_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("cat.png");
        rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RUSR).unwrap();
        let error = open_here("references", &mut FileInput::path(&pipe)).unwrap_err();
        assert!(error.reason().contains("not a regular file"), "{error}");
        assert_eq!(error.field(), Some("references"));
    }

    #[test]
    fn base64_is_read_in_every_form() {
        let text = STANDARD.encode(PNG);
        for form in [
            format!("{}\n{}", &text[..4], text[4..].trim_end_matches('=')),
            format!("data:;base64,{text}"),
        ] {
            let file: FileInput =
                serde_json::from_value(serde_json::json!({"base64": form})).unwrap();
            assert_eq!(opened(file).filename, "image.png");
        }
        let error = serde_json::from_value::<FileInput>(serde_json::json!({"base64": "!"}));
        assert!(error.is_err());
    }

    #[test]
    fn what_a_file_is_is_told() {
        for (bytes, what) in [
            (&b""[..], "an empty file"),
            (b"GIF89a", "a GIF image"),
            (b"\0\0\0\x1cftypheic", "an HEIC image"),
            (b"{}", "a JSON document (a server's message?)"),
        ] {
            assert_eq!(opened(FileInput::bytes(bytes, "a")).description(), what);
        }
    }
}
