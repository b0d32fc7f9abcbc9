# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What demo and check share: looks at the machine and installs what is missing. Sourced, not run.

set -eu
# A bare system has no locale; Vietnamese file names need UTF-8 all the same.
export LC_ALL=C.UTF-8
export DEBIAN_FRONTEND=noninteractive

say() { printf '\n=== %s\n' "$*"; }
stop() {
    printf '\n%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

check_release() {
    [ -r /etc/os-release ] || stop "This is not a Debian system (no /etc/os-release). Sohoa builds on Debian 12 and 13."
    # shellcheck source=/dev/null
    . /etc/os-release
    case "${ID:-}:${VERSION_ID:-}" in
    debian:12) ;;
    debian:13)
        run_packages+=(qt6-svg-plugins) # parted from libqt6svg6 there; without them icons are empty
        ;;
    *) stop "This is ${PRETTY_NAME:-an unknown system}. Sohoa builds on Debian 12 and 13." ;;
    esac
}

# need_space FOLDER MEGABYTES
need_space() {
    local free
    free=$(df -Pm "$1" | awk 'NR == 2 { print $4 }')
    [ "$free" -ge "$2" ] || stop "$1 has only $free MB free and $2 MB are needed. Make room and run this again."
}

# install_packages PACKAGE…: only those that are missing; nothing is asked for when all are there.
install_packages() {
    local missing=()
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    if [ ${#missing[@]} -eq 0 ]; then
        say "All packages are installed"
        return
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        stop "Packages are missing and there is no sudo. Run this as root, or have an administrator install: ${missing[*]}"
    fi
    need_space / 2500
    as_root apt-get update -q -o APT::Update::Error-Mode=any ||
        stop "Debian's package lists cannot be fetched. Check the network and run this again."
    as_root apt-get install -q -y --no-install-recommends "${missing[@]}" ||
        stop "The packages cannot be installed (see above). Check the network and run this again."
}

build_packages=(
    g++ cmake ninja-build pkg-config ccache
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev qt6-charts-dev libqt6opengl6-dev libgl-dev
    libexpected-dev libsqlite3-dev libsqlitecpp-dev libjpeg-dev libturbojpeg0-dev libpng-dev libleptonica-dev libtesseract-dev
    libzxing-dev libpoppler-cpp-dev libqpdf-dev libarchive-dev zlib1g-dev libvalijson-dev libcsv-dev libsane-dev
    libssl-dev libsodium-dev libp11-kit-dev libpango1.0-dev
)
run_packages=(
    tesseract-ocr-vie tesseract-ocr-osd sane-utils qt6-qpa-plugins libqt6charts6 libqt6svg6 breeze-icon-theme
    fonts-noto-core fonts-dejavu-core gocryptfs fuse3
)
test_packages=(
    catch2 liblcms2-dev openssl qpdf poppler-utils mupdf-tools jbig2dec ghostscript unzip clang-format clang-tidy fonts-liberation
    xvfb sane-airscan dbus-daemon
    softhsm2 opensc libnss3-tools
    groff-base desktop-file-utils appstream
)

package_packages=(dpkg-dev lintian appstream desktop-file-utils)

# Node from elsewhere serves as well, and Debian's npm cannot be installed beside it.
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    test_packages+=(nodejs npm)
fi

cores=$(nproc)
