package io.tongqi.domain;

/** What is compared over the years: a metric of incidents, or an activity of the force. */
public sealed interface Indicator permits Metric, Activity {
  /** Its name in the tables. */
  String column();

  /** What its value is. */
  Kind kind();

  /** Which way it is better. */
  Better better();

  /** A whole number of it with its unit; a number of cents, where it is of money. */
  Bilingual counted(long number);

  /** Whether it is of money, or a share of it. */
  boolean isOfMoney();

  /** Whether a change is tested against chance. */
  boolean tested();

  /** Whether one rejected line can move its value by one at most. */
  boolean movesByOneLine();
}
