#![no_main]
sorakit_fuzz::reads!("relay");
