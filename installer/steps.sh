# shellcheck shell=bash disable=SC2154,SC2034
# The steps that run.sh and tests/run.sh share; sourced by them, with `top` set to the repository's folder.
# Each is quiet where nothing is to be done and ends in one clear line where it cannot go on.

fail() {
    printf '%s: %s\n' "${0##*/}" "$1" >&2
    exit 1
}

# Conda puts a CMake, a Python, compilers and libraries of its own before the system's, for which all this is.
leave_conda() {
    local folder name folders kept=
    IFS=: read -ra folders <<<"$PATH"
    for folder in "${folders[@]}"; do
        [ -d "${folder%/*}/conda-meta" ] || kept+=${kept:+:}$folder
    done
    PATH=${kept:-/usr/local/bin:/usr/bin:/bin}
    [ -n "${CONDA_PREFIX-}" ] || return 0
    for name in CC CXX CPP CFLAGS CXXFLAGS CPPFLAGS LDFLAGS CMAKE_PREFIX_PATH PKG_CONFIG_PATH LD_LIBRARY_PATH PYTHONHOME; do
        [[ ${!name-} != *"$CONDA_PREFIX"* && ${!name-} != *-conda-* ]] || unset "$name"
    done
    unset CONDA_PREFIX
}
leave_conda

# disk_full LOG: whether what wrote LOG failed for that; it may be why nothing is in LOG.
disk_full() {
    grep -qE 'No space left on device|enough free space' "$1" && return
    df --output=avail -k "$1" "${TMPDIR:-/tmp}" | awk 'NR > 1 && $1 < 20480 { full = 1 } END { exit !full }'
}

# reason_in LOG: in a few words why what wrote LOG failed.
reason_in() {
    local unreachable='Temporary failure|Could not (resolve|connect|handshake)|Connection (failed|timed out|reset)'
    unreachable+='|Network is unreachable|Failed to establish a new connection|Read timed out|Name or service not known'
    if disk_full "$1"; then
        echo "the disk is full"
    elif grep -qE "$unreachable" "$1"; then
        echo "the network cannot be reached"
    else
        grep -m 1 -iE '^e(rror)?:' "$1" || tail -n 1 "$1"
    fi
}

# What is fetched once and used by every clone.
fetched=${XDG_CACHE_HOME:-$HOME/.cache}/iotbench

# on_one_line TEXT: shows TEXT in place of the line before, on a terminal; elsewhere nothing.
on_one_line() {
    [ ! -t 2 ] || printf '\r\033[K%s' "$1" >&2
}

# packages_of LIST…: the names in the package lists, comments left out.
packages_of() {
    local list
    for list in "$@"; do
        sed 's/#.*//' "$top/installer/packages/$list.txt"
    done
}

# install_packages LIST…: installs what is missing of installer/packages/LIST.txt.
install_packages() {
    local names
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        fail "this system has no apt-get: install the equivalents of $(packages_of "$@" | xargs), then build with cmake --preset release"
    fi
    mapfile -t names < <(packages_of "$@" | xargs -n 1)
    install_missing "${names[@]}"
}

# install_cross_packages LIST…: the same for a build for arm64 on another processor, with the compiler for it: libraries
# are those of arm64, made a foreign architecture of this system; tools are this system's, Qt's own among them.
install_cross_packages() {
    local name names=()
    dpkg --print-foreign-architectures | grep -qx arm64 \
        || { dpkg --add-architecture arm64 && apt-get -q update; } >/dev/null \
        || fail "arm64 cannot be made a foreign architecture of this system; that needs root"
    for name in $(packages_of "$@"); do
        case $name in
        lib*-dev | qt6-*-dev)
            # Headers alone are the same everywhere, and have no other name.
            apt-cache show --no-all-versions "$name" 2>/dev/null | grep -qx 'Architecture: all' || name+=:arm64
            ;;
        esac
        names+=("$name")
    done
    mapfile -t -O ${#names[@]} names < <(packages_of cross-arm64 emulator | xargs -n 1)
    install_missing "${names[@]}"
}

# apt_get LOG ARGS…: apt-get with the rights of root, its words in LOG. Another that holds apt's locks is waited for, as a
# machine that has just booted updates itself, and named.
apt_get() {
    local log=$1 holder named='' until=$((SECONDS + ${IOTBENCH_LOCK_PATIENCE_S:-1200}))
    shift
    # In English, for its messages are read here.
    until "${as_root[@]}" env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=1 \
        -o Acquire::http::Timeout=30 "$@" </dev/null >"$log" 2>&1; do
        grep -qE 'Could not get lock|locked by another process' "$log" || return 1
        holder=$(sed -nE 's/.*(by process|with pid) ([0-9].*)/process \2/p' "$log" | head -n 1)
        holder=${holder:-another program}
        [ "$SECONDS" -lt "$until" ] || fail "$holder holds the lock of the package lists; run this again when it has ended"
        [ "$holder" = "$named" ] || printf 'Waiting for %s, which is changing the installed packages\n' "$holder" >&2
        named=$holder
        sleep 2
    done
}

# mend_packages LOG: finishes what an installation has left half done that was cut off.
mend_packages() {
    grep -qE 'dpkg was interrupted|--fix-broken' "$1" || return 1
    printf 'Finishing an installation that was cut off\n' >&2
    "${as_root[@]}" env LC_ALL=C DEBIAN_FRONTEND=noninteractive dpkg --force-confdef --force-confold --configure -a \
        </dev/null >"$1" 2>&1 || true # what is left is the next one's
    apt_get "$1" --fix-broken install
}

# install_missing NAME…: installs the packages that are not there yet.
install_missing() {
    local package missing=() as_root=() log lists_failed='' unknown
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || fail "not root, and no sudo: have these packages installed: ${missing[*]}"
        as_root=(sudo)
        # Asks for a password where there is somebody to ask.
        sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; } \
            || fail "no rights (sudo refused): have these packages installed: ${missing[*]}"
    fi
    printf 'Installing %s package(s): %s\n' ${#missing[@]} "${missing[*]}" >&2
    log=$(mktemp)
    # The lists may be old or empty. Where one of them cannot be updated, the packages may come from another.
    apt_get "$log" -o APT::Update::Error-Mode=any update || lists_failed=$(reason_in "$log")
    local install=(install --no-install-recommends "${missing[@]}")
    if ! apt_get "$log" "${install[@]}" && ! { mend_packages "$log" && apt_get "$log" "${install[@]}"; }; then
        unknown=$(sed -nE "s/^E: Unable to locate package (.*)/\1/p; s/^E: Package '(.*)' has no installation candidate/\1/p" "$log" | xargs)
        if [ -z "$unknown" ]; then
            fail "apt-get cannot install them: $(reason_in "$log"); run this again when that is mended (log: $log)"
        elif [ -n "$lists_failed" ]; then
            fail "the package lists cannot be updated: $lists_failed; without them nothing is known of $unknown; run this again when that is mended (log: $log)"
        fi
        fail "no package source of this system has $unknown; Debian 12 and 13 have all, Ubuntu 24.04 with \"universe\" (log: $log)"
    fi
    rm -f "$log"
}

# Compilers at once: one a processor, and none without a gigabyte of memory.
build_jobs() {
    awk -v jobs="$(nproc)" '/^MemAvailable/ { most = int($2 / 1048576) }
        END { if (most && most < jobs) jobs = most; print jobs < 1 ? 1 : jobs }' /proc/meminfo
}

# One cache serves every clone and build folder: paths inside them are hashed as relative ones. Precompiled headers want
# the sloppiness that ccache's manual names for them.
export CCACHE_BASEDIR=$top CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime CCACHE_PCH_EXTSUM=true

# configured_with FOLDER OPTION…: whether the build folder is ready and these -DNAME=VALUE stand in its cache.
configured_with() {
    local folder=$1 option
    shift
    [ -e "$folder/configured" ] && [ ! "$top/CMakePresets.json" -nt "$folder/configured" ] || return 1
    for option in "$@"; do
        option=${option#-D}
        grep -q "^${option%%=*}:[A-Z]*=${option#*=}\$" "$folder/CMakeCache.txt" || return 1
    done
}

# build_failed WHAT LOG LINES: ends with the telling lines of LOG, or with what they would only hide.
build_failed() {
    ! disk_full "$2" || fail "$1: the disk is full; free some space for $top/build and run this again"
    printf '%s\n' "$3" >&2
    fail "$1; the whole log: $2"
}

# configure PRESET: makes build/PRESET. CMake options: in the array cmake_options.
configure() {
    local folder=$top/build/$1 log=$top/build/$1.log
    mkdir -p "$folder" 2>/dev/null || fail "cannot write to $top/build"
    # Only where it is there: the build must not depend on it.
    ! command -v ccache >/dev/null || export CMAKE_CXX_COMPILER_LAUNCHER=ccache
    configured_with "$folder" "${cmake_options[@]}" && return
    (cd "$top" && cmake --preset "$1" "${cmake_options[@]}") </dev/null >"$log" 2>&1 \
        || build_failed "configuring failed" "$log" "$(tail -n 20 "$log")"
    touch "$folder/configured"
}

# show_progress PRESET: turns ninja's lines on standard input into a line of progress; where that is no terminal,
# into one line at the start of a build that takes long.
show_progress() {
    local line step total announced=
    while IFS= read -r line; do
        [[ $line =~ ^\[([0-9]+)/([0-9]+)\]\  ]] || continue
        step=${BASH_REMATCH[1]} total=${BASH_REMATCH[2]}
        on_one_line "Building in build/$1: $step of $total"
        if [ ! -t 2 ] && [ -z "$announced" ] && [ "$total" -gt 10 ]; then
            printf 'Building in build/%s: %s steps\n' "$1" "$total" >&2
            announced=yes
        fi
    done
    on_one_line ''
}

# build PRESET [TARGET…]: configures and builds in build/PRESET.
build() {
    local preset=$1 log=$top/build/$1.log
    shift
    configure "$preset"
    if ! NINJA_STATUS='[%f/%t] ' ninja -C "$top/build/$preset" -j "$(build_jobs)" "$@" </dev/null 2>&1 | tee "$log" \
        | show_progress "$preset"; then
        # What is left without ninja's own lines of progress is the compilers'.
        build_failed "the build failed" "$log" "$(grep -v '^\[[0-9]*/[0-9]*\] ' "$log" | tail -n 40)"
    fi
}

# make_environment FOLDER PYTHON PLATFORM LIST…: what python_environment makes where it is not there. pip makes wheels of
# sources in the same environment, with what lists before brought: in one of its own nothing would be pinned.
make_environment() {
    local folder=$1 python=$2 platform=$3 list
    shift 3
    rm -rf "$folder"
    "$python" -m venv "$folder" || return
    for list in "$@"; do
        "$folder/bin/pip" --disable-pip-version-check --no-input --no-cache-dir install --require-hashes --no-deps \
            --no-compile --use-pep517 --no-build-isolation \
            ${platform:+--platform "$platform" --target "$folder/lib/python3/site-packages"} -r "$list" || return
    done
    touch "$folder/ready"
}

# python_environment NAME [PYTHON [PLATFORM]]: a virtual environment of PYTHON (python3 unless given) with the packages of
# installer/requirements/NAME.txt, each of a hash that stands there, and no others. Prints its folder; where it cannot be
# had, prints why and returns 1. It is made once for these requirements and this PYTHON, by whoever asks first. With
# PLATFORM, a tag of wheels, the packages are for that one and lie in lib/python3/site-packages, where no Python runs them.
python_environment() {
    local name=$1 python=${2:-python3} platform=${3-} lists=() folder list lock
    for list in "$top/installer/requirements/$name"{-build,}.txt; do
        [ ! -e "$list" ] || lists+=("$list")
    done
    folder=$fetched/python/$name-$({ cat "${lists[@]}" && "$python" -VV && echo "$platform"; } | sha256sum | cut -c 1-12)
    mkdir -p "${folder%/*}" 2>/dev/null || { echo "cannot write to $fetched"; return 1; }
    exec {lock}>"$folder.lock"
    flock "$lock"
    if [ ! -e "$folder/ready" ]; then
        printf 'Fetching the Python packages of installer/requirements/%s.txt\n' "$name" >&2
        if ! make_environment "$folder" "$python" "$platform" "${lists[@]}" </dev/null >"$folder.log" 2>&1; then
            echo "pip cannot install $name.txt: $(reason_in "$folder.log") (log: $folder.log)"
            return 1
        fi
    fi
    exec {lock}>&-
    echo "$folder"
}

# add_openvino [arm64]: has CMake build the engine openvino too, with the package that $OpenVINO_DIR names, or else with
# the wheel of PyPI, with arm64 the one for that. Where it cannot be had, says why in `reason` and returns 1.
add_openvino() {
    local environment package
    reason=
    if [ -n "${OpenVINO_DIR-}" ]; then
        cmake_options+=("-DOpenVINO_DIR=$OpenVINO_DIR")
        return
    fi
    install_packages wheels
    environment=$(python_environment openvino python3 ${1:+manylinux_2_35_aarch64}) || { reason=$environment; return 1; }
    for package in "$environment"/lib/python3*/site-packages/openvino/cmake; do
        cmake_options+=("-DOpenVINO_DIR=$package")
    done
}

# The headers of ONNX Runtime's C interface, which its wheels leave out: a package of Debian 13, of which nothing is run.
onnxruntime_headers=http://deb.debian.org/debian/pool/main/o/onnxruntime/libonnxruntime-dev_1.21.0+dfsg-1_amd64.deb
onnxruntime_headers_sha256=14f7d959d5deacbcf1504830d4189f91fc67382b399ed9ae9d3aa9c4050ced08

# make_onnxruntime FOLDER LIBRARY: a folder with include/ and lib/ as CMake looks for them, of a wheel's LIBRARY.
make_onnxruntime() {
    local folder=$1 library=$2
    rm -rf "$folder"
    mkdir -p "$folder/lib" || return
    /usr/lib/apt/apt-helper download-file "$onnxruntime_headers" "$folder/headers.deb" "SHA256:$onnxruntime_headers_sha256" \
        && dpkg-deb -x "$folder/headers.deb" "$folder/package" \
        && mv "$folder/package/usr/include/onnxruntime" "$folder/include" || return
    ln -s "$library" "$folder/lib/libonnxruntime.so.1" # as programs that were linked with it ask for it
    ln -s libonnxruntime.so.1 "$folder/lib/libonnxruntime.so"
    rm -rf "$folder/headers.deb" "$folder/package"
    touch "$folder/ready"
}

# onnxruntime_folder [arm64]: prints a folder with headers and, of the wheel of PyPI, the library, made once; or why it
# cannot be had, and returns 1.
onnxruntime_folder() {
    local environment folder lock library
    environment=$(python_environment onnxruntime python3 ${1:+manylinux_2_28_aarch64}) || { echo "$environment"; return 1; }
    library=$(compgen -G "$environment/lib/python3*/site-packages/onnxruntime/capi/libonnxruntime.so.*")
    folder=$fetched/onnxruntime-$(echo "$library $onnxruntime_headers_sha256" | sha256sum | cut -c 1-12)
    exec {lock}>"$folder.lock"
    flock "$lock"
    if [ ! -e "$folder/ready" ] && ! make_onnxruntime "$folder" "$library" </dev/null >"$folder.log" 2>&1; then
        echo "no headers of ONNX Runtime: $(reason_in "$folder.log") (log: $folder.log)"
        return 1
    fi
    exec {lock}>&-
    echo "$folder"
}

# distribution_has NAME: whether apt-get knows where this package is to be had.
distribution_has() { apt-cache show --no-all-versions "$1" >/dev/null 2>&1; }

# add_onnxruntime [arm64]: has CMake build the engine onnxruntime too, with the installation that $ONNXRUNTIME_DIR names,
# or the distribution's package, or else with the wheel of PyPI, with arm64 the ones for that. Where it cannot be had,
# says why in `reason` and returns 1.
add_onnxruntime() {
    local folder=${ONNXRUNTIME_DIR-}
    reason=
    if [ -n "$folder" ]; then
        : # as named
    elif distribution_has libonnxruntime-dev; then
        "install_${1:+cross_}packages" onnxruntime
        folder=/usr
    else
        install_packages wheels
        folder=$(onnxruntime_folder "$@") || { reason=$folder; return 1; }
    fi
    cmake_options+=("-DONNXRUNTIME_DIR=$folder")
}

# add_wanted_engines: the engines that the environment asks for: IOTBENCH_OPENVINO=ON, IOTBENCH_ONNXRUNTIME=ON. Names each
# that cannot be had, and returns 1 then.
add_wanted_engines() {
    local engine wanted code=0
    for engine in openvino onnxruntime; do
        wanted=IOTBENCH_${engine^^}
        if [ "${!wanted-}" = ON ] && ! "add_$engine"; then
            printf 'Without the engine %s: %s\n' "$engine" "$reason" >&2
            code=1
        fi
    done
    return "$code"
}
