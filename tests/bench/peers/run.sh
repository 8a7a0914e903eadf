#!/usr/bin/env bash
# Measures iotbench against its peers on this machine, in one run, interleaved in rounds, on the same model and the
# same 10,000 images; prints one table and writes it as CSV (build/peers.csv):
#   tests/bench/peers/run.sh [--quick] [--rounds N] [--seconds S] [--model NAME] [--original DIR] [--csv FILE]
#   --quick          one short round: shows that it works, its figures mean nothing
#   --original DIR   a clone of github.com/vmware/iot-analytics-benchmark whose receiver is run unmodified
# Peers come from PyPI into the throw-away environment build/peers-venv; those that cannot be had are rows that say so.
# Measure on an idle machine: medians of interleaved rounds are fair, not blind.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
. "$top/installer/steps.sh"
cmake_options=()

install_packages build tests openvino
targets=(iotbench engine_alone)
if add_openvino; then
    targets+=(iotbench_engine_openvino)
else
    printf 'Without the engine openvino: %s\n' "$reason" >&2
fi
build bench "${targets[@]}"

venv=$top/build/peers-venv
[ -e "$venv/bin/pip" ] || python3 -m venv "$venv" || fail "python3 cannot make build/peers-venv"
tensorflow=tensorflow
[ "$(uname -m)" != x86_64 ] || tensorflow+=-cpu # the same without what GPUs need
# One by one: what cannot be had leaves the others alone.
for package in 'numpy pillow onnx' onnxruntime "$openvino_versions" "$tensorflow"; do
    # shellcheck disable=SC2086 # several names in one word
    "$venv/bin/pip" --disable-pip-version-check -q install --only-binary :all: $package </dev/null \
        >>"$top/build/peers-venv.log" 2>&1 || printf 'pip cannot fetch %s (log: build/peers-venv.log)\n' "$package" >&2
done
exec "$venv/bin/python" -B "$top/tests/bench/peers/compare.py" --build "$top/build/bench" "$@"
