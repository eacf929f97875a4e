//! Writes the window's manifest. The one command of the app is named, so that no other can be called by accident.

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&["call"]);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        #[allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]
        {
            println!("cargo::error={error:#}");
        }
    }
}
