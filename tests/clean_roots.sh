#!/usr/bin/env bash
# Do the two commands of the README work on a new machine?
#   sudo tests/clean_roots.sh [--cache DIR] [bookworm|trixie …]      both releases unless named
# For each release: clones the last commit into the smallest system that debootstrap makes, with nothing but git, and runs
# ./installer/run.sh and ./tests/run.sh there as root. Prints the last lines of each and the time it took; exits with 1
# where one fails. With --cache, DIR keeps what debootstrap made for the next time. Needs root, debootstrap, the network,
# and 40 minutes a release on two idle cores.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
cache=
if [ "${1-}" = --cache ]; then
    cache=$(mkdir -p "${2:?--cache wants a folder}" && cd "$2" && pwd)
    shift 2
fi
releases=("$@")
[ $# -gt 0 ] || releases=(bookworm trixie)
[ "$(id -u)" = 0 ] || fail "making roots needs root: run it with sudo"
install_packages package-test
work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
. "$top/installer/roots.sh"

failed=0
# command_there ROOT COMMAND: runs it in the clone, and says how it ended.
command_there() {
    local root=$1 command=$2 log=$work/command.log began=$SECONDS outcome=passed
    # shellcheck disable=SC2016 # its own $1
    within "$root" sh -c 'cd /home/iotbench && exec "$1"' sh "$command" >"$log" 2>&1 || outcome=FAILED failed=1
    printf '%s: %s %s after %d min %d s; its last lines:\n' "$release" "$command" "$outcome" \
        $(((SECONDS - began) / 60)) $(((SECONDS - began) % 60))
    tail -n 12 "$log" | sed 's/^/    /'
}

for release in "${releases[@]}"; do
    root=$work/$release
    clean_root "$root" "$release"
    apt "$root" install git ca-certificates
    clone_into "$root"
    command_there "$root" ./installer/run.sh
    command_there "$root" ./tests/run.sh
    rm -rf --one-file-system "$root"
done
exit "$failed"
