//! What opens a register, and copies of it, at the command line.

use super::answer::{Answer, damage, document};
use super::host;
use clap::Subcommand;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use tarazy_core::api::App;
use tarazy_core::api::wire::{
    BackupDrill, BackupLine, BackupMade, BackupRestore, Keys, KeysRotate, Lang, Nothing, RecoveryConfirm, RecoveryMake,
    SecondSet, SlotRemove, VaultRecover,
};
use tarazy_core::{Arg, Error, Texts, utc};

/// What opens the register.
#[derive(Subcommand)]
pub enum KeysTask {
    /// Lists the ways to open it.
    List,
    /// Draws a recovery key, shows it, and asks for it back on standard input, one line for each text shown.
    Recovery {
        /// Three shares, of which two give the key.
        #[arg(long)]
        shares: bool,
    },
    /// Gives a second person a passphrase of their own, from TARAZY_NEW_PASSPHRASE or a prompt.
    Second,
    /// Takes a way to open it away: second, recovery.
    Remove {
        /// Which.
        kind: String,
    },
    /// Makes all keys anew: from then on the passphrase given here alone opens the register. Goes on with one that was begun.
    Rotate,
}

/// Copies of the register.
#[derive(Subcommand)]
pub enum BackupTask {
    /// Writes a backup, restores it to a temporary place and checks everything in it.
    Make {
        /// Folder for backups; otherwise the one of the last time.
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
    },
    /// Lists the backups of this register.
    List,
    /// Opens the newest backup by the recovery key alone, restores it to a temporary place and checks everything in it.
    Drill {
        /// File with the recovery key, or two shares, one on a line.
        #[arg(long, value_name = "FILE")]
        words: PathBuf,
    },
}

/// Reads a recovery key, or shares, one on a line.
fn typed(file: &Path) -> anyhow::Result<Vec<String>> {
    let text = std::fs::read_to_string(file)?;
    Ok(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

pub fn keys(app: &App, task: &KeysTask, passphrase: String, lang: Lang) -> anyhow::Result<Answer> {
    Ok(listed(&match task {
        KeysTask::List => app.keys(Nothing {})?,
        KeysTask::Recovery { shares } => {
            let offer = app.recovery_make(RecoveryMake { passphrase, lang, shares: *shares })?;
            let mut out = std::io::stdout();
            for text in &offer.texts {
                writeln!(out, "{text}")?;
            }
            out.flush()?;
            let lines = std::io::stdin().lock().lines().take(offer.texts.len()).collect::<Result<Vec<_>, _>>()?;
            app.recovery_confirm(RecoveryConfirm { typed: lines })?
        }
        KeysTask::Second => app.second_set(SecondSet { passphrase, second: host::new_passphrase()? })?,
        KeysTask::Remove { kind } => app.slot_remove(SlotRemove { kind: kind.clone(), passphrase })?,
        KeysTask::Rotate => app.keys_rotate(KeysRotate { passphrase })?,
    }))
}

fn listed(keys: &Keys) -> Answer {
    let k = keys.clone();
    Answer::new(document(keys), move |t| {
        let lines = k.slots.iter().map(|slot| {
            let args = [
                ("shares", Arg::from(u64::from(slot.shares))),
                ("memory", Arg::from(u64::from(slot.memory_mib))),
                ("passes", Arg::from(u64::from(slot.passes))),
            ];
            t.say(&format!("cli-key-{}", slot.kind), &args)
        });
        lines.collect::<Vec<_>>().join("\n")
    })
}

pub fn backup(app: &App, task: &BackupTask) -> anyhow::Result<Answer> {
    Ok(match task {
        BackupTask::Make { to } => {
            if to.is_some() {
                app.backup_choose(Nothing {})?;
            }
            made(&app.backup_make(Nothing {})?)
        }
        BackupTask::List => {
            let backups = app.backups(Nothing {})?;
            let lines = backups.lines.clone();
            Answer::new(document(&backups), move |t| {
                if lines.is_empty() {
                    return t.say("cli-backup-none", &[]);
                }
                lines.iter().map(|line| backup_line(line, t)).collect::<Vec<_>>().join("\n")
            })
        }
        BackupTask::Drill { words } => {
            let drilled = app.backup_drill(BackupDrill { typed: typed(words)? })?;
            let d = drilled.clone();
            let mut answer = Answer::new(document(&drilled), move |t| {
                let args = [
                    ("name", Arg::from(d.name.as_str())),
                    ("entries", Arg::from(d.entries)),
                    ("rows", Arg::from(d.rows)),
                    ("files", Arg::from(d.files)),
                    ("findings", Arg::from(d.findings.len() as u64)),
                ];
                t.say("cli-backup-drilled", &args) + &damage(t, d.findings.iter().map(|code| (code.as_str(), "")))
            });
            answer.found(!drilled.findings.is_empty());
            answer
        }
    })
}

fn made(made: &BackupMade) -> Answer {
    let m = made.clone();
    let mut answer = Answer::new(document(made), move |t| made_words(&m, t));
    answer.found(!made.findings.is_empty());
    answer
}

fn made_words(made: &BackupMade, t: &Texts) -> String {
    let args = [
        ("name", Arg::from(made.line.name.as_str())),
        ("entries", Arg::from(made.entries)),
        ("files", Arg::from(made.files)),
        ("bytes", Arg::from(made.line.bytes)),
    ];
    let id = if made.findings.is_empty() { "cli-backup-made" } else { "cli-backup-made-found" };
    t.say(id, &args) + &damage(t, made.findings.iter().map(|code| (code.as_str(), "")))
}

fn backup_line(line: &BackupLine, t: &Texts) -> String {
    let id = if line.verified { "cli-backup-line" } else { "cli-backup-line-unverified" };
    t.say(id, &[("name", Arg::from(line.name.as_str())), ("at", Arg::from(utc(line.made_at))), ("bytes", Arg::from(line.bytes))])
}

/// Opens the register by its recovery key and gives it a new passphrase.
pub fn recover(app: &App, words: &Path) -> anyhow::Result<Answer> {
    Ok(Answer::state(&app.vault_recover(VaultRecover { typed: typed(words)?, new: host::new_passphrase()? })?))
}

/// Makes a register of a backup.
pub fn restore(app: &App, words: Option<&Path>, passphrase_file: Option<&Path>) -> anyhow::Result<Answer> {
    let asked = match words {
        Some(words) => BackupRestore { passphrase: String::new(), typed: typed(words)?, new: host::new_passphrase()? },
        None => BackupRestore { passphrase: host::passphrase(passphrase_file)?, typed: Vec::new(), new: String::new() },
    };
    match app.backup_restore(asked) {
        Ok(state) => Ok(Answer::state(&state)),
        // The two dialogs are answered by the command line: nothing was cancelled.
        Err(Error::Cancelled) => Err(Error::SourceUnread.into()),
        Err(other) => Err(other.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tarazy_core::api::texts_of;

    #[test]
    fn what_is_found_in_a_backup_is_told_in_words_of_three_languages() {
        let line = BackupLine { name: "b.age".to_owned(), made_at: 0, bytes: 9, verified: false };
        let findings = ["exhibit_altered", "tip_gone", "exhibit_altered"].map(str::to_owned).to_vec();
        let made = BackupMade { line, entries: 3, files: 1, removed: 0, findings };
        for (lang, words) in [
            (Lang::Kk, "тексерілген болып саналмайды"),
            (Lang::Ru, "проверенной не считается"),
            (Lang::En, "does not count as verified"),
        ] {
            let told = made_words(&made, &texts_of(lang));
            assert!(told.contains(words) && !told.contains('⟦'), "{told}");
            // The backup, and of each of two kinds what it is and what to do, once.
            assert_eq!(told.lines().count(), 5, "{told}");
        }
    }
}
