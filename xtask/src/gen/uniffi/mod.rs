//! The typed records and operations of the Kotlin and Swift packages. One reading of the
//! catalogue, two ways to write it.

mod kotlin;
mod names;
mod schema;
mod swift;
mod words;

use serde_json::Value;

use super::Generated;
use crate::Outcome;
use names::pascal;

pub fn generate(catalog: &Value) -> Outcome<Vec<Generated>> {
    let scopes = schema::scopes(catalog)?;
    let mut written = Vec::new();
    for scope in &scopes {
        let file = pascal(if scope.is_shared() {
            "records"
        } else {
            &scope.name
        });
        let [mut in_kotlin, mut in_swift] = [kotlin::write(scope), swift::write(scope)];
        if scope.name == "sora" {
            let clients = &catalog["oauth_clients"];
            in_kotlin.push_str(&kotlin::oauth_clients(clients));
            in_swift.push_str(&swift::oauth_clients(clients));
        }
        for (folder, ending, text) in [(KOTLIN, "kt", in_kotlin), (SWIFT, "swift", in_swift)] {
            written.push(Generated {
                // As many as there are dialects, once.
                path: format!("{folder}/{file}.{ending}").leak(),
                text,
            });
        }
    }
    for (folder, ending, text) in [
        (KOTLIN, "kt", kotlin::client(&scopes)),
        (SWIFT, "swift", swift::client(&scopes)),
    ] {
        written.push(Generated {
            path: format!("{folder}/Operations.{ending}").leak(),
            text,
        });
    }
    written.push(Generated {
        path: "bindings-uniffi/kotlin/src/test/kotlin/dev/sorakit/TypedCalls.kt",
        text: kotlin::typed_calls(&scopes),
    });
    written.push(Generated {
        path: "bindings-uniffi/swift/Tests/SorakitTests/TypedCalls.swift",
        text: swift::typed_calls(&scopes),
    });
    Ok(written)
}

const KOTLIN: &str = "bindings-uniffi/kotlin/src/main/kotlin/dev/sorakit/generated";
const SWIFT: &str = "bindings-uniffi/swift/Sources/Sorakit/Generated";
