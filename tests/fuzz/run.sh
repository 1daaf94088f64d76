#!/usr/bin/env bash
# Builds the libFuzzer targets and runs each for SECONDS (default 20), one on each processor. New inputs are kept in
# build/fuzz/corpus; an input that breaks a target stays in build/fuzz/crashes, and the exit status is 1. TARGETS="reg csv"
# runs only those; SEED=1 begins with the same inputs each time, so that what CI finds is the doing of the change it looks at.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-20}
targets=${TARGETS:-$(cd tests/fuzz && ls fuzz_*.cpp | sed 's/^fuzz_//; s/\.cpp$//')}
cmake --preset fuzz >/dev/null
cmake --build build/fuzz --target fuzz
crashes=build/fuzz/crashes
mkdir -p "$crashes"
fuzz_one() { # NAME
  local name=$1 work=build/fuzz/corpus/$1 log=build/fuzz/$1.log seeds=() dictionary=() folder
  mkdir -p "$work"
  for folder in "tests/fuzz/corpus/$name" "tests/format/data/$name"; do
    [ ! -d "$folder" ] || seeds+=("$folder")
  done
  [ ! -f "tests/fuzz/$name.dict" ] || dictionary=("-dict=tests/fuzz/$name.dict")
  if "build/fuzz/tests/fuzz/fuzz_$name" -max_total_time="$seconds" -seed="${SEED:-0}" -timeout=10 -rss_limit_mb=2048 \
      -print_final_stats=1 -artifact_prefix="$crashes/$name-" "${dictionary[@]}" "$work" "${seeds[@]}" >"$log" 2>&1; then
    echo "fuzz_$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs, nothing found"
  else
    echo "fuzz_$name: FAILED, see $log"
    tail -n 40 "$log"
    return 1
  fi
}
export -f fuzz_one
export seconds crashes
# As many at once as there are processors; xargs ends with an error when one of them does.
xargs -n 1 -P "$(nproc)" bash -c 'fuzz_one "$1"' fuzz <<<"$targets"
