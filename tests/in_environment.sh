#!/usr/bin/env bash
# in_environment.sh NAME PYTHON [SCRIPT [ARGS…]]: runs a test in the virtual environment of installer/requirements/NAME.txt,
# which is made where it is not there yet; without SCRIPT that is all. Exit status 77, a skip for ctest, where it cannot be
# had.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
environment=$(python_environment "$1" "$2") || {
    echo "skipped: $environment; it takes a network and python3-venv"
    exit 77
}
shift 2
[ $# -gt 0 ] || exit 0
export PYTHON=$environment/bin/python
exec "$PYTHON" -B "$@"
