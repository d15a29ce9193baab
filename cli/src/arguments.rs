//! What the command line holds.

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::commands::{
    batch, call, cancel, characters, completions, config, delete, detect, doctor, image, jobs,
    licenses, links, list, login, logout, man, models, operations, pow, profiles, publish, quota,
    resume, simulate, video,
};
use crate::outcome::{Outcome, Session};
use crate::verbosity::Verbosity;

/// Videos from Sora-shaped APIs, and a local simulator of them.
///
/// Settings come from the options, then from SORAKIT_* variables (SORAKIT_BASE_URL,
/// SORAKIT_DIALECT, SORAKIT_API_KEY, SORAKIT_ACCESS_TOKEN, SORAKIT_SESSION_TOKEN,
/// SORAKIT_REFRESH_TOKEN, SORAKIT_PROXY, …), then from the configuration file, which
/// `sorakit login` fills. `sorakit config show` says where each comes from.
#[derive(Parser)]
#[command(
    name = "sorakit",
    version,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "Exit status: 0 done, 1 failed, 2 refused before anything was sent, 130 interrupted.\n\
        SORAKIT_LOG=info or debug shows the traffic, as -v and -vv do.\n\n\
        Examples:\n  \
        sorakit video \"a cat in the snow\" --simulate -o cat.mp4\n  \
        sorakit simulate\n  \
        sorakit video \"a cat in the snow\" --dialect openai --base-url https://gateway.example/v1\n  \
        sorakit jobs"
)]
pub struct Arguments {
    #[command(flatten)]
    pub verbosity: Verbosity,
    #[command(subcommand)]
    pub command: Command,
}

/// Below this many columns, what an option does stands below its name.
const NARROW: usize = 72;

impl Arguments {
    /// What was typed, or what is wrong with it.
    pub fn read() -> Result<Self, clap::Error> {
        let columns = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let stated = || std::env::var("COLUMNS").ok()?.parse().ok();
        let columns = columns.or_else(stated);
        let is_narrow = columns.is_some_and(|columns| columns < NARROW);
        let command = taking_negatives(Self::command()).next_line_help(is_narrow);
        let mut matches = command.try_get_matches()?;
        Self::from_arg_matches_mut(&mut matches)
    }
}

/// The same command, in which `-1` is a value of the option before it and no option: what is
/// wrong with it is said by whoever reads it.
fn taking_negatives(command: clap::Command) -> clap::Command {
    let takes = |argument: clap::Arg| match argument.get_action().takes_values() {
        true if !argument.is_positional() => argument.allow_negative_numbers(true),
        _ => argument,
    };
    command.mut_args(takes).mut_subcommands(taking_negatives)
}

#[derive(Subcommand)]
pub enum Command {
    /// Makes a video and downloads it.
    Video(Box<video::Arguments>),
    /// Makes images and downloads them.
    Image(Box<image::Arguments>),
    /// Makes a video or images for each line of a file, and goes on where it was interrupted.
    Batch(Box<batch::Arguments>),
    /// Waits for a job that was begun before, and downloads its video.
    Resume(Box<resume::Arguments>),
    /// Lists the jobs that this machine began, and how they stand.
    Jobs(Box<jobs::Arguments>),
    /// Lists the videos at the server.
    List(Box<list::Arguments>),
    /// Stops videos that are being made.
    Cancel(Box<cancel::Arguments>),
    /// Deletes videos at the server.
    Delete(Box<delete::Arguments>),
    /// Lists the models that can be asked for.
    Models(Box<models::Arguments>),
    /// Shows what the account may still make.
    Quota(Box<quota::Arguments>),
    /// Makes, finds and deletes characters.
    Characters(Box<characters::Arguments>),
    /// Publishes a finished video of your own, once you confirm it.
    Publish(Box<publish::Arguments>),
    /// Keeps a server and its credential under a name.
    Login(Box<login::Arguments>),
    /// Forgets a credential that is kept.
    Logout(logout::Arguments),
    /// Lists the servers that are kept, chooses one, or takes one out.
    Profiles(profiles::Arguments),
    /// Shows where each setting comes from.
    Config(config::Arguments),
    /// Finds out why a server does not work, and what to do next.
    Doctor(Box<doctor::Arguments>),
    /// Tells which dialect a server speaks.
    Detect(Box<detect::Arguments>),
    /// Runs a local server of all dialects, until Ctrl-C.
    Simulate(simulate::Arguments),
    /// The Sentinel proof of work.
    Pow(pow::Arguments),
    /// Lists every operation of every dialect, or explains one.
    Operations(operations::Arguments),
    /// Makes one call of any operation.
    Call(Box<call::Arguments>),
    /// Lists the media that a text links to, such as a chat's answer.
    Links(links::Arguments),
    /// Lets a shell complete this command, operations and jobs too.
    Completions(completions::Arguments),
    /// Writes the manual's pages.
    Man(man::Arguments),
    /// Prints the licences of this command and of what is built into it.
    Licenses(licenses::Arguments),
}

impl Command {
    /// Whether the result, or the error, is printed as JSON.
    pub fn prints_json(&self) -> bool {
        match self {
            Self::Video(arguments) => arguments.json,
            Self::Image(arguments) => arguments.json,
            Self::Batch(arguments) => arguments.prints_json(),
            Self::Resume(arguments) => arguments.json,
            Self::Jobs(arguments) => arguments.prints_json(),
            Self::List(arguments) => arguments.json,
            Self::Cancel(arguments) => arguments.videos.json,
            Self::Delete(arguments) => arguments.videos.json,
            Self::Models(arguments) => arguments.json,
            Self::Quota(arguments) => arguments.json,
            Self::Characters(arguments) => arguments.prints_json(),
            Self::Publish(arguments) => arguments.json,
            Self::Login(arguments) => arguments.json,
            Self::Logout(arguments) => arguments.json,
            Self::Profiles(arguments) => arguments.json,
            Self::Config(arguments) => arguments.prints_json(),
            Self::Doctor(arguments) => arguments.json,
            Self::Detect(arguments) => arguments.json,
            Self::Simulate(arguments) => arguments.json,
            Self::Pow(arguments) => arguments.prints_json(),
            Self::Operations(arguments) => arguments.json,
            Self::Call(_) => true,
            Self::Links(arguments) => arguments.json,
            Self::Completions(arguments) => arguments.json,
            Self::Man(arguments) => arguments.json,
            Self::Licenses(arguments) => arguments.json,
        }
    }

    /// Whether an interruption is how the command ends well.
    pub fn is_server(&self) -> bool {
        matches!(self, Self::Simulate(_))
    }

    /// Whether the command itself sees to interruptions.
    pub fn sees_to_interruptions(&self) -> bool {
        matches!(self, Self::Batch(_))
    }

    /// Runs the command to its end.
    pub async fn run(self, session: &Session) -> Outcome {
        match self {
            Self::Video(arguments) => video::run(*arguments, session).await,
            Self::Image(arguments) => image::run(*arguments, session).await,
            Self::Batch(arguments) => batch::run(*arguments, session).await,
            Self::Resume(arguments) => resume::run(*arguments, session).await,
            Self::Jobs(arguments) => jobs::run(*arguments, session).await,
            Self::List(arguments) => list::run(*arguments, session).await,
            Self::Cancel(arguments) => cancel::run(*arguments, session).await,
            Self::Delete(arguments) => delete::run(*arguments, session).await,
            Self::Models(arguments) => models::run(*arguments, session).await,
            Self::Quota(arguments) => quota::run(*arguments, session).await,
            Self::Characters(arguments) => characters::run(*arguments, session).await,
            Self::Publish(arguments) => publish::run(*arguments, session).await,
            Self::Login(arguments) => login::run(*arguments, session).await,
            Self::Logout(arguments) => logout::run(&arguments),
            Self::Profiles(arguments) => profiles::run(&arguments),
            Self::Config(arguments) => config::run(&arguments, session),
            Self::Doctor(arguments) => doctor::run(*arguments, session).await,
            Self::Detect(arguments) => detect::run(*arguments, session).await,
            Self::Simulate(arguments) => simulate::run(arguments, session).await,
            Self::Pow(arguments) => pow::run(arguments).await,
            Self::Operations(arguments) => operations::run(&arguments),
            Self::Call(arguments) => call::run(*arguments, session).await,
            Self::Links(arguments) => links::run(&arguments),
            Self::Completions(arguments) => completions::run(&arguments),
            Self::Man(arguments) => man::run(&arguments, Arguments::command()),
            Self::Licenses(_) => licenses::run(),
        }
    }
}
