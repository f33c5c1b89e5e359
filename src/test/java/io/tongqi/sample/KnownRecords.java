package io.tongqi.sample;

import io.tongqi.calendar.DayRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The records as the force knew them on a day, and figures counted from them one by one: what the
 * ledger has to arrive at.
 */
final class KnownRecords {
  private final SamplePlan plan;
  private final Map<String, List<Call>> calls;
  private final Map<String, List<Filing>> filings;

  KnownRecords(
      SamplePlan plan, List<Version<Call>> calls, List<Version<Filing>> cases, LocalDate knownAt) {
    this.plan = plan;
    this.calls = known(calls, knownAt).collect(Collectors.groupingBy(it -> district(it.station())));
    this.filings =
        known(cases, knownAt).collect(Collectors.groupingBy(it -> district(it.station())));
  }

  private static <T> Stream<T> known(List<Version<T>> versions, LocalDate knownAt) {
    Map<String, Version<T>> newest = new LinkedHashMap<>();
    for (Version<T> version : versions) {
      if (!version.recordedAt().toLocalDate().isAfter(knownAt)) {
        newest.merge(
            version.recordId(),
            version,
            (one, other) -> one.recordedAt().isAfter(other.recordedAt()) ? one : other);
      }
    }
    return newest.values().stream()
        .filter(version -> version.standing() == Version.Standing.VALID)
        .map(Version::facts);
  }

  /** A metric of a district and group in a window; null where it divides by zero. */
  Double value(String metric, String district, String group, DayRange window) {
    List<Call> calls =
        this.calls.get(district).stream().filter(it -> plan.isIn(it.category(), group)).toList();
    List<Filing> cases =
        filings.get(district).stream().filter(it -> plan.isIn(it.category(), group)).toList();
    List<Filing> cohort = cases.stream().filter(it -> isIn(window, it.filed())).toList();
    List<Filing> cleared = cases.stream().filter(it -> isIn(window, it.cleared())).toList();
    List<Filing> current = cohort.stream().filter(it -> isIn(window, it.cleared())).toList();
    List<Filing> returned = cases.stream().filter(it -> isIn(window, it.recovered())).toList();
    List<Filing> returnedNow = cohort.stream().filter(it -> isIn(window, it.recovered())).toList();
    long loss = sum(cohort, Filing::lossCents);
    return switch (metric) {
      case "incidents_reported" -> (double) sum(calls, it -> isIn(window, it.reported()) ? 1 : 0);
      case "deaths" -> (double) sum(calls, it -> isIn(window, happened(it)) ? it.deaths() : 0);
      case "zero_incident_days" -> (double) (window.days() - days(calls, window));
      case "cases_filed" -> (double) cohort.size();
      case "cases_cleared" -> (double) cleared.size();
      case "cases_cleared_current" -> (double) current.size();
      case "cases_cleared_backlog" -> (double) (cleared.size() - current.size());
      case "clearance_rate" -> share(cleared.size(), cohort.size());
      case "cohort_clearance_rate" -> share(current.size(), cohort.size());
      case "loss" -> (double) loss;
      case "recovered" -> (double) sum(returned, Filing::recoveredCents);
      case "recovery_rate" -> share(sum(returned, Filing::recoveredCents), loss);
      case "cohort_recovery_rate" -> share(sum(returnedNow, Filing::recoveredCents), loss);
      default -> throw new IllegalArgumentException("counting " + metric + ": no such metric");
    };
  }

  private String district(String station) {
    return plan.station(station).district();
  }

  private static int days(List<Call> calls, DayRange window) {
    Set<LocalDate> days = new HashSet<>();
    calls.stream()
        .map(call -> call.reported().toLocalDate())
        .filter(window::contains)
        .forEach(days::add);
    return days.size();
  }

  private static LocalDateTime happened(Call call) {
    return call.occurred() == null ? call.reported() : call.occurred();
  }

  private static boolean isIn(DayRange window, LocalDateTime time) {
    return time != null && window.contains(time.toLocalDate());
  }

  private static <T> long sum(List<T> records, ToLongFunction<T> amount) {
    return records.stream().mapToLong(amount).sum();
  }

  private static Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }
}
