//! An operation as it is sent, without its types.

use crate::api::{Body, Context, FileInput, Meta, Operation, Patience, Reply};
use crate::error::{Error, Result};
use crate::platform::{MaybeSend, MaybeSync};

/// An operation without its types: what is needed of it to send it. So the way of
/// a call is compiled once, not once for each operation.
pub(crate) trait Sendable: MaybeSend + MaybeSync {
    fn meta(&self) -> &'static Meta;
    fn check(&self) -> Result<()>;
    fn files(&mut self) -> Vec<&mut FileInput>;
    fn patience(&self) -> Patience;
    fn encode(&self, context: &Context<'_>) -> Result<http::Request<Body>>;
    fn job(&self) -> Option<&str>;
    fn answers(&self, reply: &Reply) -> bool;
    fn failure(&self, reply: &Reply) -> Error;
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
}
