#!/usr/bin/env bash
# Two processes of the program, one sends text images and one does everything but the inference, joined by a pipe and
# by TCP in turns:
#   pipe_against_tcp.sh PROGRAM [IMAGES [ROUNDS]]
# Prints images/s of each round and the ratio of the medians.
set -euo pipefail
program=$1 images=${2:-150000} rounds=${3:-5}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

sender=("$program" --batch --role send -i max -t "$images" --quiet)
receiver=("$program" --batch --role receive --engine null -t "$images" --quiet --force --report "$folder/report")
images_per_s() { sed -n 's/^    "images_per_s": \([0-9.]*\),*$/\1/p' "$folder/report/report.json"; }

through_pipe() { "${sender[@]}" 2>"$folder/words" | "${receiver[@]}" >"$folder/lines" 2>&1; }

through_tcp() {
    "${receiver[@]}" --listen 0 >"$folder/lines" 2>"$folder/words" &
    local port=
    until port=$(sed -n 's/.*listening on 127\.0\.0\.1:\([0-9]*\).*/\1/p' "$folder/words") && [ -n "$port" ]; do
        sleep 0.05
    done
    "${sender[@]}" --connect "127.0.0.1:$port" >"$folder/sent" 2>&1
    wait $!
}

for ((round = 1; round <= rounds; ++round)); do
    through_pipe; images_per_s >>"$folder/pipe"
    through_tcp; images_per_s >>"$folder/tcp"
    printf 'round %d: pipe %.0f images/s, TCP %.0f images/s\n' "$round" \
        "$(tail -n 1 "$folder/pipe")" "$(tail -n 1 "$folder/tcp")"
done
median() { sort -n "$1" | sed -n "$(((rounds + 1) / 2))p"; }
awk -v pipe="$(median "$folder/pipe")" -v tcp="$(median "$folder/tcp")" \
    'BEGIN { printf "pipe / TCP: %.2f (medians %.0f and %.0f images/s)\n", pipe / tcp, pipe, tcp }'
