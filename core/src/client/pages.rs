//! Walking through paged lists.

use std::collections::VecDeque;

use futures_util::Stream;
use serde_json::Value;

use crate::api::{Descriptor, FileInput, Paged, Walk};
use crate::client::Client;
use crate::model::{Error, ErrorKind, Result};
use crate::platform::{BoxStream, MaybeSend};

impl Client {
    /// Yields everything on a list, requesting pages as needed, from where the operation
    /// begins. The stream ends after the last page, or after an error.
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
        self.walk(Box::new(operation))
    }

    /// Like [`items`](Self::items), for an operation that is known by its descriptor, with
    /// plain values.
    ///
    /// # Errors
    /// `unsupported` for an operation without pages, and whatever is wrong with the fields.
    pub fn items_described(
        &self,
        operation: &'static Descriptor,
        fields: Value,
        files: &[FileInput],
    ) -> Result<BoxStream<'static, Result<Value>>> {
        let items = operation.items.ok_or_else(|| {
            Error::new(ErrorKind::Unsupported, "it answers no list in pages")
                .on(operation.meta.name)
        })?;
        Ok(Box::pin(self.walk((items.read)(fields, files)?)))
    }

    fn walk<T: MaybeSend + 'static>(
        &self,
        first: Box<dyn Walk<Item = T>>,
    ) -> impl Stream<Item = Result<T>> + use<T> {
        let walking = Walking {
            client: self.clone(),
            ahead: VecDeque::new(),
            next: Some(first),
        };
        futures_util::stream::unfold(Some(walking), |walking| async {
            let mut walking = walking?;
            match walking.step().await {
                Ok(Some(item)) => Some((Ok(item), Some(walking))),
                Ok(None) => None,
                Err(error) => Some((Err(error), None)),
            }
        })
    }
}

/// The state of a walk.
struct Walking<T> {
    client: Client,
    ahead: VecDeque<T>,
    next: Option<Box<dyn Walk<Item = T>>>,
}

impl<T: MaybeSend + 'static> Walking<T> {
    async fn step(&mut self) -> Result<Option<T>> {
        loop {
            if let Some(item) = self.ahead.pop_front() {
                return Ok(Some(item));
            }
            let Some(page) = self.next.take() else {
                return Ok(None);
            };
            let operation = page.operation();
            let name = operation.meta().name;
            let turned = self
                .client
                .call_read_by(operation, |reply| page.turn(reply));
            let (items, next) = turned.await?;
            if next
                .as_ref()
                .is_some_and(|next| next.cursor() == page.cursor())
            {
                let what = "the list does not go on: the next page begins where this one did";
                return Err(Error::new(ErrorKind::UnexpectedResponse, what).on(name));
            }
            self.ahead = items.into();
            self.next = next;
        }
    }
}
