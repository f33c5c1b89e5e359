package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries that come again, one after the other into one warehouse; remapping at last. */
@TestMethodOrder(OrderAnnotation.class)
class DeliveredAgainIT extends SparkTest {
  private static final String BOOKED =
      "SELECT sum(incidents_reported), sum(loss_cents) FROM silver.ledger";
  private static final String QUARANTINE =
      "SELECT record_id, reason, status FROM bronze.quarantine ORDER BY record_id";

  @TempDir private static Path folder;
  private static SmallForce force;

  @BeforeAll
  static void takeInThreeFiles() {
    emptyTables(folder.resolve("warehouse"));
    force =
        new SmallForce(folder)
            .edit("tongqi.yaml", "years: 2", "reject_share_limit: 0.5")
            .deliver(
                "calls-2024-01.csv",
                "A1,1,101,bicycle,2024-01-05 10:00,,,10",
                "A2,1,101,bicycle,2024-02-31 10:00,,,20",
                "A3,1,101,theft,2024-01-05 10:00,,,40")
            .deliver("calls-2024-02.csv", "B1,1,102,bicycle,2024-02-05 10:00,,,100")
            .deliver("calls-2024-03.csv", "C1,1,102,bicycle,2024-03-05 10:00,,,1000");
    assertThat(force.run("ingest").code()).isZero();
  }

  @Test
  @Order(1)
  void shouldTakeInMendedCopiedAndReplacedFilesForWhatTheyAre() {
    force
        .deliver("calls-2024-04-mended.csv", "A2,1,101,bicycle,2024-01-31 10:00,,,20")
        .write("calls/calls-2024-02-again.csv", force.read("calls/calls-2024-02.csv"))
        .deliver(
            "calls-2024-03.csv",
            "C1,1,102,bicycle,2024-03-05 10:00,,,3000",
            "C2,1,102,bicycle,2024-03-06 10:00,,,");

    Outcome taken = force.run("ingest");

    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(force.query(spark(), BOOKED)).containsExactly("5 313000");
    assertThat(force.query(spark(), QUARANTINE))
        .containsExactly("A2 unreadable settled", "A3 unknown_category open");
    assertThat(
            force.query(
                spark(),
                "SELECT path, rows_read, rows_accepted, rows_duplicate FROM bronze.receipts"
                    + " WHERE batch_number = 2 ORDER BY path"))
        .containsExactly(
            "calls-2024-02-again.csv 1 0 1",
            "calls-2024-03.csv 2 2 0",
            "calls-2024-04-mended.csv 1 1 0");
  }

  @Test
  @Order(2)
  void shouldFindNothingNewTheNextTime() {
    Map<String, Long> before = force.rows(spark());

    Outcome taken = force.run("ingest");

    assertThat(taken.code()).isZero();
    assertThat(taken.out()).contains("nothing new");
    assertThat(force.rows(spark())).isEqualTo(before);
  }

  @Test
  @Order(3)
  void shouldAskForRemapWhereTheMappingChanged() {
    Map<String, Long> before = force.rows(spark());
    force.edit(
        "calls.yaml",
        "category: category",
        "category: if(category = 'theft', 'bicycle', category)");

    Outcome refused = force.run("ingest");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "tongqi: FORCE/calls.yaml: the mapping of source calls is no longer the one that its"
                + " deliveries were booked with; run ingest --remap calls, which books only the"
                + " difference");
    assertThat(force.rows(spark())).isEqualTo(before);
  }

  @Test
  @Order(4)
  void shouldBookOnlyTheDifferenceAndSettleWhenRemapped() {
    Outcome taken = force.run("ingest", "--remap", "calls");

    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(force.query(spark(), BOOKED)).containsExactly("6 317000");
    assertThat(
            force.query(
                spark(),
                "SELECT day, category, incidents_reported, loss_cents FROM silver.ledger"
                    + " JOIN (SELECT DISTINCT batch_id FROM bronze.receipts WHERE batch_number = 3)"
                    + " USING (batch_id)"))
        .containsExactly("2024-01-05 bicycle 1 4000");
    assertThat(
            force.query(spark(), "SELECT record_id FROM bronze.quarantine WHERE status = 'open'"))
        .isEmpty();
  }

  @Test
  @Order(5)
  void shouldBookUnknownCodesForTheUnknownWhereTheSettingsSaySo() {
    force
        .edit("tongqi.yaml", "reject_share_limit", "unknown_codes: unknown\nreject_share_limit")
        .deliver("calls-2024-05.csv", "E1,1,777,piracy,2024-05-05 10:00,,,");

    Outcome refused = force.run("ingest");
    Outcome taken = force.run("ingest", "--remap", "calls");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(
            force.query(
                spark(),
                "SELECT day, station, category, incidents_reported FROM silver.ledger"
                    + " WHERE station = 'unknown'"))
        .containsExactly("2024-05-05 unknown unknown 1");
    assertThat(force.query(spark(), "SELECT * FROM bronze.quarantine WHERE status = 'open'"))
        .isEmpty();
  }

  @Test
  @Order(6)
  void shouldNameTheSourceThatIsNotThere() {
    Outcome refused = force.run("ingest", "--remap", "call");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "--remap call: there is no such source; the settings FORCE/tongqi.yaml name calls");
  }
}
