package io.tongqi.domain;

import java.util.Locale;

/** The languages of pages and tables for people. */
public enum Language {
  ZH,
  EN;

  /** That of a place: Chinese where Chinese is spoken, English elsewhere. */
  public static Language of(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? ZH : EN;
  }
}
