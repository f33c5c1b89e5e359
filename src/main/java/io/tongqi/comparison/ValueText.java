package io.tongqi.comparison;

import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Indicator;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Values in words, as they are published. */
final class ValueText {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ValueText() {}

  /** A value with its unit; a rate with the fraction that it is computed from, days with all. */
  static Bilingual of(Indicator indicator, YearValue value) {
    return switch (indicator.kind()) {
      case COUNT, RUN -> indicator.counted(Math.round(value.value()));
      case DAYS -> days(Math.round(value.value()), value.days());
      case MONEY -> same(money(Math.round(value.value())));
      case RATE -> rate(indicator, value.numerator(), value.denominator());
    };
  }

  private static Bilingual days(long number, int all) {
    return new Bilingual(all + "天中的" + number + "天", number + " of " + all + " days");
  }

  private static Bilingual rate(Indicator indicator, long numerator, long denominator) {
    String fraction =
        indicator.isOfMoney()
            ? money(numerator) + "/" + money(denominator)
            : numerator + "/" + denominator;
    String percent = percent(numerator, denominator);
    return new Bilingual(percent + "（" + fraction + "）", percent + " (" + fraction + ")");
  }

  /** At most two decimals; what is below 100 % never reads as 100 %. */
  private static String percent(long numerator, long denominator) {
    BigDecimal hundredfold = BigDecimal.valueOf(numerator).multiply(HUNDRED);
    BigDecimal whole = BigDecimal.valueOf(denominator);
    BigDecimal percent = hundredfold.divide(whole, 2, RoundingMode.HALF_UP);
    if (numerator < denominator && percent.compareTo(HUNDRED) == 0) {
      percent = hundredfold.divide(whole, 2, RoundingMode.DOWN);
    }
    return percent.signum() == 0 ? "0%" : percent.stripTrailingZeros().toPlainString() + "%";
  }

  private static String money(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }

  private static Bilingual same(String text) {
    return new Bilingual(text, text);
  }
}
