package io.tongqi.figures;

import io.tongqi.calendar.DayRange;
import io.tongqi.report.SilenceReport;
import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Date;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Reads from silver.coverage what a run and the doctor tell of silences. */
public final class CoverageReport {
  private CoverageReport() {}

  /** The silences of each source; none where no run has compared yet. */
  public static List<SilenceReport> silences(Tables tables) {
    if (!tables.exists(Table.COVERAGE)) {
      return List.of();
    }
    tables.read(Table.COVERAGE).createOrReplaceTempView("coverage_to_report");
    return tables.spark().sql(SqlFile.read("report/silences.sql")).collectAsList().stream()
        .map(CoverageReport::report)
        .toList();
  }

  private static SilenceReport report(Row row) {
    return new SilenceReport(
        row.getAs("source"),
        Optional.ofNullable(row.<Date>getAs("first_day"))
            .map(it -> new DayRange(it.toLocalDate(), row.<Date>getAs("last_day").toLocalDate())),
        row.getList(row.fieldIndex("stations")),
        row.getList(row.fieldIndex("doubts")));
  }
}
