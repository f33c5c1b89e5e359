#!/usr/bin/env bash
# Runs the main job. Without options: on the synthetic sample, as of 30 June 2024, ending with its figures.
# With options, they are those of "tongqi nightly", for the scheduler: jobs/nightly.sh --conf /etc/tongqi/tongqi.yaml
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if [ $# -gt 0 ]; then
  exec "$home/jobs/tongqi" nightly "$@"
fi
cd "$home"
# The sample is small: compiling less makes the run shorter.
export TONGQI_JAVA_OPTIONS=${TONGQI_JAVA_OPTIONS:--XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=256m -XX:MetaspaceSize=256m -XX:+UseSerialGC -Xms2g -Xmn1g}
exec jobs/tongqi nightly --conf conf/tongqi.yaml --as-of 2024-06-30 \
  --show jobs/queries/figures.sql --show jobs/queries/cohorts.sql --show jobs/queries/burglary.sql
