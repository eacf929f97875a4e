//! A disk as a power cut finds it: what a program wrote is on it only once it was flushed, or in part, or out of its order.
//!
//! Made from the calls of one session as `strace` wrote them down. Bytes of a file are on the disk at the latest when the file is flushed, names in a folder
//! when the folder is; what lies in between may have arrived or not. The index beside the write-ahead log is memory that is shared and is never on it.

use crate::chance::Chance;
use std::collections::BTreeMap;
use std::path::Path;

/// What of the unflushed had arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// Names arrive when their folder is flushed.
    Flushed,
    /// Names arrive at once and in their order, as on a file system with a journal of its metadata.
    AtOnce,
}

/// What of the unflushed bytes had arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bytes {
    /// None.
    Flushed,
    /// Any blocks of this size, whatever their order.
    Torn(u64),
}

/// One call of the session that the model knows.
#[derive(Debug)]
pub struct Call {
    name: String,
    arguments: Vec<Argument>,
    result: i64,
}

#[derive(Debug, Clone)]
enum Argument {
    Text(Vec<u8>),
    Word(String),
}

impl Argument {
    fn number(&self) -> Option<i64> {
        match self {
            Self::Word(word) => word.parse().ok(),
            Self::Text(_) => None,
        }
    }
}

/// Calls that must be written down for the model.
pub const CALLS: &str = "trace=?open,openat,?creat,close,?dup,?dup2,dup3,lseek,write,?writev,pwrite64,?pwritev,ftruncate,?truncate,?fallocate,fsync,fdatasync,?rename,?renameat,renameat2,?unlink,unlinkat,?rmdir,?mkdir,mkdirat,?link,linkat";

/// Reads what strace wrote with `-f -xx`.
pub fn read(trace: &[u8]) -> Vec<Call> {
    let mut calls = Vec::new();
    let mut unfinished: BTreeMap<String, String> = BTreeMap::new();
    for line in trace.split(|byte| *byte == b'\n') {
        let line = std::str::from_utf8(line).unwrap();
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim();
        if let Some(begun) = rest.strip_suffix("<unfinished ...>") {
            unfinished.insert(thread.to_owned(), begun.trim_end().to_owned());
        } else if let Some(resumed) = rest.strip_prefix("<... ") {
            let begun = unfinished.remove(thread).unwrap();
            let end = resumed.split_once(" resumed>").unwrap().1;
            calls.extend(call(&format!("{begun}{end}")));
        } else {
            calls.extend(call(rest));
        }
    }
    calls
}

fn call(line: &str) -> Option<Call> {
    let (name, rest) = line.split_once('(')?;
    let (inside, result) = rest.rsplit_once(" = ")?;
    let inside = inside.trim_end().strip_suffix(')')?;
    let result = result.split(' ').next()?.parse().ok()?;
    let mut arguments = Vec::new();
    // Strings are all hexadecimal: no comma and no quotation mark is inside one.
    for part in inside.split(", ") {
        arguments.push(match part.strip_prefix('"') {
            Some(text) => {
                let hex = text.strip_suffix('"').unwrap_or_else(|| panic!("strace cut a string short: {name}"));
                let byte = |four: &[u8]| u8::from_str_radix(std::str::from_utf8(&four[2..]).unwrap(), 16).unwrap();
                Argument::Text(hex.as_bytes().chunks(4).map(byte).collect())
            }
            None => Argument::Word(part.to_owned()),
        });
    }
    Some(Call { name: name.to_owned(), arguments, result })
}

#[derive(Debug, Clone)]
enum Change {
    Write(u64, Vec<u8>),
    Length(u64),
}

impl Change {
    fn apply(&self, to: &mut Vec<u8>) {
        match self {
            Self::Write(at, bytes) => {
                let (from, to_byte) = (*at as usize, *at as usize + bytes.len());
                if to.len() < to_byte {
                    to.resize(to_byte, 0);
                }
                to[from..to_byte].copy_from_slice(bytes);
            }
            Self::Length(length) => to.resize(*length as usize, 0),
        }
    }

    // What of it arrived, where it may be torn into blocks.
    fn torn(&self, block: u64, chance: &mut Chance) -> Vec<Self> {
        match self {
            Self::Length(_) => chance.coin().then(|| self.clone()).into_iter().collect(),
            Self::Write(at, bytes) => {
                let (mut parts, mut from, end) = (Vec::new(), *at, *at + bytes.len() as u64);
                while from < end {
                    let to = ((from / block + 1) * block).min(end);
                    if chance.coin() {
                        parts.push(Self::Write(from, bytes[(from - at) as usize..(to - at) as usize].to_vec()));
                    }
                    from = to;
                }
                parts
            }
        }
    }
}

enum Node {
    File { flushed: Vec<u8>, length: u64, since: Vec<Change> },
    Folder { flushed: BTreeMap<String, usize>, now: BTreeMap<String, usize> },
}

#[derive(Clone)]
struct Handle {
    node: usize,
    at: u64,
    appends: bool,
}

/// The disk, and what the program had said by now.
pub struct Disk {
    nodes: Vec<Node>,
    handles: BTreeMap<i64, Handle>,
    root: String,
    /// Standard output.
    pub said: Vec<u8>,
    /// Files whose flushing does nothing, by a part of their names; `/` for folders: to see that the model can lose something.
    pub deaf: &'static [&'static str],
    /// Calls that changed or flushed something here.
    pub met: usize,
}

impl Disk {
    /// Begins with a folder in which these empty folders are.
    pub fn new(root: &Path, folders: &[&str]) -> Self {
        let names: BTreeMap<String, usize> = folders.iter().zip(1..).map(|(name, node)| ((*name).to_owned(), node)).collect();
        let mut nodes = vec![Node::Folder { flushed: names.clone(), now: names }];
        nodes.extend(folders.iter().map(|_| Node::Folder { flushed: BTreeMap::new(), now: BTreeMap::new() }));
        let root = root.to_string_lossy().into_owned();
        Self { nodes, handles: BTreeMap::new(), root, said: Vec::new(), deaf: &[], met: 0 }
    }

    fn names(&mut self, folder: usize) -> &mut BTreeMap<String, usize> {
        match &mut self.nodes[folder] {
            Node::Folder { now, .. } => now,
            Node::File { .. } => panic!("a file is used as a folder"),
        }
    }

    // Returns the folder and the name in it; nothing for what is elsewhere.
    fn place(&mut self, base: Option<&Argument>, path: &Argument) -> Option<(usize, String)> {
        let Argument::Text(path) = path else { return None };
        let path = String::from_utf8(path.clone()).unwrap();
        let (mut folder, inside) = if path.starts_with('/') {
            (0, path.strip_prefix(&self.root)?.strip_prefix('/')?.to_owned())
        } else {
            let handle = self.handles.get(&base?.number()?)?;
            (handle.node, path)
        };
        let mut parts: Vec<&str> = inside.trim_end_matches('/').split('/').collect();
        let name = parts.pop()?.to_owned();
        for part in parts {
            folder = *self.names(folder).get(part)?;
        }
        Some((folder, name))
    }

    fn node_at(&mut self, base: Option<&Argument>, path: &Argument) -> Option<usize> {
        let (folder, name) = self.place(base, path)?;
        self.names(folder).get(&name).copied()
    }

    fn add(&mut self, folder: usize, name: String, node: Node) -> usize {
        self.nodes.push(node);
        let place = self.nodes.len() - 1;
        self.names(folder).insert(name, place);
        place
    }

    fn change(&mut self, node: usize, change: Change) {
        if let Node::File { length, since, .. } = &mut self.nodes[node] {
            *length = match &change {
                Change::Write(at, bytes) => (*length).max(at + bytes.len() as u64),
                Change::Length(to) => *to,
            };
            since.push(change);
            self.met += 1;
        }
    }

    fn name_of(&self, wanted: usize) -> Option<&str> {
        self.nodes.iter().find_map(|node| match node {
            Node::Folder { now, .. } => now.iter().find(|(_, node)| **node == wanted).map(|(name, _)| name.as_str()),
            Node::File { .. } => None,
        })
    }

    fn flush(&mut self, node: usize) {
        let is_folder = matches!(self.nodes[node], Node::Folder { .. });
        let is_deaf = self.deaf.iter().any(|part| {
            if *part == "/" { is_folder } else { !is_folder && self.name_of(node).is_some_and(|name| name.contains(part)) }
        });
        if is_deaf {
            return;
        }
        self.met += 1;
        match &mut self.nodes[node] {
            Node::File { flushed, since, .. } => since.drain(..).for_each(|change| change.apply(flushed)),
            Node::Folder { flushed, now } => flushed.clone_from(now),
        }
    }

    /// Does what the program did.
    pub fn take(&mut self, call: &Call) {
        if call.result < 0 {
            return;
        }
        let arguments = &call.arguments;
        let handle = arguments.first().and_then(Argument::number).unwrap_or(-1);
        match call.name.as_str() {
            "open" => self.open(None, &arguments[0], &arguments[1], call.result),
            "openat" => self.open(Some(&arguments[0]), &arguments[1], &arguments[2], call.result),
            "close" => drop(self.handles.remove(&handle)),
            "dup" | "dup2" | "dup3" => {
                if let Some(other) = self.handles.get(&handle).cloned() {
                    self.handles.insert(call.result, other);
                }
            }
            "lseek" => {
                if let Some(handle) = self.handles.get_mut(&handle) {
                    handle.at = call.result as u64;
                }
            }
            "write" | "pwrite64" => self.write(call, handle),
            "ftruncate" => {
                if let Some(handle) = self.handles.get(&handle) {
                    self.change(handle.node, Change::Length(arguments[1].number().unwrap() as u64));
                }
            }
            "fallocate" => {
                let end = arguments[2].number().unwrap() + arguments[3].number().unwrap();
                if let Some(node) = self.handles.get(&handle).map(|handle| handle.node)
                    && let Node::File { length, .. } = self.nodes[node]
                    && length < end as u64
                {
                    self.change(node, Change::Length(end as u64));
                }
            }
            "fsync" | "fdatasync" => {
                if let Some(node) = self.handles.get(&handle).map(|handle| handle.node) {
                    self.flush(node);
                }
            }
            "rename" => self.rename((None, &arguments[0]), (None, &arguments[1])),
            "renameat" | "renameat2" => self.rename((Some(&arguments[0]), &arguments[1]), (Some(&arguments[2]), &arguments[3])),
            "unlink" | "rmdir" => self.unlink(None, &arguments[0]),
            "unlinkat" => self.unlink(Some(&arguments[0]), &arguments[1]),
            "mkdir" => self.make_folder(None, &arguments[0]),
            "mkdirat" => self.make_folder(Some(&arguments[0]), &arguments[1]),
            other => assert!(!self.touches(arguments), "the model does not know {other}"),
        }
    }

    fn touches(&mut self, arguments: &[Argument]) -> bool {
        let is_handle = arguments.first().and_then(Argument::number).is_some_and(|handle| self.handles.contains_key(&handle));
        is_handle || arguments.iter().any(|path| self.place(None, path).is_some())
    }

    fn open(&mut self, base: Option<&Argument>, path: &Argument, flags: &Argument, result: i64) {
        // A number that is given away again was closed in a way that is not written down, as by the end of a thread.
        self.handles.remove(&result);
        let Argument::Word(flags) = flags else { return };
        let flags: Vec<&str> = flags.split('|').collect();
        assert!(!flags.contains(&"O_TMPFILE"), "the model does not know files without a name");
        if let Argument::Text(path) = path
            && *path == self.root.as_bytes()
        {
            self.handles.insert(result, Handle { node: 0, at: 0, appends: false });
            return;
        }
        let Some((folder, name)) = self.place(base, path) else { return };
        let node = match self.names(folder).get(&name).copied() {
            Some(node) => {
                if flags.contains(&"O_TRUNC") {
                    self.change(node, Change::Length(0));
                }
                node
            }
            None => {
                self.met += 1;
                self.add(folder, name, Node::File { flushed: Vec::new(), length: 0, since: Vec::new() })
            }
        };
        self.handles.insert(result, Handle { node, at: 0, appends: flags.contains(&"O_APPEND") });
    }

    fn write(&mut self, call: &Call, number: i64) {
        let Argument::Text(bytes) = &call.arguments[1] else { return };
        let bytes = bytes[..call.result as usize].to_vec();
        if number == 1 {
            self.said.extend(bytes);
            return;
        }
        let Some(handle) = self.handles.get(&number).cloned() else { return };
        let at = match (call.name.as_str(), &self.nodes[handle.node]) {
            ("pwrite64", _) => call.arguments[3].number().unwrap() as u64,
            (_, Node::File { length, .. }) if handle.appends => *length,
            _ => handle.at,
        };
        if call.name == "write" {
            let after = at + bytes.len() as u64;
            self.handles.insert(number, Handle { at: after, ..handle });
        }
        self.change(handle.node, Change::Write(at, bytes));
    }

    fn rename(&mut self, from: (Option<&Argument>, &Argument), to: (Option<&Argument>, &Argument)) {
        match (self.place(from.0, from.1), self.place(to.0, to.1)) {
            (Some((folder, name)), Some((other, new))) => {
                let node = self.names(folder).remove(&name).unwrap();
                self.names(other).insert(new, node);
                self.met += 1;
            }
            (None, None) => {}
            _ => panic!("the model does not know files that come from elsewhere"),
        }
    }

    fn unlink(&mut self, base: Option<&Argument>, path: &Argument) {
        if let Some((folder, name)) = self.place(base, path) {
            self.names(folder).remove(&name).unwrap();
            self.met += 1;
        }
    }

    fn make_folder(&mut self, base: Option<&Argument>, path: &Argument) {
        if let Some((folder, name)) = self.place(base, path) {
            self.add(folder, name, Node::Folder { flushed: BTreeMap::new(), now: BTreeMap::new() });
            self.met += 1;
        }
    }

    /// Says whether a file of the folder that the disk stands for is as the model says when nothing is lost: to see that the model is true.
    pub fn is_whole(&mut self, inside: &str, bytes: &[u8]) -> bool {
        let path = Argument::Text(format!("{}/{inside}", self.root).into_bytes());
        let Some(node) = self.node_at(None, &path) else { return false };
        match &self.nodes[node] {
            Node::File { flushed, since, .. } => {
                let mut now = flushed.clone();
                since.iter().for_each(|change| change.apply(&mut now));
                now == bytes
            }
            Node::Folder { .. } => false,
        }
    }

    /// Makes the folder as it is found when the power comes back.
    pub fn find(&self, to: &Path, names: Names, bytes: Bytes, chance: &mut Chance) {
        self.find_folder(0, to, names, bytes, chance);
    }

    fn find_folder(&self, folder: usize, to: &Path, names: Names, bytes: Bytes, chance: &mut Chance) {
        std::fs::create_dir_all(to).unwrap();
        let Node::Folder { flushed, now } = &self.nodes[folder] else { return };
        for (name, node) in if names == Names::AtOnce { now } else { flushed } {
            match &self.nodes[*node] {
                Node::Folder { .. } => self.find_folder(*node, &to.join(name), names, bytes, chance),
                Node::File { .. } if name.ends_with("-shm") => {}
                Node::File { flushed, since, .. } => {
                    let mut found = flushed.clone();
                    if let Bytes::Torn(block) = bytes {
                        for change in since {
                            change.torn(block, chance).iter().for_each(|part| part.apply(&mut found));
                        }
                    }
                    std::fs::write(to.join(name), found).unwrap();
                }
            }
        }
    }
}
