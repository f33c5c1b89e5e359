package io.tongqi.figures;

import io.tongqi.coverage.Evidence;
import io.tongqi.coverage.Horizon;
import io.tongqi.coverage.Territories;
import io.tongqi.reference.District;
import io.tongqi.reference.Membership;
import io.tongqi.settings.Settings;
import java.sql.Date;
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

  /** Registers the views that tell periods, areas, category groups and coverage. */
  void register(Request request, Periods periods, Evidence evidence) {
    registerPeriods(request, periods);
    registerReference();
    registerCells(evidence, periods);
  }

  /** Registers the views `request`, `cuts`, `calendar` and `cut_segments`. */
  private void registerPeriods(Request request, Periods periods) {
    Horizon horizon = periods.horizon();
    spark
        .sql(
            "SELECT DATE'%s' AS known_at, DATE'%s' AS first_day, DATE'%s' AS last_day"
                .formatted(request.knownAt(), horizon.first(), horizon.last()))
        .createOrReplaceTempView("request");
    register(
        "cuts",
        "place INT, vintage STRING, window STRING, year INT, days INT, first_day DATE,"
            + " last_day DATE, cut_off DATE",
        periods.cuts().stream()
            .map(
                it ->
                    RowFactory.create(
                        it.place(),
                        it.vintage().column(),
                        it.period().window(),
                        it.period().year(),
                        it.period().days(),
                        Date.valueOf(it.period().firstDay()),
                        Date.valueOf(it.period().lastDay()),
                        Date.valueOf(it.cutOff())))
            .toList());
    Segments segments = new Segments(periods.cuts());
    register("calendar", Segments.CALENDAR, segments.calendar());
    register("cut_segments", Segments.OF_CUTS, segments.ofCuts(periods.cuts()));
  }

  /**
   * Registers the views `cells`, `station_cells`, `district_cells`, `shown_cells`, `carried` and
   * `open_facts`.
   */
  private void registerCells(Evidence evidence, Periods periods) {
    Cells cells = new Cells(settings, periods.cuts());
    List<Row> rows = cells.rows(evidence);
    register("cells", Cells.COLUMNS, rows);
    register("station_cells", Cells.OF_STATIONS, cells.ofStations());
    register("district_cells", Cells.OF_DISTRICTS, cells.ofDistricts());
    register("shown_cells", Cells.SHOWN, cells.shown());
    register("carried", Carried.COLUMNS, Carried.rows(evidence, periods.cuts()));
    register("open_facts", Carried.LINES, Carried.lines(evidence, rows, periods.cuts()));
  }

  /**
   * Registers the views `station_areas`, `categories`, `station_names`, `group_names`, `kinds` and
   * `kind_groups`.
   */
  private void registerReference() {
    register(
        "station_areas",
        "station STRING, from_day DATE, to_day DATE, area STRING, district STRING",
        settings.reference().stationAreas().stream()
            .map(
                it ->
                    RowFactory.create(
                        it.station(), it.fromDay(), it.toDay(), it.area(), it.district()))
            .toList());
    register(
        "categories",
        "category STRING, category_group STRING",
        settings.reference().categories().stream()
            .map(it -> RowFactory.create(it.category(), it.categoryGroup()))
            .toList());
    register(
        "group_names",
        "category_group STRING, category_group_name_zh STRING, category_group_name_en STRING",
        settings.reference().groups().stream()
            .map(it -> RowFactory.create(it.categoryGroup(), it.nameZh(), it.nameEn()))
            .toList());
    registerStationNames();
    registerKinds(settings.reference().categories());
  }

  private void registerStationNames() {
    Map<String, District> districts =
        settings.reference().districts().stream()
            .collect(Collectors.toMap(District::district, Function.identity()));
    List<Row> stations = new ArrayList<>();
    Territories.holders(settings.reference().stations())
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
