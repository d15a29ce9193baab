//! The cryptography under TLS, which the crate's features choose.

use crate::model::Result;
#[cfg(not(feature = "ring"))]
use crate::model::{Error, ErrorKind};

/// Makes sure that there is some before a client is made.
pub(super) fn check() -> Result<()> {
    let installed = || rustls::crypto::CryptoProvider::get_default().is_some();
    if cfg!(feature = "aws-lc-rs") || installed() {
        return Ok(());
    }
    #[cfg(feature = "ring")]
    {
        // Somebody else may install one at the same time, which does as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        Ok(())
    }
    #[cfg(not(feature = "ring"))]
    Err(
        Error::new(ErrorKind::Configuration, "there is no cryptography for TLS").with_hint(
            "Build sorakit with the feature `aws-lc-rs` or `ring`, or install a provider of rustls \
         before the first client is made.",
        ),
    )
}
