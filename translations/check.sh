#!/usr/bin/env bash
# check.sh LUPDATE: fails when a catalogue is not up to date with the sources. tests/wording looks into the catalogues.
set -u
lupdate=$1 here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
cp "$here"/relaytab_*.ts "$scratch"
"$here/update.sh" "$lupdate" "$scratch" 2>/dev/null || exit 2
failed=0
for catalogue in "$here"/relaytab_*.ts; do
  diff -u "$catalogue" "$scratch/${catalogue##*/}" && continue
  echo "${catalogue##*/} is behind the sources: build the target update_translations, then translate what is new"
  failed=1
done
exit $failed
