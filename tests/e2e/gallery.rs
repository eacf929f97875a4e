//! Pictures of every screen, for the eye: `cargo xtask shots`.

use crate::desk::{Desk, PATIENCE, PATIENCE_IMPORT, Setting, journey};
use crate::steps::{PASSPHRASE, create, unlock, write_reply};
use anyhow::Result;
use std::path::{Path, PathBuf};
use tarazy_tests::skip;
use thirtyfour::prelude::*;

const SIZES: &[(u32, u32)] = &[(1280, 800), (1920, 1080)];

/// A table as people keep it: a column nobody asked for, names of people, dates of two readings, a row without an order.
const TABLE: &str = "Номер;Орган;Дата;Платформа;Ссылка;ФИО автора;Примечание\n\
    12-3/45;Комитет информации;03.04.2026;Telegram;https://t.me/example_arna/15;Иванов И. И.;первое письмо\n\
    12-3/45;Комитет информации;03.04.2026;Telegram;https://t.me/example_arna/16;Иванов И. И.;\n\
    12-3/46;Ақпарат комитеті;05.06.2026;Instagram;https://www.instagram.com/p/example-77/;;екінші хат\n\
    ;;;;;;кто-то звонил\n\
    12-3/47;Комитет информации;31.02.2026;TikTok;https://www.tiktok.com/@example/video/7;;\n";

const LETTER: &str = "Министерство культуры и информации Республики Казахстан\n\
    Предписание № 18-4/77 от 03.03.2026\n\
    Требуем в течение 24 часов удалить материал: https://t.me/synaq_arna/1577";

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
        let file = folder.join("table.csv");
        std::fs::write(&file, TABLE).unwrap();
        let setting = Setting { dark, size: Some(size), pick_open: Some(file), ..Setting::default() };
        if let Some(vault) = std::env::var_os("TARAZY_SHOTS_VAULT") {
            other_register(&name, Setting { vault: Some(vault.into()), ..setting }, lang, &place);
            continue;
        }
        journey(&name, &setting, async |desk| {
            desk.click(&format!("lang-{lang}")).await?;
            desk.find("create-passphrase").await?;
            desk.picture(&place.join("01-create.png")).await?;
            create(desk, lang, true).await?;
            // TARAZY_SHOTS_OF=analysis, papers, or safekeeping: only that screen.
            match std::env::var("TARAZY_SHOTS_OF").as_deref() {
                Ok("analysis") => return analysis(desk, &place).await,
                Ok("papers") => return papers(desk, &place).await,
                Ok("safekeeping") => return safekeeping(desk, &place).await,
                _ => {}
            }
            walk(desk, &place).await?;
            table(desk, &place).await?;
            records(desk, &place).await?;
            import(desk, &place).await?;
            letter(desk, &place).await?;
            safekeeping(desk, &place).await?;
            Ok(())
        });
    }
}

/// The analysis of another register than the example, where that has figures which the example has not: TARAZY_SHOTS_VAULT names a vault
/// under the passphrase of these tests.
fn other_register(name: &str, setting: Setting, lang: &str, place: &Path) {
    journey(name, &setting, async |desk| {
        desk.click(&format!("lang-{lang}")).await?;
        unlock(desk, PASSPHRASE).await?;
        desk.find("nav-orders").await?;
        // A register opens in the language it was left in.
        desk.click(&format!("lang-{lang}")).await?;
        analysis(desk, place).await
    });
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
        "ledger",
        "actors",
        "law",
        "sources",
        "proceedings",
        "exports",
        "method",
    ];
    for (number, screen) in (2..10).chain(20..).zip(screens) {
        let id = format!("nav-{screen}");
        // A screen that is not built yet has no picture.
        if desk.all(&id).await?.is_empty() {
            continue;
        }
        desk.click(&id).await?;
        desk.attribute(&id, "aria-current", "page", PATIENCE).await?;
        still(desk, place, &format!("{number:02}-{screen}")).await?;
    }
    desk.click("nav-method").await?;
    for (number, tab) in (30..).zip(["reader", "versions", "agreement", "calibration"]) {
        desk.click(&format!("method-tab-{tab}")).await?;
        still(desk, place, &format!("{number}-method-{tab}")).await?;
    }
    analysis(desk, place).await?;
    papers(desk, place).await?;
    desk.click("nav-orders").await?;
    desk.click("order-row").await?;
    desk.find("order-detail").await?;
    still(desk, place, "10-order").await?;
    desk.click("nav-review").await?;
    desk.fill("seat-name", "Әлия Қуанышқызы").await?;
    desk.keys(Key::Enter + "").await?;
    desk.click("queue-row").await?;
    desk.find("conflict-none").await?;
    still(desk, place, "11-review-declare").await?;
    desk.click("conflict-none").await?;
    desk.find("review-verdict").await?;
    still(desk, place, "11-review").await?;
    desk.click("conflict-late").await?;
    desk.find("conflict-dialog").await?;
    still(desk, place, "11-review-conflict").await?;
    desk.keys(Key::Escape + "").await?;
    desk.gone("conflict-dialog").await?;
    for (line, name) in [("settled", "15-review-settled"), ("disputed", "16-review-disputed")] {
        desk.click(&format!("line-{line}")).await?;
        // The rows of this line, not those of the one before.
        desk.attribute("queue-row", "data-state", line, PATIENCE).await?;
        desk.click("queue-row").await?;
        if line == "disputed" {
            desk.click("conflict-none").await?;
            desk.find("readings").await?;
        } else {
            desk.find("review-stage-open").await?;
        }
        still(desk, place, name).await?;
    }
    desk.click("nav-method").await?;
    desk.click("method-tab-calibration").await?;
    still(desk, place, "17-method-calibration-seated").await?;
    desk.click("case-first").await?;
    desk.find("case-sheet").await?;
    desk.keys("1").await?;
    still(desk, place, "17-method-case").await?;
    desk.click("method-tab-versions").await?;
    desk.click("row-draft").await?;
    desk.find("method-editor").await?;
    for tab in ["rules", "findings", "words"] {
        desk.click(&format!("editor-{tab}")).await?;
        still(desk, place, &format!("18-method-editor-{tab}")).await?;
    }
    // What is added takes the keyboard, and comes into sight with it.
    for (tab, add) in [("rules", "subtype-add"), ("findings", "element-add")] {
        desk.click(&format!("editor-{tab}")).await?;
        desk.click(add).await?;
        still(desk, place, &format!("19-method-editor-{add}")).await?;
        desk.click("editor-back").await?;
        desk.click("row-edit").await?;
        desk.find("method-editor").await?;
    }
    desk.keys(Key::Control + "n").await?;
    desk.find("capture-dialog").await?;
    still(desk, place, "12-capture").await?;
    desk.keys(Key::Escape + "").await?;
    desk.gone("capture-dialog").await?;
    desk.click("nav-settings").await?;
    still(desk, place, "14-settings").await
}

/// The analysis: the page from top to bottom, its parts, two filters beside each other, all numbers, and the menu of a picture.
async fn analysis(desk: &Desk, place: &Path) -> Result<()> {
    desk.click("nav-analysis").await?;
    desk.find("chart").await?;
    page(desk, place, "26-analysis").await?;
    desk.click("analysis-where").await?;
    desk.find("analysis-where-part").await?;
    still(desk, place, "27-analysis-parts").await?;
    desk.keys(Key::Escape + "").await?;
    desk.click("analysis-compare").await?;
    desk.fill("analysis-against", "platform:telegram").await?;
    desk.attribute("analysis-shown", "data-against", "platform:telegram", PATIENCE).await?;
    // With hints open Escape closes them; without, it would empty the field.
    desk.find("filter-hint").await?;
    desk.keys(Key::Escape + "").await?;
    page(desk, place, "28-analysis-compared").await?;
    desk.click("analysis-fold").await?;
    page(desk, place, "29-analysis-numbers").await?;
    desk.find("picture-menu").await?.click().await?;
    still(desk, place, "30-analysis-picture").await?;
    desk.click("analysis-fold").await?;
    desk.click("analysis-compare-end").await
}

/// The papers: every kind, what opens over them, languages beside each other, the check, and those that are sealed.
async fn papers(desk: &Desk, place: &Path) -> Result<()> {
    desk.click("nav-papers").await?;
    desk.find("paper-sheet").await?;
    still(desk, place, "60-papers-brief").await?;
    desk.click("paper-kind").await?;
    still(desk, place, "60-papers-kinds").await?;
    desk.keys(Key::Escape + "").await?;
    desk.click("paper-audience").await?;
    still(desk, place, "60-papers-audiences").await?;
    desk.keys(Key::Escape + "").await?;
    // What the press may not see is told before anything is saved.
    write_reply(desk, "Министрлік t.me/example_kanal_004/44 туралы 2026 жылғы 3 наурызда жауап берген жоқ.").await?;
    desk.click("paper-check").await?;
    desk.find("seal-blocked").await?;
    still(desk, place, "61-papers-leaks").await?;
    desk.click("seal-override").await?;
    desk.find("seal-override-form").await?;
    still(desk, place, "61-papers-let-stand").await?;
    desk.click("seal-back").await?;
    write_reply(desk, "Министрлік 2026 жылғы 3 наурызда жіберілген сұраққа жауап берген жоқ.").await?;
    still(desk, place, "61-papers-written").await?;
    for count in ["two", "three", "one"] {
        desk.click(&format!("paper-beside-{count}")).await?;
        still(desk, place, &format!("62-papers-beside-{count}")).await?;
    }
    for kind in ["report", "annual", "case_file", "special_procedures", "upr"] {
        desk.click("paper-kind").await?;
        desk.click(&format!("paper-kind-{kind}")).await?;
        desk.attribute("paper-form", "data-kind", kind, PATIENCE).await?;
        still(desk, place, &format!("63-papers-{kind}")).await?;
    }
    desk.click("paper-kind").await?;
    desk.click("paper-kind-brief").await?;
    desk.attribute("paper-form", "data-kind", "brief", PATIENCE).await?;
    settle(desk).await?;
    desk.click("paper-check").await?;
    desk.find("seal-clean").await?;
    still(desk, place, "64-papers-check").await?;
    desk.click("paper-export").await?;
    desk.find("seal-done").await?;
    still(desk, place, "65-papers-sealed").await?;
    desk.click("seal-show").await?;
    desk.find("paper-row").await?;
    desk.click("paper-verify").await?;
    desk.find("paper-verified").await?;
    still(desk, place, "66-papers-list").await?;
    desk.click("nav-orders").await?;
    desk.click("order-row").await?;
    desk.find("order-detail").await?;
    still(desk, place, "67-order").await?;
    desk.click("order-paper").await?;
    desk.find("paper-subject-shown").await?;
    still(desk, place, "68-papers-about-an-order").await
}

/// Takes pictures of what scrolls, from its top to its end.
async fn page(desk: &Desk, place: &Path, name: &str) -> Result<()> {
    settle(desk).await?;
    let scroll = "const page = document.querySelector('[data-scrolls]');
        page.scrollTop = arguments[0] * (page.clientHeight - 60);
        return page.scrollTop + page.clientHeight >= page.scrollHeight - 1;";
    for number in 0.. {
        let is_end: bool = desk.driver.execute(scroll, vec![number.into()]).await?.convert()?;
        desk.picture(&place.join(format!("{name}-{number:02}.png"))).await?;
        if is_end {
            break;
        }
    }
    Ok(())
}

/// The table of orders, with what opens over it and beside it.
async fn table(desk: &Desk, place: &Path) -> Result<()> {
    desk.click("nav-orders").await?;
    desk.fill("orders-filter", "deadline:").await?;
    desk.find("filter-hint").await?;
    desk.picture(&place.join("30-hints.png")).await?;
    desk.fill("orders-filter", "deadline:soon").await?;
    desk.find("filter-problem").await?;
    desk.picture(&place.join("31-problem.png")).await?;
    desk.fill("orders-filter", "deadline:missed").await?;
    desk.gone("filter-problem").await?;
    desk.keys(Key::Escape + "").await?;
    desk.click("saved-filter-new").await?;
    desk.fill("saved-filter-name", "Мерзімінен кеш орындалғандар").await?;
    desk.click("saved-filter-save").await?;
    desk.gone("saved-filter-dialog").await?;
    desk.click("saved-filter-new").await?;
    seen(desk, place, "32-saved-filters", "saved-filter-dialog").await?;
    desk.click("orders-columns").await?;
    seen(desk, place, "33-columns", "columns-dialog").await?;
    desk.click("orders-keys").await?;
    seen(desk, place, "34-keys", "keys-help").await?;
    desk.click("order-row").await?;
    desk.find("orders-grid").await?.send_keys(Key::Control + "a").await?;
    desk.click("orders-bulk").await?;
    desk.click("bulk-look").await?;
    desk.find("bulk-preview").await?;
    seen(desk, place, "35-bulk", "bulk-dialog").await?;
    desk.click("nav-orders").await?;
    desk.click("order-row").await?;
    for (number, more) in [(36, "order-more"), (37, "item-more")] {
        top(desk, more).await?;
        desk.click(more).await?;
        desk.find("record-panel").await?;
        settle(desk).await?;
        top(desk, more).await?;
        desk.picture(&place.join(format!("{number}-{more}.png"))).await?;
    }
    top(desk, "order-more").await?;
    desk.click("record-amend").await?;
    desk.find("record-form-orders").await?;
    seen(desk, place, "39-order-form", "record-dialog").await?;
    desk.keys(Key::Control + "k").await?;
    desk.fill("palette-find", "комитет").await?;
    desk.until("the search to answer", PATIENCE, async || {
        Ok(!desk.driver.find_all(By::Css("#palette-list mark")).await?.is_empty())
    })
    .await?;
    seen(desk, place, "38-palette", "palette").await
}

/// Records of every kind: a form, a list with something in it, one opened, and a task that is due.
async fn records(desk: &Desk, place: &Path) -> Result<()> {
    desk.click("nav-proceedings").await?;
    desk.click("list-tasks").await?;
    desk.click("record-new").await?;
    desk.find("record-form-tasks").await?;
    desk.fill("record-tasks-label", "Прокуратураға шағым беру").await?;
    desk.fill("record-tasks-due-date", "01.01.2026").await?;
    still(desk, place, "40-task-form").await?;
    desk.click("record-save").await?;
    desk.find("record-panel").await?;
    still(desk, place, "41-task").await?;
    desk.click("nav-actors").await?;
    desk.click("official-show").await?;
    desk.picture(&place.join("42-official.png")).await?;
    desk.click("record-new").await?;
    desk.find("record-form-actors").await?;
    seen(desk, place, "43-actor-form", "record-dialog").await?;
    for (number, list) in [(44, "provisions"), (45, "expert_decisions")] {
        desk.click("nav-law").await?;
        desk.click(&format!("list-{list}")).await?;
        still(desk, place, &format!("{number}-{list}")).await?;
    }
    desk.click("list-authorities").await?;
    desk.find("record-row").await?.find(By::Css("button")).await?.click().await?;
    desk.find("record-panel").await?;
    still(desk, place, "46-authority").await?;
    desk.click("nav-desk").await?;
    desk.find("task-due").await?;
    still(desk, place, "47-desk-task").await?;
    desk.click("nav-complaints").await?;
    desk.click("complaint-new").await?;
    seen(desk, place, "49-complaint-form", "complaint-dialog").await?;
    desk.click("nav-exports").await?;
    top(desk, "export-plan").await?;
    still(desk, place, "48-export-plan").await
}

/// A file on its way in: what is in which column, and what would come of it.
async fn import(desk: &Desk, place: &Path) -> Result<()> {
    desk.click("nav-imports").await?;
    desk.click("import-choose").await?;
    desk.find("import-dry-orders").await?;
    still(desk, place, "50-mapping").await?;
    top(desk, "import-field-2").await?;
    desk.picture(&place.join("51-mapping-columns.png")).await?;
    top(desk, "import-dry-rows").await?;
    desk.picture(&place.join("52-dry-run.png")).await?;
    top(desk, "import-rejected-save").await?;
    desk.picture(&place.join("53-rejected.png")).await?;
    desk.click("import-run").await?;
    desk.find("import-done").await?;
    desk.find("import-line").await?;
    still(desk, place, "54-imported").await
}

/// The form of capture, filled by a letter.
async fn letter(desk: &Desk, place: &Path) -> Result<()> {
    desk.keys(Key::Control + "n").await?;
    desk.fill("capture-paste", LETTER).await?;
    desk.until("the number to be recognised", PATIENCE, async || {
        Ok(desk.find("capture-number").await?.prop("value").await?.is_some_and(|value| value.contains("18-4/77")))
    })
    .await?;
    still(desk, place, "55-letter").await?;
    top(desk, "capture-more").await?;
    desk.click("capture-more").await?;
    top(desk, "capture-more").await?;
    seen(desk, place, "56-letter-more", "capture-dialog").await
}

/// How the register is, its backups and what opens it; and the ways through the door.
async fn safekeeping(desk: &Desk, place: &Path) -> Result<()> {
    desk.click("nav-health").await?;
    desk.attribute("health-state", "data-state", "good", PATIENCE_IMPORT).await?;
    still(desk, place, "60-health").await?;
    desk.click("support-show").await?;
    top(desk, "support-text").await?;
    still(desk, place, "61-support").await?;
    desk.click("health-part-backup").await?;
    desk.find("backup-state").await?;
    still(desk, place, "62-backup-none").await?;
    desk.click("backup-choose").await?;
    desk.click("backup-make").await?;
    desk.find_within("backup-made", PATIENCE_IMPORT).await?;
    still(desk, place, "63-backup").await?;
    desk.click("health-part-keys").await?;
    desk.find("keys-slots").await?;
    still(desk, place, "64-keys").await?;
    desk.click("recovery-begin").await?;
    desk.click("recovery-shares").await?;
    top(desk, "recovery").await?;
    still(desk, place, "65-recovery-asked").await?;
    desk.fill("recovery-passphrase", PASSPHRASE).await?;
    desk.click("recovery-draw").await?;
    desk.find("recovery-words").await?;
    top(desk, "recovery").await?;
    still(desk, place, "66-recovery-words").await?;
    desk.click("recovery-kept").await?;
    top(desk, "recovery").await?;
    still(desk, place, "67-recovery-typed").await?;
    top(desk, "rotate").await?;
    desk.click("rotate-begin").await?;
    still(desk, place, "68-rotate").await?;
    desk.click("health-part-purge").await?;
    desk.fill("purge-term", "мектеп").await?;
    desk.click("purge-term-find").await?;
    desk.find("purge-term-hits").await?;
    top(desk, "purge-term").await?;
    still(desk, place, "70-purge-term").await?;
    desk.click("nav-settings").await?;
    top(desk, "autolock").await?;
    still(desk, place, "69-settings").await?;
    lock(desk, place).await?;
    desk.click("door-forgot").await?;
    desk.picture(&place.join("14-recover.png")).await?;
    desk.click("door-back").await?;
    desk.click("door-restore").await?;
    desk.picture(&place.join("15-restore.png")).await?;
    desk.click("door-back").await?;
    unlock(desk, PASSPHRASE).await?;
    desk.find("nav-desk").await?;
    Ok(())
}

async fn lock(desk: &Desk, place: &Path) -> Result<()> {
    desk.click("lock").await?;
    desk.find("unlock-passphrase").await?;
    desk.picture(&place.join("13-unlock.png")).await
}

/// Takes a picture as soon as nothing is being fetched.
async fn still(desk: &Desk, place: &Path, name: &str) -> Result<()> {
    settle(desk).await?;
    desk.picture(&place.join(format!("{name}.png"))).await
}

/// Takes a picture of a dialog and closes it.
async fn seen(desk: &Desk, place: &Path, name: &str, dialog: &str) -> Result<()> {
    desk.find(dialog).await?;
    still(desk, place, name).await?;
    desk.keys(Key::Escape + "").await?;
    desk.gone(dialog).await
}

/// Scrolls until an element is as far up as it can be.
async fn top(desk: &Desk, id: &str) -> Result<()> {
    let element = desk.find(id).await?;
    desk.driver.execute("arguments[0].scrollIntoView({ block: 'start' })", vec![element.to_json()?]).await?;
    Ok(())
}

/// Waits until nothing says that it is still being fetched.
async fn settle(desk: &Desk) -> Result<()> {
    desk.until("everything to be fetched", PATIENCE, async || {
        Ok(desk.driver.find_all(By::Css("[aria-busy='true']")).await?.is_empty())
    })
    .await
}
