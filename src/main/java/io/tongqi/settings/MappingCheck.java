package io.tongqi.settings;

import static io.tongqi.domain.CanonicalColumn.ARRIVED_AT;
import static io.tongqi.domain.CanonicalColumn.CLEARED_AT;
import static io.tongqi.domain.CanonicalColumn.DEATHS;
import static io.tongqi.domain.CanonicalColumn.FILED_AT;
import static io.tongqi.domain.CanonicalColumn.INJURIES;
import static io.tongqi.domain.CanonicalColumn.LOSS_CENTS;
import static io.tongqi.domain.CanonicalColumn.OCCURRED_AT;
import static io.tongqi.domain.CanonicalColumn.RECORD_ID;
import static io.tongqi.domain.CanonicalColumn.RECOVERED_AT;
import static io.tongqi.domain.CanonicalColumn.RECOVERED_CENTS;
import static io.tongqi.domain.CanonicalColumn.REPORTED_AT;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Mode;
import io.tongqi.faults.Faults;
import io.tongqi.faults.Remedy;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** What a schema cannot say about a source mapping. */
final class MappingCheck {
  private static final List<CanonicalColumn> ANY_DAY = List.of(REPORTED_AT, OCCURRED_AT, FILED_AT);
  private static final List<CanonicalColumn> ANY_EVENT = List.of(REPORTED_AT, OCCURRED_AT);

  private final MappingFile mapping;
  private final Faults faults;
  private final List<Measure> measures;

  MappingCheck(MappingFile mapping, Faults faults) {
    this.mapping = mapping;
    this.faults = faults;
    this.measures =
        mapping.books().stream()
            .filter(booking -> booking != null && booking.measure() != null)
            .map(Booking::measure)
            .distinct()
            .toList();
  }

  /** Records what is wrong with the mapping by itself. */
  void run() {
    if (mapping.fields() != null) {
      fields();
    }
    for (int index = 0; index < mapping.books().size(); index++) {
      Booking booking = mapping.books().get(index);
      if (booking != null) {
        inOrder("books[%d].to".formatted(index), booking.from(), booking.to());
      }
    }
    for (int index = 0; index < mapping.covers().size(); index++) {
      Coverage.Rule rule = mapping.covers().get(index);
      if (rule != null) {
        inOrder("covers[%d].to".formatted(index), rule.from(), rule.to());
      }
    }
    inOrder("plausible.to", mapping.plausible().from(), mapping.plausible().to());
    resolution();
  }

  private void fields() {
    require(ANY_DAY, "every record");
    if (mapping.mode() != Mode.LEDGER) {
      require(List.of(RECORD_ID), "mode " + mapping.mode().name().toLowerCase(Locale.ROOT));
    }
    for (Measure measure : measures) {
      needs(measure).forEach(columns -> require(columns, measure.column()));
    }
  }

  /** What a source must fill to book a measure: of each list at least one column. */
  private static List<List<CanonicalColumn>> needs(Measure measure) {
    return switch (measure) {
      case INCIDENTS_REPORTED, INCIDENTS_OCCURRED -> List.of(ANY_EVENT);
      case CASES_FILED -> List.of(List.of(FILED_AT));
      case CASES_CLEARED -> List.of(List.of(CLEARED_AT));
      case DEATHS -> List.of(ANY_EVENT, List.of(DEATHS));
      case INJURIES -> List.of(ANY_EVENT, List.of(INJURIES));
      case LOSS_CENTS -> List.of(List.of(LOSS_CENTS));
      case RECOVERED_CENTS -> List.of(List.of(RECOVERED_CENTS), List.of(RECOVERED_AT, CLEARED_AT));
      case ARRIVALS_TIMED, ARRIVED_WITHIN_60S, ARRIVED_WITHIN_180S, ARRIVED_WITHIN_300S ->
          List.of(List.of(REPORTED_AT), List.of(ARRIVED_AT));
      case CLEARANCES_TIMED, CLEARED_WITHIN_1H, CLEARED_WITHIN_24H ->
          List.of(List.of(REPORTED_AT), List.of(CLEARED_AT));
    };
  }

  private void require(List<CanonicalColumn> any, String by) {
    if (any.stream().noneMatch(mapping.fields()::containsKey)) {
      String columns =
          any.stream().map(CanonicalColumn::column).collect(Collectors.joining(" or "));
      fault(
          "fields",
          "%s is missing, which %s needs".formatted(columns, by),
          "give it an expression");
    }
  }

  private void inOrder(String end, @Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null && to.isBefore(from)) {
      fault(end, "%s is before %s".formatted(to, from), "write a day on or after " + from);
    }
  }

  private void resolution() {
    List<String> known =
        Stream.concat(
                Stream.of(MappingFile.Resolutions.OTHERS), measures.stream().map(Measure::column))
            .toList();
    for (String measure : mapping.resolution().named().keySet()) {
      if (!known.contains(measure)) {
        fault("resolution." + measure, "is not a known key", Remedy.choose(measure, known));
      }
    }
  }

  private void fault(String key, String problem, String remedy) {
    faults.add(mapping.file(), "key " + key, problem, remedy);
  }
}
