#!/usr/bin/env bash
# Brings iotbench_*.ts up to date with the texts in the source: new ones are added as unfinished, those that are gone
# are dropped. Needs lupdate (Debian: qt6-l10n-tools) and perl. Then translate with Qt Linguist or an editor.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
lupdate=$(PATH="/usr/lib/qt6/bin:$PATH" command -v lupdate) || { echo "update.sh: lupdate is missing (qt6-l10n-tools)" >&2; exit 1; }

# Core marks its texts through a short macro of each file's own, TR("…"), which lupdate does not look into: it is
# given copies in which the macro is written out.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$top"
find ui core app -name '*.cpp' -o -name '*.h' | while read -r file; do
    mkdir -p "$work/$(dirname "$file")"
    context=$(sed -n 's/^#define TR(text) QT_TRANSLATE_NOOP("\([A-Za-z]*\)", text)$/\1/p' "$file" | head -n 1)
    if [ -n "$context" ]; then
        perl -0pe "s/#define TR\\(text\\)[^\\n]*\\n//; s/\\bTR\\(/QT_TRANSLATE_NOOP(\"$context\", /g" "$file" >"$work/$file"
    else
        cp "$file" "$work/$file"
    fi
done
for ts in "$here"/iotbench_*.ts; do
    "$lupdate" -silent -locations none -no-obsolete -I "$work" "$work/ui" "$work/core" "$work/app" -ts "$ts"
done
