//! A redirect that is not followed.

use crate::api::Reply;
use crate::client::Client;
use crate::model::{Error, ErrorKind};
use crate::policy::redirect;

impl Client {
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
        let error = Error::new(ErrorKind::UnexpectedResponse, what).status(status);
        Some(error.hint(hint))
    }
}
