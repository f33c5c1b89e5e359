package io.tongqi.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.asc;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How much the codes carry that the reference data do not know and a setting lets through. */
final class UnknownCodeCounts {
  /** So many are told, those of most rows. */
  private static final int TOLD = 20;

  private UnknownCodeCounts() {}

  /** The unknown codes of judged rows. */
  static List<Remarks.UnknownCode> of(Dataset<Row> judged) {
    return judged
        .where(ReadRows.IS_UNKNOWN)
        .select(col("count"), inline(array(code("station"), code("category"))))
        .where("code IS NOT NULL")
        .groupBy("kind", "code")
        .agg(count(lit(1)).as("rows"), sum("count").as("incidents"))
        .orderBy(desc("rows"), asc("kind"), asc("code"))
        .limit(TOLD)
        .collectAsList()
        .stream()
        .map(
            row ->
                new Remarks.UnknownCode(
                    row.getString(0), row.getString(1), row.getLong(2), row.getLong(3)))
        .toList();
  }

  private static Column code(String kind) {
    return struct(
        lit(kind).as("kind"),
        when(col("_known_" + kind).isNull(), col("_given_" + kind)).as("code"));
  }
}
