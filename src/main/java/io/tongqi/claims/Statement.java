package io.tongqi.claims;

import io.tongqi.domain.Area;
import io.tongqi.domain.Comparator;
import io.tongqi.domain.Indicator;
import io.tongqi.domain.RecordTrait;
import java.math.BigDecimal;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * A sentence of a press release, and what it says of which figure.
 *
 * @param number its place in the file, from 1
 * @param text the sentence as it is written
 * @param subject the figure that it is about; empty where the records know of none
 * @param comparator what it says of the figure
 * @param value the number that it states: percent of a rate, yuan of money; null where it states
 *     none
 * @param precision to which the number is rounded
 */
public record Statement(
    int number,
    String text,
    Optional<Subject> subject,
    Comparator comparator,
    @Nullable BigDecimal value,
    BigDecimal precision) {

  /**
   * A figure: a metric of some area and category group in a window, or an activity there.
   *
   * @param group the category group; blank for an activity, which has none
   * @param records which of the records that it counts, where not all are meant
   */
  public record Subject(
      Indicator indicator, Area area, String group, String window, Optional<RecordTrait> records) {
    /** Of all its records. */
    public Subject(Indicator indicator, Area area, String group, String window) {
      this(indicator, area, group, window, Optional.empty());
    }

    Subject withAllRecords() {
      return new Subject(indicator, area, group, window);
    }
  }

  /** What the stated number may stand for. */
  Rounding stated() {
    return Rounding.of(value, precision);
  }
}
