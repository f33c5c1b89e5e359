package io.tongqi.figures;

import io.tongqi.comparison.Availability;
import io.tongqi.comparison.Comparison;
import io.tongqi.comparison.ComparisonResult;
import io.tongqi.comparison.Coverage;
import io.tongqi.comparison.Gap;
import io.tongqi.comparison.YearValue;
import io.tongqi.domain.Activity;
import io.tongqi.domain.Better;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Kind;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The SQL function {@code compare_activity(years, window_years, activity)}: the years of an
 * activity in an area, compared.
 *
 * <p>The years are STRUCTs of the columns of {@code activity_years}, the activity is one of those
 * of the view {@code activities}; what it gives is a STRUCT of {@link #RESULT}: the columns of
 * gold.activity_totals that tell one comparison.
 */
public final class ActivityComparison implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Bilingual NO_BASELINE = new Bilingual("无上年同期记录", "no baseline");
  private static final Bilingual BASELINE = new Bilingual("%1年同期", "the same period of %1");

  /** The columns of a comparison. */
  static final StructType RESULT =
      StructType.fromDDL(
          "year INT, value DOUBLE, numerator BIGINT, denominator BIGINT, prior_value DOUBLE,"
              + " change DOUBLE, change_pct DOUBLE, change_points DOUBLE,"
              + " per_day_change_pct DOUBLE, baseline_zh STRING, baseline_en STRING,"
              + " years_compared INT, rank INT, best_value DOUBLE, best_years STRING,"
              + " worst_value DOUBLE, worst_years STRING, record STRING, record_reason_zh STRING,"
              + " record_reason_en STRING, lines_in_quarantine BIGINT, coverage DOUBLE");

  private final StructType year;
  private final StructType activity;

  ActivityComparison(StructType year, StructType activity) {
    this.year = year;
    this.activity = activity;
  }

  InternalRow of(ArrayData years, ArrayData windowYears, InternalRow told) {
    Activity compared = activity(told);
    Map<Integer, InternalRow> rows = new HashMap<>();
    for (int place = 0; place < years.numElements(); place++) {
      InternalRow row = years.getStruct(place, year.length());
      rows.put(row.getInt(at("year")), row);
    }
    List<YearValue> values =
        YearsComparison.values(windowYears, rows, (number, row) -> value(compared, number, row));
    ComparisonResult result = Comparison.of(compared, windowYears.numElements(), values);
    return row(compared, values.get(0), rows.get(values.get(0).year()), result);
  }

  private Activity activity(InternalRow told) {
    Optional<Activity.Whole> per =
        Optional.ofNullable(text(told, "per"))
            .map(it -> new Activity.Whole(it, bilingual(told, "per_name")));
    return new Activity(
        text(told, "activity"),
        Activity.Type.of(text(told, "activity_type")),
        bilingual(told, "name"),
        bilingual(told, "unit"),
        Better.valueOf(text(told, "better").toUpperCase(Locale.ROOT)),
        per);
  }

  private Bilingual bilingual(InternalRow told, String name) {
    return new Bilingual(text(told, name + "_zh"), text(told, name + "_en"));
  }

  private @Nullable String text(InternalRow told, String column) {
    int place = activity.fieldIndex(column);
    return told.isNullAt(place) ? null : told.getUTF8String(place).toString();
  }

  /** A line may hold any quantity, so that none stands for one record. */
  private YearValue value(Activity compared, int number, InternalRow row) {
    Long quantity = whole(row, "quantity");
    Long whole = whole(row, "whole");
    boolean isShare = compared.kind() == Kind.RATE;
    boolean hasValue = quantity != null && (!isShare || (whole != null && whole != 0));
    return new YearValue(
        number,
        hasValue ? (isShare ? (double) quantity / whole : (double) quantity) : null,
        isShare ? quantity : null,
        isShare ? whole : null,
        row.getInt(at("days")),
        coverage(row, quantity != null),
        row.getLong(at("lines_in_quarantine")),
        false);
  }

  private Coverage coverage(InternalRow row, boolean isHeld) {
    if (!row.isNullAt(at("began_on"))) {
      return Coverage.by(Availability.NOT_BEGUN, day(row, "began_on"));
    }
    if (!row.isNullAt(at("ended_on"))) {
      return Coverage.by(Availability.ENDED, day(row, "ended_on"));
    }
    if (!row.isNullAt(at("comparable_from"))) {
      return Coverage.by(Availability.NOT_COMPARABLE, day(row, "comparable_from"));
    }
    int covered = row.getInt(at("days_covered"));
    if (covered == row.getInt(at("days"))) {
      return Coverage.FULL;
    }
    List<Gap> gaps =
        CoverageReader.gaps(row.isNullAt(at("gaps")) ? null : row.getArray(at("gaps")));
    return Coverage.missing(
        isHeld ? Availability.PARTLY_COVERED : Availability.NOT_HELD, covered, gaps);
  }

  private InternalRow row(
      Activity compared, YearValue current, @Nullable InternalRow row, ComparisonResult result) {
    boolean isStock = compared.type() == Activity.Type.STOCK;
    Bilingual baseline =
        result.priorValue() == null ? NO_BASELINE : BASELINE.filled(current.year() - 1);
    return new GenericInternalRow(
        new Object[] {
          current.year(),
          result.value(),
          row == null ? null : whole(row, "quantity"),
          row == null ? null : whole(row, "whole"),
          result.priorValue(),
          result.change(),
          result.changePercent(),
          result.changePoints(),
          isStock ? null : result.perDayChangePercent(),
          UTF8String.fromString(baseline.zh()),
          UTF8String.fromString(baseline.en()),
          result.yearsCompared(),
          result.rank(),
          result.bestValue(),
          UTF8String.fromString(result.bestYears()),
          result.worstValue(),
          UTF8String.fromString(result.worstYears()),
          UTF8String.fromString(result.record().text()),
          UTF8String.fromString(result.recordReasonZh()),
          UTF8String.fromString(result.recordReasonEn()),
          current.linesInQuarantine(),
          row == null ? 0.0 : (double) row.getInt(at("days_covered")) / row.getInt(at("days"))
        });
  }

  private @Nullable Long whole(InternalRow row, String column) {
    return row.isNullAt(at(column)) ? null : row.getLong(at(column));
  }

  private LocalDate day(InternalRow row, String column) {
    return LocalDate.ofEpochDay(row.getInt(at(column)));
  }

  private int at(String column) {
    return year.fieldIndex(column);
  }
}
