package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are odd but valid: in csv, json lines and parquet, each a source of its own. */
class OddFilesIT extends SparkTest {
  private static final String CSV_HEADER = SmallForce.HEADER + ",how";

  @TempDir private static Path folder;
  private static SmallForce force;
  private static Outcome taken;

  @BeforeAll
  static void takeIn() {
    emptyTables(folder.resolve("warehouse"));
    force = new SmallForce(folder);
    deliverCsv();
    force
        .edit("tongqi.yaml", "[calls.yaml]", "[calls.yaml, lines.yaml, columns.yaml]")
        .write("lines.yaml", other("lines", "json", "deaths"))
        .write("columns.yaml", other("columns", "parquet", "injuries"))
        .write(
            "lines/calls-2024-01.jsonl",
            """
            \uFEFF{"no": "J1", "station": "101", "category": "brawl", "reported": "2024-01-05", "deaths": 2}
            {"no": "J2", "station": "102", "category": "brawl", "reported": "2024-01-06", "deaths": null}
            """);
    spark()
        .range(3)
        .selectExpr(
            "concat('P', id) AS no",
            "'101' AS station",
            "'brawl' AS category",
            "TIMESTAMP'2024-01-05 10:00:00' AS reported",
            "id AS injuries")
        .coalesce(1)
        .write()
        .parquet(folder.resolve("columns/calls-2024-01").toString());
    taken = force.run("ingest");
  }

  private static void deliverCsv() {
    force
        .edit(
            "calls.yaml",
            "format: csv",
            "format: csv\ncsv: {multiline: true}\nencodings: {\"*gb18030*\": GB18030, \"*gbk*\": GBK,"
                + " \"*big5*\": Big5, \"*latin*\": Latin-1}")
        .edit("calls.yaml", "  loss_cents:", "  clearance_kind: how\n  loss_cents:")
        .write(
            "calls/calls-2024-01.csv",
            "\uFEFF" + CSV_HEADER + "\r\nC1,1,101,bicycle,2024-01-05 10:00,,,,\"两\r\n行\"\r\n")
        .write("calls/calls-2024-02.csv", CSV_HEADER + "\n")
        .write("calls/calls-2024-03-gb18030.csv", inEncoding("GB18030", "C3", "抓获"))
        .write("calls/calls-2024-04-gbk.csv", inEncoding("GBK", "C4", "移送"))
        .write("calls/calls-2024-05-big5.csv", inEncoding("Big5", "C5", "許功蓋"))
        .write("calls/calls-2024-06-latin.csv", inEncoding("ISO-8859-1", "C6", "arrêté"));
  }

  private static byte[] inEncoding(String encoding, String number, String how) {
    return "%s\n%s,1,102,bicycle,2024-0%s-05 10:00,,,,%s\n"
        .formatted(CSV_HEADER, number, number.substring(1), how)
        .getBytes(Charset.forName(encoding));
  }

  private static String other(String source, String format, String measure) {
    return """
        source: %s
        root: %s
        files: "**"
        format: %s
        timestamps: ["yyyy-MM-dd"]
        fields: {record_id: no, station: station, category: category, reported_at: reported, %s: %s}
        books: [%s]
        covers: {from: 2024-01-01, to: 2024-01-31}
        """
        .formatted(source, source, format, measure, measure, measure);
  }

  @Test
  void shouldTakeInAHeaderAloneAsADayWithoutIncidents() {
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(
            force.query(
                spark(),
                "SELECT path, rows_read, rows_accepted, covered[0].first_day, covered[0].last_day FROM bronze.receipts"
                    + " WHERE source = 'calls' ORDER BY path"))
        .containsExactly(
            "calls-2024-01.csv 1 1 2024-01-01 2024-01-31",
            "calls-2024-02.csv 0 0 2024-02-01 2024-02-29",
            "calls-2024-03-gb18030.csv 1 1 2024-03-01 2024-03-31",
            "calls-2024-04-gbk.csv 1 1 2024-04-01 2024-04-30",
            "calls-2024-05-big5.csv 1 1 2024-05-01 2024-05-31",
            "calls-2024-06-latin.csv 1 1 2024-06-01 2024-06-30");
  }

  @Test
  void shouldReadLineBreaksInQuotesByteOrderMarksAndDeclaredEncodings() {
    assertThat(
            force.query(
                spark(),
                "SELECT record_id, replace(replace(clearance_kind, '\\r', ''), '\\n', '/')"
                    + " FROM bronze.record_versions WHERE source = 'calls' ORDER BY record_id"))
        .containsExactly("C1 两/行", "C3 抓获", "C4 移送", "C5 許功蓋", "C6 arrêté");
  }

  @Test
  void shouldReadJsonLinesAndParquet() {
    assertThat(
            force.query(
                spark(),
                "SELECT source, day, station, sum(deaths), sum(injuries) FROM silver.ledger"
                    + " WHERE source <> 'calls' GROUP BY ALL ORDER BY ALL"))
        .containsExactly("columns 2024-01-05 101 0 3", "lines 2024-01-05 101 2 0");
    assertThat(taken.out()).contains("ingest columns").contains("3 rows read = 3 accepted");
  }
}
