package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of shares and files that overlap: refused first, then accepted or told what is meant.
 */
@TestMethodOrder(OrderAnnotation.class)
class ShareRulesIT extends SparkTest {
  private static final String HEADER = "no,category,reported";
  private static final String ID = "record_id: no";
  private static final Pattern ACCEPT =
      Pattern.compile("jobs/tongqi accept (([a-z]+)-\\d{4}-[0-9a-f]{12}) --because TEXT");

  @TempDir private static Path folder;
  private static Sources sources;
  private static Outcome refused;

  @BeforeAll
  static void takeIn() {
    emptyTables(folder.resolve("warehouse"));
    sources =
        new Sources(folder, "")
            .add("restarting", "", ID)
            .add("corrected", "", ID)
            .add("snapshots", "mode: snapshot", ID)
            .add("victims", "", ID)
            .add("twins", "", ID)
            .add("sheets", "", ID)
            .add("sums", "mode: ledger", "count: n")
            .deliver(
                "restarting",
                "2023-01.csv",
                HEADER,
                "1,brawl,2023-01-01",
                "2,brawl,2023-01-02",
                "3,bicycle,2023-01-03")
            .deliver(
                "restarting",
                "2024-01.csv",
                HEADER,
                "1,bicycle,2024-01-01",
                "2,brawl,2024-01-01",
                "3,brawl,2024-01-04")
            .deliver("corrected", "2023-12.csv", HEADER, "1,brawl,2023-12-31", "2,brawl,2023-12-30")
            .deliver("corrected", "2024-01.csv", HEADER, "1,brawl,2024-01-01", "3,brawl,2024-01-02")
            .deliver(
                "snapshots",
                "2024-05.csv",
                HEADER,
                "1,brawl,2024-05-01",
                "2,brawl,2024-05-02",
                "3,brawl,2024-05-03",
                "4,brawl,2024-05-04")
            .deliver(
                "victims",
                "2024-06.csv",
                HEADER + ",victim",
                "1,brawl,2024-06-01,A",
                "1,brawl,2024-06-01,B",
                "1,brawl,2024-06-01,C",
                "2,brawl,2024-06-01,D",
                "2,brawl,2024-06-01,E",
                "2,brawl,2024-06-01,\"E\"")
            .deliver(
                "twins",
                "2024-06.csv",
                HEADER + ",victim",
                "1,brawl,2024-06-01,A",
                "1,brawl,2024-06-01,B")
            .deliver(
                "sheets",
                "2024-06.csv",
                HEADER,
                "2.02406E+11,brawl,2024-06-01",
                "2E+11,brawl,2024-06-01",
                "\"2,02406e+11\",brawl,2024-06-02",
                "1E2,brawl,2024-06-03",
                "12E+05,brawl,2024-06-03",
                "1.2E-05,brawl,2024-06-03",
                "A+B,brawl,2024-06-03",
                "20240600001,1.2E+15,2024-06-03")
            .deliver("sums", "2024-06.csv", "category,reported,n", "brawl,2024-06-03,2")
            .deliver(
                "sums",
                "2024-06-v2.csv",
                "category,reported,n",
                "brawl,2024-06-03,2",
                "bicycle,2024-06-28,1")
            .deliver(
                "sums",
                "2024-06-v10.csv",
                "category,reported,n",
                "brawl,2024-06-03,3",
                "bicycle,2024-06-28,1");
    refused = sources.force().run("ingest");
  }

  @Test
  @Order(1)
  void shouldRefuseWhatIsTooFrequentForAnAccident() {
    String limits =
        " in FORCE/tongqi.yaml allows; nothing was booked; correct the files or the mapping";

    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err())
        .contains(
            "tongqi: reading the deliveries of source restarting: 3 of 6 versions move the record"
                + " that they supersede to another year, so that its number is probably used again,"
                + " more than the share of 0.01 that moved_share_limit"
                + limits
                + " FORCE/restarting.yaml, or take the batch as it is: jobs/tongqi accept"
                + " restarting-0001-")
        .contains("  record 1: 2023-01-01 in file 2023-01.csv, 2024-01-01 in file 2024-01.csv\n")
        .contains(
            "tongqi: reading the deliveries of source victims: 3 of 6 rows equal another row of"
                + " their file in all that the mapping reads and differ in the rest, so that the"
                + " key is probably of a coarser grain than the rows, more than the share of 0.01"
                + " that alike_share_limit"
                + limits)
        .contains("  record 1 in file 2024-06.csv, lines 2 and 3\n")
        .contains(
            "tongqi: reading the deliveries of source sheets: 4 of 8 rows are rejected, more than"
                + " the share of 0.05 that reject_share_limit"
                + limits)
        .contains(
            "  spreadsheet_number: 4 rows (an id or code in scientific notation: a spreadsheet"
                + " turned it into a number and lost digits; export it as text), first in file"
                + " 2024-06.csv line 2 (2.02406E+11): 2.02406E+11,brawl,2024-06-01")
        .contains(
            "tongqi: reading the deliveries of source sums: the files 2024-06-v10.csv and"
                + " 2024-06-v2.csv both hold signed entries of 2024-06-01 to 2024-06-30; nothing was"
                + " booked; say in FORCE/sums.yaml what that means: overlap: adds books both,"
                + " overlap: newest on each day only the file that was delivered last; or take one"
                + " of them away")
        .contains(
            "tongqi: nothing new of source restarting, victims, sums, sheets was booked; that of"
                + " corrected, snapshots, twins was\n");
    assertThat(booked()).isEqualTo(Map.of("corrected", "3", "snapshots", "4", "twins", "1"));
  }

  @Test
  @Order(2)
  void shouldAcceptNoBatchThatDoesNotWaitAndNoneWithoutAReason() {
    Outcome unknown = sources.force().run("accept", "victims-0007-000000000000", "--because", "so");
    Outcome mute = sources.force().run("accept", "victims-0001-000000000000", "--because", " ");
    Outcome reasonless = sources.force().run("accept", "victims-0001-000000000000");

    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .containsPattern(
            "tongqi: accept victims-0007-000000000000: no source has this batch to take in, but"
                + " victims-0001-[0-9a-f]{12}.*; name one that a run refused, whose files and"
                + " mapping are still the same\n");
    assertThat(mute.err()).contains("--because: the text is empty; say why");
    assertThat(reasonless.err()).contains("Missing required option: '--because=TEXT'");
  }

  @Test
  @Order(3)
  void shouldTakeAcceptedBatchesAndTellWhy() throws IOException {
    Matcher batches = ACCEPT.matcher(refused.err());
    while (batches.find()) {
      Outcome accepted =
          sources.force().run("accept", batches.group(1), "--because", "as " + batches.group(2));
      assertThat(accepted.code()).as(accepted.err()).isZero();
    }

    // What no rule of shares says cannot be accepted.
    Outcome overlapping = sources.force().run("ingest");
    assertThat(overlapping.code()).isEqualTo(3);
    assertThat(overlapping.err()).contains("signed entries").doesNotContain("accept");
    JsonNode run = new ObjectMapper().readTree(sources.force().read("warehouse/run.json"));
    assertThat(run.path("findings").findValuesAsText("found"))
        .contains("4 of 8 rows are rejected (accepted: as sheets)");

    sources.force().edit("sums.yaml", "mode: ledger", "mode: ledger\noverlap: newest");
    Outcome taken = sources.force().run("ingest");

    assertThat(taken.err()).isEmpty();
    assertThat(booked())
        .isEqualTo(
            Map.of(
                "corrected", "3",
                "restarting", "3",
                "snapshots", "4",
                "victims", "2",
                "twins", "1",
                "sheets", "4",
                "sums", "4"));
    assertThat(
            sources
                .force()
                .query(
                    spark(),
                    "SELECT source, because, accepted_by IS NOT NULL, accepted_at > '2020-01-01'"
                        + " FROM bronze.acceptances ORDER BY source"))
        .containsExactly(
            "restarting as restarting true true",
            "sheets as sheets true true",
            "victims as victims true true");
    assertThat(refused.out() + overlapping.out())
        .contains(
            "  corrected: 1 of 4 versions move the record that they supersede to another year, so that"
                + " its number is probably used again\n    record 1: 2023-12-31 in file 2023-12.csv,"
                + " 2024-01-01 in file 2024-01.csv",
            "  twins: 1 of 2 rows equal another row of their file in all that the mapping reads and"
                + " differ in the rest, so that the key is probably of a coarser grain than the rows",
            "1 files, 6 rows read = 5 accepted + 0 quarantined + 1 duplicate + 0 ignored (0 stale)",
            "1 files, 2 rows read = 2 accepted + 0 quarantined + 0 duplicate + 0 ignored (0 stale)");
  }

  @Test
  @Order(4)
  void shouldRefuseASnapshotThatLacksTooMuchAndAddWhatOverlapsWhereThatIsMeant() {
    sources
        .deliver("snapshots", "2024-05-01-to-2024-06.csv", HEADER, "4,brawl,2024-05-04")
        .force()
        .edit(
            "snapshots.yaml",
            "covers:",
            "covers:\n  - {files: \"*-to-*\", from: 2024-05-01, to: 2024-06-30}\n  -")
        .edit("sums.yaml", "overlap: newest", "overlap: adds");

    Outcome lacking = sources.force().run("ingest", "--remap", "snapshots", "--remap", "sums");

    assertThat(lacking.code()).isEqualTo(3);
    assertThat(lacking.err())
        .contains(
            "tongqi: reading the deliveries of source snapshots: 3 of 4 records held of the days of"
                + " a snapshot are missing in it, more than the share of 0.05 that"
                + " vanish_share_limit in FORCE/tongqi.yaml allows")
        .contains("  the snapshot of 2024-06-30; the first missing record is 1\n");

    Matcher batch = ACCEPT.matcher(lacking.err());
    assertThat(batch.find()).isTrue();
    sources.force().run("accept", batch.group(1), "--because", "moved away");
    Outcome taken = sources.force().run("ingest", "--remap", "snapshots", "--remap", "sums");

    assertThat(taken.err()).isEmpty();
    assertThat(booked()).containsEntry("snapshots", "1").containsEntry("sums", "9");
  }

  private static Map<String, String> booked() {
    List<String> rows =
        sources
            .force()
            .query(
                spark(),
                "SELECT source, sum(incidents_reported) FROM silver.ledger GROUP BY source");
    return rows.stream()
        .map(it -> it.split(" ", -1))
        .collect(Collectors.toMap(it -> it[0], it -> it[1]));
  }
}
