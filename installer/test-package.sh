#!/usr/bin/env bash
# Shows that the packages install, run and go as packages should:
#   installer/test-package.sh [--arch arm64] [--cache DIR] [bookworm|trixie …]      both releases unless named
# For each release, in folders that debootstrap makes:
#   1. in a build root of that release: a clone of the last commit, packed by make-package.sh, with and without window;
#      the files of each; lintian, hardening-check, desktop-file-validate, appstreamcli and systemd-analyze on them;
#   2. in a clean root: the package without window, installed as the Dockerfile does, runs the headline experiment as
#      an ordinary user; so does the archive for a Spark cluster that is made of it;
#   3. in the same root and in place of that: the packages with window, OpenVINO, ONNX Runtime (not on Debian 12), and
#      Spark programs; each engine runs it, and the window takes a picture of its result without a screen;
#   4. all are purged, and the root is compared, file by file, with what it was before.
# The last lines printed for a release are the summary lines of the runs. Packages and the picture stay in
# out/RELEASE. Needs root, debootstrap and the network. With --cache, roots are kept for the next time: DIR/RELEASE is
# the build root, DIR/RELEASE-clean.tar the clean one as debootstrap left it. Debian's mirror is the one this machine
# installs from, or $DEBIAN_MIRROR.
# With --arch arm64 on another processor, 1 cross-compiles, and 2 to 4 take place in a root of arm64 under an emulator,
# with 300 images (OpenVINO: 40) as fast as they go: that shows that the packages work, and nothing of how fast a board is. Packages
# stay in out/RELEASE-arm64. tests/arm64.sh then runs the tests there.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"

arch=$(dpkg --print-architecture)
cross=
cache=
while [[ ${1-} == --* ]]; do
    case $1 in
    --arch)
        [ "${2-}" = "$arch" ] || { [ "${2-}" = arm64 ] && cross=arm64; } || fail "--arch takes arm64, not '${2-}'"
        ;;
    --cache) cache=$(mkdir -p "${2:?--cache wants a folder}" && cd "$2" && pwd) ;;
    *) fail "what is $1? See the head of this script" ;;
    esac
    shift 2
done
releases=("$@")
[ $# -gt 0 ] || releases=(bookworm trixie)
[ "$(id -u)" = 0 ] || fail "making roots needs root: run it with sudo"
install_packages package-test
work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
. "$top/installer/roots.sh"
[ -z "$cross" ] || run_foreign

say() { printf '%s: %s\n' "$release${cross:+ $cross}" "$1"; }

pack() {
    local root=$1 packages=$2 package complaint metainfo pictures
    rm -rf "$root/out"
    apt "$root" update
    # What of the two builds is the same is compiled once.
    apt "$root" install git ca-certificates ccache
    clone_into "$root"
    make_package() {
        within "$root" nice env PIP_CERT=/tmp/certificates.crt /home/iotbench/installer/make-package.sh \
            ${cross:+--arch "$cross"} "$@" /out
    }
    make_package --headless
    make_package
    apt "$root" install lintian devscripts desktop-file-utils appstream systemd
    within "$root" sh -c 'lintian --allow-root --fail-on error,warning --tag-display-limit 0 /out/*.deb'
    say "lintian: neither errors nor warnings"
    for package in "$root"/out/*.deb; do
        say "${package##*/} holds:"
        dpkg-deb --fsys-tarfile "$package" | tar -t | sed -n 's|^\.\(/.*[^/]\)$|    \1|p'
    done
    # Not the libraries that OpenVINO's makers built, nor the marks of control flow and branch protection, which not all
    # of Debian's own start files have; modules call memcpy and its like alone, on sizes that no compiler knows. objdump
    # complains of another processor's program: what is checked here does not need it.
    # shellcheck disable=SC2016 # expanded there
    within "$root" sh -ec 'for package in /out/*.deb; do dpkg-deb -x "$package" /tmp/unpacked/"${package##*/}"; done
        check="hardening-check --nocfprotection $(hardening-check --help | grep -o -m 1 -e --nobranchprotection || true)"
        find /tmp/unpacked -path "*/bin/iotbench" -exec $check {} +
        find /tmp/unpacked -name "iotbench_engine_*.so" -exec $check --nofortify {} +
        rm -r /tmp/unpacked'
    say "hardening-check: program and modules have all of it"
    complaint=$(within "$root" desktop-file-validate /home/iotbench/installer/desktop/iotbench.desktop 2>&1) || true
    [ -z "$complaint" ] || fail "$release: desktop-file-validate: $complaint"
    say "desktop-file-validate: no complaint"
    within "$root" sh -ec 'dpkg-deb --fsys-tarfile /out/iotbench_*.deb | tar -xO ./usr/share/iotbench/examples/iotbench-receiver.service \
        >/tmp/iotbench-receiver.service && install -D /bin/true /usr/bin/iotbench \
        && systemd-analyze verify --man=no /tmp/iotbench-receiver.service && rm /usr/bin/iotbench'
    say "systemd-analyze: no complaint"
    metainfo=/home/iotbench/build/package${cross:+-$cross}/installer/desktop/iotbench.metainfo.xml
    within "$root" appstreamcli validate --no-net "$metainfo"
    mapfile -t pictures < <(sed -n 's|.*/\(resources/.*\)</image>|\1|p' "$root$metainfo")
    [ "$(git -C "$top" ls-files "${pictures[@]}" | wc -l)" = "$(grep -c '<image ' "$root$metainfo")" ] \
        || fail "$release: the AppStream description names a screenshot that is not there"
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
openvino=()
if [ -n "$cross" ]; then
    headline=(iotbench --batch -m resnet20 -i max -t 300 --quiet)
    openvino=(-t 40 --workers 1 --batch-size 1) # its generated code is what an emulator is slowest with
fi

# experiment ROOT WHAT COMMAND…: the headline experiment as an ordinary user; its summary line goes to the others.
experiment() {
    local root=$1 what=$2 line
    shift 2
    as_user "$root" "$@" >"$work/lines" 2>"$work/verdict" || { cat "$work/verdict" >&2; fail "$release: $what: failed"; }
    line=$(grep '^Inferenced' "$work/lines") || fail "$release: $what: no summary line"
    summaries+=("$what: $line")
}

prove() {
    local root=$1 packages=$2 headless whole names drawn_in gone
    summaries=()
    mkdir "$root/tmp/packages"
    cp "$packages"/*.deb "$root/tmp/packages/"
    mapfile -t headless < <(cd "$root" && printf '/%s\n' tmp/packages/iotbench-{headless,data,spark}_*.deb)
    mapfile -t whole < <(cd "$root" && printf '/%s\n' tmp/packages/iotbench{,-[!h]*}_*.deb)
    # Dependencies first, so that what the packages themselves leave behind can be told.
    mapfile -t drawn_in < <(dependencies "$root" "${whole[@]}" && echo patchelf)
    apt "$root" install "${drawn_in[@]}"
    files_of "$root" >"$work/before"

    apt "$root" install "${headless[@]}"
    as_user "$root" iotbench --version | sed "s/^/$release${cross:+ $cross}: /"
    experiment "$root" "without window" "${headline[@]}"
    as_user "$root" /usr/share/iotbench/spark/make-archive.sh archive
    as_user "$root" sh -c 'mkdir unpacked && tar -C unpacked -xzf archive/iotbench.tar.gz'
    experiment "$root" "from the archive" "unpacked/bin/${headline[0]}" "${headline[@]:1}"

    apt "$root" install "${whole[@]}" # which takes the place of the one without window
    [ ! -e "$root/usr/share/doc/iotbench-headless" ] \
        || fail "$release: the program without window is still installed beside the one with it"
    experiment "$root" "engine opencv" "${headline[@]}" --engine opencv
    experiment "$root" "engine openvino" "${headline[@]}" --engine openvino "${openvino[@]}"
    if [ "$release" != bookworm ]; then # which has no ONNX Runtime
        experiment "$root" "engine onnxruntime" "${headline[@]}" --engine onnxruntime
    fi
    as_user "$root" iotbench --screenshot result.png --screenshot-when result --window-size 1280x800 \
        --language en "${headline[@]:2:6}" 2>"$work/window" || { cat "$work/window" >&2; fail "$release: no picture"; }
    cp "$root/home/tester/result.png" "$packages/"
    say "the window took $(stat -c %s "$packages/result.png") bytes of picture of its result: ${packages#"$top/"}/result.png"

    names=("${whole[@]##*/}")
    apt "$root" purge "${names[@]%%_*}" iotbench-headless
    files_of "$root" >"$work/after"
    gone=$(comm -3 "$work/before" "$work/after")
    [ -z "$gone" ] || { printf '%s\n' "$gone" >&2; fail "$release: purging left the root changed, as above"; }
    say "purged: the same $(wc -l <"$work/after") files as before"
}

for release in "${releases[@]}"; do
    packages=$top/out/$release${cross:+-$cross}
    build_root=$work/build clean_root=$work/clean
    [ -z "$cache" ] || build_root=$cache/$release${cross:+-for-$cross}
    [ -e "$build_root/etc/debian_version" ] || { say "making a build root"; make_root "$build_root" "$release" git ca-certificates; }
    reach_network "$build_root"
    say "building and packing"
    pack "$build_root" "$packages"
    [ -n "$cache" ] || rm -rf --one-file-system "$build_root"

    say "making a clean root"
    root_arch=$cross clean_root "$clean_root" "$release"
    prove "$clean_root" "$packages"
    rm -rf --one-file-system "$clean_root"
    for line in "${summaries[@]}"; do
        say "$line"
    done
done
