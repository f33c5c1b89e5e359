package io.tongqi.comparison;

/** Which way a metric is better. */
public enum Better {
  /** Fewer or less is better. */
  LOWER,
  /** More is better. */
  HIGHER,
  /** Neither: years are not ranked. */
  NEUTRAL
}
