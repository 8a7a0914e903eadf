#!/usr/bin/env bash
# Measures iotbench against its peers on this machine, in one run, interleaved in rounds, on the same model and the
# same 10,000 images; prints one table and writes it as CSV (build/peers.csv):
#   tests/bench/peers/run.sh [--quick] [--rounds N] [--seconds S] [--model NAME] [--original DIR] [--csv FILE]
#   tests/bench/peers/run.sh --start-up [--rounds N]     how long one image takes from start to end, fresh and remembered
#   --quick          one short round: shows that it works, its figures mean nothing
#   --original DIR   a clone of github.com/vmware/iot-analytics-benchmark whose receiver is run unmodified
# Peers come from PyPI, in the versions of installer/requirements/peers.txt.
# Measure on an idle machine: medians of interleaved rounds are fair, not blind.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
. "$top/installer/steps.sh"
cmake_options=()

install_packages build tests wheels
targets=(iotbench engine_alone)
for engine in openvino onnxruntime; do
    if "add_$engine"; then
        targets+=("iotbench_engine_$engine")
        [ "$engine" = openvino ] || targets+=(bare_onnxruntime)
    else
        printf 'Without the engine %s: %s\n' "$engine" "$reason" >&2
    fi
done
build bench "${targets[@]}"

environment=$(python_environment peers) || fail "$environment"
script=compare.py
[ "${1-}" != --start-up ] || { script=start_up.py && shift; }
exec "$environment/bin/python" -B "$top/tests/bench/peers/$script" --build "$top/build/bench" "$@"
