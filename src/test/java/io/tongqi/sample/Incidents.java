package io.tongqi.sample;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Makes the incidents of the sample as they were, before anybody recorded them wrongly. */
final class Incidents {
  private final SamplePlan plan;
  private final Draw draw;

  Incidents(SamplePlan plan, Draw draw) {
    this.plan = plan;
    this.draw = draw;
  }

  /** All incidents of ten years. */
  List<Incident> all() {
    List<Incident> incidents = new ArrayList<>();
    for (Half half : Half.all()) {
      for (String district : plan.districts()) {
        incidents.addAll(of(district, half));
      }
    }
    return incidents;
  }

  private List<Incident> of(String district, Half half) {
    IncidentDays days = new IncidentDays(plan, district, half, draw);
    int deathsLeft = plan.roadDeaths(district, half, draw);
    List<Incident> incidents = new ArrayList<>();
    for (String category : plan.categories()) {
      int count = plan.incidents(district, category, half, draw);
      if (isOfKnownBurglary(district, category, half)) {
        incidents.add(KnownBurglary.incident());
        count--;
      }
      for (int index = 0; index < count; index++) {
        Call call = call(district, category, day(category, days));
        if (category.equals("crash_general")) {
          int killed = deathsLeft > 8 && draw.percent(15) ? 2 : Math.min(1, deathsLeft);
          deathsLeft -= killed;
          call = call.withHarm(killed, draw.between(0, 2));
        }
        incidents.add(new Incident(district, call));
      }
    }
    return incidents;
  }

  private static boolean isOfKnownBurglary(String district, String category, Half half) {
    return district.equals(SamplePlan.GAOMING)
        && half.range().contains(KnownBurglary.DAY)
        && category.equals(KnownBurglary.incident().call().category());
  }

  private LocalDate day(String category, IncidentDays days) {
    if (!plan.isIn(category, "criminal")) {
      return days.any();
    }
    LocalDate day = days.criminal();
    while (plan.isIn(category, "burglary") && day.equals(KnownBurglary.DAY)) {
      day = days.criminal();
    }
    return day;
  }

  private Call call(String district, String category, LocalDate day) {
    int hour = draw.percent(70) ? draw.between(8, 21) : draw.between(0, 23);
    LocalDateTime reported =
        SampleTimes.event(day.atTime(hour, draw.between(0, 59), draw.between(0, 59)));
    StationTerm station = draw.mostlyFirst(plan.stations(district, day, day));
    LocalDateTime occurred = occurred(category, station, reported);
    LocalDateTime arrived = reported.plusSeconds(secondsToArrival(day.getYear()));
    int injuries = plan.isIn(category, "violence") ? draw.between(0, 1) : 0;
    return new Call(
        station.station(),
        category,
        draw.percent(3) && !plan.isIn(category, "road_traffic") ? null : occurred,
        reported,
        isSeen(category) ? arrived : null,
        category.equals("homicide") ? 1 : 0,
        injuries);
  }

  private boolean isSeen(String category) {
    return draw.percent(plan.isIn(category, "telecom_fraud") ? 12 : 93);
  }

  private LocalDateTime occurred(String category, StationTerm station, LocalDateTime reported) {
    LocalDateTime minutesAgo = reported.minusMinutes(draw.between(1, 25)).withSecond(0);
    LocalDateTime midnight = reported.toLocalDate().atStartOfDay();
    LocalDateTime soon = minutesAgo.isBefore(midnight) ? midnight : minutesAgo;
    boolean isFoundLate = plan.isIn(category, "theft") || plan.isIn(category, "fraud");
    if (!isFoundLate || draw.percent(40)) {
      return soon;
    }
    LocalDateTime daysAgo = reported.minus(Duration.ofMinutes(draw.around(600))).withSecond(0);
    return station.isOpen(daysAgo.toLocalDate()) ? daysAgo : soon;
  }

  /** The police get faster over the years. */
  private long secondsToArrival(int year) {
    return draw.around(340 - 12L * (year - Half.FIRST_YEAR));
  }
}
