#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tarazy_core::fuzzed::run("table", bytes));
