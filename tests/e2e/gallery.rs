//! Pictures of every screen, for the eye: `cargo xtask shots`.

use crate::desk::{Desk, PATIENCE, Setting, journey};
use crate::steps::create;
use anyhow::Result;
use std::path::{Path, PathBuf};
use tarazy_tests::skip;
use thirtyfour::prelude::*;

const SIZES: &[(u32, u32)] = &[(1280, 800), (1920, 1080)];

#[test]
#[ignore = "drives the real window: cargo xtask shots"]
fn gallery() {
    let Some(folder) = std::env::var_os("TARAZY_SHOTS").map(PathBuf::from) else {
        skip("TARAZY_SHOTS names no folder for the pictures");
        return;
    };
    for (lang, dark, size) in views() {
        let name = format!("{lang}-{}-{}x{}", if dark { "dark" } else { "light" }, size.0, size.1);
        let place = folder.join(&name);
        std::fs::create_dir_all(&place).unwrap();
        let setting = Setting { dark, size: Some(size), ..Setting::default() };
        journey(&name, &setting, async |desk| {
            desk.click(&format!("lang-{lang}")).await?;
            desk.find("create-passphrase").await?;
            desk.picture(&place.join("01-create.png")).await?;
            create(desk, lang, true).await?;
            walk(desk, &place).await?;
            Ok(())
        });
    }
}

/// Kazakh in every size and light; the other languages once each.
fn views() -> Vec<(&'static str, bool, (u32, u32))> {
    let mut views = Vec::new();
    for size in SIZES {
        views.push(("kk", false, *size));
        views.push(("kk", true, *size));
    }
    views.push(("ru", false, SIZES[0]));
    views.push(("en", false, SIZES[0]));
    views
}

async fn walk(desk: &Desk, place: &Path) -> Result<()> {
    let screens = [
        "desk",
        "orders",
        "imports",
        "complaints",
        "platforms",
        "review",
        "papers",
        "ledger",
        "actors",
        "law",
        "sources",
        "proceedings",
        "exports",
    ];
    for (number, screen) in (2..10).chain(20..).zip(screens) {
        let id = format!("nav-{screen}");
        // A screen that is not built yet has no picture.
        if desk.all(&id).await?.is_empty() {
            continue;
        }
        desk.click(&id).await?;
        desk.attribute(&id, "aria-current", "page", PATIENCE).await?;
        settle(desk).await?;
        desk.picture(&place.join(format!("{number:02}-{screen}.png"))).await?;
    }
    desk.click("nav-orders").await?;
    desk.click("order-row").await?;
    desk.find("order-detail").await?;
    settle(desk).await?;
    desk.picture(&place.join("10-order.png")).await?;
    desk.click("nav-review").await?;
    desk.click("queue-row").await?;
    desk.find("review-verdict").await?;
    settle(desk).await?;
    desk.picture(&place.join("11-review.png")).await?;
    desk.keys(Key::Control + "n").await?;
    desk.find("capture-dialog").await?;
    settle(desk).await?;
    desk.picture(&place.join("12-capture.png")).await?;
    desk.keys(Key::Escape + "").await?;
    desk.gone("capture-dialog").await?;
    desk.click("nav-settings").await?;
    settle(desk).await?;
    desk.picture(&place.join("14-settings.png")).await?;
    desk.click("lock").await?;
    desk.find("unlock-passphrase").await?;
    desk.picture(&place.join("13-unlock.png")).await
}

/// Waits until nothing says that it is still being fetched.
async fn settle(desk: &Desk) -> Result<()> {
    desk.until("everything to be fetched", PATIENCE, async || {
        Ok(desk.driver.find_all(By::Css("[aria-busy='true']")).await?.is_empty())
    })
    .await
}
