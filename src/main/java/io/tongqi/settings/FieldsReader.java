package io.tongqi.settings;

import static io.tongqi.domain.CanonicalColumn.ARRIVED_AT;
import static io.tongqi.domain.CanonicalColumn.CLEARED_AT;
import static io.tongqi.domain.CanonicalColumn.DEATHS;
import static io.tongqi.domain.CanonicalColumn.FILED_AT;
import static io.tongqi.domain.CanonicalColumn.INJURIES;
import static io.tongqi.domain.CanonicalColumn.LOSS_CENTS;
import static io.tongqi.domain.CanonicalColumn.OCCURRED_AT;
import static io.tongqi.domain.CanonicalColumn.RECOVERED_AT;
import static io.tongqi.domain.CanonicalColumn.RECOVERED_CENTS;
import static io.tongqi.domain.CanonicalColumn.REPORTED_AT;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Mode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads `fields` of a source mapping and holds them against what records and measures need. */
final class FieldsReader {
  private static final List<CanonicalColumn> ANY_DAY = List.of(REPORTED_AT, OCCURRED_AT, FILED_AT);
  private static final List<CanonicalColumn> ANY_EVENT = List.of(REPORTED_AT, OCCURRED_AT);

  private FieldsReader() {}

  static Map<CanonicalColumn, String> read(Value value) {
    Map<CanonicalColumn, String> fields = new EnumMap<>(CanonicalColumn.class);
    value
        .keys()
        .ifPresent(
            keys -> {
              for (CanonicalColumn column : CanonicalColumn.values()) {
                Value field = keys.value(column.column());
                if (field.isPresent()) {
                  fields.put(column, field.text().orElse(""));
                }
              }
              keys.refuseOthers();
            });
    return fields;
  }

  /** Records the columns that the mode and the booked measures need and that are not filled. */
  static void check(
      Value value, Map<CanonicalColumn, String> fields, Mode mode, List<Booking> books) {
    require(value, fields, List.of(CanonicalColumn.STATION), "every record");
    require(value, fields, List.of(CanonicalColumn.CATEGORY), "every record");
    require(value, fields, ANY_DAY, "every record");
    if (mode != Mode.LEDGER) {
      require(
          value,
          fields,
          List.of(CanonicalColumn.RECORD_ID),
          "mode " + mode.name().toLowerCase(Locale.ROOT));
    }
    books.stream()
        .map(Booking::measure)
        .distinct()
        .forEach(
            measure ->
                needs(measure)
                    .forEach(columns -> require(value, fields, columns, measure.column())));
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

  private static void require(
      Value value, Map<CanonicalColumn, String> fields, List<CanonicalColumn> any, String by) {
    if (any.stream().noneMatch(fields::containsKey)) {
      String columns =
          any.stream().map(CanonicalColumn::column).collect(Collectors.joining(" or "));
      value.fault("%s is missing, which %s needs".formatted(columns, by), "give it an expression");
    }
  }
}
