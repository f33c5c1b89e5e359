#!/usr/bin/env bash
# Measures the main job on generated incidents and compares its figures with a second implementation, in DuckDB:
# jobs/bench.sh [INCIDENTS]. The ratios stand first in what it prints, and in target/bench.json. It fails when a figure differs.
#   TONGQI_MEMORY   heap of the main job (default 4g)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
incidents=${1:-5000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B -DskipTests package dependency:copy-dependencies@test-libraries
jobs/tongqi generate --to "$work/records" --incidents "$incidents"
.ci/test-class io.tongqi.bench.Bench "$work/records" "$work/tables" target/bench.json
