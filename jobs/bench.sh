#!/usr/bin/env bash
# Measures the main job on generated incidents against its floor: jobs/bench.sh [INCIDENTS]
# The floor is the same process reading the same CSV files and writing their rows as Parquet.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
incidents=${1:-5000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B -Dmaven.test.skip=true package
mvn -q -B test-compile
jobs/tongqi generate --to "$work/records" --incidents "$incidents"
TONGQI_MEMORY=${TONGQI_MEMORY:-6g} .ci/test-class io.tongqi.Bench "$work/records" "$work/tables"
