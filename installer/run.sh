#!/usr/bin/env bash
# Installs what is missing, builds the program (build/release) and runs the benchmark's headline experiment:
#   installer/run.sh [ARGS…]         ARGS are appended to --batch -m resnet20 -i 1000 -t 10000; a later option wins
#   installer/run.sh --gui [ARGS…]   opens the window instead, filled in by ARGS
# Works from a clean clone on Debian 12 and 13 and Ubuntu 24.04, as root or with sudo, as often as you like.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
cmake_options=()

if [ "${1-}" = --gui ]; then
    shift
    cmake_options=(-DIOTBENCH_GUI=ON)
    install_packages build window
    build release iotbench
    exec "$top/build/release/app/iotbench" "$@"
fi
install_packages build
build release iotbench
exec "$top/build/release/app/iotbench" --batch -m resnet20 -i 1000 -t 10000 "$@"
