package io.tongqi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is overdue, and who is told of a run. */
class FreshnessIT extends SparkTest {
  @TempDir private Path folder;

  @Test
  void shouldNameWhatIsOverdueAndTellOthersOfTheRun() {
    // given
    SmallForce force =
        new SmallForce(folder)
            .deliver("calls-2024-06.csv", "A1,1,101,bicycle,2024-06-05,2024-06-05,,10")
            .edit(
                "calls.yaml", "mode: changes", "mode: changes\nexpects: {every: month, by_day: 1}")
            .edit(
                "tongqi.yaml",
                "years: 2",
                "years: 2\nmetrics_file: tongqi.prom\nnotify: [sh, -c, 'cat > \"$0\"', %s]"
                    .formatted(folder.resolve("told.json")));

    // when
    Outcome before = force.run("doctor", "--freshness", "24");
    Outcome night = force.run("nightly", "--as-of", "2024-06-30");
    Outcome late = force.run("doctor", "--freshness", "24");
    force.edit("calls.yaml", "expects: {every: month, by_day: 1}\n", "");
    Outcome fine = force.run("doctor", "--freshness", "24");
    Outcome old = force.run("doctor", "--freshness", "0");

    // then
    assertThat(before.code()).isEqualTo(3);
    assertThat(before.err())
        .contains(
            "checking freshness: there is no release, but a release is wanted every 24 hours;");
    assertThat(night.code()).as(night.err()).isZero();
    assertThat(force.read("told.json")).contains("\"status\" : \"done\"", "\"exit_code\" : 0");
    assertThat(force.read("tongqi.prom"))
        .contains("tongqi_run_exit_code{command=\"nightly\"} 0.0\n")
        .contains("tongqi_run_rows{command=\"nightly\",state=\"accepted\"} 1.0\n");
    assertThat(late.code()).isEqualTo(3);
    assertThat(late.out()).contains("freshness   the newest release is of ");
    assertThat(late.err())
        .contains("tongqi: checking freshness: the delivery of source calls for the days up to ")
        .contains(" and has not come; the last day covered is 2024-06-30; ")
        .doesNotContain("a release is wanted");
    assertThat(fine.code()).as(fine.err()).isZero();
    assertThat(old.code()).isEqualTo(3);
    assertThat(old.err()).contains("checking freshness: the newest release is of ");
  }
}
