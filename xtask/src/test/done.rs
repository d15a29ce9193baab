//! The outcomes of stages.

/// The outcome of a stage that did not fail.
pub enum Done {
    /// It is green.
    Passed,
    /// There was nothing to check, or something it needs is missing; and the reason.
    Nothing(String),
}

impl From<()> for Done {
    fn from((): ()) -> Self {
        Self::Passed
    }
}

/// The outcome of a stage.
pub enum Ended {
    Passed,
    Failed(String),
    /// With nothing to do, or without what it needs.
    Skipped(String),
}
