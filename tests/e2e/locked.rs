//! What is left of an open register once it is locked: in the memory of the app and of what draws its page, on the disk, in what it said.

use crate::alone::{Alone, Seen, look};
use crate::desk::{Desk, PATIENCE};
use crate::memory::{self, Needle};
use crate::steps::{PASSPHRASE, create};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tarazy_tests::skip;
use thirtyfour::prelude::*;

/// Words that stand in no asset and no binary.
const CANARY: &str = "Қырғиқабақ-ұңғыма-әрекетшіл-7f3";
const ADDRESS: &str = "https://t.me/qyrgi_qabaq_un/48151";
const LETTER: &str = "Қырғиқабақ-ұңғыма-әрекетшіл-7f3 министрлігі\n\
    Предписание № 48-15/16-құ от 03.03.2026\n\
    Требуем удалить: https://t.me/qyrgi_qabaq_un/48151";

const REEXEC: (&str, &str) = ("TARAZY_TEST_REEXEC", "1");

fn run(steps: impl Future<Output = Result<()>>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    if let Err(error) = runtime.block_on(steps) {
        panic!("{error:#}");
    }
}

fn needles(keys: &[[u8; 32]]) -> Vec<Needle> {
    let mut needles: Vec<Needle> = Vec::new();
    needles.extend(Needle::text("canary", CANARY));
    needles.extend(Needle::text("address", ADDRESS));
    needles.extend(Needle::text("passphrase", PASSPHRASE));
    for (number, key) in keys.iter().enumerate() {
        needles.push(Needle::bytes(&format!("key {number}"), key));
        let mut database = [0; 32];
        hkdf::Hkdf::<sha2::Sha256>::new(Some(b"tarazy vault 1"), key).expand(b"db", &mut database).unwrap();
        needles.push(Needle::bytes(&format!("database key {number}"), &database));
        let hex: String = database.iter().map(|byte| format!("{byte:02x}")).collect();
        needles.extend(Needle::text(&format!("database key {number} in digits"), &hex));
    }
    needles
}

async fn record_an_order(desk: &Desk) -> Result<()> {
    desk.keys(Key::Control + "n").await?;
    desk.fill("capture-paste", LETTER).await?;
    let number = desk.find("capture-number").await?;
    desk.until("the number to be recognised", PATIENCE, async || {
        Ok(number.prop("value").await?.is_some_and(|value| value.contains("48-15/16")))
    })
    .await?;
    desk.keys(Key::Control + Key::Enter).await?;
    desk.gone("capture-dialog").await?;
    desk.click("nav-orders").await?;
    desk.fill("orders-filter", "48-15/16").await?;
    desk.attribute("orders-total", "data-for", "48-15/16", PATIENCE).await?;
    desk.attribute("orders-total", "data-total", "1", PATIENCE).await?;
    desk.keys(Key::Down + "").await?;
    desk.keys(Key::Enter + "").await?;
    desk.until("the order to be shown", PATIENCE, async || {
        let shown = desk.find("order-detail").await?.text().await?;
        Ok(shown.contains("48-15/16"))
    })
    .await
}

// The process stays; what runs in it is replaced, and with it the place of its stack.
async fn started_anew(pid: u32, stack: u64) -> Result<()> {
    let began = Instant::now();
    while memory::field(pid, 28) == Some(stack) {
        ensure!(began.elapsed() < PATIENCE, "the window was locked and did not start anew");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    Ok(())
}

fn sockets(pid: u32) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(format!("/proc/{pid}/fd"))? {
        let entry = entry?;
        let is_standard = ["0", "1", "2"].iter().any(|name| entry.file_name() == *name);
        let Ok(target) = std::fs::read_link(entry.path()) else { continue };
        let target = target.to_string_lossy().into_owned();
        if !is_standard && (target.starts_with("socket:") || target.starts_with("pipe:")) {
            found.insert(target);
        }
    }
    Ok(found)
}

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn nothing_is_left_of_a_register_once_it_is_locked() {
    run(async {
        let window = Alone::start(&[REEXEC]).await?;
        let pid = window.pid();
        if std::fs::File::open(format!("/proc/{pid}/mem")).is_err() {
            skip("the memory of other processes cannot be read here: this needs root");
            return Ok(());
        }
        let desk = window.attach().await?;
        // A passphrase is forgotten once it was used: that it can be found at all is seen while it is typed.
        desk.fill("create-passphrase", PASSPHRASE).await?;
        let typed = memory::scan(&memory::family(pid), &Needle::text("passphrase", PASSPHRASE))?;
        ensure!(!typed.hits.is_empty(), "the scan cannot find a passphrase that is being typed: {typed:?}");
        create(&desk, "kk", false).await?;
        record_an_order(&desk).await?;
        let before = memory::family(pid);
        ensure!(before.len() > 1, "nobody draws the page");
        let keys = memory::locked_keys(pid)?;
        ensure!(!keys.is_empty(), "no key lies in a locked page");
        let needles = needles(&keys);
        // What cannot be found now could not be missed afterwards.
        let open = memory::scan(&before, &needles)?;
        let must = ["canary", "canary in UTF-16", "address"].map(str::to_owned).into_iter();
        for what in must.chain((0..keys.len()).map(|number| format!("key {number}"))) {
            ensure!(open.found(&what), "the scan cannot find the {what} of an open register: {open:?}");
        }
        // What was never seen is looked for all the same; that it is not found afterwards proves nothing, and that is said.
        let unproven: Vec<&str> =
            needles.iter().map(Needle::what).filter(|what| !open.found(what) && !typed.found(what)).collect();
        let (stack, held) = (memory::field(pid, 28).context("no process")?, sockets(pid)?);
        // The session ends with the page, in the middle of an answer that never comes.
        tokio::select! {
            outcome = started_anew(pid, stack) => outcome?,
            _ = async { let _ = desk.keys(Key::Control + "l").await; std::future::pending::<()>().await } => {}
        }
        drop(desk);
        for helper in before.iter().filter(|one| **one != pid) {
            ensure!(memory::field(*helper, 28).is_none_or(|stack| stack == 0), "{helper} drew the page and still runs");
        }
        let desk = window.attach().await?;
        desk.find("unlock-passphrase").await?;
        // What the test itself was given by whoever started it goes through both.
        let (now, given) = (sockets(pid)?, sockets(std::process::id())?);
        let kept: Vec<&String> = now.intersection(&held).filter(|one| !given.contains(*one)).collect();
        ensure!(kept.is_empty(), "the new process inherited {kept:?}");
        let after = memory::family(pid);
        let locked = memory::scan(&after, &needles)?;
        ensure!(locked.hits.is_empty(), "after the lock memory holds {:?}", locked.hits);
        ensure!(
            locked.unread * 20 <= locked.read,
            "{} of {} bytes could not be read",
            locked.unread,
            locked.unread + locked.read
        );
        let disk = memory::scan_files(window.folder.path(), &needles)?;
        ensure!(disk.hits.is_empty(), "after the lock files hold {:?}", disk.hits);
        ensure!(disk.parts > 3, "only {} files were read", disk.parts);
        // Proof that a file can be found.
        std::fs::write(window.folder.path().join("cache/left"), format!("x{CANARY}x"))?;
        ensure!(memory::scan_files(window.folder.path(), &needles)?.found("canary"), "the scan of files finds nothing");
        let _ = writeln!(
            std::io::stderr(),
            "before the lock {:?} in {} processes and {} MiB ({} KiB unread); after it nothing in {} and {} MiB ({} KiB unread); \
             nothing in {} files; while it was typed {:?}; never seen, so nothing is said of them: {unproven:?}",
            open.hits,
            open.parts,
            open.read >> 20,
            open.unread >> 10,
            locked.parts,
            locked.read >> 20,
            locked.unread >> 10,
            disk.parts,
            typed.hits
        );
        // The vault was closed cleanly, and the key that opens it still does.
        crate::steps::unlock(&desk, PASSPHRASE).await?;
        desk.find("nav-orders").await?;
        let said = String::from_utf8_lossy(&window.said()?).into_owned();
        for secret in [CANARY, ADDRESS, PASSPHRASE, "48-15/16", "Әлия", "Сөз"] {
            ensure!(!said.contains(secret), "the window wrote {secret:?} to its standard streams");
        }
        Ok(())
    });
}

/// Locks that are measured.
const LOCKS: usize = 12;
/// A lock that takes longer than this is broken, on whatever machine.
const LOCK_MAX: Duration = Duration::from_secs(5);

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn how_long_a_lock_takes_from_the_key() {
    run(async {
        let window = Alone::start(&[REEXEC]).await?;
        let pid = window.pid();
        let (x11, _) = x11rb::connect(None)?;
        let clock = tarazy_core::Env::system().clock;
        let (mut closed, mut anew, mut door) = (Vec::new(), Vec::new(), Vec::new());
        for lock in 0..LOCKS {
            let desk = window.attach().await?;
            if lock == 0 {
                create(&desk, "kk", false).await?;
                record_an_order(&desk).await?;
            } else {
                crate::steps::unlock(&desk, PASSPHRASE).await?;
                desk.click("nav-orders").await?;
                desk.find("order-row").await?;
            }
            let log = window.folder.path().join("vault/vault.db-wal");
            ensure!(log.exists(), "an open vault has a log");
            let stack = memory::field(pid, 28).context("no process")?;
            // The key is pressed once the driver has its answer, so that nothing but the lock is measured.
            let press = "setTimeout(() => window.dispatchEvent(new KeyboardEvent('keydown',
                { code: 'KeyL', ctrlKey: true, bubbles: true })), 100); return Date.now() + 100;";
            let pressed = desk.driver.execute(press, vec![]).await?.convert::<f64>()?;
            let since = |pressed: f64| {
                let now = Duration::from_micros(clock.now_micros().unsigned_abs());
                now.saturating_sub(Duration::from_secs_f64(pressed / 1000.0))
            };
            let mut was_closed = None;
            while memory::field(pid, 28) == Some(stack) {
                ensure!(since(pressed) < LOCK_MAX, "lock {lock} takes for ever");
                if was_closed.is_none() && !log.exists() {
                    was_closed = Some(since(pressed));
                }
                std::thread::sleep(Duration::from_millis(1));
            }
            anew.push(since(pressed));
            ensure!(!log.exists(), "lock {lock} did not close the vault");
            closed.push(was_closed.unwrap_or_else(|| since(pressed)));
            drop(desk);
            // The old window goes, and the new one has something in it.
            let mut was_gone = false;
            loop {
                let seen = look(&x11)?;
                was_gone |= seen != Seen::Something;
                if was_gone && seen == Seen::Something {
                    break;
                }
                ensure!(since(pressed) < PATIENCE, "no door after lock {lock}: {seen:?}");
                std::thread::sleep(Duration::from_millis(2));
            }
            door.push(since(pressed));
        }
        for (what, mut took) in [("vault closed", closed), ("process replaced", anew), ("door visible", door)] {
            took.sort();
            let (median, most) = (took[took.len() / 2], took[took.len() - 1]);
            let _ = writeln!(std::io::stderr(), "key to {what}: median {median:.0?}, at most {most:.0?}, {LOCKS} locks");
        }
        Ok(())
    });
}

/// A bus of its own, which stands for the machine's and for the session's.
struct Bus {
    daemon: std::process::Child,
    address: String,
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

fn bus() -> Result<Option<Bus>> {
    use std::io::BufRead;
    let started = Command::new("dbus-daemon").args(["--session", "--nofork", "--print-address"]).stdout(Stdio::piped()).spawn();
    let Ok(mut daemon) = started else {
        skip("dbus-daemon is not installed");
        return Ok(None);
    };
    let mut address = String::new();
    std::io::BufReader::new(daemon.stdout.take().context("no output")?).read_line(&mut address)?;
    Ok(Some(Bus { daemon, address: address.trim().to_owned() }))
}

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn the_register_locks_when_the_machine_goes_to_sleep_or_the_session_is_locked() {
    run(async {
        let Some(bus) = bus()? else { return Ok(()) };
        let address = bus.address.as_str();
        let window = Alone::start(&[("DBUS_SYSTEM_BUS_ADDRESS", address), ("DBUS_SESSION_BUS_ADDRESS", address)]).await?;
        let desk = window.attach().await?;
        create(&desk, "kk", false).await?;
        let login = zbus::connection::Builder::address(address).build().await?;
        // Only now: the window asked for its session while there was nobody to ask.
        login.request_name("org.freedesktop.login1").await?;
        let session = "/org/freedesktop/login1/session/_31";
        let tell = async |path: &str, interface: &str, member: &str, argument: Option<bool>| -> Result<()> {
            match argument {
                Some(argument) => login.emit_signal(None::<&str>, path, interface, member, &argument).await?,
                None => login.emit_signal(None::<&str>, path, interface, member, &()).await?,
            }
            Ok(())
        };
        // These say that something ended, and lock nothing.
        tell("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", Some(false)).await?;
        tell("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", Some(false)).await?;
        tell(session, "org.freedesktop.login1.Session", "Unlock", None).await?;
        for (path, interface, member, argument) in [
            ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", Some(true)),
            (session, "org.freedesktop.login1.Session", "Lock", None),
            ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", Some(true)),
            ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", Some(true)),
        ] {
            ensure!(desk.all("unlock-passphrase").await?.is_empty(), "locked before {interface}.{member}");
            tell(path, interface, member, argument).await?;
            desk.find("unlock-passphrase").await.with_context(|| format!("after {interface}.{member}"))?;
            crate::steps::unlock(&desk, PASSPHRASE).await?;
            desk.find("nav-orders").await?;
        }
        Ok(())
    });
}

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn a_register_that_nobody_uses_locks_by_itself() {
    run(async {
        let window = Alone::start(&[]).await?;
        let desk = window.attach().await?;
        create(&desk, "kk", false).await?;
        let set = "const done = arguments[arguments.length - 1];
            const call = (name, args) => window.__TAURI_INTERNALS__.invoke('call', { name, args });
            call('autolock_set', { minutes: 1 }).then(() => call('still_here', {})).then(() => done(true), () => done(false));";
        ensure!(desk.driver.execute_async(set, vec![]).await?.convert::<bool>()?, "the minutes were refused");
        // The minute begins with the last sign of somebody, which was just given.
        let began = Instant::now();
        desk.find_within("unlock-passphrase", Duration::from_secs(100)).await?;
        ensure!(began.elapsed() > Duration::from_secs(55), "it locked after {:?}", began.elapsed());
        Ok(())
    });
}
