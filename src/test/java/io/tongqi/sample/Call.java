package io.tongqi.sample;

import java.time.LocalDateTime;

/**
 * What the call system says about an incident; times are local, null where there is none.
 *
 * @param station the station's number
 * @param category the category
 * @param occurred when it happened
 * @param reported when it was reported
 * @param arrived when the police arrived
 * @param deaths people killed
 * @param injuries people hurt
 */
record Call(
    String station,
    String category,
    LocalDateTime occurred,
    LocalDateTime reported,
    LocalDateTime arrived,
    int deaths,
    int injuries) {
  Call aDayEarlier() {
    return new Call(
        station,
        category,
        occurred == null ? null : occurred.minusDays(1),
        reported.minusDays(1),
        arrived == null ? null : arrived.minusDays(1),
        deaths,
        injuries);
  }

  Call withStation(String other) {
    return new Call(other, category, occurred, reported, arrived, deaths, injuries);
  }

  Call withCategory(String other) {
    return new Call(station, other, occurred, reported, arrived, deaths, injuries);
  }

  Call withHarm(int killed, int hurt) {
    return new Call(station, category, occurred, reported, arrived, killed, hurt);
  }
}
