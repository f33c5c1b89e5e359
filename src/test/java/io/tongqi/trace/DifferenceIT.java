package io.tongqi.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferenceIT extends SparkTest {
  @TempDir private Path folder;

  @Test
  void shouldTellWhyAFigureIsNotTheOnePublished() {
    // given
    emptyTables(folder.resolve("warehouse"));
    SmallForce force =
        new SmallForce(folder)
            .edit("calls.yaml", "mode: changes", "mode: snapshot")
            .deliver(
                "calls-2024-06.csv",
                "A1,1,101,bicycle,2024-06-03,2024-06-03,,10",
                "A2,1,101,bicycle,2024-06-04,2024-06-04,,10",
                "A3,1,101,bicycle,2024-06-05,2024-06-05,,10",
                "A4,3,101,bicycle,2024-06-06,2024-06-06,,10",
                "A5,1,102,bicycle,2024-06-06,2024-06-06,,10",
                "A6,1,101,bicycle,2024-06-07,2024-06-07,,10");
    assertThat(force.run("nightly", "--as-of", "2024-06-30").err()).isEmpty();

    // when
    force.deliver(
        "calls-2024-06.csv",
        "A1,1,101,bicycle,2024-06-03,2024-06-03,,10",
        "A2,1,102,bicycle,2024-06-04,2024-06-04,,10",
        "A4,2,101,bicycle,2024-06-06,2024-06-06,,10",
        "A5,1,102,bicycle,2024-06-06,2024-06-06,,10",
        "A6,1,101,bicycle,2024-06-07,2024-06-07,2024-06-09,10",
        "A7,1,101,bicycle,2024-06-20,2024-06-20,,10");
    assertThat(force.run("nightly", "--as-of", "2024-06-30").err()).isEmpty();
    Outcome station = trace(force, "incidents_reported", "101");
    Outcome cleared = trace(force, "cases_cleared", "101");
    Outcome whole = trace(force, "incidents_reported", "smallton");

    // then
    assertThat(station.out().lines())
        .containsExactly(
            "source,record,cause,amount_before,amount_now,difference",
            "calls,A4,corrected,3,2,-1",
            "calls,A7,late,0,1,1",
            "calls,A2,moved,1,0,-1",
            "calls,A3,withdrawn,1,0,-1");
    assertThat(station.err())
        .isEqualTo(
            "incidents_reported: these add up to -2; release 2024-06-30.2 has 5, release 2024-06-30.1 had 7\n");
    assertThat(cleared.out()).endsWith("difference\ncalls,A6,cleared,0,1,1\n");
    assertThat(whole.out()).doesNotContain("A2");
    assertThat(List.of(station.code(), cleared.code(), whole.code())).containsOnly(0);
  }

  private static Outcome trace(SmallForce force, String metric, String area) {
    return force.run(
        "trace",
        "--metric=" + metric,
        "--group=theft",
        "--area=" + area,
        "--window=last_half",
        "--against=2024-06-30.1",
        "--format=csv");
  }
}
