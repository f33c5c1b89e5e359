package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import io.tongqi.domain.Format;
import io.tongqi.settings.Settings;
import io.tongqi.statistics.Share;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What would become of the new files of a source, by the first lines of each.
 *
 * @param files the receipts that the files would get, their rows not counted
 * @param read how many rows were read
 * @param rejects what is rejected of them, by reason
 * @param accepted the first few of those that would be booked, as the rules leave them
 * @param remarks what of the accepted rows people should know of
 */
public record Inspection(
    List<Receipt> files, long read, List<Reject> rejects, List<Row> accepted, Remarks remarks) {
  private static final int SHOWN = 3;
  private static final Inspection NOTHING_NEW =
      new Inspection(List.of(), 0, List.of(), List.of(), Remarks.NONE);

  /**
   * Lines that would be rejected for one reason, with the first of them.
   *
   * @param detail what was found and what was wanted, where the reason does not say it all
   */
  public record Reject(
      Reason reason, long rows, String file, long line, String raw, Optional<String> detail) {}

  /**
   * Reads the first lines of the contents of a plan.
   *
   * @throws io.tongqi.faults.FaultsException when a run would refuse them
   */
  static Inspection of(JudgedRows judged, DeliveryPlan plan, Receipts held, long lines) {
    if (plan.isEmpty()) {
      return NOTHING_NEW;
    }
    DeliveryPlan begun = plan.first(lines);
    List<Receipt> files =
        new PlannedReceipts(judged.spark(), judged.settings(), judged.mapping(), judged.columns())
            .of(begun, held, 0, "");
    if (begun.contents().isEmpty()) {
      return new Inspection(files, 0, List.of(), List.of(), Remarks.NONE);
    }
    ReadRows.Observer observer = new ReadRows.Observer(judged.mapping());
    Dataset<Row> delivered =
        observer.values(
            judged.delivered(begun.contents()).where(col("_line").leq(lines)), judged.columns());
    Dataset<Row> rows = judged.judged(delivered);
    List<Reject> rejects =
        observer
            .verdicts(rows)
            .where("reason IS NOT NULL")
            .groupBy("reason")
            .agg(count(lit(1)), min(struct("_file", "_line", "_raw", "detail")))
            .orderBy("reason")
            .collectAsList()
            .stream()
            .map(Inspection::reject)
            .toList();
    ReadRows seen = observer.rows();
    boolean isAll = begun.equals(plan) && held.isEmpty();
    if (judged.mapping().format() == Format.JSON && isAll && seen.read() > seen.rejected()) {
      Refusals.refuseNeverGiven(judged.mapping(), judged.keys(), seen.given());
    }
    List<Remarks.UnknownCode> unknown =
        seen.unknownIn().isEmpty() ? List.of() : UnknownCodeCounts.of(rows);
    return new Inspection(
        files,
        seen.read(),
        rejects,
        rows.where("reason IS NULL AND _ignored IS NULL")
            .orderBy("_file", "_line")
            .limit(SHOWN)
            .collectAsList(),
        seen.remarks().withUnknownCodes(unknown));
  }

  /** How many rows would be rejected. */
  public long rejected() {
    return rejects.stream().mapToLong(Reject::rows).sum();
  }

  /** Whether a run would refuse the files, were all their rows like those that were read. */
  public boolean wouldBeRefused(Settings settings) {
    return new Share(rejected(), read).exceeds(ShareRule.REJECTED.limit(settings));
  }

  private static Reject reject(Row row) {
    Row first = row.getStruct(2);
    return new Reject(
        Reason.valueOf(row.getString(0).toUpperCase(Locale.ROOT)),
        row.getLong(1),
        first.getString(0),
        first.getLong(1),
        first.getString(2),
        Optional.ofNullable(first.getString(3)));
  }
}
