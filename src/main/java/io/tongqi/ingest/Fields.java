package io.tongqi.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.faults.SettingsException;
import io.tongqi.settings.SourceMapping;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampType;

/** The expressions of a mapping, each evaluated to a value that tells a null from a failure. */
record Fields(SourceMapping mapping) {
  /** What a text field holds where there is no value. */
  static final Column NO_TEXT = lit("\0");

  /** What a number or the microseconds of an instant hold where there is no value. */
  static final Column NO_NUMBER = lit(Long.MIN_VALUE);

  /**
   * The delivery columns and, for each canonical column, its value under its name with an
   * underscore before it: a whole number as such, an instant as microseconds where the file gives
   * it as such, else a text; {@link #NO_NUMBER} or {@link #NO_TEXT} where there is no value, null
   * where the expression failed.
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
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  private Column value(Dataset<Row> rows, CanonicalColumn column) {
    String expression = mapping.fields().get(column);
    if (expression == null) {
      return column.type() == CanonicalColumn.Type.WHOLE_NUMBER ? NO_NUMBER : NO_TEXT;
    }
    Column value = expr(expression);
    DataType type = type(rows, column, expression);
    Column text = nullif(trim(value.cast("string")), lit(""));
    return switch (column.type()) {
      case TEXT -> Expressions.guarded(text, NO_TEXT);
      case WHOLE_NUMBER -> Expressions.guarded(whole(value, text, type), NO_NUMBER);
      case INSTANT -> {
        if (type instanceof StringType) {
          yield Expressions.guarded(text, NO_TEXT);
        }
        if (type instanceof TimestampType || type instanceof DateType) {
          yield Expressions.guarded(unix_micros(value.cast("timestamp")), NO_NUMBER);
        }
        throw fault(column, expression, "gives " + type.simpleString() + ", not a date or text");
      }
    };
  }

  private static Column whole(Column value, Column text, DataType type) {
    if (type instanceof StringType) {
      return text.cast("bigint");
    }
    if (type instanceof DoubleType || type instanceof FloatType || type instanceof DecimalType) {
      return when(value.isNull(), lit(null).cast("bigint"))
          .when(abs(value.minus(round(value))).lt(0.001), round(value).cast("bigint"))
          .otherwise(raise_error(lit("not a whole number")).cast("bigint"));
    }
    return value.cast("bigint");
  }

  private DataType type(Dataset<Row> rows, CanonicalColumn column, String expression) {
    try {
      return rows.select(expr(expression)).schema().apply(0).dataType();
    } catch (Exception failure) {
      if (failure instanceof AnalysisException) {
        String problem = failure.getMessage().lines().findFirst().orElse("");
        throw fault(column, expression, "cannot be evaluated: " + problem);
      }
      throw failure;
    }
  }

  private SettingsException fault(CanonicalColumn column, String expression, String problem) {
    return new SettingsException(
        List.of(
            "%s: key fields.%s: the expression %s %s; correct it"
                .formatted(mapping.file(), column.column(), expression, problem)));
  }
}
