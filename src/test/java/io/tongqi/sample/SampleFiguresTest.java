package io.tongqi.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tongqi.sample.DeliveredSample.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recomputes the figures from the files that are committed, by hand and without its maker. */
class SampleFiguresTest {
  private static final Path FOLDER = Path.of("data-sample");
  private static final LocalDate CUTOFF = LocalDate.of(2024, 6, 30);
  private static final Map<LocalDate, Map<String, Collection<Line>>> KNOWN = new HashMap<>();
  private static final Map<List<Object>, List<Line>> SELECTED = new HashMap<>();
  private static DeliveredSample sample;

  @BeforeAll
  static void read() throws IOException {
    sample = new DeliveredSample(FOLDER);
  }

  @Test
  void shouldHoldTheAnnouncedChangesOfCounts() {
    assertThat(latest("criminal_and_public_order", "incidents_reported", 2023)).isEqualTo(1000);
    assertThat(latest("criminal_and_public_order", "incidents_reported", 2024)).isEqualTo(606);
    assertThat(latest("telecom_fraud", "incidents_reported", 2023)).isEqualTo(158);
    assertThat(latest("telecom_fraud", "incidents_reported", 2024)).isEqualTo(101);
    assertThat(latest("theft", "incidents_reported", 2023)).isEqualTo(250);
    assertThat(latest("theft", "incidents_reported", 2024)).isEqualTo(153);
    assertThat(latest("crash_general_procedure", "incidents_reported", 2023)).isEqualTo(50);
    assertThat(latest("crash_general_procedure", "incidents_reported", 2024)).isEqualTo(43);
    assertThat(latest("road_traffic", "deaths", 2023)).isEqualTo(12);
    assertThat(latest("road_traffic", "deaths", 2024)).isEqualTo(5);
    assertThat(latest("criminal", "cases_cleared", 2023)).isEqualTo(208);
    assertThat(latest("criminal", "cases_cleared", 2024)).isEqualTo(231);
  }

  @Test
  void shouldClearAllGraveCases() {
    assertThat(latest("ten_grave", "cases_filed", 2024)).isEqualTo(14);
    assertThat(latest("ten_grave", "cohort_clearance_rate", 2024)).isEqualTo(1);
  }

  @Test
  void shouldSetTheRecordOfDaysWithoutCriminalIncidents() {
    assertThat(latest("criminal", "zero_incident_days", 2024)).isEqualTo(28);
    for (CutBy cut : CutBy.values()) {
      assertThat(earlierYears("criminal", "zero_incident_days", cut)).allMatch(days -> days < 28);
      assertThat(earlierYears("criminal_and_public_order", "incidents_reported", cut))
          .allMatch(count -> count > 606);
    }
    assertThat(earlierYears("criminal", "zero_incident_days", CutBy.LATEST))
        .allMatch(days -> days >= 9 && days <= 22);
  }

  @Test
  void shouldPutGaomingFirstOfTheDistrictsForThefts() {
    for (String metric :
        List.of("cohort_clearance_rate", "cohort_recovery_rate", "recovery_rate")) {
      double best = value(CutBy.LATEST, "gaoming", "theft", metric, 2024);
      assertThat(List.of("chancheng", "nanhai", "shunde", "sanshui"))
          .allMatch(other -> value(CutBy.LATEST, other, "theft", metric, 2024) < best);
    }
  }

  @Test
  void shouldTellOfOneBurglarySolvedWithinTheHour() {
    LocalDate day = LocalDate.of(2024, 4, 22);
    List<Line> burglaries =
        known("cases", CUTOFF).stream()
            .filter(it -> sample.isIn(it, "burglary") && sample.district(it).equals("gaoming"))
            .filter(it -> day.equals(it.day("reported")))
            .toList();

    assertThat(burglaries).hasSize(1);
    assertThat(burglaries.get(0).cents("loss")).isEqualTo(200_000);
    assertThat(burglaries.get(0).cents("returned")).isEqualTo(200_000);
    assertThat(burglaries.get(0).day("recovered")).isEqualTo(day);
    assertThat(burglaries.get(0).time("cleared"))
        .isBefore(burglaries.get(0).time("reported").plusHours(1));
  }

  @Test
  void shouldExpectWhatTheFilesSay() throws IOException {
    List<Map<String, String>> expected = DeliveredSample.rows(FOLDER.resolve("expected.csv"));

    assertThat(expected).hasSizeGreaterThan(300);
    for (Map<String, String> row : expected) {
      CutBy cut = row.get("vintage").equals("latest") ? CutBy.LATEST : CutBy.EQUAL_AGE;
      double counted =
          value(
              cut,
              row.get("area"),
              row.get("category_group"),
              row.get("metric"),
              Integer.parseInt(row.get("year")));
      assertThat(Double.parseDouble(row.get("value")))
          .as(row.toString())
          .isEqualTo(counted, within(1e-12));
    }
  }

  @Test
  void shouldExpectTheChancesOfTheExactTest() throws IOException {
    List<Map<String, String>> tested =
        DeliveredSample.rows(FOLDER.resolve("expected.csv")).stream()
            .filter(row -> !row.get("within_chance").isEmpty())
            .toList();

    assertThat(tested).hasSize(12);
    for (Map<String, String> row : tested) {
      int count = Integer.parseInt(row.get("value"));
      int prior = Integer.parseInt(row.get("prior_value"));
      double chance =
          BinomialTest.withDefaults()
              .with(AlternativeHypothesis.TWO_SIDED)
              .test(count + prior, count, 182 / (182 + 181.0))
              .getPValue();
      assertThat(row.get("within_chance"))
          .as(row.toString())
          .isEqualTo(String.valueOf(chance >= 0.05));
    }
  }

  private enum CutBy {
    LATEST,
    EQUAL_AGE
  }

  private static List<Double> earlierYears(String group, String metric, CutBy cut) {
    return IntStream.range(2015, 2024)
        .mapToObj(year -> value(cut, "gaoming", group, metric, year))
        .toList();
  }

  private static double latest(String group, String metric, int year) {
    return value(CutBy.LATEST, "gaoming", group, metric, year);
  }

  private static double value(CutBy cut, String district, String group, String metric, int year) {
    LocalDate knownAt = cut == CutBy.LATEST ? CUTOFF : LocalDate.of(year, 6, 30);
    List<Line> calls = select("calls", knownAt, district, group);
    List<Line> cases = select("cases", knownAt, district, group);
    List<Line> filed = during(year, "filed", cases);
    List<Line> cleared = during(year, "cleared", cases);
    List<Line> current = during(year, "cleared", filed);
    double loss = sum(filed, it -> it.cents("loss"));
    return switch (metric) {
      case "incidents_reported" -> during(year, "reported", calls).size();
      case "zero_incident_days" ->
          LocalDate.of(year, 6, 30).getDayOfYear()
              - during(year, "reported", calls).stream()
                  .map(it -> it.day("reported"))
                  .distinct()
                  .count();
      case "deaths" ->
          sum(during(year, "occurred", calls), it -> it.count("deaths"))
              + sum(
                  during(year, "reported", calls),
                  it -> it.text("occurred").isEmpty() ? it.count("deaths") : 0);
      case "cases_filed" -> filed.size();
      case "cases_cleared" -> cleared.size();
      case "cases_cleared_current" -> current.size();
      case "cases_cleared_backlog" -> cleared.size() - current.size();
      case "clearance_rate" -> (double) cleared.size() / filed.size();
      case "cohort_clearance_rate" -> (double) current.size() / filed.size();
      case "loss" -> loss;
      case "recovered" -> sum(during(year, "recovered", cases), it -> it.cents("returned"));
      case "recovery_rate" ->
          sum(during(year, "recovered", cases), it -> it.cents("returned")) / loss;
      case "cohort_recovery_rate" ->
          sum(during(year, "recovered", filed), it -> it.cents("returned")) / loss;
      default -> throw new AssertionError("no way to count " + metric);
    };
  }

  private static List<Line> select(
      String source, LocalDate knownAt, String district, String group) {
    return SELECTED.computeIfAbsent(
        List.of(source, knownAt, district, group),
        key ->
            known(source, knownAt).stream()
                .filter(it -> sample.isIn(it, group) && sample.district(it).equals(district))
                .toList());
  }

  private static Collection<Line> known(String source, LocalDate day) {
    return KNOWN
        .computeIfAbsent(day, it -> new HashMap<>())
        .computeIfAbsent(source, it -> sample.known(it, day));
  }

  private static List<Line> during(int year, String column, List<Line> lines) {
    return lines.stream()
        .filter(it -> it.text(column).startsWith(year + "-0"))
        .filter(it -> it.text(column).substring(5, 7).compareTo("06") <= 0)
        .toList();
  }

  private static double sum(List<Line> lines, ToLongFunction<Line> amount) {
    return lines.stream().mapToLong(amount).sum();
  }
}
