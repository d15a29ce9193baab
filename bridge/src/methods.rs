//! The common interface by name: other languages use it to call the methods of [`Client`]
//! that take and return plain values.
//!
//! Methods that involve a callback, a stream or a file (`videos.wait`, `videos.download`,
//! …) are bound by hand in each language, over the same Rust methods.

use schemars::JsonSchema;
#[cfg(not(target_family = "wasm"))]
use schemars::{Schema, SchemaGenerator};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use sorakit::api::sora::{AcceptedInvite, Invite, Me, Subscriptions, Username};
use sorakit::api::{FileInput, Timestamp, read_as};
use sorakit::platform::{BoxFuture, MaybeSend};
use sorakit::{
    AccountQuota, Character, CharacterRequest, Client, EnhanceRequest, ImageRequest, Job,
    MediaLink, ModelInfo, Page, PageRequest, Reference, Result, VideoRequest,
};

use crate::panic::caught;

/// A method without its Rust types.
#[derive(Clone, Copy)]
pub struct Method {
    /// The name, `resource.verb`, such as `videos.create`.
    pub name: &'static str,
    /// The documentation.
    pub doc: &'static str,
    /// The JSON Schema of the parameters, an object.
    #[cfg(not(target_family = "wasm"))]
    pub request_schema: fn(&mut SchemaGenerator) -> Schema,
    /// The JSON Schema of the result.
    #[cfg(not(target_family = "wasm"))]
    pub response_schema: fn(&mut SchemaGenerator) -> Schema,
    /// Makes the call: the client, the parameters as JSON, and the files that
    /// `{"attachment": n}` refers to.
    pub call: MethodFn,
}

/// Makes a call: the client, the parameters as JSON, and the files of the call.
pub type MethodFn = fn(Client, Value, Vec<FileInput>) -> BoxFuture<'static, Result<Value>>;

/// The parameters of a method that concerns one thing.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ById {
    /// The thing's id.
    pub id: String,
}

/// The parameters of a search.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Search {
    /// The beginning of the user name.
    pub username: String,
    /// The page to return.
    #[serde(flatten)]
    pub page: PageRequest,
}

/// The parameters of a remix.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Remix {
    /// The video to make a new version of.
    pub id: String,
    /// The new version.
    #[serde(flatten)]
    pub request: VideoRequest,
}

/// The parameters of a search for a job whose creation's answer was lost.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Find {
    /// The time at which the creation was sent.
    pub since: Timestamp,
    /// The ids of jobs that other requests made, where you keep a list of them.
    #[serde(default)]
    pub known: Vec<String>,
    /// The request that was sent.
    #[serde(flatten)]
    pub request: VideoRequest,
}

/// The parameters of publishing a video.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// The job, by its id, or the generation, `gen_…`.
    pub id: String,
    /// The text of the post. Default: none.
    #[serde(default)]
    pub text: String,
}

/// The parameters of accepting an invite code.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Redeemed {
    /// Somebody's invite code.
    pub invite_code: String,
}

/// The parameters of asking for a user name.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The name, without `@`.
    pub username: String,
}

/// The parameters of the account's user name.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MaybeNamed {
    /// The name to set, without `@`. Without it the account's own is read.
    #[serde(default)]
    pub username: Option<String>,
}

impl<'de> Deserialize<'de> for Find {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let (since, rest): (_, Value) = take(deserializer, "since")?;
        let Value::Object(mut rest) = rest else {
            unreachable!("the rest of an object is one")
        };
        let known = rest.shift_remove("known").filter(|known| !known.is_null());
        let known = known.map(serde_json::from_value).transpose();
        let request = serde_json::from_value(Value::Object(rest));
        Ok(Self {
            since,
            known: known.map_err(D::Error::custom)?.unwrap_or_default(),
            request: request.map_err(D::Error::custom)?,
        })
    }
}

impl<'de> Deserialize<'de> for Search {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let (username, page) = take(deserializer, "username")?;
        Ok(Self { username, page })
    }
}

impl<'de> Deserialize<'de> for Remix {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let (id, request) = take(deserializer, "id")?;
        Ok(Self { id, request })
    }
}

/// Reads the field `name`, and the rest from all other fields. Serde's `flatten` would
/// drop unknown fields instead of refusing them by name.
fn take<'de, D: Deserializer<'de>, N: DeserializeOwned, T: DeserializeOwned>(
    deserializer: D,
    name: &'static str,
) -> std::result::Result<(N, T), D::Error> {
    let mut fields = Map::deserialize(deserializer)?;
    let own = fields
        .remove(name)
        .ok_or_else(|| D::Error::missing_field(name))?;
    let own = serde_json::from_value(own).map_err(D::Error::custom)?;
    let rest = serde_json::from_value(Value::Object(fields)).map_err(D::Error::custom)?;
    Ok((own, rest))
}

/// No parameters.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// Parameters that may contain files.
trait Parameters: DeserializeOwned + JsonSchema + MaybeSend + 'static {
    /// The references among the parameters.
    fn references(&mut self) -> Vec<&mut Reference> {
        Vec::new()
    }
}

impl Parameters for ById {}
impl Parameters for Search {}
impl Parameters for Nothing {}
impl Parameters for PageRequest {}
impl Parameters for EnhanceRequest {}

/// The references that may be files.
fn files_of(request: &mut VideoRequest) -> Vec<&mut Reference> {
    let several = [
        &mut request.references,
        &mut request.video_references,
        &mut request.audio_references,
    ];
    let one = [&mut request.last_frame, &mut request.character_url];
    let several = several.into_iter().flatten();
    several.chain(one.into_iter().flatten()).collect()
}

impl Parameters for Publication {}
impl Parameters for Redeemed {}
impl Parameters for Named {}
impl Parameters for MaybeNamed {}

impl Parameters for VideoRequest {
    fn references(&mut self) -> Vec<&mut Reference> {
        files_of(self)
    }
}

impl Parameters for Find {
    fn references(&mut self) -> Vec<&mut Reference> {
        files_of(&mut self.request)
    }
}

impl Parameters for Remix {
    fn references(&mut self) -> Vec<&mut Reference> {
        files_of(&mut self.request)
    }
}

impl Parameters for ImageRequest {
    fn references(&mut self) -> Vec<&mut Reference> {
        self.references.iter_mut().collect()
    }
}

impl Parameters for CharacterRequest {
    fn references(&mut self) -> Vec<&mut Reference> {
        self.video.iter_mut().collect()
    }
}

fn read<P: Parameters>(name: &'static str, value: Value, files: &[FileInput]) -> Result<P> {
    let fields = (!files.is_empty()).then(|| value.clone());
    let mut parameters: P = read_as("params", value).map_err(|error| error.on(name))?;
    if let Some(fields) = fields {
        let references = parameters.references().into_iter();
        let given = references.filter_map(|reference| match reference {
            Reference::File(file) => Some(file),
            _ => None,
        });
        FileInput::attach_all(given.collect(), files, &fields).map_err(|error| error.on(name))?;
    }
    Ok(parameters)
}

macro_rules! methods {
    ($($name:literal $doc:literal $parameters:ty => $result:ty, |$client:ident, $given:ident| $call:expr;)*) => {
        /// Every method that takes and returns plain values.
        pub const METHODS: &[Method] = &[$(Method {
            name: $name,
            doc: $doc,
            #[cfg(not(target_family = "wasm"))]
            request_schema: |generator| generator.subschema_for::<$parameters>(),
            #[cfg(not(target_family = "wasm"))]
            response_schema: |generator| generator.subschema_for::<$result>(),
            call: |$client, fields, files| Box::pin(caught(creates($name), async move {
                let $given: $parameters = read($name, fields, &files)?;
                let result: $result = $call.await?;
                Ok(serde_json::to_value(result).unwrap_or_default())
            })),
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
    "videos.find" "Looks for the job that a creation made whose answer was lost, after the error `outcome_unknown`: the account's newest jobs are compared with the request in prompt, model, size and length, and with `since`, when it was sent. Nothing when it is not among them; it may still appear."
        Find => Option<Job>, |client, given| client.videos().find_besides(&given.request, given.since, &given.known);
    "videos.delete" "Deletes a video."
        ById => (), |client, given| client.videos().delete(&given.id);
    "videos.cancel" "Stops a video that is being made, and forgets it, where the server can. Elsewhere deleting a video only forgets it. One that has ended is left as it is, and told as a conflict."
        ById => (), |client, given| client.videos().cancel(&given.id);
    "videos.publish" "Publishes the video of a finished job, for your own works only. The answer is the published work as a job that is done: its id is the post's, `s_…`, and its video can be downloaded, without a watermark where the server offers that."
        Publication => Job, |client, given| client.videos().publish(&given.id, given.text);
    "videos.unpublish" "Takes a published work back: the post goes, the video stays in the drafts. What is gone already is no error."
        ById => (), |client, given| client.videos().unpublish(&given.id);
    "videos.link" "The link of a published work, by its id or its page, from the link service that the options `links_url` and `links_token` name. The account's credential does not go there."
        ById => MediaLink, |client, given| client.videos().link(&given.id);
    "images.create" "Begins an image from a prompt, or from other images when `references` are given. Most gateways answer with the finished job; on the native backend it has to be waited for."
        ImageRequest => Job, |client, given| client.images().create(given);
    "images.get" "How a job that makes images stands now, by its id."
        ById => Job, |client, given| client.images().get(&given.id);
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
    "account.me" "Who is signed in."
        Nothing => Me, |client, _given| client.account().me();
    "account.subscriptions" "The account's subscriptions; none for a free account."
        Nothing => Subscriptions, |client, _given| client.account().subscriptions();
    "account.invites" "An invite code that can be given away: the account's own, or on a gateway that of one of its accounts."
        Nothing => Invite, |client, _given| client.account().invites();
    "account.accept_invite" "Accepts somebody's invite code. It is sent once."
        Redeemed => AcceptedInvite, |client, given| client.account().accept_invite(given.invite_code);
    "account.username_available" "Whether a user name is free."
        Named => bool, |client, given| client.account().username_available(given.username);
    "account.username" "The account's user name. Where a name is given, it is set, which publishing needs."
        MaybeNamed => Username, |client, given| client.account().username(given.username);
    "account.bootstrap" "Opens Sora 2 for an account that is new to it."
        Nothing => (), |client, _given| client.account().bootstrap();
    "account.sentinel_token" "A Sentinel token for one creation or publication, with its proof of work: what goes into the header `openai-sentinel-token` of a request of your own."
        Nothing => String, |client, _given| client.account().sentinel_token();
    "models.list" "The models: the server's own list, or the documented ones where it has none."
        Nothing => Vec<ModelInfo>, |client, _given| client.models().list();
}

/// True if a method creates something, so that it must not be sent twice.
fn creates(name: &str) -> bool {
    ["create", "remix", "publish", "accept_invite"]
        .iter()
        .any(|verb| name.ends_with(&format!(".{verb}")))
}

/// The method with this name.
pub fn find(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_lite::future::block_on;
    use serde_json::json;
    use sorakit::host::{Exchange, ScriptedHost};
    use sorakit::{Dialect, ErrorKind, Options};

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
        let job = block_on((method.call)(client, json!({"id": "task_1"}), vec![]));
        let job = job.unwrap();
        assert_eq!(job["status"], "running");
        assert_eq!(job["progress"], 50.0);
    }

    /// Calls by name come from other languages, and no panic may reach them.
    #[test]
    fn a_panic_is_an_error_of_the_call() {
        for (name, fields, kind) in [
            (
                "videos.create",
                json!({"prompt": "a cat"}),
                ErrorKind::OutcomeUnknown,
            ),
            (
                "videos.get",
                json!({"id": "v"}),
                ErrorKind::UnexpectedResponse,
            ),
        ] {
            let busy = Exchange::json(429, r#"{"error": {"code": "rate_limit_exceeded"}}"#);
            let client = client(vec![busy.clone(), busy]);
            client.observe(|_: &sorakit::Event| panic!("an observer broke"));
            let call = (find(name).unwrap().call)(client, fields, vec![]);
            let error = block_on(call).unwrap_err();
            assert_eq!(error.kind(), kind, "{name}: {error}");
            assert!(error.reason().contains("an observer broke"), "{error}");
        }
    }

    #[test]
    fn an_unknown_parameter_is_refused_by_name_with_those_that_there_are() {
        for (name, fields, accepted) in [
            ("videos.create", json!({"prompt": "a cat"}), "duration"),
            (
                "videos.remix",
                json!({"id": "v", "prompt": "x"}),
                "duration",
            ),
            ("videos.get", json!({"id": "v"}), "id"),
            ("characters.search", json!({"username": "a"}), "limit"),
            ("account.quota", json!({}), ""),
        ] {
            let mut wrong = fields.clone();
            wrong["lenght"] = 3.into();
            let call = (find(name).unwrap().call)(client(vec![]), wrong, vec![]);
            let error = block_on(call).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidInput, "{name}");
            assert!(error.reason().contains("lenght"), "{error}");
            assert!(error.reason().contains(accepted), "{error}");
        }
    }

    #[test]
    fn a_remix_has_an_id_and_the_fields_of_a_video() {
        let given = json!({"id": "v", "prompt": "a cat", "duration": 10});
        let Remix { id, request } = serde_json::from_value(given).unwrap();
        assert_eq!((id.as_str(), request.duration), ("v", Some(10)));
        let error = serde_json::from_value::<Remix>(json!({"prompt": "a cat"})).unwrap_err();
        assert!(error.to_string().contains("missing field `id`"), "{error}");
    }

    #[test]
    fn every_reference_of_a_video_may_be_a_file() {
        let mut generator = SchemaGenerator::default();
        let schema = generator.root_schema_for::<VideoRequest>().to_value();
        let mut taken = Vec::new();
        for (name, property) in schema["properties"].as_object().unwrap() {
            if !property.to_string().contains("/Reference\"") {
                continue;
            }
            let file = json!({"attachment": 0});
            let file = match property["items"].is_object() {
                true => json!([file]),
                false => file,
            };
            let mut given = json!({"prompt": "a cat"});
            given[name] = file;
            let files = [FileInput::bytes(&b"x"[..], "x")];
            let request = read::<VideoRequest>("videos.create", given, &files);
            assert!(request.is_ok(), "{name}: {:?}", request.err());
            taken.push(name.as_str());
        }
        assert!(
            taken.len() > 4 && taken.contains(&"last_frame"),
            "{taken:?}"
        );
    }

    /// A misspelt field must be refused, not left out of the request.
    #[test]
    fn no_operation_drops_a_field_that_it_does_not_know() {
        for operation in sorakit::api::operations() {
            let mut generator = SchemaGenerator::default();
            let schema = (operation.request_schema)(&mut generator).to_value();
            let name = schema["$ref"].as_str().and_then(|at| at.rsplit('/').next());
            let schema = name.map_or(&schema, |name| &generator.definitions()[name]);
            assert!(
                schema.get("additionalProperties").is_some(),
                "{} neither takes nor refuses other fields",
                operation.meta.name
            );
        }
    }

    #[test]
    fn what_is_read_in_two_parts_is_refused_by_field() {
        fn refused<T: DeserializeOwned>(given: Value) -> (String, String) {
            let Err(error) = read_as::<T>("params", given.clone()) else {
                panic!("{given} was taken");
            };
            let message = error.reason().to_owned();
            (error.field().unwrap_or_default().to_owned(), message)
        }
        for (refusal, field, message) in [
            (
                refused::<Remix>(json!({"id": "v", "prompt": 5})),
                "prompt",
                "prompt: must be a text, not 5",
            ),
            (
                refused::<Remix>(json!({"prompt": "x"})),
                "id",
                "id: must be given",
            ),
            (refused::<Remix>(json!({"id": 5, "prompt": "x"})), "id", ""),
            (
                refused::<Search>(json!({"username": "a", "limit": "x"})),
                "limit",
                "",
            ),
            (
                refused::<Find>(json!({"since": [], "prompt": "x"})),
                "since",
                "",
            ),
            (
                refused::<ImageRequest>(json!({"prompt": "x", "n": "2"})),
                "n",
                "",
            ),
        ] {
            assert_eq!(refusal.0, field, "{}", refusal.1);
            assert!(refusal.1.contains(message), "{}", refusal.1);
        }
    }
}
