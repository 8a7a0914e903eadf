#!/usr/bin/env bash
# Shows that the container image is built, runs and ends as docs/install.md says:
#   sudo installer/test-container.sh [--cache DIR] [bookworm|trixie]      bookworm, the Dockerfile's own, unless named
# debootstrap makes the system that it is built on, in place of the image of a registry; buildah builds the Dockerfile in a
# clone of the last commit; podman runs what came out: layers and labels, the experiment under the limits of a small
# gateway with its report, a receiver with its health check, and exit codes. Leaves report.json in out/container.
# Needs root, the network and 15 minutes on two idle cores. With --cache, DIR keeps the system for the next time.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$top/installer/steps.sh"
cache=
if [ "${1-}" = --cache ]; then
    cache=$(mkdir -p "${2:?--cache wants a folder}" && cd "$2" && pwd)
    shift 2
fi
release=${1-bookworm}
[ "$(id -u)" = 0 ] || fail "making roots needs root: run it with sudo"
install_packages container-test
work=$(mktemp -d)
# Images and containers live and die with this folder.
store=(--root "$work/store" --runroot "$work/run" --storage-driver vfs)
engine() { podman "${store[@]}" --cgroup-manager cgroupfs --runtime runc "$@"; }
trap 'engine rm --all --force --time 1 >/dev/null 2>&1 || true; rm -rf --one-file-system "$work"' EXIT
. "$top/installer/roots.sh"

say() { printf '%s: %s\n' "$release" "$1"; }

clean_root "$work/root" "$release"
# What clean_root adds for others.
within "$work/root" userdel --remove tester 2>/dev/null
rm -rf "$work/root"/var/lib/apt/lists/* "$work/root"/var/cache/apt/* "$work/root"/tmp/*
tar -C "$work/root" --one-file-system -cf - . | engine import - "docker.io/library/debian:$release-slim" >/dev/null 2>&1
rm -rf --one-file-system "$work/root"

git clone -q --no-hardlinks "$top" "$work/clone"
revision=$(git -C "$top" rev-parse HEAD)
began=$SECONDS
buildah "${store[@]}" bud --isolation chroot --pull-never -f installer/Dockerfile -t iotbench \
    --build-arg RELEASE="$release" --build-arg REVISION="$revision" --build-arg VERSION="$(git -C "$top" describe --tags --always)" \
    "$work/clone" >"$work/build.log" 2>&1 </dev/null \
    || { tail -n 20 "$work/build.log" >&2; fail "the image could not be built"; }
rm -rf "$work/clone"
say "built in $((SECONDS - began)) s, $(($(engine image inspect --format '{{.Size}}' iotbench) / 1000000)) MB"

[ "$(engine image inspect --format '{{index .Labels "org.opencontainers.image.revision"}}' iotbench)" = "$revision" ] \
    || fail "the image's label does not name its revision"
# shellcheck disable=SC2016 # podman's variables
engine image inspect --format '{{range $k, $v := .Labels}}{{$k}}={{$v}}{{"\n"}}{{end}}' iotbench | grep image. \
    | sed "s/^/$release: /"

# limited NAME ARGS…: as a small gateway would, with nothing to write to but /results.
mkdir -m 777 "$work/results"
limited() {
    local name=$1
    shift
    engine run --name "$name" --network host --read-only --cap-drop ALL --user 1234:1234 --cpus 0.5 --memory 256m \
        --ulimit nofile=1024:1024 --ulimit nproc=1024:1024 -v "$work/results:/results" "$@"
}

# shellcheck disable=SC2016 # expanded there
left=$(limited layers --entrypoint sh iotbench -c 'find /var/lib/apt/lists /var/cache/apt /var/cache/debconf/*-old /var/log /tmp \
    /home /mnt -type f 2>/dev/null | grep -vE "^/var/log/(lastlog|faillog|btmp|wtmp|bootstrap\.log)$"' || true)
[ -z "$left" ] || { printf '%s\n' "$left" >&2; fail "the image holds what it does not need, as above"; }
say "nothing left in its layers"

limited experiment iotbench -m resnet20 -i max -t 1000 --report /results/run >"$work/lines" 2>"$work/verdict" \
    || { cat "$work/verdict" >&2; fail "the experiment failed"; }
mkdir -p "$top/out/container"
cp "$work/results/run/report.json" "$top/out/container/"
python3 - "$work/results/run/report.json" <<'PYTHON' || fail "the report does not tell the limits"
import json, sys
machine = json.load(open(sys.argv[1]))["machine"]
print("the report says:", {name: machine[name] for name in ("cores_allowed", "memory_bytes")})
assert machine["cores_allowed"] == 0.5 and machine["memory_bytes"] == 256 << 20, machine
PYTHON
grep -h -e '^Inferenced' -e '^verdict' "$work/lines" "$work/verdict" | sed "s/^/$release: /"

limited receiver -d --health-cmd 'grep -q ":6D3D [0:]* 0A" /proc/net/tcp' --health-interval disable \
    iotbench --role receive --listen 127.0.0.1:27965 -m resnet20 --report /results/received >/dev/null
for ((i = 0; i < 300; i++)); do
    ! engine healthcheck run receiver >/dev/null 2>&1 || break
    sleep 0.1
done
engine healthcheck run receiver >/dev/null || { engine logs receiver >&2; fail "the receiver is not healthy"; }
limited sender iotbench --role send --connect 127.0.0.1:27965 -s -i 20 -t 40 >"$work/sender" 2>&1 \
    || { cat "$work/sender" >&2; fail "nothing could be sent to the receiver"; }
engine stop --time 20 receiver >/dev/null
code=$(engine inspect --format '{{.State.ExitCode}}' receiver)
[ -s "$work/results/received/report.json" ] || { engine logs receiver >&2; fail "the receiver left no report"; }
say "a receiver is healthy, and ends with $code and a report"
[[ $code = 0 || $code = 130 ]] || fail "that is not what docs/install.md says"

code=0
limited mistaken iotbench --no-such-option >/dev/null 2>&1 || code=$?
[ "$code" = 2 ] || fail "an unknown option ends with $code"
code=0
limited small --memory 24m --memory-swap 24m iotbench -m resnet20 -t 10 >/dev/null 2>&1 || code=$?
say "within 24 MB it ends with $code, an unknown option with 2"
[ "$code" != 0 ] || fail "24 MB cannot be enough"
