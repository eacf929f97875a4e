//! Time, randomness and the names of the machine as arguments: the only place that asks the machine for them.

use std::sync::Arc;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Returns UTC microseconds since 1970-01-01.
    fn now_micros(&self) -> i64;

    /// Returns UTC seconds since 1970-01-01.
    fn now_seconds(&self) -> i64 {
        self.now_micros().div_euclid(1_000_000)
    }
}

/// Gives random bytes fit for keys.
pub trait Entropy: Send + Sync {
    /// Fills the buffer, or says that the machine has no randomness to give.
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoEntropy>;
}

/// The machine has no randomness to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no random bytes")]
pub struct NoEntropy;

/// What the application takes from the machine it runs on.
#[derive(Clone)]
pub struct Env {
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The source of randomness.
    pub entropy: Arc<dyn Entropy>,
    /// What the machine is called, and where the person's things lie on it: what no paper may tell.
    pub machine: Arc<Machine>,
}

/// What a machine is called.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Machine {
    /// Name under which somebody is signed in.
    pub user: String,
    /// Name of the machine in a network.
    pub host: String,
    /// The person's own folder.
    pub home: String,
}

impl Machine {
    // Names that the system does not tell stay empty.
    fn this() -> Self {
        let told = |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok()).unwrap_or_default();
        let host = std::fs::read_to_string("/proc/sys/kernel/hostname").or_else(|_| std::fs::read_to_string("/etc/hostname"));
        Self {
            user: told(&["USER", "USERNAME", "LOGNAME"]),
            host: host.map_or_else(|_| told(&["COMPUTERNAME", "HOSTNAME", "HOST"]), |host| host.trim().to_owned()),
            home: told(&["HOME", "USERPROFILE"]),
        }
    }
}

impl Env {
    /// Takes time and randomness from the operating system.
    #[must_use]
    pub fn system() -> Self {
        Self { clock: Arc::new(SystemClock), entropy: Arc::new(SystemEntropy), machine: Arc::new(Machine::this()) }
    }
}

struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock that others take as an argument")]
    fn now_micros(&self) -> i64 {
        chrono::Utc::now().timestamp_micros()
    }
}

struct SystemEntropy;

impl Entropy for SystemEntropy {
    #[allow(clippy::disallowed_methods, reason = "this is the entropy that others take as an argument")]
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoEntropy> {
        getrandom::fill(buffer).map_err(|_| NoEntropy)
    }
}

/// A clock that stands still and randomness that counts: for reproducible examples and tests.
pub struct Fixed {
    micros: i64,
    counter: std::sync::atomic::AtomicU64,
}

impl Fixed {
    /// Makes an environment that always says this moment and never draws the same bytes twice.
    #[must_use]
    pub fn env(micros: i64) -> Env {
        let fixed = Arc::new(Self { micros, counter: std::sync::atomic::AtomicU64::new(1) });
        Env { clock: fixed.clone(), entropy: fixed, machine: Arc::default() }
    }
}

impl Clock for Fixed {
    fn now_micros(&self) -> i64 {
        self.micros
    }
}

impl Entropy for Fixed {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoEntropy> {
        for chunk in buffer.chunks_mut(8) {
            let n = self.counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            // SplitMix64 spreads the counter over all bits.
            let mut z = n.wrapping_mul(0x9E37_79B9_7F4A_7C15);
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            z ^= z >> 31;
            for (to, from) in chunk.iter_mut().zip(z.to_le_bytes()) {
                *to = from;
            }
        }
        Ok(())
    }
}
