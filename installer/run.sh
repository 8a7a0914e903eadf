#!/usr/bin/env bash
# Installs what is missing, builds the program (build/release) and runs the benchmark's headline experiment:
#   installer/run.sh [ARGS…]         ARGS are appended to --batch -m resnet20 -i 1000 -t 10000; a later option wins
#   installer/run.sh --gui [ARGS…]   opens the window instead, filled in by ARGS
# With --with-openvino or --with-onnxruntime before all else that engine is built as well and the one that runs unless ARGS
# name another. OpenVINO comes from PyPI into ~/.cache/iotbench, or is the package that $OpenVINO_DIR names; ONNX Runtime
# is the distribution's (Debian 13), or comes from PyPI as well, or is the installation that $ONNXRUNTIME_DIR names.
# Works from a clean clone on Debian 12 and 13 and Ubuntu 24.04, as root or with sudo, as often as you like.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
cmake_options=()
lists=(build)
targets=(iotbench)
experiment=(--batch -m resnet20 -i 1000 -t 10000)
engine=()

while [[ ${1-} == --with-@(openvino|onnxruntime) ]]; do
    name=${1#--with-}
    shift
    "add_$name" || fail "$reason; leave out --with-$name to run on OpenCV"
    targets+=("iotbench_engine_$name")
    engine=(--engine "$name")
done
if [ "${1-}" = --gui ]; then
    shift
    cmake_options+=(-DIOTBENCH_GUI=ON)
    lists+=(window)
    experiment=()
fi
install_packages "${lists[@]}"
build release "${targets[@]}"
# By a path as short as one would type, for the program names itself in commands to repeat.
exec "$(realpath --relative-to=. "$top/build/release/app/iotbench")" "${experiment[@]}" "${engine[@]}" "$@"
