//! The software bill of materials, in CycloneDX 1.5. The same sources give the same bill: it
//! contains no time and no random number.

use serde_json::{Value, json};

use super::crates::Crate;
use crate::Outcome;

/// The bill of the crates built into `package`.
pub fn of(package: &str, built: &[Crate]) -> Outcome<String> {
    let own = format!("pkg:cargo/{package}@{}", env!("CARGO_PKG_VERSION"));
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "library",
                "bom-ref": own,
                "name": package,
                "version": env!("CARGO_PKG_VERSION"),
                "purl": own,
                "licenses": [{"expression": "MIT OR Apache-2.0"}],
            },
        },
        "components": built.iter().map(component).collect::<Vec<_>>(),
        "dependencies": [{
            "ref": own,
            "dependsOn": built.iter().map(address).collect::<Vec<_>>(),
        }],
    });
    serde_json::to_string_pretty(&bill)
        .map(|text| text + "\n")
        .map_err(|error| error.to_string())
}

fn component(built: &Crate) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": address(built),
        "name": built.name,
        "version": built.version,
        "purl": address(built),
        "licenses": [{"expression": built.licence}],
    });
    if let Some(checksum) = &built.checksum {
        component["hashes"] = json!([{"alg": "SHA-256", "content": checksum}]);
    }
    if let Some(repository) = &built.repository {
        component["externalReferences"] = json!([{"type": "vcs", "url": repository}]);
    }
    component
}

fn address(built: &Crate) -> String {
    // `+` separates words in an address.
    let version = built.version.replace('+', "%2B");
    format!("pkg:cargo/{}@{version}", built.name)
}
