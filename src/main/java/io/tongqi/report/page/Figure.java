package io.tongqi.report.page;

import io.tongqi.comparison.RecordStanding;
import io.tongqi.domain.Better;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Kind;
import io.tongqi.domain.Metric;
import java.util.List;
import java.util.Objects;
import javax.annotation.Nullable;

/**
 * A figure of a bulletin, with what defends it.
 *
 * @param group the code of its category group
 * @param groupName the name of the group
 * @param years the years compared, the current one last
 * @param compared the current year against the others
 */
public record Figure(
    Metric metric, String group, Bilingual groupName, List<FigureYear> years, Compared compared) {

  /**
   * The current year among the years, as gold.decade_comparison has it.
   *
   * @param change on the year before: in percent, of a rate in percentage points; null where there
   *     is none
   * @param probability that so large a change comes about by chance; null where it is not tested
   * @param isWithinChance whether chance makes so large a change often enough; null where it is not
   *     tested
   * @param rank among the years, 1 is best; null where there is none
   * @param yearsCompared how many years could be compared
   * @param record what can be claimed
   * @param reason why
   */
  public record Compared(
      @Nullable Double change,
      @Nullable Double probability,
      @Nullable Boolean isWithinChance,
      @Nullable Integer rank,
      int yearsCompared,
      RecordStanding record,
      Bilingual reason) {}

  /** A name for it that is unique on a page. */
  public String id() {
    return metric.column() + "-" + group;
  }

  /** What it is about, in words. */
  public Bilingual title() {
    return new Bilingual("%1 · %2", "%1: %2").filled(groupName, MetricWords.of(metric).name());
  }

  /** The current year. */
  public FigureYear current() {
    return years.get(years.size() - 1);
  }

  /** The value of the year before; null where there is none. */
  public @Nullable Double priorValue() {
    return years.stream()
        .filter(it -> it.year() == current().year() - 1)
        .map(FigureYear::value)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Whether any year before has a value. */
  public boolean hasEarlierValue() {
    return years.stream().limit(years.size() - 1L).anyMatch(it -> it.value() != null);
  }

  /** Whether it is a rate. */
  public boolean isRate() {
    return metric.kind() == Kind.RATE;
  }

  /** Whether it is better than, or as good as, in all other years. */
  public boolean isRecord() {
    return compared.record() == RecordStanding.BEST
        || compared.record() == RecordStanding.EQUALS_BEST;
  }

  /** Whether nothing can be claimed of it, although more or less of it would be better. */
  public boolean isUndetermined() {
    return compared.record() == RecordStanding.UNDETERMINED && metric.better() != Better.NEUTRAL;
  }
}
