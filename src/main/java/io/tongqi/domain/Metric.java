package io.tongqi.domain;

import static io.tongqi.domain.Better.HIGHER;
import static io.tongqi.domain.Better.LOWER;
import static io.tongqi.domain.Better.NEUTRAL;
import static io.tongqi.domain.Unit.SHARE;
import static io.tongqi.domain.Unit.SHARE_OF_MONEY;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The metrics that are compared, in the order of their columns in gold.period_facts. */
public enum Metric implements Indicator {
  INCIDENTS_REPORTED(Unit.INCIDENTS, LOWER, Measure.INCIDENTS_REPORTED),
  INCIDENTS_OCCURRED(Unit.INCIDENTS, LOWER, Measure.INCIDENTS_OCCURRED),
  CASES_FILED(Unit.CASES, NEUTRAL, Measure.CASES_FILED),
  CASES_CLEARED(Unit.CASES, HIGHER, Measure.CASES_CLEARED),
  CASES_CLEARED_CURRENT(Unit.CASES, HIGHER, Measure.CASES_CLEARED),
  CASES_CLEARED_BACKLOG(Unit.CASES, HIGHER, Measure.CASES_CLEARED),
  CLEARANCE_RATE(SHARE, "cases_cleared", "cases_filed", Measure.CASES_CLEARED, Measure.CASES_FILED),
  COHORT_CLEARANCE_RATE(
      SHARE, "cohort_cleared", "cases_filed", Measure.CASES_CLEARED, Measure.CASES_FILED),
  COHORT_CLEARANCE_TO_DATE_RATE(
      SHARE, "cohort_cleared_to_date", "cases_filed", Measure.CASES_CLEARED, Measure.CASES_FILED),
  LOSS(Unit.CENTS, NEUTRAL, Measure.LOSS_CENTS),
  RECOVERED(Unit.CENTS, HIGHER, Measure.RECOVERED_CENTS),
  RECOVERY_RATE(SHARE_OF_MONEY, "recovered", "loss", Measure.RECOVERED_CENTS, Measure.LOSS_CENTS),
  COHORT_RECOVERY_RATE(
      SHARE_OF_MONEY, "cohort_recovered", "loss", Measure.RECOVERED_CENTS, Measure.LOSS_CENTS),
  DEATHS(Unit.DEATHS, LOWER, Measure.DEATHS),
  INJURIES(Unit.INJURIES, LOWER, Measure.INJURIES),
  ZERO_INCIDENT_DAYS(Unit.DAYS, HIGHER, Measure.INCIDENTS_REPORTED),
  LONGEST_ZERO_RUN_DAYS(Unit.RUN_DAYS, HIGHER, Measure.INCIDENTS_REPORTED),
  ZERO_OCCURRENCE_DAYS(Unit.DAYS, HIGHER, Measure.INCIDENTS_OCCURRED),
  LONGEST_ZERO_OCCURRENCE_RUN_DAYS(Unit.RUN_DAYS, HIGHER, Measure.INCIDENTS_OCCURRED),
  ZERO_DEATH_DAYS(Unit.DAYS, HIGHER, Measure.DEATHS),
  LONGEST_ZERO_DEATH_RUN_DAYS(Unit.RUN_DAYS, HIGHER, Measure.DEATHS),
  ARRIVAL_WITHIN_1_MIN_RATE(SHARE, Measure.ARRIVED_WITHIN_60S, Measure.ARRIVALS_TIMED),
  ARRIVAL_WITHIN_3_MIN_RATE(SHARE, Measure.ARRIVED_WITHIN_180S, Measure.ARRIVALS_TIMED),
  ARRIVAL_WITHIN_5_MIN_RATE(SHARE, Measure.ARRIVED_WITHIN_300S, Measure.ARRIVALS_TIMED),
  CLEARED_WITHIN_1H_RATE(SHARE, Measure.CLEARED_WITHIN_1H, Measure.CLEARANCES_TIMED),
  CLEARED_WITHIN_24H_RATE(SHARE, Measure.CLEARED_WITHIN_24H, Measure.CLEARANCES_TIMED);

  private final String column = name().toLowerCase(Locale.ROOT);
  private final Unit unit;
  private final Better better;
  private final Optional<String> numerator;
  private final Optional<String> denominator;
  private final Optional<Measure> part;
  private final Optional<Measure> whole;

  @SuppressWarnings("ImmutableEnumChecker") // both constructors give it an unmodifiable set
  private final Set<Measure> measures;

  Metric(Unit unit, Better better, Measure measure) {
    this.unit = unit;
    this.better = better;
    this.numerator = Optional.empty();
    this.denominator = Optional.empty();
    this.part = Optional.empty();
    this.whole = Optional.empty();
    this.measures = Set.of(measure);
  }

  Metric(Unit unit, Measure part, Measure whole) {
    this(unit, part.column(), whole.column(), part, whole);
  }

  Metric(Unit unit, String numerator, String denominator, Measure part, Measure whole) {
    this.unit = unit;
    this.better = HIGHER;
    this.numerator = Optional.of(numerator);
    this.denominator = Optional.of(denominator);
    this.part = Optional.of(part);
    this.whole = Optional.of(whole);
    this.measures = Collections.unmodifiableSet(EnumSet.of(part, whole));
  }

  /** The metric of a column of gold.period_facts, by which gold.decade_comparison names it, too. */
  public static Metric of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }

  /** The name of its column in gold.period_facts, and its name in gold.decade_comparison. */
  @Override
  public String column() {
    return column;
  }

  /** The unit of its value. */
  public Unit unit() {
    return unit;
  }

  @Override
  public Kind kind() {
    return unit.kind();
  }

  @Override
  public Better better() {
    return better;
  }

  @Override
  public Bilingual counted(long number) {
    return new Bilingual(number + unit.zh(), number + " " + unit.en(number));
  }

  @Override
  public boolean isOfMoney() {
    return unit == Unit.CENTS || unit == SHARE_OF_MONEY;
  }

  /** The column of gold.period_facts that a rate's numerator stands in; only rates have one. */
  public Optional<String> numerator() {
    return numerator;
  }

  /** The column of gold.period_facts that a rate's denominator stands in; only rates have one. */
  public Optional<String> denominator() {
    return denominator;
  }

  /** The measure that a rate's numerator sums; only rates have one. */
  public Optional<Measure> part() {
    return part;
  }

  /** The measure that a rate's denominator sums; only rates have one. */
  public Optional<Measure> whole() {
    return whole;
  }

  /** The measures of the ledger it is computed from: it is known where all of them are. */
  public Set<Measure> measures() {
    return measures;
  }

  /** Whether a change is tested against chance: counts of incidents, cases, deaths and injuries. */
  @Override
  public boolean tested() {
    return kind() == Kind.COUNT;
  }

  /** Whether it is null wherever a source is coarser than a day, even for whole months. */
  public boolean needsDayResolution() {
    return kind() == Kind.DAYS || kind() == Kind.RUN;
  }

  /** Whether it is a true proportion, which has a 95 % interval; others may exceed 1. */
  public boolean isProportion() {
    return unit == SHARE && this != CLEARANCE_RATE;
  }

  @Override
  public boolean movesByOneLine() {
    return List.of(Unit.INCIDENTS, Unit.CASES).contains(unit);
  }
}
