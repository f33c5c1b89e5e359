package io.tongqi.settings;

import static io.tongqi.domain.CanonicalColumn.FILED_AT;
import static io.tongqi.domain.CanonicalColumn.OCCURRED_AT;
import static io.tongqi.domain.CanonicalColumn.REPORTED_AT;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.Mode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads `fields` of a source mapping and holds them against what records and measures need. */
final class FieldsReader {
  private static final List<CanonicalColumn> ANY_DAY = List.of(REPORTED_AT, OCCURRED_AT, FILED_AT);

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
                measure
                    .needs()
                    .forEach(columns -> require(value, fields, columns, measure.column())));
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
