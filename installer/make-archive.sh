#!/usr/bin/env bash
# Makes what a Spark cluster is sent: the program with everything it needs beyond the C library, and the Python programs.
#   installer/make-archive.sh [FOLDER]     FOLDER (build/archive) then holds
#     iotbench.tar.gz       for --archives iotbench.tar.gz#iotbench: bin/, lib/, share/
#     iotbench_cluster.zip  for --py-files
#     iotbench_spark.py     the program to submit
# It runs on hosts of the same processor whose C library is at least as new as this machine's. IOTBENCH_OPENVINO=ON and
# IOTBENCH_ONNXRUNTIME=ON in the environment add these engines.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
out=${1:-$top/build/archive}
# The name of another build of the program without a window, for tests; else it is built in build/worker.
program_build=${IOTBENCH_BUILD:-}

# The C library's parts belong together and to the host's kernel interface: they are always the host's.
belongs_to_host='^(ld-linux.*|libc|libm|libdl|libpthread|librt|libresolv|libutil|libmvec|libnss_.*|libanl)\.so'

if [ -z "$program_build" ]; then
    cmake_options=(-DIOTBENCH_GUI=OFF -DIOTBENCH_TESTS=OFF -DIOTBENCH_BENCHMARKS=OFF)
    install_packages build spark-archive
    add_wanted_engines || fail "an engine that was asked for cannot be had, as above"
    program_build=$top/build/worker
    mkdir -p "$program_build"
    cmake -S "$top" -B "$program_build" -G Ninja -DCMAKE_BUILD_TYPE=Release "${cmake_options[@]}" </dev/null \
        >"$top/build/worker.log" 2>&1 || fail "configuring failed; the whole log: $top/build/worker.log"
    ninja -C "$program_build" -j "$(build_jobs)" </dev/null >>"$top/build/worker.log" 2>&1 \
        || fail "the build failed; the whole log: $top/build/worker.log"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree=$work/iotbench
cmake --install "$program_build" --prefix "$tree" --strip >/dev/null
! grep -q 'libQt6Widgets' <(ldd "$tree/bin/iotbench") \
    || fail "$program_build holds a program with a window: configure it with IOTBENCH_GUI=OFF"

# libraries_of FILE…: "name path" of what they load, directly or not.
libraries_of() {
    ldd "$@" | awk '$2 == "=>" && $3 ~ /^\// { print $1, $3 } $2 == "=>" && $3 == "not" { print $1, "-" }' | sort -u
}

mkdir -p "$tree/lib"
# As they were linked: what has been installed may have lost the way to libraries that lie elsewhere.
mapfile -t linked < <(find "$program_build/engines" -name '*.so' -type f 2>/dev/null)
linked+=("$program_build/app/iotbench")
while read -r name path; do
    [ ! -e "$tree/lib/iotbench/openvino/$name" ] || continue # installed with the engine
    [ "$path" != - ] || fail "$name is not found here: the program does not run on this machine either"
    [[ $name =~ $belongs_to_host ]] || cp -L "$path" "$tree/lib/$name"
    # OpenVINO loads the rest of itself by name, from beside itself.
    [[ $name != libopenvino.so* ]] \
        || cp -L "$(dirname "$path")"/libopenvino_{*_cpu_plugin.so,onnx_frontend.so*} "$tree/lib/"
done < <(libraries_of "${linked[@]}")

# Each finds its neighbours wherever the archive is unpacked. RUNPATH is not inherited, so every file has its own.
while read -r file; do
    [ "$(head -c 4 "$file" | tr -d '\177')" = ELF ] || continue # licences
    # shellcheck disable=SC2016 # the loader's variable
    paths='$ORIGIN/'$(realpath --relative-to="$(dirname "$file")" "$tree/lib")
    # shellcheck disable=SC2016
    [[ $file != "$tree"/lib/iotbench/* ]] || paths='$ORIGIN/../openvino:'$paths
    patchelf --set-rpath "$paths" "$file"
done < <(find "$tree/bin" "$tree/lib" -type f)

mkdir -p "$out"
tar -C "$tree" -czf "$out/iotbench.tar.gz" .
(cd "$top/app/spark" && python3 -m zipfile -c "$out/iotbench_cluster.zip" iotbench_cluster)
cp "$top/app/spark/iotbench_spark.py" "$out/"
du -h "$out/iotbench.tar.gz" | awk '{ print "Made " $2 ", " $1 }'
