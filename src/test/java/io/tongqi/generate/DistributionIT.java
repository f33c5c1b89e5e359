package io.tongqi.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tongqi.SparkTest;
import io.tongqi.generate.Delivered.Line;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What generated incidents are like, counted from their files. Shares may differ from those they
 * are drawn by as far as chance reaches in one of ten thousand draws.
 */
class DistributionIT extends SparkTest {
  private static final int INCIDENTS = 20_000;
  private static final double CHANCE = 0.0001;

  @TempDir private static java.nio.file.Path made;
  private static List<Line> versions;
  private static Set<Line> first;

  @BeforeAll
  static void write() throws IOException {
    new Incidents(spark(), INCIDENTS).write(new Path(made.toUri()));
    versions = Delivered.all(made);
    first =
        new HashSet<>(
            versions.stream()
                .collect(
                    Collectors.toMap(
                        it -> it.text("record_no"),
                        it -> it,
                        (one, other) ->
                            one.text("updated_at").compareTo(other.text("updated_at")) < 0
                                ? one
                                : other))
                .values());
  }

  @Test
  void shouldKnowNothingLaterThanTheVersionThatTellsIt() {
    assertThat(versions)
        .allSatisfy(
            line -> {
              for (String time :
                  List.of("occurred", "reported", "arrived", "filed", "cleared", "recovered")) {
                assertThat(line.text(time)).as(time).isLessThanOrEqualTo(line.text("updated_at"));
              }
              assertThat(line.text("occurred")).isLessThanOrEqualTo(line.text("reported"));
              if (line.has("cleared")) {
                assertThat(line.text("filed"))
                    .isNotEmpty()
                    .isLessThanOrEqualTo(line.text("cleared"));
              }
              if (line.has("arrived")) {
                assertThat(line.text("arrived")).isGreaterThanOrEqualTo(line.text("reported"));
              }
              assertThat(line.text("recovered")).isIn("", line.text("cleared"));
              assertThat(line.has("recovered")).isEqualTo(line.has("recovered_yuan"));
              assertThat(line.number("recovered_yuan"))
                  .isLessThanOrEqualTo(line.number("loss_yuan"));
            });
  }

  @Test
  void shouldSpreadReportsEvenlyOverTheDaysOfTheYears() {
    double[] days =
        IntStream.rangeClosed(2015, 2024).mapToDouble(year -> year % 4 == 0 ? 366 : 365).toArray();

    assertFits(days, first, line -> line.time("reported").getYear() - 2015);
    assertFits(uniform(24), first, line -> line.time("reported").getHour());
  }

  @Test
  void shouldSkewStationsAndCategories() {
    assertFits(smallerOfTwo(200), first, line -> line.index("station"));
    assertFits(smallerOfTwo(60), first, line -> line.index("category"));
  }

  @Test
  void shouldFileAndClearTheSharesOfTheDefinition() {
    List<Line> filed = first.stream().filter(line -> line.has("filed")).toList();
    List<Line> settled = filed.stream().filter(DistributionIT::isLongAgo).toList();
    List<Line> cleared = cleared();

    assertShare(0.60, first, line -> line.has("filed"));
    assertThat((double) cleared.size() / settled.size())
        .isCloseTo(0.45, within(tolerance(0.45, settled.size())));
    assertShare(0.90, first, line -> line.has("occurred"));
    assertShare(0.80, first, line -> line.has("arrived"));
  }

  @Test
  void shouldDelayWhatHappensAsDefined() {
    List<Line> occurred = having("occurred");
    List<Line> filed = having("filed");
    List<Line> arrived = having("arrived");

    assertShare(0.8 + 0.2 / 72, occurred, line -> line.seconds("occurred", "reported") < 3600);
    assertThat(largest(occurred, line -> line.seconds("occurred", "reported")))
        .isBetween(71 * 3600L, 72 * 3600L - 1);
    assertShare(0.8 + 0.2 * 3 / 120, filed, line -> line.seconds("reported", "filed") < 3 * 3600);
    assertThat(largest(filed, line -> line.seconds("reported", "filed")))
        .isBetween(119 * 3600L, 120 * 3600L - 1);
    assertFits(
        uniform(30), arrived, line -> (int) ((line.seconds("reported", "arrived") - 20) / 30));
    assertShare(0.63, cleared(), line -> line.seconds("filed", "cleared") < 3600);
    assertThat(largest(cleared(), line -> line.seconds("filed", "cleared")))
        .isBetween(890 * 86_400L, 900 * 86_400L - 1);
  }

  @Test
  void shouldRecordAfterTheLastEventThatIsKnown() {
    List<Line> filed =
        first.stream().filter(line -> line.has("filed") && !line.has("arrived")).toList();

    assertFits(
        uniform(30), filed, line -> (int) ((line.seconds("filed", "updated_at") - 60) / 360));
    assertFits(
        uniform(24),
        versions.stream().filter(line -> line.has("cleared") && !first.contains(line)).toList(),
        line -> (int) ((line.seconds("cleared", "updated_at") - 300) / 3600));
  }

  @Test
  void shouldHaveLossesAndHarmInTheirCategories() {
    List<Line> deadly = first.stream().filter(line -> line.index("category") % 20 == 1).toList();
    List<Line> harmful = first.stream().filter(line -> line.index("category") % 4 == 1).toList();
    List<Line> lost = having("loss_yuan");

    assertThat(first)
        .allSatisfy(
            line ->
                assertThat(line.has("loss_yuan"))
                    .isEqualTo(line.has("filed") && line.index("category") % 3 == 0));
    assertFits(uniform(20), lost, line -> (int) ((line.number("loss_yuan") - 50) / 1000));
    assertShare(
        0.5 * 100 / 101,
        cleared().stream().filter(line -> line.number("loss_yuan") >= 100).toList(),
        line -> line.has("recovered_yuan"));
    assertShare(0.03, deadly, line -> line.number("deaths") == 1);
    assertFits(uniform(3), harmful, line -> (int) line.number("injuries"));
    assertThat(first.stream().mapToLong(line -> line.number("deaths")).sum())
        .isEqualTo(deadly.stream().filter(line -> line.has("deaths")).count());
    assertThat(first.stream().filter(line -> line.has("injuries"))).isSubsetOf(harmful);
  }

  /**
   * The versions that tell a clearance of a case filed so long ago that all clearances are told.
   */
  private static List<Line> cleared() {
    return versions.stream().filter(line -> line.has("cleared") && isLongAgo(line)).toList();
  }

  private static boolean isLongAgo(Line line) {
    return line.text("filed").compareTo("2022-07-01") < 0;
  }

  private static List<Line> having(String column) {
    return first.stream().filter(line -> line.has(column)).toList();
  }

  private static long largest(Collection<Line> lines, ToLongFunction<Line> value) {
    return lines.stream().mapToLong(value).max().orElseThrow();
  }

  private static void assertShare(double share, Collection<Line> lines, Predicate<Line> isCounted) {
    assertThat((double) lines.stream().filter(isCounted).count() / lines.size())
        .isCloseTo(share, within(tolerance(share, lines.size())));
  }

  private static double tolerance(double share, int size) {
    return 3.9 * Math.sqrt(share * (1 - share) / size);
  }

  private static void assertFits(
      double[] expected, Collection<Line> lines, ToIntFunction<Line> kind) {
    long[] counts = new long[expected.length];
    lines.forEach(line -> counts[kind.applyAsInt(line)]++);
    assertThat(ChiSquareTest.withDefaults().test(expected, counts).getPValue())
        .isGreaterThan(CHANCE);
  }

  private static double[] uniform(int kinds) {
    return IntStream.range(0, kinds).mapToDouble(kind -> 1).toArray();
  }

  private static double[] smallerOfTwo(int bound) {
    return IntStream.range(0, bound).mapToDouble(kind -> 2 * (bound - kind) - 1).toArray();
  }
}
