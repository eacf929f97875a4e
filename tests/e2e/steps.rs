//! What several journeys have in common.

use crate::desk::{Desk, PATIENCE, PATIENCE_IMPORT};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::Command;
use thirtyfour::prelude::*;

/// The passphrase of every vault made here.
pub const PASSPHRASE: &str = "түлкі сегіз арқан теңіз боран жалау";

/// Makes a vault and waits for the desk.
pub async fn create(desk: &Desk, lang: &str, with_example: bool) -> Result<()> {
    desk.click(&format!("lang-{lang}")).await?;
    desk.fill("create-passphrase", PASSPHRASE).await?;
    desk.fill("create-passphrase-again", PASSPHRASE).await?;
    desk.fill("create-org", "Сөз бостандығы қоры").await?;
    desk.fill("create-actor", "Әлия Қуанышқызы").await?;
    let example = desk.find("create-example").await?;
    let is_ticked = example.is_selected().await? || example.attr("aria-checked").await?.as_deref() == Some("true");
    if is_ticked != with_example {
        example.click().await?;
    }
    desk.click("create-submit").await?;
    // The example is hundreds of records, written one by one.
    desk.find_within("nav-orders", if with_example { PATIENCE_IMPORT } else { PATIENCE }).await?;
    Ok(())
}

/// Types a passphrase at the locked door.
pub async fn unlock(desk: &Desk, passphrase: &str) -> Result<()> {
    desk.fill("unlock-passphrase", passphrase).await?;
    desk.keys(Key::Enter + "").await
}

/// Goes through every question of the open review by the digit keys, with these answers where they can be chosen.
pub async fn answer_by_digits(desk: &Desk, wanted: &[(&str, &str)]) -> Result<()> {
    let mut answered: Vec<String> = Vec::new();
    while let Some((code, values)) = current_question(desk, &answered).await? {
        let choice = wanted.iter().find(|(question, _)| *question == code).map_or("CT", |(_, value)| *value);
        let place = values.iter().position(|value| value == choice).unwrap_or(values.len().saturating_sub(1));
        desk.keys((place + 1).to_string()).await?;
        let value = values.get(place).cloned().unwrap_or_default();
        let id = format!("answer-{code}-{value}");
        desk.until(&format!("{id} to be chosen"), PATIENCE, async || {
            let Some(control) = desk.all(&id).await?.into_iter().next() else { return Ok(false) };
            Ok(control.is_selected().await? || control.attr("aria-checked").await?.as_deref() == Some("true"))
        })
        .await?;
        // Where several values can hold, a digit chooses one and Enter goes on.
        let several = format!("return document.querySelector(\"[data-testid='{id}']\").getAttribute('role') === 'checkbox'");
        if desk.driver.execute(&several, vec![]).await?.convert::<bool>()? {
            desk.keys(Key::Enter + "").await?;
        }
        answered.push(code);
    }
    anyhow::ensure!(answered.len() > 10, "only these questions were asked: {answered:?}");
    Ok(())
}

/// Returns the current question with the values that can be chosen, or nothing when all were answered.
async fn current_question(desk: &Desk, answered: &[String]) -> Result<Option<(String, Vec<String>)>> {
    let look = "const q = document.querySelector(\"[data-testid^='question-'][data-current='true']\");
        if (!q) return null;
        const code = q.dataset.testid.slice('question-'.length);
        const values = [...q.querySelectorAll(`[data-testid^='answer-${code}-']`)].map(e => e.dataset.testid.slice(`answer-${code}-`.length));
        return [code, values];";
    let mut found = None;
    // After an answer the next question becomes the current one, or none does.
    let moved = desk
        .until("the next question", std::time::Duration::from_secs(2), async || {
            found = desk.driver.execute(look, vec![]).await?.convert::<Option<(String, Vec<String>)>>()?;
            Ok(found.as_ref().is_some_and(|(code, _)| !answered.contains(code)))
        })
        .await;
    Ok(if moved.is_ok() { found } else { None })
}

/// Returns what a reader of a paper can copy out of it.
pub fn text_of(paper: &Path) -> Result<String> {
    let output = Command::new("pdftotext").args(["-layout"]).arg(paper).arg("-").output()?;
    anyhow::ensure!(output.status.success(), "pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

/// Returns the papers that were saved. One that is still being written stands beside them under a hidden name, and is none yet.
pub fn papers(desk: &Desk) -> Result<Vec<PathBuf>> {
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(desk.folder.path().join("papers"))?.map(|e| Ok(e?.path())).collect::<Result<_>>()?;
    found.retain(|path| !path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")));
    found.sort();
    Ok(found)
}

/// Leaves the digits, so that 21 199, 21,199 and 21199 are one number.
pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Writes the answer of the ministry into a paper, and waits until the words are kept.
pub async fn write_reply(desk: &Desk, words: &str) -> Result<()> {
    desk.fill("paper-text-reply", words).await?;
    desk.until("the words to be kept", PATIENCE, async || {
        let look = "return document.querySelector('[data-testid=paper-text][data-name=reply]')?.dataset.saving === 'saved'";
        Ok(desk.driver.execute(look, vec![]).await?.convert::<bool>()?)
    })
    .await
}
