package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.settings.CsvOptions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** A line cut at its delimiters gives what the library reads in it. */
class CsvLineParserTest {
  private static final CsvOptions STANDARD = new CsvOptions(',', '"', '"', false, 0, 4096);
  private static final List<String> PIECES =
      List.of(",", ",", ";", " ", "\t", "#", "\\", "'", "a", "Z9", "报", "é", "\uFFFD", "😀");

  @Test
  void shouldCutLinesWithoutQuotesAsTheLibraryReadsThem() {
    // given
    Random random = new Random(5);
    CsvLineParser parser = new CsvLineParser(new CsvOptions(',', '"', '\\', false, 0, 4096));

    for (int count = 0; count < 5000; count++) {
      StringBuilder line = new StringBuilder("x");
      random.ints(random.nextInt(12), 0, PIECES.size()).forEach(it -> line.append(PIECES.get(it)));
      line.deleteCharAt(0);
      if (line.isEmpty()) {
        continue;
      }
      String[] fields = parser.fields(line.toString());

      // when, then
      int filled = fields.length;
      while (filled > 0 && trimmed(fields[filled - 1]) == null) {
        filled--;
      }
      for (int width : new int[] {fields.length, fields.length + 1, Math.max(1, filled - 1)}) {
        int last = width - 1;
        PlannedContent content = content(List.of(last, 0, -1), width);
        assertThat(read(parser, line.toString(), content))
            .as(line.toString())
            .isEqualTo(
                filled <= width && width <= fields.length
                    ? "[%s, %s, null]".formatted(trimmed(fields[last]), trimmed(fields[0]))
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
    CsvLineParser parser = new CsvLineParser(new CsvOptions('\t', '\0', '\0', false, 0, 4096));

    assertThat(read(parser, "5\" pipe\tx\t", content(List.of(0, 2), 3)))
        .isEqualTo("[5\" pipe, null]");
  }

  @Test
  void shouldTakeTheOneOfTwoNamesThatHasAValue() {
    CsvLineParser parser = new CsvLineParser(STANDARD);
    CsvColumns columns = new CsvColumns(List.of(List.of(0, 2)), List.of(), 3, 1, ',');
    PlannedContent content = new PlannedContent(null, "", 0, List.of(), columns, LocalDate.EPOCH);

    assertThat(read(parser, "a,x,", content)).isEqualTo("[a]");
    assertThat(read(parser, " ,x,b", content)).isEqualTo("[b]");
    assertThat(read(parser, "a,\"x\",a ", content)).isEqualTo("[a]");
    assertThat(read(parser, "a,x,b", content)).isEqualTo("two_values");
  }

  private static String trimmed(String field) {
    return field == null || Blanks.trimmed(field).isEmpty() ? null : Blanks.trimmed(field);
  }

  private static PlannedContent content(List<Integer> positions, int fields) {
    List<List<Integer>> places =
        positions.stream().map(at -> at < 0 ? List.<Integer>of() : List.of(at)).toList();
    CsvColumns columns = new CsvColumns(places, List.of(), fields, 1, ',');
    return new PlannedContent(null, "", 0, List.of(), columns, LocalDate.EPOCH);
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
