#!/usr/bin/env bash
# Measures the main job on generated incidents and compares its figures with a second implementation, in DuckDB:
# jobs/bench.sh [INCIDENTS…]. The ratios stand first in what it prints, and in target/bench.json. It fails when a figure differs.
# Of several numbers, such as 5000000 50000000, the nights of each are held against those of the one before it.
#   TONGQI_MEMORY   heap of the main job (default 4g)
#   TMPDIR          where records and tables lie meanwhile
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# -gt 0 ] || set -- 5000000
for incidents in "$@"; do
  needed=$((incidents * 600 / 1000000 + 500))
  free=$(df -Pm "${TMPDIR:-/tmp}" | awk 'NR == 2 { print $4 }')
  awk -v n="$incidents" -v mb="$needed" 'BEGIN {
    printf "%d incidents: about %.1f GB of disk and %.1f hours on 2 cores\n", n, mb / 1000, (600 + n * 0.00012) / 3600 }'
  if [ "$needed" -gt "$free" ]; then
    echo "bench: ${TMPDIR:-/tmp} has $free MB left of the $needed MB needed; name another folder by TMPDIR" >&2
    exit 75
  fi
done
mvn -q -B -DskipTests package dependency:copy-dependencies@test-libraries
earlier=()
for incidents in "$@"; do
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  jobs/tongqi generate --to "$work/records" --incidents "$incidents"
  .ci/test-class io.tongqi.bench.Bench "$work/records" "$work/tables" "target/bench-$incidents.json" ${earlier[@]+"${earlier[@]}"}
  cp "target/bench-$incidents.json" target/bench.json
  earlier=("target/bench-$incidents.json")
  rm -rf "$work"
done
