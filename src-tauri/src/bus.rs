//! What the desktop of a Linux machine says on D-Bus: that it is about to sleep (org.freedesktop.login1), and that the session or its screen is
//! locked. Where there is no bus, nothing is heard and nothing fails; the watch sees afterwards that the machine slept.

use std::future::poll_fn;
use std::pin::pin;
use std::time::Duration;
use zbus::connection::Builder;
use zbus::export::futures_core::Stream;
use zbus::message::Header;
use zbus::{Connection, MessageStream, OwnedFd, OwnedObjectPath};

/// A service that has not answered by then does not.
const ANSWER: Duration = Duration::from_secs(5);
/// How long it is before a bus that is not there is looked for again.
const AGAIN: Duration = Duration::from_secs(30);
const LOGIN: &str = "org.freedesktop.login1";
const LOGIN_PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SYSTEM_RULES: [&str; 2] = [
    "type='signal',sender='org.freedesktop.login1',interface='org.freedesktop.login1.Manager',member='PrepareForSleep'",
    "type='signal',sender='org.freedesktop.login1',interface='org.freedesktop.login1.Session',member='Lock'",
];
// Desktops have a screen saver each, of the same form: org.freedesktop, org.gnome, org.mate, org.cinnamon.
const SESSION_RULES: [&str; 1] = ["type='signal',member='ActiveChanged'"];

/// What a signal says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heard {
    /// Lock now.
    Lock,
    /// The machine is about to sleep, and waits for us.
    Sleep,
    /// The machine is awake again.
    Awake,
    /// Nothing that concerns us.
    Other,
}

/// Calls back whenever the register is to be locked, on threads that end with the process.
pub fn listen(lock: impl Fn() + Clone + Send + 'static) {
    let on_session = lock.clone();
    std::thread::spawn(move || forever(|| zbus::block_on(system(&lock))));
    std::thread::spawn(move || forever(|| zbus::block_on(session(&on_session))));
}

// A bus that went is looked for again, and so is one that comes later than the program.
fn forever(heard: impl Fn() -> zbus::Result<()>) {
    loop {
        let _ = heard();
        std::thread::sleep(AGAIN);
    }
}

async fn system(lock: impl Fn()) -> zbus::Result<()> {
    let bus = Builder::system().method_timeout(ANSWER).build().await?;
    let own = own_session(&bus).await.ok();
    let mut delay = delay(&bus).await.ok();
    hear(&bus, &SYSTEM_RULES, async |header, argument| match heard(header, argument, own.as_deref()) {
        Heard::Lock => lock(),
        Heard::Sleep => {
            lock();
            // The machine may sleep from here on.
            drop(delay.take());
        }
        Heard::Awake => delay = self::delay(&bus).await.ok(),
        Heard::Other => {}
    })
    .await
}

async fn session(lock: impl Fn()) -> zbus::Result<()> {
    let bus = Builder::session().method_timeout(ANSWER).build().await?;
    hear(&bus, &SESSION_RULES, async |header, argument| {
        if heard(header, argument, None) == Heard::Lock {
            lock();
        }
    })
    .await
}

// A signal comes with one truth value, or with nothing.
async fn hear(bus: &Connection, rules: &[&str], mut told: impl AsyncFnMut(&Header<'_>, Option<bool>)) -> zbus::Result<()> {
    // From here on messages queue up; those that come before the rules are answers, and concern nobody.
    let mut messages = pin!(MessageStream::from(bus));
    for rule in rules {
        let name = "org.freedesktop.DBus";
        bus.call_method(Some(name), "/org/freedesktop/DBus", Some(name), "AddMatch", rule).await?;
    }
    while let Some(message) = poll_fn(|context| messages.as_mut().poll_next(context)).await {
        let message = message?;
        told(&message.header(), message.body().deserialize::<bool>().ok()).await;
    }
    Ok(())
}

// While it is held, the machine waits some seconds before it sleeps.
async fn delay(bus: &Connection) -> zbus::Result<OwnedFd> {
    let asked = ("sleep", "Tarazy", "Tarazy locks its register", "delay");
    bus.call_method(Some(LOGIN), LOGIN_PATH, Some(MANAGER), "Inhibit", &asked).await?.body().deserialize()
}

// Nought stands for whoever asks.
async fn own_session(bus: &Connection) -> zbus::Result<OwnedObjectPath> {
    bus.call_method(Some(LOGIN), LOGIN_PATH, Some(MANAGER), "GetSessionByPID", &0u32).await?.body().deserialize()
}

fn heard(header: &Header<'_>, argument: Option<bool>, own: Option<&zbus::ObjectPath<'_>>) -> Heard {
    let interface = header.interface().map_or("", |name| name.as_str());
    let member = header.member().map_or("", |name| name.as_str());
    // Where we do not know our own session, any that is locked may be ours.
    let is_ours = own.is_none() || header.path() == own;
    match (interface, member, argument) {
        (MANAGER, "PrepareForSleep", Some(true)) => Heard::Sleep,
        (MANAGER, "PrepareForSleep", Some(false)) => Heard::Awake,
        ("org.freedesktop.login1.Session", "Lock", None) if is_ours => Heard::Lock,
        (saver, "ActiveChanged", Some(true)) if saver.ends_with(".ScreenSaver") => Heard::Lock,
        _ => Heard::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zbus::Message;
    use zbus::ObjectPath;

    fn of(path: &str, interface: &str, member: &str, argument: Option<bool>) -> Heard {
        let own = ObjectPath::try_from("/org/freedesktop/login1/session/_32").unwrap();
        let signal = Message::signal(path, interface, member).build(&()).unwrap();
        heard(&signal.header(), argument, Some(&own))
    }

    #[test]
    fn only_sleep_and_locks_of_our_own_session_lock() {
        let session = "org.freedesktop.login1.Session";
        assert_eq!(of(LOGIN_PATH, MANAGER, "PrepareForSleep", Some(true)), Heard::Sleep);
        assert_eq!(of(LOGIN_PATH, MANAGER, "PrepareForSleep", Some(false)), Heard::Awake);
        assert_eq!(of("/org/freedesktop/login1/session/_32", session, "Lock", None), Heard::Lock);
        assert_eq!(of("/org/freedesktop/login1/session/_31", session, "Lock", None), Heard::Other);
        assert_eq!(of("/org/freedesktop/login1/session/_32", session, "Unlock", None), Heard::Other);
        for saver in ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"] {
            assert_eq!(of("/org/freedesktop/ScreenSaver", saver, "ActiveChanged", Some(true)), Heard::Lock);
            assert_eq!(of("/org/freedesktop/ScreenSaver", saver, "ActiveChanged", Some(false)), Heard::Other);
        }
        assert_eq!(of("/a", "org.example.Other", "ActiveChanged", Some(true)), Heard::Other);
    }
}
