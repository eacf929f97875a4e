//! Chance that can be repeated, and work that is spread over processors.

/// SplitMix64 from a seed (Steele, Lea and Flood, 2014).
pub struct Chance(u64);

impl Chance {
    /// Begins at a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Draws 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Draws a number below a limit.
    pub const fn below(&mut self, limit: usize) -> usize {
        (self.bits() % limit as u64) as usize
    }

    /// Tosses a coin.
    pub const fn coin(&mut self) -> bool {
        self.bits() >> 63 == 1
    }
}

/// Reads a number from the environment.
pub fn number_from(name: &str) -> Option<usize> {
    std::env::var(name).ok()?.parse().ok()
}

/// The seed of every test here: TARAZY_SEED, or always the same.
pub fn seed() -> u64 {
    number_from("TARAZY_SEED").unwrap_or(2026) as u64
}

/// Does the same to every one of a list, on as many processors as there are, and returns what came of each in its order.
pub fn spread<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = std::sync::atomic::AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let place = next.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            match all.get(place) {
                Some(one) => done.push((place, work(one))),
                None => return done,
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut done: Vec<(usize, R)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(take)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Takes so many of a list, evenly from its beginning to its end.
pub fn evenly<T: Clone>(all: &[T], wanted: usize) -> Vec<T> {
    let wanted = wanted.min(all.len());
    (0..wanted).map(|n| all[n * all.len() / wanted].clone()).collect()
}
