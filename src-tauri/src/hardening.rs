//! What the shell does so that nothing of an open register stays on the machine: core dumps are off before anything secret exists, the web
//! view keeps its things in one folder that is wiped, and opens, loads and saves nothing but its own page.

use std::path::{Path, PathBuf};
use tauri::webview::{DownloadEvent, NewWindowResponse};
use tauri::{Manager, Runtime, Url, WebviewWindowBuilder};

/// Closes the process to other programs of the same person. Where the system does not, the window opens all the same.
pub fn process() {
    let _ = tarazy_core::harden();
}

/// Returns the folder of the web view: nothing of value is ever in it.
pub fn web_folder<R: Runtime>(manager: &impl Manager<R>) -> tauri::Result<PathBuf> {
    Ok(manager.path().app_local_data_dir()?.join("webview"))
}

/// Wipes the folder of the web view. What another window of the app holds open just now stays, and goes at the next start.
pub fn wipe(folder: &Path) {
    let _ = std::fs::remove_dir_all(folder);
}

/// Makes the window with which people work.
pub fn window<'a, R: Runtime, M: Manager<R>>(
    window: WebviewWindowBuilder<'a, R, M>,
    web_folder: PathBuf,
) -> WebviewWindowBuilder<'a, R, M> {
    window
        // The web view keeps nothing: no cache, no history, no local storage outlives the window. WebDriver cannot drive a private context, so
        // builds made for tests have an ordinary one.
        .incognito(!cfg!(feature = "scripted-dialogs"))
        .data_directory(web_folder)
        .devtools(cfg!(debug_assertions))
        .general_autofill_enabled(false)
        // Windows and macOS leave the window out of pictures and recordings of the screen; Linux knows no such thing.
        .content_protected(true)
        .on_navigation(is_our_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        // Files are saved by the core, where a person chose the place.
        .on_download(|_, event| !matches!(event, DownloadEvent::Requested { .. }))
}

/// Says whether an address is the app's own page: nothing else is ever opened in the window.
fn is_our_own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_our_own_page_is_opened() {
        for ours in ["tauri://localhost/", "http://tauri.localhost/index.html", "https://tauri.localhost/"] {
            assert!(is_our_own(&ours.parse().unwrap()), "{ours}");
        }
        for other in [
            "https://example.org/",
            "http://localhost/",
            "https://tauri.localhost.example.org/",
            "tauri://elsewhere/",
            "file:///etc/passwd",
            "data:text/html,a",
            "blob:null/1",
            "javascript:alert(1)",
            "about:blank",
            "ftp://tauri.localhost/",
        ] {
            assert!(!is_our_own(&other.parse().unwrap()), "{other}");
        }
    }

    #[test]
    fn the_folder_of_the_web_view_goes_with_all_that_is_in_it() {
        let place = std::env::temp_dir().join(format!("tarazy-web-{}", std::process::id()));
        std::fs::create_dir_all(place.join("cache/a")).unwrap();
        std::fs::write(place.join("cache/a/b"), "x").unwrap();
        wipe(&place);
        assert!(!place.exists());
        wipe(&place);
    }
}
