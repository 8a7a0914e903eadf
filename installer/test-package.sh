#!/usr/bin/env bash
# Shows that the packages install, run and go as packages should:
#   installer/test-package.sh [--arch arm64] [--cache DIR] [--last DIR] [bookworm|trixie …]     both releases unless named
# For each release, in folders that debootstrap makes:
#   1. in a build root of that release: a clone of the last commit, packed by make-package.sh, with and without window;
#      the files of each; lintian, hardening-check, desktop-file-validate, appstreamcli and systemd-analyze on them;
#   2. in a clean root: the package without window, installed as the Dockerfile does, runs the headline experiment as
#      an ordinary user; so does the archive for a Spark cluster that is made of it;
#   3. in the same root and in place of that: the packages with window, OpenVINO, ONNX Runtime (not on Debian 12), and
#      Spark programs; each engine runs it, and the window takes a picture of its result without a screen;
#   4. the packages take the place of those of the last version and give it back, with window and without; kept runs and
#      the window's settings stay, and are read by each;
#   5. all are purged, and the root is compared, file by file, with what it was before;
#   6. the scripts install a package there as on a first boot: without a network, with a full disk, and again;
#   7. the example of a systemd unit serves a stream, starts again and stops, in that system started by systemd-nspawn.
# The last lines printed for a release are the summary lines of the runs. Packages and the picture stay in
# out/RELEASE. Needs root, debootstrap and the network. With --cache, roots are kept for the next time: DIR/RELEASE is
# the build root, DIR/RELEASE-clean.tar the clean one as debootstrap left it. Debian's mirror is the one this machine
# installs from, or $DEBIAN_MIRROR. The last version's packages are these under a lower version, or, with --last, those of
# DIR/RELEASE, as this script left them in out/ when that version was made.
# With --arch arm64 on another processor, 1 cross-compiles, and 2 to 6 take place in a root of arm64 under an emulator,
# with 300 images (OpenVINO: 40) as fast as they go: that shows that the packages work, and nothing of how fast a board is.
# Packages stay in out/RELEASE-arm64. tests/arm64.sh then runs the tests there.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"

arch=$(dpkg --print-architecture)
cross=
cache=
last_out=
while [[ ${1-} == --* ]]; do
    case $1 in
    --arch)
        [ "${2-}" = "$arch" ] || { [ "${2-}" = arm64 ] && cross=arm64; } || fail "--arch takes arm64, not '${2-}'"
        ;;
    --cache) cache=$(mkdir -p "${2:?--cache wants a folder}" && cd "$2" && pwd) ;;
    --last) last_out=$(cd "${2:?--last wants a folder}" && pwd) ;;
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
        within "$root" nice /home/iotbench/installer/make-package.sh \
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
    within "$root" sh -ec 'mkdir /tmp/unpacked; for package in /out/*.deb; do dpkg-deb -x "$package" /tmp/unpacked/"${package##*/}"; done
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
window_s=8 # until it is open, on a busy machine
if [ -n "$cross" ]; then
    headline=(iotbench --batch -m resnet20 -i max -t 300 --quiet)
    openvino=(-t 40 --workers 1 --batch-size 1) # its generated code is what an emulator is slowest with
    window_s=40
fi

# experiment ROOT WHAT COMMAND…: the headline experiment as an ordinary user; its summary line goes to the others.
experiment() {
    local root=$1 what=$2 line
    shift 2
    as_user "$root" "$@" >"$work/lines" 2>"$work/verdict" || { cat "$work/verdict" >&2; fail "$release: $what: failed"; }
    line=$(grep '^Inferenced' "$work/lines") || fail "$release: $what: no summary line"
    summaries+=("$what: $line")
}

# last_packages FROM TO: the packages of the last version, for the system that those of FROM are for.
last_packages() {
    local from=$1 to=$2 package
    if [ -n "$last_out" ]; then
        cp "$last_out/${from##*/}"/*.deb "$to/"
        return
    fi
    for package in "$from"/*.deb; do
        dpkg-deb -R "$package" "$work/repacked"
        # That of what they need and provide, too.
        sed -i "s/$(dpkg-deb -f "$package" Version)/0.0.1-1/g" "$work/repacked/DEBIAN/control"
        dpkg-deb -Znone -b "$work/repacked" "$to" >/dev/null
        rm -r "$work/repacked"
    done
}

# exchange ROOT FOLDER PROGRAM VERSION: installs what is in its /tmp/FOLDER, but for this one of the two programs, in place
# of what is there; then all of it is of this version.
exchange() {
    local root=$1 folder=$2 other=$3 version=$4 files there
    mapfile -t files < <(cd "$root" && printf '/%s\n' "tmp/$folder"/*.deb | grep -v "/${other}_")
    apt "$root" install --allow-downgrades "${files[@]}"
    # shellcheck disable=SC2016 # dpkg-query's
    there=$(within "$root" dpkg-query -W -f '${db:Status-Status} ${Version}\n' 'iotbench*' \
        | grep '^installed' | sort | uniq -c | xargs)
    [ "$there" = "${#files[@]} installed $version" ] || fail "$release: not ${#files[@]} packages of $version: $there"
}

# What the program keeps in a user's home.
runs=.local/share/iotbench/iotbench/runs
settings=.config/iotbench/iotbench.conf

# open_window ROOT ARGS…: without a screen, until it is asked to close, when it saves its settings.
open_window() {
    local root=$1 code=0
    shift
    as_user "$root" env QT_QPA_PLATFORM=offscreen timeout --preserve-status "$window_s" iotbench "$@" \
        >"$work/window" 2>&1 || code=$?
    [ "$code" = 130 ] || { cat "$work/window" >&2; fail "$release: the window ended with $code"; }
}

keep_runs_and_settings() {
    local root=$1 run
    for run in one two; do
        as_user "$root" iotbench --batch -m resnet8 -i max -t 100 --quiet --report "$runs/$run" >"$work/lines" 2>"$work/verdict" \
            || { cat "$work/verdict" >&2; fail "$release: a run to keep: failed"; }
    done
    rm -rf "$work/runs"
    cp -r "$root/home/tester/$runs" "$work/runs"
    open_window "$root" -m resnet8 -t 200 --label 'of the last version' --theme dark --language de
}

# still_kept ROOT: they are as they were, and the program that is there reads them: it compares the runs, and the window
# opens with the settings and saves them again.
still_kept() {
    local root=$1 setting
    diff -r "$work/runs" "$root/home/tester/$runs" >&2 || fail "$release: kept runs have changed, as above"
    as_user "$root" iotbench --compare "$runs/one" "$runs/two" >"$work/compared" 2>&1 \
        || { cat "$work/compared" >&2; fail "$release: kept runs cannot be compared"; }
    [ ! -e "$root/usr/share/applications/iotbench.desktop" ] || open_window "$root"
    for setting in 'of the last version' theme=Dark language=de; do
        grep -q "$setting" "$root/home/tester/$settings" || fail "$release: a setting is lost: $setting"
    done
}

upgrade() {
    local root=$1 packages=$2 now last other
    mkdir "$root/tmp/last"
    last_packages "$packages" "$root/tmp/last"
    now=$(dpkg-deb -f "$packages"/iotbench-data_*.deb Version)
    last=$(dpkg-deb -f "$root"/tmp/last/iotbench-data_*.deb Version)
    dpkg --compare-versions "$last" lt "$now" || fail "$release: $last is not below $now"
    exchange "$root" last iotbench-headless "$last"
    keep_runs_and_settings "$root"
    for other in iotbench-headless iotbench; do
        exchange "$root" packages "$other" "$now"
        still_kept "$root"
        exchange "$root" last "$other" "$last"
        still_kept "$root"
    done
    say "upgraded from $last to $now and back, with window and without: runs and settings are kept and read"
}

# The example of a systemd unit, in that system started by systemd-nspawn; not under an emulator, nor where no system can be
# started in another.
serve() {
    local root=$1 tried=$1/var/log/tried code=0 line
    [ -z "$cross" ] || return 0
    apt "$root" install systemd "${@:2}"
    cp "$top/tests/installer/unit.sh" "$root/usr/local/bin/"
    printf '%s\n' '[Unit]' SuccessAction=exit FailureAction=exit '[Service]' Type=oneshot ExecStart=/usr/local/bin/unit.sh \
        StandardOutput=file:/var/log/tried StandardError=file:/var/log/tried >"$root/etc/systemd/system/try.service"
    # systemd-nspawn wants no disk under /run; cgroups are of version 2, the only ones that Debian 13's systemd knows.
    unshare --mount sh -c 'mount -t tmpfs tmpfs /run && exec "$@"' sh env SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1 timeout -k 5 180 \
        systemd-nspawn --quiet --register=no --keep-unit --private-network -D "$root" --boot -- --unit=try.service \
        </dev/null >"$work/nspawn" 2>&1 || code=$?
    if [ ! -e "$tried" ]; then
        say "systemd unit: not tried, systemd-nspawn starts nothing here: $(tail -n 1 "$work/nspawn")"
        return
    fi
    while read -r line; do say "systemd unit: $line"; done <"$tried"
    [ "$code" = 0 ] || fail "$release: the systemd unit: failed"
}

# install_there ROOT COMMAND…: what the scripts do for a package that is missing there, debootstrap; by COMMAND.
install_there() {
    # shellcheck disable=SC2016 # expanded there
    within "$@" bash -c 'set -euo pipefail; top=/home/clone; . $top/installer/steps.sh; install_missing debootstrap' run.sh \
        >"$work/installed" 2>&1
}

# ends_with REASON: it did, in one line after that of its beginning.
ends_with() {
    [[ $(sed 1d "$work/installed") == "run.sh: apt-get cannot install them: $1; run this again "* ]] \
        || { cat "$work/installed" >&2; fail "$release: it does not say that $1"; }
}

# A first boot with this release's apt-get: without a network, with a disk that fills while it unpacks, and then as it should.
first_boot() {
    local root=$1
    mkdir "$root/home/clone"
    git -C "$top" archive HEAD installer tests/installer | tar -x -C "$root/home/clone"
    [ -n "$cross" ] || as_user "$root" /home/clone/tests/installer/first_boot.sh >"$work/installed" 2>&1 \
        || { cat "$work/installed" >&2; fail "$release: tests/installer/first_boot.sh failed"; }
    ! install_there "$root" unshare --net || fail "$release: installed without a network"
    ends_with "the network cannot be reached"
    # shellcheck disable=SC2016 # expanded there
    ! install_there "$root" sh -c 'mkdir -p "$0" && mount -t tmpfs -o size=16k tmpfs "$0" && exec "$@"' /usr/share/debootstrap \
        || fail "$release: installed on a full disk"
    ends_with "the disk is full"
    install_there "$root" env || { cat "$work/installed" >&2; fail "$release: not installed once all is well"; }
    [ -z "$(within "$root" dpkg --audit)" ] || fail "$release: something is half installed"
    say "first boot: a lost network and a full disk end in one line, and installing again works"
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

    upgrade "$root" "$packages"

    names=("${whole[@]##*/}")
    apt "$root" purge "${names[@]%%_*}" iotbench-headless
    files_of "$root" >"$work/after"
    gone=$(comm -3 "$work/before" "$work/after")
    [ -z "$gone" ] || { printf '%s\n' "$gone" >&2; fail "$release: purging left the root changed, as above"; }
    say "purged: the same $(wc -l <"$work/after") files as before"
    first_boot "$root"
    serve "$root" "${headless[@]}"
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
