package io.tongqi.figures;

import io.tongqi.coverage.Evidence;
import io.tongqi.coverage.Territories;
import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Vintage;
import io.tongqi.reference.Group;
import io.tongqi.reference.StationArea;
import io.tongqi.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Each area with each category group is a cell, and each cell at each cut a fact. Both are
 * numbered, so that sums are keyed by one number: a fact's is its cell's plus its cut's place.
 */
final class Cells {
  /** The columns of {@link #rows}. */
  static final String COLUMNS =
      "cell BIGINT, area_level STRING, area STRING, category_group STRING, ground INT";

  /** The columns of {@link #ofStations}. */
  static final String OF_STATIONS = "station STRING, category_group STRING, station_cell BIGINT";

  /** The columns of {@link #ofDistricts}. */
  static final String OF_DISTRICTS = "district STRING, category_group STRING, cell BIGINT";

  /** The columns of {@link #shown}. */
  static final String SHOWN = "vintage STRING, station_cell BIGINT, cell BIGINT";

  private record Cell(Area area, String group) {}

  private final Settings settings;
  private final Map<Cell, Long> numbers = new LinkedHashMap<>();

  Cells(Settings settings, List<Cut> cuts) {
    this.settings = settings;
    Territories.of(settings.reference(), settings.force().code())
        .forEach(
            territory ->
                groups()
                    .forEach(
                        group ->
                            numbers.put(
                                new Cell(territory.area(), group),
                                (long) numbers.size() * cuts.size())));
  }

  /** All cells, each with the place of its ground in the evidence. */
  List<Row> rows(Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    numbers.forEach(
        (cell, number) ->
            rows.add(
                RowFactory.create(
                    number,
                    cell.area().level().column(),
                    cell.area().code(),
                    cell.group(),
                    evidence.ground(cell.area(), cell.group()))));
    return rows;
  }

  /** The cell of each station of today and category group. */
  List<Row> ofStations() {
    List<Row> rows = new ArrayList<>();
    numbers.forEach(
        (cell, number) -> {
          if (cell.area().level() == AreaLevel.STATION) {
            rows.add(RowFactory.create(cell.area().code(), cell.group(), number));
          }
        });
    return rows;
  }

  /** The cells that a district and category group count in: their own and that of the force. */
  List<Row> ofDistricts() {
    List<Row> rows = new ArrayList<>();
    for (String district : new TreeSet<>(districts().values())) {
      for (String group : groups()) {
        for (long cell :
            List.of(
                number(AreaLevel.DISTRICT, district, group),
                number(AreaLevel.FORCE, settings.force().code(), group))) {
          rows.add(RowFactory.create(district, group, cell));
        }
      }
    }
    return rows;
  }

  /** The cells that a station's cell counts in, for each vintage. */
  List<Row> shown() {
    List<Row> rows = new ArrayList<>();
    districts()
        .forEach(
            (station, district) -> {
              for (String group : groups()) {
                for (Vintage vintage : Vintage.values()) {
                  for (AreaLevel level : vintage.levels()) {
                    rows.add(
                        RowFactory.create(
                            vintage.column(),
                            number(AreaLevel.STATION, station, group),
                            switch (level) {
                              case FORCE -> number(level, settings.force().code(), group);
                              case DISTRICT -> number(level, district, group);
                              case STATION -> number(level, station, group);
                            }));
                  }
                }
              }
            });
    return rows;
  }

  private Map<String, String> districts() {
    Map<String, String> districts = new TreeMap<>();
    for (StationArea it : settings.reference().stationAreas()) {
      districts.put(it.area(), it.district());
    }
    return districts;
  }

  private List<String> groups() {
    return settings.reference().groups().stream().map(Group::categoryGroup).toList();
  }

  private long number(AreaLevel level, String code, String group) {
    return numbers.get(new Cell(new Area(level, code), group));
  }
}
