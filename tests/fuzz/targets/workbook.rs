#![no_main]

// What breaks in the reader of workbooks, which is not ours, is caught and becomes a damaged workbook: the fuzzer must not end before it is. A panic of
// ours ends it all the same, without its words; fed to the core's own test, the input tells them.
libfuzzer_sys::fuzz_target!(
    init: std::panic::set_hook(Box::new(|_| {})),
    |bytes: &[u8]| tarazy_core::fuzzed::run("workbook", bytes)
);
