package io.tongqi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class SparkSessionsTest {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  @Test
  void shouldConfigureALocalSessionForDelta() {
    // when
    SparkConf conf = SparkSessions.configuration(new SparkConf(false), "app", "local[2]", Map.of());

    // then
    assertThat(conf.get("spark.master")).isEqualTo("local[2]");
    assertThat(conf.get("spark.app.name")).isEqualTo("app");
    assertThat(conf.get("spark.sql.extensions"))
        .isEqualTo("io.delta.sql.DeltaSparkSessionExtension");
    assertThat(conf.get("spark.sql.session.timeZone")).isEqualTo("UTC");
    assertThat(conf.get(PARTITIONS)).isEqualTo("4");
  }

  @Test
  void shouldLeaveTheSizeOfShufflesToTheCluster() {
    assertThat(SparkSessions.defaults("yarn")).doesNotContainKey(PARTITIONS);
  }

  @Test
  void shouldPreferTheSettingsToTheDefaults() {
    // when
    SparkConf conf =
        SparkSessions.configuration(
            new SparkConf(false), "app", "local[2]", Map.of(PARTITIONS, "64"));

    // then
    assertThat(conf.get(PARTITIONS)).isEqualTo("64");
  }

  @Test
  void shouldPreferWhatWasSubmittedToTheSettings() {
    // given
    SparkConf submitted =
        new SparkConf(false).set("spark.master", "spark://host:7077").set(PARTITIONS, "200");

    // when
    SparkConf conf =
        SparkSessions.configuration(submitted, "app", "local[2]", Map.of(PARTITIONS, "64"));

    // then
    assertThat(conf.get("spark.master")).isEqualTo("spark://host:7077");
    assertThat(conf.get(PARTITIONS)).isEqualTo("200");
  }
}
