#![no_main]
sorakit_fuzz::reads!("media");
