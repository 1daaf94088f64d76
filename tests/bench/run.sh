#!/usr/bin/env bash
# Measures the built benchmarks and programs (./dev bench builds them) and prints the tables of docs/performance.md.
#   --quick          a fiftieth of the data, made up, and three runs: whether everything still runs, no figures
#   --data FOLDER    where the lists are, or are made (build/bench/data); real ranges come from npm where it is there
# Everything else goes to measure.py: --rows PATTERN, --runs N, --no-inside, --no-outside, --no-window.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=build/bench
data=$build/data
quick=0
rest=()
while [ $# -gt 0 ]; do
  case $1 in
    --quick) quick=1 ;;
    --data) data=$2 && shift ;;
    *) rest+=("$1") ;;
  esac
  shift
done

if [ $quick = 1 ]; then
  data=$build/data-small
  rest=(--runs 3 "${rest[@]}")
fi
if [ ! -f "$data/changed-sparse4-1m.cidr" ]; then
  mkdir -p "$data"
  if [ $quick = 1 ]; then
    python3 tests/bench/make_data.py "$data" --small
  else
    packages=(asn asn-country geo-whois-asn-country)
    command -v npm >/dev/null && npm install --silent --prefix "$data" "${packages[@]/#/@ip-location-db/}" ||
      echo 'Without npm: the ranges are made up.'
    python3 tests/bench/make_data.py "$data"
  fi
fi
exec python3 tests/bench/measure.py "$build" "$data" "${rest[@]}"
