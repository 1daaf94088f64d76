#!/usr/bin/env bash
# The README's pictures, taken from the built program: packaging/screenshots.sh [PROGRAM]
# Starts the editor on the office policy with clean settings, opens the Allow list, asks the tester for 192.168.1.5.
# Needs (Debian): xvfb xauth openbox xdotool imagemagick dbus.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-build/release/app/relaytab}")
pictures=$PWD/docs/screenshots
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$pictures" "$folder/config" "$folder/runtime"
chmod 700 "$folder/runtime"

# Inside the display: PROGRAM FILE PICTURE
shoot='
  openbox >"$HOME/openbox.log" 2>&1 &
  manager=$!
  "$1" "$2" &
  editor=$!
  for attempt in {1..40}; do
    window=$(xdotool search --onlyvisible --name office.yaml | head -1)
    [ -n "$window" ] && break
    sleep 0.5
  done
  sleep 2
  xdotool windowactivate "$window"
  xdotool key --delay 200 ctrl+2 ctrl+t
  xdotool type --delay 60 192.168.1.5
  sleep 2
  import -window "$window" -strip "$3"
  kill "$editor" "$manager"
  wait "$editor" || true
'
for appearance in light dark; do
  printf 'appearance=%s\nlanguage=en\n' "$appearance" >"$folder/config/preferences"
  HOME=$folder RELAYTAB_CONFIG=$folder/config RELAYTAB_DATA=$folder/data XDG_RUNTIME_DIR=$folder/runtime \
    QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8 xvfb-run -a -s '-screen 0 1280x860x24' \
    dbus-run-session -- bash -c "$shoot" shoot "$program" docs/examples/office.yaml "$pictures/$appearance.png"
done
