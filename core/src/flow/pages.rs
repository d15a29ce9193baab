//! Walking through lists that come in pages.

use std::collections::VecDeque;

use futures_util::Stream;

use crate::api::Paged;
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};

/// How far a walk is.
struct Walk<O: Paged> {
    client: Client,
    ahead: VecDeque<O::Item>,
    next: Option<O>,
}

impl<O: Paged> Walk<O> {
    async fn step(&mut self) -> Result<Option<O::Item>> {
        loop {
            if let Some(item) = self.ahead.pop_front() {
                return Ok(Some(item));
            }
            let Some(operation) = self.next.take() else {
                return Ok(None);
            };
            let page = self.client.call(operation.clone()).await?;
            let cursor = operation.cursor().map(ToOwned::to_owned);
            let (items, next) = operation.turn(page);
            if next
                .as_ref()
                .is_some_and(|next| next.cursor() == cursor.as_deref())
            {
                return Err(Error::new(
                    ErrorKind::UnexpectedResponse,
                    "the list does not go on: the next page begins where this one did",
                )
                .on(O::META.name));
            }
            self.ahead = items.into();
            self.next = next;
        }
    }
}

impl Client {
    /// Everything on a list, page by page as it is asked for, from where the
    /// operation begins. It ends after the last page, or after an error.
    ///
    /// ```no_run
    /// # async fn example(client: sorakit::Client) -> sorakit::Result<()> {
    /// use futures_lite::{StreamExt, pin};
    /// use sorakit::api::sora::ListDrafts;
    ///
    /// let drafts = client.items(ListDrafts::default());
    /// pin!(drafts);
    /// while let Some(draft) = drafts.next().await {
    ///     println!("{}", draft?.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn items<O: Paged>(&self, operation: O) -> impl Stream<Item = Result<O::Item>> + use<O> {
        let walk = Walk {
            client: self.clone(),
            ahead: VecDeque::new(),
            next: Some(operation),
        };
        futures_util::stream::unfold(Some(walk), |walk| async {
            let mut walk = walk?;
            match walk.step().await {
                Ok(Some(item)) => Some((Ok(item), Some(walk))),
                Ok(None) => None,
                Err(error) => Some((Err(error), None)),
            }
        })
    }
}
