//! The rows of a register as large as a nation's. Their words are those of the passphrase lists, few of them frequent.

use anyhow::{Context, Result};
use std::io::Write;

/// Draws the same numbers on every machine.
pub struct Draw(u64);

impl Draw {
    /// Draws a number from 0 up to, and without, `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % n.max(1)
    }

    fn word<'w>(&mut self, words: &[&'w str]) -> &'w str {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let place = (words.len() as f64).powf(share) as usize;
        words.get(place.saturating_sub(1)).copied().unwrap_or_default()
    }
}

const PLATFORMS: [&str; 4] = ["telegram", "instagram", "tiktok", "youtube"];
const LISTS: [&str; 3] = [
    include_str!("../../assets/words/kk.txt"),
    include_str!("../../assets/words/ru.txt"),
    include_str!("../../assets/words/en.txt"),
];

/// Writes so many orders of twenty columns, separated by semicolons. Returns the words of as many texts as asked for, spread over the file, and
/// the source of further draws.
///
/// # Errors
/// When the file cannot be written.
pub fn write_rows(file: impl Write, orders: usize, samples: usize) -> Result<(Vec<Vec<&'static str>>, Draw)> {
    let lists: Vec<Vec<&str>> = LISTS.iter().map(|list| list.lines().collect()).collect();
    let mut draw = Draw(7);
    let mut sample: Vec<Vec<&str>> = Vec::new();
    let mut out = std::io::BufWriter::new(file);
    writeln!(
        out,
        "номер предписания;орган;дата предписания;дата получения;платформа;ссылка;текст;язык;исход;дата удаления;номер дела;пакет;область;защита;обоснование;средство защиты;уведомлён;отдел;обжаловано;доля"
    )?;
    for n in 0..orders {
        let words = lists.get(draw.below(lists.len())).context("a list of words")?;
        let text: Vec<&str> = (0..8 + draw.below(18)).map(|_| draw.word(words)).collect();
        let (issuer, day, channel) = (draw.below(20), 1 + draw.below(27), draw.below(5_000));
        let platform = PLATFORMS.get(n % PLATFORMS.len()).copied().unwrap_or_default();
        let (month, gone) = (1 + draw.below(12), day + draw.below(2));
        writeln!(
            out,
            "{issuer}-{n};Комитет {issuer};{day:02}.{month:02}.2025;{day:02}.{month:02}.2025 10:{:02};{platform};https://t.me/kanal{channel}/{n};{};ru;удалено;{gone:02}.{month:02}.2025 11:{:02};Д-{n};П-{};южная;обычная;шаблон;нет;нет;отдел {};;1.0",
            draw.below(60),
            text.join(" "),
            draw.below(60),
            n / 50,
            draw.below(9)
        )?;
        if n % (orders / samples).max(1) == 0 {
            sample.push(text);
        }
    }
    out.flush()?;
    Ok((sample, draw))
}
