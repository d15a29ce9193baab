//! The source of a credential.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The source of an option, highest first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum OptionSource {
    /// The program's own call, or the command line.
    Code,
    /// The profile that the program's call, or the command line, names.
    Profile,
    /// A `SORAKIT_*` variable.
    Environment,
    /// The configuration file.
    File,
    /// The credential store.
    Store,
}

impl std::fmt::Display for OptionSource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Code => "the call",
            Self::Profile => "the named profile",
            Self::Environment => "the environment",
            Self::File => "the configuration file",
            Self::Store => "the credential store",
        })
    }
}
