#!/bin/sh
# The program as installed, with nc between sender and receiver, in a folder of the caller's:
#   netcat.sh PORT     prints the summary lines and the verdict's word on each prediction
set -eu
port=$1
receive='iotbench --batch --role receive -m resnet20 --warmup 0 -r 20'

await_listener() {
    wanted=$(printf ':%04X .* 0A ' "$port")
    for _ in $(seq 600); do
        ! grep -q "$wanted" /proc/net/tcp /proc/net/tcp6 2>/dev/null || return 0
        sleep 0.2
    done
    echo "nobody listens on port $port" >&2
    return 1
}

# account WHAT: of the run that has left lines and verdict.
account() {
    printf '%s: %s; %s\n' "$1" "$(grep '^Inferenced' lines)" "$(grep -o '[0-9]* of [0-9]* predictions are the card.s own' verdict)"
}

# The original benchmark's experiment: nc | receiver, sender | nc.
mkfifo stream
nc -lk 127.0.0.1 "$port" >stream &
listening=$!
$receive <stream >lines 2>verdict &
receiver=$!
await_listener
iotbench --batch --role send -s -i 20 -t 40 2>sender | nc -N 127.0.0.1 "$port"
wait $receiver
kill $listening
account "nc -lk | receive, send | nc"

# Raw records by nc into a receiver that listens itself.
iotbench --batch --role send --format cifar -i max -t 40 >records 2>sender
$receive --listen "$port" --linger 0.2 >lines 2>verdict &
receiver=$!
await_listener
nc -N 127.0.0.1 "$port" <records
wait $receiver
account "nc -N < records"
