#!/usr/bin/env bash
# Keeps what the fuzz targets find as corpus, so that the next run begins where this one ended:
#   tests/fuzz/keep_finds.sh [SECONDS]    runs each target for SECONDS (default 600), then adds to its corpus
#                                         the inputs that reach code which the corpus does not reach
# An input that fails stays in build/asan, and its target's output names it: mend the fault, then put the input
# into the corpus, under a name that says what it is.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$top/installer/steps.sh"
cmake_options=()
seconds=${1:-600}

install_packages build window tests sanitizers
configure asan
mapfile -t targets < <(ctest --test-dir "$top/build/asan" -N -L fuzz | sed -n 's/^ *Test *#[0-9]*: //p')
build asan "${targets[@]}"
for target in "${targets[@]}"; do
    program=$top/build/asan/tests/fuzz/$target
    corpus=$top/tests/fuzz/corpus/$target
    finds=$program.finds
    printf '%s: %d s\n' "$target" "$seconds"
    UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 LLVM_PROFILE_FILE=/dev/null "$program" -max_total_time="$seconds" \
        -timeout=10 -rss_limit_mb=2048 -verbosity=0 -print_final_stats=1 \
        -artifact_prefix="$finds/" "$finds" "$corpus"
    LLVM_PROFILE_FILE=/dev/null "$program" -merge=1 -verbosity=0 "$corpus" "$finds"
    printf '%s: %d inputs in its corpus\n' "$target" "$(find "$corpus" -type f | wc -l)"
done
