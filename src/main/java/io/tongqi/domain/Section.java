package io.tongqi.domain;

/** The parts of a bulletin, in their usual order. */
public enum Section {
  /** The figures it leads with. */
  HEADLINE,
  /** Days without an incident, as a calendar. */
  ZERO_DAYS,
  /** What is the best of the years, and why. */
  RECORDS,
  /** Clearance and recovery of the stations. */
  STATIONS,
  /** Deaths and injuries on the road. */
  ROAD_DEATHS,
  /** How fast officers arrive and cases are cleared. */
  CASE_SPEED,
  /** What the force does and keeps: the registers of its activities. */
  ACTIVITIES,
  /** What the records cannot carry, and why. */
  UNDETERMINED,
  /** Changes that chance alone could make. */
  WITHIN_CHANCE
}
