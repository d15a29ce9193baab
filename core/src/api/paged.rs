//! Lists that come in pages.

use super::Operation;
use crate::platform::MaybeSend;

/// An operation that answers a page of a list. [`Client::items`] walks through
/// all of them.
///
/// [`Client::items`]: crate::Client::items
pub trait Paged: Operation {
    /// What is listed.
    type Item: MaybeSend + 'static;

    /// Where this page begins; absent for the first.
    fn cursor(&self) -> Option<&str>;

    /// What is on the answered page, and the operation that asks for the next;
    /// none after the last page.
    fn turn(self, page: Self::Output) -> (Vec<Self::Item>, Option<Self>);
}
