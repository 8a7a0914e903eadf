#!/usr/bin/env bash
# environment.sh PYTHON FOLDER: a virtual environment with requirements.txt in FOLDER, made once and made again when
# the requirements change. Exit status 77, a skip for ctest, where it cannot be had.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
interpreter=$1 folder=$2

! cmp -s "$here/requirements.txt" "$folder/ready" || exit 0
skip() {
    echo "skipped: $1"
    exit 77
}
rm -rf "$folder"
"$interpreter" -m venv "$folder" || skip "no virtual environment can be made: install python3-venv"
"$folder/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 30 -r "$here/requirements.txt" \
    || skip "pyspark cannot be installed from PyPI: run this test again with a network"
cp "$here/requirements.txt" "$folder/ready"
