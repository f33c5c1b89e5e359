package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Days that are not known, codes that were reused or are written otherwise, and dates in the
 * future: a source for each, all taken in at once.
 */
class UncertainRecordsIT extends SparkTest {
  private static final String STATIONS =
      """
      station,valid_from,valid_to,name_zh,name_en,district,successor
      d1,2010-01-01,,甲,Days One,centre,
      d2,2010-01-01,,乙,Days Two,centre,
      53,2000-01-01,2013-12-31,旧,Old,centre,
      53,2014-01-01,,新,New,centre,
      54,2014-01-01,,丙,Other,centre,
      7,2000-01-01,2013-12-31,丁,Closed,centre,
      20b,2010-01-01,,戊,Letters,centre,
      f1,2010-01-01,,己,Future,centre,
      """;

  @TempDir private static Path folder;
  private static SmallForce force;
  private static Outcome taken;
  private static String document;
  private static Outcome compared;

  @BeforeAll
  static void takeIn() {
    emptyTables(folder.resolve("warehouse"));
    force =
        new SmallForce(folder)
            .write("reference/stations.csv", STATIONS)
            .edit(
                "tongqi.yaml",
                "sources: [calls.yaml]",
                "reject_share_limit: 1\n"
                    + "sources: [days.yaml, coded.yaml, changed.yaml, events.yaml, columns.yaml,"
                    + " sent.yaml]");
    source(
        "days",
        "reported_at: a, occurred_at: b, deaths: c, filed_at: d",
        "{measure: incidents_reported, stations: [d1, d2]},"
            + " {measure: incidents_occurred, stations: [d1, d2]},"
            + " {measure: deaths, stations: [d1, d2]}",
        "mode: ledger",
        "d1,bicycle,2024-06-05,2024-06-04,1,",
        "d1,bicycle,2024-06-05,,2,",
        "d2,bicycle,2024-06-05,,,",
        "d2,bicycle,,2024-06-03,1,2024-06-05");
    source(
        "coded",
        "occurred_at: a, recorded_at: b",
        "{measure: incidents_occurred, stations: ['53', '7']}",
        "mode: ledger\ncodes_as_of: recorded_at",
        "53,bicycle,2013-11-05,2014-02-01,,",
        "53,bicycle,2014-02-02,2014-02-01,,",
        "7,bicycle,2013-11-05,2014-02-01,,");
    source(
        "changed",
        "record_id: d, filed_at: a, recorded_at: b",
        "{measure: cases_filed, stations: ['53', '54', '7']}",
        "codes_as_of: recorded_at",
        "53,bicycle,2013-11-05,2014-02-01,,R1",
        "53,brawl,2013-11-05,2014-03-01,,R1",
        "54,brawl,2013-11-05,2014-04-01,,R1",
        "7,bicycle,2013-11-05,2014-02-01,,R2");
    source(
        "events",
        "reported_at: a, recorded_at: b",
        "{measure: incidents_reported, stations: ['53', '7', 20b, f1]}",
        "mode: ledger",
        "7,bicycle,2014-02-02,2014-02-02,,",
        "8,bicycle,2014-02-02,2014-02-02,,",
        "20B,bicycle,2024-06-03,2024-06-03,,",
        "２０ｂ,ＢＩＣＹＣＬＥ,2024-06-03,2024-06-03,,",
        "f1,bicycle,2024-06-30,2024-07-01,,",
        "f1,bicycle,2024-07-02,2024-06-30,,",
        "f1,bicycle,2024-06-30,2042-06-30,,",
        "f1,bicycle,1042-06-30,2024-06-30,,");
    source(
        "columns",
        "filed_at: a",
        "{measure: cases_filed, stations: [f1]}",
        "mode: ledger",
        "f1,bicycle,2024-07-15,,,",
        "f1,bicycle,2024-07-16,,,",
        "f1,bicycle,2024-07-17,,,");
    force.edit(
        "columns.yaml",
        "covers: {name: '(\\d{4}-\\d{2})\\.csv', format: yyyy-MM}",
        "covers: {column: a}");
    source(
        "sent",
        "filed_at: a, cleared_at: b",
        "{measure: cases_cleared, stations: [f1]}",
        "mode: ledger\noverlap: adds\ndelivered: {name: 'sent-(\\d{8})', format: yyyyMMdd}",
        "f1,bicycle,2024-06-03,2024-07-05,,");
    force
        .edit("sent.yaml", "(\\d{4}-\\d{2})\\.csv", "^(\\d{4}-\\d{2})")
        .write(
            "sent/2024-06-sent-20240810.csv",
            """
            station,category,a,b
            f1,bicycle,2024-06-03,2024-07-05
            f1,bicycle,2024-06-03,2024-08-11
            f1,bicycle,2024-06-03,2024-08-12
            """);
    taken = force.run("ingest", "--as-of", "2024-07-15");
    document = force.read("warehouse/run.json");
    compared = force.run("compare", "--as-of", "2024-07-15");
  }

  private static void source(
      String name, String fields, String books, String keys, String... lines) {
    force
        .write(
            name + ".yaml",
            """
            source: %s
            root: %s
            files: "*.csv"
            format: csv
            %s
            fields: {station: station, category: category, %s}
            books: [%s]
            covers: {name: '(\\d{4}-\\d{2})\\.csv', format: yyyy-MM}
            """
                .formatted(name, name, keys, fields, books))
        .write(
            name + "/2024-06.csv", "station,category,a,b,c,d\n" + String.join("\n", lines) + "\n");
  }

  @Test
  void shouldBookNothingOnADayThatTheMappingGivesAndTheRecordLacks() {
    assertThat(taken.err()).isEmpty();
    assertThat(
            force.query(
                spark(),
                "SELECT station, day, sum(incidents_reported), sum(incidents_occurred),"
                    + " sum(deaths) FROM silver.ledger WHERE source = 'days' GROUP BY ALL"
                    + " ORDER BY ALL"))
        .containsExactly(
            "d1 2024-06-04 0 1 1",
            "d1 2024-06-05 2 0 0",
            "d2 2024-06-03 0 1 1",
            "d2 2024-06-05 1 0 0");
  }

  @Test
  void shouldCountWhatIsNotBookedForWantOfADay() {
    assertThat(taken.out())
        .contains(
            "source days: 1 row has no known day of report: 1 of incidents_reported not booked",
            "source days: 2 rows have no known day of occurrence: 2 of incidents_occurred not booked",
            "source days: 1 row has no known day of occurrence: 2 of deaths not booked");
    assertThat(document)
        .contains("source days: 1 row has no known day of occurrence: 2 of deaths not booked");
  }

  @Test
  void shouldNotKnowZeroDaysInTheFileOfARecordWithoutADay() {
    assertThat(compared.err()).isEmpty();
    assertThat(
            force.query(
                spark(),
                "SELECT area, unknown_days, zero_days FROM gold.zero_days WHERE `window` ="
                    + " 'last_month' AND year = 2024 AND category_group = 'theft' AND measure ="
                    + " 'incidents_reported' AND area IN"
                    + " ('d1', 'd2') ORDER BY area"))
        .containsExactly("d1 0 29", "d2 30 0");
  }

  @Test
  void shouldMeanTheHolderOfACodeOnTheDayItWasRecorded() {
    assertThat(codes("coded"))
        .containsExactly("53 2013-11-05 2014-02-01 1", "53 2014-02-02 2014-02-01 1");
  }

  @Test
  void shouldKeepTheCodeDayOfTheEarliestVersionWithThatCodeAndTakeItBackWithIt() {
    assertThat(
            force.query(
                spark(),
                "SELECT station, category, code_day, recorded_on, cases_filed FROM silver.ledger"
                    + " WHERE source = 'changed' AND station <> '7' ORDER BY recorded_on, cases_filed"))
        .containsExactly(
            "53 bicycle 2014-02-01 2014-02-01 1",
            "53 bicycle 2014-02-01 2014-03-01 -1",
            "53 brawl 2014-02-01 2014-03-01 1",
            "53 brawl 2014-02-01 2014-04-01 -1",
            "54 brawl 2014-04-01 2014-04-01 1");
  }

  @Test
  void shouldAcceptACodeThatAnEarlierVersionMayHaveBorne() {
    assertThat(
            force.query(
                spark(),
                "SELECT station, code_day FROM silver.ledger WHERE source = 'changed' AND station = '7'"))
        .containsExactly("7 2014-02-01");
  }

  @Test
  void shouldTellACodeThatExistsOnOtherDaysFromOneThatIsNotKnown() {
    assertThat(rejected("coded", "events"))
        .contains(
            "coded 4 station_not_valid station station 7 was valid 2000-01-01 to 2013-12-31, not on"
                + " 2014-02-01",
            "events 2 station_not_valid station station 7 was valid 2000-01-01 to 2013-12-31, not on"
                + " 2014-02-02",
            "events 3 unknown_station station 8");
  }

  @Test
  void shouldReadACodeInOtherLettersOrFullWidthFormsAndCountIt() {
    assertThat(codes("events")).contains("20b 2024-06-03 2024-06-03 2");
    assertThat(taken.out())
        .contains(
            "source events: 2 rows have a code that is the reference data's but for letter case or"
                + " full-width forms");
    assertThat(
            force.query(
                spark(),
                "SELECT DISTINCT category FROM bronze.record_versions WHERE station = '20b'"))
        .containsExactly("bicycle");
  }

  @Test
  void shouldRejectADateThatItsFileCannotTellOf() {
    assertThat(rejected("events", "columns"))
        .contains(
            "events 7 implausible_date reported_at 2024-07-02 is later than 2024-07-01, the last day"
                + " that its file can tell of",
            "events 8 implausible_date recorded_at 2042-06-30 is later than 2024-07-01, the last day"
                + " that its file can tell of",
            "events 9 implausible_date reported_at 1042-06-30 is not within 1950-01-01 to 2100-12-31",
            "columns 4 implausible_date filed_at 2024-07-17 is later than 2024-07-16, the last day"
                + " that its file can tell of")
        .hasSize(6);
    assertThat(codes("events")).contains("f1 2024-06-30 2024-06-30 1");
  }

  @Test
  void shouldBelieveDatesUpToTheDayAfterTheDeliveryWhereItIsTold() {
    assertThat(rejected("sent"))
        .containsExactly(
            "sent 2 implausible_date cleared_at 2024-07-05 is later than 2024-07-01, the last day"
                + " that its file can tell of",
            "sent 4 implausible_date cleared_at 2024-08-12 is later than 2024-08-11, the last day"
                + " that its file can tell of");
  }

  @Test
  void shouldNameTheUnknownCodesThatASettingLetsThrough(@TempDir Path other) {
    // Given
    emptyTables(other.resolve("warehouse"));
    SmallForce lenient =
        new SmallForce(other)
            .edit("tongqi.yaml", "years: 2", "unknown_codes: unknown")
            .deliver(
                "calls-2024-06.csv",
                "A1,2,101,bicycle,2024-06-03,,,",
                "A2,1,102,brawl,2024-06-04,,,",
                "A3,3,TOTAL,piracy,2024-06-30,,,",
                "A4,4,TOTAL,brawl,2024-06-30,,,",
                "A5,1,101,bicycle,2009-12-31,,,");

    // When
    Outcome lent = lenient.run("ingest");

    // Then
    assertThat(lent.err()).isEmpty();
    assertThat(lent.out())
        .contains(
            "source calls: station TOTAL is booked as unknown: 2 rows, 7 incidents",
            "source calls: category piracy is booked as unknown: 1 row, 3 incidents",
            "source calls: station 101 is booked as unknown: 1 row, 1 incident");
  }

  private static List<String> codes(String source) {
    return force.query(
        spark(),
        "SELECT station, day, code_day, sum(incidents_occurred + incidents_reported)"
            + " FROM silver.ledger WHERE source = '%s' GROUP BY ALL ORDER BY ALL"
                .formatted(source));
  }

  private static List<String> rejected(String... sources) {
    return force.query(
        spark(),
        "SELECT concat_ws(' ', source, line, reason, field, detail) FROM bronze.quarantine"
            + " WHERE source IN ('%s') ORDER BY ALL".formatted(String.join("', '", sources)));
  }
}
