//! Characters, on every dialect that has them.

use crate::client::Client;
use crate::model::{Character, CharacterRequest, Error, Feature, Page, PageRequest, Result};

/// Makes, finds and deletes characters; see [`Client::characters`].
#[derive(Clone)]
pub struct Characters {
    client: Client,
}

impl Client {
    /// Characters (cameos).
    pub fn characters(&self) -> Characters {
        Characters {
            client: self.clone(),
        }
    }
}

impl Characters {
    /// Makes a character from a video or from a job's video.
    pub async fn create(&self, mut request: CharacterRequest) -> Result<Character> {
        let asked = async {
            self.client.require(Feature::CreateCharacter).await?;
            check(&request)?;
            if let Some(video) = &mut request.video {
                video.settle("video")?;
            }
            let adapter = self.client.adapter();
            adapter.create_character(&self.client, request).await
        };
        asked
            .await
            .map_err(|error| error.naming_options_of_characters().on("characters.create"))
    }

    /// Reads a character by its id.
    pub async fn get(&self, id: &str) -> Result<Character> {
        let asked = async {
            self.client.require(Feature::GetCharacter).await?;
            let adapter = self.client.adapter();
            adapter.get_character(&self.client, id).await
        };
        asked.await.map_err(|error| error.on("characters.get"))
    }

    /// Finds characters whose user name begins with `username`.
    pub async fn search(&self, username: &str, page: PageRequest) -> Result<Page<Character>> {
        let asked = async {
            self.client.require(Feature::SearchCharacters).await?;
            let adapter = self.client.adapter();
            adapter
                .search_characters(&self.client, username, page)
                .await
        };
        asked.await.map_err(|error| error.on("characters.search"))
    }

    /// Deletes a character of the account.
    pub async fn delete(&self, id: &str) -> Result<()> {
        let asked = async {
            self.client.require(Feature::DeleteCharacter).await?;
            let adapter = self.client.adapter();
            adapter.delete_character(&self.client, id).await
        };
        asked.await.map_err(|error| error.on("characters.delete"))
    }
}

fn check(request: &CharacterRequest) -> Result<()> {
    if request.video.is_some() == request.from_job.is_some() {
        return Err(Error::invalid("video", "give either `video` or `from_job`"));
    }
    if let Some((start, end)) = request.timestamps {
        let length = end - start;
        if !(start >= 0.0 && (1.0..=3.0).contains(&length)) {
            return Err(Error::invalid(
                "timestamps",
                "must be a start and an end in seconds, from 1 to 3 s apart",
            ));
        }
    }
    if request
        .username
        .as_deref()
        .is_some_and(|name| name.starts_with('@'))
    {
        return Err(Error::invalid("username", "must be without `@`"));
    }
    Ok(())
}
