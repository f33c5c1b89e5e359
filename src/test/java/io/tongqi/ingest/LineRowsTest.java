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
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines → rows of text, whole files and their sections. */
class LineRowsTest {
  private static final Configuration CONFIGURATION = new Configuration();
  private static final CsvOptions STANDARD = new CsvOptions(',', '"', '"', false);

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
        .contains("8 null 8 a,b", "9 null 9 报警9", "10 field_count null null");
    for (long bytes : List.of(1L, 64L, 1000L)) {
      assertThat(rows(file, bytes)).isEqualTo(whole);
    }
    assertThat(ContentScan.of(file, 64, CONFIGURATION).sections()).hasSizeGreaterThan(20);
    assertThat(ContentScan.of(file, 64, CONFIGURATION).sha256())
        .isEqualTo(ContentScan.of(file, CONFIGURATION).sha256());
  }

  @Test
  void shouldReadACompressedFileInOneSection() throws IOException {
    byte[] plain = "no,name\n1,a\n2,b\n".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(plain);
    }
    DeliveredFile file = file("zipped.csv.gz", zipped.toByteArray());

    assertThat(ContentScan.of(file, 1, CONFIGURATION).sections())
        .containsExactly(new ContentScan.Section(0, 0, 3, 16));
    assertThat(ContentScan.of(file, 1, CONFIGURATION).sha256())
        .isEqualTo(ContentScan.of(file("plain.csv", plain), CONFIGURATION).sha256());
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
    assertThat(raw(file)).containsExactly(wide);
  }

  private DeliveredFile file(String name, byte[] content) throws IOException {
    return file(name, "UTF-8", content);
  }

  private DeliveredFile file(String name, String charset, byte[] content) throws IOException {
    Path path = Files.write(folder.resolve(name), content);
    return new DeliveredFile(name, path.toUri().toString(), content.length, 0, charset);
  }

  /** Line number, problem, and the texts of both columns. */
  private static List<String> rows(DeliveredFile file, long sectionBytes) throws IOException {
    return read(file, sectionBytes).stream()
        .map(
            row ->
                "%d %s %s %s"
                    .formatted(
                        row.getLong(3),
                        row.getUTF8String(5),
                        row.getUTF8String(6),
                        row.getUTF8String(7)))
        .toList();
  }

  private static List<String> raw(DeliveredFile file) throws IOException {
    return read(file, 1).stream().map(row -> row.getUTF8String(4).toString()).toList();
  }

  private static List<InternalRow> read(DeliveredFile file, long sectionBytes) throws IOException {
    ContentScan scan = ContentScan.of(file, sectionBytes, CONFIGURATION);
    PlannedContent content =
        new PlannedContent(
            file, scan.sha256(), scan.lines(), scan.sections(), List.of(0, 1), 2, null);
    CsvLineParser parser = new CsvLineParser(STANDARD);
    List<InternalRow> rows = new ArrayList<>();
    for (PlannedContent part : content.parts().toList()) {
      new LineRows(part, Format.CSV, parser, 2, CONFIGURATION).forEachRemaining(rows::add);
    }
    return rows;
  }
}
