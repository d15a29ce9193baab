//! Operations without their types, so that the code of a call is compiled once and not
//! for each operation.

use std::any::TypeId;

use serde::Serialize;
use serde_json::Value;

use super::videos_v1::VideoJob;
use super::{Body, Context, EventReader, FileInput, Meta, Operation, Paged, Patience, Reply};
use crate::model::{Error, Result};
use crate::platform::{MaybeSend, MaybeSync};

/// An operation as it is sent: see [`Operation`] for what each method means.
pub trait Sendable: MaybeSend + MaybeSync {
    /// The fixed facts.
    fn meta(&self) -> &'static Meta;
    /// Refuses values that the documents do not allow.
    fn check(&self) -> Result<()>;
    /// The files to send.
    fn files(&mut self) -> Vec<&mut FileInput>;
    /// The longest time for the answer.
    fn patience(&self) -> Patience;
    /// Encodes the request for the wire.
    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>>;
    /// The job that this polls.
    fn job(&self) -> Option<&str>;
    /// True if an answer is a result.
    fn answers(&self, reply: &Reply) -> bool;
    /// Reads the error in an answer that is no result.
    fn failure(&self, reply: &Reply) -> Error;
    /// True if the answer is a video's job, which may hold the video itself.
    fn is_answered_with_job(&self) -> bool;
}

impl<O: Operation> Sendable for O {
    fn meta(&self) -> &'static Meta {
        &O::META
    }

    fn check(&self) -> Result<()> {
        Operation::check(self)
    }

    fn files(&mut self) -> Vec<&mut FileInput> {
        Operation::files(self)
    }

    fn patience(&self) -> Patience {
        Operation::patience(self)
    }

    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>> {
        Operation::encode(self, context)
    }

    fn job(&self) -> Option<&str> {
        Operation::job(self)
    }

    fn answers(&self, reply: &Reply) -> bool {
        O::answers(reply)
    }

    fn failure(&self, reply: &Reply) -> Error {
        O::failure(reply)
    }

    fn is_answered_with_job(&self) -> bool {
        TypeId::of::<O::Output>() == TypeId::of::<VideoJob>()
    }
}

/// Reads the events of an answer, as JSON.
pub type Pieces = Box<dyn EventReader<Event = Value>>;

/// A reader that passes its events on as JSON.
#[derive(Default)]
pub(super) struct Plain<R>(R);

impl<R: EventReader> EventReader for Plain<R>
where
    R::Event: Serialize,
{
    type Event = Value;

    fn push(&mut self, bytes: &[u8]) -> Vec<Result<Value>> {
        self.0.push(bytes).into_iter().map(plain).collect()
    }

    fn finish(&mut self) -> Vec<Result<Value>> {
        self.0.finish().into_iter().map(plain).collect()
    }

    fn is_complete(&self) -> bool {
        self.0.is_complete()
    }

    fn is_over(&self) -> bool {
        self.0.is_over()
    }

    fn keep(&self, error: Error) -> Error {
        self.0.keep(error)
    }
}

impl<R: EventReader + ?Sized> EventReader for Box<R> {
    type Event = R::Event;

    fn push(&mut self, bytes: &[u8]) -> Vec<Result<R::Event>> {
        (**self).push(bytes)
    }

    fn finish(&mut self) -> Vec<Result<R::Event>> {
        (**self).finish()
    }

    fn is_complete(&self) -> bool {
        (**self).is_complete()
    }

    fn is_over(&self) -> bool {
        (**self).is_over()
    }

    fn keep(&self, error: Error) -> Error {
        (**self).keep(error)
    }
}

fn plain<T: Serialize>(read: Result<T>) -> Result<Value> {
    read.map(|read| serde_json::to_value(read).unwrap_or_default())
}

/// A walk through a paged list, from one of its pages on.
pub trait Walk: MaybeSend + MaybeSync {
    /// One listed item.
    type Item;

    /// The operation that requests the page.
    fn operation(&self) -> Box<dyn Sendable>;

    /// The cursor of the page; absent for the first.
    fn cursor(&self) -> Option<&str>;

    /// Returns the items of the answered page, and the walk from the next one on; none
    /// after the last page.
    fn turn(&self, page: &Reply) -> Result<Turned<Self::Item>>;
}

/// The items of a page, and the walk from the next one on.
pub type Turned<T> = (Vec<T>, Option<Box<dyn Walk<Item = T>>>);

impl<O: Paged> Walk for O {
    type Item = O::Item;

    fn operation(&self) -> Box<dyn Sendable> {
        Box::new(self.clone())
    }

    fn cursor(&self) -> Option<&str> {
        Paged::cursor(self)
    }

    fn turn(&self, page: &Reply) -> Result<Turned<O::Item>> {
        let (items, next) = Paged::turn(self.clone(), O::decode(page)?);
        Ok((items, next.map(|next| Box::new(next) as Box<_>)))
    }
}

/// A walk that passes its items on as JSON.
pub(super) struct PlainWalk<O>(pub(super) O);

impl<O: Paged> Walk for PlainWalk<O>
where
    O::Item: Serialize,
{
    type Item = Value;

    fn operation(&self) -> Box<dyn Sendable> {
        Box::new(self.0.clone())
    }

    fn cursor(&self) -> Option<&str> {
        Paged::cursor(&self.0)
    }

    fn turn(&self, page: &Reply) -> Result<Turned<Value>> {
        let (items, next) = Paged::turn(self.0.clone(), O::decode(page)?);
        let items = items.into_iter().map(|item| plain(Ok(item)));
        Ok((
            items.collect::<Result<_>>()?,
            next.map(|next| Box::new(Self(next)) as Box<_>),
        ))
    }
}
