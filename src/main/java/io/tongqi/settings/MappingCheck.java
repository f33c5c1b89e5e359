package io.tongqi.settings;

import static io.tongqi.domain.CanonicalColumn.FILED_AT;
import static io.tongqi.domain.CanonicalColumn.OCCURRED_AT;
import static io.tongqi.domain.CanonicalColumn.RECORD_ID;
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
      measure.needs().forEach(columns -> require(columns, measure.column()));
    }
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
