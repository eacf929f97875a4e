//! A window that is started as a person starts it, not by its driver: it may start itself anew, and a driver can come to it again afterwards.

use crate::desk::{Desk, PATIENCE, Process, free_port, listening};
use anyhow::{Context, Result, ensure};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tarazy_tests::binary;
use tempfile::TempDir;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt, ImageFormat, MapState};

/// A running window without a driver.
pub struct Alone {
    /// Its folder: the vault, the system's folders, what it said.
    pub folder: TempDir,
    process: Process,
    inspector: u16,
}

impl Alone {
    /// Starts a window, with these variables besides the usual ones.
    pub async fn start(more: &[(&str, &str)]) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let inside = |name: &str| -> Result<PathBuf> {
            let path = folder.path().join(name);
            std::fs::create_dir_all(&path)?;
            Ok(path)
        };
        let inspector = free_port()?;
        let said = std::fs::File::create(folder.path().join("said.txt"))?;
        let mut command = Command::new(binary("tarazy-desk")?);
        command
            .process_group(0)
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("WEBKIT_INSPECTOR_SERVER", format!("127.0.0.1:{inspector}"))
            .env("TARAZY_TEST_KDF", "weak")
            .env("TARAZY_VAULT", folder.path().join("vault"))
            .env("TARAZY_PICK_SAVE", inside("papers")?)
            .env("XDG_DATA_HOME", inside("data")?)
            .env("XDG_CONFIG_HOME", inside("config")?)
            .env("XDG_CACHE_HOME", inside("cache")?)
            .env("TMPDIR", inside("tmp")?)
            .env("GTK_THEME", "Adwaita")
            .env("LANG", "C.UTF-8")
            .envs(more.iter().copied())
            .stdin(Stdio::null())
            .stdout(said.try_clone()?)
            .stderr(said);
        let process = Process(command.spawn().context("starting the window")?);
        Ok(Self { folder, process, inspector })
    }

    /// Drives it, until the driver is dropped or the window starts anew. A driver that came before the page was there would wait for ever.
    pub async fn attach(&self) -> Result<Desk> {
        let (x11, _) = x11rb::connect(None)?;
        let began = Instant::now();
        while look(&x11)? != Seen::Something {
            ensure!(began.elapsed() < PATIENCE * 3, "there is nothing to see: {:?}", look(&x11)?);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        listening(self.inspector).await?;
        Desk::attach(self.inspector).await
    }

    /// Returns the process.
    pub fn pid(&self) -> u32 {
        self.process.0.id()
    }

    /// Returns what it wrote to its standard streams.
    pub fn said(&self) -> Result<Vec<u8>> {
        Ok(std::fs::read(self.folder.path().join("said.txt"))?)
    }
}

/// What can be seen of the app on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// No window.
    Nothing,
    /// A window with nothing in it.
    Blank,
    /// A window with something to read.
    Something,
}

/// Looks at the screen.
pub fn look(x11: &impl Connection) -> Result<Seen> {
    let root = x11.setup().roots.first().context("no screen")?.root;
    let mut seen = Seen::Nothing;
    for window in x11.query_tree(root)?.reply()?.children {
        // A window may go while it is looked at.
        let Ok(name) = x11.get_property(false, window, AtomEnum::WM_NAME, AtomEnum::ANY, 0, 64)?.reply() else { continue };
        let Ok(attributes) = x11.get_window_attributes(window)?.reply() else { continue };
        if name.value != b"Tarazy" || attributes.map_state != MapState::VIEWABLE {
            continue;
        }
        let Ok(size) = x11.get_geometry(window)?.reply() else { continue };
        if size.width < 200 || size.height < 200 {
            continue;
        }
        seen = Seen::Blank;
        let strip = x11.get_image(ImageFormat::Z_PIXMAP, window, 0, 0, size.width, size.height, u32::MAX)?.reply();
        let colours: std::collections::BTreeSet<&[u8]> = strip.as_ref().map(|i| i.data.chunks(4).collect()).unwrap_or_default();
        if colours.len() > 12 {
            return Ok(Seen::Something);
        }
    }
    Ok(seen)
}
