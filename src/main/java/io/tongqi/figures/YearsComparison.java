package io.tongqi.figures;

import io.tongqi.comparison.Availability;
import io.tongqi.comparison.Comparison;
import io.tongqi.comparison.ComparisonResult;
import io.tongqi.comparison.Vintages;
import io.tongqi.comparison.YearValue;
import io.tongqi.domain.Better;
import io.tongqi.domain.Kind;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Vintage;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import javax.annotation.Nullable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The SQL function {@code compare(years, window_years, booking_sets, answers)}: the years of an
 * area and category group, in both vintages, compared by each metric that some source books there.
 *
 * <p>The years are STRUCTs of {@code year} and the columns of {@code period_sums}; what it gives
 * are STRUCTs of {@link #RESULT}: the columns of gold.decade_comparison that tell one comparison,
 * with {@code is_sound}, without which in every one no peer is ranked (covered, and not below
 * zero), and {@code place}, by which areas are ranked among their peers: the value where it can be
 * ranked, exact to 24 digits, the best first in ascending order.
 */
public final class YearsComparison implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PLACE_DIGITS = 38;
  private static final int PLACE_SCALE = 24;

  /** The columns of a comparison. */
  static final StructType RESULT =
      StructType.fromDDL(
          "vintage STRING, metric STRING, year INT, value DOUBLE, prior_value DOUBLE, change DOUBLE,"
              + " change_pct DOUBLE, change_points DOUBLE, per_day_change_pct DOUBLE,"
              + " years_compared INT, rank INT, best_value DOUBLE, best_years STRING,"
              + " worst_value DOUBLE, worst_years STRING, record STRING, record_reason_zh STRING,"
              + " record_reason_en STRING, p_value DOUBLE, within_chance BOOLEAN,"
              + " is_sound BOOLEAN, place DECIMAL(38, 24)");

  /** Where a metric's value, numerator and denominator stand; -1 for a part that it has not. */
  private record Columns(int value, boolean isInteger, int numerator, int denominator)
      implements Serializable {}

  private final StructType year;
  private final CoverageReader coverage;
  private final EnumMap<Metric, Columns> columns = new EnumMap<>(Metric.class);
  private final EnumMap<Measure, Integer> bookingSets = new EnumMap<>(Measure.class);

  YearsComparison(StructType year, StructType bookingSets) {
    this.year = year;
    this.coverage = new CoverageReader(year);
    for (Metric metric : Metric.values()) {
      int value = year.fieldIndex(metric.column());
      columns.put(
          metric,
          new Columns(
              value,
              year.fields()[value].dataType().equals(DataTypes.IntegerType),
              metric.numerator().map(year::fieldIndex).orElse(-1),
              metric.denominator().map(year::fieldIndex).orElse(-1)));
    }
    for (Measure measure : Measure.values()) {
      this.bookingSets.put(measure, bookingSets.fieldIndex(measure.column()));
    }
  }

  /** Who answers for a metric: the booking sets of its measures, and the sources in them. */
  private record Answering(
      List<Measure> measures,
      List<Integer> sets,
      Set<UTF8String> sources,
      boolean isOneRecordALine) {}

  ArrayData of(ArrayData years, ArrayData windowYears, InternalRow sets, ArrayData answers) {
    Map<Integer, InternalRow> latest = new HashMap<>();
    Map<Integer, InternalRow> equalAge = new HashMap<>();
    for (int place = 0; place < years.numElements(); place++) {
      InternalRow row = years.getStruct(place, year.length());
      boolean isEqualAge = row.getBoolean(year.fieldIndex("is_equal_age"));
      (isEqualAge ? equalAge : latest).put(row.getInt(year.fieldIndex("year")), row);
    }
    List<Object> compared = new ArrayList<>();
    for (Metric metric : Metric.values()) {
      Answering answering = answering(metric, sets, answers);
      if (answering == null) {
        continue;
      }
      List<YearValue> values = values(metric, answering, latest, windowYears, Vintage.LATEST);
      ComparisonResult result = Comparison.of(metric, windowYears.numElements(), values);
      if (!equalAge.isEmpty()) {
        List<YearValue> cut = values(metric, answering, equalAge, windowYears, Vintage.EQUAL_AGE);
        Vintages vintages =
            new Vintages(result, Comparison.of(metric, windowYears.numElements(), cut))
                .withDisagreement();
        result = vintages.latest();
        compared.add(row(Vintage.EQUAL_AGE, metric, cut.get(0), vintages.equalAge()));
      }
      compared.add(row(Vintage.LATEST, metric, values.get(0), result));
    }
    return new GenericArrayData(compared.toArray());
  }

  /** Null where no source ever books one of the metric's measures. */
  private @Nullable Answering answering(Metric metric, InternalRow sets, ArrayData answers) {
    List<Integer> numbers = new ArrayList<>();
    Set<UTF8String> sources = new LinkedHashSet<>();
    boolean isOneRecordALine = true;
    for (Measure measure : metric.measures()) {
      int number = sets.getInt(bookingSets.get(measure));
      InternalRow answer = answers.getStruct(number, 2);
      ArrayData booking = answer.getArray(0);
      if (booking.numElements() == 0) {
        return null;
      }
      for (int source = 0; source < booking.numElements(); source++) {
        sources.add(booking.getUTF8String(source));
      }
      isOneRecordALine &= answer.getBoolean(1);
      numbers.add(number);
    }
    return new Answering(List.copyOf(metric.measures()), numbers, sources, isOneRecordALine);
  }

  private List<YearValue> values(
      Metric metric,
      Answering answering,
      Map<Integer, InternalRow> rows,
      ArrayData windowYears,
      Vintage vintage) {
    return values(windowYears, rows, (year, row) -> value(metric, answering, year, row, vintage));
  }

  /** The years of a window, newest first, each by its row; one without a row has no such window. */
  static List<YearValue> values(
      ArrayData windowYears,
      Map<Integer, InternalRow> rows,
      BiFunction<Integer, InternalRow, YearValue> value) {
    List<YearValue> values = new ArrayList<>(windowYears.numElements());
    for (int place = 0; place < windowYears.numElements(); place++) {
      int year = windowYears.getInt(place);
      InternalRow row = rows.get(year);
      values.add(
          row == null
              ? new YearValue(year, null, null, null, 0, Availability.WINDOW_UNDEFINED, 0)
              : value.apply(year, row));
    }
    return values;
  }

  private YearValue value(
      Metric metric, Answering answering, int number, InternalRow row, Vintage vintage) {
    Columns at = columns.get(metric);
    Double value = null;
    if (!row.isNullAt(at.value())) {
      value =
          metric.kind() == Kind.RATE
              ? row.getDouble(at.value())
              : at.isInteger() ? (double) row.getInt(at.value()) : (double) row.getLong(at.value());
    }
    return new YearValue(
        number,
        value,
        whole(row, at.numerator()),
        whole(row, at.denominator()),
        row.getInt(year.fieldIndex("days")),
        coverage.of(row, metric, answering.measures(), answering.sets(), vintage),
        linesInQuarantine(answering, row),
        answering.isOneRecordALine());
  }

  private static @Nullable Long whole(InternalRow row, int place) {
    return place < 0 || row.isNullAt(place) ? null : row.getLong(place);
  }

  private long linesInQuarantine(Answering answering, InternalRow row) {
    int place = year.fieldIndex("open_lines");
    if (row.isNullAt(place)) {
      return 0;
    }
    MapData lines = row.getMap(place);
    long sum = 0;
    for (int entry = 0; entry < lines.numElements(); entry++) {
      if (answering.sources().contains(lines.keyArray().getUTF8String(entry))) {
        sum += lines.valueArray().getLong(entry);
      }
    }
    return sum;
  }

  private static InternalRow row(
      Vintage vintage, Metric metric, YearValue current, ComparisonResult result) {
    return new GenericInternalRow(
        new Object[] {
          text(vintage.column()),
          text(metric.column()),
          current.year(),
          result.value(),
          result.priorValue(),
          result.change(),
          result.changePercent(),
          result.changePoints(),
          result.perDayChangePercent(),
          result.yearsCompared(),
          result.rank(),
          result.bestValue(),
          text(result.bestYears()),
          result.worstValue(),
          text(result.worstYears()),
          text(result.record().text()),
          text(result.recordReasonZh()),
          text(result.recordReasonEn()),
          result.pValue(),
          result.withinChance(),
          current.isCovered() && !current.isBelowZero(),
          place(metric, current)
        });
  }

  private static @Nullable Decimal place(Metric metric, YearValue current) {
    if (metric.better() == Better.NEUTRAL || !current.isRankable()) {
      return null;
    }
    BigDecimal exact =
        metric.kind() == Kind.RATE
            ? BigDecimal.valueOf(current.numerator())
                .divide(
                    BigDecimal.valueOf(current.denominator()), PLACE_SCALE, RoundingMode.HALF_EVEN)
            : BigDecimal.valueOf(Math.round(current.value()), 0).setScale(PLACE_SCALE);
    return Decimal.apply(
        metric.better() == Better.HIGHER ? exact.negate() : exact, PLACE_DIGITS, PLACE_SCALE);
  }

  private static @Nullable UTF8String text(@Nullable String text) {
    return UTF8String.fromString(text);
  }
}
