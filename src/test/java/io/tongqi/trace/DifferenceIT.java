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

  @Test
  void shouldTellMappingAndReferenceDataFromWhatTheRecordsSay() {
    // given
    emptyTables(folder.resolve("warehouse"));
    SmallForce force =
        new SmallForce(folder)
            .deliver(
                "calls-2024-06.csv",
                "A1,1,101,bicycle,2024-06-03,2024-06-03,,10",
                "A2,2,101,bicycle,2024-06-04,2024-06-04,,10",
                "A3,1,101,brawl,2024-06-05,2024-06-05,,10");
    assertThat(force.run("nightly", "--as-of", "2024-06-30").err()).isEmpty();

    // when
    force
        .edit("calls.yaml", "count: count", "count: cast(count as bigint) * 3 - 2")
        .edit("reference/categories.csv", "brawl,all\n", "brawl,all\nbrawl,theft\n");
    assertThat(force.run("ingest", "--remap", "calls").err()).isEmpty();
    assertThat(force.run("nightly", "--as-of", "2024-06-30").err()).isEmpty();
    Outcome outcome = trace(force, "incidents_reported", "101");

    // then
    assertThat(outcome.out().lines().skip(1))
        .containsExactly("calls,A2,rules,2,4,2", "calls,A3,rules,0,1,1");
    assertThat(outcome.err()).contains("these add up to 3; release 2024-06-30.2 has 6, ");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void shouldTellWhatTheRecordsSaidOnlyLater() {
    // given
    emptyTables(folder.resolve("warehouse"));
    SmallForce force =
        new SmallForce(folder)
            .edit("calls.yaml", "  count: count", "  count: count\n  recorded_at: updated")
            .edit("calls.yaml", "  station: station", "  station: station\n  status: status")
            .write(
                "calls/calls-2024-06.csv",
                """
                no,updated,status,count,station,category,reported,filed,cleared,loss
                B1,2024-06-03,valid,1,101,bicycle,2024-06-03,2024-06-03,,10
                B2,2024-06-04,valid,1,101,bicycle,2024-06-04,2024-06-04,,10
                B2,2024-06-20,withdrawn,,,,,,,
                B3,2024-06-05,valid,1,101,bicycle,2024-06-05,2024-06-05,,10
                B3,2024-06-18,valid,1,102,bicycle,2024-06-05,2024-06-05,,10
                B4,2024-06-06,valid,3,101,bicycle,2024-06-06,2024-06-06,,10
                B4,2024-06-16,valid,5,101,bicycle,2024-06-06,2024-06-06,,10
                B5,2024-06-20,valid,1,101,bicycle,2024-06-07,2024-06-07,,10
                B6,2024-06-22,valid,1,101,bicycle,2024-06-22,2024-06-22,,10
                B7,2024-06-08,valid,1,101,brawl,2024-06-08,2024-06-08,,10
                B7,2024-06-19,valid,1,101,bicycle,2024-06-08,2024-06-08,,10
                B8,2024-06-09,valid,1,101,bicycle,2024-06-09,2024-06-09,,10
                B8,2024-06-17,valid,1,101,bicycle,2024-06-09,2024-06-09,2024-06-12,10
                B9,2024-06-05,valid,1,101,bicycle,2024-06-05,2024-06-05,,10
                B9,2024-06-10,withdrawn,,,,,,,
                B10,2024-06-06,valid,1,101,bicycle,2024-06-06,2024-06-06,,10
                B10,2024-06-25,valid,1,102,bicycle,2024-06-06,2024-06-06,,10
                B10,2024-06-28,valid,1,101,bicycle,2024-06-06,2024-06-06,,10
                """)
            .write(
                "calls/calls-2024-07.csv",
                """
                no,updated,status,count,station,category,reported,filed,cleared,loss
                B5,2024-07-02,withdrawn,,,,,,,
                """);
    assertThat(force.run("nightly", "--as-of", "2024-06-30").err()).isEmpty();

    // when
    Outcome reported = knownAt(force, "incidents_reported", "2024-06-15");
    Outcome cleared = knownAt(force, "cases_cleared", "2024-06-15");
    Outcome never = knownAt(force, "incidents_reported", "2024-06-30");

    // then
    assertThat(reported.out().lines())
        .containsExactly(
            "source,record,cause,amount_before,amount_now,difference",
            "calls,B4,corrected,3,5,2",
            "calls,B5,late,0,1,1",
            "calls,B6,late,0,1,1",
            "calls,B3,moved,1,0,-1",
            "calls,B7,moved,0,1,1",
            "calls,B2,withdrawn,1,0,-1");
    assertThat(reported.err())
        .isEqualTo(
            "incidents_reported: these add up to 3; release 2024-06-30.1 has 11, the records of 2024-06-15 told 8\n");
    assertThat(cleared.out().lines().skip(1)).containsExactly("calls,B8,cleared,0,1,1");
    assertThat(List.of(reported.code(), cleared.code())).containsOnly(0);
    assertThat(never.code()).isEqualTo(2);
    assertThat(never.err())
        .contains(
            "tracing incidents_reported of theft in 101, last_half 2024, release 2024-06-30.1: it counts what was"
                + " recorded up to 2024-06-30, which is not after 2024-06-30; name an earlier day");
  }

  @Test
  void shouldTakeFirstVersionsWithoutATimeAsKnownOnTheirOwnDays() {
    // given
    emptyTables(folder.resolve("warehouse"));
    SmallForce force =
        new SmallForce(folder)
            .deliver(
                "calls-2024-06.csv",
                "A1,1,101,bicycle,2024-06-03,2024-06-03,2024-06-25,10",
                "A2,1,101,bicycle,2024-06-20,2024-06-20,2024-06-25,10");
    assertThat(force.run("nightly", "--as-of", "2024-06-30").err()).isEmpty();

    // when
    Outcome reported = knownAt(force, "incidents_reported", "2024-06-15");
    Outcome rate = knownAt(force, "clearance_rate", "2024-06-15");

    // then
    assertThat(reported.out().lines().skip(1)).containsExactly("calls,A2,late,0,1,1");
    assertThat(rate.out().lines().filter(it -> it.startsWith("calls")))
        .containsExactly("calls,A1,cleared,0,1,1", "calls,A2,late,0,1,1", "calls,A2,late,0,1,1");
    assertThat(rate.err())
        .isEqualTo(
            """
            cases_cleared: these add up to 2; release 2024-06-30.1 has 2, the records of 2024-06-15 told 0
            cases_filed: these add up to 1; release 2024-06-30.1 has 2, the records of 2024-06-15 told 1
            """);
  }

  private static Outcome trace(SmallForce force, String metric, String area) {
    return trace(force, metric, area, "--against=2024-06-30.1");
  }

  private static Outcome knownAt(SmallForce force, String metric, String day) {
    return trace(force, metric, "101", "--against-known-at=" + day);
  }

  private static Outcome trace(SmallForce force, String metric, String area, String against) {
    return force.run(
        "trace",
        "--metric=" + metric,
        "--group=theft",
        "--area=" + area,
        "--window=last_half",
        against,
        "--format=csv");
  }
}
