#![no_main]
sorakit_fuzz::reads!("sora2api");
