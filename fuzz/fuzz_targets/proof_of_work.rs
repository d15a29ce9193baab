#![no_main]
sorakit_fuzz::reads!("proof_of_work");
