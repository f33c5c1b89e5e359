package io.tongqi.tables;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;

/** Reads Delta tables without Spark, by Delta Kernel, as other programs do. */
public final class KernelReader {
  private KernelReader() {}

  /**
   * What two readers have to agree on.
   *
   * @param count the number of rows
   * @param sums for each numeric column, the exact sum of its values, null values left out
   * @param values for each column, how many values are not null
   */
  public record Rows(long count, Map<String, BigDecimal> sums, Map<String, Long> values) {}

  /** The rows of the newest version of the Delta table in that folder, read by Delta Kernel. */
  public static Rows rows(String path) throws IOException {
    Engine engine = DefaultEngine.create(new Configuration());
    Snapshot snapshot = io.delta.kernel.Table.forPath(engine, path).getLatestSnapshot(engine);
    Scan scan = snapshot.getScanBuilder().build();
    Row state = scan.getScanState(engine);
    StructType physical = ScanStateRow.getPhysicalDataReadSchema(state);
    Tally tally = new Tally();
    try (CloseableIterator<Row> files = Utils.intoRows(scan.getScanFiles(engine))) {
      while (files.hasNext()) {
        Row file = files.next();
        CloseableIterator<ColumnarBatch> data =
            engine
                .getParquetHandler()
                .readParquetFiles(
                    Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                    physical,
                    Optional.empty())
                .map(FileReadResult::getData);
        try (CloseableIterator<FilteredColumnarBatch> batches =
            Scan.transformPhysicalData(engine, state, file, data)) {
          while (batches.hasNext()) {
            tally.add(batches.next());
          }
        }
      }
    }
    return tally.rows();
  }

  /** The same of rows read by Spark. */
  public static Rows rows(Dataset<org.apache.spark.sql.Row> dataset) {
    Tally tally = new Tally();
    List<String> columns = List.of(dataset.columns());
    for (org.apache.spark.sql.Row row : dataset.collectAsList()) {
      tally.count++;
      for (String column : columns) {
        tally.add(column, Optional.ofNullable(row.get(row.fieldIndex(column))));
      }
    }
    return tally.rows();
  }

  private static final class Tally {
    private long count;
    private final Map<String, BigDecimal> sums = new TreeMap<>();
    private final Map<String, Long> values = new TreeMap<>();

    void add(FilteredColumnarBatch batch) {
      Optional<ColumnVector> selected = batch.getSelectionVector();
      ColumnarBatch data = batch.getData();
      for (int row = 0; row < data.getSize(); row++) {
        if (selected.isPresent() && !selected.get().getBoolean(row)) {
          continue;
        }
        count++;
        for (int column = 0; column < data.getSchema().length(); column++) {
          add(data.getSchema().at(column).getName(), value(data.getColumnVector(column), row));
        }
      }
    }

    void add(String column, Optional<Object> value) {
      values.merge(column, value.isPresent() ? 1L : 0L, Long::sum);
      if (value.orElse("") instanceof Number number) {
        sums.merge(column, new BigDecimal(number.toString()), BigDecimal::add);
      }
    }

    Rows rows() {
      sums.replaceAll((column, sum) -> new BigDecimal(sum.stripTrailingZeros().toPlainString()));
      return new Rows(count, Map.copyOf(sums), Map.copyOf(values));
    }

    private static Optional<Object> value(ColumnVector vector, int row) {
      if (vector.isNullAt(row)) {
        return Optional.empty();
      }
      if (vector.getDataType() instanceof LongType) {
        return Optional.of(vector.getLong(row));
      }
      if (vector.getDataType() instanceof IntegerType) {
        return Optional.of(vector.getInt(row));
      }
      return Optional.of(
          vector.getDataType() instanceof DoubleType ? (Object) vector.getDouble(row) : "");
    }
  }
}
