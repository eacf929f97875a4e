//! What stands in the memory of a process and of those it started, and in files: read from outside, byte by byte.

use anyhow::{Context, Result};
use memchr::memmem::Finder;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;

/// Bytes that are looked for, and what they are.
pub struct Needle {
    what: String,
    finder: Finder<'static>,
}

impl Needle {
    /// Looks for bytes.
    pub fn bytes(what: &str, bytes: &[u8]) -> Self {
        Self { what: what.to_owned(), finder: Finder::new(bytes).into_owned() }
    }

    /// Looks for a text as programs write it, in UTF-8 and in UTF-16.
    pub fn text(what: &str, text: &str) -> [Self; 2] {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [Self::bytes(what, text.as_bytes()), Self::bytes(&format!("{what} in UTF-16"), &wide)]
    }

    /// Says what it is.
    pub fn what(&self) -> &str {
        &self.what
    }
}

/// Where something was found: what it is, and how often.
pub type Hits = std::collections::BTreeMap<String, usize>;

/// Bytes that were read in all, beside what was found in them.
#[derive(Debug, Default)]
pub struct Scan {
    /// What was found.
    pub hits: Hits,
    /// Bytes read.
    pub read: u64,
    /// Bytes that are there and could not be read.
    pub unread: u64,
    /// Processes or files read.
    pub parts: usize,
}

impl Scan {
    fn look(&mut self, bytes: &[u8], needles: &[Needle]) {
        self.read += bytes.len() as u64;
        for needle in needles {
            let count = needle.finder.find_iter(bytes).count();
            if count > 0 {
                *self.hits.entry(needle.what.clone()).or_default() += count;
            }
        }
    }

    /// Says whether this was found.
    pub fn found(&self, what: &str) -> bool {
        self.hits.contains_key(what)
    }
}

/// Returns a process and all that it started, and these started.
pub fn family(pid: u32) -> Vec<u32> {
    let mut all = vec![pid];
    let mut place = 0;
    while let Some(parent) = all.get(place).copied() {
        let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        let children = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
        all.extend(children.filter(|child| field(*child, 4).is_some_and(|of| of == u64::from(parent))));
        place += 1;
    }
    all
}

/// Returns a number of /proc/PID/stat by its place in proc(5).
pub fn field(pid: u32, place: usize) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(place - 3)?.parse().ok()
}

/// Searches everything that can be read in the memory of these processes.
pub fn scan(pids: &[u32], needles: &[Needle]) -> Result<Scan> {
    let mut scan = Scan::default();
    for pid in pids {
        let unread = each_mapping(*pid, |_, bytes| scan.look(bytes, needles))?;
        scan.unread += unread;
        scan.parts += 1;
    }
    Ok(scan)
}

/// Returns the keys in the locked pages of a process: thirty-two bytes of chance, and zeros to the end of the page.
pub fn locked_keys(pid: u32) -> Result<Vec<[u8; 32]>> {
    let smaps = std::fs::read_to_string(format!("/proc/{pid}/smaps")).context("reading the mappings")?;
    let mut locked = std::collections::BTreeSet::new();
    let mut from = 0;
    for line in smaps.lines() {
        if let Some((start, _)) = range(line) {
            from = start;
        } else if line.strip_prefix("Locked:").is_some_and(|kib| kib.trim() != "0 kB") {
            locked.insert(from);
        }
    }
    let mut keys = Vec::new();
    each_mapping(pid, |start, bytes| {
        for page in bytes.chunks(4096).filter(|_| locked.contains(&start)) {
            let (key, rest) = page.split_at(32);
            let distinct: std::collections::BTreeSet<&u8> = key.iter().collect();
            if distinct.len() > 16 && rest.iter().all(|byte| *byte == 0) {
                keys.push(key.try_into().unwrap());
            }
        }
    })?;
    Ok(keys)
}

fn range(line: &str) -> Option<(u64, u64)> {
    let (from, to) = line.split(' ').next()?.split_once('-')?;
    Some((u64::from_str_radix(from, 16).ok()?, u64::from_str_radix(to, 16).ok()?))
}

// A mapping of which nothing is in memory or in swap has no bytes. Returns how many bytes could not be read, as of a mapping that went meanwhile.
fn each_mapping(pid: u32, mut read: impl FnMut(u64, &[u8])) -> Result<u64> {
    let mut unread = 0;
    let smaps = std::fs::read_to_string(format!("/proc/{pid}/smaps")).context("reading the mappings")?;
    let memory = File::open(format!("/proc/{pid}/mem")).context("opening the memory")?;
    let table = File::open(format!("/proc/{pid}/pagemap")).context("opening the table of pages")?;
    let mut mappings: Vec<(u64, u64, u64)> = Vec::new();
    for line in smaps.lines() {
        let kib = || line.split_whitespace().nth(1).and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0);
        if let Some((from, to)) = range(line) {
            mappings.push((from, to, 0));
        } else if line.starts_with("Rss:") || line.starts_with("Swap:") {
            mappings.last_mut().context("no mapping")?.2 += kib() * 1024 / PAGE;
        }
    }
    for (from, to, held) in mappings {
        for (start, pages) in present(&table, from, to, held)? {
            // A long run is read in pieces that overlap, so that nothing is missed where they meet.
            let (mut at, end) = (start, start + pages * PAGE);
            while at < end {
                let length = usize::try_from((end - at).min(PIECE))?;
                unread += piece(at, length, |page, at| memory.read_exact_at(page, at).is_ok(), |bytes| read(from, bytes));
                at += if end - at > PIECE { PIECE - PAGE } else { PIECE };
            }
        }
    }
    Ok(unread)
}

// Reads a piece; where that fails, page by page, so that one page that cannot be read hides no other. Pages that follow each other are handed on
// together, so that nothing is missed where they meet. Returns how many bytes could not be read.
fn piece(start: u64, length: usize, fill: impl Fn(&mut [u8], u64) -> bool, mut read: impl FnMut(&[u8])) -> u64 {
    let mut bytes = vec![0; length];
    if fill(&mut bytes, start) {
        read(&bytes);
        return 0;
    }
    let mut unread = 0;
    let mut run = Vec::new();
    for (page, at) in bytes.chunks_mut(4096).zip((start..).step_by(4096)) {
        if fill(page, at) {
            run.extend_from_slice(page);
            continue;
        }
        unread += page.len() as u64;
        read(&std::mem::take(&mut run));
    }
    read(&run);
    unread
}

#[test]
fn a_page_that_cannot_be_read_hides_no_other() {
    let fill = |bytes: &mut [u8], at: u64| {
        let is_whole = !(at..at + bytes.len() as u64).contains(&(10 * PAGE));
        bytes.fill(if is_whole { u8::try_from(at / PAGE).unwrap() } else { 0 });
        is_whole
    };
    let mut runs: Vec<Vec<u8>> = Vec::new();
    let unread = piece(8 * PAGE, 5 * 4096, fill, |run| runs.push(run.to_vec()));
    assert_eq!(unread, PAGE);
    assert_eq!(runs, [[[8; 4096], [9; 4096]].concat(), [[11; 4096], [12; 4096]].concat()]);
}

const PAGE: u64 = 4096;
const PIECE: u64 = 4096 * PAGE;

/// Returns the runs of pages of a mapping that are there, in memory or in swap, until all that are held were found: most of what a
/// script engine reserves never is.
/// proc_pid_pagemap(5): eight bytes for each page, of which the two highest bits say so.
fn present(table: &File, from: u64, to: u64, held: u64) -> Result<Vec<(u64, u64)>> {
    let mut runs: Vec<(u64, u64)> = Vec::new();
    let (mut at, mut found) = (from, 0);
    while at < to && found < held {
        let pages = ((to - at) / PAGE).min(1 << 16);
        let mut entries = vec![0; usize::try_from(pages * 8)?];
        if table.read_exact_at(&mut entries, at / PAGE * 8).is_err() {
            break;
        }
        for (entry, page) in entries.chunks_exact(8).zip((at..).step_by(4096)) {
            if entry[7] & 0b1100_0000 == 0 {
                continue;
            }
            found += 1;
            match runs.last_mut() {
                Some((start, length)) if *start + *length * PAGE == page => *length += 1,
                _ => runs.push((page, 1)),
            }
        }
        at += pages * PAGE;
    }
    Ok(runs)
}

/// Searches every file below a folder.
pub fn scan_files(folder: &Path, needles: &[Needle]) -> Result<Scan> {
    let mut scan = Scan::default();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() {
                scan.look(&std::fs::read(entry.path())?, needles);
                scan.parts += 1;
            }
        }
    }
    Ok(scan)
}
