package io.tongqi.sample;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Makes the cases of the sample, from the incidents, as they were in the end. */
final class Cases {
  /**
   * A case as it was.
   *
   * @param district where
   * @param filing what the case system will say in the end
   */
  record Case(String district, Filing filing) {
    Case with(Filing other) {
      return new Case(district, other);
    }
  }

  private final SamplePlan plan;
  private final Draw draw;
  private final Outcomes outcomes;

  Cases(SamplePlan plan, Draw draw) {
    this.plan = plan;
    this.draw = draw;
    this.outcomes = new Outcomes(plan, draw);
  }

  /** The cases that are filed of incidents, with as many clearances as are planned. */
  List<Case> of(List<Incident> incidents) {
    List<Case> cases = new ArrayList<>();
    for (Incident incident : incidents) {
      Call call = incident.call();
      if (KnownBurglary.is(call)) {
        cases.add(new Case(incident.district(), KnownBurglary.filing()));
      } else if (draw.percent(plan.filedPercent(call.category()))) {
        Filing filing = filing(incident);
        cases.add(
            new Case(
                incident.district(),
                SampleTimes.isHeld(filing.filed())
                    ? outcomes.of(incident.district(), filing)
                    : filing));
      }
    }
    cases.removeIf(it -> !SampleTimes.isHeld(it.filing().filed()));
    return new PlannedClearances(plan, draw).applied(cases);
  }

  private Filing filing(Incident incident) {
    Call call = incident.call();
    LocalDateTime reported = call.reported().withSecond(0);
    return new Filing(
        call.station(),
        call.category(),
        reported,
        filed(call, reported),
        null,
        null,
        loss(call.category()),
        null,
        0);
  }

  private LocalDateTime filed(Call call, LocalDateTime reported) {
    LocalDateTime soon = reported.plusMinutes(draw.between(8, 45));
    LocalDateTime sameDay = soon.toLocalDate().equals(reported.toLocalDate()) ? soon : reported;
    if (plan.isIn(call.category(), "ten_grave") || draw.percent(55)) {
      return SampleTimes.event(sameDay);
    }
    int hours = draw.percent(80) ? draw.between(1, 70) : draw.between(70, 480);
    LocalDateTime days = reported.plus(Duration.ofMinutes(hours * 60L + draw.below(60)));
    boolean isOpen = plan.station(call.station()).isOpen(days.toLocalDate());
    return SampleTimes.event(isOpen ? days : sameDay);
  }

  private long loss(String category) {
    int median = plan.medianLoss(category);
    if (median == 0 || draw.percent(4)) {
      return 0;
    }
    long yuan = draw.around(median);
    return draw.percent(12) ? yuan * 100 + draw.below(100) : (yuan + 9) / 10 * 1000;
  }
}
