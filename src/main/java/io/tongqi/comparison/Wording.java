package io.tongqi.comparison;

import io.tongqi.domain.Better;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Indicator;
import io.tongqi.domain.Kind;

/**
 * The words for being best at a metric.
 *
 * @param most the superlative
 * @param more the Chinese comparative, without its adverb
 */
record Wording(Bilingual most, String more) {
  /** The words for the better direction of a metric. */
  static Wording of(Indicator indicator) {
    boolean isRate = indicator.kind() == Kind.RATE;
    String more =
        switch (indicator.better()) {
          case LOWER -> isRate ? "低" : "少";
          case HIGHER, NEUTRAL -> isRate ? "高" : "多";
        };
    String most = indicator.better() == Better.LOWER ? "lowest" : "highest";
    return new Wording(new Bilingual("最" + more, most), more);
  }
}
