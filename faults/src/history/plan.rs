//! What a seed plans: who does what, which faults there are, and when somebody crashes.

use std::time::Duration;

use fastrand::Rng;
use sorakit::Dialect;
use sorakit_simulator::Rule;

use crate::list::{Fault, Target, faults};

/// A history before it is played.
#[derive(Debug, Clone)]
pub struct Plan {
    pub seed: u64,
    pub dialect: Dialect,
    /// Whether all clients have one account, and one credential file.
    pub shared: bool,
    /// How long an access token lives.
    pub life: Duration,
    /// Every so many saves of a credential fail; 0 for none.
    pub failing_saves: u32,
    /// How long between two polls; the dialect's pace where nothing is said.
    pub poll_interval: Option<f64>,
    pub clients: Vec<Person>,
    pub faults: Vec<Planned>,
    /// What is wrong with the clients themselves, to see that it is found.
    pub flaw: Option<Flaw>,
}

/// Something that must not be, put in by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(test), allow(dead_code))]
pub enum Flaw {
    /// A credential that is said to be saved is not.
    LosesToken,
    /// What must not be sent twice is.
    CreatesTwice,
    /// A video that was downloaded is not whole.
    CutsFile,
    /// Something is left beside the videos.
    LeavesFile,
    /// A job that was begun is taken for one that was refused.
    DeniesJob,
    /// A token is told.
    TellsToken,
}

/// What one client does.
#[derive(Debug, Clone)]
pub struct Person {
    pub acts: Vec<Act>,
    pub crashes: Vec<Crash>,
}

/// How a client ends before it is done.
#[derive(Debug, Clone, Copy)]
pub struct Crash {
    /// At which poll of its task.
    pub at: u32,
    /// Whether the process is gone with all that it left to the host. Otherwise its
    /// future is dropped, and renewals and polls under way come to their end.
    pub kill: bool,
    /// How long until it is started again.
    pub away: Duration,
}

/// Something that a client does.
#[derive(Debug, Clone)]
pub struct Act {
    pub kind: Kind,
    /// Which job, of those that there are.
    pub pick: usize,
    /// At which poll it is given up, if it is.
    pub given_up: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Create,
    Wait,
    WaitForAll,
    Watch,
    Download,
    List,
    Quota,
    Chat,
    Delete,
    /// Nothing, for so many minutes.
    Pause(u64),
    /// The server lets the access token expire.
    Expire,
}

/// A fault, and the requests that it hits.
#[derive(Debug, Clone)]
pub struct Planned {
    pub fault: Fault,
    /// Operations, with `*` for any text; media where it is `media`.
    pub on: &'static str,
    pub skip: u32,
    pub times: u32,
}

impl Planned {
    /// As the simulator takes them; `credential` is repeated by some.
    pub fn rules(&self, credential: &str) -> Vec<Rule> {
        let target = match self.on {
            "media" => Target::Media,
            operations => Target::Operation(operations.into()),
        };
        let rules = self.fault.rules(&target, credential);
        let rules = rules.into_iter().zip(self.skip..);
        rules
            .map(|(rule, skip)| rule.skip(skip).times(self.times))
            .collect()
    }
}

/// What faults hit; creation and polls more often than the rest.
const ON: &[&str] = &[
    "*.create*",
    "*.create*",
    "*.tokens.refresh",
    "*.tokens.refresh",
    "*.tasks.*",
    "*.drafts.*",
    "*.retrieve*",
    "*.get*",
    "*.videos.*",
    "*.content*",
    "*.list*",
    "media",
    "media",
    "*",
];

impl Plan {
    /// The plan of a seed.
    pub fn new(seed: u64) -> Self {
        let mut random = Rng::with_seed(seed ^ 0x6869_7374_6f72_7900);
        let random = &mut random;
        // Every other one has tokens that rotate.
        let dialect = match random.bool() {
            true => Dialect::Sora,
            false => Dialect::ALL[random.usize(..Dialect::ALL.len())],
        };
        let lives = [75, 150, 600, 3600, 86_400];
        let clients = random.usize(1..=3);
        let listed: Vec<Fault> = faults()
            .into_iter()
            .filter(|it| !it.large && it.hits_requests())
            .collect();
        let faults = (0..random.usize(0..=4)).map(|_| Planned {
            fault: listed[random.usize(..listed.len())].clone(),
            on: ON[random.usize(..ON.len())],
            skip: random.u32(..5),
            times: random.u32(1..=3),
        });
        let faults = faults.collect();
        Self {
            seed,
            dialect,
            shared: random.bool(),
            life: Duration::from_secs(lives[random.usize(..lives.len())]),
            failing_saves: [0, 0, 0, 2, 3][random.usize(..5)],
            poll_interval: [None, Some(5.0), Some(20.0)][random.usize(..3)],
            clients: (0..clients).map(|_| Person::new(random)).collect(),
            faults,
            flaw: None,
        }
    }
}

impl Person {
    fn new(random: &mut Rng) -> Self {
        let acts = (0..random.usize(2..=6)).map(|at| Act {
            kind: match at {
                0 => Kind::Create,
                _ => Kind::any(random),
            },
            pick: random.usize(..8),
            given_up: (random.u8(..5) == 0).then(|| few_or_many(random)),
        });
        let acts = acts.collect();
        let crashes = (0..random.usize(0..=2)).map(|_| Crash {
            at: few_or_many(random),
            kill: random.u8(..3) != 0,
            away: Duration::from_secs(random.u64(..200)),
        });
        Self {
            acts,
            crashes: crashes.collect(),
        }
    }
}

impl Kind {
    fn any(random: &mut Rng) -> Self {
        match random.u8(..20) {
            0..4 => Self::Create,
            4..7 => Self::Wait,
            7..9 => Self::WaitForAll,
            9 => Self::Watch,
            10..14 => Self::Download,
            14 => Self::List,
            15 => Self::Quota,
            16 => Self::Chat,
            17 => Self::Delete,
            18 => Self::Pause(random.u64(1..=60)),
            _ => Self::Expire,
        }
    }
}

/// A number of polls, as often below ten as between ten and a hundred or above.
fn few_or_many(random: &mut Rng) -> u32 {
    let most = [8, 40, 200][random.usize(..3)];
    random.u32(1..=most)
}
