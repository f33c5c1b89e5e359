package io.tongqi.summary;

import io.tongqi.comparison.RecordStanding;
import io.tongqi.domain.Better;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Kind;
import io.tongqi.domain.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.annotation.Nullable;
import org.apache.commons.lang3.StringUtils;

/**
 * A figure as people are told it, as {@code gold.headline} has it.
 *
 * @param group the category group, by its code
 * @param groupName its name
 * @param name that of the metric
 * @param years the values of all years, the current one last; null where a year is not wholly known
 * @param shown in the unit that it is published in: rates in percent, money in yuan
 * @param change on the year before, in percent; of a rate in percentage points; null where there is
 *     none
 * @param rank among the years; null where there is none
 * @param record what can be claimed of it
 * @param reason why it is that record
 */
record LeadingFigure(
    Metric metric,
    String group,
    Bilingual groupName,
    Bilingual name,
    List<Double> years,
    double shown,
    @Nullable Double change,
    boolean isWithinChance,
    @Nullable Integer rank,
    int yearsCompared,
    RecordStanding record,
    Bilingual reason) {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final String UNKNOWN = "·";

  /** Whether there was any of it, this year or the year before. */
  boolean isAboveZero() {
    return shown > 0
        || years.stream().skip(Math.max(0, years.size() - 2)).anyMatch(it -> it != null && it > 0);
  }

  /** Why no record can be claimed; empty where one can, or none is meant. */
  Optional<Bilingual> withheld() {
    return record == RecordStanding.UNDETERMINED && metric.better() != Better.NEUTRAL
        ? Optional.of(new Bilingual(tail(reason.zh(), "："), tail(reason.en(), ": ")))
        : Optional.empty();
  }

  /** What stands behind the words for which claim it is. */
  private static String tail(String reason, String mark) {
    return reason.contains(mark) ? StringUtils.substringAfter(reason, mark) : reason;
  }

  /** A bar a year, from zero to the highest of them. */
  String bars() {
    double highest =
        years.stream().filter(it -> it != null).mapToDouble(Double::doubleValue).max().orElse(0);
    return years.stream()
        .map(it -> it == null ? UNKNOWN : bar(highest > 0 ? it / highest : 0))
        .collect(Collectors.joining());
  }

  private static String bar(double share) {
    int level = Math.max(0, (int) Math.ceil(share * BARS.length()) - 1);
    return BARS.substring(level, level + 1);
  }

  /** The value with its unit. */
  Bilingual value() {
    long whole = Math.round(shown);
    return switch (metric.kind()) {
      case RATE -> new Bilingual(number(shown) + "%", number(shown) + " %");
      case MONEY ->
          new Bilingual("%1元", "%1 yuan").filled(String.format(Locale.ROOT, "%,d", whole));
      case COUNT, DAYS, RUN -> new Bilingual(whole + metric.unit().zh(), String.valueOf(whole));
    };
  }

  /** The change with its unit, and whether it may be due to chance. */
  Bilingual changed() {
    if (change == null) {
      return new Bilingual("—", "—");
    }
    String signed = (change > 0 ? "+" : "") + number(change);
    Bilingual unit =
        metric.kind() == Kind.RATE ? new Bilingual("个百分点", " points") : new Bilingual("%", " %");
    Bilingual chance =
        isWithinChance ? new Bilingual("（属随机波动）", " (chance)") : new Bilingual("", "");
    return new Bilingual("%1%2%3", "%1%2%3").filled(signed, unit, chance);
  }

  /** Its record among the years. */
  Bilingual standing() {
    Bilingual words =
        switch (record) {
          case BEST -> new Bilingual("%1年同期最好", "best of %1 years");
          case EQUALS_BEST -> new Bilingual("并列%1年同期最好", "equals the best of %1 years");
          case NOT_BEST -> new Bilingual("%1年同期第%2位", "rank %2 of %1 years");
          case ALL_EQUAL -> new Bilingual("历年相同", "the same in all years");
          case UNDETERMINED ->
              withheld().isPresent() ? new Bilingual("暂不认定", "withheld") : new Bilingual("", "");
        };
    return words.filled(yearsCompared, rank);
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
