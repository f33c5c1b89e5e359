#!/usr/bin/env bash
# Archives the classes that Spark loads, which makes each start of this Java some seconds shorter; prints the archive's
# path: jobs/archive-classes.sh APPLICATION. Called by the build, and by jobs/tongqi for another Java than the build's.
# It lies beside the application; for a user who may not write there, in a folder of that path in the user's cache.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
application=$1
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
name=classes-$("$java" -version 2>&1 | md5sum | cut -c1-8).jsa

# A library put in place later keeps the time of its release: the time at which it was put there counts.
is_current() { [ -f "$1" ] && [ -z "$(find "$application/tongqi.jar" -cnewer "$1")" ]; }

archive=$application/$name
if ! is_current "$archive" && [ ! -w "$application" ]; then
  archive=${XDG_CACHE_HOME:-${HOME:-}/.cache}/tongqi$application/$name
  # Without a folder to write to, Java starts without.
  mkdir -p "$(dirname "$archive")" 2> /dev/null || exit 0
fi
if ! is_current "$archive"; then
  training=$(mktemp -d "$(dirname "$archive")/training.XXXXXX")
  trap 'rm -rf "$training"' EXIT
  # A Java that cannot archive runs without.
  TONGQI_WAREHOUSE=$training "$java" @"$home/jobs/java.options" -Xlog:disable -Xlog:all=error,cds=off:stderr \
    -XX:ArchiveClassesAtExit="$training/classes.jsa" -cp "$application/tongqi.jar:$application/lib/*" \
    io.tongqi.Main ingest --dry-run --conf "$home/conf/tongqi.yaml" > "$training/log" 2>&1 || cat "$training/log" >&2
  if [ -f "$training/classes.jsa" ]; then mv -f "$training/classes.jsa" "$archive"; fi
fi
echo "$archive"
