package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.settings.CsvOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
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
            "3 null 1,\"a/b\"|1 a/b", "4 null 2,c|2 c", "5 field_count 3,too,many|null null");
  }

  @Test
  void shouldRejectUndecodableBytesButNotAReplacementCharacterThatTheyHold() throws IOException {
    assertThat(
            rows(
                "no,name\n1,a\u00ff\n2,\u00ef\u00bf\u00bd\n".getBytes(StandardCharsets.ISO_8859_1)))
        .containsExactly("2 undecodable 1,a\ufffd|null null", "3 null 2,\ufffd|2 \ufffd");
  }

  @Test
  void shouldRefuseAQuoteThatIsNotClosed() {
    assertThatThrownBy(() -> rows(utf8("no,name\n1,a\n2,\"b\n3,c\n")))
        .hasMessage(
            "reading quoted.csv: from line 3 on: a quote is not closed; deliver the file again");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Line number, problem, raw text, and the texts of both columns; a slash for a line break. */
  private List<String> rows(byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve("quoted.csv"), bytes);
    DeliveredFile file =
        new DeliveredFile("quoted.csv", path.toUri().toString(), bytes.length, 0, "UTF-8");
    ContentScan scan = ContentScan.of(file, CONFIGURATION);
    PlannedContent content =
        new PlannedContent(
            file, scan.sha256(), scan.lines(), List.of(scan.whole()), List.of(0, 1), 2, null);
    CsvLineParser parser = new CsvLineParser(new CsvOptions(',', '"', '"', true));
    List<String> rows = new ArrayList<>();
    new QuotedRows(content, parser, 2, CONFIGURATION)
        .forEachRemaining(
            row ->
                rows.add(
                    "%d %s %s|%s %s"
                        .formatted(
                            row.getLong(3),
                            row.getUTF8String(5),
                            row.getUTF8String(4),
                            row.getUTF8String(6),
                            row.getUTF8String(7))
                        .replaceAll("\r?\n", "/")));
    return rows;
  }
}
