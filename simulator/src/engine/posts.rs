//! Published posts and who likes them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

/// One published video.
#[derive(Debug, Clone)]
pub struct Post {
    /// `s_` and 32 hexadecimal digits.
    pub id: String,
    /// Whose it is.
    pub account: String,
    /// The results that it shows.
    pub generations: Vec<String>,
    /// Its text.
    pub text: String,
    /// When it was published.
    pub posted_at: Timestamp,
    /// The post that it is a remix of.
    pub parent: Option<String>,
    /// Accounts that like it.
    pub likes: BTreeSet<String>,
    /// How often it was looked at.
    pub views: u64,
}

/// Every post, oldest first.
#[derive(Debug, Default)]
pub struct Posts {
    order: Vec<String>,
    by_id: BTreeMap<String, Post>,
}

impl Posts {
    /// Adds a post.
    pub fn add(&mut self, post: Post) -> &Post {
        self.order.push(post.id.clone());
        self.by_id.entry(post.id.clone()).or_insert(post)
    }

    /// The post with `id`.
    pub fn get(&self, id: &str) -> Option<&Post> {
        self.by_id.get(id)
    }

    /// The post with `id`, to change it.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut Post> {
        self.by_id.get_mut(id)
    }

    /// Removes the post with `id`.
    pub fn remove(&mut self, id: &str) -> Option<Post> {
        self.order.retain(|known| known != id);
        self.by_id.remove(id)
    }

    /// The post that shows `generation`.
    pub fn of_generation(&self, generation: &str) -> Option<&Post> {
        self.iter()
            .find(|post| post.generations.iter().any(|known| known == generation))
    }

    /// All posts, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Post> {
        self.order.iter().filter_map(|id| self.by_id.get(id))
    }

    /// The posts made from `id`, newest first.
    pub fn remixes_of(&self, id: &str) -> impl Iterator<Item = &Post> {
        self.iter()
            .rev()
            .filter(move |post| post.parent.as_deref() == Some(id))
    }
}
