#!/usr/bin/env bash
# Is core/ clean by the checks of .clang-tidy?
#   tests/tidy.sh [FILE…]     all of core/ unless files are named
# Reads the compile commands of build/dev, which it configures but does not build. Prints what is found and exits with
# 1 where that is anything.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
cmake_options=()

install_packages build window tests tidy
configure dev
# Sources may have come or gone since.
ninja -C "$top/build/dev" build.ninja >/dev/null || fail "CMake cannot bring build/dev up to date"
if [ $# -eq 0 ]; then
    # Those that are built: a module whose library is absent has no compile command.
    mapfile -t files < <(sed -n "s|^ *\"file\": \"$top/\(core/.*\.cpp\)\".*|\1|p" "$top/build/dev/compile_commands.json" | sort)
    set -- "${files[@]}"
fi
cd "$top"
# One process a file; xargs goes on after a finding and fails at the end. GCC's own options
# mean nothing to Clang.
if ! printf '%s\0' "$@" | xargs -0 -n 1 -P "$(build_jobs)" clang-tidy --quiet --warnings-as-errors='*' \
    -p "$top/build/dev" --extra-arg=-Wno-unknown-warning-option 2>/dev/null; then
    fail "clang-tidy has found something, as above"
fi
printf 'clang-tidy: %d files of core/ are clean\n' $# >&2
