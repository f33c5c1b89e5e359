package io.tongqi.figures;

import java.sql.Date;
import java.time.LocalDate;
import javax.annotation.Nullable;
import org.apache.spark.sql.Row;

/** Reads values out of rows. */
final class Rows {
  private Rows() {}

  /** A day, whichever of its two classes the session uses for dates. */
  static @Nullable LocalDate day(Row row, String column) {
    Object value = row.getAs(column);
    return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
  }
}
