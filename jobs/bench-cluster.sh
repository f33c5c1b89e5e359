#!/usr/bin/env bash
# Measures a first night on generated incidents on a standalone cluster of two workers of one core each against the same in
# one process, and compares every row: jobs/bench-cluster.sh [INCIDENTS]. Seconds and ratios stand in what it prints.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B -Dstyle.color=never -DskipTests package
jobs/tongqi generate --to "$work/records" --incidents "${1:-5000000}"
.ci/test-class io.tongqi.cluster.ClusterBench "$work/records" "$work/tables"
