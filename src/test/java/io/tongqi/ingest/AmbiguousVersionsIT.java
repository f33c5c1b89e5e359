package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Versions that nothing orders, in one file and in several, and what orders them after all. */
@TestMethodOrder(OrderAnnotation.class)
class AmbiguousVersionsIT extends SparkTest {
  private static final String HEADER = "no,category,reported";
  private static final String ID = "record_id: no";
  private static final String HINT =
      "; give version_order where a column tells which came later; or the key may be of a coarser"
          + " grain than the rows (one row a victim, one an offence)";

  @TempDir private static Path folder;
  private static Sources sources;
  private static Outcome first;
  private static Outcome second;

  @BeforeAll
  static void takeInTwice() {
    emptyTables(folder.resolve("warehouse"));
    sources =
        new Sources(folder, "reject_share_limit: 1")
            .add("offences", "", ID)
            .add("victims", "mode: snapshot", ID, "deaths: dead")
            .add("revisions", "version_order: revision", ID)
            .add("lines", "version_order: _line", ID)
            .add("timed", "", ID, "recorded_at: updated")
            .add("copies", "", ID)
            .add("corrected", "", ID);
    sources
        .deliver(
            "offences",
            "2024-06.csv",
            HEADER,
            "I1,bicycle,2024-06-03 10:00",
            "I1,brawl,2024-06-03 10:00",
            "I2,bicycle,2024-06-04 10:00")
        .deliver(
            "victims",
            "2024-05.csv",
            HEADER + ",dead",
            "V1,brawl,2024-05-03,1",
            "V1,brawl,2024-05-03,2",
            "V2,brawl,2024-05-04,0",
            "V3,brawl,2024-05-05,0")
        .deliver(
            "revisions",
            "2024-06.csv",
            HEADER + ",revision",
            "R1,bicycle,2024-06-03,10",
            "R1,brawl,2024-06-03,9",
            "R2,bicycle,2024-06-03,2.0",
            "R2,brawl,2024-06-03,2",
            "R3,bicycle,2024-06-03,b",
            "R3,brawl,2024-06-03,a")
        .deliver("lines", "2024-06.csv", HEADER, "L1,bicycle,2024-06-03", "L1,brawl,2024-06-03")
        .deliver(
            "timed",
            "2024-06.csv",
            HEADER + ",updated",
            "T1,bicycle,2024-06-03,2024-06-04 10:00",
            "T1,brawl,2024-06-03,2024-06-04 10:00",
            "T1,brawl,2024-06-05,2024-06-06 10:00",
            "T2,bicycle,2024-06-03,2024-06-04 10:00")
        .deliver(
            "copies",
            "2024-06.csv",
            HEADER,
            "C1,brawl,2024-06-05",
            "C1,brawl,2024-06-05",
            "C1,brawl,2024-06-05",
            "C2,brawl,2024-06-05")
        .deliver("corrected", "2024-06.csv", HEADER, "K1,brawl,2024-06-05", "K2,brawl,2024-06-06");
    first = sources.force().run("ingest");
  }

  @Test
  @Order(1)
  void shouldLetNoneOfThoseStandThatContradictEachOther() {
    assertThat(first.err()).isEmpty();
    assertThat(booked())
        .containsExactly(
            "copies brawl 2",
            "corrected brawl 2",
            "lines brawl 1",
            "offences bicycle 1",
            "revisions bicycle 2",
            "timed bicycle 1",
            "timed brawl 1",
            "victims brawl 2");
  }

  @Test
  @Order(1)
  void shouldKeepTheirLinesInQuarantineWithWhatDiffers() {
    assertThat(quarantine("offences"))
        .containsExactly(
            "2 I1 open record I1: category bicycle / brawl" + HINT,
            "3 I1 open record I1: category bicycle / brawl" + HINT);
    assertThat(quarantine("victims"))
        .containsExactly(
            "2 V1 open record V1: deaths 1 / 2" + HINT, "3 V1 open record V1: deaths 1 / 2" + HINT);
    assertThat(quarantine("revisions"))
        .containsExactly(
            "4 R2 open record R2: category bicycle / brawl" + HINT,
            "5 R2 open record R2: category bicycle / brawl" + HINT);
    assertThat(quarantine("timed"))
        .containsExactly(
            "2 T1 settled record T1: category bicycle / brawl" + HINT,
            "3 T1 settled record T1: category bicycle / brawl" + HINT);
    assertThat(
            sources
                .force()
                .query(
                    spark(), "SELECT DISTINCT reason, field, raw, is_dated FROM bronze.quarantine"))
        .containsExactly("ambiguous_version record_id null true");
  }

  @Test
  @Order(1)
  void shouldCountThemAsQuarantinedAndEqualOnesAsDuplicates() {
    assertThat(counts(1))
        .containsExactly(
            "copies 4 2 0 2",
            "corrected 2 2 0 0",
            "lines 2 2 0 0",
            "offences 3 1 2 0",
            "revisions 6 4 2 0",
            "timed 4 2 2 0",
            "victims 4 2 2 0");
    assertThat(first.out())
        .contains(
            "3 rows read = 1 accepted + 2 quarantined + 0 duplicate + 0 ignored (0 stale);"
                + " quarantined: {ambiguous_version=2}")
        .contains("  offences: 2 of 3 rows are rejected");
  }

  @Test
  @Order(2)
  void shouldResolveWhatALaterVersionTellsAndFindWhatContradictsAnEarlierBatch() {
    sources
        .deliver("offences", "2024-07.csv", HEADER, "I1,brawl,2024-06-03 10:00")
        .deliver(
            "victims",
            "2024-05-to-2024-06.csv",
            HEADER + ",dead",
            "V2,brawl,2024-05-04,3",
            "V2,brawl,2024-05-04,4")
        .deliver("corrected", "2024-06-again.csv", HEADER, "K1,bicycle,2024-06-05")
        .deliver(
            "timed", "2024-07.csv", HEADER + ",updated", "T2,brawl,2024-06-03,2024-06-04 10:00");
    sources
        .force()
        .edit(
            "victims.yaml",
            "covers:",
            "covers:\n  - {files: \"*-to-*\", from: 2024-05-01, to: 2024-06-30}\n  -");

    second = sources.force().run("ingest", "--remap", "victims");

    assertThat(second.err()).isEmpty();
    assertThat(booked())
        .containsExactly(
            "copies brawl 2",
            "corrected brawl 1",
            "lines brawl 1",
            "offences bicycle 1",
            "offences brawl 1",
            "revisions bicycle 2",
            "timed brawl 2",
            "victims brawl 1");
    assertThat(quarantine("offences")).allMatch(it -> it.contains(" settled "));
    assertThat(quarantine("corrected"))
        .containsExactly(
            "2 K1 open record K1: category bicycle / brawl" + HINT,
            "2 K1 open record K1: category bicycle / brawl" + HINT);
    assertThat(counts(2))
        .containsExactly(
            "corrected 1 0 1 0",
            "offences 1 1 0 0",
            "timed 1 1 0 0",
            "victims 2 0 2 0",
            "victims 4 2 2 0");
  }

  @Test
  @Order(3)
  void shouldLeaveWhatStoodBeforeThemAndWithdrawNothingThatIsThere() {
    // V1 and V3 are missing from the later snapshot of their day; V2 is there, though nobody knows
    // how.
    assertThat(
            sources
                .force()
                .query(
                    spark(),
                    "SELECT record_id, deaths FROM silver.incidents WHERE source = 'victims'"))
        .containsExactly("V2 0");
    assertThat(
            sources
                .force()
                .query(
                    spark(),
                    "SELECT record_id, line FROM bronze.quarantine WHERE source = 'victims'"
                        + " AND status = 'open' ORDER BY line"))
        .containsExactly("V2 2", "V2 3");
  }

  private static List<String> booked() {
    return sources
        .force()
        .query(
            spark(),
            "SELECT source, category, sum(incidents_reported) AS incidents FROM silver.ledger"
                + " GROUP BY ALL HAVING incidents <> 0 ORDER BY source, category");
  }

  private static List<String> quarantine(String source) {
    return sources
        .force()
        .query(
            spark(),
            "SELECT line, record_id, status, detail FROM bronze.quarantine WHERE source = '%s' ORDER BY file, line"
                .formatted(source));
  }

  private static List<String> counts(int batch) {
    return sources
        .force()
        .query(
            spark(),
            "SELECT source, rows_read, rows_accepted, rows_quarantined, rows_duplicate FROM bronze.receipts WHERE batch_number = %d ORDER BY source, rows_read"
                .formatted(batch));
  }
}
