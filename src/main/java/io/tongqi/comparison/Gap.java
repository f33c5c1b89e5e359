package io.tongqi.comparison;

import io.tongqi.domain.Bilingual;
import java.time.LocalDate;

/**
 * Days of a window that are not covered, one after the other and for one cause.
 *
 * @param first the first of them
 * @param last the last of them
 * @param state the cause
 */
public record Gap(LocalDate first, LocalDate last, State state) {
  /** Why days are not covered. */
  public enum State {
    /** The source was silent on them for longer than chance lets expect. */
    DOUBTFUL("数据来源异常沉默，存疑", " is doubtful, a silence too long to be chance"),
    /** A record of which the day is not known may lie on them. */
    UNDATED("可能有未载明日期的记录", " may hold records of which the day is not known"),
    /** No file that covers them is delivered. */
    UNKNOWN("未收到数据", " is not delivered"),
    /** No source answers for them. */
    UNANSWERED("没有数据来源负责", " is answered for by no source"),
    /** The area did not exist. */
    ABSENT("单位不存在", ": the area did not exist");

    private final String zh;
    private final String en;

    State(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    /** What is said behind the days. */
    Bilingual words() {
      return new Bilingual(zh, en);
    }
  }

  /** The days in words. */
  Bilingual days() {
    return first.equals(last)
        ? new Bilingual(first.toString(), first.toString())
        : new Bilingual(first + "至" + last, first + " to " + last);
  }
}
