//! One page of memory for one key: wiped when dropped, and kept out of swap where the system allows it.

use region::LockGuard;
use std::sync::atomic::{AtomicBool, Ordering};
use zeroize::Zeroize;

/// The largest page of the systems that we know: 16 KiB on Apple's processors and on some Linux for ARM.
#[cfg(not(any(target_arch = "x86_64", target_arch = "x86")))]
const SIZE: usize = 16_384;
#[cfg(any(target_arch = "x86_64", target_arch = "x86"))]
const SIZE: usize = 4_096;

// Set for good by the first page that could not be locked.
static HAS_SPILT: AtomicBool = AtomicBool::new(false);

/// Says whether every key since the program began lies in memory that the system does not write to swap. Where it is false the system
/// set no room aside for it (`RLIMIT_MEMLOCK`), or has larger pages than ours.
#[must_use]
pub fn are_keys_locked() -> bool {
    !HAS_SPILT.load(Ordering::Relaxed)
}

#[cfg_attr(any(target_arch = "x86_64", target_arch = "x86"), repr(C, align(4096)))]
#[cfg_attr(not(any(target_arch = "x86_64", target_arch = "x86")), repr(C, align(16384)))]
struct Whole {
    bytes: [u8; 32],
    _rest: [u8; SIZE - 32],
}

/// Thirty-two bytes that share their page with nothing.
pub(super) struct Page {
    // Unlocked after the bytes are wiped, and before the memory is given back.
    _lock: Option<LockGuard>,
    whole: Box<Whole>,
}

impl Page {
    /// Takes a page of zeros.
    pub(super) fn blank() -> Self {
        let whole = Box::new(Whole { bytes: [0; 32], _rest: [0; SIZE - 32] });
        // Locks are counted by the page of the system: were it larger than ours, another key's would end with this one's.
        let lock = if region::page::size() <= SIZE { region::lock(&raw const *whole, SIZE).ok() } else { None };
        if lock.is_none() {
            HAS_SPILT.store(true, Ordering::Relaxed);
        }
        Self { _lock: lock, whole }
    }

    pub(super) const fn bytes(&self) -> &[u8; 32] {
        &self.whole.bytes
    }

    pub(super) const fn bytes_mut(&mut self) -> &mut [u8; 32] {
        &mut self.whole.bytes
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.whole.bytes.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns how much of the mapping at this address is locked, in KiB.
    #[cfg(target_os = "linux")]
    fn locked_kib(address: usize) -> u64 {
        let maps = std::fs::read_to_string("/proc/self/smaps").unwrap();
        let mut is_ours = false;
        for line in maps.lines() {
            let range = line.split(' ').next().unwrap().split_once('-');
            let bound = |hex: &str| usize::from_str_radix(hex, 16).ok();
            if let Some((Some(from), Some(to))) = range.map(|(from, to)| (bound(from), bound(to))) {
                is_ours = (from..to).contains(&address);
            } else if let Some(kib) = line.strip_prefix("Locked:").filter(|_| is_ours) {
                return kib.trim().trim_end_matches(" kB").parse().unwrap();
            }
        }
        panic!("no mapping holds {address:#x}");
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_page_is_locked_for_as_long_as_it_is_held() {
        let (page, other) = (Page::blank(), Page::blank());
        if !are_keys_locked() {
            println!("skipped: the system sets no memory aside");
            return;
        }
        let at = |page: &Page| (&raw const *page.whole).addr();
        assert_eq!(at(&page) % SIZE, 0);
        assert!(locked_kib(at(&page)) > 0 && locked_kib(at(&other)) > 0);
        assert_eq!(locked_kib((&raw const page).addr()), 0, "the stack is not locked: the measure can tell");
        drop(page);
        assert!(locked_kib(at(&other)) > 0, "one that goes takes no other with it");
    }
}
