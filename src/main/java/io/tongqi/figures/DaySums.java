package io.tongqi.figures;

import java.util.Arrays;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders;
import org.apache.spark.sql.expressions.Aggregator;
import scala.Tuple2;

/**
 * The aggregate {@code add_days(first, sums)}: adds up arrays of sums by day, each from its own
 * first day's number on, to one array from day 0 on.
 */
final class DaySums extends Aggregator<Tuple2<Integer, int[]>, int[], int[]> {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static final Encoder<int[]> SUMS =
      (Encoder<int[]>)
          (Encoder)
              new AgnosticEncoders.ArrayEncoder<>(
                  AgnosticEncoders.PrimitiveIntEncoder$.MODULE$, false);

  /** The number of the first day, from 0, and the sums from it on. */
  static final Encoder<Tuple2<Integer, int[]>> INPUT = Encoders.tuple(Encoders.INT(), SUMS);

  @Override
  public int[] zero() {
    return new int[0];
  }

  @Override
  public int[] reduce(int[] sums, Tuple2<Integer, int[]> days) {
    return added(sums, days._1(), days._2());
  }

  @Override
  public int[] merge(int[] sums, int[] others) {
    return added(sums, 0, others);
  }

  @Override
  public int[] finish(int[] sums) {
    return sums;
  }

  @Override
  public Encoder<int[]> bufferEncoder() {
    return SUMS;
  }

  @Override
  public Encoder<int[]> outputEncoder() {
    return SUMS;
  }

  private static int[] added(int[] sums, int first, int[] others) {
    int end = first + others.length;
    int[] grown = end <= sums.length ? sums : Arrays.copyOf(sums, Math.max(end, sums.length + 512));
    for (int day = 0; day < others.length; day++) {
      grown[first + day] = Math.addExact(grown[first + day], others[day]);
    }
    return grown;
  }
}
