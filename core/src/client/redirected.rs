//! A redirect that is not followed.

use crate::api::Reply;
use crate::client::Client;
use crate::model::{Error, ErrorKind};
use crate::policy::redirect;

impl Client {
    /// The error of an answer about a job that came from elsewhere: a redirect led to an
    /// address that is not the job's, and the answer does not name it. It says nothing
    /// about the job.
    pub(super) fn answered_elsewhere(&self, from: &str, reply: &Reply) -> Option<Error> {
        let (landed, job) = (reply.landed()?, reply.asked_job()?);
        if redirect::is_same_endpoint(from, self.base_url(), landed) || reply.names(job) {
            return None;
        }
        let shown = crate::model::text::shown(redirect::without_query(landed));
        let status = reply.status.as_u16();
        let what = format!(
            "the server redirects to {shown}, whose answer (HTTP {status}) is not about the job"
        );
        let error = Error::new(ErrorKind::UnexpectedResponse, what).with_status(status);
        Some(
            error
                .with_hint("Check that the base URL is the API's own address, and the credential."),
        )
    }

    /// The error of a redirect that is not followed, naming the target.
    pub(super) fn redirected(&self, from: &str, reply: &Reply) -> Option<Error> {
        let status = reply.status.as_u16();
        let location = reply.headers.get("location")?.to_str().ok()?;
        if !redirect::is_redirect(status) {
            return None;
        }
        let target = match redirect::next(from, location) {
            Ok(hop) => hop.url,
            Err(_) => crate::api::location(location),
        };
        let shown = crate::model::text::shown(redirect::without_query(&target));
        let what = format!(
            "the server redirects to {shown} (HTTP {status}), where this request is not sent"
        );
        let hint = match redirect::base_for(from, self.base_url(), &target) {
            Some(base) => format!(
                "If you trust it, give `{}` as `base_url`.",
                crate::model::text::shown(&base)
            ),
            None => {
                "Give the API's own address as `base_url`; what asks for a sign-in in a browser \
                     needs a header or a key of its own in `headers`."
                    .to_owned()
            }
        };
        let error = Error::new(ErrorKind::UnexpectedResponse, what).with_status(status);
        Some(error.with_hint(hint))
    }
}
