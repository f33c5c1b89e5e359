package io.tongqi.settings;

import static io.tongqi.domain.CanonicalColumn.FILED_AT;
import static io.tongqi.domain.CanonicalColumn.OCCURRED_AT;
import static io.tongqi.domain.CanonicalColumn.RECORDED_AT;
import static io.tongqi.domain.CanonicalColumn.RECORD_ID;
import static io.tongqi.domain.CanonicalColumn.REPORTED_AT;
import static java.util.Comparator.naturalOrder;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.CodesAsOf;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Mode;
import io.tongqi.domain.Resolution;
import io.tongqi.domain.SourceKind;
import io.tongqi.faults.Faults;
import io.tongqi.faults.Remedy;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    for (int index = 0; index < mapping.activities().size(); index++) {
      ActivityBooking booking = mapping.activities().get(index);
      if (booking != null) {
        inOrder("activities[%d].to".formatted(index), booking.from(), booking.to());
      }
    }
    for (int index = 0; index < mapping.covers().size(); index++) {
      Coverage.Rule rule = mapping.covers().get(index);
      if (rule != null) {
        inOrder("covers[%d].to".formatted(index), rule.from(), rule.to());
        refuseTwoWaysOfStations("covers[%d].station".formatted(index), rule);
        refuseGroupsOfActivities("covers[%d].category_groups".formatted(index), rule);
      }
    }
    for (int index = 0; index < mapping.quiet().size(); index++) {
      Quiet quiet = mapping.quiet().get(index);
      if (quiet != null) {
        inOrder("quiet[%d].to".formatted(index), quiet.from(), quiet.to());
      }
    }
    inOrder("plausible.to", mapping.plausible().from(), mapping.plausible().to());
    resolution();
    timestamps();
  }

  private void fields() {
    List<CanonicalColumn> known = mapping.kind().columns();
    for (CanonicalColumn column : mapping.fields().keySet()) {
      if (!known.contains(column)) {
        String kind = mapping.kind().name().toLowerCase(Locale.ROOT);
        fault(
            "fields." + column.column(),
            "is no field of kind " + kind,
            "remove it or correct the kind");
      }
    }
    if (mapping.kind() == SourceKind.INCIDENT) {
      require(ANY_DAY, "every record");
    }
    if (mapping.mode() != Mode.LEDGER) {
      require(List.of(RECORD_ID), "mode " + mapping.mode().name().toLowerCase(Locale.ROOT));
    }
    if (mapping.codesAsOf() == CodesAsOf.RECORDED_AT) {
      require(List.of(RECORDED_AT), "codes_as_of recorded_at");
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

  private void refuseTwoWaysOfStations(String key, Coverage.Rule rule) {
    if (rule.station() != null && !rule.stations().isEmpty()) {
      fault(key, "tells the stations as stations does", "keep one of station and stations");
    }
  }

  private void refuseGroupsOfActivities(String key, Coverage.Rule rule) {
    if (mapping.kind() == SourceKind.ACTIVITY && !rule.categoryGroups().isEmpty()) {
      fault(
          key,
          "does not apply to kind activity, whose records have no category",
          "remove it, or tell under activities from when on each is answered for");
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

  private void timestamps() {
    Map<Measure, Resolution> booked = new EnumMap<>(Measure.class);
    measures.stream()
        .filter(it -> mapping.resolution().of(it) != null)
        .forEach(it -> booked.put(it, mapping.resolution().of(it)));
    List<Optional<Resolution>> wanted =
        mapping.fields().keySet().stream()
            .filter(it -> it.type() == CanonicalColumn.Type.INSTANT)
            .map(it -> SourceMapping.resolutionOf(it, mapping.fields().keySet(), booked))
            .toList();
    List<TimestampPattern> patterns = TimestampPattern.all(mapping.timestamps());
    for (TimestampPattern pattern : patterns) {
      boolean isOfNoUse =
          !wanted.isEmpty() && wanted.stream().noneMatch(it -> it.map(pattern::tells).orElse(true));
      if (isOfNoUse) {
        Resolution finest =
            wanted.stream().map(Optional::orElseThrow).min(naturalOrder()).orElseThrow();
        String unit = finest.name().toLowerCase(Locale.ROOT);
        fault(
            "timestamps",
            "\"%s\" tells no %s, which the resolution is".formatted(pattern.text(), unit),
            "remove it, or say under resolution how exactly the measures are dated");
      }
      for (TimestampPattern other : patterns) {
        pattern
            .conflict(other)
            .ifPresent(
                text ->
                    fault(
                        "timestamps",
                        "\"%s\" and \"%s\" read \"%s\" as two different days"
                            .formatted(pattern.text(), other.text(), text),
                        "keep the one in which the source writes"));
      }
    }
  }

  private void fault(String key, String problem, String remedy) {
    faults.add(mapping.file(), "key " + key, problem, remedy);
  }
}
