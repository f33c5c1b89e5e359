package io.tongqi.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.tongqi.faults.DataRefusedException;
import io.tongqi.settings.SourceMapping;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;

/** The rows of delivered Parquet files. */
final class ParquetRows {
  private static final String BLANKS =
      IntStream.rangeClosed(0, Character.MAX_VALUE)
          .filter(Blanks::isBlank)
          .mapToObj(Character::toString)
          .collect(Collectors.joining());

  private final SparkSession spark;
  private final SparkSession exact;
  private final SourceMapping mapping;
  private final ColumnNames columns;

  /** Of these input columns. Columns of a file may differ in letter case only. */
  ParquetRows(
      org.apache.spark.sql.SparkSession spark, SourceMapping mapping, List<String> columns) {
    this.spark = (SparkSession) spark;
    this.exact = this.spark.cloneSession();
    this.mapping = mapping;
    this.columns = new ColumnNames(columns, mapping.aliases());
    exact.conf().set("spark.sql.caseSensitive", "true");
  }

  Dataset<Row> of(List<PlannedContent> contents) {
    Dataset<Row> rows =
        contents.stream().map(this::rows).reduce(Dataset::unionByName).orElseThrow();
    return org.apache.spark.sql.classic.Dataset.ofRows(
        spark, ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().analyzed());
  }

  private Dataset<Row> rows(PlannedContent content) {
    Dataset<Row> whole = opened(content);
    List<String> all = Arrays.asList(whole.columns());
    refuseUnfit(content, all, columns.places(all));
    Dataset<Row> file = readable(content, whole.schema());
    List<String> names = Arrays.asList(file.columns());
    List<List<Integer>> places = columns.places(names);
    List<Column> selected = new ArrayList<>();
    selected.add(lit(content.file().path()).as("_file"));
    selected.add(lit(content.sha256()).as("_content"));
    selected.add(lit(Date.valueOf(content.latestDay())).as("_latest_day"));
    selected.add(col("_metadata.row_index").plus(1).as("_line"));
    selected.add(
        to_json(struct(names.stream().map(ParquetRows::named).toArray(Column[]::new))).as("_raw"));
    Column problem = problem(file.schema(), places);
    selected.add(problem.getField("reason").as("_problem"));
    selected.add(problem.getField("detail").as("_detail"));
    selected.add(lit(null).cast("string").as("_ignored"));
    for (int column = 0; column < places.size(); column++) {
      Column[] values =
          places.get(column).stream().map(at -> value(file.schema(), at)).toArray(Column[]::new);
      Column value = values.length == 0 ? lit(null).cast("string") : coalesce(values);
      selected.add(value.as(columns.columns().get(column)));
    }
    return file.select(selected.toArray(Column[]::new));
  }

  private static Column problem(StructType schema, List<List<Integer>> places) {
    Column problem = lit(null).cast("struct<reason:string,detail:string>");
    for (List<Integer> ofOne : places) {
      for (int at : ofOne) {
        Column value = value(schema, at);
        if (ofOne.indexOf(at) > 0) {
          Column first = value(schema, ofOne.get(0));
          Column both = concat_ws(" and ", first, value);
          problem =
              when(value.notEqual(first), problem(Reason.TWO_VALUES, both)).otherwise(problem);
        }
        if (schema.apply(at).dataType() instanceof StringType) {
          Column isUndecodable = not(is_valid_utf8(value));
          Column where =
              lit("bytes that UTF-8 does not know, in column " + schema.apply(at).name());
          problem = when(isUndecodable, problem(Reason.UNDECODABLE, where)).otherwise(problem);
        }
      }
    }
    return problem;
  }

  private static Column problem(Reason reason, Column detail) {
    return struct(lit(reason.code()).as("reason"), detail.cast("string").as("detail"));
  }

  private static Column value(StructType schema, int at) {
    Column value = named(schema.apply(at).name());
    return schema.apply(at).dataType() instanceof StringType
        ? nullif(trim(value, BLANKS), lit(""))
        : value;
  }

  private static Column named(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }

  private void refuseUnfit(PlannedContent content, List<String> names, List<List<Integer>> places) {
    List<String> faults = new ArrayList<>();
    for (int column = 0; column < places.size(); column++) {
      String name = columns.columns().get(column);
      List<Integer> repeated = columns.repeated(names, places.get(column));
      if (!repeated.isEmpty()) {
        faults.add(
            "two columns %s that differ in letter case only; name the one that is meant as it is written"
                .formatted(
                    Stream.concat(places.get(column).stream().limit(1), repeated.stream())
                        .map(names::get)
                        .collect(Collectors.joining(" and "))));
      } else if (places.get(column).isEmpty() && !mapping.optional().contains(name)) {
        faults.add(
            "no column %s, only %s; give the new names as aliases in %s"
                .formatted(name, String.join(", ", names), mapping.file()));
      }
    }
    if (!faults.isEmpty()) {
      throw new DataRefusedException(
          faults.stream()
              .map(
                  fault ->
                      "reading the deliveries of source %s: file %s has %s"
                          .formatted(mapping.source(), content.file().path(), fault))
              .toList());
    }
  }

  /** The file without the columns that differ from one that is read in letter case only. */
  private Dataset<Row> readable(PlannedContent content, StructType schema) {
    List<String> names = Arrays.asList(schema.fieldNames());
    Set<Integer> read =
        columns.places(names).stream().flatMap(List::stream).collect(Collectors.toSet());
    Set<String> taken = new HashSet<>();
    read.forEach(at -> taken.add(names.get(at).toLowerCase(Locale.ROOT)));
    StructType kept = new StructType();
    for (int at = 0; at < names.size(); at++) {
      if (read.contains(at) || taken.add(names.get(at).toLowerCase(Locale.ROOT))) {
        kept = kept.add(schema.apply(at));
      }
    }
    return reader().schema(kept).parquet(content.file().uri());
  }

  private DataFrameReader reader() {
    return exact.read().option("__globPaths__", "false");
  }

  private Dataset<Row> opened(PlannedContent content) {
    try {
      return reader().parquet(content.file().uri());
    } catch (Exception failure) {
      if (failure instanceof SparkThrowable || failure instanceof IllegalArgumentException) {
        throw new DataRefusedException(
            List.of(
                "reading the deliveries of source %s: file %s cannot be read as Parquet: %s; deliver it again"
                    .formatted(
                        mapping.source(),
                        content.file().path(),
                        failure.getMessage().lines().findFirst().orElse(""))));
      }
      throw failure;
    }
  }
}
