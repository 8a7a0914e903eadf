#!/usr/bin/env bash
# Installs what the tests need, builds (build/dev) and runs every test through ctest:
#   tests/run.sh [ARGS…]         ARGS go to ctest: -L unit, -R tst_framer, -j 2, --rerun-failed …
# IOTBENCH_WERROR=ON in the environment makes warnings errors, as CI does.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
cmake_options=(${IOTBENCH_WERROR:+-DIOTBENCH_WERROR=$IOTBENCH_WERROR})

install_packages build window tests
build dev
exec ctest --test-dir "$top/build/dev" --output-on-failure "$@" </dev/null
