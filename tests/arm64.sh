#!/usr/bin/env bash
# Does core/ hold on arm64? Cross-compiles it (build/arm64) and runs unit tests under an emulator, with the vectors of
# that processor (NEON) and without:
#   tests/arm64.sh [ROOM…]     rooms of tests/unit; wire and statistics unless named
# Exits with 77 where this system's package servers have no arm64, and with 1 where something fails.
# Changes nothing of this system but for the cross compiler and the emulator, which it installs: the libraries of arm64
# are unpacked into a folder of ~/.cache/iotbench. It wants package servers that have arm64, as Debian's do. The
# program as installed is tested by tests/arm64/installed.sh.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
rooms=("$@")
[ $# -gt 0 ] || rooms=(wire statistics)
# Ten times as slow as a processor: thousands where the processor itself gets a hundred thousand.
export IOTBENCH_WIRE_DAMAGES=${IOTBENCH_WIRE_DAMAGES-2000}

# unpack_libraries: those of the package lists, and all that these need, where they are not there yet; `sysroot` is then
# their folder, named after this system's release and them.
unpack_libraries() {
    local names scratch log package link apt_get
    mapfile -t names < <(packages_of build | xargs -n 1 | grep -xE 'lib.*-dev|qt6-.*-dev')
    names+=(libc6-dev "libstdc++-$(aarch64-linux-gnu-g++ -dumpversion | cut -d . -f 1)-dev")
    sysroot=$fetched/arm64-sysroot-$(. /etc/os-release && printf '%s %s' "$ID $VERSION_ID" "${names[*]}" | sha256sum | head -c 12)
    scratch=$sysroot.packages log=$sysroot.log
    [ ! -e "$sysroot/unpacked" ] || return 0
    printf 'Unpacking libraries of arm64 into %s\n' "$sysroot" >&2
    rm -rf "$sysroot" "$scratch"
    mkdir -p "$sysroot/usr/lib" "$scratch"/{lists,archives}/partial
    ln -s usr/lib "$sysroot/lib"
    # As if for a machine on which nothing is installed: apt-get then fetches all that belongs to them.
    touch "$scratch/status"
    apt_get=(env LC_ALL=C apt-get -q -o APT::Architecture=arm64 -o APT::Architectures::=arm64
        -o Acquire::Retries=1 -o Acquire::http::Timeout=30 -o Debug::NoLocking=1
        -o "Dir::State::status=$scratch/status" -o "Dir::State::lists=$scratch/lists"
        -o "Dir::Cache::archives=$scratch/archives" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=)
    "${apt_get[@]}" update </dev/null >"$log" 2>&1 || true
    if ! "${apt_get[@]}" -y --no-install-recommends --download-only install "${names[@]}" </dev/null >>"$log" 2>&1; then
        printf 'Libraries of arm64 cannot be fetched: %s (log: %s)\n' "$(grep '^E:' "$log" | tail -n 1)" "$log" >&2
        exit 77
    fi
    for package in "$scratch"/archives/*.deb; do
        dpkg-deb --fsys-tarfile "$package" | tar -C "$sysroot" -x --keep-directory-symlink \
            --exclude=./usr/share --exclude=./usr/bin --exclude='./usr/lib/*/dri'
    done
    # Those that begin at the root mean this one.
    while read -r link; do
        ln -sfn "$sysroot$(readlink "$link")" "$link"
    done < <(find "$sysroot" -type l -lname '/*')
    rm -rf "$scratch"
    touch "$sysroot/unpacked"
}

install_packages build cross-arm64 emulator
unpack_libraries
cmake_options=("-DIOTBENCH_SYSROOT=$sysroot" ${IOTBENCH_WERROR:+-DIOTBENCH_WERROR=$IOTBENCH_WERROR})
mapfile -t targets < <(printf 'tests/unit/%s/all\n' "${rooms[@]}")
build arm64 core/all "${targets[@]}"
for room in "${rooms[@]}"; do
    ctest --test-dir "$top/build/arm64/tests/unit/$room" --output-on-failure -LE uninstrumented -j "$(nproc)" </dev/null
done
