//! The connections of all listeners: how many there may be, and which one makes
//! room for the next.

use std::sync::{Arc, Mutex, MutexGuard, Weak};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::connection::Connection;

/// The open connections.
pub struct Connections {
    room: Arc<Semaphore>,
    open: Mutex<Vec<Weak<Connection>>>,
}

/// The place of one connection; dropping it makes room.
pub type Place = OwnedSemaphorePermit;

impl Connections {
    /// Room for `most` connections.
    pub fn new(most: usize) -> Self {
        Self {
            room: Arc::new(Semaphore::new(most.max(1))),
            open: Mutex::default(),
        }
    }

    /// A place for a new connection, once there is room.
    pub async fn enter(&self) -> Place {
        loop {
            if let Ok(place) = self.room.clone().try_acquire_owned() {
                return place;
            }
            match self.longest_idle() {
                Some(idle) => idle.close(),
                // All are busy: the next one that ends or becomes idle makes room.
                None => tokio::time::sleep(std::time::Duration::from_millis(50)).await,
            }
            tokio::task::yield_now().await;
        }
    }

    /// Remembers `connection` as one that may have to make room.
    pub fn add(&self, connection: &Arc<Connection>) {
        let mut open = self.open();
        open.retain(|known| known.strong_count() > 0);
        open.push(Arc::downgrade(connection));
    }

    /// Takes out the connection that has waited for a request for longest.
    fn longest_idle(&self) -> Option<Arc<Connection>> {
        let mut open = self.open();
        let idle = |known: &Weak<Connection>| known.upgrade()?.idle_since();
        let (index, _) = open
            .iter()
            .enumerate()
            .filter_map(|(index, known)| Some((index, idle(known)?)))
            .min_by_key(|(_, since)| *since)?;
        open.swap_remove(index).upgrade()
    }

    fn open(&self) -> MutexGuard<'_, Vec<Weak<Connection>>> {
        self.open
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}
