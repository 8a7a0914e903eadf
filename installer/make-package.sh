#!/usr/bin/env bash
# Builds the program as people install it and packs it for Debian:
#   installer/make-package.sh [--arch arm64] [--headless] [FOLDER]
# leaves iotbench_VERSION_ARCH.deb in FOLDER (out/ unless given), iotbench-spark beside it, iotbench-openvino where
# OpenVINO can be had (see run.sh --with-openvino), and iotbench-onnxruntime where the distribution has ONNX Runtime. With --headless the program has no window, needs no desktop's
# libraries, and is the only package: iotbench-headless_VERSION_ARCH.deb. Installs what it builds with; with --arch arm64
# on a machine of another processor that is Debian's cross compiler and the libraries of arm64, best into a system made
# for this: installer/test-package.sh makes one.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
cmake_options=()
lists=(build)
targets=(iotbench iotbench_printed)
preset=package
cross=
headless=

if [ "${1-}" = --arch ]; then
    case ${2-} in
    "$(dpkg --print-architecture)") ;;
    arm64) preset=package-arm64 cross=arm64 ;;
    *) fail "--arch takes arm64, not '${2-}'" ;;
    esac
    shift 2
fi
if [ "${1-}" = --headless ]; then
    shift
    headless=yes
    # Without the engines that are modules even where they are there: one package, the smaller.
    cmake_options+=(-DIOTBENCH_GUI=OFF -DCMAKE_DISABLE_FIND_PACKAGE_OpenVINO=ON -DIOTBENCH_ONNXRUNTIME=OFF)
else
    cmake_options+=(-DIOTBENCH_GUI=ON)
    lists+=(window)
    targets+=(iotbench_icons)
    if add_openvino $cross; then
        cmake_options+=(-DCMAKE_DISABLE_FIND_PACKAGE_OpenVINO=OFF)
        targets+=(iotbench_engine_openvino)
    else
        printf 'Without iotbench-openvino: %s\n' "$reason" >&2
    fi
    if distribution_has libonnxruntime-dev && add_onnxruntime $cross; then
        cmake_options+=(-DIOTBENCH_ONNXRUNTIME=ON)
        targets+=(iotbench_engine_onnxruntime)
    else
        cmake_options+=(-DIOTBENCH_ONNXRUNTIME=OFF)
        printf 'Without iotbench-onnxruntime: this distribution has no package libonnxruntime-dev\n' >&2
    fi
fi
folder=${1:-$top/out}

if [ -n "$cross" ]; then
    install_cross_packages "${lists[@]}"
    install_packages package
    export DEB_HOST_ARCH=$cross # whose libraries dpkg-shlibdeps looks for
else
    install_packages "${lists[@]}" package
fi
build "$preset" "${targets[@]}"
mkdir -p "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cpack --config "$top/build/$preset/CPackConfig.cmake" -B "$work" >"$work/log" 2>&1 \
    || { tail -n 20 "$work/log" >&2; cp "$work/log" "$top/build/$preset-cpack.log"
         fail "packing failed; the whole log: $top/build/$preset-cpack.log"; }
# Without the window it is another package of the same name, for other machines: the file says so.
for package in "$work"/*.deb; do
    name=${package##*/}
    if [ -n "$headless" ]; then
        [[ $name == iotbench_* ]] || continue
        name=${name/#iotbench_/iotbench-headless_}
    fi
    cp "$package" "$folder/$name"
    echo "$folder/$name"
done
