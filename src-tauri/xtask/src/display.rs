//! A screen in memory, for tests of the real window.

use crate::shell::Project;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A running screen in memory; it ends with this value.
pub struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts a screen. The server picks a free number itself and names it when it is ready to be used.
    pub fn start(project: &Project) -> Result<Self, String> {
        let mut server = project
            .program("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("Xvfb could not be started: {error}"))?;
        let mut number = String::new();
        if let Some(stdout) = server.stdout.as_mut() {
            // End of file means that the server gave up: the number stays empty.
            let _ = BufReader::new(stdout).read_line(&mut number);
        }
        let number = number.trim();
        let name = format!(":{number}");
        let display = Self { server, name };
        if number.is_empty() { Err("Xvfb ended before it was ready".to_owned()) } else { Ok(display) }
    }

    /// Lets a command show its windows here and nowhere else.
    pub fn lend<'command>(&self, command: &'command mut Command) -> &'command mut Command {
        command
            .env("DISPLAY", &self.name)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            // There is neither an accessibility bus nor a graphics card behind this screen.
            .env("NO_AT_BRIDGE", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Tells whether a person could see a window started here.
pub fn is_there() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
