#!/usr/bin/env bash
# Makes what a Spark cluster is sent of an installed program: the program with everything it needs beyond the C library,
# and the Python programs.
#   make-archive.sh [FOLDER]     FOLDER (iotbench-archive) then holds
#     iotbench.tar.gz       for --archives iotbench.tar.gz#iotbench: bin/, lib/, share/
#     iotbench_cluster.zip  for --py-files
#     iotbench_spark.py     the program to submit
# It runs on hosts of the same processor whose C library is at least as new as this machine's. IOTBENCH in the environment
# is the program in its installation (iotbench on PATH), one without a window: the package iotbench-headless. Engines that
# are installed with it come along. Needs patchelf.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=${1:-iotbench-archive}

fail() {
    printf '%s: %s\n' "${0##*/}" "$1" >&2
    exit 1
}

# The C library's parts belong together and to the host's kernel interface: they are always the host's.
belongs_to_host='^(ld-linux.*|libc|libm|libdl|libpthread|librt|libresolv|libutil|libmvec|libnss_.*|libanl)\.so'

command -v patchelf >/dev/null || fail "no patchelf: install the package patchelf"
program=$(command -v "${IOTBENCH:-iotbench}") || fail "no iotbench: install iotbench-headless, or name the program in IOTBENCH"
program=$(realpath "$program")
installation=$(dirname "$(dirname "$program")")
[ -d "$installation/share/iotbench/models" ] || fail "$program lies in no installation: no $installation/share/iotbench/models"
! grep -q 'libQt6Widgets' <(ldd "$program") \
    || fail "$program has a window, whose libraries no executor needs: install iotbench-headless in its place"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree=$work/iotbench
# Each at the place in the installation where the program looks for it.
mkdir -p "$tree/bin" "$tree/lib"
cp "$program" "$tree/bin/"
shopt -s nullglob
(cd "$installation" && find share/iotbench/{cifar10,models} lib/{,*/}iotbench/* -type f -print0 | xargs -0 cp --parents -t "$tree")

# libraries_of FILE…: "name path" of what they load, directly or not.
libraries_of() {
    ldd "$@" | awk '$2 == "=>" && $3 ~ /^\// { print $1, $3 } $2 == "=>" && $3 == "not" { print $1, "-" }' | sort -u
}

engines=("$installation"/lib/{,*/}iotbench/engines/*.so)
while read -r name path; do
    [[ $path != */iotbench/openvino/* ]] || continue # installed with the engine
    [ "$path" != - ] || fail "$name is not found here: the program does not run on this machine either"
    [[ $name =~ $belongs_to_host ]] || cp -L "$path" "$tree/lib/$name"
    # OpenVINO loads the rest of itself by name, from beside itself.
    [[ $name != libopenvino.so* ]] \
        || cp -L "$(dirname "$path")"/libopenvino_{*_cpu_plugin.so,onnx_frontend.so*} "$tree/lib/"
done < <(libraries_of "$program" "${engines[@]}")

# Each finds its neighbours wherever the archive is unpacked. RUNPATH is not inherited, so every file has its own.
while read -r file; do
    [ "$(head -c 4 "$file" | tr -d '\177')" = ELF ] || continue # licences
    # shellcheck disable=SC2016 # the loader's variable
    paths='$ORIGIN/'$(realpath --relative-to="$(dirname "$file")" "$tree/lib")
    # shellcheck disable=SC2016
    [[ $file != */iotbench/@(engines|openvino)/* ]] || paths='$ORIGIN/../openvino:'$paths
    patchelf --set-rpath "$paths" "$file"
done < <(find "$tree/bin" "$tree/lib" -type f)

mkdir -p "$out"
tar -C "$tree" -czf "$out/iotbench.tar.gz" .
(cd "$here" && python3 -m zipfile -c "$work/iotbench_cluster.zip" iotbench_cluster)
cp "$work/iotbench_cluster.zip" "$here/iotbench_spark.py" "$out/"
du -h "$out/iotbench.tar.gz" | awk '{ print "Made " $2 ", " $1 }'
