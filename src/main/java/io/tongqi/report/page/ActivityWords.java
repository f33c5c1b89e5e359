package io.tongqi.report.page;

import io.tongqi.domain.Activity;
import io.tongqi.domain.Bilingual;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.Nullable;

/** Activities in words, as they are published. */
final class ActivityWords {
  private ActivityWords() {}

  /**
   * How an activity is counted.
   *
   * @param whole the activity that it is a share of
   */
  static Bilingual definition(Activity.Type type, Optional<Activity.Whole> whole) {
    Bilingual quantity =
        switch (type) {
          case FLOW -> new Bilingual("这些日子里登记的数量之和", "what the registers of these days add up to");
          case STOCK ->
              new Bilingual(
                  "期末的数量：各单位最近一次登记之和",
                  "how many there were at the end: the latest entry of each station, added up");
        };
    return whole
        .map(it -> new Bilingual("%1，占“%2”的比例", "%1, as a share of %2").filled(quantity, it.name()))
        .orElse(quantity);
  }

  /** The value with its unit; a dash where there is none. */
  static Bilingual value(ActivityFigure figure) {
    return value(figure, figure.value());
  }

  private static Bilingual value(ActivityFigure figure, @Nullable Double value) {
    if (value == null) {
      return new Bilingual("—", "—");
    }
    if (figure.whole().isPresent()) {
      String percent = FigureWords.percent(value);
      return new Bilingual(percent, percent);
    }
    String digits = String.format(Locale.ROOT, "%,d", Math.round(value));
    return new Bilingual("%1%2", "%1 %2").filled(digits, figure.unit());
  }

  /** The change on the year before, or what it lacks. */
  static Bilingual change(ActivityFigure figure) {
    return figure.priorValue() == null
        ? figure.baseline()
        : FigureWords.change(
            figure.change(), figure.whole().isPresent(), value(figure, figure.priorValue()));
  }

  /** What is missing in it; blank where nothing is. */
  static Bilingual certainty(ActivityFigure figure) {
    return figure.coverage() < 1 ? FigureWords.covered(figure.coverage()) : new Bilingual("", "");
  }

  /** The part and the whole of a share; a dash where there is none. */
  static String fraction(ActivityFigure figure) {
    return figure.numerator() == null || figure.denominator() == null
        ? "—"
        : String.format(Locale.ROOT, "%,d / %,d", figure.numerator(), figure.denominator());
  }
}
