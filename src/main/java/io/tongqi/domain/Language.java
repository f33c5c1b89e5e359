package io.tongqi.domain;

import java.util.Locale;

/** The languages of pages and tables for people. */
public enum Language {
  ZH,
  EN;

  /** The language of a locale: English where it is not Chinese. */
  public static Language of(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? ZH : EN;
  }
}
