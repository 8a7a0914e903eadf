#!/usr/bin/env bash
# in_environment.sh FOLDER SCRIPT [ARGS…]: runs a test in the virtual environment that environment.sh made.
set -euo pipefail
folder=$1
shift
skip() {
    echo "skipped: $1"
    exit 77
}
[ -e "$folder/ready" ] || skip "no pyspark in $folder: see what the test spark_environment says (ctest -R spark_environment -V)"
command -v java >/dev/null || [ -x "${JAVA_HOME:-}/bin/java" ] \
    || skip "no Java: install the packages in installer/packages/spark.txt, or set JAVA_HOME"
export PYTHON=$folder/bin/python
exec "$PYTHON" -B "$@"
