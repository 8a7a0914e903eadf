#!/usr/bin/env bash
# Shows that the packages install, run and go as packages should:
#   installer/test-package.sh [--cache DIR] [bookworm|trixie …]      both releases unless named
# For each release, in folders that debootstrap makes:
#   1. in a build root of that release: a clone of the last commit, packed by make-package.sh, with and without window;
#      lintian, desktop-file-validate and appstreamcli on what came out;
#   2. in a clean root: the package without window, installed as the Dockerfile does, runs the headline experiment as
#      an ordinary user;
#   3. in the same root: the packages with window, OpenVINO and Spark programs; each engine runs it, and the window
#      takes a picture of its result without a screen;
#   4. all are purged, and the root is compared, file by file, with what it was before.
# The last lines printed for a release are the summary lines of the runs. Packages and the picture stay in
# out/RELEASE. Needs root, debootstrap and the network. With --cache, roots are kept for the next time: DIR/RELEASE is
# the build root, DIR/RELEASE-clean.tar the clean one as debootstrap left it. Debian's mirror is the one this machine
# installs from, or $DEBIAN_MIRROR.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"

cache=
if [ "${1-}" = --cache ]; then
    cache=$(mkdir -p "${2:?--cache wants a folder}" && cd "$2" && pwd)
    shift 2
fi
releases=("$@")
[ $# -gt 0 ] || releases=(bookworm trixie)
[ "$(id -u)" = 0 ] || fail "making roots needs root: run it with sudo"
install_packages package-test

mirror=${DEBIAN_MIRROR-}
# shellcheck disable=SC2016 # the $(…) are apt-get's
[ -n "$mirror" ] || mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' 'Label: Debian' | head -n 1)
[ -n "$mirror" ] || mirror=http://deb.debian.org/debian

work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT

say() { printf '%s: %s\n' "$release" "$1"; }

# within ROOT COMMAND…: runs it there as root, with /proc and /sys for as long as it takes.
within() {
    local root=$1
    shift
    # shellcheck disable=SC2016 # its own $1
    unshare --mount --pid --fork sh -c 'mount -t proc proc "$1/proc" && mount -t sysfs -o ro sys "$1/sys" && exec chroot "$@"' \
        sh "$root" /usr/bin/env -i \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@" </dev/null
}

# as_user ROOT COMMAND…: runs it there as an ordinary user in her home.
as_user() {
    local root=$1
    shift
    within "$root" setpriv --reuid tester --regid tester --clear-groups --no-new-privs \
        env HOME=/home/tester USER=tester sh -c 'cd && exec "$@"' sh "$@"
}

# apt ROOT ARGS…: apt-get there, its words kept for the case that it fails.
apt() {
    local root=$1
    shift
    within "$root" apt-get -q -y --no-install-recommends -o Dpkg::Use-Pty=0 "$@" >"$work/apt.log" 2>&1 \
        || { tail "$work/apt.log" >&2; fail "$release: this failed: apt-get $*"; }
}

# make_root FOLDER [PACKAGE…]: the smallest system of this release.
make_root() {
    local folder=$1
    shift
    debootstrap --variant=minbase ${1:+--include="$(IFS=,; echo "$*")"} "$release" "$folder" "$mirror" >"$work/debootstrap.log" 2>&1 \
        || { tail "$work/debootstrap.log" >&2; fail "debootstrap could not make a root of $release from $mirror"; }
}

# reach_network ROOT: names resolve there as they do here, and what is trusted here is trusted there.
reach_network() {
    cp -L /etc/resolv.conf /etc/hosts "$1/etc/"
    [ ! -e /etc/ssl/certs/ca-certificates.crt ] || cp -L /etc/ssl/certs/ca-certificates.crt "$1/tmp/certificates.crt"
}

pack() {
    local root=$1 packages=$2
    rm -rf "$root/home/iotbench" "$root/out"
    git clone -q --no-hardlinks "$top" "$root/home/iotbench"
    # What of the two builds is the same is compiled once.
    apt "$root" update
    apt "$root" install git ca-certificates ccache
    within "$root" git config --global --add safe.directory /home/iotbench
    within "$root" nice env PIP_CERT=/tmp/certificates.crt /home/iotbench/installer/make-package.sh --headless /out
    within "$root" nice env PIP_CERT=/tmp/certificates.crt /home/iotbench/installer/make-package.sh /out
    apt "$root" install lintian desktop-file-utils appstream
    within "$root" sh -c 'lintian --allow-root --fail-on error --tag-display-limit 0 /out/*.deb'
    say "lintian: no errors"
    within "$root" desktop-file-validate /home/iotbench/installer/desktop/iotbench.desktop
    say "desktop-file-validate: no complaint"
    within "$root" appstreamcli validate --no-net /home/iotbench/build/package/installer/desktop/iotbench.metainfo.xml
    rm -rf "$packages"
    mkdir -p "$packages"
    cp "$root"/out/*.deb "$packages/"
}

# Every file and link of a root, but for what apt and dpkg remember of their own work.
files_of() {
    (cd "$1" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./tmp -o -path ./home \
        -o -path ./var/log -o -path ./var/cache -o -path ./var/lib/apt -o -path ./var/lib/dpkg \) -prune -o -print | sort)
}

# dependencies ROOT FILE…: what else an installation of these files of the root would draw in.
dependencies() {
    local root=$1
    shift
    apt "$root" install -s "$@"
    sed -n 's/^Inst \([^ ]*\) .*/\1/p' "$work/apt.log" | grep -v '^iotbench'
}

headline=(iotbench --batch -m resnet20 -i 1000 -t 10000 --quiet)

# experiment ROOT WHAT COMMAND…: the headline experiment as an ordinary user; its summary line goes to the others.
experiment() {
    local root=$1 what=$2 line
    shift 2
    as_user "$root" "$@" >"$work/lines" 2>"$work/verdict" || { cat "$work/verdict" >&2; fail "$release: $what: failed"; }
    line=$(grep '^Inferenced' "$work/lines") || fail "$release: $what: no summary line"
    summaries+=("$what: $line")
}

prove() {
    local root=$1 packages=$2 headless whole drawn_in gone
    summaries=()
    apt "$root" update
    within "$root" useradd --create-home tester
    mkdir "$root/tmp/packages"
    cp "$packages"/*.deb "$root/tmp/packages/"
    mapfile -t headless < <(cd "$root" && printf '/%s\n' tmp/packages/iotbench-headless_*.deb)
    mapfile -t whole < <(cd "$root" && printf '/%s\n' tmp/packages/iotbench{,-openvino,-spark}_*.deb)
    # Dependencies first, so that what the packages themselves leave behind can be told.
    mapfile -t drawn_in < <(dependencies "$root" "${whole[@]}")
    apt "$root" install "${drawn_in[@]}"
    files_of "$root" >"$work/before"

    apt "$root" install "${headless[@]}"
    as_user "$root" iotbench --version | sed "s/^/$release: /"
    experiment "$root" "without window" "${headline[@]}"
    apt "$root" purge iotbench

    apt "$root" install "${whole[@]}"
    experiment "$root" "engine opencv" "${headline[@]}" --engine opencv
    experiment "$root" "engine openvino" "${headline[@]}" --engine openvino
    as_user "$root" iotbench --screenshot result.png --screenshot-when result --window-size 1280x800 \
        --language en -m resnet20 -i 1000 -t 2000 2>"$work/window" || { cat "$work/window" >&2; fail "$release: no picture"; }
    cp "$root/home/tester/result.png" "$packages/"
    say "the window took $(stat -c %s "$packages/result.png") bytes of picture of its result: out/$release/result.png"

    apt "$root" purge iotbench iotbench-openvino iotbench-spark
    files_of "$root" >"$work/after"
    gone=$(comm -3 "$work/before" "$work/after")
    [ -z "$gone" ] || { printf '%s\n' "$gone" >&2; fail "$release: purging left the root changed, as above"; }
    say "purged: the same $(wc -l <"$work/after") files as before"
}

for release in "${releases[@]}"; do
    packages=$top/out/$release
    build_root=$work/build clean_root=$work/clean
    [ -z "$cache" ] || build_root=$cache/$release
    [ -e "$build_root/etc/debian_version" ] || { say "making a build root"; make_root "$build_root" git ca-certificates; }
    reach_network "$build_root"
    say "building and packing"
    pack "$build_root" "$packages"
    [ -n "$cache" ] || rm -rf --one-file-system "$build_root"

    say "making a clean root"
    if [ -n "$cache" ] && [ -e "$cache/$release-clean.tar" ]; then
        mkdir "$clean_root"
        tar -C "$clean_root" -xpf "$cache/$release-clean.tar"
    else
        make_root "$clean_root"
        [ -z "$cache" ] || tar -C "$clean_root" --one-file-system -cpf "$cache/$release-clean.tar" .
    fi
    reach_network "$clean_root"
    prove "$clean_root" "$packages"
    rm -rf --one-file-system "$clean_root"
    printf "$release: %s\n" "${summaries[@]}"
done
