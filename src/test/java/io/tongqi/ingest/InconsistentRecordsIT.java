package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SparkTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records whose fields contradict each other, and withdrawals that give little more than a key. */
class InconsistentRecordsIT extends SparkTest {
  private static final String HEADER =
      "no,status,station,category,reported,arrived,filed,cleared,clearances,deaths,recovered";

  @Test
  void shouldRejectWhatWouldBeBookedOnNoDay(@TempDir Path folder) {
    // Given
    emptyTables(folder.resolve("warehouse"));
    SmallForce force =
        new SmallForce(folder)
            .edit("tongqi.yaml", "years: 2", "reject_share_limit: 1")
            .edit("calls.yaml", "  count: count\n", "  status: status\n")
            .edit(
                "calls.yaml",
                "  loss_cents: cast(cast(loss as decimal(18,2)) * 100 as bigint)\n",
                """
                  arrived_at: arrived
                  cleared_count: clearances
                  deaths: deaths
                  recovered_cents: recovered
                """)
            .edit("calls.yaml", "cases_cleared, loss_cents", "cases_cleared, deaths")
            .write(
                "calls/calls-2024-01.csv",
                String.join(
                    "\n",
                    HEADER,
                    "K1,valid,101,bicycle,2024-01-05,,,,,1,",
                    "K2,withdrawn,,,,,,,,,",
                    "K3,withdrawn,999,bicycle,2024-01-05,,,,,,",
                    "B1,perhaps,101,bicycle,2024-01-05,,,,,,",
                    "B2,valid,101,bicycle,2024-01-05 10:00,2024-01-05 09:59,,,,,",
                    "B3,valid,101,bicycle,2024-01-05,,,,2,,",
                    "K4,valid,101,bicycle,,,2024-01-05,,,1,",
                    "B5,valid,101,bicycle,2024-01-05,,,,,,100",
                    "B6,valid,101,bicycle,2024-01-05 10:00,,,2024-01-05 09:00,,,",
                    ""));

    // When
    assertThat(force.run("ingest").err()).isEmpty();

    // Then
    assertThat(
            force.query(
                spark(),
                "SELECT record_id, reason, field FROM bronze.quarantine ORDER BY record_id"))
        .containsExactly(
            "B1 unknown_status status",
            "B2 arrived_before_reported arrived_at",
            "B3 clearance_without_day cleared_at",
            "B5 recovery_without_day recovered_at",
            "B6 cleared_before_reported cleared_at");
    assertThat(
            force.query(
                spark(), "SELECT record_id, status FROM bronze.record_versions ORDER BY record_id"))
        .containsExactly("K1 valid", "K2 withdrawn", "K3 withdrawn", "K4 valid");
    assertThat(force.query(spark(), "SELECT sum(deaths) FROM silver.ledger")).containsExactly("1");
  }
}
