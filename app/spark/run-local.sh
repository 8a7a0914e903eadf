#!/usr/bin/env bash
# The benchmark on a Spark cluster of this machine alone: starts a standalone master and two workers on 127.0.0.1, runs
# `stream` against the embedded sender and then `max`, and stops everything again.
#   app/spark/run-local.sh [OPTION…]     OPTIONs go to both commands: --engine openvino --precision int8 …
# From the environment, with the values that are taken without:
#   IOTBENCH   the program (build/release/app/iotbench, else iotbench on PATH)
#   PYTHON     a Python with pyspark (python3)        MODEL     resnet20
#   IMAGES     that are streamed (10000)              RATE      images a second (1000)
#   INTERVAL   seconds of an interval (2)             DURATION  of max in seconds (30)
#   SLOTS      of each worker (2)                     REPORTS   folder for two reports (none)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=app/spark/standalone.sh
. "$here/standalone.sh"
program=${IOTBENCH:-$here/../../build/release/app/iotbench}
[ -x "$program" ] || program=$(command -v iotbench) || fail "no iotbench: build it, or name it in IOTBENCH"
model=${MODEL:-resnet20}

start_cluster "${SLOTS:-2}"
common=(-m "$model" --program "$program" "$@")

port=$(free_port)
"$program" --batch --role send --listen "$port" --format spark -i "${RATE:-1000}" -t "${IMAGES:-10000}" &
started+=($!)
submit stream -p "$port" -r "${INTERVAL:-2}" -t "${IMAGES:-10000}" "${common[@]}" ${REPORTS:+--report "$REPORTS/stream"}
submit max --duration "${DURATION:-30}" "${common[@]}" ${REPORTS:+--report "$REPORTS/max"}
