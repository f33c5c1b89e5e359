package io.tongqi.generate;

/**
 * An incident of a bulk; times are seconds since a year before the first, {@link #NEVER} where
 * there is none.
 *
 * @param number its number
 * @param station the place of its station in the list
 * @param category the place of its category in the list
 * @param occurred when it happened
 * @param reported when it was reported
 * @param arrived when the police arrived
 * @param filed when a case was opened
 * @param cleared when it was cleared up
 * @param lossYuan the loss
 * @param recoveredYuan what was recovered when it was cleared
 * @param deaths people killed
 * @param injuries people hurt
 */
record BulkIncident(
    long number,
    int station,
    int category,
    long occurred,
    long reported,
    long arrived,
    long filed,
    long cleared,
    long lossYuan,
    long recoveredYuan,
    int deaths,
    int injuries) {
  /** No time. */
  static final long NEVER = -1;

  /** The same before it was cleared up. */
  BulkIncident open() {
    return new BulkIncident(
        number, station, category, occurred, reported, arrived, filed, NEVER, lossYuan, 0, deaths,
        injuries);
  }

  /** When the last of the things happened that it knows of. */
  long lastEvent() {
    return Math.max(Math.max(reported, arrived), Math.max(filed, cleared));
  }

  /** When property was recovered. */
  long recovered() {
    return recoveredYuan == 0 ? NEVER : cleared;
  }
}
