#!/usr/bin/env bash
# Unverified: never run by us. Written from the documentation of the tools it calls; whoever runs it first corrects it.
#
# Builds Tarazy.app and a disk image (dmg) for the Mac it runs on. The app holds the window, the command line and the verifier.
# Needs: Xcode command line tools, Node.js 20.19 or newer, Rust (rust-toolchain.toml).
#
# Signing is left to who holds the keys: APPLE_SIGNING_IDENTITY names a "Developer ID Application" certificate in the key chain;
# APPLE_ID, APPLE_PASSWORD (of this app alone) and APPLE_TEAM_ID have Apple notarise the app. The bundler reads these itself.
# Without them the app is signed for this machine only ("-"), and others must allow it by hand.
#
#   bash src-tauri/packaging/macos.sh
set -euo pipefail

# The bundler, at one version; it is the other half of the tauri crate in Cargo.toml.
bundler='@tauri-apps/cli@2.12.5'

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
target="${CARGO_TARGET_DIR:-$root/target}"
dist="$target/dist"
cd "$root"

# Programs, licences and lists of what they are made of, in $dist.
cargo xtask release

# The bundler takes the window from the place where cargo would have put it.
mkdir -p "$target/release"
cp "$dist/tarazy-desk" "$target/release/"

# The other two lie beside it, in Contents/MacOS: the window looks for the verifier there.
config="$dist/macos.conf.json"
DIST="$dist" IDENTITY="${APPLE_SIGNING_IDENTITY:--}" node > "$config" <<'JS'
const { DIST, IDENTITY } = process.env;
const beside = (name) => [`MacOS/${name}`, `${DIST}/${name}`];
const paper = (name) => [`Resources/${name}`, `${DIST}/${name}`];
console.log(JSON.stringify({
  bundle: {
    targets: ['app', 'dmg'],
    icon: ['icons/icon.icns'],
    macOS: {
      files: Object.fromEntries([beside('tarazy'), beside('tarazy-verify'), paper('THIRD-PARTY.txt'), paper('tarazy.cdx.json')]),
      minimumSystemVersion: '11.0',
      signingIdentity: IDENTITY,
      hardenedRuntime: true,
    },
  },
}, null, 2));
JS

if [[ -n "${APPLE_SIGNING_IDENTITY:-}" ]]; then
  # What lies in the app is signed before the app is.
  for name in tarazy tarazy-verify; do
    codesign --force --options runtime --timestamp --sign "$APPLE_SIGNING_IDENTITY" "$dist/$name"
  done
fi

(cd src-tauri && npx --yes "$bundler" bundle --bundles app,dmg --config "$config")

app="$target/release/bundle/macos/Tarazy.app"
for name in tarazy-desk tarazy tarazy-verify; do
  [[ -x "$app/Contents/MacOS/$name" ]] || { echo "$name is not in the app" >&2; exit 1; }
done
codesign --verify --deep --strict "$app"
cp "$target"/release/bundle/dmg/*.dmg "$dist/"

# As sha256sum --check reads it.
(cd "$dist" && rm -f SHA256SUMS macos.conf.json && find . -maxdepth 1 -type f -exec basename {} \; | LC_ALL=C sort | tr '\n' '\0' | xargs -0 shasum -a 256 > SHA256SUMS)
echo "The disk image and SHA256SUMS are in $dist"
