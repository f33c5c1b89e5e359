package io.tongqi.metrics;

import io.tongqi.coverage.AreaLevel;
import io.tongqi.coverage.Horizon;
import io.tongqi.coverage.Territories;
import io.tongqi.reference.District;
import io.tongqi.reference.Membership;
import io.tongqi.reference.ReferenceData;
import io.tongqi.reference.StationArea;
import io.tongqi.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Registers, as small views, what the SQL files need to know beside the ledger. */
final class Views {
  private final SparkSession spark;
  private final Settings settings;

  Views(SparkSession spark, Settings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /** Registers the views `request`, `horizon`, `calendar` and `window_segments`. */
  void registerPeriods(Request request, Periods periods) {
    spark
        .sql("SELECT DATE'%s' AS known_at".formatted(request.knownAt()))
        .createOrReplaceTempView("request");
    Horizon horizon = periods.horizon();
    spark
        .sql(
            "SELECT DATE'%s' AS first_day, DATE'%s' AS last_day"
                .formatted(horizon.first(), horizon.last()))
        .createOrReplaceTempView("horizon");
    Segments segments = new Segments(periods.defined(), request.knownAt());
    segments.calendar(spark).createOrReplaceTempView("calendar");
    segments.windowSegments(spark).createOrReplaceTempView("window_segments");
  }

  /**
   * Registers the views `station_areas`, `shown_areas`, `station_names`, `group_names`, `kinds` and
   * `kind_groups`.
   */
  void registerReference() {
    registerAreas(settings.reference());
    registerNames(settings.reference());
    registerKinds(settings.reference().categories());
  }

  private void registerAreas(ReferenceData reference) {
    List<Row> stationAreas = new ArrayList<>();
    Map<String, String> districts = new TreeMap<>();
    for (StationArea it : reference.stationAreas()) {
      stationAreas.add(
          RowFactory.create(it.station(), it.fromDay(), it.toDay(), it.area(), it.district()));
      districts.put(it.area(), it.district());
    }
    register(
        "station_areas",
        "station STRING, from_day DATE, to_day DATE, area STRING, district STRING",
        stationAreas);
    List<Row> shown = new ArrayList<>();
    for (Vintage vintage : Vintage.values()) {
      for (AreaLevel level : vintage.levels()) {
        districts.forEach(
            (station, district) ->
                shown.add(
                    RowFactory.create(
                        vintage.column(),
                        station,
                        level.column(),
                        switch (level) {
                          case FORCE -> settings.force().code();
                          case DISTRICT -> district;
                          case STATION -> station;
                        })));
      }
    }
    register(
        "shown_areas", "vintage STRING, station STRING, area_level STRING, area STRING", shown);
  }

  private void registerNames(ReferenceData reference) {
    Map<String, District> districts =
        reference.districts().stream()
            .collect(Collectors.toMap(District::district, Function.identity()));
    List<Row> stations = new ArrayList<>();
    Territories.holders(reference.stations())
        .forEach(
            (area, station) -> {
              District district = districts.get(station.district());
              stations.add(
                  RowFactory.create(
                      area,
                      station.nameZh(),
                      station.nameEn(),
                      district.district(),
                      district.nameZh(),
                      district.nameEn()));
            });
    register(
        "station_names",
        "station STRING, station_name_zh STRING, station_name_en STRING, district STRING,"
            + " district_name_zh STRING, district_name_en STRING",
        stations);
    register(
        "group_names",
        "category_group STRING, category_group_name_zh STRING, category_group_name_en STRING",
        reference.groups().stream()
            .map(it -> RowFactory.create(it.categoryGroup(), it.nameZh(), it.nameEn()))
            .toList());
  }

  private void registerKinds(List<Membership> categories) {
    Map<String, Set<String>> groups = new TreeMap<>();
    categories.forEach(
        it ->
            groups.computeIfAbsent(it.category(), key -> new TreeSet<>()).add(it.categoryGroup()));
    Map<Set<String>, Integer> kinds = new LinkedHashMap<>();
    groups.values().forEach(it -> kinds.putIfAbsent(it, kinds.size()));
    register(
        "kinds",
        "category STRING, kind INT",
        groups.entrySet().stream()
            .map(it -> RowFactory.create(it.getKey(), kinds.get(it.getValue())))
            .toList());
    register(
        "kind_groups",
        "kind INT, category_group STRING",
        kinds.entrySet().stream()
            .flatMap(
                kind -> kind.getKey().stream().map(it -> RowFactory.create(kind.getValue(), it)))
            .toList());
  }

  private void register(String view, String columns, List<Row> rows) {
    spark.createDataFrame(rows, StructType.fromDDL(columns)).createOrReplaceTempView(view);
  }
}
