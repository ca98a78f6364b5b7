#!/bin/sh
# Times the whole program, start to end, on the reference data beside the repository. Prints seconds and megabytes, five runs each.
set -eu
cd "$(dirname "$0")/.."
data="${MIEDZA_SHARED_DATA:-../shared/data}"
[ -d "$data" ] || { echo "skipped: no shared data"; exit 0; }
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT

measure() {
  title="$1"; shift
  echo "$title"
  for run in 1 2 3 4 5; do
    /usr/bin/time -f "  %e s  %U user  %M kB" target/release/miedza "$@" --quiet --overwrite --out "$out/result" >/dev/null
  done
  rm -rf "$out/result"
}

measure "Poland 2016, 2,477 units, with boundaries, all outputs but the report" \
  delimit "$data/pl-commuting-2016/flows.csv.gz" --boundaries "$data/pl-boundaries/gminas.geojson.gz" \
  --population "$data/pl-statistics/bdl_P2137_population_by_age_gmina_2020.csv.gz:ogółem" --employed-share 0.27
measure "England and Wales 2011, 7,201 units, 2.4 million pairs" \
  delimit "$data/gb-commuting-2011/msoa_flows.csv.gz" --set preset=ons_2011
measure "Poland 2016 with a PDF report of all units" \
  delimit "$data/pl-commuting-2016/flows.csv.gz" --boundaries "$data/pl-boundaries/gminas.geojson.gz" \
  --population "$data/pl-statistics/bdl_P2137_population_by_age_gmina_2020.csv.gz:ogółem" --employed-share 0.27 --report pdf --lang pl
