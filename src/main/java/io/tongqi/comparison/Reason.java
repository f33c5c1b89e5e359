package io.tongqi.comparison;

import java.util.List;
import java.util.function.UnaryOperator;
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

  /**
   * Fills the places %1 to %9 of both texts with the parts, of which a reason gives each language
   * its own text.
   */
  Reason filled(Object... parts) {
    return new Reason(
        filled(zh, parts, it -> it instanceof Reason reason ? reason.zh : it),
        filled(en, parts, it -> it instanceof Reason reason ? reason.en : it));
  }

  /** Puts texts one after the other. */
  static Reason joined(List<Reason> parts) {
    return new Reason(
        parts.stream().map(Reason::zh).collect(Collectors.joining("；")),
        parts.stream().map(Reason::en).collect(Collectors.joining("; ")));
  }

  /** By hand, as a comparison has a million of them and {@code String.format} takes its time. */
  private static String filled(String text, Object[] parts, UnaryOperator<Object> part) {
    StringBuilder filled = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == '%') {
        at++;
        filled.append(part.apply(parts[text.charAt(at) - '1']));
      } else {
        filled.append(text.charAt(at));
      }
    }
    return filled.toString();
  }
}
