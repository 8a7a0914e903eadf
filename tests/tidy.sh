#!/usr/bin/env bash
# Are core/, ui/ and app/ clean by the checks of .clang-tidy?
#   tests/tidy.sh [FOLDER…]     all of them, unless folders are named: core/wire, ui …
# Reads a library as one file that includes its sources (CMake's unity build), so that headers, Qt's above all, are read
# once for it. Prints what is found and exits with 1 where that is anything. What was clean is not read again until it
# changes, or a header or the tool does.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
[ $# -gt 0 ] || set -- core ui app
folder=$top/build/tidy log=$top/build/tidy.log
cmake_options=()

install_packages build window tests tidy
add_wanted_engines || true
mkdir -p "$folder" "$fetched/tidy" || fail "cannot write to $top/build or $fetched"
cd "$top"
# Clang cannot read GCC's precompiled headers. At most 40 sources in one file leave work for both processors.
if ! { cmake --preset dev -B "$folder" -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=40 \
    -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DIOTBENCH_TESTS=OFF -DIOTBENCH_BENCHMARKS=OFF "${cmake_options[@]}" \
    && ninja -C "$folder" iotbench_git_revision; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    fail "configuring failed; the whole log: $log"
fi
python3 "$top/tests/tidy.py" "$folder" "$fetched/tidy" "$(build_jobs)" "$@" || fail "clang-tidy has found something, as above"
