//! Keys and passphrases as types: no Clone, no Display, stars in Debug, wiped when dropped.

use super::page::Page;
use crate::env::Env;
use crate::error::{Doing, Error, Result};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::Mac;
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A passphrase as a person typed it, in NFKC with blanks collapsed, so that two keyboards give one passphrase.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Normalises what was typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let mut out = Zeroizing::new(String::with_capacity(typed.len() * 2));
        for word in typed.split_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.extend(word.nfkc());
        }
        Self(out)
    }

    /// Estimates the bits offline: zxcvbn for what people invent, capped by the length.
    #[must_use]
    pub fn bits(&self) -> u32 {
        if self.0.is_empty() {
            return 0;
        }
        let guesses = zxcvbn::zxcvbn(&self.0, &[]).guesses();
        u64::BITS - guesses.leading_zeros().min(u64::BITS - 1)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase(***)")
    }
}

/// Thirty-two secret bytes, on a page of memory of their own that the system is asked not to write to disk.
pub struct Key(Page);

impl Key {
    /// Draws a key.
    pub fn draw(env: &Env) -> Result<Self> {
        let mut key = Self::blank();
        env.entropy.fill(key.0.bytes_mut()).doing("drawing a key")?;
        Ok(key)
    }

    // Filled where it lies: the bytes of a key are never moved.
    fn blank() -> Self {
        Self(Page::blank())
    }

    fn from_bytes(bytes: &[u8; 32]) -> Self {
        let mut key = Self::blank();
        key.0.bytes_mut().copy_from_slice(bytes);
        key
    }

    /// Takes a key that somebody typed.
    #[must_use]
    pub fn typed(bytes: &[u8; 32]) -> Self {
        Self::from_bytes(bytes)
    }

    /// Lends the bytes, to be written down by whoever is to keep the key.
    #[must_use]
    pub fn shown(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(*self.bytes())
    }

    pub(super) const fn bytes(&self) -> &[u8; 32] {
        self.0.bytes()
    }

    /// Derives a key for one purpose (HKDF-SHA256, RFC 5869; the label is the info string).
    pub fn derive(&self, label: &str) -> Result<Self> {
        let mut out = Self::blank();
        hkdf::Hkdf::<Sha256>::new(Some(b"tarazy vault 1"), self.bytes())
            .expand(label.as_bytes(), out.0.bytes_mut())
            .map_err(|_| Error::Inside("deriving a key"))?;
        Ok(out)
    }

    /// Derives a key for one purpose from this one and a secret of its own: the info string of HKDF is the label and the secret behind it.
    pub(super) fn derive_with(&self, label: &str, secret: &[u8; 32]) -> Result<Self> {
        let mut out = Self::blank();
        hkdf::Hkdf::<Sha256>::new(Some(b"tarazy vault 1"), self.bytes())
            .expand_multi_info(&[label.as_bytes(), secret], out.0.bytes_mut())
            .map_err(|_| Error::Inside("deriving a key"))?;
        Ok(out)
    }

    /// Authenticates bytes (HMAC-SHA256, RFC 2104).
    pub(super) fn mac(&self, bytes: &[u8]) -> Result<[u8; 32]> {
        let mut mac = <hmac::Hmac<Sha256> as hmac::KeyInit>::new_from_slice(self.bytes())
            .map_err(|_| Error::Inside("keying the header's code"))?;
        mac.update(bytes);
        Ok(mac.finalize().into_bytes().into())
    }

    /// Makes an identity of the age format (X25519) from the key itself: what is encrypted to it opens with the key and with nothing else.
    pub(super) fn age_identity(&self) -> Result<age::x25519::Identity> {
        identity_text(self.bytes()).parse().map_err(|_| Error::Inside("making an identity"))
    }

    /// Encrypts another key (XChaCha20-Poly1305) bound to what stands around it.
    pub(super) fn wrap(&self, nonce: &[u8; 24], bound: &[u8], inner: &Self) -> Result<Vec<u8>> {
        XChaCha20Poly1305::new(self.bytes().into())
            .encrypt(&XNonce::from(*nonce), Payload { msg: inner.bytes(), aad: bound })
            .map_err(|_| Error::Inside("wrapping a key"))
    }

    /// Opens a wrapped key, or returns nothing when this is not the key that wrapped it.
    pub(super) fn unwrap(&self, nonce: &[u8; 24], bound: &[u8], wrapped: &[u8]) -> Option<Self> {
        let plain = Zeroizing::new(
            XChaCha20Poly1305::new(self.bytes().into())
                .decrypt(&XNonce::from(*nonce), Payload { msg: wrapped, aad: bound })
                .ok()?,
        );
        Some(Self::from_bytes(plain.as_slice().try_into().ok()?))
    }
}

const ALPHABET: &[u8; 32] = b"QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";

// The library takes an identity as text alone (Bech32, BIP-173).
fn identity_text(secret: &[u8; 32]) -> Zeroizing<String> {
    const PREFIX: &str = "AGE-SECRET-KEY-";
    let (mut digits, mut held, mut bits) = (Zeroizing::new(Vec::with_capacity(58)), 0u32, 0u32);
    // Four zero bits fill the last digit.
    for byte in secret.iter().chain(&[0]) {
        (held, bits) = ((held << 8) | u32::from(*byte), bits + 8);
        while bits >= 5 && digits.len() < 52 {
            bits -= 5;
            digits.push(held >> bits);
            held &= (1 << bits) - 1;
        }
    }
    let prefix = || PREFIX.bytes().map(|letter| u32::from(letter.to_ascii_lowercase()));
    let mut sum = 1u32;
    for digit in prefix().map(|l| l >> 5).chain([0]).chain(prefix().map(|l| l & 31)).chain(digits.iter().copied()).chain([0; 6]) {
        let top = sum >> 25;
        sum = ((sum & 0x1ff_ffff) << 5) ^ digit;
        for (place, part) in [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3].into_iter().enumerate() {
            if (top >> place) & 1 == 1 {
                sum ^= part;
            }
        }
    }
    sum ^= 1;
    digits.extend((0..6).map(|place| (sum >> (5 * (5 - place))) & 31));
    let letters = digits.iter().filter_map(|digit| ALPHABET.get(*digit as usize));
    let mut text = Zeroizing::new(String::with_capacity(80));
    text.push_str(PREFIX);
    text.push('1');
    text.extend(letters.map(|letter| char::from(*letter)));
    text
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(***)")
    }
}

/// Passes that a slot may ask for at the most.
const PASSES_MOST: u32 = 16;

/// Cost of turning a passphrase into a key (Argon2id, RFC 9106). Stored in each slot: a later default locks nobody out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct KdfCost {
    /// Memory in KiB.
    pub m_kib: u32,
    /// Passes.
    pub t: u32,
    /// Lanes.
    pub p: u32,
}

impl KdfCost {
    /// What is tried out first: 256 MiB, 3 passes, 2 lanes.
    pub const DEFAULT: Self = Self { m_kib: 256 * 1024, t: 3, p: 2 };
    /// The most that a new slot asks of a machine: another one with less memory shall open it too.
    const LARGEST_KIB: u32 = 512 * 1024;
    /// The floor for a new slot: the second choice of RFC 9106.
    pub const FLOOR: Self = Self { m_kib: 64 * 1024, t: 3, p: 4 };
    /// For tests that open vaults by the hundred; never written by a release build.
    pub const TESTS: Self = Self { m_kib: 256, t: 1, p: 1 };

    /// Finds the cost that takes this machine one to two seconds: three passes over as much memory as that allows, from 64 MiB on. A machine that is too
    /// slow for it gets the floor all the same.
    ///
    /// # Errors
    /// [`Error::Inside`] where the derivation itself fails.
    pub fn calibrated() -> Result<Self> {
        let (passphrase, salt) = (Passphrase::new("таразы"), [0; 16]);
        let (mut cost, mut is_falling) = (Self::DEFAULT, false);
        loop {
            let began = std::time::Instant::now();
            cost.key(&passphrase, &salt)?;
            match cost.next(began.elapsed()) {
                // What took too long is not tried again.
                Some(next) if is_falling && next.m_kib > cost.m_kib => return Ok(cost),
                Some(next) => (is_falling, cost) = (next.m_kib < cost.m_kib, next),
                None => return Ok(cost),
            }
        }
    }

    // Doubling and halving the memory doubles and halves the time, so that one of them lies in the range.
    fn next(self, took: std::time::Duration) -> Option<Self> {
        let millis = took.as_millis();
        if millis < 1_000 {
            let double = Self { m_kib: self.m_kib * 2, ..self };
            let longer = Self { t: self.t + 1, ..self };
            [double, longer].into_iter().find(|next| next.m_kib <= Self::LARGEST_KIB && next.t <= PASSES_MOST)
        } else if millis > 2_000 && self.m_kib > Self::FLOOR.m_kib {
            let halved = Self { m_kib: self.m_kib / 2, ..self };
            Some(if halved.m_kib <= Self::FLOOR.m_kib { Self::FLOOR } else { halved })
        } else {
            None
        }
    }

    /// Says whether opening may spend this much: a hostile header must not eat the machine.
    #[must_use]
    pub const fn is_bounded(self) -> bool {
        self.m_kib >= 8 && self.m_kib <= 2 * 1024 * 1024 && self.t >= 1 && self.t <= PASSES_MOST && self.p >= 1 && self.p <= 16
    }

    pub(super) fn key(self, passphrase: &Passphrase, salt: &[u8; 16]) -> Result<Key> {
        if !self.is_bounded() {
            return Err(Error::HeaderDamaged);
        }
        let params = argon2::Params::new(self.m_kib, self.t, self.p, Some(32)).map_err(|_| Error::HeaderDamaged)?;
        let mut key = Key::blank();
        argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
            .hash_password_into(passphrase.bytes(), salt, key.0.bytes_mut())
            .map_err(|_| Error::Inside("deriving the passphrase's key"))?;
        Ok(key)
    }
}

/// How the cost of a new slot is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kdf {
    /// Measured on this machine when the slot is made.
    Calibrated,
    /// Given.
    Fixed(KdfCost),
}

impl Kdf {
    /// The cost of new slots in this build: measured, or in a debug build that tests ask for it with the word `weak`, theirs.
    #[must_use]
    pub fn asked(word: Option<&str>) -> Self {
        if cfg!(debug_assertions) && word == Some("weak") { Self::Fixed(KdfCost::TESTS) } else { Self::Calibrated }
    }

    /// Returns the cost.
    ///
    /// # Errors
    /// As [`KdfCost::calibrated`].
    pub fn cost(self) -> Result<KdfCost> {
        match self {
            Self::Calibrated => KdfCost::calibrated(),
            Self::Fixed(cost) => Ok(cost),
        }
    }
}

impl From<KdfCost> for Kdf {
    fn from(cost: KdfCost) -> Self {
        Self::Fixed(cost)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cost_is_found_between_one_and_two_seconds_and_never_below_the_floor() {
        // Milliseconds that 64 MiB take on some machine; the time grows with the memory.
        for per_64 in [5u64, 40, 130, 360, 700, 900, 1_400, 1_999, 5_000, 60_000] {
            let mut cost = KdfCost::DEFAULT;
            let took =
                |cost: KdfCost| std::time::Duration::from_millis(per_64 * u64::from(cost.m_kib) * u64::from(cost.t) / 3 / 65_536);
            for _ in 0..20 {
                match cost.next(took(cost)) {
                    Some(next) => cost = next,
                    None => break,
                }
            }
            assert_eq!(cost.next(took(cost)), None, "{per_64}");
            assert!(cost.m_kib >= KdfCost::FLOOR.m_kib && cost.t >= 3 && cost.is_bounded(), "{per_64}: {cost:?}");
            let millis = took(cost).as_millis();
            let is_bound = cost == KdfCost::FLOOR || cost.t == PASSES_MOST;
            assert!(is_bound || (1_000..=2_000).contains(&millis), "{per_64}: {millis}");
        }
    }

    #[test]
    fn two_keyboards_give_one_passphrase() {
        let composed = Passphrase::new("й  ё\u{a0}ғ");
        let decomposed = Passphrase::new("и\u{306} е\u{308} ғ");
        assert_eq!(composed.bytes(), decomposed.bytes());
    }

    #[test]
    fn secrets_print_stars() {
        assert_eq!(format!("{:?}", Passphrase::new("ақ бота")), "Passphrase(***)");
        assert_eq!(format!("{:?}", Key::from_bytes(&[7; 32])), "Key(***)");
    }

    #[test]
    fn a_wrapped_key_opens_only_where_it_was_bound() {
        let outer = Key::from_bytes(&[1; 32]);
        let wrapped = outer.wrap(&[2; 24], b"slot 1", &Key::from_bytes(&[9; 32])).unwrap();
        assert_eq!(outer.unwrap(&[2; 24], b"slot 1", &wrapped).unwrap().bytes(), &[9; 32]);
        assert!(outer.unwrap(&[2; 24], b"slot 2", &wrapped).is_none());
        assert!(Key::from_bytes(&[3; 32]).unwrap(&[2; 24], b"slot 1", &wrapped).is_none());
    }

    #[test]
    fn an_identity_is_written_as_the_format_writes_it() {
        use age::secrecy::ExposeSecret;
        for secret in [[0; 32], [255; 32], std::array::from_fn(|n| u8::try_from(n * 7 + 3).unwrap())] {
            let identity = Key::from_bytes(&secret).age_identity().unwrap();
            assert_eq!(identity.to_string().expose_secret(), identity_text(&secret).as_str());
        }
    }

    #[test]
    fn unbounded_costs_are_refused() {
        assert!(!KdfCost { m_kib: 4 * 1024 * 1024, t: 3, p: 2 }.is_bounded());
        assert!(!KdfCost { m_kib: 1024, t: 99, p: 2 }.is_bounded());
        assert!(KdfCost::DEFAULT.is_bounded() && KdfCost::FLOOR.is_bounded());
    }
}
