#!/usr/bin/env bash
# Takes the README's pictures with the program itself: make.sh [PROGRAM [IMAGES_PER_S]]. Needs no screen. Each is a
# whole run over the test set at 500 images a second unless given, so that what is seen is what a reader gets; takes
# about two minutes on a machine that keeps that rate and does nothing else.
#
# make.sh all FOLDER [PROGRAM [IMAGES_PER_S]] takes every page instead, in every look that it has, into a folder outside
# this tree: light and dark, three sizes, a doubled screen, English and German. Its runs are short; PAGES="setup live"
# names the pages to take.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
all=
if [ "${1:-}" = all ]; then
    all=${2:?make.sh: all needs a folder}
    shift 2
    mkdir -p "$all"
fi
program=${1:-$here/../../build/release/app/iotbench}
run=(-m resnet20 -i "${2:-500}" -t 10000 --no-host)
[ -x "$program" ] || { echo "make.sh: $program is not there: build it, or name another" >&2; exit 1; }

picture() { # FILE WHEN THEME SIZE LANGUAGE
    QT_QPA_PLATFORM=offscreen "$program" --screenshot "$1" --screenshot-when "$2" --theme "$3" \
        --window-size "$4" --language "$5" "${run[@]}"
    echo "$1"
}

if [ -z "$all" ]; then
    for name in setup-light live-light live-dark result-light result-dark; do
        picture "$here/$name.png" "${name%-*}" "${name#*-}" 1280x800 en
    done
    exit
fi
for page in ${PAGES:-setup live result history capacity compare sweep}; do
    case $page in
    capacity) run=(-m resnet20 --workers 1 --batch-size 1 --camera-rate 15 --no-host) ;;
    sweep) run=(-m resnet20 -i max -d 1 --no-host) ;;
    *) run=(-m resnet20 -i "${2:-500}" -t 2000 --no-host) ;;
    esac
    for language in en de; do
        for size in 960x540 1280x800 1920x1080; do
            picture "$all/$page-$size-$language-light.png" "$page" light "$size" "$language"
        done
    done
    picture "$all/$page-1280x800-en-dark.png" "$page" dark 1280x800 en
    QT_SCALE_FACTOR=2 picture "$all/$page-960x540-en-scale2.png" "$page" light 960x540 en
done
