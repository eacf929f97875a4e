//! The ways a person goes through the app.

use crate::desk::{Desk, PATIENCE, PATIENCE_IMPORT, Setting, journey};
use crate::steps::{PASSPHRASE, answer_by_digits, create, digits, papers, text_of, unlock, write_reply};
use anyhow::{Result, ensure};
use std::time::Duration;
use tarazy_tests::real_register;
use thirtyfour::prelude::*;

/// Orders in the real register; its 30,663 rows are addresses.
const ORDERS: &str = "21199";

const LETTER: &str = "Министерство культуры и информации Республики Казахстан\n\
    Предписание № 18-4/77 от 03.03.2026\n\
    Требуем в течение 24 часов удалить материал: https://t.me/synaq_arna/1577";

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn from_a_new_vault_to_a_sealed_brief() {
    let Some(register) = real_register() else { return };
    let setting = Setting { pick_open: Some(register), ..Setting::default() };
    journey("from_a_new_vault_to_a_sealed_brief", &setting, async |desk| {
        create(desk, "kk", false).await?;
        import_the_register(desk).await?;
        filter_the_table(desk).await?;
        capture_by_keyboard(desk).await?;
        review_by_keyboard(desk).await?;
        export_a_brief(desk).await?;
        desk.click("nav-ledger").await?;
        desk.click("ledger-verify").await?;
        desk.attribute("ledger-report", "data-status", "good", PATIENCE_IMPORT).await?;
        Ok(())
    });
}

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn an_order_that_was_begun_outlives_the_lock() {
    journey("an_order_that_was_begun_outlives_the_lock", &Setting::default(), async |desk| {
        create(desk, "kk", false).await?;
        desk.keys(Key::Control + "n").await?;
        desk.fill("capture-number", "77-1/пр").await?;
        desk.keys(Key::Control + "l").await?;
        unlock(desk, PASSPHRASE).await?;
        desk.find("nav-orders").await?;
        desk.keys(Key::Control + "n").await?;
        desk.click("capture-kept-go-on").await?;
        let number = desk.find("capture-number").await?.prop("value").await?;
        ensure!(number.as_deref() == Some("77-1/пр"), "what was typed is lost: {number:?}");
        desk.keys(Key::Control + Key::Enter).await?;
        desk.gone("capture-dialog").await?;
        desk.keys(Key::Control + "n").await?;
        desk.find("capture-paste").await?;
        ensure!(desk.all("capture-kept").await?.is_empty(), "what was saved is offered again");
        Ok(())
    });
}

async fn import_the_register(desk: &Desk) -> Result<()> {
    desk.click("nav-orders").await?;
    desk.click("orders-import").await?;
    desk.click("import-choose").await?;
    desk.find("import-mapping").await?;
    desk.attribute("import-dry-orders", "data-value", ORDERS, PATIENCE_IMPORT).await?;
    desk.click("import-run").await?;
    desk.find_within("import-done", PATIENCE_IMPORT).await?;
    desk.attribute("import-done", "data-orders", ORDERS, PATIENCE).await?;
    desk.click("nav-orders").await?;
    desk.attribute("orders-total", "data-total", ORDERS, PATIENCE).await?;
    let shown = digits(&desk.find("orders-total").await?.text().await?);
    ensure!(shown.contains(ORDERS), "the table says {shown}");
    Ok(())
}

async fn filter_the_table(desk: &Desk) -> Result<()> {
    // As people type: what is half typed is asked too, and nothing waits behind it.
    for half in ["2-1687/2", "2-1687/20"] {
        desk.fill("orders-filter", half).await?;
        desk.attribute("orders-total", "data-for", half, PATIENCE).await?;
    }
    desk.fill("orders-filter", "2-1687/2013").await?;
    // A total of a filter that is half typed says nothing.
    desk.attribute("orders-total", "data-for", "2-1687/2013", PATIENCE).await?;
    let total = desk.find("orders-total").await?.attr("data-total").await?.unwrap_or_default();
    ensure!(total.parse::<u32>().is_ok_and(|total| (1..100).contains(&total)), "{total} orders are left by the filter");
    desk.until("the rows to follow", PATIENCE, async || {
        let Some(first) = desk.all("order-row").await?.into_iter().next() else { return Ok(false) };
        let text = first.prop("textContent").await;
        Ok(text.is_ok_and(|text| text.is_some_and(|text| text.contains("2-1687/2013"))))
    })
    .await?;
    // A table of thousands draws only what can be seen.
    desk.fill("orders-filter", " ").await?;
    desk.attribute("orders-total", "data-total", ORDERS, PATIENCE).await?;
    let drawn = desk.all("order-row").await?.len();
    ensure!((5..200).contains(&drawn), "{drawn} rows are drawn");
    Ok(())
}

async fn capture_by_keyboard(desk: &Desk) -> Result<()> {
    desk.keys(Key::Control + "n").await?;
    desk.find("capture-dialog").await?;
    desk.find("capture-paste").await?;
    desk.until("the focus to be in the field", PATIENCE, async || {
        Ok(desk.driver.active_element().await?.attr("data-testid").await?.as_deref() == Some("capture-paste"))
    })
    .await?;
    desk.keys(LETTER).await?;
    let number = desk.find("capture-number").await?;
    desk.until("the number to be recognised", PATIENCE, async || {
        Ok(number.prop("value").await?.is_some_and(|value| value.contains("18-4/77")))
    })
    .await?;
    let addresses = desk.find("capture-locators").await?.prop("value").await?.unwrap_or_default();
    ensure!(addresses.contains("t.me/synaq_arna/1577"), "the address was not recognised: {addresses:?}");
    desk.keys(Key::Control + Key::Enter).await?;
    desk.gone("capture-dialog").await?;
    desk.click("nav-orders").await?;
    desk.attribute("orders-total", "data-all", "21200", PATIENCE).await?;
    desk.fill("orders-filter", "18-4/77").await?;
    desk.attribute("orders-total", "data-total", "1", PATIENCE).await?;
    // From the filter down into the table, and into the order.
    desk.keys(Key::Down + "").await?;
    desk.keys(Key::Enter + "").await?;
    let detail = desk.find("order-detail").await?.text().await?;
    ensure!(detail.contains("18-4/77"), "another order was opened: {detail}");
    Ok(())
}

// Words about an official's work, of public interest, with some basis in fact: criticism.
const CRITICISM: [(&str, &str); 22] = [
    ("G1", "original"),
    ("G2", "seen"),
    ("G3", "yes"),
    ("A1", "LY"),
    ("A2", "LN"),
    ("A3", "LN"),
    ("A4", "LN"),
    ("A5", "LN"),
    ("A6", "LN"),
    ("A9", "LN"),
    ("A10", "LY"),
    ("A11", "LY"),
    ("A12", "value_judgement"),
    ("A13", "LY"),
    ("A14", "N"),
    ("A15a", "NA"),
    ("A15b", "NA"),
    ("A15c", "NA"),
    ("A15d", "NA"),
    ("A15e", "NA"),
    ("A15f", "NA"),
    ("A16", "NA"),
];

// Two people, one after the other at the same keyboard, neither of whom sees what the other answered before both have locked.
async fn review_by_keyboard(desk: &Desk) -> Result<()> {
    desk.click("nav-review").await?;
    take_seat(desk, "Әлия Қуанышқызы").await?;
    review_the_first(desk).await?;
    desk.attribute("review-stage-locked", "data-testid", "review-stage-locked", PATIENCE).await?;
    ensure!(desk.all("reading").await?.is_empty(), "another's answers are shown while the reviews are blind");
    desk.find("seat-change").await?.send_keys(Key::Enter + "").await?;
    take_seat(desk, "Берік Сынақов").await?;
    review_the_first(desk).await?;
    desk.find("review-stage-open").await?;
    desk.attribute("review-outcome", "data-verdict", "legitimate_criticism", PATIENCE).await?;
    desk.attribute("review-outcome", "data-how", "agreed", PATIENCE).await
}

async fn take_seat(desk: &Desk, name: &str) -> Result<()> {
    desk.fill("seat-name", name).await?;
    desk.keys(Key::Enter + "").await?;
    desk.until("the seat to be taken", PATIENCE, async || {
        let Some(seat) = desk.all("seat").await?.into_iter().next() else { return Ok(false) };
        Ok(seat.text().await.is_ok_and(|text| text.contains(name)))
    })
    .await
}

async fn review_the_first(desk: &Desk) -> Result<()> {
    desk.find("queue-row").await?.send_keys(Key::Enter + "").await?;
    desk.find("conflict-none").await?.send_keys(Key::Enter + "").await?;
    desk.find("review-stage-answer").await?;
    answer_by_digits(desk, &CRITICISM).await?;
    desk.attribute("review-verdict", "data-settled", "true", PATIENCE).await?;
    desk.attribute("review-verdict", "data-verdict", "legitimate_criticism", PATIENCE).await?;
    desk.attribute("review-lock", "aria-disabled", "false", PATIENCE).await?;
    desk.find("review-lock").await?.send_keys(Key::Enter + "").await?;
    desk.find("review-lock-confirm").await?.send_keys(Key::Enter + "").await?;
    Ok(())
}

async fn export_a_brief(desk: &Desk) -> Result<()> {
    desk.click("nav-papers").await?;
    seal(desk).await?;
    let saved = papers(desk)?;
    ensure!(saved.len() == 1, "saved were {saved:?}");
    let text = text_of(&saved[0])?;
    ensure!(digits(&text).contains("21200"), "the number of orders is not in the brief:\n{text}");
    ensure!(text.contains("Сөз бостандығы қоры"), "the organisation is not in the brief:\n{text}");
    Ok(())
}

// Checks the paper at hand, has it saved and sealed, and goes to the list of those that are.
async fn seal(desk: &Desk) -> Result<()> {
    desk.click("paper-check").await?;
    desk.find("seal-clean").await?;
    desk.click("paper-export").await?;
    desk.find("seal-done").await?;
    desk.click("seal-show").await?;
    desk.find("paper-row").await?;
    Ok(())
}

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn a_paper_is_written_seen_checked_sealed_and_verified() {
    let folder = tempfile::tempdir().unwrap();
    let received = folder.path().join("received.pdf");
    let setting = Setting { pick_open: Some(received.clone()), ..Setting::default() };
    journey("a_paper_is_written_seen_checked_sealed_and_verified", &setting, async |desk| {
        create(desk, "kk", true).await?;
        desk.click("nav-papers").await?;
        choose_a_paper(desk, "report").await?;
        desk.click("paper-lang-ru").await?;
        desk.attribute("paper-form", "data-lang", "ru", PATIENCE).await?;
        desk.click("paper-audience").await?;
        desk.click("paper-audience-press").await?;
        choose_a_paper(desk, "brief").await?;
        // Nobody presses "save": what is written is seen on the page.
        write_reply(desk, "Ответа ждём с марта.").await?;
        desk.until("the words to stand on the page", PATIENCE, async || {
            let look = "return [...document.querySelectorAll('[data-testid=paper-sheet]')].map(e => e.textContent).join(' ')";
            Ok(desk.driver.execute(look, vec![]).await?.convert::<String>()?.contains("ждём"))
        })
        .await?;
        seal(desk).await?;
        let saved = papers(desk)?;
        ensure!(saved.len() == 1, "saved were {saved:?}");
        let text = text_of(&saved[0])?;
        ensure!(text.contains("ждём с марта"), "what was written is not in the paper:\n{text}");
        let mut bytes = std::fs::read(&saved[0])?;
        std::fs::write(&received, &bytes)?;
        desk.click("paper-verify").await?;
        desk.attribute("paper-verified", "data-verdict", "same", PATIENCE).await?;
        // One more byte, and it is another file.
        bytes.push(b'\n');
        std::fs::write(&received, &bytes)?;
        desk.click("paper-verify").await?;
        desk.attribute("paper-verified", "data-verdict", "different", PATIENCE).await
    });
}

async fn choose_a_paper(desk: &Desk, kind: &str) -> Result<()> {
    desk.click("paper-kind").await?;
    desk.click(&format!("paper-kind-{kind}")).await?;
    desk.attribute("paper-form", "data-kind", kind, PATIENCE).await?;
    desk.attribute("paper-preview", "data-behind", "false", PATIENCE).await
}

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn a_wrong_passphrase_is_told_and_the_right_one_opens() {
    journey("a_wrong_passphrase_is_told_and_the_right_one_opens", &Setting::default(), async |desk| {
        create(desk, "kk", true).await?;
        desk.click("nav-orders").await?;
        let before = desk.find("orders-total").await?.attr("data-total").await?;
        desk.click("lock").await?;
        desk.find("unlock-passphrase").await?;
        ensure!(desk.all("order-row").await?.is_empty(), "orders can be seen behind the lock");
        unlock(desk, "бір екі үш төрт бес алты").await?;
        desk.attribute("failure", "data-code", "wrong_passphrase", PATIENCE).await?;
        unlock(desk, PASSPHRASE).await?;
        desk.click("nav-orders").await?;
        let after = desk.find("orders-total").await?.attr("data-total").await?;
        ensure!(before == after, "there were {before:?} orders, now {after:?}");
        Ok(())
    });
}

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn the_language_changes_at_once_everywhere() {
    journey("the_language_changes_at_once_everywhere", &Setting::default(), async |desk| {
        create(desk, "en", true).await?;
        let mut words = Vec::new();
        for lang in ["kk", "ru", "en"] {
            desk.click(&format!("lang-{lang}")).await?;
            desk.until(&format!("the page to be in {lang}"), PATIENCE, async || {
                let shown = desk.driver.execute("return document.documentElement.lang", vec![]).await?;
                Ok(shown.json().as_str() == Some(lang))
            })
            .await?;
            words.push(desk.find("nav-orders").await?.text().await?);
        }
        let mut different = words.clone();
        different.sort();
        different.dedup();
        ensure!(different.len() == 3, "the rail says {words:?}");
        Ok(())
    });
}

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn the_window_is_enlarged_and_reduced_by_key() {
    journey("the_window_is_enlarged_and_reduced_by_key", &Setting::default(), async |desk| {
        create(desk, "kk", true).await?;
        let width = async || -> Result<f64> { Ok(desk.driver.execute("return window.innerWidth", vec![]).await?.convert()?) };
        let before = width().await?;
        desk.keys(Key::Control + "=").await?;
        desk.until("fewer points across", PATIENCE, async || Ok(width().await? < before)).await?;
        desk.keys(Key::Control + "-").await?;
        desk.until("as many points as before", PATIENCE, async || Ok(width().await? == before)).await
    });
}

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn a_cancelled_import_leaves_nothing_behind() {
    let Some(register) = real_register() else { return };
    let setting = Setting { pick_open: Some(register), ..Setting::default() };
    journey("a_cancelled_import_leaves_nothing_behind", &setting, async |desk| {
        create(desk, "ru", false).await?;
        desk.click("nav-orders").await?;
        desk.click("orders-import").await?;
        desk.click("import-choose").await?;
        desk.attribute("import-dry-orders", "data-value", ORDERS, PATIENCE_IMPORT).await?;
        desk.click("import-run").await?;
        desk.click("import-cancel").await?;
        desk.gone("import-progress").await?;
        desk.click("nav-orders").await?;
        desk.attribute("orders-total", "data-all", "0", PATIENCE).await?;
        Ok(())
    });
}

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn files_that_are_no_tables_are_refused_in_words_and_the_next_one_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("table.csv");
    std::fs::write(&file, b"").unwrap();
    let setting = Setting { pick_open: Some(file.clone()), ..Setting::default() };
    journey("files_that_are_no_tables_are_refused_in_words_and_the_next_one_is_read", &setting, async |desk| {
        create(desk, "kk", false).await?;
        desk.click("nav-orders").await?;
        desk.click("orders-import").await?;
        let refused: [(&[u8], &str); 3] = [
            (b"", "file_empty"),
            (b"\x89PNG\r\n\x1a\n0123456789", "file_binary"),
            (b"titre;r\xe9sum\xe9\nd\xe9cision;pr\xe9fet de l'Is\xe8re\n", "file_encoding"),
        ];
        for (bytes, code) in refused {
            std::fs::write(&file, bytes)?;
            desk.click("import-choose").await?;
            desk.attribute("failure", "data-code", code, PATIENCE).await?;
            ensure!(desk.find("failure").await?.text().await?.chars().count() > 40, "{code} is not told in words");
        }
        std::fs::write(&file, "Номер;Орган;Дата;Адрес\nИ-1;Комитет;2025-03-04;https://мысал.example/1\n")?;
        desk.click("import-choose").await?;
        desk.attribute("import-dry-orders", "data-value", "1", PATIENCE).await?;
        desk.gone("failure").await?;
        Ok(())
    });
}

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn a_second_window_on_the_same_vault_is_refused() {
    journey("a_second_window_on_the_same_vault_is_refused", &Setting::default(), async |desk| {
        create(desk, "en", false).await?;
        let setting = Setting { vault: Some(desk.folder.path().join("vault")), ..Setting::default() };
        let second = Desk::open(&setting).await?;
        let refused = async {
            unlock(&second, PASSPHRASE).await?;
            second.attribute("failure", "data-code", "vault_in_use", PATIENCE).await
        }
        .await;
        second.driver.clone().quit().await?;
        refused?;
        desk.click("nav-orders").await?;
        desk.attribute("orders-total", "data-all", "0", PATIENCE).await?;
        Ok(())
    });
}

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn what_is_written_is_kept_when_the_window_is_closed() {
    const WRITTEN: &str = "Екі сұрақтың мысалы ауысты.";
    journey("what_is_written_is_kept_when_the_window_is_closed", &Setting::default(), async |desk| {
        create(desk, "kk", false).await?;
        open_draft(desk, "row-draft").await?;
        desk.fill("draft-change", WRITTEN).await?;
        // Nobody presses "save": a method is saved by hand.
        desk.attribute("method-editor", "data-dirty", "true", PATIENCE).await?;
        Desk::close_by_its_button()?;
        let setting = Setting { vault: Some(desk.folder.path().join("vault")), ..Setting::default() };
        let again = Desk::open(&setting).await?;
        let kept = async {
            // The door says that the register is in use until the window before has let go of it: then it is tried once more.
            unlock(&again, PASSPHRASE).await?;
            again
                .until("the register to open", PATIENCE, async || {
                    if !again.all("failure").await?.is_empty() {
                        // The door may open while it is being tried.
                        let _ = tokio::time::timeout(Duration::from_secs(2), unlock(&again, PASSPHRASE)).await;
                    }
                    Ok(!again.all("nav-orders").await?.is_empty())
                })
                .await?;
            open_draft(&again, "row-edit").await?;
            let change = again.find("draft-change").await?.prop("value").await?;
            ensure!(change.as_deref() == Some(WRITTEN), "the draft says {change:?}");
            Ok(())
        }
        .await;
        again.driver.clone().quit().await?;
        kept
    });
}

async fn open_draft(desk: &Desk, row: &str) -> Result<()> {
    desk.click("nav-method").await?;
    desk.click("method-tab-versions").await?;
    desk.click(row).await?;
    desk.click("editor-words").await
}

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn the_analysis_follows_its_filter_and_leads_to_the_orders() {
    journey("the_analysis_follows_its_filter", &Setting::default(), async |desk| {
        create(desk, "kk", true).await?;
        desk.click("nav-analysis").await?;
        let orders = async || -> Result<u32> {
            let count = desk.find("analysis-drill").await?.attr("data-count").await?.unwrap_or_default();
            Ok(count.parse().unwrap_or(0))
        };
        desk.until("the drawings", PATIENCE, async || Ok(!desk.all("chart").await?.is_empty())).await?;
        let all = orders().await?;
        ensure!(all > 0, "the example has orders");
        desk.fill("analysis-filter", "platform:telegram").await?;
        desk.until("the figures to follow the filter", PATIENCE, async || {
            let found = orders().await.unwrap_or(0);
            Ok(found > 0 && found < all)
        })
        .await?;
        let found = orders().await?;
        desk.click("analysis-drill").await?;
        desk.find("orders-total").await?;
        desk.attribute("orders-total", "data-total", &found.to_string(), PATIENCE).await
    });
}

// Two filters beside each other, a number followed to its orders and back, and a picture taken: by keys alone.
#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn two_selections_are_compared_and_a_picture_is_taken_by_keyboard() {
    journey("two_selections_are_compared", &Setting::default(), async |desk| {
        create(desk, "kk", true).await?;
        desk.keys(Key::Alt + "4").await?;
        desk.until("the drawings", PATIENCE, async || Ok(!desk.all("chart").await?.is_empty())).await?;
        compare_by_keyboard(desk).await?;
        follow_a_number_and_come_back(desk).await?;
        copy_a_picture(desk).await?;
        save_a_picture(desk).await
    });
}

async fn compare_by_keyboard(desk: &Desk) -> Result<()> {
    desk.keys(Key::Control + "f").await?;
    desk.keys("platform:telegram").await?;
    desk.attribute("analysis-shown", "data-filter", "platform:telegram", PATIENCE).await?;
    desk.keys(Key::Control + Key::Shift + "f").await?;
    desk.find("analysis-against").await?;
    desk.until("the focus to be in the other filter", PATIENCE, async || {
        Ok(desk.driver.active_element().await?.attr("data-testid").await?.as_deref() == Some("analysis-against"))
    })
    .await?;
    desk.keys("platform:instagram").await?;
    desk.attribute("analysis-shown", "data-against", "platform:instagram", PATIENCE).await?;
    desk.attribute("analysis-shared", "data-shared", "0", PATIENCE).await?;
    let signs: Vec<String> = desk
        .driver
        .execute("return [...document.querySelectorAll('[data-name=flow] svg text')].map(e => e.textContent)", vec![])
        .await?
        .convert()?;
    ensure!(signs.contains(&"A".to_owned()) && signs.contains(&"platform:instagram".to_owned()), "the drawing says {signs:?}");
    Ok(())
}

async fn follow_a_number_and_come_back(desk: &Desk) -> Result<()> {
    // The last number of the second selection that can be followed stands far down the page.
    let look = "const all = [...document.querySelectorAll('[data-testid=analysis-drill][data-series=\"1\"]')];
        const one = all[all.length - 1]; one.focus(); return [one.dataset.filter, one.dataset.count];";
    let (filter, count): (String, String) = desk.driver.execute(look, vec![]).await?.convert()?;
    ensure!(filter.starts_with("platform:instagram ") && filter.ends_with(" duplicate:no draft:no"), "it leads to {filter:?}");
    let top = async || -> Result<f64> {
        Ok(desk.driver.execute("return document.querySelector('[data-scrolls]').scrollTop", vec![]).await?.convert()?)
    };
    let before = top().await?;
    ensure!(before > 300.0, "the page stands at {before}");
    desk.keys(Key::Enter + "").await?;
    desk.attribute("orders-total", "data-total", &count, PATIENCE).await?;
    desk.find("back-to-analysis").await?;
    desk.keys(Key::Alt + Key::Left).await?;
    desk.attribute("analysis-shown", "data-against", "platform:instagram", PATIENCE).await?;
    desk.until("the page to stand where it was left", PATIENCE, async || Ok((top().await? - before).abs() < 2.0)).await
}

async fn copy_a_picture(desk: &Desk) -> Result<()> {
    desk.driver.execute("document.querySelector('[data-name=c5] summary').focus()", vec![]).await?;
    desk.keys(Key::Enter + "").await?;
    desk.keys(Key::Tab + "").await?;
    let chosen = desk.driver.active_element().await?.attr("data-testid").await?;
    ensure!(chosen.as_deref() == Some("picture-copy"), "the menu begins with {chosen:?}");
    desk.keys(Key::Enter + "").await?;
    let mut clipboard = arboard::Clipboard::new()?;
    desk.until("the picture on the clipboard", PATIENCE, async || Ok(clipboard.get_image().is_ok())).await?;
    let picture = clipboard.get_image()?;
    ensure!(picture.width > 1_000 && picture.height > 300, "it has {} by {} dots", picture.width, picture.height);
    ensure!(picture.bytes.chunks(4).any(|dot| dot.first().is_some_and(|red| *red < 0x60)), "there is no ink on it");
    Ok(())
}

async fn save_a_picture(desk: &Desk) -> Result<()> {
    desk.driver.execute("document.querySelector('[data-name=months] summary').focus()", vec![]).await?;
    desk.keys(Key::Enter + "").await?;
    for _ in 0..3 {
        desk.keys(Key::Tab + "").await?;
    }
    desk.keys(Key::Enter + "").await?;
    desk.until("the file", PATIENCE, async || Ok(!papers(desk)?.is_empty())).await?;
    let saved = papers(desk)?;
    let svg = std::fs::read_to_string(saved.first().ok_or_else(|| anyhow::anyhow!("nothing was saved"))?)?;
    ensure!(svg.contains("platform:instagram") && svg.contains("<svg"), "the picture says {svg:.200}");
    Ok(())
}
