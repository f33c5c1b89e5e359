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

/** Files that cannot be read refuse all of their source with exit code 3; others are booked. */
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
        "file calls-2024-02.csv.gz cannot be read: its packed content ends too early; deliver it"
            + " again",
        "file calls-2024-03.csv.gz cannot be read: its header \"no gzip at all\" is one single field"
            + " with the delimiter \",\"",
        "file calls-2024-04.csv is empty, not even a header; deliver it again, or remove it",
        "file calls-2024-05.csv cannot be read: its header"
            + " \"no;count;station;category;reported;filed;cleared;loss\" is one single field with the"
            + " delimiter \",\"; set csv.delimiter in FORCE/calls.yaml, or csv.skip_lines where that is"
            + " a title above the header, or have the file delivered with that delimiter",
        "file calls-2024-06.csv cannot be read: its header has no column cleared, only no, count, station,"
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
  void shouldRefuseAFileThatIsNoParquet() {
    force.edit("calls.yaml", "format: csv", "format: parquet").deliver("calls-2024-01.csv", GOOD);

    assertRefused(
        "reading the deliveries of source calls: file calls-2024-01.csv cannot be read: it is not"
            + " Parquet but a file of another kind; deliver it again");
  }

  @Test
  void shouldBookTheOthersWhereOneSourceIsRefused() {
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
        .write("calls/deaths.jsonl", "{\"no\": \n".repeat(4));

    Outcome refused = force.run("nightly", "--as-of", "2024-06-30");

    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err())
        .contains(
            "malformed_json: 4 rows (not a JSON object), first in file deaths.jsonl line 1 (",
            "): {\"no\":",
            "tongqi: nothing new of source deaths was booked; that of calls was");
    assertThat(refused.out()).contains("release 2024-06-30.1 of Smallton");
    assertThat(
            force.query(
                spark(), "SELECT source, rows_accepted FROM bronze.receipts ORDER BY source"))
        .containsExactly("calls 1");
    assertThat(
            force.query(
                spark(),
                "SELECT sum(incidents_reported) FROM gold.period_facts WHERE area_level = 'force'"
                    + " AND window = 'half_to_date' AND year = 2024 AND vintage = 'latest'"
                    + " AND category_group = 'all'"))
        .containsExactly("1");
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
