package io.tongqi.domain;

/** Which way a metric is better. */
public enum Better {
  /** Fewer or less is better. */
  LOWER,
  /** More is better. */
  HIGHER,
  /** Neither: years are not ranked. */
  NEUTRAL
}
