package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.Format;
import io.tongqi.settings.CsvOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines → rows of text, whole files and their sections. */
class LineRowsTest {
  private static final Configuration CONFIGURATION = new Configuration();
  private static final int LONGEST = 4 << 20;
  private static final TextOptions STANDARD =
      new TextOptions(Format.CSV, new CsvOptions(',', '"', '"', false, 0, 4096), LONGEST);

  @TempDir private Path folder;

  @Test
  void shouldReadTheSameLinesUnderTheSameNumbersInSectionsOfAnySize() throws IOException {
    // given
    StringBuilder text = new StringBuilder("\n\uFEFFno,name\r\n");
    for (int line = 3; line < 400; line++) {
      text.append(
          switch (line % 7) {
            case 0 -> "";
            case 1 -> "\"" + line + "\",\"a,b\"";
            case 2 -> line + ",报警" + line;
            case 3 -> line + ",too,many";
            default -> line + ",x".repeat(line % 2) + ",";
          });
      text.append(line % 3 == 0 ? "\r\n" : "\n");
    }
    DeliveredFile file = file("plain.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    List<String> whole = rows(file, Long.MAX_VALUE);

    // then
    assertThat(whole)
        .hasSize(340)
        .contains("8 null 8 a,b", "9 null 9 报警9", "10 field_count 10 too");
    for (long bytes : List.of(1L, 64L, 1000L)) {
      assertThat(rows(file, bytes)).isEqualTo(whole);
    }
    assertThat(FileScan.of(file, STANDARD, 64, CONFIGURATION).sections()).hasSizeGreaterThan(20);
    assertThat(FileScan.of(file, STANDARD, 64, CONFIGURATION).sha256())
        .isEqualTo(FileScan.of(file, STANDARD, CONFIGURATION).sha256());
  }

  @Test
  void shouldReadACompressedFileInOneSection() throws IOException {
    byte[] plain = "no,name\n1,a\n2,b\n".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(plain);
    }
    DeliveredFile file = file("zipped.csv.gz", zipped.toByteArray());

    assertThat(FileScan.of(file, STANDARD, 1, CONFIGURATION).sections())
        .containsExactly(new ContentScan.Section(0, 0, 3, 16));
    assertThat(FileScan.of(file, STANDARD, 1, CONFIGURATION).sha256())
        .isEqualTo(FileScan.of(file("plain.csv", plain), STANDARD, CONFIGURATION).sha256());
    assertThat(rows(file, 1)).containsExactly("2 null 1 a", "3 null 2 b");
  }

  @Test
  void shouldRejectUndecodableBytesButNotAReplacementCharacterThatTheyHold() throws IOException {
    DeliveredFile file =
        file(
            "bytes.csv",
            "no,name\n1,a\u00ff\n2,\u00ef\u00bf\u00bd\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(rows(file, 1)).containsExactly("2 undecodable null null", "3 null 2 \ufffd");
    assertThat(raw(file)).containsExactly("1,a\ufffd", "2,\ufffd");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, 盗窃", "GBK, 盗窃", "GB18030, 㐂盗窃", "Big5, 許功蓋", "ISO-8859-1, arrêté"})
  void shouldDecodeEveryEncoding(String encoding, String text) throws IOException {
    String lines = "no,name\n1,%s\n2,\"%s\"\n".formatted(text, text);
    DeliveredFile file = file("text.csv", encoding, lines.getBytes(Charset.forName(encoding)));

    assertThat(rows(file, 1)).containsExactly("2 null 1 " + text, "3 null 2 " + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "Big5"})
  void shouldRejectWhatAnEncodingDoesNotKnow(String encoding) throws IOException {
    byte[] bytes = "no,name\n1,a\n2,?\n".getBytes(Charset.forName(encoding));
    bytes[bytes.length - 2] = (byte) 0xFF;
    DeliveredFile file = file("odd.csv", encoding, bytes);

    assertThat(rows(file, 1)).containsExactly("2 null 1 a", "3 undecodable null null");
    assertThat(raw(file)).containsExactly("1,a", "2,\ufffd");
  }

  @Test
  void shouldReadAFieldOfAnyLength() throws IOException {
    String text = "x".repeat(3 << 20);
    DeliveredFile file =
        file(
            "long.csv",
            "no,name\n1,%s\n2,\"%s\"\n".formatted(text, text).getBytes(StandardCharsets.UTF_8));

    assertThat(rows(file, 1)).containsExactly("2 null 1 " + text, "3 null 2 " + text);
  }

  @Test
  void shouldRejectALineOfMoreFieldsThanTheParserTakes() throws IOException {
    String wide = "\"1\"" + ",x".repeat(5000);
    DeliveredFile file =
        file("wide.csv", ("no,name\n" + wide + "\n").getBytes(StandardCharsets.UTF_8));

    assertThat(rows(file, 1)).containsExactly("2 field_count null null");
    assertThat(details(file)).containsExactly("more than 4096 fields, 2 in the header");
    assertThat(raw(file)).containsExactly(wide);
  }

  @Test
  void shouldReadUtf16ByItsMark() throws IOException {
    String text = "no,name\r\n1,盗窃\r\n2,\uD83D\uDE00\r\n3,\uFFFD\r\n";

    for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
      DeliveredFile file = file("wide.csv", ("\uFEFF" + text).getBytes(Charset.forName(charset)));
      assertThat(rows(file, 1))
          .containsExactly("2 null 1 盗窃", "3 null 2 \uD83D\uDE00", "4 null 3 \uFFFD");
    }
  }

  @Test
  void shouldRejectHalfACharacterOfUtf16() throws IOException {
    byte[] bytes = "\uFEFFno,name\n1,?a\n2,b\n".getBytes(StandardCharsets.UTF_16LE);
    int half = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('?');
    bytes[half] = 0;
    bytes[half + 1] = (byte) 0xD8;

    assertThat(rows(file("half.csv", bytes), 1))
        .containsExactly("2 undecodable null null", "3 null 2 b");
  }

  @Test
  void shouldBelieveTheMarkOfUtf8AgainstTheMapping() throws IOException {
    DeliveredFile file =
        file("mark.csv", "GBK", "\uFEFFno,name\n1,盗窃\n".getBytes(StandardCharsets.UTF_8));

    assertThat(rows(file, 1)).containsExactly("2 null 1 盗窃");
  }

  @ParameterizedTest
  @ValueSource(strings = {"calls.csv", "CALLS.CSV.GZ", "calls.csv.bz2"})
  void shouldReadSeveralMembersOfGzipWhateverTheName(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(gzip("no,name\n1,a\n"));
    bytes.write(gzip("2,b\n"));

    assertThat(rows(file(name, bytes.toByteArray()), 1))
        .containsExactly("2 null 1 a", "3 null 2 b");
  }

  @Test
  void shouldPassOverWhatIsNoRecord() throws IOException {
    String text =
        "no,name\n1,a\nno,name\n\uFEFF no , name \n,\n \u3000\u00A0\t\n\"\",\n2,b\u001A\n\u001A\n"
            + "\0".repeat(500);

    assertThat(rows(file("odd.csv", text.getBytes(StandardCharsets.UTF_8)), 1))
        .containsExactly(
            "2 null 1 a",
            "3 header null null",
            "4 header null null",
            "5 blank null null",
            "6 blank null null",
            "7 null null null",
            "8 null 2 b",
            "9 padding null null",
            "10 padding null null");
  }

  @Test
  void shouldTakeTheDelimiterThatTheFirstLineTells() throws IOException {
    DeliveredFile file =
        file("sep.csv", "\uFEFFsep=;\r\nno;name\r\n1;a,b\r\n".getBytes(StandardCharsets.UTF_8));

    assertThat(rows(file, 1)).containsExactly("3 null 1 a,b");
  }

  @Test
  void shouldTrimBlanksOfEveryKind() throws IOException {
    String text = "no,name\n\u00A01\t,\u3000盗 窃\u200B \uFEFF\n\" 2\u202F\",\u2007b\u0085\n";

    assertThat(rows(file("blanks.csv", text.getBytes(StandardCharsets.UTF_8)), 1))
        .containsExactly("2 null 1 盗 窃", "3 null 2 b");
  }

  @Test
  void shouldTakeEmptyFieldsBehindTheLastColumnForNone() throws IOException {
    String text = "no,name,,\n1,a\n2,b,\n3,c, ,\u00A0,\"\"\n4,d,e\n5\n";
    DeliveredFile file = file("ragged.csv", text.getBytes(StandardCharsets.UTF_8));

    assertThat(rows(file, 1))
        .containsExactly(
            "2 null 1 a", "3 null 2 b", "4 null 3 c", "5 field_count 4 d", "6 field_count 5 null");
    assertThat(details(file))
        .containsExactly(
            "null", "null", "null", "3 fields, 2 in the header", "1 fields, 2 in the header");
  }

  @Test
  void shouldRejectALineThatIsTooLongByItsBeginning() throws IOException {
    String text = "no,name\n1,%s\n2,b\n".formatted("x".repeat(LONGEST));
    DeliveredFile file = file("long.csv", text.getBytes(StandardCharsets.UTF_8));

    assertThat(rows(file, 1)).containsExactly("2 too_long null null", "3 null 2 b");
    assertThat(raw(file).get(0)).startsWith("1,xxx").hasSize(1000);
    assertThat(details(file).get(0)).isEqualTo("more than 4,194,304 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "'%PDF-1.4\n', it is a PDF; have the records exported as text with delimiters",
    "' <!DOCTYPE html><html>', it is a page of HTML; have the records exported as text with delimiters",
    "'PAR1xxxxPAR1', it is a Parquet file; deliver it to a source of format parquet",
  })
  void shouldTellWhatAFileIs(String text, String fault) throws IOException {
    DeliveredFile file = file("odd.csv", text.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(FileScan.of(file, STANDARD, CONFIGURATION).fault()).isEqualTo(fault);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return zipped.toByteArray();
  }

  private DeliveredFile file(String name, byte[] content) throws IOException {
    return file(name, "UTF-8", content);
  }

  private DeliveredFile file(String name, String charset, byte[] content) throws IOException {
    Path path = Files.write(folder.resolve(name), content);
    return new DeliveredFile(name, path.toUri().toString(), "", content.length, 0, charset);
  }

  /** Line number, problem or kind of what is ignored, and the texts of both columns. */
  private static List<String> rows(DeliveredFile file, long sectionBytes) throws IOException {
    return read(file, sectionBytes).stream()
        .map(
            row ->
                "%d %s %s %s"
                    .formatted(
                        row.getLong(3),
                        row.isNullAt(7) ? row.getUTF8String(5) : row.getUTF8String(7),
                        row.getUTF8String(8),
                        row.getUTF8String(9)))
        .toList();
  }

  private static List<String> details(DeliveredFile file) throws IOException {
    return read(file, 1).stream().map(row -> String.valueOf(row.getUTF8String(6))).toList();
  }

  private static List<String> raw(DeliveredFile file) throws IOException {
    return read(file, 1).stream().map(row -> row.getUTF8String(4).toString()).toList();
  }

  private static List<InternalRow> read(DeliveredFile file, long sectionBytes) throws IOException {
    ContentScan scan = FileScan.of(file, STANDARD, sectionBytes, CONFIGURATION);
    CsvColumns columns =
        new CsvColumns(
            List.of(List.of(0), List.of(1)),
            List.of(UTF8String.fromString("no"), UTF8String.fromString("name")),
            2,
            scan.head().line(),
            scan.head().delimiter());
    PlannedContent content =
        new PlannedContent(
            file.in(scan.charsetName()),
            scan.sha256(),
            scan.lines(),
            scan.sections(),
            columns,
            LocalDate.EPOCH);
    CsvLineParser parser = new CsvLineParser(STANDARD.csv(), scan.head().delimiter());
    List<InternalRow> rows = new ArrayList<>();
    for (PlannedContent part : content.parts().toList()) {
      new LineRows(part, STANDARD, parser, 2, CONFIGURATION).forEachRemaining(rows::add);
    }
    return rows;
  }
}
