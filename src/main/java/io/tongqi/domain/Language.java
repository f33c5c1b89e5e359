package io.tongqi.domain;

/** The languages of pages and tables for people. */
public enum Language {
  ZH,
  EN
}
