//! `tarazy-verify BUNDLE`: checks a bundle, a ZIP file or the folder it was unpacked into, and says what holds.
//! `tarazy-verify CHECKPOINT PROOF KEY`: checks that the ledger has only grown since the checkpoint was kept.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tarazy_verifier::{Files, Refused, Report, check, grown, unpack};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let given = [arguments.next(), arguments.next(), arguments.next()].map(|given| given.map(PathBuf::from));
    let answer = match (&given, arguments.next()) {
        ([Some(bundle), None, None], _) => checked(bundle),
        ([Some(kept), Some(proof), Some(key)], None) => since(kept, proof, key),
        _ => {
            say("usage: tarazy-verify BUNDLE.zip | FOLDER\n       tarazy-verify CHECKPOINT PROOF KEY.pem\n");
            return ExitCode::from(2);
        }
    };
    match answer {
        Ok(words) => {
            say(&words);
            ExitCode::SUCCESS
        }
        Err(words) => {
            say(&words);
            ExitCode::FAILURE
        }
    }
}

fn checked(bundle: &Path) -> Result<String, String> {
    let report = check(&read(bundle).map_err(|reason| format!("FAILED  {reason}\n"))?);
    if report.holds() { Ok(told(&report)) } else { Err(told(&report)) }
}

fn since(kept: &Path, proof: &Path, key: &Path) -> Result<String, String> {
    let text = |file: &Path| {
        std::fs::read_to_string(file).map_err(|error| format!("FAILED  {}: it cannot be read: {error}\n", file.display()))
    };
    let found = grown(&text(kept)?, &text(proof)?, &text(key)?).map_err(|code| format!("FAILED  {}\n", reason(code)))?;
    Ok(format!(
        "OK      the ledger of {} entries begins with the {} that the checkpoint signed\nlog     {}\nroot    {}\nkey     {}\n",
        found.to.size,
        found.from.size,
        found.to.origin,
        tarazy_ledger::hex(&found.to.root),
        found.fingerprint
    ))
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
        "grown" => {
            "the proof does not lead from the checkpoint to the later one: the ledger did not only grow, or it is the proof of another checkpoint"
        }
        _ => "it does not hold",
    }
}
