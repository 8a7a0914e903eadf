#!/usr/bin/env bash
# What does hardening cost? Builds the program as people install it (build/release) and without hardening (build/unhardened),
# runs both in turns and compares them:
#   tests/bench/hardening.sh [ROUNDS]     10 unless given; position-independent are both
# with the engine `null`, which is everything but the inference, and with ResNet20 on OpenCV, at full speed. Exits with 4
# where hardening costs more than 1 % of one of the rates, its whole interval included. Wants two idle cores and, with both
# built, half a minute a round.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$top/installer/steps.sh"
cmake_options=()
rounds=${1-10}

install_packages build
build release iotbench
# CMakeLists.txt hardens the build type Release alone; these are the other flags of that.
bare=$top/build/unhardened
{ (cd "$top" && cmake --preset release -B "$bare" -DCMAKE_BUILD_TYPE=Bare \
    -DCMAKE_CXX_FLAGS_BARE='-O3 -DNDEBUG -fno-stack-protector -U_FORTIFY_SOURCE') && ninja -C "$bare" -j "$(build_jobs)" iotbench; } \
    </dev/null >"$bare.log" 2>&1 || build_failed "building without hardening failed" "$bare.log" "$(tail -n 20 "$bare.log")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
slower=0
for load in '--engine null -d 5' '-m resnet20 --engine opencv -t 5000'; do
    read -ra arguments <<<"$load"
    rm -f "$work/runs.csv"
    for ((round = 1; round <= rounds; ++round)); do
        for build in unhardened release; do
            "$top/build/$build/app/iotbench" --batch "${arguments[@]}" -i max --quiet --csv "$work/runs.csv" --label "$build" \
                >/dev/null 2>"$work/verdict" || { cat "$work/verdict" >&2; fail "a run of build/$build failed"; }
        done
    done
    printf '\n%s\n' "$load"
    (cd "$work" && "$top/build/release/app/iotbench" --compare runs.csv#unhardened runs.csv#release --fail-slower 1) || slower=$?
done
exit "$slower"
