package io.tongqi.figures;

import io.tongqi.comparison.Coverage;
import io.tongqi.comparison.Gap;
import io.tongqi.comparison.WindowDays;
import io.tongqi.statistics.Interval;
import io.tongqi.statistics.Proportion;
import io.tongqi.statistics.ZeroRuns;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.annotation.Nullable;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.objects.StaticInvoke;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.ObjectType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The functions that say what SQL cannot say well, each on pure Java. They are bound to static
 * methods on Spark's own values, so that no row is copied to call them.
 */
public final class Functions {
  private static final StructType PROPORTION =
      StructType.fromDDL("rate DOUBLE, low DOUBLE, high DOUBLE");
  private static final StructType ZERO_RUNS =
      StructType.fromDDL(
          "days_covered INT, zero_days INT, unknown_days INT, longest_run_days INT,"
              + " longest_run_from DATE, longest_run_to DATE");

  private static final StructType UNCOVERED_DAYS =
      StructType.fromDDL(
          "days_covered INT,"
              + " gaps ARRAY<STRUCT<first_day: DATE, last_day: DATE, state: STRING>>");
  private static final ArrayType DAY_RUNS =
      new ArrayType(StructType.fromDDL("first_day DATE, last_day DATE"), false);

  private Functions() {}

  /**
   * Makes known to a session: {@code proportion}, {@code zero_runs}, {@code uncovered_days}, {@code
   * compare}, {@code compare_activity}, {@code joined_days}, {@code other_days}, {@code silences}
   * and the aggregate {@code add_days}.
   */
  static void register(SparkSession spark) {
    FunctionRegistry registry =
        ((org.apache.spark.sql.classic.SparkSession) spark).sessionState().functionRegistry();
    register(registry, "proportion", arguments -> call("proportion", PROPORTION, arguments, true));
    register(registry, "zero_runs", arguments -> call("zeroRuns", ZERO_RUNS, arguments, false));
    register(
        registry,
        "uncovered_days",
        arguments -> call("uncoveredDays", UNCOVERED_DAYS, arguments, false));
    register(registry, "compare", Functions::comparison);
    register(registry, "compare_activity", Functions::activityComparison);
    register(registry, "joined_days", arguments -> call("joinedDays", DAY_RUNS, arguments, true));
    register(registry, "other_days", arguments -> call("otherDays", DAY_RUNS, arguments, true));
    register(
        registry,
        "silences",
        arguments -> call("silences", SourceSilences.RESULT, arguments, true));
    spark.udf().register("add_days", functions.udaf(new DaySums(), DaySums.INPUT));
  }

  /**
   * {@code proportion(part, whole)}: of two BIGINT a STRUCT of DOUBLE rate, low and high, the
   * bounds of its 95 % Wilson interval; null where the part is not one of the whole.
   */
  public static @Nullable InternalRow proportion(long part, long whole) {
    Interval interval = Proportion.wilson(part, whole);
    return interval == null
        ? null
        : new GenericInternalRow(
            new Object[] {(double) part / whole, interval.low(), interval.high()});
  }

  /**
   * {@code zero_runs(sums, sums_from, unknown, first_day, last_day)}: the days between two dates on
   * which nothing happened.
   *
   * @param sums ARRAY of INT, what happened on each day from {@code sums_from} on; null: nothing
   * @param unknown ARRAY of STRUCT of first and last day of the runs that nothing is known of
   * @return STRUCT of days_covered, zero_days, unknown_days, and the longest run of zero days with
   *     its dates, the latest of equal ones
   */
  public static InternalRow zeroRuns(
      @Nullable ArrayData sums, int sumsFrom, @Nullable ArrayData unknown, int first, int last) {
    int days = last - first + 1;
    BitSet happened = new BitSet(days);
    for (int day = 0; sums != null && day < days; day++) {
      int place = first + day - sumsFrom;
      if (place < sums.numElements() && sums.getInt(place) > 0) {
        happened.set(day);
      }
    }
    BitSet notKnown = new BitSet(days);
    for (int run = 0; unknown != null && run < unknown.numElements(); run++) {
      InternalRow bounds = unknown.getStruct(run, 2);
      int from = Math.max(0, bounds.getInt(0) - first);
      int to = Math.min(days, bounds.getInt(1) - first + 1);
      if (from < to) {
        notKnown.set(from, to);
      }
    }
    ZeroRuns runs = ZeroRuns.of(happened, notKnown, 0, days - 1);
    boolean hasRun = runs.longestRunDays() > 0;
    int runFrom = first + runs.longestRunFirst();
    return new GenericInternalRow(
        new Object[] {
          days - runs.unknownDays(),
          runs.zeroDays(),
          runs.unknownDays(),
          runs.longestRunDays(),
          hasRun ? runFrom : null,
          hasRun ? runFrom + runs.longestRunDays() - 1 : null
        });
  }

  /**
   * {@code uncovered_days(runs, first_day, last_day)}: the days between two dates that are not
   * covered.
   *
   * @param runs ARRAY of STRUCT of first_day, last_day and state (of {@link Gap.State}, in small
   *     letters) of the runs of days that are not covered; null: there are none
   * @return STRUCT of days_covered and gaps, the first runs of days in one state, null where there
   *     are none
   */
  public static InternalRow uncoveredDays(@Nullable ArrayData runs, int first, int last) {
    WindowDays days = new WindowDays(last - first + 1);
    for (int place = 0; runs != null && place < runs.numElements(); place++) {
      InternalRow run = runs.getStruct(place, 3);
      if (run.getInt(0) <= last && run.getInt(1) >= first) {
        String state = run.getUTF8String(2).toString().toUpperCase(Locale.ROOT);
        days.miss(run.getInt(0) - first, run.getInt(1) - first, Gap.State.valueOf(state));
      }
    }
    Object[] gaps =
        days.missing(Coverage.GAPS).stream()
            .map(
                it ->
                    new GenericInternalRow(
                        new Object[] {
                          first + it.first(),
                          first + it.last(),
                          UTF8String.fromString(it.state().name().toLowerCase(Locale.ROOT))
                        }))
            .toArray();
    return new GenericInternalRow(
        new Object[] {days.covered(), gaps.length == 0 ? null : new GenericArrayData(gaps)});
  }

  /** {@code compare(years, window_years, booking_sets, answers)}, see {@link YearsComparison}. */
  public static ArrayData compare(
      YearsComparison comparison,
      ArrayData years,
      ArrayData windowYears,
      InternalRow bookingSets,
      ArrayData answers) {
    return comparison.of(years, windowYears, bookingSets, answers);
  }

  /** {@code compare_activity(years, window_years, activity)}, see {@link ActivityComparison}. */
  public static InternalRow compareActivity(
      ActivityComparison comparison, ArrayData years, ArrayData windowYears, InternalRow activity) {
    return comparison.of(years, windowYears, activity);
  }

  /** {@code joined_days(runs)}, see {@link DayRuns}. */
  public static ArrayData joinedDays(ArrayData runs) {
    return DayRuns.joined(runs);
  }

  /** {@code other_days(runs)}, see {@link DayRuns}. */
  public static ArrayData otherDays(ArrayData runs) {
    return DayRuns.others(runs);
  }

  /**
   * {@code silences(days, measures, delays, first_day, last_day, series)}, see {@link
   * SourceSilences}.
   */
  public static InternalRow silences(
      ArrayData days, ArrayData measures, ArrayData delays, int firstDay, int lastDay, int series) {
    return SourceSilences.of(days, measures, delays, firstDay, lastDay, series);
  }

  private static Expression comparison(List<Expression> arguments) {
    StructType year = (StructType) ((ArrayType) arguments.get(0).dataType()).elementType();
    StructType sets = (StructType) arguments.get(2).dataType();
    Expression comparison =
        Literal.fromObject(new YearsComparison(year, sets), new ObjectType(YearsComparison.class));
    List<Expression> bound = new java.util.ArrayList<>(List.of(comparison));
    bound.addAll(arguments);
    return call("compare", new ArrayType(YearsComparison.RESULT, false), bound, true);
  }

  private static Expression activityComparison(List<Expression> arguments) {
    StructType year = (StructType) ((ArrayType) arguments.get(0).dataType()).elementType();
    StructType activity = (StructType) arguments.get(2).dataType();
    Expression comparison =
        Literal.fromObject(
            new ActivityComparison(year, activity), new ObjectType(ActivityComparison.class));
    List<Expression> bound = new java.util.ArrayList<>(List.of(comparison));
    bound.addAll(arguments);
    return call("compareActivity", ActivityComparison.RESULT, bound, true);
  }

  private static Expression call(
      String method, DataType result, List<Expression> arguments, boolean isNullForNull) {
    return new StaticInvoke(
        Functions.class,
        result,
        method,
        CollectionConverters.asScala(arguments).toSeq(),
        CollectionConverters.<org.apache.spark.sql.types.AbstractDataType>asScala(List.of())
            .toSeq(),
        isNullForNull,
        true,
        true,
        Option.empty());
  }

  private static void register(
      FunctionRegistry registry, String name, Function<List<Expression>, Expression> function) {
    registry.createOrReplaceTempFunction(
        name,
        (Seq<Expression> arguments) -> function.apply(CollectionConverters.asJava(arguments)),
        "java_udf");
  }
}
