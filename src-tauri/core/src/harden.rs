//! What a process does before it holds a secret, so that the system writes none of it to disk and no other program reads it.

/// Forbids core dumps, and to other programs of the same person the memory of this one. Says whether the system did all of it: where it
/// does not the program runs on, and the first figure of a check of the machine is this.
///
/// On Linux `RLIMIT_CORE` = 0 and `PR_SET_DUMPABLE` = 0, setrlimit(2) and prctl(2); on other Unix systems the first alone; elsewhere nothing.
#[must_use]
pub fn harden() -> bool {
    system::harden()
}

#[cfg(unix)]
mod system {
    use rustix::process::{Resource, Rlimit, setrlimit};

    pub fn harden() -> bool {
        let no_core = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }).is_ok();
        is_closed_to_others() && no_core
    }

    #[cfg(target_os = "linux")]
    fn is_closed_to_others() -> bool {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok()
    }

    #[cfg(not(target_os = "linux"))]
    const fn is_closed_to_others() -> bool {
        false
    }
}

#[cfg(not(unix))]
mod system {
    pub const fn harden() -> bool {
        false
    }
}
