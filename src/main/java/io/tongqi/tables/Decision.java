package io.tongqi.tables;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import scala.Option;
import scala.collection.immutable.Seq;

/** One transaction that reads a table and adds rows to it, if nobody else wrote it in between. */
record Decision(SparkSession spark, String location, Table table, List<String> columns) {
  /**
   * Adds the rows that are decided on by those that the table holds.
   *
   * @throws io.delta.exceptions.DeltaConcurrentModificationException when somebody wrote it
   */
  void append(UnaryOperator<List<Row>> decision) {
    DeltaLog log = DeltaLog.forTable(spark, location);
    OptimisticTransaction transaction = log.startTransaction();
    List<Row> held =
        log.createDataFrame(
                transaction.snapshot(), transaction.filterFiles(), false, Option.empty())
            .select(columns.stream().map(it -> col(it)).toArray(Column[]::new))
            .collectAsList();
    List<Row> added = decision.apply(held);
    if (!added.isEmpty()) {
      transaction.commit(written(transaction, added), appended());
    }
  }

  @SuppressWarnings("unchecked")
  private Seq<Action> written(OptimisticTransaction transaction, List<Row> rows) {
    return (Seq<Action>)
        (Seq<?>) transaction.writeFiles(spark.createDataFrame(rows, table.columns()).coalesce(1));
  }

  private static DeltaOperations.Operation appended() {
    return new DeltaOperations.Write(
        SaveMode.Append,
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty());
  }
}
