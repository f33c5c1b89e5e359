package io.tongqi.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.faults.SettingsException;
import io.tongqi.settings.Coverage;
import io.tongqi.settings.SourceMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.TryEval;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import scala.jdk.javaapi.CollectionConverters;

/** The SQL expressions of a mapping. */
final class Expressions {
  private Expressions() {}

  /**
   * The input columns that the expressions of a mapping name, each with the key that names it
   * first; what a row tells of itself, such as {@code _line}, is none.
   *
   * @throws SettingsException when expressions are not Spark SQL, all of them together
   */
  static Map<String, String> inputColumns(SparkSession spark, SourceMapping mapping) {
    Map<String, String> columns = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    keyed(mapping)
        .forEach(
            (key, text) -> {
              try {
                names(spark, text).forEach(name -> columns.putIfAbsent(name, key));
              } catch (ParseException failure) {
                faults.add(
                    "%s: key %s: the expression %s is not Spark SQL: %s; correct it"
                        .formatted(
                            mapping.file(),
                            key,
                            text,
                            failure.getMessage().strip().lines().findFirst().orElse("")));
              }
            });
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return columns;
  }

  /**
   * A condition on rows, false where it fails.
   *
   * @throws SettingsException when it cannot be evaluated, or is no condition
   */
  static Column condition(Dataset<Row> rows, String text, SourceMapping mapping) {
    String problem = null;
    try {
      DataType type = rows.select(expr(text)).schema().apply(0).dataType();
      if (!(type instanceof BooleanType)) {
        problem = "gives %s, not true or false".formatted(type.simpleString());
      }
    } catch (Exception failure) {
      if (!(failure instanceof AnalysisException)) {
        throw failure;
      }
      problem = "cannot be evaluated: " + failure.getMessage().lines().findFirst().orElse("");
    }
    if (problem != null) {
      throw new SettingsException(
          List.of(
              "%s: key ignore: the condition %s %s; correct it"
                  .formatted(mapping.file(), text, problem)));
    }
    return coalesce(guarded(expr(text), lit(false)), lit(false));
  }

  /** An expression whose failure (under ANSI rules) gives null, and a null of its own this. */
  static Column guarded(Column value, Column nothing) {
    return ExpressionUtils.column(
        new TryEval(ExpressionUtils.expression(coalesce(value, nothing))));
  }

  private static Map<String, String> keyed(SourceMapping mapping) {
    Map<String, String> keyed = new LinkedHashMap<>();
    for (Map.Entry<CanonicalColumn, String> field : mapping.fields().entrySet()) {
      keyed.put("fields." + field.getKey().column(), field.getValue());
    }
    mapping.versionOrder().ifPresent(it -> keyed.put("version_order", it));
    mapping.ignore().ifPresent(it -> keyed.put("ignore", it));
    for (Coverage coverage : mapping.covers()) {
      if (coverage.kind() instanceof Coverage.ByColumn byColumn) {
        keyed.put("covers.column", byColumn.expression());
      }
    }
    return keyed;
  }

  /** The input columns that an expression names which was found to be Spark SQL before. */
  static Set<String> inputs(SparkSession spark, String text) {
    try {
      return names(spark, text);
    } catch (ParseException impossible) {
      throw new IllegalStateException("an expression that was read before: " + text, impossible);
    }
  }

  private static Set<String> names(SparkSession spark, String text) throws ParseException {
    Expression parsed =
        ((org.apache.spark.sql.classic.SparkSession) spark)
            .sessionState()
            .sqlParser()
            .parseExpression(text);
    Set<String> names = new LinkedHashSet<>();
    for (Expression leaf : CollectionConverters.asJava(parsed.collectLeaves())) {
      if (leaf instanceof UnresolvedAttribute attribute) {
        names.add(attribute.nameParts().mkString("."));
      }
    }
    names.removeAll(List.of(TextRows.DELIVERY_COLUMNS.fieldNames()));
    return names;
  }
}
