//! `sorakit cancel`: stops videos that are being made.

use super::by_ids::ByIds;
use crate::outcome::{Outcome, Session};

/// What `cancel` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  \
    sorakit cancel video_gen_68d7512d07848190b3e45da0ecbebcde\n\n\
    Most servers cannot stop a video: deleting it there only forgets it. One that has ended is\n\
    left as it is.")]
pub struct Arguments {
    #[command(flatten)]
    pub videos: ByIds,
}

pub async fn run(arguments: Arguments, session: &Session) -> Outcome {
    let cancel = async |client: &sorakit::Client, id: &str| {
        client.videos().cancel(id).await?;
        Ok(())
    };
    arguments.videos.each("cancelled", session, cancel).await
}
