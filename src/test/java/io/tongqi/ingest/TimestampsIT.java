package io.tongqi.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_to_timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SparkTest;
import io.tongqi.tables.SparkSessions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read the cheap way is read exactly as the patterns alone would read it. */
class TimestampsIT extends SparkTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final List<String> PATTERNS =
      List.of(
          "yyyy-MM-dd HH:mm:ss",
          "yyyy-MM-dd HH:mm",
          "yyyy-MM-dd",
          "yyyy-MM-dd'T'HH:mm:ss",
          "yyyy-MM-dd'T'HH:mm",
          "yyyy/MM/dd HH:mm",
          "yyyyMMddHHmmss",
          "dd.MM.yyyy",
          "d/M/yyyy",
          "yyyy-MM-dd HH:mm:ss.SSS",
          "yyyy-MM-dd[ HH:mm]");
  private static final List<String> ODD =
      List.of(
          "2024-02-29 10:00:00",
          "2023-02-29 10:00:00",
          "2024-06-30 24:00:00",
          "2024-06-30 23:59:60",
          "0000-01-01 00:00:00",
          "0001-01-01",
          "9999-12-31 23:59:59",
          "1900-12-31 23:54:17",
          "1986-05-04 02:30:00",
          "1986-09-14 01:30:00",
          "2024-1-5 10:00",
          "2024-01-05T10:00:00Z",
          "2024-01-05 10:00:00+08:00",
          "12024-01-05",
          "2024-01-05 10:00:00\n",
          "２０２４-01-05",
          "2024-01-05 ",
          "epoch",
          "now",
          "2024");

  private String zone;

  @BeforeEach
  void setZone() {
    zone = spark().conf().get(SparkSessions.TIME_ZONE);
    spark().conf().set(SparkSessions.TIME_ZONE, ZONE.getId());
  }

  @AfterEach
  void resetZone() {
    spark().conf().set(SparkSessions.TIME_ZONE, zone);
  }

  @Test
  void shouldReadEveryTextAsItsPatternAloneDoes() {
    // given
    List<String> texts = new ArrayList<>(ODD);
    Random random = new Random(6);
    PATTERNS.forEach(pattern -> texts.addAll(texts(pattern, random)));
    texts.removeIf(TimestampsIT::isSigned);
    Dataset<Row> rows = spark().createDataset(texts, Encoders.STRING()).toDF("text");

    for (String pattern : PATTERNS) {
      // when
      List<Row> read =
          rows.select(
                  col("text"),
                  try_to_timestamp(col("text"), lit(pattern)).as("by_pattern"),
                  Timestamps.read(col("text"), List.of(pattern), ZONE).as("read"))
              .collectAsList();

      // then
      assertThat(read)
          .as(pattern)
          .allSatisfy(row -> assertThat(row.get(2)).as(row.getString(0)).isEqualTo(row.get(1)));
      assertThat(read).as(pattern).filteredOn(row -> !row.isNullAt(2)).hasSizeGreaterThan(100);
    }
  }

  @Test
  void shouldReadNoYearWithASign() {
    List<String> signed = List.of("-2024-01-05", "+2024-01-05", "-024-01-05", "+12024-01-05");

    assertThat(
            spark()
                .createDataset(signed, Encoders.STRING())
                .toDF("text")
                .select(Timestamps.read(col("text"), List.of("yyyy-MM-dd"), ZONE))
                .collectAsList())
        .hasSize(4)
        .allMatch(row -> row.isNullAt(0));
  }

  @Test
  void shouldTakeTheFirstPatternThatReads() {
    List<String> texts = texts("yyyy-MM-dd", new Random(7));
    texts.removeIf(TimestampsIT::isSigned);
    Dataset<Row> rows = spark().createDataset(texts, Encoders.STRING()).toDF("text");
    List<String> patterns = List.of("dd.MM.yyyy", "yyyy-MM-dd HH:mm", "yyyy-MM-dd");

    assertSameRows(
        rows.select(
            col("text"),
            coalesce(
                    patterns.stream()
                        .map(pattern -> try_to_timestamp(col("text"), lit(pattern)))
                        .toArray(org.apache.spark.sql.Column[]::new))
                .as("read")),
        rows.select(col("text"), Timestamps.read(col("text"), patterns, ZONE).as("read")));
  }

  @Test
  void shouldPickDigitsOutOfFixedPlacesOnly() {
    assertThat(
            Stream.concat(PATTERNS.stream(), Stream.of("yyyy", "yyyy-MM", "dd MMM yyyy", "HH:mm"))
                .filter(it -> Timestamps.FixedPlaces.of(it, ZONE).isPresent()))
        .containsExactly(
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd HH:mm",
            "yyyy-MM-dd",
            "yyyy-MM-dd'T'HH:mm:ss",
            "yyyy-MM-dd'T'HH:mm",
            "yyyy/MM/dd HH:mm",
            "yyyyMMddHHmmss",
            "dd.MM.yyyy");
  }

  private static boolean isSigned(String text) {
    return text.startsWith("-") || text.startsWith("+");
  }

  /** Texts of the pattern, sound ones and ones with a character changed, added or taken away. */
  private static List<String> texts(String pattern, Random random) {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern);
    List<String> texts = new ArrayList<>();
    for (int count = 0; count < 300; count++) {
      LocalDateTime time =
          LocalDateTime.of(1880, 1, 1, 0, 0).plusSeconds(random.nextLong(200L * 365 * 86_400));
      String text = formatter.format(time);
      int at = random.nextInt(text.length());
      String other = String.valueOf("0123456789-: /T".charAt(random.nextInt(15)));
      texts.add(text);
      texts.add(text.substring(0, at) + other + text.substring(at + 1));
      texts.add(text.substring(0, at) + other + text.substring(at));
      texts.add(text.substring(0, at) + text.substring(at + 1));
    }
    return texts;
  }
}
