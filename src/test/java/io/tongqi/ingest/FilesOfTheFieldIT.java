package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files as forces send them, in one night: each source has a kind of oddness and a station of its
 * name, two of them are refused and the others booked.
 */
class FilesOfTheFieldIT extends SparkTest {
  private static final String HEADER = "id,station,category,reported";
  private static final String RECORD = "record_id: id, station: station, category: category";
  private static final String REPORTED = RECORD + ", reported_at: reported";

  @TempDir private static Path folder;
  private static final List<String> SOURCES = new ArrayList<>();
  private static SmallForce force;
  private static Outcome taken;

  @BeforeAll
  static void takeIn() throws IOException {
    emptyTables(folder.resolve("warehouse"));
    force = new SmallForce(folder);
    deliverPacked();
    deliverSums();
    deliverQuotes();
    deliverTitles();
    deliverTimes();
    deliverJson();
    deliverParquet();
    deliverUnreadable();
    StringBuilder stations =
        new StringBuilder("station,valid_from,valid_to,name_zh,name_en,district,successor\n");
    SOURCES.forEach(it -> stations.append("%s,2010-01-01,,甲,A,centre,\n".formatted(it)));
    String named = String.join(".yaml, ", SOURCES) + ".yaml";
    force
        .write("reference/stations.csv", stations.toString())
        .edit("tongqi.yaml", "[calls.yaml]", "[" + named + "]")
        .edit("tongqi.yaml", "years: 2", "years: 2\nreject_share_limit: 1");
    taken = force.run("ingest");
  }

  /** A source whose mapping has these lines beside what all have. */
  private static void source(String name, String fields, String... lines) {
    SOURCES.add(name);
    boolean hasBooks = Arrays.stream(lines).anyMatch(it -> it.startsWith("books"));
    boolean hasFormat = Arrays.stream(lines).anyMatch(it -> it.startsWith("format"));
    force.write(
        name + ".yaml",
        """
        source: %s
        root: %s
        files: "**"
        timestamps: ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"]
        fields: {%s}
        covers: {name: '(\\d{4}-\\d{2})', format: yyyy-MM}
        %s
        %s
        """
            .formatted(
                name,
                name,
                fields,
                (hasFormat ? "" : "format: csv\n")
                    + (hasBooks ? "" : "books: " + books(name, "incidents_reported")),
                String.join("\n", lines)));
  }

  private static String books(String station, String... measures) {
    return Arrays.stream(measures)
        .map(it -> "{measure: %s, stations: [%s]}".formatted(it, station))
        .toList()
        .toString();
  }

  private static void deliverPacked() throws IOException {
    source("packed", REPORTED, "encodings: {\"*07*\": GBK}");
    String empty = ",".repeat(16_380);
    force
        .write("packed/calls-2023-01.csv", gzip(packed(1)))
        .write("packed/CALLS-2023-02.CSV.GZ", gzip(packed(2)))
        .write("packed/calls-2023-03.csv.gz", joined(gzip(packed(3)), gzip(line("M", 3) + "\n")))
        .write(
            "packed/calls-2023-04.zip",
            zip(
                "calls/2023.csv", packed(4).getBytes(StandardCharsets.UTF_8),
                "__MACOSX/calls/._2023.csv", new byte[] {0, 5, 22, 7},
                "more.csv.gz", gzip(HEADER + "\n" + line("Z", 4))))
        .write(
            "packed/calls-2023-05.csv", ("\uFEFF" + packed(5)).getBytes(StandardCharsets.UTF_16LE))
        .write(
            "packed/calls-2023-06.csv", ("\uFEFF" + packed(6)).getBytes(StandardCharsets.UTF_16BE))
        .write("packed/calls-2023-07.csv", "\uFEFF" + packed(7))
        .write("packed/calls-2023-08.csv", "sep=;\n" + packed(8).replace(',', ';'))
        .write("packed/calls-2023-09 23:59:00 [1].csv", packed(9))
        .write("packed/calls-2023-10.csv", HEADER + empty + "\n" + line("W", 10) + empty + "\n")
        .write("packed/calls-2023-11.csv", packed(11).replace("\n", ",\n"))
        .write(
            "packed/calls-2023-12.csv",
            "%s\n%s\n,,,\n%s\u001A".formatted(packed(12), HEADER, "\0".repeat(4096)))
        .write(
            "packed/calls-2024-01.csv",
            (HEADER
                    + ",note\n"
                    + line("U", 1)
                    + ",caf\u00E9\n"
                    + line("V", 1)
                    + ",\u00EF\u00BF\u00BD\n")
                .getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String packed(int month) {
    return HEADER + "\n" + line("P", month) + "\n";
  }

  private static String line(String id, int month) {
    return "%s%d,packed,bicycle,2023-%02d-03 10:00".formatted(id, month, month);
  }

  private static void deliverSums() {
    source(
        "sums",
        "station: station, category: category, reported_at: reported, count: n,"
            + " loss_cents: 'cast(cast(loss as decimal(18,2)) * 100 as bigint)'",
        "mode: ledger",
        "ignore: station = 'Total' or station like '合计%'");
    force.write(
        "sums/sum-2024-06.csv",
        """
        station,category,reported,n,loss
        sums,bicycle,2024-06-03,2.0,
        sums\u00A0,\tbicycle\u3000,\u00A02024-06-04\u3000, 3 ,
        sums,bicycle,2024-06-05,"1,234",
        sums,bicycle,２０２４-06-05,1,
        sums,bicycle,2024-06-05,３,
        sums,bicycle,2024-06-05,1,１２.50
        sums,bicycle,2024-06-05,1.5,
        Total,,,9,
        合计,9
        Sum,,,9,
        """);
  }

  private static void deliverQuotes() {
    source("quotes", REPORTED, "csv: {multiline: true}");
    force.write(
        "quotes/calls-2024-06.csv",
        """
        id,station,category,reported,note
        Q1,quotes,bicycle,2024-06-03,"door
        window"
        Q2,quotes,bicycle,2024-06-04,"never closed
        Q3,quotes,bicycle,2024-06-05,ok
        Q4,quotes,bicycle,2024-06-06,"%s"
        Q5,quotes,bicycle,2024-06-07%s
        """
            .formatted("x".repeat(1_200_000), ",y".repeat(30_000)));
    source("breaks", REPORTED);
    force.write(
        "breaks/calls-2024-06.csv",
        "%s,note\nU1,breaks,bicycle,2024-06-03,\"door\nwindow\"\nU2,breaks,bicycle,2024-06-04,\n"
            .formatted(HEADER));
  }

  private static void deliverTitles() {
    source("titles", REPORTED, "csv: {skip_lines: 2}", "aliases: {old_station: station}");
    force.write(
        "titles/calls-2024-06.csv",
        """
        Monthly listing
        Printed 2024-07-01, by nobody

        id,old_station,station,category,reported
        A1,titles,,bicycle,2024-06-03
        A2,,titles,bicycle,2024-06-03
        A3,titles,titles,bicycle,2024-06-03
        A4,titles,others,bicycle,2024-06-03
        """);
  }

  private static void deliverTimes() {
    source(
        "times",
        RECORD
            + ", reported_at: reported, filed_at: reported, arrived_at: arrived, cleared_at: cleared",
        "time_zone: Europe/Berlin",
        "books: "
            + books(
                "times",
                "cases_cleared",
                "clearances_timed",
                "cleared_within_1h",
                "arrivals_timed",
                "arrived_within_300s"));
    force.write(
        "times/cases-2024-06.csv",
        """
        id,station,category,reported,arrived,cleared
        T1,times,bicycle,2023-10-29 02:59,2023-10-29 02:03,
        T2,times,bicycle,2024-06-03 10:12,,2024-06-03
        T3,times,bicycle,2024-06-03 10:12,,2024-06-03 10:30
        T4,times,bicycle,2024-06-03,2024-06-03 08:00,2024-06-03 10:30
        T5,times,bicycle,2024-06-03 10:12,,2024-06-02
        T6,times,bicycle,2024-06-03\u00A010:12,2024-06-03 24:00,
        T7,times,bicycle,2024-06-03 10:12,2024-06-03 10:11,
        """);
  }

  private static void deliverJson() {
    source("json", REPORTED + ", count: n", "format: json");
    force.write(
        "json/calls-2024-06.jsonl",
        """
        {"id": "J1", "station": " json\u00A0", "category": "bicycle", "reported": "2024-06-03", "n": 2.0}
        {"id": "J2", "station": "json", "station": "json", "category": "bicycle", "reported": "2024-06-03"}
        {"id": "J3", "station": "json", "station": "other", "category": "bicycle", "reported": "2024-06-03"}
        {"id": "J4", "station": "json", "category": "bicycle", "reported": "2024-06-03"} {}

        \u00A0
        {"id": "J5", "station": "json", "category": "bicycle", "reported": "2024-06-03", "n": "1,234"}
        """);
  }

  private static void deliverParquet() {
    source("columns", REPORTED, "format: parquet");
    spark().conf().set("spark.sql.caseSensitive", "true");
    spark()
        .range(2)
        .selectExpr(
            "concat('C', id) AS id",
            "'columns\u00A0' AS station",
            "'none' AS Station",
            "'bicycle' AS category",
            "TIMESTAMP_NTZ'2024-06-03 10:00:00' AS reported")
        .coalesce(1)
        .write()
        .parquet(folder.resolve("columns/calls-2024-06 [1]").toString());
    spark().conf().unset("spark.sql.caseSensitive");
  }

  private static void deliverUnreadable() throws IOException {
    source("unread", REPORTED);
    byte[] whole = gzip((HEADER + "\n" + line("X", 1)).repeat(50));
    byte[] archive = zip("a.csv", packed(5).getBytes(StandardCharsets.UTF_8));
    force
        .write("unread/calls-2024-01.csv", Arrays.copyOf(whole, whole.length - 12))
        .write("unread/calls-2024-02.csv", zip("xl/workbook.xml", new byte[] {1}))
        .write("unread/calls-2024-03.csv", "%PDF-1.7\n...")
        .write("unread/calls-2024-04.csv", "\n<html><body>503</body></html>")
        .write("unread/calls-2024-05.zip", Arrays.copyOf(archive, archive.length - 30))
        .write(
            "unread/calls-2024-06.csv", HEADER + ",station\nX6,unread,bicycle,2024-06-03,other\n")
        .write("unread/calls-2024-07.csv", "Monthly listing, May\nof the force\n\n" + packed(7))
        .write("unread/calls-2024-08.csv", packed(8).getBytes(StandardCharsets.UTF_16LE))
        .write("unread/calls-2024-09.csv", ",".repeat(29_999) + "z\n")
        .write(
            "unread/calls-2024-10.csv",
            "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"
                .getBytes(StandardCharsets.ISO_8859_1));
    source("torn", REPORTED, "format: parquet");
    force.write("torn/calls-2024-01.parquet", "PAR1 and no more");
  }

  @Test
  void shouldBookWhatIsReadAndTellWhatIsNot() {
    assertThat(taken.code()).as(taken.err()).isEqualTo(3);
    assertThat(taken.err()).doesNotContain("\tat ").doesNotContain("unexpected");
    assertThat(
            force.query(
                spark(),
                "SELECT station, sum(incidents_reported) FROM silver.ledger GROUP BY ALL ORDER BY ALL"))
        .containsExactly(
            "breaks 1",
            "columns 2",
            "json 3",
            "packed 16",
            "quotes 3",
            "sums 5",
            "times 0",
            "titles 3");
    assertThat(taken.err())
        .contains(
            "tongqi: nothing new of source ",
            "was booked; that of packed, sums, quotes, breaks, titles, times, json, columns was");
  }

  @Test
  void shouldReadWhateverAFileIsPackedIn() {
    assertThat(
            force.query(
                spark(),
                "SELECT file, count(*) FROM bronze.record_versions WHERE source = 'packed'"
                    + " GROUP BY ALL ORDER BY lower(file)"))
        .containsExactly(
            "calls-2023-01.csv 1",
            "CALLS-2023-02.CSV.GZ 1",
            "calls-2023-03.csv.gz 2",
            "calls-2023-04.zip/calls/2023.csv 1",
            "calls-2023-04.zip/more.csv.gz 1",
            "calls-2023-05.csv 1",
            "calls-2023-06.csv 1",
            "calls-2023-07.csv 1",
            "calls-2023-08.csv 1",
            "calls-2023-09 23:59:00 [1].csv 1",
            "calls-2023-10.csv 1",
            "calls-2023-11.csv 1",
            "calls-2023-12.csv 1",
            "calls-2024-01.csv 2");
  }

  @Test
  void shouldCountWhatIsNoRecordApart() {
    assertThat(
            force.query(
                spark(),
                "SELECT path, rows_read, rows_accepted, rows_quarantined, rows_ignored"
                    + " FROM bronze.receipts WHERE rows_ignored > 0 ORDER BY source, path"))
        .containsExactly(
            "calls-2024-06.jsonl 6 2 3 1", "calls-2023-12.csv 4 1 0 3", "sum-2024-06.csv 10 2 6 2");
    assertThat(taken.out())
        .contains("10 rows read = 2 accepted + 6 quarantined + 0 duplicate + 2 ignored (0 stale)")
        .contains("; ignored: {blank=1, header=1, padding=1}");
    assertThat(force.read("warehouse/run.json"))
        .contains("\"status\" : \"refused\"")
        .contains("\"by_mapping\" : 2");
  }

  @Test
  void shouldShowWhatWasFoundInRejectedLines() {
    assertThat(
            force.query(
                spark(),
                "SELECT source, line, reason, field, detail FROM bronze.quarantine"
                    + " ORDER BY source, line"))
        .containsExactly(
            "breaks 2 unclosed_quote null a quote opens and does not close",
            "breaks 3 field_count null 1 fields, 5 in the header",
            "json 3 two_values null json and other",
            "json 4 malformed_json null something follows the object",
            "json 7 unreadable count 1,234",
            "quotes 4 unclosed_quote null a quote opens and does not close in this record",
            "quotes 7 field_count null more than 20000 fields, 5 in the header",
            "sums 4 unreadable count 1,234",
            "sums 5 unreadable reported_at ２０２４-06-05",
            "sums 6 unreadable count ３",
            "sums 7 unreadable loss_cents １２.50",
            "sums 8 unreadable count 1.5",
            "sums 11 missing category ",
            "times 6 cleared_before_filed cleared_at 2024-06-02 against 2024-06-03 10:12",
            "times 7 unreadable arrived_at 2024-06-03 24:00",
            "times 8 arrived_before_reported arrived_at 2024-06-03 10:11 against 2024-06-03 10:12",
            "titles 8 two_values null titles and others");
    assertThat(
            force.query(
                spark(), "SELECT max(length(raw)) FROM bronze.quarantine WHERE source = 'quotes'"))
        .containsExactly("10001");
  }

  @Test
  void shouldSayOnceThatQuotesHoldLineBreaks() {
    assertThat(taken.out())
        .containsOnlyOnce(
            "source breaks: in 1 lines a quote opens that a later line closes: its quotes hold line"
                + " breaks; set csv.multiline to true in FORCE/breaks.yaml")
        .doesNotContain("source quotes: in");
  }

  @Test
  void shouldCompareDaysAndTimeOnlyTimes() {
    assertThat(
            force.query(
                spark(),
                "SELECT sum(cases_cleared), sum(clearances_timed), sum(cleared_within_1h),"
                    + " sum(arrivals_timed), sum(arrived_within_300s)"
                    + " FROM silver.ledger WHERE station = 'times'"))
        .containsExactly("3 1 1 1 1");
    assertThat(
            force.query(
                spark(),
                "SELECT record_id, reported_at IS NULL, cleared_at IS NULL, cleared_day"
                    + " FROM silver.incidents WHERE source = 'times' ORDER BY record_id"))
        .containsExactly(
            "T1 false true null",
            "T2 false true 2024-06-03",
            "T3 false false 2024-06-03",
            "T4 true false 2024-06-03");
  }

  @Test
  void shouldNameEachFileThatCannotBeReadAndWhy() {
    String file = "reading the deliveries of source unread: file calls-2024-";

    assertThat(taken.err())
        .contains(
            file + "01.csv cannot be read: its packed content ends too early",
            file + "02.csv cannot be read: it is an Excel workbook (xlsx)",
            file + "03.csv cannot be read: it is a PDF",
            file + "04.csv cannot be read: it is a page of HTML",
            file + "05.zip cannot be read: ",
            file
                + "06.csv cannot be read: its header has the column station twice, as fields 2 and 5;"
                + " have it delivered with two names",
            file
                + "07.csv cannot be read: its line 1 is no header, but line 4 is one that fits; set"
                + " csv.skip_lines to 3 in FORCE/unread.yaml",
            file + "08.csv cannot be read: it is UTF-16 without the mark",
            file
                + "09.csv cannot be read: its header has more than 20000 columns; deliver it with"
                + " fewer, or raise csv.max_columns in FORCE/unread.yaml",
            file + "10.csv cannot be read: it is an Excel workbook of the old kind (xls)",
            "source torn: file calls-2024-01.parquet cannot be read: it is a Parquet file whose end is"
                + " missing; deliver it again");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** Names and contents by turns. */
  private static byte[] zip(Object... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zipped = new ZipOutputStream(bytes, Charset.forName("GBK"))) {
      for (int index = 0; index < entries.length; index += 2) {
        zipped.putNextEntry(new ZipEntry((String) entries[index]));
        zipped.write((byte[]) entries[index + 1]);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
