//! Sizes written as `1280x720`.

use crate::model::{Error, Result};

/// The width and height in a size such as `1280x720`.
pub(crate) fn pixels(size: &str) -> Option<(u32, u32)> {
    let (width, height) = size.split_once(['x', 'X', '*'])?;
    let side = |text: &str| {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<u32>().ok())?.filter(|n| *n > 0)
    };
    Some((side(width)?, side(height)?))
}

/// Refuses a size that is not `widthxheight`.
pub(crate) fn check_size(field: &str, size: &str) -> Result<()> {
    match pixels(size) {
        Some(_) if size.contains('x') => Ok(()),
        _ => Err(Error::invalid(
            field,
            format!("must be `<width>x<height>` in pixels, such as `1280x720`, not `{size}`"),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read() {
        assert_eq!(pixels("1280x720"), Some((1280, 720)));
        assert_eq!(pixels("720*1280"), Some((720, 1280)));
        for bad in [
            "", "1280", "x720", "0x720", "+1x2", "16:9", "1e3x5", "12x34x56",
        ] {
            assert_eq!(pixels(bad), None, "{bad}");
            assert!(check_size("size", bad).is_err(), "{bad}");
        }
    }
}
