//! A whole session in a network of its own, whose only way out leads over a wire that is counted: nothing may go out on it.

use crate::desk::{Desk, PATIENCE, Setting, journey};
use crate::steps::{PASSPHRASE, create, papers, unlock};
use anyhow::{Context, Result, ensure};
use std::io::Write;
use std::net::UdpSocket;
use std::process::Command;
use tarazy_tests::skip;
use thirtyfour::prelude::*;

/// Set for the process that runs inside.
const INSIDE: &str = "TARAZY_INSIDE";
/// Two ends of a wire, the second of which nobody listens at. Neighbours are not asked for and no address is made up, so whatever is counted
/// was sent by a program; names are looked up at an address behind it.
const NETWORK: &str = "set -e
    ip link set lo up
    ip link add wire type veth peer name far
    echo 1 > /proc/sys/net/ipv6/conf/wire/disable_ipv6
    echo 1 > /proc/sys/net/ipv6/conf/far/disable_ipv6
    ip link set wire arp off
    ip link set far arp off
    ip addr add 192.0.2.1/24 dev wire
    ip link set far up
    ip link set wire up
    ip route add default via 192.0.2.2
    printf 'nameserver 192.0.2.53\\n' > \"$1\"
    mount --bind \"$1\" /etc/resolv.conf
    shift
    exec \"$@\"";

// Bytes and packets that left by the wire.
fn sent() -> Result<u64> {
    let counted = std::fs::read_to_string("/proc/self/net/dev")?;
    let line = counted.lines().find_map(|line| line.trim().strip_prefix("wire:")).context("no wire")?;
    Ok(line.split_whitespace().nth(9).context("no count")?.parse()?)
}

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn a_session_sends_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut unshare = Command::new("unshare");
    unshare.args(["--net", "--mount", "sh", "-c", NETWORK, "sh"]).arg(folder.path().join("probe")).arg("true");
    let Ok(output) = unshare.output() else {
        skip("unshare is not installed");
        return;
    };
    if !output.status.success() {
        skip(&format!("no network of its own can be made here: {}", String::from_utf8_lossy(&output.stderr).trim()));
        return;
    }
    let output = Command::new("unshare")
        .args(["--net", "--mount", "sh", "-c", NETWORK, "sh"])
        .arg(folder.path().join("resolv.conf"))
        .arg(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "--nocapture", "offline::inside"])
        .env(INSIDE, "1")
        .output()
        .unwrap();
    let said = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let _ = write!(std::io::stderr(), "{}{}", said[0], said[1]);
    assert!(output.status.success(), "something was sent, or the session failed");
    assert!(ran_one(&said.concat()), "the session did not run");
}

// A run that ran nothing ends well too: what it says of itself tells the two apart.
fn ran_one(said: &str) -> bool {
    said.lines().any(|line| line.starts_with("test result: ok. 1 passed; 0 failed; 0 ignored;")) && !said.contains("left out:")
}

#[test]
fn a_run_that_ran_nothing_is_none() {
    let end = "0 measured; 45 filtered out; finished in 0.00s";
    assert!(ran_one(&format!("\nrunning 1 test\n.\ntest result: ok. 1 passed; 0 failed; 0 ignored; {end}\n")));
    for no in ["0 passed; 0 failed; 0 ignored;", "1 passed; 0 failed; 1 ignored;", "11 passed; 0 failed; 0 ignored;"] {
        assert!(!ran_one(&format!("\nrunning 0 tests\n\ntest result: ok. {no} {end}\n")), "{no}");
    }
}

#[test]
#[ignore = "runs inside a network of its own, started by the one above"]
fn inside() {
    if std::env::var_os(INSIDE).is_none() {
        skip("offline::inside runs only in a network of its own, where a_session_sends_nothing starts it");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("orders.csv");
    std::fs::write(&file, "Номер;Орган;Дата;Адрес\n48-1;Комитет;2025-03-04;https://мысал.example/1\n48-2;Комитет;2025-03-05;https://example.org/2\n").unwrap();
    let setting = Setting { pick_open: Some(file), ..Setting::default() };
    let before = sent().unwrap();
    journey("inside", &setting, async |desk| {
        create(desk, "kk", true).await?;
        session(desk).await?;
        let sent_by_session = sent()? - before;
        ensure!(sent_by_session == 0, "{sent_by_session} packets left");
        // Proof that the wire counts: a packet to the outside, and a name that is looked up.
        UdpSocket::bind("0.0.0.0:0")?.send_to(b"x", "203.0.113.7:9")?;
        ensure!(sent()? - before == 1, "a packet that was sent is not counted");
        let _ = Command::new("getent").args(["ahostsv4", "example.org"]).env("RES_OPTIONS", "timeout:1 attempts:1").output();
        let all = sent()? - before;
        ensure!(all > 1, "a name that was looked up is not counted");
        let _ = writeln!(std::io::stderr(), "a session sent nothing; one packet and one look-up on purpose are counted as {all}");
        Ok(())
    });
}

async fn session(desk: &Desk) -> Result<()> {
    desk.keys(Key::Control + "n").await?;
    desk.fill("capture-paste", "Предписание № 18-4/77 от 03.03.2026: https://t.me/synaq_arna/1577").await?;
    let number = desk.find("capture-number").await?;
    desk.until("the number to be recognised", PATIENCE, async || {
        Ok(number.prop("value").await?.is_some_and(|value| value.contains("18-4/77")))
    })
    .await?;
    desk.keys(Key::Control + Key::Enter).await?;
    desk.gone("capture-dialog").await?;
    desk.click("nav-orders").await?;
    desk.click("orders-import").await?;
    desk.click("import-choose").await?;
    desk.find("import-mapping").await?;
    desk.attribute("import-dry-orders", "data-value", "2", PATIENCE).await?;
    desk.click("import-run").await?;
    desk.find("import-done").await?;
    for screen in ["desk", "orders", "review", "analysis", "method", "exports", "ledger", "settings"] {
        desk.click(&format!("nav-{screen}")).await?;
        desk.find(&format!("screen-{screen}")).await?;
    }
    desk.click("nav-analysis").await?;
    desk.find("screen-analysis").await?;
    desk.click("nav-papers").await?;
    desk.click("paper-check").await?;
    desk.find("seal-clean").await?;
    desk.click("paper-export").await?;
    desk.until("a paper to be saved", PATIENCE * 3, async || Ok(!papers(desk)?.is_empty())).await?;
    desk.keys(Key::Control + "l").await?;
    desk.find("unlock-passphrase").await?;
    unlock(desk, PASSPHRASE).await?;
    desk.find("nav-orders").await?;
    Ok(())
}
