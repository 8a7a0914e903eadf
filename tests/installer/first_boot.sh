#!/usr/bin/env bash
# Does an installation get on, or end in one clear line, on a machine that has just booted, is offline, full, or was cut
# off; and does it keep away from Conda?
#   tests/installer/first_boot.sh
# Runs the steps of installer/steps.sh with stand-ins for apt-get, dpkg and ninja, which say what the real ones do.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bin=$work/bin
mkdir "$bin" "$work/tmp"
export TMPDIR=$work/tmp

complain() {
    printf '%s\n' "$1" >&2
    exit 1
}

# stand_in NAME: a program of standard input's lines.
stand_in() {
    { printf '#!/bin/bash\nwork=%q\n' "$work" && cat; } >"$bin/$1"
    chmod +x "$bin/$1"
}

# step COMMAND…: a command of steps.sh; what it says is in $said, how it ended in $code.
step() {
    code=0
    # shellcheck disable=SC2016 # its own
    said=$(PATH=$bin:$PATH bash -c 'set -euo pipefail; top=$1; shift; cmake_options=(); . "$top/installer/steps.sh"; "$@"' \
        installer.sh "$work/clone" "$@" 2>&1) || code=$?
}

# expect CODE PATTERN: how the step ended, and what its last line is. That is the only one but for those of progress.
expect() {
    local last=${said##*$'\n'}
    [ "$code" = "$1" ] || complain "$case: exit code $code, not $1: $said"
    [[ $last =~ $2 ]] || complain "$case: the last line is not as expected: $said"
    printf '%s: %s\n' "$case" "${last:-(nothing said)}"
}

mkdir -p "$work/clone"
cp -r "$top/installer" "$work/clone/"
stand_in sudo <<'END'
[ "$1" != -n ] || shift
exec "$@"
END
stand_in dpkg-query <<'END'
[ ! -e "$work/installed" ] || echo installed
END
stand_in dpkg <<'END'
echo "dpkg $*" >>"$work/calls"
[ "${*: -2}" != '--configure -a' ] || touch "$work/mended"
END
# $work/update and $work/install are what each of these says in its turn, by the number of times it was called.
stand_in apt-get <<'END'
echo "apt-get $*" >>"$work/calls"
action=install
[[ " $* " != *" update "* ]] || action=update
touch "$work/$action.count"
echo >>"$work/$action.count"
words=$work/$action.$(wc -l <"$work/$action.count")
if [ -e "$words" ]; then
    cat "$words"
    exit 100
fi
[ $action = update ] || touch "$work/installed"
END

# again: as if nothing had been tried.
again() {
    case=$1
    rm -f "$work"/{installed,mended,calls,update*,install.*}
    : >"$work/calls"
}

again "nothing is missing"
touch "$work/installed"
step install_missing alpha
expect 0 '^$'
[ ! -s "$work/calls" ] || complain "apt-get was called for nothing"

again "both are installed"
step install_missing alpha beta
expect 0 '^Installing 2 package\(s\): alpha beta$'

again "apt is busy twice, with the lists and with packages"
printf '%s\n' 'E: Could not get lock /var/lib/apt/lists/lock. It is held by process 812 (apt-get)' \
    'E: Unable to lock directory /var/lib/apt/lists/' >"$work/update.1"
printf '%s\n' 'E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 813 (unattended-upgr)' \
    'E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), is another process using it?' >"$work/install.1"
cp "$work/install.1" "$work/install.2"
step install_missing alpha
expect 0 '^Waiting for process 813 \(unattended-upgr\), which is changing the installed packages$'
[ "$(grep -c '^Waiting' <<<"$said")" = 2 ] || complain "$case: each holder is named once: $said"
[ -e "$work/installed" ] || complain "$case: nothing was installed"

again "apt stays busy"
for i in 1 2 3 4; do
    echo 'dpkg: error: dpkg frontend lock was locked by another process with pid 814' >"$work/install.$i"
done
IOTBENCH_LOCK_PATIENCE_S=3 step install_missing alpha
expect 1 '^installer.sh: process 814 holds the lock of the package lists; run this again when it has ended$'

again "no network, nothing known"
echo 'E: Failed to fetch http://deb.debian.org/debian/dists/bookworm/InRelease  Temporary failure resolving' >"$work/update.1"
printf '%s\n' 'E: Unable to locate package alpha' 'E: Unable to locate package beta' >"$work/install.1"
step install_missing alpha beta
expect 1 '^installer.sh: the package lists cannot be updated: the network cannot be reached; without them nothing is known of alpha beta; '

again "a package that no source has"
echo "E: Unable to locate package alpha" >"$work/install.1"
step install_missing alpha
expect 1 '^installer.sh: no package source of this system has alpha; Debian 12 and 13 have all'

again "one broken source of several"
echo "E: The repository 'http://ppa.example bookworm Release' does not have a Release file." >"$work/update.1"
step install_missing alpha
expect 0 '^Installing 1 package'

again "the network goes away while packages are fetched; then it is back"
printf '%s\n' 'E: Failed to fetch http://deb.debian.org/debian/pool/a.deb  Connection timed out' \
    'E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?' >"$work/install.1"
step install_missing alpha
expect 1 'apt-get cannot install them: the network cannot be reached; run this again when that is mended \(log: '
step install_missing alpha
expect 0 '^Installing 1 package'

again "the disk fills; then there is space"
echo "E: You don't have enough free space in /var/cache/apt/archives/." >"$work/install.1"
step install_missing alpha
expect 1 'apt-get cannot install them: the disk is full; run this again when that is mended \(log: '
step install_missing alpha
expect 0 '^Installing 1 package'

again "an installation before was cut off"
echo "E: dpkg was interrupted, you must manually run 'sudo dpkg --configure -a' to correct the problem." >"$work/install.1"
step install_missing alpha
expect 0 '^Finishing an installation that was cut off$'
[ -e "$work/mended" ] || complain "$case: dpkg --configure -a was not called"
grep -q 'fix-broken install$' "$work/calls" || complain "$case: no --fix-broken install"
tail -n 1 "$work/calls" | grep -q 'install --no-install-recommends alpha$' || complain "$case: the package was not asked for again"

# The real apt-get, in a folder of its own, while another has its lock.
if [ -x /usr/bin/apt-get ] && command -v python3 >/dev/null; then
    again "the real apt-get waits for a real lock"
    own=$work/apt
    mkdir -p "$own"/{state/lists/partial,cache/archives/partial,etc/apt.conf.d,etc/preferences.d,etc/sources.list.d}
    touch "$own/etc/sources.list"
    stand_in apt-get <<'END'
[[ " $* " == *" update "* ]] || { touch "$work/installed"; exit; }
exec /usr/bin/apt-get -o Dir::State="$work/apt/state" -o Dir::Cache="$work/apt/cache" -o Dir::Etc="$work/apt/etc" "$@"
END
    python3 -c 'import fcntl, sys, time
lock = open(sys.argv[1], "w"); fcntl.lockf(lock, fcntl.LOCK_EX); open(sys.argv[2], "w"); time.sleep(4)' \
        "$own/state/lists/lock" "$work/held" &
    until [ -e "$work/held" ]; do sleep 0.1; done
    step install_missing alpha
    expect 0 "^Waiting for process $! \\(python3\\), which is changing the installed packages$"
    wait
fi

case="the disk fills during the build"
mkdir -p "$work/clone/build/dev"
stand_in cmake <<<'exit 0'
stand_in ninja <<'END'
echo '[1/2] Building CXX object a.o'
echo 'a.cpp:1: fatal error: error writing to /tmp/cc.s: No space left on device'
exit 1
END
step build dev
expect 1 "^installer.sh: the build failed: the disk is full; free some space for $work/clone/build and run this again$"
stand_in ninja <<<'echo "[1/1] Linking"'
step build dev
expect 0 ''

# What comes from PyPI: cut off half way, and complete when asked for again.
case="the network goes away while PyPI sends; then it is back"
stand_in python3 <<'END'
[ "$1" = -m ] || exec echo Python
mkdir -p "$3/bin"
cat >"$3/bin/pip" <<'PIP'
#!/bin/bash
touch "${0%/*}/../half"
[ ! -e "$OFFLINE" ] || { echo 'WARNING: Retrying: Failed to establish a new connection'; echo 'ERROR: No matching distribution found'; exit 1; }
PIP
chmod +x "$3/bin/pip"
END
export XDG_CACHE_HOME=$work/cache OFFLINE=$work/offline
touch "$OFFLINE"
step python_environment openvino
expect 1 '^pip cannot install openvino.txt: the network cannot be reached \(log: '
rm "$OFFLINE"
step python_environment openvino
expect 0 "^$work/cache/iotbench/python/openvino-[0-9a-f]*$"
[ -e "${said##*$'\n'}/ready" ] || complain "$case: ${said##*$'\n'} is not ready"
rm "$bin/python3"

# Conda's programs, and what its activation sets, are not seen; others' are.
case="Conda"
mkdir -p "$work/conda/bin" "$work/conda/conda-meta" "$work/conda/condabin"
printf '#!/bin/sh\necho conda\n' | tee "$work/conda/bin/cmake" >"$work/conda/bin/python3"
chmod +x "$work/conda/bin"/*
show() {
    # shellcheck disable=SC2016 # its own
    PATH=$work/conda/bin:$work/conda/condabin:$PATH bash -c 'set -euo pipefail; top=$1; . "$top/installer/steps.sh"
        python3 -c "print(\"system\")"; echo "$PATH ${CXX-none} ${CFLAGS-none} ${CONDA_PREFIX-none}"' installer.sh "$work/clone"
}
said=$(CONDA_PREFIX=$work/conda CXX=x86_64-conda-linux-gnu-c++ CFLAGS=-O1 show)
[ "$said" = $'system\n'"$PATH none -O1 none" ] || complain "$case: $said"
printf '%s: %s\n' "$case" "${said%%$'\n'*}"
