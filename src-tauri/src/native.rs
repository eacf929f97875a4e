//! What only the shell can do: dialogs and events. Paths stay on this side.

use crate::anew;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tarazy_core::api::wire::Progress;
use tarazy_core::api::{Host, Image};
use tauri::{AppHandle, CloseRequestApi, DragDropEvent, Emitter, Listener, Manager, WindowEvent};

/// A page that has not heard for so long that its window is to close has nothing to say any more.
const PATIENCE: Duration = Duration::from_secs(3);

/// The window's host.
pub struct Native {
    handle: AppHandle,
    dropped: Mutex<Option<PathBuf>>,
    // The clipboard, from the first picture on: on some systems a picture is there only as long as the one who put it there.
    clipboard: Mutex<Option<arboard::Clipboard>>,
    // The page has heard that its window is to close: from then on it decides.
    is_heard: Arc<AtomicBool>,
    // Dialogs that wait for somebody's answer.
    asking: AtomicUsize,
}

impl Native {
    /// Takes the handle of the running app.
    pub fn new(handle: AppHandle) -> Self {
        let is_heard = Arc::new(AtomicBool::new(false));
        let heard = Arc::clone(&is_heard);
        handle.listen_any("closing-heard", move |_| heard.store(true, Ordering::Release));
        Self { handle, dropped: Mutex::new(None), clipboard: Mutex::new(None), is_heard, asking: AtomicUsize::new(0) }
    }

    /// Keeps the file that was dropped onto the window and says so, without its path. Tauri has an event of its own that carries paths;
    /// it reaches pages that listen to it, and ours does not. Before the window closes the page hears of it.
    pub fn hear(&self, event: &WindowEvent) {
        match event {
            WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
                let Some(path) = paths.first() else { return };
                if let Ok(mut dropped) = self.dropped.lock() {
                    *dropped = Some(path.clone());
                }
                let _ = self.handle.emit("dropped", ());
            }
            WindowEvent::CloseRequested { api, .. } => self.close_later(api),
            _ => {}
        }
    }

    /// Says whether a dialog waits for an answer.
    pub fn is_asking(&self) -> bool {
        self.asking.load(Ordering::Acquire) > 0
    }

    fn ask<T>(&self, dialog: impl FnOnce(&AppHandle) -> Option<T>) -> Option<T> {
        // A dialog that breaks is over too.
        struct Asking<'n>(&'n AtomicUsize);
        impl Drop for Asking<'_> {
            fn drop(&mut self) {
                self.0.fetch_sub(1, Ordering::AcqRel);
            }
        }
        self.asking.fetch_add(1, Ordering::AcqRel);
        let _asking = Asking(&self.asking);
        dialog(&self.handle)
    }

    // The page saves what waits in it and then closes the window itself. One that does not even hear of it keeps nobody waiting.
    fn close_later(&self, api: &CloseRequestApi) {
        api.prevent_close();
        self.is_heard.store(false, Ordering::Release);
        let _ = self.handle.emit("closing", ());
        let (handle, is_heard) = (self.handle.clone(), Arc::clone(&self.is_heard));
        std::thread::spawn(move || {
            std::thread::sleep(PATIENCE);
            if is_heard.load(Ordering::Acquire) {
                return;
            }
            handle.webview_windows().into_values().for_each(|window| drop(window.destroy()));
        });
    }
}

impl Host for Native {
    fn pick_open(&self) -> Option<PathBuf> {
        self.ask(dialogs::pick_open)
    }

    fn pick_file(&self) -> Option<PathBuf> {
        self.ask(dialogs::pick_file)
    }

    fn take_dropped(&self) -> Option<PathBuf> {
        self.dropped.lock().ok()?.take()
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        self.ask(dialogs::pick_folder)
    }

    fn pick_save(&self, name: &str) -> Option<PathBuf> {
        self.ask(|handle| dialogs::pick_save(handle, name))
    }

    fn copy_picture(&self, picture: &Image) -> bool {
        let (Ok(width), Ok(height)) = (usize::try_from(picture.width), usize::try_from(picture.height)) else { return false };
        let Ok(mut clipboard) = self.clipboard.lock() else { return false };
        if clipboard.is_none() {
            *clipboard = arboard::Clipboard::new().ok();
        }
        let image = arboard::ImageData { width, height, bytes: picture.dots.as_slice().into() };
        clipboard.as_mut().is_some_and(|clipboard| clipboard.set_image(image).is_ok())
    }

    fn changed(&self, topics: &[&str]) {
        // A window that is gone need not hear of it.
        let _ = self.handle.emit("changed", topics);
    }

    fn starts_anew(&self) -> bool {
        anew::is_wanted()
    }

    fn locked(&self, place: &Path) {
        if anew::is_wanted() {
            anew::start(&self.handle, place);
        }
    }

    fn remind(&self, _: u32) {
        reminders::show(&self.handle);
    }

    fn progress(&self, progress: &Progress) {
        let _ = self.handle.emit("progress", progress);
    }
}

// A lock screen shows notifications to anyone: the words are the same whatever the term is about, and no order is named.
#[cfg(not(feature = "scripted-dialogs"))]
mod reminders {
    use tauri::AppHandle;

    pub fn show(_: &AppHandle) {
        // Where the system shows no notifications the desk shows the same clocks.
        let _ = notify_rust::Notification::new().appname("Tarazy").summary("Tarazy").show();
    }
}

// In builds made for tests a reminder is an event that the test can wait for.
#[cfg(feature = "scripted-dialogs")]
mod reminders {
    use tauri::{AppHandle, Emitter};

    pub fn show(handle: &AppHandle) {
        let _ = handle.emit("reminded", ());
    }
}

#[cfg(not(feature = "scripted-dialogs"))]
mod dialogs {
    use std::path::PathBuf;
    use tauri::AppHandle;
    use tauri_plugin_dialog::DialogExt;

    pub fn pick_open(handle: &AppHandle) -> Option<PathBuf> {
        handle
            .dialog()
            .file()
            .add_filter("CSV, XLSX, JSON", &["csv", "tsv", "txt", "xlsx", "json"])
            .blocking_pick_file()?
            .into_path()
            .ok()
    }

    pub fn pick_file(handle: &AppHandle) -> Option<PathBuf> {
        handle.dialog().file().blocking_pick_file()?.into_path().ok()
    }

    pub fn pick_folder(handle: &AppHandle) -> Option<PathBuf> {
        handle.dialog().file().blocking_pick_folder()?.into_path().ok()
    }

    pub fn pick_save(handle: &AppHandle, name: &str) -> Option<PathBuf> {
        handle.dialog().file().set_file_name(name).blocking_save_file()?.into_path().ok()
    }
}

// Native dialogs cannot be driven from a test: in builds made for tests the environment answers instead.
#[cfg(feature = "scripted-dialogs")]
mod dialogs {
    use std::path::PathBuf;
    use tauri::AppHandle;

    fn answer(name: &str) -> Option<PathBuf> {
        std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from)
    }

    pub fn pick_open(_: &AppHandle) -> Option<PathBuf> {
        answer("TARAZY_PICK_OPEN")
    }

    pub fn pick_file(_: &AppHandle) -> Option<PathBuf> {
        answer("TARAZY_PICK_FILE").or_else(|| answer("TARAZY_PICK_OPEN"))
    }

    pub fn pick_folder(_: &AppHandle) -> Option<PathBuf> {
        answer("TARAZY_PICK_FOLDER")
    }

    pub fn pick_save(_: &AppHandle, name: &str) -> Option<PathBuf> {
        let path = answer("TARAZY_PICK_SAVE")?;
        Some(if path.is_dir() { path.join(name) } else { path })
    }
}
