#!/usr/bin/env bash
# Finds what engines compute wrongly, and checks that this program refuses it (core/models/operator_rules.cpp):
#   tests/operators/run.sh [PYTHON…]      each further Python has another OpenCV: /usr/bin/python3 with python3-opencv
# Writes tests/operators/table.csv. Takes five minutes; what comes from PyPI stands in
# installer/requirements/operators.txt.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$top/installer/steps.sh"
cmake_options=()
here=$top/tests/operators
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build dev operator_faults
environment=$(python_environment operators) || fail "$environment"
python=$environment/bin/python
mkdir -p "$work/data/node" # which the generator wants to be there
"$python" -W ignore -m onnx.backend.test.cmd_tools generate-data -o "$work/data" >"$work/data.log"
"$python" -W ignore "$here/node_tests.py" "$work/data" "$work/cases" 2>"$work/conversions.log"
"$python" -W ignore "$here/variants.py" "$work/cases"
results=()
through() {
    results+=("$work/${#results[@]}.json")
    "$1" -W ignore "$here/through_engine.py" "$2" "$work/cases" "${results[-1]}"
}
through "$python" onnxruntime
through "$python" openvino
for each in "$python" "$@"; do
    through "$each" opencv
done
"$python" "$here/table.py" "$top/build/dev/tests/operators/operator_faults" "$work/cases" "$here/table.csv" "${results[@]}"
