//! `tarazy-verify BUNDLE`: checks a bundle, a ZIP file or the folder it was unpacked into, and says what holds.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tarazy_verifier::{Files, Refused, Report, check, unpack};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(place), None) = (arguments.next(), arguments.next()) else {
        say("usage: tarazy-verify BUNDLE.zip | FOLDER\n");
        return ExitCode::from(2);
    };
    let (words, code) = match read(&PathBuf::from(place)) {
        Ok(files) => {
            let report = check(&files);
            (told(&report), if report.holds() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Err(reason) => (format!("FAILED  {reason}\n"), ExitCode::FAILURE),
    };
    say(&words);
    code
}

// A reader that went away needs no message.
fn say(words: &str) {
    let _ = std::io::stdout().write_all(words.as_bytes());
}

fn read(place: &Path) -> Result<Files, String> {
    if place.is_dir() {
        let mut files = Files::new();
        read_folder(place, "", &mut files)?;
        return Ok(files);
    }
    let bytes = std::fs::read(place).map_err(|error| format!("the file cannot be read: {error}"))?;
    unpack(&bytes).map_err(|refused| match refused {
        Refused::Form { at } => format!("the archive is not as it was written, from byte {at} on"),
        Refused::Altered(name) => format!("{name}: its bytes were altered"),
    })
}

fn read_folder(folder: &Path, before: &str, files: &mut Files) -> Result<(), String> {
    let unreadable = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        let path = entry.path();
        if path.is_dir() {
            read_folder(&path, &format!("{name}/"), files)?;
        } else {
            files.insert(name, std::fs::read(&path).map_err(unreadable)?);
        }
    }
    Ok(())
}

fn told(report: &Report) -> String {
    let mut lines = Vec::new();
    if report.holds() {
        lines.push(format!("OK      {} files are those that were signed", report.files));
        lines.push(format!("OK      {} of {} entries of the ledger lead to its root", report.entries.len(), report.size));
        let (shown, withheld) = report.entries.iter().fold((0, 0), |sum, seen| (sum.0 + seen.fields.0, sum.1 + seen.fields.1));
        lines.push(format!("OK      {shown} values are those that were recorded; {withheld} are withheld"));
        lines.extend(report.sealed.iter().map(|(name, seq)| format!("OK      {name} was sealed in entry {seq}")));
        lines.push(format!("log     {}", report.origin));
        lines.push(format!("root    {}", report.root));
        lines.push(format!("key     {}", report.fingerprint));
        lines.push(
            "Compare the key with the one that the organisation publishes elsewhere: a bundle cannot vouch for its own key."
                .to_owned(),
        );
    } else {
        lines.extend(report.flaws.iter().map(|flaw| format!("FAILED  {}: {}", flaw.place, reason(flaw.code))));
    }
    lines.join("\n") + "\n"
}

fn reason(code: &str) -> &'static str {
    match code {
        "missing" => "the file is missing",
        "unnamed" => "the sums do not name this file",
        "altered" => "its bytes are not those that were signed",
        "sums" => "it is not written as sums are",
        "signature" => "the signature does not hold",
        "key" => "it is no key",
        "checkpoint" => "the checkpoint does not hold",
        "entry" => "it is no entry of this number",
        "proof" => "it does not lead to the root of the checkpoint",
        "disclosure" => "its values are not those that were recorded",
        "told" => "it does not tell what the entries say",
        "paper" => "no disclosed entry holds its digest",
        _ => "it does not hold",
    }
}
