package io.tongqi.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.tongqi.domain.Measure;
import io.tongqi.settings.SourceMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * What of the accepted rows people should know of.
 *
 * @param recoded rows with a code that is not written as in the reference data
 * @param undated what is not booked because the day of its event is not known
 * @param unknownCodes the codes booked as unknown, those of most rows first
 */
public record Remarks(long recoded, List<Undated> undated, List<UnknownCode> unknownCodes) {
  /** Nothing to remark. */
  public static final Remarks NONE = new Remarks(0, List.of(), List.of());

  /**
   * What is not booked because the day of its event is not known.
   *
   * @param rows rows that have some of it
   * @param amount how much of it they have, signed
   */
  public record Undated(Measure measure, long rows, long amount) {}

  /**
   * A code that the reference data do not know on the day of the record.
   *
   * @param kind {@code station} or {@code category}
   * @param incidents what its rows count, signed
   */
  public record UnknownCode(String kind, String code, long rows, long incidents) {}

  /** Whether a judged row is accepted, and no withdrawal. */
  static final Column IS_ACCEPTED =
      col("reason").isNull().and(col("_ignored").isNull()).and(col("status").notEqual("withdrawn"));

  /** What is to be observed of judged rows. */
  static List<Column> metrics(SourceMapping mapping) {
    List<Column> metrics = new ArrayList<>();
    metrics.add(count(when(IS_ACCEPTED.and(col("_is_recoded")), lit(1))).as("recoded"));
    for (Measure measure : mapping.dated()) {
      Column amount = col(measure.amount().column());
      Column isUndated =
          IS_ACCEPTED
              .and(col(mapping.toldBy(measure.event()).day()).isNull())
              .and(amount.notEqual(0));
      metrics.add(count(when(isUndated, lit(1))).as("undated " + measure));
      metrics.add(coalesce(sum(when(isUndated, amount)), lit(0L)).as("amount " + measure));
    }
    return metrics;
  }

  /** What was observed; of unknown codes nothing. */
  static Remarks observed(Map<String, Object> seen, SourceMapping mapping) {
    List<Undated> undated =
        mapping.dated().stream()
            .map(
                it ->
                    new Undated(
                        it, (Long) seen.get("undated " + it), (Long) seen.get("amount " + it)))
            .filter(it -> it.rows() > 0)
            .toList();
    return new Remarks((Long) seen.get("recoded"), undated, List.of());
  }

  Remarks withUnknownCodes(List<UnknownCode> codes) {
    return new Remarks(recoded, undated, codes);
  }

  /** Each in a line of words. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    if (recoded > 0) {
      words.add(
          "%s a code that is the reference data's but for letter case or full-width forms"
              .formatted(have(recoded)));
    }
    for (Undated it : undated) {
      words.add(
          "%s no known day of %s: %d of %s not booked"
              .formatted(have(it.rows()), event(it.measure()), it.amount(), it.measure().column()));
    }
    for (UnknownCode it : unknownCodes) {
      words.add(
          "%s %s is booked as unknown: %s, %s"
              .formatted(
                  it.kind(),
                  it.code(),
                  counted(it.rows(), "row"),
                  counted(it.incidents(), "incident")));
    }
    return words;
  }

  private static String event(Measure measure) {
    return measure.event() == Measure.Event.REPORTED ? "report" : "occurrence";
  }

  private static String have(long rows) {
    return counted(rows, "row") + (rows == 1 ? " has" : " have");
  }

  private static String counted(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }
}
