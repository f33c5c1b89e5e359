package io.tongqi.comparison;

import io.tongqi.domain.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Why the value of a year cannot be compared, in words with a place for the year. */
final class CoverageText {
  private static final Bilingual NOT_HELD = new Bilingual("%s没有收到数据", "no data are held for %s");
  private static final Bilingual NOT_BOOKED =
      new Bilingual("%s没有数据来源提供该指标", "no source provides the metric for %s");
  private static final Bilingual WINDOW_UNDEFINED =
      new Bilingual("%s没有对应的同期时段", "the window does not exist in %s");
  private static final Bilingual TOO_COARSE =
      new Bilingual("%s的数据只到月或年，无法按日截取", "the data are dated only by month or year in %s");
  private static final Bilingual BEFORE_VERSIONS =
      new Bilingual(
          "无从得知%s当时已掌握哪些记录：没有可信的录入时间，当时也未收齐",
          "nothing tells what was known when in %s: no recording times to trust, and not all"
              + " delivered by then");
  private static final String MORE_ZH = "等";
  private static final String MORE_EN = " and more";

  private CoverageText() {}

  /** The problem of a year, the same text for years with the same problem. */
  static Bilingual of(YearValue value) {
    Coverage coverage = value.coverage();
    Bilingual problem = problem(coverage, value.days());
    if (coverage.part() == null) {
      return problem;
    }
    Bilingual part = MeasureText.of(coverage.part()).noun();
    return new Bilingual(part.zh() + "：" + problem.zh(), part.en() + ": " + problem.en());
  }

  private static Bilingual problem(Coverage coverage, int days) {
    return switch (coverage.availability()) {
      case NOT_HELD -> notHeld(coverage, days);
      case PARTLY_COVERED -> missing(coverage, days);
      case WINDOW_UNDEFINED -> WINDOW_UNDEFINED;
      case NOT_BEGUN ->
          new Bilingual(
              "单位于" + coverage.day() + "才设立，%s没有完整的同期",
              "the area began on " + coverage.day() + " only, too late for %s");
      case ENDED ->
          new Bilingual(
              "单位已于" + coverage.day() + "撤销，%s没有完整的同期",
              "the area ended on " + coverage.day() + ", too early for %s");
      case NOT_COMPARABLE ->
          new Bilingual(
              "单位或类别自" + coverage.day() + "起口径才可比，%s不可比",
              "the area or category group is comparable from "
                  + coverage.day()
                  + " on only, not in %s");
      case TOO_COARSE -> TOO_COARSE;
      case NOT_BOOKED -> NOT_BOOKED;
      case BEFORE_VERSIONS -> BEFORE_VERSIONS;
      case COVERED -> throw new IllegalArgumentException("a year that is covered has no problem");
    };
  }

  private static Bilingual notHeld(Coverage coverage, int days) {
    List<Gap.State> states = coverage.gaps().stream().map(Gap::state).distinct().toList();
    if (states.isEmpty() || states.equals(List.of(Gap.State.UNKNOWN))) {
      return NOT_HELD;
    }
    return states.equals(List.of(Gap.State.UNANSWERED)) ? NOT_BOOKED : missing(coverage, days);
  }

  /** Which days are missing, those of one cause after the other together. */
  private static Bilingual missing(Coverage coverage, int days) {
    int missing = days - coverage.daysCovered();
    Bilingual share =
        new Bilingual(
            "（" + days + "天中的" + missing + "天）", " (" + missing + " of " + days + " days)");
    List<Gap> told = coverage.gaps().stream().limit(Coverage.GAPS - 1L).toList();
    boolean isAllTold = told.size() == coverage.gaps().size();
    List<Bilingual> parts = new ArrayList<>();
    for (int from = 0, to; from < told.size(); from = to) {
      to = from + 1;
      while (to < told.size() && told.get(to).state() == told.get(from).state()) {
        to++;
      }
      boolean isLast = to == told.size();
      Bilingual more = new Bilingual(isAllTold ? "" : MORE_ZH, isAllTold ? "" : MORE_EN);
      parts.add(part(told.subList(from, to), isLast ? joined(more, share) : new Bilingual("", "")));
    }
    return new Bilingual(
        "%s：" + parts.stream().map(Bilingual::zh).collect(Collectors.joining("，")),
        "%s: " + parts.stream().map(Bilingual::en).collect(Collectors.joining(", ")));
  }

  private static Bilingual part(List<Gap> gaps, Bilingual share) {
    Bilingual words = gaps.get(0).state().words();
    return new Bilingual(
        gaps.stream().map(it -> it.days().zh()).collect(Collectors.joining("、"))
            + share.zh()
            + words.zh(),
        gaps.stream().map(it -> it.days().en()).collect(Collectors.joining(", "))
            + share.en()
            + words.en());
  }

  private static Bilingual joined(Bilingual one, Bilingual other) {
    return new Bilingual(one.zh() + other.zh(), one.en() + other.en());
  }
}
