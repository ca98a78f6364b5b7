#!/bin/sh
# Serves the demonstration and measures it as a visitor meets it: first answer, idle memory, mixed public pages with wrk, weight of
# pages, and, where the reference data lie beside the repository, one variant of 2,477 units made again and again in the area lab.
set -eu
cd "$(dirname "$0")/.."
command -v wrk >/dev/null || { echo "skipped: wrk is not installed: apt-get install wrk"; exit 0; }
program=target/release/miedza
shared="${MIEDZA_SHARED_DATA:-../shared/data}"
seconds="${MIEDZA_BENCH_SECONDS:-30}"
port="${MIEDZA_BENCH_PORT:-18098}"
portal="http://127.0.0.1:$port"
data="$(mktemp -d)"
trap 'kill "$server" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$data"' EXIT

start() {
  began="$(date +%s%N)"
  "$program" serve --data "$data" --listen "127.0.0.1:$port" --quiet 2>/dev/null &
  server=$!
  until curl -sf -o /dev/null "$portal/pl"; do sleep 0.01; done
  echo "first page after the start: $(( ($(date +%s%N) - began) / 1000000 )) ms"
}
memory() { awk '/VmRSS|VmHWM/ { printf "%s %d MB  ", $1, $2 / 1024 } END { print "" }' "/proc/$server/status"; }

server=
loading="$(date +%s%N)"
"$program" demo --load-only --json --data "$data" >"$data/shown.json"
echo "demonstration loaded in $(( ($(date +%s%N) - loading) / 1000000 )) ms"
start
sleep 3
echo "idle: $(memory)"

# Every page that two steps from the start pages lead to.
pages="$data/pages"
printf '/pl\n/cs\n/en\n' >"$pages"
for step in 1 2; do
  while read -r page; do
    curl -s "$portal$page" | grep -o '<a [^>]*href="/[^"#]*' | sed 's/.*href="//; s/&amp;/\&/g' || true
  done <"$pages" | sort -u | grep -v -E '/(sheet|export|files)/|\.(csv|xlsx|json|geojson|gpkg|svg|ics)|/sign-in|/account|format=' >"$pages.more"
  sort -u "$pages" "$pages.more" -o "$pages"
done
head -n 2000 "$pages" >"$pages.few"

echo "mixed public pages: $(wc -l <"$pages.few") addresses, as a browser asks for them"
# Each page is made once before it is kept ready; that is told apart.
began="$(date +%s%N)"
while read -r page; do printf 'url = "%s%s"\noutput = "/dev/null"\n' "$portal" "$page"; done <"$pages.few" >"$pages.curl"
curl -s -H 'Accept-Encoding: gzip, deflate, br' --config "$pages.curl"
echo "made for the first time, one after the other: $(( ($(date +%s%N) - began) / 1000 / $(wc -l <"$pages.few") )) µs a page"
wrk --threads 1 --connections 32 --duration "${seconds}s" --latency --script benches/pages.lua "$portal" -- "$pages.few"
echo "after that: $(memory)"

echo "heaviest pages, bytes as sent (brotli)"
while read -r page; do
  printf '%s %s\n' "$(curl -s -H 'Accept-Encoding: br' -o /dev/null -w '%{size_download}' "$portal$page")" "$page"
done <"$pages.few" | sort -rn | head -5
for asset in $(curl -s "$portal/pl" | grep -o '/assets/[^"]*' | sort -u); do
  printf '%s %s\n' "$(curl -s -H 'Accept-Encoding: br' -o /dev/null -w '%{size_download}' "$portal$asset")" "$asset"
done

[ -d "$shared" ] || { echo "skipped: no shared data for the area lab"; exit 0; }
kill "$server"; wait "$server" 2>/dev/null || true
"$program" import boundaries "$shared/pl-boundaries/gminas.geojson.gz" --year 2019 --data "$data" --quiet
"$program" import flows "$shared/pl-commuting-2016/flows.csv.gz" --name "2016 bench" --year 2016 --data "$data" --quiet
start
node benches/lab.mjs "$portal" "$data/shown.json"
