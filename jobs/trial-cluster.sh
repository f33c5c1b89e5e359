#!/usr/bin/env bash
# Tries the main job on the sample on a real standalone cluster of one Master and two Workers, and compares every row of
# every table with a local run: client mode, an executor killed while posting and another while comparing, the driver
# killed and run again, cluster mode. Prints a table: what was tried, seconds, rows that differ.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -q -B -Dstyle.color=never -DskipTests package
.ci/test-class io.tongqi.cluster.ClusterTrial "$@"
