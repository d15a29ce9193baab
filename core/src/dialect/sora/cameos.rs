//! From a video to a character on the native backend (`docs/wire/sora.md` §8): wait for
//! its processing, fetch its picture and upload it again, finalize it, and make it public
//! or not.

use std::time::Duration;

use super::cameo::{Cameo, CameoPlan, CameoStep};
use crate::api::sora::{
    CameoStage, CharacterFromGeneration, DeleteCharacter, Deleted, FinalizeCharacter,
    GetCameoProgress, GetProfile, InstructionSet, UpdateCameo, UploadCharacter, UploadFile,
    UseCase,
};
use crate::api::{FileInput, MAX_REPLY};
use crate::client::media::MediaStream;
use crate::client::open::Unopened;
use crate::client::{ByteRange, Client};
use crate::dialect::delivery::Delivery;
use crate::model::{Error, ErrorKind, Result};
use crate::policy::watch::{Next, Tolerance};

/// Makes characters, step by step or in one go; see [`Client::cameos`].
#[derive(Clone)]
pub struct Cameos {
    client: Client,
}

impl Client {
    /// Characters on the native backend, step by step. [`Client::characters`]
    /// makes them in one call, on every dialect that has them.
    pub fn cameos(&self) -> Cameos {
        Cameos::new(self)
    }
}

impl Cameos {
    pub(super) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Uploads a video to make a character from, and returns the cameo's state.
    /// `timestamps` is the range in which the character is seen, in seconds.
    pub async fn begin(
        &self,
        file: FileInput,
        timestamps: (f64, f64),
        plan: CameoPlan,
    ) -> Result<Cameo> {
        let upload = UploadCharacter { file, timestamps };
        let uploaded = self.client.call(upload).await?;
        Ok(Cameo::new(uploaded.id, plan))
    }

    /// Begins a character from one of the account's own videos, by its generation.
    pub async fn begin_from_generation(
        &self,
        generation_id: impl Into<String>,
        timestamps: (f64, f64),
        plan: CameoPlan,
    ) -> Result<Cameo> {
        let operation = CharacterFromGeneration {
            generation_id: generation_id.into(),
            character_id: None,
            timestamps,
        };
        let uploaded = self.client.call(operation).await?;
        Ok(Cameo::new(uploaded.id, plan))
    }

    /// Takes the next step, or checks once if the processing is done.
    ///
    /// Call it until the step is [`CameoStep::Done`], with a pause as long as it stays at
    /// [`CameoStep::Process`]. After an error the value still holds the next step, so that
    /// it can be stored and resumed.
    ///
    /// # Errors
    /// `generation_failed` when the video could not be processed;
    /// `outcome_unknown` when it is unknown if finalizing was done, which the next call
    /// finds out.
    pub async fn advance(&self, cameo: &mut Cameo) -> Result<()> {
        let id = cameo.cameo_id.clone();
        self.step(cameo)
            .await
            .map_err(|error| error.on("cameos.advance").with_job(id))
    }

    /// Takes all the remaining steps.
    ///
    /// # Errors
    /// Those of [`advance`](Self::advance), and `timeout` when the processing
    /// takes longer than the client's `video_timeout`.
    pub async fn finish(&self, cameo: &mut Cameo) -> Result<()> {
        let client = &self.client;
        let limits = &client.spoken().poll;
        let started = client.monotonic();
        let mut tolerance = Tolerance::default();
        let mut looked_for_picture = false;
        while cameo.step != CameoStep::Done {
            let step = cameo.step;
            let begun = client.monotonic();
            let next = match self.advance(cameo).await {
                Ok(()) => {
                    tolerance.answered();
                    Next::NotBefore(Duration::ZERO)
                }
                // A failed poll says nothing about the processing, which goes on.
                Err(error) if step == CameoStep::Process => {
                    match tolerance.failed(&error, begun, client.monotonic(), limits.grace) {
                        Next::GiveUp => return Err(error),
                        next => next,
                    }
                }
                // The picture's address may have expired; a fresh one is requested once.
                Err(_) if cameo.step == CameoStep::Process && !looked_for_picture => {
                    looked_for_picture = true;
                    Next::NotBefore(Duration::ZERO)
                }
                Err(error) => return Err(error),
            };
            if cameo.step == CameoStep::Process {
                let now = client.monotonic();
                let waited = now.saturating_sub(started);
                let left = limits.deadline.saturating_sub(waited);
                if left.is_zero() {
                    return Err(Error::new(
                        ErrorKind::Timeout,
                        format!("the video is not processed after {} s", waited.as_secs()),
                    )
                    .with_hint("It goes on at the server: store the value and go on with it later.")
                    .on("cameos.finish")
                    .with_job(&cameo.cameo_id));
                }
                let pace = limits.next(waited, 0.0, client.jitter());
                let pause = next.after(now, pace);
                client.inner.host.sleep(pause.min(left)).await;
            }
        }
        Ok(())
    }

    /// Deletes a character. One that no longer exists is no error.
    pub async fn delete(&self, character_id: impl Into<String>) -> Result<Deleted> {
        let character_id = character_id.into();
        self.client.call(DeleteCharacter { character_id }).await
    }

    async fn step(&self, cameo: &mut Cameo) -> Result<()> {
        match cameo.step {
            CameoStep::Process => self.look(cameo).await,
            CameoStep::Picture => self.picture(cameo).await,
            CameoStep::Finalize => self.finalize(cameo).await,
            CameoStep::Verify => self.verify(cameo).await,
            CameoStep::Publish => self.publish(cameo).await,
            CameoStep::Done => Ok(()),
        }
    }

    async fn look(&self, cameo: &mut Cameo) -> Result<()> {
        let cameo_id = cameo.cameo_id.clone();
        let progress = self.client.call(GetCameoProgress { cameo_id }).await?;
        match progress.stage() {
            CameoStage::Processing => return Ok(()),
            CameoStage::Failed => {
                let reason = progress
                    .status_message
                    .as_deref()
                    .filter(|message| !message.eq_ignore_ascii_case("failed"))
                    .unwrap_or("the server gives no reason");
                return Err(Error::new(
                    ErrorKind::GenerationFailed,
                    format!("the video could not be made a character: {reason}"),
                ));
            }
            CameoStage::Ready | CameoStage::Finalized => {}
        }
        let plan = &cameo.plan;
        cameo.username = plan.username.clone().or(progress.username_hint);
        cameo.display_name = plan.display_name.clone().or(progress.display_name_hint);
        cameo.picture_url = progress.profile_asset_url;
        cameo.step = CameoStep::Picture;
        Ok(())
    }

    /// Fetches the picture; its host gets no credential.
    async fn picture(&self, cameo: &mut Cameo) -> Result<()> {
        let url = cameo.picture_url.as_deref().ok_or_else(|| {
            Error::new(
                ErrorKind::UnexpectedResponse,
                "the processed video has no picture",
            )
        })?;
        let bytes = match self.fetch(url).await {
            Ok(bytes) => bytes,
            Err(error) => {
                // The next poll gives its current address.
                cameo.step = CameoStep::Process;
                return Err(error);
            }
        };
        let upload = UploadFile {
            file: FileInput::bytes(bytes, "profile.webp"),
            use_case: UseCase::Profile,
        };
        cameo.asset_pointer = Some(self.client.call(upload).await?.asset_pointer);
        cameo.step = CameoStep::Finalize;
        Ok(())
    }

    /// Fetches the picture at an address, with the patience of downloads.
    async fn fetch(&self, url: &str) -> Result<Vec<u8>> {
        let mut delivery = Delivery::picture(&self.client, url);
        loop {
            let mut stream = delivery.stream(ByteRange::default()).await?;
            match whole(&mut stream).await {
                Ok(bytes) => return Ok(bytes),
                Err(unopened) => delivery.recover(unopened).await?,
            }
        }
    }

    async fn finalize(&self, cameo: &mut Cameo) -> Result<()> {
        let lacking =
            |field: &str| Error::invalid(field, "is needed, and the server suggests none");
        let text = |words: &Option<String>| words.as_ref().map(InstructionSet::text);
        let operation = FinalizeCharacter {
            cameo_id: cameo.cameo_id.clone(),
            username: cameo.username.clone().ok_or_else(|| lacking("username"))?,
            display_name: cameo
                .display_name
                .clone()
                .ok_or_else(|| lacking("display_name"))?,
            profile_asset_pointer: cameo.asset_pointer.clone().unwrap_or_default(),
            instruction_set: text(&cameo.plan.instruction_set),
            safety_instruction_set: text(&cameo.plan.safety_instruction_set),
        };
        // If this process ends now, the next one looks before it asks again.
        cameo.step = CameoStep::Verify;
        match self.client.call(operation).await {
            Ok(finalized) => cameo.finalized(finalized.character.character_id),
            Err(error) => {
                if error.kind() != ErrorKind::OutcomeUnknown {
                    cameo.step = CameoStep::Finalize;
                }
                return Err(error);
            }
        }
        Ok(())
    }

    /// Checks by its user name that the requested character exists.
    async fn verify(&self, cameo: &mut Cameo) -> Result<()> {
        let username = cameo.username.clone().unwrap_or_default();
        let profile = match self.client.call(GetProfile { username }).await {
            Ok(profile) => Some(profile),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let own = profile.filter(|profile| profile.cameo_id.as_ref() == Some(&cameo.cameo_id));
        match own.and_then(|profile| profile.character_id.or(profile.user_id)) {
            Some(character_id) => cameo.finalized(character_id),
            None => cameo.step = CameoStep::Finalize,
        }
        Ok(())
    }

    async fn publish(&self, cameo: &mut Cameo) -> Result<()> {
        let operation = UpdateCameo {
            cameo_id: cameo.cameo_id.clone(),
            visibility: cameo.plan.visibility,
            instruction_set: None,
            safety_instruction_set: None,
        };
        self.client.call(operation).await?;
        cameo.step = CameoStep::Done;
        Ok(())
    }
}

async fn whole(stream: &mut MediaStream) -> Result<Vec<u8>, Unopened> {
    let mut bytes = Vec::new();
    while let Some(chunk) = stream.chunk().await? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > MAX_REPLY {
            let what = format!("the picture is longer than {MAX_REPLY} bytes");
            return Err(Unopened::finally(Error::new(
                ErrorKind::UnexpectedResponse,
                what,
            )));
        }
    }
    Ok(bytes)
}
