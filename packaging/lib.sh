# SPDX-FileCopyrightText: 2026 The Winnow authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# shellcheck shell=bash
# What packaging/run and packaging/test share. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\n== %s\n' "$*"; }
die() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# packages PART…: the names under these headings of packages.txt.
packages() {
    local part line wanted=no
    while IFS= read -r line; do
        case $line in
            '' | '#'*) continue ;;
            '['*']')
                wanted=no
                for part in "$@"; do [[ $line == "[$part]" ]] && wanted=yes; done
                ;;
            *) [[ $wanted == yes ]] && printf '%s\n' "$line" ;;
        esac
    done <"$root/packaging/packages.txt"
    return 0
}

installed() { [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

# install PART…: what of it is not there yet. Asks apt only if something is missing.
install() {
    local name missing=()
    for name in $(packages "$@"); do
        installed "$name" || missing+=("$name")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    say "Installing ${missing[*]}"
    command -v apt-get >/dev/null || die "apt-get is not here; install what packaging/packages.txt lists, then try again"
    local as_root=()
    if [[ $(id -u) -ne 0 ]]; then
        command -v sudo >/dev/null || die "run as root or install sudo, to install: ${missing[*]}"
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# configure PRESET [OPTION…]: into build/PRESET; compiles through ccache where it is installed.
configure() {
    local preset=$1
    shift
    (cd "$root" && cmake --preset "$preset" -DCMAKE_CXX_COMPILER_LAUNCHER="$(command -v ccache || true)" "$@" >"$(log "$preset")" 2>&1) || {
        cat "$(log "$preset")" >&2
        die "configuring failed"
    }
}

log() {
    mkdir -p "$root/build"
    printf '%s/build/%s-configure.log' "$root" "$1"
}
