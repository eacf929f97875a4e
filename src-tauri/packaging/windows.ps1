# Unverified: never run by us. Written from the documentation of the tools it calls; whoever runs it first corrects it.
#
# Builds the installers for Windows: an MSI and a setup program (NSIS). Both hold the window, the command line and the verifier.
# Needs: Visual Studio Build Tools with the C++ workload, Strawberry Perl, Node.js 20.19 or newer, Rust (rust-toolchain.toml).
# The bundler fetches WiX and NSIS by itself at its first run; where nothing may be fetched, install both beforehand.
#
# Signing is left to who holds the keys: set TARAZY_SIGN_THUMBPRINT to the certificate's thumbprint, and TARAZY_SIGN_TIMESTAMP
# to the address of a time stamping service. Without them the installers are not signed, and Windows will say so.
#
#   powershell -ExecutionPolicy Bypass -File src-tauri\packaging\windows.ps1
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

# The bundler, at one version; it is the other half of the tauri crate in Cargo.toml.
$Bundler = '@tauri-apps/cli@2.12.5'

$Root = (Resolve-Path (Join-Path $PSScriptRoot '..\..')).Path
$Target = if ($env:CARGO_TARGET_DIR) { $env:CARGO_TARGET_DIR } else { Join-Path $Root 'target' }
$Dist = Join-Path $Target 'dist'

function Invoke-Checked([string] $Program, [string[]] $Words) {
    & $Program @Words
    if ($LASTEXITCODE -ne 0) { throw "$Program ended with $LASTEXITCODE" }
}

Push-Location $Root
try {
    # Programs, licences and lists of what they are made of, in $Dist.
    Invoke-Checked 'cargo' @('xtask', 'release')

    # The bundler takes the window from the place where cargo would have put it.
    $Release = Join-Path $Target 'release'
    New-Item -ItemType Directory -Force -Path $Release | Out-Null
    Copy-Item (Join-Path $Dist 'tarazy-desk.exe') $Release -Force

    # The other two lie beside it in the installed folder: the window looks for the verifier there.
    $Resources = @{}
    foreach ($Name in 'tarazy.exe', 'tarazy-verify.exe', 'THIRD-PARTY.txt', 'tarazy.cdx.json') {
        $Resources[(Join-Path $Dist $Name)] = $Name
    }
    $Windows = @{
        allowDowngrades = $false
        # Windows 11 has WebView2; an installer that fetches it would call out.
        webviewInstallMode = @{ type = 'skip' }
        nsis = @{ installMode = 'currentUser'; languages = @('English', 'Russian') }
        wix = @{ language = @('en-US', 'ru-RU') }
    }
    if ($env:TARAZY_SIGN_THUMBPRINT) {
        $Windows['certificateThumbprint'] = $env:TARAZY_SIGN_THUMBPRINT
        $Windows['digestAlgorithm'] = 'sha256'
        if ($env:TARAZY_SIGN_TIMESTAMP) {
            $Windows['timestampUrl'] = $env:TARAZY_SIGN_TIMESTAMP
            $Windows['tsp'] = $true
        }
    }
    $Config = @{
        bundle = @{
            targets = @('msi', 'nsis')
            icon = @('icons/32x32.png', 'icons/128x128.png', 'icons/icon.ico')
            resources = $Resources
            windows = $Windows
        }
    } | ConvertTo-Json -Depth 8
    $ConfigFile = Join-Path $Dist 'windows.conf.json'
    [System.IO.File]::WriteAllText($ConfigFile, $Config)

    Push-Location (Join-Path $Root 'src-tauri')
    try {
        Invoke-Checked 'npx' @('--yes', $Bundler, 'bundle', '--bundles', 'msi,nsis', '--config', $ConfigFile)
    } finally {
        Pop-Location
    }

    $Installers = Get-ChildItem (Join-Path $Release 'bundle') -Recurse -Include '*.msi', '*-setup.exe'
    if (-not $Installers) { throw 'no installer was made' }
    $Installers | Copy-Item -Destination $Dist -Force

    # As sha256sum --check reads it.
    $Sums = Get-ChildItem $Dist -File | Where-Object Name -NotIn 'SHA256SUMS', 'windows.conf.json' | Sort-Object Name | ForEach-Object {
        '{0}  {1}' -f (Get-FileHash $_.FullName -Algorithm SHA256).Hash.ToLowerInvariant(), $_.Name
    }
    [System.IO.File]::WriteAllText((Join-Path $Dist 'SHA256SUMS'), ($Sums -join "`n") + "`n")
    Write-Output "Installers and SHA256SUMS are in $Dist"
} finally {
    Pop-Location
}
