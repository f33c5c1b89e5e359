package io.tongqi.sample;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Decides how cases end: when they are cleared, and what property comes back, perhaps years later.
 */
final class Outcomes {
  private static final List<String> KINDS = List.of("抓获", "自首", "移送", "其他");

  private final SamplePlan plan;
  private final Draw draw;

  Outcomes(SamplePlan plan, Draw draw) {
    this.plan = plan;
    this.draw = draw;
  }

  /** The same case with its end, if it has one within the sample. */
  Filing of(String district, Filing filing) {
    boolean isGrave = plan.isIn(filing.category(), "ten_grave");
    boolean isSure = isGrave && isGaomingOfLastYear(district, filing);
    if (!isSure && !draw.percent(clearedPercent(district, filing))) {
      return filing;
    }
    boolean isQuick = isGrave || draw.percent(skill(district, filing));
    LocalDateTime cleared = isQuick ? quickly(filing.filed()) : eventually(filing.filed());
    if (!SampleTimes.isHeld(cleared)) {
      return filing;
    }
    return recovered(district, filing.withClearance(cleared, kind()));
  }

  /** How a case is cleared up. */
  String kind() {
    return draw.mostlyFirst(KINDS);
  }

  private double clearedPercent(String district, Filing filing) {
    int planned = plan.clearedPercent(filing.category());
    return plan.isIn(filing.category(), "theft")
        ? planned * (70 + 0.95 * skill(district, filing)) / 100
        : planned;
  }

  /** How good a district is at thefts, in percent: all get better, Gaoming faster. */
  private int skill(String district, Filing filing) {
    if (!plan.isIn(filing.category(), "theft")) {
      return 0;
    }
    int years = filing.filed().getYear() - Half.FIRST_YEAR;
    if (isGaomingOfLastYear(district, filing)) {
      return 100;
    }
    return district.equals(SamplePlan.GAOMING) ? 8 * years : 3 * years;
  }

  private LocalDateTime quickly(LocalDateTime filed) {
    LocalDateTime cleared =
        draw.percent(35)
            ? filed.plusMinutes(draw.between(15, 600))
            : filed.plusDays(draw.between(1, 20)).plusMinutes(draw.below(300));
    if (SampleTimes.counts(filed) && !SampleTimes.counts(cleared)) {
      cleared = filed.plusMinutes(draw.between(15, 120));
    }
    LocalDateTime sameDay = SampleTimes.event(filed);
    return SampleTimes.counts(filed) && !SampleTimes.counts(cleared)
        ? sameDay
        : SampleTimes.event(cleared);
  }

  private LocalDateTime eventually(LocalDateTime filed) {
    int luck = draw.below(100);
    LocalDateTime cleared;
    if (luck < 12) {
      cleared = filed.plusMinutes(draw.between(5, 40));
    } else if (luck < 30) {
      cleared = filed.plusMinutes(draw.between(60, 1380));
    } else if (luck < 72) {
      cleared = filed.plusDays(draw.between(1, 55)).plusMinutes(draw.below(600));
    } else {
      cleared = filed.plusDays(draw.between(50, 1000)).plusMinutes(draw.below(600));
    }
    return SampleTimes.event(cleared);
  }

  private Filing recovered(String district, Filing filing) {
    int skill = skill(district, filing);
    if (filing.lossCents() == 0 || draw.percent(45 - 0.4 * skill)) {
      return filing;
    }
    int share = draw.between(5 + skill * 65 / 100, 85 + skill * 15 / 100);
    boolean isLater = draw.percent(35 - 0.35 * skill);
    LocalDateTime at =
        isLater ? SampleTimes.event(filing.cleared().plusDays(draw.around(90))) : filing.cleared();
    long yuan = filing.lossCents() * share / 10_000;
    return yuan > 0 && SampleTimes.isHeld(at) ? filing.withRecovery(at, yuan * 100) : filing;
  }

  private static boolean isGaomingOfLastYear(String district, Filing filing) {
    return district.equals(SamplePlan.GAOMING) && filing.filed().getYear() == Half.LAST_YEAR;
  }
}
