# shellcheck shell=bash
# A standalone Spark cluster on 127.0.0.1, from pyspark alone, whose package has no start scripts. Sourced; stops what
# it started when the shell ends. Needs Java, and PYTHON (python3) with pyspark.

spark_files=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
started=() # process ids
work=$(mktemp -d)
python=${PYTHON:-python3}

fail() {
    printf '%s: %s\n' "${0##*/}" "$1" >&2
    exit 1
}

stop_cluster() {
    [ ${#started[@]} -eq 0 ] || kill "${started[@]}" 2>/dev/null || true
    wait
    rm -rf "$work"
}
trap stop_cluster EXIT
trap 'exit 130' INT TERM

free_port() {
    "$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# await_log FILE WORDS: until they stand there.
await_log() {
    local tries
    for ((tries = 0; tries < 600; tries++)); do
        ! grep -qs "$2" "$1" || return 0
        sleep 0.1
    done
    tail -n 20 "$1" >&2
    fail "Spark did not start: \"$2\" is not in $1 after a minute"
}

# start_cluster SLOTS: a master and two workers of SLOTS cores each; its address is then in $master.
start_cluster() {
    local spark_port worker package=$work/cluster.zip
    command -v java >/dev/null || [ -x "${JAVA_HOME:-}/bin/java" ] || fail "no Java: install a JRE, 17 or 21"
    SPARK_HOME=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))' 2>/dev/null) \
        || fail "no pyspark for $python: python3 -m venv venv && venv/bin/pip install pyspark==4.2.0, then PYTHON=venv/bin/python"
    export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON=$python
    spark_port=$(free_port)
    master=spark://127.0.0.1:$spark_port
    "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$spark_port" \
        --webui-port 0 >"$work/master.log" 2>&1 &
    started+=($!)
    await_log "$work/master.log" 'I have been elected leader'
    for worker in 1 2; do
        "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores "$1" --memory 2g \
            --webui-port 0 --work-dir "$work/worker$worker" "$master" >"$work/worker$worker.log" 2>&1 &
        started+=($!)
    done
    for worker in 1 2; do
        await_log "$work/worker$worker.log" 'Successfully registered with master'
    done
    (cd "$spark_files" && "$python" -m zipfile -c "$package" iotbench_cluster)
}

# submit COMMAND OPTION…: runs a command of iotbench_spark.py on the cluster; Spark's own words go to a file, and are
# shown where it fails.
submit() {
    "$SPARK_HOME/bin/spark-submit" --master "$master" --conf spark.ui.enabled=false \
        --py-files "$work/cluster.zip" "$spark_files/iotbench_spark.py" "$@"
}
