package io.tongqi.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** The day on which the sample's figures are taken, and how the times of its records keep to it. */
final class SampleTimes {
  /** The last day that counts; what the force recorded later is not known yet. */
  static final LocalDate CUTOFF = LocalDate.of(2024, 6, 30);

  private static final LocalDateTime LAST_EVENT = CUTOFF.atTime(20, 30);
  private static final LocalDateTime FIRST_RECORDING = CUTOFF.atTime(20, 31);
  private static final LocalDateTime LAST_RECORDING = CUTOFF.atTime(21, 0);
  private static final LocalDateTime END = LocalDateTime.of(2024, 12, 31, 23, 0);

  private SampleTimes() {}

  /** Whether a time lies on or before the day on which the figures are taken. */
  static boolean counts(LocalDateTime time) {
    return !time.toLocalDate().isAfter(CUTOFF);
  }

  /** Whether the sample reaches as far as a time. */
  static boolean isHeld(LocalDateTime time) {
    return time.isBefore(END);
  }

  /** The time of an event, moved a little so that it can still be recorded on the last day. */
  static LocalDateTime event(LocalDateTime time) {
    return counts(time) && time.isAfter(LAST_EVENT) ? LAST_EVENT : time;
  }

  /** When an event is recorded: as proposed, but by the last day if it happened by then. */
  static LocalDateTime recording(LocalDateTime event, LocalDateTime proposed, Draw draw) {
    if (!counts(event) || !proposed.isAfter(LAST_RECORDING)) {
      return proposed;
    }
    LocalDateTime earliest = event.isAfter(FIRST_RECORDING) ? event : FIRST_RECORDING;
    return earliest.plusMinutes(draw.between(1, 20));
  }
}
