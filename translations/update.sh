#!/usr/bin/env bash
# update.sh LUPDATE FOLDER: brings the catalogues in FOLDER up to date with every tr() in the sources. Texts that are
# gone go; places in the sources are not kept, so that moving a line changes no catalogue.
set -eu
lupdate=$1 folder=$(cd "$2" && pwd)
cd "$(dirname "$0")/.."
options=(-silent -locations none -no-obsolete -extensions 'h,cpp' -I .)
"$lupdate" "${options[@]}" app model ui -ts "$folder/relaytab_de.ts"
"$lupdate" "${options[@]}" -pluralonly app model ui -ts "$folder/relaytab_en.ts"
