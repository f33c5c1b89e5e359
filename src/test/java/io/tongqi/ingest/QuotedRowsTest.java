package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.Format;
import io.tongqi.settings.CsvOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that may hold line breaks → rows of text. */
class QuotedRowsTest {
  private static final Configuration CONFIGURATION = new Configuration();

  @TempDir private Path folder;

  @Test
  void shouldReadLineBreaksInQuotesUnderTheNumberOfTheLastLine() throws IOException {
    assertThat(rows(utf8("\uFEFFno,name\r\n1,\"a\r\nb\"\r\n2,c\r\n3,too,many\r\n")))
        .containsExactly(
            "3 null 1,\"a/b\"|1 a/b", "4 null 2,c|2 c", "5 field_count 3,too,many|3 too");
  }

  @Test
  void shouldRejectUndecodableBytesButNotAReplacementCharacterThatTheyHold() throws IOException {
    assertThat(
            rows(
                "no,name\n1,a\u00ff\n2,\u00ef\u00bf\u00bd\n".getBytes(StandardCharsets.ISO_8859_1)))
        .containsExactly("2 undecodable 1,a\ufffd|null null", "3 null 2,\ufffd|2 \ufffd");
  }

  @Test
  void shouldRejectTheLineThatOpensAQuoteAndReadOn() throws IOException {
    assertThat(rows(utf8("no,name\n1,a\n2,\"b\n3,c\n4,\"d\ne\"\n5,\"f\n")))
        .containsExactly(
            "2 null 1,a|1 a",
            "3 unclosed_quote 2,\"b|null null",
            "4 null 3,c|3 c",
            "6 null 4,\"d/e\"|4 d/e",
            "7 unclosed_quote 5,\"f|null null");
  }

  @Test
  void shouldReadLongTextsAndQuotesThatStandForThemselves() throws IOException {
    String text = "x".repeat(2 << 20);

    assertThat(rows(utf8("no,name\n1,\"%s\n\"\n2,5\" pipe\n3,\"a\"\"\n,b\"\n".formatted(text))))
        .containsExactly(
            "3 null 1,\"%s/\"|1 %s".formatted(text, text),
            "4 null 2,5\" pipe|2 5\" pipe",
            "6 null 3,\"a\"\"/,b\"|3 a\"/,b");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Line number, problem, raw text, and the texts of both columns; a slash for a line break. */
  private List<String> rows(byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve("quoted.csv"), bytes);
    DeliveredFile file =
        new DeliveredFile("quoted.csv", path.toUri().toString(), "", bytes.length, 0, "UTF-8");
    TextOptions options =
        new TextOptions(Format.CSV, new CsvOptions(',', '"', '"', true, 0, 100), 4 << 20);
    ContentScan scan = FileScan.of(file, options, CONFIGURATION);
    CsvColumns columns =
        new CsvColumns(
            List.of(List.of(0), List.of(1)),
            List.of(UTF8String.EMPTY_UTF8, UTF8String.EMPTY_UTF8),
            2,
            scan.head().line(),
            ',');
    PlannedContent content =
        new PlannedContent(
            file, scan.sha256(), scan.lines(), List.of(scan.whole()), columns, LocalDate.EPOCH);
    CsvLineParser parser = new CsvLineParser(options.csv());
    List<String> rows = new ArrayList<>();
    new QuotedRows(content, options, parser, 2, CONFIGURATION)
        .forEachRemaining(
            row ->
                rows.add(
                    "%d %s %s|%s %s"
                        .formatted(
                            row.getLong(3),
                            row.getUTF8String(5),
                            row.getUTF8String(4),
                            row.getUTF8String(8),
                            row.getUTF8String(9))
                        .replaceAll("\r?\n", "/")));
    return rows;
  }
}
