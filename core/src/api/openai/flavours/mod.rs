//! The differences between the servers of the Videos API: one table a server, each in a file of its
//! own, which the adapter and the detection read.
//!
//! To add a server: a line in [`Flavour`], a file beside this one that holds its
//! [`Server`], and a line in [`SERVERS`].

mod dynamo;
mod fastvideo;
mod litellm;
mod localai;
mod new_api;
mod openai;
mod server;
mod sglang;
mod unsloth;
mod vllm_omni;

pub(crate) use server::{Length, Server};

use crate::model::Flavour;

/// The servers, in the order of [`Flavour`].
pub(crate) const SERVERS: &[&Server] = &[
    &openai::SERVER,
    &new_api::SERVER,
    &vllm_omni::SERVER,
    &sglang::SERVER,
    &litellm::SERVER,
    &unsloth::SERVER,
    &fastvideo::SERVER,
    &dynamo::SERVER,
    &localai::SERVER,
];

impl Server {
    /// The table of a flavour; that of `openai` for one of another dialect.
    pub(crate) fn of(flavour: Flavour) -> &'static Self {
        let mut all = SERVERS.iter().copied();
        all.find(|server| server.flavour == flavour)
            .unwrap_or(&openai::SERVER)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dialect;
    use serde_json::{Value, json};

    #[test]
    fn each_flavour_has_its_table() {
        let of_dialect: Vec<_> = Flavour::of(Dialect::Openai).collect();
        let tables: Vec<_> = SERVERS.iter().map(|server| server.flavour).collect();
        assert_eq!(tables, of_dialect);
        for server in SERVERS {
            assert!(!server.encodings.is_empty(), "{}", server.flavour);
            let mut sorted = server.offers.to_vec();
            sorted.sort_unstable();
            assert_eq!(sorted, server.offers, "{}: in order", server.flavour);
        }
    }

    #[test]
    fn no_sign_means_two_servers() {
        for (at, server) in SERVERS.iter().enumerate() {
            for other in &SERVERS[at + 1..] {
                for own in server.signs.owners {
                    assert!(!other.signs.owners.contains(own), "{own}");
                }
                for own in server.signs.titles {
                    assert!(!other.signs.titles.contains(own), "{own}");
                }
            }
        }
    }

    fn put(flavour: Flavour, fields: Value) -> Value {
        match fields {
            Value::Object(fields) => Server::of(flavour).put(fields).into(),
            other => other,
        }
    }

    #[test]
    fn further_fields_go_where_they_are_read() {
        let given = json!({"seed": 7, "cache": {"on": true}});
        for (flavour, expected) in [
            (Flavour::Openai, given.clone()),
            (
                Flavour::Dynamo,
                json!({"cache": {"on": true}, "nvext": {"seed": 7}}),
            ),
            (
                Flavour::VllmOmni,
                json!({"seed": 7, "extra_params": {"cache": {"on": true}}}),
            ),
            (
                Flavour::Localai,
                json!({"seed": 7, "params": {"cache": "{\"on\":true}"}}),
            ),
        ] {
            assert_eq!(put(flavour, given.clone()), expected, "{flavour}");
        }
    }

    #[test]
    fn what_the_caller_placed_stays() {
        let given = json!({"seed": 7, "nvext": {"seed": 8, "fps": 12}});
        let expected = json!({"nvext": {"seed": 8, "fps": 12}});
        assert_eq!(put(Flavour::Dynamo, given), expected);
        let odd = json!({"seed": 7, "nvext": "x"});
        assert_eq!(put(Flavour::Dynamo, odd.clone()), odd);
    }
}
