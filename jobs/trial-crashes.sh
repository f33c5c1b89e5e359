#!/usr/bin/env bash
# Disturbs a small night, runs it once more, and compares every row of the tables with those of a night that nothing
# disturbed; meanwhile a reader polls the newest release. Prints what came of each.
#   jobs/trial-crashes.sh local [EVERY [FIRST]]   the storage fails at every EVERY-th of its operations (default 1: at each)
#   jobs/trial-crashes.sh s3 [EVERY [FIRST]]      the same on an S3 server
#   jobs/trial-crashes.sh killed [TIMES]          the process is killed at random moments (default 20)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
kind=${1:?local, s3 or killed}
number=${2:-$([ "$kind" = killed ] && echo 20 || echo 1)}
mvn -q -B -Dstyle.color=never -DskipTests package dependency:copy@object-storage-for-tests
.ci/test-class -Dproject.build.directory=target -Djdk.httpclient.allowRestrictedHeaders=host io.tongqi.crash.CrashTrial "$kind" "$number" "${3:-1}"
