#!/usr/bin/env bash
# Takes the README's pictures with the program itself: make.sh [PROGRAM]. Needs no screen. Each is the original
# benchmark's headline run, so that what is seen is what a reader gets; takes about a minute.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=${1:-$here/../../build/release/app/iotbench}
[ -x "$program" ] || { echo "make.sh: $program is not there: build it, or name another" >&2; exit 1; }

picture() { # NAME WHEN THEME [OPTION…]
    local name=$1 when=$2 theme=$3
    shift 3
    QT_QPA_PLATFORM=offscreen "$program" --screenshot "$here/$name.png" --screenshot-when "$when" --theme "$theme" \
        --window-size 1280x800 --language en "$@"
    echo "$here/$name.png"
}

headline=(-m resnet20 -i 500 -t 10000)
picture setup-light setup light "${headline[@]}"
picture live-light live light "${headline[@]}"
picture live-dark live dark "${headline[@]}"
picture result-light result light "${headline[@]}"
picture result-dark result dark "${headline[@]}"
