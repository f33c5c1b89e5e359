package io.tongqi.tables;

import io.tongqi.domain.Bilingual;
import org.apache.spark.sql.Row;

/** A text that a table has in two columns, {@code name_zh} and {@code name_en}. */
public final class BilingualColumn {
  private BilingualColumn() {}

  /** That of a row; blank where it is null. */
  public static Bilingual of(Row row, String name) {
    return new Bilingual(text(row, name + "_zh"), text(row, name + "_en"));
  }

  private static String text(Row row, String column) {
    String held = row.getAs(column);
    return held == null ? "" : held;
  }
}
