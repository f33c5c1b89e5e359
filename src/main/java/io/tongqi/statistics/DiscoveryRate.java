package io.tongqi.statistics;

import java.util.stream.IntStream;

/**
 * What remains of small probabilities where many were looked at.
 *
 * <p>Source: Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, Journal of the
 * Royal Statistical Society B 57 (1995); as R's {@code p.adjust(p, "BH")}. No maintained library
 * for Java was found that has it.
 */
public final class DiscoveryRate {
  private DiscoveryRate() {}

  /**
   * The adjusted probabilities: of those up to some limit, at most that share is expected to be due
   * to chance.
   *
   * @param probabilities each 0..1
   * @return in the same order, each at least what it was and at most 1
   */
  public static double[] adjusted(double[] probabilities) {
    int count = probabilities.length;
    int[] descending =
        IntStream.range(0, count)
            .boxed()
            .sorted((one, other) -> Double.compare(probabilities[other], probabilities[one]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[count];
    double least = 1;
    for (int place = 0; place < count; place++) {
      int rank = count - place;
      least = Math.min(least, probabilities[descending[place]] * count / rank);
      adjusted[descending[place]] = least;
    }
    return adjusted;
  }
}
