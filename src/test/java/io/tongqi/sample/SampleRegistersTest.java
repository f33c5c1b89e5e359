package io.tongqi.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recomputes the totals of activities from the registers, by hand and without their maker. */
class SampleRegistersTest {
  private static final Path FOLDER = Path.of("data-sample");

  private static List<Map<String, String>> activities;
  private static List<Map<String, String>> standing;
  private static final List<Map<String, String>> LINES = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    activities = DeliveredSample.rows(FOLDER.resolve("reference/activities.csv"));
    try (Stream<Path> files = Files.list(FOLDER.resolve("deliveries/registers"))) {
      files.sorted().forEach(SampleRegistersTest::read);
    }
    Map<String, Map<String, String>> newest = new TreeMap<>();
    LINES.stream()
        .filter(line -> activity(line.get("item")) != null)
        .sorted(Comparator.comparing(line -> line.get("entered")))
        .forEach(line -> newest.put(line.get("entry_no"), line));
    newest.values().removeIf(line -> line.get("state").equals("作废"));
    standing = List.copyOf(newest.values());
  }

  private static void read(Path file) {
    List<String> lines =
        new String(DeliveredSample.content(file), StandardCharsets.UTF_8).lines().toList();
    String[] header = lines.get(0).split(",", -1);
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int column = 0; column < header.length; column++) {
        row.put(header[column], values[column]);
      }
      String month = file.getFileName().toString().substring(10, 17);
      assertThat(row.get("entered")).as(line).startsWith(month);
      assertThat(row.get("day")).as(line).isLessThanOrEqualTo("2024-06-30");
      LINES.add(row);
    }
  }

  @Test
  void shouldExpectWhatTheRegistersSay() throws IOException {
    List<Map<String, String>> expected =
        DeliveredSample.rows(FOLDER.resolve("expected-activities.csv"));

    assertThat(expected).hasSameSizeAs(activities);
    for (Map<String, String> row : expected) {
      String code = row.get("activity");
      String per = activity(code).get("per");
      double value = total(code, "2024");
      assertThat(Double.parseDouble(row.get("value")))
          .as(code)
          .isCloseTo(per.isEmpty() ? value : value / total(per, "2024"), within(1e-12));
      boolean isHeld = !row.get("prior_value").isEmpty();
      assertThat(standing.stream().anyMatch(it -> isOf(it, code, "2023")))
          .as(code)
          .isEqualTo(isHeld);
      if (isHeld) {
        assertThat(Double.parseDouble(row.get("prior_value"))).isEqualTo(total(code, "2023"));
      }
    }
  }

  @Test
  void shouldCarryTheRegistersOfTheReport() {
    assertThat(total("community_hours", "2024") / total("officer_hours", "2024"))
        .isGreaterThan(0.8);
    assertThat(total("police_rooms", "2024")).isEqualTo(29);
    assertThat(total("response_circles", "2024")).isEqualTo(11);
    assertThat(total("patrol_routes", "2024")).isEqualTo(38);
    assertThat(total("key_sites", "2024")).isEqualTo(43);
    assertThat(total("school_posts", "2024")).isEqualTo(80);
    assertThat(total("emergency_units", "2024")).isEqualTo(289);
    assertThat(total("volunteers", "2024")).isGreaterThan(3600);
    assertThat(total("outreach_teams", "2024")).isEqualTo(128);
    assertThat(total("outreach_events", "2024")).isGreaterThan(800);
    assertThat(total("advertisements", "2024")).isGreaterThan(2000);
    assertThat(total("leaflets", "2024")).isGreaterThan(100_000);
    assertThat(total("industrial_parks", "2024")).isEqualTo(9);
  }

  @Test
  void shouldHoldTheTrapsOfRealRegisters() {
    assertThat(LINES)
        .as("withdrawn")
        .anyMatch(it -> it.get("state").equals("作废"))
        .as("an unknown activity")
        .anyMatch(it -> activity(it.get("item")) == null);
    assertThat(LINES.stream().map(it -> it.get("entry_no")).distinct().count())
        .as("corrected, withdrawn, mended")
        .isEqualTo(LINES.size() - 3);
  }

  private static Map<String, String> activity(String code) {
    return activities.stream()
        .filter(it -> it.get("activity").equals(code))
        .findFirst()
        .orElse(null);
  }

  private static boolean isOf(Map<String, String> line, String code, String year) {
    return line.get("item").equals(code) && line.get("day").startsWith(year);
  }

  /** Days add up; of a stock the last level of each station does. */
  private static double total(String code, String year) {
    List<Map<String, String>> lines = standing.stream().filter(it -> isOf(it, code, year)).toList();
    if (activity(code).get("kind").equals("flow")) {
      return lines.stream().mapToInt(it -> Integer.parseInt(it.get("amount"))).sum();
    }
    Map<String, Map<String, String>> last = new HashMap<>();
    lines.stream()
        .sorted(Comparator.comparing(it -> it.get("day")))
        .forEach(it -> last.put(it.get("station"), it));
    return last.values().stream().mapToInt(it -> Integer.parseInt(it.get("amount"))).sum();
  }
}
