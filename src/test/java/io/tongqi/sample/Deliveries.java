package io.tongqi.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts the versions of a source into files as a force would hand them over. */
final class Deliveries<T> {
  private static final YearMonth FIRST_MONTH = YearMonth.of(2023, 1);
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** After these months nothing is delivered late: the figures are taken, the sample ends. */
  private static final Set<YearMonth> PUNCTUAL =
      Set.of(YearMonth.from(SampleTimes.CUTOFF), YearMonth.of(Half.LAST_YEAR, 12));

  private final Layout<T> layout;
  private final SampleQuirks quirks;
  private final Draw draw;
  private final Map<String, List<List<String>>> files = new TreeMap<>();

  Deliveries(Layout<T> layout, SampleQuirks quirks, Draw draw) {
    this.layout = layout;
    this.quirks = quirks;
    this.draw = draw;
  }

  /** The files that hold the versions and the broken lines. */
  List<Delivery> of(List<Version<T>> versions, List<BrokenLine> brokenLines) {
    for (Version<T> version : versions) {
      add(name(version), layout.row().apply(version));
    }
    brokenLines.forEach(broken -> add(monthName(broken.month()), broken.row()));
    List<Delivery> deliveries = new ArrayList<>();
    files.forEach((name, rows) -> deliveries.add(delivery(name, rows)));
    deliveries.addAll(
        deliveries.stream()
            .filter(delivery -> delivery.name().equals(monthName(quirks.sentTwice())))
            .map(
                delivery ->
                    new Delivery(again(delivery.name()), delivery.encoding(), delivery.rows()))
            .toList());
    return deliveries;
  }

  private void add(String name, List<String> row) {
    files.computeIfAbsent(name, it -> new ArrayList<>()).add(row);
  }

  private String name(Version<T> version) {
    LocalDateTime at = version.recordedAt();
    YearMonth month = YearMonth.from(at);
    if (month.equals(quirks.corrected()) && isCorrection(version)) {
      return monthName(month).replace(".csv", "-correction.csv");
    }
    boolean isLate = at.getDayOfMonth() > 24 && !PUNCTUAL.contains(month) && draw.percent(6);
    YearMonth delivered = isLate ? month.plusMonths(1) : month;
    return delivered.isBefore(FIRST_MONTH)
        ? layout.source() + "-dump-2015-2022.csv.gz"
        : monthName(delivered);
  }

  private boolean isCorrection(Version<T> version) {
    return version.recordedAt().getDayOfMonth() > 9
        && !YearMonth.from(layout.reported(version)).equals(YearMonth.from(version.recordedAt()));
  }

  private String monthName(YearMonth month) {
    String suffix = quirks.isGb18030(month) ? "-gb18030" : "";
    return "%s-%s%s.csv.gz".formatted(layout.source(), month, suffix);
  }

  private static String again(String name) {
    return name.replace(".csv", "-again.csv");
  }

  private Delivery delivery(String name, List<List<String>> rows) {
    List<List<String>> lines = new ArrayList<>();
    boolean isRenamed = name.equals(monthName(quirks.renamed()));
    lines.add(isRenamed ? layout.renamedHeader() : layout.header());
    rows.sort(
        Comparator.<List<String>, String>comparing(row -> row.get(1))
            .thenComparing(row -> row.get(0)));
    int repeated = name.equals(monthName(quirks.repeatedLines())) ? 3 : 0;
    for (List<String> row : rows) {
      lines.add(row);
      if (repeated > 0 && draw.percent(10)) {
        lines.add(row);
        repeated--;
      }
    }
    Charset encoding = name.contains("gb18030") ? GB18030 : StandardCharsets.UTF_8;
    return new Delivery(name, encoding, lines);
  }
}
