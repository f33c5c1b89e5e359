package io.tongqi.coverage;

import io.tongqi.settings.Measure;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What carries the figures of an area and of category groups that the same sources answer for. */
final class Ground implements Serializable {
  private static final long serialVersionUID = 1L;

  private final EnumMap<Measure, Support> byMeasure;
  private final Support all;
  private final Map<Set<Measure>, Support> combined = new ConcurrentHashMap<>();

  Ground(Map<Measure, Support> byMeasure, Support all) {
    this.byMeasure = new EnumMap<>(byMeasure);
    this.all = all;
  }

  /** Of everything that any source books: covered where each of them has delivered. */
  Support all() {
    return all;
  }

  /** Of some measures, at least one. */
  Support of(Set<Measure> measures) {
    return combined.computeIfAbsent(
        measures,
        it -> it.stream().sorted().map(byMeasure::get).reduce(Support::and).orElseThrow());
  }
}
