#!/usr/bin/env bash
# Builds the program as people install it and packs it for Debian:
#   installer/make-package.sh [--arch arm64] [--headless] [FOLDER]
# leaves iotbench_VERSION_ARCH.deb in FOLDER (out/ unless given), iotbench-data and iotbench-spark beside it,
# iotbench-openvino where OpenVINO can be had (see run.sh --with-openvino), and iotbench-onnxruntime where the distribution
# has ONNX Runtime. With --headless (then out/headless/) the program is iotbench-headless, which has no window and needs no
# desktop's libraries, and the engines are left out. Packages of other versions are removed from FOLDER. Installs what it
# builds with; with --arch arm64 on a machine of another processor that is Debian's cross compiler and the libraries of
# arm64, best into a system made for this: installer/test-package.sh makes one.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
cmake_options=()
lists=(build)
targets=(iotbench iotbench_printed)
preset=package
cross=
arch=$(dpkg --print-architecture)
folder=$top/out

if [ "${1-}" = --arch ]; then
    case ${2-} in
    "$arch") ;;
    arm64) preset=package-arm64 cross=arm64 arch=arm64 ;;
    *) fail "--arch takes arm64, not '${2-}'" ;;
    esac
    shift 2
fi
if [ "${1-}" = --headless ]; then
    shift
    folder=$top/out/headless
    # Without the engines that are modules, even where they are there: the smaller packages.
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
folder=${1:-$folder}

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
for package in "$work"/*.deb; do
    cp "$package" "$folder/"
    echo "$folder/${package##*/}"
done
# What another build left cannot be installed together with these.
version=${package##*/}
version=${version#*_} version=${version%_*}
for package in "$folder"/iotbench{,-*}_*_{"$arch",all}.deb; do
    [[ ! -e $package || $package == *_"$version"_* ]] || rm "$package"
done
