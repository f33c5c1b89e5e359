package io.tongqi.figures;

import io.tongqi.domain.Metric;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import javax.annotation.Nullable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Where the columns of a fact stand. */
final class FactColumns implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NONE = -1;

  private final EnumMap<Metric, Integer> values = new EnumMap<>(Metric.class);
  private final EnumMap<Metric, Integer> numerators = new EnumMap<>(Metric.class);
  private final EnumMap<Metric, Integer> denominators = new EnumMap<>(Metric.class);

  FactColumns(StructType columns) {
    for (Metric metric : Metric.values()) {
      values.put(metric, columns.fieldIndex(metric.column()));
      numerators.put(metric, metric.numerator().map(columns::fieldIndex).orElse(NONE));
      denominators.put(metric, metric.denominator().map(columns::fieldIndex).orElse(NONE));
    }
  }

  @Nullable
  Double value(Row fact, Metric metric) {
    Number value = number(fact, values, metric);
    return value == null ? null : value.doubleValue();
  }

  @Nullable
  Long numerator(Row fact, Metric metric) {
    return (Long) number(fact, numerators, metric);
  }

  @Nullable
  Long denominator(Row fact, Metric metric) {
    return (Long) number(fact, denominators, metric);
  }

  private static @Nullable Number number(Row fact, Map<Metric, Integer> places, Metric metric) {
    int place = places.get(metric);
    return place == NONE ? null : (Number) fact.get(place);
  }
}
