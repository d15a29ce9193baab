//! `sorakit delete`: deletes videos at the server.

use super::by_ids::ByIds;
use crate::outcome::{Outcome, Session};

/// What `delete` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  \
    sorakit delete video_68d7512d07848190b3e45da0ecbebcde\n  \
    sorakit list --json | jq -r '.items[].id' | xargs sorakit delete\n\n\
    What was downloaded stays.")]
pub struct Arguments {
    #[command(flatten)]
    pub videos: ByIds,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let delete = async |client: &sorakit::Client, id: &str| {
        client.videos().delete(id).await?;
        Ok(())
    };
    arguments.videos.each("deleted", session, delete).await
}
