#!/usr/bin/env bash
# Archives the classes that Spark loads, which makes each start of this Java some seconds shorter; prints the
# archive's path. Called by the build, and by jobs/tongqi for another Java than the build's.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
application=$home/target/tongqi
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
archive=$application/classes-$("$java" -version 2>&1 | md5sum | cut -c1-8).jsa
# Where the application cannot be written, as by a user of its own or in a container, it runs without.
if [ -w "$application" ] && { [ ! -f "$archive" ] || [ "$archive" -ot "$application/tongqi.jar" ]; }; then
  training=$(mktemp -d)
  trap 'rm -rf "$training"' EXIT
  # A Java that cannot archive runs without.
  TONGQI_WAREHOUSE=$training "$java" @"$home/jobs/java.options" -Xlog:disable -Xlog:all=error,cds=off:stderr \
    -XX:ArchiveClassesAtExit="$training/classes.jsa" -cp "$application/tongqi.jar:$application/lib/*" \
    io.tongqi.Main ingest --dry-run --conf "$home/conf/tongqi.yaml" > "$training/log" 2>&1 || cat "$training/log" >&2
  if [ -f "$training/classes.jsa" ]; then mv -f "$training/classes.jsa" "$archive"; fi
fi
echo "$archive"
