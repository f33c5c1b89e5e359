package io.tongqi.comparison;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text in both languages.
 *
 * @param zh in Chinese
 * @param en in English
 */
record Reason(String zh, String en) {
  /** Fills the same place of both texts. */
  Reason with(Reason part) {
    return new Reason(zh.replace("%s", part.zh), en.replace("%s", part.en));
  }

  /** Puts texts one after the other. */
  static Reason joined(List<Reason> parts) {
    return new Reason(
        parts.stream().map(Reason::zh).collect(Collectors.joining("；")),
        parts.stream().map(Reason::en).collect(Collectors.joining("; ")));
  }
}
