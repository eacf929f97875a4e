//! The desktop shell: a window around the use cases of the core. It has no opinions.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod anew;
#[cfg(target_os = "linux")]
mod bus;
mod hardening;
mod native;
mod watch;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tarazy_core::api::wire::{Code, Failure};
use tarazy_core::api::{App, Host, dispatch};
use tarazy_core::{Env, Kdf};
use tauri::{Manager, RunEvent, State, WebviewUrl, WebviewWindowBuilder};

/// A register that cannot be closed by then is not waited for: its window is gone.
const CLOSING_PATIENCE: Duration = Duration::from_secs(3);

/// The one command: a name of the list in the core, and its arguments.
#[tauri::command]
async fn call(app: State<'_, Arc<App>>, name: String, args: serde_json::Value) -> Result<serde_json::Value, Failure> {
    let app = Arc::clone(&app);
    // Use cases block: on the disk, on a dialog, on the derivation of a key.
    tauri::async_runtime::spawn_blocking(move || dispatch(&app, &name, args))
        .await
        .unwrap_or_else(|_| Err(Failure { code: Code::Internal, params: std::collections::BTreeMap::new() }))
}

fn main() -> ExitCode {
    hardening::process();
    // A panic says that something is broken, never what was in the register.
    std::panic::set_hook(Box::new(|_| {}));
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

#[allow(clippy::disallowed_methods, reason = "the call stands in what generate_context! writes")]
fn run() -> tauri::Result<()> {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![call])
        .setup(|tauri_app| {
            let place = place(tauri_app)?;
            let host = Arc::new(native::Native::new(tauri_app.handle().clone()));
            tauri_app.manage(Arc::clone(&host));
            let app = Arc::new(App::new(Env::system(), Arc::clone(&host) as Arc<dyn Host>, place, kdf()));
            remind_forever(Arc::clone(&app));
            watch::watch(tauri_app.handle().clone(), Arc::clone(&app), host);
            tauri_app.manage(app);
            let web_folder = hardening::web_folder(tauri_app)?;
            hardening::wipe(&web_folder);
            let window = WebviewWindowBuilder::new(tauri_app, "main", WebviewUrl::default())
                .title("Tarazy")
                .inner_size(1280.0, 800.0)
                .min_inner_size(900.0, 600.0)
                .zoom_hotkeys_enabled(true);
            hardening::window(window, web_folder).build()?;
            Ok(())
        })
        .on_window_event(|window, event| {
            if let Some(host) = window.try_state::<Arc<native::Native>>() {
                host.hear(event);
            }
        })
        .build(tauri::generate_context!())?
        .run(|handle, event| match event {
            // The window goes before the process is replaced.
            RunEvent::ExitRequested { api, .. } if anew::is_begun() => api.prevent_exit(),
            RunEvent::Exit => {
                let app: State<'_, Arc<App>> = handle.state();
                // A vault that could not be closed cleanly says so at its next opening.
                // One that a command still holds, over a dialog that nobody can answer any more, goes with the process as in a power cut.
                let _ = app.close_within(CLOSING_PATIENCE);
                tarazy_core::api::take_away_unfinished();
                if let Ok(folder) = hardening::web_folder(handle) {
                    hardening::wipe(&folder);
                }
            }
            _ => {}
        });
    Ok(())
}

// Ends with the process. A register that cannot be read just now is asked again later.
fn remind_forever(app: Arc<App>) {
    std::thread::spawn(move || {
        loop {
            let wait = app.remind().unwrap_or(60);
            std::thread::sleep(Duration::from_secs(wait));
        }
    });
}

// One register per person by default; another folder can be chosen in the window.
fn place(tauri_app: &tauri::App) -> tauri::Result<PathBuf> {
    match std::env::var_os("TARAZY_VAULT") {
        Some(folder) => Ok(PathBuf::from(folder)),
        None => Ok(tauri_app.path().app_data_dir()?.join("register")),
    }
}

fn kdf() -> Kdf {
    Kdf::asked(std::env::var("TARAZY_TEST_KDF").ok().as_deref())
}
