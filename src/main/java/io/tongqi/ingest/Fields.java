package io.tongqi.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.contains;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.faults.SettingsException;
import io.tongqi.settings.SourceMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** The expressions of a mapping, each evaluated to a value that tells a null from a failure. */
record Fields(SparkSession spark, SourceMapping mapping) {
  /** What a text field holds where there is no value. */
  static final Column NO_TEXT = lit("\0");

  /** What a number or the microseconds of an instant hold where there is no value. */
  static final Column NO_NUMBER = lit(Long.MIN_VALUE);

  /** What the days of a date since 1970 hold where there is no value. */
  static final Column NO_DATE = lit(Integer.MIN_VALUE);

  private static final String NUMBER = "^[0-9]{1,20}([.][0-9]+)?$";
  private static final int DIGITS = 20;
  private static final String OTHER_DIGITS = "[\\p{Nd}&&[^0-9]]";

  /**
   * The delivery columns, {@code _version_order} and, for each canonical column, its value under
   * its name with an underscore before it: a whole number as such, an instant as microseconds where
   * the file gives it as such, a date as days, else a text; {@link #NO_NUMBER}, {@link #NO_DATE} or
   * {@link #NO_TEXT} where there is no value, null where the expression failed. Beside it, under
   * {@link #given}, what was delivered for it, as a text to show.
   *
   * @throws SettingsException when an expression cannot be evaluated at all
   */
  Dataset<Row> of(Dataset<Row> rows) {
    List<Column> columns = new ArrayList<>();
    for (String name : TextRows.DELIVERY_COLUMNS.fieldNames()) {
      columns.add(col(name));
    }
    for (CanonicalColumn column : CanonicalColumn.values()) {
      columns.add(value(rows, column).as("_" + column.column()));
      columns.add(delivered(column).as(given(column)));
    }
    columns.add(versionOrder(rows).as("_version_order"));
    return rows.select(columns.toArray(Column[]::new));
  }

  /** The name of the column that holds what was delivered for a canonical one. */
  static String given(CanonicalColumn column) {
    return "_given_" + column.column();
  }

  /** What kind of value a field has. */
  static DataType type(Dataset<Row> fields, CanonicalColumn column) {
    return fields.schema().apply("_" + column.column()).dataType();
  }

  /** What a field holds where there is no value. */
  static Column nothing(Dataset<Row> fields, CanonicalColumn column) {
    DataType type = type(fields, column);
    return type instanceof StringType ? NO_TEXT : type instanceof IntegerType ? NO_DATE : NO_NUMBER;
  }

  private Column delivered(CanonicalColumn column) {
    Column[] inputs =
        inputs(column).stream()
            .map(name -> col("`" + name + "`").cast("string"))
            .toArray(Column[]::new);
    return inputs.length == 0 ? lit(null).cast("string") : concat_ws(", ", inputs);
  }

  private Set<String> inputs(CanonicalColumn column) {
    String expression = mapping.fields().get(column);
    return expression == null ? Set.of() : Expressions.inputs(spark, expression);
  }

  private Column value(Dataset<Row> rows, CanonicalColumn column) {
    String expression = mapping.fields().get(column);
    if (expression == null) {
      return column.type() == CanonicalColumn.Type.WHOLE_NUMBER ? NO_NUMBER : NO_TEXT;
    }
    Column value = expr(expression);
    DataType type = type(rows, key(column), expression);
    Column text = nullif(trim(value.cast("string")), lit(""));
    return switch (column.type()) {
      case TEXT -> Expressions.guarded(text, NO_TEXT);
      case WHOLE_NUMBER ->
          Expressions.guarded(
              whole(type instanceof StringType ? value : asciiOnly(column, value), text, type),
              NO_NUMBER);
      case INSTANT -> {
        if (type instanceof StringType) {
          yield Expressions.guarded(text, NO_TEXT);
        }
        if (type instanceof DateType) {
          yield Expressions.guarded(unix_date(value), NO_DATE);
        }
        if (type instanceof TimestampType || type instanceof TimestampNTZType) {
          yield Expressions.guarded(unix_micros(value.cast("timestamp")), NO_NUMBER);
        }
        throw fault(
            key(column), expression, "gives " + type.simpleString() + ", not a date or text");
      }
    };
  }

  private static Column whole(Column value, Column text, DataType type) {
    if (type instanceof StringType) {
      Column withoutZeros = regexp_replace(text, lit("\\.0*$"), lit(""));
      return when(contains(text, lit(".")), withoutZeros).otherwise(text).cast("bigint");
    }
    if (type instanceof DoubleType || type instanceof FloatType || type instanceof DecimalType) {
      return when(value.isNull(), lit(null).cast("bigint"))
          .when(abs(value.minus(round(value))).lt(0.001), round(value).cast("bigint"))
          .otherwise(raise_error(lit("not a whole number")).cast("bigint"));
    }
    return value.cast("bigint");
  }

  private static String key(CanonicalColumn column) {
    return "fields." + column.column();
  }

  /**
   * What orders versions of equal times, as a text that sorts as the number does that it may be.
   */
  private Column versionOrder(Dataset<Row> rows) {
    if (mapping.versionOrder().isEmpty()) {
      return NO_TEXT;
    }
    String expression = mapping.versionOrder().get();
    type(rows, "version_order", expression);
    Column text = nullif(trim(expr(expression).cast("string")), lit(""));
    Column whole = lpad(regexp_extract(text, "^[0-9]+", 0), DIGITS, "0");
    Column fraction = regexp_replace(regexp_extract(text, "[.][0-9]+$", 0), "[.]?0+$", "");
    return Expressions.guarded(
        when(text.rlike(NUMBER), concat(whole, fraction)).otherwise(text), NO_TEXT);
  }

  /** What reads decimal numbers takes the digits of any script: an expression fails on them. */
  private Column asciiOnly(CanonicalColumn column, Column value) {
    Column others = lit(false);
    for (String name : inputs(column)) {
      Column input = col("`" + name + "`").cast("string");
      Column isAscii = octet_length(input).equalTo(length(input));
      others = others.or(not(isAscii).and(input.rlike(OTHER_DIGITS)));
    }
    return when(coalesce(others, lit(false)), raise_error(lit("other digits than 0 to 9")))
        .otherwise(value);
  }

  private DataType type(Dataset<Row> rows, String key, String expression) {
    try {
      return rows.select(expr(expression)).schema().apply(0).dataType();
    } catch (Exception failure) {
      if (failure instanceof AnalysisException) {
        String problem = failure.getMessage().lines().findFirst().orElse("");
        throw fault(key, expression, "cannot be evaluated: " + problem);
      }
      throw failure;
    }
  }

  private SettingsException fault(String key, String expression, String problem) {
    return new SettingsException(
        List.of(
            "%s: key %s: the expression %s %s; correct it"
                .formatted(mapping.file(), key, expression, problem)));
  }
}
