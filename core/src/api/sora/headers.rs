//! The headers that the native backend documents (`docs/wire/sora.md` §14.2).

use crate::api::context_header as header_value;
use crate::api::{Body, Context};
use crate::model::Result;

/// The origin of the web application, a fixed value of the document
/// (`docs/wire/sora.md` §1.1) whichever host serves the format.
pub(crate) const WEB_ORIGIN: &str = "https://sora.chatgpt.com";

/// The origin of the Sentinel frame, a fixed value of the document
/// (`docs/wire/sora.md` §2.1).
pub(super) const SENTINEL_ORIGIN: &str = "https://chatgpt.com";

/// Adds the profile's `User-Agent` and the device id, so that all requests of
/// an account agree with each other.
pub(super) fn identify(
    mut request: http::Request<Body>,
    context: &Context<'_>,
) -> Result<http::Request<Body>> {
    let headers = request.headers_mut();
    headers.insert(
        "user-agent",
        header_value("user_agent", &context.profile.user_agent)?,
    );
    headers.insert(
        "oai-device-id",
        header_value("device_id", context.device_id)?,
    );
    Ok(request)
}

/// As [`identify`], with the app's `User-Agent`, which the document recommends
/// for the quota (`docs/wire/sora.md` §3.4).
pub(super) fn identify_app(
    request: http::Request<Body>,
    context: &Context<'_>,
) -> Result<http::Request<Body>> {
    let mut request = identify(request, context)?;
    let agent = header_value("app_user_agent", &context.profile.app_user_agent)?;
    request.headers_mut().insert("user-agent", agent);
    Ok(request)
}

/// Adds the profile's language too, which creations carry.
pub(super) fn identify_creation(
    request: http::Request<Body>,
    context: &Context<'_>,
) -> Result<http::Request<Body>> {
    let mut request = identify(request, context)?;
    let language = header_value("language", &context.profile.language)?;
    request.headers_mut().insert("oai-language", language);
    Ok(request)
}
