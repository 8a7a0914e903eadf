#!/usr/bin/env bash
# Takes the README's pictures with the program itself: make.sh [PROGRAM [IMAGES_PER_S]]. Needs no screen. Each is a
# whole run over the test set at 500 images a second unless given, so that what is seen is what a reader gets; takes
# about two minutes on a machine that keeps that rate and does nothing else.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=${1:-$here/../../build/release/app/iotbench}
run=(-m resnet20 -i "${2:-500}" -t 10000 --no-host)
[ -x "$program" ] || { echo "make.sh: $program is not there: build it, or name another" >&2; exit 1; }

picture() { # NAME WHEN THEME
    QT_QPA_PLATFORM=offscreen "$program" --screenshot "$here/$1.png" --screenshot-when "$2" --theme "$3" \
        --window-size 1280x800 --language en "${run[@]}"
    echo "$here/$1.png"
}

picture setup-light setup light
picture live-light live light
picture live-dark live dark
picture result-light result light
picture result-dark result dark
