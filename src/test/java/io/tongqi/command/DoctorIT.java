package io.tongqi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor tells of files that no run has taken in: a source for each kind. */
class DoctorIT extends SparkTest {
  private static final String HEADER = "station,category,reported,filed\n";

  @TempDir private static Path folder;
  private static SmallForce force;
  private static Outcome sampled;
  private static Outcome whole;

  @BeforeAll
  static void examine() {
    force =
        new SmallForce(folder)
            .edit(
                "tongqi.yaml",
                "sources: [calls.yaml]",
                "reject_share_limit: 0.5\n"
                    + "sources: [sound.yaml, quoted.yaml, columns.yaml, late.yaml, lines.yaml]");
    source("sound", "incidents_reported", "reported_at: reported, filed_at: filed", "format: csv")
        .write(
            "sound/2024-06.csv",
            HEADER
                + "101,bicycle,2024-06-03,2024-06-04\n101,Bicycle,2024-06-03,\n"
                + "999,bicycle,2024-06-05,\n102,brawl,,2024-06-06\n102,brawl,2024-06-07,\n")
        .write("sound/2024-07.csv", HEADER);
    source("quoted", "incidents_occurred", "occurred_at: reported", "format: csv")
        .write(
            "quoted/2024-06.csv",
            HEADER + "101,bicycle,2024-06-03,\"a note\nof two lines\"\n".repeat(2));
    source("columns", "cases_filed", "filed_at: filed", "format: csv")
        .edit(
            "columns.yaml",
            "covers: {name: '(\\d{4}-\\d{2})', format: yyyy-MM}",
            "covers: {column: filed}")
        .write(
            "columns/all.csv",
            HEADER + "101,bicycle,,2024-02-03\n101,bicycle,,2024-05-04\n101,bicycle,,2031-05-04\n");
    source("late", "deaths", "reported_at: reported, deaths: filed", "format: csv")
        .write(
            "late/2024-06.csv",
            HEADER
                + IntStream.range(0, 1_200)
                    .mapToObj(line -> line < 1_100 ? "101,bicycle,2024-06-03,1\n" : "101\n")
                    .collect(Collectors.joining()));
    source("lines", "injuries", "reported_at: reported, injuries: hurt", "format: json")
        .write(
            "lines/2024-06.json",
            "{\"station\": \"101\", \"category\": \"bicycle\", \"reported\": \"2024-06-03\"}\n");
    sampled = force.run("doctor", "--as-of", "2024-07-15");
    whole = force.run("doctor", "--all", "--as-of", "2024-07-15");
  }

  private static SmallForce source(String name, String books, String fields, String format) {
    return force.write(
        name + ".yaml",
        """
        source: %s
        root: %s
        files: "*"
        %s
        mode: ledger
        fields: {station: station, category: category, %s}
        books: [%s]
        covers: {name: '(\\d{4}-\\d{2})', format: yyyy-MM}
        """
            .formatted(name, name, format, fields, books));
  }

  @Test
  void shouldNameTheDaysThatEachFileCovers() {
    assertThat(sampled.out())
        .contains(
            "source      sound: 2 files to take in, 5 rows read (the first 1,000 lines of each file;"
                + " --all reads all), 1 of them would be rejected\n"
                + "  2024-06.csv covers 2024-06-01 to 2024-06-30\n"
                + "  2024-07.csv covers 2024-07-01 to 2024-07-31\n",
            "  all.csv covers 2024-02-0");
  }

  @Test
  void shouldCountWhatWouldBeRejectedByReasonWithAnExample() {
    assertThat(sampled.out())
        .contains(
            "  rejected: 1 rows unknown_station (a station that the reference data do not know; a line"
                + " of totals is named by ignore in the mapping), first in file 2024-06.csv line 4"
                + " (999): 999,bicycle,2024-06-05,\n",
            "first in file all.csv line 4 (2031-05-04 is later than 2024-07-16, the last day that"
                + " its file can tell of)");
  }

  @Test
  void shouldShowThreeRowsAsTheyWouldBeBooked() {
    assertThat(sampled.out())
        .contains(
            "  booked: file 2024-06.csv line 2: station 101, category bicycle: incidents_reported 1"
                + " on 2024-06-03\n"
                + "  booked: file 2024-06.csv line 3: station 101, category bicycle:"
                + " incidents_reported 1 on 2024-06-03\n"
                + "  booked: file 2024-06.csv line 5: station 102, category brawl: nothing\n");
  }

  @Test
  void shouldTellWhatPeopleShouldKnowOfTheAccepted() {
    assertThat(sampled.out())
        .contains(
            "  1 row has a code that is the reference data's but for letter case or full-width",
            "  1 row has no known day of report: 1 of incidents_reported not booked");
  }

  @Test
  void shouldNameTheKeyWhereQuotesHoldLineBreaks() {
    assertThat(sampled.out())
        .contains(
            "  where line breaks stand inside quotes, set csv.multiline: true in FORCE/quoted.yaml");
  }

  @Test
  void shouldReadToTheEndOnlyWhenAsked() {
    assertThat(sampled.out()).contains("source      late: fine; 1 files to take in, 999 rows read");
    assertThat(whole.out())
        .contains("source      late: 1 files to take in, 1,200 rows read, 100 of them would be");
  }

  @Test
  void shouldRefuseWhatARunWouldRefuseAndSayWhyWithAllOthers() {
    String quoted =
        "tongqi: reading the deliveries of source quoted: 4 of 4 rows read are rejected, more than"
            + " the share of 0.5 that reject_share_limit in FORCE/tongqi.yaml allows; a run would"
            + " book nothing; correct the files or the mapping FORCE/quoted.yaml\n";
    String lines =
        "tongqi: FORCE/lines.yaml: key fields.injuries: it names the property hurt, which no line";

    assertThat(sampled.err()).contains(quoted, lines);
    assertThat(whole.err()).contains(quoted, lines);
    assertThat(sampled.code()).isEqualTo(2);
    assertThat(whole.code()).isEqualTo(2);
  }

  @Test
  void shouldWriteNothing() {
    assertThat(force.path("warehouse")).isEmptyDirectory();
  }
}
