//! Telling a server's dialect from harmless requests.

use sorakit::{Client, Dialect, Options};
use sorakit_simulator::Shapes;

use crate::setup::{run, simulator};

#[test]
fn each_dialect_is_told_and_nothing_is_created() {
    let simulator = simulator(Shapes::Observed);
    let credentials = simulator.credentials();
    for (dialect, path) in [
        (Dialect::Sora, "/backend"),
        (Dialect::Mirror, "/mirror/sora"),
        (Dialect::Mirror, "/mirror"),
        (Dialect::Sora2api, "/sora2api"),
        (Dialect::Skyriff, "/skyriff"),
        (Dialect::Relay, "/relay"),
        (Dialect::Openai, "/openai"),
    ] {
        let key = match dialect {
            Dialect::Sora => &credentials.access_token,
            _ => &credentials.api_key,
        };
        let found = run(Client::detect(Options {
            base_url: Some(format!("{}{path}", simulator.url())),
            api_key: Some(key.as_str().into()),
            max_retries: Some(0),
            ..Options::default()
        }));
        let found = found.unwrap_or_else(|error| panic!("{dialect}: {error}"));
        assert_eq!(found.dialect, dialect, "{:?}", found.evidence);
    }
    assert!(
        simulator
            .journal()
            .iter()
            .all(|entry| entry.method == "GET")
    );
}
