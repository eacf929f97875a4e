//! What the machine must have before anything can be built, and the way to get it.

use crate::shell::{self, Outcome, Project};
use std::process::Stdio;

/// What a need is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Building the core and the command line.
    Core,
    /// Building the window.
    Window,
    /// Testing the window and the papers.
    Test,
    /// Making the package for Debian.
    Package,
}

enum Probe {
    Library(&'static str),
    Program(&'static str),
    File(&'static str),
}

struct Need {
    purpose: Purpose,
    probe: Probe,
    /// Name of the Debian or Ubuntu package.
    package: &'static str,
}

const NEEDS: &[Need] = &[
    need(Purpose::Core, Probe::Program("cc"), "build-essential"),
    need(Purpose::Core, Probe::Program("pkg-config"), "pkg-config"),
    need(Purpose::Core, Probe::Library("openssl"), "libssl-dev"),
    need(Purpose::Window, Probe::Library("webkit2gtk-4.1"), "libwebkit2gtk-4.1-dev"),
    need(Purpose::Window, Probe::Library("gtk+-3.0"), "libgtk-3-dev"),
    need(Purpose::Window, Probe::Library("librsvg-2.0"), "librsvg2-dev"),
    need(Purpose::Window, Probe::Library("libsoup-3.0"), "libsoup-3.0-dev"),
    need(Purpose::Window, Probe::Program("node"), "nodejs"),
    need(Purpose::Window, Probe::Program("npm"), "npm"),
    need(Purpose::Test, Probe::Program("Xvfb"), "xvfb"),
    need(Purpose::Test, Probe::Program("xauth"), "xauth"),
    need(Purpose::Test, Probe::Program("WebKitWebDriver"), "webkit2gtk-driver"),
    need(Purpose::Test, Probe::Program("pdftotext"), "poppler-utils"),
    need(Purpose::Test, Probe::Program("qpdf"), "qpdf"),
    need(Purpose::Test, Probe::Program("sqlite3"), "sqlite3"),
    // Kills a process at a call to the system, lets calls fail, and writes them down for the power cuts.
    need(Purpose::Test, Probe::Program("strace"), "strace"),
    // The checker of archives is a Java program; it is started from its source, which takes a compiler.
    need(Purpose::Test, Probe::Program("javac"), "default-jdk-headless"),
    need(Purpose::Test, Probe::File("/usr/share/java/jaxb-runtime.jar"), "libjaxb-java"),
    need(Purpose::Test, Probe::Program("pip3"), "python3-pip"),
    // It comes with the compilers as a rule, and a system may have these from elsewhere.
    need(Purpose::Package, Probe::Program("dpkg-deb"), "dpkg"),
    need(Purpose::Package, Probe::Program("dpkg-shlibdeps"), "dpkg-dev"),
];

const fn need(purpose: Purpose, probe: Probe, package: &'static str) -> Need {
    Need { purpose, probe, package }
}

/// Installs what is missing for these purposes and returns the packages that were installed.
pub fn provide(project: &Project, purposes: &[Purpose]) -> Result<Vec<&'static str>, String> {
    if !cfg!(target_os = "linux") {
        println!("{}", elsewhere());
        return Ok(Vec::new());
    }
    let missing = missing(project, purposes);
    if missing.is_empty() {
        println!("This machine has everything that is needed.");
    } else {
        install(project, &missing)?;
        let still = self::missing(project, purposes);
        if !still.is_empty() {
            return Err(format!("still missing after the installation: {}", still.join(" ")));
        }
    }
    if purposes.contains(&Purpose::Window) {
        node_is_new_enough(project)?;
    }
    Ok(missing)
}

/// Returns the packages that are missing, without installing any.
fn missing(project: &Project, purposes: &[Purpose]) -> Vec<&'static str> {
    // A pkg-config that is itself missing finds no library: all of them are asked for then, which does no harm.
    NEEDS
        .iter()
        .filter(|need| purposes.contains(&need.purpose))
        .filter(|need| match need.probe {
            Probe::Program(name) => !shell::found(name),
            Probe::File(path) => !std::path::Path::new(path).is_file(),
            Probe::Library(name) => !project
                .program("pkg-config")
                .args(["--exists", name])
                .stderr(Stdio::null())
                .status()
                .is_ok_and(|status| status.success()),
        })
        .map(|need| need.package)
        .collect()
}

fn install(project: &Project, packages: &[&str]) -> Outcome {
    let list = packages.join(" ");
    let by_hand = format!("sudo apt-get update && sudo apt-get install -y --no-install-recommends {list}");
    if !shell::found("apt-get") {
        return Err(format!(
            "these are missing, named as Debian names them: {list}\nInstall them by this system's own means and start again."
        ));
    }
    let is_root = shell::read(project.program("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let may_sudo = !is_root
        && project
            .program("sudo")
            .args(["-n", "true"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
    if !is_root && !may_sudo {
        return Err(format!(
            "system packages are missing, and installing them needs your password. Run\n\n    {by_hand}\n\nand start again."
        ));
    }
    println!("Installing system packages: {list}");
    let apt = |arguments: &[&str]| {
        let mut command = if is_root { project.program("apt-get") } else { project.program("sudo") };
        if may_sudo {
            command.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        }
        command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments).stdout(Stdio::null());
        shell::run(&mut command)
    };
    apt(&["update", "-qq"])
        .and_then(|()| apt(&[&["install", "-y", "-qq", "--no-install-recommends"], packages].concat()))
        .map_err(|reason| format!("{reason}\nTo install by hand:\n\n    {by_hand}"))
}

/// The oldest Node.js that builds the window.
const NODE_OLDEST: (u32, u32) = (20, 19);

fn node_is_new_enough(project: &Project) -> Outcome {
    let said = shell::read(project.program("node").arg("--version"))?;
    let mut numbers = said.trim().trim_start_matches('v').split('.').map_while(|part| part.parse::<u32>().ok());
    let version = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if version >= NODE_OLDEST {
        return Ok(());
    }
    let (major, minor) = NODE_OLDEST;
    Err(format!(
        "Node.js is {}; the window needs {major}.{minor} or newer, from nodejs.org or your system's newer packages.",
        said.trim()
    ))
}

fn elsewhere() -> &'static str {
    if cfg!(windows) {
        "Needed on Windows: Visual Studio Build Tools with the C++ workload, WebView2 (part of Windows 11), \
         Strawberry Perl (OpenSSL is built from source) and Node.js 20.19 or newer."
    } else {
        "Needed on macOS: the Xcode command line tools (xcode-select --install) and Node.js 20.19 or newer."
    }
}
