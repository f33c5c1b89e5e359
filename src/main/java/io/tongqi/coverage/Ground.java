package io.tongqi.coverage;

import io.tongqi.domain.Measure;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/**
 * What carries the figures of areas and category groups that stand alike: the same sources answer
 * for them, and have delivered the same days.
 *
 * @param byMeasure what carries each measure
 * @param all what carries everything that is booked: covered where each of its sources delivered
 */
public record Ground(Map<Measure, Support> byMeasure, Support all) implements Serializable {
  /** What carries some measures, at least one. */
  public Support of(Set<Measure> measures) {
    return measures.stream().sorted().map(byMeasure::get).reduce(Support::and).orElseThrow();
  }
}
