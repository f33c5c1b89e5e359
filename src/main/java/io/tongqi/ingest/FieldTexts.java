package io.tongqi.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
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

/** The expressions of a mapping, each evaluated to a text that tells a null from a failure. */
record FieldTexts(SourceMapping mapping) {
  /** Marks an instant that the file gives as such, as microseconds. */
  static final String NATIVE = "\u0001";

  /**
   * The delivery columns and, for each canonical column, its text under its name with an underscore
   * before it: {@link Expressions#NOTHING} where there is no value, null where the expression
   * failed.
   *
   * @throws SettingsException when an expression cannot be evaluated at all
   */
  Dataset<Row> of(Dataset<Row> rows) {
    List<Column> columns = new ArrayList<>();
    CanonicalRecords.DELIVERY_COLUMNS.forEach(name -> columns.add(col(name)));
    for (CanonicalColumn column : CanonicalColumn.values()) {
      columns.add(text(rows, column).as("_" + column.column()));
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  private Column text(Dataset<Row> rows, CanonicalColumn column) {
    String expression = mapping.fields().get(column);
    if (expression == null) {
      return lit(Expressions.NOTHING);
    }
    Column value = expr(expression);
    DataType type = type(rows, column, expression);
    Column blankless = nullif(trim(value.cast("string")), lit(""));
    return switch (column.type()) {
      case TEXT -> Expressions.guarded(blankless);
      case WHOLE_NUMBER -> Expressions.guarded(whole(value, blankless, type).cast("string"));
      case INSTANT -> {
        if (type instanceof StringType) {
          yield Expressions.guarded(blankless);
        }
        if (type instanceof TimestampType || type instanceof DateType) {
          yield Expressions.guarded(
              concat(lit(NATIVE), unix_micros(value.cast("timestamp")).cast("string")));
        }
        throw fault(column, expression, "gives " + type.simpleString() + ", not a date or text");
      }
    };
  }

  private static Column whole(Column value, Column blankless, DataType type) {
    if (type instanceof StringType) {
      return blankless.cast("bigint");
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
