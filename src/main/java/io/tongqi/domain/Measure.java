package io.tongqi.domain;

import static io.tongqi.domain.CanonicalColumn.ARRIVED_AT;
import static io.tongqi.domain.CanonicalColumn.CLEARED_AT;
import static io.tongqi.domain.CanonicalColumn.CLEARED_COUNT;
import static io.tongqi.domain.CanonicalColumn.COUNT;
import static io.tongqi.domain.CanonicalColumn.FILED_AT;
import static io.tongqi.domain.CanonicalColumn.OCCURRED_AT;
import static io.tongqi.domain.CanonicalColumn.RECOVERED_AT;
import static io.tongqi.domain.CanonicalColumn.REPORTED_AT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The additive figures of the ledger, in the order of its columns: each books an amount of a record
 * on the day of one of its events, some of them only where a delay is known and short enough.
 */
public enum Measure {
  INCIDENTS_REPORTED(Event.REPORTED, COUNT),
  INCIDENTS_OCCURRED(Event.OCCURRED, COUNT),
  CASES_FILED(Event.FILED, COUNT),
  CASES_CLEARED(Event.CLEARED, CLEARED_COUNT),
  DEATHS(Event.OCCURRED, CanonicalColumn.DEATHS),
  INJURIES(Event.OCCURRED, CanonicalColumn.INJURIES),
  LOSS_CENTS(Event.ORIGIN, CanonicalColumn.LOSS_CENTS),
  RECOVERED_CENTS(Event.RECOVERED, CanonicalColumn.RECOVERED_CENTS),
  ARRIVALS_TIMED(Event.REPORTED, COUNT, Delay.ARRIVAL),
  ARRIVED_WITHIN_60S(Event.REPORTED, COUNT, Delay.ARRIVAL, Duration.ofMinutes(1)),
  ARRIVED_WITHIN_180S(Event.REPORTED, COUNT, Delay.ARRIVAL, Duration.ofMinutes(3)),
  ARRIVED_WITHIN_300S(Event.REPORTED, COUNT, Delay.ARRIVAL, Duration.ofMinutes(5)),
  CLEARANCES_TIMED(Event.CLEARED, CLEARED_COUNT, Delay.CLEARANCE),
  CLEARED_WITHIN_1H(Event.CLEARED, CLEARED_COUNT, Delay.CLEARANCE, Duration.ofHours(1)),
  CLEARED_WITHIN_24H(Event.CLEARED, CLEARED_COUNT, Delay.CLEARANCE, Duration.ofDays(1));

  /** What happens to a record, on a day of its own. */
  public enum Event {
    /** On the day of report; of occurrence where the source never tells that of report. */
    REPORTED(REPORTED_AT, OCCURRED_AT),
    /** On the day of occurrence; of report where the source never tells that of occurrence. */
    OCCURRED(OCCURRED_AT, REPORTED_AT),
    FILED(FILED_AT),
    CLEARED(CLEARED_AT),
    /** On the first known day of filing, report and occurrence, one of which every record has. */
    ORIGIN(),
    /** On the day of recovery, else of clearance. */
    RECOVERED(RECOVERED_AT, CLEARED_AT);

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<CanonicalColumn> anyOf;

    Event(CanonicalColumn... anyOf) {
      this.anyOf = List.of(anyOf);
    }

    /** Whether every record has it, so that a record without its day has it on an unknown one. */
    public boolean isOfEveryRecord() {
      return this == REPORTED || this == OCCURRED;
    }

    /** Whether it ends what a record is about, often long after the record's other events. */
    public boolean isOutcome() {
      return this == CLEARED || this == RECOVERED;
    }

    /** The columns that may tell its day where a source fills these. */
    public Set<CanonicalColumn> datedBy(Set<CanonicalColumn> given) {
      return switch (this) {
        case REPORTED, OCCURRED -> Set.of(toldBy(given));
        case FILED, CLEARED, RECOVERED -> Set.copyOf(anyOf);
        case ORIGIN -> Set.of(FILED_AT, REPORTED_AT, OCCURRED_AT);
      };
    }

    /** The column that tells its day where a source fills these; the last of its own if none. */
    public CanonicalColumn toldBy(Set<CanonicalColumn> given) {
      return anyOf.stream().filter(given::contains).findFirst().orElse(anyOf.get(anyOf.size() - 1));
    }
  }

  /** The time from one event of a record to another; known where both have a time. */
  public enum Delay {
    ARRIVAL(REPORTED_AT, ARRIVED_AT),
    CLEARANCE(REPORTED_AT, CLEARED_AT);

    private final CanonicalColumn from;
    private final CanonicalColumn to;

    Delay(CanonicalColumn from, CanonicalColumn to) {
      this.from = from;
      this.to = to;
    }

    /** When it begins. */
    public CanonicalColumn from() {
      return from;
    }

    /** When it ends. */
    public CanonicalColumn to() {
      return to;
    }
  }

  private final String column = name().toLowerCase(Locale.ROOT);
  private final Event event;
  private final CanonicalColumn amount;
  private final Optional<Delay> delay;
  private final Optional<Duration> within;

  Measure(Event event, CanonicalColumn amount) {
    this(event, amount, null, null);
  }

  Measure(Event event, CanonicalColumn amount, Delay delay) {
    this(event, amount, delay, null);
  }

  Measure(Event event, CanonicalColumn amount, Delay delay, Duration within) {
    this.event = event;
    this.amount = amount;
    this.delay = Optional.ofNullable(delay);
    this.within = Optional.ofNullable(within);
  }

  /** The names of the columns of all measures, in their order. */
  public static List<String> columns() {
    return Arrays.stream(values()).map(Measure::column).toList();
  }

  /** The name of its column in the ledger and its views, and in a mapping's `books`. */
  public String column() {
    return column;
  }

  /** The event on whose day it is booked. */
  public Event event() {
    return event;
  }

  /** What of a record is booked; nothing where it is null. */
  public CanonicalColumn amount() {
    return amount;
  }

  /** The delay that has to be known. */
  public Optional<Delay> delay() {
    return delay;
  }

  /** How long the delay may be at most. */
  public Optional<Duration> within() {
    return within;
  }

  /** What a source has to fill to book it: of each list at least one column. */
  public List<List<CanonicalColumn>> needs() {
    List<List<CanonicalColumn>> needs = new ArrayList<>();
    if (delay.isPresent()) {
      needs.add(List.of(delay.get().from()));
      needs.add(List.of(delay.get().to()));
    } else if (!event.anyOf.isEmpty()) {
      needs.add(event.anyOf);
    }
    if (amount != COUNT && amount != CLEARED_COUNT) {
      needs.add(List.of(amount));
    }
    return needs;
  }
}
