package io.tongqi.sample;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the case system recorded of the cases, version by version: filed, cleared, recovered, and
 * corrected in between.
 */
final class CaseRecords {
  private static final List<Integer> LOSS_FACTORS = List.of(50, 80, 90, 110, 120, 200);

  private final SamplePlan plan;
  private final Draw draw;
  private int year;
  private int number;

  private record Story(Cases.Case subject, Version.Standing end) {}

  CaseRecords(SamplePlan plan, Draw draw) {
    this.plan = plan;
    this.draw = draw;
  }

  /** The versions of all cases; numbers run by the time of filing. */
  List<Version<Filing>> versions(List<Cases.Case> cases) {
    List<Story> stories = new ArrayList<>();
    for (Cases.Case subject : cases) {
      stories.add(new Story(subject, Version.Standing.VALID));
      if (draw.percent(1) && !subject.filing().equals(KnownBurglary.filing())) {
        Filing mistaken = subject.filing().withoutOutcome();
        stories.add(new Story(subject.with(mistaken), Version.Standing.WITHDRAWN));
      }
    }
    stories.sort(
        Comparator.comparing(
            story -> story.subject().filing(), Comparator.comparing(Filing::filed)));
    return stories.stream()
        .flatMap(story -> history(story).versions(recordId(story)).stream())
        .toList();
  }

  private String recordId(Story story) {
    int filed = story.subject().filing().filed().getYear();
    number = filed == year ? number + 1 : 1;
    year = filed;
    return "A%d%05d".formatted(year, number);
  }

  private History<Filing> history(Story story) {
    Filing filing = story.subject().filing();
    LocalDateTime proposed =
        draw.percent(2)
            ? filing.filed().plusDays(draw.between(5, 30)).plusMinutes(draw.below(600))
            : filing.filed().plusMinutes(draw.between(5, 120));
    History<Filing> history =
        new History<>(
            SampleTimes.recording(filing.filed(), proposed, draw), filing.withoutOutcome());
    if (!filing.equals(KnownBurglary.filing())) {
      mistakes(history, story.subject());
    }
    outcome(history, filing);
    if (story.end() == Version.Standing.WITHDRAWN) {
      history.withdraw(later(history, 60));
    }
    return history;
  }

  private void mistakes(History<Filing> history, Cases.Case subject) {
    Filing filing = subject.filing();
    if (draw.percent(4) && !plan.isIn(filing.category(), "ten_grave")) {
      String taken = Confusion.lookalike(filing.category(), draw);
      history.startedAs(it -> it.withCategory(taken));
      history.change(later(history, 60), it -> it.withCategory(filing.category()));
    }
    if (draw.percent(1)) {
      String other =
          draw.of(
                  plan.stations(
                      subject.district(),
                      filing.reported().toLocalDate(),
                      filing.filed().toLocalDate()))
              .station();
      history.startedAs(it -> it.withStation(other));
      history.change(later(history, 60), it -> it.withStation(filing.station()));
    }
    if (filing.lossCents() > 0 && draw.percent(7)) {
      long guess = filing.lossCents() / 1000 * draw.of(LOSS_FACTORS) / 100 * 1000;
      history.startedAs(it -> it.withLoss(guess));
      history.change(later(history, 90), it -> it.withLoss(filing.lossCents()));
    }
    if (filing.cleared() == null && draw.percent(1)) {
      LocalDateTime wrongly = later(history, 90);
      history.change(wrongly, it -> it.withClearance(history.recorded(), "其他"));
      history.change(
          SampleTimes.recording(wrongly, wrongly.plusDays(draw.between(3, 40)), draw),
          it -> it.withClearance(null, null));
    }
  }

  private void outcome(History<Filing> history, Filing filing) {
    LocalDateTime cleared = filing.cleared();
    LocalDateTime recovered = filing.recovered();
    if (cleared != null) {
      LocalDateTime at = recorded(cleared);
      history.change(at, it -> it.withClearance(cleared, filing.clearanceKind()));
      if (cleared.equals(recovered)) {
        history.change(at, it -> it.withRecovery(recovered, filing.recoveredCents()));
      }
    }
    if (recovered != null && !recovered.equals(cleared)) {
      history.change(
          recorded(recovered), it -> it.withRecovery(recovered, filing.recoveredCents()));
    }
  }

  private LocalDateTime recorded(LocalDateTime event) {
    LocalDateTime proposed =
        draw.percent(92)
            ? event.plusMinutes(draw.between(5, 600))
            : event.plusDays(draw.between(3, 30)).plusMinutes(draw.below(300));
    return SampleTimes.recording(event, proposed, draw);
  }

  private LocalDateTime later(History<Filing> history, int days) {
    LocalDateTime proposed =
        history.recorded().plusDays(draw.between(1, days)).plusMinutes(draw.below(600));
    return SampleTimes.recording(history.recorded(), proposed, draw);
  }
}
