package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that break a rule: first above the limit of rejects, then with the limit lifted. */
class RejectedLinesIT extends SparkTest {
  private static final String[] LINES = {
    "G1,1,101,bicycle,2024-01-05 10:00,2024-01-05 11:00,2024-01-06 09:00,12.50",
    "G2,-1,101,bicycle,2024-01-05 10:00,2024-01-05 11:00,,-12.50",
    "G1,1,101,bicycle,2024-01-05 10:00,2024-01-05 11:00,2024-01-06 09:00,12.50",
    "B5,1,101,bicycle,2024-01-05 10:00,,,,surplus",
    "B6,1,101,bicycle,2024-01-05 10:00",
    "B7,1,\"101,bicycle,2024-01-05 10:00,,,",
    "B8,1,101,bicycle,2024-01-05 10:00,,,\"12.50",
    "B9,1,101,bic\u00ffcle,2024-01-05 10:00,,,",
    "B10,1,101,bicycle,2023-02-30 10:00,,,",
    "B11,1,101,bicycle,1900-01-01 00:00,,,",
    "B12,1,101,bicycle,2999-12-31 10:00,,,",
    "B13,1,101,bicycle,2024-01-05 10:00,2024-01-05 11:00,2024-01-05 10:59,",
    "B14,1,101,bicycle,2024-01-05 10:00,2024-01-05 11:00,,-12.50",
    "B15,1,999,bicycle,2024-01-05 10:00,,,",
    "B16,1,101,piracy,2024-01-05 10:00,,,",
    "B17,1,101,bicycle,2024-01-05 10:00,,,twelve",
    "B18,1, ,bicycle,2024-01-05 10:00,,,",
    "B19,1,101,bicycle,,,,",
  };

  @TempDir private static Path folder;
  private static Map<String, Long> rowsWhenRefused;
  private static SmallForce force;
  private static Outcome refused;
  private static Outcome taken;
  private static List<String> quarantined;

  @BeforeAll
  static void takeIn() {
    emptyTables(folder.resolve("warehouse"));
    Charset gb18030 = Charset.forName("GB18030");
    byte[] chinese = (SmallForce.HEADER + "\nB2,1,101,盗窃?,2024-02-05 10:00,,,\n").getBytes(gb18030);
    for (int index = 0; index < chinese.length; index++) {
      chinese[index] = chinese[index] == '?' ? (byte) 0xFF : chinese[index];
    }
    String text = SmallForce.HEADER + "\n" + String.join("\n", LINES) + "\n";
    force =
        new SmallForce(folder)
            .edit("calls.yaml", "format: csv", "format: csv\nencodings: {\"*gb18030*\": GB18030}")
            .write("calls/calls-2024-01.csv", text.getBytes(StandardCharsets.ISO_8859_1))
            .write("calls/calls-2024-02-gb18030.csv", chinese);
    refused = force.run("ingest");
    rowsWhenRefused = force.rows(spark());
    force.edit("tongqi.yaml", "years: 2", "reject_share_limit: 1");
    taken = force.run("ingest");
    quarantined =
        force.query(
            spark(),
            "SELECT concat_ws(' ', file, line, reason, field, record_id, day, raw, status)"
                + " FROM bronze.quarantine ORDER BY file, line");
  }

  @Test
  void shouldBookNothingWhereMoreIsRejectedThanTheLimitAllows() {
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err())
        .contains(
            "tongqi: reading the deliveries of source calls: 16 of 19 rows are rejected, more than"
                + " the share of 0.05 that reject_share_limit in FORCE/tongqi.yaml allows; nothing"
                + " was booked; correct the files or the mapping FORCE/calls.yaml")
        .contains(
            "unknown_station: 1 rows (a station that the reference data do not know; a"
                + " line of totals is named by ignore in the mapping), first in file calls-2024-01.csv"
                + " line 15 (999): B15,1,999,bicycle,2024-01-05 10:00,,,")
        .contains(
            "field_count: 2 rows (more or fewer fields than the header has), first in file"
                + " calls-2024-01.csv line 5 (9 fields, 8 in the header): B5,1,101",
            "source calls: in 2 lines a quote opens that a later line closes: its quotes hold line"
                + " breaks; set csv.multiline to true in FORCE/calls.yaml");
    assertThat(rowsWhenRefused.values()).containsOnly(0L);
  }

  @Test
  void shouldKeepEachRejectedLineWithReasonFieldFileLineAndText() {
    assertThat(quarantined)
        .containsExactly(
            january(5, "field_count", ""),
            january(6, "field_count", ""),
            january(7, "unclosed_quote", ""),
            january(8, "unclosed_quote", ""),
            january(9, "undecodable", "").replace('\u00ff', '\ufffd'),
            january(10, "unreadable", "reported_at B10 "),
            january(11, "implausible_date", "reported_at B11 "),
            january(12, "implausible_date", "reported_at B12 "),
            january(13, "cleared_before_filed", "cleared_at B13 2024-01-05 "),
            january(14, "negative_amount", "loss_cents B14 2024-01-05 "),
            january(15, "unknown_station", "station B15 2024-01-05 "),
            january(16, "unknown_category", "category B16 2024-01-05 "),
            january(17, "unreadable", "loss_cents B17 2024-01-05 "),
            january(18, "missing", "station B18 2024-01-05 "),
            january(19, "missing", "reported_at B19 "),
            "calls-2024-02-gb18030.csv 2 undecodable B2,1,101,盗窃\ufffd,2024-02-05 10:00,,, open");
  }

  @Test
  void shouldCountTheRejectedByReasonInTheReport() {
    String counts =
        "2 files, 19 rows read = 2 accepted + 16 quarantined + 1 duplicate + 0 ignored (0 stale); quarantined:"
            + " {cleared_before_filed=1, field_count=2, implausible_date=2, missing=2,"
            + " negative_amount=1, unclosed_quote=2, undecodable=2, unknown_category=1,"
            + " unknown_station=1, unreadable=2}";

    assertThat(taken.code()).isZero();
    assertThat(taken.out()).contains(counts);
    assertThat(force.read("warehouse/run.json"))
        .contains("\"status\" : \"done\"")
        .contains("\"quarantined\" : 16")
        .contains("\"unclosed_quote\" : 2");
  }

  @Test
  void shouldBookWhatIsSound() {
    List<String> booked =
        force.query(
            spark(),
            "SELECT sum(incidents_reported), sum(cases_filed), sum(cases_cleared), sum(loss_cents)"
                + " FROM silver.ledger");

    assertThat(booked).containsExactly("0 0 1 0");
  }

  /** A line of January as it stands in quarantine; field, record and day as far as readable. */
  private static String january(int line, String reason, String readable) {
    return "calls-2024-01.csv %d %s %s%s open".formatted(line, reason, readable, LINES[line - 2]);
  }
}
