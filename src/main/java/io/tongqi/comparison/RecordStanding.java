package io.tongqi.comparison;

import java.util.Locale;

/** What can be claimed of the current year among the years compared. */
public enum RecordStanding {
  /** Better than every other year. */
  BEST("创同期最好"),
  /** As good as the best of the other years. */
  EQUALS_BEST("平同期最好"),
  /** Another year was better. */
  NOT_BEST("不是同期最好"),
  /** The same in all years: no contest, so no claim. */
  ALL_EQUAL("各年同期相同"),
  /** The records cannot carry a claim. */
  UNDETERMINED("无法判定");

  private final String text = name().toLowerCase(Locale.ROOT);
  private final String zh;

  RecordStanding(String zh) {
    this.zh = zh;
  }

  /** The standing of a text in the column `record` of gold.decade_comparison. */
  public static RecordStanding of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Its name in the column `record` of gold.decade_comparison. */
  public String text() {
    return text;
  }

  String zh() {
    return zh;
  }

  String en() {
    return text.replace('_', ' ');
  }
}
