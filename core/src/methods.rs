//! The one interface by name: how other languages reach the methods of
//! [`Client`] that take and give plain values.
//!
//! What holds a callback, a stream or a file (`videos.wait`, `videos.download`,
//! …) each language binds by hand, over the same Rust methods.

use schemars::JsonSchema;
#[cfg(not(target_family = "wasm"))]
use schemars::{Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::api::FileInput;
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::job::Job;
use crate::platform::{BoxFuture, MaybeSend};
use crate::request::{
    AccountQuota, Character, CharacterRequest, EnhanceRequest, ImageRequest, ModelInfo, Page,
    PageRequest, Reference, VideoRequest,
};

/// A method without its Rust types.
#[derive(Clone, Copy)]
pub struct Method {
    /// Its name, `resource.verb`, such as `videos.create`.
    pub name: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// The JSON Schema of its parameters, an object.
    #[cfg(not(target_family = "wasm"))]
    pub request_schema: fn(&mut SchemaGenerator) -> Schema,
    /// The JSON Schema of its result.
    #[cfg(not(target_family = "wasm"))]
    pub response_schema: fn(&mut SchemaGenerator) -> Schema,
    /// Makes the call: the client, the parameters as JSON, and the files that
    /// `{"attachment": n}` refers to.
    pub call: MethodFn,
}

/// Makes a call: the client, the parameters as JSON, and the files of the call.
pub type MethodFn = fn(Client, Value, Vec<FileInput>) -> BoxFuture<'static, Result<Value>>;

/// The parameters of a method that is about one thing.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ById {
    /// Its id.
    pub id: String,
}

/// The parameters of a search.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Search {
    /// How the user name begins.
    pub username: String,
    /// Which page.
    #[serde(flatten)]
    pub page: PageRequest,
}

/// The parameters of a remix.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Remix {
    /// The video to make a new version of.
    pub id: String,
    /// The new version.
    #[serde(flatten)]
    pub request: VideoRequest,
}

/// No parameters.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// Parameters that may hold files.
trait Parameters: DeserializeOwned + JsonSchema + MaybeSend + 'static {
    /// The references among them.
    fn references(&mut self) -> &mut [Reference] {
        &mut []
    }
}

impl Parameters for ById {}
impl Parameters for Search {}
impl Parameters for Nothing {}
impl Parameters for PageRequest {}
impl Parameters for EnhanceRequest {}

impl Parameters for VideoRequest {
    fn references(&mut self) -> &mut [Reference] {
        &mut self.references
    }
}

impl Parameters for Remix {
    fn references(&mut self) -> &mut [Reference] {
        &mut self.request.references
    }
}

impl Parameters for ImageRequest {
    fn references(&mut self) -> &mut [Reference] {
        &mut self.references
    }
}

impl Parameters for CharacterRequest {
    fn references(&mut self) -> &mut [Reference] {
        self.video.as_mut_slice()
    }
}

fn read<P: Parameters>(name: &'static str, value: Value, files: &[FileInput]) -> Result<P> {
    let mut parameters: P = serde_json::from_value(value)
        .map_err(|error| Error::new(ErrorKind::InvalidInput, error.to_string()).on(name))?;
    for reference in parameters.references() {
        if let Reference::File(file) = reference {
            file.attach(files).map_err(|error| error.on(name))?;
        }
    }
    Ok(parameters)
}

macro_rules! methods {
    ($($name:literal $doc:literal $parameters:ty => $result:ty, |$client:ident, $given:ident| $call:expr;)*) => {
        /// Every method that takes and gives plain values.
        pub const METHODS: &[Method] = &[$(Method {
            name: $name,
            doc: $doc,
            #[cfg(not(target_family = "wasm"))]
            request_schema: |generator| generator.subschema_for::<$parameters>(),
            #[cfg(not(target_family = "wasm"))]
            response_schema: |generator| generator.subschema_for::<$result>(),
            call: |$client, fields, files| Box::pin(async move {
                let $given: $parameters = read($name, fields, &files)?;
                let result: $result = $call.await?;
                Ok(serde_json::to_value(result).unwrap_or_default())
            }),
        },)*];
    };
}

methods! {
    "videos.create" "Begins a video, and answers as soon as the server has taken it. Images that it starts from are uploaded first. It is sent once: should it be unknown whether the server took it, the error's kind is `outcome_unknown`."
        VideoRequest => Job, |client, given| client.videos().create(given);
    "videos.get" "How a job stands now, by its id."
        ById => Job, |client, given| client.videos().get(&given.id);
    "videos.list" "A page of the account's videos, newest first."
        PageRequest => Page<Job>, |client, given| client.videos().list(given);
    "videos.remix" "Begins a new version of a video."
        Remix => Job, |client, given| client.videos().remix(&given.id, given.request);
    "videos.delete" "Deletes a video."
        ById => (), |client, given| client.videos().delete(&given.id);
    "images.create" "Begins an image from a prompt, or from other images when `references` are given. Most gateways answer with the finished job; on the native backend it has to be waited for."
        ImageRequest => Job, |client, given| client.images().create(given);
    "characters.create" "Makes a character from a video or from a job's video."
        CharacterRequest => Character, |client, given| client.characters().create(given);
    "characters.get" "Reads a character by its id."
        ById => Character, |client, given| client.characters().get(&given.id);
    "characters.search" "Finds characters whose user name begins so."
        Search => Page<Character>, |client, given| client.characters().search(&given.username, given.page);
    "characters.delete" "Deletes a character of the account."
        ById => (), |client, given| client.characters().delete(&given.id);
    "prompts.enhance" "Works a prompt out in more detail, and answers the new one."
        EnhanceRequest => String, |client, given| client.prompts().enhance(given);
    "account.quota" "What the account may still make."
        Nothing => AccountQuota, |client, _given| client.account().quota();
    "models.list" "The models: the server's own list, or the documented ones where it has none."
        Nothing => Vec<ModelInfo>, |client, _given| client.models().list();
}

/// The method of this name.
pub fn find(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;
    use crate::dialect::Dialect;
    use crate::host::{Exchange, ScriptedHost};
    use futures_lite::future::block_on;

    fn client(script: Vec<Exchange>) -> Client {
        let options = Options {
            dialect: Some(Dialect::Sora),
            base_url: Some("https://gateway.example/backend".into()),
            access_token: Some("token".into()),
            ..Options::default()
        };
        Client::with_host(options, ScriptedHost::new(script)).unwrap()
    }

    #[test]
    fn a_method_is_called_by_its_name_with_plain_values() {
        let client = client(vec![Exchange::json(
            200,
            r#"[{"id": "task_1", "status": "running", "progress_pct": 0.5}]"#,
        )]);
        let method = find("videos.get").unwrap();
        let job = block_on((method.call)(
            client,
            serde_json::json!({"id": "task_1"}),
            vec![],
        ));
        let job = job.unwrap();
        assert_eq!(job["status"], "running");
        assert_eq!(job["progress"], 50.0);
    }

    #[test]
    fn an_unknown_parameter_is_refused_by_name() {
        let fields = serde_json::json!({"prompt": "a cat", "lenght": 3});
        let call = (find("videos.create").unwrap().call)(client(vec![]), fields, vec![]);
        let error = block_on(call).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput);
        assert!(error.message().contains("lenght"), "{error}");
    }
}
