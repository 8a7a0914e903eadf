#!/usr/bin/env bash
# Builds the program without its window (build/worker) and makes of it what a Spark cluster is sent:
#   installer/make-archive.sh [FOLDER]     FOLDER (build/archive) then holds what app/spark/make-archive.sh says
# IOTBENCH_OPENVINO=ON and IOTBENCH_ONNXRUNTIME=ON in the environment add these engines.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
out=${1:-$top/build/archive}

# What is installed must find libraries that lie elsewhere, those of ONNX Runtime's wheel, until they are in the archive.
cmake_options=(-DIOTBENCH_GUI=OFF -DIOTBENCH_TESTS=OFF -DIOTBENCH_BENCHMARKS=OFF -DCMAKE_INSTALL_RPATH_USE_LINK_PATH=ON)
install_packages build spark-archive
add_wanted_engines || fail "an engine that was asked for cannot be had, as above"
program_build=$top/build/worker
mkdir -p "$program_build"
cmake -S "$top" -B "$program_build" -G Ninja -DCMAKE_BUILD_TYPE=Release "${cmake_options[@]}" </dev/null \
    >"$top/build/worker.log" 2>&1 || fail "configuring failed; the whole log: $top/build/worker.log"
ninja -C "$program_build" -j "$(build_jobs)" </dev/null >>"$top/build/worker.log" 2>&1 \
    || fail "the build failed; the whole log: $top/build/worker.log"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$program_build" --prefix "$work" --strip >/dev/null
IOTBENCH=$work/bin/iotbench "$top/app/spark/make-archive.sh" "$out"
