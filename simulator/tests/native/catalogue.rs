//! Client and simulator name the same operations.

use std::collections::BTreeSet;

use sorakit::Dialect;
use sorakit::api::operations;
use sorakit_simulator::dialects;

#[test]
fn both_sides_have_the_same_operations_by_name_method_and_path() {
    let offered: BTreeSet<_> = operations()
        .filter(|operation| operation.meta.dialect == Dialect::Sora)
        .map(|operation| {
            let meta = operation.meta;
            let method = http::Method::from(meta.method).to_string();
            (meta.name, method, meta.path)
        })
        .collect();
    let dialect = dialects::sora::dialect();
    let served: BTreeSet<_> = dialect
        .operations
        .iter()
        .filter(|operation| !dialects::sora::OF_GATEWAYS.contains(&operation.name))
        .map(|operation| (operation.name, operation.method.to_string(), operation.path))
        .collect();
    let unserved: Vec<_> = offered.difference(&served).collect();
    let unoffered: Vec<_> = served.difference(&offered).collect();
    assert!(unserved.is_empty(), "not in the simulator: {unserved:?}");
    assert!(unoffered.is_empty(), "not in the client: {unoffered:?}");
}
