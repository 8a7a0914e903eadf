#!/usr/bin/env bash
# Does the program do on arm64, as installed, what it does on x86-64?
#   sudo tests/arm64/installed.sh [--cache DIR] [bookworm|trixie …]     both releases unless named
# Takes the packages that installer/test-package.sh [--cache DIR] --arch arm64 has left in out/RELEASE-arm64, and those
# for this machine in out/RELEASE. In a clean root of arm64 under an emulator, as an ordinary user:
#   1. nc on both sides, 40 images each
#   2. 300 images through the engine opencv, each prediction beside the one of the program for this machine
#   3. 40 images through OpenVINO in fp32 and in int8, and through ONNX Runtime (not on Debian 12)
#   4. every unit test, cross-compiled in the build root of that script
#   5. the wire tests without vectors, and on a Cortex-A72 that has no AES, as a Raspberry Pi 4; what each vector set
#      sends and reads, as digests
# Prints a line for each and exits with 1 where one fails. Needs root, and about an hour a release; nothing here is a
# measurement.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$top/installer/steps.sh"
cache=
if [ "${1-}" = --cache ]; then
    cache=$(mkdir -p "${2:?--cache wants a folder}" && cd "$2" && pwd)
    shift 2
fi
releases=("$@")
[ $# -gt 0 ] || releases=(bookworm trixie)
[ "$(id -u)" = 0 ] || fail "making roots needs root: run it with sudo"
install_packages package-test cross-arm64
work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
. "$top/installer/roots.sh"
run_foreign
reference=${IOTBENCH_SHARED_DIR:-$top/../shared}/reference
tests=build/arm64/tests/unit
failed=0

say() { printf '%s arm64: %s\n' "$release" "$1"; }

# missed WHAT FILE…: what went wrong, in full; the rest goes on.
missed() {
    say "$1: FAILED"
    shift
    tail -n 40 "$@" >&2
    failed=1
}

install_programs() {
    local build_root=$1 root=$2 packages here
    packages=("$top/out/$release-arm64"/iotbench{,-data,-openvino}_*.deb)
    [ "$release" = bookworm ] || packages+=("$top/out/$release-arm64"/iotbench-onnxruntime_*.deb)
    here=("$top/out/$release"/iotbench-{headless,data}_*.deb)
    [ -e "${packages[0]}" ] || fail "no packages in out/$release-arm64: run installer/test-package.sh --arch arm64 $release"
    [ -e "${here[0]}" ] || fail "no packages in out/$release: run installer/test-package.sh $release"
    cp "${packages[@]}" "$root/tmp/"
    apt "$root" install netcat-openbsd libqt6test6 "${packages[@]/#*\///tmp/}"
    cp "${here[@]}" "$build_root/tmp/"
    apt "$build_root" update
    apt "$build_root" install "${here[@]/#*\///tmp/}"
    within "$build_root" sh -c 'id -u tester >/dev/null 2>&1 || useradd --create-home tester'
}

# The tests, made in the build root, and what they read, to the same place in the clean one.
bring_tests() {
    local build_root=$1 root=$2
    if [ -e "$reference" ]; then
        mkdir -p "$root/home/shared"
        cp -rL "$reference" "$root/home/shared/"
        chmod -R a+rX "$root/home/shared"
    fi
    clone_into "$build_root"
    # shellcheck disable=SC2016 # expanded there
    within "$build_root" nice bash -c '
        top=/home/iotbench
        . $top/installer/steps.sh
        install_cross_packages build
        cmake_options=(-DIOTBENCH_SHARED_DIR=/home/shared)
        build arm64 tests/unit/all
        aarch64-linux-gnu-gcc -O -shared -fPIC -o $top/build/arm64/without_aes.so $top/tests/arm64/without_aes.c'
    cp -a "$build_root/home/iotbench" "$root/home/"
}

netcat() {
    local root=$1
    cp "$top/tests/arm64/netcat.sh" "$root/tmp/"
    if as_user "$root" timeout 1800 /tmp/netcat.sh $((20000 + $$ % 20000)) \
        >"$work/netcat" 2>&1; then
        while read -r line; do say "$line"; done <"$work/netcat"
    else
        missed "nc" "$work/netcat" "$root"/home/tester/verdict
    fi
}

# run_images ROOT NAME ARGS…: 300 images there unless ARGS say otherwise; its report is NAME in her home.
run_images() {
    local root=$1 name=$2
    shift 2
    as_user "$root" timeout 3600 iotbench --batch -m resnet20 -i max -t 300 --quiet --report "$name" --force "$@" \
        >"$work/lines" 2>"$work/verdict" || return
    say "$name: $(grep '^Inferenced' "$work/lines"); $(grep -o '[0-9]* of [0-9]* predictions are .*own' "$work/verdict")"
}

# Prediction by prediction; where two differ, how sure each was tells a tie from a fault.
predictions() {
    local build_root=$1 root=$2
    run_images "$root" opencv --engine opencv || { missed opencv "$work/verdict"; return; }
    run_images "$build_root" opencv-here --engine opencv || { missed opencv-here "$work/verdict"; return; }
    awk -F , '
        FNR == 1 { for (i = 1; i <= NF; ++i) column[$i] = i; next }
        { predicted = $column["predicted"]; sure = $column["probability"]; index_ = $column["index"] }
        FNR == NR { here[index_] = predicted; sure_here[index_] = sure; next }
        { ++images }
        here[index_] == predicted { ++equal; next }
        { print "image " index_ ": " predicted " (" sure "), on this machine " here[index_] " (" sure_here[index_] ")" }
        END { print equal + 0 " of " images + 0 " predictions are equal on arm64 and on this machine"; exit equal < images }
    ' "$build_root/home/tester/opencv-here/images.csv" "$root/home/tester/opencv/images.csv" >"$work/equal" \
        || missed predictions "$work/equal"
    while read -r line; do say "$line"; done <"$work/equal"
}

# engine_modules ROOT: each engine of a package of its own, in each precision that every processor has.
engine_modules() {
    local root=$1 engine precision
    for engine in openvino onnxruntime; do
        [ $engine != onnxruntime ] || [ "$release" != bookworm ] || continue
        for precision in fp32 int8; do
            run_images "$root" "$engine-$precision" -t 40 --engine $engine --precision $precision --workers 1 --batch-size 1 \
                || missed "$engine-$precision" "$work/verdict"
        done
    done
}

# unit_test ROOT PROGRAM WHAT [NAME=VALUE…] [-- ARGS…]: one test program, with its totals.
unit_test() {
    local root=$1 program=$2 what="${2##*/}${3:+, $3}" settings=()
    shift 3
    while [ $# -gt 0 ] && [ "$1" != -- ]; do
        settings+=("$1")
        shift
    done
    # One time limit, timeout's: Qt Test's own (five minutes) is put out of the way.
    if as_user "$root" env QTEST_FUNCTION_TIMEOUT=7200000 IOTBENCH_WIRE_DAMAGES=2000 "${settings[@]}" \
        timeout 3600 "/home/iotbench/$program" "${@:2}" >"$work/test" 2>&1; then
        say "$what: $(sed -n 's/^Totals: \(.*\), 0 blacklisted.*/\1/p' "$work/test")"
    else
        missed "$what" "$work/test"
    fi
}

programs() { (cd "$1/home/iotbench" && find "$tests/${2-}" -name 'tst_*' -type f -perm -u+x | sort); }

unit_tests() {
    local root=$1 program arguments
    for program in $(programs "$root"); do
        arguments=()
        if [[ $program == */tst_completion ]]; then
            say "tst_completion: left out: the emulator knows no CLONE_PIDFD, with which Qt starts other programs"
            continue
        fi
        # The last row wants all 10,000 images: hours.
        [[ $program != */tst_keras_models ]] || arguments=(-- answersAsKerasDoes aBatchIsSoManySingleImages
            sequentialCnnAnswersAsKerasDoes "originalResnetPredictsAsKerasDoes:the first 300")
        unit_test "$root" "$program" '' "${arguments[@]}"
    done
}

without_aes=(QEMU_CPU=cortex-a72 LD_PRELOAD=/home/iotbench/build/arm64/without_aes.so)

wire_tests() {
    local root=$1 program
    for program in $(programs "$root" wire); do
        unit_test "$root" "$program" 'without vectors' IOTBENCH_VECTORS=SCALAR
        unit_test "$root" "$program" 'Cortex-A72 without AES' "${without_aes[@]}"
    done
    # Nor may a compiler have put one in where nobody asks.
    aarch64-linux-gnu-objdump -d "$root/usr/bin/iotbench" | grep -E '\s(aes[a-z]+|pmull2?|sha[0-9][a-z0-9]+)\s' >"$work/aes" || true
    if [ -s "$work/aes" ]; then
        missed "no instruction for AES in the program" "$work/aes"
    else
        say "no instruction for AES in the program"
    fi
}

# digests WHERE COMMAND…: what tst_wire_digests says with each vector set that there is.
digests() {
    local where=$1 set
    shift
    for set in AVX3_ZEN4 AVX3_DL AVX3 AVX2 SSE4 NEON_BF16 NEON NEON_WITHOUT_AES SCALAR; do
        "$@" env IOTBENCH_VECTORS=$set "${program:?}" 2>/dev/null </dev/null
    done | sed -n "s/.* digests \([^ ]*\) \([^ ]*\) \(sent .*\)/\2 \3 $where:\1/p" | sort -u
}

digest_table() {
    local root=$1
    program=$top/build/dev/tests/unit/wire/tst_wire_digests
    {
        if [ -x "$program" ]; then
            digests here nice
        else
            say "no digests of this machine: tests/run.sh builds the test that has them" >&2
        fi
        program=/home/iotbench/$tests/wire/tst_wire_digests
        digests arm64 as_user "$root"
        digests A72-without-AES as_user "$root" env "${without_aes[@]}"
    } | awk '{ key = $1 " " $2 " " $3 " " $4 " " $5; sets[key] = sets[key] " " $6 } END { for (key in sets) print key sets[key] }' \
        | sort | while read -r line; do say "$line"; done
}

for release in "${releases[@]}"; do
    build_root=$work/build clean=$work/clean
    [ -z "$cache" ] || build_root=$cache/$release-for-arm64
    [ -e "$build_root/etc/debian_version" ] || make_root "$build_root" "$release" git ca-certificates
    reach_network "$build_root"
    root_arch=arm64 clean_root "$clean" "$release"
    install_programs "$build_root" "$clean"
    netcat "$clean"
    predictions "$build_root" "$clean"
    engine_modules "$clean"
    bring_tests "$build_root" "$clean"
    unit_tests "$clean"
    wire_tests "$clean"
    digest_table "$clean"
    rm -rf --one-file-system "$clean"
done
exit "$failed"
