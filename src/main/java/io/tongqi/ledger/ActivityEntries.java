package io.tongqi.ledger;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.settings.ActivityBooking;
import io.tongqi.settings.SourceMapping;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Standing record versions → entries of activities: the quantity of each version with its sign, and
 * under {@code records} the sign alone, by which a level of nothing is told from no level.
 */
final class ActivityEntries {
  private ActivityEntries() {}

  /**
   * What versions book, not summed yet.
   *
   * @param versions rows of {@code silver.standing_versions}: of a record all or none
   */
  static Dataset<Row> of(Dataset<Row> versions, SourceMapping mapping) {
    Column isAnswered =
        mapping.activities().stream()
            .map(ActivityEntries::answered)
            .reduce(Column::or)
            .orElse(lit(false));
    return Entries.events(versions, mapping)
        .where(isAnswered)
        .withColumn("quantity", col("quantity").multiply(col("sign")))
        .withColumn("records", col("sign").cast("bigint"))
        .select(Book.ACTIVITIES.columns(amount -> col(amount)));
  }

  private static Column answered(ActivityBooking booking) {
    return col("activity")
        .equalTo(booking.activity())
        .and(Entries.answered(booking.from(), booking.to(), booking.stations()));
  }
}
