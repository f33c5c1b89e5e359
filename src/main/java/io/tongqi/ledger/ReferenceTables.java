package io.tongqi.ledger;

import io.tongqi.reference.ReferenceData;
import io.tongqi.tables.Parallel;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Keeps the reference tables of silver up to date. */
public final class ReferenceTables {
  private final SparkSession spark;
  private final Tables tables;

  /** Of these tables. */
  public ReferenceTables(SparkSession spark, Tables tables) {
    this.spark = spark;
    this.tables = tables;
  }

  /**
   * Writes the reference data where they changed.
   *
   * @return whether anything changed
   */
  public boolean update(ReferenceData reference) {
    Map<Table, List<Row>> wanted = rows(reference);
    List<Supplier<Optional<Table>>> comparisons = new ArrayList<>();
    wanted.forEach((table, rows) -> comparisons.add(() -> changed(table, rows)));
    Parallel parallel = new Parallel("reference data");
    List<Table> changed = parallel.collect(comparisons).stream().flatMap(Optional::stream).toList();
    parallel.run(
        changed.stream().<Runnable>map(table -> () -> write(table, wanted.get(table))).toList());
    return !changed.isEmpty();
  }

  private Optional<Table> changed(Table table, List<Row> wanted) {
    Set<Row> held = new HashSet<>(tables.read(table).collectAsList());
    return held.equals(new HashSet<>(wanted)) ? Optional.empty() : Optional.of(table);
  }

  private void write(Table table, List<Row> rows) {
    tables.overwrite(table, spark.createDataFrame(rows, spark.table(table.fullName()).schema()));
  }

  private static Map<Table, List<Row>> rows(ReferenceData reference) {
    Map<Table, List<Row>> rows = new LinkedHashMap<>();
    rows.put(
        Table.STATIONS,
        reference.stations().stream()
            .map(
                it ->
                    RowFactory.create(
                        it.station(),
                        date(it.validFrom()),
                        date(it.validTo()),
                        it.nameZh(),
                        it.nameEn(),
                        it.district(),
                        it.successor(),
                        it.area()))
            .toList());
    rows.put(
        Table.DISTRICTS,
        reference.districts().stream()
            .map(
                it ->
                    RowFactory.create(
                        it.district(), it.nameZh(), it.nameEn(), date(it.comparableFrom())))
            .toList());
    rows.put(
        Table.GROUPS,
        reference.groups().stream()
            .map(
                it ->
                    RowFactory.create(
                        it.categoryGroup(), it.nameZh(), it.nameEn(), date(it.comparableFrom())))
            .toList());
    rows.put(
        Table.CATEGORIES,
        reference.categories().stream()
            .map(it -> RowFactory.create(it.category(), it.categoryGroup()))
            .toList());
    return rows;
  }

  private static Date date(LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }
}
