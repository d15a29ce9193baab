//! How stages end.

/// How a stage that did not fail ended.
pub enum Done {
    /// It is green.
    Passed,
    /// There was nothing to check, or what it needs is not here; and why.
    Nothing(String),
}

impl From<()> for Done {
    fn from((): ()) -> Self {
        Self::Passed
    }
}

/// How a stage ended.
pub enum Ended {
    Passed,
    Failed(String),
    /// With nothing to do, or without what it needs.
    Skipped(String),
}
