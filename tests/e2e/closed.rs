//! What the page of the window may not do, asked of the page that the app really ships: leave for another address, open a window, run what
//! was not built into it, load or send anything, call anything but its own commands.

use crate::desk::{Desk, PATIENCE, Setting, journey};
use crate::steps::create;
use anyhow::{Result, ensure};
use std::path::{Path, PathBuf};
use std::time::Duration;

async fn ask(desk: &Desk, script: &str) -> Result<String> {
    let script = format!(
        "const done = arguments[arguments.length - 1]; (async () => {{ {script} }})().then(done, (e) => done('threw ' + e));"
    );
    Ok(desk.driver.execute_async(&script, vec![]).await?.convert::<String>()?)
}

#[test]
#[ignore = "drives the real window: cargo xtask test"]
fn the_page_goes_nowhere_and_loads_nothing() {
    journey("the_page_goes_nowhere_and_loads_nothing", &Setting::default(), async |desk| {
        create(desk, "kk", false).await?;
        stays(desk).await?;
        opens_and_saves_nothing(desk).await?;
        runs_nothing(desk).await?;
        loads_nothing(desk).await?;
        calls_nothing_else(desk).await?;
        let typed = "return String(document.documentElement.spellcheck) + document.createElement('textarea').spellcheck;";
        ensure!(
            ask(desk, "return document.documentElement.getAttribute('spellcheck');").await? == "false",
            "words are looked up"
        );
        ensure!(ask(desk, typed).await?.starts_with("false"), "words are looked up");
        Ok(())
    });
}

async fn stays(desk: &Desk) -> Result<()> {
    let page = ask(desk, "window.mark = 'ours'; return location.origin + location.pathname;").await?;
    for address in [
        "https://example.org/",
        "http://127.0.0.1:9/",
        "file:///etc/passwd",
        "data:text/html,<p>other</p>",
        "javascript:void(window.mark='other')",
        "tauri://elsewhere/",
    ] {
        let go = format!("location.href = {address:?}; await new Promise((over) => setTimeout(over, 300)); return 'stayed';");
        // A page that goes away takes the answer with it.
        let answer = ask(desk, &go).await.unwrap_or_else(|error| format!("{error:#}"));
        ensure!(answer.starts_with("stayed") || answer.starts_with("threw"), "{address}: {answer}");
        let mark = ask(desk, "return String(window.mark);").await?;
        ensure!(mark == "ours", "{address} replaced the page, or ran in it: {mark}");
        let here = ask(desk, "return location.origin + location.pathname;").await?;
        ensure!(here == page, "{address} was followed to {here}");
    }
    Ok(())
}

/// How long a window or a file that should not come is waited for.
const WATCHED: Duration = Duration::from_secs(2);

async fn opens_and_saves_nothing(desk: &Desk) -> Result<()> {
    ask(desk, "window.open('https://example.org/'); const a = document.createElement('a'); a.href = 'https://example.org/'; a.target = '_blank'; document.body.append(a); a.click(); a.remove(); return '';").await?;
    let save = "const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'left.txt'; document.body.append(a); a.click(); a.remove(); return '';";
    ask(desk, save).await?;
    let folder = desk.folder.path();
    let came = desk.until("", WATCHED, async || Ok(desk.driver.windows().await?.len() > 1 || saved(folder)?.is_some())).await;
    ensure!(came.is_err(), "a window was opened, or a file saved: {:?}", saved(folder)?);
    // Proof that a file would be seen where the system keeps what is downloaded.
    std::fs::write(folder.join("home/downloads/left.txt"), "x")?;
    ensure!(saved(folder)?.is_some(), "a file that was saved is not seen");
    std::fs::remove_file(folder.join("home/downloads/left.txt"))?;
    ensure!(ask(desk, "return String(window.mark);").await? == "ours", "the page is another one");
    Ok(())
}

/// Returns a file of the name of the one that the page would save, wherever below the window's folder it is.
fn saved(folder: &Path) -> Result<Option<PathBuf>> {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        // What the web view keeps may go while it is looked at.
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().contains("left.txt") {
                return Ok(Some(entry.path()));
            }
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(entry.path());
            }
        }
    }
    Ok(None)
}

async fn runs_nothing(desk: &Desk) -> Result<()> {
    let inline = "const s = document.createElement('script'); s.textContent = \"window.mark = 'inline'\"; document.head.append(s); s.remove(); return window.mark;";
    ensure!(ask(desk, inline).await? == "ours", "a script that was written into the page runs");
    let handler = "document.body.setAttribute('onclick', \"window.mark = 'handler'\"); document.body.click(); document.body.removeAttribute('onclick'); return window.mark;";
    ensure!(ask(desk, handler).await? == "ours", "a handler that was written into the page runs");
    let eval = "try { return String(window.eval('1 + 1')); } catch { return 'refused'; }";
    ensure!(ask(desk, eval).await? == "refused", "a text is run as a script");
    let function = "try { return String(new Function('return 1')()); } catch { return 'refused'; }";
    ensure!(ask(desk, function).await? == "refused", "a text is made a function");
    Ok(())
}

// The page's own policy says what it refused: a request that merely failed, as offline, says nothing.
async fn loads_nothing(desk: &Desk) -> Result<()> {
    for (what, directive, load) in [
        ("fetch", "connect-src", "fetch('https://example.org/').catch(() => 0);"),
        ("a request to this machine", "connect-src", "fetch('http://127.0.0.1:9/').catch(() => 0);"),
        ("a socket", "connect-src", "try { new WebSocket('wss://example.org/'); } catch {}"),
        ("a beacon", "connect-src", "navigator.sendBeacon('https://example.org/', 'x');"),
        ("a picture", "img-src", "new Image().src = 'https://example.org/a.png';"),
        ("a picture of a file", "img-src", "new Image().src = 'data:image/png;base64,AAAA';"),
        (
            "a script",
            "script-src",
            "const s = document.createElement('script'); s.src = 'https://example.org/a.js'; document.head.append(s);",
        ),
        (
            "a style",
            "style-src",
            "const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = 'https://example.org/a.css'; document.head.append(l);",
        ),
        (
            "a frame",
            "frame-src",
            "const f = document.createElement('iframe'); f.src = 'https://example.org/'; document.body.append(f);",
        ),
        (
            "an object",
            "object-src",
            "const o = document.createElement('object'); o.data = 'https://example.org/a.pdf'; document.body.append(o);",
        ),
        (
            "a film",
            "media-src",
            "const v = document.createElement('video'); v.src = 'https://example.org/a.mp4'; document.body.append(v); v.load();",
        ),
        (
            "a worker",
            "worker-src",
            "try { new Worker('https://example.org/a.js'); } catch { try { new Worker(URL.createObjectURL(new Blob(['']))); } catch {} }",
        ),
        (
            "a form",
            "form-action",
            "const f = document.createElement('form'); f.action = 'https://example.org/'; document.body.append(f); f.submit();",
        ),
        (
            "a base",
            "base-uri",
            "const b = document.createElement('base'); b.href = 'https://example.org/'; document.head.append(b);",
        ),
    ] {
        let script = format!(
            "return await new Promise((done) => {{
                const heard = (event) => done(event.effectiveDirective);
                document.addEventListener('securitypolicyviolation', heard, {{ once: true }});
                setTimeout(() => {{ document.removeEventListener('securitypolicyviolation', heard); done('nothing'); }}, 3000);
                {load}
            }});"
        );
        let refused = ask(desk, &script).await?;
        ensure!(refused.starts_with(directive), "{what}: {refused} instead of {directive}");
    }
    Ok(())
}

async fn calls_nothing_else(desk: &Desk) -> Result<()> {
    let invoke = |name: &str, arguments: &str| {
        format!(
            "return await window.__TAURI_INTERNALS__.invoke({name:?}, {arguments}).then((v) => 'done ' + JSON.stringify(v), (e) => 'refused ' + JSON.stringify(e));"
        )
    };
    // One of our own and one that is allowed answer: the question is well put.
    let own = ask(desk, &invoke("call", "{ name: 'vault_state', args: {} }")).await?;
    ensure!(own.starts_with("done"), "our own command: {own}");
    let zoom = ask(desk, &invoke("plugin:webview|set_webview_zoom", "{ value: 1 }")).await?;
    ensure!(zoom.starts_with("done"), "what is allowed: {zoom}");
    for (name, arguments) in [
        ("plugin:dialog|open", "{ options: {} }"),
        ("plugin:dialog|save", "{ options: {} }"),
        ("plugin:dialog|message", "{ message: 'x' }"),
        ("plugin:event|emit_to", "{ target: { kind: 'Any' }, event: 'x', payload: null }"),
        ("plugin:window|create", "{ options: { label: 'other' } }"),
        ("plugin:window|close", "{}"),
        ("plugin:window|set_title", "{ value: 'x' }"),
        ("plugin:window|set_content_protected", "{ value: false }"),
        ("plugin:webview|create_webview_window", "{ options: { label: 'other', url: 'https://example.org/' } }"),
        ("plugin:webview|internal_toggle_devtools", "{}"),
        ("plugin:webview|clear_all_browsing_data", "{}"),
        ("plugin:app|version", "{}"),
        ("plugin:app|set_app_theme", "{ theme: 'dark' }"),
        ("plugin:path|resolve_directory", "{ directory: 1 }"),
        ("plugin:resources|close", "{ rid: 1 }"),
        ("plugin:menu|new", "{ kind: 'Menu' }"),
        ("plugin:tray|new", "{ options: {} }"),
        ("plugin:image|from_path", "{ path: '/etc/passwd' }"),
        ("plugin:fs|read_text_file", "{ path: '/etc/passwd' }"),
        ("plugin:shell|open", "{ path: 'https://example.org/' }"),
        ("plugin:opener|open_url", "{ url: 'https://example.org/' }"),
        ("plugin:http|fetch", "{ clientConfig: {} }"),
        ("plugin:process|restart", "{}"),
        ("vault_state", "{}"),
    ] {
        let answer = ask(desk, &invoke(name, arguments)).await?;
        ensure!(answer.starts_with("refused") && answer.contains("not"), "{name}: {answer}");
    }
    let unknown = ask(desk, &invoke("call", "{ name: 'delete_everything', args: {} }")).await?;
    ensure!(unknown.contains("invalid"), "a command that there is not: {unknown}");
    desk.attribute("screen-desk", "data-testid", "screen-desk", PATIENCE).await
}
