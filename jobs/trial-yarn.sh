#!/usr/bin/env bash
# Tries the main job on the sample on YARN, a mini-cluster in a process of its own, in client and in cluster mode, and
# compares the figures with a local run: jobs/trial-yarn.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -q -B -Dstyle.color=never -DskipTests package dependency:copy@yarn-libraries
trial=$(mktemp -d)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
mkfifo "$trial/life"
"$java" @jobs/java.options -Xmx1g -cp "target/yarn-lib/*:target/tongqi/lib/*" src/test/yarn/YarnCluster.java "$trial" \
  < "$trial/life" > "$trial/yarn.log" 2>&1 &
yarn=$!
exec 9> "$trial/life"
trap 'exec 9>&-; wait "$yarn" 2> /dev/null || true; rm -rf "$trial" target/test-dir' EXIT
for _ in $(seq 120); do
  [ -f "$trial/yarn-site.xml" ] && break
  kill -0 "$yarn" 2> /dev/null || { cat "$trial/yarn.log" >&2; exit 1; }
  sleep 1
done

# The application as an installation with spark-yarn has it.
mkdir -p "$trial/tongqi/application"
cp -r jobs conf data-sample "$trial/tongqi"
ln -s "$PWD/target/tongqi/tongqi.jar" "$trial/tongqi/application/tongqi.jar"
mkdir "$trial/tongqi/application/lib"
ln -s "$PWD"/target/tongqi/lib/*.jar "$PWD"/target/yarn-lib/spark-yarn_*.jar "$trial/tongqi/application/lib"
cat conf/spark/yarn.conf > "$trial/yarn.conf"
# One small node: small executors, and its libraries are seen under the same path.
cat >> "$trial/yarn.conf" << OPTIONS
spark.executor.memory  1g
spark.executor.cores   1
spark.driver.memory    2g
spark.yarn.jars        local:$trial/tongqi/application/lib/*
OPTIONS

export HADOOP_CONF_DIR=$trial TONGQI_MEMORY=2g
query="SELECT md5(array_join(array_sort(collect_list(to_json(struct(*)))), '')) AS rows FROM gold."
figures() {
  for table in period_facts decade_comparison zero_days station_clearance station_recovery; do
    "$trial/tongqi/jobs/tongqi" query --format csv --conf "$trial/tongqi/conf/tongqi.yaml" "$query$table" | tail -n 1
  done
}
attempt() {
  local name=$1
  shift
  export TONGQI_WAREHOUSE=$trial/$name
  local begin=$SECONDS code=0
  "$trial/tongqi/jobs/tongqi" "$@" nightly --conf "$trial/tongqi/conf/tongqi.yaml" --as-of 2024-06-30 > "$trial/$name.log" 2>&1 || code=$?
  local seconds=$((SECONDS - begin))
  [ "$code" = 0 ] || { cat "$trial/$name.log" >&2; exit "$code"; }
  figures > "$trial/$name.rows"
  if diff -q "$trial/local.rows" "$trial/$name.rows" > /dev/null; then same="same figures as locally"; else same="OTHER FIGURES"; fi
  printf '%-12s exit code %d %5d s  %4d lines printed  %s\n' "$name" "$code" "$seconds" "$(wc -l < "$trial/$name.log")" "$same"
  [ "$same" != "OTHER FIGURES" ]
}
attempt local
attempt client --master yarn --properties-file "$trial/yarn.conf"
attempt cluster --master yarn --deploy-mode cluster --properties-file "$trial/yarn.conf"
