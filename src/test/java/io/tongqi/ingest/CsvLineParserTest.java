package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.settings.CsvOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** A line cut at its delimiters gives what the library reads in it. */
class CsvLineParserTest {
  private static final CsvOptions STANDARD = new CsvOptions(',', '"', '"', false);
  private static final List<String> PIECES =
      List.of(",", ",", ";", " ", "\t", "#", "\\", "'", "a", "Z9", "报", "é", "\uFFFD", "😀");

  @Test
  void shouldCutLinesWithoutQuotesAsTheLibraryReadsThem() {
    // given
    Random random = new Random(5);
    CsvLineParser parser = new CsvLineParser(new CsvOptions(',', '"', '\\', false));

    for (int count = 0; count < 5000; count++) {
      StringBuilder line = new StringBuilder("x");
      random.ints(random.nextInt(12), 0, PIECES.size()).forEach(it -> line.append(PIECES.get(it)));
      line.deleteCharAt(0);
      if (line.isEmpty()) {
        continue;
      }
      String[] fields = parser.fields(line.toString());

      // when, then
      for (int width : new int[] {fields.length, fields.length + 1, fields.length - 1}) {
        PlannedContent content = content(List.of(fields.length - 1, 0, -1), width);
        assertThat(read(parser, line.toString(), content))
            .as(line.toString())
            .isEqualTo(
                width == fields.length
                    ? "[%s, %s, null]".formatted(fields[fields.length - 1], fields[0])
                    : "field_count");
      }
    }
  }

  @Test
  void shouldReadQuotesByTheLibrary() {
    CsvLineParser parser = new CsvLineParser(STANDARD);

    assertThat(read(parser, "\"a,\"\"b\"\"\",\"\",c", content(List.of(0, 1, 2), 3)))
        .isEqualTo("[a,\"b\", null, c]");
    assertThat(read(parser, "\"a,b,c", content(List.of(0), 1))).isEqualTo("unclosed_quote");
  }

  @Test
  void shouldReadAnyCharacterAsTextWhereThereAreNoQuotes() {
    CsvLineParser parser = new CsvLineParser(new CsvOptions('\t', '\0', '\0', false));

    assertThat(read(parser, "5\" pipe\tx\t", content(List.of(0, 2), 3)))
        .isEqualTo("[5\" pipe, null]");
  }

  private static PlannedContent content(List<Integer> positions, int fields) {
    return new PlannedContent(null, "", 0, List.of(), positions, fields, null);
  }

  private static String read(CsvLineParser parser, String line, PlannedContent content) {
    try {
      UTF8String[] read = parser.parse(line.getBytes(StandardCharsets.UTF_8), content);
      return Arrays.toString(read);
    } catch (LineParser.BadLineException bad) {
      return bad.reason().code();
    }
  }
}
