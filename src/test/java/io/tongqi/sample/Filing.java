package io.tongqi.sample;

import java.time.LocalDateTime;

/**
 * What the case system says about a case; times are local, null where there is none.
 *
 * @param station the station's number
 * @param category the category
 * @param reported when it was reported
 * @param filed when the case was opened
 * @param cleared when it was cleared up
 * @param clearanceKind how it was cleared up, in Chinese
 * @param lossCents the loss in cents
 * @param recovered when property was recovered
 * @param recoveredCents the value recovered in cents
 */
record Filing(
    String station,
    String category,
    LocalDateTime reported,
    LocalDateTime filed,
    LocalDateTime cleared,
    String clearanceKind,
    long lossCents,
    LocalDateTime recovered,
    long recoveredCents) {
  Filing withStation(String other) {
    return new Filing(
        other,
        category,
        reported,
        filed,
        cleared,
        clearanceKind,
        lossCents,
        recovered,
        recoveredCents);
  }

  Filing withCategory(String other) {
    return new Filing(
        station,
        other,
        reported,
        filed,
        cleared,
        clearanceKind,
        lossCents,
        recovered,
        recoveredCents);
  }

  Filing withLoss(long cents) {
    return new Filing(
        station,
        category,
        reported,
        filed,
        cleared,
        clearanceKind,
        cents,
        recovered,
        recoveredCents);
  }

  Filing withClearance(LocalDateTime at, String kind) {
    return new Filing(
        station, category, reported, filed, at, kind, lossCents, recovered, recoveredCents);
  }

  Filing withRecovery(LocalDateTime at, long cents) {
    return new Filing(
        station, category, reported, filed, cleared, clearanceKind, lossCents, at, cents);
  }

  Filing withoutOutcome() {
    return withClearance(null, null).withRecovery(null, 0);
  }
}
