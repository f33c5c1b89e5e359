package io.tongqi.figures;

import io.tongqi.coverage.Evidence;
import io.tongqi.coverage.Ground;
import io.tongqi.coverage.Support;
import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Which figures deliveries carry, and which lines in quarantine could change them. */
final class Carried {
  /** The columns of {@link #rows}. */
  static final String COLUMNS =
      "ground INT, place INT, days_covered INT, "
          + Arrays.stream(Measure.values())
              .map(measure -> "has_" + measure.column() + " BOOLEAN")
              .collect(Collectors.joining(", "));

  /** The columns of {@link #lines}. */
  static final String LINES = "fact BIGINT, lines_in_quarantine BIGINT";

  private Carried() {}

  /** For each ground and cut: how many days are covered, and which measures have a sum. */
  static List<Row> rows(Evidence evidence, List<Cut> cuts) {
    List<Row> rows = new ArrayList<>();
    for (int ground = 0; ground < evidence.grounds().size(); ground++) {
      for (Cut cut : cuts) {
        rows.add(row(ground, evidence.grounds().get(ground), cut));
      }
    }
    return rows;
  }

  /** The facts that lines in quarantine could change. */
  static List<Row> lines(Evidence evidence, List<Row> cells, List<Cut> cuts) {
    List<Row> rows = new ArrayList<>();
    if (!evidence.hasLinesInQuarantine()) {
      return rows;
    }
    for (Row cell : cells) {
      Area area = new Area(AreaLevel.of(cell.getString(1)), cell.getString(2));
      String group = cell.getString(3);
      Ground ground = evidence.grounds().get(cell.getInt(4));
      for (Cut cut : cuts) {
        long lines =
            evidence.linesInQuarantine(
                ground.all().sources(),
                area,
                group,
                cut.period().firstDay(),
                cut.period().lastDay());
        if (lines > 0 && cut.vintage().levels().contains(area.level())) {
          rows.add(RowFactory.create(cell.getLong(0) + cut.place(), lines));
        }
      }
    }
    return rows;
  }

  private static Row row(int number, Ground ground, Cut cut) {
    Period period = cut.period();
    List<Object> values = new ArrayList<>();
    values.add(number);
    values.add(cut.place());
    values.add(ground.all().daysCovered(period.firstDay(), period.lastDay()));
    for (Measure measure : Measure.values()) {
      values.add(isCarried(ground.byMeasure().get(measure), cut));
    }
    return RowFactory.create(values.toArray());
  }

  private static boolean isCarried(Support support, Cut cut) {
    Period period = cut.period();
    return support.isBooked(period.firstDay(), period.lastDay())
        && support.daysCovered(period.firstDay(), period.lastDay()) > 0
        && !support.isTooCoarse(period.firstDay(), period.lastDay())
        && !cut.isBeforeVersions(support);
  }
}
