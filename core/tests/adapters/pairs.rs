//! Options two by two: none makes another disappear, and what is refused is named as
//! the caller gave it.
//!
//! Two values of an option that send the same request, all else alike, mean that the
//! option was dropped. So each pair of values of each option is tried alone and beside
//! each value of each other option. A refusal is right, too.

use serde_json::{Map, Value, json};
use sorakit::host::Exchange;
use sorakit::{Dialect, Feature, Flavour};

use crate::run::play;

/// An answer that every creation can read, and that lists one model.
const ANSWER: &str = r#"{
    "id": "job_1", "task_id": "job_1", "status": "queued",
    "token": "gAAAAAC", "proofofwork": {"required": false},
    "data": [{"id": "sora-2", "url": "https://cdn.example/1.png"}]
}"#;

/// Two images.
const CAT: &str = "iVBORw0KGgo=";
const DOG: &str = "iVBORw0KGgoA";

/// Two values of each option that a dialect takes, the same for most dialects.
fn values(dialect: Dialect, verb: &str) -> Vec<(&'static str, [Value; 2])> {
    use Dialect::{Mirror, Openai, Relay, Skyriff, Sora, Sora2api};
    let image = verb == "images.create";
    let models = match (dialect, image) {
        (Sora, true) => ["gpt-image-landscape", "gpt-image-portrait"],
        (Sora, false) => ["sora2-landscape-10s", "sora2pro-portrait-15s"],
        (Mirror, true) => ["sora_image", "sora_image2"],
        (Mirror, false) => ["sora_video2-landscape", "sora_video2-portrait-15s"],
        (Skyriff, _) => ["sora2-landscape", "sora2-portrait-15s"],
        (Sora2api, true) => ["gpt-image", "gpt-image-2"],
        (Sora2api | Relay | Openai, _) => ["sora-2", "sora-2-pro"],
    };
    let sizes = match (dialect, image) {
        (Sora, true) => ["540x360", "360x540"],
        (Sora, false) => ["small", "large"],
        _ => ["1280x720", "720x1280"],
    };
    let durations = match dialect {
        Openai => [4, 8],
        _ => [10, 15],
    };
    let styles = match (dialect, image) {
        (_, true) => ["natural", "vivid"],
        _ => ["anime", "selfie"],
    };
    let file = |base64: &str| json!([{"base64": base64, "filename": "image.png"}]);
    let mut values = vec![
        ("prompt", [json!("a cat"), json!("a dog")]),
        ("model", models.map(Value::from)),
        ("orientation", [json!("landscape"), json!("portrait")]),
        ("size", sizes.map(Value::from)),
        ("quality", [json!("standard"), json!("hd")]),
        ("style", styles.map(Value::from)),
        ("references", [file(CAT), file(DOG)]),
        ("n", [json!(2), json!(3)]),
        ("extra", [json!({"seed": 1}), json!({"seed": 2})]),
    ];
    if !image {
        let shot = |scene: &str| json!([{"duration": 5.0, "scene": scene}]);
        let post = |digit: &str| Value::from(format!("s_{}", digit.repeat(32)));
        values.extend([
            ("duration", durations.map(Value::from)),
            ("storyboard", [shot("a cat"), shot("a dog")]),
            ("remix", [post("1"), post("2")]),
            ("characters", [json!(["ch_1"]), json!(["ch_2"])]),
            ("watermark", [json!(true), json!(false)]),
            ("private", [json!(true), json!(false)]),
            ("title", [json!("a"), json!("b")]),
            (
                "cameo_replacements",
                [json!({"ch_1": "ch_2"}), json!({"ch_1": "ch_3"})],
            ),
            ("audio_caption", [json!("rain"), json!("wind")]),
            ("audio_transcript", [json!("hello"), json!("bye")]),
            ("video_caption", [json!("snow"), json!("sand")]),
            ("metadata", [json!({"key": 1}), json!({"key": 2})]),
            (
                "character_url",
                [
                    json!({"url": "https://cdn.example/1.mp4"}),
                    json!({"url": "https://cdn.example/2.mp4"}),
                ],
            ),
            ("character_from_task", [json!("task_1"), json!("task_2")]),
            ("character_create", [json!(true), json!(false)]),
        ]);
        if dialect == Sora2api {
            let own = ("remix", [json!("sora-2-abc"), json!("sora-2-def")]);
            values.push(own);
        }
    }
    values
}

/// The client's options; of the dialect `openai` those of its encodings and flavours.
fn settings(dialect: Dialect) -> Vec<Map<String, Value>> {
    let of = |value: Value| value.as_object().unwrap().clone();
    match dialect {
        Dialect::Openai => {
            let flavours = Flavour::of(dialect).map(|flavour| of(json!({"flavour": flavour})));
            let json = of(json!({"encoding": "json"}));
            [Map::new(), json].into_iter().chain(flavours).collect()
        }
        // Otherwise it asks first, and refuses after that.
        Dialect::Sora2api => {
            let flavours = Flavour::of(dialect).map(|flavour| of(json!({"flavour": flavour})));
            flavours.collect()
        }
        _ => vec![Map::new()],
    }
}

/// Holds a dialect to it, with each of its settings.
fn no_option_makes_another_disappear(dialect: Dialect) {
    let images = dialect.offers(Feature::GenerateImages);
    let verbs = ["videos.create"].into_iter();
    let verbs = verbs.chain(images.then_some("images.create"));
    let settings = settings(dialect);
    // Not every server of a dialect makes images.
    let makes = |options: &Map<String, Value>| match dialect {
        Dialect::Openai => {
            let flavour = options.get("flavour").cloned().unwrap_or_default();
            let flavour = serde_json::from_value::<Flavour>(flavour);
            flavour.is_ok_and(|flavour| flavour.offers(Feature::GenerateImages))
        }
        _ => true,
    };
    let cases = verbs.flat_map(|verb| {
        let of_verb = settings.iter();
        let of_verb = of_verb.filter(|options| verb != "images.create" || makes(options));
        of_verb
            .map(move |options| (verb, options))
            .collect::<Vec<_>>()
    });
    // Each is by itself, and there are many.
    let wrong = std::thread::scope(|scope| {
        let held = cases
            .map(|(verb, options)| scope.spawn(move || disappearances(dialect, verb, options)));
        let held: Vec<_> = held.collect();
        let wrong = held.into_iter().flat_map(|one| one.join().unwrap());
        wrong.collect::<Vec<_>>()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_option_of_sora_makes_another_disappear() {
    no_option_makes_another_disappear(Dialect::Sora);
}

#[test]
fn no_option_of_mirror_makes_another_disappear() {
    no_option_makes_another_disappear(Dialect::Mirror);
}

#[test]
fn no_option_of_sora2api_makes_another_disappear() {
    no_option_makes_another_disappear(Dialect::Sora2api);
}

#[test]
fn no_option_of_skyriff_makes_another_disappear() {
    no_option_makes_another_disappear(Dialect::Skyriff);
}

#[test]
fn no_option_of_relay_makes_another_disappear() {
    no_option_makes_another_disappear(Dialect::Relay);
}

#[test]
fn no_option_of_openai_makes_another_disappear() {
    no_option_makes_another_disappear(Dialect::Openai);
}

fn disappearances(dialect: Dialect, verb: &str, options: &Map<String, Value>) -> Vec<String> {
    let mut wrong = Vec::new();
    let values = values(dialect, verb);
    for (name, pair) in &values {
        let others = values.iter().filter(|(other, _)| other != name);
        let beside = others.flat_map(|(other, pair)| pair.iter().map(move |it| Some((*other, it))));
        for other in std::iter::once(None).chain(beside) {
            let sent = pair.each_ref().map(|value| {
                let mut given = Map::from_iter([("prompt".to_owned(), json!("a cat"))]);
                given.extend(other.map(|(name, value)| (name.to_owned(), value.clone())));
                given.insert((*name).to_owned(), value.clone());
                sent(dialect, verb, options, given)
            });
            let place = || format!("{dialect} {verb}: `{name}` beside {other:?}");
            match sent {
                [Ok(one), Ok(two)] if one == two => {
                    wrong.push(format!("{}: two values send the same", place()));
                }
                [Err(field), _] | [_, Err(field)] => {
                    let named = field.split(['[', '.']).next().unwrap_or_default();
                    if named != *name && other.is_none_or(|(other, _)| other != named) {
                        wrong.push(format!("{}: `{field}` is refused, not given", place()));
                    }
                }
                _ => {}
            }
        }
    }
    wrong
}

/// What is sent, or the option that is refused.
fn sent(
    dialect: Dialect,
    verb: &str,
    options: &Map<String, Value>,
    given: Map<String, Value>,
) -> Result<Vec<Value>, String> {
    let script = std::iter::repeat_with(|| Exchange::json(200, ANSWER)).take(6);
    let seen = play(dialect, options, verb, &given, script);
    match (seen.outcome, seen.requests.is_empty()) {
        (Err(error), true) => Err(error["field"].as_str().unwrap_or("nothing").to_owned()),
        _ => Ok(seen.requests),
    }
}
