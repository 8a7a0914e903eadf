#!/usr/bin/env bash
# Brings iotbench_*.ts up to date with the texts in the source: new ones are added as unfinished, those that are gone
# are dropped. Needs lupdate (Debian: qt6-l10n-tools) and perl. Then translate with Qt Linguist or an editor.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
lupdate=$(PATH="/usr/lib/qt6/bin:$PATH" command -v lupdate) || { echo "update.sh: lupdate is missing (qt6-l10n-tools)" >&2; exit 1; }

# Texts outside the window's own code are marked through short macros, TR("…") for messages and SETTING_TR("…") for
# settings, which lupdate does not look into: it is given copies in which they are written out.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$top"
find ui core app -name '*.cpp' -o -name '*.h' | while read -r file; do
    mkdir -p "$work/$(dirname "$file")"
    perl -0pe 's/#define (SETTING_)?TR\(text\)[^\n]*\n//; s/\bSETTING_TR\(/QT_TRANSLATE_NOOP("Settings", /g;
        s/\bTR\(/QT_TRANSLATE_NOOP("Message", /g' "$file" >"$work/$file"
done
for ts in "$here"/iotbench_*.ts; do
    "$lupdate" -silent -locations none -no-obsolete -I "$work" "$work/ui" "$work/core" "$work/app" -ts "$ts"
done
