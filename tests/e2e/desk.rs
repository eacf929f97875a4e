//! One running window: its driver, its folder, and the few ways to look at it and touch it.
//!
//! Everything waits for a condition with a limit; nothing sleeps for a time and hopes.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tarazy_tests::{binary, skip};
use tempfile::TempDir;
use thirtyfour::prelude::*;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask};

/// How long a person would wait before calling it broken.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// The same for an import of the real register in an unoptimised build.
pub const PATIENCE_IMPORT: Duration = Duration::from_secs(180);

/// How a window is started.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    /// Folder of the vault, where it is not a new one inside the window's own folder.
    pub vault: Option<PathBuf>,
    /// The file that the open dialog answers with.
    pub pick_open: Option<PathBuf>,
    /// The system asks for dark windows.
    pub dark: bool,
    /// Size of the window, where it matters.
    pub size: Option<(u32, u32)>,
}

/// A running window.
pub struct Desk {
    /// The session with it.
    pub driver: WebDriver,
    /// Its folder: the vault, the papers saved, the system's folders.
    pub folder: TempDir,
    _process: Process,
}

impl Drop for Desk {
    fn drop(&mut self) {
        // A session that nobody ended asks its driver to end it, and one whose window is gone would not answer. It ends with the driver.
        let _ = self.driver.clone().leak();
    }
}

/// A program and everything it started, ended together.
pub struct Process(pub Child);

impl Drop for Process {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}

/// Runs one journey in one window; where it fails, leaves a picture of what was seen last.
pub fn journey(name: &str, setting: &Setting, steps: impl AsyncFnOnce(&Desk) -> Result<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let outcome = runtime.block_on(async {
        let desk = Desk::open(setting).await?;
        let outcome = steps(&desk).await;
        if outcome.is_err() {
            let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
            if desk.driver.screenshot(&picture).await.is_ok() {
                skip(&format!("the rest of {name}; what was seen last is in {}", picture.display()));
            }
        }
        // A window that was closed on the way has no session left to end.
        let _ = desk.driver.clone().quit().await;
        outcome
    });
    if let Err(error) = outcome {
        panic!("{name}: {error:#}");
    }
}

impl Desk {
    /// Starts a driver and, through it, the window.
    pub async fn open(setting: &Setting) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let inside = |name: &str| -> Result<PathBuf> {
            let path = folder.path().join(name);
            std::fs::create_dir_all(&path)?;
            Ok(path)
        };
        let vault = setting.vault.clone().unwrap_or_else(|| folder.path().join("vault"));
        let port = free_port()?;
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .process_group(0)
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("TARAZY_TEST_KDF", "weak")
            .env("TARAZY_VAULT", vault)
            .env("TARAZY_PICK_SAVE", inside("papers")?)
            .env("TARAZY_PICK_FOLDER", inside("backups")?)
            .env("TARAZY_PICK_OPEN", setting.pick_open.as_deref().unwrap_or_else(|| Path::new("")))
            .env("HOME", inside("home")?)
            .env("XDG_DATA_HOME", inside("data")?)
            .env("XDG_CONFIG_HOME", inside("config")?)
            .env("XDG_CACHE_HOME", inside("cache")?)
            .env("GTK_THEME", if setting.dark { "Adwaita:dark" } else { "Adwaita" })
            .env("LANG", "C.UTF-8")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        // What is downloaded would lie in its folder too, and the screen is still its own.
        inside("home/downloads")?;
        std::fs::write(folder.path().join("config/user-dirs.dirs"), "XDG_DOWNLOAD_DIR=\"$HOME/downloads\"\n")?;
        if let Some(home) = std::env::var_os("HOME").filter(|_| std::env::var_os("XAUTHORITY").is_none()) {
            command.env("XAUTHORITY", Path::new(&home).join(".Xauthority"));
        }
        let process = Process(command.spawn().context("starting WebKitWebDriver")?);
        listening(port).await.context("the driver did not start")?;
        let mut wanted = Capabilities::new();
        wanted.set("webkitgtk:browserOptions", json!({ "binary": binary("tarazy-desk")?, "args": [] }))?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await.context("opening the window")?;
        if let Some((width, height)) = setting.size {
            driver.set_window_rect(0, 0, width, height).await?;
        }
        Ok(Self { driver, folder, _process: process })
    }

    /// Drives a window that runs already, whose automation listens at this port of the machine itself.
    pub async fn attach(inspector: u16) -> Result<Self> {
        let port = free_port()?;
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).arg(format!("--target=127.0.0.1:{inspector}")).process_group(0);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let process = Process(command.spawn().context("starting WebKitWebDriver")?);
        listening(port).await.context("the driver did not start")?;
        // The window may not be there yet.
        let began = Instant::now();
        let driver = loop {
            match WebDriver::new(format!("http://127.0.0.1:{port}"), Capabilities::new()).await {
                Ok(driver) => break driver,
                Err(error) if began.elapsed() > PATIENCE => return Err(error).context("opening the window"),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        };
        Ok(Self { driver, folder: tempfile::tempdir()?, _process: process })
    }

    /// Asks every window of the app on this screen to close, as the button on its frame does.
    pub fn close_by_its_button() -> Result<()> {
        let (x11, screen) = x11rb::connect(None)?;
        let root = x11.setup().roots.get(screen).context("no screen")?.root;
        let atom = |name: &str| -> Result<u32> { Ok(x11.intern_atom(false, name.as_bytes())?.reply()?.atom) };
        let (protocols, delete) = (atom("WM_PROTOCOLS")?, atom("WM_DELETE_WINDOW")?);
        let mut asked = 0;
        for window in x11.query_tree(root)?.reply()?.children {
            let property = |of: u32, kind: AtomEnum| x11.get_property(false, window, of, kind, 0, 64);
            let name = property(AtomEnum::WM_NAME.into(), AtomEnum::ANY)?.reply()?.value;
            let heard = property(protocols, AtomEnum::ATOM)?.reply()?;
            if name == b"Tarazy" && heard.value32().is_some_and(|mut known| known.any(|one| one == delete)) {
                let event = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
                x11.send_event(false, window, EventMask::NO_EVENT, event)?;
                asked += 1;
            }
        }
        x11.flush()?;
        ensure!(asked > 0, "no window of the app is on the screen");
        Ok(())
    }

    /// Returns the element with this id, when it is there.
    pub async fn find(&self, id: &str) -> Result<WebElement> {
        self.find_within(id, PATIENCE).await
    }

    /// Returns the element with this id, when it is there in time.
    pub async fn find_within(&self, id: &str, patience: Duration) -> Result<WebElement> {
        let query = self.driver.query(By::Css(css(id))).wait(patience, Duration::from_millis(40));
        match query.first().await {
            Ok(element) => Ok(element),
            Err(_) => anyhow::bail!("no {id}{}", self.failure_shown().await),
        }
    }

    /// Returns all elements with this id that are there now.
    pub async fn all(&self, id: &str) -> Result<Vec<WebElement>> {
        Ok(self.driver.find_all(By::Css(css(id))).await?)
    }

    /// Waits until the element with this id is gone.
    pub async fn gone(&self, id: &str) -> Result<()> {
        self.until(&format!("{id} to go"), PATIENCE, async || Ok(self.all(id).await?.is_empty())).await
    }

    /// Clicks, when the element can be clicked.
    pub async fn click(&self, id: &str) -> Result<()> {
        let element = self.find(id).await?;
        self.until(&format!("{id} to be enabled"), PATIENCE, async || {
            Ok(element.is_enabled().await? && element.attr("aria-disabled").await?.as_deref() != Some("true"))
        })
        .await?;
        element.scroll_into_view().await.with_context(|| format!("going to {id}"))?;
        element.click().await.with_context(|| format!("clicking {id}"))?;
        Ok(())
    }

    /// Empties a field and types into it.
    pub async fn fill(&self, id: &str, text: &str) -> Result<()> {
        let field = self.find(id).await?;
        field.scroll_into_view().await.with_context(|| format!("going to {id}"))?;
        field.clear().await.with_context(|| format!("emptying {id}"))?;
        field.send_keys(text).await.with_context(|| format!("typing into {id}"))?;
        Ok(())
    }

    /// Types wherever the focus is.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<()> {
        self.driver.active_element().await?.send_keys(keys).await?;
        Ok(())
    }

    /// Waits until an attribute of an element has this value.
    pub async fn attribute(&self, id: &str, name: &str, wanted: &str, patience: Duration) -> Result<()> {
        let mut seen = None;
        let outcome = self
            .until("", patience, async || {
                // The element may be drawn anew between looking for it and reading it.
                seen = match self.all(id).await?.first() {
                    Some(element) => element.attr(name).await.unwrap_or(None),
                    None => None,
                };
                Ok(seen.as_deref() == Some(wanted))
            })
            .await;
        match outcome {
            Ok(()) => Ok(()),
            Err(_) => anyhow::bail!("{id}: {name} is {seen:?}, not {wanted}{}", self.failure_shown().await),
        }
    }

    /// Waits for a condition.
    pub async fn until(&self, what: &str, patience: Duration, mut holds: impl AsyncFnMut() -> Result<bool>) -> Result<()> {
        let began = Instant::now();
        while !holds().await? {
            ensure!(began.elapsed() < patience, "waited in vain for {what}");
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
        Ok(())
    }

    /// Takes a picture, when everything is drawn.
    pub async fn picture(&self, path: &Path) -> Result<()> {
        let settled = "const done = arguments[arguments.length - 1];
            document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";
        self.driver.execute_async(settled, vec![]).await?;
        self.driver.screenshot(path).await?;
        Ok(())
    }

    async fn failure_shown(&self) -> String {
        let Ok(failures) = self.all("failure").await else { return String::new() };
        match failures.first() {
            Some(failure) => format!("; shown: {:?}", failure.text().await.unwrap_or_default()),
            None => String::new(),
        }
    }
}

/// Returns a port of the machine itself that nobody listens at.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Waits until somebody listens at a port.
pub async fn listening(port: u16) -> Result<()> {
    let began = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        ensure!(began.elapsed() < PATIENCE, "nobody listens at {port}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

fn css(id: &str) -> String {
    format!("[data-testid='{id}']")
}
