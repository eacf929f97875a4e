//! How the vault is: checked as a whole in the background whenever it is opened, and told in words that say what to do.

use super::wire::{Health, HealthFinding, Nothing, SupportReport, SupportSaved};
use super::{App, backup, seq_of, write_whole};
use crate::error::{Error, Result};
use crate::store::{Report, Vault, Watch};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The check under way, or the last one.
#[derive(Default)]
pub struct Checking {
    now: Arc<Mutex<Now>>,
    stop: Mutex<Arc<AtomicBool>>,
    /// The support report that was shown last: the only one that can be saved.
    shown: Mutex<Option<String>>,
}

#[derive(Default)]
struct Now {
    is_running: bool,
    step: &'static str,
    checked_at: Option<i64>,
    took_ms: u64,
    report: Option<Report>,
}

impl Checking {
    fn look(&self) -> std::sync::MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says whether a check is under way.
    pub fn is_running(&self) -> bool {
        self.look().is_running
    }

    /// Forgets what was found: another vault is open, or the same one anew.
    pub fn begin(&self) {
        *self.look() = Now::default();
        *self.shown() = None;
    }

    fn shown(&self) -> std::sync::MutexGuard<'_, Option<String>> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends a check under way. It lets go of the vault soon.
    pub fn stop(&self) {
        self.stop.lock().unwrap_or_else(PoisonError::into_inner).store(true, Ordering::SeqCst);
    }
}

/// Codes that say that something is not what it was; others are warnings, of which nothing is lost yet, and notes.
fn weight(code: &str) -> &'static str {
    match code {
        "header_one_copy" | "header_differs" | "header_old" | "tip_gone" | "checkpoint_gone" | "memory_unlocked"
        | "backup_due" | "exhibit_unknown" => "warning",
        "clock_back" | "rotation_begun" => "note",
        _ => "damage",
    }
}

fn finding(code: &str, place: impl Into<String>) -> HealthFinding {
    HealthFinding { code: code.to_owned(), weight: weight(code).to_owned(), place: place.into() }
}

/// Words what a check found by its codes, the heaviest first.
pub(super) fn findings_of(report: &Report) -> Vec<HealthFinding> {
    by_weight(report.findings.iter().map(|(code, place)| finding(code, place.clone())).collect())
}

fn by_weight(mut findings: Vec<HealthFinding>) -> Vec<HealthFinding> {
    findings.sort_by_key(|found| ["damage", "warning", "note"].iter().position(|weight| *weight == found.weight));
    findings
}

pub(super) fn health(app: &App, _: Nothing) -> Result<Health> {
    let vault = app.vault()?;
    let opened = vault.opened();
    let backups = backup::standing_of(app, &vault)?;
    let now = app.health.look();
    let mut findings = now.report.as_ref().map(findings_of).unwrap_or_default();
    let said = [
        (opened.one_header_copy && now.report.is_none(), "header_one_copy"),
        (vault.is_read_only() && now.report.is_none(), "page_damaged"),
        (opened.headers_differ && now.report.is_none(), "header_differs"),
        (opened.clock_back, "clock_back"),
        (vault.is_rotation_begun(), "rotation_begun"),
        (backups.due, "backup_due"),
        (!crate::store::are_keys_locked(), "memory_unlocked"),
    ];
    findings.extend(said.into_iter().filter(|(is_so, _)| *is_so).map(|(_, code)| finding(code, "")));
    let findings = by_weight(findings);
    let is_found = findings.iter().any(|found| found.weight == "damage");
    let state = match (now.is_running, &now.report) {
        (true, _) => "checking",
        (false, None) if is_found => "found",
        (false, None) => "unchecked",
        (false, Some(report)) => {
            if report.findings.is_empty() && !is_found {
                "good"
            } else {
                "found"
            }
        }
    };
    let of = |count: fn(&Report) -> u64| now.report.as_ref().map_or(0, |report| seq_of(count(report)).into());
    Ok(Health {
        state: state.to_owned(),
        step: now.step.to_owned(),
        checked_at: now.checked_at,
        took_ms: now.took_ms,
        entries: of(|report| report.entries),
        rows: of(|report| report.rows),
        findings,
        read_only: vault.is_read_only(),
        unclean: opened.unclean,
        unanchored: vault.unanchored()?,
        backup_days: backups.days,
        backup_due: backups.due,
        memory_locked: crate::store::are_keys_locked(),
    })
}

pub(super) fn health_check(app: &App, nothing: Nothing) -> Result<Health> {
    let vault = app.vault()?;
    start(app, &vault);
    health(app, nothing)
}

// One check at a time, beside everything else. Pages that are damaged let nothing be written from then on.
fn start(app: &App, vault: &Arc<Vault>) {
    {
        let mut now = app.health.look();
        if now.is_running {
            return;
        }
        *now = Now { is_running: true, step: "ledger", ..Now::default() };
    }
    let stop = Arc::new(AtomicBool::new(false));
    *app.health.stop.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&stop);
    let (vault, host, env, now) = (Arc::clone(vault), Arc::clone(&app.host), app.env.clone(), Arc::clone(&app.health.now));
    std::thread::spawn(move || {
        let began = std::time::Instant::now();
        let watch = {
            let (host, now) = (Arc::clone(&host), Arc::clone(&now));
            let step = move |step| {
                now.lock().unwrap_or_else(PoisonError::into_inner).step = step;
                host.changed(&["health"]);
            };
            Watch { stop, step: Arc::new(step) }
        };
        let outcome = vault.check(&watch);
        let mut told = vec!["health"];
        {
            let mut now = now.lock().unwrap_or_else(PoisonError::into_inner);
            now.is_running = false;
            now.step = "";
            now.took_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
            match outcome {
                Ok(report) => {
                    if report.findings.iter().any(|(code, _)| *code == "page_damaged") {
                        vault.make_read_only();
                        told.push("vault");
                    }
                    now.checked_at = Some(env.clock.now_seconds());
                    now.report = Some(report);
                }
                // It was ended by a lock, which forgets everything, or could not be made: then it is still to be made.
                Err(Error::Cancelled) => {}
                Err(error) => tracing::error!(doing = %error, "a check could not be made"),
            }
        }
        // A lock waits for whoever holds the vault.
        drop(vault);
        host.changed(&told);
    });
}

pub(super) fn support_report(app: &App, nothing: Nothing) -> Result<SupportReport> {
    let vault = app.vault()?;
    let health = health(app, nothing)?;
    let mut lines = vec![
        format!("Tarazy {}", env!("CARGO_PKG_VERSION")),
        format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        format!("health: {}", health.state),
        format!("checked: {} ms, {} entries, {} rows", health.took_ms, health.entries, health.rows),
        format!("read only: {}, unclean: {}", health.read_only, health.unclean),
        format!("backup days: {}", health.backup_days.map_or_else(|| "none".to_owned(), |days| days.to_string())),
    ];
    let mut codes = std::collections::BTreeMap::<&str, u64>::new();
    for found in &health.findings {
        *codes.entry(&found.code).or_default() += 1;
    }
    lines.extend(codes.iter().map(|(code, count)| format!("finding {code}: {count}")));
    lines.extend(vault.counted()?.into_iter().map(|(table, count)| format!("rows {table}: {count}")));
    lines.extend(vault.events_counted()?.into_iter().map(|(kind, count)| format!("event {kind}: {count}")));
    lines.push(String::new());
    let text = lines.join("\n");
    *app.health.shown() = Some(text.clone());
    Ok(SupportReport { text })
}

// What is saved is what was read, byte by byte, whatever happened since; nothing else can be saved.
pub(super) fn support_save(app: &App, _: Nothing) -> Result<SupportSaved> {
    app.vault()?;
    let text = app.health.shown().clone().ok_or(Error::NotFound)?;
    let path = app.host.pick_save("tarazy-support.txt").ok_or(Error::Cancelled)?;
    write_whole(&path, text.as_bytes())?;
    Ok(SupportSaved { name: super::file_name(&path) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Env;
    use crate::api::Host;
    use crate::api::wire::{Lang, Progress, VaultCreate, VaultUnlock};
    use crate::store::KdfCost;
    use std::path::PathBuf;

    const PASSPHRASE: &str = "түлкі сегіз арқан теңіз боран жалау";

    /// A host that saves under one name.
    struct Saves(PathBuf);

    impl Host for Saves {
        fn pick_open(&self) -> Option<PathBuf> {
            None
        }

        fn pick_folder(&self) -> Option<PathBuf> {
            None
        }

        fn pick_save(&self, _: &str) -> Option<PathBuf> {
            Some(self.0.clone())
        }

        fn changed(&self, _: &[&str]) {}

        fn progress(&self, _: &Progress) {}
    }

    #[test]
    fn the_support_report_that_is_saved_is_the_one_that_was_shown() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("support.txt");
        let app = App::new(Env::system(), Arc::new(Saves(file.clone())), folder.path().join("vault"), KdfCost::TESTS);
        app.vault_create(VaultCreate {
            passphrase: PASSPHRASE.to_owned(),
            organisation: "Қор".to_owned(),
            actor: "Әлия".to_owned(),
            lang: Lang::Kk,
            with_example: false,
        })
        .unwrap();
        assert!(matches!(app.support_save(Nothing {}), Err(Error::NotFound)), "a report that nobody read is saved");
        let shown = app.support_report(Nothing {}).unwrap().text;
        // The register goes on meanwhile: another report would say more.
        app.passphrase_change(crate::api::wire::PassphraseChange {
            old: PASSPHRASE.to_owned(),
            new: "бұлақ қайың шаңырақ тұлпар".to_owned(),
        })
        .unwrap();
        app.support_save(Nothing {}).unwrap();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), shown);
        assert_ne!(app.support_report(Nothing {}).unwrap().text, shown, "nothing happened between showing and saving");
        app.vault_lock(Nothing {}).unwrap();
        app.vault_unlock(VaultUnlock { passphrase: "бұлақ қайың шаңырақ тұлпар".to_owned() }).unwrap();
        assert!(matches!(app.support_save(Nothing {}), Err(Error::NotFound)), "a report outlives the lock");
    }
}
