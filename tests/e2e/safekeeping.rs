//! What must hold on the day of need: a recovery key on paper, a backup, a check.

use crate::desk::{Desk, PATIENCE, PATIENCE_IMPORT, Setting, journey};
use crate::steps::{PASSPHRASE, create, unlock};
use anyhow::{Context, Result, ensure};
use thirtyfour::prelude::*;

/// What is chosen when the first one is forgotten.
const NEXT: &str = "шырша мұрын нөсер пейіл тұғыр сырмақ";

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn a_forgotten_passphrase_costs_nothing_where_a_recovery_key_is_on_paper() {
    journey("a_forgotten_passphrase_costs_nothing_where_a_recovery_key_is_on_paper", &Setting::default(), async |desk| {
        create(desk, "kk", true).await?;
        let words = make_a_recovery_key(desk).await?;
        recover(desk, &words).await?;
        back_up(desk).await?;
        rehearse(desk, &words).await?;
        take_a_word_away(desk).await?;
        check(desk).await
    });
}

/// Takes a word away wherever it stands, without a pointer from its field on.
async fn take_a_word_away(desk: &Desk) -> Result<()> {
    desk.click("nav-health").await?;
    desk.click("health-part-purge").await?;
    desk.fill("purge-term", "мектеп").await?;
    desk.keys(Key::Enter + "").await?;
    desk.find("purge-term-hits").await?;
    ensure!(desk.all("purge-term-hit").await?.len() > 3, "the example names no school");
    desk.find("purge-term-reason-child_safety").await?.send_keys(" ").await?;
    ensure!(!desk.find("purge-term-yes").await?.is_enabled().await?, "nobody confirmed it");
    desk.find("purge-term-confirmed").await?.send_keys(" ").await?;
    desk.find("purge-term-yes").await?.send_keys(Key::Enter + "").await?;
    desk.find_within("purge-term-done", PATIENCE_IMPORT).await?;
    desk.fill("purge-term", "мектеп").await?;
    desk.keys(Key::Enter + "").await?;
    desk.find("purge-term-none").await?;
    Ok(())
}

/// Has a key drawn, reads it as a person reads it off the screen, and types it back; returns the words.
async fn make_a_recovery_key(desk: &Desk) -> Result<String> {
    desk.click("nav-health").await?;
    desk.click("health-part-keys").await?;
    desk.click("recovery-begin").await?;
    desk.fill("recovery-passphrase", PASSPHRASE).await?;
    desk.click("recovery-draw").await?;
    desk.find("recovery-words").await?;
    let read =
        "return [...document.querySelectorAll(\"[data-testid='recovery-words'] .word\")].map(e => e.textContent).join(' ')";
    let words: String = desk.driver.execute(read, vec![]).await?.convert()?;
    ensure!(words.split(' ').count() == 24, "the key has other than 24 words");
    desk.click("recovery-kept").await?;
    ensure!(desk.all("recovery-words").await?.is_empty(), "the words can be seen while they are typed back");
    let (most, last) = words.rsplit_once(' ').context("one word")?;
    desk.fill("recovery-back-0", most).await?;
    ensure!(!desk.find("recovery-confirm").await?.is_enabled().await?, "a key is in force without its last word");
    desk.find("recovery-back-0").await?.send_keys(format!(" {last}")).await?;
    desk.click("recovery-confirm").await?;
    desk.find("recovery-done").await?;
    desk.find("key-recovery").await?;
    Ok(words)
}

async fn recover(desk: &Desk, words: &str) -> Result<()> {
    desk.click("lock").await?;
    desk.click("door-forgot").await?;
    desk.fill("recover-words", words).await?;
    desk.fill("recover-new", NEXT).await?;
    desk.fill("recover-again", NEXT).await?;
    desk.click("recover-submit").await?;
    desk.find("nav-health").await?;
    desk.click("lock").await?;
    unlock(desk, PASSPHRASE).await?;
    desk.attribute("failure", "data-code", "wrong_passphrase", PATIENCE).await?;
    unlock(desk, NEXT).await?;
    desk.find("nav-health").await?;
    Ok(())
}

async fn back_up(desk: &Desk) -> Result<()> {
    desk.click("nav-health").await?;
    desk.click("health-part-backup").await?;
    desk.attribute("backup-state", "data-due", "true", PATIENCE).await?;
    desk.click("backup-choose").await?;
    desk.attribute("backup-folder", "data-folder", "backups", PATIENCE).await?;
    desk.find("backup-same-disk").await?;
    desk.click("backup-make").await?;
    desk.find_within("backup-made", PATIENCE_IMPORT).await?;
    desk.attribute("backup-line", "data-verified", "true", PATIENCE).await?;
    desk.attribute("backup-state", "data-due", "false", PATIENCE).await
}

async fn rehearse(desk: &Desk, words: &str) -> Result<()> {
    desk.click("drill-begin").await?;
    desk.fill("drill-words", words).await?;
    desk.click("drill-do").await?;
    desk.find_within("drilled", PATIENCE_IMPORT).await?;
    desk.attribute("drilled", "data-good", "true", PATIENCE).await
}

async fn check(desk: &Desk) -> Result<()> {
    desk.click("health-part-state").await?;
    desk.click("health-check").await?;
    desk.attribute("health-state", "data-state", "good", PATIENCE_IMPORT).await?;
    ensure!(desk.all("banner").await?.is_empty(), "a whole register is called damaged");
    Ok(())
}
