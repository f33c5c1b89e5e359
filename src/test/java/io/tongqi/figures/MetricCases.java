package io.tongqi.figures;

import static io.tongqi.domain.CanonicalColumn.RECORDED_AT;

import io.tongqi.domain.Activity;
import io.tongqi.domain.Better;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.CodesAsOf;
import io.tongqi.domain.Format;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Mode;
import io.tongqi.domain.Resolution;
import io.tongqi.domain.SourceKind;
import io.tongqi.domain.UnknownCodes;
import io.tongqi.faults.Faults;
import io.tongqi.reference.Group;
import io.tongqi.reference.Membership;
import io.tongqi.reference.ReferenceData;
import io.tongqi.settings.ActivityBooking;
import io.tongqi.settings.Booking;
import io.tongqi.settings.Coverage;
import io.tongqi.settings.Force;
import io.tongqi.settings.Quiet;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * Cases of the same request and stations, computed in one run: each has category groups, and
 * sources that answer for these alone, of its own, so that none meets another.
 */
record MetricCases(List<MetricCase> cases) {
  /** All cases under a folder, those together that can be computed in one run. */
  static List<MetricCases> together(List<MetricCase> cases) {
    return cases.stream()
        .collect(Collectors.groupingBy(MetricCase::surroundings, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(MetricCases::new)
        .toList();
  }

  /** The figures of the inputs. */
  Figures figures(SparkSession spark) {
    return Figures.of(spark, settings(), request(), inputs(spark));
  }

  /** The tables that the figures are computed from. */
  Inputs inputs(SparkSession spark) {
    return new Inputs(
        rows(spark, Table.LEDGER, "ledger.csv"),
        rows(spark, Table.RECEIPTS, "receipts.csv"),
        rows(spark, Table.QUARANTINE, "quarantine.csv"),
        rows(spark, Table.RECORD_VERSIONS, "record_versions.csv"),
        rows(spark, Table.ACTIVITY_ENTRIES, "activity_entries.csv"));
  }

  Request request() {
    Map<String, String> request = cases.get(0).rows("request.csv").get(0);
    return new Request(
        LocalDate.parse(request.get("as_of")),
        LocalDate.parse(request.getOrDefault("known_at", request.get("as_of"))),
        Optional.ofNullable(request.get("batches")).map(it -> Set.of(it.split(" "))));
  }

  Settings settings() {
    return new Settings(
        Path.of("metrics"),
        new Force("force", "市局", "Force"),
        ZoneId.of("Asia/Shanghai"),
        "",
        cases.stream().flatMap(it -> sources(it).stream()).toList(),
        reference(),
        3,
        Map.of(),
        UnknownCodes.QUARANTINE,
        0.05,
        0.01,
        0.05,
        0.01,
        90,
        30,
        10,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        "",
        Map.of());
  }

  private ReferenceData reference() {
    List<Group> groups = new ArrayList<>();
    List<Membership> categories = new ArrayList<>();
    for (MetricCase it : cases) {
      ReferenceData own = reference(it);
      own.groups()
          .forEach(
              group ->
                  groups.add(
                      new Group(
                          it.own(group.categoryGroup()),
                          group.nameZh(),
                          group.nameEn(),
                          group.comparableFrom())));
      own.categories()
          .forEach(
              membership ->
                  categories.add(
                      new Membership(
                          it.own(membership.category()), it.own(membership.categoryGroup()))));
    }
    ReferenceData first = reference(cases.get(0));
    return ReferenceData.of(
        first.stations(),
        first.districts(),
        groups,
        categories,
        cases.stream().flatMap(MetricCases::activities).toList());
  }

  /** The activities of a case, under codes of its own. */
  private static Stream<Activity> activities(MetricCase it) {
    return it.optionalRows("activities.csv").stream()
        .map(
            row ->
                new Activity(
                    it.own(row.get("activity")),
                    Activity.Type.of(row.get("kind")),
                    new Bilingual(row.get("activity"), row.get("activity")),
                    new Bilingual("个", "units"),
                    Better.valueOf(row.getOrDefault("better", "NEUTRAL").toUpperCase(Locale.ROOT)),
                    Optional.ofNullable(row.get("per"))
                        .map(per -> new Activity.Whole(it.own(per), new Bilingual(per, per)))));
  }

  private static ReferenceData reference(MetricCase it) {
    Faults faults = new Faults();
    ReferenceData reference = ReferenceData.load(it.reference(), faults);
    if (faults.count() > 0) {
      throw new IllegalArgumentException(faults.list().toString());
    }
    return reference;
  }

  private static List<SourceMapping> sources(MetricCase metricCase) {
    Map<String, List<Map<String, String>>> bySource = new TreeMap<>();
    metricCase
        .rows("sources.csv")
        .forEach(
            it -> bySource.computeIfAbsent(it.get("source"), key -> new ArrayList<>()).add(it));
    return bySource.entrySet().stream()
        .map(it -> source(metricCase, it.getKey(), it.getValue()))
        .toList();
  }

  private static SourceMapping source(
      MetricCase metricCase, String name, List<Map<String, String>> rows) {
    Set<String> groups =
        reference(metricCase).groups().stream()
            .map(Group::categoryGroup)
            .collect(Collectors.toSet());
    List<Booking> bookings = new ArrayList<>();
    List<ActivityBooking> activities = new ArrayList<>();
    Map<Measure, Resolution> resolutions = new EnumMap<>(Measure.class);
    for (Map<String, String> row : rows) {
      if (row.containsKey("activity")) {
        activities.add(activity(metricCase, row));
        continue;
      }
      Set<String> booked =
          row.containsKey("groups") ? Set.of(row.get("groups").split(" ")) : groups;
      for (Measure measure : measures(row.get("measure"))) {
        bookings.add(
            new Booking(
                measure,
                row.containsKey("from") ? LocalDate.parse(row.get("from")) : null,
                row.containsKey("to") ? LocalDate.parse(row.get("to")) : null,
                row.containsKey("stations") ? Set.of(row.get("stations").split(" ")) : Set.of(),
                booked.stream().map(metricCase::own).collect(Collectors.toSet())));
        resolutions.put(measure, Resolution.valueOf(row.getOrDefault("resolution", "DAY")));
      }
    }
    return new SourceMapping(
        metricCase.folder(),
        metricCase.own(name),
        activities.isEmpty() ? SourceKind.INCIDENT : SourceKind.ACTIVITY,
        "",
        "*",
        Format.CSV,
        null,
        StandardCharsets.UTF_8,
        Map.of(),
        1000,
        ZoneId.of("Asia/Shanghai"),
        Mode.CHANGES,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Set.of(),
        List.of(),
        Optional.empty(),
        rows.get(0).containsKey("untimed")
            ? Map.of(CanonicalColumn.REPORTED_AT, "", CanonicalColumn.OCCURRED_AT, "")
            : Map.of(
                CanonicalColumn.REPORTED_AT,
                "",
                CanonicalColumn.OCCURRED_AT,
                "",
                RECORDED_AT,
                "recorded_at"),
        bookings,
        activities,
        covers(metricCase, name),
        Optional.empty(),
        CodesAsOf.EVENT,
        resolutions,
        Optional.ofNullable(rows.get(0).get("versions_from")).map(LocalDate::parse),
        LocalDate.of(1950, 1, 1),
        LocalDate.of(2100, 12, 31),
        Optional.empty(),
        quiet(metricCase, name),
        "");
  }

  private static ActivityBooking activity(MetricCase metricCase, Map<String, String> row) {
    return new ActivityBooking(
        metricCase.own(row.get("activity")),
        row.containsKey("from") ? LocalDate.parse(row.get("from")) : null,
        row.containsKey("to") ? LocalDate.parse(row.get("to")) : null,
        row.containsKey("stations") ? Set.of(row.get("stations").split(" ")) : Set.of());
  }

  /** A rule that names category groups where receipts name categories. */
  private static List<Coverage> covers(MetricCase metricCase, String source) {
    boolean isByCategory =
        metricCase.rows("receipts.csv").stream()
            .anyMatch(it -> it.get("source").equals(source) && it.containsKey("categories"));
    return isByCategory
        ? List.of(
            new Coverage(
                "**",
                new Coverage.ByColumn("day", Optional.empty()),
                Optional.empty(),
                Set.of(),
                Set.of("all")))
        : List.of();
  }

  private static List<Quiet> quiet(MetricCase metricCase, String source) {
    return metricCase.rows("quiet.csv").stream()
        .filter(it -> it.get("source").equals(source))
        .map(
            it ->
                new Quiet(
                    LocalDate.parse(it.get("from")),
                    LocalDate.parse(it.get("to")),
                    "as told",
                    it.containsKey("stations") ? Set.of(it.get("stations")) : Set.of()))
        .toList();
  }

  private static List<Measure> measures(String column) {
    return Arrays.stream(Measure.values())
        .filter(it -> column.equals("all") || column.equals(it.column()))
        .toList();
  }

  private Dataset<Row> rows(SparkSession spark, Table table, String name) {
    List<Row> rows = new ArrayList<>();
    for (MetricCase it : cases) {
      List<Map<String, String>> lines =
          table == Table.ACTIVITY_ENTRIES ? it.optionalRows(name) : it.rows(name);
      for (Map<String, String> row : lines) {
        rows.add(
            RowFactory.create(
                Arrays.stream(table.columns().fields())
                    .map(
                        field ->
                            field.dataType() instanceof ArrayType
                                ? it.list(row, field.name())
                                : value(field, it.value(row, field.name())))
                    .toArray()));
      }
    }
    return spark.createDataFrame(rows, table.columns());
  }

  private static Object value(StructField field, String text) {
    if (text == null && field.nullable()) {
      return null;
    }
    DataType type = field.dataType();
    if (type.equals(DataTypes.LongType)) {
      return text == null ? 0L : Long.parseLong(text);
    }
    if (type.equals(DataTypes.BooleanType)) {
      return Boolean.valueOf(text);
    }
    if (type.equals(DataTypes.DateType)) {
      return LocalDate.parse(text);
    }
    return type.equals(DataTypes.TimestampType) ? Instant.EPOCH : String.valueOf(text);
  }
}
