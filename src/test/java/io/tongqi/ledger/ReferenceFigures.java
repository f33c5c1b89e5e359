package io.tongqi.ledger;

import io.tongqi.domain.Measure;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;

/**
 * The definitions of the additive metrics, in plain Java over the cells of {@link ReferenceLedger}.
 */
final class ReferenceFigures {
  static final List<String> ADDITIVE =
      List.of(
          "incidents_reported",
          "incidents_occurred",
          "cases_filed",
          "cases_cleared",
          "cases_cleared_current",
          "cases_cleared_backlog",
          "cohort_cleared",
          "cohort_cleared_to_date",
          "loss",
          "recovered",
          "cohort_recovered",
          "deaths",
          "injuries",
          "arrivals_timed",
          "arrived_within_60s",
          "arrived_within_180s",
          "arrived_within_300s",
          "clearances_timed",
          "cleared_within_1h",
          "cleared_within_24h");

  private record Days(LocalDate first, LocalDate last) {}

  private final Map<ReferenceLedger.Cell, Long> ledger;
  private final Map<String, Days> windows = new LinkedHashMap<>();
  private final Map<String, LocalDate> currentEnds = new LinkedHashMap<>();
  private final LocalDate knownAt;

  ReferenceFigures(
      Map<ReferenceLedger.Cell, Long> ledger, List<Row> samePeriods, LocalDate knownAt) {
    this.ledger = ledger;
    this.knownAt = knownAt;
    for (Row row : samePeriods) {
      if (row.<Boolean>getAs("is_defined")) {
        Days days = new Days(day(row, "first_day"), day(row, "last_day"));
        windows.put(row.getAs("window") + " " + row.getAs("year"), days);
        if (row.<Boolean>getAs("is_current")) {
          currentEnds.put(row.getAs("window"), days.last());
        }
      }
    }
  }

  /** What does not agree: one line for each figure. */
  List<String> faults(List<Row> facts) {
    List<String> faults = new ArrayList<>();
    for (Row fact : facts) {
      Map<String, Long> expected = expected(fact);
      expected.forEach(
          (metric, value) -> {
            Number held = fact.getAs(metric);
            if ((held == null ? 0 : held.longValue()) != value) {
              faults.add("%s is %s, not %s in %s".formatted(metric, held, value, fact));
            }
          });
    }
    return faults;
  }

  private Map<String, Long> expected(Row fact) {
    String window = fact.getAs("window");
    Days days = windows.get(window + " " + fact.getAs("year"));
    LocalDate cutOff =
        fact.getAs("vintage").equals("latest")
            ? knownAt
            : days.last().plusDays(ChronoUnit.DAYS.between(currentEnds.get(window), knownAt));
    List<Map.Entry<ReferenceLedger.Cell, Long>> known =
        ledger.entrySet().stream()
            .filter(entry -> !entry.getKey().recordedOn().isAfter(cutOff))
            .filter(entry -> !entry.getKey().day().isAfter(cutOff))
            .filter(entry -> isIn(fact, entry.getKey()))
            .toList();
    Predicate<ReferenceLedger.Cell> inside = cell -> within(cell.day(), days);
    Predicate<ReferenceLedger.Cell> cohort = cell -> within(cell.originDay(), days);
    Map<String, Long> figures = new LinkedHashMap<>();
    for (Measure measure : Measure.values()) {
      String metric =
          Map.of(Measure.LOSS_CENTS, "loss", Measure.RECOVERED_CENTS, "recovered")
              .getOrDefault(measure, measure.column());
      if (List.of(fact.schema().fieldNames()).contains(metric)) {
        figures.put(metric, sum(known, measure, inside));
      }
    }
    figures.put("cases_cleared_current", sum(known, Measure.CASES_CLEARED, inside.and(cohort)));
    figures.put(
        "cases_cleared_backlog",
        sum(
            known,
            Measure.CASES_CLEARED,
            inside.and(cell -> cell.originDay().isBefore(days.first()))));
    figures.put(
        "cohort_cleared",
        sum(known, Measure.CASES_CLEARED, cohort.and(cell -> !cell.day().isAfter(days.last()))));
    figures.put("cohort_cleared_to_date", sum(known, Measure.CASES_CLEARED, cohort));
    figures.put(
        "cohort_recovered",
        sum(known, Measure.RECOVERED_CENTS, cohort.and(cell -> !cell.day().isAfter(days.last()))));
    String area = fact.getAs("area");
    addZeroDays(figures, daily(known, Measure.INCIDENTS_REPORTED), days, area, "incident", "");
    addZeroDays(
        figures, daily(known, Measure.INCIDENTS_OCCURRED), days, area, "occurrence", "occurrence_");
    addZeroDays(figures, daily(known, Measure.DEATHS), days, area, "death", "death_");
    return figures;
  }

  private static Map<LocalDate, Long> daily(
      List<Map.Entry<ReferenceLedger.Cell, Long>> known, Measure measure) {
    Map<LocalDate, Long> sums = new LinkedHashMap<>();
    known.stream()
        .filter(entry -> entry.getKey().measure() == measure)
        .forEach(entry -> sums.merge(entry.getKey().day(), entry.getValue(), Long::sum));
    return sums;
  }

  private static void addZeroDays(
      Map<String, Long> figures,
      Map<LocalDate, Long> sums,
      Days days,
      String area,
      String what,
      String ofRun) {
    long zeros = 0;
    long run = 0;
    long longest = 0;
    for (LocalDate day :
        (Iterable<LocalDate>) days.first().datesUntil(days.last().plusDays(1))::iterator) {
      boolean isZero = TestForce.existed(area, day) && sums.getOrDefault(day, 0L) <= 0;
      run = isZero ? run + 1 : 0;
      zeros += run > 0 ? 1 : 0;
      longest = Math.max(longest, run);
    }
    figures.put("zero_" + what + "_days", zeros);
    figures.put("longest_zero_" + ofRun + "run_days", longest);
  }

  private static long sum(
      List<Map.Entry<ReferenceLedger.Cell, Long>> known,
      Measure measure,
      Predicate<ReferenceLedger.Cell> counted) {
    return known.stream()
        .filter(entry -> entry.getKey().measure() == measure && counted.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static boolean isIn(Row fact, ReferenceLedger.Cell cell) {
    if (!TestForce.GROUPS.get(cell.category()).contains(fact.<String>getAs("category_group"))) {
      return false;
    }
    TestForce.Place place = TestForce.placeOf(cell);
    return switch (fact.<String>getAs("area_level")) {
      case "force" -> true;
      case "district" -> place.district().equals(fact.getAs("area"));
      default -> place.area().equals(fact.getAs("area"));
    };
  }

  private static boolean within(LocalDate day, Days days) {
    return !day.isBefore(days.first()) && !day.isAfter(days.last());
  }

  private static LocalDate day(Row row, String column) {
    return row.<java.sql.Date>getAs(column).toLocalDate();
  }
}
