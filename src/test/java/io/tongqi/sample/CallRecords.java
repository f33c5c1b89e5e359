package io.tongqi.sample;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the call system recorded of the incidents, version by version: late, under a wrong category
 * or station, twice, and after the figures were taken.
 */
final class CallRecords {
  private final SamplePlan plan;
  private final Draw draw;
  private int year;
  private int number;

  private enum Fate {
    STANDS,
    RECORDED_TWICE,
    HEARD_OF_TOO_LATE
  }

  private record Story(Incident incident, Fate fate) {}

  CallRecords(SamplePlan plan, Draw draw) {
    this.plan = plan;
    this.draw = draw;
  }

  /** The versions of all calls; numbers run by the time of the report. */
  List<Version<Call>> versions(List<Incident> incidents) {
    List<Story> stories = new ArrayList<>();
    for (Incident incident : incidents) {
      stories.add(new Story(incident, Fate.STANDS));
      if (draw.percent(1.5) && !KnownBurglary.is(incident.call())) {
        stories.add(new Story(incident, Fate.RECORDED_TWICE));
      }
      if (isShortlyBeforeCutoff(incident.call()) && draw.percent(8)) {
        Call dayBefore = incident.call().aDayEarlier();
        stories.add(
            new Story(new Incident(incident.district(), dayBefore), Fate.HEARD_OF_TOO_LATE));
      }
    }
    stories.sort(
        Comparator.comparing(
            story -> story.incident().call(), Comparator.comparing(Call::reported)));
    return stories.stream()
        .flatMap(story -> history(story).versions(recordId(story)).stream())
        .toList();
  }

  private String recordId(Story story) {
    int reported = story.incident().call().reported().getYear();
    number = reported == year ? number + 1 : 1;
    year = reported;
    return "J%d%05d".formatted(year, number);
  }

  private History<Call> history(Story story) {
    Call call = story.incident().call();
    LocalDateTime known = call.arrived() == null ? call.reported() : call.arrived();
    if (story.fate() == Fate.HEARD_OF_TOO_LATE) {
      return new History<>(SampleTimes.CUTOFF.atTime(9, 0).plusMinutes(draw.around(40_000)), call);
    }
    LocalDateTime proposed =
        draw.percent(3)
            ? known.plusDays(draw.between(7, 40)).plusMinutes(draw.below(600))
            : known.plusMinutes(draw.between(2, 40));
    History<Call> history =
        new History<>(SampleTimes.recording(known, proposed, draw).withSecond(0), call);
    if (KnownBurglary.is(call)) {
      return history;
    }
    mistakes(history, story.incident());
    if (story.fate() == Fate.RECORDED_TWICE) {
      history.withdraw(later(history, 60));
    } else if (isInLastWindow(call) && draw.percent(2)) {
      afterCutoff(history, call);
    }
    return history;
  }

  private void mistakes(History<Call> history, Incident incident) {
    Call call = incident.call();
    if (draw.percent(7)) {
      String taken = Confusion.lookalike(call.category(), draw);
      history.startedAs(it -> it.withCategory(taken));
      history.change(later(history, 45), it -> it.withCategory(call.category()));
    }
    if (draw.percent(2)) {
      String other = otherStation(incident);
      history.startedAs(it -> it.withStation(other));
      history.change(later(history, 45), it -> it.withStation(call.station()));
    }
    if (call.deaths() > 0 && draw.percent(40)) {
      history.startedAs(it -> it.withHarm(0, call.deaths() + call.injuries()));
      history.change(later(history, 7), it -> it.withHarm(call.deaths(), call.injuries()));
    }
  }

  private void afterCutoff(History<Call> history, Call call) {
    LocalDateTime at = SampleTimes.CUTOFF.plusDays(draw.between(2, 120)).atTime(10, draw.below(60));
    if (draw.percent(30)) {
      history.withdraw(at);
    } else {
      String other = Confusion.lookalike(call.category(), draw);
      history.change(at, it -> it.withCategory(other));
    }
  }

  private String otherStation(Incident incident) {
    Call call = incident.call();
    LocalDateTime occurred = call.occurred() == null ? call.reported() : call.occurred();
    return draw.of(
            plan.stations(
                incident.district(), call.reported().toLocalDate(), occurred.toLocalDate()))
        .station();
  }

  private LocalDateTime later(History<Call> history, int days) {
    LocalDateTime proposed =
        history.recorded().plusDays(draw.between(1, days)).plusMinutes(draw.below(600));
    return SampleTimes.recording(history.recorded(), proposed, draw);
  }

  private static boolean isInLastWindow(Call call) {
    return new Half(SampleTimes.CUTOFF.getYear(), 1)
        .range()
        .contains(call.reported().toLocalDate());
  }

  private static boolean isShortlyBeforeCutoff(Call call) {
    return SampleTimes.counts(call.reported())
        && call.reported().toLocalDate().isAfter(SampleTimes.CUTOFF.minusDays(21));
  }
}
