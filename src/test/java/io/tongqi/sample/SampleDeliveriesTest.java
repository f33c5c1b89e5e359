package io.tongqi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.sample.DeliveredSample.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the sample: that they are what its maker writes, and odd as they should be. */
class SampleDeliveriesTest {
  private static final Path COMMITTED = Path.of("data-sample");
  private static final List<String> SOURCES = List.of("calls", "cases");
  private static DeliveredSample sample;

  @BeforeAll
  static void read() throws IOException {
    sample = new DeliveredSample(COMMITTED);
  }

  @Test
  void shouldBeWhatItsMakerWritesEveryTime(@TempDir Path folder) throws IOException {
    SampleMaker.write(folder.resolve("once"));
    SampleMaker.write(folder.resolve("again"));

    Map<String, String> once = files(folder.resolve("once"), Unpacking.NO);
    assertThat(files(folder.resolve("again"), Unpacking.NO)).isEqualTo(once);
    assertThat(files(COMMITTED, Unpacking.YES))
        .as(
            "data-sample differs from what its maker writes; make it again as data-sample/README.md says, and commit it")
        .isEqualTo(files(folder.resolve("once"), Unpacking.YES));
  }

  @Test
  void shouldMendTheBrokenLinesOfFirstHalvesAndOnlyThese() {
    for (String source : SOURCES) {
      for (Line broken : sample.rejected(source)) {
        boolean isMended =
            sample.accepted(source).stream()
                .anyMatch(it -> it.text("id").equals(broken.text("id")));
        assertThat(isMended)
            .as(broken.toString())
            .isEqualTo(month(broken.file()).getMonthValue() < 7);
      }
    }
    assertThat(sample.rejected("calls")).hasSize(8);
    assertThat(sample.rejected("cases")).hasSize(5);
  }

  @Test
  void shouldStayBelowTheLimitOfRejectsInEveryFile() {
    Map<String, Long> rejects =
        SOURCES.stream()
            .flatMap(source -> sample.rejected(source).stream())
            .collect(Collectors.groupingBy(Line::file, Collectors.counting()));

    assertThat(rejects)
        .allSatisfy(
            (file, count) ->
                assertThat((double) count / sample.linesOfFile().get(file)).isLessThan(0.02));
  }

  @Test
  void shouldDeliverWhatWasRecordedByTheEndOfItsMonth() {
    YearMonth lastCounted = YearMonth.of(2024, 6);
    for (String source : SOURCES) {
      for (Line line : sample.accepted(source)) {
        YearMonth recorded = YearMonth.from(line.day("recorded"));
        YearMonth delivered = month(line.file());
        assertThat(recorded).as(line.toString()).isBeforeOrEqualTo(delivered);
        if (delivered.isAfter(lastCounted)) {
          assertThat(recorded).as(line.toString()).isAfter(lastCounted);
        }
      }
    }
  }

  @Test
  void shouldNeverSayTwoThingsOfARecordAtOnce() {
    for (String source : SOURCES) {
      Map<String, Long> versions =
          sample.accepted(source).stream()
              .map(Line::fields)
              .distinct()
              .collect(
                  Collectors.groupingBy(
                      it -> it.get("id") + " " + it.get("recorded"), Collectors.counting()));
      assertThat(versions.values()).containsOnly(1L);
    }
  }

  @Test
  void shouldHoldTheTrapsOfRealDeliveries() {
    List<Line> calls = sample.accepted("calls");
    LocalDate cutoff = LocalDate.of(2024, 6, 30);
    assertThat(calls)
        .as("heard of too late")
        .anyMatch(it -> it.day("recorded").isAfter(cutoff) && !it.day("reported").isAfter(cutoff))
        .as("withdrawn")
        .anyMatch(it -> it.text("status").equals("withdrawn"))
        .as("delivered a month late")
        .anyMatch(it -> YearMonth.from(it.day("recorded")).isBefore(month(it.file())));
    assertThat(sample.accepted("cases"))
        .as("cleared years later")
        .anyMatch(
            it ->
                it.day("cleared") != null
                    && it.day("cleared").isAfter(it.day("filed").plusYears(2)));
    Path cases = COMMITTED.resolve("deliveries/cases");
    assertThat(DeliveredSample.content(cases.resolve("cases-2023-12-again.csv.gz")))
        .isEqualTo(DeliveredSample.content(cases.resolve("cases-2023-12.csv.gz")));
  }

  private enum Unpacking {
    YES,
    NO
  }

  private static YearMonth month(String file) {
    return file.contains("-dump-")
        ? YearMonth.of(2022, 12)
        : YearMonth.parse(file.substring(6, 13));
  }

  /** The hash of each file; unpacked where the compression of another machine may differ. */
  private static Map<String, String> files(Path folder, Unpacking unpacking) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        boolean isPacked = path.toString().endsWith(".gz") && unpacking == Unpacking.YES;
        byte[] bytes = isPacked ? DeliveredSample.content(path) : Files.readAllBytes(path);
        files.put(folder.relativize(path).toString(), sha256(bytes));
      }
    }
    return files;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
