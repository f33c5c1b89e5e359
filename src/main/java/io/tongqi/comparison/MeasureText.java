package io.tongqi.comparison;

import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Measure;

/**
 * The words for a measure.
 *
 * @param noun what is booked
 * @param verb the English participle of booking it
 */
record MeasureText(Bilingual noun, String verb) {
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
