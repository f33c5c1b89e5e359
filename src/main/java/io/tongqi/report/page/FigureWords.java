package io.tongqi.report.page;

import io.tongqi.comparison.RecordStanding;
import io.tongqi.domain.Better;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Unit;
import java.util.Locale;
import javax.annotation.Nullable;

/** Figures in words, as they are published: numbers with at most two decimals. */
public final class FigureWords {
  private static final double HUNDRED = 100;

  private FigureWords() {}

  /** A value with its unit; a dash where there is none. */
  public static Bilingual value(Metric metric, @Nullable Double value) {
    if (value == null) {
      return same("—");
    }
    return switch (metric.kind()) {
      case COUNT, DAYS, RUN -> counted(metric, Math.round(value));
      case MONEY -> new Bilingual("%1元", "%1 yuan").filled(money(value));
      case RATE -> same(percent(value));
    };
  }

  /** A value without its unit, but of a rate. */
  static String digits(Metric metric, @Nullable Double value) {
    if (value == null) {
      return "—";
    }
    return switch (metric.kind()) {
      case COUNT, DAYS, RUN -> String.format(Locale.ROOT, "%,d", Math.round(value));
      case MONEY -> money(value);
      case RATE -> percent(value);
    };
  }

  private static String money(double cents) {
    return String.format(Locale.ROOT, "%,.2f", cents / HUNDRED);
  }

  private static Bilingual counted(Metric metric, long number) {
    String digits = String.format(Locale.ROOT, "%,d", number);
    return new Bilingual(digits + metric.unit().zh(), digits + " " + metric.unit().en(number));
  }

  /** The part and the whole of a rate in a year; a dash where there is none. */
  static String fraction(Metric metric, FigureYear year) {
    if (year.numerator() == null || year.denominator() == null) {
      return "—";
    }
    return metric.unit() == Unit.SHARE_OF_MONEY
        ? money(year.numerator()) + " / " + money(year.denominator())
        : String.format(Locale.ROOT, "%,d / %,d", year.numerator(), year.denominator());
  }

  /** The change on the year before. */
  public static Bilingual change(Figure figure) {
    return figure.priorValue() == null || figure.current().value() == null
        ? new Bilingual("无上年同期数，不作比较", "no figure of a year before, so no change")
        : change(
            figure.compared().change(),
            figure.isRate(),
            value(figure.metric(), figure.priorValue()));
  }

  /**
   * A change on the year before.
   *
   * @param change in percent, of a rate in percentage points; null where no percentage can be told
   * @param prior the value of the year before
   */
  static Bilingual change(@Nullable Double change, boolean isOfRate, Bilingual prior) {
    if (change == null) {
      return new Bilingual("上年同期为 %1，不计百分比", "%1 a year before, of which no percentage can be told")
          .filled(prior);
    }
    Bilingual size =
        isOfRate
            ? new Bilingual("%1 个百分点", "%1 percentage points").filled(number(Math.abs(change)))
            : same(number(Math.abs(change)) + "%");
    if (change == 0) {
      return new Bilingual("与上年同期持平", "the same as a year before");
    }
    return change < 0
        ? new Bilingual("同比下降 %1（上年同期 %2）", "down %1 on the year before (%2)").filled(size, prior)
        : new Bilingual("同比上升 %1（上年同期 %2）", "up %1 on the year before (%2)").filled(size, prior);
  }

  /** What can be claimed of the years. */
  public static Bilingual standing(Figure figure) {
    Figure.Compared compared = figure.compared();
    if (figure.metric().better() == Better.NEUTRAL) {
      return new Bilingual("多少不论好坏，不评纪录", "neither more nor less is better, so no record");
    }
    return switch (compared.record()) {
      case BEST ->
          new Bilingual("%1 年同期最好", "best of the same period in %1 years")
              .filled(compared.yearsCompared());
      case EQUALS_BEST ->
          new Bilingual("与 %1 年同期最好水平持平", "equals the best of the same period in %1 years")
              .filled(compared.yearsCompared());
      case NOT_BEST -> rank(compared);
      case ALL_EQUAL -> new Bilingual("各年同期相同", "the same in all years");
      case UNDETERMINED ->
          new Bilingual("纪录不予公布：数据不足以支撑", "record withheld: the data cannot carry it");
    };
  }

  private static Bilingual rank(Figure.Compared compared) {
    return compared.rank() == null
        ? new Bilingual("不是同期最好", "not the best of the years")
        : new Bilingual("%2 年同期中列第 %1", "place %1 of %2 years")
            .filled(compared.rank(), compared.yearsCompared());
  }

  /**
   * How sure it is: chance, the interval of a rate, and what is not covered.
   *
   * @param isOneOfMany whether its change is within chance once all are looked at that the bulletin
   *     tests
   */
  static Bilingual certainty(Figure figure, boolean isOneOfMany) {
    FigureYear current = figure.current();
    if (!current.isCovered() && figure.compared().record() == RecordStanding.UNDETERMINED) {
      return covered(current.coverage() == null ? 0 : current.coverage());
    }
    if (current.low() != null && current.high() != null) {
      return new Bilingual("可信范围 %1 至 %2（95%）", "likely between %1 and %2 (95%)")
          .filled(percent(current.low()), percent(current.high()));
    }
    Boolean isWithinChance = figure.compared().isWithinChance();
    if (isWithinChance == null) {
      return new Bilingual("数据完整", "complete data");
    }
    if (isWithinChance) {
      return new Bilingual("变化在偶然波动范围内", "the change is within chance");
    }
    return isOneOfMany
        ? new Bilingual(
            "单看变化大于偶然，与本页其他变化一并检验则不足以排除偶然",
            "the change is more than chance if looked at alone, but not among all that are tested here")
        : new Bilingual("变化大于偶然波动", "the change is more than chance");
  }

  /** That not all days are covered. */
  static Bilingual covered(double share) {
    return new Bilingual("数据只覆盖本期 %1 的日子", "only %1 of the days are covered by data")
        .filled(percent(share));
  }

  /** How often so large a change comes about by chance. */
  public static Bilingual odds(@Nullable Double probability) {
    if (probability == null) {
      return same("—");
    }
    if (probability < 0.001) {
      return new Bilingual("不到千分之一", "less than 1 in 1,000");
    }
    return new Bilingual("约 %1", "about %1")
        .filled(percent(Math.round(probability * 1000) / 1000d));
  }

  /** A share in percent; what is below 100 % never reads as 100 %. */
  public static String percent(double share) {
    String percent = number(share * HUNDRED);
    return (share < 1 && percent.equals("100") ? "99.99" : percent) + "%";
  }

  /** A number with at most two decimals. */
  static String number(double value) {
    String digits = String.format(Locale.ROOT, "%,.2f", value);
    String stripped = digits.replaceFirst("\\.?0+$", "");
    return stripped.equals("-0") ? "0" : stripped;
  }

  private static Bilingual same(String text) {
    return new Bilingual(text, text);
  }
}
