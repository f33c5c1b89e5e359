package io.tongqi.comparison;

import io.tongqi.domain.Activity;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Indicator;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Metric;

/**
 * The words for a measure or a quantity.
 *
 * @param noun what is booked
 * @param verb the English participle of booking it
 */
record MeasureText(Bilingual noun, String verb) {
  /** Those of what a rate counts. */
  static MeasureText part(Indicator rate) {
    return rate instanceof Metric metric
        ? of(metric.part().orElseThrow())
        : named(((Activity) rate).name());
  }

  /** Those of what a rate is a share of; of what is no rate, its own. */
  static MeasureText whole(Indicator indicator) {
    return indicator instanceof Metric metric
        ? of(metric.whole().orElseGet(() -> metric.measures().iterator().next()))
        : ofWhole((Activity) indicator);
  }

  private static MeasureText ofWhole(Activity activity) {
    return named(activity.per().map(Activity.Whole::name).orElse(activity.name()));
  }

  private static MeasureText named(Bilingual name) {
    return new MeasureText(name, "booked as " + name.en());
  }

  /** Those of a measure. */
  static MeasureText of(Measure measure) {
    return switch (measure) {
      case INCIDENTS_REPORTED -> words("接报", "incidents reported", "reported");
      case INCIDENTS_OCCURRED -> words("发生", "incidents occurred", "reported");
      case CASES_FILED -> words("立案", "cases filed", "filed");
      case CASES_CLEARED -> words("破案", "cases cleared", "cleared");
      case DEATHS -> words("死亡", "deaths", "reported");
      case INJURIES -> words("受伤", "injuries", "reported");
      case LOSS_CENTS -> words("损失", "loss", "lost");
      case RECOVERED_CENTS -> words("追赃挽损", "recovery", "recovered");
      case ARRIVALS_TIMED -> words("可计时到场", "arrivals timed", "timed to arrival");
      case ARRIVED_WITHIN_60S, ARRIVED_WITHIN_180S, ARRIVED_WITHIN_300S ->
          words("限时到场", "arrivals in time", "timed to arrive in time");
      case CLEARANCES_TIMED -> words("可计时破案", "clearances timed", "timed to clearance");
      case CLEARED_WITHIN_1H, CLEARED_WITHIN_24H ->
          words("限时破案", "clearances in time", "cleared in time");
    };
  }

  private static MeasureText words(String zh, String en, String verb) {
    return new MeasureText(new Bilingual(zh, en), verb);
  }
}
