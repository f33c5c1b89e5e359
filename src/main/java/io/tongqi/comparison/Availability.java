package io.tongqi.comparison;

/** Whether the value of a year can be compared, and if not, why. */
public enum Availability {
  /** Every day of the window is delivered by every source of the metric. */
  COVERED("", ""),
  /** No day of the window is delivered. */
  NOT_HELD("%s没有收到数据", "no data are held for %s"),
  /** Only some days of the window are delivered. */
  PARTLY_COVERED("%s数据不全，时段内有日期未收到数据", "some days of the window have no data in %s"),
  /** The year has no such window, as ISO week 53. */
  WINDOW_UNDEFINED("%s没有对应的同期时段", "the window does not exist in %s"),
  /** The area or the category group did not exist or was another one. */
  NOT_COMPARABLE(
      "%s的单位或类别尚未设立或口径不同，不可比",
      "the area or category group did not exist or is not comparable in %s"),
  /** A source dates by month or year, and the window or the metric needs days. */
  TOO_COARSE("%s的数据只到月或年，无法按日截取", "the data are dated only by month or year in %s"),
  /** No source books the measures of the metric. */
  NOT_BOOKED("%s没有数据来源提供该指标", "no source provides the metric for %s"),
  /** The cut at equal age lies before the source's recording times can be trusted. */
  BEFORE_VERSIONS(
      "%s没有可信的录入时间，无法按同龄截取", "recording times cannot be trusted for a cut at equal age in %s");

  private final String zh;
  private final String en;

  Availability(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** Of what keeps the parts of a value from being compared, that which says most. */
  public static Availability worst(Availability one, Availability other) {
    return one.severity() >= other.severity() ? one : other;
  }

  private int severity() {
    return switch (this) {
      case COVERED -> 0;
      case BEFORE_VERSIONS -> 1;
      case PARTLY_COVERED -> 2;
      case NOT_HELD -> 3;
      case TOO_COARSE -> 4;
      case NOT_BOOKED -> 5;
      case NOT_COMPARABLE -> 6;
      case WINDOW_UNDEFINED -> 7;
    };
  }

  /** The problem in words, with a place for the years. */
  Reason problem() {
    return new Reason(zh, en);
  }
}
