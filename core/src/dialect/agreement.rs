//! Two options that state the same thing: they agree, or the request is refused.

use crate::api::videos_v1::pixels;
use crate::model::{Dialect, Error, ErrorKind, Orientation, Result};

/// The orientation that a size and an option state. A square size, or one that is not in
/// pixels, states none.
pub(super) fn orientation(
    size: Option<&str>,
    asked: Option<Orientation>,
) -> Result<Option<Orientation>> {
    let stands = size.and_then(orientation_of);
    match (size, stands, asked) {
        (Some(size), Some(stands), Some(asked)) if stands != asked => Err(Error::invalid(
            "orientation",
            format!("does not go with the size {size}"),
        )),
        (_, stands, asked) => Ok(stands.or(asked)),
    }
}

/// The orientation of `1280x720` or `16:9`.
fn orientation_of(size: &str) -> Option<Orientation> {
    let (width, height) = pixels(&size.replace(':', "x"))?;
    match width.cmp(&height) {
        std::cmp::Ordering::Greater => Some(Orientation::Landscape),
        std::cmp::Ordering::Less => Some(Orientation::Portrait),
        std::cmp::Ordering::Equal => None,
    }
}

/// The requested size: the given one, which has to agree with the orientation, else the
/// orientation's own of `landscape` and `portrait`.
pub(super) fn size(
    size: Option<String>,
    asked: Option<Orientation>,
    [landscape, portrait]: [&str; 2],
) -> Result<Option<String>> {
    orientation(size.as_deref(), asked)?;
    Ok(size.or_else(|| {
        asked.map(|asked| match asked {
            Orientation::Landscape => landscape.to_owned(),
            Orientation::Portrait => portrait.to_owned(),
        })
    }))
}

/// Refuses proportions that do not go with the size or the orientation.
pub(super) fn check_aspect_ratio(
    ratio: Option<&str>,
    size: Option<&str>,
    asked: Option<Orientation>,
) -> Result<()> {
    let Some(ratio) = ratio else { return Ok(()) };
    let other = size.and_then(orientation_of).or(asked);
    match (orientation_of(ratio), other) {
        (Some(stands), Some(other)) if stands != other => {
            let with = if size.is_some() {
                "size"
            } else {
                "orientation"
            };
            let what = format!("does not go with the {with}");
            Err(Error::invalid("aspect_ratio", what))
        }
        _ => Ok(()),
    }
}

/// The value that a model's name and an option agree on; an error if they contradict
/// each other.
pub(super) fn with_model<T: PartialEq>(
    field: &str,
    model: &str,
    named: Option<T>,
    asked: Option<T>,
) -> Result<Option<T>> {
    match (named, asked) {
        (Some(named), Some(asked)) if named != asked => Err(Error::invalid(
            field,
            format!("is another one than the model's name `{model}` says: leave one of them out"),
        )),
        (named, asked) => Ok(named.or(asked)),
    }
}

/// Refuses options that a dialect takes for videos, but not for images.
pub(super) fn refuse_for_images(dialect: Dialect, options: &[(&str, bool)]) -> Result<()> {
    match options.iter().find(|(_, given)| *given) {
        Some((option, _)) => Err(Error::new(
            ErrorKind::Unsupported,
            format!("the dialect `{dialect}` does not offer `{option}` for images"),
        )
        .with_field(*option)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Orientation::{Landscape, Portrait};

    #[test]
    fn a_size_and_an_orientation_have_to_agree() {
        let ask = |given: Option<&str>, orientation| {
            size(given.map(Into::into), orientation, ["1280x720", "720x1280"])
        };
        assert_eq!(ask(None, None).unwrap(), None);
        assert_eq!(ask(None, Some(Portrait)).unwrap().unwrap(), "720x1280");
        for (size, stands) in [("1792x1024", Landscape), ("9:16", Portrait)] {
            let other = match stands {
                Landscape => Portrait,
                Portrait => Landscape,
            };
            assert_eq!(ask(Some(size), Some(stands)).unwrap().unwrap(), size);
            let error = ask(Some(size), Some(other)).unwrap_err();
            assert_eq!(error.field(), Some("orientation"), "{size}");
            assert_eq!(orientation(Some(size), None).unwrap(), Some(stands));
        }
        for (ratio, size, asked) in [
            ("9:16", Some("1280x720"), None),
            ("9:16", None, Some(Landscape)),
        ] {
            let error = check_aspect_ratio(Some(ratio), size, asked).unwrap_err();
            assert_eq!(error.field(), Some("aspect_ratio"));
            assert!(check_aspect_ratio(Some("16:9"), size, asked).is_ok());
        }
        let square = ask(Some("1024x1024"), Some(Portrait));
        assert_eq!(square.unwrap().unwrap(), "1024x1024");
    }
}
