package io.tongqi.domain;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A text in both languages.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Bilingual(String zh, String en) {
  /** The text in one of them. */
  public String in(Language language) {
    return switch (language) {
      case ZH -> zh;
      case EN -> en;
    };
  }

  /** Fills the same place of both texts. */
  public Bilingual with(Bilingual part) {
    return new Bilingual(zh.replace("%s", part.zh), en.replace("%s", part.en));
  }

  /**
   * Fills the places %1 to %9 of both texts with the parts, of which a bilingual one gives each
   * language its own text.
   */
  public Bilingual filled(Object... parts) {
    return new Bilingual(
        filled(zh, parts, it -> it instanceof Bilingual text ? text.zh : it),
        filled(en, parts, it -> it instanceof Bilingual text ? text.en : it));
  }

  /** Puts texts one after the other. */
  public static Bilingual joined(List<Bilingual> parts) {
    return new Bilingual(
        parts.stream().map(Bilingual::zh).collect(Collectors.joining("；")),
        parts.stream().map(Bilingual::en).collect(Collectors.joining("; ")));
  }

  /** By hand, as a comparison has a million of them and {@code String.format} takes its time. */
  private static String filled(String text, Object[] parts, UnaryOperator<Object> part) {
    StringBuilder filled = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      if (isPlace(text, at)) {
        at++;
        filled.append(part.apply(parts[text.charAt(at) - '1']));
      } else {
        filled.append(text.charAt(at));
      }
    }
    return filled.toString();
  }

  private static boolean isPlace(String text, int at) {
    return text.charAt(at) == '%'
        && at + 1 < text.length()
        && text.charAt(at + 1) >= '1'
        && text.charAt(at + 1) <= '9';
  }
}
