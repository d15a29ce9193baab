//! What tells a credential again without saying what it is.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sorakit::Secret;

/// A salted hash of a credential. Each has a salt of its own, so that two jobs do
/// not show that one credential began both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    salt: String,
    hash: String,
}

impl Fingerprint {
    /// The fingerprint of a credential.
    pub fn of(credential: &Secret) -> Self {
        let mut salt = [0; 16];
        getrandom::fill(&mut salt).expect("the system gives random bytes");
        let salt = hex(&salt);
        Self {
            hash: hash(&salt, credential),
            salt,
        }
    }

    /// Whether it is of this credential.
    pub fn is_of(&self, credential: &Secret) -> bool {
        self.hash == hash(&self.salt, credential)
    }
}

fn hash(salt: &str, credential: &Secret) -> String {
    let text = zeroize::Zeroizing::new(format!("{salt}:{}", credential.expose()));
    hex(&Sha256::digest(text.as_bytes())[..16])
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
