#!/usr/bin/env bash
# Does the example of a systemd unit, installed as docs/install.md says, receive, keep a row, start again, and stop?
#   tests/installer/unit.sh
# As root, in a system of its own that systemd has started: installer/test-package.sh makes one.
set -euo pipefail
unit=iotbench-receiver

fail() {
    printf '%s\n' "$1"
    systemctl status --no-pager --full $unit
    exit 1
}

# listens TIMES: until it has said so.
listens() {
    local i
    for ((i = 0; i < 300; i++)); do
        [ "$(journalctl -u $unit -o cat | grep -c 'listening on')" -lt "$1" ] || return 0
        sleep 0.1
    done
    fail "it does not listen"
}

cp /usr/share/iotbench/examples/$unit.service /etc/systemd/system/
systemctl daemon-reload
systemctl start $unit
listens 1
iotbench --batch --role send --connect 127.0.0.1:10000 -s -i max -t 50 --quiet >/dev/null || fail "the sender failed"
listens 2
restarts=$(systemctl show -P NRestarts $unit)
user=$(systemctl show -P UID $unit)
systemctl stop $unit
[ "$(systemctl is-active $unit)" = inactive ] || fail "it does not stop as it should"
[ "$(wc -l </var/lib/$unit/runs.csv)" -ge 2 ] || fail "no row of the run in runs.csv"
((user >= 61184 && user <= 65519)) || fail "$user is no user made for it"
journalctl -u $unit -o cat | grep '^Inferenced' || fail "no result in the journal"
echo "started again $restarts time, as user $user; its row is in runs.csv, its result in the journal; stopped"
