#!/usr/bin/env bash
# Is every C++ file laid out as .clang-format says, and every shell script clean by shellcheck?
#   tests/format.sh
# Exits with 1 where anything is found, and with 77 where the layout could not be judged: releases of clang-format
# differ in what they make of one .clang-format, so only Debian 12's counts.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
judge=14

install_packages format
cd "$top"
# files PATTERN…: those of the sources, none that a build made.
files() {
    local patterns=(-name "$1") pattern
    for pattern in "${@:2}"; do
        patterns+=(-o -name "$pattern")
    done
    find . \( -path ./.git -o -path ./build -o -path ./out \) -prune -o \( "${patterns[@]}" \) -type f -print | sort
}

mapfile -t scripts < <(files '*.sh' && printf '.ci/run\n')
shellcheck -x "${scripts[@]}" || fail "shellcheck has found something, as above"
printf 'shellcheck: %d scripts are clean\n' ${#scripts[@]} >&2

version=$(clang-format --version | sed -n 's/.* version \([0-9]*\)\..*/\1/p')
if [ "$version" != "$judge" ]; then
    printf 'clang-format: the layout is not judged; this is version %s, and that of version %s counts\n' "$version" $judge >&2
    exit 77
fi
mapfile -t sources < <(files '*.cpp' '*.h')
clang-format --dry-run --Werror "${sources[@]}" || fail "clang-format -i FILE… mends the files named above"
printf 'clang-format: %d files are laid out well\n' ${#sources[@]} >&2
