#!/usr/bin/env bash
# A year of nights of a small force: what a night takes at the end, and how many files there are. jobs/trial-year.sh [NIGHTS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -q -B -Dstyle.color=never -DskipTests package
.ci/test-class io.tongqi.YearOfNights "$@"
