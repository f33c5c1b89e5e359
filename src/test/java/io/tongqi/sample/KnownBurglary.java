package io.tongqi.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** The one case of the sample that a bulletin could tell of: solved within the hour. */
final class KnownBurglary {
  static final LocalDate DAY = LocalDate.of(2024, 4, 22);
  private static final LocalDateTime FILED = DAY.atTime(10, 26);
  private static final LocalDateTime CLEARED = DAY.atTime(10, 58);
  private static final long LOSS_CENTS = 200_000;

  private KnownBurglary() {}

  /** The call. */
  static Incident incident() {
    return new Incident(
        SamplePlan.GAOMING,
        new Call(
            "gm03",
            "burglary_dwelling",
            DAY.atTime(9, 40),
            DAY.atTime(10, 12, 0),
            DAY.atTime(10, 15, 40),
            0,
            0));
  }

  /** Whether a call is the one. */
  static boolean is(Call call) {
    return call.equals(incident().call());
  }

  /** The case. */
  static Filing filing() {
    Call call = incident().call();
    return new Filing(
        call.station(),
        call.category(),
        call.reported(),
        FILED,
        CLEARED,
        "抓获",
        LOSS_CENTS,
        CLEARED,
        LOSS_CENTS);
  }
}
