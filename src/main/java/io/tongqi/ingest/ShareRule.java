package io.tongqi.ingest;

import io.tongqi.settings.Settings;

/** What makes a batch refused when its share is too large for an accident. */
public enum ShareRule {
  /** Rejected lines. */
  REJECTED("reject_share_limit", "rows are rejected"),
  /** Versions of another year than the version before them. */
  MOVED(
      "moved_share_limit",
      "versions move the record that they supersede to another year, so that its number is probably used again"),
  /** Records that a snapshot of their days lacks. */
  VANISHED("vanish_share_limit", "records held of the days of a snapshot are missing in it"),
  /** Rows that differ only in what the mapping does not read. */
  ALIKE(
      "alike_share_limit",
      "rows equal another row of their file in all that the mapping reads and differ in the rest, so that the key is probably of a coarser grain than the rows");

  private final String key;
  private final String meaning;

  ShareRule(String key, String meaning) {
    this.key = key;
    this.meaning = meaning;
  }

  /** The key of its limit in the settings. */
  public String key() {
    return key;
  }

  /** What it finds, in words that follow "3 of 40". */
  public String meaning() {
    return meaning;
  }

  /** The limit of the share, 0..1, by the settings. */
  public double limit(Settings settings) {
    return switch (this) {
      case REJECTED -> settings.rejectShareLimit();
      case MOVED -> settings.movedShareLimit();
      case VANISHED -> settings.vanishShareLimit();
      case ALIKE -> settings.alikeShareLimit();
    };
  }
}
