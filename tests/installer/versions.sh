#!/usr/bin/env bash
# Do versions of packages rise with the source, and is a release with placeholders refused?
#   tests/installer/versions.sh
# Makes a repository whose commits have known times, asks installer/package/version.cmake for the version at each, and
# compares them as dpkg does.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
if ! command -v dpkg >/dev/null || ! command -v git >/dev/null; then
    echo "SKIP: no dpkg or no git" >&2
    exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
git=(git -C "$work" -c user.name=tester -c user.email=tester@localhost -c init.defaultBranch=main)

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

cat >"$work/ask.cmake" <<'END'
cmake_minimum_required(VERSION 3.25)
include(${SCRIPT})
message(NOTICE "version ${IOTBENCH_PACKAGE_VERSION}")
END

# ask PROJECT-VERSION [-DNAME=VALUE…]: what the script says, and whether it goes on.
ask() {
    local facts=(-DCPACK_IOTBENCH_SOURCE_DIR="$work" -DCPACK_IOTBENCH_VERSION="$1" -DCPACK_IOTBENCH_GUI=ON
        -DCPACK_PACKAGE_CONTACT="A Maintainer <maintainer@localhost>" -DCPACK_PACKAGE_HOMEPAGE_URL=https://localhost/
        -DCPACK_IOTBENCH_APPSTREAM_ID=localhost.iotbench)
    shift
    cmake "${facts[@]}" "$@" -DSCRIPT="$top/installer/package/version.cmake" -P "$work/ask.cmake" 2>&1
}

versions=()
# version_is PATTERN PROJECT-VERSION: the version now is of this form; it is the next in order.
version_is() {
    local said
    said=$(ask "$2") || fail "no version: $said"
    said=${said##*version }
    [[ $said =~ ^$1-1~ ]] || fail "the version is $said, not $1"
    versions+=("$said")
}

# commit TIME: a commit made then.
commit() {
    GIT_COMMITTER_DATE=$1 "${git[@]}" commit -q --allow-empty -m "$1"
}

"${git[@]}" init -q
echo one >"$work/file"
"${git[@]}" add file
commit '2026-11-28T09:59:59+0000'
version_is '0\.1\.0~git20261128095959\.[0-9a-f]{7}' 0.1.0
commit '2026-11-28T14:00:00+0200' # noon in UTC: after the one before
"${git[@]}" tag v0.1.0
version_is '0\.1\.0' 0.1.0
commit '2026-11-28T12:00:01+0000'
version_is '0\.2\.0~git20261128120001\.[0-9a-f]{7}' 0.1.0 # the project's version not yet raised
version_is '0\.2\.0~git20261128120001\.[0-9a-f]{7}' 0.2.0
echo two >"$work/file"
version_is '0\.2\.0~git20261128120001\.[0-9a-f]{7}\+modified' 0.2.0
"${git[@]}" add file
commit '2026-11-28T23:30:00-0100'
version_is '0\.2\.0~git20261129003000\.[0-9a-f]{7}' 0.2.0
"${git[@]}" tag v0.2.0
version_is '0\.2\.0' 0.2.0

for ((i = 1; i < ${#versions[@]}; i++)); do
    below=lt
    [ $i != 3 ] || below=eq # the one commit, asked twice
    dpkg --compare-versions "${versions[i - 1]}" $below "${versions[i]}" \
        || fail "dpkg does not find ${versions[i - 1]} $below ${versions[i]}"
    printf '%s %s %s\n' "${versions[i - 1]}" $below "${versions[i]}"
done

# Each fact alone, at the tag; and not at a commit that is no release.
for placeholder in 'CPACK_PACKAGE_CONTACT=the authors <authors@iotbench.example>' \
    CPACK_PACKAGE_HOMEPAGE_URL=https://iotbench.example/ CPACK_IOTBENCH_APPSTREAM_ID=example.iotbench.iotbench; do
    ! said=$(ask 0.2.0 "-D$placeholder") || fail "a release was made with $placeholder"
    said=$(tr -s '\n ' ' ' <<<"$said")
    [[ $said == *"Version 0.2.0 is a release, and this is a placeholder: ${placeholder#*=}."* ]] \
        || fail "refused with other words: $said"
    ask 0.1.0 "-D$placeholder" >/dev/null || fail "refused with $placeholder, though no release"
done
