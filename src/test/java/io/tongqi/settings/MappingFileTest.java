package io.tongqi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.calendar.DayRange;
import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.CodesAsOf;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Mode;
import io.tongqi.domain.Overlap;
import io.tongqi.domain.Resolution;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFileTest {
  @TempDir Path folder;
  private TestFiles files;

  @BeforeEach
  void soundFiles() {
    files = new TestFiles(folder);
  }

  @Test
  void shouldFillInDefaults() {
    SourceMapping mapping = mapping();

    assertThat(mapping.csv()).isEqualTo(new CsvOptions(',', '"', '"', false, 0, 20_000));
    assertThat(mapping.maxLineBytes()).isEqualTo(4 << 20);
    assertThat(mapping.ignore()).isEmpty();
    assertThat(mapping.encoding()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(mapping.timeZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(mapping.mode()).isEqualTo(Mode.CHANGES);
    assertThat(mapping.versionOrder()).isEmpty();
    assertThat(mapping.overlap()).isEmpty();
    assertThat(mapping.timestamps()).containsExactly("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd");
    assertThat(mapping.books()).containsExactly(Booking.of(Measure.INCIDENTS_REPORTED));
    assertThat(mapping.resolution())
        .containsExactly(Map.entry(Measure.INCIDENTS_REPORTED, Resolution.DAY));
    assertThat(mapping.delivered()).isEmpty();
    assertThat(mapping.codesAsOf()).isEqualTo(CodesAsOf.EVENT);
    assertThat(mapping.versionsFrom()).isEmpty();
    assertThat(mapping.plausibleFrom()).isEqualTo("1950-01-01");
    assertThat(mapping.plausibleTo()).isEqualTo("2100-12-31");
  }

  @Test
  void shouldReadEveryKey() {
    files.write(
        "calls.yaml",
        """
        source: cases
        root: hdfs:///deliveries/cases
        files: "**/*.txt"
        format: csv
        csv: {delimiter: '\\t', quote: "'", escape: '\\', multiline: true, skip_lines: 3, max_columns: 50}
        max_line_bytes: 5000
        ignore: station = 'Total'
        encoding: gbk
        encodings: {"*gb18030*": GB18030, "old/*": Big5}
        time_zone: Asia/Urumqi
        mode: ledger
        overlap: newest
        aliases: {接警时间: reported}
        optional: [deaths]
        timestamps: ["yyyy年M月d日 H:mm", yyyy-MM]
        fields:
          station: station
          category: category
          reported_at: reported
          deaths: deaths
          recorded_at: coded
        codes_as_of: recorded_at
        books:
          - incidents_reported
          - {measure: deaths, from: 2015-01-01, to: 2019-12-31, stations: ['101'], category_groups: [traffic]}
        covers:
          - {files: "old/*", from: 2010-01-01, to: 2014-12-31}
          - {name: '([a-z]+\\d{4})', format: MMMMyyyy, station: '^s(\\d+)'}
          - {column: to_date(reported), step: year}
        delivered: {name: '(\\d{8})', format: yyyyMMdd}
        resolution: {default: month, deaths: year}
        versions_from: 2016-03-01
        plausible: {from: 2000-01-01, to: 2030-12-31}
        """);

    SourceMapping mapping = mapping();

    assertThat(mapping.root()).isEqualTo("hdfs:///deliveries/cases");
    assertThat(mapping.csv()).isEqualTo(new CsvOptions('\t', '\'', '\\', true, 3, 50));
    assertThat(mapping.maxLineBytes()).isEqualTo(5000);
    assertThat(mapping.ignore()).contains("station = 'Total'");
    assertThat(mapping.encodingOf("cases-gb18030.txt")).isEqualTo(Charset.forName("GB18030"));
    assertThat(mapping.encodingOf("old/cases.txt")).isEqualTo(Charset.forName("Big5"));
    assertThat(mapping.encodingOf("cases.txt")).isEqualTo(Charset.forName("GBK"));
    assertThat(mapping.timeZone()).isEqualTo(ZoneId.of("Asia/Urumqi"));
    assertThat(mapping.mode()).isEqualTo(Mode.LEDGER);
    assertThat(mapping.overlap()).contains(Overlap.NEWEST);
    assertThat(mapping.aliases()).containsExactly(Map.entry("接警时间", "reported"));
    assertThat(mapping.optional()).containsExactly("deaths");
    assertThat(mapping.timestamps()).containsExactly("yyyy年M月d日 H:mm", "yyyy-MM");
    assertThat(mapping.fields())
        .containsExactly(
            Map.entry(CanonicalColumn.STATION, "station"),
            Map.entry(CanonicalColumn.CATEGORY, "category"),
            Map.entry(CanonicalColumn.REPORTED_AT, "reported"),
            Map.entry(CanonicalColumn.DEATHS, "deaths"),
            Map.entry(CanonicalColumn.RECORDED_AT, "coded"));
    assertThat(mapping.codesAsOf()).isEqualTo(CodesAsOf.RECORDED_AT);
    assertThat(mapping.books())
        .containsExactly(
            Booking.of(Measure.INCIDENTS_REPORTED),
            new Booking(
                Measure.DEATHS,
                LocalDate.of(2015, 1, 1),
                LocalDate.of(2019, 12, 31),
                Set.of("101"),
                Set.of("traffic")));
    assertThat(mapping.coverageOf("old/x.txt").orElseThrow().kind())
        .isEqualTo(
            new Coverage.Declared(
                new DayRange(LocalDate.of(2010, 1, 1), LocalDate.of(2014, 12, 31))));
    assertThat(mapping.coverageOf("x.txt").orElseThrow().kind())
        .isInstanceOf(Coverage.ByName.class);
    assertThat(mapping.coverageOf("x.txt").orElseThrow().station().orElseThrow().pattern())
        .isEqualTo("^s(\\d+)");
    assertThat(mapping.covers().get(2).kind())
        .isEqualTo(new Coverage.ByColumn("to_date(reported)", Optional.of(Resolution.YEAR)));
    assertThat(mapping.delivered().orElseThrow().days("x-20160229.txt"))
        .contains(DayRange.ofDay(LocalDate.of(2016, 2, 29)));
    assertThat(mapping.resolution())
        .containsExactly(
            Map.entry(Measure.INCIDENTS_REPORTED, Resolution.MONTH),
            Map.entry(Measure.DEATHS, Resolution.YEAR));
    assertThat(mapping.versionsFrom()).contains(LocalDate.of(2016, 3, 1));
    assertThat(mapping.plausibleFrom()).isEqualTo("2000-01-01");
  }

  @Test
  void shouldReportAllFaultsTogether() {
    files.write(
        "calls.yaml",
        """
        source: Calls
        file: "*.csv"
        format: csv
        csv: {delimiter: "||", multiline: 7}
        encoding: UTF-16
        encodings: {"[*": GBK}
        mode: change
        timestamps: ["YYYY-MM-dd", "yyyy-MM-dd hh:mm", "yyyy-MM-dd T"]
        optional: deaths
        fields:
          recordid: no
          station: station
          arrived_at: arrived
        books: [incidents_report, deaths, {measure: injuries, from: 2016-01-01, to: 2015-01-01, station: ['101']}]
        covers:
          - {name: 'calls-\\d{4}', format: yyyy}
          - {name: '(\\d{4})', format: QQQQQQ}
          - {files: "**"}
          - {column: reported, from: 2015-01-01}
          - {from: 2015-02-30, to: 2015-12-31}
        delivered: {name: '(\\d{4})', format: yyyy}
        resolution: {deaths: daily, arrivals_timed: day}
        versions_from: 1.1.2015
        plausible: {from: 2020-01-01}
        """);

    assertThat(String.join("\n", files.faults()))
        .isEqualTo(
            """
            calls.yaml: key source: "Calls" is not valid; write a name of lower-case letters, digits, hyphens and underscores
            calls.yaml: key csv.delimiter: "||" is not valid; write one character, or \\t for a tab
            calls.yaml: key csv.multiline: 7 is neither true nor false; write true or false
            calls.yaml: key encoding: "UTF-16" is not valid (UTF-16 is not supported); write one of UTF-8, GBK, GB18030, Big5, ISO-8859-1
            calls.yaml: key encodings.[*: is below a malformed glob; write a glob such as **/*.csv
            calls.yaml: key mode: "change" is not known; did you mean "changes"?
            calls.yaml: key timestamps[0]: "YYYY-MM-dd" is not valid (Y is the year of a week; write y); write a pattern such as yyyy-MM-dd HH:mm:ss
            calls.yaml: key timestamps[1]: "yyyy-MM-dd hh:mm" is not valid (it tells no hour of 0 to 23: HH); write a pattern such as yyyy-MM-dd HH:mm:ss
            calls.yaml: key timestamps[2]: "yyyy-MM-dd T" is not valid (Unknown pattern letter: T); write a pattern such as yyyy-MM-dd HH:mm:ss
            calls.yaml: key books[0]: "incidents_report" is not known; did you mean "incidents_reported"?
            calls.yaml: key covers[0].name: "calls-\\d{4}" is not valid (it has no group); write a regular expression with a group (…)
            calls.yaml: key covers[1].format: "QQQQQQ" is not valid (Too many pattern letters: Q); write a date pattern such as yyyy-MM
            calls.yaml: key covers[2]: does not tell which days a file covers; give name and format, or column, or from and to
            calls.yaml: key covers[3]: tells the covered days in more than one way; keep one of name and format, column, from and to
            calls.yaml: key covers[4].from: "2015-02-30" is not valid (Text '2015-02-30' could not be parsed: Invalid date 'FEBRUARY 30'); write a date such as 2015-01-31
            calls.yaml: key delivered.format: "yyyy" is not valid (it tells no day); write a date pattern with year, month and day
            calls.yaml: key resolution.deaths: "daily" is not known; did you mean "day"?
            calls.yaml: key versions_from: "1.1.2015" is not valid (Text '1.1.2015' could not be parsed at index 0); write a date such as 2015-01-31
            calls.yaml: key plausible.to: is missing; add it
            calls.yaml: key root: is missing; add it
            calls.yaml: key files: is missing; add it
            calls.yaml: key fields.category: is missing; add it
            calls.yaml: key fields.recordid: is not a known key; did you mean "record_id"?
            calls.yaml: key books[2].station: is not a known key; did you mean "stations"?
            calls.yaml: key file: is not a known key; did you mean "files"?
            calls.yaml: key fields: reported_at or occurred_at or filed_at is missing, which every record needs; give it an expression
            calls.yaml: key fields: record_id is missing, which mode changes needs; give it an expression
            calls.yaml: key fields: occurred_at or reported_at is missing, which deaths needs; give it an expression
            calls.yaml: key fields: deaths is missing, which deaths needs; give it an expression
            calls.yaml: key fields: occurred_at or reported_at is missing, which injuries needs; give it an expression
            calls.yaml: key fields: injuries is missing, which injuries needs; give it an expression
            calls.yaml: key books[2].to: 2015-01-01 is before 2016-01-01; write a day on or after 2016-01-01
            calls.yaml: key resolution.arrivals_timed: is not a known key; use one of default, deaths, injuries""");
  }

  /** The mapping with further lines after its format. */
  private void formatted(String lines) {
    files.write("calls.yaml", TestFiles.CALLS.replace("format: csv", lines));
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd kk:mm, 'k counts the hours of a day from 1 to 24; write H'",
    "yyyy-MM-dd KK:mm a, 'K counts the hours of half a day from 0 to 11; write h, with a for AM or PM'",
    "yyyy-MM-DD, D is the day of the year; write d",
    "dd.MM.YYYY HH:mm, Y is the year of a week; write y",
  })
  void shouldNameTheLetterThatWasMeant(String pattern, String meant) {
    formatted("format: csv\ntimestamps: ['%s']".formatted(pattern));

    assertThat(files.faults())
        .containsExactly(
            "calls.yaml: key timestamps[0]: \"%s\" is not valid (%s); write a pattern such as yyyy-MM-dd HH:mm:ss"
                .formatted(pattern, meant));
  }

  @ParameterizedTest
  @CsvSource({
    "dd/MM/yyyy, MM/dd/yyyy, 05/04/2003",
    "d.M.yy H:mm, 'M.d.yy[ H:mm]', 5.4.03 1:02",
    "yyyyMMdd, yyyyddMM, 20030405",
    "yy-MM-dd, dd-MM-yy, 03-04-05",
  })
  void shouldRefuseTwoPatternsThatReadOneTextAsTwoDays(String one, String other, String text) {
    formatted("format: csv\ntimestamps: ['%s', '%s']".formatted(one, other));

    assertThat(files.faults())
        .contains(
            "calls.yaml: key timestamps: \"%s\" and \"%s\" read \"%s\" as two different days; keep the one in which the source writes"
                .formatted(one, other.replaceAll("[\\[\\]]", ""), text));
  }

  @Test
  void shouldTakePatternsThatDoNotContradictEachOther() {
    formatted(
        "format: csv\ntimestamps: [\"yyyy-MM-dd'T'HH:mm:ssXXX\", 'yyyy-MM-dd[ HH:mm[:ss]]', 'M/d/yyyy h:mm a', d.M.yyyy, yyyyMMdd, yyyyDDD]");

    assertThat(mapping().timestamps()).hasSize(6);
  }

  @Test
  void shouldRefuseAPatternThatIsCoarserThanTheResolution() {
    formatted("format: csv\ntimestamps: [yyyy-MM-dd, yyyy-MM, yyyy]");

    assertThat(files.faults())
        .containsExactly(
            "calls.yaml: key timestamps: \"yyyy-MM\" tells no day, which the resolution is; remove it, or say under resolution how exactly the measures are dated",
            "calls.yaml: key timestamps: \"yyyy\" tells no day, which the resolution is; remove it, or say under resolution how exactly the measures are dated");
  }

  @Test
  void shouldAskForTheTimeThatCodesAreOf() {
    files.write("calls.yaml", TestFiles.CALLS + "codes_as_of: recorded_at\n");

    assertThat(files.faults())
        .containsExactly(
            "calls.yaml: key fields: recorded_at is missing, which codes_as_of recorded_at needs; "
                + "give it an expression");
  }

  @Test
  void shouldLetAnotherDayStandInOnlyWhereItIsNotGivenAtAll() {
    String reportedOnly = TestFiles.CALLS;
    String both = reportedOnly.replace("reported_at: reported", "reported_at: r, occurred_at: o");
    String occurredOnly = reportedOnly.replace("reported_at: reported", "occurred_at: o");

    assertThat(days(reportedOnly)).isEqualTo("REPORTED_AT REPORTED_AT");
    assertThat(days(both)).isEqualTo("REPORTED_AT OCCURRED_AT");
    assertThat(days(occurredOnly)).isEqualTo("OCCURRED_AT OCCURRED_AT");
  }

  private String days(String calls) {
    files.write("calls.yaml", calls);
    return mapping().toldBy(Measure.Event.REPORTED)
        + " "
        + mapping().toldBy(Measure.Event.OCCURRED);
  }

  @Test
  void shouldReportWhatIsMissing() {
    files.write("calls.yaml", "source: calls\nbooks: []\nfields: {}\n");

    assertThat(files.faults())
        .containsExactly(
            "calls.yaml: key fields: is empty; list at least one",
            "calls.yaml: key books: is empty; list at least one",
            "calls.yaml: key root: is missing; add it",
            "calls.yaml: key files: is missing; add it",
            "calls.yaml: key format: is missing; add it",
            "calls.yaml: key covers: is missing; add it",
            "calls.yaml: key fields.station: is missing; add it",
            "calls.yaml: key fields.category: is missing; add it",
            "calls.yaml: key fields: reported_at or occurred_at or filed_at is missing, "
                + "which every record needs; give it an expression",
            "calls.yaml: key fields: record_id is missing, which mode changes needs; "
                + "give it an expression");
  }

  @Test
  void shouldTellWhereAMisplacedKeyBelongs() {
    files.write(
        "calls.yaml",
        TestFiles.CALLS.replace(
                "[incidents_reported]", "{measure: deaths, mode: ledger, delimiter: ;}")
            + "delimiter: ';'\nstations: ['101']\nto: 2019-12-31\n");

    assertThat(files.faults())
        .contains(
            "calls.yaml: key books.mode: is not a known key here; "
                + "write it at the top level of the file",
            "calls.yaml: key books.delimiter: is not a known key here; "
                + "it is a key of csv, write it there",
            "calls.yaml: key delimiter: is not a known key here; it is a key of csv, write it there",
            "calls.yaml: key stations: is not a known key here; it is a key of books and of activities and of covers and of quiet, write it there",
            "calls.yaml: key to: is not a known key here; "
                + "it is a key of books and of activities and of covers and of plausible and of quiet, write it there");
  }

  @Test
  void shouldNotComplainTwiceOfARefusedValue() {
    files.write(
        "calls.yaml",
        TestFiles.CALLS
                .replace("reported_at: reported", "reported_at: 7")
                .replace("calls-(\\d{4}-\\d{2})", "calls")
            + "plausible: {from: 2020-01-01, to: soon}\n");

    assertThat(files.faults())
        .containsExactly(
            "calls.yaml: key fields.reported_at: 7 is no text; put it in quotes",
            "calls.yaml: key covers.name: \"calls\" is not valid (it has no group); "
                + "write a regular expression with a group (…)",
            "calls.yaml: key plausible.to: \"soon\" is not valid "
                + "(Text 'soon' could not be parsed at index 0); write a date such as 2015-01-31");
  }

  @Test
  void shouldRefuseDaysThatRunBackwards() {
    files.write(
        "calls.yaml",
        TestFiles.CALLS.replace(
                "{name: 'calls-(\\d{4}-\\d{2})', format: yyyy-MM}",
                "[{from: 2016-01-01, to: 2015-01-01}]")
            + "plausible: {from: 2020-01-01, to: 2019-01-01}\n");

    assertThat(files.faults())
        .containsExactly(
            "calls.yaml: key covers[0].to: 2015-01-01 is before 2016-01-01; "
                + "write a day on or after 2016-01-01",
            "calls.yaml: key plausible.to: 2019-01-01 is before 2020-01-01; "
                + "write a day on or after 2020-01-01");
  }

  @Test
  void shouldRefuseHalfAWayOfTellingTheCoveredDays() {
    files.write(
        "calls.yaml",
        TestFiles.CALLS.replace(
            "{name: 'calls-(\\d{4}-\\d{2})', format: yyyy-MM}",
            "[{name: '(\\d{4})'}, {to: 2015-01-01}, everything]"));

    assertThat(files.faults())
        .containsExactly(
            "calls.yaml: key covers[0].format: is missing; add it",
            "calls.yaml: key covers[1].from: is missing; add it",
            "calls.yaml: key covers[2]: \"everything\" has no keys; "
                + "write \"key: value\" below it");
  }

  @Test
  void shouldNotNeedARecordIdInModeLedger() {
    files.write("calls.yaml", TestFiles.CALLS.replace("record_id: no, ", "") + "mode: ledger\n");

    assertThat(mapping().fields()).doesNotContainKey(CanonicalColumn.RECORD_ID);
  }

  @Test
  void shouldRefuseOptionsOfAnotherFormat() {
    files.write(
        "calls.yaml",
        TestFiles.CALLS.replace("format: csv", "format: parquet")
            + "csv: {delimiter: ';'}\nencoding: GBK\n");

    assertThat(files.faults())
        .containsExactly(
            "calls.yaml: key csv: applies to format csv only; remove it or correct the format",
            "calls.yaml: key encoding: does not apply to format parquet; remove it");
  }

  @Test
  void shouldHashTheContentWhateverItsOrderAndPlace() {
    String hash = mapping().hash();
    files.write(
        "calls.yaml",
        """
        covers: {format: yyyy-MM, name: 'calls-(\\d{4}-\\d{2})'}
        # a comment
        books: incidents_reported
        fields: {station: station, reported_at: reported, record_id: no, category: category}
        time_zone: Asia/Shanghai
        files: "*.csv"
        root: s3a://elsewhere/calls
        format: csv
        source: calls
        """);

    assertThat(mapping().hash()).isEqualTo(hash).matches("[0-9a-f]{64}");
  }

  @Test
  void shouldHashOtherContentDifferently() {
    String hash = mapping().hash();
    files.write("calls.yaml", TestFiles.CALLS.replace("record_id: no", "record_id: number"));

    assertThat(mapping().hash()).isNotEqualTo(hash);
  }

  private SourceMapping mapping() {
    return files.load().sources().get(0);
  }
}
