package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be read refuse the whole run with exit code 3; nothing is booked. */
class UnreadableFilesIT extends SparkTest {
  private static final String GOOD = "C1,1,101,bicycle,2024-01-05 10:00,,,";

  @TempDir private static Path folder;
  private SmallForce force;

  @BeforeAll
  static void createTables() {
    emptyTables(folder.resolve("warehouse"));
  }

  @BeforeEach
  void writeSoundFiles() {
    force = new SmallForce(folder);
  }

  @Test
  void shouldRefuseAllFilesThatCannotBeReadTogether() throws IOException {
    byte[] whole = gzip(SmallForce.HEADER + "\n" + GOOD.repeat(200));
    force
        .deliver("calls-2024-01.csv", GOOD)
        .write("calls/calls-2024-02.csv.gz", Arrays.copyOf(whole, whole.length - 12))
        .write("calls/calls-2024-03.csv.gz", "no gzip at all")
        .write("calls/calls-2024-04.csv", "")
        .write("calls/calls-2024-05.csv", (SmallForce.HEADER + "\n" + GOOD).replace(',', ';'))
        .write("calls/calls-2024-06.csv", "no,count,station,category,reported,filed,loss\n")
        .write("calls/calls-of-july.csv", SmallForce.HEADER + "\n" + GOOD + "\n");

    assertRefused(
        "file calls-2024-02.csv.gz cannot be read: its compressed content ends too early; deliver"
            + " it again",
        "file calls-2024-03.csv.gz cannot be read: not a gzip file; deliver it again",
        "file calls-2024-04.csv is empty, not even a header; deliver it again, or remove it",
        "file calls-2024-05.csv: its header \"no;count;station;category;reported;filed;cleared;loss\""
            + " is one single field with the delimiter \",\"; set csv.delimiter in FORCE/calls.yaml,"
            + " or have the file delivered with that delimiter",
        "file calls-2024-06.csv: its header has no column cleared, only no, count, station,"
            + " category, reported, filed, loss; give the new names as aliases in FORCE/calls.yaml,"
            + " or list the columns under optional",
        "file calls-of-july.csv does not tell by its name which days it covers; rename it, or add a"
            + " rule to covers in FORCE/calls.yaml");
  }

  @Test
  void shouldRefuseAHeaderAloneWhereOnlyItsRowsTellTheDays() {
    force
        .edit(
            "calls.yaml",
            "covers: {name: 'calls-(\\d{4}-\\d{2})', format: yyyy-MM}",
            "covers: {column: reported}")
        .deliver("calls-2024-01.csv", GOOD)
        .write("calls/calls-2024-02.csv", SmallForce.HEADER + "\n");

    assertRefused(
        "file calls-2024-02.csv has no row that tells which days it covers; deliver it with rows, or"
            + " declare its days under covers in FORCE/calls.yaml");
  }

  @Test
  void shouldRefuseAQuoteThatIsNotClosedWhereQuotesMayHoldLineBreaks() {
    force
        .edit("calls.yaml", "format: csv", "format: csv\ncsv: {multiline: true}")
        .edit("tongqi.yaml", "years: 2", "reject_share_limit: 1")
        .deliver("calls-2024-01.csv", GOOD, "C2,1,\"101,bicycle,2024-01-05 10:00,,,", GOOD, GOOD);

    assertRefused(
        "reading calls-2024-01.csv: from line 3 on: a quote is not closed; deliver the file again");
  }

  @Test
  void shouldRefuseAFileThatIsNoParquet() {
    force.edit("calls.yaml", "format: csv", "format: parquet").deliver("calls-2024-01.csv", GOOD);

    assertRefused(
        "reading the deliveries of source calls: file calls-2024-01.csv cannot be read as Parquet:",
        "; deliver it again");
  }

  @Test
  void shouldBookNoSourceWhereOneIsRefused() {
    force
        .edit("tongqi.yaml", "[calls.yaml]", "[calls.yaml, deaths.yaml]")
        .write(
            "deaths.yaml",
            """
            source: deaths
            root: calls
            files: "deaths.jsonl"
            format: json
            timestamps: ["yyyy-MM-dd"]
            fields: {record_id: no, station: s, category: c, occurred_at: day, deaths: deaths}
            books: [deaths]
            covers: {from: 2024-01-01, to: 2024-12-31}
            """)
        .deliver("calls-2024-01.csv", GOOD)
        .write("calls/deaths.jsonl", "{\"no\": \n");

    assertRefused(
        "reading the deliveries of source deaths: 1 of 1 rows are rejected",
        "malformed_json: 1 rows (not a JSON object), first in file deaths.jsonl line 1: {\"no\":");
  }

  private void assertRefused(String... messages) {
    Outcome refused = force.run("ingest");

    assertThat(refused.err()).contains(messages);
    assertThat(refused.code()).isEqualTo(3);
    assertThat(force.rows(spark()).values()).containsOnly(0L);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
