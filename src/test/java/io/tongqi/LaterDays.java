package io.tongqi;

import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.time.Duration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.util.SystemClock;

/** The clock that Delta keeps its history by, so many days ahead. */
public final class LaterDays extends SystemClock {
  private final int days;

  private LaterDays(int days) {
    this.days = days;
  }

  /** From now on, Delta takes it for so many days later in all tables of the warehouse. */
  public static void pass(Tables tables, int days) {
    DeltaLog.clearCache();
    for (Table table : Table.values()) {
      var unused =
          DeltaLog.forTable(tables.spark(), new Path(tables.location(table)), new LaterDays(days));
    }
  }

  @Override
  public long getTimeMillis() {
    return super.getTimeMillis() + Duration.ofDays(days).toMillis();
  }
}
