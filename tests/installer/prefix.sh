#!/usr/bin/env bash
# Does `cmake --install` into a prefix bring all that the program needs, and does the target `uninstall` take it away again?
#   tests/installer/prefix.sh BUILD-FOLDER
set -euo pipefail
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

prefix=$work/a\ prefix
mkdir -p "$prefix/share/iotbench/models"
touch "$prefix/share/iotbench/models/of_the_user.json"
cmake --install "$build" --prefix "$prefix" --strip >"$work/log" 2>&1 || fail "not installed: $(tail -n 3 "$work/log")"
files=$(grep -c '' "$build/install_manifest.txt")
[ "$(find "$prefix" ! -type d | wc -l)" = $((files + 1)) ] || fail "what is installed is not what the manifest lists"
for file in cifar10/test_set_1.png models/resnet20.onnx spark/run-local.sh spark/iotbench_cluster.zip examples/iotbench-receiver.service; do
    [ -e "$prefix/share/iotbench/$file" ] || fail "share/iotbench/$file is missing"
done
summary=$(cd "$work" && env -i HOME="$work" PATH=/usr/bin:/bin "$prefix/bin/iotbench" --batch -m resnet8 -i max -t 20 2>"$work/verdict") \
    || fail "the installed program does not run: $(cat "$work/verdict")"
[[ $summary == *"$prefix/share/iotbench/models/resnet8.onnx"*"Inferenced 20 images"* ]] || fail "the installed program says: $summary"

cmake --build "$build" --target uninstall >"$work/log" 2>&1 || fail "not uninstalled: $(tail -n 3 "$work/log")"
left=$(cd "$prefix" && find . ! -type d -o -path '*/iotbench' -o -path '*/iotbench/*')
[ "$left" = $'./share/iotbench\n./share/iotbench/models\n./share/iotbench/models/of_the_user.json' ] \
    || fail "this is left behind, or too little: $left"
! cmake --build "$build" --target uninstall >"$work/log" 2>&1 || fail "it was uninstalled twice"
grep -q 'Nothing was installed from this build folder' "$work/log" || fail "refused with other words: $(tail -n 3 "$work/log")"
printf '%s files installed, run, and removed\n' "$files"
