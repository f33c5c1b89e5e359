package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;

import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Batches that somebody takes in although a rule of shares refuses them. */
public record Acceptances(Tables tables) {
  /** Why a batch was accepted last; empty if nobody did. */
  Optional<String> because(String batchId) {
    return tables
        .read(Table.ACCEPTANCES)
        .where(col("batch_id").equalTo(batchId))
        .orderBy(col("accepted_at").desc())
        .select("because")
        .as(Encoders.STRING())
        .limit(1)
        .collectAsList()
        .stream()
        .findFirst();
  }

  /** Notes who accepted a batch, when and why. */
  public void add(String batchId, String source, Instant at, String by, String because) {
    SparkSession spark = tables.spark();
    tables.append(
        Table.ACCEPTANCES,
        spark.createDataFrame(
            List.of(RowFactory.create(batchId, source, Timestamp.from(at), by, because)),
            spark.table(Table.ACCEPTANCES.fullName()).schema()),
        "accept-%s-%s".formatted(batchId, at));
  }
}
