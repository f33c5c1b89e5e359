package io.tongqi.domain;

/** The unit of a metric, and its words. */
public enum Unit {
  INCIDENTS(Kind.COUNT, "起", "incident", "incidents"),
  CASES(Kind.COUNT, "起", "case", "cases"),
  DEATHS(Kind.COUNT, "人", "death", "deaths"),
  INJURIES(Kind.COUNT, "人", "injury", "injuries"),
  DAYS(Kind.DAYS, "天", "day", "days"),
  RUN_DAYS(Kind.RUN, "天", "day", "days"),
  CENTS(Kind.MONEY, "", "", ""),
  /** A share of counts. */
  SHARE(Kind.RATE, "", "", ""),
  /** A share of cents. */
  SHARE_OF_MONEY(Kind.RATE, "", "", "");

  private final Kind kind;
  private final String zh;
  private final String one;
  private final String many;

  Unit(Kind kind, String zh, String one, String many) {
    this.kind = kind;
    this.zh = zh;
    this.one = one;
    this.many = many;
  }

  /** What it measures. */
  public Kind kind() {
    return kind;
  }

  /** The Chinese measure word; empty for money and shares. */
  public String zh() {
    return zh;
  }

  /** The English noun for that many; empty for money and shares. */
  public String en(long number) {
    return number == 1 ? one : many;
  }
}
