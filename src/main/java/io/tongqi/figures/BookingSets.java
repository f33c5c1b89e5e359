package io.tongqi.figures;

import io.tongqi.calendar.DayRange;
import io.tongqi.domain.Activity;
import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Resolution;
import io.tongqi.figures.Areas.Area;
import io.tongqi.reference.Group;
import io.tongqi.reference.Membership;
import io.tongqi.reference.Station;
import io.tongqi.settings.ActivityBooking;
import io.tongqi.settings.Booking;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.annotation.Nullable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Who answers for what, by what the mappings declare. A booking set is what answers together for a
 * measure in a category group: measures and groups with the same one are covered alike, so that
 * coverage is worked out once a set. Sets are numbered from 0.
 */
final class BookingSets {
  /** What goes on after a station has closed: its cases are still cleared, property recovered. */
  private static final Set<Measure> OUTLIVING =
      EnumSet.of(
          Measure.CASES_CLEARED,
          Measure.RECOVERED_CENTS,
          Measure.CLEARANCES_TIMED,
          Measure.CLEARED_WITHIN_1H,
          Measure.CLEARED_WITHIN_24H);

  /** Where no recording times are given, there is no day from which they could be trusted. */
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  /**
   * What one source answers for, of whatever measure.
   *
   * @param doubted the measure, if the source has doubtful days of it
   * @param categories those of the group, if some files of the source answer for some only
   */
  private record Answer(
      String source,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Set<String> stations,
      Resolution resolution,
      boolean isOneRecordALine,
      @Nullable LocalDate trustedFrom,
      Optional<Measure> doubted,
      Set<String> categories) {
    boolean isFor(Station station) {
      return stations.isEmpty() || stations.contains(station.station());
    }
  }

  private record BookingSet(Set<Answer> answers, boolean isOutliving) {}

  private final Settings settings;
  private final DayRange horizon;
  private final Map<String, Set<Measure>> doubted;
  private final List<BookingSet> sets = new ArrayList<>();

  /**
   * Of the mappings of the settings, for the days of a horizon.
   *
   * @param doubted by source, the measures of which it has doubtful days
   */
  BookingSets(Settings settings, DayRange horizon, Map<String, Set<Measure>> doubted) {
    this.settings = settings;
    this.horizon = horizon;
    this.doubted = doubted;
    settings.reference().groups().forEach(this::ofGroup);
    settings.reference().activities().forEach(this::ofActivity);
  }

  /** The number of the set of anything that is booked in a group, then of each measure. */
  Object[] ofGroup(Group group) {
    List<Integer> numbers = new ArrayList<>();
    numbers.add(number(group, it -> true, false));
    for (Measure measure : Measure.values()) {
      numbers.add(number(group, it -> it.measure() == measure, OUTLIVING.contains(measure)));
    }
    return numbers.toArray();
  }

  /** The number of the set of an activity and what it is a share of. */
  int ofActivity(Activity activity) {
    Set<Answer> answers = new LinkedHashSet<>();
    for (SourceMapping mapping : settings.sources()) {
      mapping.activities().stream()
          .filter(
              it ->
                  it.activity().equals(activity.activity())
                      || activity
                          .per()
                          .filter(per -> it.activity().equals(per.activity()))
                          .isPresent())
          .forEach(it -> answers.add(answer(mapping, it)));
    }
    return number(new BookingSet(answers, false));
  }

  /** The numbers of all sets, as rows. */
  List<Row> numbers() {
    List<Row> rows = new ArrayList<>();
    sets.forEach(it -> rows.add(RowFactory.create(rows.size())));
    return rows;
  }

  /** Rows: booking_set INT, and source and category of which some files answer for others only. */
  List<Row> categories() {
    List<Row> rows = new ArrayList<>();
    for (int number = 0; number < sets.size(); number++) {
      for (Answer answer : sets.get(number).answers()) {
        for (String category : answer.categories()) {
          rows.add(RowFactory.create(number, answer.source(), category));
        }
      }
    }
    return rows;
  }

  /** By set: the sources that answer in an area, and whether a line of theirs is one record. */
  Object[] answering(Area area) {
    return sets.stream()
        .map(
            set -> {
              List<Answer> answers =
                  set.answers().stream().filter(it -> !days(area, set, it).isEmpty()).toList();
              return RowFactory.create(
                  answers.stream().map(Answer::source).distinct().toArray(),
                  answers.stream().allMatch(Answer::isOneRecordALine));
            })
        .toArray();
  }

  /**
   * Rows: area INT, booking_set INT, source, the measure if it is doubted, station, resolution,
   * trusted_from (since when recording times tell what was known; null: since ever), and the first
   * and last day on which the source answers for the station's records in the area.
   */
  List<Row> answers(Area area) {
    List<Row> rows = new ArrayList<>();
    for (int number = 0; number < sets.size(); number++) {
      BookingSet set = sets.get(number);
      for (Answer answer : set.answers()) {
        for (Station station : stations(area, set)) {
          if (answer.isFor(station)) {
            for (Row run : Days.runs(horizon, days(station, answer))) {
              rows.add(
                  RowFactory.create(
                      area.number(),
                      number,
                      answer.source(),
                      answer.doubted().map(Measure::column).orElse(null),
                      station.station(),
                      answer.resolution().name().toLowerCase(Locale.ROOT),
                      answer.trustedFrom(),
                      run.get(0),
                      run.get(1)));
            }
          }
        }
      }
    }
    return rows;
  }

  /**
   * Rows: area INT, booking_set INT, first and last day of a run, state: {@code absent} where the
   * area did not exist, {@code unanswered} where nobody answers for one of its stations.
   */
  List<Row> unanswered(Area area) {
    List<Row> rows = new ArrayList<>();
    for (int number = 0; number < sets.size(); number++) {
      BookingSet set = sets.get(number);
      BitSet existing = new BitSet();
      BitSet unanswered = new BitSet();
      for (Station station : stations(area, set)) {
        BitSet existence = Days.of(horizon, station.validFrom(), station.validTo());
        existing.or(existence);
        set.answers().stream()
            .filter(it -> it.isFor(station))
            .forEach(it -> existence.andNot(Days.of(horizon, it.from(), it.to())));
        unanswered.or(existence);
      }
      BitSet absent = Days.without(horizon, existing);
      for (Row run : Days.runs(horizon, absent)) {
        rows.add(RowFactory.create(area.number(), number, run.get(0), run.get(1), "absent"));
      }
      for (Row run : Days.runs(horizon, unanswered)) {
        rows.add(RowFactory.create(area.number(), number, run.get(0), run.get(1), "unanswered"));
      }
    }
    return rows;
  }

  private static List<Station> stations(Area area, BookingSet set) {
    return set.isOutliving() ? area.outliving() : area.stations();
  }

  private BitSet days(Area area, BookingSet set, Answer answer) {
    BitSet days = new BitSet();
    stations(area, set).stream().filter(answer::isFor).forEach(it -> days.or(days(it, answer)));
    return days;
  }

  private BitSet days(Station station, Answer answer) {
    BitSet days = Days.of(horizon, station.validFrom(), station.validTo());
    days.and(Days.of(horizon, answer.from(), answer.to()));
    return days;
  }

  private int number(Group group, Predicate<Booking> isMeant, boolean isOutliving) {
    Set<Answer> answers = new LinkedHashSet<>();
    for (SourceMapping mapping : settings.sources()) {
      mapping.books().stream()
          .filter(isMeant)
          .filter(
              it ->
                  it.categoryGroups().isEmpty()
                      || it.categoryGroups().contains(group.categoryGroup()))
          .forEach(it -> answers.add(answer(mapping, it, group)));
    }
    return number(new BookingSet(answers, isOutliving));
  }

  private int number(BookingSet set) {
    if (!sets.contains(set)) {
      sets.add(set);
    }
    return sets.indexOf(set);
  }

  /** A line of a register may hold any quantity, and its silences are judged by no one. */
  private static Answer answer(SourceMapping mapping, ActivityBooking booking) {
    return new Answer(
        mapping.source(),
        booking.from(),
        booking.to(),
        booking.stations(),
        Resolution.DAY,
        false,
        trustedFrom(mapping),
        Optional.empty(),
        Set.of());
  }

  private static @Nullable LocalDate trustedFrom(SourceMapping mapping) {
    return mapping.fields().containsKey(CanonicalColumn.RECORDED_AT)
        ? mapping.versionsFrom().orElse(null)
        : NEVER;
  }

  private Answer answer(SourceMapping mapping, Booking booking, Group group) {
    Set<Measure> inDoubt = doubted.getOrDefault(mapping.source(), Set.of());
    return new Answer(
        mapping.source(),
        booking.from(),
        booking.to(),
        booking.stations(),
        mapping.resolution().get(booking.measure()),
        !mapping.fields().containsKey(CanonicalColumn.COUNT)
            && !mapping.fields().containsKey(CanonicalColumn.CLEARED_COUNT),
        trustedFrom(mapping),
        Optional.of(booking.measure()).filter(inDoubt::contains),
        mapping.coversByCategory() ? categories(group) : Set.of());
  }

  private Set<String> categories(Group group) {
    return settings.reference().categories().stream()
        .filter(it -> it.categoryGroup().equals(group.categoryGroup()))
        .map(Membership::category)
        .collect(Collectors.toSet());
  }
}
