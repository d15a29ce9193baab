//! The stages, in the order in which they run: quick ones first. Those beside the others have an
//! order of their own.

use super::done::Done;
use super::{aarch64, hygiene, miri, node, peers, public_api, python, rust, uniffi, wasm};
use crate::Outcome;
use crate::r#gen;

/// One thing that must be green.
pub struct Stage {
    /// The name for `--only` and `--skip`.
    pub name: &'static str,
    /// The check in one line.
    pub about: &'static str,
    /// The time it takes on two cores from a clean clone.
    pub takes: &'static str,
    /// True if it runs beside the others: its builds have target folders of their own.
    pub beside: bool,
    /// Runs it.
    pub run: fn() -> Outcome<Done>,
}

pub const STAGES: &[Stage] = &[
    Stage {
        name: "format",
        about: "every Rust file is as `cargo fmt` writes it",
        takes: "2 s",
        beside: false,
        run: || rust::format().map(Done::from),
    },
    Stage {
        name: "hygiene",
        about: "no large files, machine paths or merge marks in the tree",
        takes: "1 s",
        beside: false,
        run: || hygiene::check().map(Done::from),
    },
    Stage {
        name: "layers",
        about: "arrows between the code's rooms go down, as ARCHITECTURE.md lists them; no ring of files",
        takes: "2 s",
        beside: false,
        run: || crate::layers::check().map(Done::from),
    },
    Stage {
        name: "generated",
        about: "generated files are as the code says (`cargo xtask gen`)",
        takes: "1 s",
        beside: false,
        run: || r#gen::run(&r#gen::Arguments { check: true }).map(Done::from),
    },
    Stage {
        name: "clippy",
        about: "no warning in the workspace, tests and examples included",
        takes: "110 s",
        beside: false,
        run: || rust::clippy().map(Done::from),
    },
    Stage {
        name: "sentinel",
        about: "the proof of work alone: every kernel, as it is released",
        takes: "100 s",
        beside: false,
        run: || rust::sentinel().map(Done::from),
    },
    Stage {
        name: "aarch64",
        about: "the proof of work's kernels for 64-bit ARM, under qemu",
        takes: "60 s",
        beside: true,
        run: aarch64::check,
    },
    Stage {
        name: "miri",
        about: "the proof of work under Miri, where a nightly toolchain is",
        takes: "60 s",
        beside: true,
        run: miri::check,
    },
    Stage {
        name: "wasm",
        about: "the core for WebAssembly; the browser package in headless Chromium",
        takes: "650 s",
        beside: true,
        run: wasm::check,
    },
    Stage {
        name: "tests",
        about: "unit, contract and integration tests over loopback sockets",
        takes: "600 s",
        beside: false,
        run: || rust::tests().map(Done::from),
    },
    Stage {
        name: "faults",
        about: "a sample of every fault against every flow (`cargo xtask faults` plays them all)",
        takes: "150 s",
        beside: false,
        run: || crate::faults::sample().map(Done::from),
    },
    Stage {
        name: "doctests",
        about: "the examples in the documentation",
        takes: "10 s",
        beside: false,
        run: || rust::doctests().map(Done::from),
    },
    Stage {
        name: "docs",
        about: "the documentation builds without a warning",
        takes: "90 s",
        beside: false,
        run: || rust::docs().map(Done::from),
    },
    Stage {
        name: "public-api",
        about: "the core's public API is the one of core/public-api.txt, and names no type of reqwest, tokio and the like",
        takes: "20 s",
        beside: false,
        run: || public_api::check().map(Done::from),
    },
    Stage {
        name: "node",
        about: "the Node package and its examples, also packed, under Bun and Deno",
        takes: "260 s",
        beside: false,
        run: node::check,
    },
    Stage {
        name: "python",
        about: "the Python package: wheel, types, oldest and newest Python",
        takes: "300 s",
        beside: false,
        run: python::check,
    },
    Stage {
        name: "uniffi",
        about: "the package for Kotlin on the JVM, and the sources for Swift",
        takes: "200 s",
        beside: false,
        run: uniffi::check,
    },
    Stage {
        name: "peers",
        about: "programs of others: clients against the simulator, servers driven by sorakit (tests/peers)",
        takes: "180 s",
        beside: true,
        run: peers::run,
    },
];
