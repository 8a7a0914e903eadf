#!/usr/bin/env bash
# Installs what the tests need, builds (build/dev) and runs every test through ctest:
#   tests/run.sh [ARGS…]         ARGS go to ctest: -L unit, -R tst_framer, -j 1, --rerun-failed …
# IOTBENCH_WERROR=ON in the environment makes warnings errors, IOTBENCH_OPENVINO=ON and IOTBENCH_ONNXRUNTIME=ON fetch these
# libraries and test their engines too, IOTBENCH_UNITY=ON reads the sources of a library in a few files, which takes half
# of the time where all is built; CI has all four. Without a network the tests of those engines skip themselves.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
cmake_options=(${IOTBENCH_WERROR:+-DIOTBENCH_WERROR=$IOTBENCH_WERROR} ${IOTBENCH_UNITY:+-DCMAKE_UNITY_BUILD=$IOTBENCH_UNITY})

install_packages build window tests
add_wanted_engines || true
# Each in a shell of its own: without what they install some tests skip themselves, and all others run.
(install_packages spark) || printf 'Without the tests of app/spark\n' >&2
(install_packages training) || printf 'Without the tests of models/train\n' >&2
build dev
exec ctest --test-dir "$top/build/dev" --output-on-failure -j "$(nproc)" "$@" </dev/null
