package io.tongqi.ledger;

import io.tongqi.reference.ReferenceData;
import io.tongqi.tables.Parallel;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Keeps the reference tables of silver up to date. */
public final class ReferenceTables {
  private final Tables tables;

  /** Of these tables. */
  public ReferenceTables(Tables tables) {
    this.tables = tables;
  }

  /**
   * Writes the reference data where they changed.
   *
   * @return whether anything changed
   */
  public boolean update(ReferenceData reference) {
    List<Supplier<Boolean>> updates = new ArrayList<>();
    rows(reference).forEach((table, rows) -> updates.add(() -> tables.keep(table, rows)));
    return new Parallel("reference data").collect(updates).contains(true);
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
