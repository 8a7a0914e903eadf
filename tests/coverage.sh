#!/usr/bin/env bash
# Which lines of core/ do the tests run?
#   tests/coverage.sh [ARGS…]     builds build/asan, runs its tests, and reads what they counted; ARGS go to ctest
#   tests/coverage.sh --counted   only reads what the last ctest --preset asan has counted
# Prints the share of each room and file, and the lines that none reaches. Exits with 1 where it is under 90 % in all or
# a test fails. IOTBENCH_OPENVINO=ON and IOTBENCH_ONNXRUNTIME=ON build those engines too.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
cmake_options=()
folder=$top/build/asan
failed=0

if [ "${1-}" != --counted ]; then
    install_packages build window tests sanitizers
    add_wanted_engines || true
    build asan
    rm -rf "$folder/profiles"
    (cd "$top" && ctest --preset asan -j "$(nproc)" "$@" </dev/null) || failed=1
fi
compgen -G "$folder/profiles/*.profraw" >/dev/null || fail "nothing was counted: run ctest --preset asan, or this without --counted"

# The tools of the compiler that built it: what it writes is its version's own.
tools=$(dirname "$(realpath "$(command -v clang++)")")
"$tools/llvm-profdata" merge --sparse "$folder"/profiles/*.profraw -o "$folder/counted.profdata"
# Every program and module of ours: each holds what it was linked with.
mapfile -t programs < <(find "$folder" -type f \( -perm -u+x -o -name '*.so' \) ! -name '*.o' ! -path '*/CMakeFiles/*' \
    ! -path '*/_deps/*' -print0 | xargs -0 grep -lF __llvm_profile_runtime)
others=("${programs[@]:1}")
(cd "$top" && "$tools/llvm-cov" export --format=lcov --instr-profile="$folder/counted.profdata" \
    "${programs[0]}" "${others[@]/#/--object=}" >"$folder/counted.lcov" 2>"$folder/counted.log") \
    || { tail -n 5 "$folder/counted.log" >&2; fail "llvm-cov cannot read what was counted"; }
# Sources that are read together are named from the top, all others from the build folder.
sed -i 's|^SF:\./build/asan/\./|SF:./|' "$folder/counted.lcov"
python3 "$top/tests/coverage_table.py" --least 90 "$top/core" "$folder/counted.lcov" || failed=1
exit "$failed"
