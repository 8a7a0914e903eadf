#!/usr/bin/env bash
# Does the example of a systemd unit pass systemd's own check, and does its command receive, keep a row, and stop?
#   tests/installer/receiver.sh UNIT PROGRAM
set -euo pipefail
unit=$1 program=$2
work=$(mktemp -d)
trap 'kill "${receiver:-}" 2>/dev/null || true; rm -rf "$work"' EXIT

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

# The program is where it was built, and the state where the test may write; the port is any that is free.
sed -e "s|^ExecStart=[^ ]*|ExecStart=$program|" "$unit" >"$work/iotbench-receiver.service"
if command -v systemd-analyze >/dev/null; then
    said=$(systemd-analyze verify --man=no "$work/iotbench-receiver.service" 2>&1) || fail "systemd-analyze: $said"
    [ -z "$said" ] || fail "systemd-analyze complains: $said"
    echo "systemd-analyze: no complaint"
else
    echo "no systemd-analyze here" >&2
fi

mkdir "$work/iotbench-receiver"
port=$((20000 + $$ % 10000))
read -ra command < <(sed -n "s|%S|$work|; s|0\.0\.0\.0:10000|127.0.0.1:$port|; s|^ExecStart=||p" "$work/iotbench-receiver.service")
start() {
    : >"$work/said" # what the one before said is not its own
    "${command[@]}" >"$work/said" 2>&1 &
    receiver=$!
    for ((i = 0; i < 600; i++)); do
        ! grep -q 'listening on' "$work/said" || return 0
        sleep 0.1
    done
    fail "it does not listen: $(cat "$work/said")"
}
# ended: waits for it, and is content with 0 and what the unit calls a success.
ended() {
    local code=0
    wait "$receiver" || code=$?
    [[ " 0 $(sed -n 's/^SuccessExitStatus=//p' "$unit") " == *" $code "* ]] || fail "ended with $code: $(cat "$work/said")"
    code_seen=$code
}

start
"$program" --batch --role send --connect "127.0.0.1:$port" -s -i max -t 50 --quiet >/dev/null 2>&1 || fail "the sender failed"
ended
grep -q '^Inferenced 50 images' "$work/said" || fail "no result of 50 images: $(cat "$work/said")"
start
kill -TERM "$receiver"
ended
[ "$code_seen" = 130 ] || fail "stopped with $code_seen, not 130"
printf 'received a stream, and stopped; rows kept: %s\n' $(($(wc -l <"$work/iotbench-receiver/runs.csv") - 1))
[ "$(wc -l <"$work/iotbench-receiver/runs.csv")" -ge 2 ] || fail "no row of the run in runs.csv"
