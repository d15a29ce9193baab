//! A client from its start to its end, which may be a crash.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use smol::Task;
use sorakit::api::{Body, Timestamp};
use sorakit::host::{ByteStream, Host, SendOptions, TransportError};
use sorakit::platform::BoxFuture;
use sorakit::sentinel::{Challenge, Config, Limits, Solution, SolveError};
use sorakit::{Client, Event};

use super::connections::Connections;
use super::ledger::Ledger;
use super::plan::Flaw;
use super::store::{Held, Store};
use super::world::World;
use crate::host::VirtualHost;

/// A process, as it were.
pub struct Life {
    pub world: Arc<World>,
    pub number: usize,
    pub client: Client,
    pub ledger: Ledger,
    pub videos: PathBuf,
    exposed: Arc<AtomicBool>,
    held: Held,
    tasks: Arc<Mutex<Vec<Task<()>>>>,
    connections: Connections,
}

impl Life {
    /// Starts from what there is on the disk.
    pub fn begin(world: &Arc<World>, number: usize, mended: bool) -> Arc<Self> {
        let account = world.account(number);
        let shelf = match mended {
            true => account.shelf.mended(),
            false => account.shelf.clone(),
        };
        let (exposed, tasks) = (Arc::<AtomicBool>::default(), Arc::default());
        let (held, connections) = (Held::default(), Connections::default());
        let host = LifeHost {
            inner: world.clock.host(),
            world: world.clone(),
            number,
            exposed: exposed.clone(),
            tasks: Arc::clone(&tasks),
            connections: connections.clone(),
        };
        let store = Store {
            shelf,
            held: held.clone(),
            connections: connections.clone(),
            exposed: exposed.clone(),
            flaw: world.flaw,
        };
        let client = Client::with_store(world.options(number), host, store).expect("a client");
        let listener = world.clone();
        client.observe(move |event: &Event| listener.tell(number, &format!("{event:?}")));
        let folder = world.folder_of(number);
        Arc::new(Self {
            world: world.clone(),
            number,
            client,
            ledger: Ledger::at(folder.join("jobs")),
            videos: folder.join("videos"),
            exposed,
            held,
            tasks,
            connections,
        })
    }

    /// Ends it. When it is killed, what it left to the host ends too; otherwise that
    /// comes to its end.
    pub fn end(&self, kill: bool) {
        let tasks = std::mem::take(&mut *self.tasks.lock().expect("tasks"));
        if kill {
            let account = self.world.account(self.number);
            let exposed = self.exposed.load(Ordering::SeqCst);
            account.may_be_lost.fetch_or(exposed, Ordering::SeqCst);
            drop(tasks);
            self.held.set(None);
            self.connections.end();
        } else {
            let account = self.world.account(self.number);
            let mut exposures = account.exposures.lock().expect("exposures");
            exposures.push(self.exposed.clone());
            tasks.into_iter().for_each(Task::detach);
        }
    }

    /// Waits until the renewal under way, if any, has ended; whether its outcome is
    /// stored.
    pub async fn settle(&self) -> bool {
        self.client.close().await;
        !self.exposed.load(Ordering::SeqCst)
    }

    pub fn trace(&self, what: impl std::fmt::Display) {
        self.world.trace(self.number, what);
    }
}

/// The host of one process.
struct LifeHost {
    inner: VirtualHost,
    world: Arc<World>,
    number: usize,
    exposed: Arc<AtomicBool>,
    tasks: Arc<Mutex<Vec<Task<()>>>>,
    connections: Connections,
}

impl Host for LifeHost {
    fn send(
        &self,
        request: http::Request<Body>,
        options: SendOptions,
    ) -> BoxFuture<'static, Result<http::Response<ByteStream>, TransportError>> {
        let renews = request.uri().path().ends_with("/oauth/token");
        let (number, asked) = (
            self.number,
            format!("{} {}", request.method(), request.uri().path()),
        );
        let (inner, world, exposed, connections) = (
            self.inner.clone(),
            self.world.clone(),
            self.exposed.clone(),
            self.connections.clone(),
        );
        Box::pin(async move {
            world.turn().await;
            if renews {
                exposed.store(true, Ordering::SeqCst);
            }
            if world.flaw == Some(Flaw::CreatesTwice) && options.fresh && !renews {
                let mut again = http::Request::new(request.body().clone());
                again.method_mut().clone_from(request.method());
                again.uri_mut().clone_from(request.uri());
                again.headers_mut().clone_from(request.headers());
                let _ = connections.keep(inner.send(again, options.clone())).await;
            }
            let answer = connections.keep(inner.send(request, options)).await;
            world.trace(
                number,
                match &answer {
                    Ok(answer) => format!("{asked}: {}", answer.status().as_u16()),
                    Err(error) => format!("{asked}: {error}"),
                },
            );
            if renews && matches!(&answer, Ok(answer) if answer.status().as_u16() >= 400) {
                exposed.store(false, Ordering::SeqCst);
            }
            Ok(answer?.map(|body| -> ByteStream { Box::pin(connections.keep(body)) }))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.inner.sleep(duration)
    }

    fn now(&self) -> Timestamp {
        self.inner.now()
    }

    fn monotonic(&self) -> Duration {
        self.inner.monotonic()
    }

    fn random(&self, bytes: &mut [u8]) {
        self.inner.random(bytes);
    }

    fn finish(&self, future: BoxFuture<'static, ()>) {
        let mut tasks = self.tasks.lock().expect("tasks");
        tasks.retain(|task| !task.is_finished());
        tasks.push(self.world.executor.spawn(future));
    }

    fn solve(
        &self,
        challenge: Challenge,
        config: Config,
        limits: Limits,
    ) -> BoxFuture<'static, Result<Solution, SolveError>> {
        self.inner.solve(challenge, config, limits)
    }
}
