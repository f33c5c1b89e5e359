package io.tongqi.figures;

import io.tongqi.calendar.DayRange;
import io.tongqi.domain.Activity;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Measure;
import io.tongqi.figures.Areas.Area;
import io.tongqi.reference.Group;
import io.tongqi.reference.Membership;
import io.tongqi.reference.ReferenceData;
import io.tongqi.settings.Booking;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Registers, as small views, what the SQL files need to know beside the tables. Areas, category
 * groups, kinds and periods are known by whole numbers inside; their names stand in these views.
 * Categories of the same groups are of one kind.
 */
final class Views {
  private static final LocalDate SINCE_EVER = LocalDate.of(1, 1, 1);
  private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

  private final SparkSession spark;
  private final Settings settings;
  private final Request request;
  private final Periods periods;
  private final Areas areas;

  Views(SparkSession spark, Settings settings, Request request, Periods periods) {
    this.spark = spark;
    this.settings = settings;
    this.request = request;
    this.periods = periods;
    this.areas = new Areas(settings.reference(), settings.force());
  }

  /** Registers what the days of sources are judged by, and all that does not depend on that. */
  void register() {
    registerPeriods();
    registerBookings();
    registerStations();
    registerGroups();
    registerTerms();
  }

  private void registerPeriods() {
    DayRange horizon = periods.horizon();
    register(
        "request",
        "known_at DATE, first_day DATE, last_day DATE",
        List.of(RowFactory.create(request.knownAt(), horizon.first(), horizon.last())));
    register(
        "periods",
        "period INT, window STRING, year INT, days INT, first_day DATE, last_day DATE, cut_off DATE",
        periods.periods());
    register("window_years", "window STRING, years ARRAY<INT>", periods.windowYears());
    register("calendar", "day DATE, segment INT, earliest_cut_off DATE", periods.calendar());
    register(
        "period_segments",
        "segment INT, period INT, first_segment INT, last_segment INT, cut_off_segment INT",
        periods.periodSegments());
  }

  /**
   * Registers areas and category groups, and who answers for them.
   *
   * @param doubted by source, the measures of which it has doubtful days
   */
  void registerAreas(Map<String, Set<Measure>> doubted) {
    DayRange horizon = periods.horizon();
    BookingSets sets = new BookingSets(settings, horizon, doubted);
    Map<AreaLevel, Long> peers =
        areas.all().stream()
            .filter(this::isPeer)
            .collect(Collectors.groupingBy(Area::level, Collectors.counting()));
    register(
        "areas",
        "area INT, area_level STRING, code STRING, name_zh STRING, name_en STRING, parent INT,"
            + " comparable_from DATE, began_on DATE, ended_on DATE,"
            + " answers ARRAY<STRUCT<sources: ARRAY<STRING>, is_one_record_a_line: BOOLEAN>>,"
            + " is_peer BOOLEAN, peers BIGINT",
        areas.all().stream()
            .map(
                it ->
                    RowFactory.create(
                        it.number(),
                        it.level().column(),
                        it.code(),
                        it.nameZh(),
                        it.nameEn(),
                        it.parent(),
                        it.comparableFrom(),
                        it.beganOn(),
                        it.endedOn(),
                        sets.answering(it),
                        isPeer(it),
                        peers.getOrDefault(it.level(), 0L)))
            .toList());
    register("booking_sets", "booking_set INT", sets.numbers());
    register(
        "booking_set_categories",
        "booking_set INT, source STRING, category STRING",
        sets.categories());
    register(
        "area_answers",
        "area INT, booking_set INT, source STRING, doubted STRING, station STRING,"
            + " resolution STRING, trusted_from DATE, first_day DATE, last_day DATE",
        areas.all().stream().flatMap(it -> sets.answers(it).stream()).toList());
    register(
        "area_unanswered",
        "area INT, booking_set INT, first_day DATE, last_day DATE, state STRING",
        areas.all().stream().flatMap(it -> sets.unanswered(it).stream()).toList());
    registerGroups(sets);
    registerActivities(sets);
  }

  private void registerActivities(BookingSets sets) {
    register(
        "activities",
        "activity STRING, activity_type STRING, name_zh STRING, name_en STRING, unit_zh STRING,"
            + " unit_en STRING, better STRING, per STRING, per_name_zh STRING, per_name_en STRING,"
            + " booking_set INT",
        settings.reference().activities().stream()
            .map(
                it ->
                    RowFactory.create(
                        it.activity(),
                        it.type().column(),
                        it.name().zh(),
                        it.name().en(),
                        it.unit().zh(),
                        it.unit().en(),
                        it.better().name().toLowerCase(Locale.ROOT),
                        it.per().map(Activity.Whole::activity).orElse(null),
                        it.per().map(per -> per.name().zh()).orElse(null),
                        it.per().map(per -> per.name().en()).orElse(null),
                        sets.ofActivity(it)))
            .toList());
  }

  private void registerBookings() {
    register(
        "sources",
        "source STRING",
        settings.sources().stream().map(it -> RowFactory.create(it.source())).toList());
    List<Row> rows = new ArrayList<>();
    for (SourceMapping mapping : settings.sources()) {
      for (Booking booking : mapping.books()) {
        for (String station : orAny(booking.stations())) {
          for (String group : orAny(booking.categoryGroups())) {
            rows.add(
                RowFactory.create(
                    mapping.source(),
                    booking.measure().column(),
                    mapping.resolution().get(booking.measure()).name().toLowerCase(Locale.ROOT),
                    station,
                    group,
                    Optional.ofNullable(booking.from()).orElse(SINCE_EVER),
                    Optional.ofNullable(booking.to()).orElse(FOR_EVER)));
          }
        }
      }
    }
    register(
        "bookings",
        "source STRING, measure STRING, resolution STRING, station STRING, category_group STRING,"
            + " from_day DATE, to_day DATE",
        rows);
    register(
        "quiet",
        "source STRING, station STRING, first_day DATE, last_day DATE",
        settings.sources().stream().flatMap(Views::quiet).toList());
  }

  private static Stream<Row> quiet(SourceMapping mapping) {
    return mapping.quiet().stream()
        .flatMap(
            quiet ->
                orAny(quiet.stations()).stream()
                    .map(it -> RowFactory.create(mapping.source(), it, quiet.from(), quiet.to())));
  }

  private static Collection<String> orAny(Set<String> codes) {
    return codes.isEmpty() ? Collections.singleton(null) : codes;
  }

  /** The force has no peers; closed areas and the one of unknown stations are none. */
  private boolean isPeer(Area area) {
    return area.level() != AreaLevel.FORCE
        && !area.code().equals(ReferenceData.UNKNOWN)
        && area.stations().stream().anyMatch(it -> it.isValidOn(request.asOf()));
  }

  private void registerStations() {
    register(
        "stations",
        "station STRING, valid_from DATE, valid_to DATE",
        settings.reference().stations().stream()
            .map(it -> RowFactory.create(it.station(), it.validFrom(), it.validTo()))
            .toList());
  }

  private void registerTerms() {
    Map<String, Integer> numbers =
        areas.all().stream()
            .filter(it -> it.level() == AreaLevel.STATION)
            .collect(Collectors.toMap(Area::code, Area::number));
    register(
        "station_terms",
        "station STRING, from_day DATE, to_day DATE, area INT",
        settings.reference().stationAreas().stream()
            .map(
                it ->
                    RowFactory.create(
                        it.station(), it.fromDay(), it.toDay(), numbers.get(it.area())))
            .toList());
    register(
        "area_terms",
        "area INT, station STRING, first_day DATE, last_day DATE",
        areas.all().stream()
            .flatMap(
                area ->
                    area.stations().stream()
                        .map(
                            it ->
                                RowFactory.create(
                                    area.number(),
                                    it.station(),
                                    it.validFrom(),
                                    Optional.ofNullable(it.validTo()).orElse(FOR_EVER))))
            .toList());
  }

  private void registerGroups(BookingSets sets) {
    String numbers =
        Stream.concat(Stream.of("anything"), Measure.columns().stream())
            .map(it -> it + ": INT")
            .collect(Collectors.joining(", "));
    List<Group> groups = settings.reference().groups();
    List<Row> rows = new ArrayList<>();
    for (Group it : groups) {
      rows.add(
          RowFactory.create(
              rows.size(),
              it.categoryGroup(),
              it.nameZh(),
              it.nameEn(),
              it.comparableFrom(),
              RowFactory.create(sets.ofGroup(it))));
    }
    register(
        "groups",
        "category_group INT, code STRING, name_zh STRING, name_en STRING, comparable_from DATE,"
            + " booking_sets STRUCT<"
            + numbers
            + ">",
        rows);
  }

  private void registerGroups() {
    List<String> groups = settings.reference().groups().stream().map(Group::categoryGroup).toList();
    Map<String, Set<Integer>> ofCategory = new TreeMap<>();
    for (Membership it : settings.reference().categories()) {
      ofCategory
          .computeIfAbsent(it.category(), key -> new TreeSet<>())
          .add(groups.indexOf(it.categoryGroup()));
    }
    Map<Set<Integer>, Integer> kinds = new LinkedHashMap<>();
    ofCategory.values().forEach(it -> kinds.putIfAbsent(it, kinds.size()));
    register(
        "category_kinds",
        "category STRING, kind INT",
        ofCategory.entrySet().stream()
            .map(it -> RowFactory.create(it.getKey(), kinds.get(it.getValue())))
            .toList());
    register(
        "kind_groups",
        "kind INT, category_group INT",
        kinds.entrySet().stream()
            .flatMap(
                kind -> kind.getKey().stream().map(it -> RowFactory.create(kind.getValue(), it)))
            .toList());
  }

  private void register(String view, String columns, List<Row> rows) {
    spark.createDataFrame(rows, StructType.fromDDL(columns)).createOrReplaceTempView(view);
  }
}
