//! Paged lists.

use super::Operation;
use crate::platform::MaybeSend;

/// An operation that answers with a page of a list. [`Client::items`] walks through all
/// pages.
///
/// [`Client::items`]: crate::Client::items
pub trait Paged: Operation {
    /// One listed item.
    type Item: MaybeSend + 'static;

    /// The cursor of this page; absent for the first.
    fn cursor(&self) -> Option<&str>;

    /// Returns the items of the answered page, and the operation for the next one; none
    /// after the last page.
    fn turn(self, page: Self::Output) -> (Vec<Self::Item>, Option<Self>);
}
