#!/usr/bin/env bash
# Which lines of core/ do the unit and integration tests run?
#   tests/coverage.sh [ARGS…]    ARGS go to ctest, as those of tests/run.sh do
# Builds build/coverage, runs the tests, and prints the share of each room and file, and the lines that none reaches.
# Exits with 1 where it is under 90 % in all or a test fails. IOTBENCH_OPENVINO=ON counts the engine openvino as well.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
cmake_options=()

install_packages build tests coverage
if [ "${IOTBENCH_OPENVINO-}" = ON ]; then
    add_openvino || printf 'Without the engine openvino: %s\n' "$reason" >&2
fi
build coverage
find "$top/build/coverage" -name '*.gcda' -delete
failed=0
(cd "$top" && ctest --preset coverage "$@" </dev/null) || failed=1
python3 "$top/tests/coverage_table.py" --least 90 "$top/core" "$top/build/coverage" || failed=1
exit "$failed"
